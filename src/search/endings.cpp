#include "search/endings.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace search {
namespace {

// In folded letters: і is и, ы stays, ң is н, ғ is г, қ is к, ү and ұ are у.

// Kazakh puts endings one after the other: plural, whose it is, case. Outermost first.
constexpr std::u16string_view kazakh_case[] = {
    u"нын",   u"нин",   u"дын",  u"дин",  u"тын",  u"тин",               // of
    u"га",    u"ге",    u"ка",   u"ке",   u"на",   u"не",   u"а", u"е",  // to
    u"ны",    u"ни",    u"ды",   u"ди",   u"ты",   u"ти",                // object
    u"нда",   u"нде",   u"да",   u"де",   u"та",   u"те",                // at
    u"нан",   u"нен",   u"дан",  u"ден",  u"тан",  u"тен",               // from
    u"мен",   u"бен",   u"пен",                                          // with
    u"ндагы", u"ндеги", u"дагы", u"деги", u"тагы", u"теги",              // that is at
};
// At and to, behind so short a name as «зал».
constexpr std::u16string_view kazakh_place[] = {u"да", u"де", u"та", u"те", u"га", u"ге", u"ка", u"ке"};
constexpr std::u16string_view kazakh_whose[] = {u"сы",   u"си",  u"ы",   u"и",    u"ым",
                                                u"им",   u"ын",  u"ин",  u"м",    u"ымыз",
                                                u"имиз", u"мыз", u"миз", u"ыныз", u"иниз"};
constexpr std::u16string_view kazakh_plural[] = {u"лар", u"лер", u"дар", u"дер", u"тар", u"тер"};

// Of verbs, as people ask: «тіркелемін», «ашылады», «өтетін».
constexpr std::u16string_view kazakh_verb[] = {u"амын", u"емин", u"амыз", u"емиз", u"ады",  u"еди", u"йды",
                                               u"йди",  u"атын", u"етин", u"йтын", u"йтин", u"ган", u"ген",
                                               u"кан",  u"кен",  u"уга",  u"уге",  u"удын", u"удин"};

constexpr std::u16string_view russian_endings[] = {
    // adjectives and participles
    u"иями",
    u"ыми",
    u"ими",
    u"ого",
    u"его",
    u"ому",
    u"ему",
    u"ая",
    u"яя",
    u"ое",
    u"ее",
    u"ые",
    u"ие",
    u"ый",
    u"ий",
    u"ой",
    u"ей",
    u"ых",
    u"их",
    u"ую",
    u"юю",
    u"ым",
    u"им",
    u"ом",
    u"ем",
    // nouns
    u"иям",
    u"иях",
    u"ией",
    u"ия",
    u"ию",
    u"ии",
    u"ий",
    u"ями",
    u"ами",
    u"ям",
    u"ам",
    u"ях",
    u"ах",
    u"ов",
    u"ев",
    u"ью",
    u"ья",
    u"ьи",
    u"а",
    u"я",
    u"о",
    u"е",
    u"ы",
    u"и",
    u"у",
    u"ю",
    u"ь",
    u"й",
};

constexpr std::u16string_view english[] = {u"es", u"s", u"ing", u"ed"};

constexpr std::size_t shortest = 3;

// The longest of the endings that leaves enough, taken off.
bool take_off(Word& word, std::span<const std::u16string_view> endings, std::size_t least = shortest) {
  std::size_t longest = 0;
  for (const std::u16string_view ending : endings)
    if (word.size() >= ending.size() + least && std::u16string_view(word).ends_with(ending))
      longest = std::max(longest, ending.size());
  word.resize(word.size() - longest);
  return longest > 0;
}

}  // namespace

std::vector<Word> stems_of(const Word& word) {
  std::vector<Word> stems;
  const auto add = [&](const Word& stem) {
    if (stem.size() >= shortest && stem != word && std::ranges::find(stems, stem) == stems.end())
      stems.push_back(stem);
  };
  if (std::ranges::none_of(word, is_cyrillic)) {
    Word stem = word;
    if (word.size() > 4 && word.ends_with(u"ies"))
      add(word.substr(0, word.size() - 3) + u'y');
    else if (is_latin(word.back()) && take_off(stem, english, 4))
      add(stem);
    return stems;
  }
  Word stem = word;
  if (take_off(stem, russian_endings)) add(stem);
  // Each stage, because «қала» ends as if in a case and «шығын» as if it were somebody's.
  stem = word;
  if (take_off(stem, kazakh_verb, 4)) add(stem);
  stem = word;
  if (word.size() == 5 && take_off(stem, kazakh_place)) add(stem);
  stem = word;
  if (take_off(stem, kazakh_case, 4)) add(stem);
  if (take_off(stem, kazakh_whose, 4)) add(stem);
  if (take_off(stem, kazakh_plural)) {
    add(stem);
    if (stem.size() > 4 && take_off(stem, kazakh_whose, 4)) add(stem);
  }
  return stems;
}

}  // namespace search
