// Paths out of texts and texts out of paths: our texts are UTF-8, and so the names of files are on every
// system. std::filesystem::path(std::string) and path::string() take what the system is set to instead. For
// native programs only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace files {

// On Windows, what is no UTF-8 becomes U+FFFD.
std::filesystem::path path_of(std::string_view text);

// The same for what may be null, as libraries in C say it; then the path is empty.
inline std::filesystem::path path_of(const char* text) {
  return text != nullptr ? path_of(std::string_view(text)) : std::filesystem::path();
}
inline std::filesystem::path path_of(const std::string& text) { return path_of(std::string_view(text)); }

std::string text_of(const std::filesystem::path& path);

// For libraries that open files by names in chars: one that leads there; empty when none does.
std::string name_for_c(const std::filesystem::path& path);

// What went wrong, in the same English words on every system.
std::string words_of(const std::error_code& error);

}  // namespace files
