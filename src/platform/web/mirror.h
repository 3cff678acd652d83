// Finds out what changed in the semantic tree since the last frame and writes it
// down for web/mirror.js, which makes the same changes to the DOM. Knows no
// browser, so that it can be tested anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/semantics.h"

namespace platform {

// One step in a batch: this byte, then its operands, little-endian. Texts are a
// uint32 length and UTF-8. web/mirror.js reads the same table.
enum class MirrorStep : std::uint8_t {
  create = 1,  // id, u8 role (255: none), u8 level, u8 linked: an element that is nowhere yet
  remove,      // id
  place,       // id, parent id, id of the next sibling; 0 for the mirror itself and for "last"
  box,         // id, f32 left, top (from the parent's corner), width, height
  clip,        // id, u8 clipped, f32 top, right, bottom, left: how much of the box is hidden
  type,        // id, f32 size, f32 line height, u8 bold
  state,       // id, u16 of MirrorState
  text,        // id, text: the element's content
  label,       // id, text: its accessible name where that is not its content
  value,       // id, text
  link,        // id, text
  hint,        // id, text
  language,    // id, text
  title,       // text: of the page
  page_language,  // text
  focus,       // id that the app gave the focus to
};

enum MirrorState : std::uint16_t {
  selected = 1,
  checked = 2,
  pressed = 4,
  toggles = 8,
  current = 16,
  disabled = 32,
  covered = 64,  // text that lies on something pressable: pointers go to that
};

class MirrorBatch {
 public:
  // The steps from the tree of the last call to this one; empty when nothing
  // changed. Valid until the next call.
  std::span<const std::byte> update(const ui::Tree& tree);

 private:
  // A node as the DOM will hold it.
  struct Element {
    ui::NodeId id = 0;
    ui::NodeId parent = 0;
    std::uint32_t order = 0;  // among its siblings
    // Holds the children of a node that scroll together, so that scrolling moves
    // one element instead of each of them. Means nothing.
    bool layer = false;
    ui::Role role = ui::Role::text;
    std::uint8_t level = 0;
    bool linked = false;
    bool pressable = false;
    bool leaf = true;         // it has no children
    ui::Rect box;             // from the parent's corner
    ui::Rect bounds;          // on the window
    ui::Rect clip;            // on the window
    bool clipped = false;
    ui::Insets hidden;        // how much of each edge is outside of the clip
    float size_px = 0;
    float line_height_px = 0;
    bool bold = false;
    std::uint16_t state = 0;
    std::string text;         // its content,
    std::string label;        // or its name where that is not its content
    std::string value, href, hint, language;

    // Whether the other can be the same DOM element.
    bool same_kind(const Element& other) const {
      return layer == other.layer && role == other.role && level == other.level && linked == other.linked;
    }
  };
  struct Scene {
    std::vector<Element> elements;  // in reading order
    std::unordered_map<ui::NodeId, std::uint32_t> index;
    std::string title, language;
    ui::NodeId focused = 0;

    const Element* find(ui::NodeId id) const;
    Element& add(Element element);
  };

  static Scene scene_of(const ui::Tree& tree);
  static void cover(Scene& scene);
  static void clip(Scene& scene);
  void write_content(const Element& now, const Element* before);
  void write_order(const Scene& next);
  bool keeps_element(const Scene& next, ui::NodeId id) const;

  void step(MirrorStep step, ui::NodeId id);
  void put(std::uint32_t number);
  void put(float number);
  void put_byte(std::uint8_t number) { batch_.push_back(std::byte{number}); }
  void put(const std::string& text);

  Scene shown_;
  std::vector<std::byte> batch_;
};

}  // namespace platform
