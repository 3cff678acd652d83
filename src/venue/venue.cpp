#include "venue/venue.h"

namespace venue {

Whereabouts whereabouts(const model::Event& event, std::string_view room) {
  Whereabouts found;
  found.room = model::find_room(event, room);
  if (found.room != nullptr) found.level = model::find_level(event, found.room->level);
  if (found.level != nullptr) found.site = model::find_site(event, found.level->site);
  return found;
}

std::vector<const model::Room*> rooms_on(const model::Event& event, std::string_view level, std::string_view language) {
  std::vector<const model::Room*> rooms = model::rooms_by_name(event, language);
  std::erase_if(rooms, [&](const model::Room* room) { return room->level != level; });
  return rooms;
}

const model::Level* opening_level(const model::Event& event) {
  for (const model::Level& level : event.levels)
    if (!level.outline.empty()) return &level;
  return event.levels.empty() ? nullptr : &event.levels.front();
}

bool holds_sessions(const model::Room& room) {
  switch (room.kind) {
    case model::RoomKind::hall:
    case model::RoomKind::meeting:
    case model::RoomKind::exhibition:
    case model::RoomKind::press:
    case model::RoomKind::outdoor: return true;
    case model::RoomKind::service:
    case model::RoomKind::food:
    case model::RoomKind::stairs:
    case model::RoomKind::lift:
    case model::RoomKind::entrance: return false;
  }
  return false;
}

}  // namespace venue
