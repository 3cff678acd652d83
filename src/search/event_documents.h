// What can be found of an event, and the words for its days.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/event.h"
#include "search/index.h"
#include "text/time_zone.h"
#include "text/words.h"

namespace search {

// Everything in the event: sessions, places, partners, themes, stories, milestones, articles. The
// number of a language is its place in `languages`.
std::vector<Document> documents_of(const model::Event& event, std::span<const std::string> languages);

// The days of the event and their names in the languages of `words`. Synonyms are the event's.
Vocabulary vocabulary_of(const model::Event& event, const text::TimeZone& zone, std::span<const text::Words* const> words);

}  // namespace search
