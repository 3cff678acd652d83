// Dates and times as they are written in packs and on command lines: ISO 8601
// with an offset. Not for what visitors read; that is text/.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

#include "model/time.h"

namespace pack {

// A moment together with how it was written.
struct WrittenInstant {
  model::Instant instant{};
  std::chrono::minutes utc_offset{};  // 300 for "+05:00", 0 for "Z"
  bool in_utc = false;                // "Z": no clock of any place

  // The calendar day that was written, which is the day at that offset.
  model::Date date() const;
};

// "2026-04-22T10:00+05:00", "2026-04-22T05:00:00Z"; or in words what is wrong.
std::expected<WrittenInstant, std::string> parse_instant(std::string_view text);

// "2026-04-22"; or in words what is wrong.
std::expected<model::Date, std::string> parse_date(std::string_view text);

// "2026-04-22"
std::string format_date(model::Date date);

// "14:30", the wall clock at `utc_offset`.
std::string format_clock(model::Instant instant, std::chrono::minutes utc_offset);

// "2026-04-22T14:30+05:00"; seconds only when there are any.
std::string format_instant(model::Instant instant, std::chrono::minutes utc_offset);

}  // namespace pack
