// The small made-up event beside this, in English and in Uzbek, which is translated in part both in the event
// and in the app, across a weekend at which summer time ends. Its folder brings the app's texts in Uzbek
// itself.
#include <doctest/doctest.h>

#include <filesystem>

#include "imdf/venue_maker.h"
#include "lint/texts.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "text/borrowed.h"
#include "ui/running_app.h"

namespace {

const app::Assets& second_assets() {
  static const std::span<const std::byte> icu = test::aligned_file(SUMMIT_SECOND_ICU);
  static const bool used = text::use_icu_data(icu).has_value();
  REQUIRE(used);
  static const pack::BuildResult built = [] {
    const auto files = pack::load_folder(SUMMIT_SECOND);
    REQUIRE(files);
    return pack::build_bundle(*files);
  }();
  for (const pack::Problem& problem : built.problems) CHECK_MESSAGE(false, pack::to_line(problem));
  REQUIRE(built.bytes);
  static app::Assets files = test::assets();
  files.icu_data = icu;
  files.pack = *built.bytes;
  return files;
}

test::RunningApp running(const std::string& path, std::string_view now = "2026-10-24T10:30+02:00") {
  return test::RunningApp(test::start_at(path), second_assets(), now);
}

const model::Event& event() {
  static const auto read = pack::read_bundle(second_assets().pack);
  REQUIRE(read.event);
  return *read.event;
}

// Every page that the app can name: those of the table, and one for each thing.
std::vector<std::string> all_pages() {
  std::vector<std::string> pages;
  for (const screens::PageEntry& entry : screens::all_pages()) {
    const std::string path = entry.segment.empty() ? std::string() : std::string(entry.segment) + "/";
    if (entry.things != nullptr)
      entry.things->each(event(), [&](const std::string& id) { pages.push_back(path + id + "/"); });
    else if (entry.page != screens::Page::not_found)
      pages.push_back(path);
  }
  return pages;
}

const ui::Node* named(const test::RunningApp& app, std::string_view name) {
  const auto found = std::ranges::find(app.tree().nodes, name, &ui::Node::name);
  return found == app.tree().nodes.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the second event is small, whole, and says that it is made up") {
  CHECK(event().languages == std::vector<std::string>{"en", "uz"});
  CHECK(event().time_zone == "Europe/Berlin");
  CHECK(event().name.in("en").find("made up") != std::string::npos);
  CHECK(event().name.in("uz").find("oʻylab topilgan") != std::string::npos);
  // Translated in part: some of it is there and some is not.
  std::size_t there = 0, lacking = 0;
  for (const model::Session& session : event().sessions) (session.title.has("uz") ? there : lacking) += 1;
  CHECK(there > 0);
  CHECK(lacking > 0);
}

TEST_CASE("every page is described in both languages") {
  for (const std::string language : {"en", "uz"})
    for (const std::string& page : all_pages()) {
      const std::string path = "/" + language + "/" + page;
      CAPTURE(path);
      const test::RunningApp app = running(path);
      CHECK(app.app->path() == path);
      CHECK(app.tree().language == language);
      CHECK_FALSE(app.heading().empty());
      CHECK(app.heading() != test::said(language, "not_found.title"));
    }
}

TEST_CASE("the app speaks Uzbek where it is translated, and says of the rest that it is English") {
  CHECK(test::said("uz", "nav.agenda") == "Dastur");
  const auto borrowed = text::borrowed_texts("uz");
  CHECK(borrowed.size() > 50);
  for (const std::string& text : borrowed) CHECK(text != "Dastur");
  CHECK(text::borrowed_texts("en").empty());
  CHECK(text::borrowed_texts("kk").empty());

  const test::RunningApp app = running("/uz/settings/");
  CHECK(app.heading() == "Sozlamalar");
  CHECK(app.node(ui::Role::heading, "Sozlamalar").language.empty());
  // What nobody has translated yet says on each page which language it is in, and nothing else does.
  std::size_t seen = 0;
  for (const std::string_view page :
       {"settings/", "agenda/", "map/", "info/", "people/", "changes/", "search/"}) {
    CAPTURE(page);
    const test::RunningApp uzbek = running("/uz/" + std::string(page));
    const test::RunningApp english = running("/en/" + std::string(page));
    for (const ui::Node& node : uzbek.tree().nodes) {
      const bool is_borrowed = std::ranges::find(borrowed, node.name) != borrowed.end();
      if (is_borrowed) CHECK_MESSAGE(node.language == "en", node.name);
      seen += is_borrowed ? 1 : 0;
    }
    for (const ui::Node& node : english.tree().nodes)
      if (std::ranges::find(borrowed, node.name) != borrowed.end())
        CHECK_MESSAGE(node.language.empty(), node.name);
  }
  CHECK(seen > 5);
}

TEST_CASE("texts of the event that lack Uzbek are shown in English and said to be") {
  for (const model::Session& session : event().sessions) {
    const test::RunningApp app = running("/uz/agenda/" + session.id + "/");
    const ui::Node* title = named(app, session.title.in("uz"));
    REQUIRE_MESSAGE(title != nullptr, session.id);
    CHECK_MESSAGE(title->language == (session.title.has("uz") ? "" : "en"), session.id);
  }
}

TEST_CASE("sentences that are put together say the language that most of them is in") {
  // The words around the title are English as well, for nobody has translated them.
  CHECK(test::said("uz", "session.star_named") == test::said("en", "session.star_named"));
  const test::RunningApp app = running("/uz/agenda/");
  for (const auto& [name, language] :
       {std::pair{"In my agenda: Reading a river", "en"}, {"In my agenda: Roʻyxatdan oʻtish", ""}}) {
    const ui::Node* star = named(app, name);
    REQUIRE_MESSAGE(star != nullptr, name);
    CHECK_MESSAGE(star->language == language, name);
  }
  // A place is a room in Uzbek and a level in English, a time has no language.
  const ui::Node* where = named(app, "10:00–11:00 · Katta zal, Level 1");
  REQUIRE(where != nullptr);
  CHECK(where->language.empty());
  const test::RunningApp english = running("/en/agenda/");
  for (const ui::Node& node : english.tree().nodes) CHECK_MESSAGE(node.language.empty(), node.name);
}

TEST_CASE("times are those of the clock on the wall, before and after summer time ends") {
  const auto zone = text::TimeZone::named("Europe/Berlin");
  REQUIRE(zone);
  const auto session = [&](std::string_view id) -> const model::Session& {
    const auto found = std::ranges::find(event().sessions, id, &model::Session::id);
    REQUIRE(found != event().sessions.end());
    return *found;
  };
  CHECK(zone->offset_minutes(session("opening").starts_at) == 120);
  CHECK(zone->offset_minutes(session("closing").starts_at) == 60);
  // The night in which one hour comes twice: by the clock it lasts six hours, and seven have passed.
  const model::Session& night = session("night-of-the-river");
  CHECK(zone->at(night.starts_at).hour == 23);
  CHECK(zone->at(night.ends_at).hour == 5);
  CHECK(night.ends_at - night.starts_at == std::chrono::hours{7});

  for (const std::string language : {"en", "uz"}) {
    CAPTURE(language);
    CHECK(running("/" + language + "/agenda/opening/").says("10:00–11:00"));
    CHECK(running("/" + language + "/agenda/closing/").says("16:00–17:00"));
  }
  // It is on in both of the hours that are called two, and over when the clock shows five.
  for (const auto& [now, on] : {std::pair{"2026-10-25T00:30Z", true},
                                {"2026-10-25T01:30Z", true},
                                {"2026-10-25T03:59Z", true},
                                {"2026-10-25T04:00Z", false}})
    CHECK_MESSAGE(running("/en/agenda/night-of-the-river/", now).says(test::said("en", "agenda.live")) == on,
                  now);
}

TEST_CASE("dates are put together as Uzbek does") {
  const auto zone = text::TimeZone::named("Europe/Berlin");
  const auto words = text::Words::in("uz", *zone);
  REQUIRE(words);
  const auto day = [](int of_month) { return text::Date{std::chrono::year{2026} / 10 / of_month}; };
  CHECK(words->date_range(day(24), day(26)) == "2026-yil 24–26-oktabr");
  CHECK(words->weekday(day(25)) == "yakshanba");
}

TEST_CASE("whoever asks for Uzbek gets it, and others get the event's first language") {
  const auto language_for = [](std::vector<std::string> preferred) {
    app::Start start = test::start_at("/");
    start.preferred_languages = std::move(preferred);
    return test::RunningApp(start, second_assets()).tree().language;
  };
  CHECK(language_for({"uz-UZ", "ru"}) == "uz");
  CHECK(language_for({"kk", "ru"}) == "en");
}
