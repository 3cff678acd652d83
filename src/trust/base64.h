// Bytes as the letters that signatures and keys are written in (RFC 4648, with "+", "/" and padding).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trust {

std::string to_base64(std::span<const std::uint8_t> bytes);

// Nothing when `text` is not exactly what to_base64 would write.
std::optional<std::vector<std::uint8_t>> from_base64(std::string_view text);

}  // namespace trust
