// Small helps around ICU for the .cpp files of this folder; nobody else may include it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <unicode/utypes.h>

namespace text {

inline icu::UnicodeString to_icu(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

inline std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// What went wrong, by ICU's number (utypes.h): the names of them all are 2 KB of the browser's download.
inline std::string icu_error(UErrorCode status) { return "ICU's error " + std::to_string(status); }

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

}  // namespace text
