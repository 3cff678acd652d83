// summit.icu, handed to ICU once for the whole test program. For the tests of all folders that need
// dates, words or line breaks.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "test_main.h"
#include "text/data.h"
#include "text/time_zone.h"
#include "text/words.h"

namespace test {

// A file at an address that ICU can read in place; it stays until the program ends.
inline std::span<const std::byte> aligned_file(const std::string& path) {
  const std::string content = read_file(path);
  const std::size_t rounded = (content.size() + 16) / 16 * 16;
  auto* room = static_cast<std::byte*>(::operator new (rounded, std::align_val_t{16}));
  std::memcpy(room, content.data(), content.size());
  return {room, content.size()};
}

inline std::span<const std::byte> icu_file() {
  static const std::span<const std::byte> file = aligned_file(assets_directory() + "/summit.icu");
  return file;
}

// Ends the program when ICU does not take the file: nothing after that would mean anything.
inline void need_icu() {
  static const bool used = [] {
    const auto answer = text::use_icu_data(icu_file());
    if (!answer) std::fprintf(stderr, "%s\n", answer.error().c_str());
    return answer.has_value();
  }();
  if (!used) std::exit(2);
}

inline const text::TimeZone& astana() {
  need_icu();
  static const text::TimeZone zone = *text::TimeZone::named("Asia/Almaty");
  return zone;
}

inline const text::Words& words_in(std::string_view language) {
  need_icu();
  static const text::Words kk = *text::Words::in("kk", astana());
  static const text::Words ru = *text::Words::in("ru", astana());
  static const text::Words en = *text::Words::in("en", astana());
  return language == "kk" ? kk : language == "ru" ? ru : en;
}

}  // namespace test
