// What the kit remembers from one frame to the next: fonts, where areas are
// scrolled to, the keyboard focus, presses that wait for their widget. One per
// window. The widgets themselves are in widgets/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/input.h"
#include "ui/semantics.h"
#include "ui/written_text.h"

namespace ui {

// Bytes of the font files. They must outlive the Kit.
struct FontFiles {
  std::span<const std::byte> regular;
  std::span<const std::byte> bold;
  std::span<const std::byte> icons;
};

class Kit {
 public:
  // Says which font cannot be used, for a log.
  static std::expected<std::unique_ptr<Kit>, std::string> create(const FontFiles& fonts);

  // Takes an input. True when it calls for a new frame.
  bool handle(const Input& input);

  // Something moves by itself (a fling), a press was just answered, or Dear ImGui has
  // not yet read all that was typed: another frame is needed without any input.
  bool wants_frame() const;

  // The keyboard is on its way into a text field or out of one, which takes some frames: keys
  // pressed in the meantime are meant for what will have it then.
  bool keyboard_moves() const;

  // The meaning of the last finished frame.
  const Tree& tree() const;

  // On a page that works by keys (TextField::commands) these are the page's: arrows and Enter while its field
  // has the focus, Escape and the keys that KeyName has for it at all times.
  bool takes_command(KeyName key) const;

  // A key that no widget used since the last call: Escape, back, slash.
  std::optional<KeyName> take_unused_key();

  // The visitor is writing in a text field drawn by the kit.
  bool writing() const;

  // The scrolling area `key` starts at its top the next time it is drawn.
  void scroll_to_top(std::string_view key);

  // Another page comes: the focus goes to the link to `left_page` when that is on it,
  // as after going back, else to the page's heading, so that reading begins there. With
  // `to_write` its first text field comes before both.
  void arrive(std::string_view left_page, bool to_write);

  // The part of the page that an anchor names is brought to the top of its area, and the focus to its
  // heading, as soon as it is drawn. A page without that anchor stays as it is.
  void arrive_at(std::string_view anchor);
  // The same for the eyes alone: the focus stays, and something of what is above the anchor is left to be
  // seen.
  void show_anchor(std::string_view anchor);

  // Nothing is left of what was written, scrolled, enlarged or in focus: somebody else comes.
  void forget();

  // For tests: from the next frame on, notes where each line of text comes to stand.
  void note_texts();
  const std::vector<WrittenText>& written_texts() const;

  // Answers Dear ImGui's wish for textures when nobody draws: for tests and for
  // reading a screen without its pixels. Call after each frame instead of drawing.
  void discard_drawing();

  ~Kit();
  Kit(const Kit&) = delete;
  Kit& operator=(const Kit&) = delete;

  struct State;
  State& state() { return *state_; }

 private:
  explicit Kit(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

}  // namespace ui
