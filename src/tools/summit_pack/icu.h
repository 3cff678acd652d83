// The data of ICU and the fonts that summit-pack finds on the disk.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace summit_pack {

// Where they are: in SUMMIT_ASSETS, else in assets/ beside the program.
std::filesystem::path assets();

// Hands ICU its data, once; with `order` also those for sorting. Or says what is missing.
std::expected<void, std::string> use_icu();
std::expected<void, std::string> use_icu_with_order();

}  // namespace summit_pack
