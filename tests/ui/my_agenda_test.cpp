// "My agenda": what follows from what was chosen, and how it is put right.
#include <set>

#include "small_event.h"
#include "unit/agenda/random_programme.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

using Json = nlohmann::ordered_json;

// Sessions that take time: two at once, a repeat of the first, one right behind in another building, and one
// of the next day over midnight.
const std::string& busy_event() {
  static const std::string bytes = test::small_event(
      {{"water", "Water", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
       {"air", "Air", "2026-04-22T10:30+05:00", "2026-04-22T11:30+05:00"},
       {"park-walk", "Walk in the park", "2026-04-22T11:30+05:00", "2026-04-22T12:00+05:00"},
       {"evening", "Evening", "2026-04-22T16:00+05:00", "2026-04-22T17:00+05:00"},
       {"again", "Water", "2026-04-23T10:00+05:00", "2026-04-23T11:00+05:00"},
       {"night", "Night", "2026-04-23T23:00+05:00", "2026-04-24T01:00+05:00"}},
      [](test::EventFiles& files) {
        files["event.json"]["address"] = "https://summit.example/";
        test::add_park(files);
        for (Json& session : files["sessions.json"]["sessions"]) session["kind"] = "thematic";
        files["sessions.json"]["sessions"][2]["room"] = "tent";
      });
  return bytes;
}

RunningApp my_agenda(const std::vector<std::string>& stars, const std::string& language = "en",
                     std::string_view now = "2026-04-22T08:00+05:00") {
  RunningApp app = test::running_with(busy_event(), "/" + language + "/my/", now);
  app.around.size.height = 4000;
  for (const std::string& star : stars) app.app->session().turn_star(star);
  app.settle();
  return app;
}

std::string message(const std::string& language, text::Key key, std::initializer_list<text::Argument> with) {
  test::need_icu();
  static const auto zone = *text::TimeZone::named("Asia/Almaty");
  return text::Words::in(language, zone)->message(key, with);
}

std::string in_minutes(int count) {
  static const auto zone = *text::TimeZone::named("Asia/Almaty");
  return text::Words::in("en", zone)->duration(std::chrono::minutes(count));
}

const ui::Node* link_to(const RunningApp& app, std::string_view href) {
  const auto found = std::ranges::find(app.tree().nodes, href, &ui::Node::href);
  return found == app.tree().nodes.end() ? nullptr : &*found;
}

std::size_t place_of(const RunningApp& app, std::string_view name) {
  const auto found = std::ranges::find(app.tree().nodes, name, &ui::Node::name);
  REQUIRE_MESSAGE(found != app.tree().nodes.end(), std::string(name));
  return static_cast<std::size_t>(found - app.tree().nodes.begin());
}

}  // namespace

TEST_CASE("two at the same time are said to be between their rows, and one of them can be kept") {
  for (const std::string& language : test::languages) {
    RunningApp app = my_agenda({"water", "air"}, language);
    CHECK(place_of(app, "Water") < place_of(app, said(language, "my.clash")));
    CHECK(place_of(app, said(language, "my.clash")) < place_of(app, "Air"));
    const std::string choose = message(language, "my.choose_between", {{"one", "Water"}, {"other", "Air"}});
    CHECK(app.node(Role::link, choose).shown == said(language, "my.choose"));
    CHECK(choose.starts_with(said(language, "my.choose")));
    app.press(Role::link, choose);
    REQUIRE(app.find(Role::dialog, said(language, "my.clash")) != nullptr);
    app.press(Role::button, message(language, "my.keep", {{"title", "Air"}}));
    CHECK(app.find(Role::dialog, said(language, "my.clash")) == nullptr);
    CHECK(app.app->path() == "/" + language + "/my/");
    CHECK_FALSE(app.app->session().visitor().has_starred("water"));
    CHECK(app.app->session().visitor().has_starred("air"));
    CHECK_FALSE(app.says(said(language, "my.clash")));
    // And back again.
    app.press(Role::button, said(language, "toast.undo"));
    CHECK(app.app->session().visitor().has_starred("water"));
  }
}

