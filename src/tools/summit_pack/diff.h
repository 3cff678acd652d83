// summit-pack diff: what changed between two packs, for people and for programs.
#pragma once

#include "tools/summit_pack/command_line.h"

namespace summit_pack {

int diff_verb(Arguments);

}  // namespace summit_pack
