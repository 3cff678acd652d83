// The board as it hangs on a wall: what is on in large rows, what comes next below it, and the rooms in which
// nothing is on in a line. Where more is on than can be read from afar, one lot after the other by the clock.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>

#include "screens/asides.h"
#include "screens/screen.h"
#include "screens/today.h"
#include "sorting/sort.h"
#include "text/capital.h"
#include "ui/widgets/wall.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// Smaller ones hang on no wall: there the board is a page like others.
constexpr float least_width = 1600;
constexpr float least_height = 800;
// How high a row is where the window has 1080 points: at least, to be read from across a hall; where rooms
// that come next stand in rows too; at most.
constexpr float least_row = 92;
constexpr float easy_row = 112;
constexpr float most_row = 156;
// How long one lot of rooms is shown.
constexpr std::chrono::seconds turn{15};

// The rooms in the order in which whoever looks up wants them.
struct Rooms {
  std::vector<RoomNow> live;
  std::vector<RoomNow> next;  // nothing is on, and something comes: the soonest first
  std::vector<RoomNow> over;  // nothing more comes on that day
};

Rooms sorted(std::vector<RoomNow> all) {
  Rooms rooms;
  for (RoomNow& one : all)
    (one.now != nullptr ? rooms.live : one.next != nullptr ? rooms.next : rooms.over).push_back(one);
  sorting::sort(rooms.next, {}, [](const RoomNow& one) { return one.next->starts_at; });
  return rooms;
}

class Board {
 public:
  Board(ui::Frame& f, const View& view, Actions& actions)
      : f_(f), view_(view), actions_(actions), u_(ui::wall_unit(f)) {}

  void draw(model::Date day) {
    Rooms rooms = rooms_on(day);
    const float heads = ui::wall_columns_height(f_);
    const float room = f_.setup().window.height - f_.corner().y - 14 * u_ - f_.setup().safe_area.bottom;
    const std::span<const RoomNow> next = rooms.next;
    const auto lines_height = [&](std::size_t rows_of_next) {
      return ui::wall_line_height(f_, next_line(next.subspan(rows_of_next))) +
             ui::wall_line_height(f_, over_line(rooms.over));
    };
    const float lines = lines_height(0);
    const auto fit = [&](float row, std::size_t groups) {
      const float left = room - lines - heads * static_cast<float>(groups);
      return static_cast<std::size_t>(std::max(1.F, std::floor(left / (row * u_))));
    };
    const std::span<const RoomNow> live = one_lot(rooms.live, fit(least_row, 1));
    // What comes next has rows as far as these stay large.
    const std::size_t groups = live.empty() ? 1 : 2;
    const std::size_t easy = fit(easy_row, groups);
    const std::size_t more = easy > live.size() ? std::min(next.size(), easy - live.size()) : 0;
    const auto heads_in_all = heads * static_cast<float>((live.empty() ? 0 : 1) + (more == 0 ? 0 : 1));
    const float height =
        std::min(most_row * u_, (room - lines_height(more) - heads_in_all) /
                                    static_cast<float>(std::max<std::size_t>(1, live.size() + more)));
    std::vector<ui::WallRow> now_rows, next_rows;
    for (const RoomNow& one : live) now_rows.push_back(live_row(one));
    for (const RoomNow& one : next.first(more)) next_rows.push_back(next_row(one));
    // What comes next is never larger than what is on.
    const float now_px = ui::wall_title_px(f_, now_rows, height);
    const float next_px = std::min(now_px, ui::wall_title_px(f_, next_rows, height));
    if (!live.empty()) {
      ui::wall_columns(f_, f_.text("board.room"), when_and_where(f_, f_.text("board.now"), part_),
                       f_.text("board.next"));
      ui::wall_rows(f_, f_.text("board.now"), now_rows, height, now_px);
    }
    if (more > 0) {
      ui::wall_columns(f_, f_.text("board.room"), f_.text("board.next"), {});
      ui::wall_rows(f_, f_.text("board.next"), next_rows, height, next_px);
    }
    ui::wall_line(f_, next_line(next.subspan(more)));
    ui::wall_line(f_, over_line(rooms.over));
  }

 private:
  // In the evening, when all is over, what the next day begins with.
  Rooms rooms_on(model::Date day) {
    day_ = day;
    Rooms rooms = sorted(rooms_now(view_, day));
    for (const model::Day& later : view_.event.days) {
      if (!rooms.live.empty() || !rooms.next.empty()) break;
      if (later.date <= day) continue;
      day_ = later.date;
      rooms = sorted(rooms_now(view_, later.date));
    }
    return rooms;
  }

  // Those that are shown by the clock where not all have room.
  std::span<const RoomNow> one_lot(std::span<const RoomNow> all, std::size_t fit) {
    if (all.size() <= fit) return all;
    const std::size_t lots = (all.size() + fit - 1) / fit;
    const std::size_t in_lot = (all.size() + lots - 1) / lots;
    const std::size_t lot = static_cast<std::size_t>(view_.now.time_since_epoch() / turn) % lots;
    part_ = f_.text("board.part", {{"part", static_cast<std::int64_t>(lot + 1)},
                                   {"parts", static_cast<std::int64_t>(lots)}});
    actions_.wake_by(std::chrono::floor<std::chrono::seconds>(view_.now) + turn -
                     (view_.now.time_since_epoch() % turn));
    return all.subspan(lot * in_lot, std::min(in_lot, all.size() - lot * in_lot));
  }

  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

