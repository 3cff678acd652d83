// Where what was looked for stands in a text.
#include <algorithm>

#include "search/index_contents.h"

namespace search {
namespace {

bool continues_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The end of what was typed of a word of the text. All of it, unless letters and typed letters go together.
std::size_t end_of_typed(std::string_view utf8, const PlacedWord& placed, const Word& typed) {
  const std::string_view shown = utf8.substr(placed.begin, placed.end - placed.begin);
  const auto letters =
      static_cast<std::size_t>(std::ranges::count_if(shown, [](char c) { return !continues_a_letter(c); }));
  if (letters != placed.word.size() || typed.size() >= letters || !placed.word.starts_with(typed))
    return placed.end;
  std::size_t end = placed.begin;
  for (std::size_t i = 0; i < typed.size(); ++i) do
      ++end;
    while (end < placed.end && continues_a_letter(utf8[end]));
  return end;
}

}  // namespace

std::vector<Range> Answers::marks(std::string_view utf8) const {
  std::vector<Range> marks;
  if (contents_ == nullptr) return marks;
  for (const PlacedWord& placed : words_of(utf8)) {
    const auto entries = contents_->words.equal_to(placed.word);
    if (entries.empty()) continue;
    const auto wanted = std::ranges::find_if(
        wanted_, [&](const Wanted& one) { return quality_in(one, entries.front().number) > 0; });
    if (wanted != wanted_.end()) marks.push_back({placed.begin, end_of_typed(utf8, placed, wanted->typed)});
  }
  return marks;
}

}  // namespace search
