// The picture that a link shows where people send it to each other.
#include "ui/widgets/poster.h"
#include "screens/screen.h"

namespace screens {

void draw_poster(ui::Frame& f, const View& view) {
  const std::string& event = view.in(view.event.name);
  const model::Session* session =
      view.address.page == Page::session ? view.edition.session(view.address.id) : nullptr;
  if (session == nullptr) {
    const std::string place = f.text(
        "home.dates_city", {{"dates", view.in(view.event.city)}, {"city", view.in(view.event.country)}});
    ui::poster(f, {.over = view.in(view.event.short_name),
                   .title = event,
                   .line1 = f.words().date_range(view.event.first_day, view.event.last_day),
                   .line2 = place});
    return;
  }
  ui::poster(f, {.over = event,
                 .title = view.in(session->title),
                 .line1 = session_time(f, view, *session, WithDay::in_full),
                 .line2 = room_and_level(f, view, session->room, true)});
}

}  // namespace screens
