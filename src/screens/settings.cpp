#include <array>

#include "screens/screen.h"

namespace screens {

void settings_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.section(2, f.text("settings.language"));
  f.gap(8);
  const std::string language = language_choices(f, view, ui::ChoiceLook::plain, false);
  if (!language.empty()) actions.language = language;
  f.gap(22);

  f.section(2, f.text("settings.theme"));
  f.gap(8);
  using visitor::Appearance;
  constexpr std::array<Appearance, 4> looks{Appearance::as_device, Appearance::light, Appearance::dark, Appearance::high_contrast};
  const std::array<ui::Choice, 4> choices{{{"as-device", f.text("settings.theme_system"), {}, {}},
                                           {"light", f.text("settings.theme_light"), {}, {}},
                                           {"dark", f.text("settings.theme_dark"), {}, {}},
                                           {"high-contrast", f.text("settings.theme_contrast"), {}, {}}}};
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < looks.size(); ++i)
    if (looks[i] == view.visitor.appearance) chosen = i;
  const std::size_t now = f.choose(f.text("settings.theme"), choices, chosen);
  if (now != chosen) actions.appearance = looks[now];
  f.gap(22);
  f.paragraph(f.text("settings.kept_here"), ui::TextLook::secondary);
}

}  // namespace screens
