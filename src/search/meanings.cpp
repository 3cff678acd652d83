#include "search/meanings.h"

#include <algorithm>
#include <unordered_map>

#include "search/endings.h"
#include "search/sound.h"
#include "sorting/sort.h"

namespace search {
namespace {

// How good it is for a word to be found in that way, on one scale.
namespace quality {
constexpr float exact = 1;
constexpr float stem = 0.9F;
constexpr float sound = 0.84F;
constexpr float beginning = 0.7F;  // and up to `whole` more, the more of the word is there
constexpr float whole = 0.2F;
constexpr float synonym = 0.72F;
constexpr float stem_of_synonym = 0.62F;  // a form of another word, where the word is known as a synonym
constexpr float synonym_stem = 0.04F;     // less for a form of one
constexpr float near_synonym = 0.6F;      // of which only the beginning or the sound was typed
constexpr float mended_synonym = 0.5F;    // with a typing error
constexpr float abbreviated = 0.85F;
constexpr float abbreviated_beginning = 0.2F;  // of a beginning
constexpr float sound_beginning = 0.6F;
constexpr float sound_stem = 0.66F;
constexpr float typing_error = 0.55F;
}  // namespace quality

// The letters that an abbreviation has at most.
constexpr std::size_t abbreviation = 3;

// From so many letters on a word with one wrong is still that word; shorter ones resemble too many.
constexpr std::size_t sure_with_an_error = 6;

// How much of the word is there.
float share(std::size_t typed, const WordTable::Entry& entry) {
  return static_cast<float>(typed) / static_cast<float>(entry.length);
}

}  // namespace

// The words found so far, each by its best way.
class Meanings::Gather {
 public:
  void add(Term term, float quality) {
    float& known = best_[term];
    known = std::max(known, quality);
  }

  void add(std::span<const WordTable::Entry> entries, float quality) {
    for (const WordTable::Entry& entry : entries) add(entry.number, quality);
  }

  void add(const Gather& other) {
    for (const auto& [term, quality] : other.best_) add(term, quality);
  }

  bool empty() const { return best_.empty(); }

  Wanted settled(const Word& typed) const {
    Wanted result;
    settle(result, typed);
    return result;
  }

  void settle(Wanted& result, const Word& typed) const {
    result.terms.assign(best_.begin(), best_.end());
    sorting::sort(result.terms);
    result.typed = typed;
  }

