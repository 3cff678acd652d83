// Ways through the venue on the page of the map: both ways that there are, their steps as a list, how the
// visitor goes, and why there is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/map_query.h"

namespace screens {

// The way that the address asks for and the one with or without stairs beside it; null where none is asked
// for, or there is no map. A way that is not there says why. Null is the other too where it is the same: the
// fastest needs no stairs, or neither is there.
struct AskedWay {
  const std::expected<venue::Route, venue::NoRoute>* way = nullptr;
  const std::expected<venue::Route, venue::NoRoute>* other = nullptr;
};
AskedWay asked_way(const View& view);
// What is asked of the edition, as the visitor goes and with what is closed; from and to where the query has
// them.
content::Edition::WayAsked way_asked(const View& view, const MapQuery& query);

// "3 minutes · 150 m" from node to node; between sites of a sketch no distance.
std::string time_and_distance(ui::Frame& f, const View& view, std::uint32_t from, std::uint32_t to,
                              model::Minutes time, double distance_m);

// The step that the plan shows, in words and beside it the others, one press away; nothing where it shows the
// whole way. It comes into sight with the plan below it.
void shown_step(ui::Frame& f, const View& view, const MapQuery& query);

// From where to where, both ways in short, and the steps.
void way_panel(ui::Frame& f, const View& view, const MapQuery& query, Actions& actions);
// The same at a glance, for whoever is shown it: how long it takes, and the steps as sentences, each with how
// far it is.
struct WayTold {
  std::string time;  // "4 minutes"; empty where there is no way
  std::string none;  // why there is none
  bool step_free = false;
  struct Step {
    std::string mark;  // "1"
    std::string sentence;
    std::string distance;  // may be empty
  };
  std::vector<Step> steps;
};
// Kept until something else is asked.
const WayTold& way_told(ui::Frame& f, const View& view);
// Says that the other end of the way is to be chosen from the places below.
void way_question(ui::Frame& f, const View& view, const MapQuery& query);
// Without stairs, without escalators, with which badge: asked once and remembered. Nothing without a map.
void way_options(ui::Frame& f, const View& view, Actions& actions);
// Buttons that lead to the way there and from there, and say that the visitor is there.
void way_buttons(ui::Frame& f, const View& view, const model::Room& room);
// For those who cannot ask: the way there from each entrance and each information desk of its site.
void ways_from_entrances(ui::Frame& f, const View& view, const model::Room& room);

}  // namespace screens
