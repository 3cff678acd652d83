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

// The map: what a plan is drawn with beyond the palette's ground and floor.
struct PlanPalette {
  Color ground;  // outside,
  Color floor;   // inside
  Color hall;
  Color selected;
  Color meeting;
  Color press;
  Color food;
  Color service;
  Color toilets;
  Color vertical;  // lifts, stairs, escalators
  Color aid;
  Color exhibition;
  Color outdoor;
  Color staff;
  Color wall;
  Color outer_wall;
  Color label;
  Color label_second;
  Color way;
  Color way_case;  // around it
  // Grounds of white signs.
  Color sign_toilets = {0x0A, 0x5F, 0xA5};
  Color sign_vertical = {0x3B, 0x4E, 0x57};
  Color sign_food = {0x8A, 0x4B, 0x00};
  Color sign_aid = {0xB3, 0x26, 0x1E};
  Color sign_desk = {0x00, 0x72, 0x7F};
  Color sign_room = {0x5B, 0x3F, 0xA6};
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
  TypeStyle row_title{15, 19, true};  // of a row among many
  TypeStyle body{16, 25, false};
  TypeStyle label{16, 22, true};   // on buttons
  TypeStyle field{16, 24, false};  // what is written into a field
  TypeStyle field_large{30, 38, false};
  TypeStyle fact{15, 22, false};
  TypeStyle fact_second{13, 18, false};
  TypeStyle secondary{14, 20, false};
  TypeStyle secondary_bold{14, 20, true};
  TypeStyle cell_title{13, 17, true};
  TypeStyle segment{13, 18, true};       // of a segmented control; the time at the now-line
  TypeStyle figure{19, 24, true};        // the number of a day
  TypeStyle figure_large{30, 36, true};  // a number that says something of the whole event
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
  float main_least = 560;     // of what stands beside something else
  float side_least = 320;     // of what helps beside it,
  float side_most = 376;
  float sheet = 356;          // of what was chosen in something that takes all of the width
  float content_most = 1560;  // all areas together
  float icon = 22;
  float tile = 106;      // height of a tile beside others
  float focus_air = 12;  // around what is brought into view
};

// What lists, facts and banners are set with, in points.
struct TagMeasures {
  float padding = 9;             // beside the words of a tag,
  float padding_above = 3;       // and above and below them
  float gap = 6;                 // between tags
  float radius = 12;             // at most
  float pill_padding = 8;        // beside the word of a pill
  float beside_words = 7;        // between a pill and the words behind it,
  float beside_words_lower = 1;  // which stand so much lower
  float above_words = 3;         // between a pill and the words below it
  float widest_beside = 0.45F;   // share of the line that a pill before words may take
};

struct ProgressMeasures {
  float height = 8;
  float edge = 1;
  float edge_and_air = 2;  // what has come lies so far within
};

struct CardMeasures {
  float padding_above = 13;  // and below
  float padding_left = 18;   // of the stripe and the air beside it
  float edge = 1;
  float strong_edge = 3;    // of what is selected, in the high-contrast style
  float stripe = 4;         // wide,
  float stripe_inset = 12;  // and so far from the upper and the lower edge
  float above_supporting = 4;
  float above_tags = 6;
  float above_progress = 9;
  float below_progress = -1;  // it lies a little in the padding
  float star_room = 38;       // that the title leaves to the star
  float star_inset = 2;       // of what can be touched, from the corner
  float star_seen_inset = 4;  // of the disc under it, from the edge of what can be touched
  float star_radius = 9.5F;
};

struct RowMeasures {
  float least_height = 56;
  float padding_above = 12;  // and below
  float padding_left = 4;
  float icon_room = 46;
  float icon_center = 18;   // from the left
  float chevron_room = 32;  // at the right
  float chevron = 18;
  float above_second = 2;
  float above_passage = 4;
  float radius = 10;
  float ring = 2;  // how far inside of it the focus shows
};

// A row of what takes place at a time.
struct TimedRowMeasures {
  float least_height = 53;
  float padding_above = 8;     // and below
  float padding = 12;          // at both sides
  float time_room = 62;        // of the times; more where one needs it
  float air = 10;              // between a time and its bar, the bar and the words
  float bar = 4;               // wide
  float star_room = 50;        // at the right
  float above_second = 0;      // the quieter line
  float line = 1;              // between rows
  float least_title_ems = 11;  // where titles have less room than that, times stand above them
  float now_line = 22;         // high
  float joint = 2;             // the line from star to star, wide
  float joint_air = 5;         // between it and the stars
  float between = 30;          // high is what is said between two rows
};

struct FactMeasures {
  float icon_room = 38;
  float icon_width = 22;  // in whose middle the icon is
  float icon = 20;
  float touch = 4;  // how far above and below it can be touched
  float ring = 2;   // how far outside of it the focus shows
  float ring_radius = 8;
};

struct BannerMeasures {
  float padding = 14;
  float padding_above = 10;  // and below
};

struct ButtonMeasures {
  float least_height = 48;
  float padding = 16;          // beside the words at least,
  float padding_in_flow = 20;  // and in a flow, where it is as wide as they need
  float padding_above = 10;    // and below
  float icon_room = 30;
  float icon_center = 11;  // from the left of that room
  float icon = 20;
  float edge = 1;
};

