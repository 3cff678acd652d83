// One view of a session: its page, language, drafts, focus and toasts. It is handed everything it needs and
// answers with what it wants done; it calls no platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/session.h"
#include "model/time.h"
#include "screens/notifications.h"
#include "ui/input.h"
#include "ui/semantics.h"
#include "ui/written_text.h"

namespace screens {
struct View;
}
namespace ui {
class Frame;
}

namespace app {

enum class ColorScheme : std::uint8_t { light, dark };

// What the window is told for each frame.
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
  screens::Notifications notifications = screens::Notifications::unavailable;
  bool visitor_screen = false;  // a screen faces the visitor of this desk
  bool for_paper = false;       // nobody presses anything in it, and nothing in it goes by the clock
};

// Things the window wants done outside of the app, in order.

// What the visitor did has changed: see Session::merge_visitor.
struct KeepVisitor {};
// Opens it outside of the app.
struct OpenLink {
  std::string url;
};
// Hands over the file at that path, which stands beside the pages, to whatever opens such files.
struct OpenFile {
  std::string path;
};
// Prints that page, or makes a file of it that can be printed and hands it over to whatever opens such files.
struct SavePaper {
  std::string path;
};
// Hands the address to others: by the system's own way to share, else it goes to the clipboard.
struct ShareLink {
  std::string title;
  std::string url;  // a path where nobody knows where the app is
};
// The visitor picks a file, whose text comes back by Window::take_file.
struct ChooseFile {};
// A path of Page::shown is what the screen that faces a desk's visitor shows, wherever that is. `open`: one
// is opened where there is none.
struct ShowToVisitor {
  std::string path;
  bool open = false;
};
// A notice of this desk as pack/notice_text.h writes it: it is signed, taken in (Session::take_notice) and
// handed on.
struct HandOutNotice {
  std::string id;
  std::string text;
};
// Told outside of the app, by the device: where Environment::notifications says so.
struct Notify {
  std::string title;
  std::string text;
  std::string path;     // of the page that it is about
  std::string subject;  // one that is told again takes the place of the one before
};
// The device asks the visitor whether it may.
struct AskToNotify {};
// Shows the path in the address bar.
struct ShowLocation {
  std::string path;
  bool replace = false;  // no new history entry
};
// "Back" was asked for on the first page.
struct LeaveApp {};

using Effect = std::variant<KeepVisitor, OpenLink, OpenFile, SavePaper, ShareLink, ChooseFile, ShowToVisitor,
                            HandOutNotice, Notify, AskToNotify, ShowLocation, LeaveApp>;

struct FrameResult {
  std::vector<Effect> effects;
  bool draw_again = false;                // something moves: call frame() again at the next refresh
  std::optional<model::Instant> wake_at;  // the content changes by itself at that moment
};

class Window {
 public:
  // With that page. The session must live as long. Fails when the fonts cannot be used.
  static std::expected<std::unique_ptr<Window>, Failure> open(Session& session, std::string_view path);

  // True when the input calls for a new frame.
  bool handle(const ui::Input&);

  // The address changed from outside: the back and forward buttons of the browser.
  void go_to(std::string_view path);

  // Draws and describes one frame. Afterwards the draw data is in Dear ImGui, whose context is this window's
  // until another one draws, and tree() is the frame's meaning.
  FrameResult frame(const Environment&);

  // Draws a picture of the open page for previews of links, instead of the page.
  void poster_frame(const Environment&);

  // While nobody sees the window: reminds as a frame does, without drawing one. A frame that is owed is drawn
  // when the window is seen again.
  FrameResult remind(const Environment&);

  // ---- what became of effects

  // A file that the visitor picked.
  void take_file(std::string text);
  // A link is on the clipboard; a file was saved as `path`; there is no file at `path`.
  void tell_copied();
  void tell_saved(const std::string& path);
  void tell_missing(const std::string& path);
  // A notice of this desk is shown, and was saved as `path`; or it is not, and why.
  void tell_notice(const std::expected<std::string, std::string>& saved);

  // A dialog of the platform's own, in the app's language, over the page as long as it answers true; Escape
  // closes it.
  void put_over(std::function<bool(ui::Frame& f, const screens::View& view)> over);
  bool has_over() const;

  // The session has changed since the last frame, by another window or from outside: draw one.
  bool is_outdated() const;

  // Its page says how fresh the event is, or whether the browser may erase what was chosen.
  bool shows_freshness() const;

  const Session& session() const;
  Session& session();

  const ui::Tree& tree() const;

  // The path of the page that is open: "/kk/agenda/".
  const std::string& path() const;

  // Frames drawn since it was opened; the tests of idleness read it.
  std::uint64_t frames_drawn() const;

  // A key of a page that works by keys (ui::Kit::takes_command).
  bool takes_command(ui::KeyName key) const;

  // The visitor is writing in a text field that the app draws itself: letters are for it, not for shortcuts.
  bool writing() const;

  // That is about to change: what is typed meanwhile waits for the next frames.
  bool keyboard_moves() const;

  // For tests: from the next frame on, where each line of text came to stand.
  void note_texts();
  const std::vector<ui::WrittenText>& written_texts() const;

  // For when nobody draws the frame: tests, and reading a screen without pixels.
  void discard_drawing();

  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

 private:
  struct State;
  explicit Window(std::unique_ptr<State>);
  std::unique_ptr<State> state_;
};

}  // namespace app
