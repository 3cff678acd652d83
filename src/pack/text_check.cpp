#include "pack/text_check.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "pack/values.h"
#include "pack/words.h"
#include "text/prose.h"
#include "text/utf8.h"

namespace pack {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
         (c & 0xFFFE) == 0xFFFE;
}

// With these a text can be made to read differently from what it says.
bool turns_direction(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

bool is_latin(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0x259;
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && c <= 0x52F; }

// Finds the first word that mixes Latin and Cyrillic letters: look-alikes such as
// Latin i for Kazakh і cannot be seen, but searching and reading aloud fail.
class MixedWordFinder {
 public:
  // `rest` is the text after `c`.
  void next(char32_t c, std::string_view text, std::string_view rest) {
    const std::size_t end = text.size() - rest.size();
    if (is_latin(c) || is_cyrillic(c)) {
      if (!in_word_) {
        start_ = last_end_;
        latin_ = cyrillic_ = false;
      }
      in_word_ = true;
      (is_latin(c) ? latin_ : cyrillic_) = true;
    } else {
      finish(text);
    }
    last_end_ = end;
  }
  void finish(std::string_view text) {
    if (in_word_ && latin_ && cyrillic_ && found_.empty()) found_ = text.substr(start_, last_end_ - start_);
    in_word_ = false;
  }
  std::string_view found() const { return found_; }

 private:
  bool in_word_ = false, latin_ = false, cyrillic_ = false;
  std::size_t start_ = 0, last_end_ = 0;
  std::string_view found_;
};

// What eight bytes of a text are: in each of these the highest bit of those bytes that are so.
struct ByteKinds {
  std::uint64_t starts = 0;    // the first byte of a letter
  std::uint64_t latin = 0;     // of one that may be Latin
  std::uint64_t cyrillic = 0;  // or Cyrillic
  std::uint64_t doubtful = 0;  // the letter must be looked at
};

constexpr std::uint64_t eight(std::uint64_t byte) { return byte * 0x0101010101010101; }

ByteKinds kinds_of(std::uint64_t bytes) {
  constexpr std::uint64_t top = eight(0x80);
  const std::uint64_t low = bytes & ~top, second = bytes << 1, third = bytes << 2, fourth = bytes << 3;
  const std::uint64_t ascii = ~bytes & top, first_of_two = bytes & second & ~third & top;
  const std::uint64_t no_break = first_of_two & ~((low ^ eight(0x42)) + eight(0x7F));  // 0xC2
  return {.starts = ascii | (second & top),
          .latin = (ascii & second) | (first_of_two & ~fourth & ~no_break),
          .cyrillic = first_of_two & fourth,
          // Controls, what turns the direction, lost letters, and all that is rare.
          .doubtful = (ascii & (~(low + eight(0x60)) | (low + eight(1)))) | no_break |
                      (bytes & second & third & top)};
}

// The few letters of nearly every text that begin with a byte of doubtful ones: a line break where it may
// stand, quotation marks, dashes and the like.
bool is_harmless(std::string_view text, std::size_t at, const Rule& rule) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == '\n') return rule.multi_line;
  if (byte(0) == 0xC2) return byte(1) >= 0xA0;
  return byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x90 && byte(2) <= 0xA6;
}

// Whether there is nothing to say of the text, as far as that can be told in a hurry: of most texts.
bool is_surely_fine(std::string_view text, const Rule& rule) {
  if (text.empty() || static_cast<double>(text.size()) > 4 * rule.most) return false;
  if (rule.prose && text.contains('[')) return false;  // a link
  const auto is_edge = [&](std::size_t at) {           // not a blank
    const auto byte = static_cast<unsigned char>(text[at]);
    return (byte > ' ' && byte < 0x7F) || (byte >= 0xD0 && byte <= 0xD4);
  };
  const std::size_t last = text.size() - 1;
  const bool ends_in_two = last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80;
  if (!is_edge(0) || !is_edge(ends_in_two ? last - 1 : last)) return false;

  std::size_t length = 0;
  std::uint64_t latin = 0, cyrillic = 0;
  for (std::size_t at = 0; at < text.size(); at += 8) {
    std::uint64_t bytes = eight(' ');
    if (at + 8 <= text.size())
      std::memcpy(&bytes, text.data() + at, 8);
    else
      std::memcpy(&bytes, text.data() + at, text.size() - at);
    if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
    const ByteKinds kinds = kinds_of(bytes);
    length += (kinds.starts >> 7) * eight(1) >> 56;  // of how many bytes
    latin |= kinds.latin;
    cyrillic |= kinds.cyrillic;
    for (std::uint64_t left = kinds.doubtful; left != 0; left &= left - 1)
      if (!is_harmless(text, at + static_cast<std::size_t>(std::countr_zero(left)) / 8, rule)) return false;
  }
  length -= (8 - text.size() % 8) % 8;  // blanks behind the end
  return (latin == 0 || cyrillic == 0) && static_cast<double>(length) <= rule.most;
}

// Every link of a text with links is one that may be followed.
void check_links(ReadContext& context, std::string_view prose) {
  for (std::size_t from = 0; const auto link = text::next_link(prose, from);) {
    from = link->end;
    if (!link->closed)
      context.error(
          say("has a link that is not closed: ", quoted(prose.substr(link->begin, link->end - link->begin)),
              "; one reads like \"[words](https://example.org/)\""));
    else if (link->words.find_first_not_of(' ') == link->words.npos)
      context.error(say("has a link without words to ", quoted(link->href)));
    else if (const std::string fault = link_fault(link->href); !fault.empty())
      context.error(say("has a link that cannot be followed: ", fault));
  }
}

}  // namespace

void check_text(ReadContext& context, std::string_view text, const Rule& rule) {
  if (is_surely_fine(text, rule)) return;
  char32_t control = 0, turning = 0, first = 0, last = 0;
  bool has_control = false, anything_to_read = false, letters_lost = false;
  std::size_t length = 0;
  MixedWordFinder mixed;
  for (std::string_view rest = text; !rest.empty(); ++length) {
    const char32_t c = text::take_code_point(rest);
    if (length == 0) first = c;
    last = c;
    if (is_control(c) && !(c == '\n' && rule.multi_line) && !has_control) {
      has_control = true;
      control = c;
    }
    if (turns_direction(c) && turning == 0) turning = c;
    if (c == 0xFFFD) letters_lost = true;
    if (!is_blank(c) && !is_control(c)) anything_to_read = true;
    mixed.next(c, text, rest);
  }
  mixed.finish(text);

  if (has_control && control == '\n')
    context.error("has a line break; here a text is one line");
  else if (has_control)
    context.error(say("has the control character ", code_point_name(control)));
  if (turning != 0)
    context.error(say("has ", code_point_name(turning), ", which changes the direction of text"));
  if (!anything_to_read && !has_control) {
    context.error("is empty");
    return;
  }
  if (static_cast<double>(length) > rule.most)
    context.error(say("has ", length, " letters; at most ", rule.most, " fit here"));
  if (rule.prose) check_links(context, text);
  if (letters_lost) context.warning("has U+FFFD, which stands for a letter lost in a conversion");
  if (is_blank(first) || is_blank(last)) context.warning("begins or ends with a blank");
  if (!mixed.found().empty())
    context.warning(say("mixes Latin and Cyrillic letters in ", quoted(mixed.found())));
}

}  // namespace pack
