// The home page: what the event is, and on its days what is on. Before and after them an overview.
#include <algorithm>

#include "icons.h"
#include "screens/asides.h"
#include "screens/screen.h"
#include "screens/today.h"
#include "text/capital.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/overview.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

constexpr float between_parts = 22;
constexpr float below_titles = 10;
constexpr float overlap = 36;      // of the figures over the header
constexpr float wide = 860;        // from here on two things stand side by side
constexpr float most = 1560;       // wider windows have more ground at both sides
constexpr float two_cards = 760;   // from here on two cards
constexpr float side_width = 340;  // of what stands beside the rooms
constexpr std::size_t most_rooms = 10;
constexpr std::size_t most_rooms_on_phone = 6;
constexpr std::size_t most_next = 4;
constexpr std::size_t known_at_home = 6;  // of the articles that are good to know
constexpr std::size_t told_at_home = 6;   // of those that tell of the event

// How far it is to the summit, or where it stands.
std::string state_line(ui::Frame& f, const View& view, const agenda::Progress& progress) {
  switch (progress.phase) {
    case agenda::Phase::before: return f.text("home.days_left", {{"days", progress.days_left}});
    case agenda::Phase::over: return f.text("home.over");
    case agenda::Phase::running: break;
  }
  return f.text("home.day", {{"day", progress.day},
                             {"time", f.words().time(view.now)},
                             {"zone", view.in(view.event.time_zone_name)}});
}

void figures(ui::Frame& f, const View& view) {
  std::vector<std::pair<std::string, std::string>> texts;
  const auto add = [&](std::size_t count, text::Key what) {
    const auto number = static_cast<std::int64_t>(count);
    if (count > 0) texts.emplace_back(f.words().number(number), f.text(what, {{"count", number}}));
  };
  add(view.event.days.size(), "home.figure_days");
  add(view.event.themes.size(), "home.figure_themes");
  add(view.event.partners.size(), "home.figure_partners");
  add(view.event.sites.size(), "home.figure_sites");
  std::vector<ui::Figure> all;
  for (const auto& [number, what] : texts) all.push_back({number, what});
  ui::figures(f, f.text("home.figures"), all);
}

void title_of_part(ui::Frame& f, const View& view, const std::string& title, Page page) {
  ui::section(f, 2, title, f.text("home.all"), view.link(page));
  f.gap(below_titles);
}

void days(ui::Frame& f, const View& view, Actions& actions) {
  title_of_part(f, view, f.text("home.by_day"), Page::agenda);
  days_aside(f, view, actions);
}

void themes(ui::Frame& f, const View& view, int columns) {
  title_of_part(f, view, f.text("themes.title"), Page::themes);
  theme_tiles(f, view, columns, [&](const model::Theme& theme) {
    return columns > 2 ? f.text("theme.number", {{"number", theme.number}}) : std::string{};
  });
}

void road(ui::Frame& f, const View& view) {
  title_of_part(f, view, f.text("road.title"), Page::road);
  struct Texts {
    std::string mark, dates, href;
  };
  std::vector<Texts> texts;
  texts.reserve(view.event.milestones.size() + 1);  // the stops point into it
  std::vector<ui::Stop> stops;
  for (const model::Milestone& milestone : view.event.milestones) {
    const Texts& one = texts.emplace_back(f.words().number(static_cast<std::int64_t>(stops.size() + 1)),
                                          milestone.first_day == milestone.last_day
                                              ? f.words().full_date(milestone.first_day)
                                              : f.words().date_range(milestone.first_day, milestone.last_day),
                                          view.link(Page::road) + "#" + milestone.id);
    const std::string& place = view.in(milestone.place);
    // The city alone: the country stands on the page of the road.
    stops.push_back({.mark = one.mark,
                     .title = std::string_view(place).substr(0, place.find(',')),
                     .second = one.dates,
                     .href = one.href});
  }
  const Texts& goal = texts.emplace_back(
      std::string{}, f.words().date_range(view.event.first_day, view.event.last_day), std::string{});
  stops.push_back({.title = view.in(view.event.city), .second = goal.dates, .goal = true});
  ui::stops(f, f.text("road.title"), stops);
}

