// The pictures that links show where people send them to each other, drawn by the
// app itself.
#pragma once

#include <expected>
#include <memory>
#include <string>

#include "app/app.h"
#include "platform/headless/picture.h"

namespace pages {

class Previews {
 public:
  static constexpr int width = 1200;
  static constexpr int height = 630;

  static std::expected<std::unique_ptr<Previews>, std::string> create(const app::Assets& assets,
                                                                      const app::Environment& around);

  // The picture of that page as a PNG file; empty when it could not be made.
  std::string png(const std::string& path);

 private:
  // An app of its own: its letters live in the picture's renderer, so it must never be framed without
  // drawing.
  std::unique_ptr<app::App> app_;
  std::unique_ptr<platform::Picture> picture_;
  app::Environment around_;
};

}  // namespace pages
