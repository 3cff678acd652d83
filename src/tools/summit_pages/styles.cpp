#include "tools/summit_pages/styles.h"

#include <array>
#include <utility>

#include "icons.h"
#include "tools/summit_pages/html.h"
#include "ui/ornament.h"

namespace pages {
namespace {

using ui::Color;
using ui::Palette;
using ui::StyleName;
using ui::TypeScale;
using ui::TypeStyle;

constexpr std::array<std::pair<const char*, Color Palette::*>, 28> colors{{
    {"background", &Palette::background},
    {"surface", &Palette::surface},
    {"sunken", &Palette::sunken},
    {"text", &Palette::text},
    {"text-second", &Palette::text_second},
    {"line", &Palette::line},
    {"outline", &Palette::outline},
    {"accent", &Palette::accent},
    {"on-accent", &Palette::on_accent},
    {"tint", &Palette::tint},
    {"chosen", &Palette::chosen},
    {"on-chosen", &Palette::on_chosen},
    {"live", &Palette::live},
    {"live-ink", &Palette::live_ink},
    {"notice", &Palette::notice},
    {"alarm", &Palette::alarm},
    {"star", &Palette::star},
    {"header-from", &Palette::header_from},
    {"header-middle", &Palette::header_middle},
    {"header-to", &Palette::header_to},
    {"on-header", &Palette::on_header},
    {"plan-ground", &Palette::plan_ground},
    {"plan-floor", &Palette::plan_floor},
    {"plan-hall", &Palette::plan_hall},
    {"plan-service", &Palette::plan_service},
    {"plan-line", &Palette::plan_line},
    {"world-map-water", &Palette::world_map_water},
    {"world-map-land", &Palette::world_map_land},
}};

constexpr std::array<std::pair<const char*, TypeStyle TypeScale::*>, 18> types{{
    {"title", &TypeScale::title},
    {"title-large", &TypeScale::title_large},
    {"bar-title", &TypeScale::bar_title},
    {"section", &TypeScale::section},
    {"card-title", &TypeScale::card_title},
    {"row-title", &TypeScale::row_title},
    {"body", &TypeScale::body},
    {"label", &TypeScale::label},
    {"field", &TypeScale::field},
    {"fact", &TypeScale::fact},
    {"fact-second", &TypeScale::fact_second},
    {"secondary", &TypeScale::secondary},
    {"secondary-bold", &TypeScale::secondary_bold},
    {"segment", &TypeScale::segment},
    {"figure", &TypeScale::figure},
    {"figure-large", &TypeScale::figure_large},
    {"tag", &TypeScale::tag},
    {"navigation", &TypeScale::navigation},
}};

// "#0a7bbd", or "#fff" where that says the same.
std::string css(Color color) {
  const std::string six = hex_digits(color.red, color.green, color.blue);
  if (six[0] == six[1] && six[2] == six[3] && six[4] == six[5]) return {'#', six[0], six[2], six[4]};
  return "#" + six;
}

// In parts of the reader's own text size, 16 px where nothing else is chosen.
std::string rem(float points) {
  std::string number = std::to_string(points / 16);
  while (number.ends_with('0')) number.pop_back();
  if (number.ends_with('.')) number.pop_back();
  return number + "rem";
}

std::string palette_of(StyleName theme) {
  std::string text = theme == StyleName::dark ? "color-scheme:dark;" : "color-scheme:light;";
  for (const auto& [name, color] : colors)
    text.append("--").append(name).append(":").append(css(ui::style_named(theme).palette.*color)).append(";");
  return text;
}

// `rules(theme)` for each theme: the light one, then what the device asks for, then
// what the visitor chose by hand. `above`: as for :root, or what stands below it.
template <typename Rules>
std::string in_every_theme(Rules rules) {
  return rules(StyleName::light, ":root") + "@media (prefers-color-scheme:dark){" +
         rules(StyleName::dark, ":root:not([data-appearance=light],[data-appearance=high-contrast])") +
         "}\n" + rules(StyleName::dark, ":root[data-appearance=dark]") + "@media (prefers-contrast:more){" +
         rules(StyleName::high_contrast, ":root:not([data-appearance=light],[data-appearance=dark])") +
         "}\n" + rules(StyleName::high_contrast, ":root[data-appearance=high-contrast]");
}

// The ornament as a picture to mask with.
std::string ornament() {
  std::string path;
  const auto stroke = [&](auto place) {
    for (const auto& curve : ui::ornament_strokes) {
      const char* before = "M";
      for (const ui::Point point : curve) {
        const ui::Point at = place(point);
        path.append(before).append(short_number(at.x)).append(" ").append(short_number(at.y));
        before = before[0] == 'M' ? "C" : " ";
      }
    }
  };
  stroke([](ui::Point point) { return point; });
  stroke([](ui::Point point) { return ui::Point{ui::ornament_side - point.x, point.y}; });
  return "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200' "
         "fill='none' "
         "stroke='%23000' stroke-width='5'%3E%3Cpath d='" +
         path + "'/%3E%3C/svg%3E\")";
}

}  // namespace

std::string token_styles() {
  const ui::Style& light = ui::style_named(StyleName::light);
  const ui::Measures& measure = light.measure;
  std::string text;
  text += "@custom-media --tablet (min-width: " + short_number(ui::tablet_width) + "px);\n";
  text += "@custom-media --desktop (min-width: " + short_number(ui::desktop_width) + "px);\n";
  text += ":root{--face:Summit,Inter,system-ui,sans-serif;";
  for (const auto& [name, member] : types) {
    const TypeStyle& style = light.type.*member;
    text.append("--t-")
        .append(name)
        .append(":")
        .append(style.bold ? "600 " : "400 ")
        .append(rem(style.size_px))
        .append("/")
        .append(rem(style.line_height_px))
        .append(" var(--face);");
  }
  const auto measured = [&](const char* name, float value) {
    text.append("--").append(name).append(":").append(short_number(value)).append("px;");
  };
  measured("margin", measure.margin);
  measured("card-padding", measure.card_padding);
  measured("card-gap", measure.card_gap);
  measured("card-radius", measure.card_radius);
  measured("button-radius", measure.button_radius);
  measured("target", measure.target);
  measured("app-bar", measure.app_bar);
  measured("tab-bar", measure.tab_bar);
  measured("rail", measure.rail);
  measured("reading-width", measure.reading_width);
  measured("side", measure.side_most);
  measured("icon", measure.icon);
  text += "--chevron:\"" + utf8(ui::icon::chevron_right) + "\";";
  text += "--ornament:" + ornament() + "}\n";
  text += in_every_theme(
      [](StyleName theme, const std::string& root) { return root + "{" + palette_of(theme) + "}\n"; });
  return text;
}

std::string used_styles(const Used& used) {
  std::string text;
  for (const int gap : used.gaps)
    text += ".g" + std::to_string(gap) + "{margin-top:" + std::to_string(gap) + "px}";
  for (const std::string& type : used.types) text += ".t-" + type + "{font:var(--t-" + type + ")}";
  text += "\n";
  if (used.colors.empty()) return text;
  // As tags and the stripes of cards have it.
  text += in_every_theme([&](StyleName theme, const std::string& root) {
    const Palette& palette = ui::style_named(theme).palette;
    std::string rules;
    for (const auto& [digits, color] : used.colors) {
      const auto breath = [](unsigned of, unsigned on) {
        return static_cast<std::uint8_t>((of * 30 + on * 225) / 255);
      };
      const Color ground{breath(color.red, palette.surface.red), breath(color.green, palette.surface.green),
                         breath(color.blue, palette.surface.blue), 255};
      const Color ink = ui::readable_on(color, ground, theme == StyleName::high_contrast ? 7 : 4.6);
      rules.append(root == ":root" ? "" : root + " ")
          .append(".c-")
          .append(digits)
          .append("{--stripe:")
          .append(css(ui::readable_on(color, palette.surface, 3)))
          .append(";--ground:")
          .append(css(ground))
          .append(";--ink:")
          .append(css(ink))
          .append(";--solid:")
          .append(css(color))
          .append("}");
    }
    return rules + "\n";
  });
  return text;
}

std::string color_class(Color color, Used& used) {
  const std::string digits = hex_digits(color.red, color.green, color.blue);
  used.colors.emplace(digits, color);
  return "c-" + digits;
}

std::string type_name(const ui::Node& node) {
  for (const auto& [name, member] : types) {
    const TypeStyle& style = ui::style_named(StyleName::light).type.*member;
    if (style.size_px == node.size_px && style.line_height_px == node.line_height_px &&
        style.bold == node.bold)
      return name;
  }
  return "body";
}

}  // namespace pages
