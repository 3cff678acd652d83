#include "pack/text_check.h"

#include <array>

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

// What the bytes of a text can be, as bits.
constexpr unsigned char starts = 1;    // the first byte of a letter
constexpr unsigned char latin = 2;     // of a word in Latin
constexpr unsigned char cyrillic = 4;  // or Cyrillic letters
constexpr unsigned char doubtful = 8;  // the letter must be looked at

constexpr auto byte_kinds = [] {
  std::array<unsigned char, 256> kinds{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned char kind = (byte & 0xC0) == 0x80 ? 0 : starts;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= 0xC3 && byte <= 0xC9))
      kind |= latin;
    if (byte >= 0xD0 && byte <= 0xD4) kind |= cyrillic;
    // Controls, what turns the direction, lost letters, and all that is rare.
    if (byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte >= 0xE0) kind |= doubtful;
    kinds[byte] = kind;
  }
  return kinds;
}();

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
  if (text.empty() || static_cast<double>(text.size()) > 4 * rule.most || rule.prose) return false;
  const auto is_edge = [](char c) {  // not a blank
    return (c > ' ' && c < 0x7F) || byte_kinds[static_cast<unsigned char>(c)] == (starts | cyrillic);
  };
  const std::size_t last = text.size() - 1;
  // Of the last letter its first byte.
  if (!is_edge(text.front()) ||
      !is_edge(text[last > 0 && byte_kinds[static_cast<unsigned char>(text[last])] == 0 ? last - 1 : last]))
    return false;
  std::size_t length = 0;
  unsigned char kinds = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char kind = byte_kinds[static_cast<unsigned char>(text[i])];
    if ((kind & doubtful) != 0 && !is_harmless(text, i, rule)) return false;
    length += kind & starts;
    kinds |= kind;
  }
  return (kinds & (latin | cyrillic)) != (latin | cyrillic) && static_cast<double>(length) <= rule.most;
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
