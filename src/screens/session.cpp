#include <algorithm>

#include "icons.h"
#include "screens/calendar_files.h"
#include "screens/map_plan.h"
#include "screens/my_rows.h"
#include "screens/screen.h"
#include "screens/ways.h"
#include "text/key.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"
#include "venue/venue.h"

namespace screens {
namespace {

std::string interpretation(ui::Frame& f, const model::Session& session) {
  if (session.interpretation.empty()) return {};
  std::vector<std::string> names;
  for (const model::Interpretation& one : session.interpretation) {
    const std::string name = f.words().language_name(one.language);
    names.push_back(one.channel ? f.text("session.channel", {{"language", name}, {"channel", *one.channel}})
                                : name);
  }
  return f.text("session.interpretation", {{"languages", f.list_of(names)}});
}

// Where the room is reached from the last place of the visitor's own day.
std::string way_to(ui::Frame& f, const View& view, const model::Session& session) {
  if (view.static_rendering || view.edition.room(session.room) == nullptr) return {};
  const agenda::Engagement one{.session = &session, .starts_at = session.starts_at};
  const agenda::Engagement* before = view.mine.before(one);
  if (before == nullptr || before->room().empty()) return {};
  const model::Minutes walking =
      view.edition.walking_times(view.visitor.walking.step_free).between(before->room(), session.room);
  if (walking == model::Minutes(0)) return {};
  return f.text("session.way",
                {{"walking", f.words().duration(walking)}, {"title", title_of(view, *before)}});
}

void facts(ui::Frame& f, const View& view, const model::Session& session) {
  const std::string when = session_time(f, view, session, WithDay::in_full);
  const std::string& zone = view.in(view.event.time_zone_name);
  const std::string own = view.own_zone != nullptr && !view.static_rendering
                              ? f.words().time_elsewhere(session.starts_at, *view.own_zone)
                              : std::string{};
  const std::string whose_clock =
      own.empty() ? zone : f.text("session.your_time", {{"zone", zone}, {"time", own}});
  auto columns = f.columns(f.width() > 560 ? 2 : 1, 14);
  ui::fact(f, ui::icon::clock, when, f.with_capital(whose_clock));
  const std::string where = room_and_level(f, view, session.room, true);
  if (!where.empty())
    ui::fact(f, ui::icon::map_pin, where, way_to(f, view, session), view.link(Page::place, session.room));
  if (const std::string overflow = room_and_level(f, view, session.overflow_room, true); !overflow.empty())
    ui::fact(f, ui::icon::monitor, f.text("session.overflow", {{"room", overflow}}), {},
             view.link(Page::place, session.overflow_room));
  if (!session.languages.empty())
    ui::fact(f, ui::icon::headphones, spoken_languages(f, session), interpretation(f, session));
  ui::fact(f, ui::icon::lock, access_name(f, session.access), kind_name(f, session.kind));
}

// When and where it was to be.
void former_place_banner(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.state != model::SessionState::moved || !session.moved_from) return;
  const model::FormerPlace& former = *session.moved_from;
  std::string when;
  if (former.starts_at)
    when = f.text("agenda.day_time", {{"day", f.words().day_and_month(view.zone.at(*former.starts_at).date)},
                                      {"time", f.words().time(*former.starts_at)}});
  const std::string where = room_and_level(f, view, former.room, true);
  const std::string both = when.empty() ? where : when_and_where(f, when, where);
  if (both.empty()) return;
  ui::banner(f, ui::BannerLook::notice, f.text("agenda.moved"),
             f.text("session.moved_from", {{"when", both}}));
  f.gap(14);
}

// What else of the visitor's own is on then, as long as there is something to choose.
void clashes(ui::Frame& f, const View& view, const model::Session& session) {
  if (view.static_rendering) return;
  std::vector<const agenda::Engagement*> all = view.mine.plan().clashing_with(session);
  std::erase_if(all, [&](const agenda::Engagement* one) {
    return view.now >= std::min(one->ends_at, session.ends_at);
  });
  if (all.empty()) return;
  std::vector<std::string> named;
  for (const agenda::Engagement* one : all)
    named.push_back(f.text("session.clash_named", {{"title", title_of(view, *one)},
                                                   {"when", when_and_where_of(f, view, *one, false)}}));
  const bool mine = view.visitor.has_starred(session.id);
  ui::banner(f, ui::BannerLook::notice, f.text(mine ? text::Key("session.clash") : "session.would_clash"),
             f.list_of(named));
  f.gap(8);
  if (mine) {
    const agenda::Engagement* here = view.mine.named(session.id);
    if (here != nullptr) {
      const std::string href = link_to_choose(view, *all.front(), *here);
      ui::link(f, f.text("my.choose"), href);
    }
  }
  f.gap(10);
}

// The same once more, and others about its themes: what could be gone to instead, or as well.
void related(ui::Frame& f, const View& view, const model::Session& session, Actions& actions) {
  // What is kept is read at any time.
  const model::Instant since = view.static_rendering ? model::Instant{} : view.now;
  const std::span<const agenda::Alternative> all = view.mine.alternatives(session, since);
  for (const agenda::Alternative::Kind kind :
       {agenda::Alternative::Kind::repeat, agenda::Alternative::Kind::same_theme}) {
    agenda::Sessions sessions;
    for (const agenda::Alternative& one : all)
      if (one.kind == kind) sessions.push_back(one.session);
    if (sessions.empty()) continue;
    f.gap(20);
    ui::section(
        f, 2,
        kind == agenda::Alternative::Kind::repeat ? f.text("session.repeats") : f.text("session.related"));
    f.gap(8);
    session_rows_by_day(f, view, sessions, actions, 3);
  }
}

void description(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.description.empty()) return;
  const std::string_view language = session.description.language_in(view.address.language);
  const std::string_view other = language == view.address.language ? std::string_view{} : language;
  for (const text::ProseParagraph& paragraph : view.edition.description(session, view.address.language)) {
    ui::prose(f, paragraph, other);
    f.gap(10);
  }
  f.gap(10);
}