TEST_CASE(
    "in one's own agenda too the time of what is at the upper edge stays there, also between two rows") {
  std::vector<test::SmallSession> sessions;
  std::vector<std::string> ids;
  for (int i = 0; i < 30; ++i) ids.push_back("talk-" + std::to_string(i));
  for (int i = 0; i < 30; ++i)
    sessions.push_back({ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i)],
                        i < 15 ? "2026-04-22T10:00+05:00" : "2026-04-22T11:30+05:00",
                        i < 15 ? "2026-04-22T11:00+05:00" : "2026-04-22T12:30+05:00"});
  const std::string bytes = test::small_event(sessions, [](test::EventFiles& files) {
    for (Json& session : files["sessions.json"]["sessions"]) session["kind"] = "thematic";
  });
  RunningApp app = test::running_with(bytes, "/en/my/", "2026-04-22T08:00+05:00");
  for (const std::string& id : ids) app.app->session().turn_star(id);
  app.app->note_texts();
  app.settle();
  app.settle();
  const auto seen = [&](std::string_view time) { return test::in_sight(app, time); };
  const auto scroll = [&](float way) { test::turn_wheel(app, way); };
  for (int i = 0; i < 300 && !seen("10:00").empty() && seen("10:00").front() > 9; ++i) scroll(7);
  REQUIRE_FALSE(seen("10:00").empty());
  // Through rows and what stands between them, in steps that stop in each.
  int stayed = 0;
  while (seen("11:30").empty() && stayed < 1000) {
    REQUIRE(seen("10:00").size() == 1);
    CHECK(seen("10:00").front() >= 0);
    CHECK(seen("10:00").front() < 9);
    ++stayed;
    scroll(7);
  }
  CHECK(stayed > 30);
  for (int i = 0; i < 200; ++i) scroll(7);
  CHECK(seen("10:00").empty());
  CHECK(seen("11:30").size() == 1);
}

TEST_CASE("a repeat takes the place of what clashes, and both stars are taken back at once") {
  RunningApp app = my_agenda({"water", "air"});
  app.press(Role::link, message("en", "my.choose_between", {{"one", "Water"}, {"other", "Air"}}));
  const auto& nodes = app.tree().nodes;
  const auto repeat = std::ranges::find_if(nodes, [](const ui::Node& node) {
    return node.role == Role::button && node.name.starts_with("Go to the repeat:");
  });
  REQUIRE(repeat != nodes.end());
  app.press(Role::button, std::string(repeat->name));
  CHECK(app.app->session().visitor().starred == std::vector<std::string>{"again", "air"});
  app.press(Role::button, said("en", "toast.undo"));
  CHECK(app.app->session().visitor().starred == std::vector<std::string>{"air", "water"});
}

TEST_CASE("the choice between two is closed by Escape, and its address opens it again") {
  RunningApp app = my_agenda({"water", "air"});
  app.go_to("/en/my/?choose=water&with=air");
  REQUIRE(app.find(Role::dialog, said("en", "my.clash")) != nullptr);
  app.key(ui::KeyName::escape);
  CHECK(app.find(Role::dialog, said("en", "my.clash")) == nullptr);
  CHECK(app.app->path() == "/en/my/");
  for (const char* wrong :
       {"/en/my/?choose=water&with=evening", "/en/my/?choose=x&with=y", "/en/my/?own=x"}) {
    app.go_to(wrong);
    for (const ui::Node& node : app.tree().nodes) CHECK(node.role != Role::dialog);
  }
}

TEST_CASE("free time, ways and hurried changes stand between what they are between") {
  RunningApp app = my_agenda({"air", "park-walk", "evening"});
  // Half an hour from site to site, and no time for it; then free until the evening.
  const std::string hurry = message("en", "my.hurry", {{"walking", in_minutes(30)}, {"time", in_minutes(0)}});
  CHECK(place_of(app, "Air") < place_of(app, hurry));
  CHECK(place_of(app, hurry) < place_of(app, "Walk in the park"));
  const std::string free =
      message("en", "my.free_and_walk", {{"time", "12:00–16:00"}, {"walking", in_minutes(30)}});
  CHECK(place_of(app, "Walk in the park") < place_of(app, free));
  CHECK(place_of(app, free) < place_of(app, "Evening"));
  CHECK(app.says(message("en", "my.load_and_walk",
                         {{"count", 3}, {"busy", in_minutes(150)}, {"walking", in_minutes(60)}})));
}

TEST_CASE("of two at the same time there is nothing to choose once one is over") {
  RunningApp app = my_agenda({"water", "air"}, "en", "2026-04-22T11:00+05:00");
  CHECK_FALSE(app.says(said("en", "my.clash")));
  CHECK_FALSE(app.says(said("en", "my.choose")));
  app.go_to("/en/agenda/air/");
  CHECK_FALSE(app.says(said("en", "session.clash")));
  RunningApp before = my_agenda({"water", "air"}, "en", "2026-04-22T10:59+05:00");
  CHECK(before.says(said("en", "my.clash")));
  before.go_to("/en/agenda/air/");
  CHECK(before.says(said("en", "session.clash")));
}

