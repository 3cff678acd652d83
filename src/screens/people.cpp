// The persons of an event, and the pages of each of them.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "icons.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/people.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

struct PeopleDraft {
  std::string filter;
};

constexpr float two_columns_from = 760;

std::string announced_line(ui::Frame& f, const model::Person& person) {
  if (!person.announced_on) return {};
  return f.text("person.announced", {{"date", f.words().full_date(*person.announced_on)}});
}

void person_rows(ui::Frame& f, const View& view, std::span<const model::Person* const> persons) {
  const auto find = rows_by_link(view, Page::person, persons);
  auto panel = f.panel();
  f.rows(
      {.count = persons.size(), .columns = f.width() > two_columns_from ? 2 : 1, .find = find},
      [&](std::size_t) { return ui::expected_person_row_height(f); },
      [&](std::size_t row) {
        const model::Person& person = *persons[row];
        ui::person_row(f, {.name = view.in(person.name),
                           .second = person.position.empty() ? std::string_view{}
                                                             : std::string_view(view.in(person.position)),
                           .href = view.link(Page::person, person.id)});
      });
}

// Under each day those whose names were made known on it; they are in order of these days.
void announced_rows(ui::Frame& f, const View& view, std::span<const model::Person* const> persons) {
  for (std::size_t first = 0; first < persons.size();) {
    std::size_t last = first;
    while (last < persons.size() && persons[last]->announced_on == persons[first]->announced_on) ++last;
    ui::paragraph(f, announced_line(f, *persons[first]), ui::TextLook::secondary);
    f.gap(6);
    person_rows(f, view, persons.subspan(first, last - first));
    if (last < persons.size()) f.gap(12);
    first = last;
  }
}

// The sessions that somebody has a part in, with the part.
void sessions_of(ui::Frame& f, const View& view, const model::Person& person) {
  const agenda::SessionSpan sessions = view.edition.programme().of_person(person.id);
  if (sessions.empty()) return;
  f.gap(18);
  ui::section(f, 2, f.text("person.sessions"));
  f.gap(8);
  sessions_notice(f, view, sessions);
  auto panel = f.panel();
  const auto find = rows_by_link(view, Page::session, sessions);
  f.rows(
      {.count = sessions.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const model::Session& session = *sessions[row];
        const std::string when = when_and_where(f, session_time(f, view, session, WithDay::in_full),
                                                room_and_level(f, view, session.room, false));
        const auto part = std::ranges::find(session.people, person.id, &model::Participation::person);
        const bool has_role = part != session.people.end() && !part->role.empty();
        std::vector<ui::Tag> state;
        add_state_tag(state, f, session.state);
        const std::string& title = view.in(session.title);
        ui::row(
            f, ui::icon::calendar,
            state.empty() ? title : f.text("notice.state", {{"state", state.front().text}, {"title", title}}),
            has_role ? f.text("person.role_when", {{"role", view.in(part->role)}, {"when", when}}) : when,
            view.link(Page::session, session.id));
      });
}

}  // namespace

void people_of_partner(ui::Frame& f, const View& view, const model::Partner& partner) {
  const std::span<const model::Person* const> people = view.edition.people_of(partner.id);
  if (people.empty()) return;
  ui::section(f, 2, f.text("people.title"));
  f.gap(8);
  person_rows(f, view, people);
  f.gap(18);
}

void people_of_session(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.people.empty()) return;
  f.gap(18);
  ui::section(f, 2, f.text("people.title"));
  f.gap(8);
  auto panel = f.panel();
  auto list = f.list();
  for (const model::Participation& part : session.people)
    if (const model::Person* person = view.edition.person(part.person)) {
      auto item = f.list_item();
      const model::LocalizedText& position = person->position;
      ui::person_row(f, {.name = view.in(person->name),
                         .second = part.role.empty() ? std::string_view{} : view.in(part.role),
                         .note = position.empty() ? std::string_view{} : view.in(position),
                         .href = view.link(Page::person, person->id)});
    }
}

void people_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.people", {{"event", view.in(view.event.name)}}));
  if (view.event.persons.empty()) {
    ui::empty(f, ui::icon::users, f.text("people.title"), f.text("people.none"));
    return;
  }
  std::string& filter = view.drafts.of<PeopleDraft>().filter;
  if (!view.static_rendering) {
    ui::text_field(f,
                   {.key = "people-filter",
                    .label = f.text("people.filter"),
                    .hint = f.text("people.filter_hint"),
                    .search = true},
                   filter);
    f.gap(10);
  }
  const content::People& people = view.edition.people();
  struct Group {
    text::Key title;
    const std::vector<const model::Person*>& persons;
  };
  const std::array<Group, 3> groups{{{text::Key("people.speakers"), people.speakers},
                                     {text::Key("people.announced"), people.announced},
                                     {text::Key("people.named"), people.named}}};
  std::array<std::vector<const model::Person*>, 3> found;
  std::size_t count = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::ranges::copy_if(groups[i].persons, std::back_inserter(found[i]), [&](const model::Person* person) {
      return view.search.finds(filter, view.address.language, view.now, search::Group::person, person->id);
    });
    count += found[i].size();
  }
  ui::status(f, f.text("people.count", {{"count", static_cast<int>(count)}}));
  f.gap(8);
  if (count == 0) {
    ui::empty(f, ui::icon::search, f.text("agenda.none"), f.text("people.none_text"));
    return;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (found[i].empty()) continue;
    ui::section(f, 2, f.text(groups[i].title));
    f.gap(8);
    if (&groups[i].persons == &people.announced)
      announced_rows(f, view, found[i]);
    else
      person_rows(f, view, found[i]);
    f.gap(18);
  }
}

void person_screen(ui::Frame& f, const View& view, Actions&) {
  const model::Person& person = *view.edition.person(view.address.id);
  f.title(view.in(person.name));
  f.description(person.position.empty() ? f.text("describe.people", {{"event", view.in(view.event.name)}})
                                        : view.in(person.position));
  ui::heading(f, 1, view.in(person.name));
  if (!person.position.empty()) {
    f.gap(6);
    ui::paragraph(f, view.in(person.position), ui::TextLook::lead);
  }
  f.gap(14);
  const bool has_session = !view.edition.programme().of_person(person.id).empty();
  if (person.announced_on) {
    ui::fact(f, ui::icon::bell, announced_line(f, person),
             has_session ? std::string_view{} : std::string_view(f.text("person.no_session")));
    f.gap(14);
  }
  partners_part(f, view, f.text("person.organisations"), person.partners);
  sessions_of(f, view, person);
  f.gap(18);
  source_note(f, view, person.publication);
}

}  // namespace screens
