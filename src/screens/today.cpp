#include "screens/today.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "icons.h"
#include "screens/my_rows.h"
#include "screens/rows_by_link.h"
#include "sorting/sort.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/board.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using std::chrono::hours;

// The texts that a row points into.
struct RowTexts {
  std::string room, where, room_href;
  std::string now_title, now_second, now_href, now_mark, now_mark_said;
  std::string next_title, next_time, next_said, next_href;
};

const model::Theme* theme_of(const View& view, const model::Session& session) {
  return session.themes.empty() ? nullptr : view.edition.theme(session.themes.front());
}

// The colour and the number of its theme.
void mark_entry(ui::Frame& f, const View& view, const model::Session& session, ui::BoardEntry& entry,
                RowTexts& texts) {
  const model::Theme* theme = theme_of(view, session);
  if (theme == nullptr) return;
  texts.now_mark = f.words().number(theme->number);
  texts.now_mark_said = f.text("theme.number", {{"number", theme->number}});
  entry.mark = texts.now_mark;
  entry.mark_said = texts.now_mark_said;
  entry.color = ui::color_from_hex(theme->color, f.style().palette.accent);
}

void star_entry(ui::Frame& f, const View& view, const model::Session& session, ui::BoardEntry& entry) {
  entry.starred = view.visitor.has_starred(session.id);
  entry.star_said = f.text("session.starred");
}

// In each room the session that has it for itself, before exhibitions that go on around it.
using OnNow = std::map<std::string_view, const model::Session*, std::less<>>;
OnNow on_now_by_room(const View& view) {
  OnNow by_room;
  for (const model::Session* session : view.edition.programme().on_now(view.now)) {
    const model::Session*& there = by_room[session->room];
    if (there == nullptr || !model::takes_the_room(*there)) there = session;
  }
  return by_room;
}

void draw_row(ui::Frame& f, const View& view, const model::Room& room, const model::Session* now,
              const model::Session* next, bool first) {
  RowTexts texts;
  texts.room = view.in(room.name);
  if (const content::Whereabouts where = view.edition.whereabouts(room.id); where.level != nullptr)
    texts.where = view.in(where.level->name);
  texts.room_href = view.link(Page::place, room.id);
  ui::BoardRow row{.room = texts.room, .where = texts.where, .href = texts.room_href, .now = {}, .next = {}};
  if (now != nullptr) {
    texts.now_title = view.in(now->title);
    texts.now_href = view.link(Page::session, now->id);
    const std::string time = session_time(f, view, *now, WithDay::no);
    const std::string left = time_until(f, view, *now);
    texts.now_second = left.empty() ? time : f.text("board.time_left", {{"time", time}, {"left", left}});
    row.now = {.title = texts.now_title, .second = texts.now_second, .href = texts.now_href};
    mark_entry(f, view, *now, row.now, texts);  // what is next has none: the board is told by what is on
    star_entry(f, view, *now, row.now);
    if (!now->open_end) {
      row.now.progress = agenda::share_over(*now, view.now);
      row.now.progress_name = f.text("agenda.progress");
    }
  } else {
    row.now.title = f.text("board.free");
  }
  if (next != nullptr) {
    texts.next_title = view.in(next->title);
    texts.next_href = view.link(Page::session, next->id);
    texts.next_time = f.words().time(next->starts_at);
    texts.next_said = f.text("board.next_at", {{"time", texts.next_time}});
    row.next = {.title = texts.next_title,
                .time = texts.next_time,
                .time_said = texts.next_said,
                .href = texts.next_href};
    star_entry(f, view, *next, row.next);
  } else {
    row.next.title = f.text("board.nothing_more");
  }
  ui::board_row(f, row, first);
}

// The rooms of the board: all, or `most` of them, first those where something is on, then where something
// comes; in their own order.
std::vector<const model::Room*> rooms_of_board(
    const agenda::Programme& programme, const std::function<const model::Session*(const model::Room&)>& on_in,
    model::Date day, model::Instant now, std::size_t most) {
  const std::span<const model::Room* const> all = programme.rooms();
  if (most == 0 || all.size() <= most) return {all.begin(), all.end()};
  std::vector<const model::Room*> chosen;
  const auto choose = [&](const auto& fits) {
    for (const model::Room* room : all)
      if (chosen.size() < most && fits(*room)) chosen.push_back(room);
  };
  const auto is_on = [&](const model::Room& room) { return on_in(room) != nullptr; };
  const auto comes = [&](const model::Room& room) { return programme.next_in(room.id, day, now) != nullptr; };
  choose(is_on);
  if (chosen.size() < most) choose([&](const model::Room& room) { return !is_on(room) && comes(room); });
  if (chosen.size() < most) choose([&](const model::Room& room) { return !is_on(room) && !comes(room); });
  sorting::sort(chosen);  // they lie in one list of the event
  return chosen;
}

}  // namespace

