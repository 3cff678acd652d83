// A single notice as JSON, for a desk that hands it on: the same values as in notices.json of a pack, with
// the event that it belongs to. Not signed: trust/envelope.h does that.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "pack/problem.h"

namespace pack {

// Times are written with that offset from UTC.
std::string notice_text(const model::Notice& notice, std::string_view event, std::chrono::minutes utc_offset);

// The notice of such a text, when it is for that event and says everything in its languages about rooms and
// sessions that it has; else what is wrong with it.
std::expected<model::Notice, std::vector<Problem>> read_notice_text(std::string_view text,
                                                                    const model::Event& event);

// `notices_json`, a notices.json of a pack or empty, with the notice of such a text in front, in place of one
// with its id.
std::expected<std::string, std::vector<Problem>> with_notice(std::string_view notices_json,
                                                             std::string_view text);

}  // namespace pack
