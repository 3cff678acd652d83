#include "agenda/programme.h"

#include <algorithm>

namespace agenda {
namespace {

template <typename Wanted>
Sessions sessions_where(const model::Event& event, Wanted wanted) {
  Sessions found;
  for (const model::Session& session : event.sessions)
    if (wanted(session)) found.push_back(&session);
  return found;
}

}  // namespace

Sessions on_day(const model::Event& event, const text::TimeZone& zone, model::Date day) {
  // Two readings of the clock for the whole day instead of one for each session.
  const model::Instant from = zone.instant(day, 0, 0);
  const model::Instant to = zone.instant(std::chrono::sys_days(day) + std::chrono::days(1), 0, 0);
  return sessions_where(event, [&](const model::Session& s) { return s.starts_at >= from && s.starts_at < to; });
}

Sessions on_now(const model::Event& event, model::Instant now) {
  return sessions_where(event, [&](const model::Session& s) { return is_on(s, now); });
}

Sessions up_next(const model::Event& event, model::Instant now, std::size_t most) {
  Sessions next;
  for (const model::Session& session : event.sessions) {
    if (session.starts_at <= now || session.state == model::SessionState::cancelled) continue;
    if (next.size() == most) break;
    next.push_back(&session);
  }
  return next;
}

Sessions of_theme(const model::Event& event, std::string_view theme) {
  return sessions_where(event, [&](const model::Session& s) { return std::ranges::find(s.themes, theme) != s.themes.end(); });
}

Sessions of_partner(const model::Event& event, std::string_view partner) {
  return sessions_where(event,
                        [&](const model::Session& s) { return std::ranges::find(s.partners, partner) != s.partners.end(); });
}

Sessions in_room(const model::Event& event, std::string_view room) {
  return sessions_where(event, [&](const model::Session& s) { return s.room == room; });
}

Progress progress(const model::Event& event, const text::TimeZone& zone, model::Instant now) {
  const std::chrono::sys_days today{zone.at(now).date};
  const std::chrono::sys_days first{event.first_day};
  const std::chrono::sys_days last{event.last_day};
  if (today < first) return {.phase = Phase::before, .day = 0, .days_left = static_cast<int>((first - today).count())};
  if (today > last) return {.phase = Phase::over, .day = 0, .days_left = 0};
  return {.phase = Phase::running, .day = static_cast<int>((today - first).count()) + 1, .days_left = 0};
}

model::Date opening_day(const model::Event& event, const text::TimeZone& zone, model::Instant now) {
  const model::Date today = zone.at(now).date;
  return today >= event.first_day && today <= event.last_day ? today : event.first_day;
}

float share_over(const model::Session& session, model::Instant now) {
  const auto whole = session.ends_at - session.starts_at;
  if (whole.count() <= 0) return 1;
  const float share = static_cast<float>((now - session.starts_at).count()) / static_cast<float>(whole.count());
  return std::clamp(share, 0.F, 1.F);
}

bool is_on(const model::Session& session, model::Instant now) {
  return session.state != model::SessionState::cancelled && session.starts_at <= now && now < session.ends_at;
}

std::optional<model::Instant> next_change(const model::Event& event, model::Instant now) {
  std::optional<model::Instant> next;
  const auto consider = [&](model::Instant moment) {
    if (moment > now && (!next || moment < *next)) next = moment;
  };
  for (const model::Session& session : event.sessions) {
    consider(session.starts_at);
    consider(session.ends_at);
  }
  return next;
}

}  // namespace agenda
