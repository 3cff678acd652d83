#include "screens/pages.h"

#include <algorithm>
#include <array>
#include <set>

#include "icons.h"
#include "screens/agenda_choices.h"
#include "screens/asides.h"
#include "screens/screen.h"

namespace screens {

#define PAGE(name, ...) void name##_screen(ui::Frame&, const View&, Actions&);
#include "screens/pages.def"

namespace {

using text::Key;

template <auto list>
bool has_any(const model::Event& event) {
  return !(event.*list).empty();
}

template <auto list>
bool event_has(const View& view) {
  return has_any<list>(view.event);
}

bool has_news(const model::Event& event) { return !event.stories.empty() || !event.notices.empty(); }

bool has_rooms_in_use(const model::Event& event) {
  return std::ranges::any_of(event.sessions, [](const model::Session& one) { return !one.room.empty(); });
}

bool has_map(const model::Event& event) { return !event.venue.empty(); }

void names_on_map(const model::Event& event, const NameTaker& take) {
  for (const model::Level& level : event.levels) take(level.name);
  for (const model::Site& site : event.sites) take(site.name);
}

void names_of_event(const model::Event& event, const NameTaker& take) {
  for (const model::LocalizedText* name : {&event.name, &event.short_name, &event.city, &event.motto})
    if (!name->empty()) take(*name);
}

// The things of which pages.def has a page each.
namespace things {

template <auto list, auto find>
constexpr Things things_of{
    [](const model::Event& event, const Things::Taker& take) {
      for (const auto& thing : event.*list) take(thing.id);
    },
    [](const content::Edition& edition, std::string_view id) { return (edition.*find)(id) != nullptr; }};

constexpr Things sessions = things_of<&model::Event::sessions, &content::Edition::session>;
constexpr Things rooms = things_of<&model::Event::rooms, &content::Edition::room>;
constexpr Things partners = things_of<&model::Event::partners, &content::Edition::partner>;
constexpr Things persons = things_of<&model::Event::persons, &content::Edition::person>;
constexpr Things themes = things_of<&model::Event::themes, &content::Edition::theme>;
constexpr Things stories = things_of<&model::Event::stories, &content::Edition::story>;

// The rooms that have sessions.
constexpr Things rooms_in_use{[](const model::Event& event, const Things::Taker& take) {
                                std::set<std::string_view> used;
                                for (const model::Session& session : event.sessions)
                                  used.insert(session.room);
                                for (const model::Room& room : event.rooms)
                                  if (used.contains(room.id)) take(room.id);
                              },
                              [](const content::Edition& edition, std::string_view id) {
                                return edition.room(id) != nullptr &&
                                       !edition.programme().in_room(id).empty();
                              }};

}  // namespace things

constexpr std::array table{
#define PAGE(name, ...) PageEntry{.page = Page::name, .draw = name##_screen, __VA_ARGS__},
#include "screens/pages.def"
};

constexpr const PageEntry& entry_of(Page page) { return table[static_cast<std::size_t>(page)]; }

// What a row must say is told while compiling, with its name.
constexpr bool has_segment(Page page) {
  return page == Page::home || page == Page::not_found || !entry_of(page).segment.empty();
}
constexpr bool has_own_segment(Page page) {
  return entry_of(page).segment.empty() ||
         std::ranges::count_if(table, [&](const PageEntry& other) {
           return other.segment == entry_of(page).segment &&
                  (other.things != nullptr) == (entry_of(page).things != nullptr);
         }) == 1;
}
constexpr bool has_title_where_listed(Page page) {
  const PageEntry& row = entry_of(page);
  return row.title || (row.listed == 0 && !row.search_words && !row.panes);
}
constexpr bool has_icon_where_listed(Page page) {
  const PageEntry& row = entry_of(page);
  return row.icon != 0 ||
         (row.listed == 0 && !row.search_words && !row.panes && !row.nav && row.things == nullptr);
}
// On a desktop no page stands alone that is not made for that.
constexpr bool has_company(Page page) {
  const PageEntry& row = entry_of(page);
  return row.beside || row.width == PageWidth::whole || row.width == PageWidth::alone ||
         page == Page::not_found;
}
constexpr bool has_own_place(Page page) {
  return entry_of(page).listed == 0 ||
         std::ranges::count(table, entry_of(page).listed, &PageEntry::listed) == 1;
}
#define PAGE(name, ...)                                                                                     \
  static_assert(has_segment(Page::name), "pages.def, " #name ": no .segment, which stands in its address"); \
  static_assert(has_own_segment(Page::name),                                                                \
                "pages.def, " #name                                                                         \
                ": another row has that .segment; of two with one .segment one has .things");               \
  static_assert(has_title_where_listed(Page::name),                                                         \
                "pages.def, " #name ": what is listed or searched for needs a .title");                     \
  static_assert(has_icon_where_listed(Page::name), "pages.def, " #name ": what is listed needs an .icon");  \
  static_assert(entry_of(Page::name).things == nullptr || !entry_of(Page::name).title,                      \
                "pages.def, " #name ": the page of a thing is called as the thing, so no .title");          \
  static_assert(has_company(Page::name),                                                                    \
                "pages.def, " #name                                                                         \
                ": .beside is missing, what helps with it on a desktop: related_pages?");                   \
  static_assert(has_own_place(Page::name), "pages.def, " #name ": another row has that place in .listed");
#include "screens/pages.def"

// In the order of their places.
constexpr auto listed = [] {
  std::array<Page, std::ranges::count_if(table, [](const PageEntry& one) { return one.listed != 0; })>
      pages{};
  std::size_t count = 0;
  for (const PageEntry& one : table)
    if (one.listed != 0) pages[count++] = one.page;
  std::ranges::sort(pages, {}, [](Page page) { return entry_of(page).listed; });
  return pages;
}();

}  // namespace

std::span<const PageEntry> all_pages() { return table; }

std::span<const Page> listed_pages() { return listed; }

const PageEntry& page_entry(Page page) { return entry_of(page); }

bool has_content(const model::Event& event, Page page) {
  const auto has = page_entry(page).has_content;
  return has == nullptr || has(event);
}

std::optional<Page> page_with_segment(std::string_view segment) {
  const auto found = std::ranges::find_if(table, [&](const PageEntry& entry) {
    return entry.segment == segment && entry.things == nullptr && entry.page != Page::not_found;
  });
  if (found == table.end()) return std::nullopt;
  return found->page;
}

}  // namespace screens
