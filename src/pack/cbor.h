// What its writer and its reader know of CBOR (RFC 8949). Inside pack/ only.
#pragma once

namespace pack::json {

// The kinds of values, in the upper three bits of their first byte.
enum class Major : unsigned char { positive, negative, bytes, text, list, object, tag, other };

}  // namespace pack::json
