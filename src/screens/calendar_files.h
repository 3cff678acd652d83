// The calendar files that stand beside the pages: their addresses and what is in them. The page writer makes
// all of them; the desktop application, which has no pages, makes the one that is asked for.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/edition.h"
#include "model/appointment.h"

namespace screens {

// "/kk/agenda/all.ics", "/kk/agenda/2026-04-22.ics", "/kk/agenda/glaciers/session.ics".
std::string calendar_path(std::string_view language);
std::string calendar_path(std::string_view language, model::Date day);
std::string calendar_path(std::string_view language, const model::Session& session);

// How long before a session begins the calendar rings that has the file of that session alone.
inline constexpr model::Minutes session_alarm{15};

struct CalendarSite {
  std::string origin;        // "https://summit.example", no slash at the end; empty: entries link to no page
  model::Instant made_at{};  // stands for when the event was last changed, where it does not say so itself
};

struct WrittenFile {
  std::string path;
  std::string bytes;
};
using FileTaker = std::function<bool(const WrittenFile&)>;  // false: no more

// All files of the language, one after the other. False when the taker had enough, or the app does not speak
// the language.
bool each_calendar_file(const content::Edition& edition, std::string_view language, const CalendarSite& site,
                        const FileTaker& take);

// The file at that path; nothing when there is none.
std::optional<std::string> calendar_file(const content::Edition& edition, std::string_view path,
                                         const CalendarSite& site);

// A file of any sessions and own appointments: a visitor's agenda, a filtered one. Calendars ring so long
// before each; absent: not at all. Nothing when the app does not speak the language.
std::optional<std::string> calendar_of(const content::Edition& edition, std::string_view language,
                                       const std::string& name, agenda::SessionSpan sessions,
                                       std::span<const model::Appointment> appointments,
                                       std::optional<model::Minutes> alarm, const CalendarSite& site);

}  // namespace screens
