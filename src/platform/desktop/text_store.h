// The small texts that the app keeps on this device, each in a file of its own. Several processes
// may keep them at the same time: one writer after another, and each sees what the one before has
// written.
#pragma once

#include <expected>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "files/paths.h"

namespace platform {

class TextStore {
 public:
  // An empty path where there is no folder to be had: then nothing is ever kept.
  explicit TextStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Empty when it was never kept, or in words why it cannot be read. A file that is far too large
  // gives a text that nobody can read, so that it is put aside like any other.
  std::expected<std::string, std::string> read(std::string_view name) const;

  // What is to be done with the text that is kept.
  struct Change {
    std::optional<std::string> text;  // takes its place
    std::string aside;                // it is renamed so before, when not empty
  };
  // As the only writer until it returns, hands `change` what is kept and does what that answers. In
  // words why it could not be done; where nothing was to be written it is done.
  std::expected<void, std::string> update(std::string_view name,
                                          const std::function<Change(std::string_view kept)>& change) const;

  // Another one whenever the text has been written; for noticing what other processes keep.
  std::string edition(std::string_view name) const;

 private:
  std::filesystem::path file(std::string_view name) const {
    return folder_ / files::path_of(std::string(name) + ".txt");
  }

  std::filesystem::path folder_;
};

}  // namespace platform
