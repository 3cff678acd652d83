// The visitor's own day: what was cancelled says so, and the way to the next session is that of the
// programme.
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

// The second session was cancelled; the last one is on another site.
const std::string& two_sites() {
  static const std::string bytes = test::small_event(
      {{"now", "On now", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
       {"off", "Called off", "2026-04-22T11:00+05:00", "2026-04-22T12:00+05:00"},
       {"far", "Far away", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"}},
      [](test::EventFiles& files) {
        test::add_park(files);
        files["persons.json"]["persons"] = Json::array({test::named({{"id", "saule"}}, "Saule de Speaker")});
        Json& sessions = files["sessions.json"]["sessions"];
        sessions[1]["state"] = "cancelled";
        sessions[1]["people"] = Json::array({{{"person", "saule"}}});
        sessions[2]["room"] = "tent";
      });
  return bytes;
}

}  // namespace

TEST_CASE("a cancelled session is named as such in the visitor's own day and on the page of its speaker") {
  for (const std::string& language : test::languages) {
    RunningApp app =
        test::running_with(two_sites(), "/" + language + "/people/saule/", "2026-04-22T09:00+05:00");
    CHECK(app.says(said(language, "agenda.cancelled")));
    app.go_to("/" + language + "/");
    CHECK_FALSE(app.says(said(language, "agenda.cancelled")));
    app.app->session().turn_star("off");
    app.around.size.height = 4000;
    app.settle();
    CHECK(app.find(Role::heading, said(language, "home.my_day")) != nullptr);
    CHECK(app.says(said(language, "agenda.cancelled")));
  }
}

TEST_CASE("the time to leave counts the way from where the visitor's own programme has them") {
  RunningApp app = test::running_with(two_sites(), "/en/", "2026-04-22T10:30+05:00");
  app.app->session().turn_star("far");
  app.settle();
  CHECK(app.find(Role::link, "Leave at 11:55 to be on time") != nullptr);
  app.app->session().turn_star("now");
  app.settle();
  CHECK(app.find(Role::link, "Leave at 11:30 to be on time") != nullptr);
}
