// What the screens say of sessions and notices beyond the ordinary: no room, no end, moved, full, long
// descriptions, texts that lack a language, notices about rooms and sessions.
#include <algorithm>

#include "small_event.h"

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view morning = "2026-04-22T09:00+05:00";

Json& session(test::EventFiles& files, std::size_t i) { return files["sessions.json"]["sessions"][i]; }

// A talk at ten and one at noon, in the same hall.
std::string event_edited(const std::function<void(test::EventFiles&)>& edit) {
  return test::small_event({{"talk", "The talk", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                            {"noon", "At noon", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"}},
                           [&](test::EventFiles& files) {
                             for (Json& one : files["sessions.json"]["sessions"]) one["kind"] = "thematic";
                             edit(files);
                           });
}

Json notice(std::string_view title) {
  return {{"id", "first"},
          {"title", test::in_all_languages(title)},
          {"text", test::in_all_languages("The doors stay shut.")},
          {"urgency", "change"},
          {"published_at", "2026-04-22T08:00+05:00"},
          {"status", "published"}};
}

std::string filled(std::string_view language, text::Key key, std::string_view name, std::string_view value) {
  std::string message = test::said(language, key);
  const std::string place = "{" + std::string(name) + "}";
  return message.replace(message.find(place), place.size(), value);
}

}  // namespace

TEST_CASE("a session with an open end is shown from its beginning on, and is on until the next in its room") {
  const std::string bytes = event_edited([](test::EventFiles& files) { session(files, 0).erase("ends_at"); });
  auto app = test::running_with(bytes, "/en/agenda/talk/", morning);
  CHECK(app.says("Wednesday, 22 April, from 10:00") != app.says("Wednesday 22 April, from 10:00"));
  CHECK_FALSE(app.says("12:00"));
  app.go_to("/en/agenda/");
  CHECK(app.says("From 10:00 · Great Hall, Level 1"));
  app.go_to("/kk/agenda/");
  CHECK(app.says("Басталуы: 10:00 · Great Hall, Level 1"));
  app.go_to("/ru/agenda/talk/");
  CHECK(app.says(", с 10:00"));

  app.around.now = test::moment("2026-04-22T11:50+05:00");
  app.go_to("/en/agenda/talk/");
  CHECK(app.says(test::said("en", "agenda.live")));
  CHECK_FALSE(app.says("minutes left"));
  app.go_to("/en/");
  CHECK(app.says("The talk"));
  CHECK_FALSE(app.find(ui::Role::progress, test::said("en", "agenda.progress")));
  app.around.now = test::moment("2026-04-22T12:00+05:00");
  app.go_to("/en/agenda/talk/");
  CHECK_FALSE(app.says(test::said("en", "agenda.live")));
}

TEST_CASE("an open end late in the evening belongs to no other day") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    session(files, 1)["starts_at"] = "2026-04-22T22:00+05:00";
    session(files, 1).erase("ends_at");
  });
  auto app = test::running_with(bytes, "/en/agenda/?day=2026-04-23", morning);
  CHECK_FALSE(app.says("At noon"));
  app.go_to("/en/agenda/noon/");
  CHECK_FALSE(app.says("23 April"));
  CHECK(app.says("from 22:00"));
}

TEST_CASE("a session without a room says its time alone and leads to no map") {
  const std::string bytes = event_edited([](test::EventFiles& files) { session(files, 0).erase("room"); });
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    auto app = test::running_with(bytes, "/" + language + "/agenda/", morning);
    CHECK(std::ranges::any_of(app.tree().nodes,
                              [](const ui::Node& node) { return node.name == "10:00–11:00"; }));
    app.go_to("/" + language + "/agenda/talk/");
    CHECK(app.heading() == "The talk");
    CHECK_FALSE(app.leads_to("/" + language + "/map/hall/"));
    CHECK_FALSE(app.tree().description.ends_with("· "));
    CHECK_FALSE(app.tree().description.contains("·"));
  }
}

TEST_CASE("a session that is full or has moved says so, and from where") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    session(files, 0)["state"] = "full";
    session(files, 1)["state"] = "moved";
    session(files, 1)["moved_from"] = {{"starts_at", "2026-04-23T15:30+05:00"}, {"room", "hall"}};
  });
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    auto app = test::running_with(bytes, "/" + language + "/agenda/", morning);
    CHECK(app.says(test::said(language, "agenda.full")));
    CHECK(app.says(test::said(language, "agenda.moved")));
    app.go_to("/" + language + "/agenda/talk/");
    CHECK(app.says(test::said(language, "agenda.full")));
    app.go_to("/" + language + "/agenda/noon/");
    CHECK(app.says(test::said(language, "agenda.moved")));
    CHECK(app.says("15:30"));
  }
  auto app = test::running_with(bytes, "/en/agenda/noon/", morning);
  CHECK(app.says("New time: “At noon” – "));
  CHECK(app.says("23 April"));
}

