// The sign at the door of a room: all that takes place in it on a day, in letters that are read from afar,
// and a code that leads to its page.
#include <algorithm>
#include <cmath>
#include <vector>

#include "icons.h"
#include "screens/fit_to_window.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/press.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/wall.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// Sizes go by the window, so that a sign on a wall is larger than one in a hand.
struct Sizes {
  float margin = 24;
  float letters = 24;  // of the name of the room, in points
  float code = 160;    // side of the QR code
  bool lies = false;   // the day stands beside what is on
  bool hangs = false;  // on a wall, not in a hand: all of it has to be seen at once
};

Sizes sizes_in(const ui::Frame& f) {
  const ui::Size window = f.setup().window;
  Sizes sizes;
  sizes.lies = window.width >= 1200 && window.width > window.height * 1.2F;
  sizes.hangs = sizes.lies || (window.width >= 700 && window.height >= 700);
  const float letters = sizes.lies ? std::min(window.width / 18, window.height / 15)
                                   : std::min(window.width / 12, window.height / 18);
  sizes.letters = std::clamp(letters, 24.F, 180.F);
  sizes.margin = std::clamp(window.width * 0.04F, 16.F, 144.F);
  sizes.code = std::clamp(sizes.letters * 3.5F, 160.F, 620.F);
  return sizes;
}

// The days on which something takes place in the room, in order.
std::vector<model::Date> days_of_room(const View& view, agenda::SessionSpan sessions) {
  std::vector<model::Date> days;
  for (const model::Session* session : sessions) {
    const model::Date day = view.edition.days_of(*session).first;
    if (days.empty() || days.back() != day) days.push_back(day);
  }
  return days;
}

// Today while the event runs, else the first; or the one that was asked for.
model::Date chosen_day(const View& view, const std::vector<model::Date>& days) {
  const std::string_view asked = view.address.parameter("day");
  for (const model::Date day : days)
    if (iso_date(day) == asked) return day;
  const bool running = view.edition.programme().progress(view.now).phase == agenda::Phase::running;
  const model::Date today = view.edition.programme().opening_day(view.now);
  if (running && std::ranges::find(days, today) != days.end()) return today;
  const auto next = std::ranges::find_if(days, [&](model::Date day) { return running && day > today; });
  return next != days.end() ? *next : days.front();
}

agenda::Sessions on_day(const View& view, agenda::SessionSpan sessions, model::Date day) {
  agenda::Sessions all;
  for (const model::Session* session : sessions)
    if (view.edition.days_of(*session).contain(day)) all.push_back(session);
  return all;
}

// Where nobody knows the address of the site there is nothing to lead to.
void code_of_room(ui::Frame& f, const View& view, const model::Room& room, float most,
                  const ui::SignNote& note = {}) {
  const AddressCode* code = code_of_address(view, view.link(Page::place, room.id));
  if (code == nullptr) return;
  ui::qr_with_note(f,
                   {.name = f.text("door.code", {{"room", view.in(room.name)}}),
                    .text = code->address,
                    .size = code->size,
                    .squares = &code->squares,
                    .largest_square = most / 20},
                   most, note);
}

std::string second_of(ui::Frame& f, const View& view, const model::Session& session) {
  const model::Theme* theme = session.themes.empty() ? nullptr : view.edition.theme(session.themes.front());
  const std::string about =
      theme != nullptr ? view.in(theme->short_name) : std::string(kind_name(f, session.kind));
  return when_and_where(f, about, spoken_languages(f, session));
}

// What is on, or comes next, under a word that says which.
void large(ui::Frame& f, const View& view, std::string_view label, const model::Session& session,
           float letters) {
  const bool is_on = agenda::is_on(session, view.now);
  const std::string until = time_until(f, view, session);
  std::vector<ui::Tag> tags;
  add_state_tag(tags, f, session.state);
  std::string over = when_and_where(f, std::string(label), until);
  if (!tags.empty()) over = when_and_where(f, over, std::string(tags.front().text));
  ui::sign_words(f, {.text = over, .size_px = letters * 0.5F, .bold = true, .quiet = !is_on, .live = is_on});
  f.gap(4);
  const std::string href = view.link(Page::session, session.id);
  ui::sign_words(f, {.text = view.in(session.title), .size_px = letters, .bold = true, .href = href});
  f.gap(4);
  ui::sign_words(f, {.text = session_time(f, view, session, WithDay::no), .size_px = letters * 0.7F});
  ui::sign_words(f, {.text = second_of(f, view, session), .size_px = letters * 0.5F, .quiet = true});
  // Who reads this may stand before a full room.
  if (const std::string overflow = room_and_level(f, view, session.overflow_room, false); !overflow.empty())
    ui::sign_words(f, {.text = f.text("session.overflow", {{"room", overflow}}), .size_px = letters * 0.5F});
}

