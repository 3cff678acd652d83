// The whole application, one frame after another. It is handed everything it
// needs and answers with what it wants done; it calls no platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/edition.h"
#include "model/time.h"
#include "ui/input.h"
#include "ui/semantics.h"
#include "ui/written_text.h"

namespace app {

// The files the app is made of, as bytes. They must stay alive as long as the App.
struct Assets {
  std::span<const std::byte> icu_data;      // summit.icu, aligned to 16 bytes
  std::span<const std::byte> font_regular;  // text-400
  std::span<const std::byte> font_bold;     // text-600
  std::span<const std::byte> font_icons;    // icons
  std::string_view pack;                    // event.pack
  std::vector<std::string> pack_problems;   // why there is no pack, one a line, when `pack` is empty
};

enum class ColorScheme : std::uint8_t { light, dark };

// What the app is told once, at its start.
struct Start {
  std::string path = "/";                        // page path with query: "/ru/agenda/?day=2026-04-23"
  std::vector<std::string> preferred_languages;  // BCP 47, best first, as the browser or system has them
  std::string language;                          // set by --lang: goes before everything but the path
  std::string visitor;        // what was kept under visitor_text_name; empty at the first visit
  std::string first_visitor;  // what the first version of the app kept, under first_visitor_text_name
  std::uint64_t copy = 0;     // id of this running copy of the app, by chance: another one at each start
  std::string appearance;     // set by --theme: goes before the kept choice, and is not kept
  std::string time_zone;      // IANA name of the visitor's own zone; empty when unknown
  bool fields_drawn_by_platform = false;  // true where text fields are real inputs laid over the canvas
  bool platform_keeps_history = false;    // true where "back" is the browser's own
  bool platform_scrolls = false;          // true where scrolling areas are real ones laid over the canvas
  bool pseudo = false;                    // messages are lengthened, to try out longer translations
  bool shared = false;            // one visitor after another uses it: nothing is kept, and what one did is
                                  // forgotten after a rest, or when asked to
  bool static_rendering = false;  // the frames are kept and read later: nothing in them goes by the clock
                                  // or by what the visitor chose, and everything is within reach by links
};

// The name under which the visitor's choices are kept by the platform. The first version of the app had
// another one: it drops what it does not understand, so it must not write where later versions do.
inline constexpr std::string_view visitor_text_name = "visitor-2";
inline constexpr std::string_view first_visitor_text_name = "visitor";

// What the app is told for each frame.
struct Environment {
  ui::Size size{390, 844};  // of the window, in points
  float scale = 1;          // device pixels in a point
  ui::Insets safe_area;
  model::Instant now{};  // the clock
  double steady_s = 0;   // a clock that never jumps, for motion
  ColorScheme system_scheme = ColorScheme::light;
  bool reduced_motion = false;
  bool more_contrast = false;
  float text_scale = 1;  // the system's text size, 1 when it is the usual one
};

// Things the app wants done outside of it, in order.

// What the visitor did has changed: see App::merge_visitor.
struct KeepVisitor {};
// Opens it outside of the app.
struct OpenLink {
  std::string url;
};
struct CopyText {
  std::string text;
};
// Shows the path in the address bar.
struct ShowLocation {
  std::string path;
  bool replace = false;  // no new history entry
};
// "Back" was asked for on the first page.
struct LeaveApp {};

using Effect = std::variant<KeepVisitor, OpenLink, CopyText, ShowLocation, LeaveApp>;

struct FrameResult {
  std::vector<Effect> effects;
  bool draw_again = false;                // something moves: call frame() again at the next refresh
  std::optional<model::Instant> wake_at;  // the content changes by itself at that moment
};

// What is to be done with the kept text of the visitor.
struct MergedVisitor {
  bool to_keep = false;  // `text` holds more than what is kept, and takes its place
  std::string text;
  std::string aside;     // what is kept cannot be read, and goes under this name first; empty when it can
  bool changed = false;  // the visitor sees something of it: draw a frame
};

// Why the app cannot start, in words for the visitor.
struct Failure {
  std::string language;  // the visitor's, or empty when it is not known: then `text` holds every language's
  std::string title;
  std::string text;     // what to do next
  std::string details;  // for whoever helps: file, place, reason; one a line
};

class App {
 public:
  // Fails when ICU data or fonts cannot be used. A broken pack does not fail
  // here: the app then starts and shows a readable screen about it.
  static std::expected<std::unique_ptr<App>, Failure> start(const Assets&, const Start&);

  // True when the input calls for a new frame.
  bool handle(const ui::Input&);

  // Somebody is there, by an input that goes past handle().
  void note_presence();

  // What is kept of the visitor by now, be it by this copy of the app or another: it comes in, and out
  // comes what to keep. Whoever calls it is the only writer until that is kept, and then says with
  // visitor_kept whether it is.
  MergedVisitor merge_visitor(std::string_view kept);
  // True when the visitor must be told: draw a frame.
  bool visitor_kept(bool kept);

  // The address changed from outside: the back and forward buttons of the browser.
  void go_to(std::string_view path);

  // What is shown from the next frame on, which the caller asks for. The page, its place, the focus and the
  // visitor's choices stay; what is gone from the event says so where it was looked at. False, with
  // nothing changed, when none of the event's languages is one that the app speaks.
  bool use(std::shared_ptr<const content::Edition> edition);

  // What is shown now; of an empty event when event_is_there() is false.
  const std::shared_ptr<const content::Edition>& edition() const;

  // Draws and describes one frame. Afterwards the draw data is in Dear ImGui and
  // tree() is the frame's meaning.
  FrameResult frame(const Environment&);

  // Draws a picture of the open page for previews of links, instead of the page.
  void poster_frame(const Environment&);

  const ui::Tree& tree() const;

  // The path of the page that is open: "/kk/agenda/".
  const std::string& path() const;

  // False when the pack could not be read and the app shows why instead.
  bool event_is_there() const;

  // Why there is no event, one a line.
  const std::vector<std::string>& problems() const;

  // Frames drawn since the start; the tests of idleness read it.
  std::uint64_t frames_drawn() const;

  // The visitor is writing in a text field that the app draws itself: letters are
  // for it, not for shortcuts.
  bool writing() const;

  // That is about to change: what is typed meanwhile waits for the next frames.
  bool keyboard_moves() const;

  // For tests: from the next frame on, where each line of text came to stand.
  void note_texts();
  const std::vector<ui::WrittenText>& written_texts() const;

  // For when nobody draws the frame: tests, and reading a screen without pixels.
  void discard_drawing();

  ~App();

 private:
  struct State;
  explicit App(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

// The texts to show when start() was not even reached: a file did not load
// ("failure.file"), no WebGL and no WebAssembly are handled by the page itself.
Failure failure_of_file(const Start&, std::string_view file_name, std::string_view reason);

}  // namespace app
