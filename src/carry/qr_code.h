// QR codes as squares to be drawn: links of carry/, of sessions, of doors.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace carry {

struct QrCode {
  // Light squares that must stay free around the code, on every side.
  static constexpr int quiet_zone = 4;

  int size = 0;               // squares in a row and in a column
  int version = 0;            // 1 to 40; size is 17 + 4 times that
  char level = 'M';           // of error correction: 'M' mends 15 % of the squares, 'Q' 25 %, 'H' 30 %
  std::vector<bool> squares;  // row by row; true is dark

  bool is_dark(int x, int y) const {
    return squares[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                   static_cast<std::size_t>(x)];
  }
};

// The smallest code of level M that holds the text; with a higher level where that takes no more room.
// Capital letters and digits at the end of the text take less room than others. Nothing when the text is
// longer than any code. It is dark on light in every theme: not all cameras read the reverse. No smaller than
// `least_version`, so that several codes can be of one size.
std::optional<QrCode> qr_code_of(std::string_view text, int least_version = 1);

}  // namespace carry
