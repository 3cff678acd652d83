// The words of IMDF 1.0.0 for what things are, and what the map makes of them.
#pragma once

#include <span>
#include <string_view>

#include "imdf/archive.h"
#include "model/venue.h"

namespace imdf {

// The categories of the standard for that type; empty where any word will do (occupants, sections).
std::span<const std::string_view> categories_of(FeatureType type);

std::span<const std::string_view> accessibility_words();
std::span<const std::string_view> access_control_words();
std::span<const std::string_view> door_words();

// What a unit of that category is drawn as; `room` for those that nobody has heard of.
model::UnitKind kind_of_unit(std::string_view category);
// The same of a kiosk or an amenity that the programme knows as a room.
model::UnitKind kind_of_desk(std::string_view category);

model::MapAccess access_of(std::string_view restriction);

// No walls of its own stand around it, and one walks from it to its neighbours over the whole side.
bool is_open(std::string_view category);

}  // namespace imdf
