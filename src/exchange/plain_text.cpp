#include "exchange/plain_text.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "exchange/colors.h"
#include "text/prose.h"
#include "text/utf8.h"

namespace exchange {
namespace {

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return made;
}

// The character that "&name;" stands for.
std::optional<std::string> entity(std::string_view name) {
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const int base = name.starts_with('x') || name.starts_with('X') ? 16 : 10;
    if (base == 16) name.remove_prefix(1);
    unsigned code = 0;
    const auto [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), code, base);
    if (wrong != std::errc() || end != name.data() + name.size() || code == 0 || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000))
      return std::nullopt;
    return text::encoded(std::u32string(1, static_cast<char32_t>(code)));
  }
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\xC2\xA0"}};
  for (const auto& [word, letter] : known)
    if (word == name) return std::string(letter);
  return std::nullopt;
}

// What packs take as a link, or a little less.
bool may_be_followed(std::string_view address) {
  constexpr std::size_t longest = 1000;
  const bool mail = address.starts_with("mailto:");
  if (address.size() > longest ||
      (!mail && !address.starts_with("https://") && !address.starts_with("http://")))
    return false;
  constexpr std::string_view forbidden = "<>\"\\`{}|^()[]";
  if (std::ranges::any_of(address, [&](char c) { return c <= ' ' || c >= 0x7F || forbidden.contains(c); }))
    return false;
  if (mail) return address.find('@') > 7 && address.find('@') + 1 < address.size();
  const std::size_t begin = address.find("//") + 2;
  const std::string_view host =
      address.substr(begin, std::min(address.find_first_of("/?#:", begin), address.size()) - begin);
  if (address.substr(begin, std::min(address.find_first_of("/?#", begin), address.size()) - begin)
          .contains('@'))
    return false;
  bool dot = true;  // a name has letters between its dots
  for (const char c : host) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && (c != '.' || dot)) return false;
    dot = c == '.' || (dot && c == '-');
  }
  return !host.empty() && !dot && !host.ends_with('-');
}

std::string without_brackets(std::string_view text) {
  std::string made;
  for (const char c : text)
    if (c != '[' && c != ']') made += c == '\n' ? ' ' : c;
  return made;
}

