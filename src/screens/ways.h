// Ways through the venue on the page of the map: what the address asks for, links that ask for others, and
// the steps as a list.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"
#include "venue/route.h"

namespace screens {

// What the query of the map's address says. Ids of rooms and levels that the event does not have are empty.
struct MapQuery {
  std::string_view from = {};
  std::string_view to = {};
  std::string_view here = {};   // where the visitor stands
  std::string_view level = {};  // id of the level that is wanted
  bool step_free = false;
  std::size_t step = 0;  // of the way, from 1 on; 0: all of it
  bool asks_for_way() const { return !from.empty() && !to.empty(); }
  bool asks_for_place() const { return from.empty() != to.empty(); }
};

MapQuery map_query(const View& view);
std::string map_link(const View& view, const MapQuery& query);

// The way that is asked for and the one with or without stairs beside it; null where none is asked for, or
// there is no map. A way that is not there says why.
struct AskedWay {
  const std::expected<venue::Route, venue::NoRoute>* way = nullptr;
  const std::expected<venue::Route, venue::NoRoute>* other = nullptr;
};
AskedWay asked_way(const View& view, const MapQuery& query);

// From where to where, both ways in short, and the steps.
void way_panel(ui::Frame& f, const View& view, const MapQuery& query);
// The same at a glance, for whoever is shown it: how long it takes, and the steps as sentences, each with how
// far it is.
struct WayTold {
  std::string time;  // "4 minutes"; empty where there is no way
  std::string none;  // why there is none
  bool step_free = false;
  struct Step {
    std::string sentence;
    std::string distance;  // may be empty
  };
  std::vector<Step> steps;
};
WayTold way_told(ui::Frame& f, const View& view, const MapQuery& query);
// The plan of the level of that room, with what the address asks for, no higher than `most_height`. False
// where there is none.
bool plan_of_answer(ui::Frame& f, const View& view, const model::Room& room, float most_height);
// Says that the other end of the way is to be chosen from the places below.
void way_question(ui::Frame& f, const View& view, const MapQuery& query);
// What is near the place where the visitor stands.
void near_here(ui::Frame& f, const View& view, const MapQuery& query);
// Where the room is on its level, as a small picture that leads to its page; nothing where nobody has drawn
// it.
void place_picture(ui::Frame& f, const View& view, const model::Room& room);
// Buttons that lead to the way there and from there.
void way_buttons(ui::Frame& f, const View& view, const model::Room& room);
// For those who cannot ask: the way there from each entrance of its site.
void ways_from_entrances(ui::Frame& f, const View& view, const model::Room& room);

}  // namespace screens
