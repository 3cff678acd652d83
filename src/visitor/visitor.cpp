#include "visitor/visitor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace visitor {
namespace {

constexpr std::array<std::pair<Appearance, std::string_view>, 4> appearance_names{
    {{Appearance::as_device, "as-device"},
     {Appearance::light, "light"},
     {Appearance::dark, "dark"},
     {Appearance::high_contrast, "high-contrast"}}};

// Ids hold nothing else, and tags only large letters besides (uz-Latn), so nothing else is believed
// when read back.
bool is_plain(std::string_view word, bool large_letters = false) {
  return !word.empty() && word.size() <= 100 && std::ranges::all_of(word, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (large_letters && c >= 'A' && c <= 'Z');
  });
}

}  // namespace

bool Visitor::has_starred(std::string_view session) const {
  return std::ranges::find(starred, session) != starred.end();
}

void Visitor::turn_star(std::string_view session) {
  const auto found = std::ranges::find(starred, session);
  if (found != starred.end())
    starred.erase(found);
  else
    starred.emplace_back(session);
}

std::string to_text(const Visitor& visitor) {
  std::string text = "summit-visitor 1\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text.append(name).append(" ").append(value).append("\n");
  };
  if (!visitor.language.empty()) line("language", visitor.language);
  for (const auto& [appearance, name] : appearance_names)
    if (appearance == visitor.appearance) line("appearance", name);
  if (visitor.text_size != 100) line("text-size", std::to_string(visitor.text_size));
  for (const std::string& session : visitor.starred) line("star", session);
  return text;
}

Visitor from_text(std::string_view text) {
  Visitor visitor;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const std::string_view name = line.substr(0, space);
    const std::string_view value = line.substr(space + 1);
    if (!is_plain(value, name == "language")) continue;
    if (name == "language") visitor.language = value;
    if (name == "star" && !visitor.has_starred(value)) visitor.starred.emplace_back(value);
    if (name == "text-size")
      for (const int size : text_sizes)
        if (value == std::to_string(size)) visitor.text_size = size;
    if (name == "appearance")
      for (const auto& [appearance, word] : appearance_names)
        if (word == value) visitor.appearance = appearance;
  }
  return visitor;
}

}  // namespace visitor
