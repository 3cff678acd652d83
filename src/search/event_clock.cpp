#include "search/event_clock.h"

#include <algorithm>

namespace search {

std::size_t EventClock::day_of(model::Instant moment) const {
  const auto found = std::ranges::find_if(vocabulary_.day_bounds, [&](const auto& bounds) { return moment >= bounds.first && moment < bounds.second; });
  return static_cast<std::size_t>(found - vocabulary_.day_bounds.begin());
}

Clock EventClock::clock() const {
  using std::chrono::days;
  const auto clock = [](model::Date day, auto since_midnight) {
    return Clock{day, static_cast<TimeOfDay>(std::chrono::floor<std::chrono::minutes>(since_midnight).count())};
  };
  if (vocabulary_.days.empty()) {
    const auto day = std::chrono::floor<days>(now_);
    return clock(model::Date(day), now_ - day);
  }
  const std::size_t index = day_of(now_);
  if (index < vocabulary_.days.size()) return clock(vocabulary_.days[index], now_ - vocabulary_.day_bounds[index].first);
  // As far from the first day as the clock is.
  const auto since_first = now_ - vocabulary_.day_bounds.front().first;
  const auto away = std::chrono::floor<days>(since_first);
  return clock(model::Date(std::chrono::sys_days(vocabulary_.days.front()) + away), since_first - away);
}

float EventClock::fit(const Kept& document, const Moment& moment) const {
  if (!document.starts_at) return 0;
  if (moment.now && !(*document.starts_at <= now_ && now_ < *document.ends_at)) return 0;
  if (moment.next && *document.starts_at <= now_) return 0;
  const std::size_t day = day_of(*document.starts_at);
  if (moment.day && (day >= vocabulary_.days.size() || vocabulary_.days[day] != *moment.day)) return 0;
  if (!moment.time && !moment.part) return 1;
  if (day >= vocabulary_.days.size()) return 0;
  const model::Instant midnight = vocabulary_.day_bounds[day].first;
  if (moment.part && !moment.time) {
    const auto minute = [&](TimeOfDay time) { return midnight + std::chrono::minutes(time); };
    return *document.starts_at >= minute(moment.part->first) && *document.starts_at < minute(moment.part->second) ? 1 : 0;
  }
  const model::Instant wanted = midnight + std::chrono::minutes(*moment.time);
  if (*document.starts_at == wanted) return 1;
  if (*document.starts_at < wanted && wanted < *document.ends_at) return 0.8F;
  const auto later = *document.starts_at - wanted;
  return later > std::chrono::seconds(0) && later <= std::chrono::minutes(30) ? 0.5F : 0;
}

}  // namespace search
