#include "ui/style.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>((hex >> 8) & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), 255};
}

constexpr Style light{.name = StyleName::light,
                      .palette = {.background = rgb(0xF3F7F8),
                                  .surface = rgb(0xFFFFFF),
                                  .sunken = rgb(0xE6EFF1),
                                  .text = rgb(0x0D2830),
                                  .text_second = rgb(0x48626B),
                                  .line = rgb(0xD3E0E4),
                                  .outline = rgb(0x6E878F),
                                  .accent = rgb(0x00727F),
                                  .on_accent = rgb(0xFFFFFF),
                                  .tint = rgb(0xDDF3F6),
                                  .chosen = rgb(0xDDF3F6),
                                  .on_chosen = rgb(0x00727F),
                                  .live = rgb(0xFFC629),
                                  .live_ink = rgb(0x3B2900),
                                  .notice = rgb(0xFFF3D1),
                                  .alarm = rgb(0xB3261E),
                                  .star = rgb(0xB27C00),
                                  .header_from = rgb(0x00525D),
                                  .header_middle = rgb(0x006A79),
                                  .header_to = rgb(0x007A8E),
                                  .on_header = rgb(0xFFFFFF),
                                  .plan_ground = rgb(0xEDF3F4),
                                  .plan_floor = rgb(0xFFFFFF),
                                  .plan_hall = rgb(0xE3F1F4),
                                  .plan_service = rgb(0xEFEAE0),
                                  .plan_line = rgb(0x6E878F),
                                  .world_map_water = rgb(0xDDF3F6),
                                  .world_map_land = rgb(0xFFFFFF)},
                      .type = {},
                      .measure = {},
                      .plan = {.ground = rgb(0xE6ECE8),
                               .floor = rgb(0xFFFFFF),
                               .hall = rgb(0xD2EDF3),
                               .selected = rgb(0xAEE4EE),
                               .meeting = rgb(0xE3E4F8),
                               .press = rgb(0xF6E1EC),
                               .food = rgb(0xFBE7C8),
                               .service = rgb(0xD9F0E3),
                               .toilets = rgb(0xD6E6FA),
                               .vertical = rgb(0xDFE5E8),
                               .aid = rgb(0xFBDCD9),
                               .exhibition = rgb(0xE5F1D6),
                               .outdoor = rgb(0xCFE5CB),
                               .staff = rgb(0xEBEFF0),
                               .wall = rgb(0x5F7C86),
                               .outer_wall = rgb(0x34505A),
                               .label = rgb(0x0D2830),
                               .label_second = rgb(0x3F5862),
                               .way = rgb(0x00727F),
                               .way_case = rgb(0xFFFFFF)}};

constexpr Style dark{.name = StyleName::dark,
                     .palette = {.background = rgb(0x0A181D),
                                 .surface = rgb(0x11242B),
                                 .sunken = rgb(0x183139),
                                 .text = rgb(0xE9F3F5),
                                 .text_second = rgb(0xA2BBC3),
                                 .line = rgb(0x24404A),
                                 .outline = rgb(0x6F8C96),
                                 .accent = rgb(0x57D6E8),
                                 .on_accent = rgb(0x00252B),
                                 .tint = rgb(0x143943),
                                 .chosen = rgb(0x143943),
                                 .on_chosen = rgb(0x57D6E8),
                                 .live = rgb(0xFFD154),
                                 .live_ink = rgb(0x2C1F00),
                                 .notice = rgb(0x3A3010),
                                 .alarm = rgb(0xFFB4AB),
                                 .star = rgb(0xFFD154),
                                 .header_from = rgb(0x003B43),
                                 .header_middle = rgb(0x00525D),
                                 .header_to = rgb(0x006A7B),
                                 .on_header = rgb(0xFFFFFF),
                                 .plan_ground = rgb(0x0A181D),
                                 .plan_floor = rgb(0x11242B),
                                 .plan_hall = rgb(0x17363F),
                                 .plan_service = rgb(0x2A2A22),
                                 .plan_line = rgb(0x6F8C96),
                                 .world_map_water = rgb(0x0D1F25),
                                 .world_map_land = rgb(0x1D3A44)},
                     .type = {},
                     .measure = {},
                     .plan = {.ground = rgb(0x0B1719),
                              .floor = rgb(0x22343B),
                              .hall = rgb(0x123F4A),
                              .selected = rgb(0x0B5A68),
                              .meeting = rgb(0x2B2F57),
                              .press = rgb(0x452A40),
                              .food = rgb(0x463516),
                              .service = rgb(0x143F32),
                              .toilets = rgb(0x173A5E),
                              .vertical = rgb(0x2E3B42),
                              .aid = rgb(0x4D2523),
                              .exhibition = rgb(0x2E3F1B),
                              .outdoor = rgb(0x16301C),
                              .staff = rgb(0x1A262B),
                              .wall = rgb(0x93B0BA),
                              .outer_wall = rgb(0xB9D0D8),
                              .label = rgb(0xE9F3F5),
                              .label_second = rgb(0xB9CDD4),
                              .way = rgb(0x57D6E8),
                              .way_case = rgb(0x08242A)}};

