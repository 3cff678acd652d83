// What changed in the programme: told once, with what was before, and no more than is news.
#include <doctest/doctest.h>

#include "published_pack.h"
#include "running_app.h"
#include "small_event.h"
#include "trust/signature.h"

using test::organisers;
using test::published;
using test::said;
using ui::Role;

namespace {

std::string event_with_times(std::string_view water, std::string_view water_end, std::string_view wind,
                             std::string_view wind_end) {
  return test::small_event({{"opening", "Opening", "2026-04-22T09:00+05:00", "2026-04-22T09:30+05:00"},
                            {"water", "Water", water, water_end},
                            {"wind", "Wind", wind, wind_end}});
}

// The first, with water at 12 and wind at 15; the second moves water to 14; the third wind to 16.
const std::string& first() {
  static const std::string pack =
      published(event_with_times("2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00", "2026-04-22T15:00+05:00",
                                 "2026-04-22T15:30+05:00"),
                1);
  return pack;
}
std::string second() {
  return published(event_with_times("2026-04-22T14:00+05:00", "2026-04-22T14:45+05:00",
                                    "2026-04-22T15:00+05:00", "2026-04-22T15:30+05:00"),
                   2, {.since = &first()});
}
std::string third(const std::string& since) {
  return published(event_with_times("2026-04-22T14:00+05:00", "2026-04-22T14:45+05:00",
                                    "2026-04-22T16:00+05:00", "2026-04-22T16:30+05:00"),
                   3, {.since = &since});
}

constexpr std::string_view water_moved =
    "New time: “Water” – 22 April, 14:00–14:45 (before: 22 April, 12:00–13:00).";
constexpr std::string_view wind_moved =
    "New time: “Wind” – 22 April, 16:00–16:30 (before: 22 April, 15:00–15:30).";

struct ChangesVisit {
  std::string pack;
  std::string keys = trust::to_text(organisers.public_key());
  test::RunningApp app;

  explicit ChangesVisit(std::string bytes, std::string kept = {}, const std::string& path = "/en/changes/")
      : pack(std::move(bytes)), app(start(std::move(kept), path), files(), "2026-04-22T10:00+05:00") {}

  static app::Start start(std::string kept, const std::string& path) {
    app::Start start = test::start_at(path);
    start.visitor = std::move(kept);
    start.copy = 7;
    return start;
  }
  app::Assets files() const {
    app::Assets files = test::assets();
    files.pack = pack;
    files.keys = keys;
    return files;
  }
  void receive(const std::string& bytes) {
    CHECK(app.app->session().receive(bytes, trust::sign(bytes, organisers, "an event"), true) ==
          app::Received::used);
    app.settle();
  }
  // The text that the platform keeps.
  std::string kept() { return app.app->session().merge_visitor("").text; }
  // How often that sentence stands on the page.
  std::size_t times(std::string_view sentence) const {
    return static_cast<std::size_t>(std::ranges::count(app.tree().nodes, sentence, &ui::Node::name));
  }
  std::size_t unseen() const { return app.app->session().unseen_changes().size(); }
};

}  // namespace

TEST_CASE("where nothing has changed the page says so") {
  ChangesVisit visit(first());
  CHECK(visit.app.says(said("en", "changes.none")));
  CHECK(visit.unseen() == 0);
  CHECK(visit.app.find(Role::text, said("en", "changes.new")) == nullptr);
}

TEST_CASE("what arrives is told with what was, counted until it was looked at, and once") {
  ChangesVisit visit(first(), {}, "/en/agenda/");
  CHECK_FALSE(visit.app.says(said("en", "agenda.changed")));
  visit.receive(second());
  CHECK(visit.app.says(said("en", "agenda.changed")));
  visit.app.go_to("/en/news/");
  CHECK(visit.app.says("1 session has changed since you last looked"));
  visit.app.go_to("/en/agenda/water/");
  CHECK(visit.app.says(water_moved));

  visit.app.go_to("/en/changes/");
  CHECK(visit.times(water_moved) == 1);
  CHECK(visit.app.find(Role::text, said("en", "changes.new")) != nullptr);
  CHECK(visit.app.leads_to("/en/agenda/water/"));
  CHECK(visit.unseen() == 0);
  CHECK_FALSE(visit.app.wished<app::KeepVisitor>().empty());
  // Who comes back finds it again, and it is no news.
  visit.app.go_to("/en/agenda/");
  CHECK_FALSE(visit.app.says(said("en", "agenda.changed")));
  visit.app.go_to("/en/changes/");
  CHECK(visit.times(water_moved) == 1);
  CHECK(visit.app.find(Role::text, said("en", "changes.new")) == nullptr);

  visit.app.go_to("/en/");
  visit.receive(third(second()));
  CHECK(visit.unseen() == 1);
  visit.app.go_to("/en/changes/");
  CHECK(visit.times(water_moved) == 1);
  CHECK(visit.times(wind_moved) == 1);
  const auto news = std::ranges::count(visit.app.tree().nodes, said("en", "changes.new"), &ui::Node::name);
  CHECK(news == 1);
}

TEST_CASE("two moves of which nobody looked at the first are one") {
  ChangesVisit visit(first(), {}, "/en/");
  visit.receive(second());
  const std::string again = published(event_with_times("2026-04-22T17:00+05:00", "2026-04-22T18:00+05:00",
                                                       "2026-04-22T15:00+05:00", "2026-04-22T15:30+05:00"),
                                      3);
  visit.receive(again);
  visit.app.go_to("/en/changes/");
  CHECK(visit.times("New time: “Water” – 22 April, 17:00–18:00 (before: 22 April, 12:00–13:00).") == 1);
  CHECK_FALSE(visit.app.says("14:00–14:45"));
  // And what moved back has not changed.
  visit.receive(published(event_with_times("2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00",
                                           "2026-04-22T15:00+05:00", "2026-04-22T15:30+05:00"),
                          4));
  CHECK(visit.app.says(said("en", "changes.none")));
}

