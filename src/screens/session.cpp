#include <algorithm>

#include "icons.h"
#include "screens/calendar_files.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "text/key.h"
#include "venue/venue.h"

namespace screens {
namespace {

const std::string& access_name(ui::Frame& f, model::AccessLevel access) {
  switch (access) {
    case model::AccessLevel::everyone: return f.text("access.everyone");
    case model::AccessLevel::delegates: return f.text("access.delegates");
    case model::AccessLevel::heads_of_delegation: return f.text("access.heads_of_delegation");
    case model::AccessLevel::invitation: return f.text("access.invitation");
    case model::AccessLevel::press: break;
  }
  return f.text("access.press");
}

std::string spoken_languages(ui::Frame& f, const std::vector<model::LanguageTag>& tags) {
  std::vector<std::string> names;
  for (const model::LanguageTag& tag : tags) names.push_back(f.words().language_name(tag));
  return text::with_capital(f.words().list(names));
}

std::string interpretation(ui::Frame& f, const model::Session& session) {
  if (session.interpretation.empty()) return {};
  std::vector<std::string> names;
  for (const model::Interpretation& one : session.interpretation) {
    const std::string name = f.words().language_name(one.language);
    names.push_back(one.channel ? f.text("session.channel", {{"language", name}, {"channel", *one.channel}})
                                : name);
  }
  return f.text("session.interpretation", {{"languages", f.words().list(names)}});
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
  f.fact(ui::icon::clock, when, text::with_capital(whose_clock));
  const std::string where = room_and_level(f, view, session.room, true);
  if (!where.empty()) f.fact(ui::icon::map_pin, where, {}, view.link(Page::place, session.room));
  if (!session.languages.empty())
    f.fact(ui::icon::headphones, spoken_languages(f, session.languages), interpretation(f, session));
  f.fact(ui::icon::lock, access_name(f, session.access), kind_name(f, session.kind));
}

// When and where it was to be.
void former_place(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.state != model::SessionState::moved || !session.moved_from) return;
  const model::FormerPlace& former = *session.moved_from;
  std::string when;
  if (former.starts_at)
    when = f.text("agenda.day_time", {{"day", f.words().day_and_month(view.zone.at(*former.starts_at).date)},
                                      {"time", f.words().time(*former.starts_at)}});
  const std::string where = room_and_level(f, view, former.room, true);
  const std::string both = when.empty() ? where : when_and_where(f, when, where);
  if (both.empty()) return;
  f.banner(ui::Frame::BannerLook::notice, f.text("agenda.moved"),
           f.text("session.moved_from", {{"when", both}}));
  f.gap(14);
}

// Paragraphs, and below each one the links that are in it.
void description(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.description.empty()) return;
  const std::string_view language = session.description.language_in(view.address.language);
  const std::string_view other = language == view.address.language ? std::string_view{} : language;
  for (const text::ProseParagraph& paragraph : view.edition.description(session, view.address.language)) {
    const auto is_whole = [&](const text::ProseLink& link) {
      return link.begin == 0 && link.end == paragraph.text.size();
    };
    // A paragraph that is a link is said once.
    if (std::ranges::none_of(paragraph.links, is_whole))
      f.paragraph(paragraph.text, ui::TextLook::body, other);
    for (const text::ProseLink& link : paragraph.links) {
      const std::string words = paragraph.text.substr(link.begin, link.end - link.begin);
      f.link(words, link.href, other);
    }
    f.gap(10);
  }
  f.gap(10);
}

void themes(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.themes.empty()) return;
  f.section(2, f.text("nav.themes"));
  f.gap(8);
  auto panel = f.panel();
  auto list = f.list();
  for (const std::string& id : session.themes)
    if (const model::Theme* theme = view.edition.theme(id)) {
      auto item = f.list_item();
      f.row(ui::icon::leaf, view.in(theme->name), f.text("theme.number", {{"number", theme->number}}),
            view.link(Page::theme, id));
    }
}

void partners(ui::Frame& f, const View& view, const model::Session& session) {
  if (session.partners.empty()) return;
  f.gap(18);
  f.section(2, f.text("session.partners"));
  f.gap(8);
  auto panel = f.panel();
  auto list = f.list();
  for (const std::string& id : session.partners)
    if (const model::Partner* partner = view.edition.partner(id)) {
      auto item = f.list_item();
      f.row(ui::icon::users, view.in(partner->name), view.in(partner->abbreviation),
            view.link(Page::partner, id));
    }
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
  f.tags(tags);
  f.gap(12);
  f.heading(1, view.in(session.title));
  f.gap(18);
  facts(f, view, session);
  f.gap(20);
  {
    auto buttons = f.columns(f.width() > 420 ? 2 : 1, 10);
    const bool starred = view.visitor.has_starred(session.id);
    if (!view.static_rendering &&
        f.button({.key = "star",
                  .label = f.text(starred ? text::Key("session.starred") : text::Key("session.star")),
                  .icon = starred ? ui::icon::check : ui::icon::star,
                  .look = ui::ButtonLook::primary,
                  .toggled = starred}))
      actions.ask(TurnStar{session.id});
    if (view.edition.room(session.room) != nullptr) {
      const std::string map = view.link(Page::place, session.room);
      f.button({.key = "map",
                .label = f.text("session.show_on_map"),
                .icon = ui::icon::map_pin,
                .look = ui::ButtonLook::secondary,
                .href = map});
    }
    const std::string calendar = calendar_path(view.address.language, session);
    f.button({.key = "calendar",
              .label = f.text("calendar.add"),
              .icon = ui::icon::calendar,
              .look = ui::ButtonLook::secondary,
              .href = calendar});
  }
  f.gap(18);
  if (!changes_of_session(f, view, session)) former_place(f, view, session);
  notices_of_session(f, view, session.id, actions);
  if (const std::string doubt = unpublished(f, view, session); !doubt.empty()) {
    f.banner(is_over(view) ? ui::Frame::BannerLook::quiet : ui::Frame::BannerLook::notice, {}, doubt);
    f.gap(16);
  }
  if (!session.summary.empty()) {
    f.paragraph(view.in(session.summary));
    f.gap(20);
  }
  description(f, view, session);
  themes(f, view, session);
  people_of_session(f, view, session);
  partners(f, view, session);
  if (!session.publication.source.empty()) {
    const model::Publication* const publication = &session.publication;
    f.gap(20);
    source_links(f, view, {&publication, 1});
  }
  f.gap(24);
  // "Now" appears and disappears by itself.
  for (const model::Instant moment : {session.starts_at, session.ends_at})
    if (moment > view.now && moment - view.now < std::chrono::hours(24)) actions.wake_by(moment);
}

}  // namespace screens
