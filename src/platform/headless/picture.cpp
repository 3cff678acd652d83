#include "platform/headless/picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <limits>
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
  const auto sdl_error = [](const char* what) {
    return std::unexpected(std::string(what) + ": " + SDL_GetError());
  };
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
  add_number(
      png, stbiw__crc32(reinterpret_cast<unsigned char*>(checked.data()), static_cast<int>(checked.size())));
}

// `kind`: bits of a number, what the numbers are, and the only ways there are to compress, filter and order.
// Empty when there was no memory for it.
std::string png_file(int width, int height, std::initializer_list<char> kind, std::string_view palette,
                     std::string rows, int quality) {
  int size = 0;
  unsigned char* packed = stbi_zlib_compress(reinterpret_cast<unsigned char*>(rows.data()),
                                             static_cast<int>(rows.size()), &size, quality);
  if (packed == nullptr) return {};
  rows = {};
  std::string header;
  add_number(header, static_cast<std::uint32_t>(width));
  add_number(header, static_cast<std::uint32_t>(height));
  header += kind;
  std::string png("\x89PNG\r\n\x1a\n");
  add_chunk(png, "IHDR", header);
  if (!palette.empty()) add_chunk(png, "PLTE", palette);
  add_chunk(png, "IDAT", {reinterpret_cast<const char*>(packed), static_cast<std::size_t>(size)});
  add_chunk(png, "IEND", {});
  std::free(packed);
  return png;
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
      for (int i = 0; i < 3; ++i)
        bucket = bucket << kept_bits | std::to_integer<std::size_t>(at[i] >> (8 - kept_bits));
      std::int16_t& index = index_of[bucket];
      if (index < 0) {
        if (palette.size() == 3 * 256) return {};
        index = static_cast<std::int16_t>(palette.size() / 3);
        for (int i = 0; i < 3; ++i) palette += static_cast<char>(at[i]);
      }
      rows += static_cast<char>(index);
    }
  }
  return png_file(width, height, {8, 3, 0, 0, 0}, palette, std::move(rows), 5);
}

// With three bytes a pixel, which are all the memory that it takes beside the picture and the file.
std::string png_of_all_colors(const std::byte* pixels, std::ptrdiff_t pitch, int width, int height) {
  constexpr int channels = 3;
  constexpr int filters = 5;
  const auto row_size = static_cast<std::size_t>(width) * channels;
  std::string rows;
  rows.reserve(static_cast<std::size_t>(height) * (row_size + 1));
  std::vector<unsigned char> two(2 * row_size);  // the row above, and the row
  std::vector<signed char> filtered(row_size);
  std::vector<signed char> best(row_size);
  for (int y = 0; y < height; ++y) {
    std::copy(two.begin() + static_cast<std::ptrdiff_t>(row_size), two.end(), two.begin());
    const std::byte* from = pixels + y * pitch;
    for (auto to = two.begin() + static_cast<std::ptrdiff_t>(row_size); to != two.end(); from += 4)
      for (int i = 0; i < channels; ++i) *to++ = std::to_integer<unsigned char>(from[i]);
    // The filter that leaves the smallest numbers, as they pack best.
    int best_filter = 0;
    long least = std::numeric_limits<long>::max();
    for (int filter = 0; filter < filters; ++filter) {
      // Above the first row there is nothing, which the filter knows from the row's number.
      if (y == 0)
        stbiw__encode_png_line(two.data() + row_size, static_cast<int>(row_size), width, 1, 0, channels,
                               filter, filtered.data());
      else
        stbiw__encode_png_line(two.data(), static_cast<int>(row_size), width, 2, 1, channels, filter,
                               filtered.data());
      long sum = 0;
      for (const signed char number : filtered) sum += std::abs(number);
      if (sum >= least) continue;
      least = sum;
      best_filter = filter;
      best.swap(filtered);
    }
    rows += static_cast<char>(best_filter);
    rows.append(reinterpret_cast<const char*>(best.data()), row_size);
  }
  return png_file(width, height, {8, 2, 0, 0, 0}, {}, std::move(rows), 8);
}

}  // namespace

std::string Picture::png(bool flat) const {
  const int width = surface_->width;
  const int height = surface_->height;
  const auto* pixels = static_cast<const std::byte*>(surface_->surface->pixels);
  const std::ptrdiff_t pitch = surface_->surface->pitch;
  if (flat)
    if (std::string png = png_of_few_colors(pixels, pitch, width, height); !png.empty()) return png;
  return png_of_all_colors(pixels, pitch, width, height);
}

}  // namespace platform
