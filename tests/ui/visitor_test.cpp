// What a visitor does: stars, languages, filters, the way back, the clock.
#include "running_app.h"
#include "text/link.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

std::size_t cards(const RunningApp& app, std::string_view folder) {
  return static_cast<std::size_t>(std::ranges::count_if(app.tree().nodes, [&](const ui::Node& node) {
    return node.role == Role::link && node.href.starts_with(folder) && node.href.size() > folder.size() &&
           node.href[folder.size()] != '?' && !text::is_file(node.href);
  }));
}

// The name of the star on the card of a session.
std::string star_of(std::string_view title) {
  return test::words_in("en").message("session.star_named", {{"title", title}});
}

std::string days_left(int days) { return test::words_in("en").message("home.days_left", {{"days", days}}); }

std::string now_mark(std::string_view time) {
  return test::words_in("en").message("agenda.now_mark", {{"time", time}});
}

std::string day_name(unsigned day) {
  return test::words_in("en").weekday_day_month(std::chrono::year(2026) / 4 / std::chrono::day(day));
}

constexpr std::string_view glaciers = "/en/agenda/glaciers/";

// What a platform does that keeps everything: answers the text that is kept afterwards.
std::string keep(RunningApp& app, std::string kept = {}) {
  const app::MergedVisitor merged = app.app->merge_visitor(kept);
  app.app->visitor_kept(true);
  app.settle();
  return merged.to_keep ? merged.text : kept;
}

bool holds(std::string_view text, std::string_view line_end) {
  return text.find(std::string(line_end) + "\n") != std::string_view::npos;
}

RunningApp returning(std::string path, std::string visitor, std::uint64_t copy = 1) {
  app::Start start = test::start_at(std::move(path));
  start.visitor = std::move(visitor);
  start.copy = copy;
  return RunningApp(start, test::assets());
}

// Time goes by and nobody does anything.
void rest(RunningApp& app, int seconds) {
  app.around.steady_s += seconds;
  app.around.now += std::chrono::seconds(seconds);
  app.settle();
}

}  // namespace

TEST_CASE("a starred session is in the visitor's own agenda and is kept") {
  RunningApp app("/en/agenda/glaciers/");
  const ui::Node& before = app.node(Role::button, said("en", "session.star"));
  CHECK(before.state.toggles);
  CHECK_FALSE(before.state.pressed);
  app.press(Role::button, said("en", "session.star"));
  CHECK(app.node(Role::button, said("en", "session.starred")).state.pressed);
  CHECK(app.wished<app::KeepVisitor>().size() == 1);
  const std::string kept = keep(app);
  CHECK(holds(kept, "star glaciers on"));
  app.go_to("/en/my/");
  CHECK(app.leads_to(glaciers));
  CHECK(cards(app, "/en/agenda/") == 1);

  // It is there again after a restart with what was kept.
  app::Start again = test::start_at("/ru/my/");
  again.visitor = kept;
  RunningApp later(again, test::assets());
  CHECK(cards(later, "/ru/agenda/") == 1);
}

TEST_CASE("the star of a card in the agenda does the same, and takes back") {
  RunningApp app("/en/agenda/?day=2026-04-22");
  const std::string name = star_of(app.name_of(glaciers));
  CHECK_FALSE(app.node(Role::button, name).state.pressed);
  app.press(Role::button, name);
  CHECK(app.node(Role::button, name).state.pressed);
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-22");
  app.press(Role::button, name);
  CHECK_FALSE(app.node(Role::button, name).state.pressed);
  app.go_to("/en/my/");
  CHECK(app.says(said("en", "my.none")));
}

TEST_CASE("another language changes everything at once and is kept") {
  RunningApp app("/ru/settings/");
  CHECK(app.heading() == said("ru", "settings.title"));
  app.press(Role::radio, text::native_language_name("kk"));
  CHECK(app.tree().language == "kk");
  CHECK(app.tree().title == said("kk", "settings.title"));
  CHECK(app.heading() == said("kk", "settings.title"));
  CHECK(app.app->path() == "/kk/settings/");
  CHECK(app.node(Role::radio, text::native_language_name("kk")).state.checked);
  CHECK(app.wished<app::KeepVisitor>().size() == 1);
  CHECK(holds(keep(app), "language - kk"));
  REQUIRE_FALSE(app.wished<app::ShowLocation>().empty());
  CHECK(app.wished<app::ShowLocation>().back().path == "/kk/settings/");
  for (const ui::Node& node : app.tree().nodes)
    if (node.href.starts_with('/') && node.role != Role::radio) CHECK(node.href.starts_with("/kk/"));
}