// A row that is on or off.
struct SwitchMeasures {
  float least_height = 52;
  float padding_above = 10;  // and below the words
  float icon_room = 34;
  float air = 12;  // between the words and the switch
  float width = 46;
  float height = 28;
  float edge = 1.5F;
  float knob_inset = 4;  // of the knob in its track
  float radius = 10;     // of the ground of what is touched
};

// A segmented control.
struct SegmentMeasures {
  float least_width = 40;
  float padding = 13;       // beside the words of a choice
  float least_height = 36;  // of what is seen,
  float padding_above = 9;  // above and below the words
  float inset = 3;          // of the pill in its track
  float stacked_radius = 14;
  float stacked_pill_radius = 11;
  float strong_edge = 2;             // round the pill, in the high-contrast style
  std::uint8_t header_opacity = 41;  // of the track on the header
};

struct ChipMeasures {
  float least_height = 36;
  float padding = 14;
  float padding_above = 6;  // and below
  float radius = 18;        // at most
  float edge = 1;
  float fade = 32;  // wide: where a line of them goes on
};

struct FieldMeasures {
  float least_height = 48;
  float padding_above = 8;  // and below
  float padding = 14;
  float padding_right = 10;
  float icon_room = 44;
  float icon_center = 24;
  float icon = 20;
  float edge = 1;
  float focused_edge = 2;
  std::uint8_t selection_opacity = 70;  // of what is selected in it
};

// Where there is nothing to show.
struct EmptyMeasures {
  float padding = 8;   // beside the words
  float widest = 420;  // are the words
  float above = 28;    // the disc
  float radius = 32;   // of the disc
  float icon = 30;
  float below_disc = 12;
  float below_words = 6;
  float picture() const { return above + 2 * radius + below_disc; }  // all above the words
};

// A grid of cells.
struct GridMeasures {
  float stripe = 4;   // at the left edge of a cell
  float padding = 6;  // between the edge of a cell and its words
  float line = 1;     // between cells
  float ring = 2;     // how far inside of it the focus shows
};

// A grid of rooms over time.
struct TimeGridMeasures {
  float gutter = 58;  // of the hours, at the left
  float head = 50;    // of the rooms, at the top
  float hour = 96;    // high
  float idle = 28;    // high: hours in which nothing takes place
  float column = 145;
  float least_column = 128;  // where that makes all columns fit
  float most_column = 290;   // where there is room
  float lane = 97;           // of several side by side
  float gap = 3;             // between cells
  float bar = 4;             // at the left edge of a cell
  float padding = 7;         // beside the words of a cell,
  float padding_above = 5;   // and above and below them
  float radius = 7;
  float star_room = 30;     // wide and high, which the words leave to a star
  float star_from = 84;     // high is a cell that shows a star which is not on
  float band_padding = 14;  // beside the words of a band
  float icon = 20;          // of a band
  int least_minutes = 28;   // how long what is short is drawn at least, so that it can be touched
};

// A plan, in points.
struct PlanMeasures {
  float padding = 14;  // between a plan and the edge of its window
  float wall = 1.5F;
  float outer_wall = 3;
  float door = 3.5F;  // the gap in a wall
  float selected = 2.5F;
  float way = 6;
  float way_case = 11;
  float dots = 3;  // of the other way
  float mark_radius = 12;
  float sign = 22;
  float sign_radius = 6;
  float state_radius = 9;  // of the disc that says what is the matter with a place
  float label_air = 6;     // between a name and the walls around it
};

// How far things seem to lie above the page, in points of shadow.
struct Elevation {
  float card = 0;   // flat: a line tells it from the ground
  float over = 14;  // dialogs and toasts
};

// How much of the colour of text comes into the ground of what is touched.
struct Answer {
  int hovered_percent = 6;
  int held_percent = 14;
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
  TagMeasures tag = {};
  ProgressMeasures progress = {};
  CardMeasures card = {};
  RowMeasures row = {};
  TimedRowMeasures timed_row = {};
  FactMeasures fact = {};
  BannerMeasures banner = {};
  ButtonMeasures button = {};
  SwitchMeasures toggle = {};
  SegmentMeasures segment = {};
  ChipMeasures chip = {};
  FieldMeasures field = {};
  FieldMeasures field_large = {.least_height = 80,
                               .padding_above = 14,
                               .padding = 24,
                               .padding_right = 20,
                               .icon_room = 76,
                               .icon_center = 40,
                               .icon = 30,
                               .edge = 2};
  EmptyMeasures empty = {};
  GridMeasures grid = {};
  TimeGridMeasures time_grid = {};
  PlanPalette plan = {};
  PlanMeasures plan_measure = {};
  Elevation elevation = {};
  Answer answer = {};
  Motion motion = {};
};

const Style& style_named(StyleName name);

// Widths, in points, from which there is room for the rail, and for a list and
// its detail side by side.
inline constexpr float tablet_width = 600;
inline constexpr float desktop_width = 1000;
// And for a third area beside these.
inline constexpr float third_area_width = 1600;

}  // namespace ui
