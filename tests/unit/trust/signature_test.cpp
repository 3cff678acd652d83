#include "trust/signature.h"

#include <doctest/doctest.h>

#include <string>

#include "keys.h"

using namespace trust;
using test::key_of;

TEST_CASE("what is signed is vouched for, with its comment") {
  const SecretKey key = key_of(1);
  const std::array keys{key_of(2).public_key(), key.public_key()};
  const std::string signature = sign("an event", key, "revision:7");
  REQUIRE(verify("an event", signature, keys).has_value());
  CHECK(*verify("an event", signature, keys) == "revision:7");
  CHECK(verify("an Event", signature, keys).error() == Refusal::broken);
  CHECK(verify("", signature, keys).error() == Refusal::broken);
  CHECK(verify("an event", signature, std::span(keys).first(1)).error() == Refusal::unknown);
  CHECK(verify("an event", "", keys).error() == Refusal::unreadable);
}

TEST_CASE("each byte that is changed, and each end that is cut off, is noticed") {
  const SecretKey key = key_of(1);
  const std::array keys{key.public_key()};
  const std::string bytes = "{\"format\":2,\"files\":{}}", signature = sign(bytes, key, "revision:7");
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string other = bytes;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK(!verify(other, signature, keys));
    CHECK(!verify(bytes.substr(0, i), signature, keys));
  }
  // The first line says what it likes: nobody trusts it.
  const std::size_t second = signature.find('\n') + 1;
  for (std::size_t i = second; i + 1 < signature.size(); ++i) {
    std::string other = signature;
    other[i] = static_cast<char>(other[i] ^ 1);
    CAPTURE(i);
    CHECK(!verify(bytes, other, keys));
    CHECK(!verify(bytes, signature.substr(0, i), keys));
  }
}

TEST_CASE("keys are written and read") {
  const SecretKey key = key_of(3);
  const std::string secret = to_text(key), open = to_text(key.public_key());
  REQUIRE(read_secret_key(secret).has_value());
  CHECK(read_secret_key(secret)->bytes == key.bytes);
  CHECK(read_secret_key(secret)->id == key.id);
  REQUIRE(read_public_key(open).has_value());
  CHECK(*read_public_key(open) == key.public_key());
  CHECK(read_public_keys(open + "# a note\n" + to_text(key_of(4).public_key())).size() == 2);
  CHECK(!read_public_key(secret));
  CHECK(!read_secret_key(open));
  std::string damaged = secret;
  char& letter = damaged[damaged.size() - 60];
  letter = letter == 'A' ? 'B' : 'A';
  CHECK(!read_secret_key(damaged));
}

TEST_CASE("keys and signatures of the program minisign are understood") {
  const auto key = read_public_key(
      "untrusted comment: minisign public key FA7BB821F89158B1\n"
      "RWSxWJH4Ibh7+ncGCV58lzCnb9DKDqx6bChr7rKatw9qld3QHEJdWUNv\n");
  REQUIRE(key.has_value());
  const std::string signature =
      "untrusted comment: signature from minisign secret key\n"
      "RUSxWJH4Ibh7+kEofU6o50WcYoSfGBZ2w53iPEW7hHjDCLU+sL4D0S1x+/pYSnds7Sts2N6HzYlqz0s+nnwjqIig8AyCKvEu9wk=\n"
      "trusted comment: revision:7\n"
      "DFmn99HjWSbMsWKA/OUplUJfpI02K8jehaytUIxf0Dx39bNN3ZZS5gy6Sfw4K2UNjWVvmmgDeNqANjbntRg8Aw==\n";
  CHECK(verify("an event", signature, std::array{*key}).value_or("") == "revision:7");
  CHECK(verify("an evenT", signature, std::array{*key}).error() == Refusal::broken);
  // One for trying out, without a password; nobody signs with it.
  const auto secret = read_secret_key(
      "untrusted comment: minisign encrypted secret key\n"
      "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAsViR+CG4e/pAfZzo/"
      "jxx7JiBkcdUMwdxin+"
      "rkkg/"
      "A3DrhNR5dgne4ncGCV58lzCnb9DKDqx6bChr7rKatw9qld3QHEJdWUNvAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      "\n");
  REQUIRE(secret.has_value());
  CHECK(secret->public_key() == *key);
}
