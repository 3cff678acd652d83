// Times as people say them: today, tomorrow, in how many minutes, how many are left.
#include <algorithm>
#include <array>

#include "pack/bundle.h"
#include "running_app.h"

using test::RunningApp;
using ui::Role;

namespace {

// The session's page at that time.
RunningApp glaciers_page(std::string_view language, model::Instant now) {
  RunningApp app("/" + std::string(language) + "/agenda/glaciers/");
  app.around.now = now;
  app.go_to("/" + std::string(language) + "/agenda/glaciers/");
  return app;
}

const model::Session& session() {
  static const pack::ReadResult read = pack::read_bundle(test::asset("pack"));
  REQUIRE(read.event);
  const auto found = std::ranges::find(read.event->sessions, "glaciers", &model::Session::id);
  REQUIRE(found != read.event->sessions.end());
  return *found;
}

}  // namespace

TEST_CASE("the page of a session says in how many hours and minutes it begins, in each language's forms") {
  using std::chrono::minutes;
  struct Case {
    std::string_view language;
    int before;
    std::string_view said;
  };
  for (const Case& one :
       {Case{"kk", 21, "21\u00a0минуттан кейін"}, Case{"kk", 1, "1\u00a0минуттан кейін"},
        Case{"ru", 21, "Через 21\u00a0минуту"}, Case{"ru", 2, "Через 2\u00a0минуты"},
        Case{"ru", 25, "Через 25\u00a0минут"}, Case{"en", 1, "In 1\u00a0minute"},
        Case{"en", 25, "In 25\u00a0minutes"}, Case{"en", 90, "In 90\u00a0minutes"},
        Case{"en", 120, "In 120\u00a0minutes"}, Case{"en", 121, "In 2\u00a0h 1\u00a0min"},
        Case{"en", 179, "In 2\u00a0h 59\u00a0min"}, Case{"ru", 179, "Через 2\u00a0ч 59\u00a0мин"},
        Case{"ru", 300, "Через 5\u00a0часов"}, Case{"ru", 180, "Через 3\u00a0часа"},
        Case{"kk", 125, "2\u00a0сағат 5\u00a0минуттан кейін"}, Case{"kk", 180, "3\u00a0сағаттан кейін"}}) {
    CAPTURE(std::string(one.said));
    CHECK(glaciers_page(one.language, session().starts_at - minutes(one.before)).says(one.said));
  }
  CHECK_FALSE(glaciers_page("en", session().starts_at - std::chrono::hours(30)).says("In 30"));
}

TEST_CASE("the page of a session that is on says how many minutes are left, and nothing when it is over") {
  using std::chrono::minutes;
  CHECK(glaciers_page("ru", session().ends_at - minutes(1)).says("Осталась 1\u00a0минута"));
  CHECK(glaciers_page("ru", session().ends_at - minutes(12)).says("Осталось 12\u00a0минут"));
  CHECK(glaciers_page("kk", session().ends_at - minutes(22)).says("22\u00a0минут қалды"));
  CHECK(glaciers_page("en", session().ends_at - minutes(2)).says("2\u00a0minutes left"));
  CHECK_FALSE(glaciers_page("en", session().ends_at).says("left"));
}

TEST_CASE("what is told in minutes changes by the minute") {
  RunningApp app = glaciers_page("en", session().starts_at - std::chrono::minutes(20));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at <= session().starts_at - std::chrono::minutes(19));
}

TEST_CASE("the first page names the days of what comes next as today and tomorrow") {
  const RunningApp morning("/kk/", "2026-04-22T08:00+05:00");
  CHECK(morning.says("Бүгін, "));
  CHECK_FALSE(morning.says("22 сәуір, "));
  const RunningApp night("/ru/", "2026-04-22T23:30+05:00");
  CHECK(night.says("Завтра, "));
  const RunningApp before("/en/", "2026-04-10T23:30+05:00");
  CHECK_FALSE(before.says("Today"));
  CHECK(before.says("22 April, "));
}

TEST_CASE("the agenda names the clock that its times go by, and how far the visitor's own is") {
  for (const auto& [language, same, other] :
       {std::array<std::string_view, 3>{"kk", "Астана уақыты", "Астана уақыты (UTC+5), сізде UTC+1"},
        std::array<std::string_view, 3>{"ru", "Время Астаны", "Время Астаны (UTC+5), у вас UTC+1"},
        std::array<std::string_view, 3>{"en", "Astana time", "Astana time (UTC+5); yours is UTC+1"}}) {
    app::Start start = test::start_at("/" + std::string(language) + "/agenda/");
    start.time_zone = "Asia/Almaty";
    const RunningApp here(start, test::assets());
    CHECK(here.find(Role::text, same) != nullptr);
    start.time_zone = "Europe/London";  // in summer time on the days of the summit
    const RunningApp away(start, test::assets());
    CHECK(away.find(Role::text, other) != nullptr);
    CHECK(away.find(Role::text, same) == nullptr);
  }
}
