#include "files/files.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "files/lock.h"
#include "files/process.h"
#include "unit/files/native/folder.h"

TEST_CASE("what is written is read again, and nothing else lies beside it") {
  const test::Folder folder;
  const std::string bytes = std::string("a\0b", 3) + std::string(100'000, 'x');
  CHECK(test::reason(files::write_file(folder / "a", "old")) == "");
  CHECK(test::reason(files::write_file(folder / "a", bytes)) == "");
  CHECK(files::read_file(folder / "a") == bytes);
  CHECK(test::reason(files::write_file(folder / "empty", "")) == "");
  CHECK(files::read_file(folder / "empty") == "");
  CHECK(folder.names() == std::vector<std::string>{"a", "empty"});
}

TEST_CASE("many who write one file at once do not disturb each other") {
  const test::Folder folder;
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

TEST_CASE("names may have any letters, and be long") {
  const test::Folder folder;
  std::vector<std::string> names{"Күн тәртібі – қала.json", "Карта (1).json", "小.json"};
  for (const std::string& name : names) {
    CHECK(files::text_of(files::path_of(name)) == name);
    CHECK(test::reason(files::write_file(folder / name, name)) == "");
    CHECK(files::read_file(folder / name) == name);
  }
  std::ranges::sort(names);
  CHECK(folder.names() == names);
  // Deeper than Windows goes by itself: 260 letters.
  std::filesystem::path deep = folder / "a";
  for (int i = 0; i < 4; ++i) {
    std::filesystem::create_directory(deep);
    deep /= std::string(60, 'x');
  }
  deep += ".json";
  CHECK(test::reason(files::write_file(deep, "deep")) == "");
  CHECK(files::read_file(deep) == "deep");
  CHECK_FALSE(files::edition_of(deep).empty());
}

TEST_CASE("a file that was written has another edition") {
  const test::Folder folder;
  CHECK(files::edition_of(folder / "a").empty());
  REQUIRE(files::write_file(folder / "a", "one"));
  const std::string first = files::edition_of(folder / "a");
  CHECK_FALSE(first.empty());
  CHECK(files::edition_of(folder / "a") == first);
  REQUIRE(files::write_file(folder / "a", "two"));
  CHECK(files::edition_of(folder / "a") != first);
}

TEST_CASE("one at a time holds a lock") {
  const test::Folder folder;
  std::atomic<int> holders = 0, most = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 5; ++turn) {
        const files::Lock lock(folder / "қала.lock");
        if (!lock.held()) ++refused;
        const int now = ++holders;
        if (now > most) most = now;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        --holders;
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(most == 1);
  CHECK(refused == 0);
  const files::Lock nowhere(folder / "none/a.lock");
  CHECK(test::reason(nowhere.held()).ends_with("a.lock: No such file or directory"));
}

TEST_CASE("the program knows where it lies") {
  CHECK(std::filesystem::is_regular_file(files::program_file()));
  CHECK(files::program_file().stem() == "test-files");
}