void row(ui::Frame& f, const View& view, const model::Session& session, float letters) {
  const std::string href = view.link(Page::session, session.id);
  const std::string time = session_time(f, view, session, WithDay::no);
  std::string second = second_of(f, view, session);
  std::vector<ui::Tag> tags;
  add_state_tag(tags, f, session.state);
  if (!tags.empty()) second = when_and_where(f, std::string(tags.front().text), second);
  ui::sign_row(f, {.time = time,
                   .title = view.in(session.title),
                   .second = second,
                   .href = href,
                   .size_px = letters,
                   .past = !view.static_rendering && session.ends_at <= view.now,
                   .current = !view.static_rendering && agenda::is_on(session, view.now)});
}

void head(ui::Frame& f, const View& view, const model::Room& room, float letters) {
  ui::sign_words(f, {.text = view.in(room.name), .size_px = letters, .bold = true, .level = 1});
  ui::sign_words(f, {.text = level_and_site(f, view, room.id), .size_px = letters * 0.45F, .quiet = true});
}

// For paper: each day in full, one after the other.
void kept_sign(ui::Frame& f, const View& view, const model::Room& room, agenda::SessionSpan sessions) {
  const ui::Point corner = f.corner();
  auto sign =
      f.node_at(ui::Role::group, {corner.x, corner.y, f.width(), 0}, 0, view.in(room.name), ui::Look::sign);
  head(f, view, room, 34);
  f.gap(12);
  code_of_room(f, view, room, Sizes{}.code);
  const std::string_view asked = view.address.parameter("day");
  for (const model::Date day : days_of_room(view, sessions)) {
    if (!asked.empty() && iso_date(day) != asked) continue;
    f.gap(18);
    f.anchor(iso_date(day));
    ui::section(f, 2, text::with_capital(view.edition.day_name(day, f.words())));
    f.gap(8);
    auto list = f.list();
    for (const model::Session* session : on_day(view, sessions, day)) row(f, view, *session, 20);
  }
}

class Sign {
 public:
  Sign(ui::Frame& f, const View& view, Actions& actions, const model::Room& room,
       agenda::SessionSpan sessions)
      : f_(f),
        view_(view),
        actions_(actions),
        room_(room),
        sizes_(sizes_in(f)),
        days_(days_of_room(view, sessions)),
        day_(chosen_day(view, days_)),
        all_(on_day(view, sessions, day_)) {
    const agenda::Programme& programme = view.edition.programme();
    today_ = programme.progress(view.now).phase == agenda::Phase::running &&
             day_ == programme.opening_day(view.now);
  }

  void draw() {
    if (today_) actions_.wake_by(next_minute(view_.now));
    if (!sizes_.hangs) return in_a_hand();
    FitToWindow fit(f_, view_, what_is_said());
    for (float* size : {&sizes_.letters, &sizes_.code}) *size *= fit.factor();
    clock(sizes_.letters);
    // What leads to the other days is as large as the words around it.
    ui::read_from_afar(f_, std::max(1.F, sizes_.letters / 58));
    auto margins = f_.margins(sizes_.margin);
    f_.gap(sizes_.margin * 0.6F);
    if (sizes_.lies)
      lying();
    else
      standing();
    f_.gap(sizes_.margin * 0.4F + f_.setup().safe_area.bottom);
    fit.ends_at(f_.corner().y);
  }

 private:
  // All that what is drawn depends on.
  std::string what_is_said() const {
    std::string all = view_.link(Page::door, room_.id) + iso_date(day_);
    if (!today_) return all;
    for (const model::Session* session : all_)
      if (agenda::is_on(*session, view_.now)) all += "," + session->id;
    const model::Session* next = view_.edition.programme().next_in(room_.id, day_, view_.now);
    return next != nullptr ? all + ";" + next->id : all;
  }

  void clock(float letters) {
    const std::string back = view_.link(Page::place, room_.id);
    const std::string day = text::with_capital(view_.edition.day_name(day_, f_.words()));
    const std::string time = today_ ? f_.words().time(view_.now) : std::string();
    ui::wall_head(f_,
                  {.event = view_.in(view_.event.name),
                   .day = day,
                   .time = time,
                   .back = back,
                   .back_name = f_.text("nav.back")},
                  letters * 1.2F + f_.setup().safe_area.top);
  }

