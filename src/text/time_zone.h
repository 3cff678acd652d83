// Clock readings in a named time zone.
#pragma once

#include <chrono>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace text {

// The same types as in model/time.h, which this folder does not know.
using Instant = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

// What a clock on the wall and the calendar beside it show.
struct WallTime {
  Date date{};
  int hour = 0;    // 0 to 23
  int minute = 0;  // 0 to 59
  bool operator==(const WallTime&) const = default;
};

class TimeZone {
 public:
  // `iana_name` such as "Asia/Almaty"; says so when ICU does not know it.
  static std::expected<TimeZone, std::string> named(std::string_view iana_name);

  WallTime at(Instant) const;

  // Minutes ahead of UTC at that moment: 300 for Astana.
  int offset_minutes(Instant) const;

  // The moment when a clock in this zone shows `hour`:`minute` on `date`.
  Instant instant(Date date, int hour, int minute) const;

  const std::string& name() const;

  TimeZone(TimeZone&&) noexcept;
  TimeZone& operator=(TimeZone&&) noexcept;
  TimeZone(const TimeZone&);
  TimeZone& operator=(const TimeZone&);
  ~TimeZone();

 private:
  friend class Words;
  struct Zone;
  explicit TimeZone(std::unique_ptr<Zone>);
  std::unique_ptr<Zone> zone_;
};

// How far a clock is ahead of UTC, the same in every language: "UTC+5", "UTC−3:30", "UTC".
std::string utc_offset_name(int offset_minutes);

}  // namespace text