// A picture of where it is, and the way there. What is kept leads to the page of the room.
void where(ui::Frame& f, const View& view, const model::Session& session) {
  const model::Room* room = view.edition.room(session.room);
  if (view.static_rendering || view.for_paper || room == nullptr) return;
  place_picture(f, view, *room);
  f.gap(4);
  const venue::Venue* venue = view.edition.venue();
  if (venue != nullptr && venue->place_of_room(room->id) != venue::no_place)
    ui::link(f, f.text("route.there"), map_link(view, {.from = {}, .to = room->id, .here = {}, .level = {}}));
  f.gap(14);
}

void themes(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.themes.empty()) return;
  ui::section(f, 2, f.text("nav.themes"));
  f.gap(8);
  auto panel = f.panel();
  auto list = f.list();
  for (const std::string& id : session.themes)
    if (const model::Theme* theme = view.edition.theme(id)) {
      auto item = f.list_item();
      theme_row(f, view, *theme);
    }
}

void partners(ui::Frame& f, const View& view, const model::Session& session) {
  if (!session.partners.empty()) f.gap(18);
  partners_part(f, view, f.text("session.partners"), session.partners);
}

// Side by side where all of them have room, else the first one above the others.
void buttons(ui::Frame& f, const View& view, const model::Session& session, Actions& actions) {
  const bool side_by_side = f.width() > 620 * f.setup().text_scale;
  const bool has_star = !view.static_rendering;
  const bool has_room = view.edition.room(session.room) != nullptr;
  const auto star = [&] {
    const bool starred = view.visitor.has_starred(session.id);
    if (ui::button(f, {.key = "star",
                       .label = f.text(starred ? text::Key("session.starred") : text::Key("session.star")),
                       .icon = starred ? ui::icon::check : ui::icon::star,
                       .look = ui::ButtonLook::primary,
                       .toggled = starred}))
      actions.ask(TurnStar{session.id});
  };
  if (has_star && !side_by_side) {
    star();
    f.gap(10);
  }
  const int in_row = 1 + (has_room ? 1 : 0) + (has_star && side_by_side ? 1 : 0);
  // As wide as their words, so that none of them is higher than its neighbours.
  auto line = side_by_side ? f.flow(10) : f.columns(f.width() > 420 ? in_row : 1, 10);
  if (has_star && side_by_side) star();
  if (has_room) {
    const std::string map = view.link(Page::place, session.room);
    ui::button(f, {.key = "map",
                   .label = f.text("session.show_on_map"),
                   .icon = ui::icon::map_pin,
                   .look = ui::ButtonLook::secondary,
                   .href = map});
  }
  const std::string calendar = calendar_path(view.address.language, session);
  ui::button(f, {.key = "calendar",
                 .label = f.text("calendar.add"),
                 .icon = ui::icon::calendar,
                 .look = ui::ButtonLook::secondary,
                 .href = calendar});
}

