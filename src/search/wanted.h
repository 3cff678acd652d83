// What a word of a query stands for: words of the index, each with how well it fits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "search/word.h"

namespace search {

// The number of a word of the index.
using Term = std::uint32_t;

struct Wanted {
  std::vector<std::pair<Term, float>> terms;  // sorted by term; how well it fits, 1 at best
  Word typed;
  std::vector<std::vector<Wanted>> phrases;  // each as good as the word where all of it is
  bool mended = false;                       // by taking a typing error out of it
  bool doubtful = false;                     // so far from what was typed that it is no more than a guess
};

// How well a term fits, also as a part of a phrase; 0 when it is not wanted. Here because ranking
// spends most of its time with it.
inline float quality_in(const Wanted& wanted, Term term) {
  const auto found =
      std::ranges::lower_bound(wanted.terms, term, {}, [](const auto& pair) { return pair.first; });
  float quality = found != wanted.terms.end() && found->first == term ? found->second : 0;
  for (const std::vector<Wanted>& phrase : wanted.phrases)
    for (const Wanted& part : phrase) quality = std::max(quality, quality_in(part, term));
  return quality;
}

}  // namespace search
