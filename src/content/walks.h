// How long walks over the event's map take, as visitors are told.
#pragma once

#include <optional>
#include <string_view>

#include "content/edition.h"

namespace content {

// Between these nodes of the venue lies a way from site to site on a plan that nobody has published: a sketch
// knows no distances outdoors, and whoever relies on one comes too late.
bool is_sketch_between_sites(const Edition& edition, std::uint32_t from, std::uint32_t to);

// A walk of that time from node to node; on a sketch between sites at least the rule of thumb.
model::Minutes told_time(const Edition& edition, std::uint32_t from, std::uint32_t to, model::Minutes walk);

// From room to room over the map when nothing is closed; nothing where it has none of them, or no way.
std::optional<model::Minutes> walking_time(const Edition& edition, std::string_view from, std::string_view to,
                                           bool step_free);

}  // namespace content
