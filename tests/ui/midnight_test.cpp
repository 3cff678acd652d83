// Sessions that last past midnight, and for days: home, the agenda, a session's page, my agenda, the room
// and the search say the same of them.
#include <array>
#include <map>

#include "small_event.h"
#include "text/link.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

const std::string& late_event() {
  static const std::string bytes = test::small_event({
      {"morning", "Morning", "2026-04-22T09:00+05:00", "2026-04-22T10:00+05:00"},
      {"display", "Display", "2026-04-22T10:00+05:00", "2026-04-24T18:00+05:00"},
      {"concert", "Concert", "2026-04-22T23:00+05:00", "2026-04-23T01:00+05:00"},
      {"lecture", "Lecture", "2026-04-23T14:00+05:00", "2026-04-23T15:00+05:00"},
      {"supper", "Supper", "2026-04-23T22:00+05:00", "2026-04-24T00:00+05:00"},
      {"farewell", "Farewell", "2026-04-24T23:00+05:00", "2026-04-25T01:00+05:00"},
  });
  return bytes;
}

RunningApp late_event_at(std::string path, std::string_view now, float width = 390) {
  return test::running_with(late_event(), std::move(path), now, width);
}

// The sessions that the page lists, in its order.
std::vector<std::string> listed(const RunningApp& app) {
  std::vector<std::string> ids;
  for (const ui::Node& node : app.tree().nodes) {
    const std::size_t folder = node.href.find("/agenda/");
    if (node.role != Role::link || folder == std::string::npos || node.href.ends_with("/agenda/") ||
        node.href.find('?') != std::string::npos || text::is_file(node.href))
      continue;
    const std::string id = node.href.substr(folder + 8);
    if (id.starts_with("2026-")) continue;  // a day
    ids.push_back(id.substr(0, id.find('/')));
  }
  return ids;
}

