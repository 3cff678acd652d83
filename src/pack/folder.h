// Event packs on disk: the folder an organiser edits, and the built file. For
// native programs only; the web app is handed the bytes of a bundle.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "pack/read.h"

namespace pack {

// The JSON files that lie directly in `folder`, or in words why they cannot be read.
std::expected<PackFiles, std::string> load_folder(const std::filesystem::path& folder);

// The files of the pack at `path`, be it a folder or a built file, or in words why they cannot be read.
std::expected<PackFiles, std::string> load_path(const std::filesystem::path& path);

// Reads the event at `path`, be it a folder or a built file. A path that cannot
// be read becomes a problem of that name.
ReadResult read_path(const std::filesystem::path& path);

}  // namespace pack
