// What can be found of an event.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/event.h"
#include "search/index.h"

namespace search {

// Everything in the event: sessions, places, partners, persons, themes, stories, milestones, articles. The
// number of a language is its place in `languages`; that of all others, which the app does not speak, the one
// behind them.
std::vector<Document> documents_of(const model::Event& event, std::span<const std::string> languages);

}  // namespace search
