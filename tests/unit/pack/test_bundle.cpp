#include <doctest/doctest.h>

#include <cstdint>
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

// The same in CBOR, as only large ones are written otherwise.
std::string cbor_of(const small_pack::Files& files) {
  return pack::build_bundle(small_pack::written(files), {.cbor_from = 0}).bytes.value_or("");
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

TEST_CASE("a large bundle is CBOR: the same event, the same files, the same mistakes") {
  const small_pack::Files files = small_pack::good();
  const std::string json = bundle_of(files), cbor = cbor_of(files);
  CHECK(json.starts_with("{\"checksum\":\""));
  CHECK(
      cbor.starts_with("\xBF\x68"
                       "checksum\x70"));
  CHECK(cbor == cbor_of(files));
  const pack::ReadResult from_json = pack::read_bundle(json), from_cbor = pack::read_bundle(cbor);
  CHECK(from_cbor.problems.empty());
  CHECK((from_json.event && from_json.event == from_cbor.event));
  CHECK(from_json.utc_offset == from_cbor.utc_offset);
  const auto unpacked_json = pack::unpack_bundle(json), unpacked_cbor = pack::unpack_bundle(cbor);
  REQUIRE((unpacked_json && unpacked_cbor));
  CHECK(unpacked_json->files == unpacked_cbor->files);
  // Whoever else reads CBOR reads the same.
  const std::string plain = "\xBF" + cbor.substr(2 + 8 + 17);
  CHECK(small_pack::Json::from_cbor(plain) == [&] {
    auto whole = small_pack::Json::parse(json);
    whole.erase("checksum");
    return whole;
  }());

  // From a megabyte on.
  small_pack::Files large = files;
  for (int i = 0; i < 4800; ++i) {
    large["synonyms.json"]["synonyms"].push_back(
        {{"words",
          {std::string(60, 'a'), std::string(59, 'b') + std::to_string(i % 10), std::string(60, 'c'),
           std::string(60, 'd')}}});
  }
  CHECK(bundle_of(large).starts_with('\xBF'));
}

TEST_CASE("mistakes in a bundle are told alike of JSON and CBOR, whatever they are") {
  using small_pack::Json;
  auto good = Json::parse(small_pack::without_checksum(bundle_of(small_pack::good())));
  std::vector<Json::json_pointer> places;
  const auto flat = good["files"].flatten();
  for (auto leaf = flat.begin(); leaf != flat.end(); ++leaf)
    for (Json::json_pointer place("/files" + leaf.key());
         place.parent_pointer() != Json::json_pointer("/files"); place = place.parent_pointer())
      places.push_back(place);
  std::mt19937 random{2};
  const Json others[] = {nullptr,
                         true,
                         17,
                         -0.5,
                         "",
                         "no-such-thing",
                         Json::array(),
                         Json::object(),
                         {1, "a"},
                         {{"id", "opening"}, {"kk", 1}}};
  std::size_t refused = 0;
  for (int i = 0; i < 600; ++i) {
    Json changed = good;
    for (auto more = random() % 3 + 1; more > 0; --more) {
      const Json::json_pointer& place = places[random() % places.size()];
      if (!changed.contains(place)) continue;
      Json& parent = changed[place.parent_pointer()];
      if (random() % 3 == 0 && parent.is_array())
        parent.push_back(Json(changed[place]));
      else
        changed[place] = others[random() % std::size(others)];
    }
    const std::vector<std::uint8_t> cbor = Json::to_cbor(changed);  // begins with how many keys it has
    const std::string open = "\xBF" + std::string(cbor.begin() + 1, cbor.end()) + "\xFF";
    const pack::ReadResult from_json = pack::read_bundle(pack::sealed(changed.dump()));
    const pack::ReadResult from_cbor = pack::read_bundle(pack::sealed(open));
    CHECK(lines_of(from_json.problems) == lines_of(from_cbor.problems));
    CHECK(from_json.event == from_cbor.event);
    refused += from_json.event ? 0 : 1;
  }
  CHECK(refused > 100);
  CHECK(refused < 600);
}

TEST_CASE("what has changed is told alike of JSON and CBOR") {
  const small_pack::Files before = small_pack::good();
  small_pack::Files after = before;
  after["sessions.json"]["sessions"][0]["title"]["en"] = "Another title";
  after["sessions.json"]["sessions"].erase(1);
  const pack::PackFiles since = small_pack::written(before);
  const auto bundle = [&](std::size_t cbor_from) {
    return *pack::build_bundle(small_pack::written(after), {.since = &since, .cbor_from = cbor_from}).bytes;
  };
  const pack::ReadResult json = pack::read_bundle(bundle(1 << 24)), cbor = pack::read_bundle(bundle(0));
  CHECK(json.changes.size() == 2);
  CHECK(json.changes == cbor.changes);
  CHECK(json.event == cbor.event);
}

TEST_CASE("numbers, lists and words of every size survive in CBOR") {
  small_pack::Files files = small_pack::good();
  auto& more = files["event.json"]["more"];
  for (const std::int64_t number :
       {0LL, 23LL, 24LL, 255LL, 256LL, 65535LL, 65536LL, 4294967295LL, 4294967296LL, 9223372036854775807LL,
        -1LL, -24LL, -25LL, -256LL, -257LL, -65537LL, -4294967297LL, -9223372036854775807LL - 1})
    more["numbers"].push_back(number);
  more["fractions"] = {0.25, -1e300, 5e-324};
  for (const std::size_t size : {0UZ, 1UZ, 23UZ, 24UZ, 255UZ, 256UZ, 65535UZ, 65536UZ})
    more["words"].push_back(std::string(size, 'x'));
  for (int i = 0; i < 300; ++i) more["list"].push_back(i);
  // Numbers alone, and as many with something else behind them.
  for (int i = -4000; i < 4000; ++i) more["map"].push_back(std::int64_t{i} * i * i);
  more["no map"] = more["map"];
  more["no map"].push_back("the end");
  for (int i = 0; i < 300; ++i) more["object"]["key " + std::to_string(i)] = nullptr;
  more["others"] = {true, false, nullptr, small_pack::Json::array(), small_pack::Json::object()};
  const auto json = pack::unpack_bundle(bundle_of(files)), cbor = pack::unpack_bundle(cbor_of(files));
  REQUIRE((json && cbor));
  CHECK(json->files == cbor->files);
}

TEST_CASE("what is refused of JSON is refused of CBOR, checksum or not") {
  const std::string good = cbor_of(small_pack::good());
  std::mt19937 random{1};
  for (std::size_t i = 0; i < good.size(); i += 7) {
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ (1 << random() % 8));
    CAPTURE(i);
    CHECK(has_errors(pack::read_bundle(changed).problems));
  }
  for (const std::string& other :
       {good + "\n", good.substr(0, good.size() - 1), good.substr(0, 10), good + good})
    CHECK(has_errors(pack::read_bundle(other).problems));

  // Sealed anew, the checks are what refuses it.
  const std::string open = "\xBF" + good.substr(2 + 8 + 17);
  CHECK(pack::seal_of(pack::sealed(open)) == pack::Seal::whole);
  CHECK_FALSE(has_errors(pack::read_bundle(pack::sealed(open)).problems));
  const auto refused = [&](std::string_view what, std::string_view by) {
    std::string changed = open;
    const std::size_t at = changed.find(what);
    REQUIRE(at != changed.npos);
    changed.replace(at, what.size(), by);
    const pack::ReadResult result = pack::read_bundle(pack::sealed(changed));
    CHECK_FALSE(result.event.has_value());
    return lines_of(result.problems).empty() ? std::string() : lines_of(result.problems).front();
  };
  CHECK(refused("A summit for tests.", "A summit f\xFFr tests.") == "bundle: has a text that is not UTF-8");
  CHECK(refused("A summit for tests.", "A summit f\x01r tests.").contains("control character U+0001"));
  CHECK(refused("Asia/Almaty", "Asia/Nowhere").starts_with("bundle: "));  // its length is another
  CHECK(refused("Asia/Almaty", "Asia/Nowher").contains("time zone that nobody knows"));
  // Without a seal nothing in CBOR is read.
  CHECK(has_errors(pack::read_bundle(open).problems));
  // What stands behind the end, what is in pieces, and values that no event has.
  const auto sealed_anew = [&](std::string_view more, std::string_view behind = "") {
    const std::string whole = open.substr(0, open.size() - 1) + std::string(more) + "\xFF";
    const pack::ReadResult result = pack::read_bundle(pack::sealed(whole + std::string(behind)));
    CHECK_FALSE(result.event.has_value());
    return lines_of(result.problems).empty() ? std::string() : lines_of(result.problems).front();
  };
  CHECK(sealed_anew("", "\x01").ends_with("goes on behind its end"));
  CHECK(sealed_anew("\x61x\x7F\x61y\xFF").ends_with("has a text in pieces"));
  CHECK(sealed_anew("\x61x\x41y") == "bundle: has bytes where a value belongs");
  CHECK(sealed_anew("\x01\x01").ends_with("has a key that is no text"));
  for (const char* none :
       {"\x61x\xC1\x01", "\x61x\xF7", "\x61x\xE0", "\x61x\x3B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
    CHECK(sealed_anew(none).find("that no event has") != std::string::npos);
  CHECK(sealed_anew("\x61x\x1C").ends_with("is no CBOR"));
  CHECK(sealed_anew("\x61x\x82\x01\xA2\x61y\x01\x61y\x02") ==
        "bundle: /x/1: has the key \"y\" more than once");
  // Deeper than any event, or said to be longer than it is.
  CHECK(has_errors(
      pack::read_bundle(pack::sealed("\xBF\x61x" + std::string(100'000, '\x81') + "\x01\xFF")).problems));
  CHECK(has_errors(pack::read_bundle(pack::sealed("\xBF\x61x\x7A\xFF\xFF\xFF\xFF\xFF")).problems));
  CHECK(has_errors(
      pack::read_bundle(pack::sealed("\xBF\x61x\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")).problems));
}

TEST_CASE("CBOR that no pack is made of is refused with what is strange") {
  const auto line_for = [](std::string_view value) {
    const std::string pack = "\xBF\x61x" + std::string(value);
    const std::vector<std::string> lines = lines_of(pack::read_bundle(pack::sealed(pack)).problems);
    return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " lines";
  };
  const std::string strange = "has a value of a kind that no event has";
  CHECK(line_for("\xC1\x01\xFF").ends_with(strange));      // a tag
  CHECK(line_for("\xF9\x3C\x01\xFF").ends_with(strange));  // half a float
  CHECK(line_for("\x41y\xFF").ends_with("has bytes where a value belongs"));
  CHECK(line_for("\x7F\x61y\xFF\xFF").ends_with("has a text in pieces"));
  CHECK(line_for("\x1C\xFF").ends_with("is no CBOR"));  // a length nobody knows
  CHECK(line_for("\x3B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF").ends_with("has a number that no event has"));
  CHECK(line_for("\xFF").ends_with(strange));  // an end for a value
  CHECK(line_for("\x01\x01\x01\xFF").ends_with("has a key that is no text"));
  CHECK(line_for("\x9F\x01\xFF\xFF\x01").ends_with("goes on behind its end"));
  CHECK(line_for("\x82\x01").ends_with("ends too early"));
  CHECK(line_for("\x1A\x01").ends_with("ends too early"));
}
