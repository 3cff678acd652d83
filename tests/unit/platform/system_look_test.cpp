// What the desktop's settings say; the browser has its own.
#ifndef __EMSCRIPTEN__
#include "platform/desktop/system_look.h"

#include <doctest/doctest.h>

using platform::SystemLook;

TEST_CASE("GNOME's settings") {
  SystemLook look;
  platform::read_gsettings(
      "org.gnome.desktop.interface clock-format '24h'\n"
      "org.gnome.desktop.interface color-scheme 'prefer-dark'\n"
      "org.gnome.desktop.interface enable-animations false\n"
      "org.gnome.desktop.interface text-scaling-factor 1.25\n"
      "org.gnome.desktop.a11y.interface high-contrast true\n",
      look);
  CHECK(look == SystemLook{app::ColorScheme::dark, true, true, 1.25F});
  look = {};
  platform::read_gsettings("org.gnome.desktop.interface color-scheme 'default'\nnonsense\n\n", look);
  CHECK(look == SystemLook{});
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
