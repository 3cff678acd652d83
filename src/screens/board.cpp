// The board: what is on in all rooms, and what comes next.
#include "icons.h"
#include "screens/screen.h"
#include "screens/today.h"
#include "text/capital.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {

void board_screen(ui::Frame& f, const View& view, Actions& actions) {
  const agenda::Programme& programme = view.edition.programme();
  f.description(f.text("describe.board", {{"event", view.in(view.event.name)}}));
  const bool has_rooms = !programme.rooms().empty();
  if (view.static_rendering && has_rooms) {
    ui::paragraph(f, f.text("board.without"), ui::TextLook::secondary);
    f.gap(12);
    auto panel = f.panel();
    auto list = f.list();
    for (const model::Room* room : programme.rooms()) {
      auto item = f.list_item();
      ui::row(f, ui::icon::map_pin, view.in(room->name), level_and_site(f, view, room->id),
              view.link(Page::place, room->id));
    }
    return;
  }
  if (is_over(view) || !has_rooms) {
    ui::empty(f, ui::icon::calendar, is_over(view) ? f.text("home.over") : f.text("board.title"),
              is_over(view) ? f.text("board.over_text") : f.text("board.no_rooms"));
    f.gap(16);
    const std::string agenda = view.link(Page::agenda);
    ui::button(
        f, {.key = "agenda", .label = f.text("my.open_agenda"), .icon = ui::icon::calendar, .href = agenda});
    return;
  }
  const model::Date day = programme.opening_day(view.now);
  ui::section(f, 2, text::with_capital(view.edition.day_name(day, f.words())));
  f.gap(8);
  hours_of_day(f, view, day);
  f.gap(16);
  board_of_rooms(f, view, actions, day);
  f.gap(16);
  programme_notice(f, view);
}

}  // namespace screens
