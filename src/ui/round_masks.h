// Pictures of discs and rings in the font atlas, from which rounded corners and circles are put
// together. Each is drawn once for a size in device pixels and then copied pixel by pixel, as letters
// are, so that an edge looks the same with and without a graphics card and on every processor.
// Internal to ui/.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "imgui.h"

namespace ui {

// Where a mask lies in the texture, and what to multiply its pixels with for texture coordinates.
struct RoundMask {
  ImVec2 corner;  // in texture pixels
  ImVec2 scale;
};

class RoundMasks {
 public:
  // The largest disc, in pixels; what is rounder is drawn from triangles.
  static constexpr int most_diameter = 512;

  // A disc of that many pixels across, or a ring whose line is `thickness` pixels wide; 0 for a disc.
  // Valid until the next call. Nothing when the atlas has no room left.
  std::optional<RoundMask> find(int diameter, int thickness);

 private:
  std::unordered_map<std::uint32_t, ImFontAtlasRectId> known_;
};

// How much of the pixel at (x, y) a disc or ring covers, 0 to 255. Integers only: the same everywhere.
std::uint8_t round_coverage(int diameter, int thickness, int x, int y);

}  // namespace ui
