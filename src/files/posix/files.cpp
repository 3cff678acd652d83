#include "files/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <optional>
#include <system_error>
#include <utility>

#include "files/read_to_end.h"

namespace files {
namespace {

namespace fs = std::filesystem;

std::unexpected<std::string> failed(std::string_view what, int error) {
  return std::unexpected(std::string(what) + ": " + std::generic_category().message(error));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  // Some disks only say here that they are full.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

// What is there when it is no file, in words; empty for a file.
std::string_view not_a_file(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "is a folder, not a file";
  if (S_ISFIFO(mode)) return "is a pipe, not a file";
  if (S_ISSOCK(mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

bool write_all(int descriptor, std::string_view bytes) {
  std::signal(SIGXFSZ, SIG_IGN);  // at the limit of a user's files this is told, and does not end the program
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The descriptor of this program that the path stands for: /dev/stdout leads to /proc/self/fd/1.
std::optional<int> own_descriptor(const fs::path& path) {
  std::error_code error;
  const fs::path folder = fs::canonical(path.parent_path().empty() ? "." : path.parent_path(), error);
  if (error || folder != "/proc/" + std::to_string(::getpid()) + "/fd") return std::nullopt;
  const std::string name = path.filename().string();
  int number = -1;
  const auto [end, wrong] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (wrong != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return number;
}

// The path behind all links, be there a file or not yet; a descriptor's own path stays one.
std::expected<fs::path, std::string> behind_links(fs::path path) {
  constexpr int most_links = 40;  // as the system has it
  for (int i = 0; i < most_links; ++i) {
    std::error_code error;
    if (own_descriptor(path) || !fs::is_symlink(fs::symlink_status(path, error))) return path;
    const fs::path target = fs::read_symlink(path, error);
    if (error) return std::unexpected("is a link that cannot be followed: " + error.message());
    path = path.parent_path() / target;
  }
  return failed("is a link that cannot be followed", ELOOP);
}

// A new file in `folder` under a name that nobody else has.
struct Unfinished {
  fs::path path;
  int descriptor = -1;
};

Unfinished unfinished_in(const fs::path& folder, mode_t mode) {
  static std::atomic<unsigned> count = 0;
  constexpr int most_tries = 1000;
  for (int i = 0; i < most_tries; ++i) {
    fs::path path =
        folder / (".unfinished-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".part");
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor >= 0 || errno != EEXIST) return {std::move(path), descriptor};
  }
  return {};
}

std::expected<void, std::string> write_into(int descriptor, std::string_view bytes) {
  if (!write_all(descriptor, bytes)) return failed("cannot be written", errno);
  return {};
}

std::expected<void, std::string> replace_file(const fs::path& path, const struct stat* old,
                                              std::string_view bytes) {
  // Renaming asks only the folder; a file that is closed to writing is not to be replaced either.
  if (old != nullptr && ::access(path.c_str(), W_OK) != 0) return failed("cannot be written", errno);
  constexpr mode_t usual = 0666, permissions = 07777;
  const mode_t mode = old != nullptr ? old->st_mode & permissions : usual;
  const Unfinished unfinished = unfinished_in(path.parent_path(), mode);
  Descriptor file(unfinished.descriptor);
  if (!file.is_open()) return failed("cannot be written", errno);
  const auto keep_old = [&](std::string_view what, int error) {
    ::unlink(unfinished.path.c_str());
    return failed(what, error);
  };
  if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0)
    return keep_old("cannot be written", errno);
  struct stat made {};
  if (::fstat(file.number(), &made) != 0) return keep_old("cannot be written", errno);
  if (static_cast<std::size_t>(made.st_size) != bytes.size()) return keep_old("cannot be written", EIO);
  if (old != nullptr) {
    // Only who may gives a file away; for others it becomes their own.
    if (made.st_uid != old->st_uid || made.st_gid != old->st_gid)
      if (::fchown(file.number(), old->st_uid, old->st_gid) != 0 &&
          ::fchown(file.number(), static_cast<uid_t>(-1), old->st_gid) != 0)
        errno = 0;
    if (::fstat(file.number(), &made) != 0 ||
        ((made.st_mode & permissions) != mode && ::fchmod(file.number(), mode) != 0))
      return keep_old("its mode cannot be kept", errno);
  }
  if (!file.close()) return keep_old("cannot be written", errno);
  if (::rename(unfinished.path.c_str(), path.c_str()) != 0) return keep_old("cannot be replaced", errno);
  return {};
}

}  // namespace

std::expected<std::string, std::string> read_file(const fs::path& path, std::size_t limit) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return failed("cannot be opened", errno);
  // Asked before it is opened, for opening a device may do something, and opening a pipe waits.
  if (const auto what = not_a_file(status.st_mode); !what.empty()) return std::unexpected(std::string(what));
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return failed("cannot be opened", errno);
  if (::fstat(file.number(), &status) != 0) return failed("cannot be read", errno);
  if (const auto what = not_a_file(status.st_mode); !what.empty()) return std::unexpected(std::string(what));
  return read_to_end(static_cast<std::uintmax_t>(status.st_size), limit,
                     [&](char* data, std::size_t room) -> std::expected<std::size_t, std::string> {
                       while (true) {
                         const ssize_t got = ::read(file.number(), data, room);
                         if (got >= 0) return static_cast<std::size_t>(got);
                         if (errno != EINTR) return failed("cannot be read", errno);
                       }
                     });
}

std::expected<void, std::string> write_file(const fs::path& path, std::string_view bytes) {
  const auto target = behind_links(path);
  if (!target) return std::unexpected(target.error());
  if (const auto own = own_descriptor(*target)) return write_into(*own, bytes);
  struct stat old {};
  if (::stat(target->c_str(), &old) != 0) {
    if (errno != ENOENT) return failed("cannot be written", errno);
    return replace_file(*target, nullptr, bytes);
  }
  if (S_ISREG(old.st_mode)) return replace_file(*target, &old, bytes);
  if (S_ISDIR(old.st_mode)) return std::unexpected(std::string(not_a_file(old.st_mode)));
  Descriptor device(::open(target->c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
  if (!device.is_open()) return failed("cannot be opened", errno);
  if (auto written = write_into(device.number(), bytes); !written) return written;
  if (!device.close()) return failed("cannot be written", errno);
  return {};
}

// A file that was renamed is there after a power cut only when its folder has reached the disk.
void reach_disk(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

std::string edition_of(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return std::to_string(status.st_ino) + " " + std::to_string(status.st_size) + " " +
         std::to_string(status.st_mtim.tv_sec) + " " + std::to_string(status.st_mtim.tv_nsec);
}

}  // namespace files
