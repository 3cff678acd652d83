#include <array>

#include "icons.h"
#include "screens/screen.h"
#include "screens/ways.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {

namespace {

// How long before what is planned begins the visitor is told, and whether by the device.
void reminders(ui::Frame& f, const View& view, Actions& actions) {
  ui::section(f, 2, f.text("reminder.title"));
  f.gap(4);
  ui::paragraph(f, f.text("reminder.about"), ui::TextLook::secondary);
  f.gap(8);
  std::array<std::string, visitor::reminder_choices.size()> names, spoken;
  std::array<ui::Choice, visitor::reminder_choices.size()> choices;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const int minutes = visitor::reminder_choices[i];
    names[i] = minutes == 0 ? f.text("reminder.never") : f.words().number(minutes);
    spoken[i] = minutes == 0 ? std::string{} : f.text("reminder.minutes", {{"count", minutes}});
    choices[i] = {.key = names[i], .label = names[i], .spoken = spoken[i]};
    if (minutes == view.visitor.reminder) chosen = i;
  }
  const std::size_t now = ui::choose(f, f.text("reminder.title"), choices, chosen);
  if (now != chosen) actions.ask(ChooseReminder{visitor::reminder_choices[now]});
  if (view.visitor.reminder > 0 && view.notifications == Notifications::may_be_asked) {
    f.gap(10);
    if (ui::button(f, {.key = "notify",
                       .label = f.text("reminder.by_device"),
                       .icon = ui::icon::bell,
                       .look = ui::ButtonLook::secondary}))
      actions.ask(AskToNotify{});
  }
  f.gap(22);
}

}  // namespace

void settings_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.settings", {{"event", view.in(view.event.name)}}));
  ui::section(f, 2, f.text("settings.language"));
  f.gap(8);
  const std::string language = language_choices(f, view, ui::ChoiceLook::plain, false);
  if (!language.empty()) actions.ask(ChooseLanguage{language});
  f.gap(22);

  if (view.static_rendering)
    return ui::paragraph(f, f.text("page.settings_without"), ui::TextLook::secondary);

  ui::section(f, 2, f.text("settings.theme"));
  f.gap(8);
  using visitor::Appearance;
  constexpr std::array<Appearance, 4> looks{Appearance::as_device, Appearance::light, Appearance::dark,
                                            Appearance::high_contrast};
  const std::array<ui::Choice, 4> choices{{{"as-device", f.text("settings.theme_system")},
                                           {"light", f.text("settings.theme_light")},
                                           {"dark", f.text("settings.theme_dark")},
                                           {"high-contrast", f.text("settings.theme_contrast")}}};
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < looks.size(); ++i)
    if (looks[i] == view.visitor.appearance) chosen = i;
  const std::size_t now = ui::choose(f, f.text("settings.theme"), choices, chosen);
  if (now != chosen) actions.ask(ChooseAppearance{looks[now]});
  f.gap(22);

  ui::section(f, 2, f.text("settings.text_size"));
  f.gap(8);
  std::array<std::string, visitor::text_sizes.size()> names;
  std::array<ui::Choice, visitor::text_sizes.size()> sizes;
  std::size_t size_chosen = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    names[i] = f.text("settings.percent", {{"percent", visitor::text_sizes[i]}});
    sizes[i] = {names[i], names[i]};
    if (visitor::text_sizes[i] == view.visitor.text_size) size_chosen = i;
  }
  const std::size_t size_now = ui::choose(f, f.text("settings.text_size"), sizes, size_chosen);
  if (size_now != size_chosen) actions.ask(ChooseTextSize{visitor::text_sizes[size_now]});
  f.gap(22);

  if (!view.shared) reminders(f, view, actions);
  way_options(f, view, actions);
  if (ui::button(f, {.key = "shortcuts",
                     .label = f.text("shortcuts.title"),
                     .icon = ui::icon::keyboard,
                     .look = ui::ButtonLook::secondary}))
    actions.ask(ShowShortcuts{true});
  f.gap(22);
  ui::section(f, 2, f.text("settings.staff"));
  f.gap(8);
  {
    auto panel = f.panel();
    auto list = f.list();
    for (const Page page : {Page::desk, Page::shown, Page::board}) page_row(f, view, page);
  }
  f.gap(22);
  freshness_note(f, view);
  if (view.shared) return;  // the strip above says what becomes of it
  ui::paragraph(f, view.keeps ? f.text("settings.kept_here") : f.text("toast.not_kept"),
                ui::TextLook::secondary);
}

}  // namespace screens
