// Choices that are carried along: by a link, by several, by a file.
#include "carry/choices_file.h"
#include "carry/code.h"
#include "screens/own_files.h"
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

// So many sessions that take time, one after another.
std::string event_with_sessions(int sessions, bool with_address) {
  return test::small_event({}, [&](test::EventFiles& files) {
    using Json = nlohmann::ordered_json;
    if (with_address) files["event.json"]["address"] = "https://summit.example/";
    Json list = Json::array();
    for (int i = 0; i < sessions; ++i) {
      const int minute = i * 10;
      const auto time = [](int at) {
        const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
        return "2026-04-22T" + two(at / 60) + ":" + two(at % 60) + "+05:00";
      };
      list.push_back({{"id", "session-" + std::to_string(i)},
                      {"title", test::in_all_languages("Session " + std::to_string(i))},
                      {"starts_at", time(minute)},
                      {"ends_at", time(minute + 10)},
                      {"room", "hall"},
                      {"kind", "thematic"},
                      {"access", "everyone"},
                      {"status", "published"},
                      {"source", "note"}});
    }
    files["sessions.json"]["sessions"] = list;
  });
}

const std::string& many_sessions() {
  static const std::string bytes = event_with_sessions(130, true);
  return bytes;
}

RunningApp with_many_stars(const std::string& bytes, const std::string& language, int stars) {
  RunningApp app = test::running_with(bytes, "/" + language + "/my/", "2026-04-21T08:00+05:00");
  app.around.size.height = 20'000;
  carry::Choices choices;
  for (int i = 0; i < stars; ++i) choices.starred.push_back("session-" + std::to_string(i));
  std::ranges::sort(choices.starred);
  app.app->session().merge_choices(choices);
  app.settle();
  return app;
}

std::vector<std::string> carry_links(const RunningApp& app) {
  std::vector<std::string> found;
  for (const ui::Node& node : app.tree().nodes)
    if (node.role == Role::link && node.href.find("#carry=") != std::string::npos) found.push_back(node.href);
  return found;
}

std::size_t pictures(const RunningApp& app) {
  return static_cast<std::size_t>(std::ranges::count(app.tree().nodes, Role::image, &ui::Node::role));
}

}  // namespace

TEST_CASE("stars and appointments come along by the link that my agenda shows") {
  for (const std::string& language : test::languages) {
    RunningApp from = with_many_stars(many_sessions(), language, 60);
    from.app->session().put_appointment({.id = "",
                                         .title = "Түскі ас",
                                         .starts_at = test::moment("2026-04-22T13:00+05:00"),
                                         .ends_at = test::moment("2026-04-22T14:00+05:00"),
                                         .place = ""});
    from.settle();
    const std::vector<std::string> links = carry_links(from);
    REQUIRE(links.size() == 1);
    CHECK(links[0].starts_with("/" + language + "/my/#carry="));
    CHECK(from.find(Role::link, said(language, "carry.link")) != nullptr);
    CHECK(from.find(Role::image, said(language, "carry.code")) != nullptr);

    RunningApp to = test::running_with(many_sessions(), links[0], "2026-04-21T08:00+05:00");
    CHECK(to.find(Role::region, said(language, "brought.title")) != nullptr);
    CHECK(to.app->session().visitor().starred.empty());
    to.press(Role::button, said(language, "brought.take_over"));
    CHECK(to.app->session().visitor().starred == from.app->session().visitor().starred);
    CHECK(to.app->session().visitor().appointments == from.app->session().visitor().appointments);
    CHECK(to.app->path() == "/" + language + "/my/");
    CHECK(to.wished<app::KeepVisitor>().size() == 1);
    CHECK(to.find(Role::region, said(language, "brought.title")) == nullptr);
    // Twice is once.
    const std::string before = to.app->merge_visitor({}).text;
    to.go_to(links[0]);
    CHECK(to.says(said(language, "brought.nothing_new")));
    CHECK(to.find(Role::button, said(language, "brought.take_over")) == nullptr);
    to.press(Role::button, said(language, "dialog.close"));
    CHECK(to.app->path() == "/" + language + "/my/");
    CHECK(to.app->merge_visitor({}).text == before);
  }
}

TEST_CASE("what comes in adds to what is there, and may be left") {
  const std::string link = carry_links(with_many_stars(many_sessions(), "en", 3)).at(0);
  RunningApp app = with_many_stars(many_sessions(), "en", 1);
  app.app->session().turn_star("session-9");
  app.go_to(link);
  CHECK(app.says("2 sessions would be added."));
  CHECK(app.says("Already in your agenda: 1."));
  app.press(Role::button, said("en", "brought.leave"));
  CHECK(app.app->session().visitor().starred == std::vector<std::string>{"session-0", "session-9"});
  app.go_to(link);
  app.press(Role::button, said("en", "brought.take_over"));
  CHECK(app.app->session().visitor().starred ==
        std::vector<std::string>{"session-0", "session-1", "session-2", "session-9"});
}

TEST_CASE("more stars than fit into one code are shown in several") {
  RunningApp from = with_many_stars(many_sessions(), "kk", 130);
  const std::vector<std::string> links = carry_links(from);
  REQUIRE(links.size() == 3);
  CHECK(pictures(from) == 3);
  RunningApp to = test::running_with(many_sessions(), "/kk/my/", "2026-04-21T08:00+05:00");
  to.around.size.height = 20'000;
  for (const std::string& link : {links[2], links[0], links[1]}) {
    to.go_to(link);
    to.press(Role::button, said("kk", "brought.take_over"));
  }
  CHECK(to.app->session().visitor().starred == from.app->session().visitor().starred);
}