TEST_CASE("the languages on the home page do the same") {
  RunningApp app("/kk/");
  app.press(Role::radio, text::native_language_name("en"));
  CHECK(app.app->path() == "/en/");
  CHECK(app.heading() == app.tree().title);
  CHECK(app.node(Role::radio, text::native_language_name("kk")).language == "kk");
  CHECK(app.node(Role::radio, text::native_language_name("en")).language.empty());
}

TEST_CASE("the keyboard stays where it was when it changes the language") {
  for (const std::string_view path : {"/ru/", "/ru/settings/"}) {
    RunningApp app{std::string(path)};
    app.app->handle(ui::FocusNode{app.node(Role::radio, text::native_language_name("ru")).id, true});
    app.settle();
    app.key(ui::KeyName::right);
    CHECK(app.tree().language == "en");
    CHECK(app.node(Role::radio, text::native_language_name("en")).state.focused);
  }
}

TEST_CASE("the way back speaks the language that was chosen since") {
  RunningApp app("/ru/info/");
  app.press(Role::link, said("ru", "settings.title"));
  app.press(Role::radio, text::native_language_name("kk"));
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/kk/info/");
  CHECK(app.tree().language == "kk");
}

TEST_CASE("where no language is named, the kept choice goes before the browser's wishes") {
  const auto language = [](const std::string& visitor, const std::vector<std::string>& preferred,
                           const std::string& option = {}) {
    app::Start start = test::start_at("/");
    start.first_visitor = visitor;
    start.preferred_languages = preferred;
    start.language = option;
    RunningApp app(start, test::assets());
    CHECK(app.app->path() == "/" + app.tree().language + "/");
    return app.tree().language;
  };
  CHECK(language("language ru\n", {"kk-KZ"}) == "ru");
  CHECK(language("", {"de-DE", "kk-KZ", "ru"}) == "kk");
  CHECK(language("", {"de", "ru_RU.UTF-8"}) == "ru");
  CHECK(language("", {}) == "en");
  CHECK(language("", {"zh", "-", ""}) == "en");
  CHECK(language("language de\n", {"ru"}) == "ru");
  CHECK(language("language ru\n", {"ru"}, "kk") == "kk");
}

TEST_CASE("partners are found with Kazakh letters, whatever the page's language") {
  for (const auto& [path, field, bank] :
       {std::tuple{"/kk/partners/", said("kk", "partners.filter"), "Дүниежүзілік банк"},
        std::tuple{"/ru/partners/", said("ru", "partners.filter"), "Всемирный банк"}}) {
    RunningApp app(path);
    const std::string folder = path;
    CHECK(cards(app, folder) == 23);
    for (const std::string_view typed : {"дүниежүзілік", "ДҮНИЕЖҮЗІЛІК", "  дүниежүзілік   банк "}) {
      app.write(field, typed);
      CHECK(cards(app, folder) >= 1);
      CHECK(cards(app, folder) < 6);
      CHECK(app.says(bank));
    }
    app.write(field, "дүниежүзілік банк");
    CHECK(cards(app, folder) == 1);
    app.write(field, "қққ");
    CHECK(cards(app, folder) == 0);
    app.write(field, "");
    CHECK(cards(app, folder) == 23);
  }
}

TEST_CASE("the agenda is found by title, theme and room of its day") {
  RunningApp app = test::at("/en/agenda/?day=2026-04-22", 768, 1024, "2026-04-01T12:00+05:00");
  const auto listed = [&] {
    return std::ranges::count(app.tree().nodes, ui::Look::timed_row, &ui::Node::look);
  };
  const auto all = listed();
  CHECK(all == 21);
  app.write(said("en", "agenda.filter"), "GLACIERS");
  CHECK(app.leads_to(std::string(glaciers) + "?q=GLACIERS"));
  CHECK(listed() < all);
  app.write(said("en", "agenda.filter"), "мұздық");
  CHECK(std::ranges::any_of(app.tree().nodes, [](const ui::Node& node) {
    return node.look == ui::Look::timed_row && node.href.starts_with(glaciers);
  }));
  app.write(said("en", "agenda.filter"), "no such thing");
  CHECK(listed() == 0);
  CHECK(app.says(said("en", "agenda.none")));
  app.write(said("en", "agenda.filter"), "\xFF\xFE");
  app.write(said("en", "agenda.filter"), std::string(10000, 'q'));
  CHECK(app.says(test::words_in("en").message("agenda.count", {{"count", 0}})));
}

