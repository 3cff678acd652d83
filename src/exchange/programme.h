// A programme as other programs have it: what frab, pretalx, calendars and tables can say, in one form.
// into_event.h makes an event of it. Not our own event, which is in model/.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet.h"
#include "model/time.h"
#include "pack/problem.h"

namespace exchange {

struct ForeignDay {
  model::Date date{};
  std::string title;  // may be empty
};

struct ForeignRoom {
  std::string name;
  std::string description;   // may be empty
  std::optional<int> seats;  // absent when not said
};

struct ForeignTrack {
  std::string name;
  std::string color;  // "#RRGGBB", or empty
};

struct ForeignPerson {
  std::string key;  // what the program calls them; empty: their name does
  std::string name;
  std::string position;  // office and organisation; may be empty
};

struct ForeignPart {
  std::string person;  // ForeignPerson::key, or the name where that is empty
  std::string role;    // may be empty
};

struct ForeignSession {
  std::string key;                                    // a guid, a number; empty: its title does
  std::string id;                                     // an id of ours that the file names; may be empty
  std::string place;                                  // where in the file: "line 33", "row 12"
  std::string title, subtitle, summary, description;  // with markup as it was; all but the title may be empty
  std::string language;                               // of the texts and on the floor: "de"; may be empty
  std::string type, track, room;                      // names; may be empty
  std::string url;                                    // may be empty
  std::vector<ForeignPart> people;
  model::Instant starts_at{};
  std::optional<model::Instant> ends_at;  // absent: not known
  bool all_day = false;
  bool cancelled = false;
};

// Of a programme; more than that are left out.
inline constexpr std::size_t most_sessions = 20'000;

struct Programme {
  std::string acronym;    // of the event: "36c3"; may be empty
  std::string title;      // may be empty
  std::string time_zone;  // IANA name; empty when not said
  std::string language;   // of the texts as a whole; may be empty
  std::string url;
  std::vector<ForeignDay> days;
  std::vector<ForeignRoom> rooms;    // those that are described; others are only named by sessions
  std::vector<ForeignTrack> tracks;  // as with rooms
  std::vector<ForeignPerson> people;
  std::vector<ForeignSession> sessions;
  bool plain = false;        // no HTML in its texts
  bool says_state = false;   // what is not cancelled in it takes place
  std::size_t left_out = 0;  // sessions that could not be read
  // Errors: the file cannot be used. Warnings: what was left out or read otherwise than it stands.
  std::vector<pack::Problem> problems;
};

// What is known before the file is read.
struct ReadOptions {
  std::string file;      // what it is called in messages
  std::string zone;      // for times that say none; empty: UTC, or what the file says
  std::string encoding;  // of CSV; empty: it is recognised
  std::vector<std::pair<std::string, std::string>> columns;  // of tables: what is meant, and the head
};

Programme read_frab_xml(std::string_view bytes, const ReadOptions& options);
// Also what pretalx writes, which is the same and a little more.
Programme read_frab_json(std::string_view bytes, const ReadOptions& options);
Programme read_ics(std::string_view bytes, const ReadOptions& options);
Programme read_table(const Sheet& sheet, const ReadOptions& options);

}  // namespace exchange
