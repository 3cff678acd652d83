// Puts a page together: navigation, bars, and the screens in their panes.
#include <algorithm>
#include <array>

#include "icons.h"
#include "screens/screen.h"

namespace screens {
namespace {

// The page whose entry in the navigation is lit.
Page section_of(Page page) {
  switch (page) {
    case Page::session: return Page::agenda;
    case Page::place: return Page::map;
    case Page::partner: return Page::partners;
    case Page::my:
    case Page::themes:
    case Page::theme:
    case Page::about:
    case Page::road:
    case Page::news:
    case Page::story:
    case Page::settings: return Page::info;
    default: return page;
  }
}

bool has_way_back(Page page) {
  return page != Page::home && page != Page::agenda && page != Page::map && page != Page::partners &&
         page != Page::search && page != Page::info;
}

// The title that stands in the bar; empty where the page begins with its own.
std::string bar_title(ui::Frame& f, Page page) {
  switch (page) {
    case Page::agenda: return f.text("agenda.title");
    case Page::my: return f.text("my.title");
    case Page::map: return f.text("map.title");
    case Page::partners: return f.text("partners.title");
    case Page::themes: return f.text("themes.title");
    case Page::road: return f.text("road.title");
    case Page::news: return f.text("news.title");
    case Page::info: return f.text("info.title");
    case Page::search: return f.text("search.title");
    case Page::settings: return f.text("settings.title");
    default: return {};
  }
}

class PageLayout {
 public:
  PageLayout(ui::Frame& f, const View& view, Drafts& drafts, Actions& actions)
      : f_(f), view_(view), drafts_(drafts), actions_(actions) {}

  void draw() {
    if (!view_.static_rendering) f_.skip_link(f_.text("skip.content"));
    f_.ground();
    const ui::FrameSetup& setup = f_.setup();
    const ui::Insets& safe = setup.safe_area;
    ui::Rect content{safe.left, 0, setup.window.width - safe.left - safe.right, setup.window.height};
    if (view_.tells_clock()) content = below_clock(content);
    if (view_.shared) content = below_new_visitor(content);
    const std::vector<ui::PlaceLink> places = navigation();
    if (f_.breadth() == ui::Breadth::phone) {
      const float tabs = f_.tab_bar_height(places) + safe.bottom;
      content.height -= tabs;
      page(content);
      f_.bottom_tabs({0, content.bottom(), setup.window.width, tabs}, f_.text("nav.label"), places);
      over_page(tabs);
    } else {
      const float rail = f_.rail_width();
      f_.rail({content.x, content.y, rail, content.height}, f_.text("nav.label"), places);
      content.x += rail;
      content.width -= rail;
      page(content);
      over_page(safe.bottom);
    }
  }

 private:
  // What lies over the page: the toast, `above` the lower edge, and the dialog.
  void over_page(float above) {
    if (view_.static_rendering) return;
    const bool undoes = view_.toast != nullptr && !view_.toast->session.empty();
    if (f_.toast(told_by_toast(), undoes ? std::string_view(f_.text("toast.undo")) : std::string_view{},
                 above))
      actions_.undo = true;
    if (view_.shortcuts_open) shortcuts_screen(f_, actions_);
  }

  std::string_view told_by_toast() {
    if (view_.toast == nullptr) return {};
    switch (view_.toast->what) {
      case Toast::What::starred: return f_.text("toast.starred");
      case Toast::What::unstarred: return f_.text("toast.unstarred");
      case Toast::What::not_kept: return f_.text("toast.not_kept");
      case Toast::What::unreadable: return f_.text("toast.unreadable");
      case Toast::What::forgets_soon: return f_.text("toast.forgets_soon");
    }
    return {};
  }

