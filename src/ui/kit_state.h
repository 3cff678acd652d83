// The inside of the kit, shared by its source files. Internal to ui/.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/focus_recovery.h"
#include "ui/frame.h"
#include "ui/hash.h"
#include "ui/kit.h"
#include "ui/marks.h"
#include "ui/painter.h"
#include "ui/paragraph.h"
#include "ui/row_heights.h"
#include "ui/viewport.h"

namespace ui {

enum class Placement : unsigned char { column, flow, columns };

// Where the next widget goes.
struct Box {
  float x = 0;
  float y = 0;  // top of the next widget, or of the current line
  float width = 0;
  Placement placement = Placement::column;
  float gap = 0;            // between the widgets of a flow or of columns
  float between_lines = 0;  // of a flow, or between the rows of columns
  float line_x = 0;         // flow: where the next one goes in the line
  float line_height = 0;    // flow and columns: of the current line
  int column_count = 1;
  int column = 0;
};

// What is remembered of a part of the window that is scrolled or enlarged.
struct Area {
  Viewport viewport;
  std::uint64_t drawn_in_frame = 0;
  bool sized = false;            // its content said how large it is
  std::uint64_t shown_part = 0;  // of what is enlarged: which part was last brought into view; 0: all of it
  // Of the lists of any length in it:
  float correction = 0;  // to be added to the offset after the frame: what is above turned out so much higher
  float carried =
      0;  // the same, of what was in view at the end of the page: the content is already so much higher
  float untold = 0;              // what of both the last frame did not show yet
  std::uint32_t list_above = 0;  // the last long list that ends before the view, in the frame in the making,
  std::uint32_t last_list_above = 0;  // and in the one before
  bool list_below = false;            // there was already one that begins behind the view
};

// What is remembered of a list of any length.
struct RowList {
  RowHeights heights;
  std::vector<std::pair<NodeId, std::uint32_t>>
      nodes;  // of the last frame, with their lines; none of a whole list
  std::uint64_t drawn_in_frame = 0;
};

// Says in which type and where the node's text is set, for the text that lies over the canvas.
inline void set_text(Node& node, const TypeStyle& style, const Rect& text, bool centered = false) {
  node.size_px = style.size_px;
  node.line_height_px = style.line_height_px;
  node.bold = style.bold;
  node.text = text;
  node.centered = centered;
}

// Of a text in lines, what stands on one of them.
struct TextPart {
  std::string_view words;
  Rect rect;
  bool divides = false;  // a word goes on in the next line, behind a hyphen
};

// A node that is still open.
struct OpenNode {
  std::size_t index = 0;
  std::uint64_t path_hash = 0;
  std::uint32_t children = 0;
  bool has_bounds = false;
};

// Something on its way from one number to another.
struct Moving {
  float from = 0;
  float to = 0;
  double since_s = 0;
  std::uint64_t drawn_in_frame = 0;
};

// Two fingers on what can be enlarged.
struct Pinch {
  bool on = false;
  std::uint32_t area = 0;
  std::int32_t second_id = 0;
  Point second;
  float distance = 0;
};

struct PointerTrack {
  bool down = false;
  bool dragging = false;
  std::int32_t id = 0;
  PointerKind kind = PointerKind::mouse;
  Point start;
  Point last;
  double last_s = 0;
  std::uint32_t area = 0;  // what it drags, 0 for nothing
  Point velocity;          // of the content, in points a second
};

// What the pointers are doing.
struct Pointing {
  NodeId hovered = 0;
  NodeId held = 0;
  PointerTrack track;
  Pinch pinch;
  Point last_tap{-1000, -1000};
  double last_tap_s = -10;
  Point mouse{-1, -1};
  std::optional<Point> pressed_at;  // where the last press of a pointer was; nothing after one by other means
};

// Where the keyboard is.
struct Focus {
  NodeId node = 0;
  bool visible = false;
  bool moved = false;                  // a field drawn here must take the keyboard
  NodeId revealed = 0;                 // the selected card that was last brought into view
  NodeId to_reveal = 0;                // the one of this frame
  FocusedThing before;                 // what had it when this frame was begun
  std::optional<FocusedThing> sought;  // may be a row that was not in the tree: the next frame asks the lists
  // In grids: the cell that last had the focus; the grid and its cell that has it, or is to get it.
  NodeId grid_stop = 0;
  std::optional<std::pair<NodeId, Cells>> cell;
  std::optional<std::pair<NodeId, Cells>> cell_wanted;
  // A grid and the cell of it whose next ones in all directions were described in the last frame.
  std::optional<std::pair<NodeId, Cells>> told;
};

// Where the focus goes when the next frame is done.
enum class NextFocus : unsigned char { stays, first_in_main, arrival, first_in_modal };

// How a page is begun that was just come to.
struct Arrival {
  NextFocus next_focus = NextFocus::stays;
  bool writes = false;       // a text field goes before all else
  std::string link;          // the link with that address, else the main heading
  int tries = 0;             // frames that `anchor`, or `shown_anchor`, still has to settle in
  std::string anchor;        // where to scroll to and read on after the frame; empty for nowhere
  std::string shown_anchor;  // where to scroll to and no more,
  float left_above = 0;      // and the share of the area that stays above it
};

// What is written, into fields and outside of them.
struct Writing {
  bool on = false;                                     // the keyboard is Dear ImGui's
  bool leaves_field = false;                           // Escape was pressed in it
  NodeId field = 0;                                    // the field that Dear ImGui writes into,
  std::string value;                                   // and what it held after the last frame
  std::vector<std::pair<NodeId, std::string>> values;  // waiting for their text field
  std::string typed;                                   // letters in a row, to jump to what begins with them
  double typed_s = -10;
};

// A dialog takes all input for itself.
struct Modal {
  NodeId id = 0;          // of the last frame; 0 when there was none
  std::size_t begin = 0;  // the nodes from here on are in it,
  std::size_t areas = 0;  // and so are the areas
  bool drawn = false;     // in the frame in the making
  NodeId focus_before = 0;
};

// The lists of any length.
struct LongLists {
  std::unordered_map<std::uint32_t, RowList> known;
  std::size_t rows_described = 0;  // of lists that are in the tree as a whole
  bool rows_left_out = false;      // of some list
};

// What is open in the frame in the making, and where the next widget goes.
struct Layout {
  std::vector<Box> boxes;
  std::vector<Rect> clips;
  std::vector<OpenNode> open_nodes;
  std::vector<std::uint32_t> scrollers;
  std::vector<Rect> outer_clips;  // around each of them
  Band band = Band::none;
  std::vector<Rect> panels;
  std::vector<Rect> surfaces;  // parts of the window with a ground of their own
  std::vector<std::unique_ptr<ImDrawListSplitter>> splitters;
  std::size_t splitters_used = 0;
};

// The link that skips to the content: its words while it has the focus.
struct SkipLink {
  std::string words;
  Rect rect;
};

struct Kit::State {
  ImGuiContext* imgui = nullptr;
  Fonts fonts;
  RoundMasks round_masks;
  ParagraphCache paragraphs;