// What of the session is a placeholder: all of it, all but what was announced, or the place alone.
std::string unpublished(ui::Frame& f, const View& view, const model::Session& session) {
  using enum model::PublicationStatus;
  const bool over = is_over(view);
  const auto said = [&](text::Key before, text::Key after) { return f.text(over ? after : before); };
  if (session.publication.status == provisional)
    return session.publication.source.empty()
               ? said("provisional.session", "announced.session")
               : said("provisional.session_announced", "announced.session_announced");
  const model::Room* room = view.edition.room(session.room);
  return room != nullptr && room->publication.status == provisional
             ? said("provisional.session_place", "announced.session_place")
             : std::string{};
}

}  // namespace

void session_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Session& session = *view.edition.session(view.address.id);
  f.title(view.in(session.title));
  const std::string when_where = when_and_where(f, session_time(f, view, session, WithDay::in_full),
                                                room_and_level(f, view, session.room, true));
  f.description(session.summary.empty() ? when_where : when_where + ". " + view.in(session.summary));
  std::vector<std::string> tag_texts;
  std::vector<ui::Tag> tags = theme_tags(view, session, tag_texts, f);
  if (tags.empty()) tags.push_back({kind_name(f, session.kind)});
  if (!view.static_rendering && agenda::is_on(session, view.now))
    tags.push_back({f.text("agenda.live"), ui::TagLook::live});
  const std::string until = time_until(f, view, session);
  if (!until.empty()) {
    tags.push_back({until, ui::TagLook::quiet});
    actions.wake_by(next_minute(view.now));
  }
  add_state_tag(tags, f, session.state);
  add_change_tag(tags, f, view, session);
  ui::tags(f, tags);
  f.gap(12);
  ui::heading(f, 1, view.in(session.title));
  f.gap(18);
  facts(f, view, session);
  f.gap(20);
  buttons(f, view, session, actions);
  f.gap(18);
  // As a help desk hands it out: with the way from there.
  if (const MapQuery way = map_query(view); way.asks_for_way() && way.to == session.room) {
    way_panel(f, view, way, actions);
    f.gap(18);
  }
  clashes(f, view, session);
  if (!changes_of_session(f, view, session)) former_place_banner(f, view, session);
  notices_of_session(f, view, session.id, actions);
  if (const std::string doubt = unpublished(f, view, session); !doubt.empty()) {
    ui::banner(f, is_over(view) ? ui::BannerLook::quiet : ui::BannerLook::notice, {}, doubt);
    f.gap(16);
  }
  if (!session.summary.empty()) {
    ui::paragraph(f, view.in(session.summary));
    f.gap(20);
  }
  description(f, view, session);
  where(f, view, session);
  themes(f, view, session);
  people_of_session(f, view, session);
  partners(f, view, session);
  if (!session.publication.source.empty()) {
    const model::Publication* const publication = &session.publication;
    f.gap(20);
    source_links(f, view, {&publication, 1});
  }
  related(f, view, session, actions);
  hand_on(f, view, view.in(session.title), view.link(Page::session, session.id), actions);
  f.gap(24);
  // "Now" appears and disappears by itself.
  for (const model::Instant moment : {session.starts_at, session.ends_at})
    if (moment > view.now && moment - view.now < std::chrono::hours(24)) actions.wake_by(moment);
}

}  // namespace screens
