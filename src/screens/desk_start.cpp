#include "screens/desk_start.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "icons.h"
#include "screens/found.h"
#include "screens/today.h"
#include "sorting/sort.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

constexpr std::size_t most_suggestions = 8;

std::string session_suggestions(ui::Frame& f, const View& view, text::Key name,
                                const agenda::Sessions& sessions) {
  std::string pressed;
  if (sessions.empty()) return pressed;
  {
    auto margins = f.margins(20);
    ui::paragraph(f, f.text(name), ui::TextLook::secondary_bold);
    f.gap(4);
  }
  auto group = f.node(ui::Role::group, f.text(name));
  for (const model::Session* session : sessions) {
    const std::string& title = view.in(session->title);
    if (ui::answer_row(f, {.icon = ui::icon::calendar,
                           .key = session->id,
                           .title = title,
                           .second = when_and_where(f, session_time(f, view, *session, WithDay::near),
                                                    room_and_level(f, view, session->room, false)),
                           .suggested = true}))
      pressed = title;
  }
  f.gap(14);
  return pressed;
}

}  // namespace

std::string desk_now(ui::Frame& f, const View& view) {
  agenda::Sessions live, next;
  for (const RoomNow& room : rooms_now(view, view.edition.programme().opening_day(view.now))) {
    if (room.now != nullptr) live.push_back(room.now);
    if (room.next != nullptr) next.push_back(room.next);
  }
  sorting::sort(next, {}, &model::Session::starts_at);
  if (live.size() > most_suggestions) live.resize(most_suggestions);
  next.resize(std::min(next.size(), most_suggestions - live.size()));
  std::string pressed = session_suggestions(f, view, "board.now", live);
  std::string other = session_suggestions(f, view, "board.next", next);
  return pressed.empty() ? other : pressed;
}

std::string desk_examples(ui::Frame& f, const View& view) {
  std::string pressed;
  ui::section(f, 2, f.text("search.examples_label"));
  f.gap(10);
  auto line = f.flow(8, 0);
  for (const std::string_view example : search_examples(f, view))
    if (ui::filter_chip(f, {.key = example, .label = example})) pressed = example;
  return pressed;
}

void desk_places(ui::Frame& f, const View& view) {
  ui::section(f, 2, f.text("desk.where"));
  f.gap(10);
  auto line = f.flow(8, 0);
  // Where there are several of a kind, a desk is at none of them.
  const auto is_one_of_several = [&](const model::Room& room) {
    return std::ranges::count(view.event.rooms, room.name, &model::Room::name) > 1;
  };
  for (const model::Room& room : view.event.rooms) {
    const bool has_desks = room.kind == model::RoomKind::service || room.kind == model::RoomKind::entrance ||
                           room.kind == model::RoomKind::press;
    if (has_desks && !is_one_of_several(room))
      ui::chip(f, view.in(room.name), view.link(Page::desk) + "?here=" + query_encoded(room.id), false);
  }
}

}  // namespace screens
