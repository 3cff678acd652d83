// Pieces that several screens share.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "carry/qr_code.h"
#include "icons.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "text/key.h"
#include "text/words.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/press.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/words.h"

namespace screens {
std::string room_and_level(ui::Frame& f, const View& view, std::string_view room, bool with_site) {
  const content::Whereabouts where = view.edition.whereabouts(room);
  if (where.room == nullptr || where.level == nullptr || where.site == nullptr) return {};
  if (with_site)
    return f.text("agenda.room_level_site", {{"room", view.in(where.room->name)},
                                             {"level", view.in(where.level->name)},
                                             {"site", view.in(where.site->name)}});
  return f.text("agenda.room_level",
                {{"room", view.in(where.room->name)}, {"level", view.in(where.level->name)}});
}

std::string when_and_where(ui::Frame& f, const std::string& time, const std::string& place) {
  return place.empty() ? time : f.text("agenda.when_where", {{"time", time}, {"place", place}});
}

void add_state_tag(std::vector<ui::Tag>& tags, ui::Frame& f, model::SessionState state) {
  switch (state) {
    case model::SessionState::scheduled: return;
    case model::SessionState::cancelled:
      tags.push_back({f.text("agenda.cancelled"), ui::TagLook::alarm});
      return;
    case model::SessionState::changed:
      tags.push_back({f.text("agenda.changed"), ui::TagLook::notice});
      return;
    case model::SessionState::moved: tags.push_back({f.text("agenda.moved"), ui::TagLook::notice}); return;
    case model::SessionState::full: tags.push_back({f.text("agenda.full"), ui::TagLook::notice}); return;
  }
}

std::string spoken_languages(ui::Frame& f, const model::Session& session) {
  std::vector<std::string> names;
  for (const model::LanguageTag& tag : session.languages) names.push_back(f.words().language_name(tag));
  return f.with_capital(f.list_of(names));
}

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

void add_access_tag(std::vector<ui::Tag>& tags, ui::Frame& f, model::AccessLevel access) {
  if (access != model::AccessLevel::everyone && access != model::AccessLevel::delegates)
    tags.push_back({access_name(f, access), ui::TagLook::quiet});
}

std::string level_and_site(ui::Frame& f, const View& view, std::string_view room) {
  const content::Whereabouts where = view.edition.whereabouts(room);
  if (where.room == nullptr || where.level == nullptr || where.site == nullptr) return {};
  if (std::ranges::count(view.event.levels, where.site->id, &model::Level::site) < 2)
    return view.in(where.site->name);
  return f.text("place.level_site",
                {{"level", view.in(where.level->name)}, {"site", view.in(where.site->name)}});
}

std::string zone_text(ui::Frame& f, const View& view, model::Instant moment) {
  std::string zone = f.with_capital(view.in(view.event.time_zone_name));
  const int offset = view.zone.offset_minutes(moment);
  const int own =
      view.own_zone != nullptr && !view.static_rendering ? view.own_zone->offset_minutes(moment) : offset;
  if (own == offset) return zone;
  const std::string name = text::utc_offset_name(offset), own_name = text::utc_offset_name(own);
  // Programmes from elsewhere call it by that alone.
  if (zone == name) return f.text("agenda.zone_of_offset", {{"offset", name}, {"own", own_name}});
  return f.text("agenda.zone", {{"zone", zone}, {"offset", name}, {"own", own_name}});
}

void zone_note(ui::Frame& f, const View& view, model::Instant moment) {
  ui::paragraph(f, zone_text(f, view, moment), ui::TextLook::secondary);
}

std::string day_name(ui::Frame& f, const View& view, model::Date day) {
  if (!view.static_rendering) {
    const auto away = std::chrono::sys_days(day) - std::chrono::sys_days(view.zone.at(view.now).date);
    if (away == std::chrono::days(0)) return f.text("when.today");
    if (away == std::chrono::days(1)) return f.text("when.tomorrow");
  }
  return f.words().day_and_month(day);
}

std::string session_time(ui::Frame& f, const View& view, const model::Session& session, WithDay with_day) {
  const agenda::Days days = view.edition.days_of(session);
  const auto day_text = [&](model::Date day) {
    if (with_day == WithDay::in_full) return f.words().weekday_day_month(day);
    return with_day == WithDay::near ? day_name(f, view, day) : f.words().day_and_month(day);
  };
  if (days.first != days.last) {
    const std::string from = f.text(
        "agenda.day_time", {{"day", day_text(days.first)}, {"time", f.words().time(session.starts_at)}});
    const std::string to = f.text("agenda.day_time", {{"day", day_text(view.zone.at(session.ends_at).date)},
                                                      {"time", f.words().time(session.ends_at)}});
    return f.with_capital(f.text("time.range_across_days", {{"from", from}, {"to", to}}));
  }
  const std::string& time = view.edition.time_range(session, f.words());
  return with_day == WithDay::no
             ? text::with_capital(time)
             : f.with_capital(f.text("agenda.day_time", {{"day", day_text(days.first)}, {"time", time}}));
}

std::string time_until(ui::Frame& f, const View& view, const model::Session& session) {
  using std::chrono::minutes;
  if (view.static_rendering || view.now >= session.ends_at || session.state == model::SessionState::cancelled)
    return {};
  // A minute that has begun is not over.
  const auto whole = [](auto span) {
    return static_cast<std::int64_t>(std::chrono::ceil<minutes>(span).count());
  };
  if (view.now >= session.starts_at) {
    if (session.open_end) return {};
    const auto left = whole(session.ends_at - view.now);
    return left <= 60 ? f.with_capital(f.text("when.minutes_left", {{"count", left}})) : std::string{};
  }
  const auto ahead = whole(session.starts_at - view.now);
  if (ahead <= 120) return f.with_capital(f.text("when.in_minutes", {{"count", ahead}}));
  const auto hours = ahead / 60, more = ahead % 60;
  if (hours > 12) return {};
  return f.with_capital(more == 0 ? f.text("when.in_hours", {{"count", hours}})
                                  : f.text("when.in_hours_minutes", {{"hours", hours}, {"minutes", more}}));
}

std::vector<ui::Tag> theme_tags(const View& view, const model::Session& session,
                                std::vector<std::string>& texts, ui::Frame& f) {
  std::vector<ui::Tag> tags;
  texts.clear();
  texts.reserve(session.themes.size());  // the tags point into it
  for (const std::string& id : session.themes) {
    const model::Theme* theme = view.edition.theme(id);
    if (theme == nullptr) continue;
    texts.push_back(f.text("theme.tag", {{"number", theme->number}, {"name", view.in(theme->short_name)}}));
    tags.push_back(
        {texts.back(), ui::TagLook::colored, ui::color_from_hex(theme->color, f.style().palette.accent)});
  }
  return tags;
}

void session_cards(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                   const SessionCards& look) {
  ui::Rows rows{.count = sessions.size(), .columns = look.columns, .gap = f.style().measure.card_gap};
  if (!look.selected.empty())
    rows.selected = row_where(sessions, [&](const model::Session* one) { return one->id == look.selected; });
  rows.find = rows_by_link(view, Page::session, sessions);
  std::vector<std::string> tag_texts;
  f.rows(
      rows, [&](std::size_t) { return ui::expected_card_height(f); },
      [&](std::size_t row) {
        const model::Session* session = sessions[row];
        const bool is_on = !view.static_rendering && agenda::is_on(*session, view.now);
        const std::string time = session_time(f, view, *session, look.with_day ? WithDay::near : WithDay::no);
        const std::string supporting = when_and_where(f, time, room_and_level(f, view, session->room, false));
        std::vector<ui::Tag> tags = theme_tags(view, *session, tag_texts, f);
        add_state_tag(tags, f, session->state);
        add_change_tag(tags, f, view, *session);
        if (tags.empty()) tags.push_back({kind_name(f, session->kind), ui::TagLook::quiet});
        const std::string until = look.with_wait && !is_on ? time_until(f, view, *session) : std::string{};
        if (!until.empty()) tags.insert(tags.begin(), {until, ui::TagLook::quiet});
        const model::Theme* theme =
            session->themes.empty() ? nullptr : view.edition.theme(session->themes.front());
        const std::string link = view.link(Page::session, session->id);
        const std::string star_name = f.text("session.star_named", {{"title", view.in(session->title)}});
        ui::Card card{.title = view.in(session->title),
                      .href = link,
                      .live = is_on ? std::string_view(f.text("agenda.live")) : std::string_view{},
                      .supporting = supporting,
                      .tags = tags,
                      .stripe = theme != nullptr ? theme_color(f, *theme) : f.style().palette.outline,
                      .selected = session->id == look.selected};
        if (!view.static_rendering) card.star = ui::Star{view.visitor.has_starred(session->id), star_name};
        if (is_on && !session->open_end) {
          card.progress = agenda::share_over(*session, view.now);
          card.progress_name = f.text("agenda.progress");
        }
        if (ui::card(f, card)) actions.ask(TurnStar{session->id});
        // "Now" comes and goes by itself, and the bar below it grows by the minute.
        if (is_on || !until.empty()) actions.wake_by(next_minute(view.now));
        if (session->starts_at > view.now && session->starts_at - view.now < std::chrono::hours(24))
          actions.wake_by(session->starts_at);
      });
}

namespace {

// Each language under its own name, whatever language is shown.
std::vector<ui::Choice> choices_of_languages(const View& view, bool short_names,
                                             std::vector<std::string>& links) {
  std::vector<ui::Choice> choices;
  links.clear();
  links.reserve(view.languages.size());  // the choices point into it
  for (const std::string& tag : view.languages) {
    const std::string_view name = text::native_language_name(tag);
    ui::Choice choice{.key = tag,
                      .label = short_names ? text::short_language_name(tag) : name,
                      .spoken = name,
                      .language = {}};
    if (tag != view.address.language) choice.language = tag;
    choice.href = links.emplace_back(path_of(tag, view.address.page, view.address.id));
    choices.push_back(choice);
  }
  return choices;
}

std::size_t index_of_language(const View& view) {
  const auto found = std::ranges::find(view.languages, view.address.language);
  return found == view.languages.end() ? 0 : static_cast<std::size_t>(found - view.languages.begin());
}

}  // namespace

std::string language_choices(ui::Frame& f, const View& view, ui::ChoiceLook look, bool short_names) {
  std::vector<std::string> links;
  const std::vector<ui::Choice> choices = choices_of_languages(view, short_names, links);
  const std::size_t chosen = index_of_language(view);
  const std::size_t now = ui::choose(f, f.text("settings.language"), choices, chosen, look);
  return now == chosen ? std::string{} : view.languages[now];
}

float language_choices_width(ui::Frame& f, const View& view) {
  std::vector<std::string> links;
  return ui::choose_width(f, choices_of_languages(view, true, links));
}

std::string hero_with_languages(ui::Frame& f, const View& view, const ui::HeroContent& content) {
  std::vector<std::string> links;
  const std::vector<ui::Choice> choices = choices_of_languages(view, true, links);
  const std::size_t chosen = index_of_language(view);
  std::size_t now = chosen;
  ui::hero(f, content, f.text("settings.language"), choices, now);
  return now == chosen ? std::string{} : view.languages[now];
}

bool is_over(const View& view) {
  return !view.static_rendering && view.edition.programme().progress(view.now).phase == agenda::Phase::over;
}

void programme_notice(ui::Frame& f, const View& view) {
  if (view.event.programme.status != model::PublicationStatus::provisional) return;
  if (is_over(view))
    ui::banner(f, ui::BannerLook::quiet, f.text("home.announced"), f.text("home.announced_text"));
  else
    ui::banner(f, ui::BannerLook::notice, f.text("provisional.programme"),
               f.text("provisional.programme_text"));
  f.gap(12);
}

void sessions_notice(ui::Frame& f, const View& view, agenda::SessionSpan sessions) {
  if (std::ranges::none_of(sessions, [](const model::Session* one) {
        return one->publication.status == model::PublicationStatus::provisional;
      }))
    return;
  if (is_over(view))
    ui::banner(f, ui::BannerLook::quiet, {}, f.text("home.announced_text"));
  else
    ui::banner(f, ui::BannerLook::notice, {}, f.text("provisional.programme_text"));
  f.gap(10);
}

void source_note(ui::Frame& f, const View& view, const model::Publication& publication) {
  const model::Publication* const one = &publication;
  source_note(f, view, {&one, 1});
}

void source_note(ui::Frame& f, const View& view, std::span<const model::Publication* const> publications) {
  const auto provisional = [](const model::Publication* one) {
    return one->status == model::PublicationStatus::provisional;
  };
  if (!publications.empty() && std::ranges::all_of(publications, provisional)) {
    if (is_over(view))
      ui::banner(f, ui::BannerLook::quiet, {}, f.text("publication.never"));
    else
      ui::banner(f, ui::BannerLook::notice, {}, f.text("publication.provisional"));
    f.gap(10);
  }
  source_links(f, view, publications);
}

void source_links(ui::Frame& f, const View& view, std::span<const model::Publication* const> publications) {
  std::vector<const model::Source*> cited;
  for (const model::Publication* one : publications) {
    const model::Source* source = view.edition.source(one->source);
    if (source == nullptr || std::ranges::find(cited, source) != cited.end()) continue;
    cited.push_back(source);
    const std::string said = f.text("publication.source", {{"source", view.in(source->name)}});
    if (source->link.empty())
      ui::paragraph(f, said, ui::TextLook::secondary);
    else
      ui::link(f, said, source->link);
  }
}

void points(ui::Frame& f, const View& view, const std::vector<model::LocalizedText>& points) {
  if (points.empty()) return;
  f.gap(6);
  std::vector<std::string_view> texts;
  for (const model::LocalizedText& point : points) texts.push_back(view.in(point));
  ui::points(f, texts);
}

bool has_articles(const View& view, model::ArticlePart part) {
  return std::ranges::find(view.event.articles, part, &model::Article::part) != view.event.articles.end();
}

void article_body(ui::Frame& f, const View& view, const model::Article& article) {
  if (article.publication.status == model::PublicationStatus::provisional) {
    f.gap(6);
    const ui::Tag tag{
        f.text(is_over(view) ? text::Key("publication.never_tag") : text::Key("publication.provisional_tag")),
        ui::TagLook::notice};
    ui::tags(f, {&tag, 1});
    f.gap(2);
  }
  bool first = true;
  for (const model::LocalizedText& paragraph : article.paragraphs) {
    f.gap(first ? 6 : 8);
    ui::paragraph(f, view.in(paragraph));
    first = false;
  }
  points(f, view, article.points);
  if (article.links.empty()) return;
  f.gap(10);
  links(f, view, article.links);
}

void links(ui::Frame& f, const View& view, const std::vector<model::StoryLink>& all) {
  auto list = f.list();
  for (const model::StoryLink& link : all) {
    auto item = f.list_item();
    // Of an address or a number people read what they would write or dial.
    std::string_view shown = link.link;
    char32_t icon = ui::icon::external_link;
    if (shown.starts_with("tel:")) icon = ui::icon::phone, shown.remove_prefix(4);
    if (shown.starts_with("mailto:")) icon = ui::icon::mail, shown.remove_prefix(7);
    ui::fact(f, icon, view.in(link.name), shown, link.link);
    f.gap(10);
  }
}

void partner_row(ui::Frame& f, const View& view, const model::Partner& partner) {
  ui::row(f, ui::icon::users, view.in(partner.name),
          partner.abbreviation.empty() ? std::string_view{} : view.in(partner.abbreviation),
          view.link(Page::partner, partner.id));
}

void theme_row(ui::Frame& f, const View& view, const model::Theme& theme) {
  ui::row(f, ui::icon::leaf, view.in(theme.name), f.text("theme.number", {{"number", theme.number}}),
          view.link(Page::theme, theme.id));
}

void partners_part(ui::Frame& f, const View& view, const std::string& title,
                   const std::vector<std::string>& partners) {
  if (partners.empty()) return;
  ui::section(f, 2, title);
  f.gap(8);
  auto panel = f.panel();
  auto list = f.list();
  for (const std::string& id : partners)
    if (const model::Partner* partner = view.edition.partner(id)) {
      auto item = f.list_item();
      partner_row(f, view, *partner);
    }
}

void partner_chips(ui::Frame& f, const View& view, const std::vector<std::string>& partners) {
  std::vector<const model::Partner*> known;
  for (const std::string& id : partners)
    if (const model::Partner* partner = view.edition.partner(id)) known.push_back(partner);
  if (known.empty()) return;
  f.gap(8);
  ui::paragraph(f, f.text("road.partners"), ui::TextLook::secondary);
  auto line = f.flow(8, 0);
  for (const model::Partner* partner : known)
    ui::chip(f, view.known_as(*partner), view.link(Page::partner, partner->id), false);
}

char32_t icon_of(model::ArticleIcon icon) {
  using enum model::ArticleIcon;
  switch (icon) {
    case accessibility: return ui::icon::accessibility;
    case bell: return ui::icon::bell;
    case building: return ui::icon::building_2;
    case calendar: return ui::icon::calendar;
    case check: return ui::icon::check;
    case clock: return ui::icon::clock;
    case download: return ui::icon::download;
    case footprints: return ui::icon::footprints;
    case globe: return ui::icon::globe;
    case headphones: return ui::icon::headphones;
    case languages: return ui::icon::languages;
    case layers: return ui::icon::layers;
    case leaf: return ui::icon::leaf;
    case list: return ui::icon::list;
    case lock: return ui::icon::lock;
    case map_pin: return ui::icon::map_pin;
    case monitor: return ui::icon::monitor;
    case newspaper: return ui::icon::newspaper;
    case route: return ui::icon::route;
    case share: return ui::icon::share_2;
    case star: return ui::icon::star;
    case sun: return ui::icon::sun;
    case ticket: return ui::icon::ticket;
    case triangle_alert: return ui::icon::triangle_alert;
    case users: return ui::icon::users;
    case info: break;
  }
  return ui::icon::info;
}

text::Key kind_key(model::SessionKind kind) {
  switch (kind) {
    case model::SessionKind::opening: return "kind.opening";
    case model::SessionKind::high_level: return "kind.high_level";
    case model::SessionKind::thematic: return "kind.thematic";
    case model::SessionKind::country: return "kind.country";
    case model::SessionKind::partner: return "kind.partner";
    case model::SessionKind::exhibition: return "kind.exhibition";
    case model::SessionKind::side_event: return "kind.side_event";
    case model::SessionKind::culture: return "kind.culture";
    case model::SessionKind::ceremony: return "kind.ceremony";
    case model::SessionKind::service: break;
  }
  return "kind.service";
}

const std::string& kind_name(ui::Frame& f, model::SessionKind kind) { return f.text(kind_key(kind)); }

void page_row(ui::Frame& f, const View& view, Page page, std::string_view second) {
  if (!has_content(view.event, page)) return;
  const PageEntry& entry = page_entry(page);
  auto item = f.list_item();
  ui::row(f, entry.icon, f.text(*entry.title), second, view.link(page));
}

std::string iso_date(model::Date date) {
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month())) +
         "-" + two(static_cast<unsigned>(date.day()));
}

const AddressCode* code_of_address(const View& view, std::string_view path) {
  if (view.site.empty()) return nullptr;
  AddressCode& kept = view.computed.of<AddressCode>();
  std::string address = std::string(view.site) + std::string(path);
  if (kept.address != address) {
    kept = {};
    if (auto code = carry::qr_code_of(address)) static_cast<carry::QrCode&>(kept) = *std::move(code);
    kept.address = std::move(address);
  }
  return kept.size > 0 ? &kept : nullptr;
}

void hand_on(ui::Frame& f, const View& view, std::string_view title, const std::string& path,
             Actions& actions) {
  if (view.static_rendering || view.site.empty()) return;
  f.gap(20);
  ui::section(f, 2, f.text("session.hand_on"));
  f.gap(8);
  if (const AddressCode* code = code_of_address(view, path)) {
    ui::qr_picture(f, {.name = f.text("session.code"), .size = code->size, .squares = &code->squares}, 200);
    f.gap(10);
  }
  if (ui::button(f, {.key = "share",
                     .label = f.text("session.share"),
                     .icon = ui::icon::share_2,
                     .look = ui::ButtonLook::secondary}))
    actions.ask(SharePage{std::string(title), path});
}

}  // namespace screens
