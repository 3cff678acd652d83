// What makes words comparable: cutting, endings, sounds, keyboards, errors.
#include <doctest/doctest.h>

#include <algorithm>

#include "search/endings.h"
#include "search/keyboard.h"
#include "search/sound.h"
#include "search/word.h"
#include "search/word_table.h"

namespace {

using search::Word;

Word word(std::string_view text) {
  const auto words = search::words_of(text);
  REQUIRE(words.size() == 1);
  return words.front().word;
}

// Whether they have a form in common.
bool meet(std::string_view a, std::string_view b) {
  std::vector<Word> one = search::stems_of(word(a));
  std::vector<Word> other = search::stems_of(word(b));
  one.push_back(word(a));
  other.push_back(word(b));
  return std::ranges::any_of(one,
                             [&](const Word& stem) { return std::ranges::find(other, stem) != other.end(); });
}

}  // namespace

TEST_CASE("a text is cut into words, and each knows its place") {
  const std::string_view text = "«Су – өмір»: Mother’s Day, 1-зал";
  const auto words = search::words_of(text);
  REQUIRE(words.size() == 6);
  CHECK(words[0].word == u"су");
  CHECK(words[1].word == u"омир");
  CHECK(words[2].word == u"mothers");
  CHECK(words[4].word == u"1");
  CHECK(words[5].word == u"зал");
  CHECK(text.substr(words[1].begin, words[1].end - words[1].begin) == "өмір");
  CHECK(text.substr(words[2].begin, words[2].end - words[2].begin) == "Mother’s");
  CHECK(search::words_of("").empty());
  CHECK(search::words_of(" – ... ").empty());
  CHECK(search::words_of("\xff\xc3").empty());
}

TEST_CASE("letters that look the same count as the same") {
  CHECK(word("мəдениет") == word("мәдениет"));  // Latin schwa
  CHECK(word("cу") == word("су"));              // Latin c
  CHECK(search::latin_look_alike(word("СО2")) == u"co2");
  CHECK(search::latin_look_alike(word("жол")).empty());
}

TEST_CASE("forms of a word meet, different words do not") {
  CHECK(meet("мұздықтарды", "мұздықтар"));
  CHECK(meet("мұздығының", "мұздығы"));
  CHECK(meet("сессиялары", "сессия"));
  CHECK(meet("өзендерден", "өзен"));
  CHECK(meet("ледников", "ледники"));
  CHECK(meet("партнёрами", "партнёр"));
  CHECK(meet("водных", "водный"));
  CHECK(meet("sessions", "session"));
  CHECK(meet("cities", "city"));
  CHECK_FALSE(meet("вода", "воздух"));
  CHECK_FALSE(meet("су", "сурет"));
  CHECK_FALSE(meet("халық", "халықаралық"));
}

TEST_CASE("Cyrillic words and their Latin spellings sound the same") {
  const auto sound = [](std::string_view text) { return search::sound_of(word(text)); };
  CHECK(sound("қазақстан") == sound("qazaqstan"));
  CHECK(sound("Казахстан") == sound("kazakhstan"));
  CHECK(sound("экология") == sound("ekologiya"));
  CHECK(sound("экология") == sound("ekologia"));
  CHECK(sound("Тоқаев") == sound("tokayev"));
  CHECK(sound("мұздық") == sound("muzdyq"));
  CHECK(sound("шаң") == sound("shang"));
  CHECK(sound("партнёры") == sound("partnyory"));
  CHECK(sound("район") == sound("rayon"));
  CHECK(sound("вода") != sound("voda2"));
  CHECK(sound("климат") != sound("комитет"));
}

