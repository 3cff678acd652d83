// What visitors are told, wherever it is shown.
#include <algorithm>

#include "icons.h"
#include "screens/place_state.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {

bool is_in_force(const View& view, const model::Notice& notice) {
  return model::is_valid(notice, view.now) && (!view.clock_set || notice.published_at <= view.now);
}

namespace {

// What it is about, as small links to it.
void subjects(ui::Frame& f, const View& view, const model::NoticeScope& scope) {
  if (scope.rooms.empty() && scope.sessions.empty()) return;
  f.gap(6);
  auto line = f.flow(8, 0);
  for (const std::string& id : scope.rooms)
    if (const model::Room* room = view.edition.room(id))
      ui::chip(f, view.in(room->name), view.link(Page::place, id), false);
  for (const std::string& id : scope.sessions)
    if (const model::Session* session = view.edition.session(id))
      ui::chip(f, view.in(session->title), view.link(Page::session, id), false);
}

// With what is the matter.
std::string title_of(ui::Frame& f, const View& view, const model::Notice& notice) {
  const std::string& title = view.in(notice.title);
  return notice.state ? f.text("notice.state", {{"state", state_name(f, *notice.state)}, {"title", title}})
                      : title;
}

// Empty where it has no end.
std::string until_line(ui::Frame& f, const View& view, const model::Notice& notice) {
  if (!notice.until) return {};
  return f.text(
      "notice.until",
      {{"time", f.text("agenda.day_time", {{"day", f.words().day_and_month(view.zone.at(*notice.until).date)},
                                           {"time", f.words().time(*notice.until)}})}});
}

std::string subject_of(const View& view, const model::Notice& notice) {
  return visitor::notice_subject(notice.id, view.edition.revision_of(notice));
}

// It begins or ends by itself.
void wake_for(const View& view, Actions& actions, const model::Notice& notice) {
  if (view.clock_set && notice.published_at > view.now) actions.wake_by(notice.published_at);
  if (notice.until && *notice.until > view.now) actions.wake_by(*notice.until);
}

// Also in what is kept, so that nobody reads tomorrow of what was over when it was written.
bool is_alarm(const View& view, const model::Notice& notice) {
  return notice.urgency == model::NoticeUrgency::alarm && is_in_force(view, notice);
}

bool is_unread(const View& view, const model::Notice& notice) {
  return !view.static_rendering && is_in_force(view, notice) &&
         !view.visitor.has_read(subject_of(view, notice));
}

// `with_subjects`: it stands where nothing says what it is about.
void banner(ui::Frame& f, const View& view, const model::Notice& notice, bool with_subjects) {
  ui::banner(f,
             notice.urgency == model::NoticeUrgency::alarm ? ui::BannerLook::alarm : ui::BannerLook::notice,
             title_of(f, view, notice), view.in(notice.text));
  if (const std::string until = until_line(f, view, notice); !until.empty()) {
    f.gap(4);
    ui::paragraph(f, until, ui::TextLook::secondary);
  }
  if (with_subjects) subjects(f, view, notice.applies_to);
}

template <typename Concerns>
void notices_that(ui::Frame& f, const View& view, Actions& actions, bool with_subjects, Concerns concerns) {
  for (const model::Notice& notice : view.event.notices) {
    // What is kept is read at any time; it says itself until when it holds.
    if (!concerns(notice)) continue;
    wake_for(view, actions, notice);
    if (!view.static_rendering && !is_in_force(view, notice)) continue;
    if (with_subjects) {
      f.gap(12);
      f.anchor(notice.id);
    }
    banner(f, view, notice, with_subjects);
    if (!with_subjects) f.gap(14);
  }
}

bool is_among(const std::vector<std::string>& ids, std::string_view id) {
  return std::ranges::find(ids, id) != ids.end();
}

}  // namespace

void wake_for_notices(const View& view, Actions& actions) {
  for (const model::Notice& notice : view.event.notices) wake_for(view, actions, notice);
}

void notices(ui::Frame& f, const View& view, Actions& actions) {
  notices_that(f, view, actions, true, [](const model::Notice&) { return true; });
  ReadNotices read;
  for (const model::Notice& notice : view.event.notices)
    if (is_unread(view, notice)) read.subjects.push_back(subject_of(view, notice));
  if (!read.subjects.empty()) actions.ask(std::move(read));
}

std::size_t unread_notices(const View& view) {
  return static_cast<std::size_t>(std::ranges::count_if(
      view.event.notices, [&](const model::Notice& notice) { return is_unread(view, notice); }));
}

