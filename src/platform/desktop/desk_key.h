// The key with which a help desk signs what it tells all visitors.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

namespace platform {

// The text, which ends with a line break, signed with the secret key in that file, in one file with what
// others need to check it (trust/envelope.h): the public key beside it, and the organisers' signature under
// that. Or which file is missing or wrong, and why.
std::expected<std::string, std::string> signed_notice(std::string_view text,
                                                      const std::filesystem::path& key_file);

}  // namespace platform