TEST_CASE("a session says where to go if its room is full, and leads there") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    Json room = files["places.json"]["rooms"][0];
    room["id"] = "foyer";
    room["name"] = test::in_all_languages("Foyer");
    files["places.json"]["rooms"].push_back(room);
    session(files, 0)["overflow_room"] = "foyer";
  });
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    auto app = test::running_with(bytes, "/" + language + "/agenda/talk/", morning);
    CHECK(app.node(ui::Role::link, filled(language, "session.overflow", "room", "Foyer, Level 1, Palace"))
              .href == "/" + language + "/map/foyer/");
    app.go_to("/" + language + "/agenda/noon/");
    CHECK_FALSE(app.says("Foyer"));
    // At the door stands who has found no place.
    app.around.now = test::moment("2026-04-22T10:10+05:00");
    app.go_to("/" + language + "/door/hall/");
    CHECK(app.says(filled(language, "session.overflow", "room", "Foyer, Level 1")));
    // And at a help desk: in its answer, on the screen that faces the visitor and on paper.
    const std::string here = filled(language, "session.overflow", "room", "Foyer");
    app.go_to("/" + language + "/shown/?of=agenda/talk/");
    CHECK(app.node(ui::Role::text, here).look == ui::Look::fact);
    app.go_to("/" + language + "/shown/?of=agenda/noon/");
    CHECK(app.find(ui::Role::text, here) == nullptr);
  }
}

TEST_CASE("where a session was is said with what is known of it") {
  const auto said = [](const Json& moved_from) {
    const std::string bytes = event_edited([&](test::EventFiles& files) {
      session(files, 0)["state"] = "moved";
      if (!moved_from.is_null()) session(files, 0)["moved_from"] = moved_from;
    });
    auto app = test::running_with(bytes, "/en/agenda/talk/", morning);
    for (const ui::Node& node : app.tree().nodes)
      if (node.name.starts_with("Originally planned") || node.name.starts_with("New time")) return node.name;
    return std::string{};
  };
  CHECK(said(nullptr).empty());
  const std::string former_time = said({{"starts_at", "2026-04-23T15:30+05:00"}});
  CHECK(former_time.starts_with("New time: "));
  CHECK(former_time.find("15:30).") != std::string::npos);
  CHECK(said({{"room", "hall"}}) == "Originally planned: Great Hall, Level 1, Palace");
}

TEST_CASE("a session shows its room on a small plan, which is one link") {
  const std::string bytes = event_edited([](test::EventFiles& files) { session(files, 1).erase("room"); });
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    auto app = test::running_with(bytes, "/" + language + "/agenda/talk/", morning);
    app.around.size.height = 3000;
    app.settle();
    const ui::Node plan = app.node(ui::Role::link, "Great Hall, Level 1");
    CHECK(plan.href == "/" + language + "/map/hall/");
    CHECK(plan.bounds.height <= 200);
    CHECK(plan.bounds.height > 100);
    app.tap(plan.bounds.center());
    CHECK(app.app->path() == "/" + language + "/map/hall/");
    app.go_to("/" + language + "/agenda/noon/");
    CHECK_FALSE(app.says("Great Hall"));
  }
}

TEST_CASE("the time of what is at the upper edge of a list stays there") {
  std::vector<test::SmallSession> sessions;
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) ids.push_back("talk-" + std::to_string(i));
  for (int i = 0; i < 40; ++i)
    sessions.push_back({ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i)],
                        i < 20 ? "2026-04-22T10:00+05:00" : "2026-04-22T11:30+05:00",
                        "2026-04-22T12:00+05:00"});
  const std::string bytes = test::small_event(sessions);
  auto app = test::running_with(bytes, "/en/agenda/", "2026-04-01T12:00+05:00");
  app.app->note_texts();
  app.settle();
  const auto times = [&](std::string_view time) { return test::in_sight(app, time); };
  const auto scroll = [&](float way) { test::turn_wheel(app, way); };
  REQUIRE(times("10:00").size() == 1);
  const float natural = times("10:00").front();
  CHECK(natural > 20);
  scroll(600);
  REQUIRE(times("10:00").size() == 1);
  CHECK(times("10:00").front() == doctest::Approx(8).epsilon(0.2));
  // What begins later stands where its row is.
  for (const float at : times("11:30")) CHECK(at > 100);
  // Until the last row of it is gone; then the next one takes its place.
  int together = 0;
  for (int i = 0; i < 60 && !times("10:00").empty(); ++i) {
    CHECK(times("10:00").size() == 1);
    CHECK(times("10:00").front() < 9);
    if (!times("11:30").empty()) {
      ++together;
      CHECK(times("11:30").front() >= times("10:00").front() + 16);
    }
    scroll(23);
  }
  CHECK(together > 0);
  CHECK(times("10:00").empty());
  REQUIRE(times("11:30").size() == 1);
  // What is said stands where it begins, once for each time.
  int headings = 0;
  for (const ui::Node& node : app.tree().nodes)
    headings += node.role == ui::Role::heading && (node.name == "10:00" || node.name == "11:30");
  CHECK(headings <= 2);
}

