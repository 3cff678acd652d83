// Whatever the files hold, the visitor reads what happened and what to do next.
#include "running_app.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

RunningApp with_pack(const std::string& path, const std::string& pack) {
  app::Assets files = test::assets();
  files.pack = pack;
  return RunningApp(test::start_at(path), files);
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a pack that cannot be read is told of in the language of the path") {
  const std::string& whole = test::asset("pack");
  const std::vector<std::string> broken{"",
                                        "{",
                                        "not a pack",
                                        std::string(1000, '\0'),
                                        whole.substr(0, 100),
                                        whole.substr(0, whole.size() / 2),
                                        whole.substr(0, whole.size() - 1),
                                        "{\"format\":1,\"files\":{}}",
                                        replaced(whole, "\"format\":2", "\"format\":999"),
                                        replaced(whole, "\"kk\":", "\"xx\":")};
  for (std::size_t i = 0; i < broken.size(); ++i)
    for (const std::string path : {"/kk/agenda/", "/ru/", "/en/map/hall-1/"}) {
      CAPTURE(i);
      const std::string language = path.substr(1, 2);
      const std::string title = said(language, "failure.pack_title");
      const RunningApp app = with_pack(path, broken[i]);
      CHECK_FALSE(app.app->event_is_there());
      CHECK(app.heading() == title);
      CHECK(app.tree().title == title);
      CHECK(app.tree().language == language);
      CHECK(app.says(said(language, "failure.pack_text")));
      // What an organiser needs to mend it.
      CHECK(app.tree().nodes.size() >= 4);
      CHECK_FALSE(app.last.draw_again);
      CHECK_FALSE(app.last.wake_at);
    }
}

TEST_CASE("where no language is known, all are there, each marked as what it is") {
  const RunningApp app = with_pack("/", "");
  CHECK(app.tree().language == "en");
  CHECK(app.tree().title == said("en", "failure.pack_title"));
  for (const std::string_view language : text::message_languages()) {
    const std::string marked(language == "en" ? "" : language);
    CHECK(app.node(Role::heading, said(language, "failure.pack_title")).language == marked);
    CHECK(app.node(Role::text, said(language, "failure.pack_text")).language == marked);
  }
}

TEST_CASE("a pack that was cut anywhere never harms") {
  const std::string& whole = test::asset("pack");
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 12 + 1) {
    const RunningApp app = with_pack("/ru/", whole.substr(0, length));
    CHECK_FALSE(app.app->event_is_there());
    CHECK(app.heading() == said("ru", "failure.pack_title"));
  }
}

TEST_CASE("a pack that could not be fetched says why") {
  app::Assets files = test::assets();
  files.pack = {};
  files.pack_problems = {"event.pack: no such file"};
  const RunningApp app(test::start_at("/ru/"), files);
  CHECK(app.heading() == said("ru", "failure.pack_title"));
  CHECK(app.says("event.pack: no such file"));
}

TEST_CASE("many mistakes still make one readable page that scrolls") {
  app::Assets files = test::assets();
  files.pack = {};
  for (int i = 0; i < 5000; ++i)
    files.pack_problems.push_back("sessions.json: /sessions/" + std::to_string(i) + ": " +
                                  std::string(300, 'x'));
  RunningApp app(test::start_at("/ru/"), files);
  CHECK(app.tree().nodes.size() < 200);
  for (const ui::Node& node : app.tree().nodes) CHECK(node.bounds.right() <= app.around.size.width);
  app.key(ui::KeyName::back);
  app.key(ui::KeyName::slash);
  app.key(ui::KeyName::page_down);
}

TEST_CASE("a mistake as long as a file is shortened where it is shown") {
  app::Assets files = test::assets();
  files.pack = {};
  files.pack_problems = {"a.json: " + std::string(3'000'000, 'x'), std::string(3'000'000, ' ') + "x"};
  const RunningApp app(test::start_at("/ru/"), files);
  for (const ui::Node& node : app.tree().nodes) CHECK(node.name.size() < 5'000);
  const RunningApp named =
      with_pack("/ru/", "{\"format\":1,\"files\":{\"" + std::string(3'000'000, 'f') + "\":1}}");
  CHECK(named.heading() == said("ru", "failure.pack_title"));
  for (const ui::Node& node : named.tree().nodes) CHECK(node.name.size() < 9'000);
}

TEST_CASE("a pack for a place without a time zone is told of, and the app opens") {
  const RunningApp app = with_pack("/en/", replaced(test::asset("pack"), "\"time_zone\":\"Asia/Almaty\"",
                                                    "\"time_zone\":\"Asia/Astana\""));
  CHECK(app.heading() == said("en", "failure.pack_title"));
  CHECK(
      app.says("event.json: /time_zone: \"Asia/Astana\" is a time zone that nobody knows; one reads like "
               "\"Asia/Almaty\""));
}

TEST_CASE("fonts and ICU data that cannot be used fail with words in the visitor's language") {
  const auto failure = [](const app::Assets& files, const app::Start& start) {
    const auto made = app::App::start(files, start);
    REQUIRE_FALSE(made);
    return made.error();
  };
  app::Assets no_font = test::assets();
  no_font.font_bold = no_font.font_bold.first(5000);
  app::Assets no_icons = test::assets();
  no_icons.font_icons = {};
  app::Assets no_icu = test::assets();
  no_icu.icu_data = no_icu.icu_data.first(100000);
  app::Assets zero_icu = test::assets();
  zero_icu.icu_data = {};
  int which = 0;
  for (const app::Assets* files : {&no_font, &no_icons, &no_icu, &zero_icu}) {
    CAPTURE(which);
    ++which;
    CHECK(failure(*files, test::start_at("/kk/map/")).title == said("kk", "failure.title"));
    CHECK(failure(*files, test::start_at("/kk/map/")).language == "kk");
    app::Start kept = test::start_at("/");
    kept.first_visitor = "language ru\n";
    CHECK(failure(*files, kept).title == said("ru", "failure.title"));
    app::Start asked = test::start_at("/");
    asked.preferred_languages = {"de", "en-GB"};
    CHECK(failure(*files, asked).title == said("en", "failure.title"));
    const app::Failure unknown = failure(*files, test::start_at("/"));
    CHECK(unknown.language.empty());
    for (const std::string_view language : test::languages) {
      CHECK(unknown.title.find(said(language, "failure.title")) != std::string::npos);
      CHECK(unknown.text.find(said(language, "failure.next")) != std::string::npos);
    }
    CHECK_FALSE(unknown.details.empty());
  }
}

TEST_CASE("an event without one of the languages shows the others") {
  // The texts in Kazakh stay; the event only no longer promises them.
  const std::string pack = replaced(test::asset("pack"), "[\"kk\",\"ru\",\"en\"]", "[\"ru\",\"en\"]");
  const RunningApp app = with_pack("/ru/settings/", pack);
  if (app.app->event_is_there()) {
    CHECK(app.find(Role::radio, text::native_language_name("kk")) == nullptr);
    CHECK(app.find(Role::radio, text::native_language_name("ru")) != nullptr);
  }
  CHECK_FALSE(app.heading().empty());
  const RunningApp kazakh = with_pack("/kk/", pack);
  CHECK_FALSE(kazakh.heading().empty());
}
