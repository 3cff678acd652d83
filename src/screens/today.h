// What a running event shows of its day: the rooms with what is on, the hours, and the visitor's own day. For
// the home page and the board.
#pragma once

#include <cstddef>
#include <vector>

#include "screens/screen.h"

namespace screens {

// The rooms with what is on now and what comes next on that day; no more than `most` of them, those where
// nothing is on or comes left out when there are more. 0: all, as long as the list is.
void board_of_rooms(ui::Frame& f, const View& view, Actions& actions, model::Date day, std::size_t most = 0);

// A room with what is on in it now and what comes next in it on that day; null where that is nothing.
struct RoomNow {
  const model::Room* room = nullptr;
  const model::Session* now = nullptr;
  const model::Session* next = nullptr;
};
// Of all rooms that have sessions, in the order of the event.
std::vector<RoomNow> rooms_now(const View& view, model::Date day);
// When these change by themselves.
void wake_for_rooms(const View& view, Actions& actions);

// The day over its hours, with the mark where the clock is. Nothing where nothing begins on it.
void hours_of_day(ui::Frame& f, const View& view, model::Date day);

// The next session the visitor has starred, with when to leave for it. Nothing where there is none.
void next_of_mine(ui::Frame& f, const View& view, Actions& actions);

// What the visitor has starred on that day. Nothing where that is nothing.
void my_day(ui::Frame& f, const View& view, Actions& actions, model::Date day);

}  // namespace screens
