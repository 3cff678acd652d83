#include "tools/summit_pages/html.h"

#include <cmath>

namespace pages {

std::string escaped(std::string_view text) {
  std::string safe;
  safe.reserve(text.size() + 16);
  for (const char c : text) switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      default: safe += c;
    }
  return safe;
}

std::string hex_digits(unsigned red, unsigned green, unsigned blue) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned channel : {red, green, blue}) {
    hex += digits[(channel >> 4) & 15];
    hex += digits[channel & 15];
  }
  return hex;
}

std::string short_number(float number) {
  const long tenths = std::lround(number * 10);
  std::string text = tenths < 0 ? "-" : "";
  text += std::to_string(std::labs(tenths) / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::labs(tenths) % 10);
  return text;
}

std::string utf8(char32_t code) {
  std::string bytes;
  const auto add = [&](unsigned value) { bytes += static_cast<char>(value); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | (code >> 6));
    add(0x80 | (code & 63));
  } else if (code < 0x10000) {
    add(0xE0 | (code >> 12));
    add(0x80 | ((code >> 6) & 63));
    add(0x80 | (code & 63));
  } else {
    add(0xF0 | (code >> 18));
    add(0x80 | ((code >> 12) & 63));
    add(0x80 | ((code >> 6) & 63));
    add(0x80 | (code & 63));
  }
  return bytes;
}

Html& Html::open(std::string_view name, std::initializer_list<Attribute> attributes, std::string_view bare) {
  out_.append("<").append(name);
  for (const Attribute& attribute : attributes)
    if (!attribute.value.empty())
      out_.append(" ").append(attribute.name).append("=\"").append(escaped(attribute.value)).append("\"");
  if (!bare.empty()) out_.append(" ").append(bare);
  out_ += '>';
  return *this;
}

Html& Html::close(std::string_view name) {
  out_.append("</").append(name).append(">");
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escaped(text);
  return *this;
}

Html& Html::element(std::string_view name, std::initializer_list<Attribute> attributes,
                    std::string_view text) {
  return open(name, attributes).text(text).close(name);
}

Html& Html::icon(char32_t code) {
  if (code != 0) out_.append("<i aria-hidden=\"true\">").append(utf8(code)).append("</i>");
  return *this;
}

Html& Html::raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

Html& Html::line() {
  out_ += '\n';
  return *this;
}

}  // namespace pages
