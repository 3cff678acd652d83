// A small, faultless event pack for tests to break. Texts are made by the
// functions below, so that every text exists in every language.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pack/read.h"

namespace small_pack {

using Json = nlohmann::ordered_json;

// The files of the pack, parsed, so that a test can change any place in them.
using Files = std::map<std::string, Json>;

Files good();

// The built pack as former builds wrote it: without its checksum and the version of its
// reader, so that a test can change it.
std::string without_checksum(std::string bundle);

// `english` in all three languages of the pack.
Json text(std::string_view english);

pack::PackFiles written(const Files& files);

// Every problem of the pack as the line that summit-pack would print.
std::vector<std::string> problems(const Files& files);
std::vector<std::string> problems(const pack::PackFiles& files);

}  // namespace small_pack
