#include "trust/envelope.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trust {
namespace {

constexpr std::string_view first_line = "summit desk notice 1\n";
constexpr std::array<std::string_view, 4> heads{"--- text\n", "--- signature\n", "--- key\n",
                                                "--- voucher\n"};

std::array<std::string Envelope::*, 4> parts() {
  return {&Envelope::text, &Envelope::signature, &Envelope::key, &Envelope::voucher};
}

std::string said_of(Refusal refusal, std::string_view what) {
  switch (refusal) {
    case Refusal::unreadable: return std::string(what) + " is no signature";
    case Refusal::unknown: return std::string(what) + " is of a key that nobody vouches for";
    case Refusal::broken: break;
  }
  return std::string(what) + " does not fit: something was changed after it was signed";
}

}  // namespace

std::string to_text(const Envelope& envelope) {
  std::string file(first_line);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    file += heads[i];
    file += envelope.*parts()[i];
    if (!file.ends_with('\n')) file += '\n';
  }
  return file;
}

std::optional<Envelope> read_envelope(std::string_view file) {
  if (!file.starts_with(first_line)) return std::nullopt;
  Envelope envelope;
  std::size_t at = first_line.size();
  for (std::size_t i = 0; i < heads.size(); ++i) {
    if (!file.substr(at).starts_with(heads[i])) return std::nullopt;
    at += heads[i].size();
    const std::size_t end =
        i + 1 < heads.size() ? file.find("\n" + std::string(heads[i + 1]), at) + 1 : file.size();
    if (end == 0) return std::nullopt;
    envelope.*parts()[i] = file.substr(at, end - at);
    at = end;
  }
  return envelope;
}

std::vector<std::string_view> envelopes_in(std::string_view text) {
  std::vector<std::string_view> files;
  const auto next = [&](std::size_t from) {
    std::size_t at = text.find(first_line, from);
    while (at != text.npos && at > 0 && text[at - 1] != '\n') at = text.find(first_line, at + 1);
    return at;
  };
  for (std::size_t at = next(0); at != text.npos;) {
    const std::size_t end = next(at + 1);
    files.push_back(text.substr(at, end == text.npos ? end : end - at));
    at = end;
  }
  return files;
}

std::expected<std::string, std::string> check(const Envelope& envelope,
                                              std::span<const PublicKey> organisers) {
  const auto vouched = verify(envelope.key, envelope.voucher, organisers);
  if (!vouched)
    return std::unexpected(said_of(vouched.error(), "the organisers' signature under the desk's key"));
  const std::vector<PublicKey> desk = read_public_keys(envelope.key);
  if (desk.empty()) return std::unexpected("the desk's key is none");
  if (const auto signed_text = verify(envelope.text, envelope.signature, desk); !signed_text)
    return std::unexpected(said_of(signed_text.error(), "the desk's signature"));
  return *vouched;
}

}  // namespace trust
