// Puts a page together: navigation, bars, and the screens in their panes.
#include <algorithm>
#include <array>

#include "icons.h"
#include "screens/screen.h"
#include "ui/widgets/bars.h"

namespace screens {
namespace {

// As many entries as fit beside each other on a phone.
constexpr std::size_t most_tabs = 6;

// Who came here by the navigation goes on with it.
bool has_way_back(const PageEntry& entry) { return !entry.nav || entry.nav->spare; }

class PageLayout {
 public:
  PageLayout(ui::Frame& f, const View& view, Actions& actions)
      : f_(f), view_(view), actions_(actions), entry_(page_entry(view.address.page)) {}

  void draw() {
    if (!view_.static_rendering) f_.skip_link(f_.text("skip.content"));
    ui::ground(f_);
    const ui::FrameSetup& setup = f_.setup();
    const ui::Insets& safe = setup.safe_area;
    ui::Rect content{safe.left, 0, setup.window.width - safe.left - safe.right, setup.window.height};
    if (view_.tells_clock()) content = below_clock(content);
    if (view_.shared) content = below_new_visitor(content);
    const std::vector<ui::PlaceLink> places = navigation();
    if (f_.breadth() == ui::Breadth::phone) {
      const float tabs = ui::tab_bar_height(f_, places) + safe.bottom;
      content.height -= tabs;
      page(content);
      ui::bottom_tabs(f_, {0, content.bottom(), setup.window.width, tabs}, f_.text("nav.label"), places);
      over_page(tabs);
    } else {
      const float rail = ui::rail_width(f_);
      ui::rail(f_, {content.x, content.y, rail, content.height}, f_.text("nav.label"), places);
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
      actions_.ask(Undo{});
    if (view_.shortcuts_open) shortcuts_dialog(f_, actions_);
  }

  std::string told_by_toast() {
    if (view_.toast == nullptr) return {};
    switch (view_.toast->what) {
      case Toast::What::starred: return f_.text("toast.starred");
      case Toast::What::unstarred: return f_.text("toast.unstarred");
      case Toast::What::not_kept: return f_.text("toast.not_kept");
      case Toast::What::unreadable: return f_.text("toast.unreadable");
      case Toast::What::forgets_soon: return f_.text("toast.forgets_soon");
      case Toast::What::updated:
        return f_.text("fresh.updated", {{"count", static_cast<std::int64_t>(view_.toast->changed)}});
      case Toast::What::update_refused: return f_.text("fresh.refused");
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
    ui::surface(f_, strip, true);
    auto place = f_.node_at(ui::Role::region, strip, 0, label, ui::Look::strip);
    {
      auto left = f_.box({strip.x + 16, strip.y + (strip.height - lines) / 2, words, lines});
      f_.paragraph(said, ui::TextLook::secondary_bold);
    }
    auto right = f_.box({strip.right() - room - 8, strip.y + (strip.height - button) / 2, room, button});
    if (f_.button(
            {.key = "new-visitor", .label = label, .icon = ui::icon::x, .look = ui::ButtonLook::secondary}))
      actions_.ask(NewVisitor{});
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
    ui::surface(f_, strip, true);
    actions_.wake_by(next_minute(view_.now));
    auto place = f_.node_at(ui::Role::region, strip, 0, view_.clock_set ? f_.text("settings.clock") : said,
                            ui::Look::strip);
    f_.gap(6 + f_.setup().safe_area.top);
    auto margins = f_.margins(8);
    f_.paragraph(said, ui::TextLook::secondary_bold);
    return {content.x, strip.bottom(), content.width, content.height - strip.height};
  }

  // The pages with an entry in the navigation here.
  std::vector<const PageEntry*> nav_entries() const {
    std::vector<const PageEntry*> entries;
    for (const PageEntry& entry : all_pages())
      if (entry.nav && has_content(view_.event, entry.page) &&
          (entry.nav->on_desktop || f_.breadth() != ui::Breadth::desktop))
        entries.push_back(&entry);
    if (f_.breadth() == ui::Breadth::phone && entries.size() > most_tabs)
      std::erase_if(entries, [](const PageEntry* entry) { return entry->nav->spare; });
    return entries;
  }

  std::vector<ui::PlaceLink> navigation() {
    const std::vector<const PageEntry*> entries = nav_entries();
    // What has no entry here is reached over "more".
    const bool lit = std::ranges::find(entries, entry_.section, &PageEntry::page) != entries.end();
    const Page current = lit || entry_.page == Page::not_found ? entry_.section : Page::info;
    links_.clear();
    links_.reserve(entries.size());
    std::vector<ui::PlaceLink> places;
    for (const PageEntry* entry : entries) {
      links_.push_back(view_.link(entry->page));
      const char32_t icon = entry->nav->icon != 0 ? entry->nav->icon : entry->icon;
      places.push_back({links_.back(), f_.text(entry->nav->name), icon, entry->page == current});
    }
    return places;
  }

  void page(const ui::Rect& rect) {
    auto main = f_.node_at(ui::Role::main, rect, 0);
    const std::string title = entry_.title && !entry_.own_heading ? f_.text(*entry_.title) : std::string{};
    if (!title.empty()) f_.title(title);
    if (entry_.width == PageWidth::whole) return whole(rect);
    const PageEntry& list = entry_.panes ? entry_ : page_entry(entry_.parent);
    if (list.panes && f_.breadth() == ui::Breadth::desktop && has_content(view_.event, list.page))
      return panes(rect, list);
    single(rect, title);
  }

  // The page that the address names, or that there is no such thing.
  void screen() {
    const bool missing = entry_.things != nullptr && !entry_.things->has(view_.edition, view_.address.id);
    (missing ? page_entry(Page::not_found) : entry_).draw(f_, view_, actions_);
  }

  void whole(const ui::Rect& rect) {
    auto scroll = f_.scrolling(scroll_key(view_.address), rect);
    screen();
  }

  // A page with its bar, and below it the screen in one column.
  void single(const ui::Rect& rect, const std::string& title) {
    const ui::Measures& measure = f_.style().measure;
    const bool phone = f_.breadth() == ui::Breadth::phone;
    const float beside = rect.width - 30 - (has_way_back(entry_) ? 30 : 0) -
                         (f_.breadth() == ui::Breadth::desktop ? header_room() : 0);
    const float bar = ui::app_bar_height(f_, title, beside, phone ? measure.app_bar : 64) +
                      (view_.tells_clock() ? 0 : f_.setup().safe_area.top);
    top_bar({rect.x, rect.y, rect.width, bar}, title);
    const ui::Rect below{rect.x, rect.y + bar, rect.width, rect.height - bar};
    auto scroll = f_.scrolling(scroll_key(view_.address), below);
    const float most = entry_.width == PageWidth::wide ? 1100 : measure.reading_width;
    auto margins = f_.margins(phone ? measure.margin : 28, most);
    f_.gap(phone ? 14 : 22);
    screen();
    f_.gap(24);
  }

  // A list at the left, what was chosen in it at the right. The page's own title
  // is the list's until something is chosen.
  void panes(const ui::Rect& rect, const PageEntry& list_page) {
    const std::string& list_title = f_.text(*list_page.title);
    const bool list_is_page = &list_page == &entry_;
    const ui::Measures& measure = f_.style().measure;
    const float bar = ui::app_bar_height(f_, list_title, measure.list_pane - 40, 64) +
                      (view_.tells_clock() ? 0 : f_.setup().safe_area.top);
    const ui::Rect list{rect.x, rect.y, measure.list_pane, rect.height};
    const ui::Rect detail{list.right(), rect.y, rect.width - list.width, rect.height};
    {
      auto region = f_.node_at(ui::Role::region, list, 0, list_title);
      ui::app_bar(f_, {list.x, list.y, list.width, bar}, list_title, {}, {}, list_is_page ? 1 : 2);
      auto scroll = f_.scrolling(std::string(list_page.segment) + "-list",
                                 {list.x, list.y + bar, list.width - 1, list.height - bar});
      auto margins = f_.margins(measure.margin);
      f_.gap(14);
      list_page.draw(f_, view_, actions_);
    }
    ui::edge(f_, {list.right() - 1, list.y, 1, list.height});
    {
      auto region = f_.node_at(ui::Role::region, detail, 0, f_.text("nav.detail"));
      header({detail.x, detail.y, detail.width, bar});
      auto scroll = f_.scrolling(scroll_key(view_.address),
                                 {detail.x, detail.y + bar, detail.width, detail.height - bar});
      auto margins = f_.margins(40, measure.reading_width - 40);
      f_.gap(30);
      if (list_is_page)
        f_.empty(list_page.icon, f_.text(list_page.panes->none_chosen),
                 f_.text(list_page.panes->how_to_choose));
      else
        screen();
      f_.gap(24);
    }
  }

  void top_bar(const ui::Rect& rect, const std::string& title) {
    const std::string back = has_way_back(entry_) ? view_.link(entry_.parent) : std::string{};
    if (f_.breadth() == ui::Breadth::desktop) {
      header(rect);
      ui::app_bar(f_, {rect.x, rect.y, rect.width - header_room(), rect.height}, title, f_.text("nav.back"),
                  back, 1);
      return;
    }
    ui::app_bar(f_, rect, title, f_.text("nav.back"), back, 1);
  }

  // Search and language, always in view where there is room.
  static constexpr float search_width = 190;
  float header_room() { return search_width + language_choices_width(f_, view_) + 36; }
  void header(const ui::Rect& rect) {
    ui::surface(f_, rect, true);
    const float room = header_room();
    const float height = f_.style().measure.target;
    const float middle = rect.y + (rect.height - height) / 2;
    auto group = f_.node_at(ui::Role::group, {rect.right() - room + 12, middle, room - 24, height}, 0);
    auto line = f_.flow(12);
    const std::string search = view_.link(Page::search);
    ui::search_link(f_, f_.text("nav.search"), search, search_width);
    const std::string language = language_choices(f_, view_, ui::ChoiceLook::plain, true);
    if (!language.empty()) actions_.ask(ChooseLanguage{language});
  }

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  const PageEntry& entry_;  // of the page that the address names
  std::vector<std::string> links_;
};

}  // namespace

std::string scroll_key(const Address& address) {
  std::string key = path_of("x", address.page, address.id);
  for (const auto& [name, value] : address.query)
    if (name != "at" && name != "q") key.append("?").append(name).append("=").append(value);
  return key;
}

void draw(ui::Frame& f, const View& view, Actions& actions) { PageLayout(f, view, actions).draw(); }

}  // namespace screens
