#include "screens/my_rows.h"

#include <algorithm>
#include <optional>

#include "icons.h"
#include "screens/row_times.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/between_rows.h"
#include "ui/widgets/timed_rows.h"

namespace screens {
namespace {

class MyRows {
 public:
  MyRows(ui::Frame& f, const View& view, const MyAgenda::Day& day, Actions& actions)
      : f_(f), view_(view), entries_(day.entries), actions_(actions) {}

  void draw(bool on_panel) {
    ui::Rows rows{.count = entries_.size()};
    rows.find = [this](std::string_view link) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < entries_.size(); ++i)
        if (link_of(engagement(i)) == link) return i;
      return std::nullopt;
    };
    f_.rows(
        rows,
        [this](std::size_t row) {
          const float between =
              has_between(row) ? ui::expected_between_rows_height(f_, {.action = action_of(row)}) : 0;
          return ui::expected_timed_row_height(f_) + between;
        },
        [&](std::size_t row) {
          draw_between(row, on_panel);
          draw_row(row, on_panel);
        });
    ui::staying_time(f_, staying_);
  }

 private:
  const agenda::Engagement& engagement(std::size_t row) const { return view_.mine.at(entries_[row]); }

  std::string link_of(const agenda::Engagement& one) const {
    return one.session != nullptr ? view_.link(Page::session, one.session->id)
                                  : link_to_appointment(view_, one.appointment->id);
  }

  bool has_between(std::size_t row) const {
    const MyAgenda::Entry& entry = entries_[row];
    return asks_to_choose(row) || entry.gap || entry.walking;
  }

  // When one of the two is over there is nothing left to choose.
  bool asks_to_choose(std::size_t row) const {
    const std::optional<std::size_t> other = entries_[row].clash;
    return other && view_.now < std::min(engagement(row).ends_at, view_.mine.plan().all()[*other].ends_at);
  }

  std::string_view action_of(std::size_t row) const {
    return asks_to_choose(row) ? std::string_view(f_.text("my.choose")) : std::string_view{};
  }

  // Their stars, which appointments have none of, are joined by a line.
  bool is_joined(std::size_t row) const {
    return row > 0 && row < entries_.size() && entries_[row].clash_above && asks_to_choose(row) &&
           engagement(row).session != nullptr && engagement(row - 1).session != nullptr;
  }

  void draw_between(std::size_t row, bool on_panel) {
    const MyAgenda::Entry& entry = entries_[row];
    if (!has_between(row)) return;
    if (asks_to_choose(row)) return draw_clash(row, on_panel);
    const std::string walking = entry.walking ? f_.words().duration(*entry.walking) : std::string{};
    if (entry.hurry) {
      const std::string said =
          f_.text("my.hurry", {{"walking", walking}, {"time", f_.words().duration(*entry.hurry)}});
      return ui::between_rows(f_, {.icon = ui::icon::footprints,
                                   .text = said,
                                   .warns = true,
                                   .line_above = !on_panel || row > 0,
                                   .on_panel = on_panel});
    }
    std::string said;
    if (entry.gap) {
      const std::string free = f_.words().time_range(entry.gap->from, entry.gap->to);
      said = entry.walking ? f_.text("my.free_and_walk", {{"time", free}, {"walking", walking}})
                           : f_.text("my.free", {{"time", free}});
    } else {
      said = f_.text("my.walk", {{"walking", walking}});
    }
    ui::between_rows(f_, {.icon = entry.gap ? ui::icon::clock : ui::icon::footprints,
                          .text = said,
                          .line_above = !on_panel || row > 0,
                          .on_panel = on_panel});
  }

  void draw_clash(std::size_t row, bool on_panel) {
    const MyAgenda::Entry& entry = entries_[row];
    const agenda::Engagement& other = view_.mine.plan().all()[*entry.clash];
    const agenda::Engagement& one = engagement(row);
    const std::string said = entry.clash_above
                                 ? f_.text("my.clash")
                                 : f_.text("my.clash_with", {{"title", title_of(view_, other)}});
    const std::string action_said =
        f_.text("my.choose_between", {{"one", title_of(view_, other)}, {"other", title_of(view_, one)}});
    const std::string href = link_to_choose(view_, other, one);
    ui::between_rows(f_, {.icon = ui::icon::triangle_alert,
                          .text = said,
                          .warns = true,
                          .action = f_.text("my.choose"),
                          .action_said = action_said,
                          .href = href,
                          .joined = is_joined(row),
                          .line_above = !entry.clash_above && (!on_panel || row > 0),
                          .on_panel = on_panel});
  }