void board_of_rooms(ui::Frame& f, const View& view, Actions& actions, model::Date day, std::size_t most) {
  const agenda::Programme& programme = view.edition.programme();
  const OnNow on_now = on_now_by_room(view);
  const auto on_in = [&](const model::Room& room) -> const model::Session* {
    const auto found = on_now.find(room.id);
    return found == on_now.end() ? nullptr : found->second;
  };
  const std::vector<const model::Room*> rooms = rooms_of_board(programme, on_in, day, view.now, most);
  if (on_now.empty()) {
    ui::paragraph(f, f.text("board.free"), ui::TextLook::secondary);
    f.gap(8);
  }
  auto panel = f.panel();
  ui::board_head(f, f.text("board.room"), f.text("board.now"), f.text("board.next"));
  const auto find = rows_by_link(view, Page::place, rooms);
  f.rows(
      {.name = f.text("board.title"), .count = rooms.size(), .find = find},
      [&](std::size_t) { return ui::expected_board_row_height(f); },
      [&](std::size_t i) {
        const model::Room& room = *rooms[i];
        draw_row(f, view, room, on_in(room), programme.next_in(room.id, day, view.now), i == 0);
      });
  wake_for_rooms(view, actions);
}

std::vector<RoomNow> rooms_now(const View& view, model::Date day) {
  const agenda::Programme& programme = view.edition.programme();
  const OnNow on_now = on_now_by_room(view);
  std::vector<RoomNow> rooms;
  for (const model::Room* room : programme.rooms()) {
    const auto on = on_now.find(room->id);
    rooms.push_back(
        {room, on == on_now.end() ? nullptr : on->second, programme.next_in(room->id, day, view.now)});
  }
  return rooms;
}

// What is on and how long still goes by the minute; before the event it is the same until its first day.
void wake_for_rooms(const View& view, Actions& actions) {
  const agenda::Phase phase = view.edition.programme().progress(view.now).phase;
  if (phase == agenda::Phase::running)
    actions.wake_by(next_minute(view.now));
  else if (phase == agenda::Phase::before)
    actions.wake_by(view.zone.instant(view.event.first_day, 0, 0));
}

void hours_of_day(ui::Frame& f, const View& view, model::Date day) {
  const std::span<const agenda::Slot> slots = view.edition.programme().slots_on(day);
  if (slots.empty()) return;
  // Whole hours around what takes place.
  const model::Instant midnight = view.zone.instant(day, 0, 0);
  const model::Instant begin = midnight + std::chrono::floor<hours>(slots.front().starts_at - midnight);
  model::Instant last = slots.front().ends_at;
  for (const agenda::Slot& slot : slots) last = std::max(last, slot.ends_at);
  last = std::min(last, midnight + hours(24));
  const model::Instant end = midnight + std::chrono::ceil<hours>(last - midnight);
  if (end <= begin) return;
  const auto share = [&](model::Instant moment) {
    return static_cast<float>((moment - begin).count()) / static_cast<float>((end - begin).count());
  };
  std::vector<std::string> texts;
  texts.reserve(slots.size() * 3 + 50);  // the strip points into it
  const auto keep = [&](std::string text) -> std::string_view { return texts.emplace_back(std::move(text)); };
  std::vector<ui::StripHour> marks;
  for (model::Instant hour = begin; hour <= end; hour += hours(1))
    marks.push_back({share(hour), keep(f.words().time(hour))});
  // The agenda of the day, with what begins then at its top.
  const auto agenda_at = [&](const agenda::Slot& slot) {
    const auto begins = std::ranges::find_if(
        slot.sessions, [&](const model::Session* one) { return one->starts_at >= slot.starts_at; });
    const model::Session& there = begins == slot.sessions.end() ? *slot.sessions.front() : **begins;
    return view.link(Page::agenda) + "?day=" + iso_date(day) + "#" + there.id;
  };
  std::vector<ui::StripPart> parts;
  for (const agenda::Slot& slot : slots) {
    const bool single = slot.sessions.size() == 1;
    const model::Session& first = *slot.sessions.front();
    const std::string what =
        single ? view.in(first.title)
               : f.text("home.sessions_of_day", {{"count", static_cast<int>(slot.sessions.size())}});
    parts.push_back(
        {.begin = share(slot.starts_at),
         .end = share(std::min(slot.ends_at, end)),
         .label = keep(what),
         .said = keep(f.text(
             "board.slot", {{"title", what}, {"time", f.words().time_range(slot.starts_at, slot.ends_at)}})),
         .href = keep(single ? view.link(Page::session, first.id) : agenda_at(slot)),
         .starred = std::ranges::any_of(
             slot.sessions, [&](const model::Session* one) { return view.visitor.has_starred(one->id); }),
         .star_said = f.text("session.starred"),
         .quiet = std::ranges::all_of(slot.sessions, [](const model::Session* one) {
           return one->kind == model::SessionKind::service;
         })});
  }
  ui::DayStrip strip{.hours = marks, .parts = parts};
  strip.together = [&](std::size_t first_part, std::size_t last_part) -> ui::StripGroup {
    std::size_t count = 0;
    model::Instant until = slots[first_part].ends_at;
    for (std::size_t i = first_part; i <= last_part; ++i) {
      count += slots[i].sessions.size();
      until = std::max(until, slots[i].ends_at);
    }
    return {.said = f.text("board.slot",
                           {{"title", f.text("home.sessions_of_day", {{"count", static_cast<int>(count)}})},
                            {"time", f.words().time_range(slots[first_part].starts_at, until)}}),
            .href = agenda_at(slots[first_part])};
  };
  if (view.now >= begin && view.now <= end) {
    strip.now = share(view.now);
    strip.now_label = keep(f.words().time(view.now));
    strip.now_said = keep(f.text("agenda.now_mark", {{"time", f.words().time(view.now)}}));
  }
  ui::day_strip(f, f.text("home.day_by_hour"), strip);
}

