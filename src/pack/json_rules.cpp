#include "pack/json_rules.h"

#include <algorithm>
#include <vector>

#include "pack/words.h"
#include "sorting/sort.h"

namespace pack::json {
namespace {

std::vector<std::string_view> sorted_keys(const Object& object) {
  std::vector<std::string_view> keys;
  keys.reserve(object.size());
  for (const Member& member : object) keys.push_back(member.key);
  sorting::sort(keys);
  return keys;
}

}  // namespace

bool has_a_fair_size(std::string_view file, std::string_view bytes, ProblemList& problems) {
  const auto refuse = [&](std::string reason) {
    problems.add({std::string{file}, "", std::move(reason), Problem::Severity::error});
    return false;
  };
  if (bytes.size() > most_bytes) return refuse(say("is larger than ", most_bytes >> 20, " MB"));
  return !bytes.empty() || refuse("line 1, column 1: the file is empty");
}

bool has_repeated_keys(const Object& object) {
  // Two keys are seldom as long as each other: of few each is held against each.
  constexpr std::size_t few = 24;
  if (object.size() > few) {
    const std::vector<std::string_view> keys = sorted_keys(object);
    return std::ranges::adjacent_find(keys) != keys.end();
  }
  for (std::size_t i = 1; i < object.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      if (object[i].key == object[k].key) return true;
  return false;
}

void report_repeated_keys(const Object& object, std::string_view file, const std::string& pointer,
                          ProblemList& problems) {
  const std::vector<std::string_view> keys = sorted_keys(object);
  for (auto i = std::ranges::adjacent_find(keys); i != keys.end();) {
    const std::string_view key = *i;
    problems.add({std::string{file}, pointer, say("has the key ", quoted(key), " more than once"),
                  Problem::Severity::error});
    i = std::adjacent_find(std::upper_bound(i, keys.end(), key), keys.end());
  }
}

}  // namespace pack::json
