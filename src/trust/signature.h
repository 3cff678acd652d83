// Signatures that stand beside files, and the keys they are made and checked with, in the format of the
// program minisign: Ed25519 over the BLAKE2b hash of the file. Not for reading files, and not for throwing
// dice: whoever makes keys brings the chance.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trust {

using KeyId = std::array<std::uint8_t, 8>;

// What everybody may know.
struct PublicKey {
  KeyId id{};
  std::array<std::uint8_t, 32> bytes{};
  bool operator==(const PublicKey&) const = default;
};

// What nobody else may know.
struct SecretKey {
  KeyId id{};
  std::array<std::uint8_t, 64> bytes{};
  PublicKey public_key() const;
};

// Of 32 bytes of good chance and 8 more for its id.
SecretKey make_key(std::span<const std::uint8_t, 32> seed, const KeyId& id);

// As files. A secret key is written without a password, as `minisign -W` does.
std::string to_text(const PublicKey&);
std::string to_text(const SecretKey&);

// Or why not, in words for whoever keeps the key. One with a password is for minisign itself.
std::expected<PublicKey, std::string> read_public_key(std::string_view text);
std::expected<SecretKey, std::string> read_secret_key(std::string_view text);

// All public keys of a text in which several such files stand one after the other; lines that are no key
// are passed over.
std::vector<PublicKey> read_public_keys(std::string_view text);

// The text of the file beside. `comment`: one line, which is signed as well.
std::string sign(std::string_view bytes, const SecretKey& key, std::string_view comment);

enum class Refusal {
  unreadable,  // that is no signature
  unknown,     // it is of a key that is not among `keys`
  broken,      // bytes or comment are not those that were signed
};

// The comment that was signed with the bytes, when one of the keys vouches for both.
std::expected<std::string, Refusal> verify(std::string_view bytes, std::string_view signature,
                                           std::span<const PublicKey> keys);

}  // namespace trust
