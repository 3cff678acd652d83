// An event with nothing in some of its lists: nothing leads to a page where nothing is, and who comes to one
// by its address reads so. And a clock in the address that cannot be read.
#include <utility>

#include "small_event.h"

using test::phone_width;
using test::RunningApp;
using test::said;

namespace {

constexpr float tablet = 800;
constexpr float desktop_width = 1300;

// It has one session in one hall, and no partners, themes, news or meetings before it.
const std::string& bare_event() {
  static const std::string bytes =
      test::small_event({{"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}});
  return bytes;
}

struct Empty {
  std::string_view page;
  text::Key said;
};
constexpr Empty empty_pages[] = {{"partners/", "partners.none"},
                                 {"themes/", "themes.none"},
                                 {"news/", "news.none"},
                                 {"road/", "road.none"}};

}  // namespace

TEST_CASE("nothing leads to a page on which nothing is") {
  for (const std::string& language : test::languages)
    for (const float width : {phone_width, tablet, desktop_width})
      for (const std::string_view page :
           {"", "agenda/", "agenda/opening/", "my/", "map/", "map/hall/", "info/", "about/", "search/",
            "search/?q=partners", "search/?q=zzz", "settings/", "not-a-page/"}) {
        const std::string home = "/" + language + "/";
        const RunningApp app =
            test::running_with(bare_event(), home + std::string(page), "2026-04-22T10:30+05:00", width);
        CAPTURE(app.app->path());
        for (const Empty& empty : empty_pages)
          CHECK_MESSAGE(!app.leads_to(home + std::string(empty.page)), empty.page);
        CHECK(app.leads_to(home + "agenda/"));
        CHECK(app.leads_to(home + "info/"));
      }
  // Where there is something, it is led to.
  const RunningApp real("/en/info/");
  for (const std::string_view page : {"themes/", "news/", "road/", "partners/"})
    CHECK_MESSAGE(real.leads_to("/en/" + std::string(page)), page);
}

TEST_CASE("a page with nothing on it says so in a sentence") {
  for (const std::string& language : test::languages)
    for (const Empty& empty : empty_pages)
      for (const bool static_rendering : {false, true})
        for (const float width : {phone_width, desktop_width}) {
          app::Assets files = test::assets();
          files.pack = bare_event();
          app::Start start = test::start_at("/" + language + "/" + std::string(empty.page));
          start.static_rendering = static_rendering;
          RunningApp app(start, files, "2026-04-22T10:30+05:00");
          app.around.size.width = width;
          app.settle();
          CHECK_MESSAGE(app.says(said(language, empty.said)), start.path);
        }
}

TEST_CASE("a clock in the address that is no time is told, in every language") {
  for (const std::string& language : test::languages) {
    const std::string path = "/" + language + "/agenda/";
    for (const std::string at : {"rubbish", "2026-13-01T10:00Z", "2026-04-22", "%00"})
      CHECK_MESSAGE(RunningApp(path + "?at=" + at).says(said(language, "clock.unread")), at);
    CHECK_FALSE(RunningApp(path).says(said(language, "clock.unread")));
    CHECK_FALSE(RunningApp(path + "?at=2026-04-22T10:30+05:00").says(said(language, "clock.unread")));
    // It is told of the address that has it, and what the clock was set to before stays.
    RunningApp app(path + "?at=2026-04-22T10:30+05:00");
    app.go_to(path + "?at=noon");
    CHECK(app.says(said(language, "clock.unread")));
    app.follow("/" + language + "/map/");
    CHECK_FALSE(app.says(said(language, "clock.unread")));
    CHECK(app.says("10:30"));
  }
}

TEST_CASE("beside the list of a level that nobody has drawn stands what takes place") {
  const std::string bytes =
      test::small_event({{"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}},
                        [](test::EventFiles& files) {
                          files["places.json"]["levels"][0].erase("outline");
                          files["places.json"]["rooms"][0].erase("outline");
                        });
  for (const std::string_view now :
       {"2026-04-01T10:00+05:00", "2026-04-22T10:30+05:00", "2026-05-01T10:00+05:00"}) {
    CAPTURE(now);
    const RunningApp app = test::running_with(bytes, "/en/map/", now, desktop_width);
    CHECK(app.leads_to("/en/map/hall/"));
    CHECK(app.leads_to("/en/agenda/opening/"));
    CHECK(app.find(ui::Role::heading, said("en", "home.by_day")) != nullptr);
  }
}