  ui::WallRow row_of(const model::Room& room) {
    ui::WallRow row{.room = view_.in(room.name), .href = keep(view_.link(Page::door, room.id))};
    if (const content::Whereabouts where = view_.edition.whereabouts(room.id); where.level != nullptr)
      row.where = view_.in(where.level->name);
    return row;
  }

  ui::WallEntry entry_of(const model::Session& session, std::string second) {
    return {.title = view_.in(session.title),
            .second = keep(std::move(second)),
            .href = keep(view_.link(Page::session, session.id))};
  }

  // When it is, and how long until then or until its end.
  std::string time_and_wait(const model::Session& session) {
    const bool today = day_ == view_.edition.programme().opening_day(view_.now);
    const std::string time = session_time(f_, view_, session, today ? WithDay::no : WithDay::near);
    const std::string wait = time_until(f_, view_, session);
    return wait.empty() ? time : f_.text("board.time_left", {{"time", time}, {"left", wait}});
  }

  // The same with what is the matter with it first.
  std::string time_and_state(const model::Session& session) {
    std::vector<ui::Tag> tags;
    add_state_tag(tags, f_, session.state);
    const std::string time = time_and_wait(session);
    return tags.empty() ? time : when_and_where(f_, std::string(tags.front().text), time);
  }

  ui::WallRow live_row(const RoomNow& room) {
    ui::WallRow row = row_of(*room.room);
    row.live = true;
    row.main = entry_of(*room.now, time_and_wait(*room.now));
    if (!room.now->open_end) {
      row.main.progress = agenda::share_over(*room.now, view_.now);
      row.main.progress_name = f_.text("agenda.progress");
    }
    row.side.emplace();
    if (room.next == nullptr) {
      row.side->title = f_.text("board.nothing_more");
      return row;
    }
    row.side = entry_of(*room.next, {});
    std::vector<ui::Tag> tags;
    add_state_tag(tags, f_, room.next->state);
    const std::string time = f_.words().time(room.next->starts_at);
    row.side->time = keep(tags.empty() ? time : when_and_where(f_, time, std::string(tags.front().text)));
    return row;
  }

  ui::WallRow next_row(const RoomNow& room) {
    ui::WallRow row = row_of(*room.room);
    row.main = entry_of(*room.next, time_and_state(*room.next));
    return row;
  }

  ui::WallLine line_of(std::string_view label, std::span<const RoomNow> rooms,
                       std::vector<ui::WallPiece>& pieces) {
    pieces.clear();
    for (const RoomNow& one : rooms)
      pieces.push_back(
          {.time = one.next != nullptr ? keep(f_.words().time(one.next->starts_at)) : std::string_view{},
           .room = view_.in(one.room->name),
           .href = keep(view_.link(Page::door, one.room->id))});
    return {label, pieces, [this](std::size_t count) {
              return f_.text("brought.others", {{"count", static_cast<std::int64_t>(count)}});
            }};
  }
  ui::WallLine next_line(std::span<const RoomNow> rooms) {
    return line_of(f_.text("board.next"), rooms, next_pieces_);
  }
  ui::WallLine over_line(std::span<const RoomNow> rooms) {
    return line_of(f_.text("board.nothing_more"), rooms, over_pieces_);
  }

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  float u_;
  model::Date day_{};              // that is shown
  std::string part_;               // of what is on, where not all of it is shown at once
  std::deque<std::string> texts_;  // that rows and lines point into
  std::vector<ui::WallPiece> next_pieces_, over_pieces_;
};

}  // namespace

bool board_hangs(const ui::Frame& f, const View& view) {
  const ui::Size window = f.setup().window;
  return !view.static_rendering && !view.for_paper && window.width >= least_width &&
         window.height >= least_height && !is_over(view) && !view.edition.programme().rooms().empty();
}

void board_on_wall(ui::Frame& f, const View& view, Actions& actions) {
  const model::Date day = view.edition.programme().opening_day(view.now);
  const std::string day_name = text::with_capital(view.edition.day_name(day, f.words()));
  const std::string time = f.words().time(view.now);
  const float u = ui::wall_unit(f);
  const std::string back = view.link(Page::home);
  f.description(f.text("describe.board", {{"event", view.in(view.event.name)}}));
  ui::wall_head(f,
                {.event = view.in(view.event.name),
                 .day = day_name,
                 .time = time,
                 .is_title = true,
                 .back = back,
                 .back_name = f.text("nav.back")},
                80 * u);
  auto margins = f.margins(44 * u);
  f.gap(8 * u);
  Board(f, view, actions).draw(day);
  wake_for_rooms(view, actions);
  actions.wake_by(next_minute(view.now));
}

}  // namespace screens
