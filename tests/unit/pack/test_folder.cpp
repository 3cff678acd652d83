#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "files/files.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "small_pack.h"

namespace {

namespace fs = std::filesystem;

// A folder of its own that goes away with it.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path(error_) / "summit-pack-test") {
    fs::remove_all(path_, error_);
    fs::create_directories(path_, error_);
  }
  ~Folder() { fs::remove_all(path_, error_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }
  const fs::path& path() const { return path_; }

 private:
  std::error_code error_;
  fs::path path_;
};

}  // namespace

TEST_CASE("a folder and the file built from it give the same event") {
  const Folder folder;
  const pack::PackFiles files = small_pack::written(small_pack::good());
  for (const auto& [name, bytes] : files.files) CHECK(files::write_file(folder / name, bytes).has_value());
  CHECK(files::write_file(folder / "README.md", "not a part of the pack").has_value());

  const auto loaded = pack::load_folder(folder.path());
  CHECK((loaded && loaded->files == files.files));
  const pack::ReadResult from_folder = pack::read_path(folder.path());
  CHECK(from_folder.problems.empty());

  CHECK(files::write_file(folder / "event.pack", pack::build_bundle(files).bytes.value_or("")).has_value());
  const pack::ReadResult from_file = pack::read_path(folder / "event.pack");
  CHECK(from_file.problems.empty());
  CHECK((from_folder.event && from_folder.event == from_file.event));
}

TEST_CASE("what cannot be read is told in words") {
  const Folder folder;
  const std::string missing = (folder / "missing").string();
  const pack::ReadResult result = pack::read_path(missing);
  CHECK_FALSE(result.event.has_value());
  CHECK(result.problems.size() == 1);
  if (result.problems.empty()) return;
  CHECK(pack::to_line(result.problems.front()) == missing + ": cannot be opened: No such file or directory");
  CHECK_FALSE(pack::load_folder(missing).has_value());
  CHECK(pack::read_path(folder.path()).problems.size() == 5);  // the files that every pack has
}
