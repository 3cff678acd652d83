// Looks whether a font file is whole before anything draws with it: the library
// that reads fonts believes every offset in them. Internal to ui/.
#pragma once

#include <cstddef>
#include <span>

namespace ui {

// True when all tables of the TrueType or OpenType file lie inside of it and hold
// what their checksums say, so that a file that was cut or damaged is told apart.
bool is_whole_font(std::span<const std::byte> file);

}  // namespace ui