void notices_in_short(ui::Frame& f, const View& view, Actions& actions) {
  constexpr std::size_t most = 3;
  std::vector<const model::Notice*> shown;
  for (const model::Notice& notice : view.event.notices) {
    wake_for(view, actions, notice);
    if (!view.static_rendering && !is_in_force(view, notice)) continue;
    if (shown.size() < most) shown.push_back(&notice);
  }
  if (shown.empty()) return;
  ui::section(f, 2, f.text("notices.title"), f.text("home.all"), view.link(Page::news));
  if (const std::size_t unread = unread_notices(view); unread > 0) {
    const std::string said = f.text("notices.unread", {{"count", static_cast<int>(unread)}});
    const ui::Tag tag{said, ui::TagLook::notice};
    f.gap(6);
    ui::tags(f, {&tag, 1});
  }
  f.gap(10);
  {
    auto panel = f.panel();
    auto list = f.list();
    for (const model::Notice* notice : shown) {
      auto item = f.list_item();
      const std::string time = f.text(
          "agenda.day_time", {{"day", f.words().day_and_month(view.zone.at(notice->published_at).date)},
                              {"time", f.words().time(notice->published_at)}});
      ui::row(f, notice->urgency == model::NoticeUrgency::alarm ? ui::icon::triangle_alert : ui::icon::bell,
              title_of(f, view, *notice), time, view.link(Page::news) + "#" + notice->id);
    }
  }
  f.gap(22);
}

void kept_alarms(ui::Frame& f, const View& view, Actions&) {
  for (const model::Notice& notice : view.event.notices) {
    if (!is_alarm(view, notice)) continue;
    banner(f, view, notice, true);
    f.gap(14);
  }
}

ui::Rect below_alarms(ui::Frame& f, const View& view, Actions& actions, const ui::Rect& content) {
  if (view.static_rendering) return content;
  constexpr float margin = 16;
  constexpr float above = 8;
  constexpr float most_of_window = 0.4F;  // what is longer scrolls
  struct Alarm {
    const model::Notice* notice;
    std::string subject, title, until;
  };
  std::vector<Alarm> alarms;
  for (const model::Notice& notice : view.event.notices) {
    if (notice.urgency != model::NoticeUrgency::alarm) continue;
    std::string subject = subject_of(view, notice);
    if (view.visitor.has_dismissed(subject)) continue;
    wake_for(view, actions, notice);
    if (!is_alarm(view, notice)) continue;
    alarms.push_back({&notice, std::move(subject), title_of(f, view, notice), until_line(f, view, notice)});
  }
  if (alarms.empty()) return content;
  const float target = f.style().measure.target;
  const float words = content.width - 2 * margin - target;
  const float top = content.y > 0 ? 0 : f.setup().safe_area.top;
  float height = top + above;
  for (const Alarm& alarm : alarms) {
    const float lines =
        ui::paragraph_height(f, alarm.title, ui::TextLook::secondary_bold, words) +
        ui::paragraph_height(f, view.in(alarm.notice->text), ui::TextLook::secondary, words) +
        (alarm.until.empty() ? 0 : ui::paragraph_height(f, alarm.until, ui::TextLook::secondary, words));
    height += std::max(lines, target) + above;
  }
  const ui::Rect strip{content.x, content.y, content.width,
                       std::min(height, content.height * most_of_window)};
  ui::alarm_ground(f, strip);
  auto region = f.node_at(ui::Role::region, strip, 0, f.text("notices.alarms"), ui::Look::strip);
  auto scroll = f.scrolling("alarms", {strip.x, strip.y + top, strip.width, strip.height - top});
  auto margins = f.margins(margin);
  f.gap(above);
  for (const Alarm& alarm : alarms) {
    bool dismissed = false;
    f.beside(
        words, 0,
        [&] {
          auto said = f.node(ui::Role::alert, {}, alarm.subject);
          ui::paragraph(f, alarm.title, ui::TextLook::secondary_bold);
          ui::paragraph(f, view.in(alarm.notice->text), ui::TextLook::secondary);
          if (!alarm.until.empty()) ui::paragraph(f, alarm.until, ui::TextLook::secondary);
        },
        [&] {
          dismissed = ui::icon_button(f, alarm.subject, ui::icon::x,
                                      f.text("notice.dismiss", {{"title", alarm.title}}));
        });
    if (dismissed) actions.ask(DismissNotice{alarm.subject});
    f.gap(above);
  }
  return {content.x, strip.bottom(), content.width, content.height - strip.height};
}

void notices_of_room(ui::Frame& f, const View& view, std::string_view room, Actions& actions) {
  notices_that(f, view, actions, false,
               [&](const model::Notice& notice) { return concerns_room(view, notice, room); });
}

void notices_of_session(ui::Frame& f, const View& view, std::string_view session, Actions& actions) {
  notices_that(f, view, actions, false,
               [&](const model::Notice& notice) { return is_among(notice.applies_to.sessions, session); });
}

}  // namespace screens
