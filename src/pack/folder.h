// Event packs on disk: the folder an organiser edits, and the built file. For
// native programs only; the web app is handed the bytes of a bundle.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "pack/read.h"

namespace pack {

// The bytes of a file, or in words why it cannot be read.
std::expected<std::string, std::string> read_file(const std::filesystem::path& path);

// A file in memory, at an address that is a multiple of 16, as ICU wants its data.
class AlignedFile {
 public:
  // Or in words why it cannot be read.
  static std::expected<AlignedFile, std::string> read(const std::filesystem::path& path);
  std::span<const std::byte> bytes() const { return {bytes_.get(), size_}; }

 private:
  struct Free {
    void operator()(std::byte* bytes) const;
  };
  std::unique_ptr<std::byte, Free> bytes_;
  std::size_t size_ = 0;
};

// Writes the file whole or not at all: what was there stays until the new bytes
// are safely on the disk. On failure says in words why.
std::expected<void, std::string> write_file(const std::filesystem::path& path,
                                            std::string_view bytes);

// The JSON files that lie directly in `folder`, or in words why they cannot be read.
std::expected<PackFiles, std::string> load_folder(const std::filesystem::path& folder);

// Reads the event at `path`, be it a folder or a built file. A path that cannot
// be read becomes a problem of that name.
ReadResult read_path(const std::filesystem::path& path);

}  // namespace pack
