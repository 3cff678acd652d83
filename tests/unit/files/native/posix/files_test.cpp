#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "files/files.h"
#include "unit/files/native/folder.h"

namespace {

namespace fs = std::filesystem;

mode_t mode_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

// No file may become larger than this.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t most) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a file that cannot be written stays as it was") {
  const test::Folder folder;
  REQUIRE(files::write_file(folder / "a", "old"));
  {
    const SmallFiles limit(1000);
    CHECK(test::reason(files::write_file(folder / "a", std::string(5000, 'x'))) ==
          "cannot be written: File too large");
  }
  CHECK(files::read_file(folder / "a") == "old");
  fs::create_directory(folder / "taken");
  CHECK(test::reason(files::write_file(folder / "taken", "x")) == "is a folder, not a file");
  CHECK(test::reason(files::write_file(folder / "none/a", "x")) ==
        "cannot be written: No such file or directory");
  CHECK(test::reason(files::write_file(folder / "a/b", "x")) == "cannot be written: Not a directory");
  CHECK_FALSE(files::write_file("", "x"));
  if (::geteuid() != 0) {
    REQUIRE(::chmod((folder / "a").c_str(), 0444) == 0);
    CHECK(test::reason(files::write_file(folder / "a", "new")) == "cannot be written: Permission denied");
  }
  CHECK(files::read_file(folder / "a") == "old");
  CHECK(folder.names() == std::vector<std::string>{"a", "taken"});
}

TEST_CASE("a file keeps its mode, and a link stays a link") {
  const test::Folder folder;
  for (const mode_t mode : {0600U, 0640U, 0666U, 0755U}) {
    REQUIRE(files::write_file(folder / "a", "old"));
    REQUIRE(::chmod((folder / "a").c_str(), mode) == 0);
    CHECK(test::reason(files::write_file(folder / "a", "new")) == "");
    CHECK(mode_of(folder / "a") == mode);
  }
  fs::create_directory(folder / "deep");
  fs::create_symlink("deep/target", folder / "link");
  fs::create_symlink("link", folder / "link to link");
  for (const char* text : {"the file is new", "and is there"}) {
    CHECK(test::reason(files::write_file(folder / "link to link", text)) == "");
    CHECK(files::read_file(folder / "deep/target") == text);
  }
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "link to link"));
  CHECK(files::is_same_file(folder / "link", folder / "deep/../deep/target"));
  CHECK_FALSE(files::is_same_file(folder / "link", folder / "a"));
  CHECK_FALSE(files::is_same_file(folder / "none", folder / "none"));
  fs::create_symlink("round", folder / "round");
  CHECK(test::reason(files::write_file(folder / "round", "x"))
            .starts_with("is a link that cannot be followed: "));
}

TEST_CASE("devices and pipes are written into") {
  const test::Folder folder;
  CHECK(test::reason(files::write_file("/dev/full", "x")) == "cannot be written: No space left on device");
  CHECK(test::reason(files::write_file("/dev/null", "x")) == "");
  CHECK(fs::is_character_file("/dev/null"));
  fs::create_symlink("/dev/full", folder / "full");
  CHECK(test::reason(files::write_file(folder / "full", "x")) ==
        "cannot be written: No space left on device");

  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::string arrived;
  std::thread reader([&] {
    const int pipe = ::open((folder / "pipe").c_str(), O_RDONLY);
    std::array<char, 4096> part{};
    for (ssize_t size = 0; (size = ::read(pipe, part.data(), part.size())) > 0;)
      arrived.append(part.data(), static_cast<std::size_t>(size));
    ::close(pipe);
  });
  const std::string bytes(300'000, 'x');
  CHECK(test::reason(files::write_file(folder / "pipe", bytes)) == "");
  reader.join();
  CHECK(arrived == bytes);
  CHECK(fs::is_fifo(folder / "pipe"));

  // As a shell hands over where output goes: what it wrote before is kept.
  const int own = ::open((folder / "own").c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(own >= 0);
  for (const char* text : {"one,", "two"})
    CHECK(test::reason(files::write_file("/dev/fd/" + std::to_string(own), text)) == "");
  ::close(own);
  CHECK(files::read_file(folder / "own") == "one,two");
}

TEST_CASE("what is no file, or too large a one, is named and not read") {
  const test::Folder folder;
  CHECK(test::reason(files::read_file("/dev/zero")) == "is a device, not a file");
  CHECK(test::reason(files::read_file(folder / "")) == "is a folder, not a file");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(test::reason(files::read_file(folder / "pipe")) == "is a pipe, not a file");
  CHECK(test::reason(files::read_file(folder / "none")) == "cannot be opened: No such file or directory");

  REQUIRE(files::write_file(folder / "ten", "0123456789"));
  CHECK(files::read_file(folder / "ten", 10) == "0123456789");
  CHECK(test::reason(files::read_file(folder / "ten", 9)) == "is larger than 9 bytes");
  fs::resize_file(folder / "ten", std::uintmax_t{1} << 40);
  CHECK(test::reason(files::read_file(folder / "ten")) == "is larger than 64 MB");
  CHECK_FALSE(files::AlignedFile::read(folder / "ten"));
  // Files that say that they are empty.
  const auto status = files::read_file("/proc/self/status");
  CHECK((status && status->contains("Name:")));
  CHECK(test::reason(files::read_file("/proc/self/status", 10)) == "is larger than 10 bytes");
}
