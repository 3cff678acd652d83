// Asks about a file that was dropped on the window before anything of it is shown: what would come in, and
// the way back. What is in such a file is for those that derive from it.
#pragma once

#include <cstdint>
#include <optional>

#include "app/app.h"

namespace platform {

class FileDialog {
 public:
  FileDialog() = default;
  FileDialog(const FileDialog&) = delete;
  FileDialog& operator=(const FileDialog&) = delete;
  virtual ~FileDialog() = default;

  // What Window::put_over draws; false when it is closed.
  bool draw(ui::Frame& f, const screens::View& view);
  // Does what was pressed in the last frame. True when something is shown anew.
  bool act();

 protected:
  // Which buttons there are.
  struct Offer {
    bool take = false;
    std::optional<text::Key> back = {};  // what going back is called
  };

 private:
  enum class Pressed : std::uint8_t { nothing, take, back };

  virtual text::Key title() const = 0;
  virtual Offer say(ui::Frame& f, const screens::View& view) = 0;
  virtual void take() = 0;
  virtual void go_back() = 0;

  Pressed pressed_ = Pressed::nothing;
};

}  // namespace platform