// The day whose tab is lit.
std::string open_day(const RunningApp& app) {
  for (const ui::Node& node : app.tree().nodes)
    if (node.href.find("?day=") != std::string::npos && (node.state.current || node.state.selected))
      return node.href.substr(node.href.find("?day=") + 5);
  return {};
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("past the last midnight the event is on while its last session runs, and over then") {
  for (const std::string& language : test::languages) {
    const std::string home = "/" + language + "/";
    const RunningApp night = late_event_at(home, "2026-04-25T00:10+05:00");
    CHECK_FALSE(night.says(said(language, "home.over")));
    CHECK(night.find(ui::Role::heading, said(language, "board.title")) != nullptr);
    CHECK(listed(night) == Ids{"farewell"});
    CHECK(late_event_at(home, "2026-04-25T01:00+05:00").says(said(language, "home.over")));

    const RunningApp agenda = late_event_at(home + "agenda/", "2026-04-25T00:10+05:00");
    CHECK(open_day(agenda) == "2026-04-24");
    CHECK(listed(agenda) == Ids{"display", "farewell"});
    CHECK(agenda.says(said(language, "agenda.live")));
    CHECK(late_event_at(home + "agenda/farewell/", "2026-04-25T00:10+05:00")
              .says(said(language, "agenda.live")));
  }
}

TEST_CASE("on an inner night the agenda of the new day has what still runs") {
  const RunningApp night = late_event_at("/en/agenda/", "2026-04-23T00:10+05:00");
  CHECK(open_day(night) == "2026-04-23");
  CHECK(listed(night) == Ids{"display", "concert", "lecture", "supper"});
  CHECK(night.find(Role::heading, said("en", "agenda.continues")) != nullptr);
  CHECK(night.says(said("en", "agenda.live")));
  // The board has what takes the room before the display around it, and what comes next; then all that comes.
  CHECK(listed(late_event_at("/en/", "2026-04-23T00:10+05:00")) ==
        Ids{"concert", "lecture", "lecture", "supper", "farewell"});
  // Beside the session that is on stays the list of the day that is on.
  CHECK(open_day(late_event_at("/en/agenda/concert/", "2026-04-23T00:10+05:00", 1300)) == "2026-04-23");
  CHECK(open_day(late_event_at("/en/agenda/concert/", "2026-04-21T12:00+05:00", 1300)) == "2026-04-22");
}

TEST_CASE("every session begins on one day of the agenda, and is in the lists of all days that it reaches") {
  const std::map<std::string, Ids> expected{
      {"2026-04-22", {"morning", "display", "concert"}},
      {"2026-04-23", {"display", "concert", "lecture", "supper"}},
      {"2026-04-24", {"display", "farewell"}}};  // supper ends at midnight
  for (const std::string now : {"2026-04-01T12:00+05:00", "2026-04-23T14:30+05:00", "2026-04-25T00:10+05:00",
                                "2026-05-01T12:00+05:00"})
    for (const auto& [day, ids] : expected) {
      CAPTURE(now);
      CAPTURE(day);
      const RunningApp app = late_event_at("/ru/agenda/?day=" + day, now);
      CHECK(listed(app) == ids);
      CHECK((app.find(Role::heading, said("ru", "agenda.continues")) != nullptr) == (day != "2026-04-22"));
    }
}

TEST_CASE("the kept agenda has the same lists") {
  app::Assets files = test::assets();
  files.pack = late_event();
  app::Start start = test::start_at("/kk/agenda/");
  start.static_rendering = true;
  const RunningApp app(start, files);
  CHECK(listed(app) == Ids{"morning", "display", "concert", "display", "concert", "lecture", "supper",
                           "display", "farewell"});
}

TEST_CASE("each day has a page of its own, which is named after it") {
  app::Assets files = test::assets();
  files.pack = late_event();
  app::Start start = test::start_at("/en/agenda/2026-04-23/");
  start.static_rendering = true;
  const RunningApp page(start, files);
  const RunningApp app(test::start_at("/en/agenda/?day=2026-04-23"), files);
  CHECK(listed(page) == listed(app));
  CHECK(page.tree().title == "Thursday 23 April");
  CHECK(page.leads_to("/en/agenda/2026-04-22/"));
  CHECK(listed(RunningApp(test::start_at("/en/agenda/2026-04-23/"), files)) == listed(app));
}

TEST_CASE("a session of several days says when it begins and when it ends, everywhere") {
  struct Case {
    std::string_view language;
    std::string_view in_full;
    std::string_view on_card;
  };
  for (const Case& one :
       {Case{"kk", "Сәрсенбі, 22 сәуір, 10:00 – жұма, 24 сәуір, 18:00", "22 сәуір, 10:00 – 24 сәуір, 18:00"},
        Case{"ru", "Среда, 22 апреля, 10:00 — пятница, 24 апреля, 18:00",
             "22 апреля, 10:00 — 24 апреля, 18:00"},
        Case{"en", "Wednesday 22 April, 10:00 – Friday 24 April, 18:00",
             "22 April, 10:00 – 24 April, 18:00"}}) {
    const std::string language(one.language);
    const RunningApp page = late_event_at("/" + language + "/agenda/display/", "2026-04-01T12:00+05:00");
    CHECK_MESSAGE(page.says(one.in_full), one.in_full);
    CHECK(page.tree().description.find(one.in_full) != std::string::npos);
    for (const char* day : {"2026-04-22", "2026-04-23", "2026-04-24"})
      CHECK_MESSAGE(
          late_event_at("/" + language + "/agenda/?day=" + day, "2026-04-01T12:00+05:00").says(one.on_card),
          day);
    CHECK(late_event_at("/" + language + "/map/hall/", "2026-04-01T12:00+05:00").says(one.on_card));
    CHECK(late_event_at("/" + language + "/search/?q=display", "2026-04-01T12:00+05:00").says(one.in_full));
  }
  // The near days by their names; what ends at midnight is of one day.
  CHECK(late_event_at("/en/", "2026-04-24T22:00+05:00").says("Today, 23:00 – tomorrow, 01:00"));
  CHECK(late_event_at("/en/agenda/supper/", "2026-04-01T12:00+05:00").says("Thursday 23 April, 22:00–00:00"));
}

TEST_CASE("my agenda has a chosen session on each of its days") {
  RunningApp app = late_event_at("/en/agenda/display/", "2026-04-01T12:00+05:00");
  app.press(Role::button, said("en", "session.star"));
  app.go_to("/en/my/");
  CHECK(listed(app) == Ids{"display", "display", "display"});
}

TEST_CASE("the search goes by the same days") {
  const auto found = [](std::string_view what, std::string_view now) {
    const RunningApp app = late_event_at("/en/search/?q=" + std::string(what), now);
    Ids ids = listed(app);
    std::ranges::sort(ids);
    return ids;
  };
  CHECK(found("now", "2026-04-25T00:10+05:00") == Ids{"farewell"});
  CHECK(found("today", "2026-04-25T00:10+05:00") == Ids{"farewell"});
  CHECK(found("tomorrow+14:00", "2026-04-22T12:00+05:00") == Ids{"display", "lecture"});
  CHECK(found("tomorrow+00:30", "2026-04-22T12:00+05:00") == Ids{"concert", "display"});
  CHECK(found("24+april", "2026-04-22T12:00+05:00") == Ids{"display", "farewell"});
  CHECK(found("friday+evening", "2026-04-22T12:00+05:00") == Ids{"display", "farewell"});
  CHECK(found("next", "2026-04-25T00:10+05:00").empty());
}
