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

namespace {

namespace fs = std::filesystem;

// A folder of its own that goes away with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "summit-files-XXXXXX").string();
    path_ = ::mkdtemp(name.data()) != nullptr ? name : std::string{};
    REQUIRE_FALSE(path_.empty());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path operator/(const std::string& name) const { return path_ / name; }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(path_)) all.push_back(entry.path().filename().string());
    std::ranges::sort(all);
    return all;
  }

 private:
  fs::path path_;
};

std::string reason(const auto& result) { return result ? "" : result.error(); }

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

TEST_CASE("what is written is read again, and nothing else lies beside it") {
  const Folder folder;
  const std::string bytes = std::string("a\0b", 3) + std::string(100'000, 'x');
  CHECK(reason(files::write_file(folder / "a", "old")) == "");
  CHECK(reason(files::write_file(folder / "a", bytes)) == "");
  CHECK(files::read_file(folder / "a") == bytes);
  CHECK(reason(files::write_file(folder / "empty", "")) == "");
  CHECK(files::read_file(folder / "empty") == "");
  CHECK(folder.names() == std::vector<std::string>{"a", "empty"});
}

TEST_CASE("a file that cannot be written stays as it was") {
  const Folder folder;
  REQUIRE(files::write_file(folder / "a", "old"));
  {
    const SmallFiles limit(1000);
    CHECK(reason(files::write_file(folder / "a", std::string(5000, 'x'))) ==
          "cannot be written: File too large");
  }
  CHECK(files::read_file(folder / "a") == "old");
  fs::create_directory(folder / "taken");
  CHECK(reason(files::write_file(folder / "taken", "x")) == "is a folder, not a file");
  CHECK(reason(files::write_file(folder / "none/a", "x")) == "cannot be written: No such file or directory");
  CHECK(reason(files::write_file(folder / "a/b", "x")) == "cannot be written: Not a directory");
  CHECK_FALSE(files::write_file("", "x"));
  if (::geteuid() != 0) {
    REQUIRE(::chmod((folder / "a").c_str(), 0444) == 0);
    CHECK(reason(files::write_file(folder / "a", "new")) == "cannot be written: Permission denied");
  }
  CHECK(files::read_file(folder / "a") == "old");
  CHECK(folder.names() == std::vector<std::string>{"a", "taken"});
}

TEST_CASE("a file keeps its mode, and a link stays a link") {
  const Folder folder;
  for (const mode_t mode : {0600U, 0640U, 0666U, 0755U}) {
    REQUIRE(files::write_file(folder / "a", "old"));
    REQUIRE(::chmod((folder / "a").c_str(), mode) == 0);
    CHECK(reason(files::write_file(folder / "a", "new")) == "");
    CHECK(mode_of(folder / "a") == mode);
  }
  fs::create_directory(folder / "deep");
  fs::create_symlink("deep/target", folder / "link");
  fs::create_symlink("link", folder / "link to link");
  for (const char* text : {"the file is new", "and is there"}) {
    CHECK(reason(files::write_file(folder / "link to link", text)) == "");
    CHECK(files::read_file(folder / "deep/target") == text);
  }
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "link to link"));
  CHECK(files::is_same_file(folder / "link", folder / "deep/../deep/target"));
  CHECK_FALSE(files::is_same_file(folder / "link", folder / "a"));
  CHECK_FALSE(files::is_same_file(folder / "none", folder / "none"));
  fs::create_symlink("round", folder / "round");
  CHECK(reason(files::write_file(folder / "round", "x")).starts_with("is a link that cannot be followed: "));
}

TEST_CASE("devices and pipes are written into") {
  const Folder folder;
  CHECK(reason(files::write_file("/dev/full", "x")) == "cannot be written: No space left on device");
  CHECK(reason(files::write_file("/dev/null", "x")) == "");
  CHECK(fs::is_character_file("/dev/null"));
  fs::create_symlink("/dev/full", folder / "full");
  CHECK(reason(files::write_file(folder / "full", "x")) == "cannot be written: No space left on device");

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
  CHECK(reason(files::write_file(folder / "pipe", bytes)) == "");
  reader.join();
  CHECK(arrived == bytes);
  CHECK(fs::is_fifo(folder / "pipe"));

  // As a shell hands over where output goes: what it wrote before is kept.
  const int own = ::open((folder / "own").c_str(), O_WRONLY | O_CREAT, 0600);
  REQUIRE(own >= 0);
  for (const char* text : {"one,", "two"})
    CHECK(reason(files::write_file("/dev/fd/" + std::to_string(own), text)) == "");
  ::close(own);
  CHECK(files::read_file(folder / "own") == "one,two");
}

TEST_CASE("what is no file, or too large a one, is named and not read") {
  const Folder folder;
  CHECK(reason(files::read_file("/dev/zero")) == "is a device, not a file");
  CHECK(reason(files::read_file(folder / "")) == "is a folder, not a file");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(reason(files::read_file(folder / "pipe")) == "is a pipe, not a file");
  CHECK(reason(files::read_file(folder / "none")) == "cannot be opened: No such file or directory");

  REQUIRE(files::write_file(folder / "ten", "0123456789"));
  CHECK(files::read_file(folder / "ten", 10) == "0123456789");
  CHECK(reason(files::read_file(folder / "ten", 9)) == "is larger than 9 bytes");
  fs::resize_file(folder / "ten", std::uintmax_t{1} << 40);
  CHECK(reason(files::read_file(folder / "ten")) == "is larger than 64 MB");
  CHECK_FALSE(files::AlignedFile::read(folder / "ten"));
  // Files that say that they are empty.
  const auto status = files::read_file("/proc/self/status");
  CHECK((status && status->contains("Name:")));
  CHECK(reason(files::read_file("/proc/self/status", 10)) == "is larger than 10 bytes");
}

TEST_CASE("many who write one file at once do not disturb each other") {
  const Folder folder;
  std::atomic<int> refused = 0;
  std::vector<std::thread> writers;
  const auto text_of = [](int writer) { return std::string(20'000, static_cast<char>('a' + writer)); };
  for (int writer = 0; writer < 8; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 10; ++i)
        if (!files::write_file(folder / "a", text_of(writer))) ++refused;
    });
  for (std::thread& writer : writers) writer.join();
  CHECK(refused == 0);
  const auto last = files::read_file(folder / "a");
  REQUIRE(last);
  CHECK(last == text_of(last->front() - 'a'));
  CHECK(folder.names() == std::vector<std::string>{"a"});
}
