#include "content/edition.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "content/walks.h"
#include "model/id_table.h"
#include "search/event_documents.h"
#include "search/event_vocabulary.h"
#include "sorting/sort.h"

namespace content {
namespace {

// A table over a list of the event, made when the first thing is looked up in it.
template <class Thing>
class Lookup {
 public:
  explicit Lookup(const std::vector<Thing>& things) : things_(things) {}
  const Thing* find(std::string_view id) {
    if (!table_) table_.emplace(things_);
    return table_->find(things_, id);
  }

 private:
  const std::vector<Thing>& things_;
  std::optional<model::IdTable> table_;
};

}  // namespace

// What lists show, as it reads in one language.
struct Edition::Names {
  std::vector<std::string> time_ranges;  // by the place of the session in the event; empty: not yet asked for
  std::map<model::Date, std::string> days;
  std::map<const model::Session*, std::vector<text::ProseParagraph>> descriptions;  // that were asked for
  std::vector<const model::Partner*> partners;  // in order of the alphabet; empty: not yet asked for
  std::map<std::string_view, std::vector<const model::Room*>, std::less<>> rooms;  // by level
  std::optional<text::Words> words;
  bool words_tried = false;
};

struct Edition::Contents {
  Contents(model::Event of, text::TimeZone clock, text::Words::Kind which)
      : event(std::move(of)), zone(std::move(clock)), kind(which), programme(event, zone) {
    const auto spoken = text::message_languages();
    for (const std::string& tag : event.languages)
      if (std::ranges::find(spoken, tag) != spoken.end()) languages.push_back(tag);
  }

  std::size_t place_of(const model::Session& session) const {
    return static_cast<std::size_t>(&session - event.sessions.data());
  }

  const model::Event event;
  const text::TimeZone zone;
  const text::Words::Kind kind;
  const agenda::Programme programme;
  std::vector<std::string> languages;

  Lookup<model::Source> sources{event.sources};
  Lookup<model::Site> sites{event.sites};
  Lookup<model::Level> levels{event.levels};
  Lookup<model::Room> rooms{event.rooms};
  Lookup<model::Theme> themes{event.themes};
  Lookup<model::Partner> partners{event.partners};
  Lookup<model::Person> persons{event.persons};
  Lookup<model::Session> sessions{event.sessions};
  Lookup<model::Story> stories{event.stories};
  Lookup<model::Article> articles{event.articles};
  Lookup<model::Milestone> milestones{event.milestones};

