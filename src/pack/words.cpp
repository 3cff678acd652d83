#include "pack/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "text/utf8.h"

namespace pack {
namespace {

constexpr std::size_t longest_quotation = 60;  // code points
constexpr std::size_t longest_compared_word = 64;
constexpr char32_t replacement_character = 0xFFFD;

// Number of slips between two words: a letter too many, too few, wrong, or two swapped.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t wrong = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + wrong});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

void append_word(std::string& sentence, double number) {
  constexpr double greatest_exact = 1e15;
  if (number == std::floor(number) && std::abs(number) < greatest_exact) {
    sentence += std::to_string(static_cast<long long>(number));  // 100000, where to_chars says 1e+05
    return;
  }
  // Of as many digits as a double surely keeps. to_chars() of fractions would be 10 KB of the download.
  std::array<char, 40> digits{};
  const bool is_whole = number == std::floor(number) && std::abs(number) < 1e21;
  std::snprintf(digits.data(), digits.size(), is_whole ? "%.0f" : "%.15g", number);
  sentence += digits.data();
}

std::size_t length_in_code_points(std::string_view text) {
  std::size_t length = 0;
  for (; !text.empty(); ++length) text::take_code_point(text);
  return length;
}

std::string code_point_name(char32_t code_point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string name;
  for (; code_point != 0 || name.size() < 4; code_point >>= 4)
    name.insert(name.begin(), digits[code_point & 0xF]);
  return "U+" + name;
}

std::string Quoted::operator()(std::string_view text) const {
  std::string line = "\"";
  for (std::size_t length = 0; !text.empty(); ++length) {
    if (length == longest_quotation) {
      line += "…";
      break;
    }
    const std::string_view rest = text;
    const char32_t code_point = text::take_code_point(text);
    const std::string_view bytes = rest.substr(0, rest.size() - text.size());
    const bool invisible = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
                           (code_point >= 0x2028 && code_point <= 0x202E) ||
                           (code_point >= 0x2066 && code_point <= 0x2069) ||
                           code_point == replacement_character;
    if (invisible)
      line += "<" + code_point_name(code_point) + ">";
    else
      line += bytes;
  }
  return line + "\"";
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known) {
  if (word.size() > longest_compared_word) return {};
  std::string_view nearest;
  std::size_t fewest_slips = word.size() <= 4 ? 2 : 3;  // one more than what still counts as close
  for (const std::string_view candidate : known) {
    const std::size_t difference =
        candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    if (difference >= fewest_slips) continue;
    if (const std::size_t slips = slips_between(word, candidate);
        slips < fewest_slips && slips < candidate.size()) {
      fewest_slips = slips;
      nearest = candidate;
    }
  }
  return nearest.empty() ? std::string{} : say("; did you mean \"", nearest, "\"?");
}

}  // namespace pack
