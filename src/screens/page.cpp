// Puts a page together: navigation, bars, and the screens in their panes.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "icons.h"
#include "screens/screen.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/over.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// As many entries as stand beside each other on a phone.
constexpr std::size_t most_tabs = 6;
// At both sides of the content where there is more room than on a phone.
constexpr float tablet_margin = 28;
// How wide cards and drawings grow.
constexpr float wide_content = 1100;

// Above and below the head of a page.
constexpr float air_of_head = 8;
// How high the heads of pages were when they were last drawn, in points.
struct HeadHeights {
  std::map<Page, float> of;
  float& operator[](Page page) { return of[page]; }
};

// The pages with an entry in the navigation of this window.
std::vector<const PageEntry*> nav_entries(const ui::Frame& f, const View& view) {
  std::vector<const PageEntry*> entries;
  for (const PageEntry& entry : all_pages())
    if (entry.nav && has_content(view.event, entry.page) &&
        (entry.nav->on_desktop || f.breadth() != ui::Breadth::desktop))
      entries.push_back(&entry);
  if (f.breadth() != ui::Breadth::phone) return entries;
  const auto fit = static_cast<std::size_t>(f.setup().window.width / f.style().measure.target);
  while (entries.size() > std::min(most_tabs, fit)) {
    const auto next =
        std::ranges::max_element(entries, {}, [](const PageEntry* entry) { return entry->nav->spare; });
    if ((*next)->nav->spare == 0) break;
    entries.erase(next);
  }
  return entries;
}

class PageLayout {
 public:
  PageLayout(ui::Frame& f, const View& view, Actions& actions)
      : f_(f), view_(view), actions_(actions), entry_(page_entry(view.address.page)) {}

  void draw() {
    // What only shows has nothing to skip.
    if (!view_.static_rendering && entry_.page != Page::shown) ui::skip_link(f_, f_.text("skip.content"));
    ui::ground(f_);
    const ui::FrameSetup& setup = f_.setup();
    const ui::Insets& safe = setup.safe_area;
    ui::Rect content{safe.left, 0, setup.window.width - safe.left - safe.right, setup.window.height};
    if (view_.tells_clock()) content = below_clock(content);
    if (view_.shared && entry_.page != Page::desk && entry_.page != Page::shown)
      content = below_new_visitor(content);
    // Whoever asks at a desk is answered, and nothing else.
    if (entry_.page != Page::desk && entry_.page != Page::shown)
      content = below_alarms(f_, view_, actions_, content);
    top_inset_ = content.y > 0 ? 0 : safe.top;
    if (entry_.width == PageWidth::alone || hangs()) {
      page(content);
      return over_page(safe.bottom);
    }
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
    if (view_.static_rendering || entry_.page == Page::shown) return;
    const bool undoes = view_.toast != nullptr && view_.toast->undoes();
    const bool leads = view_.toast != nullptr && view_.toast->what == Toast::What::updated &&
                       view_.toast->changed > 0 && entry_.page != Page::changes;
    const std::string_view action = undoes  ? std::string_view(f_.text("toast.undo"))
                                    : leads ? std::string_view(f_.text("changes.show"))
                                            : std::string_view{};
    if (ui::toast(f_, told_by_toast(), action, above)) {
      if (undoes)
        actions_.ask(Undo{});
      else
        actions_.ask(Follow{view_.link(Page::changes)});
    }
    if (view_.shortcuts_open) return shortcuts_dialog(f_, view_, actions_);
    if (!view_.dialog.empty() && list_page().over != nullptr) return list_page().over(f_, view_, actions_);
    my_dialog(f_, view_, actions_);
  }

  // The page itself, or the list in which what it is about was chosen.
  const PageEntry& list_page() const { return entry_.panes ? entry_ : page_entry(entry_.parent); }

  bool is_spread(const PageEntry& page) const { return page.spread && page.spread->is_chosen(view_); }

  // Where the way back leads: to a list as it was.
  std::string link_up() const {
    const PageEntry& parent = page_entry(entry_.parent);
    return parent.spread ? parent.spread->link(view_) : view_.link(entry_.parent);
  }