TEST_CASE("a word that is cut in a paragraph with links has its hyphen") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    session(files, 0)["description"] = test::in_all_languages(
        "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenversicherung, and [the "
        "paper](https://example.org/).");
  });
  auto app = test::running_with(bytes, "/en/agenda/talk/", morning);
  app.app->note_texts();
  app.settle();
  CHECK(app.find(ui::Role::link, "the paper") != nullptr);
  CHECK(std::ranges::any_of(app.app->written_texts(), [](const auto& text) { return text.text == "-"; }));
}

TEST_CASE("a time is quiet when all that began then is over, whichever of it is at the upper edge") {
  std::vector<test::SmallSession> sessions;
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) ids.push_back("talk-" + std::to_string(i));
  // At nine all are over; of those of ten every second one is still on.
  for (int i = 0; i < 40; ++i)
    sessions.push_back({ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i)],
                        i < 10 ? "2026-04-22T09:00+05:00" : "2026-04-22T10:00+05:00",
                        i < 10 || i % 2 == 0 ? "2026-04-22T10:30+05:00" : "2026-04-22T12:00+05:00"});
  const std::string bytes = test::small_event(sessions);
  auto app = test::running_with(bytes, "/en/agenda/?day=2026-04-22", "2026-04-22T11:00+05:00");
  app.app->note_texts();
  app.app->handle(ui::WheelEvent{.at = {200, 600}, .dx = 0, .dy = -9000});
  app.settle();
  int quiet = 0, strong = 0;
  for (int i = 0; i < 120; ++i) {
    for (const ui::WrittenText& text : app.app->written_texts()) {
      if (text.bounds.bottom() <= text.clip.y || text.bounds.y >= text.clip.bottom()) continue;
      if (text.text == "09:00") {
        CHECK_FALSE(text.bold);
        ++quiet;
      }
      if (text.text == "10:00") {
        CHECK(text.bold);
        ++strong;
      }
      // At rest as in motion it is whole, or not there.
      if (text.text == "09:00" || text.text == "10:00") {
        CHECK(text.bounds.y >= text.clip.y);
      }
    }
    app.app->handle(ui::WheelEvent{.at = {200, 600}, .dx = 0, .dy = 23});
    app.settle();
  }
  CHECK(quiet > 20);
  CHECK(strong > 60);
}

TEST_CASE("a description is shown in paragraphs, with links that lead there") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    session(files, 0)["description"] = test::in_all_languages(
        "The first paragraph.\n\nMore is in [the paper](https://example.org/paper.pdf), and "
        "[the plan](https://example.org/plan).\n\n[Write to us](mailto:talk@example.org)");
  });
  auto app = test::running_with(bytes, "/en/agenda/talk/", morning);
  app.node(ui::Role::text, "The first paragraph.");
  app.node(ui::Role::text, "More is in the paper, and the plan.");
  CHECK(app.node(ui::Role::link, "the paper").href == "https://example.org/paper.pdf");
  CHECK(app.node(ui::Role::link, "the plan").href == "https://example.org/plan");
  CHECK(app.node(ui::Role::link, "Write to us").href == "mailto:talk@example.org");
  CHECK(app.find(ui::Role::text, "Write to us") == nullptr);
  // In the sentence, and nowhere else.
  const auto& nodes = app.tree().nodes;
  const auto sentence = std::ranges::find(nodes, "More is in the paper, and the plan.", &ui::Node::name);
  REQUIRE(sentence != nodes.end());
  for (const std::string_view words : {"the paper", "the plan"}) {
    CHECK(std::ranges::count(nodes, words, &ui::Node::name) == 1);
    const ui::Node& link = app.node(ui::Role::link, words);
    CHECK(link.depth == sentence->depth + 1);
    CHECK(intersection(link.bounds, sentence->bounds) == link.bounds);
  }
  app.effects.clear();
  app.press(ui::Role::link, "the plan");
  REQUIRE(app.wished<app::OpenLink>().size() == 1);
  CHECK(app.wished<app::OpenLink>()[0].url == "https://example.org/plan");
  CHECK_FALSE(app.says("]("));
  app.go_to("/en/search/?q=paragraph");
  CHECK(app.says("The talk"));
  app.go_to("/en/search/?q=example.org");
  CHECK_FALSE(app.leads_to("/en/agenda/talk/"));
  app.go_to("/en/search/?q=paper");
  CHECK(app.says("More is in the paper"));
}

