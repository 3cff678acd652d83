#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "pack/bundle.h"
#include "pack/checksum.h"
#include "pack/folder.h"
#include "pack/read.h"
#include "small_pack.h"
#include "test_main.h"

namespace {

std::string bundle_of(const small_pack::Files& files) {
  const pack::BuildResult built = pack::build_bundle(small_pack::written(files));
  return built.bytes.value_or("");
}

std::vector<std::string> lines_of(const std::vector<pack::Problem>& problems) {
  std::vector<std::string> lines;
  for (const pack::Problem& problem : problems) lines.push_back(to_line(problem));
  return lines;
}

// Reads bytes that may be anything; what matters is that there is an answer.
bool answers(const std::string& bytes) {
  const pack::ReadResult result = pack::read_bundle(bytes);
  return result.event.has_value() != has_errors(result.problems);
}

}  // namespace

TEST_CASE("a bundle gives the same event as the folder it was built from") {
  const small_pack::Files files = small_pack::good();
  const pack::ReadResult from_folder = pack::read_pack(small_pack::written(files));
  const pack::ReadResult from_bundle = pack::read_bundle(bundle_of(files));
  CHECK(from_bundle.problems.empty());
  CHECK((from_folder.event && from_folder.event == from_bundle.event));
  CHECK(from_bundle.utc_offset == std::chrono::minutes{300});
}

TEST_CASE("the same files give the same bytes, without blanks") {
  const std::string bundle = bundle_of(small_pack::good());
  CHECK(bundle == bundle_of(small_pack::good()));
  CHECK(bundle.starts_with("{\"checksum\":\""));
  CHECK(bundle.contains("\",\"format\":2,\"min_reader\":2,\"files\":{"));
  CHECK(small_pack::without_checksum(bundle).starts_with(
      "{\"format\":2,\"files\":{\"event.json\":{\"format\":2,\"id\":\"small-summit\","));
  CHECK(bundle.find(": ") == std::string::npos);
  CHECK(bundle.contains("A summit for tests.\\nIt has two lines."));
  CHECK(bundle.contains("[60,12.5]"));
}

TEST_CASE("a bundle leaves nothing out, known or not") {
  small_pack::Files files = small_pack::good();
  files["event.json"]["$schema"] = "../event.schema.json";
  files["event.json"]["colour"] = {{"of", nullptr}, {"is", {true, false, -1, 0.25, "a\"b\\c\x01", {}}}};
  const pack::BuildResult built = pack::build_bundle(small_pack::written(files));
  CHECK(lines_of(built.problems) ==
        std::vector<std::string>{"warning: event.json: /colour: is not a key of the format"});
  const auto bundle = small_pack::Json::parse(built.bytes.value_or(""), nullptr, false);
  CHECK(bundle["files"].size() == files.size());
  for (const auto& [name, content] : files) CHECK(bundle["files"][name] == content);
}

TEST_CASE("a broken pack is not built") {
  small_pack::Files files = small_pack::good();
  files["sessions.json"]["sessions"][0].erase("kind");
  const pack::BuildResult built = pack::build_bundle(small_pack::written(files));
  CHECK_FALSE(built.bytes.has_value());
  CHECK(lines_of(built.problems) == std::vector<std::string>{"sessions.json: /sessions/0: lacks \"kind\""});
}

TEST_CASE("mistakes in a bundle are told as they are of the folder") {
  std::string bundle = small_pack::without_checksum(bundle_of(small_pack::good()));
  bundle.replace(bundle.find("\"kind\":\"thematic\"", bundle.find("air-talk")), 17,
                 "\"kinds\":\"blue\",\"kinds\":1");
  CHECK(lines_of(pack::read_bundle(bundle).problems) ==
        std::vector<std::string>{
            "sessions.json: /sessions/2: has the key \"kinds\" more than once",
            "sessions.json: /sessions/2: lacks \"kind\"",
            "warning: sessions.json: /sessions/2/kinds: is not a key of the format; did you mean "
            "\"kind\"?",
            "warning: sessions.json: /sessions/2/kinds: is not a key of the format; did you mean "
            "\"kind\"?"});
}

