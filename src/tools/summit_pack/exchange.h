// summit-pack import and export: programmes of others in, and ours out.
#pragma once

#include "tools/summit_pack/command_line.h"

namespace summit_pack {

int import_verb(Arguments);
int export_verb(Arguments);

}  // namespace summit_pack
