// One frame of the app: draws widgets and says what they are, in the same call. Here are the environment,
// the layout, and what every screen is made of: words, cards, rows, and things to press. Larger pieces are
// functions over a frame, each family with its own pair of files in ui/widgets/. A widget that draws without
// saying, or says without drawing, is a defect.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"
#include "ui/kit.h"
#include "ui/response.h"
#include "ui/semantics.h"
#include "ui/style.h"
#include "ui/text_languages.h"

namespace ui {

// What is given for one frame.
struct FrameSetup {
  Size window;      // in points
  float scale = 1;  // device pixels in a point
  Insets safe_area;
  double steady_s = 0;  // a clock that never jumps, for motion
  StyleName style = StyleName::light;
  bool reduced_motion = false;
  float text_scale = 1;  // how much larger than designed texts are set, 1 to 2
  bool fields_drawn_by_platform =
      false;                      // text fields are real inputs over the canvas: draw only their boxes
  bool platform_scrolls = false;  // fingers and wheels scroll by ScrollTo alone
  bool whole_lists = false;       // every row of long lists is described: nobody will scroll to it
  const TextLanguages* text_languages =
      nullptr;  // noted while the frame is drawn; null: all texts are the page's
};

// How much room there is: a phone; a rail at the left; a list and its detail side by side.
enum class Breadth : std::uint8_t { phone, tablet, desktop };

enum class TextLook : std::uint8_t { body, secondary, secondary_bold, lead };

enum class TagLook : std::uint8_t { quiet, live, notice, alarm, colored };

struct Tag {
  std::string_view text;
  TagLook look = TagLook::quiet;
  Color color{};  // for colored
};

// Bytes of a text that are marked: what was looked for.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct MarkedText {
  std::string_view text = {};
  std::span<const Mark> marks = {};
};

// A list whose length costs nothing.
struct Rows {
  std::string_view name = {};
  std::string_view key = {};  // tells it apart; empty: its place on the page does
  std::size_t count = 0;
  int columns = 1;
  float gap = 0;                             // between rows, and between columns
  std::optional<std::size_t> selected = {};  // this row is described wherever it is scrolled to
  // The row to which that anchor or that link leads, if it is in this list. May be empty.
  std::function<std::optional<std::size_t>(std::string_view)> find = {};
};

// A star that keeps something in the visitor's own agenda.
struct Star {
  bool on = false;
  std::string_view name;  // what pressing it does or undoes
};

struct Card {
  std::string_view title = {};
  std::string_view href = {};
  std::string_view live = {};        // word of the gold pill before the supporting line; empty when not live
  std::string_view supporting = {};  // second line
  std::string_view more = {};        // third line; may be empty
  std::span<const Tag> tags = {};
  std::optional<Color> stripe = {};     // at the left edge
  std::optional<float> progress = {};   // 0 to 1
  std::string_view progress_name = {};  // what has come so far
  bool selected = false;                // it is what the detail beside the list shows
  std::optional<Star> star = {};
};

enum class ButtonLook : std::uint8_t { primary, secondary };

struct Button {
  std::string_view key = {};
  std::string_view label = {};
  char32_t icon = 0;
  ButtonLook look = ButtonLook::primary;
  std::string_view href = {};        // leads there; otherwise the answer says that it was pressed
  std::optional<bool> toggled = {};  // a toggle button and its state
};

struct Choice {
  std::string_view key = {};
  std::string_view label = {};
  std::string_view spoken = {};    // accessible name when the label is short for it; empty: the label
  std::string_view language = {};  // of the label when it is not the page's
  std::string_view href = {};      // a page that shows it chosen; empty when there is none
};

enum class ChoiceLook : std::uint8_t { plain, on_header };

struct TextField {
  std::string_view key = {};
  std::string_view label = {};  // accessible name
  std::string_view hint = {};   // shown while empty
  bool search = false;          // a magnifying glass, and the role searchbox
};

class Frame {
 public:
  Frame(Kit& kit, const FrameSetup& setup, const text::Words& words);
  // Ends the frame: from here on the tree and the draw data are whole.
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // ---- environment

  const Style& style() const;
  Breadth breadth() const;
  const FrameSetup& setup() const { return setup_; }
  const text::Words& words() const { return words_; }
  const std::string& text(text::Key key) const { return words_.message(key); }
  std::string text(text::Key key, std::initializer_list<text::Argument> arguments) const {
    return words_.message(key, arguments);
  }
  // Sets the title of the page, for the window and the browser's tab.
  void title(std::string_view title);
  // Says what the page holds, for search engines and previews of links.
  void description(std::string_view text);
  // The link inside the app that was followed in this frame; empty when none was.
  const std::string& followed() const;

  // What a widget is made of: see ui/kit_state.h.
  Kit::State& kit() { return s_; }

  // ---- structure and layout; each ends where its Scope ends

  class [[nodiscard]] Scope {
   public:
    Scope(Scope&& other) noexcept : frame_(other.frame_), kind_(other.kind_) { other.frame_ = nullptr; }
    Scope& operator=(Scope&&) = delete;
    ~Scope();

   private:
    friend class Frame;
    enum class Kind : std::uint8_t {
      node,
      box,
      clipped_box,
      scrolling,
      band,
      panel,
      node_and_box,
      step,
      dialog
    };
    Scope(Frame* frame, Kind kind) : frame_(frame), kind_(kind) {}
    Frame* frame_;
    Kind kind_;
  };