TEST_CASE("starring says at once with what it clashes") {
  RunningApp app = my_agenda({"water"});
  app.go_to("/en/agenda/air/");
  CHECK(app.says(said("en", "session.would_clash")));
  app.press(Role::button, said("en", "session.star"));
  CHECK(app.find(Role::status, message("en", "toast.starred_clashing", {{"title", "Water"}})) != nullptr);
  CHECK(app.says(said("en", "session.clash")));
  app.press(Role::button, said("en", "toast.undo"));
  CHECK_FALSE(app.app->session().visitor().has_starred("air"));
  app.go_to("/en/agenda/evening/");
  app.press(Role::button, said("en", "session.star"));
  CHECK(app.find(Role::status, said("en", "toast.starred")) != nullptr);
  CHECK_FALSE(app.says(said("en", "session.clash")));
}

TEST_CASE("what the event does not have any more stays listed and can be taken off") {
  for (const std::string& language : test::languages) {
    RunningApp app = my_agenda({"water", "gone-session"}, language);
    CHECK(app.find(Role::heading, said(language, "my.vanished")) != nullptr);
    app.press(Role::button, message(language, "my.take_off", {{"title", "gone-session"}}));
    CHECK(app.find(Role::heading, said(language, "my.vanished")) == nullptr);
    CHECK(app.app->session().visitor().starred == std::vector<std::string>{"water"});
    app.press(Role::button, said(language, "toast.undo"));
    CHECK(app.find(Role::heading, said(language, "my.vanished")) != nullptr);
  }
}

TEST_CASE("what lasts past midnight is listed on both days") {
  RunningApp app = my_agenda({"night"});
  std::size_t rows = 0;
  for (const ui::Node& node : app.tree().nodes) rows += node.href == "/en/agenda/night/";
  CHECK(rows == 2);
}

TEST_CASE("an own appointment is added, changed and taken off") {
  for (const std::string& language : test::languages) {
    RunningApp app = my_agenda({}, language);
    const auto write = [&](text::Key field, std::string_view text) {
      app.app->handle(
          ui::SetNodeValue{app.node(Role::text_field, said(language, field)).id, std::string(text)});
      app.settle();
    };
    app.press(Role::link, said(language, "my.own_add"));
    REQUIRE(app.find(Role::dialog, said(language, "my.own_add")) != nullptr);
    app.press(Role::button, said(language, "own.save"));
    CHECK(app.says(said(language, "own.no_title")));
    write("own.title", "Делегациямен кездесу");
    app.press(Role::button, said(language, "own.save"));
    CHECK(app.says(said(language, "own.no_time")));
    write("own.from", "14.30");
    write("own.to", "1400");
    app.press(Role::button, said(language, "own.save"));
    CHECK(app.says(said(language, "own.ends_early")));
    CHECK(app.app->session().visitor().appointments.empty());
    write("own.to", "15:15");
    write("own.place", "Фойе");
    app.press(Role::button, said(language, "own.save"));
    REQUIRE(app.app->session().visitor().appointments.size() == 1);
    const model::Appointment kept = app.app->session().visitor().appointments[0];
    CHECK(kept.starts_at == test::moment("2026-04-22T14:30+05:00"));
    CHECK(kept.ends_at == test::moment("2026-04-22T15:15+05:00"));
    CHECK(kept.place == "Фойе");
    CHECK(app.app->path() == "/" + language + "/my/");
    CHECK(app.wished<app::KeepVisitor>().size() == 1);
    // It stands in the list, and leads to its fields.
    REQUIRE(app.find(Role::link, "Делегациямен кездесу") != nullptr);
    app.press(Role::link, "Делегациямен кездесу");
    CHECK(app.node(Role::text_field, said(language, "own.from")).value == "14:30");
    write("own.to", "15:30");
    app.press(Role::button, said(language, "own.save"));
    CHECK(app.app->session().visitor().appointments[0].ends_at == test::moment("2026-04-22T15:30+05:00"));
    CHECK(app.app->session().visitor().appointments[0].revision == 1);
    app.press(Role::link, "Делегациямен кездесу");
    app.press(Role::button, said(language, "own.remove"));
    CHECK(app.app->session().visitor().appointments.empty());
    app.press(Role::button, said(language, "toast.undo"));
    CHECK(app.app->session().visitor().appointments.size() == 1);
  }
}

