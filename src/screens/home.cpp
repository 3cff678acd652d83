#include "screens/screen.h"

namespace screens {
namespace {

// The line under the name: how far it is to the summit, or where it stands.
std::string state_line(ui::Frame& f, const View& view, const agenda::Progress& progress) {
  switch (progress.phase) {
    case agenda::Phase::before: return f.text("home.days_left", {{"days", progress.days_left}});
    case agenda::Phase::over: return f.text("home.over");
    case agenda::Phase::running: break;
  }
  return f.text("home.day", {{"day", progress.day},
                             {"time", f.words().time(view.now)},
                             {"zone", view.in(view.event.time_zone_name)}});
}

void explore(ui::Frame& f, const View& view) {
  f.section(2, f.text("home.explore"));
  f.gap(10);
  auto panel = f.panel();
  auto list = f.list();
  for (const Page page : {Page::my, Page::themes, Page::news, Page::about}) page_row(f, view, page);
}

}  // namespace

void home_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.title(view.in(view.event.name));
  f.description(view.in(view.event.summary));
  const agenda::Progress progress = view.edition.programme().progress(view.now);
  const std::string dates =
      f.text("home.dates_city", {{"dates", f.words().date_range(view.event.first_day, view.event.last_day)},
                                 {"city", view.in(view.event.city)}});
  const std::string state = view.static_rendering ? std::string{} : state_line(f, view, progress);
  // Elsewhere it has its place in the navigation.
  const std::string search = f.breadth() == ui::Breadth::desktop ? view.link(Page::search) : std::string{};

  const std::string language = hero_with_languages(f, view,
                                                   {.title = view.in(view.event.name),
                                                    .line1 = dates,
                                                    .line2 = state,
                                                    .search_name = f.text("nav.search"),
                                                    .search_href = search});
  if (!language.empty()) actions.ask(ChooseLanguage{language});
  f.gap(14);
  const ui::Measures& measure = f.style().measure;
  auto margins = f.margins(measure.margin, 1100);
  const int columns = f.width() > 760 ? 2 : 1;
  programme_notice(f, view);

  const std::string all = view.link(Page::agenda);
  if (progress.phase == agenda::Phase::running) {
    const agenda::Sessions now = view.edition.programme().on_now(view.now);
    if (!now.empty()) {
      f.section(2, f.text("home.now"), f.text("home.all"), all);
      f.gap(10);
      session_cards(f, view, now, actions, {.columns = columns});
      f.gap(18);
    }
  }
  if (progress.phase != agenda::Phase::over) {
    const agenda::SessionSpan next = view.edition.programme().up_next(view.now, 4);
    if (!next.empty()) {
      f.section(2, progress.phase == agenda::Phase::before ? f.text("home.first") : f.text("home.next"),
                f.text("home.all"), all);
      f.gap(10);
      session_cards(f, view, next, actions, {.with_day = true, .with_wait = true, .columns = columns});
      f.gap(18);
    }
  }
  explore(f, view);
  f.gap(24);

  // The clock in the header, what is on, and the bars of progress go by the minute.
  if (progress.phase == agenda::Phase::running)
    actions.wake_by(next_minute(view.now));
  else if (progress.phase == agenda::Phase::before)
    actions.wake_by(
        view.zone.instant(std::chrono::sys_days(view.zone.at(view.now).date) + std::chrono::days(1), 0, 0));
}

}  // namespace screens