namespace {

// From where the visitor's own programme has them on that day. Where it has none, or the same room, they may
// be anywhere on the site.
model::Minutes walking_time_to(const View& view, const agenda::Engagement& next) {
  const agenda::Engagement* before = view.mine.before(next);
  if (before == nullptr || view.edition.room(before->room()) == nullptr || before->room() == next.room())
    return agenda::walk_within_a_site;
  return view.edition.walking_times(view.visitor.walking.step_free).between(before->room(), next.room());
}

void next_appointment(ui::Frame& f, const View& view, const agenda::Engagement& next) {
  const std::string when = when_and_where_of(f, view, next, true);
  const std::string link = link_to_appointment(view, next.appointment->id);
  const ui::Tag tag{f.text("my.own_tag"), ui::TagLook::quiet};
  ui::card(f, {.title = next.appointment->title,
               .href = link,
               .supporting = when,
               .tags = {&tag, 1},
               .stripe = f.style().palette.accent});
}

}  // namespace

void next_of_mine(ui::Frame& f, const View& view, Actions& actions) {
  const agenda::Engagement* next = view.mine.next(view.now);
  if (next == nullptr) return;
  ui::section(f, 2,
              next->session != nullptr ? f.text("home.your_next") : f.text("home.your_next_appointment"));
  f.gap(10);
  if (next->session != nullptr)
    session_cards(f, view, {&next->session, 1}, actions, {.with_day = true, .with_wait = true});
  else
    next_appointment(f, view, *next);
  const bool today = view.zone.at(next->starts_at).date == view.zone.at(view.now).date;
  if (today && view.edition.room(next->room()) != nullptr) {
    const model::Minutes walk = walking_time_to(view, *next);
    const model::Instant leave = next->starts_at - walk;
    const std::string label = leave > view.now ? f.text("home.leave_at", {{"time", f.words().time(leave)}})
                                               : f.text("home.leave_now");
    const std::string map = view.link(Page::place, next->room());
    f.gap(10);
    ui::button(f, {.key = "leave", .label = label, .icon = ui::icon::footprints, .href = map});
    f.gap(4);
    ui::paragraph(f, f.text("home.walk_allowed", {{"count", static_cast<int>(walk.count())}}),
                  ui::TextLook::secondary);
    if (leave > view.now) actions.wake_by(leave);
  }
  if (next->starts_at - view.now < std::chrono::hours(24)) actions.wake_by(next->starts_at);
  f.gap(22);
}

void my_day(ui::Frame& f, const View& view, Actions& actions, model::Date day) {
  const MyAgenda::Day* mine = view.mine.day(day);
  if (mine == nullptr) return;
  ui::section(f, 2, f.text("home.my_day"), f.text("home.all"), view.link(Page::my));
  f.gap(10);
  my_rows(f, view, *mine, actions);
  f.gap(22);
}

}  // namespace screens