// HTML taken away, where there is any; links stay as [words](address).
std::string without_tags(std::string_view text) {
  std::string made;
  std::string address;
  std::size_t link_begin = 0;
  const auto break_line = [&](std::size_t lines) {
    std::size_t there = 0;
    while (there < made.size() && made[made.size() - 1 - there] == '\n') ++there;
    if (!made.empty()) made.append(lines > there ? lines - there : 0, '\n');
  };
  while (!text.empty()) {
    if (text.starts_with('&')) {
      const std::size_t end = text.find(';');
      constexpr std::size_t longest = 9;
      if (end != std::string_view::npos && end < longest)
        if (const auto letter = entity(text.substr(1, end - 1))) {
          made += *letter;
          text.remove_prefix(end + 1);
          continue;
        }
    }
    const bool tag =
        text.size() > 2 && text[0] == '<' &&
        (text[1] == '/' || text[1] == '!' || ((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z'));
    const std::size_t end = tag ? text.find('>') : std::string_view::npos;
    if (end == std::string_view::npos) {
      made += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string inner = lower(text.substr(1, end - 1));
    const std::string_view written = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    const std::string name = inner.substr(0, inner.find_first_of(" \t\r\n/", 1));
    // <https://example.org/>
    if (inner.starts_with("http://") || inner.starts_with("https://")) {
      made += written;
    } else if (name == "br" || name == "/li" || name == "/tr") {
      made += '\n';
    } else if (name == "li") {
      break_line(1);
      made += "– ";
    } else if (name == "p" || name == "/p" || name == "div" || name == "/div" || name == "ul" ||
               name == "/ul" || name == "ol" || name == "/ol" || (name.size() == 2 && name[0] == 'h') ||
               (name.size() == 3 && name[0] == '/' && name[1] == 'h')) {
      break_line(2);
    } else if (name == "script" || name == "style") {
      const std::size_t close = lower(text).find("</" + name);
      text.remove_prefix(std::min(close, text.size()));
    } else if (name == "a") {
      const std::size_t at = inner.find("href=");
      address.clear();
      if (at != std::string::npos) {
        std::string_view value = written.substr(at + 5);
        const char quote = value.empty() ? '\0' : value.front();
        if (quote == '"' || quote == '\'') {
          value.remove_prefix(1);
          address = value.substr(0, value.find(quote));
        } else {
          address = value.substr(0, value.find_first_of(" \t>"));
        }
      }
      link_begin = made.size();
    } else if (name == "/a" && !address.empty()) {
      const std::string words = made.substr(std::min(link_begin, made.size()));
      if (may_be_followed(address) && words.find_first_not_of(" \n") != std::string::npos) {
        made.resize(link_begin);
        made += "[" + without_brackets(words) + "](" + address + ")";
      }
      address.clear();
    }
  }
  return made;
}

// Only letters that may stand in texts of events: no controls, nothing that turns the direction, blanks in
// order.
std::string tidy(std::string_view text) {
  std::u32string made;
  for (const char32_t c : text::decoded(text)) {
    if (c == '\r') continue;
    if (c == '\n') {
      while (!made.empty() && (made.back() == ' ' || made.back() == 0xA0)) made.pop_back();
      if (made.size() >= 2 && made.back() == '\n' && made[made.size() - 2] == '\n') continue;
      if (!made.empty()) made += c;
      continue;
    }
    const bool blank = c == '\t' || c == 0x0B || c == 0x0C || c == 0x2028 || c == 0x2029 || c == 0x85;
    if (!blank && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || c == 0xFFFD || c == 0x200B ||
                   (c & 0xFFFE) == 0xFFFE || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)))
      continue;
    if (blank || c == ' ') {
      if (!made.empty() && made.back() != ' ' && made.back() != '\n') made += U' ';
      continue;
    }
    made += c;
  }
  while (!made.empty() && (made.back() == ' ' || made.back() == '\n' || made.back() == 0xA0)) made.pop_back();
  std::size_t first = 0;
  while (first < made.size() && (made[first] == 0xA0 || made[first] == ' ')) ++first;
  return text::encoded(made.substr(first));
}

// Links that packs would refuse lose their brackets.
std::string with_good_links(std::string prose) {
  for (std::size_t from = 0; const auto link = text::next_link(prose, from);) {
    const bool good = link->closed && may_be_followed(link->href) &&
                      link->words.find_first_not_of(' ') != std::string_view::npos;
    if (good) {
      from = link->end;
      continue;
    }
    std::string plain =
        link->closed ? std::string(link->words) : prose.substr(link->begin + 1, link->end - link->begin - 1);
    if (link->closed && !link->href.empty()) plain += " – " + std::string(link->href);
    std::erase(plain, '[');
    prose.replace(link->begin, link->end - link->begin, plain);
    from = link->begin;
  }
  return prose;
}

}  // namespace

std::string prose_of(std::string_view text, std::size_t most, Markup markup) {
  const auto good = [&](std::string_view words) { return with_good_links(tidy(words)); };
  std::string prose = markup == Markup::html ? good(without_tags(text)) : good(text);
  if (text::decoded(prose).size() <= most) return prose;
  // A link that is cut in two would be none.
  return with_good_links(cut_to(prose, most));
}

std::string lines_of(std::string_view text, std::size_t most, Markup markup) {
  if (markup == Markup::none) return cut_to(tidy(text), most);
  return cut_to(tidy(text::plain_prose(with_good_links(tidy(without_tags(text))))), most);
}

std::string line_of(std::string_view text, std::size_t most, Markup markup) {
  std::string line = lines_of(text, most, markup);
  std::ranges::replace(line, '\n', ' ');
  return tidy(line);
}

}  // namespace exchange