  // By room, made at the first question.
  std::optional<std::map<std::string_view, std::vector<const model::Partner*>, std::less<>>> partners_at;
  std::optional<People> people;
  std::map<std::string_view, std::vector<const model::Person*>, std::less<>> people_of;  // with `people`
  std::vector<std::string> notice_revisions;        // by the place of the notice; empty: not yet asked for
  std::vector<std::optional<agenda::Days>> days;    // by the place of the session
  std::map<std::string, Names, std::less<>> names;  // by language
  std::optional<agenda::FilterIndex> filters;
  std::array<std::optional<agenda::WalkingTimes>, 2> walking_times;  // with stairs and without
  std::optional<venue::Venue> venue;
  std::map<Edition::WayAsked, std::expected<venue::Route, venue::NoRoute>> ways;  // that were asked for
  std::unique_ptr<search::IndexMaker> index_maker;  // while the index is being made
  std::unique_ptr<search::Index> index;
};

Edition::Edition(model::Event event, text::TimeZone zone, text::Words::Kind kind)
    : contents_(std::make_unique<Contents>(std::move(event), std::move(zone), kind)) {}
Edition::~Edition() = default;

std::expected<std::shared_ptr<const Edition>, std::string> Edition::of(model::Event event,
                                                                       text::Words::Kind kind) {
  auto zone = text::TimeZone::named(event.time_zone);
  if (!zone) return std::unexpected(zone.error());
  return std::shared_ptr<const Edition>(new Edition(std::move(event), std::move(*zone), kind));
}

const model::Event& Edition::event() const { return contents_->event; }
const text::TimeZone& Edition::zone() const { return contents_->zone; }
const agenda::Programme& Edition::programme() const { return contents_->programme; }
const agenda::FilterIndex& Edition::filters() const {
  auto& made = contents_->filters;
  return made ? *made : made.emplace(contents_->event, contents_->programme, contents_->zone);
}
const agenda::WalkingTimes& Edition::walking_times(bool step_free) const {
  auto& made = contents_->walking_times[step_free ? 1 : 0];
  if (made) return *made;
  agenda::WalkingTimes::Measure measure;
  if (venue() != nullptr)
    measure = [this, step_free](const model::Room& from, const model::Room& to) {
      return walking_time(*this, from.id, to.id, step_free);
    };
  return made.emplace(contents_->event, std::move(measure));
}
const std::vector<std::string>& Edition::languages() const { return contents_->languages; }

const model::Source* Edition::source(std::string_view id) const { return contents_->sources.find(id); }
const model::Site* Edition::site(std::string_view id) const { return contents_->sites.find(id); }
const model::Level* Edition::level(std::string_view id) const { return contents_->levels.find(id); }
const model::Room* Edition::room(std::string_view id) const { return contents_->rooms.find(id); }
const model::Theme* Edition::theme(std::string_view id) const { return contents_->themes.find(id); }
const model::Partner* Edition::partner(std::string_view id) const { return contents_->partners.find(id); }
const model::Person* Edition::person(std::string_view id) const { return contents_->persons.find(id); }
const model::Session* Edition::session(std::string_view id) const { return contents_->sessions.find(id); }
const model::Story* Edition::story(std::string_view id) const { return contents_->stories.find(id); }
const model::Article* Edition::article(std::string_view id) const { return contents_->articles.find(id); }
const model::Milestone* Edition::milestone(std::string_view id) const {
  return contents_->milestones.find(id);
}

const venue::Venue* Edition::venue() const {
  if (event().venue.empty()) return nullptr;
  auto& made = contents_->venue;
  return made ? &*made : &made.emplace(contents_->event.venue);
}

const std::expected<venue::Route, venue::NoRoute>& Edition::way(const WayAsked& asked) const {
  constexpr std::size_t most_kept = 500;
  auto& ways = contents_->ways;
  if (const auto known = ways.find(asked); known != ways.end()) return known->second;
  if (ways.size() >= most_kept) ways.clear();
  return ways.emplace(asked, venue::find_route(*venue(), asked.from, asked.to, asked.options()))
      .first->second;
}

const People& Edition::people() const {
  if (contents_->people) return *contents_->people;
  People& people = contents_->people.emplace();
  for (const model::Person& person : event().persons) {
    if (!programme().of_person(person.id).empty())
      people.speakers.push_back(&person);
    else
      (person.announced_on ? people.announced : people.named).push_back(&person);
    for (const std::string& partner : person.partners) contents_->people_of[partner].push_back(&person);
  }
  sorting::sort(people.announced, {}, [](const model::Person* one) { return *one->announced_on; });
  return people;
}

std::span<const model::Person* const> Edition::people_of(std::string_view partner) const {
  people();
  const auto found = contents_->people_of.find(partner);
  if (found == contents_->people_of.end()) return {};
  return found->second;
}

const std::string& Edition::revision_of(const model::Notice& notice) const {
  std::vector<std::string>& known = contents_->notice_revisions;
  if (known.empty())
    for (const model::Notice& one : event().notices) known.push_back(model::revision_of(one));
  return known[static_cast<std::size_t>(&notice - event().notices.data())];
}

Whereabouts Edition::whereabouts(std::string_view id) const {
  Whereabouts found;
  found.room = room(id);
  if (found.room != nullptr) found.level = level(found.room->level);
  if (found.level != nullptr) found.site = site(found.level->site);
  return found;
}

Edition::Names& Edition::names_in(std::string_view language) const {
  const auto found = contents_->names.find(language);
  return found != contents_->names.end() ? found->second : contents_->names[std::string(language)];
}

std::span<const model::Partner* const> Edition::partners_by_name(std::string_view language) const {
  Names& names = names_in(language);
  if (names.partners.empty()) names.partners = model::partners_by_name(contents_->event, language);
  return names.partners;
}

std::span<const model::Partner* const> Edition::partners_at(std::string_view room) const {
  auto& made = contents_->partners_at;
  if (!made) {
    made.emplace();
    for (const model::Partner& partner : contents_->event.partners)
      for (const std::string& id : partner.rooms) (*made)[id].push_back(&partner);
  }
  const auto found = made->find(room);
  return found == made->end() ? std::span<const model::Partner* const>{} : found->second;
}

std::span<const model::Room* const> Edition::rooms_on(std::string_view level,
                                                      std::string_view language) const {
  Names& names = names_in(language);
  if (names.rooms.empty())
    for (const model::Room* room : model::rooms_by_name(contents_->event, language))
      names.rooms[room->level].push_back(room);
  const auto found = names.rooms.find(level);
  if (found == names.rooms.end()) return {};
  return found->second;
}

agenda::Days Edition::days_of(const model::Session& session) const {
  auto& all = contents_->days;
  all.resize(contents_->event.sessions.size());
  std::optional<agenda::Days>& days = all[contents_->place_of(session)];
  if (!days) days = agenda::days_of(session, contents_->zone);
  return *days;
}

const text::Words* Edition::words(std::string_view language) const {
  Names& names = names_in(language);
  if (!std::exchange(names.words_tried, true))
    if (auto made = text::Words::in(language, contents_->zone, contents_->kind))
      names.words = std::move(*made);
  return names.words ? &*names.words : nullptr;
}

const std::string& Edition::time_range(const model::Session& session, const text::Words& words) const {
  std::vector<std::string>& all = names_in(words.language()).time_ranges;
  all.resize(contents_->event.sessions.size());
  std::string& range = all[contents_->place_of(session)];
  if (range.empty())
    range = session.open_end ? words.message("time.from", {{"time", words.time(session.starts_at)}})
                             : words.time_range(session.starts_at, session.ends_at);
  return range;
}

const std::string& Edition::day_name(model::Date day, const text::Words& words) const {
  std::string& name = names_in(words.language()).days[day];
  if (name.empty()) name = words.weekday_day_month(day);
  return name;
}

std::span<const text::ProseParagraph> Edition::description(const model::Session& session,
                                                           std::string_view language) const {
  const auto [known, is_new] = names_in(language).descriptions.try_emplace(&session);
  if (is_new) known->second = text::paragraphs_of(session.description.in(language));
  return known->second;
}

search::IndexMaker& Edition::index_maker(const AddShown& add_shown) const {
  if (contents_->index_maker) return *contents_->index_maker;
  std::vector<search::Document> documents = search::documents_of(contents_->event, contents_->languages);
  add_shown(*this, documents);
  std::vector<const text::Words*> spoken;
  for (const std::string& language : contents_->languages)
    if (const text::Words* one = words(language)) spoken.push_back(one);
  contents_->index_maker = std::make_unique<search::IndexMaker>(
      std::move(documents), search::vocabulary_of(contents_->event, contents_->zone, spoken));
  return *contents_->index_maker;
}

bool Edition::prepare_search(const AddShown& add_shown, std::size_t bytes) const {
  if (contents_->index) return true;
  if (!index_maker(add_shown).advance(bytes)) return false;
  search_index(add_shown);
  return true;
}

const search::Index& Edition::search_index(const AddShown& add_shown) const {
  if (contents_->index) return *contents_->index;
  contents_->index = std::make_unique<search::Index>(index_maker(add_shown));
  contents_->index_maker.reset();
  return *contents_->index;
}

const search::Index* Edition::made_search_index() const { return contents_->index.get(); }

}  // namespace content
