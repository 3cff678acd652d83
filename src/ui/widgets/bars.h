// What is around every page and at the head of some: bars, the tabs of the navigation, the rail, the header
// of the home page, the tabs of the days.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"
#include "ui/widgets/choose.h"

namespace ui {

struct DayTab {
  std::string_view href = {};
  std::string_view label = {};          // "Thursday 23 April",
  std::string_view short_label = {};    // "Thursday 23", where not all have room for that,
  std::string_view weekday = {};        // and where that is too long too: "Thursday",
  std::string_view short_weekday = {};  // "Thu" where the letters would be small,
  std::string_view day = {};            // and "23" below it
  std::string_view spoken = {};         // whole date
  bool selected = false;
};

struct PlaceLink {
  std::string_view href = {};
  std::string_view label = {};
  char32_t icon = 0;
  bool current = false;
  std::string_view badge = {};       // a number at the icon: what waits there; may be empty
  std::string_view badge_said = {};  // what it counts
};

struct HeroContent {
  std::string_view title = {};
  std::string_view line1 = {};
  std::string_view line2 = {};
  std::string_view state = {};  // on a light pill below them; may be empty
  float overlap = 0;            // so much more room below: what comes next lies over it
  float margin = 20;            // at both sides of its words
};

// Fills the whole window's ground.
void ground(Frame& f);
// A flat area with an edge line below or at its right.
void surface(Frame& f, const Rect& rect, bool line_below, bool line_right = false);
// The ground of what is urgent, over a page.
void alarm_ground(Frame& f, const Rect& rect);
// A line across, below what was drawn last.
void line(Frame& f);
// A line between two areas.
void edge(Frame& f, const Rect& rect);

void hero(Frame& f, const HeroContent& content, std::string_view choice_name, std::span<const Choice> choices,
          std::size_t& chosen);

// How high a bar with that title must be, when `width_beside` is left for the title; at least `least`.
float app_bar_height(Frame& f, std::string_view title, float width_beside, float least);
// Bar over a page: a way back when `back_href` is not empty, and its title.
void app_bar(Frame& f, const Rect& rect, std::string_view title, std::string_view back_name,
             std::string_view back_href, int heading_level);

// Without the safe area below them.
float tab_bar_height(Frame& f, std::span<const PlaceLink> places);
void bottom_tabs(Frame& f, const Rect& rect, std::string_view name, std::span<const PlaceLink> places);
float rail_width(Frame& f);
void rail(Frame& f, const Rect& rect, std::string_view name, std::span<const PlaceLink> places);

// In one line, and in two where the days are many or the letters large.
void day_tabs(Frame& f, std::string_view name, std::span<const DayTab> days);
// Red line with the time, as the rows of ui/widgets/timed_rows.h have theirs: what is above has begun.
void now_line(Frame& f, std::string_view time, std::string_view spoken);
// How high what stands in the line of search and languages is: as high as the choice between them, with large
// letters too.
float header_line_height(const Frame& f);
// Looks like a search field and leads to the search page.
void search_link(Frame& f, std::string_view name, std::string_view href, float wide);

}  // namespace ui
