#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "icons.h"
#include "screens/agenda_choices.h"
#include "screens/asides.h"
#include "screens/calendar_files.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

void day_tabs(ui::Frame& f, const View& view, model::Date chosen) {
  std::vector<std::string> texts;
  texts.reserve(view.event.days.size() * 7);
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  std::vector<ui::DayTab> tabs;
  for (const model::Day& day : view.event.days) {
    const std::string weekday = text::with_capital(f.words().weekday(day.date));
    const std::string number = f.words().day_of_month(day.date);
    tabs.push_back(
        {.href = keep(view.static_rendering ? view.link(Page::agenda, iso_date(day.date))
                                            : agenda_link_with_day(view, day.date)),
         .label = keep(f.text("agenda.tab_month",
                              {{"weekday", weekday}, {"day", number}, {"month", f.words().month(day.date)}})),
         .short_label = keep(f.text("agenda.tab", {{"weekday", weekday}, {"day", number}})),
         .weekday = keep(weekday),
         .short_weekday = keep(text::with_capital(f.words().short_weekday(day.date))),
         .day = keep(number),
         .spoken = keep(view.edition.day_name(day.date, f.words())),
         .selected = day.date == chosen});
  }
  ui::day_tabs(f, f.text("agenda.days"), tabs);
}

// The event is on, and the agenda has a line where the clock is.
bool is_running(const View& view) {
  return !view.static_rendering &&
         view.edition.programme().progress(view.now).phase == agenda::Phase::running;
}

// To where the clock is, in whichever look.
std::string now_link(const View& view) {
  return agenda_link_with_day(view, view.edition.programme().opening_day(view.now))
      .append("#")
      .append(now_anchor);
}

