// How well documents fit what is wanted, and the order of answers. Private to src/search.
#pragma once

#include <span>
#include <vector>

#include "search/index_contents.h"

namespace search {

struct Scored {
  Number document = 0;
  float score = 0;
};

// Writes into `best`, one for each document, how well it fits the word where that is better than
// what stands there. What counts less than `least` is left out.
void score_word(const Contents& contents, const Wanted& word, Part least, std::vector<float>& best);

// Best first. The best two hundred are looked at again, by the wording of their titles.
// `small` are words that documents need not hold; `day_is_said` leaves out that what is over is looked for
// less.
void rank(const Contents& contents, std::vector<Scored>& found, std::span<const Wanted> wanted,
          std::span<const Wanted> small, bool day_is_said, const Context& context);

}  // namespace search