TEST_CASE("the days of the agenda are tabs") {
  RunningApp app("/en/agenda/");
  CHECK(app.node(Role::tab, day_name(22)).state.selected);
  app.press(Role::tab, day_name(24));
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-24");
  CHECK(app.node(Role::tab, day_name(24)).state.selected);
  CHECK_FALSE(app.leads_to(glaciers));
  CHECK(app.leads_to("/en/agenda/closing-session/"));
  app.go_to("/en/agenda/?day=2030-01-01");
  CHECK(app.node(Role::tab, day_name(22)).state.selected);
}

TEST_CASE("back goes the way that was come, and days are no steps of it") {
  RunningApp app("/en/");
  app.press(Role::link, said("en", "nav.agenda"));
  app.press(Role::tab, day_name(22));
  app.press(Role::tab, day_name(23));
  app.press(Role::tab, day_name(22));
  app.follow(glaciers);
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/en/agenda/?day=2026-04-22");
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/en/");
  CHECK(app.wished<app::LeaveApp>().empty());
  app.key(ui::KeyName::back);
  CHECK(app.wished<app::LeaveApp>().size() == 1);
}

TEST_CASE("who came by a link goes back over the page above") {
  RunningApp app{std::string(glaciers)};
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/en/agenda/");
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/en/");
  CHECK(app.wished<app::LeaveApp>().empty());
  app.key(ui::KeyName::back);
  CHECK(app.wished<app::LeaveApp>().size() == 1);
}

TEST_CASE("a search begins empty, whatever was sought before") {
  RunningApp app("/en/search/?q=glaciers");
  app.go_to("/en/search/");
  CHECK(app.node(Role::search_field, said("en", "search.label")).value.empty());
}

TEST_CASE("a slash opens the search, and what is written there stands in the address") {
  RunningApp app("/en/");
  app.key(ui::KeyName::slash);
  CHECK(app.app->path() == "/en/search/");
  app.write(said("en", "search.label"), "glaciers");
  CHECK(app.app->path() == "/en/search/?q=glaciers");
  CHECK(app.leads_to(glaciers));
  app.follow(glaciers);
  CHECK(app.app->path() == glaciers);
  app.key(ui::KeyName::back);
  CHECK(app.app->path() == "/en/search/?q=glaciers");
  CHECK(app.node(Role::search_field, said("en", "search.label")).value == "glaciers");
}

TEST_CASE("search answers a link to it, best first") {
  RunningApp app("/kk/search/?q=%D0%BC%D2%B1%D0%B7%D0%B4%D1%8B%D2%9B");
  CHECK(cards(app, "/kk/agenda/") > 0);
  RunningApp odd("/kk/search/?q=%FF%FE%00x");
  CHECK(cards(odd, "/kk/agenda/") == 0);
}

TEST_CASE("the home page knows before, during and after") {
  RunningApp before("/en/", "2026-04-12T10:00+05:00");
  CHECK(before.says(days_left(10)));
  CHECK(before.says(said("en", "home.first")));
  CHECK(before.leads_to("/en/agenda/official-opening/"));
  RunningApp during("/en/", "2026-04-22T05:30:00Z");
  CHECK(during.says("10:30"));
  CHECK(during.says("Day\u00A01,"));
  CHECK(during.find(Role::heading, said("en", "board.title")) != nullptr);
  CHECK(during.leads_to("/en/agenda/official-opening/"));
  CHECK(during.says("30\u00A0minutes left"));
  RunningApp after("/en/", "2026-04-25T00:00+05:00");
  CHECK(after.says(said("en", "home.over")));
  CHECK(after.find(Role::heading, said("en", "board.title")) == nullptr);
  CHECK_FALSE(after.says(said("en", "home.next")));
}