  // Says that others use this device too, lets go of what the last visitor did, and answers what is left
  // of the window.
  ui::Rect below_new_visitor(const ui::Rect& content) {
    const std::string& said = f_.text("shared.forgets");
    const std::string& label = f_.text("shared.new_visitor");
    const float room = std::min(content.width * 0.45F, 240 * f_.setup().text_scale);
    const float words = content.width - room - 40;
    const float lines = f_.paragraph_height(said, ui::TextLook::secondary_bold, words);
    const float button = std::max(48.F, f_.paragraph_height(label, ui::TextLook::body, room - 62) + 20);
    const ui::Rect strip{content.x, content.y, content.width, std::max(lines, button) + 12};
    f_.surface(strip, true);
    auto place = f_.node_at(ui::Role::region, strip, 0, label, ui::Look::strip);
    {
      auto left = f_.box({strip.x + 16, strip.y + (strip.height - lines) / 2, words, lines});
      f_.paragraph(said, ui::TextLook::secondary_bold);
    }
    auto right = f_.box({strip.right() - room - 8, strip.y + (strip.height - button) / 2, room, button});
    if (f_.button(
            {.key = "new-visitor", .label = label, .icon = ui::icon::x, .look = ui::ButtonLook::secondary}))
      actions_.new_visitor = true;
    return {content.x, strip.bottom(), content.width, content.height - strip.height};
  }

  // Says that the clock was set by hand, or that it could not be, and answers what is left of the window.
  ui::Rect below_clock(const ui::Rect& content) {
    const std::string said =
        view_.clock_unread
            ? f_.text("clock.unread")
            : f_.text("clock.set", {{"date", f_.words().day_and_month(view_.zone.at(view_.now).date)},
                                    {"time", f_.words().time(view_.now)}});
    const ui::Rect strip{
        0, 0, f_.setup().window.width,
        f_.paragraph_height(said, ui::TextLook::secondary_bold, f_.setup().window.width - 16) + 12 +
            f_.setup().safe_area.top};
    f_.surface(strip, true);
    actions_.wake_by(next_minute(view_.now));
    auto place = f_.node_at(ui::Role::region, strip, 0, view_.clock_set ? f_.text("settings.clock") : said,
                            ui::Look::strip);
    f_.gap(6 + f_.setup().safe_area.top);
    auto margins = f_.margins(8);
    f_.paragraph(said, ui::TextLook::secondary_bold);
    return {content.x, strip.bottom(), content.width, content.height - strip.height};
  }

  std::vector<ui::PlaceLink> navigation() {
    struct Entry {
      Page page;
      char32_t icon;
      text::Key name;
    };
    static constexpr std::array<Entry, 7> entries{{{Page::home, ui::icon::house, "nav.home"},
                                                   {Page::agenda, ui::icon::calendar, "nav.agenda"},
                                                   {Page::map, ui::icon::map_pin, "nav.map"},
                                                   {Page::search, ui::icon::search, "nav.search"},
                                                   {Page::partners, ui::icon::users, "nav.partners"},
                                                   {Page::themes, ui::icon::leaf, "nav.themes"},
                                                   {Page::info, ui::icon::menu, "nav.more"}}};
    const auto has = [&](Page page) { return has_content(view_.event, page); };
    Page current = section_of(view_.address.page);
    const bool phone = f_.breadth() == ui::Breadth::phone;
    if ((!phone || !has(Page::partners)) &&
        (view_.address.page == Page::themes || view_.address.page == Page::theme))
      current = Page::themes;
    // There the search has its place in the header.
    const bool desktop = f_.breadth() == ui::Breadth::desktop;
    if (desktop && current == Page::search) current = Page::info;
    links_.clear();
    links_.reserve(entries.size());
    std::vector<ui::PlaceLink> places;
    for (const Entry& entry : entries) {
      if (!has(entry.page)) continue;
      if (phone && entry.page == Page::themes && has(Page::partners)) continue;  // six fit
      if (desktop && entry.page == Page::search) continue;
      links_.push_back(view_.link(entry.page));
      places.push_back({links_.back(), f_.text(entry.name), entry.icon, entry.page == current});
    }
    return places;
  }

  void page(const ui::Rect& rect) {
    auto main = f_.node_at(ui::Role::main, rect, 0);
    const Page page = view_.address.page;
    const std::string title = bar_title(f_, page);
    if (!title.empty()) f_.title(title);
    if (page == Page::home) return home(rect);
    const bool side_by_side =
        f_.breadth() == ui::Breadth::desktop && has_content(view_.event, section_of(page));
    if (side_by_side && (page == Page::agenda || page == Page::session)) return agenda_panes(rect);
    if (side_by_side && (page == Page::partners || page == Page::partner)) return partners_panes(rect);
    single(rect, title);
  }

