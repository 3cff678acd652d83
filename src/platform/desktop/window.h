// A window of the desktop with a renderer that puts Dear ImGui's draw data on it. What happens in it is in
// input.h, what is drawn when in loop.h.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string>

#include "app/window.h"
#include "platform/desktop/options.h"
#include "platform/desktop/system_look.h"

struct ImGuiContext;
struct SDL_Renderer;
struct SDL_Window;

namespace platform {

class Window {
 public:
  // In words what is missing, when there is no window to be had.
  static std::expected<std::unique_ptr<Window>, std::string> open(const Options& options);
  // One that faces somebody else: over the whole of another display where there is one.
  static std::expected<std::unique_ptr<Window>, std::string> open_second(const Options& options);
  ~Window();

  // What surrounds the next frame.
  app::Environment environment() const;

  ui::Size size() const;  // in points
  float scale() const;    // device pixels in a point

  void set_title(const std::string& title);

  // From here on the context that Dear ImGui has at this moment draws on the window, and is told what is
  // written in it.
  void connect();
  // What happens from here on happens to the context of this window.
  void take_input();
  std::uint32_t id() const;  // that events name
  // Puts Dear ImGui's last frame on the screen.
  void present();

  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

 private:
  static std::expected<std::unique_ptr<Window>, std::string> open(const Options& options, bool second);
  explicit Window(float text_scale) : text_scale_(text_scale) {}

  const SystemLook look_ = system_look();
  float text_scale_ = 1;  // asked for on the command line
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  ImGuiContext* context_ = nullptr;  // since connect()
  std::string title_;
};

}  // namespace platform
