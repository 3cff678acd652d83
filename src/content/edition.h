// An event with everything that is computed from it once, for all who read it: screens, the search,
// the tests. It never changes and is shared; another state of the event is another edition, which takes
// its place between two frames. What is asked for seldom is made at the first question and kept, so
// one edition is read by one thread at a time.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/filter.h"
#include "agenda/programme.h"
#include "agenda/walking.h"
#include "model/event.h"
#include "search/index.h"
#include "text/prose.h"
#include "text/time_zone.h"
#include "text/words.h"
#include "venue/route.h"

namespace content {

// Where a room is. Pointers live in the event.
struct Whereabouts {
  const model::Room* room = nullptr;
  const model::Level* level = nullptr;
  const model::Site* site = nullptr;
};

// The persons of an event by what is known of their part, in the organisers' order.
struct People {
  std::vector<const model::Person*> speakers;  // who have a part in a session
  // Who are expected, and nobody has said in which session; those who were announced first come first.
  std::vector<const model::Person*> announced;
  std::vector<const model::Person*> named;  // all others
};

class Edition {
 public:
  // Of an event as the pack reader hands it out; or why its time zone is none that ICU knows. `kind`:
  // of the messages in words().
  static std::expected<std::shared_ptr<const Edition>, std::string> of(
      model::Event event, text::Words::Kind kind = text::Words::Kind::real);

  ~Edition();
  Edition(const Edition&) = delete;
  Edition& operator=(const Edition&) = delete;

  const model::Event& event() const;
  const text::TimeZone& zone() const;  // the event's
  const agenda::Programme& programme() const;
  const agenda::FilterIndex& filters() const;  // made at the first question, as the next
  // From room to room, along the ways of the event's map where it has one; `step_free`: without stairs.
  const agenda::WalkingTimes& walking_times(bool step_free = false) const;
  const std::vector<std::string>& languages() const;  // of the event that the app speaks too

  // Things by id; null when there is no such thing.
  const model::Source* source(std::string_view id) const;
  const model::Site* site(std::string_view id) const;
  const model::Level* level(std::string_view id) const;
  const model::Room* room(std::string_view id) const;
  const model::Theme* theme(std::string_view id) const;
  const model::Partner* partner(std::string_view id) const;
  const model::Person* person(std::string_view id) const;
  const model::Session* session(std::string_view id) const;
  const model::Story* story(std::string_view id) const;
  const model::Article* article(std::string_view id) const;
  const model::Milestone* milestone(std::string_view id) const;

  // All members are null when there is no such room.
  Whereabouts whereabouts(std::string_view room) const;

  // In the order of the language's alphabet; in the organisers' when the event has no such order.
  std::span<const model::Partner* const> partners_by_name(std::string_view language) const;
  std::span<const model::Room* const> rooms_on(std::string_view level, std::string_view language) const;

  // Who have a stand in that room, in the organisers' order.
  std::span<const model::Partner* const> partners_at(std::string_view room) const;
  // The ways of the event's map; null when it has none. Made at the first question.
  const venue::Venue* venue() const;
  // A way over it, found once for each question; only where there is a map. Holds until many others are
  // asked.
  struct WayAsked {
    venue::PlaceId from = venue::no_place;
    venue::PlaceId to = venue::no_place;
    bool step_free = false;
    bool avoid_escalators = false;
    model::MapAccess badge = model::MapAccess::everyone;
    std::vector<venue::PlaceId> closed = {};
    // The span points into this.
    venue::RouteOptions options() const {
      return {.step_free = step_free, .avoid_escalators = avoid_escalators, .badge = badge, .closed = closed};
    }
    auto operator<=>(const WayAsked&) const = default;
  };
  const std::expected<venue::Route, venue::NoRoute>& way(const WayAsked& asked) const;

  const People& people() const;
  // Who speak for that partner.
  std::span<const model::Person* const> people_of(std::string_view partner) const;

  // What model::revision_of says of a notice of this event.
  const std::string& revision_of(const model::Notice& notice) const;

  // The days that a session of this event spans.
  agenda::Days days_of(const model::Session& session) const;

  // Messages, days and times in a language, by the event's clock; null when the app does not speak it.
  const text::Words* words(std::string_view language) const;

  // Of a session of this event: "10:00–11:30", or "from 10:00" when it has an open end.
  const std::string& time_range(const model::Session& session, const text::Words& words) const;
  // "Wednesday, 22 April"
  const std::string& day_name(model::Date day, const text::Words& words) const;

  // Adds what the screens say of the things, beside what the event does, and their own pages.
  using AddShown = std::function<void(const Edition&, std::vector<search::Document>&)>;
  // Made when somebody searches for the first time, and then the same whoever asks.
  const search::Index& search_index(const AddShown& add_shown) const;
  // Null before that.
  const search::Index* made_search_index() const;
  // Makes a piece of it, for whoever may search soon: about as much as reading so many bytes of text takes.
  // True when it is there.
  bool prepare_search(const AddShown& add_shown, std::size_t bytes) const;

  // What a session of this event says at length, in that language or the best there is, as paragraphs.
  std::span<const text::ProseParagraph> description(const model::Session& session,
                                                    std::string_view language) const;

 private:
  struct Contents;
  struct Names;
  Edition(model::Event event, text::TimeZone zone, text::Words::Kind kind);
  Names& names_in(std::string_view language) const;
  search::IndexMaker& index_maker(const AddShown& add_shown) const;

  std::unique_ptr<Contents> contents_;
};

}  // namespace content
