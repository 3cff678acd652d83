#include "screens/answer.h"

#include <algorithm>
#include <array>

#include "icons.h"
#include "screens/ways.h"
#include "sorting/sort.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/desk.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// As long as nobody has to scroll across a desk.
constexpr std::size_t most_listed = 5;
constexpr std::size_t most_planned = 8;

Address target_of(const View& view, const Answer& answer) {
  return address_of("/" + view.address.language + "/" + answer.of, view.languages);
}

const model::Session* session_of(const View& view, const Answer& answer) {
  if (answer.of.empty()) return nullptr;
  const Address target = target_of(view, answer);
  return target.page == Page::session ? view.edition.session(target.id) : nullptr;
}

std::string joined(const std::vector<std::string>& ids) {
  std::string all;
  for (const std::string& id : ids) {
    if (!all.empty()) all += ',';
    all += id;
  }
  return all;
}

std::vector<std::string> apart(std::string_view all) {
  std::vector<std::string> ids;
  while (!all.empty()) {
    const std::size_t end = std::min(all.find(','), all.size());
    if (end > 0) ids.emplace_back(all.substr(0, end));
    all.remove_prefix(std::min(end + 1, all.size()));
  }
  return ids;
}

// What the page of anything else is called, and what it says in short.
struct ToldThing {
  char32_t icon = ui::icon::info;
  std::string over;  // what kind of thing it is
  std::string title;
  std::vector<std::string> lines;
  agenda::SessionSpan sessions = {};
};

void tell_article(const View& view, const model::Article& article, ToldThing& told) {
  told.title = view.in(article.title);
  for (const model::LocalizedText& paragraph : article.paragraphs) told.lines.push_back(view.in(paragraph));
  for (const model::LocalizedText& point : article.points) told.lines.push_back(view.in(point));
}

ToldThing told_of(ui::Frame& f, const View& view, const Address& target) {
  ToldThing told;
  const PageEntry& entry = page_entry(target.page);
  told.icon = entry.icon != 0 ? entry.icon : char32_t{ui::icon::info};
  if (const PageEntry& parent = page_entry(entry.parent); entry.things != nullptr && parent.title)
    told.over = f.text(*parent.title);
  if (const model::Article* article = view.edition.article(target.anchor)) {
    told.over = f.text(*entry.title);
    tell_article(view, *article, told);
    return told;
  }
  const std::string_view id = target.id;
  const agenda::Programme& programme = view.edition.programme();
  if (target.page == Page::partner) {
    if (const model::Partner* partner = view.edition.partner(id)) {
      told.title = view.in(partner->name);
      told.sessions = programme.of_partner(id);
    }
  } else if (target.page == Page::person) {
    if (const model::Person* person = view.edition.person(id)) {
      told.title = view.in(person->name);
      if (!person->position.empty()) told.lines.push_back(view.in(person->position));
      told.sessions = programme.of_person(id);
    }
  } else if (target.page == Page::theme) {
    if (const model::Theme* theme = view.edition.theme(id)) {
      told.title = view.in(theme->name);
      told.sessions = programme.of_theme(id);
    }
  } else if (target.page == Page::story) {
    if (const model::Story* story = view.edition.story(id)) told.title = view.in(story->title);
  } else if (const model::Milestone* milestone = view.edition.milestone(target.anchor)) {
    told.title = view.in(milestone->title);
    told.lines.push_back(f.words().date_range(milestone->first_day, milestone->last_day));
    told.lines.push_back(view.in(milestone->place));
  } else if (entry.title) {
    told.title = f.text(*entry.title);
  }
  return told;
}

// The sessions of the plan that the event has, in order of start.
agenda::Sessions planned(const View& view, const Answer& answer) {
  agenda::Sessions all;
  for (const std::string& id : answer.plan)
    if (const model::Session* session = view.edition.session(id)) all.push_back(session);
  sorting::sort(all, {}, &model::Session::starts_at);
  return all;
}

void lines_of(ui::Frame& f, const View& view, agenda::SessionSpan sessions, std::size_t most, float size_px) {
  auto list = f.list();
  for (const model::Session* session : sessions.first(std::min(most, sessions.size()))) {
    auto item = f.list_item();
    ui::sign_words(f, {.text = view.in(session->title), .size_px = size_px, .bold = true});
    ui::sign_words(f, {.text = when_and_where(f, session_time(f, view, *session, WithDay::in_full),
                                              room_and_level(f, view, session->room, false)),
                       .size_px = size_px * 0.8F,
                       .quiet = true});
    f.gap(size_px * 0.5F);
  }
  if (sessions.size() > most)
    ui::sign_words(
        f, {.text = f.text("desk.more_sessions", {{"count", static_cast<int>(sessions.size() - most)}}),
            .size_px = size_px * 0.8F,
            .quiet = true});
}

