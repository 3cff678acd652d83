// The home page on a day before the event, during it and after it.
#include <cmath>
#include <ranges>
#include <set>

#include "running_app.h"
#include "screens/screen.h"
#include "ui/written_text.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

constexpr std::string_view before_summit = "2026-04-01T10:00+05:00";
constexpr std::string_view during_summit = "2026-04-24T10:24+05:00";
constexpr std::string_view after_summit = "2026-11-29T10:00+05:00";

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
    for (const std::string_view now : {before_summit, after_summit}) {
      const RunningApp app = home(language, now);
      CHECK(with_look(app, ui::Look::figure) == 4);
      CHECK(app.says(std::string_view(now) == after_summit ? said(language, "home.over")
                                                           : said(language, "home.first")));
    }
    const RunningApp app = home(language, during_summit);
    CHECK(with_look(app, ui::Look::figure) == 0);
    CHECK(app.find(Role::heading, said(language, "home.next")) != nullptr);
  }
}

TEST_CASE("home leads to every day, theme, stop of the road and partner of the event") {
  for (const std::string_view language : test::languages) {
    const RunningApp app = home(language, after_summit);
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
      RunningApp app = home(language, after_summit, size);
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
    CHECK(home(language, before_summit).says(said(language, "provisional.programme")));
    const RunningApp app = home(language, after_summit);
    CHECK_FALSE(app.says(said(language, "provisional.programme")));
    CHECK(app.says(said(language, "home.announced")));
  }
}

TEST_CASE("on a wide window home has two things side by side, on a phone one below the other") {
  const auto tops = [](const RunningApp& app) {
    return std::pair{app.node(Role::heading, said("kk", "home.by_day")).bounds.y,
                     app.node(Role::heading, said("kk", "themes.title")).bounds.y};
  };
  const auto [days_wide, themes_wide] = tops(home("kk", after_summit, {1440, 900}));
  CHECK(days_wide == themes_wide);
  const auto [days, themes] = tops(home("kk", after_summit));
  CHECK(days < themes);
}

TEST_CASE(
    "during the event home has the rooms with what is on, the hours of the day, and the board is a page") {
  for (const std::string_view language : test::languages) {
    RunningApp app = home(language, during_summit, {1440, 900});
    const content::Edition& edition = *app.app->edition();
    const agenda::Sessions on = edition.programme().on_now(test::moment(during_summit));
    REQUIRE(on.size() > 3);
    CHECK(app.find(Role::heading, said(language, "board.title")) != nullptr);
    CHECK(with_look(app, ui::Look::day_strip) == 1);
    CHECK(app.leads_to("/" + std::string(language) + "/board/"));
    app.go_to("/" + std::string(language) + "/board/");
    std::set<std::string> rooms;
    for (const model::Session* session : on)
      if (model::takes_the_room(*session)) {
        CHECK(app.leads_to("/" + std::string(language) + "/agenda/" + session->id + "/"));
        rooms.insert(session->room);
      }
    CHECK(rooms.size() > 2);
    for (const model::Room* room : edition.programme().rooms()) CHECK(app.says(room->name.in(language)));
  }
}

TEST_CASE("the board changes with the clock, and says after the event that it is over") {
  RunningApp app("/en/board/", "2026-04-24T08:00+05:00");
  CHECK(app.says(said("en", "board.free")));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at <= test::moment("2026-04-24T08:01+05:00"));
  RunningApp over("/en/board/", after_summit);
  CHECK(over.says(said("en", "home.over")));
  CHECK(over.leads_to("/en/agenda/"));
}

TEST_CASE("that nothing is on is seen once, and heard of each room") {
  const std::string free = said("en", "board.free");
  for (const float width : {390.F, 1440.F})
    for (const auto& [now, says] :
         {std::pair{"2026-04-24T08:00+05:00", true}, {"2026-04-23T11:18+05:00", false}}) {
      CAPTURE(width);
      CAPTURE(now);
      RunningApp app("/en/board/", now);
      app.around.size = {width, 3000};
      app.settle();
      int seen = 0, rooms = 0, dashes = 0;
      for (const ui::Node& node : app.tree().nodes) {
        if (node.href.starts_with("/en/map/") && node.href.size() > 8) ++rooms;
        if (node.name != free) continue;
        node.shown == "–" ? ++dashes : ++seen;
      }
      // On a phone what is on or comes is opened rather than its room.
      CHECK(rooms > (width > 1000 ? 8 : 4));
      CHECK(seen == (says ? 1 : 0));
      // On a phone what is not there takes no room.
      CHECK((dashes > 3) == (width > 1000));
    }
}

