// The words that an event is searched with: its days and times in all languages, its synonyms.
#pragma once

#include <span>

#include "model/event.h"
#include "search/index.h"
#include "text/time_zone.h"
#include "text/words.h"

namespace search {

// The days of the event and their names in the languages of `words`. Synonyms are the event's.
Vocabulary vocabulary_of(const model::Event& event, const text::TimeZone& zone,
                         std::span<const text::Words* const> words);

}  // namespace search
