#include "model/changes.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>
#include <tuple>
#include <utility>

#include "model/id_table.h"
#include "sorting/sort.h"

namespace model {
namespace {

using Kind = SessionChange::Kind;

SessionTimes times_of(const Session& session) {
  return {session.starts_at, session.ends_at, session.open_end};
}

// What was said of it: neither its revision nor an end that nobody has published.
Session as_stated(const Session& session) {
  Session stated = session;
  stated.revision = 0;
  if (stated.open_end) stated.ends_at = {};
  return stated;
}

// Those of a session that is in both.
void add_changes(std::vector<SessionChange>& all, const Session& before, const Session& after) {
  Session made = before;
  const auto add = [&](Kind kind, ChangedValue was, ChangedValue is) {
    if (was == is) return;
    all.push_back({kind, after.id, std::move(was), std::move(is)});
    apply(all.back(), made);
  };
  const Kind of_state = after.state == SessionState::cancelled    ? Kind::cancelled
                        : before.state == SessionState::cancelled ? Kind::reinstated
                                                                  : Kind::state;
  add(of_state, before.state, after.state);
  add(Kind::renamed, before.title, after.title);
  add(Kind::moved, times_of(before), times_of(after));
  add(Kind::relocated, before.room, after.room);
  add(Kind::people, before.people, after.people);
  add(Kind::languages, SessionLanguages{before.languages, before.interpretation},
      SessionLanguages{after.languages, after.interpretation});
  add(Kind::access, before.access, after.access);
  // What has no kind of its own must not be lost.
  if (as_stated(made) != as_stated(after)) add(Kind::edited, made, after);
}

}  // namespace

std::vector<SessionChange> changes(const Event& before, const Event& after) {
  struct Pair {
    const Session* was = nullptr;
    const Session* is = nullptr;
    const Session& either() const { return is != nullptr ? *is : *was; }
  };
  const IdTable old_ids(before.sessions);
  const IdTable new_ids(after.sessions);
  std::vector<Pair> pairs;
  for (const Session& is : after.sessions) {
    const Session* was = old_ids.find(before.sessions, is.id);
    if (was == nullptr || (*was != is && as_stated(*was) != as_stated(is))) pairs.push_back({was, &is});
  }
  for (const Session& was : before.sessions)
    if (new_ids.find(after.sessions, was.id) == nullptr) pairs.push_back({&was, nullptr});
  sorting::sort(pairs, {},
                [](const Pair& pair) { return std::tie(pair.either().starts_at, pair.either().id); });

  std::vector<SessionChange> all;
  for (const auto& [was, is] : pairs) {
    if (was == nullptr)
      all.push_back({Kind::added, is->id, {}, *is});
    else if (is == nullptr)
      all.push_back({Kind::removed, was->id, *was, {}});
    else
      add_changes(all, *was, *is);
  }
  return all;
}

void apply(const SessionChange& change, Session& session) {
  const ChangedValue& value = change.after;
  switch (change.kind) {
    case Kind::added:
    case Kind::removed: return;
    case Kind::cancelled:
    case Kind::reinstated:
    case Kind::state:
      if (const auto* state = std::get_if<SessionState>(&value)) session.state = *state;
      return;
    case Kind::renamed:
      if (const auto* title = std::get_if<LocalizedText>(&value)) session.title = *title;
      return;
    case Kind::moved:
      if (const auto* times = std::get_if<SessionTimes>(&value))
        std::tie(session.starts_at, session.ends_at, session.open_end) =
            std::tie(times->starts_at, times->ends_at, times->open_end);
      return;
    case Kind::relocated:
      if (const auto* room = std::get_if<std::string>(&value)) session.room = *room;
      return;
    case Kind::people:
      if (const auto* people = std::get_if<std::vector<Participation>>(&value)) session.people = *people;
      return;
    case Kind::languages:
      if (const auto* languages = std::get_if<SessionLanguages>(&value)) {
        session.languages = languages->spoken;
        session.interpretation = languages->interpretation;
      }
      return;
    case Kind::access:
      if (const auto* access = std::get_if<AccessLevel>(&value)) session.access = *access;
      return;
    case Kind::edited:
      if (const auto* whole = std::get_if<Session>(&value)) session = *whole;
      return;
  }
}

std::vector<Session> before(const std::vector<SessionChange>& changes, std::vector<Session> after) {
  std::set<std::string_view> added;
  std::vector<Session> removed;
  const auto place_of = [&after](std::string_view id) { return std::ranges::find(after, id, &Session::id); };
  // What was changed last is the first to be taken back.
  for (const SessionChange& change : std::views::reverse(changes)) {
    if (change.kind == Kind::added) {
      added.insert(change.session);
    } else if (change.kind == Kind::removed) {
      if (const auto* was = std::get_if<Session>(&change.before)) removed.push_back(*was);
    } else if (const auto place = place_of(change.session); place != after.end()) {
      apply({change.kind, change.session, change.after, change.before}, *place);
    }
  }
  std::erase_if(after, [&](const Session& one) { return added.contains(one.id); });
  std::ranges::move(removed, std::back_inserter(after));
  sorting::sort(after, {}, [](const Session& one) { return std::tie(one.starts_at, one.id); });
  return after;
}

}  // namespace model