TEST_CASE("before the event the board sleeps until its first day") {
  const RunningApp app("/en/board/", before_summit);
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at == test::moment("2026-04-22T00:00+05:00"));
}

TEST_CASE("the board and the hours of the day say the stars, the board also the themes") {
  RunningApp app = home("en", during_summit, {1440, 3000});
  const auto stars = [&] {
    return std::ranges::count_if(app.tree().nodes, [](const ui::Node& node) {
      return node.role == Role::image && node.name == said("en", "session.starred");
    });
  };
  CHECK(stars() == 0);
  const content::Edition& edition = *app.app->edition();
  for (const model::Session* session : edition.programme().on_day(edition.event().last_day))
    app.app->session().turn_star(session->id);
  app.settle();
  const auto at_home = stars();
  app.go_to("/en/board/");
  const auto on_board = stars();
  CHECK(on_board > 0);
  CHECK(at_home > 0);
  CHECK(std::ranges::any_of(app.tree().nodes, [](const ui::Node& node) {
    return node.role == Role::text && node.name.starts_with("Theme") && node.shown.size() == 1;
  }));
}

TEST_CASE("home says when to leave for the next session that was starred") {
  RunningApp app("/en/", during_summit);
  const content::Edition& edition = *app.app->edition();
  const agenda::SessionSpan later = edition.programme().up_next(test::moment(during_summit), 50);
  const auto next = std::ranges::find_if(later, [&](const model::Session* one) {
    return !one->room.empty() && one->starts_at - test::moment(during_summit) > std::chrono::minutes(20);
  });
  REQUIRE(next != later.end());
  CHECK(app.find(Role::heading, said("en", "home.your_next")) == nullptr);
  app.app->session().turn_star((*next)->id);
  app.settle();
  CHECK(app.find(Role::heading, said("en", "home.your_next")) != nullptr);
  CHECK(app.find(Role::heading, said("en", "home.my_day")) != nullptr);
  const std::string leave = edition.words("en")->time((*next)->starts_at - agenda::walk_within_a_site);
  const ui::Node& button = app.node(Role::link, "Leave at " + leave + " to be on time");
  CHECK(button.href == "/en/map/" + (*next)->room + "/");
  // The time comes.
  app.around.now = (*next)->starts_at - std::chrono::minutes(3);
  app.settle();
  CHECK(app.find(Role::link, said("en", "home.leave_now")) != nullptr);
}

TEST_CASE("once the event is over nothing of it is still to be published") {
  for (const std::string_view language : test::languages) {
    RunningApp app = home(language, after_summit);
    const content::Edition& edition = *app.app->edition();
    const std::string top = "/" + std::string(language) + "/";
    std::vector<std::string> paths{top + "agenda/", top + "my/", top + "news/"};
    for (const model::Session& session : edition.event().sessions)
      paths.push_back(top + "agenda/" + session.id + "/");
    for (const model::Theme& theme : edition.event().themes)
      paths.push_back(top + "themes/" + theme.id + "/");
    for (const std::string& path : paths) {
      app.go_to(path);
      for (const text::Key key :
           {text::Key("provisional.programme_text"), text::Key("provisional.session"),
            text::Key("provisional.session_announced"), text::Key("provisional.session_place"),
            text::Key("publication.provisional"), text::Key("publication.provisional_tag")})
        CHECK_FALSE_MESSAGE(app.says(said(language, key)), path);
    }
    app.go_to(top + "agenda/" + edition.event().sessions.front().id + "/");
    CHECK((app.says(said(language, "announced.session")) ||
           app.says(said(language, "announced.session_announced")) ||
           app.says(said(language, "announced.session_place"))));
  }
}

