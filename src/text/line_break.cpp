#include "text/line_break.h"

#include <unicode/rbbi.h>
#include <unicode/ubrk.h>
#include <unicode/udata.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <memory>

namespace text {

namespace {

constexpr UChar32 no_break_space = 0x00A0;
constexpr UChar32 narrow_no_break_space = 0x202F;

bool is_digit(UChar32 c) { return c >= '0' && c <= '9'; }

// Near enough without the tables of Unicode's properties: signs and spaces stand in these blocks.
bool is_letter_or_digit(UChar32 c) {
  if (c < 0x80) return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
         !(c >= 0x3000 && c <= 0x303F);
}

bool is_space(UChar32 c) { return c == ' ' || c == no_break_space || c == narrow_no_break_space; }

// What joins the two ends of a range, or a number and its noun.
bool is_joining_dash(UChar32 c) { return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }

// A dash between words: Russian and Kazakh never begin a line with it.
bool is_dash_between_words(UChar32 c) { return c == 0x2013 || c == 0x2014; }

// Percent, per mille, degree, tenge, euro, dollar.
bool belongs_to_number_before(UChar32 c) {
  return c == '%' || c == 0x2030 || c == 0x00B0 || c == 0x20B8 || c == 0x20AC || c == '$';
}

// № and §.
bool belongs_to_number_behind(UChar32 c) { return c == 0x2116 || c == 0x00A7; }

// Steps over a text from some place in it; negative where there is nothing more or no character.
class Neighbours {
 public:
  Neighbours(std::string_view utf8, std::uint32_t offset)
      : bytes_(reinterpret_cast<const std::uint8_t*>(utf8.data())),
        length_(static_cast<std::int32_t>(utf8.size())),
        before_(static_cast<std::int32_t>(offset)),
        after_(static_cast<std::int32_t>(offset)) {}

  UChar32 before() {
    if (before_ == 0) return U_SENTINEL;
    UChar32 c;
    U8_PREV(bytes_, 0, before_, c);
    return c;
  }

  UChar32 after() {
    if (after_ == length_) return U_SENTINEL;
    UChar32 c;
    U8_NEXT(bytes_, after_, length_, c);
    return c;
  }

 private:
  const std::uint8_t* bytes_;
  std::int32_t length_;
  std::int32_t before_;
  std::int32_t after_;
};

// Whether what stands on both sides is one thing to a reader, though Unicode would break it.
bool belongs_together(std::string_view utf8, std::uint32_t offset) {
  Neighbours neighbours(utf8, offset);
  const UChar32 next = neighbours.after();
  UChar32 last = neighbours.before();

  // 22–24, 10:00–11:30, 3-қабат, COP-30
  if (is_joining_dash(last)) {
    const UChar32 before_dash = neighbours.before();
    return is_letter_or_digit(next) && is_letter_or_digit(before_dash) &&
           (is_digit(before_dash) || is_digit(next));
  }
  if (!is_space(last)) return false;
  while (is_space(last)) last = neighbours.before();

  // Астана — | елорда, not Астана | — елорда
  if (is_dash_between_words(next)) return is_space(neighbours.after());
  if (is_digit(last)) return belongs_to_number_before(next);  // 25 %, 500 ₸
  return belongs_to_number_behind(last) && is_digit(next);    // № 3
}

// The rules of CLDR's root, which kk, ru and en share: only Chinese and Japanese have others.
// Read straight from the data file: asking ICU by language would carry its registry of services
// and its exceptions of abbreviations into the web build.
std::unique_ptr<icu::BreakIterator> line_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory* rules = udata_open(U_ICUDATA_NAME "-brkitr", "brk", "line", &status);
  if (U_FAILURE(status)) return nullptr;
  // ICU's data stay in memory, so the handle may go; the length is the third word of the rules
  // (RBBIDataHeader), and use_icu_data has checked it.
  const auto* bytes = static_cast<const std::uint8_t*>(udata_getMemory(rules));
  const std::uint32_t length = reinterpret_cast<const std::uint32_t*>(bytes)[2];
  udata_close(rules);
  auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(bytes, length, status);
  if (U_FAILURE(status)) return nullptr;
  return iterator;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view utf8, std::string_view /*language*/) {
  std::vector<LineBreak> breaks;
  if (utf8.empty()) return breaks;
  const auto end = static_cast<std::uint32_t>(utf8.size());

  // Making one takes longer than breaking a paragraph.
  static thread_local const std::unique_ptr<icu::BreakIterator> iterator = line_iterator();
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  if (iterator) iterator->setText(&text, status);
  if (!iterator || U_FAILURE(status)) return {{.offset = end}};

  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (offset >= end) break;
    const std::int32_t kind = iterator->getRuleStatus();
    const bool mandatory = kind >= UBRK_LINE_HARD && kind < UBRK_LINE_HARD_LIMIT;
    if (mandatory || !belongs_together(utf8, offset))
      breaks.push_back({.offset = offset, .mandatory = mandatory});
  }
  utext_close(&text);
  breaks.push_back({.offset = end});
  return breaks;
}

}  // namespace text
