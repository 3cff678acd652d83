#include "visitor/visitor.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "sorting/sort.h"
#include "visitor/appointments.h"

namespace visitor {
namespace {

constexpr std::array<std::pair<Appearance, std::string_view>, 4> appearance_names{
    {{Appearance::as_device, "as-device"},
     {Appearance::light, "light"},
     {Appearance::dark, "dark"},
     {Appearance::high_contrast, "high-contrast"}}};

constexpr std::array<std::pair<Badge, std::string_view>, 3> badge_names{
    {{Badge::usual, "usual"}, {Badge::restricted_areas, "restricted-areas"}, {Badge::staff, "staff"}}};

}  // namespace

std::string_view name_of(Badge badge) {
  for (const auto& [one, name] : badge_names)
    if (one == badge) return name;
  return "usual";
}

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

bool Visitor::was_reminded(std::string_view subject) const {
  return std::ranges::binary_search(reminded, subject);
}

int Visitor::seen_revision(std::string_view session) const {
  const auto found = std::ranges::lower_bound(seen, session, {}, &SeenSession::session);
  return found != seen.end() && found->session == session ? found->revision : 0;
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
  for (const auto& [kind, list] :
       {std::pair{"notice-read", &visitor.read_notices},
        std::pair{"notice-dismissed", &visitor.dismissed_notices}, std::pair{"reminded", &visitor.reminded}})
    log.each(event, kind, [&, subjects = list](std::string_view subject, std::string_view value) {
      if (value == on) subjects->emplace_back(subject);
    });
  visitor.appointments = appointments_at(event, log);
  const std::string_view reminder = log.value("", reminder_key().kind);
  for (const int one : reminder_choices)
    if (reminder == std::to_string(one)) visitor.reminder = one;
  visitor.walking.step_free = log.value("", step_free_key().kind) == on;
  visitor.walking.avoid_escalators = log.value("", avoid_escalators_key().kind) == on;
  const std::string_view badge = log.value(event, badge_key(event).kind);
  for (const auto& [one, known] : badge_names)
    if (badge == known) visitor.walking.badge = one;
  log.each(event, "seen", [&](std::string_view subject, std::string_view value) {
    const std::size_t slash = subject.rfind('/');
    if (value != on || slash == std::string_view::npos) return;
    const std::string_view session = subject.substr(0, slash), digits = subject.substr(slash + 1);
    int revision = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), revision);
    if (error != std::errc() || end != digits.data() + digits.size() || revision < 0) return;
    // Those of one session stand together.
    if (visitor.seen.empty() || visitor.seen.back().session != session)
      visitor.seen.push_back({std::string(session), revision});
    else
      visitor.seen.back().revision = std::max(visitor.seen.back().revision, revision);
  });
  // Behind "water/" stands "water-2/": as subjects they are in another order than as names.
  sorting::sort(visitor.seen, {}, &SeenSession::session);
  visitor.looked_at = log.value(event, looked_at_key(event).kind);
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
OperationKey reminder_key() { return {"", "reminder", ""}; }
OperationKey step_free_key() { return {"", "step-free", ""}; }
OperationKey avoid_escalators_key() { return {"", "avoid-escalators", ""}; }
OperationKey badge_key(std::string_view event) { return {std::string(event), "badge", ""}; }
OperationKey reminded_key(std::string_view event, std::string_view subject) {
  return {std::string(event), "reminded", std::string(subject)};
}
OperationKey looked_at_key(std::string_view event) { return {std::string(event), "looked-at", ""}; }
OperationKey seen_key(std::string_view event, std::string_view session, int revision) {
  return {std::string(event), "seen", std::string(session) + '/' + std::to_string(revision)};
}

}  // namespace visitor