  // The bar of a page with its tools at the right end.
  void bar_of(const PageEntry& page, const ui::Rect& rect, std::string_view title, std::string_view back,
              int heading_level) {
    const float tools = tools_width(page);
    ui::app_bar(f_, {rect.x, rect.y, rect.width - tools, rect.height}, title, f_.text("nav.back"), back,
                heading_level);
    if (tools <= 0) return;
    const float target = f_.style().measure.target;
    const ui::Rect place{rect.right() - tools, rect.y + (rect.height - target) / 2, tools, target};
    ui::surface(f_, {place.x, rect.y, tools, rect.height}, true);
    auto group = f_.node_at(ui::Role::group, place, 0);
    page.tools->draw(f_, view_, actions_);
  }

  float tools_width(const PageEntry& page) {
    if (!page.tools || view_.static_rendering) return 0;
    return page.tools->width(f_, view_) + 8;
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
      case Toast::What::starred_clashing:
        return f_.text("toast.starred_clashing", {{"title", view_.toast->text}});
      case Toast::What::replaced: return f_.text("toast.replaced");
      case Toast::What::appointment_removed: return f_.text("toast.appointment_removed");
      case Toast::What::reminder:
        return f_.text("toast.reminder", {{"time", view_.toast->time}, {"title", view_.toast->text}});
      case Toast::What::copied: return f_.text("toast.copied");
      case Toast::What::file_saved: return f_.text("toast.file_saved", {{"path", view_.toast->text}});
      case Toast::What::file_missing: return f_.text("toast.file_missing", {{"path", view_.toast->text}});
      case Toast::What::notice_taken: return f_.text("toast.notice_taken", {{"text", view_.toast->text}});
      case Toast::What::notice_saved: return f_.text("toast.notice_saved", {{"path", view_.toast->text}});
      case Toast::What::notice_refused: return f_.text("toast.notice_refused", {{"text", view_.toast->text}});
      case Toast::What::taken_over: return f_.text("toast.taken_over");
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
    const float lines = ui::paragraph_height(f_, said, ui::TextLook::secondary_bold, words);
    const float button = std::max(48.F, ui::paragraph_height(f_, label, ui::TextLook::body, room - 62) + 20);
    const float top = content.y > 0 ? 0 : f_.setup().safe_area.top;
    const ui::Rect strip{content.x, content.y, content.width, top + std::max(lines, button) + 12};
    const float middle = (strip.y + top + strip.bottom()) / 2;
    ui::surface(f_, strip, true);
    auto place = f_.node_at(ui::Role::region, strip, 0, label, ui::Look::strip);
    {
      auto left = f_.box({strip.x + 16, middle - lines / 2, words, lines});
      ui::paragraph(f_, said, ui::TextLook::secondary_bold);
    }
    auto right = f_.box({strip.right() - room - 8, middle - button / 2, room, button});
    if (ui::button(
            f_,
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
        ui::paragraph_height(f_, said, ui::TextLook::secondary_bold, f_.setup().window.width - 16) + 12 +
            f_.setup().safe_area.top};
    ui::surface(f_, strip, true);
    actions_.wake_by(next_minute(view_.now));
    auto place = f_.node_at(ui::Role::region, strip, 0, view_.clock_set ? f_.text("settings.clock") : said,
                            ui::Look::strip);
    f_.gap(6 + f_.setup().safe_area.top);
    auto margins = f_.margins(8);
    ui::paragraph(f_, said, ui::TextLook::secondary_bold);
    return {content.x, strip.bottom(), content.width, content.height - strip.height};
  }

  std::vector<ui::PlaceLink> navigation() {
    const std::vector<const PageEntry*> entries = nav_entries(f_, view_);
    // What has no entry here is reached over "more", or stands in the header.
    const bool lit = std::ranges::find(entries, entry_.section, &PageEntry::page) != entries.end();
    const bool in_header = entry_.page == Page::search && has_search();
    const Page current = lit || in_header || entry_.page == Page::not_found ? entry_.section : Page::info;
    links_.clear();
    links_.reserve(entries.size());
    std::vector<ui::PlaceLink> places;
    for (const PageEntry* entry : entries) {
      links_.push_back(view_.link(entry->page));
      const char32_t icon = entry->nav->icon != 0 ? entry->nav->icon : entry->icon;
      places.push_back({links_.back(), f_.text(entry->nav->name), icon, entry->page == current});
      // The news are reached over it.
      if (entry->page == page_entry(Page::news).parent) add_unread(places.back());
    }
    return places;
  }

  void add_unread(ui::PlaceLink& place) {
    const std::size_t unread = unread_notices(view_);
    if (unread == 0) return;
    unread_ = f_.words().number(static_cast<std::int64_t>(unread));
    unread_said_ = f_.text("notices.unread", {{"count", static_cast<int>(unread)}});
    place.badge = unread_;
    place.badge_said = unread_said_;
  }

  void page(const ui::Rect& rect) {
    auto main = f_.node_at(ui::Role::main, rect, 0);
    const std::string title = entry_.title && !entry_.own_heading ? f_.text(*entry_.title) : std::string{};
    if (!title.empty()) f_.title(title);
    if (entry_.width >= PageWidth::whole || hangs()) return whole(rect);
    if (f_.breadth() == ui::Breadth::desktop) return areas(rect, title);
    single(rect, title);
  }

  // Who came here by the navigation goes on with it.
  bool has_way_back() const { return !entry_.nav || !is_in_navigation(f_, view_, entry_.page); }

  bool is_missing() const {
    return entry_.things != nullptr && !entry_.things->has(view_.edition, view_.address.id);
  }

  // On a wall.
  bool hangs() const { return entry_.on_wall && entry_.on_wall->hangs(f_, view_); }

  // The page that the address names, or that there is no such thing.
  void screen() {
    if (hangs()) return entry_.on_wall->draw(f_, view_, actions_);
    (is_missing() ? page_entry(Page::not_found) : entry_).draw(f_, view_, actions_);
    paper_button();
  }

  // Where there is no browser to print it.
  void paper_button() {
    if (!view_.saves_paper || !entry_.on_paper || is_missing()) return;
    auto line = f_.flow(10);
    if (ui::button(f_, {.key = "paper",
                        .label = f_.text("paper.save"),
                        .icon = ui::icon::download,
                        .look = ui::ButtonLook::secondary}))
      actions_.ask(SavePaper{});
  }

  void whole(const ui::Rect& rect) {
    auto scroll = f_.scrolling(scroll_key(view_.address), rect);
    screen();
  }

  float bar_height(std::string_view title, float room, float least) {
    return ui::app_bar_height(f_, title, room, least) + top_inset_;
  }

  // Whether the head of a page leaves the page below it at least half of `rect`, as high as it was when it
  // was last drawn; else it scrolls with the page.
  bool head_stays(const PageEntry& page, const ui::Rect& rect) {
    return view_.drafts.of<HeadHeights>()[page.page] <= rect.height / 2;
  }
  // Answers how high it is; 0 where there is nothing to keep in sight.
  float draw_head(const PageEntry& page, const ui::Rect& rect) {
    const bool stays = head_stays(page, rect);
    f_.gap(air_of_head);
    const float top = f_.corner().y;
    page.head(f_, view_, actions_);
    const float drawn = f_.corner().y - top;
    const float height = drawn > 0 ? drawn + 2 * air_of_head : 0;
    view_.drafts.of<HeadHeights>()[page.page] = height;
    if (head_stays(page, rect) != stays) f_.draw_again();
    return height;
  }

  // What stays above a page that scrolls, at the top of `rect`. Answers what is left of it.
  ui::Rect below_head(const PageEntry& page, const ui::Rect& rect) {
    if (page.head == nullptr || view_.static_rendering || (!is_spread(page) && !head_stays(page, rect)))
      return rect;
    ui::surface(f_, rect, false);
    float height = 0;
    {
      auto box = f_.box(rect);
      auto margins = f_.margins(f_.style().measure.margin);
      height = draw_head(page, rect);
    }
    if (height == 0) return rect;
    ui::edge(f_, {rect.x, rect.y + height - 1, rect.width, 1});
    return {rect.x, rect.y + height, rect.width, rect.height - height};
  }
  // The same where it does not stay, at the beginning of what scrolls in `rect`.
  void scrolling_head(const PageEntry& page, const ui::Rect& rect) {
    if (page.head == nullptr || view_.static_rendering || head_stays(page, rect)) return;
    draw_head(page, rect);
    f_.gap(air_of_head);
  }

  // A page with its bar, and below it the screen in one column. What a desktop has beside it comes at its end
  // on a tablet, where it does not lead on by itself.
  void single(const ui::Rect& rect, const std::string& title) {
    const ui::Measures& measure = f_.style().measure;
    const bool phone = f_.breadth() == ui::Breadth::phone;
    const float beside =
        rect.width - 30 - (has_way_back() ? 30 : 0) - (phone ? 0 : header_room()) - tools_width(entry_);
    const float bar = bar_height(title, beside, phone ? measure.app_bar : 64);
    const ui::Rect top{rect.x, rect.y, rect.width, bar};
    if (!phone) header(top);
    bar_of(entry_, {top.x, top.y, top.width - (phone ? 0 : header_room()), bar}, title,
           has_way_back() ? link_up() : std::string{}, 1);
    const ui::Rect below_bar{rect.x, rect.y + bar, rect.width, rect.height - bar};
    const ui::Rect below = below_head(entry_, below_bar);
    if (is_spread(entry_)) return entry_.spread->draw(f_, view_, actions_, below);
    auto scroll = f_.scrolling(scroll_key(view_.address), below);
    {
      // Lists with a head go across the whole of it.
      const bool across = entry_.head != nullptr;
      const float margin = phone || across ? measure.margin : tablet_margin;
      auto margins = f_.margins(margin);
      scrolling_head(entry_, below_bar);
      f_.gap(across ? 10 : phone ? 14 : 22);
      if (view_.static_rendering) kept_alarms(f_, view_, actions_);
      screen();
      f_.gap(24);
    }
    if (!view_.static_rendering && !phone && !entry_.leads_on) asides_below();
    if (view_.static_rendering) asides_in(below);
  }

  // ---- what stands beside a page

  std::vector<const Beside*> asides() const {
    std::vector<const Beside*> all;
    if (is_missing()) return all;
    for (const std::optional<Beside>* one : {&entry_.beside, &entry_.further})
      if (*one && ((*one)->has_content == nullptr || (*one)->has_content(view_))) all.push_back(&**one);
    return all;
  }

  void draw_aside(const Beside& aside) {
    ui::section(f_, 2, f_.text(aside.name));
    f_.gap(10);
    aside.draw(f_, view_, actions_);
    f_.gap(22);
  }

  // At the end of the page: side by side where there is room for their words.
  void asides_below() {
    const std::vector<const Beside*> all = asides();
    if (all.empty()) return;
    auto margins = f_.margins(tablet_margin);
    ui::line(f_);
    f_.gap(22);
    auto region = f_.node(ui::Role::region, f_.text(all.front()->name));
    if (all.size() == 1) return draw_aside(*all.front());
    constexpr float gap = 28;
    constexpr float narrowest = 280;
    const float half = (f_.width() - gap) / 2;
    if (half < narrowest * f_.setup().text_scale) {
      for (const Beside* one : all) draw_aside(*one);
      return;
    }
    f_.beside(
        half, gap, [&] { draw_aside(*all[0]); }, [&] { draw_aside(*all[1]); });
  }

  // For the pages without JavaScript, which put it where they have room.
  void asides_in(const ui::Rect& rect) {
    const std::vector<const Beside*> all = asides();
    if (all.empty()) return;
    auto margins = f_.margins(f_.style().measure.margin);
    const ui::Point corner = f_.corner();
    auto region = f_.node_at(ui::Role::region, {corner.x, corner.y, rect.width, 0}, 0,
                             f_.text(all.front()->name), ui::Look::aside);
    auto column = f_.margins(0, f_.style().measure.side_most);
    for (const Beside* one : all) draw_aside(*one);
  }

  // In an area of its own as high as the window.
  void aside_area(const ui::Rect& rect, std::string_view key, std::span<const Beside* const> parts) {
    ui::surface(f_, rect, false);
    ui::edge(f_, {rect.x, rect.y, 1, rect.height});
    auto region = f_.node_at(ui::Role::region, rect, 0, f_.text(parts.front()->name), ui::Look::aside);
    auto scroll = f_.scrolling(scroll_key(view_.address).append(key), rect);
    auto margins = f_.margins(20);
    f_.gap(22);
    for (const Beside* one : parts) draw_aside(*one);
  }

  // ---- a desktop

  // A list and what was chosen in it, or a page alone, and what helps with it: side by side, all as high as
  // the window.
  void areas(const ui::Rect& rect, const std::string& title) {
    const ui::Measures& measure = f_.style().measure;
    const PageEntry& list_page = this->list_page();
    if (is_spread(list_page)) return spread(rect, list_page);
    const bool has_list = list_page.panes && has_content(view_.event, list_page.page);
    const bool third = has_third_area(f_, view_);
    const float all = std::min(rect.width, measure.content_most);
    const ui::Rect content{rect.x + std::round((rect.width - all) / 2), rect.y, all, rect.height};
    const float list_width =
        has_list ? std::clamp(all - measure.main_least, measure.side_least, measure.list_pane) : 0;
    const std::vector<const Beside*> helps = asides();
    const bool beside = !helps.empty() && (!has_list || third);
    const bool further = helps.size() > 1 && !has_list && third;
    const float side_width = std::clamp(all - measure.main_least, measure.side_least, measure.side_most);
    const float main_width = all - list_width - (beside ? side_width : 0) - (further ? side_width : 0);

    const std::string& list_title = has_list ? f_.text(*list_page.title) : title;
    const float title_room = has_list ? list_width - 40 - tools_width(list_page)
                                      : all - header_room() - (has_way_back() ? 60 : 30);
    const float bar = bar_height(list_title, title_room, 64);
    ui::surface(f_, {rect.x, rect.y, rect.width, bar}, true);
    const ui::Rect list{content.x, content.y, list_width, content.height};
    ui::Rect main{content.x + list_width, rect.y + bar, main_width, rect.height - bar};
    if (content.x > rect.x) {
      ui::edge(f_, {content.x - 1, main.y, 1, main.height});
      ui::edge(f_, {content.right(), main.y, 1, main.height});
    }
    if (has_list) list_area(list, bar, list_page);
    std::optional<ui::Frame::Scope> detail;
    if (has_list)
      detail.emplace(
          f_.node_at(ui::Role::region, {main.x, rect.y, main.width, rect.height}, 0, f_.text("nav.detail")));
    header({has_list ? main.x : content.x, rect.y, content.right() - (has_list ? main.x : content.x), bar});
    if (!has_list)
      ui::app_bar(f_, {content.x, rect.y, all - header_room(), bar}, title, f_.text("nav.back"),
                  has_way_back() ? view_.link(entry_.parent) : std::string{}, 1);
    {
      auto scroll = f_.scrolling(scroll_key(view_.address), main);
      const float most = entry_.width == PageWidth::wide ? wide_content : measure.reading_width;
      const float width = std::min(main.width - 2 * tablet_margin, most);
      auto margins = f_.margins((main.width - width) / 2, width);
      f_.gap(has_list ? 28 : 22);
      if (has_list && &list_page == &entry_)
        list_page.panes->overview(f_, view_, actions_);
      else
        screen();
      f_.gap(24);
    }
    detail.reset();
    const std::span<const Beside* const> parts(helps);
    ui::Rect side{main.right(), main.y, side_width, main.height};
    if (beside) aside_area(side, "-beside", further ? parts.first(1) : parts);
    side.x += side_width;
    if (further) aside_area(side, "-further", parts.subspan(1));
  }

  // A list that takes the whole width, and what was chosen in it as a sheet at its right.
  void spread(const ui::Rect& rect, const PageEntry& list_page) {
    const ui::Measures& measure = f_.style().measure;
    const std::string& title = f_.text(*list_page.title);
    const float header_width = header_room();
    // The tools stay where they are beside the list.
    const float left = std::min(rect.width - header_width, measure.list_pane);
    const float bar = bar_height(title, left - 40 - tools_width(list_page), 64);
    const bool chosen = &list_page != &entry_;
    const float sheet_width = chosen ? std::min(measure.sheet * sheet_growth(), rect.width / 2) : 0;
    ui::surface(f_, {rect.x, rect.y, rect.width, bar}, true);
    {
      auto region = f_.node_at(ui::Role::region, rect, 0, title);
      bar_of(list_page, {rect.x, rect.y, left, bar}, title, {}, chosen ? 2 : 1);
      ui::surface(f_, {rect.x + left, rect.y, rect.width - left, bar}, true);
      header({rect.x + left, rect.y, rect.width - left, bar});
      ui::Rect below = below_head(list_page, {rect.x, rect.y + bar, rect.width, rect.height - bar});
      list_page.spread->draw(f_, view_, actions_,
                             {below.x, below.y, below.width - sheet_width, below.height});
      sheet_ = {below.right() - sheet_width, below.y, sheet_width, below.height};
    }
    if (chosen) sheet(list_page);
  }

  float sheet_growth() const { return std::min(1.4F, f_.setup().text_scale); }

  void sheet(const PageEntry& list_page) {
    ui::surface(f_, sheet_, false);
    ui::edge(f_, {sheet_.x, sheet_.y, 1, sheet_.height});
    auto detail = f_.node_at(ui::Role::region, sheet_, 0, f_.text("nav.detail"));
    const float target = f_.style().measure.target;
    {
      auto corner =
          f_.node_at(ui::Role::group, {sheet_.right() - target - 6, sheet_.y + 6, target, target}, 0);
      ui::icon_button(f_, "close-detail", ui::icon::x, f_.text("dialog.close"),
                      list_page.spread->link(view_));
    }
    auto scroll = f_.scrolling(scroll_key(view_.address), {sheet_.x + 1, sheet_.y + target + 8,
                                                           sheet_.width - 1, sheet_.height - target - 8});
    auto margins = f_.margins(20);
    f_.gap(6);
    screen();
    f_.gap(24);
  }

  // The page's own title is the list's until something is chosen.
  void list_area(const ui::Rect& list, float bar, const PageEntry& list_page) {
    const ui::Measures& measure = f_.style().measure;
    const std::string& title = f_.text(*list_page.title);
    {
      auto region = f_.node_at(ui::Role::region, list, 0, title);
      ui::surface(f_, list, false);
      bar_of(list_page, {list.x, list.y, list.width, bar}, title, {}, &list_page == &entry_ ? 1 : 2);
      const ui::Rect below_bar{list.x, list.y + bar, list.width - 1, list.height - bar};
      const ui::Rect below = below_head(list_page, below_bar);
      auto scroll = f_.scrolling(std::string(list_page.segment) + "-list", below);
      auto margins = f_.margins(measure.margin);
      scrolling_head(list_page, below_bar);
      f_.gap(10);
      list_page.draw(f_, view_, actions_);
      if (&list_page == &entry_) paper_button();
      f_.gap(14);
    }
    ui::edge(f_, {list.right() - 1, list.y, 1, list.height});
  }

  // Search and language, always in view where there is room.
  static constexpr float search_width = 190;
  // On a tablet the search has its entry in the rail.
  bool has_search() const { return f_.breadth() == ui::Breadth::desktop; }
  float header_room() {
    return (has_search() ? search_width + 12 : 0) + language_choices_width(f_, view_) + 24;
  }
  void header(const ui::Rect& rect) {
    ui::surface(f_, rect, true);
    const float room = header_room();
    const float height = ui::header_line_height(f_);
    const float middle = rect.y + (rect.height - height) / 2;
    auto group = f_.node_at(ui::Role::group, {rect.right() - room + 12, middle, room - 24, height}, 0);
    auto line = f_.flow(12);
    const std::string search = view_.link(Page::search);
    if (has_search()) ui::search_link(f_, f_.text("nav.search"), search, search_width);
    const std::string language = language_choices(f_, view_, ui::ChoiceLook::plain, true);
    if (!language.empty()) actions_.ask(ChooseLanguage{language});
  }

  ui::Frame& f_;
  const View& view_;
  Actions& actions_;
  const PageEntry& entry_;  // of the page that the address names
  float top_inset_ = 0;     // of the page; nothing where a strip over it has left that room
  ui::Rect sheet_;
  std::vector<std::string> links_;
  std::string unread_, unread_said_;  // of the badge
};

}  // namespace

bool is_in_navigation(const ui::Frame& f, const View& view, Page page) {
  const std::vector<const PageEntry*> entries = nav_entries(f, view);
  return std::ranges::find(entries, page, &PageEntry::page) != entries.end();
}

std::string scroll_key(const Address& address) {
  std::string key = path_of("x", address.page, address.id);
  for (const auto& [name, value] : address.query)
    if (name != "at" && name != "q" && !names_dialog(name))
      key.append("?").append(name).append("=").append(value);
  return key;
}

void draw(ui::Frame& f, const View& view, Actions& actions) { PageLayout(f, view, actions).draw(); }

}  // namespace screens
