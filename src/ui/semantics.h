// The semantic tree: what a frame means, apart from how it looks. Screen readers,
// keyboards, pages and tests read it; presses come back through it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/style.h"
#include "ui/viewport.h"

namespace ui {

// The same thing on the same screen has the same id in every frame. Never 0.
using NodeId = std::uint32_t;

enum class Role : std::uint8_t {
  banner,      // bar at the top of a page
  navigation,  // where the app's main places are reached
  main,        // the page itself
  region,      // a named part of a page
  group,       // things that belong together, with or without a name
  heading,     // `level` 1 to 6
  text,        // a paragraph
  link,        // leads to `href`
  button,
  list,
  list_item,
  tab_list,
  tab,  // state: selected; may have an `href`
  radio_group,
  radio,       // state: checked
  switch_,     // state: checked
  text_field,  // `value` is what was typed, `hint` the example shown while empty
  search_field,
  image,      // `name` says what it shows
  progress,   // `value` is a percentage as text
  status,     // spoken politely when its text changes
  alert,      // spoken at once
  dialog,     // lies over the page and keeps the focus inside while it is there
  grid,       // rows of cells, among which the arrow keys lead; `cells` says how many there are in the whole
  row,        // of a grid
  grid_cell,  // of a row. One that has a name can have the focus itself, else what is in it has it
  column_header,  // the same, naming its column,
  row_header,     // or its row
};

// A cell of a grid, or a head.
constexpr bool is_cell(Role role) {
  return role == Role::grid_cell || role == Role::column_header || role == Role::row_header;
}

// What the node is drawn as. Means nothing to those who listen; the pages without
// JavaScript are dressed by it.
enum class Look : std::uint8_t {
  plain,
  lead,       // words: the paragraph that opens a story,
  secondary,  // quieter,
  secondary_bold,
  tag,            // a word in a coloured pill: quiet,
  tag_live,       // now,
  tag_notice,     // changed,
  tag_alarm,      // cancelled,
  tag_colored,    // in `color`
  banner_notice,  // a group with a coloured ground: provisional,
  banner_alarm,   // urgent,
  banner_quiet,   // by the way
  empty,          // a group: icon, title, text where there is nothing to show
  panel,          // a group on a card of its own
  hero,           // the header of the home page
  app_bar,        // the bar over a page
  strip,          // the line that says that the clock was set
  card,           // link with a stripe in `color`; what follows it in its list item is on the card
  row,            // link with an icon, a chevron, and the text that follows it
  person,         // the same with the initials of its name instead of an icon
  timed_row,      // link of what takes place at a time, with a bar in `color`; what follows it is on the row
  row_time,       // heading: when the row that it stands in begins, at its left
  struck,         // words that hold no longer
  fact,           // icon and line; the text that follows is the quieter line below it
  point,          // text behind a bullet
  chip,           // pressable pill
  button_primary,
  button_secondary,
  icon_button,
  segment,       // radios and tabs side by side
  day,           // tab of a day
  place,         // link of the navigation: icon over a word
  search_link,   // link that looks like a search field
  star,          // the toggle at the corner of a card
  floor_plan,    // drawing of a level
  plan_hall,     // link with an `outline` in it,
  plan_service,  // lifts, stairs and the like
  world_map,     // image: a map made of `pieces`
  step,          // list item: one of several in a row, beside a line that joins them;
  step_mark,     // text: its number, on that line
  state,         // text on a light pill of the header
  figures,       // list whose items stand side by side: a figure and what it counts
  figure,        // text: a large number
  date_badge,    // text: weekday and day, beside a row
  tiles,         // list of
  tile,          // a link on a ground in `color`
  stops,         // list of the stops of a way, on a line from one to the next
  stop,          // link or text: one of them
  now_line,
  badge,      // text: a number at an icon
  day_strip,  // list of what is on a day, over its hours
  board,      // list of rooms with what is in them
  toast,
  sign,     // a group: what hangs on a wall, in large letters
  code,     // image: a QR code of `value`
  aside,    // a region beside the page that helps with it
  cell,     // link of a grid, with a stripe in `color`
  in_text,  // link among the words of the text that it stands in
};

// The role's ARIA name: "heading", "listitem", "textbox" …; "paragraph" for text.
std::string_view role_name(Role role);

struct State {
  bool selected = false;  // tab
  bool checked = false;   // radio, switch
  bool pressed = false;   // toggle button that is down
  bool toggles = false;   // this button is a toggle: `pressed` means something
  bool current = false;   // link to the page that is open
  bool disabled = false;
  bool focused = false;   // has the keyboard focus
  bool zoomable = false;  // two fingers enlarge it
  bool zoomed = false;    // it is enlarged: one finger moves it
  bool operator==(const State&) const = default;
};

// Where a cell is in its grid, counted from 1 on whether the others are in the tree or not; 0 where it
// does not apply.
struct Cells {
  std::uint32_t row = 0;      // of a row, a cell or a head
  std::uint32_t column = 0;   // of a cell or a head
  std::uint32_t rows = 0;     // how many it covers, at least 1; of a grid: how many there are
  std::uint32_t columns = 0;  // the same of columns
  bool operator==(const Cells&) const = default;
};

// The part of a scrolling area that stays where it is in one direction or in both.
enum class Band : std::uint8_t {
  none,
  top,     // goes along to the sides,
  left,    // goes along up and down,
  corner,  // stays.
};

// A part of a drawn image, for those who draw it again: the pages without JavaScript.
struct Piece {
  enum class Kind : std::uint8_t {
    land,    // corners of an area,
    water,   // and of a lake in it
    way,     // a Bézier curve: from, two control points, to
    leader,  // a line from a place to the mark that stands for it
    place,   // a dot of `size`
    mark,    // a disc of `size` with a label
    goal,    // a disc of `size` with a star, whose corners follow its center
    door,    // a gap in a wall: from, to
  };
  Kind kind = Kind::land;
  std::vector<Point> points;  // on the window
  std::string label;
  float size = 0;  // radius
};

struct Node {
  NodeId id = 0;
  std::uint16_t depth =
      0;  // 0 for a child of the root; a child of the nearest node before it that is one less deep
  Role role = Role::text;
  std::uint8_t level = 0;  // of a heading
  State state;
  Look look = Look::plain;
  char32_t icon = 0;        // drawn beside or instead of its name; 0 when there is none
  Color color{0, 0, 0, 0};  // of its stripe or ground where it has one of its own; transparent otherwise
  bool pressable = false;   // a press on it does something
  bool bold = false;        // set in the semibold weight
  bool drawn = false;       // false when it lies outside of what is visible
  float size_px = 0;        // type size of its text, 0 when it has none of its own
  float line_height_px = 0;
  std::uint32_t position = 0;  // of a row: its place in the whole list, from 1 on; 0 when it is in none
  std::uint32_t set_size = 0;  // how many rows that list has, whether they are in the tree or not
  std::uint32_t begins_at =
      0;              // of a link in_text: where its words begin in the name of its parent, in bytes
  Cells cells;        // of a grid, and of what is in it
  std::string name;   // the text itself for headings and texts
  std::string shown;  // what is drawn where that is shorter than the name; lines apart by '\n'
  std::string value;
  std::string href;
  std::string hint;
  std::string anchor;     // its name for links within the page ("#2026-04-22"); empty when nothing leads here
  std::string language;   // BCP 47 tag, when it is not the page's
  Rect bounds;            // on the window, scrolled; may lie outside of it
  Rect clip;              // the part of the window in which it can be seen and touched
  Rect text;              // where its own text is set, line by line from the top; empty when it shows none
  bool centered = false;  // those lines
  std::uint32_t scroller = 0;  // key of the scrolling area it is in; 0 when it is in none
  Band band = Band::none;      // of that area
  std::vector<Point> outline;  // corners on the window of what is no rectangle; empty otherwise
  std::vector<Piece> pieces;   // of a drawn image; empty otherwise
};

// A part of the window whose content is scrolled.
struct ScrollArea {
  std::uint32_t key = 0;  // Node::scroller of what is in it; never 0
  Rect bounds;            // on the window, its bands included
  Point offset;           // how far its content is scrolled to the left and up, in points
  Size content;           // without the bands; as wide as the view where it is scrolled up and down alone
  Bands bands;
  bool operator==(const ScrollArea&) const = default;
};

struct Tree {
  std::string title;        // of the page, for the window and the browser tab
  std::string description;  // of the page in a sentence or two, for search engines and previews; may be empty
  std::string language;     // of the page
  std::vector<ScrollArea> areas;
  std::vector<Node> nodes;  // in reading order, parents before children

  const Node* find(NodeId id) const;
  // The first node of that role whose name is `name`; nullptr when there is none.
  const Node* find(Role role, std::string_view name) const;
};

}  // namespace ui