  // The last frame's meaning. While a frame is made, nodes[0, node_count) are its own.
  Tree tree;
  std::size_t node_count = 0;
  std::vector<std::uint64_t> used_ids;  // open addressing: frame number above, id below

  // What is remembered of things, by key.
  std::unordered_map<std::uint32_t, Area> areas;
  std::vector<std::uint32_t> areas_drawn;  // in this frame, or the last; what lies over others last
  std::unordered_map<std::uint32_t, Moving> moving;
  LongLists lists;

  // Input.
  Pointing pointing;
  Focus focus;
  Arrival arrival;
  Writing writing;
  Modal modal;
  std::vector<NodeId> presses;  // waiting for their widget
  std::vector<KeyName> unused_keys;
  NodeId command_field = 0;       // of the last frame: the field whose page works by keys; 0: none
  std::vector<KeyName> commands;  // for that page, in order
  std::string followed;
  int frames_owed = 1;

  // The frame in the making.
  std::uint64_t frame_number = 0;
  double frame_s = 0;
  Painter painter;
  const Style* current_style = nullptr;
  std::optional<Style> from_afar;  // that style for what is read from further away, where it is
  const TextLanguages* text_languages = nullptr;  // null: all texts are in the language of the page
  std::string_view said_in;                       // of what is drawn just now; empty: of the page
  TypeScale type;                                 // as large as the visitor wants it
  float text_scale = 1;
  bool platform_scrolls = false;
  bool reduced_motion = false;
  Layout layout;
  std::string next_anchor;  // of the next node
  float toast_top = 0;      // on the window, in the last frame; 0 when there is no toast
  SkipLink skip;
  bool notes_texts = false;
  std::vector<WrittenText> written;

