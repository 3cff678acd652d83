#include "ui/round_masks.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "imgui_internal.h"

namespace ui {
namespace {

// Sizes come and go while a page is zoomed; the pictures of old ones need not stay.
constexpr std::size_t most_masks = 96;

}  // namespace

std::uint8_t round_coverage(int diameter, int thickness, int x, int y) {
  // Lengths in parts of a pixel from the middle of the disc; the samples lie between the grid's lines.
  constexpr int samples = 16;
  constexpr int part = 2 * samples;
  const std::int64_t outer = static_cast<std::int64_t>(diameter) * samples;
  const std::int64_t inner = std::max<std::int64_t>(0, outer - static_cast<std::int64_t>(thickness) * part);
  const bool ring = thickness > 0 && inner > 0;
  int covered = 0;
  for (int row = 0; row < samples; ++row)
    for (int column = 0; column < samples; ++column) {
      const std::int64_t dx = static_cast<std::int64_t>(x) * part + 2 * column + 1 - outer;
      const std::int64_t dy = static_cast<std::int64_t>(y) * part + 2 * row + 1 - outer;
      const std::int64_t distance = dx * dx + dy * dy;
      covered += distance <= outer * outer && (!ring || distance > inner * inner);
    }
  return static_cast<std::uint8_t>((covered * 255 + samples * samples / 2) / (samples * samples));
}

std::optional<RoundMask> RoundMasks::find(int diameter, int thickness) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  const std::uint32_t key =
      static_cast<std::uint32_t>(diameter) << 16 | static_cast<std::uint32_t>(thickness);
  ImFontAtlasRect rect;
  if (const auto found = known_.find(key);
      found != known_.end() && atlas->GetCustomRect(found->second, &rect))
    return RoundMask{{static_cast<float>(rect.x), static_cast<float>(rect.y)}, atlas->TexUvScale};

  if (known_.size() >= most_masks) {
    for (const auto& [old_key, id] : known_) atlas->RemoveCustomRect(id);
    known_.clear();
  }
  const ImFontAtlasRectId id = atlas->AddCustomRect(diameter, diameter, &rect);
  if (id == ImFontAtlasRectId_Invalid) return std::nullopt;
  known_[key] = id;
  ImTextureData* texture = atlas->TexData;
  for (int y = 0; y < diameter; ++y)
    for (int x = 0; x < diameter; ++x) {
      // A quarter is worked out, the others mirror it.
      const int from_left = std::min(x, diameter - 1 - x);
      const int from_top = std::min(y, diameter - 1 - y);
      auto* pixel = static_cast<unsigned char*>(texture->GetPixelsAt(rect.x + x, rect.y + y));
      if (from_left != x || from_top != y) {
        std::memcpy(pixel, texture->GetPixelsAt(rect.x + from_left, rect.y + from_top),
                    static_cast<std::size_t>(texture->BytesPerPixel));
        continue;
      }
      const std::uint8_t alpha = round_coverage(diameter, thickness, x, y);
      if (texture->BytesPerPixel == 1) {
        *pixel = alpha;
      } else {
        pixel[0] = pixel[1] = pixel[2] = 255;
        pixel[3] = alpha;
      }
    }
  ImFontAtlasTextureBlockQueueUpload(atlas, texture, rect.x, rect.y, diameter, diameter);
  return RoundMask{{static_cast<float>(rect.x), static_cast<float>(rect.y)}, atlas->TexUvScale};
}

}  // namespace ui
