// What keys and presses do at a help desk: the answer goes to the visitor's screen, and, where the desk has a
// key to sign with, a notice to all visitors.
#include <algorithm>
#include <utility>

#include "icons.h"
#include "screens/desk_page.h"

namespace screens {

void DeskPage::changed() {
  f_.draw_again();
  desk_.to_focus = true;
}

void DeskPage::show(const Answer& answer, bool open) {
  desk_.shown = answer;
  actions_.ask(ShowToVisitor{shown_path(view_, visitor_language(), answer), open});
  changed();
}

void DeskPage::show_anew() {
  if (!desk_.shown.empty()) show(desk_.shown, false);
}

void DeskPage::speak(const std::string& language) {
  desk_.language = language;
  show_anew();
  changed();
}

void DeskPage::turn_step_free() {
  desk_.step_free = !desk_.step_free;
  desk_.shown.step_free = desk_.step_free;
  show_anew();
  changed();
}

void DeskPage::turn_code() {
  if (answer().empty() || view_.site.empty()) return;
  desk_.code = !desk_.code;
  if (view_.visitor_screen) show(answer(), false);
  changed();
}

void DeskPage::turn_star() {
  const std::string id = session();
  if (id.empty()) return;
  if (std::erase(desk_.plan, id) == 0) desk_.plan.push_back(id);
  changed();
}

void DeskPage::turn_plan() {
  if (desk_.plan.empty()) return;
  desk_.shows_plan = !desk_.shows_plan;
  changed();
}

void DeskPage::print() {
  if (!answer().empty()) actions_.ask(PrintPage{shown_path(view_, visitor_language(), answer())});
}

std::size_t DeskPage::choices() const {
  return desk_.notice && desk_.notice->step == NoticeDraft::Step::what ? notice_states(*desk_.notice).size()
                                                                       : lines_.size();
}

void DeskPage::choose(std::size_t line) {
  desk_.chosen = line;
  desk_.shows_plan = desk_.code = false;
  changed();
}

void DeskPage::next_visitor() {
  actions_.ask(ShowToVisitor{shown_path(view_, view_.address.language, {}), false});
  actions_.ask(NextVisitor{});
}

void DeskPage::begin_notice() {
  const Answer about = answer();
  const model::Room* room = room_of(view_, about);
  if (!view_.signs_notices || desk_.notice || (session().empty() && room == nullptr)) return;
  NoticeDraft draft;
  draft.session = session();
  if (draft.session.empty()) draft.room = room->id;
  draft.asked = std::exchange(desk_.typed, {});
  desk_.notice = std::move(draft);
  desk_.chosen = 0;
  desk_.shows_plan = desk_.code = false;
  changed();
}

void DeskPage::end_notice() {
  desk_.typed = desk_.notice->asked;
  desk_.notice.reset();
  desk_.chosen = 0;
  changed();
}

void DeskPage::go_on_with_notice() {
  using enum NoticeDraft::Step;
  NoticeDraft& draft = *desk_.notice;
  switch (draft.step) {
    case what:
      draft.state = notice_states(draft)[std::min(desk_.chosen, notice_states(draft).size() - 1)];
      draft.step = needs_detail(draft.state) ? detail : confirm;
      break;
    case detail:
      if (asks_where()) {
        if (lines_.empty()) return;
        draft.to_room = lines_[desk_.chosen].hit->id;
      } else if (!take_minutes(draft, desk_.typed)) {
        return;
      }
      draft.step = confirm;
      break;
    case confirm:
      if (!is_confirmed(f_, desk_.typed)) return;
      actions_.ask(HandOutNotice{notice_of(view_, draft)});
      return end_notice();
  }
  desk_.typed.clear();
  desk_.chosen = 0;
  changed();
}

std::string DeskPage::notice_question() {
  switch (desk_.notice->step) {
    case NoticeDraft::Step::what: return f_.text("notice.what");
    case NoticeDraft::Step::detail:
      return asks_where() ? f_.text("notice.to_where") : f_.text("notice.how_late");
    case NoticeDraft::Step::confirm: break;
  }
  return f_.text("notice.confirm", {{"word", f_.text("notice.confirm_word")}});
}

void DeskPage::notice_choices() {
  auto group = f_.node(ui::Role::radio_group, f_.text("notice.what"));
  const std::span<const model::NoticeState> states = notice_states(*desk_.notice);
  for (std::size_t i = 0; i < states.size(); ++i) {
    const std::string& name = f_.text(notice_state_name(states[i]));
    if (ui::answer_row(
            f_,
            {.icon = ui::icon::triangle_alert, .key = name, .title = name, .chosen = i == desk_.chosen})) {
      desk_.chosen = i;
      changed();
    }
  }
}

void DeskPage::notice_answer() {
  ui::heading(f_, 1, f_.text("notice.heading"));
  f_.gap(12);
  if (desk_.notice->step == NoticeDraft::Step::confirm) {
    notice_preview(f_, view_, notice_of(view_, *desk_.notice));
    ui::status(f_, notice_question());
    f_.gap(6);
  }
  ui::paragraph(f_, f_.text("notice.confirm_text"), ui::TextLook::secondary);
}

void DeskPage::escape() {
  if (desk_.notice) return end_notice();
  if (std::exchange(desk_.escaped, true)) return next_visitor();
  desk_.code = desk_.shows_plan = false;
  changed();
}

std::span<const DeskPage::Command> DeskPage::commands() {
  using enum ui::KeyName;
  // In the order in which they are listed; the last one is for desks that have a key to sign with.
  static constexpr Command all[] = {
      {language_1, "F1", "Alt+1", ui::icon::languages, "desk.visitor_language"},
      {language_2, "F2", "Alt+2", ui::icon::languages, "desk.visitor_language"},
      {language_3, "F3", "Alt+3", ui::icon::languages, "desk.visitor_language"},
      {up, "↑↓", "↑↓", ui::icon::list, "desk.key_choose"},
      {enter, "Enter", "Enter", ui::icon::monitor, "desk.to_screen"},
      {step_free, "F4", "Alt+4", ui::icon::accessibility, "desk.step_free", &DeskPage::turn_step_free},
      {code, "Ctrl+Q", "Alt+Q", ui::icon::qr_code, "desk.code", &DeskPage::turn_code},
      {ui::KeyName::print, "Ctrl+P", "Alt+P", ui::icon::printer, "desk.print", &DeskPage::print},
      {star, "Ctrl+S", "Alt+S", ui::icon::star, "desk.star", &DeskPage::turn_star},
      {plan, "Ctrl+M", "Alt+M", ui::icon::calendar, "desk.your_plan", &DeskPage::turn_plan},
      {ui::KeyName::escape, "Esc Esc", "Esc Esc", ui::icon::users, "desk.key_next", &DeskPage::escape},
      {staff, "Ctrl+N", "Alt+N", ui::icon::triangle_alert, "notice.heading", &DeskPage::begin_notice}};
  return all;
}

void DeskPage::carry_out(ui::KeyName key) {
  using enum ui::KeyName;
  if (key != ui::KeyName::escape) desk_.escaped = false;
  const std::span<const std::string> languages = view_.languages;
  switch (key) {
    case up:
      if (desk_.chosen > 0) choose(desk_.chosen - 1);
      break;
    case down:
      if (desk_.chosen + 1 < choices()) choose(desk_.chosen + 1);
      break;
    case page_up: choose(0); break;
    case page_down: choose(lines_.empty() ? 0 : lines_.size() - 1); break;
    case enter:
      if (desk_.notice)
        go_on_with_notice();
      else if (!answer().empty())
        show(answer(), false);
      break;
    case language_1:
    case language_2:
    case language_3: {
      const auto number = static_cast<std::size_t>(key) - static_cast<std::size_t>(language_1);
      if (number < languages.size()) speak(languages[number]);
      break;
    }
    default:
      if (const auto found = std::ranges::find(commands(), key, &Command::key);
          found != commands().end() && found->does != nullptr)
        (this->*found->does)();
  }
  f_.draw_again();
}

}  // namespace screens
