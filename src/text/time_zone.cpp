#include "text/time_zone.h"

#include <unicode/timezone.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "text/icu_support.h"

namespace text {

namespace {

using std::chrono::milliseconds;
using std::chrono::sys_days;

UDate to_icu_date(std::chrono::sys_seconds moment) {
  return static_cast<UDate>(milliseconds(moment.time_since_epoch()).count());
}

// `local`: the moment is a reading of the zone's own clock, written as if it were UTC.
std::chrono::minutes offset(const icu::TimeZone& zone, std::chrono::sys_seconds moment, bool local) {
  std::int32_t standard = 0;
  std::int32_t summer = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone.getOffset(to_icu_date(moment), local, standard, summer, status);
  if (U_FAILURE(status)) return {};
  return std::chrono::floor<std::chrono::minutes>(milliseconds(standard + summer));
}

}  // namespace

struct TimeZone::Zone {
  Zone(std::string of, std::unique_ptr<const icu::TimeZone> by) : name(std::move(of)), rules(std::move(by)) {}

  // How far its clock is ahead of UTC. ICU is asked twice for each day, and at every moment of a day on which
  // the clock is changed.
  std::chrono::minutes ahead(std::chrono::sys_seconds moment) const {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    auto known = all_day.find(day);
    if (known == all_day.end()) {
      if (all_day.size() >= most_days) all_day.clear();
      const std::chrono::minutes first = offset(*rules, day, false);
      const bool the_same = first == offset(*rules, day + std::chrono::days(1), false);
      known = all_day.emplace(day, the_same ? std::optional(first) : std::nullopt).first;
    }
    return known->second ? *known->second : offset(*rules, moment, false);
  }

  std::string name;
  std::unique_ptr<const icu::TimeZone> rules;

 private:
  static constexpr std::size_t most_days = 1000;
  // By days of UTC; nothing for one on which the clock is changed.
  mutable std::map<sys_days, std::optional<std::chrono::minutes>> all_day;
};

std::expected<TimeZone, std::string> TimeZone::named(std::string_view iana_name) {
  std::unique_ptr<const icu::TimeZone> rules(icu::TimeZone::createTimeZone(to_icu(iana_name)));
  icu::UnicodeString found;
  // ICU answers an unknown name with GMT under this one.
  if (!rules || rules->getID(found) == icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID, -1, US_INV))
    return std::unexpected("unknown time zone: " + std::string(iana_name));
  return TimeZone(std::make_unique<Zone>(std::string(iana_name), std::move(rules)));
}

WallTime TimeZone::at(Instant moment) const {
  const auto shown = moment + zone_->ahead(moment);
  const auto day = std::chrono::floor<std::chrono::days>(shown);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(shown - day).count();
  return {.date = day, .hour = static_cast<int>(minutes / 60), .minute = static_cast<int>(minutes % 60)};
}

int TimeZone::offset_minutes(Instant moment) const { return static_cast<int>(zone_->ahead(moment).count()); }

Instant TimeZone::instant(Date date, int hour, int minute) const {
  const Instant shown = sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute);
  return shown - offset(*zone_->rules, shown, true);
}

const std::string& TimeZone::name() const { return zone_->name; }

std::string utc_offset_name(int offset_minutes) {
  std::string name = "UTC";
  if (offset_minutes == 0) return name;
  name += offset_minutes > 0 ? "+" : "\xE2\x88\x92";  // −
  const int minutes = std::abs(offset_minutes);
  name += std::to_string(minutes / 60);
  if (minutes % 60 != 0) name.append(minutes % 60 < 10 ? ":0" : ":").append(std::to_string(minutes % 60));
  return name;
}

TimeZone::TimeZone(std::unique_ptr<Zone> zone) : zone_(std::move(zone)) {}
TimeZone::TimeZone(TimeZone&&) noexcept = default;
TimeZone& TimeZone::operator=(TimeZone&&) noexcept = default;
TimeZone::~TimeZone() = default;

TimeZone::TimeZone(const TimeZone& other)
    : zone_(std::make_unique<Zone>(other.zone_->name,
                                   std::unique_ptr<const icu::TimeZone>(other.zone_->rules->clone()))) {}

TimeZone& TimeZone::operator=(const TimeZone& other) {
  if (this != &other) *this = TimeZone(other);
  return *this;
}

}  // namespace text
