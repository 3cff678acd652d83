// Turns bytes into JSON values. Outside pack/ only for what it says of bytes that are no JSON.
#pragma once

#include <optional>
#include <string_view>

#include "pack/json_value.h"
#include "pack/problem_list.h"

namespace pack::json {

// The value in `bytes`. When they are no JSON, or more of it than any event
// needs, there is none, and `problems` says where and why. A key that stands
// twice in an object is a problem too, but the value is there (with both).
std::optional<Value> parse(std::string_view file, std::string_view bytes, ProblemList& problems);

// The same of CBOR (json_value.h). Texts in it that are no UTF-8 are a problem, as they are in JSON. The
// lists of the files under the key `unread` are looked through and stay Unread, as long as `bytes` live.
std::optional<Value> parse_cbor(std::string_view file, std::string_view bytes, ProblemList& problems,
                                std::string_view unread = {});

}  // namespace pack::json