TEST_CASE("on the narrowest phone every part of the day by the hour leads somewhere, and a finger finds it") {
  for (const float width : {320.F, 390.F, 820.F}) {
    CAPTURE(width);
    RunningApp app("/en/", "2026-04-22T11:18+05:00");
    app.around.size = {width, 844};
    app.settle();
    const auto& nodes = app.tree().nodes;
    const auto strip = std::ranges::find(nodes, ui::Look::day_strip, &ui::Node::look);
    REQUIRE(strip != nodes.end());
    std::vector<const ui::Node*> links, parts;
    for (auto node = std::next(strip); node != nodes.end() && node->depth > strip->depth; ++node) {
      if (node->role == Role::link) links.push_back(&*node);
      if (node->role != Role::list_item && node->bounds.height >= 44) parts.push_back(&*node);
      // What is said is what one can press, or words that are seen.
      CHECK_MESSAGE(node->role != Role::image, node->name);
    }
    REQUIRE(links.size() >= 3);
    for (const ui::Node* part : parts)
      CHECK_MESSAGE(
          std::ranges::any_of(
              links, [&](const ui::Node* link) { return link->bounds.contains(part->bounds.center()); }),
          part->name);
    // From the first part of the day to the last, with room for a break between two of them.
    float covered = 0;
    for (const ui::Node* link : links) covered += link->bounds.width;
    CHECK(covered > 0.8F * (links.back()->bounds.right() - links.front()->bounds.x));
    CHECK(links.back()->bounds.right() - links.front()->bounds.x > 0.8F * strip->bounds.width);
    for (const ui::Node* link : links) CHECK(link->bounds.width >= 44);
    for (std::size_t i = 1; i < links.size(); ++i) CHECK(links[i]->bounds.x >= links[i - 1]->bounds.right());
  }
}

TEST_CASE("the clock's line goes through no words in the strip of the day") {
  int words = 0;
  for (const std::string_view language : test::languages)
    for (const float width : {600.F, 820.F, 1000.F, 1280.F, 1440.F})
      for (const std::string_view clock : {"11:18", "11:40", "15:00", "16:45"}) {
        CAPTURE(language);
        CAPTURE(width);
        CAPTURE(clock);
        RunningApp app("/" + std::string(language) + "/", "2026-04-23T" + std::string(clock) + "+05:00");
        app.around.size = {width, 1180};
        app.app->note_texts();
        app.settle();
        const auto& nodes = app.tree().nodes;
        const auto strip = std::ranges::find(nodes, ui::Look::day_strip, &ui::Node::look);
        REQUIRE(strip != nodes.end());
        const auto& texts = app.app->written_texts();
        const auto mark = std::ranges::find_if(texts, [&](const ui::WrittenText& text) {
          return text.text == clock && strip->bounds.contains(text.bounds.center());
        });
        REQUIRE(mark != texts.end());
        const float line = mark->bounds.center().x;
        for (const ui::WrittenText& text : texts) {
          if (!strip->bounds.contains(text.bounds.center()) || text.bounds.y < mark->bounds.bottom())
            continue;
          ++words;
          CHECK_MESSAGE((text.bounds.right() <= line || text.bounds.x >= line), text.text);
        }
      }
  CHECK(words > 20);
}

TEST_CASE("several parts of the day lead to where the first of them begins in the agenda") {
  RunningApp app("/en/", "2026-04-22T11:18+05:00");
  const auto& nodes = app.tree().nodes;
  const auto strip = std::ranges::find(nodes, ui::Look::day_strip, &ui::Node::look);
  REQUIRE(strip != nodes.end());
  std::vector<std::string> links;
  for (auto node = std::next(strip); node != nodes.end() && node->depth > strip->depth; ++node)
    if (node->href.find('#') != std::string::npos) links.push_back(node->href);
  REQUIRE(links.size() > 3);
  CHECK(std::set<std::string>(links.begin(), links.end()).size() == links.size());
  const std::string session = links[2].substr(links[2].find('#') + 1);
  app.go_to("/en/");
  app.follow(links[2]);
  const auto row = std::ranges::find(app.tree().nodes, session, &ui::Node::anchor);
  REQUIRE(row != app.tree().nodes.end());
  CHECK(row->bounds.y == doctest::Approx(row->clip.y).epsilon(0.1));
}

TEST_CASE("home stands in the middle of the widest windows, with its header") {
  for (const float width : {1280.F, 1920.F, 2560.F}) {
    CAPTURE(width);
    const RunningApp app = home("ru", after_summit, {width, 1080});
    const ui::Node* main = nullptr;
    for (const ui::Node& node : app.tree().nodes)
      if (node.role == ui::Role::main) main = &node;
    REQUIRE(main != nullptr);
    const ui::Node& figures = app.node(ui::Role::list, said("ru", "home.figures"));
    const float left = figures.bounds.x - main->bounds.x;
    CHECK(left == doctest::Approx(main->bounds.right() - figures.bounds.right()).epsilon(0.1));
    const ui::Node& title = app.node(ui::Role::heading, app.heading());
    CHECK(std::abs(title.bounds.x - figures.bounds.x) <= 24);
    CHECK(title.bounds.height < 2 * title.line_height_px);
  }
}