  void home(const ui::Rect& rect) {
    auto scroll = f_.scrolling(scroll_key(view_.address), rect);
    home_screen(f_, view_, actions_);
  }

  // A page with its bar, and below it the screen in one column.
  void single(const ui::Rect& rect, const std::string& title) {
    const ui::Measures& measure = f_.style().measure;
    const bool phone = f_.breadth() == ui::Breadth::phone;
    const float beside = rect.width - 30 - (has_way_back(view_.address.page) ? 30 : 0) -
                         (f_.breadth() == ui::Breadth::desktop ? header_room() : 0);
    const float bar = f_.app_bar_height(title, beside, phone ? measure.app_bar : 64) +
                      (view_.tells_clock() ? 0 : f_.setup().safe_area.top);
    top_bar({rect.x, rect.y, rect.width, bar}, title, view_.address.page);
    const ui::Rect below{rect.x, rect.y + bar, rect.width, rect.height - bar};
    auto scroll = f_.scrolling(scroll_key(view_.address), below);
    const bool wide = view_.address.page == Page::map || view_.address.page == Page::place ||
                      view_.address.page == Page::partners || view_.address.page == Page::themes ||
                      view_.address.page == Page::theme;
    const float most = wide ? 1100 : measure.reading_width;
    auto margins = f_.margins(phone ? measure.margin : 28, most);
    f_.gap(phone ? 14 : 22);
    screen();
    f_.gap(24);
  }

  void screen() {
    const Address& address = view_.address;
    const content::Edition& edition = view_.edition;
    switch (address.page) {
      case Page::agenda: return agenda_screen(f_, view_, drafts_, actions_, {});
      case Page::session:
        if (const auto* session = edition.session(address.id))
          return session_screen(f_, view_, *session, actions_);
        break;
      case Page::my: return my_screen(f_, view_, actions_);
      case Page::map: return map_screen(f_, view_, actions_, nullptr);
      case Page::place:
        if (const auto* room = edition.room(address.id)) return map_screen(f_, view_, actions_, room);
        break;
      case Page::partners: return partners_screen(f_, view_, drafts_, {});
      case Page::partner:
        if (const auto* partner = edition.partner(address.id))
          return partner_screen(f_, view_, *partner, actions_);
        break;
      case Page::themes: return themes_screen(f_, view_);
      case Page::theme:
        if (const auto* theme = edition.theme(address.id)) return theme_screen(f_, view_, *theme, actions_);
        break;
      case Page::about: return about_screen(f_, view_);
      case Page::road: return road_screen(f_, view_);
      case Page::news: return news_screen(f_, view_);
      case Page::story:
        if (const auto* story = edition.story(address.id)) return story_screen(f_, view_, *story);
        break;
      case Page::info: return info_screen(f_, view_);
      case Page::search: return search_screen(f_, view_, drafts_, actions_);
      case Page::settings: return settings_screen(f_, view_, actions_);
      case Page::home:
      case Page::not_found: break;
    }
    not_found_screen(f_, view_);
  }

  void agenda_panes(const ui::Rect& rect) {
    const model::Session* session = view_.edition.session(view_.address.id);
    const bool missing = view_.address.page == Page::session && session == nullptr;
    panes(
        rect, f_.text("agenda.title"), "agenda-list",
        [&] { agenda_screen(f_, view_, drafts_, actions_, view_.address.id); },
        [&] {
          if (session != nullptr) return session_screen(f_, view_, *session, actions_);
          if (missing) return not_found_screen(f_, view_);
          f_.empty(ui::icon::calendar, f_.text("agenda.choose"), f_.text("agenda.choose_text"));
        },
        view_.address.page == Page::agenda);
  }

  void partners_panes(const ui::Rect& rect) {
    const model::Partner* partner = view_.edition.partner(view_.address.id);
    const bool missing = view_.address.page == Page::partner && partner == nullptr;
    panes(
        rect, f_.text("partners.title"), "partners-list",
        [&] { partners_screen(f_, view_, drafts_, view_.address.id); },
        [&] {
          if (partner != nullptr) return partner_screen(f_, view_, *partner, actions_);
          if (missing) return not_found_screen(f_, view_);
          f_.empty(ui::icon::users, f_.text("partners.choose"), f_.text("agenda.choose_text"));
        },
        view_.address.page == Page::partners);
  }

