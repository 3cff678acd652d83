#include "trust/envelope.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "keys.h"

using namespace trust;
using test::key_of;

namespace {

// Signed by a desk for which the organisers vouch.
Envelope made(const SecretKey& organisers, const SecretKey& desk) {
  const std::string key = to_text(desk.public_key());
  return {.text = "{\"event\":\"x\"}\n",
          .signature = sign("{\"event\":\"x\"}\n", desk, "summit notice"),
          .key = key,
          .voucher = sign(key, organisers, "information desk, hall A")};
}

}  // namespace

TEST_CASE("what a desk has signed comes out of its file as it went in, with the desk's name") {
  const SecretKey organisers = key_of(1), desk = key_of(2);
  const auto read = read_envelope(to_text(made(organisers, desk)));
  REQUIRE(read);
  CHECK(read->text == "{\"event\":\"x\"}\n");
  const std::array keys{organisers.public_key()};
  const auto signer = check(*read, keys);
  REQUIRE(signer);
  CHECK(*signer == "information desk, hall A");
}

TEST_CASE("a desk for which nobody vouches says nothing, and neither does what was changed") {
  const SecretKey organisers = key_of(1), desk = key_of(2), stranger = key_of(3);
  const std::array keys{organisers.public_key()};
  const Envelope good = made(organisers, desk);
  CHECK(!check(made(stranger, desk), keys));
  Envelope other = good;
  other.text = "{\"event\":\"y\"}\n";
  CHECK(!check(other, keys));
  other = good;
  other.key = to_text(stranger.public_key());
  CHECK(!check(other, keys));
  other = made(organisers, stranger);
  other.signature = good.signature;
  CHECK(!check(other, keys));
  // A desk's key is not an organiser's: it cannot vouch for another desk.
  CHECK(!check(made(desk, stranger), keys));
}

TEST_CASE("a file that is cut off anywhere is none, or does not hold") {
  const SecretKey organisers = key_of(1), desk = key_of(2);
  const std::array keys{organisers.public_key()};
  const std::string file = to_text(made(organisers, desk));
  for (std::size_t length = 0; length + 1 < file.size(); ++length) {
    const auto read = read_envelope(std::string_view(file).substr(0, length));
    CHECK((!read || !check(*read, keys)));
  }
  CHECK(!read_envelope("BEGIN:VCALENDAR"));
}
