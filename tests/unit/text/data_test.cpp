#include <doctest/doctest.h>

#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "icu_data.h"
#include "text/data.h"
#include "text/words.h"

namespace {

std::string mistake_of(std::span<const std::byte> bytes) {
  const auto used = text::use_icu_data(bytes);
  return used ? std::string() : used.error();
}

std::string mistake_of(const std::vector<std::byte>& content) {
  return mistake_of(test::AlignedBytes(content).bytes());
}

std::vector<std::byte> copy_of_file() {
  const auto file = test::icu_file();
  return {file.begin(), file.end()};
}

bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

// The first test of the program (doctest goes by file name), before anything has loaded the data.
TEST_CASE("a message as the translator wrote it needs no data") {
  CHECK(text::raw_message("kk", "agenda.title") == "Бағдарлама");
  CHECK(text::raw_message("ru", "agenda.title") == "Программа");
  CHECK(text::raw_message("en", "time.duration_minutes") == "{minutes}\u00a0min");
  CHECK(text::raw_message("xx", "agenda.title") == "Agenda");
  CHECK(text::raw_message("", "agenda.title") == "Agenda");
}

TEST_CASE("a file that is not ICU's data is refused with a reason") {
  CHECK(mistake_of(std::vector<std::byte>{}) == "summit.icu: the file is empty");
  CHECK(mistake_of(std::vector<std::byte>(1)) == "summit.icu: not an ICU data file");
  CHECK(mistake_of(std::vector<std::byte>(100'000, std::byte{0x5A})) == "summit.icu: not an ICU data file");
  const std::string page = "<!doctype html><title>404 Not Found</title>" + std::string(2000, ' ');
  CHECK(mistake_of(test::AlignedBytes(std::as_bytes(std::span(page))).bytes()) ==
        "summit.icu: not an ICU data file");

  std::vector<std::byte> other_format = copy_of_file();
  std::memcpy(other_format.data() + 12, "ResB", 4);
  CHECK(mistake_of(other_format) == "summit.icu: an ICU file, but not a data package");

  std::vector<std::byte> other_endian = copy_of_file();
  other_endian[8] = std::byte{1};
  CHECK(mistake_of(other_endian) == "summit.icu: not an ICU data file");
}

TEST_CASE("data at an odd address are refused") {
  for (const std::size_t shift : {1u, 4u, 8u})
    CHECK(mistake_of(test::AlignedBytes(test::icu_file(), shift).bytes()) ==
          "summit.icu: the data are not aligned to 16 bytes");
}

TEST_CASE("a truncated file is refused, wherever it ends") {
  const auto file = test::icu_file();
  const auto truncated = [&](std::size_t size) {
    return mistake_of(test::AlignedBytes(file.first(size)).bytes());
  };
  for (std::size_t size = 0; size < 4096; size += 7) CHECK_FALSE(truncated(size).empty());
  for (std::size_t part = 1; part < 40; ++part) CHECK_FALSE(truncated(file.size() * part / 40).empty());
  for (const std::size_t missing : {1u, 2u, 3u, 4u, 5u, 15u, 16u, 17u, 100u, 1000u})
    CHECK_FALSE(truncated(file.size() - missing).empty());
}

TEST_CASE("a damaged table of contents is refused") {
  std::uint16_t header_size = 0;
  std::memcpy(&header_size, test::icu_file().data(), sizeof header_size);
  for (const std::size_t entry : {0u, 1u, 2u, 3u, 10u}) {
    for (const std::uint32_t value : {0u, 0xFFFF'FFFFu, 0x7FFF'FFFFu}) {
      std::vector<std::byte> damaged = copy_of_file();
      std::memcpy(damaged.data() + header_size + entry * 4, &value, sizeof value);
      CAPTURE(entry);
      CAPTURE(value);
      CHECK_FALSE(mistake_of(damaged).empty());
    }
  }
}

TEST_CASE("data of another version of ICU are refused") {
  std::vector<std::byte> other = copy_of_file();
  // All names begin with the package: icudt76l/…
  const std::string_view text(reinterpret_cast<const char*>(other.data()), other.size());
  const std::string package = std::string(text.substr(text.find("icudt"), 8));
  for (std::size_t at = text.find(package); at != std::string_view::npos; at = text.find(package, at + 1))
    std::memcpy(other.data() + at, "icudt11l", 8);
  CHECK(contains(mistake_of(other), "another version of ICU"));
}

TEST_CASE("the real file is taken, twice as well as once, and a bad one behind it harms nothing") {
  CHECK(mistake_of(test::icu_file()).empty());
  CHECK(mistake_of(test::icu_file()).empty());
  CHECK_FALSE(mistake_of(std::vector<std::byte>(64)).empty());
  CHECK(test::words("kk").weekday(std::chrono::year(2026) / 4 / 22) == "сәрсенбі");
}

TEST_CASE("a language without messages or without data is refused with a reason") {
  test::need_icu();
  const auto unknown = text::Words::in("xx", test::zone("Asia/Almaty"));
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error() == "i18n/ has no messages for the language xx");
  const auto no_data = text::Cldr::of("xx");
  REQUIRE_FALSE(no_data);
  CHECK(contains(no_data.error(), "nothing for the language xx"));
}

TEST_CASE("a language for local use has what holds for all languages") {
  test::need_icu();
  const auto made_up = text::Cldr::of("qaa");
  REQUIRE(made_up);
  CHECK(made_up->plural_categories(text::Counting::cardinal) == std::set<std::string>{"other"});
  CHECK_FALSE(made_up->month(4).empty());
  CHECK_FALSE(text::Cldr::of("qua"));
}

TEST_CASE("languages are called what they call themselves, or by their tag") {
  CHECK(text::native_language_name("kk") == "Қазақша");
  CHECK(text::short_language_name("ru") == "РУС");
  CHECK(text::native_language_name("qaa") == "qaa");
}
