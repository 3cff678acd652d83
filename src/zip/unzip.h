// Takes files out of a zip that lies in memory. For native programs only.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace zip {

// Name to bytes.
using Files = std::map<std::string, std::string, std::less<>>;

// Under which name a file of the zip is wanted, which has this path in it; nothing: not at all.
using Wanted = std::function<std::optional<std::string>(std::string_view path)>;

// The files that are wanted, or in words why they cannot be had. What is not wanted is not unpacked; all
// together have at most files::most_bytes.
std::expected<Files, std::string> unzip(std::string_view bytes, const Wanted& wanted);

}  // namespace zip