  ui::SignNote note(float size_px) const {
    return {
        .title = f_.text("shown.take_along"), .text = f_.text("shown.take_along_text"), .size_px = size_px};
  }

  // On a screen that lies the day stands beside what is on.
  void lying() {
    const float letters = sizes_.letters;
    const float gap = letters * 0.9F;
    f_.beside(
        std::round((f_.width() - gap) * 0.6F), gap,
        [&] {
          head(f_, view_, room_, letters * 1.2F);
          f_.gap(letters * 0.6F);
          now_and_next();
          if (!today_) list(letters * 0.5F);
        },
        [&] {
          if (today_) list(letters * 0.42F);
          f_.gap(letters * 0.3F);
          days();
          f_.gap(letters * 0.4F);
          code_of_room(f_, view_, room_, sizes_.code, note(letters * 0.45F));
        });
  }

  void standing() {
    const float letters = sizes_.letters;
    head(f_, view_, room_, letters * 1.2F);
    f_.gap(letters * 0.6F);
    now_and_next();
    list(letters * 0.42F);
    f_.gap(letters * 0.3F);
    days();
    f_.gap(letters * 0.4F);
    code_of_room(f_, view_, room_, sizes_.code, note(letters * 0.5F));
  }

  // On a phone, where one scrolls.
  void in_a_hand() {
    auto margins = f_.margins(sizes_.margin);
    f_.gap(8 + f_.setup().safe_area.top);
    {
      // The arrow stands above the words, not what can be touched of it.
      const ui::Measures& measure = f_.style().measure;
      auto out = f_.margins((measure.icon - measure.target) / 2);
      ui::icon_button(f_, "back", ui::icon::chevron_left, f_.text("nav.back"),
                      view_.link(Page::place, room_.id));
    }
    f_.gap(8);
    head(f_, view_, room_, sizes_.letters);
    f_.gap(sizes_.letters * 0.4F);
    if (today_) {
      ui::sign_words(f_,
                     {.text = f_.words().time(view_.now), .size_px = sizes_.letters * 0.6F, .bold = true});
      f_.gap(sizes_.letters * 0.3F);
    }
    now_and_next();
    list(std::max(18.F, sizes_.letters * 0.4F));
    f_.gap(sizes_.letters * 0.5F);
    days();
    f_.gap(16);
    code_of_room(f_, view_, room_, sizes_.code);
    f_.gap(24 + f_.setup().safe_area.bottom);
  }

  void now_and_next() {
    if (!today_) return;
    bool free = true;
    for (const model::Session* session : all_)
      if (agenda::is_on(*session, view_.now)) {
        large(f_, view_, f_.text("board.now"), *session, sizes_.letters * 0.85F);
        f_.gap(sizes_.letters * 0.6F);
        free = false;
      }
    const model::Session* next = view_.edition.programme().next_in(room_.id, day_, view_.now);
    if (next == nullptr) return;
    large(f_, view_, f_.text("board.next"), *next, sizes_.letters * (free ? 0.85F : 0.6F));
    f_.gap(sizes_.letters * 0.5F);
  }

  // All of the day.
  void list(float size_px) {
    ui::sign_words(f_, {.text = text::with_capital(view_.edition.day_name(day_, f_.words())),
                        .size_px = std::max(size_px, sizes_.letters * 0.5F),
                        .bold = true,
                        .level = 2});
    f_.gap(8);
    auto rows = f_.list();
    for (const model::Session* session : all_) row(f_, view_, *session, size_px);
  }

  void days() {
    if (days_.size() < 2) return;
    auto group = f_.node(ui::Role::navigation, f_.text("agenda.days"));
    auto line = f_.flow(8, 0);
    for (const model::Date one : days_)
      ui::chip(f_, text::with_capital(f_.words().weekday_day_month(one)),
               view_.link(Page::door, room_.id) + "?day=" + iso_date(one), one == day_);
  }

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  const model::Room& room_;
  Sizes sizes_;
  std::vector<model::Date> days_;
  model::Date day_;
  agenda::Sessions all_;
  bool today_ = false;
};

}  // namespace

void door_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Room& room = *view.edition.room(view.address.id);
  const agenda::SessionSpan sessions = view.edition.programme().in_room(room.id);
  const std::string title = f.text("door.title", {{"room", view.in(room.name)}});
  f.title(title);
  f.description(f.text("describe.place", {{"room", room_and_level(f, view, room.id, true)}}));
  if (view.static_rendering || view.for_paper) {
    auto margins = f.margins(f.style().measure.margin, f.style().measure.reading_width);
    return kept_sign(f, view, room, sessions);
  }
  Sign(f, view, actions, room, sessions).draw();
}

}  // namespace screens
