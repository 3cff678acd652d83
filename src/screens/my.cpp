#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

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
  // As in the agenda: on each day of the event first what goes on from the days before.
  std::vector<model::Date> days;
  for (const model::Day& day : view.event.days) days.push_back(day.date);
  for (const model::Session* session : starred) days.push_back(agenda::days_of(*session, view.zone).first);
  std::ranges::sort(days);
  days.erase(std::ranges::unique(days).begin(), days.end());
  const auto is_starred = [&](const model::Session* session) { return view.visitor.has_starred(session->id); };
  for (const model::Date day : days) {
    agenda::Sessions sessions = agenda::continuing_on(view.event, view.zone, day);
    std::ranges::copy(agenda::on_day(view.event, view.zone, day), std::back_inserter(sessions));
    std::erase_if(sessions, std::not_fn(is_starred));
    if (sessions.empty()) continue;
    f.section(2, text::with_capital(f.words().weekday_day_month(day)));
    f.gap(8);
    session_cards(f, view, sessions, actions);
    f.gap(16);
  }
}

}  // namespace screens
