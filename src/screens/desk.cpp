// A help desk: one large search, which always has the focus; beside its answers what is shown to the visitor,
// in their language. The controls stay in the volunteer's.
#include "screens/desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "icons.h"
#include "screens/desk_start.h"
#include "screens/found.h"
#include "screens/map_plan.h"
#include "screens/ways.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using search::Group;

// How many answers of a kind are listed: whoever stands there waits.
constexpr std::size_t most_of_shelf = 6;
constexpr std::size_t most_answers = 14;
// From that width on, in points, the search is as large as on a desk.
constexpr float least_large = 600;

// An answer in the list.
struct Line {
  Found found;
  const search::Hit* hit = nullptr;
  bool begins_shelf = false;
};

class DeskPage {
 public:
  DeskPage(ui::Frame& f, const View& view, Actions& actions)
      : f_(f), view_(view), actions_(actions), desk_(view.drafts.of<Desk>()) {
    here_ = view.address.parameter("here");
    if (view.edition.room(here_) == nullptr) here_ = {};
    in_browser_ = f.setup().fields_drawn_by_platform;
    if (!std::exchange(desk_.begun, true)) {
      desk_.typed = view.address.parameter("q");
      const std::string_view language = view.address.parameter("for");
      if (std::ranges::find(view.languages, language) != view.languages.end()) desk_.language = language;
      desk_.step_free = view.address.parameter("step-free") == "1";
    }
  }

  void draw() {
    const ui::Size window = f_.setup().window;
    const float scale = f_.setup().text_scale;
    f_.title(f_.text("desk.title"));
    const ui::Insets& safe = f_.setup().safe_area;
    const float begin = f_.corner().y + safe.top;
    const float least = 1040 * scale;
    wide_ = window.width >= least && window.height >= 600;
    // What visitors read grows with the window: it stands further away then.
    large_ = wide_ ? std::clamp(std::min(window.width / 1560, window.height / 860), 1.F, 2.F) : 1;
    if (wide_)
      in_columns(
          {safe.left, begin, window.width - safe.left - safe.right, window.height - begin - safe.bottom});
    else
      in_one_column();
    for (const ui::KeyName key : ui::commands(f_)) carry_out(key);
    actions_.wake_by(next_minute(view_.now));
  }

 private:
  // ---- what is answered

  const std::string& visitor_language() const {
    return desk_.language.empty() ? view_.address.language : desk_.language;
  }

  // What was typed, as a list: the kind with the best answer first.
  void look_up() {
    lines_.clear();
    answers_ = nullptr;
    if (desk_.notice && !asks_where()) {
      if (desk_.notice->step != NoticeDraft::Step::what) desk_.chosen = 0;
      return;
    }
    if (desk_.typed.find_first_not_of(" \t") == std::string::npos) {
      if (!view_.search.prepare()) actions_.wake_by(view_.now);
      return;
    }
    answers_ = asks_where()
                   ? &view_.search.answers(desk_.typed, view_.address.language, view_.now, Group::place)
                   : &view_.search.answers(desk_.typed, view_.address.language, view_.now);
    std::vector<std::pair<Group, std::vector<const search::Hit*>>> shelves;
    std::size_t count = 0;
    for (const search::Hit& hit : answers_->hits) {
      if (count >= most_answers) break;
      const Group shelf = shelf_of(hit.group);
      auto found = std::ranges::find(shelves, shelf, [](const auto& one) { return one.first; });
      if (found == shelves.end()) found = shelves.insert(shelves.end(), {shelf, {}});
      if (found->second.size() >= most_of_shelf) continue;
      found->second.push_back(&hit);
      ++count;
    }
    for (auto& [group, hits] : shelves) {
      if (group == Group::place) nearest_first(hits);
      bool first = true;
      for (const search::Hit* hit : hits)
        if (Found found = screens::found(f_, view_, *hit); !found.title.empty()) {
          lines_.push_back({std::move(found), hit, first});
          first = false;
        }
    }
    if (desk_.chosen >= lines_.size()) desk_.chosen = lines_.empty() ? 0 : lines_.size() - 1;
  }

