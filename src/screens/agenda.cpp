#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "icons.h"
#include "screens/calendar_files.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/bars.h"

namespace screens {
namespace {

struct Draft {
  std::string filter;
};

// The day that ?day= or the address asks for, or the anchor, which is that of a day on the static page; else
// the one the agenda opens with.
model::Date chosen_day(const View& view, std::string_view selected) {
  const model::Session* session = selected.empty() ? nullptr : view.edition.session(selected);
  if (session != nullptr) {
    // What is on now stays in the list of the day that is on.
    const agenda::Days days = view.edition.days_of(*session);
    const model::Date open = view.edition.programme().opening_day(view.now);
    return agenda::is_on(*session, view.now) && days.contain(open) ? open : days.first;
  }
  const std::string_view asked = view.address.parameter("day");
  const std::string_view wanted = asked.empty() ? std::string_view(view.address.anchor) : asked;
  for (const model::Day& day : view.event.days)
    if (iso_date(day.date) == wanted) return day.date;
  return view.edition.programme().opening_day(view.now);
}

void day_tabs(ui::Frame& f, const View& view, model::Date chosen) {
  std::vector<std::string> texts;
  texts.reserve(view.event.days.size() * 5);
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  std::vector<ui::DayTab> tabs;
  for (const model::Day& day : view.event.days)
    tabs.push_back(
        {.href = keep(view.static_rendering ? view.link(Page::agenda, iso_date(day.date))
                                            : view.link(Page::agenda) + "?day=" + iso_date(day.date)),
         .weekday = keep(f.words().weekday(day.date)),
         .day = keep(f.words().day_of_month(day.date)),
         .month = keep(f.words().month(day.date)),
         .spoken = keep(view.edition.day_name(day.date, f.words())),
         .selected = day.date == chosen});
  ui::day_tabs(f, f.text("agenda.days"), tabs);
}

}  // namespace

namespace {

// What began before the day stands first, under a heading of its own.
void continuing(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions, int level,
                std::string_view selected) {
  if (sessions.empty()) return;
  f.section(level, f.text("agenda.continues"));
  f.gap(8);
  session_cards(f, view, sessions, actions, {.selected = selected});
  f.gap(14);
}

// Sessions that begin together stand under one heading.
template <typename Before>
void time_by_time(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions, int level,
                  std::string_view selected, Before before) {
  for (std::size_t first = 0; first < sessions.size();) {
    std::size_t last = first;
    while (last < sessions.size() && sessions[last]->starts_at == sessions[first]->starts_at) ++last;
    before(*sessions[first]);
    f.section(level, f.words().time(sessions[first]->starts_at));
    f.gap(8);
    session_cards(f, view, sessions.subspan(first, last - first), actions, {.selected = selected});
    f.gap(14);
    first = last;
  }
}

// The file of what stands above, for calendars.
void calendar_link(ui::Frame& f, text::Key name, const std::string& path) {
  f.button({.key = "calendar",
            .label = f.text(name),
            .icon = ui::icon::calendar,
            .look = ui::ButtonLook::secondary,
            .href = path});
  f.gap(16);
}

// For where there is nobody to choose a day: the one that the address names, else all of them one after the
// other. Of a programme too long for one page the days are links to their own pages.
void static_programme(ui::Frame& f, const View& view, Actions& actions) {
  constexpr std::size_t most_on_a_page = 500;
  const std::string_view asked = view.address.parameter("day");
  const auto one =
      std::ranges::find(view.event.days, asked, [](const model::Day& day) { return iso_date(day.date); });
  const bool whole = one == view.event.days.end();
  const auto name = [&](const model::Day& day) {
    return text::with_capital(view.edition.day_name(day.date, f.words()));
  };
  if (!whole) f.title(name(*one));
  day_tabs(f, view, whole ? model::Date{} : one->date);
  f.gap(12);
  if (!view.event.sessions.empty())
    zone_note(f, view, whole ? view.event.sessions.front().starts_at : view.zone.instant(one->date, 12, 0));
  f.gap(6);
  programme_notice(f, view);
  for (const model::Day& day : view.event.days) {
    if (!whole && day.date != one->date) continue;
    const agenda::SessionSpan sessions = view.edition.programme().on_day(day.date);
    const agenda::Sessions earlier = view.edition.programme().continuing_on(day.date);
    f.anchor(iso_date(day.date));
    if (whole && view.event.sessions.size() > most_on_a_page) {
      f.row(ui::icon::calendar, name(day),
            f.text("agenda.count", {{"count", static_cast<int>(sessions.size() + earlier.size())}}),
            view.link(Page::agenda, iso_date(day.date)));
      f.gap(8);
      continue;
    }
    f.section(2, name(day));
    f.gap(10);
    continuing(f, view, earlier, actions, 3, {});
    time_by_time(f, view, sessions, actions, 3, {}, [](const model::Session&) {});
  }
  if (view.event.sessions.empty()) return;
  if (whole)
    calendar_link(f, "calendar.all", calendar_path(view.address.language));
  else
    calendar_link(f, "calendar.day", calendar_path(view.address.language, one->date));
}

}  // namespace

void agenda_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.agenda", {{"event", view.in(view.event.name)}}));
  if (view.static_rendering) return static_programme(f, view, actions);
  const std::string_view selected = view.address.id;
  const model::Date day = chosen_day(view, selected);
  std::string& filter = view.drafts.of<Draft>().filter;
  day_tabs(f, view, day);
  f.gap(10);
  f.text_field({.key = "agenda-filter",
                .label = f.text("agenda.filter"),
                .hint = f.text("agenda.filter_hint"),
                .search = true},
               filter);
  f.gap(10);

  agenda::SessionSpan sessions = view.edition.programme().on_day(day);
  agenda::Sessions earlier = view.edition.programme().continuing_on(day);
  agenda::Sessions found;
  if (!filter.empty()) {
    const auto fits = [&](const model::Session* session) {
      return view.search.finds(filter, view.address.language, view.now, search::Group::session, session->id);
    };
    std::erase_if(earlier, std::not_fn(fits));
    std::ranges::copy_if(sessions, std::back_inserter(found), fits);
    sessions = found;
  }
  const std::size_t count = sessions.size() + earlier.size();
  f.status(f.text("agenda.count", {{"count", static_cast<int>(count)}}));
  if (count > 0) zone_note(f, view, view.zone.instant(day, 12, 0));
  f.gap(6);
  if (count == 0) {
    f.empty(ui::icon::search, f.text("agenda.none"), f.text("agenda.none_text"));
    return;
  }
  programme_notice(f, view);

  // The red line lies where the clock is.
  const bool running = view.edition.programme().progress(view.now).phase == agenda::Phase::running;
  const bool today = running && day == view.edition.programme().opening_day(view.now);
  bool now_shown = !today || !filter.empty();
  const auto show_now = [&] {
    const std::string time = f.words().time(view.now);
    f.anchor(now_anchor);
    ui::now_line(f, time, f.text("agenda.now_mark", {{"time", time}}));
    now_shown = true;
  };
  continuing(f, view, earlier, actions, 2, selected);
  time_by_time(f, view, sessions, actions, 2, selected, [&](const model::Session& first) {
    if (!now_shown && first.starts_at > view.now) show_now();
  });
  if (!now_shown) show_now();
  if (filter.empty()) calendar_link(f, "calendar.day", calendar_path(view.address.language, day));
  f.gap(16);
  if (running) actions.wake_by(next_minute(view.now));
}

}  // namespace screens
