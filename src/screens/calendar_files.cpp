#include "screens/calendar_files.h"

#include "calendar/calendar_file.h"
#include "calendar/entries.h"
#include "screens/address.h"
#include "screens/screen.h"

namespace screens {
namespace {

std::function<std::string(std::string_view)> page_of(const std::string& language, const std::string& origin) {
  if (origin.empty()) return {};
  return [language, origin](std::string_view session) {
    return origin + path_of(language, Page::session, session);
  };
}

model::Instant modified(const content::Edition& edition, const CalendarSite& site) {
  return model::last_modified(edition.event()).value_or(site.made_at);
}

class CalendarWriter {
 public:
  CalendarWriter(const content::Edition& edition, const text::Words& words, const CalendarSite& site)
      : edition_(edition),
        words_(words),
        entries_(edition.event(), words, {.page_of = page_of(words.language(), site.origin), .alarm = {}}),
        ringing_(edition.event(), words,
                 {.page_of = page_of(words.language(), site.origin), .alarm = session_alarm}),
        modified_(modified(edition, site)) {}

  std::string of_all() const {
    return written(edition_.event().name.in(words_.language()), edition_.programme().all());
  }

  // As on its page: what goes on from the days before, then what begins.
  std::string of_day(model::Date day) const {
    agenda::Sessions sessions = edition_.programme().continuing_on(day);
    const agenda::SessionSpan begin = edition_.programme().on_day(day);
    sessions.insert(sessions.end(), begin.begin(), begin.end());
    const std::string name =
        words_.message("calendar.name", {{"event", edition_.event().short_name.in(words_.language())},
                                         {"part", edition_.day_name(day, words_)}});
    return written(name, sessions);
  }

  // Without a name: it goes into the visitor's own calendar.
  std::string of_session(const model::Session& session) const {
    return calendar::write({{}, words_.language(), modified_, {ringing_.of(session)}});
  }

 private:
  std::string written(std::string name, agenda::SessionSpan sessions) const {
    calendar::CalendarFile file{std::move(name), words_.language(), modified_, {}};
    for (const model::Session* session : sessions) file.entries.push_back(entries_.of(*session));
    return calendar::write(file);
  }

  const content::Edition& edition_;
  const text::Words& words_;
  calendar::Entries entries_;
  calendar::Entries ringing_;
  model::Instant modified_;
};

}  // namespace

std::string calendar_path(std::string_view language) { return path_of(language, Page::agenda) + "all.ics"; }

std::string calendar_path(std::string_view language, model::Date day) {
  return path_of(language, Page::agenda) + iso_date(day) + ".ics";
}

std::string calendar_path(std::string_view language, const model::Session& session) {
  return path_of(language, Page::session, session.id) + "session.ics";
}

bool each_calendar_file(const content::Edition& edition, std::string_view language, const CalendarSite& site,
                        const FileTaker& take) {
  const text::Words* words = edition.words(language);
  if (words == nullptr) return false;
  const CalendarWriter writer(edition, *words, site);
  if (!take({calendar_path(language), writer.of_all()})) return false;
  for (const model::Day& day : edition.event().days)
    if (!take({calendar_path(language, day.date), writer.of_day(day.date)})) return false;
  for (const model::Session& session : edition.event().sessions)
    if (!take({calendar_path(language, session), writer.of_session(session)})) return false;
  return true;
}

std::optional<std::string> calendar_file(const content::Edition& edition, std::string_view path,
                                         const CalendarSite& site) {
  for (const std::string& language : edition.languages()) {
    if (!path.starts_with("/" + language + "/")) continue;
    const text::Words* words = edition.words(language);
    if (words == nullptr) return std::nullopt;
    const CalendarWriter writer(edition, *words, site);
    if (path == calendar_path(language)) return writer.of_all();
    for (const model::Day& day : edition.event().days)
      if (path == calendar_path(language, day.date)) return writer.of_day(day.date);
    const std::string before = path_of(language, Page::agenda);
    if (!path.starts_with(before)) return std::nullopt;
    const std::string_view id = path.substr(before.size(), path.find('/', before.size()) - before.size());
    const model::Session* session = edition.session(id);
    if (session != nullptr && path == calendar_path(language, *session)) return writer.of_session(*session);
  }
  return std::nullopt;
}

std::optional<std::string> calendar_of(const content::Edition& edition, std::string_view language,
                                       const std::string& name, agenda::SessionSpan sessions,
                                       std::span<const model::Appointment> appointments,
                                       std::optional<model::Minutes> alarm, const CalendarSite& site) {
  const text::Words* words = edition.words(language);
  if (words == nullptr) return std::nullopt;
  const calendar::Entries entries(edition.event(), *words,
                                  {.page_of = page_of(words->language(), site.origin), .alarm = alarm});
  calendar::CalendarFile file{name, words->language(), modified(edition, site), {}};
  for (const model::Session* session : sessions) file.entries.push_back(entries.of(*session));
  for (const model::Appointment& one : appointments) file.entries.push_back(entries.of(one));
  return calendar::write(file);
}

}  // namespace screens
