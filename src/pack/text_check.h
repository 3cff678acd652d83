// Looks for what should not stand in a text that visitors read. Inside pack/ only.
#pragma once

#include <string_view>

#include "pack/read_context.h"

namespace pack {

// Reports every kind of fault once: nothing to read, control characters,
// characters that turn the direction of text, too long for its place, letters
// lost in a conversion, words of mixed alphabets.
void check_text(ReadContext& context, std::string_view text, const Rule& rule);

}  // namespace pack
