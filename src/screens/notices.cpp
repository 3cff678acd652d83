// What visitors are told, wherever it is shown.
#include <algorithm>

#include "screens/screen.h"

namespace screens {
namespace {

text::Key state_key(model::NoticeState state) {
  switch (state) {
    case model::NoticeState::closed: return "notice.closed";
    case model::NoticeState::full: return "notice.full";
    case model::NoticeState::crowded: return "notice.crowded";
    case model::NoticeState::moved: return "notice.moved";
    case model::NoticeState::delayed: break;
  }
  return "notice.delayed";
}

// What it is about, as small links to it.
void subjects(ui::Frame& f, const View& view, const model::NoticeScope& scope) {
  if (scope.rooms.empty() && scope.sessions.empty()) return;
  f.gap(6);
  auto line = f.flow(8);
  for (const std::string& id : scope.rooms)
    if (const model::Room* room = view.edition.room(id))
      f.chip(view.in(room->name), view.link(Page::place, id), false);
  for (const std::string& id : scope.sessions)
    if (const model::Session* session = view.edition.session(id))
      f.chip(view.in(session->title), view.link(Page::session, id), false);
}

// `with_subjects`: it stands where nothing says what it is about.
void banner(ui::Frame& f, const View& view, const model::Notice& notice, bool with_subjects) {
  const std::string& title = view.in(notice.title);
  const std::string strong =
      notice.state ? f.text("notice.state", {{"state", f.text(state_key(*notice.state))}, {"title", title}})
                   : title;
  f.banner(notice.urgency == model::NoticeUrgency::alarm ? ui::Frame::BannerLook::alarm
                                                         : ui::Frame::BannerLook::notice,
           strong, view.in(notice.text));
  if (notice.until) {
    const std::string end =
        f.text("agenda.day_time", {{"day", f.words().day_and_month(view.zone.at(*notice.until).date)},
                                   {"time", f.words().time(*notice.until)}});
    f.gap(4);
    f.paragraph(f.text("notice.until", {{"time", end}}), ui::TextLook::secondary);
  }
  if (with_subjects) subjects(f, view, notice.applies_to);
}

template <typename Concerns>
void notices_that(ui::Frame& f, const View& view, Actions& actions, bool with_subjects, Concerns concerns) {
  for (const model::Notice& notice : view.event.notices) {
    // What is kept is read at any time; it says itself until when it holds.
    if (!concerns(notice) || (!view.static_rendering && !model::is_valid(notice, view.now))) continue;
    if (notice.until && *notice.until - view.now < std::chrono::hours(24)) actions.wake_by(*notice.until);
    if (with_subjects) f.gap(12);
    banner(f, view, notice, with_subjects);
    if (!with_subjects) f.gap(14);
  }
}

bool is_among(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

void notices(ui::Frame& f, const View& view, Actions& actions) {
  notices_that(f, view, actions, true, [](const model::Notice&) { return true; });
}

void notices_of_room(ui::Frame& f, const View& view, std::string_view room, Actions& actions) {
  notices_that(f, view, actions, false,
               [&](const model::Notice& notice) { return is_among(notice.applies_to.rooms, room); });
}

void notices_of_session(ui::Frame& f, const View& view, std::string_view session, Actions& actions) {
  notices_that(f, view, actions, false,
               [&](const model::Notice& notice) { return is_among(notice.applies_to.sessions, session); });
}

}  // namespace screens
