// Why a thing was found: the piece of what is told of it that has the words that were typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "search/index.h"

namespace screens {

struct Passage {
  std::string text;                  // with … where it goes on; empty when nothing told has the words
  std::vector<search::Range> marks;  // the words in it
};

// The first such piece of what stands in the event about the hit, in `language`; its title apart.
Passage passage_of(const content::Edition& edition, const search::Hit& hit, std::string_view language,
                   const search::Answers& answers);

}  // namespace screens
