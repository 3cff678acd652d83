#include "pack/compare.h"

#include <algorithm>

#include "model/changes.h"
#include "model/id_table.h"
#include "pack/tables.h"
#include "pack/time_text.h"
#include "pack/words.h"

namespace pack {
namespace {

using model::Event;
using model::Session;

std::string title_of(const Session& session) { return quoted(session.title.in("en")); }

// "2026-04-22 10:00–11:00"
std::string time_of(const Session& session, std::chrono::minutes utc_offset) {
  const auto day_of = [&](model::Instant instant) {
    return format_date(model::Date{std::chrono::floor<std::chrono::days>(instant + utc_offset)});
  };
  const std::string first = day_of(session.starts_at), last = day_of(session.ends_at);
  if (session.open_end) return say(first, " from ", format_clock(session.starts_at, utc_offset));
  return say(first, " ", format_clock(session.starts_at, utc_offset), "–", first == last ? "" : last + " ",
             format_clock(session.ends_at, utc_offset));
}

std::string room_of(const Session& session, const Event& event) {
  if (session.room.empty()) return "no room";
  const auto room = std::ranges::find(event.rooms, session.room, &model::Room::id);
  return room != event.rooms.end() ? say(session.room, " (", room->name.in("en"), ")") : session.room;
}

std::string whole(const Session& session, const Event& event, std::chrono::minutes utc_offset) {
  return say(title_of(session), ", ", time_of(session, utc_offset), ", ", room_of(session, event));
}

// The first title that differs, as it was and is.
template <typename Thing>
std::string renaming(const Thing& before, const Thing& after) {
  for (const auto& [language, text] : after.title.all())
    if (before.title.in(language) != text)
      return say(quoted(before.title.in(language)), " → ", quoted(text),
                 language == "en" ? "" : say(" (", language, ")"));
  return quoted(after.title.in("en"));
}

// Calls `pair(was, is)` for all things of two lists, in the order in which they are; what is gone comes
// last, as it was.
template <typename Thing, typename Pair>
void each_pair(const std::vector<Thing>& before, const std::vector<Thing>& after, Pair pair) {
  const auto same_in = [](const std::vector<Thing>& list, const Thing& thing) {
    const auto found = std::ranges::find(list, thing.id, &Thing::id);
    return found == list.end() ? nullptr : &*found;
  };
  for (const Thing& is : after) pair(same_in(before, is), &is);
  for (const Thing& was : before)
    if (same_in(after, was) == nullptr) pair(&was, static_cast<const Thing*>(nullptr));
}

// "2025-11-15" or "2025-11-15–2025-11-19"
std::string days_of(const model::Milestone& milestone) {
  const std::string first = format_date(milestone.first_day);
  return milestone.last_day == milestone.first_day ? first : say(first, "–", format_date(milestone.last_day));
}

// The names of the fields in which two sessions differ that have no kind of change of their own.
std::string edited_fields(const Session& before, const Session& after) {
  std::string fields;
  const auto note = [&](bool differs, std::string_view name) {
    if (differs) fields += say(fields.empty() ? "" : ", ", name);
  };
  note(before.summary != after.summary, "summary");
  note(before.description != after.description, "description");
  note(before.kind != after.kind, "kind");
  note(before.overflow_room != after.overflow_room, "overflow_room");
  note(before.themes != after.themes, "themes");
  note(before.partners != after.partners, "partners");
  note(before.people != after.people, "people");
  note(before.languages != after.languages, "languages");
  note(before.interpretation != after.interpretation, "interpretation");
  note(before.access != after.access, "access");
  note(before.state != after.state && before.state != model::SessionState::cancelled &&
           after.state != model::SessionState::cancelled,
       say("state (", word_of(before.state), " → ", word_of(after.state), ")"));
  note(before.moved_from != after.moved_from, "moved_from");
  note(before.publication.status != after.publication.status, "status");
  note(before.publication.source != after.publication.source, "source");
  return fields;
}

std::string edited_fields(const model::Article& before, const model::Article& after) {
  std::string fields;
  const auto note = [&](bool differs, std::string_view name) {
    if (differs) fields += say(fields.empty() ? "" : ", ", name);
  };
  note(before.part != after.part, "part");
  note(before.icon != after.icon, "icon");
  note(before.paragraphs != after.paragraphs, "paragraphs");
  note(before.points != after.points, "points");
  note(before.links != after.links, "links");
  note(before.publication.status != after.publication.status, "status");
  note(before.publication.source != after.publication.source, "source");
  return fields;
}

std::string edited_fields(const model::Milestone& before, const model::Milestone& after) {
  std::string fields;
  const auto note = [&](bool differs, std::string_view name) {
    if (differs) fields += say(fields.empty() ? "" : ", ", name);
  };
  note(before.text != after.text, "text");
  note(before.points != after.points, "points");
  note(before.events != after.events, "events");
  note(before.partners != after.partners, "partners");
  note(before.publication.status != after.publication.status, "status");
  note(before.publication.source != after.publication.source, "source");
  return fields;
}

std::string edited_fields(const model::Notice& before, const model::Notice& after) {
  std::string fields;
  const auto note = [&](bool differs, std::string_view name) {
    if (differs) fields += say(fields.empty() ? "" : ", ", name);
  };
  note(before.text != after.text, "text");
  note(before.urgency != after.urgency, "urgency");
  note(before.published_at != after.published_at, "published_at");
  note(before.until != after.until, "until");
  note(before.state != after.state, "state");
  note(before.applies_to != after.applies_to, "applies_to");
  note(before.publication.status != after.publication.status, "status");
  note(before.publication.source != after.publication.source, "source");
  return fields;
}

}  // namespace

std::string_view name_of(model::SessionChange::Kind kind) {
  using Kind = model::SessionChange::Kind;
  switch (kind) {
    case Kind::added: return "added";
    case Kind::removed: return "removed";
    case Kind::cancelled: return "cancelled";
    case Kind::reinstated: return "reinstated";
    case Kind::state: return "state";
    case Kind::renamed: return "renamed";
    case Kind::moved: return "moved";
    case Kind::relocated: return "relocated";
    case Kind::people: return "people";
    case Kind::languages: return "languages";
    case Kind::access: return "access";
    case Kind::edited: break;
  }
  return "edited";
}

std::string_view name_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added: return "added";
    case Change::Kind::removed: return "removed";
    case Change::Kind::moved: return "moved";
    case Change::Kind::relocated: return "relocated";
    case Change::Kind::renamed: return "renamed";
    case Change::Kind::cancelled: return "cancelled";
    case Change::Kind::reinstated: return "reinstated";
    case Change::Kind::edited: return "edited";
  }
  return "edited";
}

