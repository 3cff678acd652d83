// Reads an event from files that have been parsed, wherever they came from.
// Inside pack/ only.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "pack/json_value.h"
#include "pack/problem_list.h"
#include "pack/read.h"

namespace pack {

// File name to content; a file that is there but could not be parsed has none.
using ParsedFiles = std::map<std::string, std::optional<json::Value>, std::less<>>;

ParsedFiles parse_files(const PackFiles& pack, ProblemList& problems);

// What a bundle says was held to the rules when it was built.
enum class Origin { folder, bundle };

// What becomes of the texts in the files.
enum class Texts { stay, are_taken };

// Takes all that `problems` holds into the result.
ReadResult read_values(ParsedFiles& files, ProblemList& problems, Origin origin, Texts texts = Texts::stay);

}  // namespace pack
