// What faces whoever stands at a help desk: the answer, in their language, and nothing that could be pressed.
// Without one it greets them.
#include <algorithm>
#include <cmath>

#include "icons.h"
#include "screens/answer.h"
#include "screens/fit_to_window.h"
#include "screens/map_plan.h"
#include "screens/ways.h"
#include "text/capital.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/wall.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// In all languages of the event, for those who do not yet know that theirs is spoken here.
void greeting(ui::Frame& f, const View& view, float u) {
  // Letters that are read from afar need not be twice as large for those who have texts enlarged.
  u *= std::min(1.F, 1.3F / f.setup().text_scale);
  f.gap(f.setup().window.height * 0.12F);
  for (const std::string& language : view.languages) {
    const text::Words* words = view.edition.words(language);
    if (words == nullptr) continue;
    auto said = f.said_in(*words);
    ui::sign_words(f, {.text = f.text("shown.greeting"), .size_px = 64 * u, .bold = true});
    ui::sign_words(f, {.text = f.text("shown.greeting_text"), .size_px = 32 * u, .quiet = true});
    f.gap(44 * u);
  }
}

void plan_card(ui::Frame& f, const View& view, const Answer& answer, float most, float u) {
  const model::Room* room = room_of(view, answer);
  if (room == nullptr) return;
  auto card = f.panel();
  ui::sign_words(f, {.text = level_and_site(f, view, room->id), .size_px = 30 * u, .bold = true});
  f.gap(12 * u);
  plan_of_answer(f, view, *room, most);
}

void code_card(ui::Frame& f, const View& view, const Answer& answer, float side, float u) {
  if (view.site.empty()) return;
  auto card = f.panel();
  answer_code(
      f, view, answer, side,
      {.title = f.text("shown.take_along"), .text = f.text("shown.take_along_text"), .size_px = 36 * u});
}

// At the lower edge, for whoever does not read this language: that others are spoken too.
void other_languages(ui::Frame& f, const View& view, float margin, float width, float u) {
  const float height = 44 * u;
  const ui::Rect rect{margin, f.setup().window.height - height - 24 * u, width, height};
  if (f.corner().y > rect.y) return;
  auto box = f.box(rect);
  auto line = f.flow(36 * u);
  for (const std::string& language : view.languages) {
    const text::Words* words = view.edition.words(language);
    if (words == nullptr || language == view.address.language) continue;
    auto said = f.said_in(*words);
    ui::large_fact(f, ui::icon::languages, f.text("shown.greeting"), {}, 26 * u);
  }
}

// As large as the window lets it be.
void code_alone(ui::Frame& f, const View& view, const Answer& answer, float u) {
  const float side = std::min(f.width(), f.setup().window.height - 300 * u);
  auto middle = f.margins((f.width() - side) / 2);
  ui::sign_words(f, {.text = f.text("shown.take_along"), .size_px = 44 * u, .bold = true, .level = 1});
  f.gap(12 * u);
  answer_code(f, view, answer, side);
}

void on_paper(ui::Frame& f, const View& view, const Answer& answer) {
  auto margins = f.margins(f.style().measure.margin, f.style().measure.reading_width);
  f.gap(12);
  answer_head(f, view, answer, 26, 18, 1);
  f.gap(12);
  answer_body(f, view, answer, 16);
  answer_way(f, view, answer, 16);
  f.gap(12);
  answer_code(f, view, answer, 200);
}

}  // namespace

void shown_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.title(view.in(view.event.name));
  f.description(f.text("describe.shown", {{"event", view.in(view.event.name)}}));
  if (view.static_rendering) {
    auto margins = f.margins(f.style().measure.margin, f.style().measure.reading_width);
    f.gap(24);
    ui::heading(f, 1, view.in(view.event.name));
    f.gap(10);
    return ui::paragraph(f, f.text("shown.without"));
  }
  const Answer answer = answer_of(view);
  Address address;
  const View shown = view_for(view, view.address.language, answer, address);
  if (view.for_paper) return on_paper(f, shown, answer);
  const float u = ui::wall_unit(f);
  const ui::Size window = f.setup().window;
  const std::string day = text::with_capital(f.words().weekday_day_month(view.zone.at(view.now).date));
  const std::string time = f.words().time(view.now);
  ui::wall_head(f, {.event = view.in(view.event.name), .day = day, .time = time, .is_title = answer.empty()},
                std::max(56.F, 92 * u) + f.setup().safe_area.top);
  actions.wake_by(next_minute(view.now));
  const bool wide = window.width >= 1000 && window.width > window.height;
  float scale = wide ? u : std::clamp(window.width / 1000, 0.5F, 2.F);
  const float margin = std::clamp(window.width * 0.03F, 16.F, 120.F);
  auto margins = f.margins(margin);
  f.gap(std::max(14.F, 32 * u));
  if (answer.empty()) return greeting(f, shown, std::max(0.55F, u));
  FitToWindow fit(f, view, shown_path(view, view.address.language, answer));
  if (wide) scale *= fit.factor();
  // Tags, notices and plans as large as the words around them.
  ui::read_from_afar(f, std::max(1.F, 1.7F * scale));
  if (answer.code && !view.site.empty()) return code_alone(f, shown, answer, u);
  const auto words = [&] {
    answer_head(f, shown, answer, 60 * scale, 42 * scale, 1);
    f.gap(26 * scale);
    answer_body(f, shown, answer, 32 * scale);
    answer_way(f, shown, answer, 29 * scale);
  };
  // Where no way takes the room the code has it.
  const float side = (room_of(shown, answer) != nullptr ? 240 : 380) * scale;
  const auto pictures = [&] {
    plan_card(f, shown, answer, wide ? window.height * 0.46F : window.width * 0.8F, scale);
    f.gap(20 * scale);
    code_card(f, shown, answer, std::max(150.F, side), scale);
  };
  if (wide) {
    const float half = std::round(f.width() * 0.5F);
    return f.beside(
        half, 48 * u,
        [&] {
          words();
          fit.ends_at(f.corner().y + 84 * u);
          other_languages(f, shown, margin, half, u);
        },
        pictures);
  }
  words();
  f.gap(20);
  pictures();
  f.gap(24 + f.setup().safe_area.bottom);
}

}  // namespace screens
