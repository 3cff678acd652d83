// The keys of every object in a pack, and the reading of whole files by them.
// Inside pack/ only; format.h tells others about the same tables.
#pragma once

#include <string_view>

#include "model/event.h"
#include "pack/json_value.h"
#include "pack/read_context.h"

namespace pack {

// Reads the object that is the whole file `name` into its part of `event`.
void read_file_object(ReadContext& context, std::string_view name, json::Value& value, model::Event& event);

// Reads a session alone. References are not checked.
void read_session(ReadContext& context, json::Value& value, model::Session& session);

// The same of a notice.
void read_notice(ReadContext& context, json::Value& value, model::Notice& notice);

// As packs write it.
std::string_view word_of(model::NoticeState state);
std::string_view word_of(model::NoticeUrgency urgency);
// "cancelled", as packs write it.
std::string_view word_of(model::SessionState state);

// Says that `name`, which may be absent, is: its lists are empty.
void read_absent_file(ReadContext& context, std::string_view name);

}  // namespace pack
