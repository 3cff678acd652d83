#include "lint/json_strings.h"

#include <nlohmann/json.hpp>

#include "lint/letters.h"
#include "pack/encoding.h"
#include "pack/problem.h"
#include "text/utf8.h"

namespace lint {
namespace {

// Far above any file of texts; each string keeps its place, so that together they bound what a file can cost.
constexpr std::size_t most_depth = 32;
constexpr std::size_t most_strings = 1'000'000;
constexpr std::size_t longest_place = 300;  // bytes

// Reads the bytes and lets others see how far reading has come.
class Watched {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Watched(const char* at, const char** seen) : at_(at), seen_(seen) {}
  reference operator*() const { return *at_; }
  Watched& operator++() {
    *seen_ = ++at_;
    return *this;
  }
  Watched operator++(int) {
    const Watched before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Watched& other) const { return at_ == other.at_; }
  bool operator!=(const Watched& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** seen_;
};

class Collector : public nlohmann::json_sax<nlohmann::json> {
 public:
  Collector(std::string_view json, const char* const* seen) : json_(json), seen_(seen) {}

  bool null() override { return other(); }
  bool boolean(bool) override { return other(); }
  bool number_integer(number_integer_t) override { return other(); }
  bool number_unsigned(number_unsigned_t) override { return other(); }
  bool number_float(number_float_t, const string_t&) override { return other(); }
  bool binary(binary_t&) override { return other(); }
  bool string(string_t& text) override {
    const std::size_t begin = opening_quote();
    const bool in_list = !inside_.empty() && inside_.back().list;
    if (strings_.size() == most_strings)
      return refuse("holds more than " + std::to_string(most_strings) + " texts");
    strings_.push_back({place(), text, in_list ? begin : key_begin_, begin, now()});
    last_ = now();
    return next();
  }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool key(string_t& name) override {
    key_begin_ = opening_quote();
    last_ = now();
    place_size_ += name.size() - inside_.back().key.size();
    if (place_size_ > longest_place)
      return refuse("has a key that is too long: \"" + pack::shortened(name, 60) + "\"");
    inside_.back().key = name;
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    mistake_ = "is not JSON at byte " + std::to_string(position) + ": " + pack::shortened(error.what());
    return false;
  }

  std::vector<JsonString> strings_;
  std::string mistake_;

 private:
  struct Level {
    bool list = false;
    std::string key;
    std::size_t index = 0;
  };

  std::size_t now() const { return static_cast<std::size_t>(*seen_ - json_.data()); }
  // Between the last token and this one stand only blanks and signs.
  std::size_t opening_quote() const { return json_.find('"', last_); }
  std::string place() const {
    std::string pointer;
    for (const Level& level : inside_)
      pointer = pack::step(pointer, level.list ? std::to_string(level.index) : level.key);
    return pointer;
  }
  bool refuse(std::string mistake) {
    mistake_ = std::move(mistake);
    return false;
  }
  bool next() {
    if (!inside_.empty() && inside_.back().list) ++inside_.back().index;
    return true;
  }
  bool other() {
    last_ = now();
    return next();
  }
  bool open(bool list) {
    if (inside_.size() == most_depth)
      return refuse("is nested deeper than " + std::to_string(most_depth) + " levels");
    inside_.push_back({.list = list, .key = {}, .index = 0});
    last_ = now();
    return true;
  }
  bool close() {
    place_size_ -= inside_.back().key.size();
    inside_.pop_back();
    return other();
  }

  std::string_view json_;
  const char* const* seen_;
  std::size_t last_ = 0;
  std::size_t key_begin_ = 0;
  std::size_t place_size_ = 0;  // of all keys on the way here
  std::vector<Level> inside_;
};

}  // namespace

std::expected<std::vector<JsonString>, std::string> strings_of(std::string_view json) {
  if (std::string what = pack::not_a_text(json); !what.empty()) return std::unexpected(std::move(what));
  const char* seen = json.data();
  Collector collector(json, &seen);
  const bool read = nlohmann::json::sax_parse(Watched(json.data(), &seen),
                                              Watched(json.data() + json.size(), &seen), &collector);
  if (!read) return std::unexpected(collector.mistake_);
  return std::move(collector.strings_);
}

std::string written(std::string_view text, bool spell_blanks) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string json = "\"";
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = text::take_code_point(text);
    const bool blank = c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x2011 || c == 0x202F;
    if (c == '"' || c == '\\') {
      json += '\\';
      json += static_cast<char>(c);
    } else if (c == '\n') {
      json += "\\n";
    } else if (c < 0x20 || (spell_blanks && blank)) {
      json += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) json += digits[c >> shift & 0xF];
    } else {
      json += before.substr(0, before.size() - text.size());
    }
  }
  return json + "\"";
}

std::vector<std::string> steps_of(std::string_view pointer) {
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/')
      steps.emplace_back();
    else if (pointer[i] == '~' && i + 1 < pointer.size())
      steps.back() += pointer[++i] == '0' ? '~' : '/';
    else
      steps.back() += pointer[i];
  }
  return steps;
}

}  // namespace lint
