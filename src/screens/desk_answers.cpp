// What a help desk is asked: the answers, best first, as a list.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

#include "screens/desk_page.h"
#include "screens/desk_start.h"
#include "ui/widgets/chips.h"

namespace screens {
namespace {

// How many answers of a kind are listed: whoever stands there waits.
constexpr std::size_t most_of_shelf = 6;
constexpr std::size_t most_answers = 14;
}  // namespace

const std::string& DeskPage::visitor_language() const {
  return desk_.language.empty() ? view_.address.language : desk_.language;
}

void DeskPage::look_up() {
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
                 ? &view_.search.answers(desk_.typed, view_.address.language, view_.now, search::Group::place)
                 : &view_.search.answers(desk_.typed, view_.address.language, view_.now);
  std::vector<std::pair<search::Group, std::vector<const search::Hit*>>> shelves;
  std::size_t count = 0;
  for (const search::Hit& hit : answers_->hits) {
    if (count >= most_answers) break;
    const search::Group shelf = shelf_of(hit.group);
    auto found = std::ranges::find(shelves, shelf, [](const auto& one) { return one.first; });
    if (found == shelves.end()) found = shelves.insert(shelves.end(), {shelf, {}});
    if (found->second.size() >= most_of_shelf) continue;
    found->second.push_back(&hit);
    ++count;
  }
  for (auto& [group, hits] : shelves) {
    if (group == search::Group::place) nearest_first(hits);
    bool first = true;
    for (const search::Hit* hit : hits)
      if (Found found = screens::found(f_, view_, *hit); !found.title.empty()) {
        lines_.push_back({std::move(found), hit, first});
        first = false;
      }
  }
  if (desk_.chosen >= lines_.size()) desk_.chosen = lines_.empty() ? 0 : lines_.size() - 1;
}

void DeskPage::nearest_first(std::vector<const search::Hit*>& hits) const {
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

bool DeskPage::asks_where() const {
  return desk_.notice && desk_.notice->step == NoticeDraft::Step::detail &&
         desk_.notice->state == model::NoticeState::moved;
}

Answer DeskPage::answer() const {
  if (desk_.notice) return {};
  Answer answer{
      .of = {}, .plan = {}, .from = std::string(here_), .step_free = desk_.step_free, .code = desk_.code};
  if (desk_.shows_plan)
    answer.plan = desk_.plan;
  else if (!lines_.empty())
    answer.of = lines_[desk_.chosen].found.href.substr(view_.address.language.size() + 2);
  return answer;
}

std::string DeskPage::session() const {
  const bool is_one = !desk_.notice && !desk_.shows_plan && !lines_.empty() &&
                      lines_[desk_.chosen].hit->group == search::Group::session;
  return is_one ? std::string(lines_[desk_.chosen].hit->id) : std::string{};
}

std::string DeskPage::count_said() const {
  return f_.text("desk.answers", {{"count", static_cast<int>(answers_->hits.size())}});
}

void DeskPage::list() {
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

void DeskPage::start_list() {
  f_.gap(18);
  ask(desk_now(f_, view_));
  auto margins = f_.margins(20);
  ui::paragraph(f_, f_.text("desk.start"), ui::TextLook::secondary);
  f_.gap(14);
  ui::chip(f_, f_.text("nav.back"), view_.link(Page::settings), false);
  f_.gap(14);
}

void DeskPage::ask(std::string text) {
  if (text.empty()) return;
  desk_.typed = std::move(text);
  desk_.chosen = 0;
  changed();
}

std::string DeskPage::second_of(const Line& line) {
  if (line.hit->group != search::Group::session) return line.found.second;
  const model::Session* session = view_.edition.session(line.hit->id);
  if (session == nullptr) return line.found.second;
  return when_and_where(f_, session_time(f_, view_, *session, WithDay::near),
                        room_and_level(f_, view_, session->room, false));
}

}  // namespace screens