TEST_CASE("what is no bundle is refused in words") {
  const std::string not_built =
      "bundle: is not a built event pack; summit-pack build makes one from a folder";
  for (const char* other : {"{}", "[]", "7", "{\"format\":1}", "{\"format\":1,\"files\":[]}"}) {
    CAPTURE(std::string{other});
    CHECK(lines_of(pack::read_bundle(other).problems) == std::vector<std::string>{not_built});
  }
  CHECK(lines_of(pack::read_bundle("{\"format\":7,\"files\":{}}").problems) ==
        std::vector<std::string>{
            "bundle: /format: needs a program that reads version 7 of the format; this one "
            "reads versions 1 to 2: update it, or have the pack built for it"});
  CHECK(lines_of(pack::read_bundle("{\"format\":0,\"files\":{}}").problems) ==
        std::vector<std::string>{
            "bundle: /format: is no version of the format; this program reads versions 1 to 2"});
  CHECK(lines_of(pack::read_bundle("<html>Not found</html>").problems).size() == 1);
  CHECK(lines_of(pack::read_bundle("{\"format\":1,\"files\":{}}").problems).front() ==
        "event.json: is missing");
}

TEST_CASE("a bundle cut off at every hundredth is refused") {
  const std::string bundle = small_pack::without_checksum(bundle_of(small_pack::good()));
  CHECK(bundle.size() > 5'000);
  for (std::size_t hundredth = 0; hundredth < 100; ++hundredth) {
    const pack::ReadResult result =
        pack::read_bundle(std::string_view{bundle}.substr(0, bundle.size() * hundredth / 100));
    CHECK_FALSE(result.event.has_value());
    CHECK(has_errors(result.problems));
  }
}

TEST_CASE("a bundle of which any byte was changed is refused, and says so") {
  const std::string good = bundle_of(small_pack::good());
  const std::string damaged =
      "bundle: is damaged: its bytes are not those that were built (their checksum is another); fetch or "
      "build it again";
  std::mt19937 random{1};
  std::string bundle = good;
  for (std::size_t i = 0; i < good.size(); ++i) {
    const char other = static_cast<char>(static_cast<unsigned char>(good[i]) + 1 + random() % 255);
    for (const char changed : {static_cast<char>(good[i] ^ 1), static_cast<char>(good[i] ^ 0x20), other}) {
      bundle[i] = changed;
      const pack::ReadResult result = pack::read_bundle(bundle);
      CAPTURE(i);
      CHECK_FALSE(result.event.has_value());
      REQUIRE(result.problems.size() == 1);
      // Where the checksum itself begins, its name is what was damaged.
      constexpr std::size_t prefix = 13;
      if (i >= prefix) CHECK(to_line(result.problems.front()) == damaged);
    }
    bundle[i] = good[i];
  }
  for (const std::string& other :
       {good + "\n", good + std::string(1, '\0'), good + good, good.substr(0, good.size() - 1), " " + good,
        good.substr(0, 20), std::string(good).replace(14, 1, "")}) {
    CAPTURE(other.size());
    CHECK(has_errors(pack::read_bundle(other).problems));
  }
}

TEST_CASE("the checksum is the one that others call CRC-64/XZ") {
  CHECK(pack::crc64("123456789") == 0x995DC9BBDF1939FA);
  CHECK(pack::crc64("") == 0);
}

TEST_CASE("a bundle of a former build, without a checksum, is read") {
  const std::string bundle = bundle_of(small_pack::good());
  const std::string former = small_pack::without_checksum(bundle);
  CHECK(former.starts_with("{\"format\":2,\"files\""));
  const pack::ReadResult result = pack::read_bundle(former);
  CHECK(result.problems.empty());
  CHECK((result.event && result.event == pack::read_bundle(bundle).event));
  // A checksum whose name was damaged does not make it one of these.
  std::string renamed = bundle;
  renamed.replace(renamed.find("checksum"), 8, "chicksum");
  CHECK(lines_of(pack::read_bundle(renamed).problems) ==
        std::vector<std::string>{"bundle: /chicksum: is damaged: a pack without a checksum has no such part; "
                                 "fetch or build it again"});
}

TEST_CASE("a bundle with flipped bits never crashes the reader") {
  const std::string good = small_pack::without_checksum(bundle_of(small_pack::good()));
  std::mt19937 random{20260422};
  for (int round = 0; round < 1'500; ++round) {
    std::string bundle = good;
    for (unsigned flips = random() % 4 + 1; flips > 0; --flips)
      bundle[random() % bundle.size()] ^= static_cast<char>(1u << random() % 8);
    CAPTURE(round);
    CHECK(answers(bundle));
  }
}

TEST_CASE("a bundle with pieces moved about never crashes the reader") {
  const std::string good = small_pack::without_checksum(bundle_of(small_pack::good()));
  std::mt19937 random{1};
  for (int round = 0; round < 500; ++round) {
    std::string bundle = good;
    const std::string piece = bundle.substr(random() % bundle.size(), random() % 200);
    bundle.replace(random() % bundle.size(), random() % 200, piece);
    CAPTURE(round);
    CHECK(answers(bundle));
  }
}

TEST_CASE("the pack of the real summit has no mistakes") {
  const std::string folder = test::source_directory() + "/assets/res2026";
  const auto files = pack::load_folder(folder);
  CHECK_MESSAGE(files.has_value(), (files ? "" : files.error()));
  if (!files) return;
  const pack::ReadResult result = pack::read_pack(*files);
  CHECK(lines_of(result.problems) == std::vector<std::string>{});
  CHECK(result.event.has_value());
  if (!result.event) return;
  CHECK(result.event->themes.size() == 8);
  CHECK(result.event->partners.size() == 23);
  CHECK(result.event->sessions.size() >= 40);
  CHECK(result.event->sites.size() == 2);

  const pack::BuildResult built = pack::build_bundle(*files);
  CHECK(pack::read_bundle(built.bytes.value_or("")).event == result.event);
}

TEST_CASE("a bundle of a newer format is read when its head says that this reader will do") {
  small_pack::Files files = small_pack::good();
  std::string bundle = small_pack::without_checksum(bundle_of(files));
  const auto with_head = [&](int version, int oldest) {
    std::string other = bundle;
    other.replace(other.find("\"format\":2"), 10,
                  "\"format\":" + std::to_string(version) + ",\"min_reader\":" + std::to_string(oldest));
    other.replace(other.rfind("\"format\":2"), 10, "\"format\":" + std::to_string(version));
    return pack::read_bundle(pack::sealed(other));
  };
  CHECK(with_head(3, 2).event.has_value());
  CHECK(with_head(3, 2).problems.empty());
  CHECK(lines_of(with_head(4, 3).problems) ==
        std::vector<std::string>{
            "bundle: /min_reader: needs a program that reads version 3 of the format; this "
            "one reads versions 1 to 2: update it, or have the pack built for it"});
  CHECK(lines_of(with_head(2, 0).problems) ==
        std::vector<std::string>{
            "bundle: /min_reader: is no version of the format; this program reads versions 1 to 2"});
}

TEST_CASE("a bundle of format 1 is read") {
  small_pack::Files files = small_pack::good();
  std::string bundle = small_pack::without_checksum(bundle_of(files));
  for (auto at = bundle.find("\"format\":2"); at != bundle.npos; at = bundle.find("\"format\":2"))
    bundle[at + 9] = '1';
  const pack::ReadResult result = pack::read_bundle(bundle);
  CHECK(result.event.has_value());
  CHECK_FALSE(has_errors(result.problems));
}

TEST_CASE("a bundle gives back the files that it was built from") {
  const small_pack::Files files = small_pack::good();
  const auto unpacked = pack::unpack_bundle(bundle_of(files));
  REQUIRE(unpacked.has_value());
  CHECK(unpacked->files.size() == files.size());
  for (const auto& [name, content] : files)
    CHECK(small_pack::Json::parse(unpacked->files.find(name)->second, nullptr, false) == content);
  CHECK(lines_of(pack::unpack_bundle("[]").error()) ==
        std::vector<std::string>{
            "bundle: is not a built event pack; summit-pack build makes one from a folder"});
}