TEST_CASE("half past five in Greenwich is half past ten in Astana, in every language") {
  for (const std::string_view language : test::languages) {
    RunningApp app("/" + std::string(language) + "/", "2026-04-22T05:30:00Z");
    CHECK(app.says("10:30"));
    CHECK_FALSE(app.says("05:30"));
  }
}

TEST_CASE("the clock can be set by the address, and the page says so and keeps it") {
  RunningApp app("/en/?at=2026-04-23T14:30+05:00", "2025-01-01T00:00Z");
  CHECK(app.says(test::words_in("en").message("clock.set", {{"date", "23 April"}, {"time", "14:30"}})));
  CHECK(app.says("Day\u00A02"));
  app.press(Role::link, said("en", "nav.agenda"));
  CHECK(app.says("14:30"));
  CHECK(app.app->path().find("at=2026-04-23T14:30%2B05:00") != std::string::npos);
  CHECK(app.says(now_mark("14:30")));
  // It runs on from there.
  app.around.now += std::chrono::minutes(10);
  app.settle();
  CHECK(app.says(now_mark("14:40")));
  RunningApp wrong("/en/?at=tomorrow");
  CHECK_FALSE((wrong.find(Role::region, said("en", "settings.clock")) != nullptr));
}

TEST_CASE("the line of now stands between what has begun and what has not") {
  RunningApp app("/en/agenda/", "2026-04-22T13:45+05:00");
  const auto index = [&](const std::string& name) {
    const auto found = std::ranges::find(app.tree().nodes, name, &ui::Node::name);
    REQUIRE_MESSAGE(found != app.tree().nodes.end(), name);
    return found - app.tree().nodes.begin();
  };
  CHECK(index(app.name_of("/en/agenda/press-briefing-22-april/")) < index(now_mark("13:45")));
  CHECK(index(now_mark("13:45")) < index(app.name_of("/en/agenda/central-asia-together/")));
  app.press(Role::tab, day_name(23));
  CHECK_FALSE(app.says(now_mark("13:45")));
}

TEST_CASE("a session is marked as now while it is on, and no longer") {
  for (const auto& [now, is_on] :
       {std::pair{"2026-04-22T16:29:59+05:00", false}, std::pair{"2026-04-22T16:30+05:00", true},
        std::pair{"2026-04-22T17:59:59+05:00", true}, std::pair{"2026-04-22T18:00+05:00", false}}) {
    RunningApp app("/en/agenda/glaciers/", now);
    CAPTURE(now);
    CHECK((app.find(Role::text, said("en", "agenda.live")) != nullptr) == is_on);
  }
}

TEST_CASE("after the event nothing runs") {
  for (const std::string_view page : test::pages()) {
    RunningApp app("/ru/" + std::string(page), "2026-05-01T12:00+05:00");
    CAPTURE(page);
    CHECK_FALSE(app.last.draw_again);
    // What stands at a help desk shows the time.
    if (page == "desk/" || page == "shown/") continue;
    CHECK_FALSE(app.last.wake_at);
  }
}

TEST_CASE("during the event what is on is drawn anew within a minute, on every page that shows it") {
  std::string starred = "summit-visitor 1\nstar leaders-session\n";
  for (const std::string_view page : {"", "agenda/", "agenda/leaders-session/", "my/", "map/plenary-hall/"}) {
    app::Start start = test::start_at("/ru/" + std::string(page));
    start.first_visitor = starred;
    RunningApp app(start, test::assets(), "2026-04-22T12:59:30+05:00");
    CAPTURE(page);
    // The board has a column of its own for it.
    CHECK(app.says(page.empty() ? said("ru", "board.title") : said("ru", "agenda.live")));
    if (page.empty()) CHECK(app.leads_to("/ru/agenda/leaders-session/"));
    CHECK_FALSE(app.last.draw_again);
    REQUIRE(app.last.wake_at);
    CHECK(*app.last.wake_at > app.around.now);
    CHECK(*app.last.wake_at - app.around.now <= std::chrono::seconds(60));
    // And it was worth waking up: at 13:00 the session is over.
    app.around.now = *app.last.wake_at;
    app.settle();
    if (page == "my/" || page == "agenda/leaders-session/") CHECK_FALSE(app.says(said("ru", "agenda.live")));
  }
}