std::vector<Change> compare(const Event& before, const Event& after, std::chrono::minutes utc_offset) {
  std::vector<Change> changes;
  const auto add = [&](Change::Kind kind, const std::string& id, std::string line) {
    changes.push_back({kind, id, std::move(line)});
  };
  using enum Change::Kind;
  const model::IdTable old_ids(before.sessions), new_ids(after.sessions);
  const std::vector<model::SessionChange> all = model::changes(before, after);
  for (const model::SessionChange& change : all) {
    const Session* was = old_ids.find(before.sessions, change.session);
    const Session* is = new_ids.find(after.sessions, change.session);
    using Kind = model::SessionChange::Kind;
    switch (change.kind) {
      case Kind::added: add(added, is->id, whole(*is, after, utc_offset)); break;
      case Kind::removed: add(removed, was->id, whole(*was, before, utc_offset)); break;
      case Kind::cancelled: add(cancelled, is->id, whole(*is, after, utc_offset)); break;
      case Kind::reinstated: add(reinstated, is->id, whole(*is, after, utc_offset)); break;
      case Kind::renamed: add(renamed, is->id, renaming(*was, *is)); break;
      case Kind::moved:
        add(moved, is->id,
            say(title_of(*is), ": ", time_of(*was, utc_offset), " → ", time_of(*is, utc_offset)));
        break;
      case Kind::relocated:
        add(relocated, is->id, say(title_of(*is), ": ", room_of(*was, before), " → ", room_of(*is, after)));
        break;
      case Kind::state:
      case Kind::people:
      case Kind::languages:
      case Kind::access:
      case Kind::edited: break;
    }
    // All that has no line of its own stands in one, after the others.
    const bool last = &change == &all.back() || (&change + 1)->session != change.session;
    if (!last || was == nullptr || is == nullptr) continue;
    if (std::string fields = edited_fields(*was, *is); !fields.empty())
      add(edited, is->id, say(title_of(*is), ": ", fields));
  }

  each_pair(before.notices, after.notices, [&](const model::Notice* was, const model::Notice* is) {
    if (!was) return add(added, is->id, say("notice ", quoted(is->title.in("en"))));
    if (!is) return add(removed, was->id, say("notice ", quoted(was->title.in("en"))));
    if (was->title != is->title) add(renamed, is->id, say("notice ", renaming(*was, *is)));
    if (std::string fields = edited_fields(*was, *is); !fields.empty())
      add(edited, is->id, say("notice ", quoted(is->title.in("en")), ": ", fields));
  });
  each_pair(before.articles, after.articles, [&](const model::Article* was, const model::Article* is) {
    if (!was) return add(added, is->id, say("article ", quoted(is->title.in("en"))));
    if (!is) return add(removed, was->id, say("article ", quoted(was->title.in("en"))));
    if (was->title != is->title) add(renamed, is->id, say("article ", renaming(*was, *is)));
    if (std::string fields = edited_fields(*was, *is); !fields.empty())
      add(edited, is->id, say("article ", quoted(is->title.in("en")), ": ", fields));
  });
  each_pair(before.milestones, after.milestones,
            [&](const model::Milestone* was, const model::Milestone* is) {
              const auto title = [](const model::Milestone& one) {
                return say("milestone ", quoted(one.title.in("en")));
              };
              if (!was) return add(added, is->id, say(title(*is), ", ", days_of(*is)));
              if (!is) return add(removed, was->id, say(title(*was), ", ", days_of(*was)));
              if (was->title != is->title) add(renamed, is->id, say("milestone ", renaming(*was, *is)));
              if (was->first_day != is->first_day || was->last_day != is->last_day)
                add(moved, is->id, say(title(*is), ": ", days_of(*was), " → ", days_of(*is)));
              if (was->place != is->place || was->position != is->position)
                add(relocated, is->id, say(title(*is), ": ", was->place.in("en"), " → ", is->place.in("en")));
              if (std::string fields = edited_fields(*was, *is); !fields.empty())
                add(edited, is->id, say(title(*is), ": ", fields));
            });
  return changes;
}

}  // namespace pack
