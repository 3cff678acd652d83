// What the address of the map asks for, links that ask for something else, and how places are named in them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"
#include "venue/route.h"

namespace screens {

// A place in an address is a room of the event by its id, or a point of a level in decimetres of the plan:
// "congress-1~120~345".
//
// What the query says; of what it names wrongly nothing. The views live as long as the address.
struct MapQuery {
  std::string_view from = {};  // places
  std::string_view to = {};
  std::string_view here = {};     // where the visitor stands
  std::string_view level = {};    // id of the level that is wanted
  std::string_view near = {};     // what is looked for, as in near.h
  visitor::Walking walking = {};  // as the visitor goes; the address may say whether without stairs
  bool marks_here = false;        // the visitor is about to say on the plan where they stand
  std::size_t step = 0;           // of the way, from 1 on; 0: all of it
  bool asks_for_way() const { return !from.empty() && !to.empty(); }
  bool asks_for_place() const { return from.empty() != to.empty(); }
};

MapQuery map_query(const View& view);

// What all that is computed for a page of the map depends on, beside the edition, with which it goes.
struct MapAsked {
  Address address = {};
  visitor::Walking walking = {};
  unsigned states = 0;  // PlaceStates::revision
};
// Whether what was computed for `last` still holds. If not, `last` is what is asked now, and the caller
// computes it anew.
bool still_holds(const View& view, MapAsked& last);
// Names of the event that were asked for may be kept. Where some are missing in a language it is noted in
// each frame which they are.
bool may_keep_names(const View& view);

std::string map_link(const View& view, const MapQuery& query);
// To the page of that room; where the visitor stands and what they look for stays.
std::string place_link(const View& view, std::string_view room, const MapQuery& query);

// The node of the venue; venue::no_place where there is none, or no map.
venue::PlaceId place_of(const View& view, std::string_view place);
// As it stands in addresses; empty where the event knows no level for it.
std::string address_of_place(const View& view, venue::PlaceId place);
// The room in which that place is, or which it is; null when it is in none.
const model::Room* room_of(const View& view, std::string_view place);
const model::Level* level_of(const View& view, std::string_view place);
std::string name_of(ui::Frame& f, const View& view, std::string_view place);
std::string name_of(ui::Frame& f, const View& view, venue::PlaceId place);
// Also where it stands in the venue's data as something in a room: a desk, a prayer room.
const model::Room* room_of(const View& view, venue::PlaceId place);

}  // namespace screens
