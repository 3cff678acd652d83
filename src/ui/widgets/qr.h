// QR codes as pictures: dark squares on white in every theme, because not all cameras read the reverse, each
// square so many whole pixels wide.
#pragma once

#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace ui {

inline constexpr int qr_quiet_zone = 4;  // squares that stay light around a code

struct QrPicture {
  std::string_view name = {};                  // says what the code holds
  std::string_view text = {};                  // that itself, for those who draw it again; may be empty
  int size = 0;                                // squares in a row and in a column
  const std::vector<bool>* squares = nullptr;  // row by row; true is dark
  float largest_square = 6;                    // in points: small codes need not fill the page
};

// As large as there is room, and no larger than `most` points.
void qr_picture(Frame& f, const QrPicture& picture, float most = 360);
// How wide and high it then is.
float qr_side(Frame& f, const QrPicture& picture, float most);

}  // namespace ui
