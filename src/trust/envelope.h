// Something small that a desk has signed, in one file with all that is needed to check it: the text, its
// signature, the desk's public key, and the organisers' signature under that key. Not for packs.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trust/signature.h"

namespace trust {

struct Envelope {
  std::string text;       // what is signed
  std::string signature;  // by the desk
  std::string key;        // the desk's public key, as its file
  std::string voucher;    // the organisers' signature of that file
};

// As a file. Lines of the parts that would be taken for their heads do not stand in them.
std::string to_text(const Envelope&);
// Nothing when it is none.
std::optional<Envelope> read_envelope(std::string_view file);
// Where several such files stand one after the other: each of them. What stands before the first is passed
// over.
std::vector<std::string_view> envelopes_in(std::string_view text);

// Who signed it, in the organisers' words, when one of their keys vouches for the desk's and that for the
// text; else, in English, what does not hold.
std::expected<std::string, std::string> check(const Envelope&, std::span<const PublicKey> organisers);

}  // namespace trust