  // Of services whoever asks wants the nearest.
  void nearest_first(std::vector<const search::Hit*>& hits) const {
    const venue::Venue* venue = view_.edition.venue();
    if (venue == nullptr || here_.empty()) return;
    const venue::PlaceId here = venue->place_of_room(here_);
    if (here == venue::no_place) return;
    const model::Room* best = view_.edition.room(hits.front()->id);
    // Halls are asked for by their names.
    if (best == nullptr || (best->kind != model::RoomKind::service && best->kind != model::RoomKind::food))
      return;
    const auto end = std::ranges::find_if(hits, [&](const search::Hit* hit) {
      const model::Room* room = view_.edition.room(hit->id);
      return room == nullptr || room->kind != best->kind || hit->score < hits.front()->score * 0.5F;
    });
    const auto cost = [&](const search::Hit* hit) {
      const venue::PlaceId there = venue->place_of_room(hit->id);
      if (there == venue::no_place) return std::numeric_limits<std::uint64_t>::max();
      const auto& way = view_.edition.way({.from = here, .to = there, .step_free = desk_.step_free});
      return way ? way->cost_cm : std::numeric_limits<std::uint64_t>::max();
    };
    std::stable_sort(hits.begin(), end,
                     [&](const search::Hit* a, const search::Hit* b) { return cost(a) < cost(b); });
  }

  bool asks_where() const {
    return desk_.notice && desk_.notice->step == NoticeDraft::Step::detail &&
           desk_.notice->state == model::NoticeState::moved;
  }

  Answer answer() const {
    if (desk_.notice) return {};
    Answer answer{
        .of = {}, .plan = {}, .from = std::string(here_), .step_free = desk_.step_free, .code = desk_.code};
    if (desk_.shows_plan)
      answer.plan = desk_.plan;
    else if (!lines_.empty())
      answer.of = lines_[desk_.chosen].found.href.substr(view_.address.language.size() + 2);
    return answer;
  }

  // The session that is the answer; empty when it is something else.
  std::string session() const {
    const bool is_one = !desk_.notice && !desk_.shows_plan && !lines_.empty() &&
                        lines_[desk_.chosen].hit->group == Group::session;
    return is_one ? std::string(lines_[desk_.chosen].hit->id) : std::string{};
  }

  // ---- what keys and presses do

  void changed() {
    f_.draw_again();
    desk_.to_focus = true;
  }

  void show(const Answer& answer, bool open) {
    desk_.shown = answer;
    actions_.ask(ShowToVisitor{shown_path(view_, visitor_language(), answer), open});
    changed();
  }

  // What is on the visitor's screen goes along.
  void show_anew(bool other_answer) {
    if (!desk_.shown.empty()) show(other_answer ? answer() : desk_.shown, false);
  }

  void speak(const std::string& language) {
    desk_.language = language;
    show_anew(false);
    changed();
  }

  void turn_step_free() {
    desk_.step_free = !desk_.step_free;
    desk_.shown.step_free = desk_.step_free;
    show_anew(false);
    changed();
  }

  void turn_code() {
    if (answer().empty() || view_.site.empty()) return;
    desk_.code = !desk_.code;
    if (view_.visitor_screen) show(answer(), false);
    changed();
  }

  void turn_star() {
    const std::string id = session();
    if (id.empty()) return;
    if (std::erase(desk_.plan, id) == 0) desk_.plan.push_back(id);
    changed();
  }

  void turn_plan() {
    if (desk_.plan.empty()) return;
    desk_.shows_plan = !desk_.shows_plan;
    changed();
  }

  void print() {
    if (!answer().empty()) actions_.ask(PrintPage{shown_path(view_, visitor_language(), answer())});
  }

  std::size_t choices() const {
    return desk_.notice && desk_.notice->step == NoticeDraft::Step::what ? notice_states(*desk_.notice).size()
                                                                         : lines_.size();
  }

  void choose(std::size_t line) {
    desk_.chosen = line;
    desk_.shows_plan = desk_.code = false;
    changed();
  }

  void next_visitor() {
    actions_.ask(ShowToVisitor{shown_path(view_, view_.address.language, {}), false});
    actions_.ask(NextVisitor{});
  }

  // ---- what all visitors are told

