#include "screens/address.h"

#include <algorithm>

#include "screens/pages.h"

namespace screens {
namespace {

constexpr std::string_view carried = "carry=";
constexpr std::size_t longest_carried = 5'000;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+') {
      plain += ' ';
    } else if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
               hex_digit(text[i + 2]) >= 0) {
      plain += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

// A plus sign in ?at=2026-04-22T10:30+05:00 is meant as one, although forms use it for a space.
std::string decoded_time(std::string_view text) {
  std::string plain = decoded(text);
  std::ranges::replace(plain, ' ', '+');
  return plain;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// "2026-04-22": a day of the agenda; no session is called so.
bool is_date(std::string_view text) {
  constexpr std::string_view pattern = "0000-00-00";
  return text.size() == pattern.size() && std::ranges::equal(text, pattern, [](char c, char like) {
           return like == '-' ? c == '-' : c >= '0' && c <= '9';
         });
}

std::string carried_code(std::string_view text) {
  const bool is_code =
      !text.empty() && text.size() <= longest_carried && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      });
  return is_code ? std::string(text) : "-";
}

}  // namespace

std::string_view Address::parameter(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return {};
}

Address address_of(std::string_view path, std::span<const std::string> languages) {
  Address address;
  if (const std::size_t fragment = path.find('#'); fragment != std::string_view::npos) {
    const std::string_view anchor = path.substr(fragment + 1);
    if (is_id(anchor)) address.anchor = anchor;
    if (anchor.starts_with(carried)) address.carry = carried_code(anchor.substr(carried.size()));
    path = path.substr(0, fragment);
  }
  if (const std::size_t mark = path.find('?'); mark != std::string_view::npos) {
    std::string_view query = path.substr(mark + 1);
    path = path.substr(0, mark);
    while (!query.empty()) {
      const std::size_t end = std::min(query.find('&'), query.size());
      const std::string_view pair = query.substr(0, end);
      query.remove_prefix(std::min(end + 1, query.size()));
      const std::size_t equals = std::min(pair.find('='), pair.size());
      const std::string name = decoded(pair.substr(0, equals));
      const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
      if (!name.empty())
        address.query.emplace_back(name, name == "at" ? decoded_time(value) : decoded(value));
    }
  }
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    if (end > 0) parts.push_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  if (parts.empty()) return address;
  if (std::ranges::find(languages, parts[0]) == languages.end()) {
    address.page = Page::not_found;
    return address;
  }
  address.language = parts[0];
  if (parts.size() == 1) return address;
  address.page = Page::not_found;
  if (parts.size() > 3) return address;
  const bool has_id = parts.size() == 3;
  if (has_id && !is_id(parts[2])) return address;
  for (const PageEntry& entry : all_pages())
    if (entry.segment == parts[1] && (entry.things != nullptr) == has_id) {
      address.page = entry.page;
      if (has_id) address.id = parts[2];
    }
  // The page of a day is the agenda opened there; what the query says goes before.
  if (address.page == Page::session && is_date(address.id)) {
    address.page = Page::agenda;
    if (address.parameter("day").empty()) address.query.emplace_back("day", address.id);
    address.id.clear();
  }
  return address;
}

bool names_dialog(std::string_view parameter) {
  return parameter == "own" || parameter == "choose" || parameter == "with";
}

// The agenda may have a day for an id.
std::string path_of(std::string_view language, Page page, std::string_view id) {
  std::string path = "/";
  path.append(language).append("/");
  const PageEntry& entry = page_entry(page);
  if (!entry.segment.empty()) path.append(entry.segment).append("/");
  if (entry.things != nullptr || (page == Page::agenda && !id.empty())) path.append(id).append("/");
  return path;
}

std::string path_of(const Address& address) {
  std::string path = address.language.empty() ? "/" : path_of(address.language, address.page, address.id);
  char separator = '?';
  for (const auto& [name, value] : address.query) {
    path += separator;
    path.append(query_encoded(name)).append("=").append(query_encoded(value));
    separator = '&';
  }
  if (!address.anchor.empty()) path.append("#").append(address.anchor);
  if (!address.carry.empty()) path.append("#").append(carried).append(address.carry);
  return path;
}

std::string query_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '.' || c == '~' || c == ':';
    if (plain) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += digits[byte >> 4];
      encoded += digits[byte & 15];
    }
  }
  return encoded;
}

void add_parameter(std::string& link, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  link += link.find('?') == std::string::npos ? '?' : '&';
  link.append(key).append("=").append(query_encoded(value));
}

}  // namespace screens
