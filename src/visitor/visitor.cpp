#include "visitor/visitor.h"

#include <algorithm>
#include <utility>

namespace visitor {
namespace {

constexpr std::array<std::pair<Appearance, std::string_view>, 4> appearance_names{
    {{Appearance::as_device, "as-device"},
     {Appearance::light, "light"},
     {Appearance::dark, "dark"},
     {Appearance::high_contrast, "high-contrast"}}};

}  // namespace

std::string_view name_of(Appearance appearance) {
  for (const auto& [one, name] : appearance_names)
    if (one == appearance) return name;
  return "as-device";
}

Appearance appearance_named(std::string_view name) {
  for (const auto& [one, known] : appearance_names)
    if (known == name) return one;
  return Appearance::as_device;
}

bool Visitor::has_starred(std::string_view session) const {
  return std::ranges::binary_search(starred, session);
}

Visitor visitor_at(std::string_view event, const OperationLog& log) {
  Visitor visitor;
  visitor.language = log.value("", language_key().kind);
  visitor.appearance = appearance_named(log.value("", appearance_key().kind));
  const std::string_view size = log.value("", text_size_key().kind);
  for (const int one : text_sizes)
    if (size == std::to_string(one)) visitor.text_size = one;
  // By subject, so they come sorted.
  log.each(event, "star", [&](std::string_view session, std::string_view value) {
    if (value == on) visitor.starred.emplace_back(session);
  });
  return visitor;
}

OperationKey star_key(std::string_view event, std::string_view session) {
  return {std::string(event), "star", std::string(session)};
}
OperationKey language_key() { return {"", "language", ""}; }
OperationKey appearance_key() { return {"", "appearance", ""}; }
OperationKey text_size_key() { return {"", "text-size", ""}; }

}  // namespace visitor
