// What an organiser should look at in an event: mistakes with their places and what to do, clashes of rooms
// and people, sessions outside opening hours, rooms that the map lacks, and how much of the texts is
// translated. Finds; report.h shows it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "authoring/words.h"
#include "lint/texts.h"
#include "model/event.h"
#include "pack/problem.h"
#include "pack/read.h"
#include "text/time_zone.h"

namespace authoring {

// A thing of the event, as it can be found again.
struct Thing {
  std::string title;     // in the language asked for, else another; its id where it has none
  std::string language;  // of the title; empty when it is none
  std::string file;      // "sessions.json"
  std::string pointer;   // "/sessions/12"
  std::string row;       // where it came from: "book.xlsx: sessions, row 14"; empty when it was not imported
};

struct Mistake {
  pack::Problem problem;
  Thing at;     // the thing in whose entry it is; without a title when it is the file as a whole
  Word advice;  // what to do about it
};

// Two sessions at one time that want the same room, or the same person.
struct Clash {
  std::string wanted;  // the name of the room or the person
  std::size_t one = 0;
  std::size_t other = 0;  // places in Event::sessions
};

// A text that is not there in a language.
struct Lacking {
  std::string place;  // "sessions.json: /sessions/12/title"
  Thing of;
};

struct Coverage {
  std::string language;
  std::size_t there = 0;  // texts that are there in it
  std::size_t all = 0;    // texts of the event
  std::vector<Lacking> lacking;
};

struct Findings {
  std::vector<Mistake> mistakes;  // clashes and rooms that the map lacks are not among them

  // All that follows needs an event without errors.
  std::vector<Clash> room_clashes;
  std::vector<Clash> person_clashes;
  bool has_opening_hours = false;          // some day of the event says them
  std::vector<std::size_t> outside_hours;  // places in Event::sessions
  bool has_map = false;                    // a map, or outlines of rooms
  std::vector<std::size_t> not_on_map;     // places in Event::rooms
  std::vector<Coverage> coverage;          // in the order of the event's languages
};

// Where a thing was imported from: list and id to "book.xlsx: sessions, row 14", or to nothing.
using Origin = std::function<std::string(std::string_view list, std::string_view id)>;

// `event`: null when the files have errors. `texts`: null as then. `language`: of titles.
Findings findings(const pack::PackFiles& files, const model::Event* event, const lint::Texts* texts,
                  const std::vector<pack::Problem>& problems, std::string_view language,
                  const Origin& origin = {});

// The thing at `index` of a list of a file, as in findings().
Thing thing_at(const pack::PackFiles& files, std::string_view file, std::string_view list, std::size_t index,
               std::string_view language, const Origin& origin = {});

// Pairs of sessions that overlap and take the same room, or have the same person.
std::vector<Clash> room_clashes(const model::Event& event, std::string_view language);
std::vector<Clash> person_clashes(const model::Event& event, std::string_view language);

// When the venue is open on a day, as event.json says ("opens", "closes").
struct OpeningHours {
  model::Date date{};
  model::Instant opens_at{};
  model::Instant closes_at{};
};
std::vector<OpeningHours> opening_hours(const pack::PackFiles& files, const text::TimeZone& zone);

// Sessions that do not lie within any hours though their day has some.
std::vector<std::size_t> outside_hours(const model::Event& event, std::span<const OpeningHours> hours,
                                       const text::TimeZone& zone);

// Rooms that neither the map nor, where there is none, an outline shows.
std::vector<std::size_t> not_on_map(const model::Event& event);

}  // namespace authoring
