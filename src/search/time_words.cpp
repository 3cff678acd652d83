#include "search/time_words.h"

#include <algorithm>

#include "search/endings.h"

namespace search {
namespace {

template <class Same>
const TimeWords::TimePhrase* longest(const TimeWords& names, std::span<const PlacedWord> typed, Same same) {
  const TimeWords::TimePhrase* found = nullptr;
  for (const TimeWords::TimePhrase& saying : names.phrases) {
    const std::vector<Word>& words = saying.words;
    if (words.empty() || words.size() > typed.size() ||
        (found != nullptr && found->words.size() >= words.size()))
      continue;
    if (std::ranges::equal(typed.first(words.size()), words, same, &PlacedWord::word)) found = &saying;
  }
  return found;
}

}  // namespace

TimeWords::TimePhrase& TimeWords::say(std::string_view phrase) {
  std::vector<Word> words;
  for (PlacedWord& word : words_of(phrase)) words.push_back(std::move(word.word));
  const auto known = std::ranges::find(phrases, words, &TimePhrase::words);
  if (known != phrases.end()) return *known;
  TimePhrase& made = phrases.emplace_back();
  made.words = std::move(words);
  return made;
}

bool is_among(const std::vector<Word>& list, const Word& word) {
  return std::ranges::find(list, word) != list.end();
}

bool is_form_of(const Word& typed, const Word& name, std::size_t least_in_common) {
  if (typed == name) return true;
  // Nearly all words are told apart by how they begin, which costs nothing.
  if (typed.size() < least_in_common || name.size() < least_in_common || typed.compare(0, 2, name, 0, 2) != 0)
    return false;
  std::vector<Word> a = stems_of(typed);
  std::vector<Word> b = stems_of(name);
  a.push_back(typed);
  b.push_back(name);
  return std::ranges::any_of(a, [&](const Word& one) {
    return one.size() >= least_in_common && std::ranges::find(b, one) != b.end();
  });
}

PhraseMatch match_leading_phrase(const TimeWords& names, std::span<const PlacedWord> typed) {
  if (const TimeWords::TimePhrase* exact = longest(names, typed, std::equal_to<>())) return {exact, false};
  return {longest(names, typed,
                  [](const Word& one, const Word& name) { return is_form_of(one, name, least_of_a_form); }),
          true};
}

}  // namespace search
