// What the desktop's settings say; the browser has its own.
#ifndef __EMSCRIPTEN__
#include "platform/desktop/system_look.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using platform::SystemLook;

namespace {

SystemLook told(SystemLook of_files, std::vector<platform::SystemSetting> settings) {
  platform::ToldLook look(of_files);
  for (platform::SystemSetting& setting : settings) look.note(std::move(setting));
  return look.look();
}

}  // namespace

TEST_CASE("what GNOME tells") {
  CHECK(told({}, {{"org.gnome.desktop.interface", "clock-format", std::string("24h")},
                  {"org.gnome.desktop.interface", "color-scheme", std::string("prefer-dark")},
                  {"org.gnome.desktop.interface", "enable-animations", false},
                  {"org.gnome.desktop.interface", "text-scaling-factor", 1.25},
                  {"org.gnome.desktop.a11y.interface", "high-contrast", true}}) ==
        SystemLook{app::ColorScheme::dark, true, true, 1.25F});
  CHECK(told({}, {{"org.gnome.desktop.interface", "color-scheme", std::string("default")},
                  {"org.gnome.desktop.interface", "text-scaling-factor", std::string("nonsense")}}) ==
        SystemLook{});
}

TEST_CASE("what every desktop tells goes before its own settings and the files, unless it has no wish") {
  const SystemLook dark{app::ColorScheme::dark, false, false, 1};
  constexpr const char* all = "org.freedesktop.appearance";
  CHECK(told({}, {{all, "color-scheme", 1.0}}) == dark);
  CHECK(told(dark, {{all, "color-scheme", 2.0}}) == SystemLook{});
  CHECK(told(dark, {{all, "color-scheme", 0.0}}) == dark);
  CHECK(told({}, {{all, "color-scheme", 0.0},
                  {"org.gnome.desktop.interface", "color-scheme", std::string("prefer-dark")}}) == dark);
  CHECK(told({}, {{all, "contrast", 1.0}, {all, "reduced-motion", 1.0}}) ==
        SystemLook{app::ColorScheme::light, true, true, 1});
}

TEST_CASE("what is told later replaces what was told before") {
  platform::ToldLook look{SystemLook{}};
  look.note({"org.freedesktop.appearance", "color-scheme", 1.0});
  CHECK(look.look().scheme == app::ColorScheme::dark);
  look.note({"org.freedesktop.appearance", "color-scheme", 0.0});
  CHECK(look.look() == SystemLook{});
}

TEST_CASE("GTK's settings file") {
  SystemLook look;
  platform::read_gtk_settings("[Settings]\r\ngtk-theme-name = HighContrastInverse\r\ngtk-enable-animations=0",
                              look);
  CHECK(look == SystemLook{app::ColorScheme::dark, true, true, 1});
  look = {};
  platform::read_gtk_settings("gtk-application-prefer-dark-theme=true\ngtk-theme-name=Adwaita\n", look);
  CHECK(look == SystemLook{app::ColorScheme::dark, false, false, 1});
}

TEST_CASE("KDE's settings file") {
  SystemLook look;
  platform::read_kde_globals("[General]\nColorScheme=BreezeDark\n[KDE]\nAnimationDurationFactor=0\n", look);
  CHECK(look == SystemLook{app::ColorScheme::dark, false, true, 1});
  look = {};
  platform::read_kde_globals("[General]\nColorScheme=BreezeLight\n[KDE]\nAnimationDurationFactor=1.5\n",
                             look);
  CHECK(look == SystemLook{});
}
#endif