TEST_CASE("a broken code says so and changes nothing") {
  const std::string link = carry_links(with_many_stars(many_sessions(), "ru", 5)).at(0);
  std::string damaged = link;
  damaged[damaged.size() - 3] = damaged[damaged.size() - 3] == 'A' ? 'B' : 'A';
  for (const auto& [path, key] :
       {std::pair{damaged, text::Key("brought.damaged")},
        std::pair{link.substr(0, link.size() - 4), text::Key("brought.damaged")},
        std::pair{std::string("/ru/my/#carry=%3Cb%3E"), text::Key("brought.not_ours")},
        std::pair{std::string("/ru/my/#carry="), text::Key("brought.not_ours")}}) {
    CAPTURE(path);
    RunningApp app = test::running_with(many_sessions(), path, "2026-04-21T08:00+05:00");
    CHECK(app.says(said("ru", key)));
    CHECK(app.find(Role::button, said("ru", "brought.take_over")) == nullptr);
    app.press(Role::button, said("ru", "dialog.close"));
    CHECK(app.app->path() == "/ru/my/");
    CHECK(app.app->session().visitor().starred.empty());
  }
}

TEST_CASE("without the address of the app a sentence stands in place of the code") {
  static const std::string bytes = event_with_sessions(5, false);
  RunningApp app = with_many_stars(bytes, "kk", 2);
  CHECK(app.says(said("kk", "carry.no_address")));
  CHECK(pictures(app) == 0);
  CHECK(carry_links(app).size() == 1);
  // Where the platform knows where it is, that will do.
  app::Start start = test::start_at("/kk/my/");
  start.site = "https://where.example";
  app::Assets files = test::assets();
  files.pack = bytes;
  RunningApp known(start, files, "2026-04-21T08:00+05:00");
  known.app->session().turn_star("session-1");
  known.around.size.height = 20'000;
  known.settle();
  CHECK(pictures(known) == 1);
  known.press(Role::button, said("kk", "carry.share"));
  REQUIRE(known.wished<app::ShareLink>().size() == 1);
  CHECK(known.wished<app::ShareLink>()[0].url == "https://where.example" + carry_links(known).at(0));
}

TEST_CASE("a file of choices goes out and comes in elsewhere") {
  RunningApp from = with_many_stars(many_sessions(), "en", 4);
  from.app->session().turn_star("vanished-session");
  from.settle();
  from.press(Role::link, said("en", "carry.save_file"));
  REQUIRE(from.wished<app::OpenFile>().size() == 1);
  const std::string path = from.wished<app::OpenFile>()[0].path;
  const auto file =
      screens::own_file(*from.app->edition(), from.app->session().visitor(), path, screens::CalendarSite{});
  REQUIRE(file);
  CHECK(file->is_to_keep);
  CHECK(file->name == carry::choices_file_name);

  RunningApp to = with_many_stars(many_sessions(), "en", 0);
  to.press(Role::button, said("en", "carry.open_file"));
  CHECK(to.wished<app::ChooseFile>().size() == 1);
  to.app->window().take_file(file->bytes);
  to.settle();
  CHECK(to.says("Sessions that are not in the agenda: 1."));
  to.press(Role::button, said("en", "brought.take_over"));
  CHECK(to.app->session().visitor().starred == from.app->session().visitor().starred);
  to.app->window().take_file("no file of ours");
  to.settle();
  CHECK(to.says(said("en", "brought.not_ours")));
  to.app->window().take_file("");
  to.settle();
  CHECK(to.says(said("en", "brought.not_ours")));
}

TEST_CASE("the calendar of my agenda has its sessions and appointments, and rings as the visitor wants") {
  RunningApp app = with_many_stars(many_sessions(), "kk", 2);
  app.app->session().put_appointment({.id = "",
                                      .title = "Түскі ас",
                                      .starts_at = test::moment("2026-04-22T13:00+05:00"),
                                      .ends_at = test::moment("2026-04-22T14:00+05:00"),
                                      .place = ""});
  app.app->session().choose_reminder(30);
  app.settle();
  app.press(Role::link, said("kk", "my.calendar"));
  REQUIRE(app.wished<app::OpenFile>().size() == 1);
  CHECK(app.wished<app::OpenFile>()[0].path == "/kk/my/my.ics");
  const auto file = screens::own_file(*app.app->edition(), app.app->session().visitor(), "/kk/my/my.ics",
                                      {.origin = "https://summit.example"});
  REQUIRE(file);
  CHECK_FALSE(file->is_to_keep);
  CHECK(file->media_type.starts_with("text/calendar"));
  std::size_t events = 0, alarms = 0;
  for (std::size_t at = 0; (at = file->bytes.find("BEGIN:VEVENT", at)) != std::string::npos; ++at) ++events;
  for (std::size_t at = 0; (at = file->bytes.find("TRIGGER:-PT30M", at)) != std::string::npos; ++at) ++alarms;
  CHECK(events == 3);
  CHECK(alarms == 3);
  CHECK(file->bytes.find("SUMMARY:Түскі ас") != std::string::npos);
  CHECK_FALSE(screens::own_file(*app.app->edition(), app.app->session().visitor(), "/kk/agenda/all.ics", {}));
}