TEST_CASE("the wish to wake follows a clock that was set") {
  RunningApp app("/ru/?at=2026-04-22T10:30+05:00", "2025-01-01T00:00Z");
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at - app.around.now <= std::chrono::seconds(60));
  CHECK(*app.last.wake_at > app.around.now);
}

TEST_CASE("the look is chosen and kept") {
  RunningApp app("/en/settings/");
  CHECK(app.node(Role::radio, said("en", "settings.theme_system")).state.checked);
  app.press(Role::radio, said("en", "settings.theme_contrast"));
  CHECK(app.node(Role::radio, said("en", "settings.theme_contrast")).state.checked);
  CHECK(app.wished<app::KeepVisitor>().size() == 1);
  CHECK(holds(keep(app), "appearance - high-contrast"));
}

TEST_CASE("the visitor's own time is told where it differs") {
  app::Start start = test::start_at("/en/agenda/glaciers/");
  start.time_zone = "Europe/London";
  // Other sessions of the page may be at half past twelve too.
  constexpr std::string_view there = "12:30 where you are";
  CHECK(RunningApp(start, test::assets()).says(there));
  start.time_zone = "Asia/Almaty";
  CHECK_FALSE(RunningApp(start, test::assets()).says(there));
  start.time_zone = "Mars/Olympus";
  CHECK_FALSE(RunningApp(start, test::assets()).says(there));
}

TEST_CASE("a damaged memory of the visitor starts like a first visit") {
  for (const std::string& memory : {std::string("\xFF\x00\x01", 3), std::string(100000, 'x'),
                                    std::string("star nobody\nstar ../x\nappearance\n")}) {
    app::Start start = test::start_at("/en/my/");
    start.visitor = memory;
    start.first_visitor = memory;
    CHECK(RunningApp(start, test::assets()).says(said("en", "my.none")));
  }
}

TEST_CASE("what two copies do at the same time is kept by both, and seen in both") {
  RunningApp one = returning("/en/my/", {}, 1);
  RunningApp two = returning("/en/my/", {}, 2);
  one.go_to("/en/agenda/glaciers/");
  one.press(Role::button, said("en", "session.star"));
  two.go_to("/en/agenda/official-opening/");
  two.press(Role::button, said("en", "session.star"));
  std::string kept = keep(one);
  kept = keep(two, kept);
  CHECK(holds(kept, "star glaciers on"));
  CHECK(holds(kept, "star official-opening on"));
  CHECK_FALSE(two.app->merge_visitor(kept).to_keep);
  one.go_to("/en/my/");
  CHECK(cards(one, "/en/agenda/") == 1);
  CHECK(one.app->merge_visitor(kept).changed);
  one.settle();
  CHECK(cards(one, "/en/agenda/") == 2);
  // A browser may hand back a text that is late: what is missing in it is added again.
  CHECK(one.app->merge_visitor({}).text == kept);
}

TEST_CASE("what is done here goes before what another copy did unseen") {
  RunningApp one = returning("/en/agenda/glaciers/", {}, 1);
  one.press(Role::button, said("en", "session.star"));
  const std::string kept = keep(one, "summit-visitor 2\nop 500 ff res2026 star glaciers off\n");
  CHECK(one.node(Role::button, said("en", "session.starred")).state.pressed);
  CHECK(holds(kept, "op 501 1 res2026 star glaciers on"));
  // Kept is kept: from then on it is like everyone else's.
  CHECK(keep(one, "summit-visitor 2\nop 502 ff res2026 star glaciers off\n").find("op 502 ff") !=
        std::string::npos);
  CHECK(one.find(Role::button, said("en", "session.starred")) == nullptr);
}

TEST_CASE("the stars of another event with the same sessions are not shown, and not lost") {
  const std::string other = "summit-visitor 2\nop 1 1 res2030 star glaciers on\n";
  RunningApp app = returning("/en/my/", other);
  CHECK(app.says(said("en", "my.none")));
  CHECK(app.wished<app::KeepVisitor>().empty());
  app.go_to("/en/agenda/official-opening/");
  app.press(Role::button, said("en", "session.star"));
  const std::string kept = keep(app, other);
  CHECK(holds(kept, "res2030 star glaciers on"));
  CHECK(holds(kept, "res2026 star official-opening on"));
}

