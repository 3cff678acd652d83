#include <cmath>
#include <cstdlib>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

#include <SDL.h>

#include "imgui.h"
#include "imgui_impl_sdlrenderer2.h"
#include "pack/folder.h"
#include "platform/headless/headless.h"

namespace platform {
namespace {

constexpr int most_frames = 20;  // a page that has not come to rest by then never will

struct Drawing {
  SDL_Surface* surface = nullptr;
  SDL_Renderer* renderer = nullptr;
  ~Drawing() {
    if (renderer != nullptr) SDL_DestroyRenderer(renderer);
    if (surface != nullptr) SDL_FreeSurface(surface);
  }
};

std::unexpected<std::string> sdl_error(const char* what) { return std::unexpected(std::string(what) + ": " + SDL_GetError()); }

}  // namespace

void settle(app::App& app, const app::Surroundings& around) {
  for (int i = 0; i < most_frames; ++i) {
    const app::FrameResult result = app.frame(around);
    app.discard_drawing();
    if (!result.draw_again) return;
  }
}

std::expected<void, std::string> take_screenshot(app::App& app, const app::Surroundings& around,
                                                 const std::filesystem::path& file) {
  const int width = static_cast<int>(std::lround(around.size.width * around.scale));
  const int height = static_cast<int>(std::lround(around.size.height * around.scale));
  Drawing drawing;
  drawing.surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGBA32);
  if (drawing.surface == nullptr) return sdl_error("no surface to draw on");
  drawing.renderer = SDL_CreateSoftwareRenderer(drawing.surface);
  if (drawing.renderer == nullptr) return sdl_error("no renderer");
  if (!ImGui_ImplSDLRenderer2_Init(drawing.renderer)) return std::unexpected("the renderer could not be used");

  for (int i = 0; i < most_frames; ++i) {
    const app::FrameResult result = app.frame(around);
    SDL_SetRenderDrawColor(drawing.renderer, 255, 255, 255, 255);
    SDL_RenderClear(drawing.renderer);
    ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), drawing.renderer);
    SDL_RenderPresent(drawing.renderer);
    if (!result.draw_again) break;
  }
  std::string png;
  const auto append = [](void* to, void* data, int size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
  };
  SDL_LockSurface(drawing.surface);
  const int written = stbi_write_png_to_func(append, &png, width, height, 4, drawing.surface->pixels, drawing.surface->pitch);
  SDL_UnlockSurface(drawing.surface);
  ImGui_ImplSDLRenderer2_Shutdown();
  if (written == 0) return std::unexpected("the picture could not be made");
  return pack::write_file(file, png);
}

}  // namespace platform
