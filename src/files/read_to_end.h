// Reads what is open to its end, however long it was said to be. For the files of each system, in the folders
// beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>

namespace files {

// How many bytes came into the room at `data`, 0 at the end; or in words why none.
using ReadSome = std::function<std::expected<std::size_t, std::string>(char* data, std::size_t room)>;

// `told`: how many bytes there should be; files of the system say 0 and have more. In words when it is more
// than `limit`.
std::expected<std::string, std::string> read_to_end(std::uintmax_t told, std::size_t limit,
                                                    const ReadSome& read_some);

}  // namespace files
