#include "platform/web/web_platform.h"

#include <array>
#include <chrono>
#include <cmath>

#include "platform/web/browser.h"

namespace platform {

std::string& text_buffer() {
  static std::string buffer;
  return buffer;
}

app::Environment WebPlatform::environment() {
  using Value = EnvironmentValue;
  std::array<double, static_cast<std::size_t>(Value::count)> values{};
  browser_environment(values.data());
  const auto number = [&](Value value) { return values[static_cast<std::size_t>(value)]; };
  const auto points = [&](Value value) { return static_cast<float>(number(value)); };
  app::Environment result;
  result.size = {points(Value::width), points(Value::height)};
  result.scale = points(Value::scale);
  result.safe_area = {points(Value::safe_top), points(Value::safe_right), points(Value::safe_bottom),
                      points(Value::safe_left)};
  result.now =
      model::Instant{std::chrono::seconds{static_cast<std::int64_t>(std::floor(number(Value::now_s)))}};
  result.steady_s = number(Value::steady_s);
  result.system_scheme = number(Value::dark) != 0 ? app::ColorScheme::dark : app::ColorScheme::light;
  result.reduced_motion = number(Value::reduced_motion) != 0;
  result.more_contrast = number(Value::more_contrast) != 0;
  result.text_scale = points(Value::text_scale);
  result.for_paper = number(Value::for_paper) != 0;
  return result;
}

void WebPlatform::keep_visitor(app::Session&) { browser_keep_visitor(); }

void WebPlatform::open_link(std::string_view url) { browser_open_link(url.data(), url.size()); }

void WebPlatform::show_location(std::string_view path, bool replace) {
  browser_show_location(path.data(), path.size(), replace);
}

void WebPlatform::publish(const ui::Tree& tree) {
  const std::span<const std::byte> batch = mirror_.update(tree);
  if (batch.empty() || browser_mirror(batch.data(), batch.size())) {
    mirror_failed_ = false;
    return;
  }
  // All of it again with the next frame. What fails every time must not draw for ever.
  mirror_.forget();
  if (!mirror_failed_) browser_request_frame();
  mirror_failed_ = true;
}

void WebPlatform::request_frame() { browser_request_frame(); }

void WebPlatform::wake_at(std::optional<model::Instant> time) {
  browser_wake_at(time ? static_cast<double>(time->time_since_epoch().count()) * 1000 : -1);
}

}  // namespace platform
