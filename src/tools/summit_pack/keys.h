// The verbs about what is published: keys, signatures beside files, and deltas.
#pragma once

#include "tools/summit_pack/command_line.h"

namespace summit_pack {

int keys_verb(Arguments arguments);
int sign_verb(Arguments arguments);
int verify_verb(Arguments arguments);
int take_verb(Arguments arguments);
int delta_verb(Arguments arguments);

}  // namespace summit_pack