TEST_CASE("another keyboard layout is read") {
  const auto reads = [](std::string_view typed, std::string_view meant) {
    const auto readings = search::other_layouts(typed);
    return std::ranges::find(readings, meant) != readings.end();
  };
  CHECK(reads("ghjuhfvvf", "программа"));
  CHECK(reads("0fpf0cnfy", "қазақстан"));
  CHECK(reads("цфеук", "water"));
  CHECK(search::other_layouts("123").size() <= 2);
  // On signs stand letters, and on a Kazakh keyboard digits.
  CHECK(reads("fi[f,fl", "ашхабад"));
  CHECK(reads("Fi{F<FL", "АшХАБАД"));
  CHECK(reads("v9pls0nfh6 ce", "мұздықтар, су"));
  CHECK(reads("0fpf0cnfy 7", "қазақстан 7"));
  CHECK(reads(")аза0стан", "Қазақстан"));
  CHECK(reads("\"лем", "Әлем"));
  CHECK(reads("@ktv", "Әлем"));
  CHECK(reads("\"ң:іқ", "14:30"));
  CHECK(reads("\"ңЖіқ", "14:30"));
  CHECK(reads("\"ң;іқ", "14:30"));
  CHECK(reads("\",:\".", "16:17"));
  CHECK(reads("ертең \"ң:ққ", "ертең 14:00"));
  CHECK(reads("әң.қң", "24.04"));
  CHECK(reads("зал ,", "зал 6"));
  CHECK(reads("рфдд \"", "hall 1"));
  CHECK(reads("pfdnhf 14^00", "завтра 14:00"));
  CHECK(reads("завтра 14Ж00", "завтра 14:00"));
  CHECK(reads(",99", "бұұ"));
  CHECK(search::has_signs_for_letters("fi[f,fl"));
  CHECK(search::has_signs_for_letters("зал ,"));
  CHECK(search::has_signs_for_letters("\"ң:іқ"));
  CHECK_FALSE(search::has_signs_for_letters("зал 6, второй этаж"));
  CHECK_FALSE(search::has_signs_for_letters("\"ледники\""));
  CHECK_FALSE(search::has_signs_for_letters("hall 6"));
  CHECK(search::other_layouts("").empty());
  CHECK(search::other_layouts("\xff\xfe"
                              "x")
            .empty());
}

TEST_CASE("one typing error is one, two are not") {
  using search::one_error_apart;
  CHECK(one_error_apart(u"климат", u"климат"));
  CHECK(one_error_apart(u"климат", u"климт"));
  CHECK(one_error_apart(u"климат", u"клиимат"));
  CHECK(one_error_apart(u"климат", u"кламат"));
  CHECK(one_error_apart(u"климат", u"клмиат"));
  CHECK_FALSE(one_error_apart(u"климат", u"клмаит"));
  CHECK_FALSE(one_error_apart(u"климат", u"кламот"));
  CHECK_FALSE(one_error_apart(u"климат", u"кли"));
}

TEST_CASE("a table of words finds every word with one error in it") {
  search::WordTable table;
  const std::vector<Word> words = {u"климат", u"климаты", u"комитет", u"ледник", u"ледники", u"water", u"a"};
  for (std::uint32_t i = 0; i < words.size(); ++i) table.add(words[i], i);
  table.finish();
  CHECK(table.equal_to(u"ледник").size() == 1);
  CHECK(table.beginning_with(u"ледник").size() == 2);
  CHECK(table.beginning_with(u"x").empty());
  const auto near = [&](std::u16string_view typed) {
    std::vector<std::uint32_t> found;
    for (const search::WordTable::Entry& entry : table.near(typed)) found.push_back(entry.number);
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
  };
  // Every single error in a word, at every place.
  const Word right = u"климат";
  for (std::size_t i = 0; i < right.size(); ++i) {
    Word missing = right;
    missing.erase(i, 1);
    CHECK(std::ranges::count(near(missing), 0U) == 1);
    Word extra = right;
    extra.insert(i, 1, u'ж');
    CHECK(std::ranges::count(near(extra), 0U) == 1);
    Word replaced = right;
    replaced[i] = u'ж';
    CHECK(std::ranges::count(near(replaced), 0U) == 1);
    if (i + 1 == right.size()) continue;
    Word swapped = right;
    std::swap(swapped[i], swapped[i + 1]);
    CHECK(std::ranges::count(near(swapped), 0U) == 1);
  }
  CHECK(near(u"океан").empty());
}
