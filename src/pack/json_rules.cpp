#include "pack/json_rules.h"

#include <algorithm>
#include <vector>

#include "pack/words.h"
#include "sorting/sort.h"

namespace pack::json {
bool has_a_fair_size(std::string_view file, std::string_view bytes, ProblemList& problems) {
  const auto refuse = [&](std::string reason) {
    problems.add({std::string{file}, "", std::move(reason), Problem::Severity::error});
    return false;
  };
  if (bytes.size() > most_bytes) return refuse(say("is larger than ", most_bytes >> 20, " MB"));
  return !bytes.empty() || refuse("line 1, column 1: the file is empty");
}

std::vector<std::string_view> repeated(Keys keys) {
  std::vector<std::string_view> all;
  // Two keys are seldom as long as each other: of few each is held against each.
  constexpr std::size_t few = 24;
  bool any = keys.size() > few;
  for (std::size_t i = 1; i < keys.size() && !any; ++i)
    any = std::ranges::find(keys.first(i), keys[i]) != keys.begin() + static_cast<std::ptrdiff_t>(i);
  if (!any) return all;
  all.assign(keys.begin(), keys.end());
  sorting::sort(all);
  std::vector<std::string_view> found;
  for (std::size_t i = 1; i < all.size(); ++i)
    if (all[i] == all[i - 1] && (found.empty() || found.back() != all[i])) found.push_back(all[i]);
  return found;
}

void report_repeated_keys(Keys repeated, std::string_view file, const std::string& pointer,
                          ProblemList& problems) {
  for (const std::string_view key : repeated)
    problems.add({std::string{file}, pointer, say("has the key ", quoted(key), " more than once"),
                  Problem::Severity::error});
}

}  // namespace pack::json
