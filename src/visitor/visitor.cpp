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

bool Visitor::has_read(std::string_view notice_subject) const {
  return std::ranges::binary_search(read_notices, notice_subject) || has_dismissed(notice_subject);
}

bool Visitor::has_dismissed(std::string_view notice_subject) const {
  return std::ranges::binary_search(dismissed_notices, notice_subject);
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
  for (const auto& [kind, list] : {std::pair{"notice-read", &visitor.read_notices},
                                   std::pair{"notice-dismissed", &visitor.dismissed_notices}})
    log.each(event, kind, [&, subjects = list](std::string_view subject, std::string_view value) {
      if (value == on) subjects->emplace_back(subject);
    });
  return visitor;
}

OperationKey star_key(std::string_view event, std::string_view session) {
  return {std::string(event), "star", std::string(session)};
}
std::string notice_subject(std::string_view notice, std::string_view revision) {
  return std::string(notice) + "@" + std::string(revision);
}
OperationKey read_notice_key(std::string_view event, std::string_view notice_subject) {
  return {std::string(event), "notice-read", std::string(notice_subject)};
}
OperationKey dismissed_notice_key(std::string_view event, std::string_view notice_subject) {
  return {std::string(event), "notice-dismissed", std::string(notice_subject)};
}
OperationKey language_key() { return {"", "language", ""}; }
OperationKey appearance_key() { return {"", "appearance", ""}; }
OperationKey text_size_key() { return {"", "text-size", ""}; }

}  // namespace visitor
