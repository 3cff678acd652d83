// The orders of an event's names in the alphabets of its languages. For native programs only: they
// are made where a pack is built, and the web app reads them there.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "model/event.h"

namespace pack {

// One for each language of the event. Needs text::use_icu_data and text::use_order_data; without
// them says why.
std::expected<std::vector<model::Alphabet>, std::string> alphabets_of(const model::Event&);

}  // namespace pack
