// The first day of an event: asks for what has to be known, and writes a folder that builds and opens.
#pragma once

#include "tools/summit_pack/command_line.h"

namespace summit_pack {

// summit-pack new
int new_verb(Arguments);

}  // namespace summit_pack
