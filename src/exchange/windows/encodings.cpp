#include <algorithm>
#include <optional>

#include "exchange/sheet.h"
#include "files/windows/system.h"

namespace exchange {
namespace {

constexpr UINT utf16_little = 1200, utf16_big = 1201;  // which the system itself does not convert

// What the system calls the encoding; 0 where there is none of that name.
UINT code_page_of(std::string_view encoding) {
  std::string name;
  for (const char c : encoding)
    if (c != '-' && c != '_') name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  struct Known {
    std::string_view name;
    UINT page;
  };
  for (const Known& one :
       {Known{"utf8", CP_UTF8}, Known{"utf16", utf16_little}, Known{"utf16le", utf16_little},
        Known{"utf16be", utf16_big}, Known{"koi8r", 20866}, Known{"koi8u", 21866}, Known{"ascii", 20127},
        Known{"usascii", 20127}, Known{"gb18030", 54936}, Known{"gbk", 936}, Known{"big5", 950},
        Known{"shiftjis", 932}, Known{"sjis", 932}, Known{"euckr", 949}, Known{"latin1", 28591},
        Known{"macintosh", 10000}})
    if (one.name == name) return one.page;
  // "windows-1251", "cp866", "ISO-8859-5"
  constexpr UINT first_of_iso = 28590;
  for (const Known& family :
       {Known{"windows", 0}, Known{"cp", 0}, Known{"ibm", 0}, Known{"iso8859", first_of_iso}}) {
    if (!name.starts_with(family.name)) continue;
    UINT number = 0;
    for (const char c : std::string_view(name).substr(family.name.size())) {
      constexpr UINT most = 100'000;
      if (c < '0' || c > '9' || number > most) return 0;
      number = number * 10 + static_cast<UINT>(c - '0');
    }
    return number != 0 && ::IsValidCodePage(family.page + number) != 0 ? family.page + number : 0;
  }
  return 0;
}

bool is_good(UINT page, std::string_view bytes) {
  return bytes.empty() || ::MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, bytes.data(),
                                                static_cast<int>(bytes.size()), nullptr, 0) > 0;
}

std::wstring converted(UINT page, std::string_view bytes) {
  const int length = static_cast<int>(bytes.size());
  std::wstring wide(bytes.size(), L'\0');
  wide.resize(static_cast<std::size_t>(std::max(
      0, ::MultiByteToWideChar(page, 0, bytes.data(), length, wide.data(), static_cast<int>(wide.size())))));
  return wide;
}

std::wstring of_utf16(std::string_view bytes, bool is_big) {
  std::wstring wide;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]),
               second = static_cast<unsigned char>(bytes[i + 1]);
    wide += static_cast<wchar_t>(is_big ? first << 8 | second : second << 8 | first);
  }
  return wide;
}

std::unexpected<std::string> wrong_byte(const std::string& encoding, std::size_t number) {
  return std::unexpected("is not in the encoding " + encoding + ": byte " + std::to_string(number) +
                         " does not belong there");
}

}  // namespace

std::expected<std::string, std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
  const UINT page = code_page_of(encoding);
  if (page == 0) return std::unexpected("there is no encoding " + encoding);
  if (page == utf16_little || page == utf16_big) {
    bool is_big = page == utf16_big;
    // A mark at the beginning of what is called UTF-16 alone says which it is, and is no letter.
    const bool is_marked = bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
    const bool asks = !encoding.ends_with('E') && !encoding.ends_with('e');
    if (asks && is_marked) {
      is_big = bytes.starts_with("\xFE");
      bytes.remove_prefix(2);
    }
    if (bytes.size() % 2 != 0) return wrong_byte(encoding, bytes.size() + (asks && is_marked ? 2 : 0));
    return files::to_utf8(of_utf16(bytes, is_big));
  }
  if (is_good(page, bytes)) return files::to_utf8(converted(page, bytes));
  // The first byte with which it is good no longer. A letter has up to four, and one that is cut is not good.
  constexpr std::size_t longest_letter = 4;
  const auto end_of_good = [&](std::size_t size) -> std::optional<std::size_t> {
    for (std::size_t end = size; end + longest_letter > size; --end) {
      if (is_good(page, bytes.substr(0, end))) return end;
      if (end == 0) break;
    }
    return std::nullopt;
  };
  std::size_t good = 0;
  for (std::size_t bad = bytes.size(); bad - good > 1;) {
    const std::size_t middle = good + (bad - good) / 2;
    (end_of_good(middle) ? good : bad) = middle;
  }
  return wrong_byte(encoding, end_of_good(good).value_or(0) + 1);
}

}  // namespace exchange