  // What follows belongs to a node of that role.
  Scope node(Role role, std::string_view name = {}, std::string_view key = {});
  // The same, and what follows is laid out from the top of `rect` down, `padding` inside of it.
  Scope node_at(Role role, const Rect& rect, float padding, std::string_view name = {},
                Look look = Look::plain);
  // A list with its items; between them the gap of cards.
  Scope list(std::string_view name = {});
  Scope list_item();
  // A list of any length, in the middle of other things: what is near the view is drawn and described,
  // by `draw`, which lays out the row it is given; of the rest only the room is kept. `expected_height`
  // is asked once for each row and says about how high it will be, without drawing or measuring it;
  // what was drawn is known better. Where a page has few rows all of them are described.
  void rows(const Rows& list, const std::function<float(std::size_t row)>& expected_height,
            const std::function<void(std::size_t row)>& draw);
  // What follows is laid out inside `rect`.
  Scope box(const Rect& rect, float padding = 0);
  // `rect` scrolls what is in it. The same key keeps its place.
  Scope scrolling(std::string_view key, const Rect& rect);
  // The same in both directions: what is in it is as large as `content`, and `bands` beside it stay.
  Scope panning(std::string_view key, const Rect& rect, Size content, Bands bands = {});
  // In `panning`, what follows is laid out in that band, from the place on where it begins.
  Scope band(Band which);
  // Widgets go side by side and wrap.
  Scope flow(float gap);
  // Widgets go into `count` columns of the same width.
  Scope columns(int count, float gap);
  // Margins at both sides, and no wider than `most` (0: any width).
  Scope margins(float margin, float most = 0);
  // What `first` and `second` draw stands side by side; the first one is so wide, the second one has the
  // rest.
  void beside(float first_width, float gap, const std::function<void()>& first,
              const std::function<void()>& second);
  // A card that holds what follows.
  Scope panel();
  // An item of a list whose items are one after another in time: its mark stands on a line at the left,
  // which goes on to the next one unless this is the `last`; what follows stands to the right of it.
  Scope step(std::string_view mark, bool last);

  // What comes next can be reached by a link to "#name".
  void anchor(std::string_view name);
  void gap(float height);
  // Width of the place where the next widget goes, and its corner on the window.
  float width() const;
  Point corner() const;
  // The part of the window in which the next widget can be seen.
  const Rect& seen() const;

  // ---- words

  void heading(int level, std::string_view text, std::string_view language = {});
  // The name of a part of the page, with a link at its right end when `href` is not empty.
  void section(int level, std::string_view text, std::string_view link_text = {}, std::string_view href = {});
  // The name of a part of the page with an icon before it, 0 for none. Below level 2 in the size of text.
  void titled(char32_t icon, int level, std::string_view text);
  // How high that paragraph will be in that width.
  float paragraph_height(std::string_view text, TextLook look, float width) const;
  void paragraph(std::string_view text, TextLook look = TextLook::body, std::string_view language = {});
  // Points of a list.
  void points(std::span<const std::string_view> items);
  void link(std::string_view text, std::string_view href, std::string_view language = {});
  void tags(std::span<const Tag> tags);
  // An icon, a line, and a quieter line below; leads somewhere when `href` is not empty.
  void fact(char32_t icon, std::string_view line, std::string_view second = {}, std::string_view href = {});
  enum class BannerLook : std::uint8_t { notice, alarm, quiet };
  void banner(BannerLook look, std::string_view strong, std::string_view text);
  // Nothing to show, and what to do about it.
  void empty(char32_t icon, std::string_view title, std::string_view text);
  // Spoken politely when it changes; also shown, quietly.
  void status(std::string_view text);

  // ---- things to press; true when it was pressed

  bool button(const Button& button);
  bool icon_button(std::string_view key, char32_t icon, std::string_view name, std::string_view href = {});
  // True when its star was pressed.
  bool card(const Card& card);
  // About how high a card is, for rows(): one with a title, a supporting line and tags.
  float expected_card_height() const;
  // A row that leads somewhere; `marks` are in the title. Below stand a second line and, when there is
  // one, a passage with marks of its own. `selected`: it is what stands beside the list.
  void row(char32_t icon, std::string_view title, std::string_view second, std::string_view href,
           std::span<const Mark> marks = {}, const MarkedText& passage = {}, bool selected = false);
  // About how high a row with a title alone is, for rows().
  float expected_row_height() const;
  // How high `choose` will be in that width.
  float choose_height(std::span<const Choice> choices, float width) const;
  // How wide those choices are side by side.
  float choose_width(std::span<const Choice> choices) const;
  // One of a few: answers which is chosen now.
  std::size_t choose(std::string_view name, std::span<const Choice> choices, std::size_t chosen,
                     ChoiceLook look = ChoiceLook::plain);
  // A small link that narrows what is shown; `current` when it is in force.
  void chip(std::string_view label, std::string_view href, bool current);
  // True when `value` was changed.
  bool text_field(const TextField& field, std::string& value);

  // ---- over the page; after everything else of the frame

  // A sheet from below on the phone, a card in the middle elsewhere; what follows scrolls in it.
  // Sets `closed` when its button was pressed. Escape and a tap beside it are unused keys: see Kit.
  Scope dialog(std::string_view title, std::string_view close_name, bool& closed);
  // A short message at the lower edge, `above` points higher, with one thing to do about it. Call it
  // in every frame, with an empty text when there is nothing to say. True when that was pressed.
  bool toast(std::string_view text, std::string_view action, float above);
  // The first thing of a frame: seen only while it has the focus.
  void skip_link(std::string_view text);

 private:
  friend class Scope;
  Scope open(Scope::Kind kind) { return Scope(this, kind); }
  void begin_scrolling(std::string_view key, const Rect& rect, Size content = {}, Bands bands = {});
  void end_scrolling();
  void draw_skip_link();
  void close(Scope::Kind kind);

  Kit::State& s_;
  FrameSetup setup_;
  const text::Words& words_;
};

}  // namespace ui
