// The clock of the event's time zone, for cells that hold days and times. Inside exchange/ only.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "exchange/cell_values.h"
#include "pack/time_text.h"
#include "text/time_zone.h"

namespace exchange {

class Clock {
 public:
  explicit Clock(text::TimeZone zone) : zone_(std::move(zone)) {}

  struct Reading {
    model::Date date{};
    std::chrono::seconds time{};  // since midnight
    bool operator==(const Reading&) const = default;
  };
  Reading at(model::Instant instant) const {
    const auto local = instant + std::chrono::minutes(zone_.offset_minutes(instant));
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return {model::Date(day), local - day};
  }
  model::Instant instant(model::Date date, std::chrono::seconds time) const {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time);
    const auto whole =
        zone_.instant(date, static_cast<int>(minutes.count() / 60), static_cast<int>(minutes.count() % 60));
    return whole + (time - minutes);
  }
  // On which day an end is of which the time alone is said: the next such time after the start. Nothing when
  // that would be a night too long to be meant: then the two were mixed up.
  static std::optional<model::Date> day_of_end(const Reading& start, std::chrono::seconds time) {
    constexpr std::chrono::hours longest_night{16};
    if (time > start.time) return start.date;
    if (time + std::chrono::days(1) - start.time > longest_night) return std::nullopt;
    return model::Date(std::chrono::sys_days(start.date) + std::chrono::days(1));
  }
  // "10:00"
  static std::string in_words(std::chrono::seconds time) {
    return pack::format_clock(std::chrono::sys_days{} + time, {});
  }
  // "2026-04-22T10:00+05:00"
  std::string written(model::Instant instant) const {
    return pack::format_instant(instant, std::chrono::minutes(zone_.offset_minutes(instant)));
  }
  const text::TimeZone& zone() const { return zone_; }

 private:
  text::TimeZone zone_;
};

}  // namespace exchange
