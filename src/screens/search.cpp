#include <algorithm>
#include <vector>

#include "icons.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "text/fold.h"

namespace screens {
namespace {

struct Answer {
  int rank = 0;  // smaller is better
  char32_t icon = 0;
  std::string_view title;
  std::string second;
  std::string href;
};

// Every word must be somewhere in the texts; a title that begins with the first
// word goes before one that only contains it.
int rank_of(std::initializer_list<const model::LocalizedText*> texts, const std::vector<std::string>& words) {
  std::string all;
  bool begins = false;
  for (const model::LocalizedText* text : texts)
    for (const auto& [language, words_of_it] : text->all()) {
      const std::string folded = text::fold(words_of_it);
      begins = begins || folded.starts_with(words.front());
      all.append(folded).append("\n");
    }
  if (!std::ranges::all_of(words, [&](const std::string& word) { return all.find(word) != std::string::npos; })) return -1;
  return begins ? 0 : 1;
}

std::vector<Answer> answers_to(ui::Frame& f, const View& view, const std::vector<std::string>& words) {
  std::vector<Answer> answers;
  const auto add = [&](int rank, int kind, char32_t icon, std::string_view title, std::string second, std::string href) {
    if (rank >= 0) answers.push_back({rank * 10 + kind, icon, title, std::move(second), std::move(href)});
  };
  for (const model::Session& session : view.event.sessions)
    if (const int rank = rank_of({&session.title}, words); rank >= 0)
      add(rank, 0, ui::icon::calendar, view.in(session.title),
          text::with_capital(f.text("agenda.day_time", {{"day", f.words().weekday_day_month(view.zone.at(session.starts_at).date)},
                                                        {"time", f.words().time_range(session.starts_at, session.ends_at)}})),
          view.link(Page::session, session.id));
  for (const model::Room& room : view.event.rooms)
    if (const int rank = rank_of({&room.name}, words); rank >= 0)
      add(rank, 1, ui::icon::map_pin, view.in(room.name), room_and_level(f, view, room.id, true), view.link(Page::place, room.id));
  for (const model::Partner& partner : view.event.partners)
    if (const int rank = rank_of({&partner.abbreviation, &partner.name}, words); rank >= 0)
      add(rank, 2, ui::icon::users, view.in(partner.name), view.in(partner.abbreviation), view.link(Page::partner, partner.id));
  for (const model::Theme& theme : view.event.themes)
    if (const int rank = rank_of({&theme.name}, words); rank >= 0)
      add(rank, 3, ui::icon::leaf, view.in(theme.name), f.text("theme.number", {{"number", theme.number}}), view.link(Page::theme, theme.id));
  for (const model::Story& story : view.event.stories)
    if (const int rank = rank_of({&story.title}, words); rank >= 0)
      add(rank, 4, ui::icon::newspaper, view.in(story.title), {}, view.link(Page::story, story.id));
  std::ranges::stable_sort(answers, {}, &Answer::rank);
  return answers;
}

}  // namespace

namespace {

// Everything there is, for where nobody can answer a question.
void everything(ui::Frame& f, const View& view) {
  f.paragraph(f.text("page.search_without"), ui::TextLook::secondary);
  f.gap(14);
  const auto part = [&](const std::string& heading, char32_t icon, Page page, const auto& things, auto title) {
    f.section(2, heading);
    f.gap(8);
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const auto& thing : things) {
        auto item = f.list_item();
        f.row(icon, title(thing), {}, view.link(page, thing.id));
      }
    }
    f.gap(18);
  };
  part(f.text("agenda.title"), ui::icon::calendar, Page::session, view.event.sessions, [&](const auto& one) -> std::string_view { return view.in(one.title); });
  part(f.text("map.places"), ui::icon::map_pin, Page::place, view.event.rooms, [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("partners.title"), ui::icon::users, Page::partner, view.event.partners, [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("themes.title"), ui::icon::leaf, Page::theme, view.event.themes, [&](const auto& one) -> std::string_view { return view.in(one.name); });
  part(f.text("news.title"), ui::icon::newspaper, Page::story, view.event.stories, [&](const auto& one) -> std::string_view { return view.in(one.title); });
}

}  // namespace

void search_screen(ui::Frame& f, const View& view, Drafts& drafts, Actions& actions) {
  f.description(f.text("describe.search", {{"event", view.in(view.event.name)}}));
  if (f.text_field({.key = "search", .label = f.text("search.label"), .hint = f.text("search.hint"), .search = true}, drafts.search))
    actions.replace_query = drafts.search;
  f.gap(10);
  if (view.lasting) return everything(f, view);
  const std::vector<std::string> words = folded_words(drafts.search);
  if (words.empty()) {
    f.empty(ui::icon::search, f.text("search.start"), f.text("search.start_text"));
    return;
  }
  const std::vector<Answer> answers = answers_to(f, view, words);
  f.status(f.text("search.found", {{"count", static_cast<int>(answers.size())}}));
  f.gap(8);
  if (answers.empty()) {
    f.empty(ui::icon::search, f.text("agenda.none"), f.text("search.none_text"));
    return;
  }
  auto panel = f.panel();
  auto list = f.list();
  for (const Answer& answer : answers) {
    auto item = f.list_item();
    f.row(answer.icon, answer.title, answer.second, answer.href);
  }
}

}  // namespace screens
