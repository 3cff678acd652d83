// Answers what people type, on the search page and in the filters of lists, out of the index of an
// edition. Holds the last answers of each place that asks.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "screens/address.h"
#include "screens/passage.h"
#include "search/index.h"

namespace screens {

class SearchCache {
 public:
  // The edition must live as long as the cache.
  explicit SearchCache(const content::Edition& edition) : edition_(edition) {}

  // Everything that fits, or only what is of one kind. Valid until the next call with the same `only`.
  const search::Answers& answers(std::string_view typed, std::string_view language, model::Instant now,
                                 std::optional<search::Group> only = {});

  // Why the hit, one of the last answers() of all kinds, was found; empty when its title says it, or
  // when that many before it have been looked through already.
  const Passage& passage(const search::Hit& hit, std::string_view title);

  // Whether a thing of the kind is among what fits; everything is when nothing was typed.
  bool finds(std::string_view typed, std::string_view language, model::Instant now, search::Group kind,
             std::string_view id);

  // Of a large event makes a piece of the index, for who is about to type; true when there is nothing more to
  // do. A piece takes less than a frame; where something is left, the first answer takes as much longer.
  bool prepare();

  // Null until something was looked for.
  const search::Index* index() const { return edition_.made_search_index(); }

 private:
  struct Asked {
    std::string typed;
    std::string language;
    model::Instant minute{};
    search::Answers answers;
    std::vector<std::string_view> ids;          // sorted; of the hits
    std::map<std::uint32_t, Passage> passages;  // by the number of the hit
  };

  Asked& ask(std::string_view typed, std::string_view language, model::Instant now,
             std::optional<search::Group> only);

  const content::Edition& edition_;
  std::map<int, Asked> asked_;  // by kind, -1 for all
};

}  // namespace screens
