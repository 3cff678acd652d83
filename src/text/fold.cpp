#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <iterator>

namespace text {

namespace {

struct Folded {
  char16_t from;
  char16_t to;
};

// Small letters that neither Unicode's case folding nor its decompositions bring together.
constexpr Folded letters[] = {
    {u'ð', u'd'},
    {u'ø', u'o'},
    {u'đ', u'd'},
    {u'ħ', u'h'},
    {u'ı', u'i'},  // Turkish and Azerbaijani dotless i
    {u'ł', u'l'},
    {u'ŋ', u'n'},
    {u'\u0259', u'а'},  // Latin schwa, pasted in place of ә, which is а
    {u'ђ', u'д'},
    {u'є', u'е'},
    {u'і', u'и'},
    {u'ґ', u'г'},
    {u'ғ', u'г'},
    {u'җ', u'ж'},
    {u'ҙ', u'з'},
    {u'қ', u'к'},
    {u'ҡ', u'к'},
    {u'ң', u'н'},
    {u'ҫ', u'с'},
    {u'ү', u'у'},
    {u'ұ', u'у'},
    {u'ҳ', u'х'},  // Uzbek and Tajik
    {u'ҷ', u'ч'},  // Tajik
    {u'һ', u'х'},
    {u'ә', u'а'},
    {u'ө', u'о'},
};

constexpr bool is_sorted_by_letter() {
  return std::is_sorted(std::begin(letters), std::end(letters), [](Folded a, Folded b) { return a.from < b.from; });
}
static_assert(is_sorted_by_letter());

constexpr UChar32 breve = 0x0306;
constexpr UChar32 small_i = 0x0438;        // и
constexpr UChar32 small_short_i = 0x0439;  // й

UChar32 nearest_letter(UChar32 c) {
  const auto* found = std::lower_bound(std::begin(letters), std::end(letters), c,
                                       [](Folded entry, UChar32 letter) { return entry.from < letter; });
  return found != std::end(letters) && found->from == c ? found->to : c;
}

bool is_accent(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0xFE20 && c <= 0xFE2F);
}

// Marks that are not seen: soft hyphen, joiners, direction marks, word joiner, byte order mark.
bool is_invisible(UChar32 c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Dashes, quotes and digits set high or low as people type them: CO₂ as CO2, м² as м2.
UChar32 plain_sign(UChar32 c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D) return '-';
  if ((c >= 0x201C && c <= 0x201F) || c == 0x00AB || c == 0x00BB || c == 0x2033) return '"';
  if ((c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A || c == 0x2032 || c == 0x00B4 || c == '`' ||
      (c >= 0x02B9 && c <= 0x02BF))
    return '\'';
  if (c >= 0x2080 && c <= 0x2089) return '0' + (c - 0x2080);
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return '0' + (c - 0x2070);
  if (c == 0x00B9) return '1';
  if (c == 0x00B2 || c == 0x00B3) return '0' + (c - 0x00B0);
  return c;
}

class Folder {
 public:
  explicit Folder(std::size_t expected_size) { result_.reserve(expected_size); }

  void add(UChar32 c) {
    if (u_isspace(c)) {
      if (!result_.ends_with(' ')) result_ += ' ';
      last_ = ' ';
    } else if (c == breve && last_ == small_i) {
      // й is a letter, not an accented и.
      result_.resize(result_.size() - 2);
      append(small_short_i);
    } else if (!is_accent(c) && !is_invisible(c)) {
      append(nearest_letter(u_foldCase(plain_sign(c), U_FOLD_CASE_DEFAULT)));
    }
  }

  std::string take() { return std::move(result_); }

 private:
  void append(UChar32 c) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    result_.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    last_ = c;
  }

  std::string result_;
  UChar32 last_ = 0;
};

}  // namespace

std::string fold(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* canonical = icu::Normalizer2::getNFCInstance(status);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  Folder folder(utf8.size());
  icu::UnicodeString parts;
  for (std::int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, at, length, c);
    // Only what stands in alphabets has accents; Hangul would fall into pieces.
    if (c >= 0x00C0 && c < 0x2000 && U_SUCCESS(status) && canonical->getDecomposition(c, parts)) {
      for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) folder.add(parts.char32At(i));
    } else {
      folder.add(c);
    }
  }
  return folder.take();
}

}  // namespace text
