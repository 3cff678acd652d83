// Lists of sessions: close together, with the time at the left.
#include <algorithm>
#include <array>

#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/timed_rows.h"

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
  std::string line = when_and_where(f, session_time(f, view, session, WithDay::no),
                                    room_and_level(f, view, session.room, false));
  if (f.width() < themes_from_width * f.setup().text_scale) return line;
  std::vector<ui::Tag> access;
  add_access_tag(access, f, session.access);
  if (!access.empty()) line = when_and_where(f, line, std::string(access.front().text));
  const model::Theme* theme = session.themes.empty() ? nullptr : view.edition.theme(session.themes.front());
  return when_and_where(f, line, theme != nullptr ? view.in(theme->short_name) : kind_name(f, session.kind));
}

class SessionList {
 public:
  SessionList(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
              const SessionRows& look)
      : f_(f), view_(view), sessions_(sessions), actions_(actions), look_(look) {}

  void draw(bool on_panel) {
    ui::Rows rows{.count = sessions_.size()};
    if (!look_.selected.empty())
      rows.selected = place_of([&](const model::Session* one) { return one->id == look_.selected; });
    rows.find = [this](std::string_view link) {
      return place_of([&](const model::Session* one) { return link_of(*one) == link; });
    };
    f_.rows(
        rows, [this](std::size_t) { return ui::expected_timed_row_height(f_); },
        [&](std::size_t row) { draw_row(row, on_panel); });
  }

 private:
  std::string link_of(const model::Session& session) const {
    return look_.link ? look_.link(session) : view_.link(Page::session, session.id);
  }

  template <typename Wanted>
  std::optional<std::size_t> place_of(Wanted wanted) const {
    const auto found = std::ranges::find_if(sessions_, wanted);
    if (found == sessions_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - sessions_.begin());
  }

  void draw_row(std::size_t row, bool on_panel) {
    const model::Session& session = *sessions_[row];
    const bool is_on = !view_.static_rendering && agenda::is_on(session, view_.now);
    const bool begins = look_.with_times && (row == 0 || sessions_[row - 1]->starts_at != session.starts_at);
    const std::string time = begins ? f_.words().time(session.starts_at) : std::string{};
    const std::string second = second_line(f_, view_, session);
    const std::string former = former_place(f_, view_, session);
    std::vector<ui::Tag> tags;
    if (is_on) tags.push_back({f_.text("agenda.live"), ui::TagLook::live});
    add_state_tag(tags, f_, session.state);
    const model::Theme* theme =
        session.themes.empty() ? nullptr : view_.edition.theme(session.themes.front());
    const std::string link = link_of(session);
    const std::string star_name = f_.text("session.star_named", {{"title", view_.in(session.title)}});
    ui::TimedRow drawn{.time = time,
                       .time_level = look_.time_level,
                       .title = view_.in(session.title),
                       .href = link,
                       .tags = tags,
                       .second = second,
                       .former = former,
                       .bar = theme != nullptr ? theme_color(f_, *theme) : f_.style().palette.outline,
                       .past = !view_.static_rendering && view_.now >= session.ends_at,
                       .cancelled = session.state == model::SessionState::cancelled,
                       .selected = session.id == look_.selected,
                       .on_panel = on_panel,
                       .line_above = !on_panel || row > 0};
    if (!view_.static_rendering) drawn.star = ui::Star{view_.visitor.has_starred(session.id), star_name};
    if (ui::timed_row(f_, drawn)) actions_.ask(TurnStar{session.id});
    // "Now" comes and goes by itself.
    for (const model::Instant moment : {session.starts_at, session.ends_at})
      if (moment > view_.now && moment - view_.now < std::chrono::hours(24)) actions_.wake_by(moment);
  }

  ui::Frame& f_;
  const View& view_;
  agenda::SessionSpan sessions_;
  Actions& actions_;
  const SessionRows& look_;
};

}  // namespace

ui::Color theme_color(ui::Frame& f, const model::Theme& theme) {
  // The themes' colours are chosen for light ground; elsewhere they are moved until they show.
  const ui::Palette& palette = f.style().palette;
  return ui::readable_on(ui::color_from_hex(theme.color, palette.accent), palette.surface, 3);
}

void session_rows(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                  const SessionRows& look) {
  if (sessions.empty()) return;
  SessionList list(f, view, sessions, actions, look);
  const ui::Measures& measure = f.style().measure;
  if (look.across || f.breadth() == ui::Breadth::phone) {
    auto whole = f.margins(-measure.margin);
    list.draw(false);
    ui::line(f);
    return;
  }
  auto panel = f.panel();
  f.gap(-measure.card_padding);
  {
    auto whole = f.margins(-measure.card_padding);
    list.draw(true);
  }
  f.gap(-measure.card_padding);
}

void session_rows_by_day(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                         int level) {
  for (std::size_t first = 0; first < sessions.size();) {
    const model::Date day = view.edition.days_of(*sessions[first]).first;
    std::size_t last = first;
    while (last < sessions.size() && view.edition.days_of(*sessions[last]).first == day) ++last;
    f.section(level, text::with_capital(view.edition.day_name(day, f.words())));
    f.gap(8);
    session_rows(f, view, sessions.subspan(first, last - first), actions, {.time_level = level + 1});
    f.gap(14);
    first = last;
  }
}

void programme_notice_in_brief(ui::Frame& f, const View& view) {
  if (view.event.programme.status != model::PublicationStatus::provisional) return;
  const bool over = is_over(view);
  f.banner(over ? ui::Frame::BannerLook::quiet : ui::Frame::BannerLook::notice, {},
           over ? f.text("home.announced") : f.text("provisional.programme"));
}

}  // namespace screens
