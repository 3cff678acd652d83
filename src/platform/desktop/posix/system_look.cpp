#include "platform/desktop/system_look.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "files/files.h"

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

// A theme's name says what it is: "Adwaita-dark", "Adwaita:dark", "HighContrast".
void read_theme_name(std::string_view name, SystemLook& look) {
  const std::string folded = lower(name);
  if (folded.find("dark") != std::string::npos || folded.find("inverse") != std::string::npos)
    look.scheme = app::ColorScheme::dark;
  if (folded.find("highcontrast") != std::string::npos) look.more_contrast = true;
}

void read_text_scale(float scale, SystemLook& look) {
  if (scale > 0) look.text_scale = std::clamp(scale, 1.F, 2.F);
}

// What a program of the system prints; it must not keep the app waiting.
std::string printed_by(const char* command) {
  std::string text;
  FILE* pipe = popen(command, "r");
  if (pipe == nullptr) return text;
  char part[4096];
  for (std::size_t size = 0; (size = std::fread(part, 1, sizeof part, pipe)) > 0;) text.append(part, size);
  pclose(pipe);
  return text;
}

}  // namespace

void read_gsettings(std::string_view text, SystemLook& look) {
  for_lines(text, [&](std::string_view line) {
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) return;
    const std::string_view key = line.substr(first + 1, second - first - 1);
    const std::string_view value = trimmed(line.substr(second + 1));
    if (key == "color-scheme" && value == "'prefer-dark'") look.scheme = app::ColorScheme::dark;
    if (key == "high-contrast" && value == "true") look.more_contrast = true;
    if (key == "enable-animations" && value == "false") look.reduced_motion = true;
    if (key == "text-scaling-factor") read_text_scale(number_in(value), look);
    if (key == "gtk-theme") read_theme_name(value, look);
  });
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

SystemLook system_look() {
  SystemLook look;
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  std::filesystem::path folder;
  if (config != nullptr && *config != '\0')
    folder = config;
  else if (home != nullptr)
    folder = std::filesystem::path(home) / ".config";
  if (!folder.empty()) {
    for (const char* version : {"gtk-3.0", "gtk-4.0"})
      if (const auto text = files::read_file(folder / version / "settings.ini"))
        read_gtk_settings(*text, look);
    if (const auto text = files::read_file(folder / "kdeglobals")) read_kde_globals(*text, look);
  }
  const char* desktop = std::getenv("XDG_CURRENT_DESKTOP");
  const std::string name = desktop != nullptr ? lower(desktop) : std::string{};
  if (name.find("gnome") != std::string::npos || name.find("unity") != std::string::npos ||
      name.find("cinnamon") != std::string::npos)
    for (const char* command :
         {"timeout 1 gsettings list-recursively org.gnome.desktop.interface 2>/dev/null",
          "timeout 1 gsettings list-recursively org.gnome.desktop.a11y.interface 2>/dev/null"})
      read_gsettings(printed_by(command), look);
  if (const char* theme = std::getenv("GTK_THEME"); theme != nullptr) read_theme_name(theme, look);
  return look;
}

}  // namespace platform
