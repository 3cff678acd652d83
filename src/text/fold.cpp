#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/white_space.h"

namespace text {

namespace {

// A letter, and the small letters that count as it (and İ, which ICU leaves as it is). Written down
// rather than taken from ICU, because Unicode decomposes neither ә ғ қ ң ө ұ ү һ і nor ł, and
// because its tables of decompositions would be 25 KB of every visitor's download.
struct Family {
  char16_t letter;
  std::u16string_view members;
};

constexpr Family families[] = {
    {u'a', u"àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"},
    {u'b', u"ḃḅḇ"},
    {u'c', u"çćĉċčḉ"},
    {u'd', u"ðďđḋḍḏḑḓ"},
    {u'e', u"èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"},
    {u'f', u"ḟ"},
    {u'g', u"ĝğġģǧǵḡ"},
    {u'h', u"ĥħȟḣḥḧḩḫẖ"},
    {u'i', u"İìíîïĩīĭįıǐȉȋḭḯỉị"},
    {u'j', u"ĵǰ"},
    {u'k', u"ķǩḱḳḵ"},
    {u'l', u"ĺļľłḷḹḻḽ"},
    {u'm', u"ḿṁṃ"},
    {u'n', u"ñńņňŋǹṅṇṉṋ"},
    {u'o', u"òóôõöøǿōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"},
    {u'p', u"ṕṗ"},
    {u'r', u"ŕŗřȑȓṙṛṝṟ"},
    {u's', u"śŝşšșṡṣṥṧṩ"},
    {u't', u"ţťŧțṫṭṯṱẗ"},
    {u'u', u"ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"},
    {u'v', u"ṽṿ"},
    {u'w', u"ŵẁẃẅẇẉẘ"},
    {u'x', u"ẋẍ"},
    {u'y', u"ýÿŷȳẏẙỳỵỷỹ"},
    {u'z', u"źżžẑẓẕ"},
    {u'а', u"əӑӓәӛ"},
    {u'г', u"ѓґғ"},
    {u'д', u"ђ"},
    {u'е', u"ѐёєӗ"},
    {u'ж', u"җӂӝ"},
    {u'з', u"ҙӟ"},
    {u'и', u"іїѝӣӥ"},
    {u'к', u"ќқҝҡ"},
    {u'н', u"ң"},
    {u'о', u"ӧөӫ"},
    {u'с', u"ҫ"},
    {u'у', u"ўүұӯӱӳ"},
    {u'х', u"ҳһ"},
    {u'ч', u"ҷӵ"},
    {u'ы', u"ӹ"},
    {u'э', u"ӭ"},
    {u'α', u"ά"},
    {u'ε', u"έ"},
    {u'η', u"ή"},
    {u'ι', u"ΐίϊ"},
    {u'ο', u"ό"},
    {u'υ', u"ΰϋύ"},
    {u'ω', u"ώ"},
};

struct Folded {
  char16_t from;
  char16_t to;
};

consteval std::size_t count_members() {
  std::size_t count = 0;
  for (const Family& family : families) count += family.members.size();
  return count;
}

// The same by member, sorted, to look them up.
consteval auto sort_members() {
  std::array<Folded, count_members()> sorted{};
  std::size_t next = 0;
  for (const Family& family : families)
    for (const char16_t member : family.members) sorted[next++] = {member, family.letter};
  std::ranges::sort(sorted, {}, &Folded::from);
  return sorted;
}

constexpr auto members = sort_members();
static_assert(std::ranges::adjacent_find(members, {}, &Folded::from) == members.end(),
              "a letter of two families");

UChar32 family_letter(UChar32 small) {
  const auto found =
      std::ranges::lower_bound(members, small, {}, [](Folded entry) -> UChar32 { return entry.from; });
  return found != members.end() && found->from == small ? found->to : small;
}

constexpr UChar32 breve = 0x0306;
constexpr UChar32 small_i = 0x0438;        // и
constexpr UChar32 small_short_i = 0x0439;  // й

// Accents that stand behind their letter, as decomposed texts have them.
bool is_accent(UChar32 c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0xFE20 && c <= 0xFE2F);
}

// Marks that are not seen: soft hyphen, joiners, direction marks, word joiner, byte order mark.
bool is_invisible(UChar32 c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Dashes, quotes and digits set high or low as people type them: CO₂ as CO2, м² as м2.
UChar32 plain_sign(UChar32 c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D)
    return '-';
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
    if (is_white_space(static_cast<char32_t>(c))) {
      if (!result_.ends_with(' ')) result_ += ' ';
      last_ = ' ';
    } else if (c == breve && last_ == small_i) {
      // й is a letter, not an accented и.
      result_.resize(result_.size() - 2);
      append(small_short_i);
    } else if (!is_accent(c) && !is_invisible(c)) {
      append(family_letter(u_foldCase(plain_sign(c), U_FOLD_CASE_DEFAULT)));
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
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  Folder folder(utf8.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, at, length, c);
    folder.add(c);
  }
  return folder.take();
}

}  // namespace text
