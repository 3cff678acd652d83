// The board as it hangs on a wall: all rooms on one screen, or, where they are too many to be read from afar,
// as many as fit, one lot after the other by the clock.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>

#include "icons.h"
#include "screens/asides.h"
#include "screens/screen.h"
#include "screens/today.h"
#include "text/capital.h"
#include "ui/widgets/press.h"
#include "ui/widgets/wall.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// Smaller ones hang on no wall: there the board is a page like others.
constexpr float least_width = 1600;
constexpr float least_height = 800;
// How high a row is at least, and at most, where the window has 1080 points.
constexpr float least_row = 68;
constexpr float most_row = 150;
constexpr float heads_height = 48;  // of the words over the columns
// More rooms than that stand in two halves.
constexpr std::size_t most_in_one = 11;
// How long one lot of rooms is shown.
constexpr std::chrono::seconds turn{15};

// The texts that a row points into.
struct WallRowTexts {
  std::string now_second, now_href, next_time, next_second, next_href, room_href;
};

ui::WallRow row_of(ui::Frame& f, const View& view, const RoomNow& room, WallRowTexts& texts) {
  texts.room_href = view.link(Page::door, room.room->id);
  ui::WallRow row{.room = view.in(room.room->name), .href = texts.room_href};
  if (const content::Whereabouts where = view.edition.whereabouts(room.room->id); where.level != nullptr)
    row.where = view.in(where.level->name);
  if (room.now != nullptr) {
    const std::string time = session_time(f, view, *room.now, WithDay::no);
    const std::string left = time_until(f, view, *room.now);
    texts.now_second = left.empty() ? time : f.text("board.time_left", {{"time", time}, {"left", left}});
    texts.now_href = view.link(Page::session, room.now->id);
    row.now = {
        .title = view.in(room.now->title), .second = texts.now_second, .href = texts.now_href, .live = true};
    if (!room.now->open_end) {
      row.now.progress = agenda::share_over(*room.now, view.now);
      row.now.progress_name = f.text("agenda.progress");
    }
  } else {
    row.now.title = f.text("board.free");
  }
  if (room.next != nullptr) {
    texts.next_time = f.words().time(room.next->starts_at);
    texts.next_href = view.link(Page::session, room.next->id);
    std::vector<ui::Tag> tags;
    add_state_tag(tags, f, room.next->state);
    texts.next_second = tags.empty() ? time_until(f, view, *room.next) : std::string(tags.front().text);
    row.next = {.title = view.in(room.next->title),
                .second = texts.next_second,
                .href = texts.next_href,
                .time = texts.next_time};
  } else {
    row.next.title = f.text("board.nothing_more");
  }
  return row;
}

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
  f.description(f.text("describe.board", {{"event", view.in(view.event.name)}}));
  ui::wall_head(f, {.event = view.in(view.event.name), .day = day_name, .time = time, .is_title = true},
                90 * u);
  auto margins = f.margins(44 * u);
  f.gap(16 * u);
  const std::vector<RoomNow> rooms = rooms_now(view, day);
  // What is left of the window, with the way back below.
  const float room =
      f.setup().window.height - f.corner().y - 64 * u - f.setup().safe_area.bottom - heads_height * u;
  const auto fit = static_cast<std::size_t>(std::max(1.F, std::floor(room / (least_row * u))));
  const std::size_t halves = rooms.size() > most_in_one ? 2 : 1;
  const std::size_t lots = (rooms.size() + halves * fit - 1) / (halves * fit);
  const std::size_t in_lot = (rooms.size() + lots - 1) / lots;
  const std::size_t in_half = (in_lot + halves - 1) / halves;
  const auto passed = static_cast<std::size_t>(view.now.time_since_epoch() / turn);
  const std::size_t lot = passed % lots;
  const std::span<const RoomNow> shown =
      std::span(rooms).subspan(lot * in_lot, std::min(in_lot, rooms.size() - lot * in_lot));
  const float height = std::min(room / static_cast<float>(in_half), most_row * u);
  const auto half = [&](std::span<const RoomNow> part) {
    ui::wall_columns(f, f.text("board.room"), f.text("board.now"), f.text("board.next"));
    auto list = f.node(ui::Role::list, f.text("board.title"));
    for (const RoomNow& one : part) {
      WallRowTexts texts;
      ui::wall_row(f, row_of(f, view, one, texts), height);
    }
  };
  if (halves == 1 || shown.size() <= in_half) {
    half(shown);
  } else {
    const float gap = 56 * u;
    f.beside((f.width() - gap) / 2, gap, [&] { half(shown.first(in_half)); },
             [&] { half(shown.subspan(in_half)); });
  }
  f.gap(10 * u);
  auto line = f.flow(12);
  ui::icon_button(f, "back", ui::icon::arrow_left, f.text("nav.back"), view.link(Page::home));
  if (lots > 1) {
    const std::string part = f.text("board.part", {{"part", static_cast<std::int64_t>(lot + 1)},
                                                   {"parts", static_cast<std::int64_t>(lots)}});
    ui::paragraph(f, part, ui::TextLook::secondary);
    actions.wake_by(std::chrono::floor<std::chrono::seconds>(view.now) + turn -
                    (view.now.time_since_epoch() % turn));
  }
  wake_for_rooms(view, actions);
  actions.wake_by(next_minute(view.now));
}

}  // namespace screens