constexpr Style high_contrast{.name = StyleName::high_contrast,
                              .palette = {.background = rgb(0xFFFFFF),
                                          .surface = rgb(0xFFFFFF),
                                          .sunken = rgb(0xF2F2F2),
                                          .text = rgb(0x000000),
                                          .text_second = rgb(0x1F2B2F),
                                          .line = rgb(0x000000),
                                          .outline = rgb(0x000000),
                                          .accent = rgb(0x00444C),
                                          .on_accent = rgb(0xFFFFFF),
                                          .tint = rgb(0xD6F1F5),
                                          .chosen = rgb(0x000000),
                                          .on_chosen = rgb(0xFFFFFF),
                                          .live = rgb(0xFFC629),
                                          .live_ink = rgb(0x1F1600),
                                          .notice = rgb(0xFFF3D1),
                                          .alarm = rgb(0x8C0009),
                                          .star = rgb(0x6B4A00),
                                          .header_from = rgb(0x002E34),
                                          .header_middle = rgb(0x003B43),
                                          .header_to = rgb(0x00444C),
                                          .on_header = rgb(0xFFFFFF),
                                          .plan_ground = rgb(0xFFFFFF),
                                          .plan_floor = rgb(0xFFFFFF),
                                          .plan_hall = rgb(0xE3F6F9),
                                          .plan_service = rgb(0xF6F2E6),
                                          .plan_line = rgb(0x000000),
                                          .world_map_water = rgb(0xD6F1F5),
                                          .world_map_land = rgb(0xFFFFFF)},
                              .type = {},
                              .measure = {},
                              .plan = {.ground = rgb(0xFFFFFF),
                                       .floor = rgb(0xFFFFFF),
                                       .hall = rgb(0xE3F6F9),
                                       .selected = rgb(0xBFEAF2),
                                       .meeting = rgb(0xEEEFFB),
                                       .press = rgb(0xFAEEF4),
                                       .food = rgb(0xFDF2E0),
                                       .service = rgb(0xE8F6EE),
                                       .toilets = rgb(0xE6F0FC),
                                       .vertical = rgb(0xEDF1F2),
                                       .aid = rgb(0xFDEBE9),
                                       .exhibition = rgb(0xF0F7E7),
                                       .outdoor = rgb(0xE3F0E0),
                                       .staff = rgb(0xF2F2F2),
                                       .wall = rgb(0x000000),
                                       .outer_wall = rgb(0x000000),
                                       .label = rgb(0x000000),
                                       .label_second = rgb(0x1F2B2F),
                                       .way = rgb(0x00444C),
                                       .way_case = rgb(0xFFFFFF)}};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

std::uint8_t mixed(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Color color_from_hex(std::string_view hex, Color otherwise) {
  if (hex.size() != 7 || hex[0] != '#') return otherwise;
  std::uint32_t value = 0;
  for (const char c : hex.substr(1)) {
    const int digit = hex_digit(c);
    if (digit < 0) return otherwise;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return rgb(value);
}

double contrast(Color a, Color b) {
  const double brighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (brighter + 0.05) / (darker + 0.05);
}

Color mixed(Color from, Color to, double share) {
  return {mixed(from.red, to.red, share), mixed(from.green, to.green, share),
          mixed(from.blue, to.blue, share), 255};
}

Color readable_on(Color color, Color background, double ratio) {
  const std::uint8_t end = luminance(background) > 0.18 ? 0 : 255;
  for (double share = 0; share < 1; share += 0.05) {
    const Color tried{mixed(color.red, end, share), mixed(color.green, end, share),
                      mixed(color.blue, end, share), 255};
    if (contrast(tried, background) >= ratio) return tried;
  }
  return {end, end, end, 255};
}

TypeScale enlarged(const TypeScale& scale, float factor) {
  TypeScale result = scale;
  for (TypeStyle* style :
       {&result.title,      &result.title_large,    &result.bar_title,  &result.section,
        &result.card_title, &result.row_title,      &result.body,       &result.label,
        &result.field,      &result.field_large,    &result.fact,       &result.fact_second,
        &result.secondary,  &result.secondary_bold, &result.cell_title, &result.segment,
        &result.figure,     &result.figure_large,   &result.tag,        &result.navigation}) {
    style->size_px = std::round(style->size_px * factor);
    style->line_height_px = std::round(style->line_height_px * factor);
  }
  return result;
}

const Style& style_named(StyleName name) {
  switch (name) {
    case StyleName::dark: return dark;
    case StyleName::high_contrast: return high_contrast;
    case StyleName::light: break;
  }
  return light;
}

}  // namespace ui
