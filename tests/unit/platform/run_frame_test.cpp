// One frame, seen by a platform that only remembers what was asked of it.
#include "platform/platform.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "app/app.h"
#include "text/link.h"
#include "with_icu.h"

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string file(const std::string& name) { return test::read_file(test::assets_directory() + "/" + name); }

struct Remembering : platform::Platform {
  app::Environment around;
  std::vector<std::string> kept;
  std::vector<std::string> opened;
  std::vector<std::string> files, papers;
  std::vector<std::string> shown, faced, notices;
  std::vector<std::string> shared;
  std::vector<std::string> notified;
  int files_chosen = 0;
  int asked_to_notify = 0;
  std::string title;
  int published = 0;
  int left = 0;
  int frames_wanted = 0;
  std::optional<model::Instant> wake;

  app::Environment environment() override {
    around.steady_s += 1 / 60.0;  // as a screen goes on
    return around;
  }
  void keep_visitor(app::Session& session) override { kept.push_back(session.merge_visitor({}).text); }
  void open_link(std::string_view url) override { opened.emplace_back(url); }
  void open_file(app::Window&, std::string_view path) override { files.emplace_back(path); }
  void share_link(app::Window&, const app::ShareLink& link) override { shared.push_back(link.url); }
  void choose_file(app::Window&) override { ++files_chosen; }
  void show_to_visitor(std::string_view path, bool) override { faced.emplace_back(path); }
  void hand_out_notice(app::Window&, const app::HandOutNotice& notice) override {
    notices.push_back(notice.text);
  }
  void notify(const app::Notify& told) override { notified.push_back(told.title); }
  void ask_to_notify() override { ++asked_to_notify; }
  void save_paper(app::Window&, std::string_view path) override { papers.emplace_back(path); }
  void show_location(std::string_view path, bool) override { shown.emplace_back(path); }
  void leave() override { ++left; }
  void publish(const ui::Tree& tree) override {
    ++published;
    title = tree.title;
  }
  void request_frame() override { ++frames_wanted; }
  void wake_at(std::optional<model::Instant> moment) override { wake = moment; }
};

// Keeps the files alive as long as the app.
struct Running {
  std::string regular = file("text-400.otf");
  std::string bold = file("text-600.otf");
  std::string icons = file("icons.otf");
  std::string pack = file("event.pack");
  std::unique_ptr<app::App> app;

  explicit Running(const std::string& path) {
    app::Start start;
    start.path = path;
    auto made =
        app::App::start({test::icu_file(), bytes(regular), bytes(bold), bytes(icons), pack, {}}, start);
    REQUIRE(made);
    app = std::move(*made);
  }
};

void settle(Remembering& platform, app::App& app) {
  for (int i = 0; i < 20; ++i) {
    platform.frames_wanted = 0;
    platform::run_frame(platform, app.window());
    app.discard_drawing();
    if (platform.frames_wanted == 0) return;
  }
  FAIL("the app does not come to rest");
}

}  // namespace

TEST_CASE("a frame publishes its tree, and at rest asks for no other") {
  Running running("/ru/agenda/");
  Remembering platform;
  platform.around.now = sys_days(2026y / April / 30) + 10h;
  settle(platform, *running.app);
  CHECK(platform.published >= 1);
  CHECK(platform.title == text::raw_message("ru", "agenda.title"));
  CHECK(platform.frames_wanted == 0);
  CHECK_FALSE(platform.wake);
  CHECK(platform.shown.empty());
}

TEST_CASE("what the app asks for is carried out") {
  Running running("/en/settings/");
  Remembering platform;
  platform.around.now = sys_days(2026y / April / 30) + 10h;
  settle(platform, *running.app);
  const ui::Node* kazakh = running.app->tree().find(ui::Role::radio, text::native_language_name("kk"));
  REQUIRE(kazakh != nullptr);
  running.app->handle(ui::PressNode{kazakh->id});
  settle(platform, *running.app);
  REQUIRE(platform.kept.size() == 1);
  CHECK(platform.kept[0].find("language - kk") != std::string::npos);
  CHECK(platform.shown == std::vector<std::string>{"/kk/settings/"});
  CHECK(platform.title == text::raw_message("kk", "settings.title"));
}

