// A window without pixels, for the tests of the kit.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "test_main.h"
#include "ui/frame.h"
#include "ui/kit.h"
#include "ui/kit_state.h"
#include "with_icu.h"

namespace test {

inline std::span<const std::byte> bytes(std::string_view text) { return std::as_bytes(std::span(text)); }

// A font of the app, kept for the whole program as Kit wants it.
inline const std::string& font_file(std::string_view name) {
  static const std::string regular = read_file(assets_directory() + "/text-400.otf");
  static const std::string bold = read_file(assets_directory() + "/text-600.otf");
  static const std::string icons = read_file(assets_directory() + "/icons.otf");
  return name == "regular" ? regular : name == "bold" ? bold : icons;
}

class Screen {
 public:
  explicit Screen(ui::Size size = {360, 640}, std::string_view language = "kk")
      : setup{.window = size, .scale = 1, .safe_area = {}, .steady_s = 100}, words_(words_in(language)) {
    auto made =
        ui::Kit::create({bytes(font_file("regular")), bytes(font_file("bold")), bytes(font_file("icons"))});
    REQUIRE(made);
    kit = std::move(*made);
  }

  // One frame, a sixtieth of a second after the last one.
  template <class Draw>
  const ui::Tree& frame(Draw&& draw) {
    {
      ui::Frame f(*kit, setup, words_);
      draw(f);
      followed = f.followed();
    }
    kit->discard_drawing();
    setup.steady_s += 1 / 60.0;
    return kit->tree();
  }

  // Frames until nothing moves; answers how many, `most` when it never ends.
  template <class Draw>
  int settle(Draw&& draw, int most = 1000) {
    int frames = 0;
    do frame(draw);
    while (++frames < most && kit->wants_frame());
    return frames;
  }

  const ui::Node& node(ui::Role role, std::string_view name) const {
    const ui::Node* found = kit->tree().find(role, name);
    REQUIRE_MESSAGE(found != nullptr, std::string(name));
    return *found;
  }

  void pointer(ui::PointerPhase phase, ui::Point at, double time_s,
               ui::PointerKind kind = ui::PointerKind::touch) {
    kit->handle(ui::PointerEvent{.phase = phase, .kind = kind, .id = 1, .at = at, .time_s = time_s});
  }

  void tap(ui::Point at, ui::PointerKind kind = ui::PointerKind::touch) {
    pointer(ui::PointerPhase::down, at, setup.steady_s, kind);
    pointer(ui::PointerPhase::up, at, setup.steady_s + 0.05, kind);
  }

  void key(ui::KeyName name, bool shift = false) { kit->handle(ui::KeyEvent{.key = name, .shift = shift}); }

  ui::FrameSetup setup;
  std::unique_ptr<ui::Kit> kit;
  std::string followed;

 private:
  const text::Words& words_;
};

}  // namespace test
