// A window of the desktop with a renderer that puts Dear ImGui's draw data on it. What happens in it is in
// input.h, what is drawn when in loop.h.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/window.h"
#include "platform/desktop/options.h"
#include "platform/desktop/system_look.h"
#include "platform/desktop/window_place.h"

struct ImGuiContext;
struct SDL_Renderer;
struct SDL_Window;

namespace platform {

class Window {
 public:
  // `before`: where it stood the last time, which a size on the command line goes before. In words what is
  // missing, when there is no window to be had.
  static std::expected<std::unique_ptr<Window>, std::string> open(const Options& options,
                                                                  const std::optional<WindowPlace>& before);
  // One that faces somebody else: over the whole of another display where there is one.
  static std::expected<std::unique_ptr<Window>, std::string> open_second(const Options& options);
  ~Window();

  // The desktop tells what it wants. True when that changes how the window is to look.
  bool note_settings(std::vector<SystemSetting> settings);

  // What surrounds the next frame.
  app::Environment environment() const;

  ui::Size size() const;  // in points
  float scale() const;    // device pixels in a point
  // What SDL counts in, of which so many are a point.
  float units_in_point() const { return units_in_point_; }

  // Where it stands now, and where it would stand if it were not maximized.
  WindowPlace place() const { return place_; }
  // The window has moved, or has another size.
  void note_place();

  // Where its content begins on the screen, in device pixels; the corner where the system keeps that to
  // itself.
  ui::Point place_px() const;
  bool has_keyboard() const;

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
  static std::expected<std::unique_ptr<Window>, std::string> open(const Options& options,
                                                                  const std::optional<WindowPlace>& before,
                                                                  bool second);
  explicit Window(float text_scale) : text_scale_(text_scale) {}

  ToldLook told_look_{look_of_files()};
  SystemLook look_ = told_look_.look();
  float text_scale_ = 1;  // asked for on the command line
  float units_in_point_ = 1;
  WindowPlace place_;
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  ImGuiContext* context_ = nullptr;  // since connect()
  std::string title_;
};

}  // namespace platform
