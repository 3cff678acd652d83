#include <algorithm>
#include <array>

#include "icons.h"
#include "screens/asides.h"
#include "screens/screen.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// The articles of that part, each a section of the page, and who says all this.
void articles(ui::Frame& f, const View& view, model::ArticlePart part, int level) {
  std::vector<const model::Publication*> publications;
  for (const model::Article& article : view.event.articles) {
    if (article.part != part) continue;
    publications.push_back(&article.publication);
    f.anchor(article.id);
    ui::titled(f, level == 2 ? icon_of(article.icon) : 0, level, view.in(article.title));
    article_body(f, view, article);
    f.gap(level == 2 ? 22 : 16);
  }
  source_note(f, view, publications);
}

constexpr std::string_view questions_anchor = "questions";

// Links to the articles of that part, in the list at hand.
void rows_to_articles(ui::Frame& f, const View& view, model::ArticlePart part, Page page) {
  for (const model::Article& article : view.event.articles) {
    if (article.part != part) continue;
    auto item = f.list_item();
    ui::row(f, icon_of(article.icon), view.in(article.title), {}, view.link(page) + "#" + article.id);
  }
}

// The map with the first level of the site.
std::string on_map(const View& view, const model::Site& site) {
  std::string level;
  for (const model::Level& candidate : view.event.levels)
    if (candidate.site == site.id && level.empty()) level = candidate.id;
  return view.link(Page::map) + (level.empty() ? "" : (view.static_rendering ? "#" : "?level=") + level);
}

}  // namespace

void info_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.info", {{"event", view.in(view.event.name)}}));
  // Elsewhere they stand beside the page.
  if (f.breadth() != ui::Breadth::desktop) {
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const Page page : {Page::search, Page::partners})
        if (!is_in_navigation(f, view, page)) page_row(f, view, page);
      const std::size_t unread = unread_notices(view);
      const std::string told =
          unread > 0 ? f.text("notices.unread", {{"count", static_cast<int>(unread)}}) : std::string{};
      for (const Page page : listed_pages())
        if (page != Page::partners && page != Page::info)
          page_row(f, view, page,
                   page == Page::news       ? std::string_view(told)
                   : page == Page::settings ? std::string_view(f.text("settings.short"))
                                            : std::string_view{});
    }
    f.gap(20);
  }
  ui::section(f, 2, f.text("info.sites"));
  f.gap(10);
  {
    auto list = f.list();
    for (const model::Site& site : view.event.sites) {
      auto item = f.list_item();
      ui::fact(f, ui::icon::map_pin, view.in(site.name),
               site.description.empty() ? std::string_view{} : std::string_view(view.in(site.description)),
               on_map(view, site));
      f.gap(14);
    }
  }
  if (has_articles(view, model::ArticlePart::info)) {
    f.gap(10);
    articles(f, view, model::ArticlePart::info, 2);
    f.gap(20);
  }
  if (has_articles(view, model::ArticlePart::question)) {
    f.anchor(questions_anchor);
    ui::section(f, 2, f.text("info.questions"));
    f.gap(12);
    articles(f, view, model::ArticlePart::question, 3);
  }
}

bool has_info_contents(const View& view) {
  return has_articles(view, model::ArticlePart::info) || has_articles(view, model::ArticlePart::question);
}

void info_contents(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  rows_to_articles(f, view, model::ArticlePart::info, Page::info);
  if (!has_articles(view, model::ArticlePart::question)) return;
  auto item = f.list_item();
  ui::row(f, ui::icon::list, f.text("info.questions"), {},
          view.link(Page::info) + "#" + std::string(questions_anchor));
}

bool has_about_contents(const View& view) { return has_articles(view, model::ArticlePart::about); }

void about_contents(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  rows_to_articles(f, view, model::ArticlePart::about, Page::about);
}

void about_screen(ui::Frame& f, const View& view, Actions&) {
  f.title(f.text("about.title"));
  f.description(view.in(view.event.summary));
  ui::heading(f, 1, view.in(view.event.name));
  if (!view.event.motto.empty()) {
    f.gap(6);
    ui::paragraph(f, view.in(view.event.motto), ui::TextLook::secondary_bold);
  }
  f.gap(16);
  const std::string place =
      f.text("home.dates_city", {{"dates", view.in(view.event.city)}, {"city", view.in(view.event.country)}});
  ui::fact(f, ui::icon::calendar, f.words().date_range(view.event.first_day, view.event.last_day), place);
  f.gap(6);
  for (const model::Site& site : view.event.sites) {
    f.gap(8);
    ui::fact(f, ui::icon::map_pin, view.in(site.name), {}, on_map(view, site));
  }
  f.gap(14);
  if (!view.event.summary.empty()) ui::paragraph(f, view.in(view.event.summary), ui::TextLook::lead);
  f.gap(20);
  const auto is_there = [&](Page page) { return has_content(view.event, page); };
  constexpr std::array more{Page::road, Page::themes, Page::partners};
  if (f.breadth() == ui::Breadth::phone && std::ranges::any_of(more, is_there)) {
    auto panel = f.panel();
    auto list = f.list();
    for (const Page page : more) page_row(f, view, page);
  }
  f.gap(24);
  articles(f, view, model::ArticlePart::about, 2);
}

void not_found_screen(ui::Frame& f, const View& view, Actions&) {
  f.title(f.text("not_found.title"));
  // In place of what has the window alone, and keeps its own margins.
  auto margins = f.margins(page_entry(view.address.page).width == PageWidth::alone ? 24.F : 0.F);
  f.gap(8);
  ui::heading(f, 1, f.text("not_found.title"));
  f.gap(8);
  ui::paragraph(f, f.text("not_found.text"));
  f.gap(20);
  const std::string home = view.link(Page::home);
  ui::button(f, {.key = "home",
                 .label = f.text("not_found.home"),
                 .icon = ui::icon::house,
                 .look = ui::ButtonLook::primary,
                 .href = home});
}

}  // namespace screens