TEST_CASE("an appointment of the night ends on the next day") {
  RunningApp app = my_agenda({});
  app.go_to("/en/my/?own=new");
  const auto write = [&](text::Key field, std::string_view text) {
    app.app->handle(ui::SetNodeValue{app.node(Role::text_field, said("en", field)).id, std::string(text)});
    app.settle();
  };
  write("own.title", "Train");
  write("own.from", "23");
  write("own.to", "1:00");
  app.press(Role::button, said("en", "own.save"));
  REQUIRE(app.app->session().visitor().appointments.size() == 1);
  CHECK(app.app->session().visitor().appointments[0].ends_at == test::moment("2026-04-23T01:00+05:00"));
}

TEST_CASE("an appointment clashes as sessions do, and stands on home's day") {
  RunningApp app = my_agenda({"water"}, "en", "2026-04-22T09:00+05:00");
  app.app->session().put_appointment({.id = "",
                                      .title = "Call",
                                      .starts_at = test::moment("2026-04-22T10:15+05:00"),
                                      .ends_at = test::moment("2026-04-22T10:45+05:00"),
                                      .place = "Lobby"});
  app.settle();
  CHECK(app.says(said("en", "my.clash")));
  app.press(Role::link, message("en", "my.choose_between", {{"one", "Water"}, {"other", "Call"}}));
  app.press(Role::button, message("en", "my.keep", {{"title", "Water"}}));
  CHECK(app.app->session().visitor().appointments.empty());
  app.press(Role::button, said("en", "toast.undo"));
  app.go_to("/en/");
  CHECK(app.find(Role::heading, said("en", "home.my_day")) != nullptr);
  CHECK(link_to(app, "/en/my/?own=" + app.app->session().visitor().appointments[0].id) != nullptr);
}

TEST_CASE("the next of the visitor's own may be an appointment") {
  RunningApp app = my_agenda({"evening"}, "en", "2026-04-22T12:30+05:00");
  app.app->session().put_appointment({.id = "",
                                      .title = "Call",
                                      .starts_at = test::moment("2026-04-22T13:00+05:00"),
                                      .ends_at = test::moment("2026-04-22T13:30+05:00"),
                                      .place = ""});
  app.go_to("/en/");
  CHECK(app.find(Role::heading, said("en", "home.your_next_appointment")) != nullptr);
  app.around.now = test::moment("2026-04-22T14:00+05:00");
  app.settle();
  CHECK(app.find(Role::heading, said("en", "home.your_next")) != nullptr);
}

TEST_CASE("each thing begins on one day, and what is said between two holds for them") {
  test::RandomProgramme programme(14);
  for (int round = 0; round < 50; ++round) {
    auto edition = content::Edition::of(programme.event(40));
    REQUIRE(edition);
    visitor::Visitor visitor;
    for (const model::Session& one : (*edition)->event().sessions)
      if (programme.up_to(2) > 0) visitor.starred.push_back(one.id);
    visitor.starred.emplace_back("gone");
    std::ranges::sort(visitor.starred);
    for (int i = programme.up_to(4); i > 0; --i) {
      const model::Instant from = test::at(21, 0) + std::chrono::minutes(15 * programme.up_to(400));
      visitor.appointments.push_back(
          {"a-" + std::to_string(i), "Own", from, from + std::chrono::minutes(15 * programme.up_to(8)), ""});
    }
    const screens::MyAgenda mine(**edition, visitor);
    CHECK(mine.vanished().size() == 1);
    std::multiset<std::size_t> begins;
    for (const screens::MyAgenda::Day& day : mine.days()) {
      const agenda::Engagement* last = nullptr;
      for (const screens::MyAgenda::Entry& entry : day.entries) {
        const agenda::Engagement& one = mine.at(entry);
        if (!entry.goes_on) begins.insert(entry.place);
        CHECK(((*edition)->zone().at(one.starts_at).date == day.date) != entry.goes_on);
        if (entry.clash) CHECK(agenda::clash(mine.plan().all()[*entry.clash], one));
        if (entry.clash_above) {
          REQUIRE(last != nullptr);
          CHECK(agenda::clash(*last, one));
        }
        if (entry.gap) {
          CHECK(entry.gap->to == one.starts_at);
          for (const agenda::Engagement& other : mine.plan().all())
            if (other.takes_time)
              CHECK((other.ends_at <= entry.gap->from || other.starts_at >= entry.gap->to));
        }
        if (entry.hurry) CHECK(*entry.hurry < entry.walking.value_or(model::Minutes(0)));
        last = &one;
      }
    }
    CHECK(begins.size() == mine.plan().all().size());
    CHECK(std::set<std::size_t>(begins.begin(), begins.end()).size() == begins.size());
  }
}
