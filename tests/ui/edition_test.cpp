// The event is replaced while somebody reads it.
#include <doctest/doctest.h>

#include "running_app.h"
#include "small_event.h"

namespace {

std::shared_ptr<const content::Edition> edition_with(const std::vector<test::SmallSession>& sessions) {
  auto read = pack::read_bundle(test::small_event(sessions));
  REQUIRE(read.event);
  auto made = content::Edition::of(std::move(*read.event));
  REQUIRE(made);
  return *made;
}

const std::vector<test::SmallSession> sessions_before{
    {"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
    {"water", "Water", "2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"},
    {"air", "Air", "2026-04-23T12:00+05:00", "2026-04-23T13:00+05:00"}};

constexpr std::string_view first_morning = "2026-04-22T09:00+05:00";

}  // namespace

TEST_CASE("another edition is shown where the visitor is, and keeps what was chosen") {
  const std::string bytes = test::small_event(sessions_before);
  test::RunningApp app = test::running_with(bytes, "/en/agenda/", first_morning);
  app.follow("/en/agenda/water/");
  app.press(ui::Role::button, test::said("en", "session.star"));
  CHECK(app.says("12:00–13:00"));

  const auto moved =
      edition_with({{"water", "Water for all", "2026-04-22T14:00+05:00", "2026-04-22T15:30+05:00"},
                    {"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                    {"earth", "Earth", "2026-04-22T16:00+05:00", "2026-04-22T17:00+05:00"}});
  REQUIRE(app.app->use(moved));
  app.settle();
  CHECK(app.app->edition() == moved);
  CHECK(app.app->path() == "/en/agenda/water/");
  CHECK(app.heading() == "Water for all");
  CHECK(app.says("14:00–15:30"));
  CHECK(app.find(ui::Role::button, test::said("en", "session.starred")) != nullptr);
  app.go_to("/en/my/");
  CHECK(app.leads_to("/en/agenda/water/"));
  app.go_to("/en/agenda/");
  CHECK(app.leads_to("/en/agenda/earth/"));
}

TEST_CASE("what is gone from the event says so where it was looked at, and is found no more") {
  const std::string bytes = test::small_event(sessions_before);
  test::RunningApp app = test::running_with(bytes, "/en/search/?q=air", first_morning);
  CHECK(app.leads_to("/en/agenda/air/"));
  app.go_to("/en/agenda/air/");
  app.press(ui::Role::button, test::said("en", "session.star"));
  REQUIRE(app.app->use(edition_with({sessions_before[0], sessions_before[1]})));
  app.settle();
  CHECK(app.app->path() == "/en/agenda/air/");
  CHECK(app.says(test::said("en", "not_found.title")));
  // The star is kept: the session may come back.
  app.go_to("/en/my/");
  CHECK_FALSE(app.leads_to("/en/agenda/air/"));
  app.go_to("/en/search/?q=air");
  CHECK_FALSE(app.leads_to("/en/agenda/air/"));
  REQUIRE(app.app->use(edition_with(sessions_before)));
  app.settle();
  CHECK(app.leads_to("/en/agenda/air/"));
  app.go_to("/en/my/");
  CHECK(app.leads_to("/en/agenda/air/"));
}

TEST_CASE("a page goes on in another language when its own is gone") {
  const std::string bytes = test::small_event(sessions_before);
  test::RunningApp app = test::running_with(bytes, "/ru/agenda/opening/", first_morning);
  model::Event event = app.app->edition()->event();
  event.languages = {"kk"};
  REQUIRE(app.app->use(*content::Edition::of(event)));
  app.settle();
  CHECK(app.app->path() == "/kk/agenda/opening/");
  CHECK(app.heading() == "Opening");
  event.languages = {"xx"};
  CHECK_FALSE(app.app->use(*content::Edition::of(event)));
  app.settle();
  CHECK(app.heading() == "Opening");
}

TEST_CASE("an event that could not be read is mended by an edition") {
  app::Assets files = test::assets();
  files.pack = "{}";
  test::RunningApp app(test::start_at("/en/agenda/"), files, first_morning);
  CHECK_FALSE(app.app->event_is_there());
  CHECK_FALSE(app.app->problems().empty());
  REQUIRE(app.app->use(edition_with(sessions_before)));
  app.settle();
  CHECK(app.app->event_is_there());
  CHECK(app.app->problems().empty());
  CHECK(app.leads_to("/en/agenda/opening/"));
}