TEST_CASE("over a restart the visitor is told of what changed meanwhile, newcomers of nothing") {
  std::string kept;
  {
    ChangesVisit before(first(), {}, "/en/agenda/opening/");
    before.app.press(Role::button, said("en", "session.star"));
    CHECK(before.unseen() == 0);
    kept = before.kept();
  }
  ChangesVisit newcomer(second(), {}, "/en/changes/");
  CHECK(newcomer.times(water_moved) == 1);
  CHECK(newcomer.app.find(Role::text, said("en", "changes.new")) == nullptr);

  ChangesVisit back(second(), kept, "/en/");
  CHECK(back.unseen() == 1);
  back.app.go_to("/en/changes/");
  CHECK(back.times(water_moved) == 1);
  CHECK(back.app.find(Role::text, said("en", "changes.new")) != nullptr);
  kept = back.kept();

  ChangesVisit later(second(), kept, "/en/changes/");
  CHECK(later.unseen() == 0);
  CHECK(later.times(water_moved) == 1);
  CHECK(later.app.find(Role::text, said("en", "changes.new")) == nullptr);
  // The next pack tells of wind alone.
  ChangesVisit last(third(second()), kept, "/en/");
  CHECK(last.unseen() == 1);
}

TEST_CASE("a session that was gone before somebody came is no news to them, and past when it would be over") {
  const std::string fewer = published(
      test::small_event({{"opening", "Opening", "2026-04-22T09:00+05:00", "2026-04-22T09:30+05:00"}}), 2,
      {.since = &first()});
  ChangesVisit newcomer(fewer);
  CHECK(newcomer.app.says("No longer in the agenda: “Water”"));
  CHECK(newcomer.unseen() == 0);
  CHECK(newcomer.app.find(Role::text, said("en", "changes.new")) == nullptr);
  newcomer.app.around.now = test::moment("2026-04-22T14:00+05:00");
  newcomer.app.settle();
  CHECK_FALSE(newcomer.app.says("No longer in the agenda: “Water”"));
  ChangesVisit visit(first(), {}, "/en/");
  visit.receive(fewer);
  CHECK(visit.unseen() == 2);
}

TEST_CASE("what another copy of the app was told is not told again") {
  ChangesVisit one(first(), {}, "/en/"), other(first(), {}, "/en/");
  one.receive(second());
  other.receive(second());
  CHECK(other.unseen() == 1);
  one.app.go_to("/en/changes/");
  const app::MergedVisitor merged = other.app.app->session().merge_visitor(one.kept());
  CHECK(merged.changed);
  CHECK(other.unseen() == 0);
}

TEST_CASE("starred sessions come first, and what is past is folded") {
  ChangesVisit visit(first(), {}, "/en/agenda/wind/");
  visit.app.press(Role::button, said("en", "session.star"));
  visit.receive(third(first()));
  visit.app.go_to("/en/changes/");
  const auto place = [&](std::string_view name) {
    return std::ranges::find(visit.app.tree().nodes, name, &ui::Node::name) - visit.app.tree().nodes.begin();
  };
  CHECK(place(said("en", "changes.mine")) < place(wind_moved));
  CHECK(place(wind_moved) < place(said("en", "changes.others")));
  CHECK(place(said("en", "changes.others")) < place(water_moved));
  visit.app.around.now = test::moment("2026-04-22T15:00+05:00");
  visit.app.settle();
  CHECK(visit.times(water_moved) == 0);
  CHECK(visit.times(wind_moved) == 1);
  visit.app.press(Role::button, "1 change in past sessions");
  CHECK(visit.times(water_moved) == 1);
}

TEST_CASE("the toast about an update leads to what changed") {
  ChangesVisit visit(first(), {}, "/en/agenda/");
  visit.receive(second());
  visit.app.press(Role::button, said("en", "changes.show"));
  CHECK(visit.app.app->path() == "/en/changes/");
}

TEST_CASE("what the programme itself says has changed is known without a former one") {
  const std::string pack =
      published(test::small_event({{"water", "Water", "2026-04-22T14:00+05:00", "2026-04-22T15:00+05:00"},
                                   {"wind", "Wind", "2026-04-22T16:00+05:00", "2026-04-22T17:00+05:00"}},
                                  [](test::EventFiles& files) {
                                    auto& sessions = files["sessions.json"]["sessions"];
                                    sessions[0]["state"] = "moved";
                                    sessions[0]["moved_from"] = {{"starts_at", "2026-04-22T12:00+05:00"}};
                                    sessions[1]["state"] = "cancelled";
                                  }),
                1);
  for (const bool kept_page : {false, true}) {
    app::Assets files = test::assets();
    files.pack = pack;
    app::Start start = test::start_at("/en/changes/");
    start.static_rendering = kept_page;
    test::RunningApp app(start, files, "2026-04-22T10:00+05:00");
    CHECK(app.says("New time: “Water” – 22 April, 14:00–15:00 (before: 22 April, from 12:00)."));
    CHECK(app.says("Cancelled: “Wind”"));
    CHECK(app.find(Role::text, said("en", "changes.new")) == nullptr);
  }
}
