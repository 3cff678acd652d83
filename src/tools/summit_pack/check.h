// Every mistake of an event: a line each for a terminal, and a page for people.
#pragma once

#include "tools/summit_pack/command_line.h"

namespace summit_pack {

// summit-pack check
int check_verb(Arguments);

}  // namespace summit_pack
