#include "platform/web/window.h"

#include <SDL.h>
#include <imgui.h>
#include <imgui_impl_sdlrenderer2.h>

namespace platform {

std::expected<std::unique_ptr<Window>, std::string> Window::open() {
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return std::unexpected(SDL_GetError());
  std::unique_ptr<Window> window(new Window);
  // No high-DPI flag: to SDL a point is a device pixel, so it never touches the
  // canvas's CSS size, which belongs to the style sheet.
  window->window_ = SDL_CreateWindow("", 0, 0, 16, 16, 0);
  if (!window->window_) return std::unexpected(SDL_GetError());
  // Not in step with the display: the browser asks for each frame.
  window->renderer_ = SDL_CreateRenderer(window->window_, -1, SDL_RENDERER_ACCELERATED);
  if (!window->renderer_) {
    window->renderer_ = SDL_CreateRenderer(window->window_, -1, SDL_RENDERER_SOFTWARE);
    window->without_graphics_ = true;
  }
  if (!window->renderer_) return std::unexpected(SDL_GetError());
  ImGui_ImplSDLRenderer2_Init(window->renderer_);
  return window;
}

Window::~Window() {
  if (renderer_) {
    ImGui_ImplSDLRenderer2_Shutdown();
    SDL_DestroyRenderer(renderer_);
  }
  if (window_) SDL_DestroyWindow(window_);
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

void Window::resize(int width, int height) {
  if (width == width_ && height == height_) return;
  width_ = width;
  height_ = height;
  SDL_SetWindowSize(window_, width, height);
  // The renderer has heard of it by now; nobody else reads SDL's events.
  SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
}

void Window::present() {
  ImGui_ImplSDLRenderer2_NewFrame();
  // The theme's ground covers everything; this shows only where a frame is a pixel short.
  SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
  SDL_RenderClear(renderer_);
  ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
  SDL_RenderPresent(renderer_);
}

}  // namespace platform
