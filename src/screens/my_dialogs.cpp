// What lies over "my agenda" when its address asks for it: an appointment of the visitor's own, and the
// choice between two that clash.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "icons.h"
#include "screens/my_rows.h"
#include "screens/screen.h"
#include "sorting/sort.h"
#include "text/capital.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/over.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// ---- an appointment

struct AppointmentDraft {
  std::string of;  // the parameter of the address that it belongs to
  std::string id;  // empty: a new one
  std::string title, from, to, place;
  model::Date day{};
  std::optional<text::Key> mistake;
};

// "9:30", "09.30", "0930", "9": hours and minutes of a day. Nothing for what is no time.
std::optional<std::chrono::minutes> clock_time(std::string_view written) {
  std::string digits;
  std::optional<std::size_t> hours;
  for (const char c : written) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if ((c == ':' || c == '.' || c == '-') && !hours && !digits.empty()) {
      hours = digits.size();
    } else if (c != ' ') {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  if (!hours) hours = digits.size() <= 2 ? digits.size() : digits.size() - 2;
  const std::size_t minutes = digits.size() - *hours;
  if (*hours > 2 || (minutes != 0 && minutes != 2)) return std::nullopt;
  const int hour = std::stoi(digits.substr(0, *hours));
  const int minute = minutes == 0 ? 0 : std::stoi(digits.substr(*hours));
  if (hour > 23 || minute > 59) return std::nullopt;
  return std::chrono::minutes(hour * 60 + minute);
}

// An end in the morning after a start in the evening is one of the next day.
bool is_over_midnight(std::chrono::minutes from, std::chrono::minutes to) {
  using std::chrono::hours;
  return to < from && from >= hours(18) && to <= hours(8);
}

std::vector<model::Date> days_to_choose(const View& view, model::Date chosen) {
  std::vector<model::Date> days;
  for (const model::Day& day : view.event.days) days.push_back(day.date);
  if (std::ranges::find(days, chosen) == days.end()) days.push_back(chosen);
  sorting::sort(days);
  return days;
}

AppointmentDraft begin_draft(ui::Frame& f, const View& view, std::string_view of) {
  AppointmentDraft draft;
  draft.of = of;
  const auto found = std::ranges::find(view.visitor.appointments, of, &model::Appointment::id);
  if (found == view.visitor.appointments.end()) {
    draft.day = view.edition.programme().opening_day(view.now);
    return draft;
  }
  draft.id = found->id;
  draft.title = found->title;
  draft.place = found->place;
  draft.day = view.zone.at(found->starts_at).date;
  draft.from = f.words().time(found->starts_at);
  draft.to = f.words().time(found->ends_at);
  return draft;
}

// The appointment that was written; nothing, with the mistake said, when it is none.
std::optional<model::Appointment> written(const View& view, AppointmentDraft& draft) {
  draft.mistake.reset();
  const auto from = clock_time(draft.from), to = clock_time(draft.to);
  if (draft.title.find_first_not_of(" \t\r\n") == std::string::npos)
    draft.mistake = text::Key("own.no_title");
  else if (!from || !to)
    draft.mistake = text::Key("own.no_time");
  else if (*to <= *from && !is_over_midnight(*from, *to))
    draft.mistake = text::Key("own.ends_early");
  if (draft.mistake) return std::nullopt;
  const auto moment = [&](model::Date day, std::chrono::minutes time) {
    return view.zone.instant(day, static_cast<int>(time.count() / 60), static_cast<int>(time.count() % 60));
  };
  const model::Date next_day = std::chrono::sys_days(draft.day) + std::chrono::days(1);
  return model::Appointment{.id = draft.id,
                            .title = draft.title,
                            .starts_at = moment(draft.day, *from),
                            .ends_at = moment(*to < *from ? next_day : draft.day, *to),
                            .place = draft.place};
}

void labelled_field(ui::Frame& f, std::string_view key, text::Key label, std::string_view hint,
                    std::string& value) {
  ui::paragraph(f, f.text(label), ui::TextLook::secondary_bold);
  f.gap(4);
  ui::text_field(f, {.key = key, .label = f.text(label), .hint = hint}, value);
  f.gap(12);
}

void day_field(ui::Frame& f, const View& view, AppointmentDraft& draft) {
  const std::vector<model::Date> days = days_to_choose(view, draft.day);
  std::vector<std::string> labels, spoken;
  labels.reserve(days.size());
  spoken.reserve(days.size());
  std::vector<ui::Choice> choices;
  std::size_t chosen = 0;
  for (const model::Date day : days) {
    labels.push_back(f.words().day_and_month(day));
    spoken.push_back(f.words().weekday_day_month(day));
    if (day == draft.day) chosen = choices.size();
    choices.push_back({.key = labels.back(), .label = labels.back(), .spoken = spoken.back()});
  }
  ui::paragraph(f, f.text("own.day"), ui::TextLook::secondary_bold);
  f.gap(4);
  draft.day = days[ui::choose(f, f.text("own.day"), choices, chosen)];
  f.gap(12);
}

void appointment_dialog(ui::Frame& f, const View& view, Actions& actions, std::string_view of) {
  AppointmentDraft& draft = view.drafts.of<AppointmentDraft>();
  if (draft.of != of) draft = begin_draft(f, view, of);
  // Somebody else's link, or one that is gone.
  if (draft.id.empty() && of != "new") return;
  bool closed = false;
  auto dialog = ui::dialog(f, draft.id.empty() ? f.text("my.own_add") : f.text("own.change"),
                           f.text("dialog.close"), closed);
  auto margins = f.margins(20);
  labelled_field(f, "own-title", "own.title", f.text("own.title_hint"), draft.title);
  day_field(f, view, draft);
  f.beside((f.width() - 12) / 2, 12, [&] { labelled_field(f, "own-from", "own.from", "13:00", draft.from); },
           [&] { labelled_field(f, "own-to", "own.to", "14:00", draft.to); });
  labelled_field(f, "own-place", "own.place", f.text("own.place_hint"), draft.place);
  if (draft.mistake) {
    auto alert = f.node(ui::Role::alert, {}, "own-mistake");
    ui::banner(f, ui::BannerLook::alarm, {}, f.text(*draft.mistake));
    f.gap(12);
  }
  if (ui::button(f, {.key = "own-save", .label = f.text("own.save"), .icon = ui::icon::check}))
    if (std::optional<model::Appointment> appointment = written(view, draft)) {
      actions.ask(PutAppointment{std::move(*appointment)});
      closed = true;
    }
  if (!draft.id.empty()) {
    f.gap(10);
    if (ui::button(f, {.key = "own-remove",
                       .label = f.text("own.remove"),
                       .icon = ui::icon::x,
                       .look = ui::ButtonLook::secondary})) {
      actions.ask(RemoveAppointment{draft.id});
      closed = true;
    }
  }
  f.gap(20);
  if (!closed) return;
  draft = {};
  actions.ask(CloseDialog{});
}

// ---- two that clash

void drop(Actions& actions, const agenda::Engagement& one) {
  if (one.session != nullptr)
    actions.ask(TurnStar{one.session->id});
  else
    actions.ask(RemoveAppointment{one.appointment->id});
}

// What could be gone to in place of that session. True when one was taken.
bool in_place_of(ui::Frame& f, const View& view, const agenda::Engagement& one, Actions& actions) {
  if (one.session == nullptr) return false;
  const std::span<const agenda::Alternative> all = view.mine.alternatives(*one.session, view.now);
  if (all.empty()) return false;
  f.gap(18);
  ui::section(f, 3, f.text("my.in_place_of", {{"title", view.in(one.session->title)}}));
  f.gap(6);
  bool taken = false;
  for (const agenda::Alternative& other : all) {
    const model::Session& session = *other.session;
    const std::string when = when_and_where(f, session_time(f, view, session, WithDay::near),
                                            room_and_level(f, view, session.room, false));
    ui::paragraph(f, when, ui::TextLook::secondary);
    f.gap(4);
    const std::string label =
        f.text(other.kind == agenda::Alternative::Kind::repeat ? text::Key("my.take_repeat")
                                                               : text::Key("my.take_other"),
               {{"title", view.in(session.title)}});
    if (ui::button(f, {.key = one.session->id + "/" + session.id,
                       .label = label,
                       .icon = ui::icon::star,
                       .look = ui::ButtonLook::secondary})) {
      actions.ask(ReplaceStar{one.session->id, session.id});
      taken = true;
    }
    f.gap(8);
  }
  return taken;
}

void choose_dialog(ui::Frame& f, const View& view, Actions& actions, const agenda::Engagement& first,
                   const agenda::Engagement& second) {
  bool closed = false;
  auto dialog = ui::dialog(f, f.text("my.clash"), f.text("dialog.close"), closed);
  auto margins = f.margins(20);
  for (const auto& [kept, other] : {std::pair{&first, &second}, std::pair{&second, &first}}) {
    ui::paragraph(f, when_and_where_of(f, view, *kept, false), ui::TextLook::secondary);
    f.gap(4);
    const std::string label = f.text("my.keep", {{"title", title_of(view, *kept)}});
    if (ui::button(f, {.key = "keep-" + MyAgenda::name_of(*kept), .label = label, .icon = ui::icon::check})) {
      drop(actions, *other);
      closed = true;
    }
    f.gap(12);
  }
  if (ui::button(f, {.key = "keep-both", .label = f.text("my.keep_both"), .look = ui::ButtonLook::secondary}))
    closed = true;
  for (const agenda::Engagement* one : {&first, &second}) closed |= in_place_of(f, view, *one, actions);
  f.gap(20);
  if (closed) actions.ask(CloseDialog{});
}

}  // namespace

void my_dialog(ui::Frame& f, const View& view, Actions& actions) {
  if (view.address.page != Page::my) return;
  if (const std::string_view own = view.address.parameter("own"); !own.empty())
    return appointment_dialog(f, view, actions, own);
  const agenda::Engagement* first = view.mine.named(view.address.parameter("choose"));
  const agenda::Engagement* second = view.mine.named(view.address.parameter("with"));
  if (first != nullptr && second != nullptr && agenda::clash(*first, *second))
    choose_dialog(f, view, actions, *first, *second);
}

}  // namespace screens