// What began before the day stands first, under a heading of its own.
void continuing(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions, int level,
                SessionRows look) {
  if (sessions.empty()) return;
  ui::section(f, level, f.text("agenda.continues"));
  f.gap(8);
  look.time_level = level;
  look.with_times = false;
  look.across = true;
  session_rows(f, view, sessions, actions, look);
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
  const AgendaAnswer& answer = agenda_answer(view);
  const model::Date day = answer.choices.day;
  agenda::SessionSpan sessions = answer.sessions;
  const std::size_t count = sessions.size() + answer.earlier.size();
  ui::status(f, f.text("agenda.count", {{"count", static_cast<int>(count)}}));
  if (count > 0) zone_note(f, view, view.zone.instant(day, 12, 0));
  f.gap(6);
  if (count == 0) return agenda_nothing(f, view);
  programme_notice_in_brief(f, view);
  f.gap(10);

  // The red line lies where the clock is, between what has begun and what has not.
  const bool running = is_running(view);
  const bool today = running && day == view.edition.programme().opening_day(view.now);
  const SessionRows look{
      .selected = selected, .time_level = 2, .across = true, .link = [&](const model::Session& one) {
        return session_link(view, one);
      }};
  continuing(f, view, answer.earlier, actions, 2, look);
  if (today) {
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
  if (!answer.choices.filters()) calendar_link(f, "calendar.day", calendar_path(view.address.language, day));
  f.gap(16);
  programme_notice(f, view);
  if (running) actions.wake_by(next_minute(view.now));
}

void agenda_head(ui::Frame& f, const View& view, Actions& actions) {
  const AgendaAnswer& answer = agenda_answer(view);
  const bool grid = agenda_is_grid(view);
  const bool phone = f.breadth() == ui::Breadth::phone;
  constexpr float widest_days = 380;
  constexpr float gap = 16;
  // Days and chips in one line where there is room for both.
  if (grid && f.width() >= 2.4F * widest_days * f.setup().text_scale) {
    f.beside(
        widest_days * f.setup().text_scale, gap, [&] { day_tabs(f, view, answer.choices.day); },
        [&] { agenda_chips(f, view, actions); });
  } else {
    day_tabs(f, view, answer.choices.day);
    if (!phone && !grid) {
      f.gap(8);
      agenda_field(f, view, actions, "agenda-filter");
    }
    f.gap(4);
    agenda_chips(f, view, actions);
  }
  if (!grid) return;
  // What the list says at its beginning. A phone has no room for all of it in large letters.
  const auto count = static_cast<std::int64_t>(answer.sessions.size() + answer.earlier.size());
  const bool little_room = phone && f.setup().text_scale >= 1.5F;
  std::string said = f.text("agenda.count", {{"count", count}});
  if (!little_room)
    said = when_and_where(f, said, zone_text(f, view, view.zone.instant(answer.choices.day, 12, 0)));
  if (!little_room && view.event.programme.status == model::PublicationStatus::provisional)
    said =
        when_and_where(f, said, is_over(view) ? f.text("home.announced") : f.text("provisional.programme"));
  if (!phone) f.gap(4);
  ui::status(f, said);
}

// A switch between list and rooms, and a way to where the clock is; icons where there is little room.
namespace {

std::array<ui::Choice, 2> looks(ui::Frame& f) {
  return {{{.key = "list", .label = f.text("agenda.as_list")},
           {.key = "rooms", .label = f.text("agenda.as_grid")}}};
}

bool has_switch(ui::Frame& f) { return f.breadth() != ui::Breadth::phone && f.setup().text_scale < 1.5F; }

// The room between what stands in the bar.
constexpr float tool_gap = 8;

// The list has a button for this at its end.
bool saves_grid(const View& view) {
  return view.saves_paper && agenda_is_grid(view) && view.address.page == Page::agenda;
}

std::string now_words(ui::Frame& f, const View& view) {
  return f.text("agenda.now_mark", {{"time", f.words().time(view.now)}});
}

}  // namespace

float agenda_tools_width(ui::Frame& f, const View& view) {
  const float target = f.style().measure.target;
  const float paper = saves_grid(view) ? target : 0;
  if (!has_switch(f)) return paper + (is_running(view) ? 2 * target : target);
  float width = ui::choose_width(f, looks(f)) + tool_gap + (paper > 0 ? paper + tool_gap : 0);
  if (is_running(view)) width += ui::filter_chip_width(f, {.label = now_words(f, view)}) + tool_gap;
  return width;
}

void agenda_tools(ui::Frame& f, const View& view, Actions& actions) {
  const bool grid = agenda_is_grid(view);
  std::string other = agenda_link_with_view(view, !grid);
  // The grid opens where the clock is.
  const bool today =
      is_running(view) && agenda_answer(view).choices.day == view.edition.programme().opening_day(view.now);
  if (today && view.address.page == Page::agenda) other.append("#").append(now_anchor);
  auto line = f.flow(has_switch(f) ? tool_gap : 0);
  if (saves_grid(view) && ui::icon_button(f, "paper", ui::icon::download, f.text("paper.save")))
    actions.ask(SavePaper{});
  if (is_running(view)) {
    const std::string to = now_link(view);
    const std::string words = now_words(f, view);
    if (has_switch(f))
      ui::filter_chip(f, {.key = "to-now", .label = words, .href = to, .urgent = true});
    else
      ui::icon_button(f, "to-now", ui::icon::clock, f.text("agenda.to_now"), to);
    actions.wake_by(next_minute(view.now));
  }
  if (!has_switch(f)) {
    ui::icon_button(f, "look", grid ? ui::icon::list : ui::icon::columns_3,
                    f.text(grid ? text::Key("agenda.as_list") : text::Key("agenda.as_grid")), other);
    return;
  }
  const std::array<ui::Choice, 2> choices = looks(f);
  const std::size_t chosen = ui::choose(f, f.text("agenda.look"), choices, grid ? 1 : 0);
  if ((chosen == 1) != grid) actions.ask(Follow{other});
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