 private:
  std::unordered_map<Term, float> best_;
};

Wanted Meanings::of_word(const Word& word, const MatchOptions& options) const {
  // A number is one of its own, not the beginning of others: "hall 2" is not "2026".
  if (std::ranges::all_of(word, is_digit)) return of_whole_word(word);
  Gather gather;
  std::vector<std::vector<Wanted>> phrases;
  const Groups groups = groups_of(word);
  const bool known = !contents_.words.equal_to(word).empty();
  add_synonyms(gather, phrases, groups, word,
               word.size() <= abbreviation ? quality::abbreviated : quality::synonym);
  // An abbreviation begins many words, and means none of them.
  const bool abbreviates = word.size() <= abbreviation && !groups.empty();
  bool found = abbreviates && !known && !(gather.empty() && phrases.empty());
  if (!found) {
    Gather literal;
    // «СО2» typed in Cyrillic.
    if (has_digit(word))
      if (const Word latin_twin = latin_look_alike(word); !latin_twin.empty())
        add_forms(literal, latin_twin, quality::exact, quality::stem);
    // «картины» are pictures, and not a form of «карта».
    const bool means_else = !known && !contents_.synonym_words.equal_to(word).empty();
    add_forms(literal, word, quality::exact, means_else ? quality::stem_of_synonym : quality::stem);
    if (!options.by_keys || word.size() >= 3)
      add_beginnings(literal, word, abbreviates ? quality::abbreviated_beginning : 1);
    if (!options.by_keys) add_sounds(literal, word);
    found = !literal.empty();
    gather.add(literal);
  }
  Wanted result;
  if (!found && gather.empty() && phrases.empty() && options.forgiving) {
    const bool sure = add_typing_errors(gather, word);
    result.mended = !gather.empty();
    result.doubtful = result.mended && !sure;
  }
  if (groups.empty() && !options.by_keys && (!found || word.size() >= 5))
    if (const Groups near = groups_near(word, options.forgiving && !found); !near.empty()) {
      if (!found && result.doubtful) result = {};
      add_synonyms(gather, phrases, near, word,
                   result.mended ? quality::mended_synonym : quality::near_synonym);
    }
  gather.settle(result, word);
  result.phrases = std::move(phrases);
  return result;
}

Wanted Meanings::of_whole_word(const Word& word) const {
  Gather gather;
  std::vector<std::vector<Wanted>> phrases;
  add_forms(gather, word, quality::exact, quality::stem);
  add_synonyms(gather, phrases, groups_of(word), word, quality::synonym);
  Wanted result = gather.settled(word);
  result.phrases = std::move(phrases);
  return result;
}

void Meanings::also(Wanted& wanted, const Word& word) const {
  for (const WordTable::Entry& entry : contents_.words.equal_to(word))
    wanted.terms.emplace_back(entry.number, quality::stem);
  sorting::sort(wanted.terms);
  const auto twice = std::ranges::unique(wanted.terms, {}, [](const auto& pair) { return pair.first; });
  wanted.terms.erase(twice.begin(), twice.end());
}

Wanted Meanings::longer_than(const Word& word) const {
  Gather gather;
  for (const WordTable::Entry& entry : contents_.words.beginning_with(word))
    if (entry.length > word.size())
      gather.add(entry.number, quality::beginning + quality::whole * share(word.size(), entry));
  return gather.settled(word);
}

Wanted Meanings::of_phrase(std::span<const Word> phrase) const {
  Gather gather;
  std::vector<std::vector<Wanted>> phrases(1);
  for (const Word& word : phrase) phrases.front().push_back(forms_of(word));
  const std::u16string key = joined(phrase);
  Groups groups = groups_of(key);
  if (groups.empty()) groups = groups_of(joined_stems(phrase));
  add_synonyms(gather, phrases, groups, key, quality::synonym);
  Wanted result = gather.settled(key);
  result.phrases = std::move(phrases);
  return result;
}

Wanted Meanings::of_beginning(const std::u16string& phrase) const {
  Groups groups;
  for (const WordTable::Entry& entry : contents_.synonym_phrases.beginning_with(phrase))
    groups.push_back(entry.number);
  Gather gather;
  std::vector<std::vector<Wanted>> phrases;
  add_synonyms(gather, phrases, groups, phrase, quality::near_synonym);
  Wanted result = gather.settled(phrase);
  result.phrases = std::move(phrases);
  return result;
}

Wanted Meanings::forms_of(const Word& word) const { return forms_of(word, quality::exact, quality::stem); }

Wanted Meanings::forms_of(const Word& word, float exact, float form) const {
  Gather gather;
  add_forms(gather, word, exact, form);
  return gather.settled(word);
}

void Meanings::add_forms(Gather& gather, const Word& word, float exact, float form) const {
  gather.add(contents_.words.equal_to(word), exact);
  gather.add(contents_.stems.equal_to(word), form);
  for (const Word& stem : stems_of(word)) {
    gather.add(contents_.words.equal_to(stem), form);
    gather.add(contents_.stems.equal_to(stem), form);
  }
}

void Meanings::add_beginnings(Gather& gather, const Word& word, float weight) const {
  for (const WordTable::Entry& entry : contents_.words.beginning_with(word))
    gather.add(entry.number, weight * (quality::beginning + quality::whole * share(word.size(), entry)));
}

void Meanings::add_sounds(Gather& gather, const Word& word) const {
  if (word.size() < 3) return;
  const bool is_latin_word = all_latin(word);
  const Word sound = sound_of(word);
  if (sound.size() < 2) return;
  const auto other_script = [&](const WordTable::Entry& entry) {
    return contents_.latin[entry.number] != is_latin_word;
  };
  if (sound.size() == 2) {
    for (const WordTable::Entry& entry : contents_.sounds.equal_to(sound))
      if (other_script(entry)) gather.add(entry.number, quality::sound);
    return;
  }
  for (const WordTable::Entry& entry : contents_.sounds.beginning_with(sound)) {
    if (!other_script(entry)) continue;
    gather.add(entry.number, entry.length == sound.size()
                                 ? quality::sound
                                 : quality::sound_beginning + quality::whole * share(sound.size(), entry));
  }
  if (sound.size() < 5) return;
  // The endings of a Latin spelling are not known: up to three letters may be one.
  for (std::size_t length = sound.size() - std::min<std::size_t>(3, sound.size() - 4); length <= sound.size();
       ++length)
    for (const WordTable::Entry& entry : contents_.sound_stems.equal_to(sound.substr(0, length)))
      if (other_script(entry)) gather.add(entry.number, quality::sound_stem);
}

bool Meanings::add_typing_errors(Gather& gather, const Word& word) const {
  if (word.size() < 4 || has_digit(word)) return false;
  bool sure = false;
  // Short words resemble too many others: at least the letter they begin with is right.
  const auto consider = [&](const WordTable& table, const WordTable::Entry& entry, const Word& typed,
                            float quality) {
    const bool is_long = typed.size() >= sure_with_an_error;
    if (!is_long && table.word(entry).front() != typed.front()) return;
    gather.add(entry.number, is_long ? quality : quality - 0.1F);
    sure = sure || is_long;
  };
  if (word.size() == 4) {
    // Of four letters only the order may be wrong: "IMWI".
    for (const WordTable::Entry& entry : contents_.words.near(word))
      if (entry.length == 4 && std::ranges::is_permutation(word, contents_.words.word(entry)))
        consider(contents_.words, entry, word, quality::typing_error);
    return sure;
  }
  for (const WordTable::Entry& entry : contents_.words.near(word))
    if (entry.length >= 4) consider(contents_.words, entry, word, quality::typing_error);
  // The beginning of a word with an error in it, or a form that is not in the texts.
  std::vector<Word> stems_typed = stems_of(word);
  stems_typed.push_back(word);
  for (const Word& stem : stems_typed) {
    if (stem.size() < 5) continue;
    for (const WordTable::Entry& entry : contents_.stems.near(stem))
      if (entry.length >= 5) consider(contents_.stems, entry, stem, quality::typing_error - 0.05F);
  }
  const Word sound = sound_of(word);
  if (sound.size() >= 5 && all_latin(word))
    for (const WordTable::Entry& entry : contents_.sounds.near(sound))
      if (entry.length >= 4 && !contents_.latin[entry.number])
        consider(contents_.sounds, entry, sound, quality::typing_error - 0.1F);
  return sure;
}

Meanings::Groups Meanings::groups_of(const std::u16string& word_or_phrase) const {
  Groups groups;
  const auto collect = [&](const std::u16string& key) {
    if (const auto found = contents_.synonym_groups.find(key); found != contents_.synonym_groups.end())
      groups.insert(groups.end(), found->second.begin(), found->second.end());
  };
  collect(word_or_phrase);
  if (word_or_phrase.find(u' ') == std::u16string::npos)
    for (const Word& stem : stems_of(word_or_phrase)) collect(stem);
  return groups;
}

// Synonyms that no text holds are typed like any word: from the beginning, by their sound, wrongly.
Meanings::Groups Meanings::groups_near(const Word& word, bool forgiving) const {
  Groups groups;
  const auto add = [&](std::span<const WordTable::Entry> entries) {
    for (const WordTable::Entry& entry : entries) groups.push_back(entry.number);
  };
  if (word.size() < 4 || has_digit(word)) return groups;
  add(contents_.synonym_words.beginning_with(word));
  if (all_latin(word)) add(contents_.synonym_sounds.equal_to(sound_of(word)));
  if (groups.empty() && forgiving && word.size() >= sure_with_an_error)
    add(contents_.synonym_words.near(word));
  return groups;
}

void Meanings::add_synonyms(Gather& gather, std::vector<std::vector<Wanted>>& phrases, const Groups& groups,
                            const std::u16string& typed, float quality) const {
  for (const std::uint32_t group : groups)
    for (const Phrase& synonym : contents_.synonyms[group]) {
      if (synonym.size() == 1) {
        if (synonym.front() != typed)
          add_forms(gather, synonym.front(), quality, quality - quality::synonym_stem);
        continue;
      }
      if (joined(synonym) == typed) continue;
      std::vector<Wanted>& all = phrases.emplace_back();
      for (const Word& word : synonym)
        all.push_back(forms_of(word, quality, quality - quality::synonym_stem));
    }
}

}  // namespace search
