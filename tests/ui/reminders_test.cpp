// The visitor is reminded of what begins soon, while the app is open.
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

const std::string& two_sessions() {
  static const std::string bytes =
      test::small_event({{"water", "Water", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                         {"air", "Air", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"}});
  return bytes;
}

RunningApp with_two_stars(std::string_view now, const std::string& path = "/en/info/") {
  RunningApp app = test::running_with(two_sessions(), path, now);
  app.app->session().turn_star("water");
  app.app->session().turn_star("air");
  app.settle();
  return app;
}

bool is_told(const RunningApp& app, std::string_view title) {
  return std::ranges::any_of(app.tree().nodes, [&](const ui::Node& node) {
    return node.role == Role::status && node.name.starts_with("Starts at") &&
           node.name.find(title) != std::string::npos;
  });
}

void wait_until(RunningApp& app, std::string_view now) {
  app.around.now = test::moment(now);
  app.settle();
}

}  // namespace

TEST_CASE("a reminder comes once, so long before as the visitor wants, and wakes the app for it") {
  RunningApp app = with_two_stars("2026-04-22T09:30+05:00");
  CHECK_FALSE(is_told(app, "Water"));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at == test::moment("2026-04-22T09:50+05:00"));
  wait_until(app, "2026-04-22T09:50+05:00");
  CHECK(is_told(app, "Water"));
  wait_until(app, "2026-04-22T09:52+05:00");
  CHECK_FALSE(is_told(app, "Water"));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at == test::moment("2026-04-22T11:50+05:00"));
  // Another copy of the app knows that it was told.
  const std::string kept = app.app->merge_visitor({}).text;
  app::Start start = test::start_at("/en/info/");
  start.visitor = kept;
  app::Assets files = test::assets();
  files.pack = two_sessions();
  RunningApp later(start, files, "2026-04-22T09:53+05:00");
  CHECK_FALSE(is_told(later, "Water"));
}

TEST_CASE("what begins together is told together") {
  static const std::string both =
      test::small_event({{"one", "First", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                         {"two", "Second", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}});
  RunningApp later = test::running_with(both, "/en/info/", "2026-04-22T09:30+05:00");
  later.app->session().turn_star("one");
  later.app->session().turn_star("two");
  later.settle();
  wait_until(later, "2026-04-22T09:50+05:00");
  CHECK(is_told(later, "First"));
  CHECK(is_told(later, "Second"));
}

TEST_CASE("nobody is reminded of what has begun, and nobody who does not want it") {
  RunningApp late = with_two_stars("2026-04-22T10:00+05:00");
  CHECK_FALSE(is_told(late, "Water"));
  RunningApp quiet = with_two_stars("2026-04-22T09:30+05:00", "/en/settings/");
  quiet.press(Role::radio, said("en", "reminder.never"));
  CHECK(quiet.app->session().visitor().reminder == 0);
  wait_until(quiet, "2026-04-22T09:55+05:00");
  CHECK_FALSE(is_told(quiet, "Water"));
}

TEST_CASE("the device tells it where the visitor has allowed that, also while nobody sees the app") {
  RunningApp app = with_two_stars("2026-04-22T09:30+05:00");
  app.around.notifications = screens::Notifications::granted;
  app.around.now = test::moment("2026-04-22T09:51+05:00");
  const std::uint64_t frames = app.app->frames_drawn();
  const app::FrameResult unseen = app.app->window().remind(app.around);
  CHECK(app.app->frames_drawn() == frames);
  REQUIRE(unseen.effects.size() == 2);
  const auto* told = std::get_if<app::Notify>(&unseen.effects[0]);
  REQUIRE(told != nullptr);
  CHECK(told->title == "Water");
  CHECK(told->path == "/en/agenda/water/");
  CHECK(std::get_if<app::KeepVisitor>(&unseen.effects[1]) != nullptr);
  REQUIRE(unseen.wake_at);
  CHECK(*unseen.wake_at == test::moment("2026-04-22T11:50+05:00"));
  CHECK(app.app->window().remind(app.around).effects.empty());
  app.settle();
  CHECK_FALSE(is_told(app, "Water"));
}

TEST_CASE("the device asks for permission only when the visitor wants its notifications") {
  RunningApp app = with_two_stars("2026-04-21T09:30+05:00", "/kk/settings/");
  CHECK(app.find(Role::button, said("kk", "reminder.by_device")) == nullptr);
  app.around.notifications = screens::Notifications::may_be_asked;
  app.app->window().tell_copied();
  app.settle();
  CHECK(app.wished<app::AskToNotify>().empty());
  app.press(Role::button, said("kk", "reminder.by_device"));
  CHECK(app.wished<app::AskToNotify>().size() == 1);
  app.around.notifications = screens::Notifications::granted;
  app.app->window().tell_copied();
  app.settle();
  CHECK(app.find(Role::button, said("kk", "reminder.by_device")) == nullptr);
}

TEST_CASE("where one visitor after another comes nobody is reminded") {
  app::Start start = test::start_at("/en/info/");
  start.shared = true;
  app::Assets files = test::assets();
  files.pack = two_sessions();
  RunningApp app(start, files, "2026-04-22T09:55+05:00");
  app.app->session().turn_star("water");
  app.settle();
  CHECK_FALSE(is_told(app, "Water"));
}
