#include "screens/own_files.h"

#include "calendar/calendar_file.h"
#include "carry/choices_file.h"
#include "screens/address.h"
#include "screens/my_agenda.h"

namespace screens {

std::string own_calendar_path(std::string_view language) { return path_of(language, Page::my) + "my.ics"; }

std::string own_choices_path(std::string_view language) {
  return path_of(language, Page::my).append(carry::choices_file_name);
}

std::optional<OwnFile> own_file(const content::Edition& edition, const visitor::Visitor& visitor,
                                std::string_view path, const CalendarSite& site) {
  for (const std::string& language : edition.languages()) {
    if (path == own_choices_path(language))
      return OwnFile{.name = std::string(carry::choices_file_name),
                     .media_type = "text/plain; charset=utf-8",
                     .bytes = carry::file_of(carry::choices_of(visitor), edition.event().id),
                     .is_to_keep = true};
    if (path != own_calendar_path(language)) continue;
    const text::Words* words = edition.words(language);
    if (words == nullptr) return std::nullopt;
    agenda::Sessions sessions;
    const MyAgenda mine(edition, visitor);
    for (const agenda::Engagement& one : mine.plan().all())
      if (one.session != nullptr) sessions.push_back(one.session);
    std::optional<model::Minutes> alarm;
    if (visitor.reminder > 0) alarm = model::Minutes(visitor.reminder);
    const std::string name = words->message(
        "calendar.name",
        {{"event", edition.event().short_name.in(language)}, {"part", words->message("my.title")}});
    auto bytes = calendar_of(edition, language, name, sessions, visitor.appointments, alarm, site);
    if (!bytes) return std::nullopt;
    return OwnFile{.name = "my.ics", .media_type = calendar::media_type, .bytes = std::move(*bytes)};
  }
  return std::nullopt;
}

}  // namespace screens
