// A surface without a display, drawn on by the processor. One can be used for many
// pictures of the same app, which saves loading the letters for each.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "app/app.h"

namespace platform {

class Picture {
 public:
  static std::expected<std::unique_ptr<Picture>, std::string> create(ui::Size size, float scale);

  // Draws what the app has just framed.
  void draw();

  // The picture as a PNG file, without transparency; empty when it could not be made.
  // `flat`: few colours and large areas of one, for which there is a quicker and smaller way.
  std::string png(bool flat) const;

  ~Picture();
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

 private:
  struct Surface;
  explicit Picture(std::unique_ptr<Surface>);
  std::unique_ptr<Surface> surface_;
};

}  // namespace platform
