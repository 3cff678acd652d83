#include "trust/signature.h"

#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/crypto_sign_ed25519.h>

#include <algorithm>
#include <optional>

#include "trust/base64.h"

namespace trust {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::string_view untrusted = "untrusted comment: ";
constexpr std::string_view trusted = "trusted comment: ";
constexpr std::array<std::uint8_t, 2> of_bytes{'E', 'd'};  // Ed25519 over the bytes themselves
constexpr std::array<std::uint8_t, 2> of_hash{'E', 'D'};   // over their hash
constexpr std::array<std::uint8_t, 2> checked{'B', '2'};
constexpr std::size_t signature_size = crypto_sign_ed25519_BYTES;

// Where the parts of a secret key stand.
constexpr std::size_t lock_at = 2, check_at = 4, key_id_at = 54, key_at = 62, secret_size = 158;

const std::uint8_t* data_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

template <std::size_t size>
std::array<std::uint8_t, size> hash(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, size> result{};
  crypto_generichash_blake2b(result.data(), size, bytes.data(), bytes.size(), nullptr, 0);
  return result;
}

// The next line, without its end.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool begins(std::span<const std::uint8_t> bytes, const std::array<std::uint8_t, 2>& sign) {
  return std::equal(sign.begin(), sign.end(), bytes.begin());
}

void append(Bytes& to, std::span<const std::uint8_t> part) { to.insert(to.end(), part.begin(), part.end()); }

std::string hexadecimal(const KeyId& id) {
  constexpr std::string_view digit = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = id.size(); i-- > 0;) {
    text += digit[id[i] >> 4];
    text += digit[id[i] & 0xF];
  }
  return text;
}

std::optional<PublicKey> public_key_in(std::string_view line) {
  const std::optional<Bytes> bytes = from_base64(line);
  PublicKey key;
  if (!bytes || bytes->size() != 2 + key.id.size() + key.bytes.size() || !begins(*bytes, of_bytes))
    return std::nullopt;
  std::copy_n(bytes->begin() + 2, key.id.size(), key.id.begin());
  std::copy_n(bytes->begin() + 2 + key.id.size(), key.bytes.size(), key.bytes.begin());
  return key;
}

}  // namespace

PublicKey SecretKey::public_key() const {
  PublicKey result{.id = id, .bytes = {}};
  std::copy_n(bytes.begin() + 32, 32, result.bytes.begin());
  return result;
}

SecretKey make_key(std::span<const std::uint8_t, 32> seed, const KeyId& id) {
  SecretKey key{.id = id, .bytes = {}};
  std::array<std::uint8_t, 32> public_bytes{};
  crypto_sign_ed25519_seed_keypair(public_bytes.data(), key.bytes.data(), seed.data());
  return key;
}

std::string to_text(const PublicKey& key) {
  Bytes bytes(of_bytes.begin(), of_bytes.end());
  append(bytes, key.id);
  append(bytes, key.bytes);
  return std::string(untrusted) + "minisign public key " + hexadecimal(key.id) + "\n" + to_base64(bytes) +
         "\n";
}

std::string to_text(const SecretKey& key) {
  Bytes bytes(secret_size, 0);
  std::ranges::copy(of_bytes, bytes.begin());
  std::ranges::copy(checked, bytes.begin() + check_at);
  std::ranges::copy(key.id, bytes.begin() + key_id_at);
  std::ranges::copy(key.bytes, bytes.begin() + key_at);
  return std::string(untrusted) + "minisign secret key\n" + to_base64(bytes) + "\n";
}

std::expected<PublicKey, std::string> read_public_key(std::string_view text) {
  const std::vector<PublicKey> keys = read_public_keys(text);
  if (keys.size() != 1) return std::unexpected("is not one public key of minisign");
  return keys.front();
}

std::vector<PublicKey> read_public_keys(std::string_view text) {
  std::vector<PublicKey> keys;
  while (!text.empty())
    if (const auto key = public_key_in(take_line(text))) keys.push_back(*key);
  return keys;
}

