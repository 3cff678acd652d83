#include "search/reading.h"

#include <algorithm>
#include <array>

#include "search/event_clock.h"
#include "search/meanings.h"

namespace search {
namespace {

class Reader {
 public:
  Reader(const Contents& contents, const Context& context, bool forgiving) : contents_(contents), context_(context), clock_(contents.vocabulary, context.now), meanings_(contents), forgiving_(forgiving) {}

  Reading read(std::string_view typed) {
    const std::vector<PlacedWord> words = words_of(typed);
    look_for(without_moment(typed, words));
    // «охрана окружающей среды» is nothing on Wednesdays.
    if (!reading_.whole && !reading_.moment.empty() && !forgiving_) {
      reading_ = {};
      look_for(words);
    }
    rank(contents_, reading_.found, reading_.wanted, reading_.moment.day.has_value(), context_);
    return std::move(reading_);
  }

 private:
  void look_for(std::vector<PlacedWord> words) {
    take_phrase(words);
    drop_small(words);
    split_and_join(words);
    for (const PlacedWord& word : words) reading_.wanted.push_back(meanings_.of_word(word.word, forgiving_));
    find();
  }

  // "dust storm" may be a synonym as a whole.
  void take_phrase(std::vector<PlacedWord>& typed) {
    for (std::size_t length = std::min<std::size_t>(3, typed.size()); length >= 2; --length)
      for (std::size_t i = 0; i + length <= typed.size(); ++i) {
        Phrase phrase;
        for (std::size_t k = 0; k < length; ++k) phrase.push_back(typed[i + k].word);
        if (!contents_.synonym_groups.contains(joined(phrase))) continue;
        reading_.wanted.push_back(meanings_.of_phrase(phrase));
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i), typed.begin() + static_cast<std::ptrdiff_t>(i + length));
        return;
      }
  }

  // Where nothing but small words was typed, they are what is looked for.
  void drop_small(std::vector<PlacedWord>& typed) const {
    if (!reading_.moment.empty() || !reading_.wanted.empty() || !only_small(typed)) std::erase_if(typed, [&](const PlacedWord& word) { return is_small(word); });
  }

  bool is_small(const PlacedWord& word) const { return is_among(contents_.vocabulary.time_words.small, word.word); }
  bool only_small(std::span<const PlacedWord> typed) const {
    return std::ranges::all_of(typed, [&](const PlacedWord& word) { return is_small(word); });
  }

  // Takes days and times out of the words, unless things are called so: «голос завтрашнего дня» is a
  // title, and so is «доступная среда».
  std::vector<PlacedWord> without_moment(std::string_view typed, const std::vector<PlacedWord>& words) {
    const Vocabulary& vocabulary = contents_.vocabulary;
    std::vector<PlacedWord> rest = words;
    const auto together = [&](const PlacedWord& one, const PlacedWord& other) {
      return !is_small(one) && !is_small(other) && is_in_a_title(std::array{one, other}, false);
    };
    const Moment moment = take_moment(typed, rest, vocabulary.time_words, clock_.clock(), vocabulary.days, together);
    // A form of a time's word, or a part of the day, may stand in a title as it was typed.
    const bool alone = only_small(rest);
    const bool may_be_title = !moment.empty() && (!alone || moment.by_form || moment.only_part());
    if (may_be_title && is_in_a_title(words, alone)) return words;
    reading_.moment = moment;
    const auto is_anything = [&](const PlacedWord& word) {
      return is_small(word) || std::ranges::any_of(vocabulary.time_words.sessions, [&](const Word& name) { return is_form_of(word.word, name, least_of_a_form); });
    };
    if (!moment.empty() && std::ranges::all_of(rest, is_anything)) rest.clear();
    return rest;
  }