TEST_CASE("texts that lack the page's language are shown in the best there is, and say which that is") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    files["event.json"]["fallback"] = {"ru", "en"};
    session(files, 0)["title"] = {{"ru", "Разговор"}, {"en", "The talk"}};
    session(files, 1)["title"] = {{"en", "At noon only"}, {"kk", "Түсте"}};
    session(files, 0)["summary"] = {{"en", "In short."}};
    session(files, 0)["description"] = {{"en", "One [link](https://example.org/).\n\nTwo."}};
    files["partners.json"]["partners"] = Json::array({{{"id", "helpers"},
                                                       {"kind", "un-family"},
                                                       {"name", {{"ru", "Помощники"}, {"en", "Helpers"}}},
                                                       {"description", test::in_all_languages("They help.")},
                                                       {"status", "published"}}});
  });
  auto app = test::running_with(bytes, "/kk/agenda/", morning);
  CHECK(app.node(ui::Role::link, "Разговор").language == "ru");
  CHECK(app.node(ui::Role::link, "Түсте").language == "");
  app.go_to("/kk/agenda/talk/");
  CHECK(app.node(ui::Role::heading, "Разговор").language == "ru");
  CHECK(app.node(ui::Role::text, "In short.").language == "en");
  CHECK(app.node(ui::Role::text, "One link.").language == "en");
  CHECK(app.node(ui::Role::link, "link").language == "en");
  CHECK(app.node(ui::Role::text, "Two.").language == "en");
  app.go_to("/kk/");
  CHECK(app.node(ui::Role::link, "Помощники").language == "ru");
  app.go_to("/ru/agenda/");
  CHECK(app.node(ui::Role::link, "Разговор").language == "");
  CHECK(app.node(ui::Role::link, "At noon only").language == "en");
  app.go_to("/en/agenda/");
  CHECK(app.node(ui::Role::link, "The talk").language == "");
  CHECK(app.node(ui::Role::link, "At noon only").language == "");
}

TEST_CASE("a sentence that is put together says the language that most of it is in") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    files["event.json"]["fallback"] = {"ru", "en"};
    files["places.json"]["rooms"][0]["name"] = {{"ru", "Зал ледников и рек"}, {"en", "The hall of glaciers"}};
    session(files, 0)["title"] = {{"en", "The talk about glaciers and rivers"}};
    session(files, 1)["title"] = {{"en", "At noon"}};
  });
  auto app = test::running_with(bytes, "/kk/agenda/", morning);
  CHECK(app.node(ui::Role::text, "10:00–11:00 · Зал ледников и рек, Level 1").language == "ru");
  const auto star = [&](std::string_view language, std::string_view title) {
    return app.node(ui::Role::button, filled(language, "session.star_named", "title", title)).language;
  };
  CHECK(star("kk", "The talk about glaciers and rivers") == "en");
  CHECK(star("kk", "At noon") == "");  // more is said by the app
  app.go_to("/kk/agenda/talk/");
  CHECK(app.node(ui::Role::link, "Зал ледников и рек, Level 1, Palace").language == "ru");
  // Again in the next frame, and no longer in a language that has its texts.
  app.settle();
  CHECK(app.node(ui::Role::link, "Зал ледников и рек, Level 1, Palace").language == "ru");
  app.go_to("/ru/agenda/");
  CHECK(app.node(ui::Role::text, "10:00–11:00 · Зал ледников и рек, Level 1").language == "");
  CHECK(star("ru", "The talk about glaciers and rivers") == "en");
  app.go_to("/en/agenda/");
  CHECK(app.node(ui::Role::text, "10:00–11:00 · The hall of glaciers, Level 1").language == "");
  CHECK(star("en", "The talk about glaciers and rivers") == "");
}

