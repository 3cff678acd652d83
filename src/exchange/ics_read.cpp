#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "exchange/clock.h"
#include "exchange/programme.h"
#include "pack/words.h"
#include "text/windows_zones.h"

namespace exchange {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

constexpr std::size_t most_events = 20'000;

std::string text_of(const char* text) { return text == nullptr ? std::string() : text; }

// The lines on which events begin, which the library does not keep.
std::vector<std::size_t> event_lines(std::string_view text) {
  std::vector<std::size_t> lines;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    constexpr std::string_view begin = "BEGIN:VEVENT";
    const bool same = line.size() >= begin.size() &&
                      std::ranges::equal(line.substr(0, begin.size()), begin, [](char a, char b) {
                        return (a >= 'a' && a <= 'z' ? a - 32 : a) == b;
                      });
    if (same) lines.push_back(number);
    at = end + 1;
  }
  return lines;
}

// Where the text breaks: an END without its BEGIN, or a BEGIN that has no END, as in a file that was cut off.
// The library would tell of the one to standard error, and of the other nobody.
std::optional<pack::Problem> break_in(std::string_view text, const std::string& file) {
  struct Open {
    std::string_view begin;
    std::size_t line;
  };
  std::vector<Open> open;
  std::size_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto starts_with = [&](std::string_view word) {
      return line.size() >= word.size() &&
             std::ranges::equal(line.substr(0, word.size()), word,
                                [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == b; });
    };
    if (starts_with("BEGIN:")) {
      open.push_back({line, number});
    } else if (starts_with("END:")) {
      if (open.empty())
        return pack::Problem{file, "line " + std::to_string(number),
                             "is no calendar: " + pack::quoted(line) + " without its BEGIN"};
      open.pop_back();
    }
  }
  if (open.empty()) return std::nullopt;
  return pack::Problem{file, "line " + std::to_string(open.back().line),
                       "is cut off: " + pack::quoted(open.back().begin) + " has no END"};
}

class IcsReader {
 public:
  IcsReader(std::string_view bytes, const ReadOptions& options)
      : options_(options), lines_(event_lines(bytes)) {}

  Programme run(const std::string& text) {
    if (auto broken = break_in(text, options_.file)) {
      programme_.problems.push_back(std::move(*broken));
      return std::move(programme_);
    }
    Component root(icalparser_parse_string(text.c_str()), &icalcomponent_free);
    if (root) read(root.get());
    if (!any_calendar_)
      programme_.problems.push_back(
          {options_.file, "", "is no calendar: there is no BEGIN:VCALENDAR with its END"});
    return std::move(programme_);
  }

 private:
  void warn(std::string place, std::string reason) {
    programme_.problems.push_back(
        {options_.file, std::move(place), std::move(reason), pack::Problem::Severity::warning});
  }

