// One reading of what was typed: what it means, and what fits. Private to src/search.
#pragma once

#include <string_view>
#include <vector>

#include "search/ranking.h"

namespace search {

struct Reading {
  std::vector<Scored> found;  // best first
  std::vector<Wanted> wanted;
  Moment moment;
  bool whole = false;  // every word was found, as a word, in one document
};

// `forgiving` also takes words with a typing error, and what fits only some of the words.
Reading read(const Contents& contents, std::string_view typed, const Context& context, bool forgiving);

}  // namespace search
