// A PDF file in the making: sheets, words in the app's own fonts, and areas of colour. Lengths are points of
// paper, 72 in an inch; y grows down. Inside paper/ only.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "paper/paper.h"
#include "ui/geometry.h"
#include "ui/style.h"

namespace paper {

inline constexpr ui::Color black{0, 0, 0};

struct Type {
  float size = 10;
  bool bold = false;
};

class Pdf {
 public:
  static std::expected<std::unique_ptr<Pdf>, std::string> create(const Fonts& fonts, std::string_view title);
  ~Pdf();
  Pdf(const Pdf&) = delete;
  Pdf& operator=(const Pdf&) = delete;

  float width_of(std::string_view text, const Type& type) const;

  void begin_sheet(ui::Size size);
  // `tag`: what the words are for those who cannot see them: "H1", "P".
  void text(ui::Point baseline, std::string_view text, const Type& type, ui::Color color,
            const char* tag = "P");
  void fill(const ui::Rect& rect, ui::Color color);
  void end_sheet();

  // The whole file, or what went wrong on the way. Nothing can be drawn afterwards.
  std::expected<std::string, std::string> finish();

 private:
  struct State;
  explicit Pdf(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace paper