TEST_CASE("the stars of the first version are taken over and kept, and do not come back") {
  app::Start start = test::start_at("/en/my/");
  start.first_visitor =
      "summit-visitor 1\nappearance dark\nstar glaciers\nstar official-opening\nstar nowhere\n";
  std::string kept;
  {
    RunningApp app(start, test::assets());
    CHECK(cards(app, "/en/agenda/") == 2);
    CHECK(app.wished<app::KeepVisitor>().size() == 1);
    app.go_to(std::string(glaciers));
    app.press(Role::button, said("en", "session.starred"));
    kept = keep(app);
    CHECK(holds(kept, "appearance - dark"));
  }
  start.visitor = kept;
  start.first_visitor += "star leaders-session\n";
  RunningApp later(start, test::assets());
  CHECK_FALSE(later.leads_to(glaciers));
  CHECK(later.leads_to("/en/agenda/official-opening/"));
  CHECK(later.leads_to("/en/agenda/leaders-session/"));
}

TEST_CASE("a text that cannot be read is put aside, and the visitor is told once, in every language") {
  for (const std::string& language : test::languages) {
    const std::string damaged("summit-visitor 2\nop 1 1 res2026 star gla\0ciers on\n", 48);
    RunningApp app = returning("/" + language + "/", damaged);
    CHECK(app.node(Role::status, said(language, "toast.unreadable")).name.size() > 20);
    REQUIRE(app.wished<app::KeepVisitor>().size() == 1);
    const app::MergedVisitor merged = app.app->merge_visitor(damaged);
    CHECK(merged.to_keep);
    CHECK(merged.aside.starts_with(app::visitor_text_name));
    CHECK(merged.aside != app::visitor_text_name);
    CHECK(merged.aside != app.app->merge_visitor(damaged + "x").aside);
    app.app->visitor_kept(true);
    rest(app, 30);
    CHECK_FALSE(app.says(said(language, "toast.unreadable")));
    CHECK_FALSE(returning("/" + language + "/", merged.text).says(said(language, "toast.unreadable")));
  }
}

TEST_CASE("where nothing can be kept it is told once, in every language, and the app goes on") {
  for (const std::string& language : test::languages) {
    RunningApp app("/" + language + "/agenda/glaciers/");
    app.press(Role::button, said(language, "session.star"));
    app.app->merge_visitor({});
    CHECK(app.app->visitor_kept(false));
    app.settle();
    CHECK(app.node(Role::status, said(language, "toast.not_kept")).bounds.height > 0);
    CHECK(app.node(Role::button, said(language, "session.starred")).state.pressed);
    rest(app, 30);
    CHECK_FALSE(app.says(said(language, "toast.not_kept")));
    app.press(Role::button, said(language, "session.starred"));
    app.app->merge_visitor({});
    CHECK_FALSE(app.app->visitor_kept(false));
    app.settle();
    CHECK_FALSE(app.says(said(language, "toast.not_kept")));
    // The settings do not promise what is not so.
    app.go_to("/" + language + "/settings/");
    CHECK(app.says(said(language, "toast.not_kept")));
    CHECK_FALSE(app.says(said(language, "settings.kept_here")));
  }
}

TEST_CASE("what the command line sets is not kept") {
  app::Start start = test::start_at("/");
  start.language = "kk";
  start.appearance = "dark";
  start.visitor = "summit-visitor 2\nop 1 1 - appearance - high-contrast\nop 1 1 - language - ru\n";
  RunningApp app(start, test::assets());
  CHECK(app.tree().language == "kk");
  app.go_to("/kk/agenda/glaciers/");
  app.press(Role::button, said("kk", "session.star"));
  std::string kept = keep(app, start.visitor);
  CHECK(holds(kept, "appearance - high-contrast"));
  CHECK(holds(kept, "language - ru"));
  app.go_to("/kk/settings/");
  CHECK(app.node(Role::radio, said("kk", "settings.theme_dark")).state.checked);
  app.press(Role::radio, said("kk", "settings.theme_light"));
  CHECK(app.node(Role::radio, said("kk", "settings.theme_light")).state.checked);
  CHECK(holds(keep(app, kept), "appearance - light"));
}

