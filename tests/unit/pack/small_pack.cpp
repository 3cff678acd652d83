#include "small_pack.h"

#include "with_icu.h"

namespace small_pack {
namespace {

// A list with one item. Written as {item}, compilers disagree whether that is a list at all.
Json only(Json item) {
  Json list = Json::array();
  list.push_back(std::move(item));
  return list;
}

Json published(Json thing) {
  thing["status"] = "published";
  thing["source"] = "concept-note";
  return thing;
}

Json event() {
  return {
      {"format", 2},
      {"id", "small-summit"},
      {"languages", {"kk", "ru", "en"}},
      {"address", "https://summit.example/2026/"},
      {"name", text("Small Summit")},
      {"short_name", text("SS 2026")},
      {"motto", text("Little by little")},
      {"city", text("Astana")},
      {"country", text("Kazakhstan")},
      {"summary", text("A summit for tests.\nIt has two lines.")},
      {"time_zone", "Asia/Almaty"},
      {"time_zone_name", text("Astana time")},
      {"first_day", "2026-04-22"},
      {"last_day", "2026-04-24"},
      {"programme", {{"status", "provisional"}}},
      {"updated_at", "2026-04-20T18:00+05:00"},
      {"sources", only({{"id", "concept-note"},
                        {"name", text("Concept note")},
                        {"link", "https://summit.example/note.pdf"}})},
      {"days",
       {{{"date", "2026-04-22"}, {"title", text("Arriving")}, {"opens", "08:00"}, {"closes", "19:30"}},
        {{"date", "2026-04-23"}},
        {{"date", "2026-04-24"}}}},
  };
}

Json places() {
  return {
      {"sites", only(published({{"id", "palace"},
                                {"name", text("Palace")},
                                {"description", text("Where it all happens.")},
                                {"position", {{"latitude", 51.12}, {"longitude", 71.47}}}}))},
      {"levels", only(published({{"id", "ground"},
                                 {"site", "palace"},
                                 {"number", 1},
                                 {"name", text("Level 1")},
                                 {"outline", {{0, 0}, {60, 0}, {60, 40}, {0, 40}}},
                                 {"map_level", "00000000-0000-4000-8000-000000000001"}}))},
      {"rooms",
       {published({{"id", "great-hall"},
                   {"level", "ground"},
                   {"kind", "hall"},
                   {"name", text("Great Hall")},
                   {"description", text("The largest.")},
                   {"seats", 900},
                   {"outline", {{0, 0}, {30, 0}, {30, 40}, {0, 40}}},
                   {"unit", "00000000-0000-4000-8000-000000000002"}}),
        published({{"id", "blue-room"},
                   {"level", "ground"},
                   {"kind", "meeting"},
                   {"name", text("Blue Room")},
                   {"outline", {{30, 0}, {60, 0}, {60, 12.5}, {30, 12.5}}}})}},
  };
}

Json theme(int number, std::string_view id, std::string_view color) {
  return published({{"id", id},
                    {"number", number},
                    {"color", color},
                    {"name", text("A theme")},
                    {"short_name", text("Theme")},
                    {"focus", text("What it is about.")},
                    {"benefits", text("What one takes home.")}});
}

Json partner(std::string_view id, std::string_view kind) {
  return published({{"id", id},
                    {"kind", kind},
                    {"name", text("A partner")},
                    {"abbreviation", text("AP")},
                    {"description", text("Helps.")},
                    {"role", text("Helped to prepare it.")},
                    {"link", "https://partner.example/"}});
}

Json session(std::string_view id, std::string_view starts_at, std::string_view ends_at,
             std::string_view room) {
  return published(
      {{"id", id},
       {"title", text("A session")},
       {"summary", text("Something is said.")},
       {"starts_at", starts_at},
       {"ends_at", ends_at},
       {"room", room},
       {"kind", "thematic"},
       {"themes", {"water", "air"}},
       {"partners", only("helpers")},
       {"people", only({{"person", "guide"}, {"role", text("Moderator")}})},
       {"languages", {"kk", "fr"}},
       {"interpretation", {{{"language", "ru"}, {"channel", 1}}, {{"language", "en"}, {"channel", 2}}}},
       {"access", "delegates"},
       {"state", "scheduled"}});
}

// With all that format 2 lets a session say.
Json moved_session() {
  Json session_ = session("air-talk", "2026-04-23T09:00+05:00", "2026-04-23T10:00+05:00", "blue-room");
  session_["description"] =
      text("Air is all around.\n\nMore is in [the paper](https://summit.example/air.pdf).");
  session_["overflow_room"] = "great-hall";
  session_["state"] = "moved";
  session_["moved_from"] = {{"starts_at", "2026-04-22T09:00+05:00"}, {"room", "great-hall"}};
  session_["revision"] = 3;
  return session_;
}

}  // namespace

Json text(std::string_view english) {
  // The same words thrice: the reader does not mind, and tests stay readable.
  return {{"kk", english}, {"ru", english}, {"en", english}};
}

Files good() {
  test::need_icu();  // the zones, which a pack is held to
  Files files;
  files["event.json"] = event();
  files["places.json"] = places();
  files["themes.json"] = {{"themes", {theme(1, "water", "#0A6EBD"), theme(2, "air", "#5B6770")}}};
  files["partners.json"] = {
      {"partners", {partner("helpers", "un-family"), partner("bank", "development-bank")}}};
  files["persons.json"]["persons"] = only(published({{"id", "guide"},
                                                     {"name", text("The Guide")},
                                                     {"position", text("Office")},
                                                     {"partners", only("helpers")},
                                                     {"announced_on", "2026-03-03"}}));
  files["sessions.json"] = {
      {"sessions",
       {session("opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00", "great-hall"),
        session("water-talk", "2026-04-22T11:00+05:00", "2026-04-22T12:30+05:00", "great-hall"),
        moved_session()}}};
  files["notices.json"]["notices"] =
      only(published({{"id", "welcome"},
                      {"title", text("Welcome")},
                      {"text", text("Doors open at nine.")},
                      {"urgency", "information"},
                      {"published_at", "2026-04-20T09:00+05:00"},
                      {"until", "2026-04-22T09:00+05:00"},
                      {"state", "closed"},
                      {"applies_to", {{"rooms", only("great-hall")}, {"sessions", only("opening")}}}}));
  const Json section = {{"heading", text("How it began")},
                        {"paragraphs", {text("One day."), text("Another day.")}},
                        {"points", only(text("A point"))}};
  const Json link = {{"name", text("More")}, {"link", "mailto:press@summit.example"}};
  files["stories.json"]["stories"] = only(published({{"id", "first-story"},
                                                     {"title", text("A story")},
                                                     {"summary", text("In short.")},
                                                     {"sections", only(section)},
                                                     {"links", only(link)}}));
  files["articles.json"]["articles"] = only(published({{"id", "beginning"},
                                                       {"part", "about"},
                                                       {"icon", "leaf"},
                                                       {"title", text("How it began")},
                                                       {"paragraphs", only(text("With a word."))},
                                                       {"points", only(text("A point"))},
                                                       {"links", only(link)}}));
  const Json talk = {{"day", "2025-11-15"},
                     {"title", text("A talk")},
                     {"text", text("About water.")},
                     {"points", only(text("A finding"))},
                     {"partners", only("helpers")}};
  files["synonyms.json"]["synonyms"] = Json::array({{{"words", {"toilet", "туалет"}}}});
  files["road.json"]["milestones"] = only(published({{"id", "first-meeting"},
                                                     {"title", text("The first meeting")},
                                                     {"place", text("Almaty, Kazakhstan")},
                                                     {"first_day", "2025-11-14"},
                                                     {"last_day", "2025-11-16"},
                                                     {"latitude", 43.24},
                                                     {"longitude", 76.91},
                                                     {"text", text("It was agreed.")},
                                                     {"points", only(text("A point"))},
                                                     {"events", only(talk)},
                                                     {"partners", only("helpers")}}));
  return files;
}

std::string without_checksum(std::string bundle) {
  bundle.erase(1, bundle.find(','));
  constexpr std::string_view oldest = ",\"min_reader\":2";
  return bundle.erase(bundle.find(oldest), oldest.size());
}

pack::PackFiles written(const Files& files) {
  pack::PackFiles pack;
  for (const auto& [name, content] : files) pack.files[name] = content.dump(2);
  return pack;
}

std::vector<std::string> problems(const pack::PackFiles& files) {
  std::vector<std::string> lines;
  const pack::ReadResult result = pack::read_pack(files);
  for (const pack::Problem& problem : result.problems) lines.push_back(to_line(problem));
  // Whoever asks gets either an event or a reason.
  if (result.event.has_value() == has_errors(result.problems))
    lines.push_back("an event and errors, or neither");
  return lines;
}

std::vector<std::string> problems(const Files& files) { return problems(written(files)); }

}  // namespace small_pack