void partners(ui::Frame& f, const View& view) {
  title_of_part(f, view, f.text("partners.title"), Page::partners);
  auto flow = f.flow(8, 0);
  for (const model::Partner& partner : view.event.partners)
    ui::chip(f, view.known_as(partner), view.link(Page::partner, partner.id), false);
}

// The first articles of that part, as links to the page on which they stand.
void articles(ui::Frame& f, const View& view, model::ArticlePart part, const std::string& title, Page page,
              std::size_t most_rows) {
  title_of_part(f, view, title, page);
  auto panel = f.panel();
  auto list = f.list();
  std::size_t count = 0;
  for (const model::Article& article : view.event.articles) {
    if (article.part != part || count == most_rows) continue;
    ++count;
    auto item = f.list_item();
    ui::row(f, icon_of(article.icon), view.in(article.title), {}, view.link(page) + "#" + article.id);
  }
}

// What one needs to know to come.
void good_to_know(ui::Frame& f, const View& view) {
  articles(f, view, model::ArticlePart::info, f.text("home.good_to_know"), Page::info, known_at_home);
}

// What it was about, what was expected of it.
void about(ui::Frame& f, const View& view) {
  articles(f, view, model::ArticlePart::about, f.text("about.title"), Page::about, told_at_home);
}

void explore(ui::Frame& f, const View& view) {
  ui::section(f, 2, f.text("home.explore"));
  f.gap(below_titles);
  auto panel = f.panel();
  auto list = f.list();
  for (const Page page : {Page::my, Page::board, Page::news, Page::people, Page::about})
    page_row(f, view, page);
}

// Both where they stand side by side, else one below the other; what is not there takes no room.
void pair(ui::Frame& f, float first_share, bool has_first, const std::function<void()>& first,
          bool has_second, const std::function<void()>& second) {
  constexpr float gap = 20;
  if (has_first && has_second && f.width() >= wide) {
    f.beside((f.width() - gap) * first_share, gap, first, second);
    f.gap(between_parts);
    return;
  }
  for (const auto& [there, part] : {std::pair{has_first, &first}, std::pair{has_second, &second}}) {
    if (!there) continue;
    (*part)();
    f.gap(between_parts);
  }
}

bool has_next(const View& view) { return !view.edition.programme().up_next(view.now, 1).empty(); }

// The next sessions of the whole programme.
void next_sessions(ui::Frame& f, const View& view, Actions& actions, bool before) {
  const agenda::SessionSpan next = view.edition.programme().up_next(view.now, most_next);
  if (next.empty()) return;
  ui::section(f, 2, before ? f.text("home.first") : f.text("home.next"), f.text("home.all"),
              view.link(Page::agenda));
  f.gap(below_titles);
  session_cards(f, view, next, actions,
                {.with_day = true, .with_wait = true, .columns = f.width() > two_cards ? 2 : 1});
}

// A day of the event: its hours, the rooms, and what is the visitor's own.
void today(ui::Frame& f, const View& view, Actions& actions) {
  const model::Date day = view.edition.programme().opening_day(view.now);
  hours_of_day(f, view, day);
  f.gap(between_parts);
  const auto rooms = [&] {
    if (!has_content(view.event, Page::board)) return programme_notice(f, view);
    ui::section(f, 2, f.text("board.title"), f.text("board.whole"), view.link(Page::board));
    f.gap(below_titles);
    board_of_rooms(f, view, actions, day,
                   f.breadth() == ui::Breadth::phone ? most_rooms_on_phone : most_rooms);
    f.gap(between_parts);
    programme_notice(f, view);
  };
  const auto mine = [&] {
    next_of_mine(f, view, actions);
    my_day(f, view, actions, day);
  };
  const auto told = [&] {
    changes_in_short(f, view, false);
    notices_in_short(f, view, actions);
  };
  const auto next = [&] {
    if (!has_next(view)) return;
    next_sessions(f, view, actions, false);
    f.gap(between_parts);
  };
  if (f.width() >= wide * f.setup().text_scale) {
    constexpr float gap = 20;
    f.beside(f.width() - gap - side_width * std::min(1.4F, f.setup().text_scale), gap, rooms, [&] {
      mine();
      told();
      next();
    });
  } else {
    mine();
    rooms();
    next();
    told();
  }
  f.gap(between_parts);
}

