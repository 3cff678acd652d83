// One reading of what was typed: what it means, and what fits. Private to src/search.
#pragma once

#include <string_view>
#include <vector>

#include "search/ranking.h"

namespace search {

// How a text is taken.
struct MatchOptions {
  bool forgiving = false;  // also takes words with a typing error, and what fits only some of the words
  bool by_keys = false;    // what the keys mean on another layout: nothing else may be unusual about it
};

struct Interpretation {
  std::vector<Scored> found;  // best first
  std::vector<Wanted> wanted;
  Moment moment;
  bool whole = false;  // every word was found, as a word, in one document
  float surest = 1;    // how well the word fits that fits worst, by itself
};

Interpretation interpret(const Contents& contents, std::string_view typed, const Context& context,
                         const MatchOptions& options);

}  // namespace search