std::expected<SecretKey, std::string> read_secret_key(std::string_view text) {
  take_line(text);
  const std::optional<Bytes> bytes = from_base64(take_line(text));
  if (!bytes || bytes->size() != secret_size || !begins(*bytes, of_bytes) ||
      !begins(std::span(*bytes).subspan(check_at), checked))
    return std::unexpected("is no secret key of minisign");
  if ((*bytes)[lock_at] != 0 || (*bytes)[lock_at + 1] != 0)
    return std::unexpected("is locked with a password: sign with the program minisign, which asks for it");
  SecretKey key;
  std::copy_n(bytes->begin() + key_id_at, key.id.size(), key.id.begin());
  std::copy_n(bytes->begin() + key_at, key.bytes.size(), key.bytes.begin());
  // Its second half follows from the first.
  if (make_key(std::span(key.bytes).first<32>(), key.id).bytes != key.bytes)
    return std::unexpected("is damaged: its halves do not belong together");
  return key;
}

std::string sign(std::string_view bytes, const SecretKey& key, std::string_view comment) {
  const auto digest = hash<64>({data_of(bytes), bytes.size()});
  std::array<std::uint8_t, signature_size> signature{};
  crypto_sign_ed25519_detached(signature.data(), nullptr, digest.data(), digest.size(), key.bytes.data());
  Bytes line(of_hash.begin(), of_hash.end());
  append(line, key.id);
  append(line, signature);
  Bytes vouched(signature.begin(), signature.end());
  append(vouched, {data_of(comment), comment.size()});
  std::array<std::uint8_t, signature_size> of_comment{};
  crypto_sign_ed25519_detached(of_comment.data(), nullptr, vouched.data(), vouched.size(), key.bytes.data());
  return std::string(untrusted) + "signature of the key " + hexadecimal(key.id) + "\n" + to_base64(line) +
         "\n" + std::string(trusted) + std::string(comment) + "\n" + to_base64(of_comment) + "\n";
}

std::expected<std::string, Refusal> verify(std::string_view bytes, std::string_view signature,
                                           std::span<const PublicKey> keys) {
  if (!take_line(signature).starts_with(untrusted)) return std::unexpected(Refusal::unreadable);
  const std::optional<Bytes> line = from_base64(take_line(signature));
  const std::string_view comment_line = take_line(signature);
  const std::optional<Bytes> of_comment = from_base64(take_line(signature));
  constexpr std::size_t head = 2 + std::tuple_size_v<KeyId>;
  if (!line || line->size() != head + signature_size || !comment_line.starts_with(trusted) || !of_comment ||
      of_comment->size() != signature_size || !(begins(*line, of_hash) || begins(*line, of_bytes)))
    return std::unexpected(Refusal::unreadable);
  const auto key = std::ranges::find_if(keys, [&](const PublicKey& one) {
    return std::equal(one.id.begin(), one.id.end(), line->begin() + 2);
  });
  if (key == keys.end()) return std::unexpected(Refusal::unknown);

  const std::string_view comment = comment_line.substr(trusted.size());
  const std::uint8_t* given = line->data() + head;
  const auto is_of = [&](const std::uint8_t* with, const std::uint8_t* what, std::size_t size) {
    return crypto_sign_ed25519_verify_detached(with, what, size, key->bytes.data()) == 0;
  };
  Bytes vouched(given, given + signature_size);
  append(vouched, {data_of(comment), comment.size()});
  if (!is_of(of_comment->data(), vouched.data(), vouched.size())) return std::unexpected(Refusal::broken);
  if (begins(*line, of_bytes)) {
    if (!is_of(given, data_of(bytes), bytes.size())) return std::unexpected(Refusal::broken);
  } else {
    const auto digest = hash<64>({data_of(bytes), bytes.size()});
    if (!is_of(given, digest.data(), digest.size())) return std::unexpected(Refusal::broken);
  }
  return std::string(comment);
}

}  // namespace trust
