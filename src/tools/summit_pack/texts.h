// The texts of a pack and of the app: holding them to the rules, and handing them to translators.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pack/problem.h"
#include "pack/read.h"
#include "tools/summit_pack/command_line.h"

namespace summit_pack {

// What src/lint finds in the texts of `pack` and of the folder `messages`, which may be empty.
// `brought`: languages in which the event brings texts of the app itself. `unchecked` gets what could not be
// looked at, and why.
std::vector<pack::Problem> check_texts(const pack::PackFiles&, const model::Event&,
                                       const std::filesystem::path& messages,
                                       const std::vector<std::string>& brought,
                                       std::vector<std::string>& unchecked);

// summit-pack texts export | import | print
int texts_verb(Arguments);

}  // namespace summit_pack
