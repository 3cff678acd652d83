// The folder in which the visitor's system keeps what programs save for them.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace platform {

// As the desktop's settings (user-dirs.dirs) say, else "Downloads" in the home folder, else that folder.
std::filesystem::path downloads_folder();

// Saves it there under that name, or one with a number when it is taken, and answers as what; nothing when it
// could not be.
std::optional<std::filesystem::path> save_download(std::string_view name, std::string_view bytes);

// Of the files there that were saved under that name the last; nothing when there is none.
std::optional<std::filesystem::path> newest_download(std::string_view name);

// Hands the file to the program that the visitor has for such files. False when there is none.
bool open_with_system(const std::filesystem::path& file);

}  // namespace platform
