// What changed since a former state of the event, as it stands in a built pack: of each session the kinds of
// change, and what was. Inside pack/ only.
//
//   [{"session": "water", "changes": ["moved"], "before": {"starts_at": "2026-04-22T10:00+05:00"}}, …]
//
// `before` has the keys of sessions.json that differ, as they were written; null where there was none. Of a
// session that is gone it has all of it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/changes.h"
#include "pack/json_value.h"

namespace pack {

// Where the revision stands, of a pack and of a session.
inline constexpr std::string_view revision_key = "revision";

// `before` and `after` are the lists of sessions as the packs have them.
json::Value values_of(const std::vector<model::SessionChange>& changes, const json::List& before,
                      const json::List& after);

// Sets the revision of each session in the list: of those that changed at least one more than before, of the
// others at least that of before.
void raise_revisions(json::List& sessions, const model::Event& before,
                     const std::vector<model::SessionChange>& changes);

// The changes of an event whose sessions are these, or nothing when the value does not have that form. Those
// that changed are moved out of the list.
std::optional<std::vector<model::SessionChange>> changes_in(const json::Value& value, json::Value& sessions,
                                                            const model::Event& event);

// The list in sessions.json; null when there is none.
json::Value* sessions_in(json::Value& file);

}  // namespace pack