  ~State();

  bool is_command(KeyName key) const;  // Kit::takes_command

  // ---- nodes (nodes.cpp)
  // What the id of the next node is made of.
  std::uint64_t next_path(Role role, std::string_view key) const;
  // Says what is at `bounds`. The reference holds until the next call.
  Node& describe(Role role, const Rect& bounds, std::string_view name, std::string_view key = {});
  Node& open_node(Role role, std::string_view name, std::string_view key, const Rect* bounds);
  void close_node();
  bool is_pressed(NodeId id) const;
  // The node just described can be pressed, which leads to `href` when that is not empty. Answers what
  // happened to it.
  Response press(Node& node, std::string_view href = {});
  // The node that can be pressed at that point, 0 when there is none.
  NodeId pressable_at(Point point) const;
  // The same for a finger, which also means a link among words that it missed by a little: lines of text are
  // lower than it is wide.
  NodeId pressable_near(Point point) const;
  // The uppermost area at that point that scrolls, or that can be enlarged; 0 when there is none.
  std::uint32_t scroller_at(Point point) const { return area_at(point, false); }
  std::uint32_t zoomable_at(Point point) const { return area_at(point, true); }
  std::uint32_t area_at(Point point, bool zooms) const;
  Area* area_of(std::uint32_t key);
  // It is part of the frame in the making: what the pointer is over, it is over that.
  Area& draw_area(std::uint32_t key, const Rect& rect, Size content, Bands bands = {}, float most_zoom = 1);
  // Links among words are not told by colour alone.
  void underline(std::string_view text, const Paragraph& lines, Point top_left, const TypeStyle& style,
                 Color color);
  void underline(const Rect& line, const TypeStyle& style, Color color);
  // A line through words that hold no longer.
  void strike(std::string_view text, const Paragraph& lines, Point top_left, const TypeStyle& style,
              Color color);
  // In the high-contrast style a border round what elsewhere only its ground sets off.
  void draw_contrast_edge(const Rect& rect, float radius);
  void bring_into_view(const Node& node);
  // Scrolls so that the node stands `share` of the height of its area below its top, as far as that goes.
  // True when that changed something.
  bool bring_to(const Node& node, float share);
  // Where arrival_anchor is on the page: the place to read on.
  void settle_at_anchor();
  const Node* node_of(NodeId id) const;
  bool can_have_focus(const Node& node) const;
  // In the order of reading; a dialog's alone while there is one.
  std::vector<const Node*> focus_stops() const;
  // `target`, reached little by little: in each frame a value nearer to it. What was not there in the
  // last frame begins at `start`.
  float on_the_way(std::uint32_t key, float start, float target, float seconds);
  void settle_focus();

  // ---- layout (layout.cpp)
  Box& box() { return layout.boxes.back(); }
  const Rect& clip() const { return layout.clips.back(); }
  bool visible(const Rect& rect) const { return !intersection(rect, clip()).empty(); }
  // What is drawn there lies on that colour.
  Color ground_at(Point point) const;
  // Takes the next place; `width` 0 means all there is.
  Rect place(float width, float height);
  const Paragraph& lay_out(std::string_view text, const TypeStyle& style, float width);
  // `style`, made smaller until the line fits into `width`, but no smaller than `least_px`.
  // The same for a text of several lines: until no word is cut.
  TypeStyle fitted_words(std::string_view text, TypeStyle style, float width, float least_px);
  TypeStyle fitted(std::string_view line, TypeStyle style, float width, float least_px) const;
  void draw_paragraph(std::string_view text, const Paragraph& lines, Point top_left, const TypeStyle& style,
                      Color color, float centered_in = 0);
  // Where the text stands from `begin` to `end` (in bytes): a part for each line that has some of it.
  std::vector<TextPart> parts_of(std::string_view text, const Paragraph& lines, Point top_left,
                                 const TypeStyle& style, std::size_t begin, std::size_t end) const;
  // Behind the text: what is marked in it.
  void draw_marks(std::string_view text, const Paragraph& lines, Point top_left, const TypeStyle& style,
                  std::span<const Mark> marks);
  // A little darker (or lighter) under the mouse, more while held.
  Color answered(const Response& response, Color color) const;
  void draw_focus_ring(NodeId id, const Rect& rect, float radius);
  void draw_focus_ring(const Response& response, const Rect& rect, float radius) {
    draw_focus_ring(response.id, rect, radius);
  }
};

}  // namespace ui
