// The whole app with the real event, read and pressed through its tree. For the tests beside this.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "pack/bundle.h"
#include "pack/time_text.h"
#include "screens/pages.h"
#include "text/words.h"
#include "with_icu.h"

namespace test {

inline std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

inline const std::string& asset(std::string_view name) {
  static const std::string regular = read_file(assets_directory() + "/text-400.otf");
  static const std::string bold = read_file(assets_directory() + "/text-600.otf");
  static const std::string icons = read_file(assets_directory() + "/icons.otf");
  // Without its checksum and the version of its reader, as former builds wrote it, so that a test can
  // change it.
  static const std::string pack = [] {
    std::string built = read_file(assets_directory() + "/event.pack");
    if (built.starts_with("{\"checksum\"")) built.erase(1, built.find(','));
    constexpr std::string_view reader = ",\"min_reader\":2";
    if (const auto at = built.find(reader); at != built.npos) built.erase(at, reader.size());
    return built;
  }();
  return name == "regular" ? regular : name == "bold" ? bold : name == "icons" ? icons : pack;
}

inline app::Assets assets() {
  return {icu_file(), bytes(asset("regular")), bytes(asset("bold")), bytes(asset("icons")), asset("pack"),
          {}};
}

inline model::Instant moment(std::string_view written) {
  const auto parsed = pack::parse_instant(written);
  REQUIRE(parsed);
  return parsed->instant;
}

// A message as the translator wrote it.
inline std::string said(std::string_view language, text::Key key) {
  return std::string(text::raw_message(language, key));
}

inline app::Start start_at(std::string path) {
  app::Start start;
  start.path = std::move(path);
  return start;
}

// An app in a window without pixels. Its clock stands still until it is moved.
class RunningApp {
 public:
  explicit RunningApp(const std::string& path, std::string_view now = "2026-04-01T12:00+05:00")
      : RunningApp(start_at(path), assets(), now) {}

  RunningApp(const app::Start& start, const app::Assets& files,
             std::string_view now = "2026-04-01T12:00+05:00") {
    around.now = moment(now);
    auto made = app::App::start(files, start);
    REQUIRE_MESSAGE(made, (made ? std::string() : made.error().details));
    app = std::move(*made);
    settle();
  }

  // Frames until nothing moves. What was asked for on the way is kept in `effects`.
  void settle() {
    for (int i = 0; i < 1000; ++i) {
      last = app->frame(around);
      app->discard_drawing();
      around.steady_s += 1 / 60.0;
      std::ranges::move(last.effects, std::back_inserter(effects));
      if (!last.draw_again) return;
    }
    FAIL("the app does not come to rest");
  }

  void go_to(const std::string& path) {
    app->go_to(path);
    settle();
  }

  const ui::Tree& tree() const { return app->tree(); }

  const ui::Node* find(ui::Role role, std::string_view name) const { return tree().find(role, name); }

  const ui::Node& node(ui::Role role, std::string_view name) const {
    const ui::Node* found = find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(name), " on ", app->path());
    return *found;
  }

  void press(ui::Role role, std::string_view name) {
    app->handle(ui::PressNode{node(role, name).id});
    settle();
  }

  void write(std::string_view field, std::string_view text) {
    app->handle(ui::SetNodeValue{node(ui::Role::search_field, field).id, std::string(text)});
    settle();
  }

  void key(ui::KeyName name) {
    app->handle(ui::KeyEvent{.key = name});
    settle();
  }

  // A finger, down and up again.
  void tap(ui::Point at) {
    for (const ui::PointerPhase phase : {ui::PointerPhase::down, ui::PointerPhase::up})
      app->handle(ui::PointerEvent{phase, ui::PointerKind::touch, 1, at, around.steady_s});
    settle();
  }

  // The name of what leads there.
  std::string name_of(std::string_view href) const {
    const auto found = std::ranges::find(tree().nodes, href, &ui::Node::href);
    REQUIRE_MESSAGE(found != tree().nodes.end(), std::string(href), " on ", app->path());
    return found->name;
  }

  bool leads_to(std::string_view href) const {
    return std::ranges::find(tree().nodes, href, &ui::Node::href) != tree().nodes.end();
  }