  // About the session or the room that is the answer.
  void begin_notice() {
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

  void end_notice() {
    desk_.typed = desk_.notice->asked;
    desk_.notice.reset();
    desk_.chosen = 0;
    changed();
  }

  void go_on_with_notice() {
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

  std::string notice_question() {
    switch (desk_.notice->step) {
      case NoticeDraft::Step::what: return f_.text("notice.what");
      case NoticeDraft::Step::detail:
        return asks_where() ? f_.text("notice.to_where") : f_.text("notice.how_late");
      case NoticeDraft::Step::confirm: break;
    }
    return f_.text("notice.confirm", {{"word", f_.text("notice.confirm_word")}});
  }

  void notice_choices() {
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

  void notice_answer() {
    ui::heading(f_, 1, f_.text("notice.heading"));
    f_.gap(12);
    if (desk_.notice->step == NoticeDraft::Step::confirm) {
      notice_preview(f_, view_, notice_of(view_, *desk_.notice));
      ui::status(f_, notice_question());
      f_.gap(6);
    }
    ui::paragraph(f_, f_.text("notice.confirm_text"), ui::TextLook::secondary);
  }

  void escape() {
    if (desk_.notice) return end_notice();
    if (std::exchange(desk_.escaped, true)) return next_visitor();
    desk_.code = desk_.shows_plan = false;
    changed();
  }

  void carry_out(ui::KeyName key) {
    using enum ui::KeyName;
    if (key != escape) desk_.escaped = false;
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
      case ui::KeyName::escape: this->escape(); break;
      case step_free: turn_step_free(); break;
      case code: turn_code(); break;
      case ui::KeyName::print: this->print(); break;
      case star: turn_star(); break;
      case plan: turn_plan(); break;
      case staff: begin_notice(); break;
      default: break;
    }
    f_.draw_again();
  }

  // ---- how it looks

  // What the key is called here: browsers have F1 and Ctrl+Q for themselves.
  std::string_view key(std::string_view native, std::string_view browser) const {
    return in_browser_ ? browser : native;
  }

  void field() {
    if (ui::text_field(f_,
                       {.key = "desk",
                        .label = desk_.notice ? notice_question() : f_.text("desk.search"),
                        .hint = desk_.notice ? notice_question() : f_.text("desk.hint"),
                        .search = true,
                        .large = f_.setup().window.width >= least_large * f_.setup().text_scale,
                        .commands = true,
                        .takes_focus = std::exchange(desk_.to_focus, false)},
                       desk_.typed)) {
      desk_.chosen = 0;
      desk_.shows_plan = desk_.code = desk_.escaped = false;
      f_.draw_again();
    }
    look_up();
  }

  void languages(float height) {
    static constexpr std::array<std::pair<const char*, const char*>, 3> keys{
        {{"F1", "Alt+1"}, {"F2", "Alt+2"}, {"F3", "Alt+3"}}};
    auto group = f_.node(ui::Role::radio_group, f_.text("desk.visitor_language"));
    const std::span<const std::string> all = view_.languages;
    auto columns = f_.columns(static_cast<int>(std::max<std::size_t>(1, all.size())), 10);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (ui::key_button(f_,
                         {.id = all[i],
                          .label = text::native_language_name(all[i]),
                          .language = all[i],
                          .key = i < keys.size() ? key(keys[i].first, keys[i].second) : std::string_view{},
                          .chosen = all[i] == visitor_language()},
                         height))
        speak(all[i]);
  }

  std::string count_said() const {
    return f_.text("desk.answers", {{"count", static_cast<int>(answers_->hits.size())}});
  }

  void list() {
    if (desk_.notice && desk_.notice->step == NoticeDraft::Step::what) return notice_choices();
    if (lines_.empty() && answers_ == nullptr && !desk_.notice) return start_list();
    if (lines_.empty()) {
      f_.gap(18);
      auto margins = f_.margins(20);
      if (desk_.notice) return ui::paragraph(f_, notice_question(), ui::TextLook::secondary_bold);
      ui::status(f_, f_.text("agenda.none"));
      f_.gap(6);
      return ui::paragraph(f_, f_.text("search.none_text"), ui::TextLook::secondary);
    }
    f_.gap(10);
    {
      auto margins = f_.margins(20);
      ui::status(f_, count_said());
    }
    auto group = f_.node(ui::Role::radio_group, f_.text("desk.found"));
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (line.begins_shelf) {
        f_.gap(12);
        auto margins = f_.margins(20);
        ui::paragraph(f_, shelf_name(f_, shelf_of(line.hit->group)), ui::TextLook::secondary_bold);
        f_.gap(4);
      }
      std::vector<ui::Mark> marks;
      for (const search::Range& range : answers_->marks(line.found.title))
        marks.push_back({range.begin, range.end});
      if (ui::answer_row(f_, {.icon = line.found.icon,
                              .key = line.found.href,
                              .title = line.found.title,
                              .second = second_of(line),
                              .marks = marks,
                              .chosen = i == desk_.chosen && !desk_.shows_plan}))
        choose(i);
    }
  }

  // Nobody has asked anything yet.
  void start_list() {
    f_.gap(18);
    ask(desk_now(f_, view_));
    auto margins = f_.margins(20);
    ui::paragraph(f_, f_.text("desk.start"), ui::TextLook::secondary);
    f_.gap(14);
    ui::chip(f_, f_.text("nav.back"), view_.link(Page::settings), false);
    f_.gap(14);
  }

  // As if it had been typed.
  void ask(std::string text) {
    if (text.empty()) return;
    desk_.typed = std::move(text);
    desk_.chosen = 0;
    changed();
  }

  // Where a session is belongs to its line: often that is all that is asked.
  std::string second_of(const Line& line) {
    if (line.hit->group != Group::session) return line.found.second;
    const model::Session* session = view_.edition.session(line.hit->id);
    if (session == nullptr) return line.found.second;
    return when_and_where(f_, session_time(f_, view_, *session, WithDay::near),
                          room_and_level(f_, view_, session->room, false));
  }

  void buttons() {
    const bool any = !answer().empty();
    const std::string& screen =
        f_.text(view_.visitor_screen ? text::Key("desk.to_screen") : text::Key("desk.open_screen"));
    if (ui::key_button(f_,
                       {.id = "show",
                        .label = screen,
                        .key = view_.visitor_screen ? std::string_view("Enter") : std::string_view{},
                        .icon = ui::icon::monitor,
                        .primary = true},
                       64))
      show(answer(), true);
    f_.gap(10);
    if (ui::key_button(f_,
                       {.id = "step-free",
                        .label = f_.text("desk.step_free"),
                        .key = key("F4", "Alt+4"),
                        .icon = ui::icon::accessibility,
                        .toggled = desk_.step_free},
                       56))
      turn_step_free();
    if (!any) return;
    f_.gap(10);
    // Where there is no room for it beside the answer.
    if (!wide_ && !view_.site.empty()) {
      if (ui::key_button(f_,
                         {.id = "code",
                          .label = f_.text("desk.code"),
                          .key = key("Ctrl+Q", "Alt+Q"),
                          .icon = ui::icon::qr_code,
                          .toggled = desk_.code},
                         56))
        turn_code();
      f_.gap(10);
    }
    const std::string id = session();
    const bool with_plan = !desk_.plan.empty();
    const bool alone = id.empty() && !with_plan;
    {
      auto columns = f_.columns(alone ? 1 : 2, 10);
      const float height = alone ? 56 : 72;
      if (ui::key_button(f_,
                         {.id = "print",
                          .label = f_.text("desk.print"),
                          .key = key("Ctrl+P", "Alt+P"),
                          .icon = ui::icon::printer},
                         height))
        print();
      if (!id.empty()) star_button(id, height);
      if (id.empty() && with_plan) plan_button(height);
    }
    if (id.empty() || !with_plan) return;
    f_.gap(10);
    plan_button(56);
  }

  void star_button(const std::string& id, float height) {
    const bool starred = std::ranges::find(desk_.plan, id) != desk_.plan.end();
    if (ui::key_button(f_,
                       {.id = "star",
                        .label = f_.text("desk.star"),
                        .key = key("Ctrl+S", "Alt+S"),
                        .icon = starred ? ui::icon::check : ui::icon::star,
                        .toggled = starred},
                       height))
      turn_star();
  }

  void plan_button(float height) {
    const std::string label = f_.text("desk.plan", {{"count", static_cast<int>(desk_.plan.size())}});
    if (ui::key_button(f_,
                       {.id = "plan",
                        .label = label,
                        .key = key("Ctrl+M", "Alt+M"),
                        .icon = ui::icon::list,
                        .toggled = desk_.shows_plan},
                       height))
      turn_plan();
  }

  void code_card(float side) {
    if (view_.site.empty()) {
      ui::paragraph(f_, f_.text("desk.no_site"), ui::TextLook::secondary);
      return;
    }
    const Answer shown = answer();
    Address address;
    const View theirs = view_for(view_, visitor_language(), shown, address);
    auto card = f_.panel();
    f_.beside(
        side, 14, [&] { answer_code(f_, theirs, shown, side); },
        [&] {
          ui::paragraph(f_, f_.text("desk.code"), ui::TextLook::secondary_bold);
          f_.gap(6);
          const ui::KeyHint hint{key("Ctrl+Q", "Alt+Q"), {}};
          ui::key_hints(f_, {&hint, 1});
        });
  }

  // The answer in the visitor's language. `pictures`: the plan stands below it.
  void answer_in(float width) {
    if (desk_.notice) return notice_answer();
    const Answer shown = answer();
    if (shown.empty()) return nothing_yet(width);
    Address address;
    const View theirs = view_for(view_, visitor_language(), shown, address);
    const text::Words* words = view_.edition.words(visitor_language());
    if (words == nullptr) return;
    auto said = f_.said_in(*words);
    const bool roomy = width > 700;
    answer_head(f_, theirs, shown, (roomy ? 36 : 28) * large_, (roomy ? 24 : 20) * large_, 1);
    f_.gap(14 * large_);
    if (shown.code) {
      answer_code(f_, theirs, shown, std::min(width, f_.setup().window.height * 0.6F));
      f_.gap(14);
      return;
    }
    answer_body(f_, theirs, shown, 20 * large_);
    const model::Room* room = room_of(theirs, shown);
    const auto way = [&] { answer_way(f_, theirs, shown, 17 * large_); };
    if (room == nullptr) return way();
    const float window = f_.setup().window.height;
    // Side by side where both have room.
    if (width > 880 && shows_way(theirs, shown)) {
      const float gap = 28;
      f_.beside(
          std::round(width * 0.55F), gap, [&] { plan_of_answer(f_, theirs, *room, window * 0.5F); }, way);
      return;
    }
    plan_of_answer(f_, theirs, *room, std::max(170.F, window * (shows_way(theirs, shown) ? 0.29F : 0.5F)));
    f_.gap(10);
    way();
  }

  void nothing_yet(float width) {
    ui::heading(f_, 1, f_.text("desk.title"));
    f_.gap(8);
    if (here_.empty())
      desk_places(f_, view_);
    else
      ui::paragraph(f_, room_and_level(f_, view_, here_, true), ui::TextLook::secondary);
    f_.gap(20);
    ask(desk_examples(f_, view_));
    f_.gap(24);
    ui::section(f_, 2, f_.text("shortcuts.title"));
    f_.gap(8);
    desk_keys(f_, view_, in_browser_, width > 620 * f_.setup().text_scale ? 2 : 1);
  }

  void foot() {
    const std::array<ui::KeyHint, 6> hints{{
        ui::KeyHint{"↑↓", f_.text("desk.key_choose")},
        ui::KeyHint{"Enter", f_.text("desk.key_show")},
        ui::KeyHint{"Esc Esc", f_.text("desk.key_next")},
        ui::KeyHint{key("Ctrl+S", "Alt+S"), f_.text("desk.key_star")},
        ui::KeyHint{key("Ctrl+M", "Alt+M"), f_.text("desk.key_plan")},
        ui::KeyHint{key("Ctrl+N", "Alt+N"), f_.text("notice.key")},
    }};
    const std::string state = view_.at_desk_warned ? f_.text("desk.forgets_soon")
                              : desk_.escaped      ? f_.text("desk.escaped")
                                                   : std::string{};
    if (!state.empty()) return ui::status(f_, state);
    const std::string time = f_.words().time(view_.now);
    const std::string right =
        (here_.empty() ? std::string{} : view_.in(view_.edition.room(here_)->name) + " · ") + time;
    ui::key_hints(f_, std::span(hints).first(view_.signs_notices ? hints.size() : hints.size() - 1), right);
  }

  void in_columns(const ui::Rect& window) {
    const float scale = f_.setup().text_scale;
    const float margin = 20;
    const float top = std::max(112.F, 80 * scale + 32);
    const float foot_height = 40 + 20 * (scale - 1) * 2;
    const float keys = std::min(486 * scale, window.width * 0.4F);
    ui::surface(f_, {window.x, window.y, window.width, top}, true);
    {
      auto box = f_.box({window.x + margin, window.y + 16, window.width - keys - 3 * margin, top - 16});
      field();
    }
    {
      const float label = f_.style().type.secondary.line_height_px * scale;
      auto box = f_.box({window.right() - keys - margin, window.y + 10, keys, top - 10});
      ui::paragraph(f_, f_.text("desk.visitor_language"), ui::TextLook::secondary);
      f_.gap(2);
      languages(std::max(56.F, top - 32 - label));
    }
    const float list_width = std::min(474 * scale * std::sqrt(large_), window.width * 0.38F);
    const ui::Rect left{window.x, window.y + top, list_width, window.height - top - foot_height};
    ui::surface(f_, left, false);
    {
      auto region = f_.node_at(ui::Role::region, left, 0, f_.text("desk.found"));
      auto scroll = f_.scrolling("desk-answers", left);
      list();
    }
    ui::edge(f_, {left.right() - 1, left.y, 1, left.height});
    const float side = std::min(300 * scale * std::sqrt(large_), window.width * 0.24F);
    const ui::Rect right{window.right() - side - margin, left.y, side + margin, left.height};
    // A little before the controls, so that its scroll mark does not touch them.
    const ui::Rect middle{left.right(), left.y, right.x - 10 - left.right(), left.height};
    {
      auto region = f_.node_at(ui::Role::region, middle, 0, f_.text("desk.answer"));
      auto scroll = f_.scrolling("desk-answer", middle);
      auto margins = f_.margins(28);
      f_.gap(22);
      answer_in(middle.width - 56);
      f_.gap(20);
    }
    {
      auto region = f_.node_at(ui::Role::region, right, 0, f_.text("desk.actions"));
      auto scroll = f_.scrolling("desk-actions", right);
      auto margins = f_.margins(0, side);
      f_.gap(22);
      if (!answer().empty()) {
        code_card(std::min(150 * large_, (side - 28) * 0.52F));
        f_.gap(14);
      }
      buttons();
      f_.gap(16);
    }
    const ui::Rect bottom{window.x, left.bottom(), window.width, foot_height};
    ui::surface(f_, bottom, false);
    ui::edge(f_, {bottom.x, bottom.y, bottom.width, 1});
    auto box = f_.box({bottom.x + margin, bottom.y + 8, bottom.width - 2 * margin, bottom.height - 8});
    foot();
  }

  // On a tablet or a phone: one below the other.
  void in_one_column() {
    auto margins = f_.margins(16);
    f_.gap(12 + f_.setup().safe_area.top);
    field();
    f_.gap(8);
    languages(66);
    f_.gap(12);
    answer_in(f_.width());
    f_.gap(12);
    buttons();
    f_.gap(12);
    list();
    f_.gap(12);
    foot();
    f_.gap(24 + f_.setup().safe_area.bottom);
  }

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  Desk& desk_;
  std::string_view here_;  // id of the room where the desk is; empty where nobody has said
  bool in_browser_ = false;
  bool wide_ = false;
  float large_ = 1;  // how much larger the answer is than in a window of usual size
  const search::Answers* answers_ = nullptr;
  std::vector<Line> lines_;
};

}  // namespace

void desk_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.desk", {{"event", view.in(view.event.name)}}));
  if (view.static_rendering || view.for_paper) {
    auto margins = f.margins(f.style().measure.margin, f.style().measure.reading_width);
    f.gap(24);
    ui::heading(f, 1, f.text("desk.title"));
    f.gap(10);
    ui::paragraph(f, f.text("desk.without"));
    f.gap(10);
    auto panel = f.panel();
    auto list = f.list();
    return page_row(f, view, Page::search);
  }
  DeskPage(f, view, actions).draw();
}

}  // namespace screens
