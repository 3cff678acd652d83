#include "model/session.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "sorting/sort.h"

namespace model {

bool takes_time(const Session& session) {
  return session.state != SessionState::cancelled && session.kind != SessionKind::exhibition &&
         session.kind != SessionKind::service;
}

bool takes_the_room(const Session& session) { return takes_time(session) && !session.room.empty(); }

void settle_open_ends(std::vector<Session>& sessions) {
  if (std::ranges::none_of(sessions, &Session::open_end)) return;
  std::map<std::string_view, std::vector<Instant>> starts;  // of what takes the room
  for (const Session& session : sessions)
    if (takes_the_room(session)) starts[session.room].push_back(session.starts_at);
  for (auto& [room, all] : starts) sorting::sort(all);
  for (Session& session : sessions) {
    if (!session.open_end) continue;
    session.ends_at = session.starts_at + longest_open_end;
    if (!takes_the_room(session)) continue;
    const std::vector<Instant>& in_room = starts[session.room];
    const auto next = std::ranges::upper_bound(in_room, session.starts_at);
    if (next != in_room.end()) session.ends_at = std::min(session.ends_at, *next);
  }
}

}  // namespace model
