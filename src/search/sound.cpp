#include "search/sound.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace search {
namespace {

constexpr bool is_vowel(char16_t c) { return c == 'a' || c == 'e' || c == 'o' || c == 'u' || c == 'i'; }
constexpr bool is_open_vowel(char16_t c) { return c == 'a' || c == 'e' || c == 'o' || c == 'u'; }

// Of а to я.
constexpr std::u16string_view of_cyrillic[32] = {
    u"a", u"b", u"v", u"g", u"d", u"e", u"j", u"z", u"i", u"i", u"k", u"l", u"m", u"n", u"o", u"p",
    u"r", u"s", u"t", u"u", u"f", u"h", u"c", u"q", u"s", u"s", u"",  u"i", u"",  u"e", u"u", u"a"};

// Longest first. q stands for ч, c for ц, j for ж.
constexpr std::pair<std::u16string_view, std::u16string_view> of_latin[] = {
    {u"shch", u"s"}, {u"sch", u"s"}, {u"tch", u"q"}, {u"zh", u"j"}, {u"kh", u"h"}, {u"gh", u"g"},
    {u"ch", u"q"},   {u"sh", u"s"},  {u"ts", u"c"},  {u"tz", u"c"}, {u"ck", u"k"}, {u"ph", u"f"},
    {u"x", u"ks"},   {u"q", u"k"},   {u"c", u"k"},   {u"w", u"u"},  {u"y", u"i"}};

Word spelled_by_sound(const Word& word) {
  Word sound;
  for (std::size_t at = 0; at < word.size();) {
    const char16_t letter = word[at];
    if (letter >= u'а' && letter <= u'я') {
      sound += of_cyrillic[letter - u'а'];
      ++at;
      continue;
    }
    const std::u16string_view rest = std::u16string_view(word).substr(at);
    // partnyory: партнёры
    if (rest.starts_with(u"yo") && at > 0 && !is_vowel(word[at - 1])) {
      sound += u'e';
      at += 2;
      continue;
    }
    const auto found =
        std::ranges::find_if(of_latin, [&](const auto& pair) { return rest.starts_with(pair.first); });
    if (found == std::end(of_latin)) {
      sound += letter;
      ++at;
    } else {
      sound += found->second;
      at += found->first.size();
    }
  }
  return sound;
}

}  // namespace

Word sound_of(const Word& word) {
  const Word spelled = spelled_by_sound(word);
  Word sound;
  for (std::size_t i = 0; i < spelled.size(); ++i) {
    const char16_t letter = spelled[i];
    const char16_t after = i + 1 < spelled.size() ? spelled[i + 1] : u'\0';
    // й, y: "rayon" and «район», "Tokayev" and «Токаев».
    if (letter == 'i' && i > 0 && is_vowel(spelled[i - 1]) && is_open_vowel(after)) continue;
    if (letter == 'g' && !sound.empty() && sound.back() == 'n') continue;  // ң as ng
    if (!sound.empty() && sound.back() == letter && !(letter >= '0' && letter <= '9')) continue;
    sound += letter;
  }
  // y before a vowel at the start: "yarmarka".
  if (sound.size() > 2 && sound[0] == 'i' && is_open_vowel(sound[1])) sound.erase(0, 1);
  return sound;
}

}  // namespace search
