#include "search/event_clock.h"

#include <algorithm>

namespace search {

std::size_t EventClock::day_of(model::Instant moment) const {
  const auto found = std::ranges::find_if(vocabulary_.day_bounds, [&](const auto& bounds) {
    return moment >= bounds.first && moment < bounds.second;
  });
  return static_cast<std::size_t>(found - vocabulary_.day_bounds.begin());
}

Clock EventClock::clock() const {
  using std::chrono::days;
  const auto clock = [](model::Date day, auto since_midnight) {
    return Clock{day,
                 static_cast<TimeOfDay>(std::chrono::floor<std::chrono::minutes>(since_midnight).count())};
  };
  if (vocabulary_.days.empty()) {
    const auto day = std::chrono::floor<days>(now_);
    return clock(model::Date(day), now_ - day);
  }
  const std::size_t index = day_of(now_);
  if (index < vocabulary_.days.size())
    return clock(vocabulary_.days[index], now_ - vocabulary_.day_bounds[index].first);
  // As far from the first day as the clock is.
  const auto since_first = now_ - vocabulary_.day_bounds.front().first;
  const auto away = std::chrono::floor<days>(since_first);
  return clock(model::Date(std::chrono::sys_days(vocabulary_.days.front()) + away), since_first - away);
}

std::pair<model::Instant, model::Instant> EventClock::bounds_of(model::Date day) const {
  using std::chrono::days, std::chrono::sys_days;
  const auto known = std::ranges::find(vocabulary_.days, day);
  if (known != vocabulary_.days.end())
    return vocabulary_.day_bounds[static_cast<std::size_t>(known - vocabulary_.days.begin())];
  // What lasts past the last midnight is still there on the day after.
  const model::Instant from =
      vocabulary_.days.empty()
          ? model::Instant(sys_days(day))
          : vocabulary_.day_bounds.front().first + (sys_days(day) - sys_days(vocabulary_.days.front()));
  return {from, from + days(1)};
}

float EventClock::fit(const StoredDocument& document, const Moment& moment) const {
  if (!document.starts_at) return 0;
  if (moment.now && !(*document.starts_at <= now_ && now_ < *document.ends_at)) return 0;
  if (moment.next && *document.starts_at <= now_) return 0;
  if (moment.day) return fit_on(bounds_of(*moment.day), document, moment);
  if (!moment.time && !moment.part) return 1;
  // At that time of any day that it reaches.
  float best = 0;
  for (const auto& bounds : vocabulary_.day_bounds) best = std::max(best, fit_on(bounds, document, moment));
  return best;
}

float EventClock::fit_on(const std::pair<model::Instant, model::Instant>& day, const StoredDocument& document,
                         const Moment& moment) const {
  constexpr float goes_on = 0.8F;
  const auto& [midnight, end] = day;
  if (*document.starts_at >= end || *document.ends_at <= midnight) return 0;
  const bool begins = *document.starts_at >= midnight;
  if (!moment.time && !moment.part) return begins ? 1 : goes_on;
  if (moment.part && !moment.time) {
    const model::Instant from = midnight + std::chrono::minutes(moment.part->first);
    const model::Instant to = midnight + std::chrono::minutes(moment.part->second);
    if (*document.starts_at >= from && *document.starts_at < to) return 1;
    // Of what is there on one day alone its beginning counts.
    const bool of_one_day = begins && *document.ends_at <= end;
    return !of_one_day && *document.starts_at<to&& * document.ends_at> from ? goes_on : 0;
  }
  const model::Instant wanted = midnight + std::chrono::minutes(*moment.time);
  if (*document.starts_at == wanted) return 1;
  if (*document.starts_at < wanted && wanted < *document.ends_at) return goes_on;
  const auto later = *document.starts_at - wanted;
  return later > std::chrono::seconds(0) && later <= std::chrono::minutes(30) ? 0.5F : 0;
}

}  // namespace search