TEST_CASE("a sentence with a large first letter is in the language that it was in") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    files["event.json"]["fallback"] = {"ru", "en"};
    files["event.json"]["time_zone_name"] = {{"ru", "время Астаны"}, {"en", "Astana time"}};
  });
  auto app = test::running_with(bytes, "/kk/agenda/", morning);
  CHECK(app.node(ui::Role::text, "Время Астаны").language == "ru");
  app.go_to("/kk/agenda/talk/");
  CHECK(app.node(ui::Role::text, "Время Астаны").language == "ru");
  app.go_to("/ru/agenda/");
  CHECK(app.node(ui::Role::text, "Время Астаны").language == "");
}

TEST_CASE("what changed is told in the language that most of it is in") {
  const std::string title =
      "The talk about glaciers and rivers of the mountains and of the plains of the region";
  const std::string bytes = event_edited([&](test::EventFiles& files) {
    files["event.json"]["fallback"] = {"ru", "en"};
    session(files, 0)["title"] = {{"en", title}};
    session(files, 1)["title"] = {{"en", "Noon"}};
    for (const std::size_t i : {0U, 1U}) {
      session(files, i)["state"] = "moved";
      session(files, i)["moved_from"] = {{"starts_at", "2026-04-22T07:00+05:00"}};
    }
  });
  auto app = test::running_with(bytes, "/kk/changes/", morning);
  const auto language_of = [&](std::string_view part) {
    const auto found = std::ranges::find_if(
        app.tree().nodes, [&](const ui::Node& node) { return node.name.find(part) != std::string::npos; });
    REQUIRE(found != app.tree().nodes.end());
    return found->language;
  };
  CHECK(language_of(title) == "en");
  CHECK(language_of("Noon") == "");  // more is said by the app
  app.go_to("/kk/agenda/talk/");
  const ui::Node& told = *std::ranges::find_if(app.tree().nodes, [&](const ui::Node& node) {
    return node.name.find(title) != std::string::npos && node.name.find("07:00") != std::string::npos;
  });
  CHECK(told.language == "en");
  app.go_to("/en/changes/");
  CHECK(language_of(title) == "");
}

TEST_CASE("a notice stands on the pages of what it is about and in the news, while it holds") {
  const std::string bytes = event_edited([](test::EventFiles& files) {
    Json one = notice("Smoke in the hall");
    one["until"] = "2026-04-22T14:00+05:00";
    one["state"] = "closed";
    one["applies_to"] = {{"rooms", {"hall"}}, {"sessions", {"talk"}}};
    files["notices.json"]["notices"] = Json::array({one});
  });
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    const std::string start = "/" + language + "/";
    auto app = test::running_with(bytes, start + "news/", morning);
    const std::string strong = test::said(language, "notice.closed") + " · Smoke in the hall";
    for (const char* page : {"news/", "agenda/talk/", "map/hall/"}) {
      CAPTURE(std::string(page));
      app.go_to(start + page);
      app.node(ui::Role::text, strong);
      app.node(ui::Role::text, "The doors stay shut.");
      CHECK(app.says("14:00"));
      REQUIRE(app.last.wake_at.has_value());
      CHECK(*app.last.wake_at <= test::moment("2026-04-22T14:00+05:00"));
    }
    app.go_to(start + "news/");
    CHECK(app.leads_to(start + "map/hall/"));
    CHECK(app.leads_to(start + "agenda/talk/"));
    app.go_to(start + "agenda/noon/");
    CHECK_FALSE(app.says("Smoke in the hall"));

    app.around.now = test::moment("2026-04-22T14:00+05:00");
    for (const char* page : {"news/", "agenda/talk/", "map/hall/"}) {
      app.go_to(start + page);
      CHECK_FALSE(app.says("Smoke in the hall"));
    }
    app.go_to(start + "news/");
    CHECK(app.says(test::said(language, "news.none")));
  }
  auto app = test::running_with(bytes, "/en/news/", morning);
  app.node(ui::Role::text, filled("en", "notice.until", "time", "22 April, 14:00"));
}

TEST_CASE("what a notice says of a place or a session has words in every language") {
  for (const char* state : {"closed", "full", "crowded", "moved", "delayed"}) {
    const std::string bytes = event_edited([&](test::EventFiles& files) {
      Json one = notice("Look here");
      one["state"] = state;
      one["applies_to"] = {{"sessions", {"talk"}}};
      files["notices.json"]["notices"] = Json::array({one});
    });
    for (const std::string& language : test::languages) {
      CAPTURE(std::string(state));
      auto app = test::running_with(bytes, "/" + language + "/agenda/talk/", morning);
      CHECK(app.says(" · Look here"));
    }
  }
}
