// What a platform can do for the app. Everything else is above this.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/window.h"
#include "ui/semantics.h"

namespace platform {

class Platform {
 public:
  virtual ~Platform() = default;

  // The window as it is now, and the clock.
  virtual app::Environment environment() = 0;

  // Brings together what the session and the device know of the visitor (Session::merge_visitor), as the
  // only writer, and says how it went (Session::visitor_kept). The text survives power loss in the middle of
  // keeping: afterwards either the old or the new one is there, whole. May happen later.
  virtual void keep_visitor(app::Session&) = 0;

  // Outside of the app; run_frame asks only for what text/link.h lets through.
  virtual void open_link(std::string_view url) = 0;

  // Gives the file at that path beside the pages to whatever opens such files on this device. Where there are
  // no pages, and of files that are made of the visitor's choices (screens/own_files.h) everywhere, it is
  // made out of what the session knows. Says to the window where a file to keep was saved.
  virtual void open_file(app::Window&, std::string_view path) = 0;

  // Hands the address on to others, or puts it on the clipboard and says so to the window.
  virtual void share_link(app::Window&, const app::ShareLink&) = 0;

  // Lets the visitor pick a file, and gives its text to the window. May happen later, or never.
  virtual void choose_file(app::Window&) = 0;

  // What the screen that faces a desk's visitor shows: app::ShowToVisitor.
  virtual void show_to_visitor(std::string_view path, bool open) = 0;

  // Signs what all visitors are told (app::HandOutNotice) with the key of this desk, lets the session take it
  // in, and saves it for other desks and the site. Says to the window what became of it.
  virtual void hand_out_notice(app::Window&, const app::HandOutNotice&) = 0;

  // Tells the visitor by the device, where it may; and asks them whether it may.
  virtual void notify(const app::Notify&) = 0;
  virtual void ask_to_notify() = 0;

  // Prints that page, or makes it a file that can be printed, and hands it over as above.
  virtual void save_paper(app::Window&, std::string_view path) = 0;

  // Shows the path where the platform has a place for it, and remembers it for
  // "back" where the platform keeps the history.
  virtual void show_location(std::string_view path, bool replace) = 0;

  // "Back" was asked for where there is nothing to go back to.
  virtual void leave() = 0;

  // The frame's meaning, once a frame in which it may have changed.
  virtual void publish(const ui::Tree&) = 0;

  // Ask for another frame soon, or at that time by the wall clock. A later call
  // of wake_at replaces the earlier one.
  virtual void request_frame() = 0;
  virtual void wake_at(std::optional<model::Instant>) = 0;
};

// One frame of that window: asks the platform for its environment, lets it draw, hands the tree over and
// carries out what was asked for. The caller puts Dear ImGui's draw data on the screen afterwards. Other
// windows of the session may be outdated then.
void run_frame(Platform&, app::Window&);

// The same for a window that nobody sees now: nothing is drawn, but who is to be reminded is.
void run_unseen(Platform&, app::Window&);

}  // namespace platform