// The field that leads to the search, over the header at the right.
void search_in_header(ui::Frame& f, const View& view, ui::Point corner, float width, float margin) {
  constexpr float field = 340;
  auto box = f.box({corner.x + width - field - margin, corner.y + f.setup().safe_area.top + 16, field, 44});
  ui::search_link(f, f.text("nav.search"), view.link(Page::search), field);
}

// What the event is, on every day of the year.
void overview(ui::Frame& f, const View& view, Actions& actions, agenda::Phase phase) {
  const model::Event& event = view.event;
  // Whoever reads what is kept may still be on the way.
  const bool comes = view.static_rendering || phase == agenda::Phase::before;
  const bool has_info = has_articles(view, model::ArticlePart::info);
  const bool side_by_side = f.width() >= wide;
  const int columns = side_by_side                             ? 4
                      : f.width() > 560 * f.setup().text_scale ? 4
                      : f.width() > 300 * f.setup().text_scale ? 2
                                                               : 1;
  pair(
      f, 0.4F, !event.days.empty(), [&] { days(f, view, actions); }, !event.themes.empty(),
      [&] { themes(f, view, side_by_side && f.width() < 640 * f.setup().text_scale ? 2 : columns); });
  if (comes)
    pair(
        f, 0.5F, has_info, [&] { good_to_know(f, view); }, !view.static_rendering && has_next(view),
        [&] { next_sessions(f, view, actions, true); });
  if (!event.milestones.empty()) {
    road(f, view);
    f.gap(between_parts);
  }
  const bool is_told = has_articles(view, model::ArticlePart::about);
  const bool over = phase == agenda::Phase::over;
  pair(
      f, 0.5F, !event.partners.empty(), [&] { partners(f, view); }, over || comes ? is_told : has_info,
      [&] {
        if (over || comes)
          about(f, view);
        else
          good_to_know(f, view);
      });
}

}  // namespace

void home_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.title(view.in(view.event.name));
  f.description(view.in(view.event.summary));
  const agenda::Progress progress = view.edition.programme().progress(view.now);
  const bool running = !view.static_rendering && progress.phase == agenda::Phase::running;
  const std::string dates =
      f.text("home.dates_city", {{"dates", f.words().date_range(view.event.first_day, view.event.last_day)},
                                 {"city", view.in(view.event.city)}});
  const std::string today_name =
      running ? text::with_capital(f.words().weekday_day_month(view.zone.at(view.now).date)) : std::string{};
  const std::string state = view.static_rendering ? std::string{} : state_line(f, view, progress);

  const ui::Point corner = f.corner();
  const float width = f.width();
  const float side = std::max(f.style().measure.margin, (width - most) / 2);
  const float side_of_header = std::max(ui::HeroContent{}.margin, side);
  const std::string language =
      hero_with_languages(f, view,
                          {.title = view.in(view.event.name),
                           .line1 = running ? std::string_view(today_name) : view.in(view.event.motto),
                           .line2 = running ? std::string_view{} : std::string_view(dates),
                           .state = state,
                           .overlap = running ? 0 : overlap,
                           .margin = side_of_header});
  if (!language.empty()) actions.ask(ChooseLanguage{language});
  // Elsewhere it has its place in the navigation.
  if (f.breadth() == ui::Breadth::desktop) search_in_header(f, view, corner, width, side_of_header);
  f.gap(running ? between_parts : -overlap);
  auto margins = f.margins(side);
  if (running) {
    today(f, view, actions);
  } else {
    figures(f, view);
    f.gap(between_parts);
    if (view.static_rendering) kept_alarms(f, view, actions);
    programme_notice(f, view);
    if (view.event.programme.status == model::PublicationStatus::provisional)
      f.gap(between_parts - below_titles);
    changes_in_short(f, view, false);
    if (unread_notices(view) > 0) notices_in_short(f, view, actions);
  }
  overview(f, view, actions, progress.phase);
  explore(f, view);
  f.gap(24);

  // The clock in the header, what is on, and the bars of progress go by the minute.
  if (progress.phase == agenda::Phase::running)
    actions.wake_by(next_minute(view.now));
  else if (progress.phase == agenda::Phase::before)
    actions.wake_by(
        view.zone.instant(std::chrono::sys_days(view.zone.at(view.now).date) + std::chrono::days(1), 0, 0));
}

}  // namespace screens
