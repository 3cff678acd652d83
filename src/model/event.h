// A whole event as one value: what a pack holds and every screen reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"
#include "model/place.h"
#include "model/publication.h"
#include "model/session.h"
#include "model/time.h"
#include "model/venue.h"

namespace model {

// Where a statement comes from.
struct Source {
  std::string id;
  LocalizedText name;
  std::string link;  // may be empty
  bool operator==(const Source&) const = default;
};

struct Theme {
  std::string id;
  int number = 0;     // as the organisers number them, from 1
  std::string color;  // "#RRGGBB", at least 3 : 1 on white; never carries meaning alone
  LocalizedText name;
  LocalizedText short_name;  // for tags, at most 24 letters
  LocalizedText focus;       // may be empty
  LocalizedText benefits;    // practical benefits; may be empty
  Publication publication;
  bool operator==(const Theme&) const = default;
};

enum class PartnerKind { un_family, rio_convention, development_bank, international_organisation };

struct Partner {
  std::string id;
  PartnerKind kind = PartnerKind::international_organisation;
  LocalizedText name;          // in full
  LocalizedText abbreviation;  // as the organisers print it; may be empty
  LocalizedText description;
  LocalizedText role;                   // its part in preparing the event; may be empty
  std::string link;                     // may be empty
  std::vector<std::string> rooms = {};  // ids of those where it has a stand; may be empty
  Publication publication;
  bool operator==(const Partner&) const = default;
};

// Somebody with a part in the event whose name the organisers have published.
struct Person {
  std::string id;
  LocalizedText name;
  LocalizedText position;             // office and organisation; may be empty
  std::vector<std::string> partners;  // ids of those that the person speaks for; may be empty
  std::optional<Date> announced_on;  // when it was made known that the person is expected; absent: it was not
  Publication publication;
  bool operator==(const Person&) const = default;
};

enum class NoticeUrgency { information, change, alarm };

// What a notice says of the rooms and sessions that it is about.
enum class NoticeState { closed, full, crowded, moved, delayed };

// What a notice is about; of one that is about nothing in particular both are empty.
struct NoticeScope {
  std::vector<std::string> rooms;     // ids
  std::vector<std::string> sessions;  // ids
  bool operator==(const NoticeScope&) const = default;
};

// Something visitors must be told.
struct Notice {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  NoticeUrgency urgency = NoticeUrgency::information;
  Instant published_at{};
  std::optional<Instant> until;  // when it stops to be true; absent: it stays until it is withdrawn
  std::optional<NoticeState> state;
  NoticeScope applies_to;
  Publication publication;
  bool operator==(const Notice&) const = default;
};

struct StoryLink {
  LocalizedText name;
  std::string link;
  bool operator==(const StoryLink&) const = default;
};

// A piece of a story: a heading, paragraphs, and perhaps a list.
struct StorySection {
  LocalizedText heading;  // may be empty
  std::vector<LocalizedText> paragraphs;
  std::vector<LocalizedText> points;  // may be empty
  bool operator==(const StorySection&) const = default;
};

// A news story.
struct Story {
  std::string id;
  LocalizedText title;
  LocalizedText summary;
  std::vector<StorySection> sections;
  std::vector<StoryLink> links;
  Publication publication;
  bool operator==(const Story&) const = default;
};

// Which screen an article stands on: of the event itself, of what visitors need to
// know, or a question with its answer.
enum class ArticlePart { about, info, question };

// What stands beside the title of an article. The words for them in a pack are the
// names of assets/icons.txt; a pack can name no other.
enum class ArticleIcon {
  info,
  accessibility,
  bell,
  building,
  calendar,
  check,
  clock,
  download,
  footprints,
  globe,
  headphones,
  languages,
  layers,
  leaf,
  list,
  lock,
  map_pin,
  monitor,
  newspaper,
  route,
  share,
  star,
  sun,
  ticket,
  triangle_alert,
  users
};

// Something that is said of the event: a title, paragraphs, perhaps a list and links.
struct Article {
  std::string id;
  ArticlePart part = ArticlePart::about;
  ArticleIcon icon = ArticleIcon::info;
  LocalizedText title;                    // of a question: the question
  std::vector<LocalizedText> paragraphs;  // may be empty when there are points
  std::vector<LocalizedText> points;      // may be empty
  std::vector<StoryLink> links;
  Publication publication;
  bool operator==(const Article&) const = default;
};

// One of several things that took place at a milestone.
struct MilestoneEvent {
  Date day{};
  LocalizedText title;
  LocalizedText text;                 // may be empty
  std::vector<LocalizedText> points;  // may be empty
  std::vector<std::string> partners;  // ids
  bool operator==(const MilestoneEvent&) const = default;
};

// A meeting on the way to the event.
struct Milestone {
  std::string id;
  LocalizedText title;
  LocalizedText place;  // "Almaty, Kazakhstan"
  Date first_day{};
  Date last_day{};
  GeoPoint position;
  LocalizedText text;
  std::vector<LocalizedText> points;   // may be empty
  std::vector<MilestoneEvent> events;  // in order of day; may be empty
  std::vector<std::string> partners;   // ids
  Publication publication;
  bool operator==(const Milestone&) const = default;
};

// Words or phrases that mean the same to whoever searches, in any language.
struct Synonyms {
  std::vector<std::string> words;
  bool operator==(const Synonyms&) const = default;
};

// The things of a kind by what they are called, in the order of a language's alphabet: their places
// in the lists of Event.
struct Alphabet {
  LanguageTag language;
  std::vector<std::uint32_t> rooms;     // by name
  std::vector<std::uint32_t> partners;  // by what they are known as
  bool operator==(const Alphabet&) const = default;
};

struct Event {
  std::string id;
  std::vector<LanguageTag> languages;  // the first one is the event's first language
  // In which order another language stands in where a text lacks one; empty: no text lacks any.
  std::vector<LanguageTag> fallback;
  std::string
      address;  // of the event's site: "https://example.org/summit/", with its last slash; may be empty
  LocalizedText name;
  LocalizedText short_name;  // "RES 2026"
  LocalizedText motto;       // may be empty
  LocalizedText city;
  LocalizedText country;
  LocalizedText summary;         // two or three sentences; may be empty
  std::string time_zone;         // IANA name: "Asia/Almaty"
  LocalizedText time_zone_name;  // how people call it: "Astana time"
  Date first_day{};
  Date last_day{};
  Publication programme;              // how far the times and rooms as a whole can be relied on
  std::optional<Instant> updated_at;  // when the organisers last changed any of it; absent: they do not say