  // A list at the left, what was chosen in it at the right. The page's own title
  // is the list's until something is chosen.
  template <typename List, typename Detail>
  void panes(const ui::Rect& rect, const std::string& list_title, std::string_view list_key, List draw_list,
             Detail draw_detail, bool list_is_page) {
    const ui::Measures& measure = f_.style().measure;
    const float bar = f_.app_bar_height(list_title, measure.list_pane - 40, 64) +
                      (view_.tells_clock() ? 0 : f_.setup().safe_area.top);
    const ui::Rect list{rect.x, rect.y, measure.list_pane, rect.height};
    const ui::Rect detail{list.right(), rect.y, rect.width - list.width, rect.height};
    {
      auto region = f_.node_at(ui::Role::region, list, 0, list_title);
      f_.app_bar({list.x, list.y, list.width, bar}, list_title, {}, {}, list_is_page ? 1 : 2);
      auto scroll = f_.scrolling(list_key, {list.x, list.y + bar, list.width - 1, list.height - bar});
      auto margins = f_.margins(measure.margin);
      f_.gap(14);
      draw_list();
    }
    f_.edge({list.right() - 1, list.y, 1, list.height});
    {
      auto region = f_.node_at(ui::Role::region, detail, 0, f_.text("nav.detail"));
      header({detail.x, detail.y, detail.width, bar});
      auto scroll = f_.scrolling(scroll_key(view_.address),
                                 {detail.x, detail.y + bar, detail.width, detail.height - bar});
      auto margins = f_.margins(40, measure.reading_width - 40);
      f_.gap(30);
      draw_detail();
      f_.gap(24);
    }
  }

  void top_bar(const ui::Rect& rect, const std::string& title, Page page) {
    const std::string back = has_way_back(page) ? view_.link(parent_of(page)) : std::string{};
    if (f_.breadth() == ui::Breadth::desktop) {
      header(rect);
      f_.app_bar({rect.x, rect.y, rect.width - header_room(), rect.height}, title, f_.text("nav.back"), back,
                 1);
      return;
    }
    f_.app_bar(rect, title, f_.text("nav.back"), back, 1);
  }

  // Search and language, always in view where there is room.
  static constexpr float search_width = 190;
  float header_room() { return search_width + language_choices_width(f_, view_) + 36; }
  void header(const ui::Rect& rect) {
    f_.surface(rect, true);
    const float room = header_room();
    const float height = f_.style().measure.target;
    const float middle = rect.y + (rect.height - height) / 2;
    auto group = f_.node_at(ui::Role::group, {rect.right() - room + 12, middle, room - 24, height}, 0);
    auto line = f_.flow(12);
    const std::string search = view_.link(Page::search);
    f_.search_link(f_.text("nav.search"), search, search_width);
    const std::string language = language_choices(f_, view_, ui::ChoiceLook::plain, true);
    if (!language.empty()) actions_.language = language;
  }

  ui::Frame& f_;
  const View& view_;
  Drafts& drafts_;
  Actions& actions_;
  std::vector<std::string> links_;
};

}  // namespace

Page parent_of(Page page) {
  switch (page) {
    case Page::session: return Page::agenda;
    case Page::place: return Page::map;
    case Page::partner: return Page::partners;
    case Page::theme: return Page::themes;
    case Page::story: return Page::news;
    case Page::road: return Page::about;
    case Page::my:
    case Page::themes:
    case Page::about:
    case Page::news:
    case Page::settings: return Page::info;
    default: return Page::home;
  }
}

std::string scroll_key(const Address& address) {
  std::string key = path_of("x", address.page, address.id);
  for (const auto& [name, value] : address.query)
    if (name != "at" && name != "q") key.append("?").append(name).append("=").append(value);
  return key;
}

void draw(ui::Frame& f, const View& view, Drafts& drafts, Actions& actions) {
  PageLayout(f, view, drafts, actions).draw();
}

}  // namespace screens
