// What makes a new file out of an old one that the receiver has already: a changed session is then some
// hundred bytes instead of the whole pack. The receiver checks the result by its signature: this only finds
// out that a delta is of another file, or no delta at all.
#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace pack {

// The same two files always give the same bytes.
std::string make_delta(std::string_view old_bytes, std::string_view new_bytes);

// The new file; or why there is none. Survives any bytes at all, and makes no file larger than `most` bytes.
std::expected<std::string, std::string> apply_delta(std::string_view old_bytes, std::string_view delta,
                                                    std::size_t most = 64U << 20U);

}  // namespace pack
