#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "icons.h"
#include "screens/asides.h"
#include "screens/calendar_files.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

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
  texts.reserve(view.event.days.size() * 6);
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  std::vector<ui::DayTab> tabs;
  for (const model::Day& day : view.event.days) {
    const std::string weekday = text::with_capital(f.words().weekday(day.date));
    const std::string number = f.words().day_of_month(day.date);
    tabs.push_back(
        {.href = keep(view.static_rendering ? view.link(Page::agenda, iso_date(day.date))
                                            : view.link(Page::agenda) + "?day=" + iso_date(day.date)),
         .label = keep(f.text("agenda.tab_month",
                              {{"weekday", weekday}, {"day", number}, {"month", f.words().month(day.date)}})),
         .short_label = keep(f.text("agenda.tab", {{"weekday", weekday}, {"day", number}})),
         .weekday = keep(weekday),
         .day = keep(number),
         .spoken = keep(view.edition.day_name(day.date, f.words())),
         .selected = day.date == chosen});
  }
  ui::day_tabs(f, f.text("agenda.days"), tabs);
}

void filter_field(ui::Frame& f, const View& view) {
  ui::text_field(f,
                 {.key = "agenda-filter",
                  .label = f.text("agenda.filter"),
                  .hint = f.text("agenda.filter_hint"),
                  .search = true},
                 view.drafts.of<Draft>().filter);
}

// The session that the detail beside the list shows; empty where that is none.
std::string_view selected_session(const View& view) {
  return view.address.page == Page::session ? std::string_view(view.address.id) : std::string_view{};
}

}  // namespace

namespace {

// What began before the day stands first, under a heading of its own.
void continuing(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions, int level,
                std::string_view selected) {
  if (sessions.empty()) return;
  ui::section(f, level, f.text("agenda.continues"));
  f.gap(8);
  session_rows(f, view, sessions, actions,
               {.selected = selected, .time_level = level, .with_times = false, .across = true});
  f.gap(14);
}

// The file of what stands above, for calendars.
void calendar_link(ui::Frame& f, text::Key name, const std::string& path) {
  ui::button(f, {.key = "calendar",
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
      ui::row(f, ui::icon::calendar, name(day),
              f.text("agenda.count", {{"count", static_cast<int>(sessions.size() + earlier.size())}}),
              view.link(Page::agenda, iso_date(day.date)));
      f.gap(8);
      continue;
    }
    ui::section(f, 2, name(day));
    f.gap(10);
    continuing(f, view, earlier, actions, 3, {});
    session_rows(f, view, sessions, actions, {.time_level = 3, .across = true});
    f.gap(18);
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
  const std::string_view selected = selected_session(view);
  const model::Date day = chosen_day(view, selected);
  const std::string& filter = view.drafts.of<Draft>().filter;
  if (f.breadth() == ui::Breadth::phone) {
    filter_field(f, view);
    f.gap(8);
  }

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
  ui::status(f, f.text("agenda.count", {{"count", static_cast<int>(count)}}));
  if (count > 0) zone_note(f, view, view.zone.instant(day, 12, 0));
  f.gap(6);
  if (count == 0) {
    ui::empty(f, ui::icon::search, f.text("agenda.none"), f.text("agenda.none_text"));
    return;
  }
  programme_notice_in_brief(f, view);
  f.gap(10);

  // The red line lies where the clock is, between what has begun and what has not.
  const bool running = view.edition.programme().progress(view.now).phase == agenda::Phase::running;
  const bool today = running && day == view.edition.programme().opening_day(view.now);
  const SessionRows look{.selected = selected, .time_level = 2, .across = true};
  continuing(f, view, earlier, actions, 2, selected);
  if (today && filter.empty()) {
    const auto ahead =
        std::ranges::find_if(sessions, [&](const model::Session* one) { return one->starts_at > view.now; });
    const auto begun = static_cast<std::size_t>(ahead - sessions.begin());
    session_rows(f, view, sessions.first(begun), actions, look);
    const std::string time = f.words().time(view.now);
    f.anchor(now_anchor);
    {
      auto whole = f.margins(-f.style().measure.margin);
      ui::now_line(f, time, f.text("agenda.now_mark", {{"time", time}}));
    }
    sessions = sessions.subspan(begun);
  }
  session_rows(f, view, sessions, actions, look);
  if (filter.empty()) calendar_link(f, "calendar.day", calendar_path(view.address.language, day));
  f.gap(16);
  programme_notice(f, view);
  if (running) actions.wake_by(next_minute(view.now));
}

void agenda_head(ui::Frame& f, const View& view, Actions&) {
  day_tabs(f, view, chosen_day(view, selected_session(view)));
  if (f.breadth() == ui::Breadth::phone) return;
  f.gap(8);
  filter_field(f, view);
}

// What is on and what comes next; before and after the event its days.
void agenda_overview(ui::Frame& f, const View& view, Actions& actions) {
  const agenda::Programme& programme = view.edition.programme();
  const agenda::Sessions on = programme.on_now(view.now);
  constexpr std::size_t most_next = 8;
  const agenda::SessionSpan next = programme.up_next(view.now, most_next);
  const auto part = [&](const std::string& title, agenda::SessionSpan sessions) {
    if (sessions.empty()) return;
    ui::section(f, 2, title);
    f.gap(8);
    session_rows(f, view, sessions, actions);
    f.gap(18);
  };
  part(f.text("board.now"), on);
  const bool running = programme.progress(view.now).phase == agenda::Phase::running;
  if (running)
    part(f.text("home.next"), next);
  else
    part(f.text("home.first"),
         programme.on_day(view.event.first_day)
             .first(std::min(most_next, programme.on_day(view.event.first_day).size())));
  if (!has_third_area(f, view)) {
    ui::section(f, 2, f.text("home.by_day"));
    f.gap(8);
    days_aside(f, view, actions);
  }
  if (running) actions.wake_by(next_minute(view.now));
}

namespace {

// What else is in the same room on the days of the session.
agenda::Sessions neighbours(const View& view) {
  const model::Session& session = *view.edition.session(view.address.id);
  agenda::Sessions others;
  if (session.room.empty()) return others;
  const agenda::Days days = view.edition.days_of(session);
  std::ranges::copy_if(view.edition.programme().in_room(session.room), std::back_inserter(others),
                       [&](const model::Session* one) {
                         return one != &session && days.contain(view.edition.days_of(*one).first);
                       });
  return others;
}

}  // namespace

void session_neighbours(ui::Frame& f, const View& view, Actions& actions) {
  session_rows(f, view, neighbours(view), actions);
}

bool has_session_neighbours(const View& view) { return !neighbours(view).empty(); }

}  // namespace screens
