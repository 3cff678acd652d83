#include <functional>
#include <string>
#include <vector>

#include "icons.h"
#include "screens/asides.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/overview.h"
#include "ui/widgets/words.h"

namespace screens {

void theme_tiles(ui::Frame& f, const View& view, int columns,
                 const std::function<std::string(const model::Theme&)>& over) {
  struct Texts {
    std::string over, href;
  };
  std::vector<Texts> texts;
  texts.reserve(view.event.themes.size());  // the tiles point into it
  std::vector<ui::Tile> tiles;
  for (const model::Theme& theme : view.event.themes) {
    const Texts& one = texts.emplace_back(over(theme), view.link(Page::theme, theme.id));
    tiles.push_back({.over = one.over,
                     .title = view.in(theme.short_name),
                     .href = one.href,
                     .color = ui::color_from_hex(theme.color, f.style().palette.accent)});
  }
  ui::tiles(f, f.text("themes.title"), tiles, columns);
}

void themes_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.themes", {{"event", view.in(view.event.name)}}));
  if (view.event.themes.empty()) {
    ui::empty(f, ui::icon::leaf, f.text("themes.title"), f.text("themes.none"));
    return;
  }
  auto list = f.list();
  auto columns = f.columns(f.width() > 760 ? 2 : 1, f.style().measure.card_gap);
  const std::string_view selected =
      view.address.page == Page::theme ? std::string_view(view.address.id) : std::string_view{};
  for (const model::Theme& theme : view.event.themes) {
    auto item = f.list_item();
    const std::string href = view.link(Page::theme, theme.id);
    const std::string number = f.text("theme.number", {{"number", theme.number}});
    ui::card(f, {.title = view.in(theme.name),
                 .href = href,
                 .supporting = number,
                 .stripe = ui::readable_on(ui::color_from_hex(theme.color, f.style().palette.accent),
                                           f.style().palette.surface, 3),
                 .selected = theme.id == selected});
  }
}

void theme_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Theme& theme = *view.edition.theme(view.address.id);
  f.title(view.in(theme.name));
  f.description(theme.focus.empty() ? f.text("describe.themes", {{"event", view.in(view.event.name)}})
                                    : view.in(theme.focus));
  const std::string number = f.text("theme.number", {{"number", theme.number}});
  const ui::Tag tag{number, ui::TagLook::colored, ui::color_from_hex(theme.color, f.style().palette.accent)};
  ui::tags(f, {&tag, 1});
  f.gap(12);
  ui::heading(f, 1, view.in(theme.name));
  f.gap(18);
  if (!theme.focus.empty()) {
    ui::section(f, 2, f.text("theme.focus"));
    f.gap(6);
    ui::paragraph(f, view.in(theme.focus));
    f.gap(16);
  }
  if (!theme.benefits.empty()) {
    ui::section(f, 2, f.text("theme.benefits"));
    f.gap(6);
    ui::paragraph(f, view.in(theme.benefits));
    f.gap(18);
  }
  source_note(f, view, theme.publication);
  f.gap(18);
  const agenda::SessionSpan sessions = view.edition.programme().of_theme(theme.id);
  if (!sessions.empty()) {
    ui::section(f, 2, f.text("theme.sessions"));
    f.gap(8);
    sessions_notice(f, view, sessions);
    session_rows_by_day(f, view, sessions, actions, 3);
    f.gap(4);
  }
  if (!has_place_beside(f, view) && !view.edition.programme().partners_of_theme(theme.id).empty()) {
    ui::section(f, 2, f.text("session.partners"));
    f.gap(8);
    partners_of_theme(f, view, actions);
    f.gap(18);
  }
}

// What is kept says it in the page.
bool has_partners_of_theme(const View& view) {
  return !view.static_rendering && !view.edition.programme().partners_of_theme(view.address.id).empty();
}

void partners_of_theme(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  for (const model::Partner* partner : view.edition.programme().partners_of_theme(view.address.id)) {
    auto item = f.list_item();
    partner_row(f, view, *partner);
  }
}

// What the themes are about, each with the number of its sessions.
void themes_overview(ui::Frame& f, const View& view, Actions&) {
  theme_tiles(f, view, f.width() > 640 ? 4 : 2, [&](const model::Theme& theme) {
    const auto count = static_cast<std::int64_t>(view.edition.programme().of_theme(theme.id).size());
    return f.text("agenda.count", {{"count", count}});
  });
  f.gap(22);
  for (const model::Theme& theme : view.event.themes) {
    if (theme.focus.empty()) continue;
    ui::titled(f, 0, 2, f.text("theme.tag", {{"number", theme.number}, {"name", view.in(theme.short_name)}}));
    f.gap(4);
    ui::paragraph(f, view.in(theme.focus));
    f.gap(16);
  }
}

}  // namespace screens