TEST_CASE("a device for many forgets each visitor: after a rest, and when asked to") {
  for (const bool asked : {false, true}) {
    app::Start start = test::start_at("/en/");
    start.shared = true;
    RunningApp app(start, test::assets());
    const ui::Tree fresh = app.tree();
    // Nobody is waited for; only the days that are left are counted.
    const auto waits = [&] {
      return app.last.wake_at && *app.last.wake_at - app.around.now < std::chrono::minutes(5);
    };
    CHECK_FALSE(waits());
    CHECK(app.says(said("en", "shared.forgets")));
    app.press(Role::link, said("en", "nav.agenda"));
    app.press(Role::button, said("en", "filter.all_filters"));
    app.write(said("en", "agenda.filter"), "glaciers");
    app.key(ui::KeyName::escape);
    app.follow(std::string(glaciers) + "?q=glaciers");
    app.press(Role::button, said("en", "session.star"));
    app.go_to("/en/partners/");
    app.write(said("en", "partners.filter"), "bank");
    app.key(ui::KeyName::slash);
    app.write(said("en", "search.label"), "toilet");
    app.go_to("/en/settings/");
    app.press(Role::radio, said("en", "settings.theme_dark"));
    app.press(Role::radio, text::native_language_name("kk"));
    CHECK(app.wished<app::KeepVisitor>().empty());
    const std::string my = app.tree().language;
    CHECK(my == "kk");
    if (asked) {
      app.press(Role::button, said("kk", "shared.new_visitor"));
    } else {
      REQUIRE(app.last.wake_at);
      rest(app, 99);
      CHECK_FALSE(app.says(said("kk", "toast.forgets_soon")));
      rest(app, 2);
      CHECK(app.says(said("kk", "toast.forgets_soon")));
      // Who is still there says so by touching anything.
      app.tap({20, 10});
      CHECK_FALSE(app.says(said("kk", "toast.forgets_soon")));
      rest(app, 110);
      CHECK(app.app->path() == "/kk/settings/");
      REQUIRE(app.last.wake_at);
      CHECK(*app.last.wake_at - app.around.now <= std::chrono::seconds(11));
      rest(app, 11);
    }
    CHECK(app.app->path() == "/en/");
    CHECK(app.tree().language == "en");
    CHECK(app.tree().nodes.size() == fresh.nodes.size());
    app.key(ui::KeyName::back);
    CHECK(app.wished<app::LeaveApp>().size() == 1);
    app.go_to("/en/my/");
    CHECK(app.says(said("en", "my.none")));
    app.go_to("/en/settings/");
    CHECK(app.node(Role::radio, said("en", "settings.theme_system")).state.checked);
    app.go_to("/en/partners/");
    CHECK(app.node(Role::search_field, said("en", "partners.filter")).value.empty());
    app.go_to("/en/agenda/?day=2026-04-22");
    app.press(Role::button, said("en", "filter.all_filters"));
    CHECK(app.node(Role::search_field, said("en", "agenda.filter")).value.empty());
    app.key(ui::KeyName::escape);
    CHECK_FALSE(app.node(Role::button, star_of(app.name_of(glaciers))).state.pressed);
    // Afterwards it rests, until somebody comes.
    rest(app, 1000);
    rest(app, 1000);
    CHECK_FALSE(waits());
  }
}

TEST_CASE("a device for many puts every page back to its top") {
  app::Start start = test::start_at("/en/");
  start.shared = true;
  RunningApp app(start, test::assets());
  const auto main_heading_y = [&] {
    for (const ui::Node& node : app.tree().nodes)
      if (node.role == Role::heading && node.level == 1) return node.bounds.y;
    return -1.F;
  };
  const float top = main_heading_y();
  app.app->handle(ui::WheelEvent{.at = {195, 500}, .dy = 300});
  app.settle();
  CHECK(main_heading_y() != top);
  app.press(Role::button, said("en", "shared.new_visitor"));
  CHECK(main_heading_y() == top);
}

TEST_CASE("elsewhere nobody is forgotten") {
  RunningApp app("/en/agenda/glaciers/");
  CHECK(app.find(Role::button, said("en", "shared.new_visitor")) == nullptr);
  app.press(Role::button, said("en", "session.star"));
  rest(app, 1000);
  CHECK(app.node(Role::button, said("en", "session.starred")).state.pressed);
}
