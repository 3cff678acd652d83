#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "icons.h"
#include "screens/found.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using search::Group;

// How many of a kind are shown; whoever wants more knows more of it.
constexpr std::size_t most_best = 3;
constexpr std::size_t most_of_group = 20;

void rows(ui::Frame& f, const View& view, const search::Answers& answers,
          std::span<const search::Hit* const> hits) {
  auto panel = f.panel();
  std::vector<std::pair<const search::Hit*, Found>> all;
  for (const search::Hit* hit : hits)
    if (Found row = found(f, view, *hit); !row.title.empty()) all.emplace_back(hit, std::move(row));
  const auto find = [&](std::string_view link) {
    return row_where(all, [&](const auto& entry) { return entry.second.href == link; });
  };
  f.rows(
      {.count = all.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t index) {
        const auto& [hit, row] = all[index];
        std::vector<ui::Mark> marks;
        for (const search::Range& range : answers.marks(row.title)) marks.push_back({range.begin, range.end});
        const Passage& passage = view.search.passage(*hit, row.title);
        std::vector<ui::Mark> passage_marks;
        for (const search::Range& range : passage.marks) passage_marks.push_back({range.begin, range.end});
        ui::row(f, row.icon, row.title, row.second, row.href, marks, {passage.text, passage_marks});
      });
}

// What one can ask, to press.
void examples(ui::Frame& f, const View& view) {
  f.gap(18);
  auto group = f.node(ui::Role::group, f.text("search.examples_label"));
  auto line = f.flow(8, 0);
  for (const std::string_view example : search_examples(f, view))
    ui::chip(f, example, view.link(Page::search) + "?q=" + query_encoded(example), false);
}

// The agenda of the day that was asked for.
bool has_agenda(const View& view, const search::Moment& moment) {
  return moment.day &&
         std::ranges::find(view.event.days, *moment.day, &model::Day::date) != view.event.days.end();
}
void day_link(ui::Frame& f, const View& view, const search::Moment& moment) {
  if (!has_agenda(view, moment)) return;
  auto item = f.list_item();
  ui::row(f, ui::icon::calendar,
          f.text("search.whole_day", {{"day", f.words().weekday_day_month(*moment.day)}}), {},
          view.link(Page::agenda) + "?day=" + iso_date(*moment.day));
}

// The best of all first, then the rest kind by kind, the kind with the best answer first.
void show(ui::Frame& f, const View& view, const search::Answers& answers) {
  std::vector<const search::Hit*> best;
  std::vector<std::pair<Group, std::vector<const search::Hit*>>> shelves;
  std::size_t left_out = 0;
  for (const search::Hit& hit : answers.hits) {
    if (best.size() < most_best) {
      best.push_back(&hit);
      continue;
    }
    const Group shelf = shelf_of(hit.group);
    auto found = std::ranges::find(shelves, shelf, [](const auto& one) { return one.first; });
    if (found == shelves.end()) found = shelves.insert(shelves.end(), {shelf, {}});
    if (found->second.size() < most_of_group)
      found->second.push_back(&hit);
    else
      ++left_out;
  }
  // Guesses are no matches, as the line above them says.
  if (!answers.guessed) {
    ui::section(f, 2, f.text("search.best"));
    f.gap(8);
  }
  rows(f, view, answers, best);
  for (const auto& [group, hits] : shelves) {
    f.gap(18);
    ui::section(f, 2, shelf_name(f, group));
    f.gap(8);
    rows(f, view, answers, hits);
  }
  if (left_out > 0) {
    f.gap(12);
    ui::paragraph(f, f.text("search.more", {{"count", static_cast<int>(left_out)}}), ui::TextLook::secondary);
  }
  if (!has_agenda(view, answers.moment)) return;
  f.gap(12);
  auto panel = f.panel();
  auto list = f.list();
  day_link(f, view, answers.moment);
}

// Everything there is, for where nobody can answer a question.
void everything(ui::Frame& f, const View& view) {
  ui::paragraph(f, f.text("page.search_without"), ui::TextLook::secondary);
  f.gap(14);
  const auto part = [&](const std::string& heading, Page page, const auto& things, auto title) {
    if (things.empty()) return;
    ui::section(f, 2, heading);
    f.gap(8);
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const auto& thing : things) {
        auto item = f.list_item();
        ui::row(f, page_entry(page).icon, title(thing), {}, view.link(page, thing.id));
      }
    }
    f.gap(18);
  };
  part(f.text("agenda.title"), Page::session, view.event.sessions,
       [&](const auto& one) -> std::string_view { return view.in(one.title); });
  part(f.text("search.places"), Page::place, view.event.rooms,
       [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("partners.title"), Page::partner, view.event.partners,
       [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("people.title"), Page::person, view.event.persons,
       [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("themes.title"), Page::theme, view.event.themes,
       [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("news.title"), Page::story, view.event.stories,
       [&](const auto& one) -> std::string_view { return view.in(one.title); });
}

// Nothing was found: where people find out.
void way_out(ui::Frame& f, const View& view, const search::Moment& moment) {
  const std::string dates = f.words().date_range(view.event.first_day, view.event.last_day);
  ui::empty(f, ui::icon::search, f.text("agenda.none"),
            moment.empty() ? f.text("search.none_text") : f.text("search.none_then", {{"dates", dates}}));
  f.gap(14);
  auto panel = f.panel();
  auto list = f.list();
  day_link(f, view, moment);
  for (const Page page : {Page::agenda, Page::map, Page::info}) page_row(f, view, page);
}

}  // namespace

// What is typed stands in the address.
void search_screen(ui::Frame& f, const View& view, Actions& actions) {
  std::string typed(view.address.parameter("q"));
  f.description(f.text("describe.search", {{"event", view.in(view.event.name)}}));
  if (ui::text_field(
          f,
          {.key = "search", .label = f.text("search.label"), .hint = f.text("search.hint"), .search = true},
          typed))
    actions.ask(ReplaceQuery{typed});
  f.gap(10);
  if (view.static_rendering) return everything(f, view);
  if (typed.find_first_not_of(" \t") == std::string::npos) {
    // Whoever comes here is about to type.
    if (!view.search.prepare()) actions.wake_by(view.now);
    ui::empty(f, ui::icon::search, f.text("search.start"), f.text("search.start_text"));
    examples(f, view);
    return;
  }
  const search::Answers& answers = view.search.answers(typed, view.address.language, view.now);
  ui::status(f, answers.guessed && !answers.hits.empty()
                    ? f.text("search.guesses")
                    : f.text("search.found", {{"count", static_cast<int>(answers.hits.size())}}));
  f.gap(8);
  if (answers.hits.empty()) return way_out(f, view, answers.moment);
  if (answers.moment.day && !has_agenda(view, answers.moment) &&
      view.edition.programme().continuing_on(*answers.moment.day).empty()) {
    ui::paragraph(f,
                  f.text("search.not_a_day",
                         {{"day", text::with_capital(f.words().weekday_day_month(*answers.moment.day))},
                          {"dates", f.words().date_range(view.event.first_day, view.event.last_day)}}),
                  ui::TextLook::secondary);
    f.gap(10);
  }
  if (!answers.read_as.empty()) {
    ui::paragraph(f, f.text("search.read_as", {{"text", answers.read_as}}), ui::TextLook::secondary);
    f.gap(10);
  }
  show(f, view, answers);
  f.gap(16);
}

}  // namespace screens
