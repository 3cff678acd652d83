#include "platform/desktop/system_look.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace platform {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

template <typename Use>
void for_lines(std::string_view text, Use use) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    use(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The lines "key = value" of a settings file.
template <typename Use>
void for_settings(std::string_view text, Use use) {
  for_lines(text, [&](std::string_view line) {
    if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
      use(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
  });
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

float number_in(std::string_view text) {
  float number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

void read_text_scale(float scale, SystemLook& look) {
  if (scale > 0) look.text_scale = std::clamp(scale, 1.F, 2.F);
}

}  // namespace

void read_theme_name(std::string_view name, SystemLook& look) {
  const std::string folded = lower(name);
  if (folded.find("dark") != std::string::npos || folded.find("inverse") != std::string::npos)
    look.scheme = app::ColorScheme::dark;
  if (folded.find("highcontrast") != std::string::npos) look.more_contrast = true;
}

void read_gtk_settings(std::string_view text, SystemLook& look) {
  for_settings(text, [&](std::string_view key, std::string_view value) {
    const bool on = value == "1" || value == "true";
    if (key == "gtk-application-prefer-dark-theme" && on) look.scheme = app::ColorScheme::dark;
    if (key == "gtk-enable-animations" && !on) look.reduced_motion = true;
    if (key == "gtk-theme-name") read_theme_name(value, look);
  });
}

void read_kde_globals(std::string_view text, SystemLook& look) {
  for_settings(text, [&](std::string_view key, std::string_view value) {
    if (key == "ColorScheme") read_theme_name(value, look);
    if (key == "AnimationDurationFactor" && number_in(value) == 0) look.reduced_motion = true;
  });
}

void ToldLook::note(SystemSetting setting) {
  told_.insert_or_assign(std::pair{std::move(setting.group), std::move(setting.key)},
                         std::move(setting.value));
}

SystemLook ToldLook::look() const {
  SystemLook look = of_files_;
  const auto told = [&]<typename Value>(const char* group, const char* key, Value) -> const Value* {
    const auto found = told_.find(std::pair<std::string, std::string>{group, key});
    return found == told_.end() ? nullptr : std::get_if<Value>(&found->second);
  };
  constexpr const char* gnome = "org.gnome.desktop.interface";
  if (const auto* name = told(gnome, "gtk-theme", std::string())) read_theme_name(*name, look);
  if (const auto* scheme = told(gnome, "color-scheme", std::string())) {
    if (*scheme == "prefer-dark") look.scheme = app::ColorScheme::dark;
    if (*scheme == "prefer-light") look.scheme = app::ColorScheme::light;
  }
  if (const auto* moves = told(gnome, "enable-animations", bool())) look.reduced_motion = !*moves;
  if (const auto* scale = told(gnome, "text-scaling-factor", double()))
    read_text_scale(static_cast<float>(*scale), look);
  if (const auto* high = told("org.gnome.desktop.a11y.interface", "high-contrast", bool()); high && *high)
    look.more_contrast = true;
  // What all desktops tell alike; 0 is no wish.
  constexpr const char* all = "org.freedesktop.appearance";
  if (const auto* scheme = told(all, "color-scheme", double())) {
    if (*scheme == 1) look.scheme = app::ColorScheme::dark;
    if (*scheme == 2) look.scheme = app::ColorScheme::light;
  }
  if (const auto* contrast = told(all, "contrast", double()); contrast && *contrast == 1)
    look.more_contrast = true;
  if (const auto* motion = told(all, "reduced-motion", double()); motion && *motion == 1)
    look.reduced_motion = true;
  return look;
}

}  // namespace platform
