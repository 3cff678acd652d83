// How the desktop's user wants things to look, as far as the settings files and
// tools of GNOME, GTK and KDE say it: dark, high contrast, no motion, larger text.
#pragma once

#include <string_view>

#include "app/app.h"

namespace platform {

struct SystemLook {
  app::ColorScheme scheme = app::ColorScheme::light;
  bool more_contrast = false;
  bool reduced_motion = false;
  float text_scale = 1;  // 1 to 2
  bool operator==(const SystemLook&) const = default;
};

// Reads what `gsettings list-recursively` prints, lines of a GTK settings.ini, or
// of kdeglobals, and changes in `look` what they speak of. Anything else is passed over.
void read_gsettings(std::string_view text, SystemLook& look);
void read_gtk_settings(std::string_view text, SystemLook& look);
void read_kde_globals(std::string_view text, SystemLook& look);

// What the system of this moment says. Takes some milliseconds.
SystemLook system_look();

}  // namespace platform
