#include "search/word_table.h"

#include <algorithm>
#include <compare>

namespace search {
namespace {

// Compares from the last letter to the first.
bool less_from_behind(std::u16string_view a, std::u16string_view b) {
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

}  // namespace

bool one_error_apart(std::u16string_view a, std::u16string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  const std::u16string_view rest_a = a.substr(same);
  const std::u16string_view rest_b = b.substr(same);
  if (a.size() != b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

void WordTable::add(std::u16string_view word, std::uint32_t number) {
  entries_.push_back({static_cast<std::uint32_t>(letters_.size()),
                      static_cast<std::uint16_t>(std::min<std::size_t>(word.size(), 0xFFFF)), number});
  letters_.append(word);
}

void WordTable::finish() {
  std::ranges::sort(entries_, [&](const Entry& a, const Entry& b) {
    const auto order = word(a) <=> word(b);
    return order != 0 ? order < 0 : a.number < b.number;
  });
  from_behind_ = entries_;
  std::ranges::sort(from_behind_,
                    [&](const Entry& a, const Entry& b) { return less_from_behind(word(a), word(b)); });
  letters_.shrink_to_fit();
  entries_.shrink_to_fit();
}

std::span<const WordTable::Entry> WordTable::equal_to(std::u16string_view wanted) const {
  const auto range =
      std::ranges::equal_range(entries_, wanted, {}, [&](const Entry& entry) { return word(entry); });
  return {range.begin(), range.end()};
}

std::span<const WordTable::Entry> WordTable::beginning_with(std::u16string_view beginning) const {
  const auto range = std::ranges::equal_range(
      entries_, beginning, {}, [&](const Entry& entry) { return word(entry).substr(0, beginning.size()); });
  return {range.begin(), range.end()};
}

std::span<const WordTable::Entry> WordTable::ending_with(std::u16string_view ending) const {
  const auto last = [&](const Entry& entry) {
    const std::u16string_view all = word(entry);
    return all.size() <= ending.size() ? all : all.substr(all.size() - ending.size());
  };
  const auto range = std::ranges::equal_range(from_behind_, ending, less_from_behind, last);
  return {range.begin(), range.end()};
}

std::vector<WordTable::Entry> WordTable::near(std::u16string_view wanted) const {
  // One error leaves the first or the second half as it is, but for two letters swapped at the middle.
  const std::size_t half = wanted.size() / 2;
  const std::size_t first = half > 1 ? half - 1 : 1;
  std::vector<Entry> found;
  for (const std::span<const Entry> candidates :
       {beginning_with(wanted.substr(0, first)), ending_with(wanted.substr(half + 1))})
    for (const Entry& entry : candidates)
      if (entry.length + 1U >= wanted.size() && entry.length <= wanted.size() + 1 &&
          one_error_apart(wanted, word(entry)))
        found.push_back(entry);
  return found;
}

std::size_t WordTable::bytes() const {
  return letters_.capacity() * sizeof(char16_t) +
         (entries_.capacity() + from_behind_.capacity()) * sizeof(Entry);
}

}  // namespace search
