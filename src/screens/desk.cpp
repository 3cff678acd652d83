// A help desk: one large search, which always has the focus; beside its answers what is shown to the visitor,
// in their language. The controls stay in the volunteer's.
#include "screens/desk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "icons.h"
#include "screens/desk_page.h"
#include "screens/desk_start.h"
#include "screens/map_plan.h"
#include "screens/ways.h"
#include "text/capital.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/sign.h"

namespace screens {
namespace {

// From that width on, in points, the search is as large as on a desk.
constexpr float least_large = 600;

}  // namespace

DeskPage::DeskPage(ui::Frame& f, const View& view, Actions& actions)
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

void DeskPage::draw() {
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

std::string_view DeskPage::key(ui::KeyName name) const {
  const auto found = std::ranges::find(commands(), name, &Command::key);
  return in_browser_ ? found->browser : found->native;
}

void DeskPage::list_of_keys(int columns) {
  auto panel = f_.panel();
  auto list = f_.node(ui::Role::list, f_.text("shortcuts.title"));
  auto side_by_side = f_.columns(columns, 28, 0);
  const std::span<const Command> all = commands();
  for (std::size_t first = 0, last = 0; first < all.size(); first = last + 1) {
    const Command& one = all[first];
    for (last = first; last + 1 < all.size() && all[last + 1].said == one.said;) ++last;
    if (one.key == ui::KeyName::staff && !view_.signs_notices) continue;
    std::string called(key(one.key));
    if (last > first) {
      // "F1–F3", "Alt+1–3"
      const std::string_view end = key(all[last].key);
      called += "–";
      called += end.substr(end.find('+') + 1);
    }
    ui::key_row(f_, one.icon, {called, f_.with_capital(f_.text(one.said))});
  }
}

void DeskPage::field() {
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

void DeskPage::languages(float height) {
  static constexpr std::array keys{ui::KeyName::language_1, ui::KeyName::language_2, ui::KeyName::language_3};
  auto group = f_.node(ui::Role::radio_group, f_.text("desk.visitor_language"));
  const std::span<const std::string> all = view_.languages;
  auto columns = f_.columns(static_cast<int>(std::max<std::size_t>(1, all.size())), 10);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (ui::key_button(f_,
                       {.id = all[i],
                        .label = text::native_language_name(all[i]),
                        .language = all[i],
                        .key = i < keys.size() ? key(keys[i]) : std::string_view{},
                        .chosen = all[i] == visitor_language()},
                       height))
      speak(all[i]);
}

void DeskPage::buttons() {
  const bool any = !answer().empty();
  const std::string& screen =
      f_.text(view_.visitor_screen ? text::Key("desk.to_screen") : text::Key("desk.open_screen"));
  if (ui::key_button(f_,
                     {.id = "show",
                      .label = screen,
                      .key = view_.visitor_screen ? key(ui::KeyName::enter) : std::string_view{},
                      .icon = ui::icon::monitor,
                      .primary = true},
                     64))
    show(answer(), true);
  f_.gap(10);
  if (ui::key_button(f_,
                     {.id = "step-free",
                      .label = f_.text("desk.step_free"),
                      .key = key(ui::KeyName::step_free),
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
                        .key = key(ui::KeyName::code),
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
                        .key = key(ui::KeyName::print),
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

void DeskPage::star_button(const std::string& id, float height) {
  const bool starred = std::ranges::find(desk_.plan, id) != desk_.plan.end();
  if (ui::key_button(f_,
                     {.id = "star",
                      .label = f_.text("desk.star"),
                      .key = key(ui::KeyName::star),
                      .icon = starred ? ui::icon::check : ui::icon::star,
                      .toggled = starred},
                     height))
    turn_star();
}

void DeskPage::plan_button(float height) {
  const std::string label = f_.text("desk.plan", {{"count", static_cast<int>(desk_.plan.size())}});
  if (ui::key_button(f_,
                     {.id = "plan",
                      .label = label,
                      .key = key(ui::KeyName::plan),
                      .icon = ui::icon::list,
                      .toggled = desk_.shows_plan},
                     height))
    turn_plan();
}

void DeskPage::code_card(float side) {
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
        const ui::KeyHint hint{key(ui::KeyName::code), {}};
        ui::key_hints(f_, {&hint, 1});
      });
}

void DeskPage::answer_in(float width) {
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

void DeskPage::nothing_yet(float width) {
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
  list_of_keys(width > 620 * f_.setup().text_scale ? 2 : 1);
}

void DeskPage::foot() {
  const std::array<ui::KeyHint, 6> hints{{
      ui::KeyHint{key(ui::KeyName::up), f_.text("desk.key_choose")},
      ui::KeyHint{key(ui::KeyName::enter), f_.text("desk.key_show")},
      ui::KeyHint{key(ui::KeyName::escape), f_.text("desk.key_next")},
      ui::KeyHint{key(ui::KeyName::star), f_.text("desk.key_star")},
      ui::KeyHint{key(ui::KeyName::plan), f_.text("desk.key_plan")},
      ui::KeyHint{key(ui::KeyName::staff), f_.text("notice.key")},
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

void DeskPage::in_columns(const ui::Rect& window) {
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
    auto box = f_.box({window.right() - keys - margin, window.y + 14, keys, top - 14});
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

void DeskPage::in_one_column() {
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
