// Hands ICU its data. Nothing else in text/ works before this has succeeded.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>

namespace text {

// Takes the bytes of summit.icu, which must stay alive and unchanged until the
// process ends and be aligned to 16 bytes. Calling it a second time is harmless.
// On failure says why, for a log; the words for the visitor are the caller's.
std::expected<void, std::string> use_icu_data(std::span<const std::byte> data);

// Whether that has succeeded: ICU remembers for good what it did not find, so nobody may ask it before.
bool has_icu_data();

// Takes the bytes of order.icu as well, on the same terms, for text::alphabetical (order.h).
std::expected<void, std::string> use_order_data(std::span<const std::byte> data);

}  // namespace text
