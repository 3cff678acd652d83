#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>

#include "files/files.h"
#include "files/windows/system.h"
#include "unit/files/native/folder.h"

using test::reason;

TEST_CASE("paths are made of UTF-8 and told in it, whatever the system is set to") {
  CHECK(files::path_of("қала/ә.json").native() == L"\u049B\u0430\u043B\u0430/\u04D9.json");
  CHECK(files::text_of(std::filesystem::path(L"\u049B\u0430\u043B\u0430")) == "қала");
  CHECK(files::path_of("a\xFF.json").native() == L"a\uFFFD.json");
  // Half a letter, as names on a disk may have it.
  CHECK(files::text_of(std::filesystem::path(std::wstring(L"a\xD800"))) == "a\uFFFD");
}

TEST_CASE("what cannot be read or written is named as on other systems") {
  const test::Folder folder;
  CHECK(reason(files::read_file(folder / "none")) == "cannot be opened: No such file or directory");
  CHECK(reason(files::read_file(folder / "")) == "is a folder, not a file");
  CHECK(reason(files::read_file("NUL")) == "is a device, not a file");
  CHECK(reason(files::write_file("NUL", "x")) == "");
  CHECK(reason(files::write_file(folder / "none/a", "x")) == "cannot be written: No such file or directory");
  CHECK_FALSE(files::write_file("", "x"));
  std::filesystem::create_directory(folder / "taken");
  CHECK(reason(files::write_file(folder / "taken", "x")) == "is a folder, not a file");
  REQUIRE(files::write_file(folder / "ten", "0123456789"));
  CHECK(files::read_file(folder / "ten", 10) == "0123456789");
  CHECK(reason(files::read_file(folder / "ten", 9)) == "is larger than 9 bytes");
}

TEST_CASE("a file that is closed to writing stays, and what is marked as hidden stays hidden") {
  const test::Folder folder;
  REQUIRE(files::write_file(folder / "a", "old"));
  const std::wstring path = (folder / "a").native();
  REQUIRE(::SetFileAttributesW(path.c_str(), FILE_ATTRIBUTE_READONLY));
  CHECK(reason(files::write_file(folder / "a", "new")) == "cannot be written: Permission denied");
  CHECK(files::read_file(folder / "a") == "old");
  REQUIRE(::SetFileAttributesW(path.c_str(), FILE_ATTRIBUTE_HIDDEN));
  CHECK(reason(files::write_file(folder / "a", "new")) == "");
  CHECK((::GetFileAttributesW(path.c_str()) & FILE_ATTRIBUTE_HIDDEN) != 0);
  CHECK(files::read_file(folder / "a") == "new");
  CHECK(folder.names() == std::vector<std::string>{"a"});
}

TEST_CASE("a file that another program has to itself for a moment is waited for") {
  const test::Folder folder;
  REQUIRE(files::write_file(folder / "a", "old"));
  const std::wstring path = (folder / "a").native();
  const auto hold = [&](auto use) {
    files::Handle held(
        ::CreateFileW(path.c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    REQUIRE(held.is_open());
    std::thread other([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      held.close();
    });
    use();
    other.join();
  };
  hold([&] { CHECK(files::read_file(folder / "a") == "old"); });
  hold([&] { CHECK(reason(files::write_file(folder / "a", "new")) == ""); });
  CHECK(files::read_file(folder / "a") == "new");
}
