#include "icons.h"
#include "screens/screen.h"
#include "text/capital.h"

namespace screens {

void my_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.my", {{"event", view.in(view.event.name)}}));
  agenda::Sessions starred;
  for (const model::Session& session : view.event.sessions)
    if (view.visitor.has_starred(session.id)) starred.push_back(&session);
  if (starred.empty()) {
    f.empty(ui::icon::star, view.lasting ? f.text("my.title") : f.text("my.none"), view.lasting ? f.text("page.my_without") : f.text("my.none_text"));
    f.gap(16);
    const std::string agenda = view.link(Page::agenda);
    f.button({.key = "agenda", .label = f.text("my.open_agenda"), .icon = ui::icon::calendar, .look = ui::ButtonLook::primary, .href = agenda});
    return;
  }
  zone_note(f, view, starred.front()->starts_at);
  f.gap(6);
  programme_notice(f, view);
  model::Date day{};
  for (std::size_t first = 0; first < starred.size();) {
    day = view.zone.at(starred[first]->starts_at).date;
    std::size_t last = first;
    while (last < starred.size() && view.zone.at(starred[last]->starts_at).date == day) ++last;
    f.section(2, text::with_capital(f.words().weekday_day_month(day)));
    f.gap(8);
    session_cards(f, view, agenda::Sessions(starred.begin() + static_cast<std::ptrdiff_t>(first), starred.begin() + static_cast<std::ptrdiff_t>(last)), actions);
    f.gap(16);
    first = last;
  }
}

}  // namespace screens
