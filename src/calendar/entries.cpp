#include "calendar/entries.h"

#include <utility>
#include <vector>

#include "text/capital.h"
#include "text/prose.h"

namespace calendar {
namespace {

// Paragraphs, with the addresses that links in them lead to: calendars show plain text.
std::string plain_with_addresses(std::string_view prose) {
  std::string plain;
  for (const text::ProseParagraph& paragraph : text::paragraphs_of(prose)) {
    if (!plain.empty()) plain += "\n\n";
    plain += paragraph.text;
    for (const text::ProseLink& link : paragraph.links)
      if (paragraph.text.find(link.href) == std::string::npos) plain += "\n" + link.href;
  }
  return plain;
}

text::Key access_key(model::AccessLevel access) {
  switch (access) {
    case model::AccessLevel::everyone: return "access.everyone";
    case model::AccessLevel::delegates: return "access.delegates";
    case model::AccessLevel::heads_of_delegation: return "access.heads_of_delegation";
    case model::AccessLevel::invitation: return "access.invitation";
    case model::AccessLevel::press: break;
  }
  return "access.press";
}

}  // namespace

std::string uid_of(const model::Event& event, const model::Session& session) {
  return session.id + "@" + event.id;
}

// No id of a session has a dot.
std::string uid_of(const model::Event& event, const model::Appointment& appointment) {
  return "own." + appointment.id + "@" + event.id;
}

Entries::Entries(const model::Event& event, const text::Words& words, EntryOptions options)
    : event_(event),
      words_(words),
      options_(std::move(options)),
      sites_(event.sites),
      levels_(event.levels),
      rooms_(event.rooms),
      themes_(event.themes) {}

std::string Entries::place_of(const model::Room& room, const model::Site*& site) const {
  const std::string& language = words_.language();
  const std::string& name = room.name.in(language);
  const model::Level* level = levels_.find(event_.levels, room.level);
  site = level == nullptr ? nullptr : sites_.find(event_.sites, level->site);
  if (site == nullptr) return name;
  const std::string place = words_.message(
      "agenda.room_level_site",
      {{"room", name}, {"level", level->name.in(language)}, {"site", site->name.in(language)}});
  return words_.message(
      "calendar.place",
      {{"place", place}, {"city", event_.city.in(language)}, {"country", event_.country.in(language)}});
}

std::string Entries::description_of(const model::Session& session) const {
  const std::string& language = words_.language();
  std::vector<std::string> parts;
  if (session.state == model::SessionState::cancelled) parts.push_back(words_.message("agenda.cancelled"));
  if (session.publication.status == model::PublicationStatus::provisional)
    parts.push_back(words_.message(session.publication.source.empty()
                                       ? text::Key("provisional.session")
                                       : text::Key("provisional.session_announced")));
  if (!session.summary.empty()) parts.push_back(session.summary.in(language));
  if (!session.description.empty()) parts.push_back(plain_with_addresses(session.description.in(language)));
  std::vector<std::string> names;
  for (const model::LanguageTag& tag : session.languages) names.push_back(words_.language_name(tag));
  if (!names.empty())
    parts.push_back(words_.message("calendar.languages", {{"languages", words_.list(names)}}));
  names.clear();
  for (const model::Interpretation& one : session.interpretation) {
    const std::string name = words_.language_name(one.language);
    names.push_back(one.channel
                        ? words_.message("session.channel", {{"language", name}, {"channel", *one.channel}})
                        : name);
  }
  if (!names.empty())
    parts.push_back(words_.message("session.interpretation", {{"languages", words_.list(names)}}));
  if (const model::Room* overflow = rooms_.find(event_.rooms, session.overflow_room))
    parts.push_back(words_.message("session.overflow", {{"room", overflow->name.in(language)}}));
  parts.push_back(words_.message(access_key(session.access)));
  std::string description;
  for (const std::string& part : parts) description += (description.empty() ? "" : "\n\n") + part;
  return description;
}

Entry Entries::of(const model::Session& session) const {
  const std::string& language = words_.language();
  Entry entry;
  entry.uid = uid_of(event_, session);
  entry.sequence = session.revision;
  entry.title = session.title.in(language);
  entry.starts_at = session.starts_at;
  if (!session.open_end) entry.ends_at = session.ends_at;
  entry.cancelled = session.state == model::SessionState::cancelled;
  if (const model::Room* room = rooms_.find(event_.rooms, session.room)) {
    const model::Site* site = nullptr;
    entry.place = place_of(*room, site);
    if (site != nullptr) entry.position = site->position;
  }
  if (options_.page_of) entry.url = options_.page_of(session.id);
  for (const std::string& id : session.themes)
    if (const model::Theme* theme = themes_.find(event_.themes, id))
      entry.categories.push_back(theme->name.in(language));
  entry.description = description_of(session);
  entry.busy = model::takes_time(session);
  entry.alarm = options_.alarm;
  return entry;
}

Entry Entries::of(const model::Appointment& appointment) const {
  Entry entry;
  entry.uid = uid_of(event_, appointment);
  entry.sequence = appointment.revision;
  entry.title = appointment.title;
  entry.starts_at = appointment.starts_at;
  entry.ends_at = appointment.ends_at;
  entry.place = appointment.place;
  entry.alarm = options_.alarm;
  return entry;
}

}  // namespace calendar
