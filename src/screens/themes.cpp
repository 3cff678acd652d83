#include "icons.h"
#include "screens/screen.h"

namespace screens {

void themes_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.themes", {{"event", view.in(view.event.name)}}));
  if (view.event.themes.empty()) {
    f.empty(ui::icon::leaf, f.text("themes.title"), f.text("themes.none"));
    return;
  }
  auto list = f.list();
  auto columns = f.columns(f.width() > 760 ? 2 : 1, f.style().measure.card_gap);
  for (const model::Theme& theme : view.event.themes) {
    auto item = f.list_item();
    const std::string href = view.link(Page::theme, theme.id);
    const std::string number = f.text("theme.number", {{"number", theme.number}});
    f.card({.title = view.in(theme.name),
            .href = href,
            .supporting = number,
            .stripe = ui::readable_on(ui::color_from_hex(theme.color, f.style().palette.accent),
                                      f.style().palette.surface, 3)});
  }
}

void theme_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Theme& theme = *view.edition.theme(view.address.id);
  f.title(view.in(theme.name));
  f.description(theme.focus.empty() ? f.text("describe.themes", {{"event", view.in(view.event.name)}})
                                    : view.in(theme.focus));
  const std::string number = f.text("theme.number", {{"number", theme.number}});
  const ui::Tag tag{number, ui::TagLook::colored, ui::color_from_hex(theme.color, f.style().palette.accent)};
  f.tags({&tag, 1});
  f.gap(12);
  f.heading(1, view.in(theme.name));
  f.gap(18);
  if (!theme.focus.empty()) {
    f.section(2, f.text("theme.focus"));
    f.gap(6);
    f.paragraph(view.in(theme.focus));
    f.gap(16);
  }
  if (!theme.benefits.empty()) {
    f.section(2, f.text("theme.benefits"));
    f.gap(6);
    f.paragraph(view.in(theme.benefits));
    f.gap(18);
  }
  source_note(f, view, theme.publication);
  f.gap(18);
  const agenda::SessionSpan sessions = view.edition.programme().of_theme(theme.id);
  if (!sessions.empty()) {
    f.section(2, f.text("theme.sessions"));
    f.gap(8);
    sessions_notice(f, view, sessions);
    session_cards(f, view, sessions, actions, {.with_day = true, .columns = f.width() > 760 ? 2 : 1});
    f.gap(18);
  }
  const auto partners = view.edition.programme().partners_of_theme(theme.id);
  if (!partners.empty()) {
    f.section(2, f.text("session.partners"));
    f.gap(8);
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const model::Partner* partner : partners) {
        auto item = f.list_item();
        f.row(ui::icon::users, view.in(partner->name),
              partner->abbreviation.empty() ? std::string_view{} : view.in(partner->abbreviation),
              view.link(Page::partner, partner->id));
      }
    }
    f.gap(18);
  }
}

}  // namespace screens