  // Presses what leads there.
  void follow(std::string_view href) {
    const auto found = std::ranges::find(tree().nodes, href, &ui::Node::href);
    REQUIRE_MESSAGE(found != tree().nodes.end(), std::string(href), " on ", app->path());
    app->handle(ui::PressNode{found->id});
    settle();
  }

  // Whether what is cut off there at the side can be moved into view.
  bool moves_sideways(const ui::Rect& clip) const {
    return std::ranges::any_of(tree().areas, [&](const ui::ScrollArea& area) {
      return area.content.width > area.bounds.width + 0.5F && intersection(area.bounds, clip) == clip;
    });
  }

  // Whether that text is anywhere in a name.
  bool says(std::string_view text) const {
    return std::ranges::any_of(
        tree().nodes, [&](const ui::Node& node) { return node.name.find(text) != std::string::npos; });
  }

  std::string heading() const {
    for (const ui::Node& node : tree().nodes)
      if (node.role == ui::Role::heading && node.level == 1) return node.name;
    return {};
  }

  template <class Kind>
  std::vector<Kind> wished() const {
    std::vector<Kind> found;
    for (const app::Effect& effect : effects)
      if (const Kind* one = std::get_if<Kind>(&effect)) found.push_back(*one);
    return found;
  }

  app::Environment around;
  std::unique_ptr<app::App> app;
  app::FrameResult last;
  std::vector<app::Effect> effects;
};

// The pages of the table that fit, without their language; of those about things the first.
inline std::vector<std::string> pages_that(const std::function<bool(const screens::PageEntry&)>& fit) {
  need_icu();
  static const auto event = std::move(pack::read_bundle(asset("pack")).event);
  std::vector<std::string> list;
  for (const screens::PageEntry& entry : screens::all_pages()) {
    if (entry.page == screens::Page::not_found || !fit(entry)) continue;
    const std::string path = entry.segment.empty() ? std::string() : std::string(entry.segment) + "/";
    std::vector<std::string> ids;
    if (entry.things != nullptr)
      entry.things->each(*event, [&](const std::string& id) { ids.push_back(id); });
    list.push_back(entry.things == nullptr ? path : path + ids.at(0) + "/");
  }
  return list;
}

// Every page that the app has. And answers to a question.
inline const std::vector<std::string>& pages() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> list = pages_that([](const screens::PageEntry&) { return true; });
    list.push_back("search/?q=су");
    return list;
  }();
  return all;
}
// Those that the app speaks; the event has them all.
inline const std::vector<std::string> languages{text::message_languages().begin(),
                                                text::message_languages().end()};

inline constexpr float phone_width = 390;

// A page in a window of that size, on the second day unless said otherwise.
inline RunningApp at(const std::string& path, float width, float height,
                     std::string_view now = "2026-04-23T10:12+05:00") {
  RunningApp app(path, now);
  app.around.size = {width, height};
  app.settle();
  app.go_to(path);
  return app;
}

// What the keyboard is at; null when it is nowhere.
inline const ui::Node* focused(const RunningApp& app) {
  const auto found =
      std::ranges::find_if(app.tree().nodes, [](const ui::Node& node) { return node.state.focused; });
  return found != app.tree().nodes.end() ? &*found : nullptr;
}

// How far below the upper edge of what scrolls that text stands, each time that some of it is in sight.
// RunningApp::app notes its texts.
inline std::vector<float> in_sight(const RunningApp& app, std::string_view said) {
  std::vector<float> at;
  for (const ui::WrittenText& text : app.app->written_texts())
    if (text.text == said && text.bounds.bottom() > text.clip.y && text.bounds.y < text.clip.bottom())
      at.push_back(text.bounds.y - text.clip.y);
  return at;
}

inline void turn_wheel(RunningApp& app, float way) {
  app.app->handle(ui::WheelEvent{.at = {200, 600}, .dx = 0, .dy = way});
  app.settle();
}

inline const ui::Node& floor_plan(const RunningApp& app) {
  const auto found = std::ranges::find(app.tree().nodes, ui::Look::floor_plan, &ui::Node::look);
  REQUIRE(found != app.tree().nodes.end());
  return *found;
}

}  // namespace test