  // Whether all words but small ones stand in one title, as typed or in any form.
  bool is_in_a_title(std::span<const PlacedWord> typed, bool as_typed) const {
    std::vector<std::uint16_t> found(contents_.documents.size(), 0);
    std::uint16_t words = 0;
    for (const PlacedWord& word : typed) {
      if (is_small(word)) continue;
      const auto count = [&](Term term) {
        for (const Posting& posting : contents_.named.of(term))
          if (found[posting.document] == words) ++found[posting.document];
      };
      if (as_typed) {
        for (const WordTable::Entry& entry : contents_.words.equal_to(word.word)) count(entry.number);
      } else {
        for (const auto& [term, quality] : meanings_.forms_of(word.word).terms) count(term);
      }
      ++words;
    }
    return words > 0 && std::ranges::find(found, words) != found.end();
  }

  // "hall1" is "hall 1" where nothing is called so, and "COP 30" is "COP30".
  void split_and_join(std::vector<PlacedWord>& typed) const {
    const WordTable& words = contents_.words;
    for (std::size_t i = 0; i < typed.size(); ++i) {
      const Word word = typed[i].word;
      if (i + 1 < typed.size() && !words.equal_to(word + typed[i + 1].word).empty() && has_digit(typed[i + 1].word) != has_digit(word)) {
        typed[i].word = word + typed[i + 1].word;
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        continue;
      }
      const auto border = std::ranges::adjacent_find(word, [](char16_t a, char16_t b) { return is_digit(a) != is_digit(b); });
      if (border == word.end() || !words.beginning_with(word).empty() || contents_.synonym_groups.contains(word)) continue;
      const Word first(word.begin(), border + 1);
      const Word second(border + 1, word.end());
      if (words.beginning_with(first).empty() || words.beginning_with(second).empty()) continue;
      typed[i].word = first;
      typed.insert(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1, {second, typed[i].begin, typed[i].end});
      ++i;
    }
  }

  // Of each document: how well the words fit, and how many were found.
  struct Fits {
    std::vector<float> sum;
    std::vector<std::uint8_t> found;
  };

  void find() {
    const Fits fits = fits_of(reading_.wanted);
    const std::size_t all = std::min<std::size_t>(reading_.wanted.size(), 255);
    collect(fits, all);
    reading_.whole = !reading_.found.empty();
    if (!forgiving_ || all == 0) return;
    for (std::size_t least = all - 1; least > 0 && reading_.found.empty(); --least) collect(fits, least);
    if (!reading_.found.empty() || reading_.moment.empty()) return;
    // A toilet is there at any time.
    reading_.moment = {};
    collect(fits, all);
  }

  Fits fits_of(std::span<const Wanted> wanted) const {
    const std::size_t count = contents_.documents.size();
    Fits fits{std::vector<float>(count, 0), std::vector<std::uint8_t>(count, 0)};
    std::vector<float> best(count, 0);
    for (const Wanted& word : wanted) {
      std::ranges::fill(best, 0.F);
      score_word(contents_, word, word.typed.size() < 3 && wanted.size() == 1, best);
      for (Number d = 0; d < count; ++d) {
        if (best[d] == 0) continue;
        fits.sum[d] += best[d];
        fits.found[d] = static_cast<std::uint8_t>(fits.found[d] + 1);
      }
    }
    return fits;
  }

  // What at least so many of the words were found in.
  void collect(const Fits& fits, std::size_t least) {
    const std::size_t count = reading_.wanted.size();
    for (Number d = 0; d < contents_.documents.size(); ++d) {
      const Kept& document = contents_.documents[d];
      if (context_.only && document.group != *context_.only) continue;
      if (fits.found[d] < least) continue;
      float score = count > 0 ? 100 * fits.sum[d] / static_cast<float>(count) : 0;
      if (!reading_.moment.empty()) {
        const float time = clock_.fit(document, reading_.moment);
        if (time == 0) continue;
        score += 40 * time;
      } else if (count == 0) {
        continue;
      }
      reading_.found.push_back({d, score});
    }
  }

  const Contents& contents_;
  const Context& context_;
  EventClock clock_;
  Meanings meanings_;
  bool forgiving_;
  Reading reading_;
};

}  // namespace

Reading read(const Contents& contents, std::string_view typed, const Context& context, bool forgiving) { return Reader(contents, context, forgiving).read(typed); }

}  // namespace search