TEST_CASE("a link out of the app is opened outside of it") {
  Running running("/en/partners/undp/");
  Remembering platform;
  platform.around.now = sys_days(2026y / April / 30) + 10h;
  settle(platform, *running.app);
  const ui::Node* outside = nullptr;
  for (const ui::Node& node : running.app->tree().nodes)
    if (node.href.starts_with("https://")) outside = &node;
  REQUIRE(outside != nullptr);
  const std::string url = outside->href;
  running.app->handle(ui::PressNode{outside->id});
  settle(platform, *running.app);
  CHECK(platform.opened == std::vector<std::string>{url});
  CHECK(running.app->path() == "/en/partners/undp/");
}

TEST_CASE("back on the first page leaves") {
  Running running("/en/");
  Remembering platform;
  settle(platform, *running.app);
  running.app->handle(ui::KeyEvent{.key = ui::KeyName::back});
  settle(platform, *running.app);
  CHECK(platform.left == 1);
}

TEST_CASE("what is no link of the web, of mail or of a telephone is not opened") {
  for (const std::string_view link : {"https://un.org/", "http://un.org/", "mailto:a@un.org", "tel:+77172"})
    CHECK(text::may_be_opened(link));
  for (const std::string_view link :
       {"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "smb://host/share", "//un.org",
        "https:un.org", " https://un.org", "HTTPS://un.org", ""})
    CHECK_FALSE(text::may_be_opened(link));
}

TEST_CASE("a file beside the pages is handed on, and the app stays where it is") {
  Running running("/kk/agenda/official-opening/");
  Remembering platform;
  settle(platform, *running.app);
  const auto& nodes = running.app->tree().nodes;
  const auto link = std::ranges::find(nodes, "/kk/agenda/official-opening/session.ics", &ui::Node::href);
  REQUIRE(link != nodes.end());
  CHECK(link->role == ui::Role::link);
  running.app->handle(ui::PressNode{link->id});
  settle(platform, *running.app);
  CHECK(platform.files == std::vector<std::string>{"/kk/agenda/official-opening/session.ics"});
  CHECK(platform.opened.empty());
  CHECK(running.app->window().path() == "/kk/agenda/official-opening/");
}

TEST_CASE("who is to be reminded is told by the device without a frame") {
  Running running("/en/settings/");
  Remembering platform;
  platform.around.now = sys_days(2026y / April / 22) + 4h + 52min;  // eight minutes before the opening
  platform.around.notifications = screens::Notifications::unavailable;
  running.app->session().choose_reminder(5);
  running.app->session().turn_star("official-opening");
  settle(platform, *running.app);
  REQUIRE(platform.wake);
  CHECK(*platform.wake == sys_days(2026y / April / 22) + 4h + 55min);
  platform.around.notifications = screens::Notifications::granted;
  platform.around.now = *platform.wake;
  const std::uint64_t frames = running.app->frames_drawn();
  const std::size_t kept = platform.kept.size();
  platform::run_unseen(platform, running.app->window());
  CHECK(platform.notified == std::vector<std::string>{"Official opening of the Summit"});
  CHECK(platform.kept.size() == kept + 1);
  CHECK(running.app->frames_drawn() == frames);
  CHECK_FALSE(platform.wake);
  platform::run_unseen(platform, running.app->window());
  CHECK(platform.notified.size() == 1);
}

TEST_CASE("a file is chosen and a page shared when that is asked for") {
  Running running("/en/my/");
  Remembering platform;
  platform.around.size = {390, 4000};
  platform.around.now = sys_days(2026y / April / 21);
  settle(platform, *running.app);
  const auto press = [&](std::string_view name) {
    const ui::Node* button = running.app->tree().find(ui::Role::button, name);
    REQUIRE(button != nullptr);
    running.app->handle(ui::PressNode{button->id});
    settle(platform, *running.app);
  };
  press(text::raw_message("en", "carry.open_file"));
  CHECK(platform.files_chosen == 1);
  CHECK(running.app->tree().find(ui::Role::button, text::raw_message("en", "carry.share")) == nullptr);
}