  std::vector<Source> sources;
  std::vector<Day> days;  // in order of date
  std::vector<Site> sites;
  std::vector<Level> levels;
  std::vector<Room> rooms;
  Venue venue;                    // empty when nobody has drawn its map
  std::vector<Theme> themes;      // in order of number
  std::vector<Partner> partners;  // in the organisers' order
  std::vector<Person> persons;
  std::vector<Session> sessions;  // in order of start, then of id
  std::vector<Notice> notices;    // newest first
  std::vector<Story> stories;
  std::vector<Synonyms> synonyms;
  std::vector<Article> articles;      // in the organisers' order
  std::vector<Milestone> milestones;  // in order of the first day
  std::vector<Alphabet>
      alphabets;  // one for each language, or none: then lists stand as the organisers have them
  bool operator==(const Event&) const = default;
};

// When something about the event was last changed, as far as it says so itself: `updated_at`, else when its
// newest notice was published; absent when it says nothing.
std::optional<Instant> last_modified(const Event&);

// Whether the notice still holds.
bool is_valid(const Notice&, Instant now);

// Another text whenever the notice says something else, the same for as long as it says the same: whoever
// has read one has not read the other.
std::string revision_of(const Notice&);

// The abbreviation by which the partner is known, where there is one; else its name.
const std::string& known_as(const Partner&, std::string_view language);

// In the order of the language's alphabet; in the organisers' when the event has no such order.
std::vector<const Room*> rooms_by_name(const Event&, std::string_view language);
std::vector<const Partner*> partners_by_name(const Event&, std::string_view language);

// Whether the partner took part in the milestone or in one of its events.
bool took_part(const Milestone&, std::string_view partner);

}  // namespace model
