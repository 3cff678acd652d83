#include "screens/asides.h"

#include <array>

#include "icons.h"
#include "screens/screen.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/overview.h"
#include "ui/widgets/words.h"

namespace screens {

void days_aside(ui::Frame& f, const View& view, Actions&) {
  struct Texts {
    std::string weekday, day, spoken, second, href;
  };
  std::vector<Texts> texts;
  texts.reserve(view.event.days.size());  // the rows point into it
  std::vector<ui::DateRow> rows;
  for (const model::Day& day : view.event.days) {
    const auto count = static_cast<std::int64_t>(view.edition.programme().on_day(day.date).size());
    const Texts& one = texts.emplace_back(
        f.words().weekday(day.date), f.words().day_of_month(day.date), f.words().weekday_day_month(day.date),
        f.text("home.sessions_of_day", {{"count", count}}),
        view.static_rendering ? view.link(Page::agenda, iso_date(day.date))
                              : view.link(Page::agenda) + "?day=" + iso_date(day.date));
    rows.push_back({.weekday = one.weekday,
                    .day = one.day,
                    .spoken = one.spoken,
                    .title = day.title.empty() ? one.spoken : view.in(day.title),
                    .second = one.second,
                    .href = one.href});
  }
  ui::date_rows(f, f.text("home.by_day"), rows);
}

void next_aside(ui::Frame& f, const View& view, Actions& actions) {
  constexpr std::size_t most = 6;
  session_rows(f, view, view.edition.programme().up_next(view.now, most), actions);
}

// What is kept is read at any time.
bool has_next_sessions(const View& view) {
  return !view.static_rendering && !view.edition.programme().up_next(view.now, 1).empty();
}

void themes_aside(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  for (const model::Theme& theme : view.event.themes) {
    auto item = f.list_item();
    const auto count = static_cast<std::int64_t>(view.edition.programme().of_theme(theme.id).size());
    ui::row(f, ui::icon::leaf, view.in(theme.short_name), f.text("agenda.count", {{"count", count}}),
            view.link(Page::theme, theme.id));
  }
}

void sites_aside(ui::Frame& f, const View& view, Actions&) {
  for (const model::Site& site : view.event.sites) {
    ui::titled(f, ui::icon::building_2, 3, view.in(site.name));
    if (!site.description.empty()) {
      f.gap(4);
      ui::paragraph(f, view.in(site.description), ui::TextLook::secondary);
    }
    f.gap(16);
  }
}

void related_pages(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  for (const Page page : listed_pages())
    if (page != view.address.page) page_row(f, view, page);
}

void shortcuts_list(ui::Frame& f, const View&, Actions&) {
  struct Entry {
    std::string keys;
    text::Key what;
  };
  const std::array<Entry, 8> entries{{{"/  Ctrl+K", "shortcuts.search"},
                                      {"Tab  Shift+Tab", "shortcuts.move"},
                                      {"Enter  " + f.text("shortcuts.space"), "shortcuts.press"},
                                      {"\u2191  \u2193  Page Up  Page Down", "shortcuts.scroll"},
                                      {f.text("shortcuts.letters_keys"), "shortcuts.letters"},
                                      {"+  -", "shortcuts.zoom"},
                                      {"Esc", "shortcuts.back"},
                                      {"?", "shortcuts.help"}}};
  auto list = f.list();
  for (const Entry& entry : entries) {
    auto item = f.list_item();
    ui::paragraph(f, f.text(entry.what), ui::TextLook::body);
    ui::paragraph(f, entry.keys, ui::TextLook::secondary_bold);
    f.gap(12);
  }
}

}  // namespace screens
