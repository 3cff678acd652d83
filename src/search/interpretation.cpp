#include "search/interpretation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "search/event_clock.h"
#include "search/meanings.h"

namespace search {
namespace {

// Of words, on the scale to 100: from here on things are called so, or their room or country is.
constexpr float named_so = 45;
constexpr float called_so = 60;

// The same for words with a typing error.
constexpr float least_mended = 25;

bool is_number(const Word& word) { return std::ranges::all_of(word, is_digit); }

float best_quality(const Wanted& wanted) {
  float best = wanted.phrases.empty() ? 0.F : 0.72F;
  for (const auto& [term, quality] : wanted.terms) best = std::max(best, quality);
  return best;
}

class Interpreter {
 public:
  Interpreter(const Contents& contents, const Context& context, const MatchOptions& options)
      : contents_(contents),
        context_(context),
        clock_(contents.vocabulary, context.now),
        meanings_(contents),
        options_(options) {}

  Interpretation interpret(std::string_view typed) {
    const std::vector<PlacedWord> words = words_of(typed);
    look_for(typed, without_moment(typed, words));
    // «охрана окружающей среды» is nothing on Wednesdays.
    if (!reading_.whole && !reading_.moment.empty() && !options_.forgiving) {
      reading_ = {};
      small_.clear();
      whole_only_.clear();
      look_for(typed, words);
    }
    if (reading_.found.empty() && reading_.moment.empty() && !only_small_) find_beginning(words);
    rank(contents_, reading_.found, reading_.wanted, small_, reading_.moment.day.has_value(), context_);
    return std::move(reading_);
  }

 private:
  void look_for(std::string_view typed, std::vector<PlacedWord> words) {
    take_phrase(words);
    join_hyphened(typed, words);
    drop_small(words);
    split_and_join(words);
    for (const PlacedWord& word : words) reading_.wanted.push_back(meaning_of(word, words.size()));
    for (const Wanted& word : reading_.wanted)
      reading_.surest = std::min(reading_.surest, best_quality(word));
    find();
  }

  // "dust storm" may be a synonym as a whole, «пыльную бурю» too.
  void take_phrase(std::vector<PlacedWord>& typed) {
    for (std::size_t length = std::min<std::size_t>(4, typed.size()); length >= 2; --length)
      for (std::size_t i = 0; i + length <= typed.size(); ++i) {
        Phrase phrase;
        for (std::size_t k = 0; k < length; ++k) phrase.push_back(typed[i + k].word);
        if (!contents_.synonym_groups.contains(joined(phrase)) &&
            !contents_.synonym_groups.contains(joined_stems(phrase)))
          continue;
        reading_.wanted.push_back(meanings_.of_phrase(phrase));
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i),
                    typed.begin() + static_cast<std::ptrdiff_t>(i + length));
        return;
      }
  }

  // Small words are left out. Where nothing else was typed, those that have synonyms are what is
  // looked for, as in «где есть»; where none has, what begins with them comes near.
  void drop_small(std::vector<PlacedWord>& typed) {
    const bool all_small =
        reading_.moment.empty() && reading_.wanted.empty() && !typed.empty() && only_small(typed);
    const auto known = [&](const PlacedWord& word) {
      return all_small && contents_.synonym_groups.contains(word.word);
    };
    only_small_ = all_small && std::ranges::none_of(typed, known);
    if (only_small_) return;
    for (const PlacedWord& word : typed)
      if (is_small(word)) small_.push_back(meanings_.forms_of(word.word));
    std::erase_if(typed, [&](const PlacedWord& word) { return is_small(word) && !known(word); });
  }

  // "wi-fi" is one word, or none: its parts begin too many others. In "start-up" no small word is left out.
  void join_hyphened(std::string_view text, std::vector<PlacedWord>& typed) {
    for (std::size_t i = 0; i + 1 < typed.size(); ++i) {
      PlacedWord& first = typed[i];
      const PlacedWord& second = typed[i + 1];
      if (second.begin <= first.end) continue;
      const std::string_view between = text.substr(first.end, second.begin - first.end);
      if (between != "-" && between != "\u2010" && between != "\u2011") continue;
      const bool is_short = first.word.size() < 3 || second.word.size() < 3;
      if (has_digit(first.word) || has_digit(second.word) ||
          !(is_short || is_small(first) || is_small(second)))
        continue;
      const Word both = first.word + second.word;
      if (!contents_.words.beginning_with(both).empty() || contents_.synonym_groups.contains(both)) {
        first = {both, first.begin, second.end};
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      } else if (is_short) {
        whole_only_.insert(whole_only_.end(), {first.begin, second.begin});
      }
    }
  }