  void read(icalcomponent* component) {
    if (icalcomponent_isa(component) == ICAL_VCALENDAR_COMPONENT) {
      read_calendar(component);
      return;
    }
    if (icalcomponent_isa(component) != ICAL_XROOT_COMPONENT) return;
    for (icalcomponent* one = icalcomponent_get_first_component(component, ICAL_VCALENDAR_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(component, ICAL_VCALENDAR_COMPONENT))
      read_calendar(one);
  }

  static std::string x_property(icalcomponent* component, std::string_view name) {
    for (icalproperty* one = icalcomponent_get_first_property(component, ICAL_X_PROPERTY); one != nullptr;
         one = icalcomponent_get_next_property(component, ICAL_X_PROPERTY))
      if (text_of(icalproperty_get_x_name(one)) == name) return text_of(icalproperty_get_x(one));
    return {};
  }

  void read_calendar(icalcomponent* calendar) {
    any_calendar_ = true;
    if (programme_.title.empty()) programme_.title = x_property(calendar, "X-WR-CALNAME");
    std::string zone = x_property(calendar, "X-WR-TIMEZONE");
    if (zone.empty()) zone = only_zone(calendar);
    zone = known_zone(calendar, zone);
    for (const std::string& name : {zone, options_.zone, std::string("Etc/UTC")}) {
      auto known = name.empty() ? std::unexpected(std::string()) : text::TimeZone::named(name);
      if (!known) continue;
      clock_.emplace(std::move(*known));
      if (name == zone && programme_.time_zone.empty()) programme_.time_zone = zone;
      break;
    }
    const icalproperty* product = icalcomponent_get_first_property(calendar, ICAL_PRODID_PROPERTY);
    ours_ = product != nullptr && text_of(icalproperty_get_prodid(product)).contains("Summit companion");
    programme_.plain = ours_;
    programme_.says_state = true;
    for (icalcomponent* one = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
      read_event(calendar, one);
  }

  // The one zone that all starts are in, when they are in one.
  static std::string only_zone(icalcomponent* calendar) {
    std::set<std::string> zones;
    for (icalcomponent* one = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         one != nullptr; one = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
      if (icalproperty* start = icalcomponent_get_first_property(one, ICAL_DTSTART_PROPERTY))
        if (const icalparameter* id = icalproperty_get_first_parameter(start, ICAL_TZID_PARAMETER))
          zones.insert(text_of(icalparameter_get_tzid(id)));
    return zones.size() == 1 ? *zones.begin() : std::string();
  }

  // The name by which others know a zone of the calendar; empty where they know none.
  std::string known_zone(icalcomponent* calendar, const std::string& name) {
    if (name.empty()) return {};
    const std::string_view iana = text::iana_of_windows_zone(name);
    if (const auto& clock = clock_of(iana.empty() ? name : std::string(iana))) return clock->zone().name();
    icaltimezone* zone = icalcomponent_get_timezone(calendar, name.c_str());
    if (zone == nullptr) return {};
    if (const std::string place = text_of(icaltimezone_get_location(zone)); !place.empty())
      if (const auto& clock = clock_of(place)) return clock->zone().name();
    return zone_of_offset(icaltimezone_get_component(zone));
  }

  // "Etc/GMT-5" for a zone that is always five hours ahead: those names count the other way round.
  static std::string zone_of_offset(icalcomponent* zone) {
    std::set<int> offsets;
    for (icalcomponent* one = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); one != nullptr;
         one = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT))
      if (icalproperty* offset = icalcomponent_get_first_property(one, ICAL_TZOFFSETTO_PROPERTY))
        offsets.insert(icalproperty_get_tzoffsetto(offset));
    constexpr int hour = 60 * 60, most_west = -12, most_east = 14;
    if (offsets.size() != 1 || *offsets.begin() % hour != 0) return {};
    const int hours = *offsets.begin() / hour;
    if (hours < most_west || hours > most_east) return {};
    if (hours == 0) return "Etc/UTC";
    return std::string("Etc/GMT") + (hours > 0 ? "-" : "+") + std::to_string(std::abs(hours));
  }

  std::optional<model::Instant> instant_of(icalcomponent* calendar, icalproperty* property,
                                           const icaltimetype& time, const std::string& place) {
    const model::Date date{std::chrono::year(time.year),
                           std::chrono::month(static_cast<unsigned>(time.month)),
                           std::chrono::day(static_cast<unsigned>(time.day))};
    constexpr int first_year = 1900, last_year = 2400;
    if (time.year < first_year || time.year > last_year || time.month < 1 || time.day < 1 || !date.ok() ||
        time.hour < 0 || time.hour > 24 || time.minute < 0 || time.minute > 59 || time.second < 0 ||
        time.second > 60)
      return std::nullopt;
    const auto of_day = std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) +
                        std::chrono::seconds(std::min(time.second, 59));
    if (time.is_date != 0) return clock_->instant(date, {});
    if (icaltime_is_utc(time)) return std::chrono::sys_days(date) + of_day;
    const icalparameter* id = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (id == nullptr) return clock_->instant(date, of_day);
    const std::string name = text_of(icalparameter_get_tzid(id));
    // What the file says of a zone goes before what anybody else knows of one of that name.
    if (icaltimezone* zone = icalcomponent_get_timezone(calendar, name.c_str())) {
      icaltimetype copy = time;
      copy.zone = nullptr;
      return model::Instant(std::chrono::seconds(icaltime_as_timet_with_zone(copy, zone)));
    }
    const std::string_view iana = text::iana_of_windows_zone(name);
    const std::string wanted = iana.empty() ? name : std::string(iana);
    if (const auto& clock = clock_of(wanted)) return clock->instant(date, of_day);
    if (unknown_.insert(name).second)
      warn(place, "its time zone " + pack::quoted(name) + " is neither in the file nor known; " +
                      clock_->zone().name() + " is taken");
    return clock_->instant(date, of_day);
  }

  // By the zone's name, which may stand at the end of a path:
  // "/freeassociation.sourceforge.net/Europe/Berlin".
  const std::optional<Clock>& clock_of(const std::string& name) {
    const auto [found, fresh] = clocks_.try_emplace(name);
    if (!fresh) return found->second;
    auto zone = text::TimeZone::named(name);
    for (std::size_t slash = name.rfind('/'); !zone && slash != std::string::npos && slash > 0;) {
      slash = name.rfind('/', slash - 1);
      if (slash != std::string::npos) zone = text::TimeZone::named(name.substr(slash + 1));
    }
    if (zone) found->second.emplace(std::move(*zone));
    return found->second;
  }

