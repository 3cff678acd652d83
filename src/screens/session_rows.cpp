// Lists of sessions: close together, with the time at the left.
#include <algorithm>
#include <array>

#include "screens/row_times.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/timed_rows.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// Rows wider than this say in words too what the theme is, and who may come in where that is not everybody.
constexpr float themes_from_width = 560;

// Where or when it was, when it has moved: the room alone where only that is another one.
std::string former_place(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.state != model::SessionState::moved || !session.moved_from) return {};
  const model::FormerPlace& former = *session.moved_from;
  const std::string where = former.room.empty() || former.room == session.room
                                ? std::string{}
                                : room_and_level(f, view, former.room, false);
  if (!former.starts_at || *former.starts_at == session.starts_at) return where;
  const model::Date day = view.zone.at(*former.starts_at).date;
  std::string when = f.words().time(*former.starts_at);
  if (day != view.zone.at(session.starts_at).date)
    when = f.text("agenda.day_time", {{"day", f.words().day_and_month(day)}, {"time", when}});
  return when_and_where(f, when, where);
}

// The quieter line: "10:00–11:30 · Hall 1, Level 2", and more where there is room.
std::string second_line(ui::Frame& f, const View& view, const model::Session& session) {
  std::vector<ui::Tag> access;
  add_access_tag(access, f, session.access);
  const bool roomy = f.width() >= themes_from_width * f.setup().text_scale;
  const model::Room* room = view.edition.room(session.room);
  // Where there is little room, who may come in is worth more than the level.
  const std::string where = roomy || access.empty() || room == nullptr
                                ? room_and_level(f, view, session.room, false)
                                : view.in(room->name);
  std::string line = when_and_where(f, session_time(f, view, session, WithDay::no), where);
  if (!access.empty()) line = when_and_where(f, line, std::string(access.front().text));
  if (!roomy) return line;
  const model::Theme* theme = session.themes.empty() ? nullptr : view.edition.theme(session.themes.front());
  return when_and_where(f, line, theme != nullptr ? view.in(theme->short_name) : kind_name(f, session.kind));
}

// What is kept is read at any time.
bool is_past(const View& view, const model::Session& session) {
  return !view.static_rendering && view.now >= session.ends_at;
}

void draw_session_row(ui::Frame& f, const View& view, const model::Session& session, Actions& actions,
                      const SessionRowPlace& place) {
  const bool is_on = !view.static_rendering && agenda::is_on(session, view.now);
  // Of rows below the first of their time only what is at the upper edge shows it.
  const bool shows_time = place.with_time && (!place.same_time_above || f.corner().y < f.seen().y);
  const std::string time = shows_time ? f.words().time(session.starts_at) : std::string{};
  const std::string second = second_line(f, view, session);
  const std::string former = former_place(f, view, session);
  std::vector<ui::Tag> tags;
  if (is_on) tags.push_back({f.text("agenda.live"), ui::TagLook::live});
  add_state_tag(tags, f, session.state);
  add_change_tag(tags, f, view, session);
  const model::Theme* theme = session.themes.empty() ? nullptr : view.edition.theme(session.themes.front());
  const std::string link = place.link ? place.link(session) : view.link(Page::session, session.id);
  const std::string star_name = f.text("session.star_named", {{"title", view.in(session.title)}});
  ui::TimedRow drawn{.time = time,
                     .same_time_above = place.same_time_above,
                     .same_time_below = place.same_time_below,
                     .staying = place.staying,
                     .time_level = place.time_level,
                     .past_time = place.past_time,
                     .title = view.in(session.title),
                     .href = link,
                     .tags = tags,
                     .second = second,
                     .former = former,
                     .bar = theme != nullptr ? theme_color(f, *theme) : f.style().palette.outline,
                     .past = is_past(view, session),
                     .cancelled = session.state == model::SessionState::cancelled,
                     .selected = place.selected,
                     .on_panel = place.on_panel,
                     .line_above = place.line_above,
                     .joined_above = place.joined_above,
                     .joined_below = place.joined_below};
  if (!view.static_rendering) drawn.star = ui::Star{view.visitor.has_starred(session.id), star_name};
  if (ui::timed_row(f, drawn)) actions.ask(TurnStar{session.id});
  // "Now" comes and goes by itself.
  for (const model::Instant moment : {session.starts_at, session.ends_at})
    if (moment > view.now && moment - view.now < std::chrono::hours(24)) actions.wake_by(moment);
}