// What visitors are told of the session or its room while it holds.
void notices_about(ui::Frame& f, const View& view, std::string_view session, std::string_view room) {
  for (const model::Notice& notice : view.event.notices) {
    const auto names = [](const std::vector<std::string>& ids, std::string_view id) {
      return !id.empty() && std::ranges::find(ids, id) != ids.end();
    };
    if (!is_in_force(view, notice) ||
        !(names(notice.applies_to.sessions, session) || names(notice.applies_to.rooms, room)))
      continue;
    ui::banner(f, ui::BannerLook::alarm, view.in(notice.title), view.in(notice.text));
    f.gap(10);
  }
}

void session_head(ui::Frame& f, const View& view, const model::Session& session, float title_px,
                  float fact_px, int level) {
  std::vector<std::string> texts;
  std::vector<ui::Tag> tags = theme_tags(view, session, texts, f);
  if (tags.empty()) tags.push_back({kind_name(f, session.kind)});
  if (agenda::is_on(session, view.now)) tags.push_back({f.text("agenda.live"), ui::TagLook::live});
  const std::string wait = time_until(f, view, session);
  if (!wait.empty()) tags.push_back({wait, ui::TagLook::quiet});
  add_state_tag(tags, f, session.state);
  ui::tags(f, tags);
  f.gap(8);
  ui::sign_words(f, {.text = view.in(session.title),
                     .size_px = title_px,
                     .bold = true,
                     .level = static_cast<std::uint8_t>(level)});
  f.gap(fact_px * 0.7F);
  const std::string time = session_time(f, view, session, WithDay::no);
  const std::string day =
      text::with_capital(f.words().weekday_day_month(view.edition.days_of(session).first));
  const model::Room* room = view.edition.room(session.room);
  {
    auto line = f.flow(fact_px * 1.4F, fact_px * 0.6F);
    ui::large_fact(f, ui::icon::clock, time, day, fact_px);
    if (room != nullptr)
      ui::large_fact(f, ui::icon::map_pin, view.in(room->name), level_and_site(f, view, room->id), fact_px);
    if (const model::Room* overflow = view.edition.room(session.overflow_room); overflow != nullptr)
      ui::large_fact(f, ui::icon::monitor, f.text("session.overflow", {{"room", view.in(overflow->name)}}),
                     level_and_site(f, view, overflow->id), fact_px);
    if (!session.languages.empty())
      ui::large_fact(f, ui::icon::headphones, spoken_languages(f, session), access_name(f, session.access),
                     fact_px);
  }
  notices_about(f, view, session.id, session.room);
}

}  // namespace

std::string shown_path(const View& view, std::string_view language, const Answer& answer) {
  std::string link = path_of(language, Page::shown);
  add_parameter(link, "of", answer.of);
  add_parameter(link, "plan", joined(answer.plan));
  if (!answer.empty()) {
    add_parameter(link, "from", answer.from);
    if (const model::Room* room = room_of(view, answer); room != nullptr && !answer.from.empty())
      add_parameter(link, "to", room->id);
    if (answer.step_free) add_parameter(link, "step-free", "1");
    if (answer.code) add_parameter(link, "code", "1");
  }
  return link;
}

Answer answer_of(const View& view) {
  Answer answer;
  answer.of = view.address.parameter("of");
  // What is no page of the app is no answer.
  if (!answer.of.empty()) {
    const Address target = target_of(view, answer);
    const PageEntry& entry = page_entry(target.page);
    if (target.page == Page::not_found || target.page == Page::shown || target.page == Page::desk ||
        (entry.things != nullptr && !entry.things->has(view.edition, target.id)))
      answer.of.clear();
  }
  answer.plan = apart(view.address.parameter("plan"));
  std::erase_if(answer.plan, [&](const std::string& id) { return view.edition.session(id) == nullptr; });
  if (view.edition.room(view.address.parameter("from")) != nullptr)
    answer.from = view.address.parameter("from");
  answer.step_free = view.address.parameter("step-free") == "1";
  answer.code = view.address.parameter("code") == "1";
  return answer;
}

std::string phone_path(const View& view, std::string_view language, const Answer& answer) {
  if (!answer.plan.empty()) {
    carry::Choices choices;
    choices.starred = answer.plan;
    sorting::sort(choices.starred);
    return path_of(language, Page::my) +
           "#carry=" + carry::codes_of(choices, carry::SessionNumbers(view.event)).front();
  }
  const Address target = target_of(view, answer);
  std::string link = path_of(language, target.page, target.id);
  if (shows_way(view, answer)) {
    if (target.page == Page::place) link = path_of(language, Page::map);
    add_parameter(link, "from", answer.from);
    add_parameter(link, "to", room_of(view, answer)->id);
    if (answer.step_free) add_parameter(link, "step-free", "1");
  }
  if (!target.anchor.empty()) link += "#" + target.anchor;
  return link;
}

const model::Room* room_of(const View& view, const Answer& answer) {
  if (answer.of.empty()) return nullptr;
  if (const model::Session* session = session_of(view, answer)) return view.edition.room(session->room);
  const Address target = target_of(view, answer);
  return target.page == Page::place ? view.edition.room(target.id) : nullptr;
}

