#include "pack/tables.h"

#include <limits>

#include "pack/decode.h"
#include "pack/format.h"
#include "pack/object_checks.h"

namespace pack {

using enum Need;

// --- Words for enumerators ---------------------------------------------------

template <>
struct Choices<model::PublicationStatus> {
  static constexpr std::pair<model::PublicationStatus, std::string_view> words[] = {
      {model::PublicationStatus::published, "published"},
      {model::PublicationStatus::provisional, "provisional"},
  };
};

template <>
struct Choices<model::RoomKind> {
  static constexpr std::pair<model::RoomKind, std::string_view> words[] = {
      {model::RoomKind::hall, "hall"},
      {model::RoomKind::meeting, "meeting"},
      {model::RoomKind::exhibition, "exhibition"},
      {model::RoomKind::press, "press"},
      {model::RoomKind::service, "service"},
      {model::RoomKind::food, "food"},
      {model::RoomKind::stairs, "stairs"},
      {model::RoomKind::lift, "lift"},
      {model::RoomKind::entrance, "entrance"},
      {model::RoomKind::outdoor, "outdoor"},
  };
};

template <>
struct Choices<model::PartnerKind> {
  static constexpr std::pair<model::PartnerKind, std::string_view> words[] = {
      {model::PartnerKind::un_family, "un-family"},
      {model::PartnerKind::rio_convention, "rio-convention"},
      {model::PartnerKind::development_bank, "development-bank"},
      {model::PartnerKind::international_organisation, "international-organisation"},
  };
};

template <>
struct Choices<model::SessionKind> {
  static constexpr std::pair<model::SessionKind, std::string_view> words[] = {
      {model::SessionKind::opening, "opening"},       {model::SessionKind::high_level, "high-level"},
      {model::SessionKind::thematic, "thematic"},     {model::SessionKind::country, "country"},
      {model::SessionKind::partner, "partner"},       {model::SessionKind::exhibition, "exhibition"},
      {model::SessionKind::side_event, "side-event"}, {model::SessionKind::culture, "culture"},
      {model::SessionKind::ceremony, "ceremony"},     {model::SessionKind::service, "service"},
  };
};

template <>
struct Choices<model::AccessLevel> {
  static constexpr std::pair<model::AccessLevel, std::string_view> words[] = {
      {model::AccessLevel::everyone, "everyone"},
      {model::AccessLevel::delegates, "delegates"},
      {model::AccessLevel::heads_of_delegation, "heads-of-delegation"},
      {model::AccessLevel::invitation, "invitation"},
      {model::AccessLevel::press, "press"},
  };
};

template <>
struct Choices<model::SessionState> {
  static constexpr std::pair<model::SessionState, std::string_view> words[] = {
      {model::SessionState::scheduled, "scheduled"}, {model::SessionState::changed, "changed"},
      {model::SessionState::cancelled, "cancelled"}, {model::SessionState::moved, "moved"},
      {model::SessionState::full, "full"},
  };
};

template <>
struct Choices<model::NoticeState> {
  static constexpr std::pair<model::NoticeState, std::string_view> words[] = {
      {model::NoticeState::closed, "closed"},   {model::NoticeState::full, "full"},
      {model::NoticeState::crowded, "crowded"}, {model::NoticeState::moved, "moved"},
      {model::NoticeState::delayed, "delayed"},
  };
};

template <>
struct Choices<model::NoticeUrgency> {
  static constexpr std::pair<model::NoticeUrgency, std::string_view> words[] = {
      {model::NoticeUrgency::information, "information"},
      {model::NoticeUrgency::change, "change"},
      {model::NoticeUrgency::alarm, "alarm"},
  };
};

template <>
struct Choices<model::ArticlePart> {
  static constexpr std::pair<model::ArticlePart, std::string_view> words[] = {
      {model::ArticlePart::about, "about"},
      {model::ArticlePart::info, "info"},
      {model::ArticlePart::question, "question"},
  };
};

template <>
struct Choices<model::ArticleIcon> {
  static constexpr std::pair<model::ArticleIcon, std::string_view> words[] = {
      {model::ArticleIcon::info, "info"},
      {model::ArticleIcon::accessibility, "accessibility"},
      {model::ArticleIcon::bell, "bell"},
      {model::ArticleIcon::building, "building-2"},
      {model::ArticleIcon::calendar, "calendar"},
      {model::ArticleIcon::check, "check"},
      {model::ArticleIcon::clock, "clock"},
      {model::ArticleIcon::download, "download"},
      {model::ArticleIcon::footprints, "footprints"},
      {model::ArticleIcon::globe, "globe"},
      {model::ArticleIcon::headphones, "headphones"},
      {model::ArticleIcon::languages, "languages"},
      {model::ArticleIcon::layers, "layers"},
      {model::ArticleIcon::leaf, "leaf"},
      {model::ArticleIcon::list, "list"},
      {model::ArticleIcon::lock, "lock"},
      {model::ArticleIcon::map_pin, "map-pin"},
      {model::ArticleIcon::monitor, "monitor"},
      {model::ArticleIcon::newspaper, "newspaper"},
      {model::ArticleIcon::route, "route"},
      {model::ArticleIcon::share, "share-2"},
      {model::ArticleIcon::star, "star"},
      {model::ArticleIcon::sun, "sun"},
      {model::ArticleIcon::ticket, "ticket"},
      {model::ArticleIcon::triangle_alert, "triangle-alert"},
      {model::ArticleIcon::users, "users"},
  };
};

// --- Rules -------------------------------------------------------------------

namespace {

// The lengths are what screens and calendars can take without spoiling the page.
constexpr std::size_t tag_length = 24;
constexpr std::size_t name_length = 160;
constexpr std::size_t title_length = 200;
constexpr std::size_t summary_length = 1200;
constexpr std::size_t long_length = 4000;
constexpr std::size_t feature_id_length = 64;
constexpr std::size_t description_length = 10'000;

// The sizes are far above any summit; they keep a runaway file from taking hours to check.
constexpr std::size_t most_things = 5'000;
constexpr std::size_t most_sessions = 20'000;
constexpr std::size_t most_mentions = 200;
constexpr std::size_t most_outline_points = 200;
constexpr double widest_site_m = 10'000;

constexpr Rule an_id(Named kind) { return {.shape = Shape::id, .named = kind}; }
constexpr Rule one(Named kind) { return {.shape = Shape::reference, .named = kind}; }
constexpr Rule a(Shape shape) { return {.shape = shape}; }
constexpr Rule text_up_to(std::size_t length) {
  return {.shape = Shape::text, .most = static_cast<double>(length)};
}
constexpr Rule lines_up_to(std::size_t length) {
  return {.shape = Shape::text, .most = static_cast<double>(length), .multi_line = true};
}
constexpr Rule prose_up_to(std::size_t length) {
  return {.shape = Shape::text, .most = static_cast<double>(length), .multi_line = true, .prose = true};
}
constexpr Rule phrase_up_to(std::size_t length) {
  return {.shape = Shape::phrase, .most = static_cast<double>(length)};
}
constexpr Rule whole_number(int least, int most) {
  return {
      .shape = Shape::whole_number, .least = static_cast<double>(least), .most = static_cast<double>(most)};
}
constexpr Rule number(double least, double most) {
  return {.shape = Shape::number, .least = least, .most = most};
}

constexpr Rule list_of(Rule item, std::size_t fewest, std::size_t most) {
  item.list = true;
  item.fewest_items = fewest;
  item.most_items = most;
  // Values are listed to be looked up; a second mention says nothing new.
  item.distinct = item.shape == Shape::reference || item.shape == Shape::language;
  return item;
}
// The one list that makes all things of a kind known.
constexpr Rule all(Named kind, std::size_t fewest, std::size_t most = most_things) {
  return list_of({.shape = Shape::object, .named = kind}, fewest, most);
}

constexpr Rule outline =
    list_of({.shape = Shape::point, .least = 0, .most = widest_site_m}, 0, most_outline_points);

template <typename Owner>
constexpr Field<Owner> status() {
  return field<&Owner::publication, &model::Publication::status>("status", required, a(Shape::choice));
}
template <typename Owner>
constexpr Field<Owner> source() {
  return field<&Owner::publication, &model::Publication::source>("source", optional, one(Named::source));
}

}  // namespace

// --- Objects, parts before the wholes that hold them -------------------------

template <>
struct Table<model::Publication> {
  static constexpr std::string_view name = "publication";
  static constexpr Field<model::Publication> fields[] = {
      field<&model::Publication::status>("status", required, a(Shape::choice)),
      field<&model::Publication::source>("source", optional, one(Named::source)),
  };
};

template <>
struct Table<model::Source> {
  static constexpr std::string_view name = "source";
  static constexpr Field<model::Source> fields[] = {
      field<&model::Source::id>("id", required, an_id(Named::source)),
      field<&model::Source::name>("name", required, text_up_to(name_length)),
      field<&model::Source::link>("link", optional, a(Shape::link)),
  };
};

// Opening hours are for whoever puts the programme together (authoring/); the app has no use for them.
void check_time_of_day(ReadContext& context, json::Value& value, const Rule&, model::Day&) {
  const std::string* text = value.text();
  if (!text) return report_wrong_kind(context, "a text", value);
  const auto digit = [&](std::size_t i) { return (*text)[i] >= '0' && (*text)[i] <= '9'; };
  if (text->size() != 5 || !digit(0) || !digit(1) || (*text)[2] != ':' || !digit(3) || !digit(4) ||
      text->substr(0, 2) > "23" || (*text)[3] > '5')
    context.error(say(quoted(*text), " is not a time of day; one reads like \"08:30\""));
}

template <>
struct Table<model::Day> {
  static constexpr std::string_view name = "day";
  static constexpr Field<model::Day> fields[] = {
      field<&model::Day::date>("date", required, a(Shape::date)),
      field<&model::Day::title>("title", optional, text_up_to(title_length)),
      {"opens", optional, phrase_up_to(5), check_time_of_day, [](KeyFormat&) {}},
      {"closes", optional, phrase_up_to(5), check_time_of_day, [](KeyFormat&) {}},
  };
};

template <>
struct Table<model::GeoPoint> {
  static constexpr std::string_view name = "position";
  static constexpr Field<model::GeoPoint> fields[] = {
      field<&model::GeoPoint::latitude>("latitude", required, number(-90, 90)),
      field<&model::GeoPoint::longitude>("longitude", required, number(-180, 180)),
  };
};

template <>
struct Table<model::Site> {
  static constexpr std::string_view name = "site";
  static constexpr Field<model::Site> fields[] = {
      field<&model::Site::id>("id", required, an_id(Named::site)),
      field<&model::Site::name>("name", required, text_up_to(name_length)),
      field<&model::Site::description>("description", optional, lines_up_to(summary_length)),
      field<&model::Site::position>("position", optional, a(Shape::object)),
      status<model::Site>(),
      source<model::Site>(),
  };
};

template <>
struct Table<model::Level> {
  static constexpr std::string_view name = "level";
  static constexpr Field<model::Level> fields[] = {
      field<&model::Level::id>("id", required, an_id(Named::level)),
      field<&model::Level::site>("site", required, one(Named::site)),
      field<&model::Level::number>("number", required, whole_number(-20, 200)),
      field<&model::Level::name>("name", required, text_up_to(name_length)),
      field<&model::Level::outline>("outline", optional, outline),
      field<&model::Level::map_level>("map_level", since_2, phrase_up_to(feature_id_length)),
      status<model::Level>(),
      source<model::Level>(),
  };
};

template <>
struct Table<model::Room> {
  static constexpr std::string_view name = "room";
  static constexpr Field<model::Room> fields[] = {
      field<&model::Room::id>("id", required, an_id(Named::room)),
      field<&model::Room::level>("level", required, one(Named::level)),
      field<&model::Room::kind>("kind", required, a(Shape::choice)),
      field<&model::Room::name>("name", required, text_up_to(name_length)),
      field<&model::Room::description>("description", optional, lines_up_to(summary_length)),
      field<&model::Room::seats>("seats", optional, whole_number(1, 100'000)),
      field<&model::Room::outline>("outline", optional, outline),
      field<&model::Room::unit>("unit", since_2, phrase_up_to(feature_id_length)),
      status<model::Room>(),
      source<model::Room>(),
  };
};

template <>
struct Table<model::Theme> {
  static constexpr std::string_view name = "theme";
  static constexpr Field<model::Theme> fields[] = {
      field<&model::Theme::id>("id", required, an_id(Named::theme)),
      field<&model::Theme::number>("number", required, whole_number(1, 99)),
      field<&model::Theme::color>("color", required, a(Shape::color)),
      field<&model::Theme::name>("name", required, text_up_to(name_length)),
      field<&model::Theme::short_name>("short_name", required, text_up_to(tag_length)),
      field<&model::Theme::focus>("focus", optional, lines_up_to(summary_length)),
      field<&model::Theme::benefits>("benefits", optional, lines_up_to(summary_length)),
      status<model::Theme>(),
      source<model::Theme>(),
  };
};

template <>
struct Table<model::Partner> {
  static constexpr std::string_view name = "partner";
  static constexpr Field<model::Partner> fields[] = {
      field<&model::Partner::id>("id", required, an_id(Named::partner)),
      field<&model::Partner::kind>("kind", required, a(Shape::choice)),
      field<&model::Partner::name>("name", required, text_up_to(name_length)),
      field<&model::Partner::abbreviation>("abbreviation", optional, text_up_to(tag_length)),
      field<&model::Partner::description>("description", required, lines_up_to(summary_length)),
      field<&model::Partner::role>("role", optional, lines_up_to(summary_length)),
      field<&model::Partner::link>("link", optional, a(Shape::link)),
      field<&model::Partner::rooms>("rooms", since_2, list_of(one(Named::room), 0, most_mentions)),
      status<model::Partner>(),
      source<model::Partner>(),
  };
};

template <>
struct Table<model::Synonyms> {
  static constexpr std::string_view name = "synonyms";
  static constexpr Field<model::Synonyms> fields[] = {
      field<&model::Synonyms::words>("words", required, list_of(phrase_up_to(60), 2, 200)),
  };
};

template <>
struct Table<model::Person> {
  static constexpr std::string_view name = "person";
  static constexpr Field<model::Person> fields[] = {
      field<&model::Person::id>("id", required, an_id(Named::person)),
      field<&model::Person::name>("name", required, text_up_to(name_length)),
      field<&model::Person::position>("position", optional, text_up_to(title_length)),
      field<&model::Person::partners>("partners", since_2, list_of(one(Named::partner), 0, most_mentions)),
      field<&model::Person::announced_on>("announced_on", since_2, a(Shape::date)),
      status<model::Person>(),
      source<model::Person>(),
  };
};

template <>
struct Table<model::Participation> {
  static constexpr std::string_view name = "participation";
  static constexpr Field<model::Participation> fields[] = {
      field<&model::Participation::person>("person", required, one(Named::person)),
      field<&model::Participation::role>("role", optional, text_up_to(name_length)),
  };
};

template <>
struct Table<model::Interpretation> {
  static constexpr std::string_view name = "interpretation";
  static constexpr Field<model::Interpretation> fields[] = {
      field<&model::Interpretation::language>("language", required, a(Shape::language)),
      field<&model::Interpretation::channel>("channel", optional, whole_number(1, 99)),
  };
};

template <>
struct Table<model::FormerPlace> {
  static constexpr std::string_view name = "former-place";
  static constexpr Field<model::FormerPlace> fields[] = {
      field<&model::FormerPlace::starts_at>("starts_at", optional, a(Shape::instant)),
      field<&model::FormerPlace::room>("room", optional, one(Named::room)),
  };
};

template <>
struct Table<model::Session> {
  static constexpr std::string_view name = "session";
  static constexpr Field<model::Session> fields[] = {
      field<&model::Session::id>("id", required, an_id(Named::session)),
      field<&model::Session::title>("title", required, text_up_to(title_length)),
      field<&model::Session::summary>("summary", optional, lines_up_to(summary_length)),
      field<&model::Session::description>("description", since_2, prose_up_to(description_length)),
      field<&model::Session::starts_at>("starts_at", required, a(Shape::instant)),
      field<&model::Session::ends_at>("ends_at", required_in_1, a(Shape::instant)),
      field<&model::Session::room>("room", required_in_1, one(Named::room)),
      field<&model::Session::overflow_room>("overflow_room", since_2, one(Named::room)),
      field<&model::Session::kind>("kind", required, a(Shape::choice)),
      field<&model::Session::themes>("themes", optional, list_of(one(Named::theme), 0, most_mentions)),
      field<&model::Session::partners>("partners", optional, list_of(one(Named::partner), 0, most_mentions)),
      field<&model::Session::people>("people", optional, list_of(a(Shape::object), 0, most_mentions)),
      field<&model::Session::languages>("languages", optional, list_of(a(Shape::language), 0, most_mentions)),
      field<&model::Session::interpretation>("interpretation", optional,
                                             list_of(a(Shape::object), 0, most_mentions)),
      field<&model::Session::access>("access", required, a(Shape::choice)),
      field<&model::Session::state>("state", optional, a(Shape::choice)),
      field<&model::Session::moved_from>("moved_from", since_2, a(Shape::object)),
      field<&model::Session::revision>("revision", since_2, whole_number(0, 1'000'000)),
      status<model::Session>(),
      source<model::Session>(),
  };
};

template <>
struct Table<model::NoticeScope> {
  static constexpr std::string_view name = "notice-scope";
  static constexpr Field<model::NoticeScope> fields[] = {
      field<&model::NoticeScope::rooms>("rooms", optional, list_of(one(Named::room), 0, most_mentions)),
      field<&model::NoticeScope::sessions>("sessions", optional,
                                           list_of(one(Named::session), 0, most_mentions)),
  };
};

template <>
struct Table<model::Notice> {
  static constexpr std::string_view name = "notice";
  static constexpr Field<model::Notice> fields[] = {
      field<&model::Notice::id>("id", required, an_id(Named::notice)),
      field<&model::Notice::title>("title", required, text_up_to(title_length)),
      field<&model::Notice::text>("text", required, lines_up_to(summary_length)),
      field<&model::Notice::urgency>("urgency", required, a(Shape::choice)),
      field<&model::Notice::published_at>("published_at", required, a(Shape::instant)),
      field<&model::Notice::until>("until", since_2, a(Shape::instant)),
      field<&model::Notice::state>("state", since_2, a(Shape::choice)),
      field<&model::Notice::applies_to>("applies_to", since_2, a(Shape::object)),
      status<model::Notice>(),
      source<model::Notice>(),
  };
};

template <>
struct Table<model::StoryLink> {
  static constexpr std::string_view name = "story-link";
  static constexpr Field<model::StoryLink> fields[] = {
      field<&model::StoryLink::name>("name", required, text_up_to(name_length)),
      field<&model::StoryLink::link>("link", required, a(Shape::link)),
  };
};

template <>
struct Table<model::StorySection> {
  static constexpr std::string_view name = "story-section";
  static constexpr Field<model::StorySection> fields[] = {
      field<&model::StorySection::heading>("heading", optional, text_up_to(title_length)),
      field<&model::StorySection::paragraphs>("paragraphs", optional,
                                              list_of(text_up_to(long_length), 0, most_mentions)),
      field<&model::StorySection::points>("points", optional,
                                          list_of(text_up_to(summary_length), 0, most_mentions)),
  };
};

template <>
struct Table<model::Story> {
  static constexpr std::string_view name = "story";
  static constexpr Field<model::Story> fields[] = {
      field<&model::Story::id>("id", required, an_id(Named::story)),
      field<&model::Story::title>("title", required, text_up_to(title_length)),
      field<&model::Story::summary>("summary", required, lines_up_to(summary_length)),
      field<&model::Story::sections>("sections", required, list_of(a(Shape::object), 1, most_mentions)),
      field<&model::Story::links>("links", optional, list_of(a(Shape::object), 0, most_mentions)),
      status<model::Story>(),
      source<model::Story>(),
  };
};

template <>
struct Table<model::Article> {
  static constexpr std::string_view name = "article";
  static constexpr Field<model::Article> fields[] = {
      field<&model::Article::id>("id", required, an_id(Named::article)),
      field<&model::Article::part>("part", required, a(Shape::choice)),
      field<&model::Article::icon>("icon", optional, a(Shape::choice)),
      field<&model::Article::title>("title", required, text_up_to(title_length)),
      field<&model::Article::paragraphs>("paragraphs", optional,
                                         list_of(text_up_to(long_length), 0, most_mentions)),
      field<&model::Article::points>("points", optional,
                                     list_of(text_up_to(summary_length), 0, most_mentions)),
      field<&model::Article::links>("links", optional, list_of(a(Shape::object), 0, most_mentions)),
      status<model::Article>(),
      source<model::Article>(),
  };
};

template <>
struct Table<model::MilestoneEvent> {
  static constexpr std::string_view name = "milestone-event";
  static constexpr Field<model::MilestoneEvent> fields[] = {
      field<&model::MilestoneEvent::day>("day", required, a(Shape::date)),
      field<&model::MilestoneEvent::title>("title", required, text_up_to(title_length)),
      field<&model::MilestoneEvent::text>("text", optional, lines_up_to(summary_length)),
      field<&model::MilestoneEvent::points>("points", optional,
                                            list_of(text_up_to(summary_length), 0, most_mentions)),
      field<&model::MilestoneEvent::partners>("partners", optional,
                                              list_of(one(Named::partner), 0, most_mentions)),
  };
};

template <>
struct Table<model::Milestone> {
  static constexpr std::string_view name = "milestone";
  static constexpr Field<model::Milestone> fields[] = {
      field<&model::Milestone::id>("id", required, an_id(Named::milestone)),
      field<&model::Milestone::title>("title", required, text_up_to(title_length)),
      field<&model::Milestone::place>("place", required, text_up_to(name_length)),
      field<&model::Milestone::first_day>("first_day", required, a(Shape::date)),
      field<&model::Milestone::last_day>("last_day", required, a(Shape::date)),
      field<&model::Milestone::position, &model::GeoPoint::latitude>("latitude", required, number(-90, 90)),
      field<&model::Milestone::position, &model::GeoPoint::longitude>("longitude", required,
                                                                      number(-180, 180)),
      field<&model::Milestone::text>("text", required, lines_up_to(summary_length)),
      field<&model::Milestone::points>("points", optional,
                                       list_of(text_up_to(summary_length), 0, most_mentions)),
      field<&model::Milestone::events>("events", optional, list_of(a(Shape::object), 0, most_mentions)),
      field<&model::Milestone::partners>("partners", optional,
                                         list_of(one(Named::partner), 0, most_mentions)),
      status<model::Milestone>(),
      source<model::Milestone>(),
  };
};

// --- Files -------------------------------------------------------------------

namespace {

using model::Event;

// Keys that belong to a file and not to the event.
void pass_over(ReadContext& context, json::Value& value, const Rule&, Event&) {
  if (!value.text()) report_wrong_kind(context, "a text", value);
}
void accept(ReadContext&, json::Value&, const Rule&, Event&) {}
void describe_nothing(KeyFormat&) {}

// From here on texts are measured against these languages, unless the list itself
// is wrong: then every text would be, too.
void read_languages(ReadContext& context, json::Value& value, const Rule& rule, Event& event) {
  const std::size_t problems_before = context.problem_count();
  read_value(context, value, rule, event.languages);
  if (context.problem_count() == problems_before) context.languages = event.languages;
}

// From here on texts may lack languages, as long as one of these is there.
void read_fallback(ReadContext& context, json::Value& value, const Rule& rule, Event& event) {
  const std::size_t problems_before = context.problem_count();
  read_value(context, value, rule, event.fallback);
  if (context.languages.empty()) return;  // they could not be read
  for (std::size_t i = 0; i < event.fallback.size(); ++i) {
    if (std::ranges::find(event.languages, event.fallback[i]) != event.languages.end()) continue;
    const ReadContext::PathScope at(context, i);
    context.error(say(quoted(event.fallback[i]), " is not among the languages of the event"));
  }
  // With a wrong list every text would be wrong, too.
  if (context.problem_count() == problems_before) context.fallback = event.fallback;
}

// Names the schema, so that editors can help while one writes.
constexpr Field<Event> schema = {"$schema", optional, a(Shape::editor_hint), pass_over, describe_nothing};

// Read before anything else, by read.cpp, which refuses what it does not know.
constexpr Field<Event> format = {"format", required, a(Shape::version), accept, describe_nothing};

// The languages come first: all texts are measured against them.
constexpr Field<Event> event_fields[] = {
    schema,
    format,
    {"languages", required, list_of(a(Shape::language), 1, 20), read_languages, describe_nothing},
    {"fallback", since_2, list_of(a(Shape::language), 1, 20), read_fallback, describe_nothing},
    field<&Event::address>("address", since_2, a(Shape::site)),
    field<&Event::id>("id", required, a(Shape::id)),
    field<&Event::name>("name", required, text_up_to(name_length)),
    field<&Event::short_name>("short_name", required, text_up_to(tag_length)),
    field<&Event::motto>("motto", optional, text_up_to(title_length)),
    field<&Event::city>("city", required, text_up_to(name_length)),
    field<&Event::country>("country", required, text_up_to(name_length)),
    field<&Event::summary>("summary", optional, lines_up_to(summary_length)),
    field<&Event::time_zone>("time_zone", required, a(Shape::time_zone)),
    field<&Event::time_zone_name>("time_zone_name", required, text_up_to(name_length)),
    field<&Event::first_day>("first_day", required, a(Shape::date)),
    field<&Event::last_day>("last_day", required, a(Shape::date)),
    field<&Event::programme>("programme", required, a(Shape::object)),
    field<&Event::updated_at>("updated_at", since_2, a(Shape::instant)),
    field<&Event::sources>("sources", optional, all(Named::source, 0)),
    field<&Event::days>("days", required, list_of(a(Shape::object), 1, 100)),
};

constexpr Field<Event> places_fields[] = {
    schema,
    field<&Event::sites>("sites", required, all(Named::site, 1)),
    field<&Event::levels>("levels", required, all(Named::level, 1)),
    field<&Event::rooms>("rooms", required, all(Named::room, 1)),
};

constexpr Field<Event> themes_fields[] = {schema,
                                          field<&Event::themes>("themes", required, all(Named::theme, 0))};

constexpr Field<Event> partners_fields[] = {
    schema, field<&Event::partners>("partners", required, all(Named::partner, 0))};

constexpr Field<Event> persons_fields[] = {
    schema, field<&Event::persons>("persons", required, all(Named::person, 0))};

constexpr Field<Event> sessions_fields[] = {
    schema, field<&Event::sessions>("sessions", required, all(Named::session, 1, most_sessions))};

constexpr Field<Event> notices_fields[] = {
    schema, field<&Event::notices>("notices", required, all(Named::notice, 0))};

constexpr Field<Event> stories_fields[] = {schema,
                                           field<&Event::stories>("stories", required, all(Named::story, 0))};

constexpr Field<Event> articles_fields[] = {
    schema, field<&Event::articles>("articles", required, all(Named::article, 0))};

constexpr Field<Event> road_fields[] = {
    schema, field<&Event::milestones>("milestones", required, all(Named::milestone, 0))};

constexpr Field<Event> synonyms_fields[] = {
    schema, field<&Event::synonyms>("synonyms", required, all(Named::nothing, 0))};

struct File {
  std::string_view name;
  Need need;
  std::span<const Field<Event>> fields;
};

// What is referred to stands before what refers to it.
constexpr File files[] = {
    {"event.json", required, event_fields},       {"places.json", required, places_fields},
    {"themes.json", required, themes_fields},     {"partners.json", required, partners_fields},
    {"persons.json", optional, persons_fields},   {"sessions.json", required, sessions_fields},
    {"notices.json", optional, notices_fields},   {"stories.json", optional, stories_fields},
    {"articles.json", optional, articles_fields}, {"road.json", optional, road_fields},
    {"synonyms.json", optional, synonyms_fields},
};

const File* find_file(std::string_view name) {
  const auto* found = std::ranges::find(files, name, &File::name);
  return found == std::ranges::end(files) ? nullptr : found;
}

template <typename Owner>
ObjectFormat describe(std::string_view name, std::span<const Field<Owner>> fields) {
  ObjectFormat object{name, {}};
  for (const Field<Owner>& entry : fields) {
    KeyFormat& key =
        object.keys.emplace_back(KeyFormat{entry.key, entry.need == required, entry.rule, {}, {}});
    entry.describe(key);
  }
  return object;
}

template <typename... Owners>
void describe_all(std::vector<ObjectFormat>& objects) {
  (objects.push_back(describe<Owners>(Table<Owners>::name, Table<Owners>::fields)), ...);
}

}  // namespace

void read_file_object(ReadContext& context, std::string_view name, json::Value& value, Event& event) {
  if (const File* file = find_file(name)) read_object(context, value, file->fields, event);
}

void read_session(ReadContext& context, json::Value& value, model::Session& session) {
  read_value(context, value, {}, session);
}

void read_notice(ReadContext& context, json::Value& value, model::Notice& notice) {
  read_value(context, value, {}, notice);
}

std::string_view word_of(model::NoticeState state) {
  for (const auto& [enumerator, word] : Choices<model::NoticeState>::words)
    if (enumerator == state) return word;
  return {};
}

std::string_view word_of(model::NoticeUrgency urgency) {
  for (const auto& [enumerator, word] : Choices<model::NoticeUrgency>::words)
    if (enumerator == urgency) return word;
  return {};
}

std::string_view word_of(model::SessionState state) {
  for (const auto& [enumerator, word] : Choices<model::SessionState>::words)
    if (enumerator == state) return word;
  return {};
}

void read_absent_file(ReadContext& context, std::string_view name) {
  if (const File* file = find_file(name))
    for (const Field<Event>& entry : file->fields)
      if (entry.rule.list) context.all_declared(entry.rule.named);
}

std::vector<FileFormat> describe_files() {
  std::vector<FileFormat> described;
  for (const File& file : files) described.push_back({file.name, file.need == required});
  return described;
}

std::vector<ObjectFormat> describe_objects() {
  std::vector<ObjectFormat> objects;
  for (const File& file : files) objects.push_back(describe(file.name, file.fields));
  describe_all<model::Publication, model::Source, model::Day, model::GeoPoint, model::Site, model::Level,
               model::Room, model::Theme, model::Partner, model::Person, model::Participation,
               model::Interpretation, model::FormerPlace, model::Session, model::NoticeScope, model::Notice,
               model::StoryLink, model::StorySection, model::Story, model::Article, model::MilestoneEvent,
               model::Milestone, model::Synonyms>(objects);
  return objects;
}

}  // namespace pack
