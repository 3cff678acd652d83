#include "ui/style.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using ui::Color;
using ui::Palette;
using ui::StyleName;

namespace {

Color over(Color top, Color ground) {
  const auto mix = [&](std::uint8_t above, std::uint8_t below) {
    return static_cast<std::uint8_t>((above * top.alpha + below * (255 - top.alpha)) / 255);
  };
  return {mix(top.red, ground.red), mix(top.green, ground.green), mix(top.blue, ground.blue), 255};
}

// As a widget under the mouse is shaded.
Color hovered(Color color, const Palette& p) { return over(p.text.with_alpha(15), color); }

struct Pair {
  std::string name;
  Color ink;
  Color ground;
};

// Every text on every ground that a widget or a screen puts it on.
std::vector<Pair> texts(const Palette& p) {
  std::vector<Pair> pairs{
      {"text on background", p.text, p.background},
      {"text on surface", p.text, p.surface},
      {"text on sunken: a card that is held, a field", p.text, p.sunken},
      {"text on tint: a selected card", p.text, p.tint},
      {"text on notice: banners and tags", p.text, p.notice},
      {"text on plan_hall", p.text, p.plan_hall},
      {"text_second on background", p.text_second, p.background},
      {"text_second on surface", p.text_second, p.surface},
      {"text_second on sunken: quiet tags, hints, choices", p.text_second, p.sunken},
      {"text_second on tint: a selected card", p.text_second, p.tint},
      {"text_second on plan_service", p.text_second, p.plan_service},
      {"text_second on a hovered card", p.text_second, hovered(p.surface, p)},
      {"accent on background: links", p.accent, p.background},
      {"accent on surface: secondary buttons", p.accent, p.surface},
      {"accent on tint: what is current", p.accent, p.tint},
      {"accent on a hovered button", p.accent, hovered(p.surface, p)},
      {"on_accent on accent", p.on_accent, p.accent},
      {"on_accent on a hovered button", p.on_accent, hovered(p.accent, p)},
      {"live_ink on live", p.live_ink, p.live},
      {"alarm on background: the now line", p.alarm, p.background},
      {"alarm on notice: a cancelled session", p.alarm, p.notice},
      {"header_from on on_header: the language that is chosen", p.header_from, p.on_header},
  };
  // A title runs over the whole header; the quieter lines below it are set at 235, the switch lies
  // on a veil of 41.
  for (const auto& [name, ground] :
       {std::pair{"header_from", p.header_from}, std::pair{"header_middle", p.header_middle},
        std::pair{"header_to", p.header_to}}) {
    pairs.push_back({std::string("on_header on ") + name, p.on_header, ground});
    pairs.push_back(
        {std::string("a line of the header on ") + name, over(p.on_header.with_alpha(235), ground), ground});
  }
  for (const auto& [name, ground] :
       {std::pair{"header_from", p.header_from}, std::pair{"header_middle", p.header_middle}})
    pairs.push_back({std::string("a language on the veil over ") + name, p.on_header,
                     over(p.on_header.with_alpha(41), ground)});
  return pairs;
}

// Edges and icons that carry meaning.
std::vector<Pair> edges(const Palette& p) {
  return {
      {"outline on background", p.outline, p.background},
      {"walls on the ground around", p.plan_line, p.plan_ground},
      {"walls on the floor", p.plan_line, p.plan_floor},
      {"walls of a hall", p.plan_line, p.plan_hall},
      {"walls of a lift", p.plan_line, p.plan_service},
      {"outline on surface", p.outline, p.surface},
      {"outline on sunken", p.outline, p.sunken},
      {"the focus ring on background", p.accent, p.background},
      {"the focus ring on surface", p.accent, p.surface},
      {"the edge of a field in use", p.accent, p.sunken},
      {"a star on surface", p.star, p.surface},
      {"a star on tint", p.star, p.tint},
      {"a star on sunken", p.star, p.sunken},
      {"no star on tint", p.text_second, p.tint},
      {"the knob of a switch", p.on_accent, p.accent},
      {"the now line", p.alarm, p.background},
      {"the search icon of the header", p.on_header, p.header_to},
  };
}

}  // namespace

TEST_CASE("contrast is WCAG's") {
  CHECK(ui::contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(ui::contrast({255, 255, 255}, {0, 0, 0}) == doctest::Approx(21));
  CHECK(ui::contrast({18, 52, 86}, {18, 52, 86}) == doctest::Approx(1));
  CHECK(ui::contrast({0x77, 0x77, 0x77}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.002));
}

TEST_CASE("every text can be read on its ground, every edge with a meaning be seen") {
  for (const StyleName name : {StyleName::light, StyleName::dark, StyleName::high_contrast}) {
    const Palette& palette = ui::style_named(name).palette;
    CAPTURE(static_cast<int>(name));
    const double least = name == StyleName::high_contrast ? 7 : 4.5;
    for (const Pair& pair : texts(palette))
      CHECK_MESSAGE(ui::contrast(pair.ink, pair.ground) >= least, pair.name, ": ",
                    ui::contrast(pair.ink, pair.ground));
    for (const Pair& pair : edges(palette))
      CHECK_MESSAGE(ui::contrast(pair.ink, pair.ground) >= 3, pair.name, ": ",
                    ui::contrast(pair.ink, pair.ground));
  }
}

TEST_CASE("in the high-contrast theme every edge is strong") {
  const Palette& palette = ui::style_named(StyleName::high_contrast).palette;
  CHECK(ui::contrast(palette.line, palette.surface) >= 7);
  CHECK(ui::contrast(palette.outline, palette.sunken) >= 7);
  CHECK(ui::contrast(palette.plan_line, palette.plan_hall) >= 7);
}

TEST_CASE("themes are themselves") {
  for (const StyleName name : {StyleName::light, StyleName::dark, StyleName::high_contrast})
    CHECK(ui::style_named(name).name == name);
  CHECK(ui::style_named(StyleName::light).measure.target >= 44);
}

TEST_CASE("a colour is moved until it can be read, and left alone when it can be") {
  const std::array<Color, 6> grounds{{{255, 255, 255},
                                      {0, 0, 0},
                                      {0x11, 0x24, 0x2B},
                                      {0xF3, 0xF7, 0xF8},
                                      {0xFF, 0xC6, 0x29},
                                      {0x30, 0x50, 0x60}}};
  for (int red = 0; red < 256; red += 51)
    for (int green = 0; green < 256; green += 51)
      for (int blue = 0; blue < 256; blue += 51) {
        const Color color{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                          static_cast<std::uint8_t>(blue)};
        for (const Color ground : grounds) {
          CHECK(ui::contrast(ui::readable_on(color, ground, 4.5), ground) >= 4.5);
          if (ui::contrast(color, ground) >= 3) CHECK(ui::readable_on(color, ground, 3) == color);
        }
      }
}

TEST_CASE("colours are read from hex, and nothing else is taken for one") {
  const Color other{1, 2, 3};
  CHECK(ui::color_from_hex("#00727F", other) == Color{0, 0x72, 0x7F});
  CHECK(ui::color_from_hex("#ff00aa", other) == Color{255, 0, 0xAA});
  for (const auto* text : {"", "#", "#fff", "00727F", "#00727G", "#00727F0", "#-1-1-1", "\xFF"})
    CHECK(ui::color_from_hex(text, other) == other);
}
