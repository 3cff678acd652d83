// One frame of the app: its environment and its layout. Widgets are functions over a frame, each family with
// its own pair of files in ui/widgets/: they draw and say what they are in the same call. A widget that draws
// without saying, or says without drawing, is a defect.
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
  TextLanguages* text_languages = nullptr;  // noted while the frame is drawn; null: all texts are the page's
};

// How much room there is: a phone; a rail at the left; a list and its detail side by side.
enum class Breadth : std::uint8_t { phone, tablet, desktop };

// A list whose length costs nothing.
struct Rows {
  std::string_view name = {};
  std::string_view key = {};  // tells it apart; empty: its place on the page does
  std::size_t count = 0;
  int columns = 1;
  float gap = 0;                             // between rows, and between columns
  std::size_t weight = 1;                    // so many times as much is in a row as in one of a few lines
  std::optional<std::size_t> selected = {};  // this row is described wherever it is scrolled to
  // The name under which links reach a row ("#name"), as Frame::anchor gives it to other things.
  std::function<std::string_view(std::size_t row)> anchor = {};
  // The row to which that anchor or that link leads, if it is in this list. May be empty.
  std::function<std::optional<std::size_t>(std::string_view)> find = {};
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
  const text::Words& words() const { return *words_; }
  const std::string& text(text::Key key) const { return words_->message(key); }
  // Says of the sentence, as list_of of the list, in which language it is where that is not the page's.
  std::string text(text::Key key, std::initializer_list<text::Argument> arguments) const;
  std::string list_of(std::span<const std::string> items) const;
  // The text with a large first letter, in the same language.
  std::string with_capital(std::string_view text) const;
  // Sets the title of the page, for the window and the browser's tab.
  void title(std::string_view title);
  // Says what the page holds, for search engines and previews of links.
  void description(std::string_view text);
  // The link inside the app that was followed in this frame; empty when none was.
  const std::string& followed() const;

  // Asks for another frame at once: something turned out otherwise than it was laid out.
  void draw_again();

  // What a widget is made of: see ui/kit_state.h.
  Kit::State& kit() const { return s_; }

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
      language
    };
    Scope(Frame* frame, Kind kind) : frame_(frame), kind_(kind) {}
    Frame* frame_;
    Kind kind_;
  };

  // What follows is said to somebody else than the rest of the page, in the language of `words`, which must
  // live as long as the frame. One does not stand in another.
  Scope said_in(const text::Words& words);
  // What follows belongs to a node of that role.
  Scope node(Role role, std::string_view name = {}, std::string_view key = {});
  // The same, and what follows is laid out from the top of `rect` down, `padding` inside of it.
  Scope node_at(Role role, const Rect& rect, float padding, std::string_view name = {},
                Look look = Look::plain, std::string_view key = {});
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
  // Widgets go side by side and wrap; so far apart, and so far the lines.
  Scope flow(float gap) { return flow(gap, gap); }
  Scope flow(float gap, float between_lines);
  // Widgets go into `count` columns of the same width.
  Scope columns(int count, float gap) { return columns(count, gap, gap); }
  Scope columns(int count, float gap, float between_rows);
  // Margins at both sides, and no wider than `most` (0: any width).
  Scope margins(float margin, float most = 0);
  // What `first` and `second` draw stands side by side; the first one is so wide, the second one has the
  // rest.
  void beside(float first_width, float gap, const std::function<void()>& first,
              const std::function<void()>& second);
  // A card that holds what follows.
  Scope panel();
  // In an item of a list whose items are one after another in time: its mark stands on a line at the left,
  // which goes on to the next one unless this is the `last`; what follows stands to the right of it. The mark
  // stands at the top, or with its middle so far below it.
  Scope step(std::string_view mark, bool last, float middle_of_mark = 0);

  // What comes next can be reached by a link to "#name".
  void anchor(std::string_view name);
  // When this frame is done, what that anchor names is brought to the top of what scrolls, for the eyes
  // alone: the focus stays.
  void show(std::string_view anchor);
  void gap(float height);
  // Width of the place where the next widget goes, and its corner on the window.
  float width() const;
  Point corner() const;
  // The part of the window in which the next widget can be seen.
  const Rect& seen() const;

 private:
  friend class Scope;
  Scope open(Scope::Kind kind) { return Scope(this, kind); }
  void begin_scrolling(std::string_view key, const Rect& rect, Size content = {}, Bands bands = {});
  void end_scrolling();
  void draw_skip_link();
  void close(Scope::Kind kind);

  Kit::State& s_;
  FrameSetup setup_;
  const text::Words& page_words_;
  const text::Words* words_;  // of what is drawn just now
};

}  // namespace ui
