// What Unicode's locale data (CLDR) say of one language: names, numbers, plurals.
// For this folder and for checks of texts; words.h makes sentences of it.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace text {

enum class Counting { cardinal, ordinal };

class Cldr {
 public:
  // Says so when the data file has nothing of its own for `language`. Languages for local use, qaa
  // to qtz, have what CLDR says of all languages.
  static std::expected<Cldr, std::string> of(std::string_view language);

  // Sunday is 0; empty outside 0 to 6.
  std::string_view weekday(unsigned c_weekday) const;
  // A few letters of it; the whole of it where the language has nothing shorter.
  std::string_view short_weekday(unsigned c_weekday) const;

  // January is 1, in the form used beside a day; empty outside 1 to 12.
  std::string_view month(unsigned month) const;

  // Digits 0 to 9, grouped as the language does it.
  std::string number(std::int64_t) const;

  // one, few, many, other, ...
  std::string_view plural_category(std::int64_t, Counting) const;

  // All that the language has.
  std::set<std::string> plural_categories(Counting) const;

  Cldr(Cldr&&) noexcept;
  Cldr& operator=(Cldr&&) noexcept;
  ~Cldr();

 private:
  struct Data;
  explicit Cldr(std::unique_ptr<Data>);
  std::unique_ptr<Data> data_;
};

}  // namespace text