  bool is_past(std::size_t row) const {
    const agenda::Engagement& one = engagement(row);
    return view_.now >= one.ends_at && one.ends_at > one.starts_at;
  }

  void draw_row(std::size_t row, bool on_panel) {
    const agenda::Engagement& one = engagement(row);
    // What is said between two rows parts them already, but for words without a ground.
    const bool line_above = asks_to_choose(row) || entries_[row].hurry ? false : !on_panel || row > 0;
    if (one.session != nullptr)
      session_row(f_, view_, *one.session, actions_,
                  {.same_time_above = times_.same_above(row),
                   .same_time_below = times_.same_below(row),
                   .past_time = times_.is_past_time(row),
                   .staying = &staying_,
                   .on_panel = on_panel,
                   .line_above = line_above,
                   .joined_above = is_joined(row),
                   .joined_below = is_joined(row + 1)});
    else
      draw_appointment(*one.appointment, row, on_panel, line_above);
  }

  void draw_appointment(const model::Appointment& one, std::size_t row, bool on_panel, bool line_above) {
    const bool below_same = times_.same_above(row);
    // As with sessions: only what is at the upper edge says what a row above has said.
    const bool says_time = !below_same || f_.corner().y < f_.seen().y;
    const std::string time = says_time ? f_.words().time(one.starts_at) : std::string{};
    const std::string second =
        when_and_where(f_, f_.words().time_range(one.starts_at, one.ends_at), one.place);
    const std::string link = link_to_appointment(view_, one.id);
    const bool is_on = one.starts_at <= view_.now && view_.now < one.ends_at;
    const ui::Tag tag = is_on ? ui::Tag{f_.text("agenda.live"), ui::TagLook::live}
                              : ui::Tag{f_.text("my.own_tag"), ui::TagLook::quiet};
    ui::timed_row(f_, {.time = time,
                       .same_time_above = below_same,
                       .same_time_below = times_.same_below(row),
                       .staying = &staying_,
                       .time_level = 3,
                       .past_time = times_.is_past_time(row),
                       .title = one.title,
                       .href = link,
                       .tags = {&tag, 1},
                       .second = second,
                       .bar = f_.style().palette.accent,
                       .past = is_past(row),
                       .on_panel = on_panel,
                       .line_above = line_above});
    for (const model::Instant moment : {one.starts_at, one.ends_at})
      if (moment > view_.now && moment - view_.now < std::chrono::hours(24)) actions_.wake_by(moment);
  }

  ui::Frame& f_;
  const View& view_;
  std::span<const MyAgenda::Entry> entries_;
  RowTimes times_{.count = entries_.size(),
                  .starts_at = [this](std::size_t row) { return engagement(row).starts_at; },
                  .is_past = [this](std::size_t row) { return is_past(row); }};
  Actions& actions_;
  ui::StayingTime staying_;
};

}  // namespace

void my_rows(ui::Frame& f, const View& view, const MyAgenda::Day& day, Actions& actions) {
  MyRows rows(f, view, day, actions);
  rows_from_edge_to_edge(f, false, [&](bool on_panel) { rows.draw(on_panel); });
}

const std::string& title_of(const View& view, const agenda::Engagement& engagement) {
  return engagement.session != nullptr ? view.in(engagement.session->title) : engagement.appointment->title;
}

std::string when_and_where_of(ui::Frame& f, const View& view, const agenda::Engagement& engagement,
                              bool with_day) {
  if (engagement.session != nullptr)
    return when_and_where(f,
                          session_time(f, view, *engagement.session, with_day ? WithDay::near : WithDay::no),
                          room_and_level(f, view, engagement.session->room, false));
  const model::Appointment& one = *engagement.appointment;
  std::string time = f.words().time_range(one.starts_at, one.ends_at);
  if (with_day)
    time = f.with_capital(f.text(
        "agenda.day_time", {{"day", day_name(f, view, view.zone.at(one.starts_at).date)}, {"time", time}}));
  return when_and_where(f, time, one.place);
}

std::string link_to_appointment(const View& view, std::string_view id) {
  return view.link(Page::my) + "?own=" + (id.empty() ? "new" : std::string(id));
}

std::string link_to_choose(const View& view, const agenda::Engagement& one, const agenda::Engagement& other) {
  return view.link(Page::my) + "?choose=" + query_encoded(MyAgenda::name_of(one)) +
         "&with=" + query_encoded(MyAgenda::name_of(other));
}

}  // namespace screens
