// The home page on a day before the event, during it and after it.
#include <ranges>
#include <set>

#include "running_app.h"
#include "screens/screen.h"
#include "ui/written_text.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

constexpr std::string_view before = "2026-04-01T10:00+05:00";
constexpr std::string_view during = "2026-04-24T10:24+05:00";
constexpr std::string_view after = "2026-11-29T10:00+05:00";

RunningApp home(std::string_view language, std::string_view now, ui::Size size = {390, 844}) {
  RunningApp app("/" + std::string(language) + "/", now);
  app.around.size = size;
  app.settle();
  return app;
}

std::size_t with_look(const RunningApp& app, ui::Look look) {
  return static_cast<std::size_t>(std::ranges::count(app.tree().nodes, look, &ui::Node::look));
}

}  // namespace

TEST_CASE("before and after the event home says what it is, during it what is on") {
  for (const std::string_view language : test::languages) {
    for (const std::string_view now : {before, after}) {
      const RunningApp app = home(language, now);
      CHECK(with_look(app, ui::Look::figure) == 4);
      CHECK(app.says(std::string_view(now) == after ? said(language, "home.over")
                                                    : said(language, "home.first")));
    }
    const RunningApp app = home(language, during);
    CHECK(with_look(app, ui::Look::figure) == 0);
    CHECK(app.find(Role::heading, said(language, "home.now")) != nullptr);
    CHECK(app.find(Role::heading, said(language, "home.next")) != nullptr);
  }
}

TEST_CASE("home leads to every day, theme, stop of the road and partner of the event") {
  for (const std::string_view language : test::languages) {
    const RunningApp app = home(language, after);
    const model::Event& event = app.app->edition()->event();
    const std::string top = "/" + std::string(language) + "/";
    std::set<std::string> links;
    for (const ui::Node& node : app.tree().nodes) links.insert(node.href);
    REQUIRE(event.days.size() == 3);
    for (const model::Day& day : event.days)
      CHECK(links.contains(top + "agenda/?day=" + screens::iso_date(day.date)));
    for (const model::Theme& theme : event.themes) CHECK(links.contains(top + "themes/" + theme.id + "/"));
    for (const model::Milestone& stop : event.milestones) CHECK(links.contains(top + "road/#" + stop.id));
    for (const model::Partner& partner : event.partners)
      CHECK(links.contains(top + "partners/" + partner.id + "/"));
  }
}

TEST_CASE("no word in the name of a theme is cut at home") {
  for (const std::string_view language : test::languages)
    for (const ui::Size size : {ui::Size{320, 640}, ui::Size{390, 844}, ui::Size{1280, 800}}) {
      RunningApp app = home(language, after, size);
      app.app->note_texts();
      app.around.size.height = 6000;  // what is not seen is not written
      app.settle();
      for (const model::Theme& theme : app.app->edition()->event().themes)
        for (const auto word : std::string_view(theme.short_name.in(language)) | std::views::split(' ')) {
          const std::string_view whole(word.begin(), word.end());
          CHECK_MESSAGE(
              std::ranges::any_of(app.app->written_texts(),
                                  [&](const ui::WrittenText& text) { return text.text.contains(whole); }),
              whole, " at ", size.width);
        }
    }
}

TEST_CASE("once the event is over home does not say of the programme that it is not published yet") {
  for (const std::string_view language : test::languages) {
    CHECK(home(language, before).says(said(language, "provisional.programme")));
    const RunningApp app = home(language, after);
    CHECK_FALSE(app.says(said(language, "provisional.programme")));
    CHECK(app.says(said(language, "home.announced")));
  }
}

TEST_CASE("on a wide window home has two things side by side, on a phone one below the other") {
  const auto tops = [](const RunningApp& app) {
    return std::pair{app.node(Role::heading, said("kk", "home.by_day")).bounds.y,
                     app.node(Role::heading, said("kk", "themes.title")).bounds.y};
  };
  const auto [days_wide, themes_wide] = tops(home("kk", after, {1440, 900}));
  CHECK(days_wide == themes_wide);
  const auto [days, themes] = tops(home("kk", after));
  CHECK(days < themes);
}
