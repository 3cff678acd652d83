// The one table of all pages: what addresses, navigation, search, the writer of the pages and the window
// need to know of a page stands in its row of pages.def. A screen is one row there and one file.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "content/edition.h"
#include "model/event.h"
#include "screens/address.h"
#include "text/key.h"
#include "ui/geometry.h"

namespace ui {
class Frame;
}

namespace screens {

struct View;
class Actions;

// What the agenda calls the line where the clock is.
inline constexpr std::string_view now_anchor = "now";

// Draws the page that `View::address` names into the box it is given.
using PageFunction = void (*)(ui::Frame&, const View&, Actions&);

// How wide the content of a page grows on a large window.
enum class PageWidth : std::uint8_t {
  reading,  // as lines that read well
  wide,     // for cards and drawings
  whole,    // all of the window; the page has neither bar nor margins
  alone,    // the same, and nothing stands beside or below it: what hangs on a wall
};

// An entry of the navigation.
struct NavEntry {
  text::Key name;
  char32_t icon = 0;       // 0: that of the page
  bool on_desktop = true;  // false where the header of a desktop has it already
  int spare = 0;           // where not all entries fit, the one with the most is left out first; 0: never
};

// On a desktop the page is a list at the left, and what was chosen in it (the pages below it) stands at the
// right. Until something is chosen, an overview stands there.
struct Panes {
  PageFunction overview;
};

// Another look of a page, which takes all of the room below its bar and its head and scrolls by itself. On a
// desktop what was chosen in it lies beside it as a sheet.
struct Spread {
  bool (*is_chosen)(const View&);
  void (*draw)(ui::Frame&, const View&, Actions&, const ui::Rect&);
  // To the page with nothing chosen in it.
  std::string (*link)(const View&);
};

// What hangs on a wall instead of the page, in windows so large that they are read from afar: all of the
// window, as with PageWidth::alone.
struct OnWall {
  bool (*hangs)(const ui::Frame&, const View&);
  PageFunction draw;
};

// What stands at the right end of the bar of a page.
struct Tools {
  float (*width)(ui::Frame&, const View&);
  PageFunction draw;
};

// What helps with a page, on windows with room for it: its contents, what belongs to it. Nothing stands there
// alone.
struct Beside {
  text::Key name;  // stands above it
  PageFunction draw;
  bool (*has_content)(const View&) = nullptr;  // where not, it is left out with its name; null: always
};

// The things of an event that have a page each.
struct Things {
  using Taker = std::function<void(const std::string& id)>;
  void (*each)(const model::Event&, const Taker&);            // in the order of the event
  bool (*has)(const content::Edition&, std::string_view id);  // whether that one is there
};

using NameTaker = std::function<void(const model::LocalizedText&)>;

struct PageEntry {
  Page page;
  PageFunction draw;
  std::string_view segment = {};        // of the address, behind the language: "agenda"
  std::optional<text::Key> title = {};  // what it is called; nothing where that is a thing's own name
  bool own_heading = false;             // it begins with a heading of its own, so that its bar has no title
  char32_t icon = 0;                    // where it stands in a list
  Page parent = Page::home;             // where "back" leads when nothing is known of the way here
  Page section = Page::info;            // whose entry in the navigation is lit
  std::optional<NavEntry> nav = {};     // its own entry
  PageWidth width = PageWidth::reading;
  std::optional<Panes> panes = {};
  std::optional<Spread> spread = {};  // in place of the list, where the address asks for it
  std::optional<OnWall> on_wall = {};
  std::optional<Tools> tools = {};
  PageFunction over = nullptr;         // what lies over it and over what was chosen in it: its dialogs
  PageFunction head = nullptr;         // what stays while the page below it scrolls: days, filters
  std::optional<Beside> beside = {};   // a second area on a desktop, at the end of the page on a tablet
  std::optional<Beside> further = {};  // a third one on the widest windows, below the second elsewhere
  bool leads_on = false;               // it begins with its ways on, where nothing stands beside it
  const Things* things = nullptr;      // it is about one of these, whose id follows in the address
  bool (*has_content)(const model::Event&) =
      nullptr;                     // an event may have nothing for it; null: it always has
  std::string_view opens_at = {};  // the anchor that it opens with, when it is there
  int listed = 0;               // its place among the pages that are listed as further ones: below "more" on
                                // a phone, beside other pages; 0: it is not
  bool on_paper = false;        // people print it
  bool for_staff = false;       // a tool for whoever works at the event: nobody searches for it
  bool opens_in_field = false;  // who comes here wants to write
  std::optional<text::Key> search_words = {};  // what people call it, separated by commas; nothing: search
                                               // does not find it
  void (*names_in_event)(const model::Event&, const NameTaker&) = nullptr;  // and what else finds it
};

// In the order of the enum.
std::span<const PageEntry> all_pages();

const PageEntry& page_entry(Page page);

// Those that are listed, in the order of their places.
std::span<const Page> listed_pages();

// Whether there is anything to see on that page, for links to it: an event may have no partners, or no news
// yet. Places and sessions every event has.
bool has_content(const model::Event& event, Page page);

// The page with that segment that is about no single thing; nothing where there is none.
std::optional<Page> page_with_segment(std::string_view segment);

}  // namespace screens