bool shows_way(const View& view, const Answer& answer) {
  const model::Room* room = room_of(view, answer);
  const venue::Venue* venue = view.edition.venue();
  return room != nullptr && venue != nullptr && !answer.from.empty() && answer.from != room->id &&
         venue->place_of_room(room->id) != venue::no_place &&
         venue->place_of_room(answer.from) != venue::no_place;
}

View view_for(const View& view, std::string_view language, const Answer& answer, Address& address) {
  address = address_of(shown_path(view, language, answer), view.languages);
  if (!answer.from.empty()) address.query.emplace_back("here", answer.from);
  return {.edition = view.edition,
          .own_zone = nullptr,
          .now = view.now,
          .static_rendering = view.static_rendering,
          .visitor = view.visitor,
          .mine = view.mine,
          .site = view.site,
          .address = address,
          .shared = view.shared,
          .freshness = view.freshness,
          .for_paper = view.for_paper,
          .languages = view.languages,
          .search = view.search,
          .drafts = view.drafts,
          .computed = view.computed,
          .borrowed = view.borrowed};
}

void answer_head(ui::Frame& f, const View& view, const Answer& answer, float title_px, float fact_px,
                 int heading_level) {
  const auto title = [&](std::string_view text) {
    ui::sign_words(
        f,
        {.text = text, .size_px = title_px, .bold = true, .level = static_cast<std::uint8_t>(heading_level)});
  };
  if (!answer.plan.empty()) {
    title(f.text("desk.your_plan"));
    return;
  }
  if (const model::Session* session = session_of(view, answer))
    return session_head(f, view, *session, title_px, fact_px, heading_level);
  const Address target = target_of(view, answer);
  if (const model::Room* room = room_of(view, answer)) {
    title(view.in(room->name));
    f.gap(fact_px * 0.6F);
    ui::large_fact(f, ui::icon::map_pin, level_and_site(f, view, room->id),
                   room->seats ? f.text("place.seats", {{"count", *room->seats}}) : std::string{}, fact_px);
    f.gap(8);
    notices_about(f, view, {}, room->id);
    return;
  }
  const ToldThing told = told_of(f, view, target);
  if (!told.over.empty()) {
    const ui::Tag tag{told.over};
    ui::tags(f, {&tag, 1});
    f.gap(8);
  }
  title(told.title);
}

void answer_body(ui::Frame& f, const View& view, const Answer& answer, float size_px) {
  if (!answer.plan.empty()) return lines_of(f, view, planned(view, answer), most_planned, size_px);
  if (session_of(view, answer) != nullptr) return;
  if (const model::Room* room = room_of(view, answer)) {
    if (answer.from == room->id)
      ui::sign_words(f, {.text = f.text("desk.right_here"), .size_px = size_px, .bold = true});
    else if (!room->description.empty())
      ui::sign_words(f, {.text = view.in(room->description), .size_px = size_px});
    return;
  }
  const ToldThing told = told_of(f, view, target_of(view, answer));
  for (const std::string& line : told.lines) {
    ui::sign_words(f, {.text = line, .size_px = size_px});
    f.gap(size_px * 0.5F);
  }
  // What is still to come; when nothing is, all of it.
  agenda::Sessions coming;
  for (const model::Session* session : told.sessions)
    if (session->ends_at > view.now) coming.push_back(session);
  lines_of(f, view, coming.empty() ? told.sessions : agenda::SessionSpan(coming), most_listed, size_px);
}

void answer_way(ui::Frame& f, const View& view, const Answer& answer, float size_px) {
  if (!shows_way(view, answer)) return;
  const WayTold& way = way_told(f, view);
  if (!way.none.empty()) return ui::banner(f, ui::BannerLook::alarm, {}, way.none);
  const std::string said =
      f.text(way.step_free ? text::Key("desk.walk_step_free") : text::Key("desk.walk"), {{"time", way.time}});
  ui::large_fact(f, way.step_free ? ui::icon::accessibility : ui::icon::footprints, said, {}, size_px);
  f.gap(size_px * 0.5F);
  auto list = f.list(f.text("route.steps"));
  for (std::size_t i = 0; i < way.steps.size(); ++i) {
    ui::large_step(f, {.mark = way.steps[i].mark,
                       .text = way.steps[i].sentence,
                       .distance = way.steps[i].distance,
                       .size_px = size_px,
                       .goal = i + 1 == way.steps.size()});
  }
}

void answer_code(ui::Frame& f, const View& view, const Answer& answer, float most, const ui::SignNote& note) {
  if (answer.empty()) return;
  const AddressCode* code = code_of_address(view, phone_path(view, view.address.language, answer));
  if (code == nullptr) return;
  ui::qr_with_note(f,
                   {.name = f.text("shown.code"),
                    .text = code->address,
                    .size = code->size,
                    .squares = &code->squares,
                    .largest_square = most / 20},
                   most, note);
}

}  // namespace screens
