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

model::Date next_day(model::Date day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

}  // namespace

Sessions on_day(const model::Event& event, const text::TimeZone& zone, model::Date day) {
  // Two readings of the clock for the whole day instead of one for each session.
  const model::Instant from = zone.instant(day, 0, 0);
  const model::Instant to = zone.instant(next_day(day), 0, 0);
  return sessions_where(event, [&](const model::Session& s) { return s.starts_at >= from && s.starts_at < to; });
}

Sessions continuing_on(const model::Event& event, const text::TimeZone& zone, model::Date day) {
  const model::Instant midnight = zone.instant(day, 0, 0);
  return sessions_where(event, [&](const model::Session& s) { return s.starts_at < midnight && s.ends_at > midnight; });
}

Days days_of(const model::Session& session, const text::TimeZone& zone) {
  const model::Instant last = std::max(session.starts_at, session.ends_at - std::chrono::seconds(1));
  return {zone.at(session.starts_at).date, zone.at(last).date};
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

model::Instant end_of(const model::Event& event, const text::TimeZone& zone) {
  const model::Instant midnight = zone.instant(next_day(event.last_day), 0, 0);
  model::Instant end = midnight;
  for (const model::Session& session : event.sessions)
    if (session.state != model::SessionState::cancelled && session.starts_at < midnight) end = std::max(end, session.ends_at);
  return end;
}

Progress progress(const model::Event& event, const text::TimeZone& zone, model::Instant now) {
  const std::chrono::sys_days today{zone.at(now).date};
  const std::chrono::sys_days first{event.first_day};
  const std::chrono::sys_days last{event.last_day};
  if (today < first) return {.phase = Phase::before, .day = 0, .days_left = static_cast<int>((first - today).count())};
  if (today > last && now >= end_of(event, zone)) return {.phase = Phase::over, .day = 0, .days_left = 0};
  return {.phase = Phase::running, .day = static_cast<int>((std::min(today, last) - first).count()) + 1, .days_left = 0};
}

model::Date opening_day(const model::Event& event, const text::TimeZone& zone, model::Instant now) {
  if (progress(event, zone, now).phase != Phase::running) return event.first_day;
  return std::min(zone.at(now).date, event.last_day);
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
