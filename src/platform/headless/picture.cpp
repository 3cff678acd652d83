#include "platform/headless/picture.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

#include <SDL.h>

#include "imgui.h"
#include "imgui_impl_sdlrenderer2.h"

namespace platform {

struct Picture::Surface {
  int width = 0;
  int height = 0;
  SDL_Surface* surface = nullptr;
  SDL_Renderer* renderer = nullptr;
  bool drawing = false;
  ~Surface() {
    if (drawing) ImGui_ImplSDLRenderer2_Shutdown();
    if (renderer != nullptr) SDL_DestroyRenderer(renderer);
    if (surface != nullptr) SDL_FreeSurface(surface);
  }
};

Picture::Picture(std::unique_ptr<Surface> surface) : surface_(std::move(surface)) {}
Picture::~Picture() = default;

std::expected<std::unique_ptr<Picture>, std::string> Picture::create(ui::Size size, float scale) {
  const auto sdl_error = [](const char* what) { return std::unexpected(std::string(what) + ": " + SDL_GetError()); };
  auto made = std::make_unique<Surface>();
  made->width = static_cast<int>(std::lround(size.width * scale));
  made->height = static_cast<int>(std::lround(size.height * scale));
  made->surface = SDL_CreateRGBSurfaceWithFormat(0, made->width, made->height, 32, SDL_PIXELFORMAT_RGBA32);
  if (made->surface == nullptr) return sdl_error("no surface to draw on");
  made->renderer = SDL_CreateSoftwareRenderer(made->surface);
  if (made->renderer == nullptr) return sdl_error("no renderer");
  if (!ImGui_ImplSDLRenderer2_Init(made->renderer)) return std::unexpected("the renderer could not be used");
  made->drawing = true;
  return std::unique_ptr<Picture>(new Picture(std::move(made)));
}

void Picture::draw() {
  SDL_SetRenderDrawColor(surface_->renderer, 255, 255, 255, 255);
  SDL_RenderClear(surface_->renderer);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), surface_->renderer);
  SDL_RenderPresent(surface_->renderer);
}

namespace {

void add_number(std::string& to, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>((number >> shift) & 255);
}

void add_chunk(std::string& png, std::string_view name, std::string_view content) {
  add_number(png, static_cast<std::uint32_t>(content.size()));
  std::string checked(name);
  checked += content;
  png += checked;
  add_number(png, stbiw__crc32(reinterpret_cast<unsigned char*>(checked.data()), static_cast<int>(checked.size())));
}

// With a palette: a third of the bytes to compress, and a tenth of the file.
// Colours that differ by less than anybody sees become the first of them. Empty
// when there are too many all the same.
std::string png_of_few_colors(const std::byte* pixels, std::ptrdiff_t pitch, int width, int height) {
  constexpr std::size_t kept_bits = 5;
  std::vector<std::int16_t> index_of(1U << (3 * kept_bits), -1);
  std::string palette;
  std::string rows;
  rows.reserve(static_cast<std::size_t>(height) * static_cast<std::size_t>(width + 1));
  for (int y = 0; y < height; ++y) {
    rows += '\0';  // as it is, no filter
    const std::byte* at = pixels + y * pitch;
    for (int x = 0; x < width; ++x, at += 4) {
      std::size_t bucket = 0;
      for (int i = 0; i < 3; ++i) bucket = bucket << kept_bits | std::to_integer<std::size_t>(at[i] >> (8 - kept_bits));
      std::int16_t& index = index_of[bucket];
      if (index < 0) {
        if (palette.size() == 3 * 256) return {};
        index = static_cast<std::int16_t>(palette.size() / 3);
        for (int i = 0; i < 3; ++i) palette += static_cast<char>(at[i]);
      }
      rows += static_cast<char>(index);
    }
  }
  int size = 0;
  unsigned char* packed = stbi_zlib_compress(reinterpret_cast<unsigned char*>(rows.data()), static_cast<int>(rows.size()), &size, 5);
  if (packed == nullptr) return {};
  std::string header;
  add_number(header, static_cast<std::uint32_t>(width));
  add_number(header, static_cast<std::uint32_t>(height));
  header += {8, 3, 0, 0, 0};  // bits, palette, and the only ways there are to compress, filter and order
  std::string png("\x89PNG\r\n\x1a\n");
  add_chunk(png, "IHDR", header);
  add_chunk(png, "PLTE", palette);
  add_chunk(png, "IDAT", {reinterpret_cast<const char*>(packed), static_cast<std::size_t>(size)});
  add_chunk(png, "IEND", {});
  std::free(packed);
  return png;
}

}  // namespace

std::string Picture::png(bool flat) const {
  const int width = surface_->width;
  const int height = surface_->height;
  const auto* pixels = static_cast<const std::byte*>(surface_->surface->pixels);
  const std::ptrdiff_t pitch = surface_->surface->pitch;
  if (flat)
    if (std::string png = png_of_few_colors(pixels, pitch, width, height); !png.empty()) return png;
  std::vector<std::byte> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  for (int y = 0; y < height; ++y) {
    const std::byte* from = pixels + y * pitch;
    std::byte* to = rgb.data() + static_cast<std::ptrdiff_t>(y) * width * 3;
    for (int x = 0; x < width; ++x, from += 4, to += 3) to[0] = from[0], to[1] = from[1], to[2] = from[2];
  }
  std::string png;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  const int written = stbi_write_png_to_func(append, &png, width, height, 3, rgb.data(), width * 3);
  return written == 0 ? std::string{} : png;
}

}  // namespace platform
