#include "platform/desktop/downloads.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "files/files.h"

namespace fs = std::filesystem;

namespace {

// A home of its own for a test.
struct Home {
  fs::path folder = fs::temp_directory_path() / ("summit-home-" + std::to_string(getpid()));
  std::string before = std::getenv("HOME") != nullptr ? std::getenv("HOME") : "";

  Home() {
    fs::remove_all(folder);
    fs::create_directories(folder / ".config");
    setenv("HOME", folder.c_str(), 1);
    unsetenv("XDG_CONFIG_HOME");
  }
  ~Home() {
    setenv("HOME", before.c_str(), 1);
    fs::remove_all(folder);
  }
};

}  // namespace

TEST_CASE("files are saved where the desktop's settings say, else in Downloads, else at home") {
  Home home;
  CHECK(platform::downloads_folder() == home.folder);
  fs::create_directories(home.folder / "Downloads");
  CHECK(platform::downloads_folder() == home.folder / "Downloads");
  fs::create_directories(home.folder / "Жүктеулер");
  REQUIRE(files::write_file(home.folder / ".config/user-dirs.dirs",
                            "# written by the desktop\nXDG_DOWNLOAD_DIR=\"$HOME/Жүктеулер\"\n"));
  CHECK(platform::downloads_folder() == home.folder / "Жүктеулер");
  REQUIRE(files::write_file(home.folder / ".config/user-dirs.dirs", "XDG_DOWNLOAD_DIR=\"$HOME/gone\"\n"));
  CHECK(platform::downloads_folder() == home.folder / "Downloads");
}

TEST_CASE("no download takes the place of another, and the last one is found again") {
  Home home;
  CHECK_FALSE(platform::newest_download("my-agenda.summit"));
  CHECK(platform::save_download("my-agenda.summit", "one") == home.folder / "my-agenda.summit");
  CHECK(platform::save_download("my-agenda.summit", "two") == home.folder / "my-agenda-2.summit");
  CHECK(files::read_file(home.folder / "my-agenda.summit") == "one");
  CHECK(platform::newest_download("my-agenda.summit") == home.folder / "my-agenda-2.summit");
}
