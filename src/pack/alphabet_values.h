// The alphabets of an event as they stand in a built pack. Inside pack/ only; alphabets.h makes them.
#pragma once

#include <optional>
#include <vector>

#include "model/event.h"
#include "pack/json_value.h"

namespace pack {

json::Value values_of(const std::vector<model::Alphabet>&);

// Nothing when they are not those of the event: a language is missing, or its lists do not name each
// thing once.
std::optional<std::vector<model::Alphabet>> alphabets_in(const json::Value&, const model::Event&);

}  // namespace pack
