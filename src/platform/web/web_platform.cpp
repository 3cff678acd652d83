#include "platform/web/web_platform.h"

#include <array>
#include <chrono>
#include <cmath>
#include <initializer_list>
#include <string>

#include "platform/web/browser.h"
#include "screens/own_files.h"

namespace platform {

namespace {

// As one text, each ending in a zero byte.
void hand_texts(void (*take)(const char*, std::size_t), std::initializer_list<std::string_view> texts) {
  std::string all;
  for (const std::string_view text : texts) all.append(text).append(1, '\0');
  take(all.data(), all.size());
}

}  // namespace

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
  result.visitor_screen = number(Value::visitor_screen) != 0;
  result.for_paper = number(Value::for_paper) != 0;
  result.notifications = static_cast<screens::Notifications>(static_cast<int>(number(Value::notifications)));
  return result;
}

void WebPlatform::keep_visitor(app::Session&) { browser_keep_visitor(); }

void WebPlatform::open_link(std::string_view url) { browser_open_link(url.data(), url.size()); }

// Of what the visitor chose no server knows: such a file is made here. So are those that stand beside the
// pages, for the time without a network; where there is one the server's goes first (web/worker.js).
void WebPlatform::open_file(app::Window& window, std::string_view path) {
  const app::Session& session = window.session();
  const screens::CalendarSite site{.origin = session.site(), .made_at = environment().now};
  const auto own = screens::own_file(*session.edition(), session.visitor(), path, site);
  if (own) return hand_texts(browser_hand_over, {std::string(path), own->media_type, own->bytes});
  const auto beside = screens::calendar_file(*session.edition(), path, site);
  if (!beside) return open_link(path);
  hand_texts(browser_hand_over, {std::string(path), "text/calendar; charset=utf-8", *beside});
}

void WebPlatform::share_link(app::Window&, const app::ShareLink& link) {
  hand_texts(browser_share, {link.title, link.url});
}

void WebPlatform::choose_file(app::Window&) { browser_choose_file(); }

void WebPlatform::show_to_visitor(std::string_view path, bool open) {
  browser_show_to_visitor(path.data(), path.size(), open);
}

void WebPlatform::save_paper(app::Window&, std::string_view path) { browser_print(path.data(), path.size()); }

void WebPlatform::notify(const app::Notify& told) {
  hand_texts(browser_notify, {told.title, told.text, told.path, told.subject});
}

void WebPlatform::ask_to_notify() { browser_ask_to_notify(); }

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
