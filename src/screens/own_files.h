// The files that the app makes of what a visitor has chosen: a calendar, and the choices themselves. No web
// server has them; the platform hands them on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "screens/calendar_files.h"
#include "visitor/visitor.h"

namespace screens {

// "/kk/my/my.ics", "/kk/my/my-agenda.summit".
std::string own_calendar_path(std::string_view language);
std::string own_choices_path(std::string_view language);

struct OwnFile {
  std::string name;  // "my.ics"
  std::string media_type;
  std::string bytes;
  bool is_to_keep = false;  // it is for the visitor to keep, and no program opens it
};

// The file at that path; nothing when it is none of these. Calendars ring as long before each as the visitor
// wants to be reminded.
std::optional<OwnFile> own_file(const content::Edition& edition, const visitor::Visitor& visitor,
                                std::string_view path, const CalendarSite& site);

}  // namespace screens
