// The look in numbers: colours, type, spaces. Every colour and size on screen,
// and in the style sheet of the pages, comes from here.
#pragma once

#include <cstdint>
#include <string_view>

namespace ui {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  constexpr Color with_alpha(std::uint8_t opacity) const { return {red, green, blue, opacity}; }
  constexpr bool operator==(const Color&) const = default;
};

// "#RRGGBB" as a colour; `otherwise` when the text is nothing of the kind.
Color color_from_hex(std::string_view hex, Color otherwise);

// Contrast of two opaque colours after WCAG 2.2: 1 to 21.
double contrast(Color a, Color b);

// `color`, moved towards black or white until it has `ratio` on `background`.
Color readable_on(Color color, Color background, double ratio);

// Between the two: `share` of `to`, 0 to 1. Opaque, so that strokes may cross without showing it.
Color mixed(Color from, Color to, double share);

struct Palette {
  Color background;  // behind everything
  Color surface;     // cards, bars, sheets
  Color sunken;      // fields, quiet tags
  Color text;
  Color text_second;
  Color line;         // borders
  Color outline;      // borders that carry meaning: fields, switches; 3 : 1 on surface
  Color accent;       // press, selected, links
  Color on_accent;    // text on accent
  Color tint;         // background of what is selected
  Color chosen;       // the same of small things that nothing else tells apart: tabs, chips
  Color on_chosen;    // signs and text on chosen
  Color live;         // now, and nothing else
  Color live_ink;     // text on live
  Color notice;       // provisional, changed
  Color alarm;        // the now-line, errors, cancelled
  Color star;         // in my agenda
  Color header_from;  // the home header runs from … through … to
  Color header_middle;
  Color header_to;
  Color on_header;
  Color plan_ground;      // the map: outside,
  Color plan_floor;       // inside,
  Color plan_hall;        // rooms with sessions,
  Color plan_service;     // everything else,
  Color plan_line;        // and walls
  Color world_map_water;  // the map of the globe
  Color world_map_land;
};

struct TypeStyle {
  float size_px = 16;
  float line_height_px = 25;
  bool bold = false;
};

struct TypeScale {
  TypeStyle title{26, 32, true};
  TypeStyle title_large{34, 41, true};  // page titles where there is room
  TypeStyle bar_title{20, 26, true};    // in the bar over a page
  TypeStyle section{17, 24, true};
  TypeStyle card_title{16, 22, true};
  TypeStyle body{16, 25, false};
  TypeStyle label{16, 22, true};   // on buttons
  TypeStyle field{16, 24, false};  // what is written into a field
  TypeStyle fact{15, 22, false};
  TypeStyle fact_second{13, 18, false};
  TypeStyle secondary{14, 20, false};
  TypeStyle secondary_bold{14, 20, true};
  TypeStyle segment{13, 18, true};  // of a segmented control; the time at the now-line
  TypeStyle figure{19, 24, true};   // the number of a day
  TypeStyle tag{12, 16, true};
  TypeStyle navigation{12, 16, false};
};

// Every style `factor` times as large, in whole points.
TypeScale enlarged(const TypeScale& scale, float factor);

struct Measures {
  float margin = 16;  // between content and the edge of the window
  float card_padding = 14;
  float card_gap = 10;
  float card_radius = 14;
  float button_radius = 12;
  float target = 44;  // least height and width of what can be touched
  float app_bar = 56;
  float tab_bar = 64;  // without the safe area below it
  float rail = 92;
  float list_pane = 470;
  float reading_width = 720;  // no paragraph is wider
  float icon = 22;
  float focus_air = 12;  // around what is brought into view
};

// A grid of cells.
struct GridMeasures {
  float stripe = 4;   // at the left edge of a cell
  float padding = 6;  // between the edge of a cell and its words
  float line = 1;     // between cells
  float ring = 2;     // how far inside of it the focus shows
};

// How far things seem to lie above the page, in points of shadow.
struct Elevation {
  float card = 0;   // flat: a line tells it from the ground
  float over = 14;  // dialogs and toasts
};

// How long things take to get to their new place, in seconds. Always interruptible; under reduced
// motion everything is there at once.
struct Motion {
  float quick_s = 0.14F;  // what answers a finger: the pill of a choice
  float calm_s = 0.22F;   // what comes over the page: dialogs, toasts
};

enum class StyleName : std::uint8_t { light, dark, high_contrast };

struct Style {
  StyleName name = StyleName::light;
  Palette palette;
  TypeScale type;
  Measures measure;
  GridMeasures grid = {};
  Elevation elevation = {};
  Motion motion = {};
};

const Style& style_named(StyleName name);

// Widths, in points, from which there is room for the rail, and for a list and
// its detail side by side.
inline constexpr float tablet_width = 600;
inline constexpr float desktop_width = 1000;

}  // namespace ui
