// How the desktop's user wants things to look, as far as it tells its programs (settings_portal.h) and the
// settings files of GTK and KDE say it: dark, high contrast, no motion, larger text.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "app/app.h"

namespace platform {

struct SystemLook {
  app::ColorScheme scheme = app::ColorScheme::light;
  bool more_contrast = false;
  bool reduced_motion = false;
  float text_scale = 1;  // 1 to 2
  bool operator==(const SystemLook&) const = default;
};

// Reads lines of a GTK settings.ini, or of kdeglobals, and changes in `look` what they speak of. Anything
// else is passed over.
void read_gtk_settings(std::string_view text, SystemLook& look);
void read_kde_globals(std::string_view text, SystemLook& look);

// A theme's name says what it is: "Adwaita-dark", "Adwaita:dark", "HighContrast".
void read_theme_name(std::string_view name, SystemLook& look);

// What the settings files say, and GTK_THEME, where there are such. Takes a millisecond.
SystemLook look_of_files();

// One of the settings that a desktop tells.
struct SystemSetting {
  using Value = std::variant<bool, double, std::string>;
  std::string group;  // "org.freedesktop.appearance"
  std::string key;    // "color-scheme"
  Value value;
};

// The groups that are understood.
inline constexpr std::array system_setting_groups{"org.freedesktop.appearance", "org.gnome.desktop.interface",
                                                  "org.gnome.desktop.a11y.interface"};

// What all of it comes to: what the desktop tells goes before what the files say, and what it has no wish
// about stays with them.
class ToldLook {
 public:
  explicit ToldLook(const SystemLook& of_files) : of_files_(of_files) {}
  void note(SystemSetting setting);
  SystemLook look() const;

 private:
  SystemLook of_files_;
  std::map<std::pair<std::string, std::string>, SystemSetting::Value> told_;
};

}  // namespace platform