  bool is_small(const PlacedWord& word) const {
    return is_among(contents_.vocabulary.time_words.small, word.word) ||
           is_among(contents_.vocabulary.question_words, word.word);
  }
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
    const Moment moment =
        take_moment(typed, rest, vocabulary.time_words, clock_.clock(), vocabulary.days, together);
    // A form of a time's word, or a part of the day, may stand in a title as it was typed.
    const bool alone = only_small(rest);
    const bool may_be_title = !moment.empty() && (!alone || moment.by_form || moment.only_part());
    if (may_be_title && is_in_a_title(words, alone)) return words;
    reading_.moment = moment;
    const auto is_anything = [&](const PlacedWord& word) {
      return is_small(word) || std::ranges::any_of(vocabulary.time_words.sessions, [&](const Word& name) {
               return is_form_of(word.word, name, least_of_a_form);
             });
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
        for (const Posting& posting : contents_.in_titles.of(term))
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
      if (i + 1 < typed.size() && !words.equal_to(word + typed[i + 1].word).empty() &&
          has_digit(typed[i + 1].word) != has_digit(word)) {
        typed[i].word = word + typed[i + 1].word;
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        continue;
      }
      const auto border =
          std::ranges::adjacent_find(word, [](char16_t a, char16_t b) { return is_digit(a) != is_digit(b); });
      if (border == word.end() || !words.beginning_with(word).empty() ||
          contents_.synonym_groups.contains(word))
        continue;
      const Word first(word.begin(), border + 1);
      const Word second(border + 1, word.end());
      if (words.beginning_with(first).empty() || words.beginning_with(second).empty()) continue;
      typed[i].word = first;
      typed.insert(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   {second, typed[i].begin, typed[i].end});
      ++i;
    }
  }

  Wanted meaning_of(const PlacedWord& typed, std::size_t all) const {
    if (only_small_ && typed.word.size() < 4) return meanings_.longer_than(typed.word);
    if (std::ranges::find(whole_only_, typed.begin) != whole_only_.end())
      return meanings_.of_whole_word(typed.word);
    Wanted wanted = meanings_.of_word(typed.word, options_);
    // "the fifth hall" is hall 5.
    if (all > 1 || !reading_.wanted.empty())
      if (const int number = ordinal(typed.word); number > 0)
        meanings_.also(wanted, Word(1, static_cast<char16_t>('0' + number)));
    return wanted;
  }

  // The number that an ordinal of up to nine stands for, or 0.
  int ordinal(const Word& word) const {
    for (const auto& known : contents_.vocabulary.time_words.numbers)
      if (known.number <= 9 && is_form_of(word, known.word, least_of_a_form)) return known.number;
    return 0;
  }

  // Of each document: how well the words fit, and how many were found.
  struct Fits {
    std::vector<float> sum;
    std::vector<std::uint8_t> found;
    std::vector<float> weights;  // of the words: the fewer documents hold it, the more
  };

  void find() {
    const std::vector<Wanted>& wanted = reading_.wanted;
    if (only_small_ && !options_.forgiving) return;
    const Fits fits = fits_of(std::vector<float>(wanted.size(), 1.F));
    const auto all = static_cast<std::uint8_t>(std::min<std::size_t>(wanted.size(), 255));
    const bool in_time = collect(fits, all);
    reading_.whole =
        in_time && !reading_.found.empty() && !only_small_ && std::ranges::none_of(wanted, &Wanted::doubtful);
    // With a letter changed, a word that only stands somewhere in a text is another word.
    if (reading_.whole && std::ranges::any_of(wanted, &Wanted::mended))
      reading_.whole = std::ranges::max(reading_.found, {}, &Scored::score).score >= least_mended;
    if (!options_.forgiving || wanted.empty() || !reading_.found.empty()) return;
    collect_some(fits_of(fits.weights));
  }

  // The beginning of a phrase that has synonyms, as it is typed.
  void find_beginning(std::span<const PlacedWord> typed) {
    std::vector<Word> words;
    for (const PlacedWord& word : typed) words.push_back(word.word);
    const std::u16string phrase = joined(words);
    if (phrase.size() < 4) return;
    Wanted wanted = meanings_.of_beginning(phrase);
    if (wanted.terms.empty() && wanted.phrases.empty()) return;
    reading_.wanted = {std::move(wanted)};
    reading_.surest = best_quality(reading_.wanted.front());
    collect(fits_of({1.F}), 1);
    reading_.whole = !reading_.found.empty();
  }

  Fits fits_of(const std::vector<float>& weights) const {
    const std::vector<Wanted>& wanted = reading_.wanted;
    const std::size_t count = contents_.documents.size();
    Fits fits{std::vector<float>(count, 0), std::vector<std::uint8_t>(count, 0), {}};
    const float total = std::accumulate(weights.begin(), weights.end(), 0.F);
    std::vector<float> best(count, 0);
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      std::ranges::fill(best, 0.F);
      score_word(contents_, wanted[w], least_part(wanted[w]), best);
      std::size_t holding = 0;
      for (Number d = 0; d < count; ++d) {
        if (best[d] == 0) continue;
        ++holding;
        fits.sum[d] += 100 * best[d] * weights[w] / total;
        fits.found[d] = static_cast<std::uint8_t>(fits.found[d] + 1);
      }
      fits.weights.push_back(1 / (1 + std::log2(static_cast<float>(1 + holding))));
    }
    return fits;
  }

  // One or two letters alone are the beginning of a name. A short number beside words is a part of
  // one, as in "hall 2": texts are full of others.
  Part least_part(const Wanted& word) const {
    if (word.typed.size() > 2) return Part::body;
    if (reading_.wanted.size() == 1) return Part::alias;
    return is_number(word.typed) ? Part::detail : Part::body;
  }

  // Sessions, stories and milestones have their time.
  static bool is_there_always(Group group) {
    return group != Group::session && group != Group::story && group != Group::milestone;
  }

  bool asked_for(const StoredDocument& document) const {
    return !context_.only || document.group == *context_.only;
  }

  // What so many of the words were found in, at the time that was asked for. Places and articles are
  // there at any time: they answer where no session at that time is called so. False when nothing is
  // left but what is at other times, or only speaks of it.
  bool collect(const Fits& fits, std::uint8_t least) {
    const std::vector<Wanted>& wanted = reading_.wanted;
    const bool timed = !reading_.moment.empty();
    if (wanted.empty() && !timed) return true;
    std::vector<Scored> timeless;
    std::vector<Scored> at_other_times;
    float best = 0;
    for (Number d = 0; d < contents_.documents.size(); ++d) {
      const StoredDocument& document = contents_.documents[d];
      if (!asked_for(document) || fits.found[d] < least) continue;
      if (!timed) {
        reading_.found.push_back({d, fits.sum[d]});
      } else if (is_there_always(document.group)) {
        if (!wanted.empty()) timeless.push_back({d, fits.sum[d]});
      } else if (const float time = clock_.fit(document, reading_.moment); time > 0) {
        reading_.found.push_back({d, fits.sum[d] + 40 * time});
        best = std::max(best, fits.sum[d]);
      } else if (!wanted.empty()) {
        at_other_times.push_back({d, fits.sum[d]});
      }
    }
    if (!timed || wanted.empty() || best >= named_so) return true;
    for (const Scored& one : timeless)
      if (one.score >= called_so) reading_.found.push_back(one);
    if (!reading_.found.empty()) return true;
    reading_.found = std::move(timeless);
    reading_.found.insert(reading_.found.end(), at_other_times.begin(), at_other_times.end());
    return false;
  }

  // What some of the words were found in: rare words and names count more than others. Where a time
  // was understood, what is then comes near, whatever the other words are.
  void collect_some(const Fits& fits) {
    const bool timed = !reading_.moment.empty();
    for (Number d = 0; d < contents_.documents.size(); ++d) {
      const StoredDocument& document = contents_.documents[d];
      if (!asked_for(document)) continue;
      const float time = timed ? clock_.fit(document, reading_.moment) : 0;
      if (time > 0)
        reading_.found.push_back({d, fits.sum[d] + 40 * time});
      else if (timed ? fits.sum[d] >= called_so : fits.found[d] > 0)
        reading_.found.push_back({d, fits.sum[d]});
    }
    if (reading_.found.empty()) return;
    const float enough = 0.6F * std::ranges::max(reading_.found, {}, &Scored::score).score;
    std::erase_if(reading_.found, [&](const Scored& one) { return one.score < enough; });
  }

  const Contents& contents_;
  const Context& context_;
  EventClock clock_;
  Meanings meanings_;
  MatchOptions options_;
  bool only_small_ = false;
  std::vector<Wanted> small_;            // that were left out
  std::vector<std::size_t> whole_only_;  // where words begin that are taken as they are
  Interpretation reading_;
};

}  // namespace

Interpretation interpret(const Contents& contents, std::string_view typed, const Context& context,
                         const MatchOptions& options) {
  return Interpreter(contents, context, options).interpret(typed);
}

}  // namespace search
