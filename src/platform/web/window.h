// The canvas as SDL sees it: a window of device pixels and a renderer that puts
// Dear ImGui's draw data on it, with WebGL or, where there is none, without.
#pragma once

#include <expected>
#include <memory>
#include <string>

struct SDL_Renderer;
struct SDL_Window;

namespace platform {

class Window {
 public:
  // Needs Dear ImGui's context. Says what SDL said when not even the software
  // renderer works.
  static std::expected<std::unique_ptr<Window>, std::string> open();
  ~Window();

  // There is no WebGL: the processor draws.
  bool without_graphics() const { return without_graphics_; }

  // In device pixels.
  void resize(int width, int height);
  // Puts Dear ImGui's last frame on the canvas.
  void present();

 private:
  Window() = default;

  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  bool without_graphics_ = false;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace platform
