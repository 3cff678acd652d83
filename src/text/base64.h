// Any bytes as letters that stand in addresses and files as they are: base64url of RFC 4648, section 5,
// without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

std::string base64url(std::string_view bytes);

// Nothing for what base64url does not write: each text of bytes has one form.
std::optional<std::string> from_base64url(std::string_view letters);

}  // namespace text
