#include "search/meanings.h"

#include <algorithm>
#include <unordered_map>

#include "search/endings.h"
#include "search/sound.h"

namespace search {
namespace {

// How good it is for a word to be found in that way, on one scale.
namespace quality {
constexpr float exact = 1;
constexpr float stem = 0.86F;
constexpr float sound = 0.84F;
constexpr float beginning = 0.7F;       // and up to `whole` more, the more of the word is there
constexpr float whole = 0.2F;
constexpr float synonym = 0.72F;
constexpr float synonym_stem = 0.04F;   // less for a form of one
constexpr float abbreviated = 0.85F;
constexpr float sound_beginning = 0.6F;
constexpr float sound_stem = 0.66F;
constexpr float typing_error = 0.55F;
}  // namespace quality

// How much of the word is there.
float share(std::size_t typed, const WordTable::Entry& entry) { return static_cast<float>(typed) / static_cast<float>(entry.length); }

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

  bool empty() const { return best_.empty(); }

  Wanted settled(const Word& typed) const {
    Wanted result;
    result.terms.assign(best_.begin(), best_.end());
    std::ranges::sort(result.terms);
    result.typed = typed;
    return result;
  }

 private:
  std::unordered_map<Term, float> best_;
};

Wanted Meanings::of_word(const Word& word, bool forgiving) const {
  Gather gather;
  // «СО2» typed in Cyrillic.
  if (has_digit(word))
    if (const Word latin_twin = latin_look_alike(word); !latin_twin.empty()) add_forms(gather, latin_twin, quality::exact, quality::stem);
  add_forms(gather, word, quality::exact, quality::stem);
  add_beginnings(gather, word);
  add_sounds(gather, word);
  const bool found = !gather.empty();
  std::vector<std::vector<Wanted>> phrases;
  add_synonyms(gather, phrases, word);
  if (!found && forgiving) add_typing_errors(gather, word);
  Wanted result = gather.settled(word);
  result.phrases = std::move(phrases);
  return result;
}

Wanted Meanings::of_phrase(std::span<const Word> phrase) const {
  Gather gather;
  std::vector<std::vector<Wanted>> phrases(1);
  for (const Word& word : phrase) phrases.front().push_back(forms_of(word));
  const std::u16string key = joined(phrase);
  add_synonyms(gather, phrases, key);
  Wanted result = gather.settled(key);
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

void Meanings::add_beginnings(Gather& gather, const Word& word) const {
  for (const WordTable::Entry& entry : contents_.words.beginning_with(word)) gather.add(entry.number, quality::beginning + quality::whole * share(word.size(), entry));
}

void Meanings::add_sounds(Gather& gather, const Word& word) const {
  if (word.size() < 3) return;
  const bool is_latin_word = all_latin(word);
  const Word sound = sound_of(word);
  if (sound.size() < 2) return;
  const auto other_script = [&](const WordTable::Entry& entry) { return contents_.latin[entry.number] != is_latin_word; };
  if (sound.size() == 2) {
    for (const WordTable::Entry& entry : contents_.sounds.equal_to(sound))
      if (other_script(entry)) gather.add(entry.number, quality::sound);
    return;
  }
  for (const WordTable::Entry& entry : contents_.sounds.beginning_with(sound)) {
    if (!other_script(entry)) continue;
    gather.add(entry.number, entry.length == sound.size() ? quality::sound : quality::sound_beginning + quality::whole * share(sound.size(), entry));
  }
  if (sound.size() < 5) return;
  // The endings of a Latin spelling are not known: up to three letters may be one.
  for (std::size_t length = sound.size() - std::min<std::size_t>(3, sound.size() - 4); length <= sound.size(); ++length)
    for (const WordTable::Entry& entry : contents_.sound_stems.equal_to(sound.substr(0, length)))
      if (other_script(entry)) gather.add(entry.number, quality::sound_stem);
}

void Meanings::add_typing_errors(Gather& gather, const Word& word) const {
  if (word.size() < 5 || has_digit(word)) return;
  contents_.words.near(word, [&](const WordTable::Entry& entry) {
    if (entry.length >= 4) gather.add(entry.number, quality::typing_error);
  });
  // The beginning of a word with an error in it, or a form that is not in the texts.
  std::vector<Word> stems_typed = stems_of(word);
  stems_typed.push_back(word);
  for (const Word& stem : stems_typed) {
    if (stem.size() < 4) continue;
    contents_.stems.near(stem, [&](const WordTable::Entry& entry) {
      if (entry.length >= 4) gather.add(entry.number, quality::typing_error - 0.05F);
    });
  }
  const Word sound = sound_of(word);
  if (sound.size() >= 5 && all_latin(word))
    contents_.sounds.near(sound, [&](const WordTable::Entry& entry) {
      if (entry.length >= 4 && !contents_.latin[entry.number]) gather.add(entry.number, quality::typing_error - 0.1F);
    });
}

void Meanings::add_synonyms(Gather& gather, std::vector<std::vector<Wanted>>& phrases, const std::u16string& phrase) const {
  // An abbreviation begins many words, and means none of them.
  const float better = phrase.size() <= 3 ? quality::abbreviated : quality::synonym;
  std::vector<std::uint32_t> groups;
  const auto collect = [&](const std::u16string& key) {
    if (const auto found = contents_.synonym_groups.find(key); found != contents_.synonym_groups.end()) groups.insert(groups.end(), found->second.begin(), found->second.end());
  };
  collect(phrase);
  if (phrase.find(u' ') == std::u16string::npos)
    for (const Word& stem : stems_of(phrase)) collect(stem);
  for (const std::uint32_t group : groups)
    for (const Phrase& synonym : contents_.synonyms[group]) {
      if (joined(synonym) == phrase) continue;
      if (synonym.size() == 1) {
        add_forms(gather, synonym.front(), better, better - quality::synonym_stem);
        continue;
      }
      std::vector<Wanted>& all = phrases.emplace_back();
      for (const Word& word : synonym) all.push_back(forms_of(word, better, better - quality::synonym_stem));
    }
}

}  // namespace search
