// QR codes as they would be drawn, read by zbar, which knows nothing of ours.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "carry/code.h"
#include "carry/qr_code.h"
#include "read_codes.h"

namespace {

// The texts that zbar finds in a picture of the code, each square so many pixels wide.
std::vector<std::string> read(const carry::QrCode& code, int square_px) {
  const int side = (code.size + 2 * carry::QrCode::quiet_zone) * square_px;
  std::vector<unsigned char> grey(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255);
  for (int y = 0; y < code.size * square_px; ++y)
    for (int x = 0; x < code.size * square_px; ++x)
      if (code.is_dark(x / square_px, y / square_px)) {
        const int margin = carry::QrCode::quiet_zone * square_px;
        grey[static_cast<std::size_t>((y + margin) * side + x + margin)] = 0;
      }
  return test::read_codes(grey, static_cast<unsigned>(side), static_cast<unsigned>(side));
}

}  // namespace

TEST_CASE("another decoder reads the codes of sixty stars, four pixels to a square") {
  model::Event event;
  event.id = "summit";
  for (int i = 0; i < 400; ++i) event.sessions.emplace_back().id = "session-" + std::to_string(i);
  const carry::SessionNumbers numbers(event);
  carry::Choices choices;
  for (int i = 0; i < 60; ++i) choices.starred.push_back("session-" + std::to_string(i * 5));
  const std::string link =
      "https://summit-companion.example.org/kk/my/#carry=" + carry::codes_of(choices, numbers).at(0);
  const auto code = carry::qr_code_of(link);
  REQUIRE(code);
  CHECK(read(*code, 4) == std::vector<std::string>{link});
}

TEST_CASE("another decoder reads codes of any text") {
  for (const std::string text :
       {"https://summit.example/kk/agenda/official-opening/", "SUMMIT 2026", "a", "0123456789ABCDEFG",
        "Қазақстан ӘҒҚҢӨҰҮҺІ", "https://summit.example/door/HALL-1/0123456789"}) {
    CAPTURE(text);
    const auto code = carry::qr_code_of(text);
    REQUIRE(code);
    CHECK(code->size == 17 + 4 * code->version);
    CHECK(read(*code, 4) == std::vector<std::string>{text});
  }
  CHECK_FALSE(carry::qr_code_of(std::string(5'000, 'a')));
  CHECK_FALSE(carry::qr_code_of(std::string(4'000, 'a')));
}
