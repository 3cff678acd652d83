// Files read and written so that nothing is lost: reading takes no more memory than it was allowed, and
// writing replaces a file whole or leaves it as it was. For native programs only.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace files {

// Far above any file of an event, far below what would hurt.
constexpr std::size_t most_bytes = std::size_t{64} << 20;

// The bytes of a file of at most `limit` bytes, or in words why it cannot be read: "is a folder, not a file".
// Pipes and devices are no files here, for they may never end.
std::expected<std::string, std::string> read_file(const std::filesystem::path& path,
                                                  std::size_t limit = most_bytes);

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

// Writes the file whole or not at all: what was there stays, with its mode, until the new bytes are safely
// on the disk. Links are followed; into a pipe, a device or this program's own output the bytes are written.
// On failure says in words why.
std::expected<void, std::string> write_file(const std::filesystem::path& path, std::string_view bytes);

// A file that was written lately stays in that folder even when the power fails now.
void reach_disk(const std::filesystem::path& folder);

// Another one whenever the file at that path has been written or replaced; empty when there is none.
std::string edition_of(const std::filesystem::path& path);

// Whether both paths lead to one file that is there, by links or by spelling.
bool is_same_file(const std::filesystem::path& one, const std::filesystem::path& other);

// Ends standard output when all has been printed. Says in words why something did not arrive; who does not
// ask believes that a full disk holds everything.
std::expected<void, std::string> close_output();

}  // namespace files