  void read_event(icalcomponent* calendar, icalcomponent* event) {
    const std::size_t index = count_++;
    const std::string place = index < lines_.size() ? "line " + std::to_string(lines_[index])
                                                    : "event " + std::to_string(index + 1);
    const auto leave_out = [&](const std::string& why) {
      ++programme_.left_out;
      warn(place, "left out: " + why);
    };
    if (programme_.sessions.size() >= most_events)
      return leave_out("more than " + std::to_string(most_events) + " events");
    ForeignSession session;
    session.place = place;
    session.key = text_of(icalcomponent_get_uid(event));
    session.title = text_of(icalcomponent_get_summary(event));
    const bool untitled = session.title.find_first_not_of(" \t\r\n") == std::string::npos;
    icalproperty* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    if (start == nullptr)
      return leave_out(untitled ? "has no SUMMARY, and no DTSTART that is understood"
                                : "has no DTSTART that is understood");
    if (untitled) return leave_out("has no SUMMARY");
    const icaltimetype starts = icalproperty_get_dtstart(start);
    const auto starts_at =
        icaltime_is_null_time(starts) ? std::nullopt : instant_of(calendar, start, starts, place);
    if (!starts_at) return leave_out("its DTSTART is no date or time");
    session.starts_at = *starts_at;
    session.all_day = starts.is_date != 0;
    read_end(calendar, event, session, place);
    session.description = text_of(icalcomponent_get_description(event));
    session.room = text_of(icalcomponent_get_location(event));
    session.cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
    if (const icalproperty* url = icalcomponent_get_first_property(event, ICAL_URL_PROPERTY))
      session.url = text_of(icalproperty_get_url(url));
    if (const icalproperty* category = icalcomponent_get_first_property(event, ICAL_CATEGORIES_PROPERTY)) {
      session.track = text_of(icalproperty_get_categories(category));
      session.track.resize(std::min(session.track.find(','), session.track.size()));
    }
    if (icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) != nullptr)
      warn(place, "repeats; only the first time is taken");
    for (icalproperty* one = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY); one != nullptr;
         one = icalcomponent_get_next_property(event, ICAL_ATTENDEE_PROPERTY))
      if (icalparameter* name = icalproperty_get_first_parameter(one, ICAL_CN_PARAMETER)) {
        const std::string who = text_of(icalparameter_get_cn(name));
        if (who.empty()) continue;
        if (people_.insert(who).second) programme_.people.push_back({{}, who, {}});
        session.people.push_back({who, {}});
      }
    if (ours_) session.id = session.key.substr(0, session.key.find('@'));
    programme_.sessions.push_back(std::move(session));
  }

  void read_end(icalcomponent* calendar, icalcomponent* event, ForeignSession& session,
                const std::string& place) {
    constexpr auto day = std::chrono::days(1);
    if (icalproperty* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
      const icaltimetype ends = icalproperty_get_dtend(end);
      const auto ends_at =
          icaltime_is_null_time(ends) ? std::nullopt : instant_of(calendar, end, ends, place);
      if (ends_at && *ends_at > session.starts_at) session.ends_at = *ends_at;
      if (ends_at && *ends_at < session.starts_at) warn(place, "ends before it starts; it has no end now");
    } else if (const icalproperty* length = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
      constexpr int longest = 60 * 24 * 60 * 60;
      const icaldurationtype duration = icalproperty_get_duration(length);
      constexpr unsigned most = 10'000;
      if (duration.is_neg == 0 && duration.weeks < most && duration.days < most && duration.hours < most &&
          duration.minutes < most * 100U && duration.seconds < most * 1000U) {
        const int seconds = icaldurationtype_as_int(duration);
        if (seconds > 0 && seconds <= longest)
          session.ends_at = session.starts_at + std::chrono::seconds(seconds);
      }
    }
    // A day ends where the next one begins, which in a night with another clock is not 24 hours later.
    if (session.all_day && !session.ends_at)
      session.ends_at =
          clock_->instant(model::Date(std::chrono::sys_days(clock_->at(session.starts_at).date) + day), {});
  }

  const ReadOptions& options_;
  std::vector<std::size_t> lines_;
  Programme programme_;
  std::optional<Clock> clock_;
  std::map<std::string, std::optional<Clock>> clocks_;  // of zones that the file only names
  std::set<std::string> people_, unknown_;
  std::size_t count_ = 0;
  bool any_calendar_ = false, ours_ = false;
};

}  // namespace

Programme read_ics(std::string_view bytes, const ReadOptions& options) {
  icalerror_set_errors_are_fatal(false);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string text(bytes.substr(0, bytes.find('\0')));
  return IcsReader(text, options).run(text);
}

}  // namespace exchange
