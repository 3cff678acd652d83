#include "venue/venue.h"

namespace venue {

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
