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
  create = 1,  // id, u8 role (255: a scroller), u8 level, u8 linked: an element that is nowhere yet
  remove,      // id
  place,       // id, parent id, id of the next sibling; 0 for the mirror itself and for "last"
  box,         // id, f32 left, top (from the parent's corner, or that of what it scrolls), width, height,
        // f32 size of type, line height, u8 of MirrorType, f32 top, right, bottom, left: how far in the text
        // is set
  state,          // id, u16 of MirrorState
  text,           // id, text: the element's content
  label,          // id, text: its accessible name where that is not its content
  value,          // id, text
  link,           // id, text
  hint,           // id, text
  language,       // id, text
  content,        // id, f32 width (0: it scrolls up and down alone) and height of what the scroller scrolls,
                  // f32 width and height of what stays at its left and at its top
  scroll,         // id, f32 left and top: the offset that the app gave the scroller
  title,          // text: of the page
  page_language,  // text
  focus,          // id that the app gave the focus to
  set,            // id, u32 place in the whole list, u32 size of that list
  cells,          // id, u32 row, column, rows, columns: see ui::Cells
  tail,           // id, text: what follows an element of running text, up to the next one
};

enum MirrorType : std::uint8_t {
  bold = 1,
  centered = 2,
  one_line = 4,
  running = 8,  // a link among the words of its parent, which lays it out; its box is empty
};

enum MirrorState : std::uint16_t {
  selected = 1,
  checked = 2,
  pressed = 4,
  toggles = 8,
  current = 16,
  disabled = 32,
  covered = 64,  // text that lies on something pressable: pointers go to that
  inert = 128,   // outside of the dialog that is open
  aside = 256,   // of a group of tabs or radios, not the one that the Tab key stops at
  zoomable = 512,
  zoomed = 1024,
  stop = 2048,  // a cell of a grid that is what the Tab key stops at
};

class MirrorBatch {
 public:
  // The steps from the tree of the last call to this one; empty when nothing
  // changed. Valid until the next call.
  std::span<const std::byte> update(const ui::Tree& tree);

  // The DOM holds nothing any more: the next batch is whole.
  void forget() { shown_ = {}; }

  // The scroller with that id was scrolled on the platform's side. Answers the key
  // of its area, 0 when there is no such scroller.
  std::uint32_t scrolled(ui::NodeId id, ui::Point offset);

 private:
  // Where an element lies and how its text is set.
  struct Box {
    ui::Rect rect;  // from the corner of the parent, or of what the parent scrolls
    float size_px = 0;
    float line_height_px = 0;
    std::uint8_t type = 0;
    ui::Insets padding;  // between the rectangle and the text
    bool operator==(const Box&) const = default;
  };
  // A node, or an area that scrolls, as the DOM will hold it.
  struct Element {
    ui::NodeId id = 0;
    ui::NodeId parent = 0;
    std::uint32_t order = 0;  // among its siblings
    std::uint32_t children = 0;
    std::uint32_t area = 0;  // of a scroller: the key; it has no role
    ui::Size content;        // with its bands; no width where it scrolls up and down alone
    ui::Bands bands;
    ui::Point offset;
    ui::Role role = ui::Role::text;
    std::uint8_t level = 0;
    bool linked = false;
    bool pressable = false;
    ui::Rect bounds;   // on the window
    ui::Point origin;  // on the window: where its children are measured from
    Box box;
    std::uint16_t state = 0;
    std::uint32_t position = 0;   // in the whole list,
    std::uint32_t set_size = 0;   // of which not all need to be here
    ui::Cells cells;              // of a grid, and of what is in it
    bool named_cell = false;      // a cell that can have the focus itself
    std::uint32_t begins_at = 0;  // of what runs among the words of its parent: where, in bytes
    std::string tail;             // and what follows it there
    std::string text;             // its content,
    std::string label;            // or its name where that is not its content
    std::string value, href, hint, language;

    // Whether the other can be the same DOM element.
    bool same_kind(const Element& other) const {
      return area == other.area && role == other.role && level == other.level && linked == other.linked;
    }
  };
  struct Scene {
    std::vector<Element> elements;  // in reading order
    std::unordered_map<ui::NodeId, std::uint32_t> index;
    std::uint32_t roots = 0;  // elements without a parent
    std::string title, language;
    ui::NodeId focused = 0;

    Element* find(ui::NodeId id);
    const Element* find(ui::NodeId id) const { return const_cast<Scene*>(this)->find(id); }
    // Puts it behind its siblings.
    Element& add(Element element, ui::NodeId parent);
  };

  static Scene scene_of(const ui::Tree& tree);
  static ui::NodeId scroller_in(Scene& scene, const ui::Tree& tree, const ui::ScrollArea& area,
                                ui::NodeId parent);
  static void divide_texts(Scene& scene);
  static void cover(Scene& scene);
  static void rove(Scene& scene);
  static void rove_grids(Scene& scene);
  static void close_off(Scene& scene);
  void steady(Scene& next) const;
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
