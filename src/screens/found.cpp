#include "screens/found.h"

#include <algorithm>
#include <optional>

#include "icons.h"
#include "screens/map_plan.h"

namespace screens {

using search::Group;

Found found(ui::Frame& f, const View& view, const search::Hit& hit) {
  switch (hit.group) {
    case Group::session:
      if (const model::Session* session = view.edition.session(hit.id))
        return {ui::icon::calendar, view.in(session->title),
                session_time(f, view, *session, WithDay::in_full), view.link(Page::session, session->id)};
      break;
    case Group::place:
      if (const model::Room* room = view.edition.room(hit.id))
        return {icon_of(view, *room), view.in(room->name), level_and_site(f, view, room->id),
                view.link(Page::place, room->id)};
      break;
    case Group::partner:
      if (const model::Partner* partner = view.edition.partner(hit.id))
        return {ui::icon::building_2, view.in(partner->name),
                partner->abbreviation.empty() ? std::string{} : view.in(partner->abbreviation),
                view.link(Page::partner, partner->id)};
      break;
    case Group::person:
      if (const model::Person* person = view.edition.person(hit.id))
        return {ui::icon::users, view.in(person->name),
                person->position.empty() ? std::string{} : view.in(person->position),
                view.link(Page::person, person->id)};
      break;
    case Group::theme:
      if (const model::Theme* theme = view.edition.theme(hit.id))
        return {ui::icon::leaf, view.in(theme->name), f.text("theme.number", {{"number", theme->number}}),
                view.link(Page::theme, theme->id)};
      break;
    case Group::story:
      if (const model::Story* story = view.edition.story(hit.id))
        return {ui::icon::newspaper, view.in(story->title), f.text("news.title"),
                view.link(Page::story, story->id)};
      break;
    case Group::page:
      if (const std::optional<Page> page = page_with_segment(hit.id))
        return {page_entry(*page).icon, f.text(*page_entry(*page).title), {}, view.link(*page)};
      break;
    case Group::milestone: {
      const model::Milestone* milestone = view.edition.milestone(hit.id);
      if (milestone == nullptr) break;
      const std::string dates = f.words().date_range(milestone->first_day, milestone->last_day);
      return {ui::icon::route, view.in(milestone->title),
              f.text("agenda.when_where", {{"time", dates}, {"place", view.in(milestone->place)}}),
              view.link(Page::road) + "#" + milestone->id};
    }
    case Group::article: {
      const model::Article* article = view.edition.article(hit.id);
      if (article == nullptr) break;
      const bool about = article->part == model::ArticlePart::about;
      return {ui::icon::info, view.in(article->title), about ? f.text("about.title") : f.text("info.title"),
              view.link(about ? Page::about : Page::info) + "#" + article->id};
    }
  }
  return {};
}

const std::string& shelf_name(ui::Frame& f, Group group) {
  switch (group) {
    case Group::session: return f.text("agenda.title");
    case Group::place: return f.text("search.places");
    case Group::partner: return f.text("partners.title");
    case Group::person: return f.text("people.title");
    case Group::theme: return f.text("themes.title");
    case Group::story: return f.text("news.title");
    case Group::milestone:
    case Group::article:
    case Group::page: break;
  }
  return f.text("info.title");
}

std::vector<std::string_view> search_examples(ui::Frame& f, const View& view) {
  // The one with a time asks for tomorrow.
  const model::Date tomorrow = std::chrono::sys_days(view.zone.at(view.now).date) + std::chrono::days(1);
  const bool has_tomorrow =
      std::ranges::find(view.event.days, tomorrow, &model::Day::date) != view.event.days.end();
  std::vector<std::string_view> examples;
  std::string_view list = f.text("search.examples");
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view example = list.substr(0, end);
    while (example.starts_with(' ')) example.remove_prefix(1);
    if (has_tomorrow || example.find_first_of("0123456789") == example.npos) examples.push_back(example);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return examples;
}

Group shelf_of(Group group) {
  return group == Group::milestone || group == Group::article ? Group::page : group;
}

}  // namespace screens