class SessionList {
 public:
  SessionList(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
              const SessionRows& look)
      : f_(f), view_(view), sessions_(sessions), actions_(actions), look_(look) {}

  void draw(bool on_panel) {
    ui::Rows rows{.count = sessions_.size()};
    if (!look_.selected.empty())
      rows.selected =
          row_where(sessions_, [&](const model::Session* one) { return one->id == look_.selected; });
    rows.find = [this](std::string_view link) {
      return row_where(sessions_,
                       [&](const model::Session* one) { return link == one->id || link_of(*one) == link; });
    };
    // What is kept may have a session on several days.
    if (look_.across && !view_.static_rendering)
      rows.anchor = [this](std::size_t row) { return std::string_view(sessions_[row]->id); };
    f_.rows(
        rows, [this](std::size_t) { return ui::expected_timed_row_height(f_); },
        [&](std::size_t row) { draw_row(row, on_panel); });
    ui::staying_time(f_, staying_);
  }

 private:
  std::string link_of(const model::Session& session) const {
    return look_.link ? look_.link(session) : view_.link(Page::session, session.id);
  }

  void draw_row(std::size_t row, bool on_panel) {
    const model::Session& session = *sessions_[row];
    draw_session_row(f_, view_, session, actions_,
                     {.with_time = look_.with_times,
                      .same_time_above = times_.same_above(row),
                      .same_time_below = times_.same_below(row),
                      .past_time = times_.is_past_time(row),
                      .staying = &staying_,
                      .time_level = look_.time_level,
                      .selected = session.id == look_.selected,
                      .on_panel = on_panel,
                      .line_above = !on_panel || row > 0,
                      .link = look_.link});
  }

  ui::Frame& f_;
  const View& view_;
  agenda::SessionSpan sessions_;
  RowTimes times_{.count = sessions_.size(),
                  .starts_at = [this](std::size_t row) { return sessions_[row]->starts_at; },
                  .is_past = [this](std::size_t row) { return is_past(view_, *sessions_[row]); }};
  Actions& actions_;
  const SessionRows& look_;
  ui::StayingTime staying_;
};

}  // namespace

ui::Color theme_color(ui::Frame& f, const model::Theme& theme) {
  // The themes' colours are chosen for light ground; elsewhere they are moved until they show.
  const ui::Palette& palette = f.style().palette;
  return ui::readable_on(ui::color_from_hex(theme.color, palette.accent), palette.surface, 3);
}

void session_row(ui::Frame& f, const View& view, const model::Session& session, Actions& actions,
                 const SessionRowPlace& place) {
  draw_session_row(f, view, session, actions, place);
}

void session_rows(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                  const SessionRows& look) {
  if (sessions.empty()) return;
  SessionList list(f, view, sessions, actions, look);
  rows_from_edge_to_edge(f, look.across, [&](bool on_panel) { list.draw(on_panel); });
}

void rows_from_edge_to_edge(ui::Frame& f, bool across, const std::function<void(bool on_panel)>& draw) {
  const ui::Measures& measure = f.style().measure;
  if (across || f.breadth() == ui::Breadth::phone) {
    auto whole = f.margins(-measure.margin);
    draw(false);
    ui::line(f);
    return;
  }
  auto panel = f.panel();
  f.gap(-measure.card_padding);
  {
    auto whole = f.margins(-measure.card_padding);
    draw(true);
  }
  f.gap(-measure.card_padding);
}

void session_rows_by_day(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                         int level) {
  for (std::size_t first = 0; first < sessions.size();) {
    const model::Date day = view.edition.days_of(*sessions[first]).first;
    std::size_t last = first;
    while (last < sessions.size() && view.edition.days_of(*sessions[last]).first == day) ++last;
    ui::section(f, level, text::with_capital(view.edition.day_name(day, f.words())));
    f.gap(8);
    session_rows(f, view, sessions.subspan(first, last - first), actions, {.time_level = level + 1});
    f.gap(14);
    first = last;
  }
}

void programme_notice_in_brief(ui::Frame& f, const View& view) {
  if (view.event.programme.status != model::PublicationStatus::provisional) return;
  const bool over = is_over(view);
  ui::banner(f, over ? ui::BannerLook::quiet : ui::BannerLook::notice, {},
             over ? f.text("home.announced") : f.text("provisional.programme"));
}

}  // namespace screens
