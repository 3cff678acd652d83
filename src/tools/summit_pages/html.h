// Writing HTML: text that cannot be mistaken for markup, and tags with attributes.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pages {

// `text` as it stands between tags or inside a quoted attribute.
std::string escaped(std::string_view text);

// "0a7bbd"
std::string hex_digits(unsigned red, unsigned green, unsigned blue);

// A number with at most one decimal: "12", "12.5".
std::string short_number(float number);

// A character as UTF-8.
std::string utf8(char32_t code);

struct Attribute {
  std::string_view name;
  std::string value;  // an attribute with an empty value is left out
};

class Html {
 public:
  // "<name …>". With `bare`, that attribute follows without a value.
  Html& open(std::string_view name, std::initializer_list<Attribute> attributes = {},
             std::string_view bare = {});
  Html& close(std::string_view name);
  Html& text(std::string_view text);
  // A whole element that holds nothing but text.
  Html& element(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view text);
  // A character of the icon font, silent.
  Html& icon(char32_t code);
  Html& raw(std::string_view markup);
  Html& line();

  const std::string& string() const { return out_; }

 private:
  std::string out_;
};

}  // namespace pages
