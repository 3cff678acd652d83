#include "screens/pages.h"

#include <doctest/doctest.h>

using screens::Page;
using screens::PageEntry;

TEST_CASE("the rows of the table stand at the place of their page") {
  for (const PageEntry& entry : screens::all_pages()) {
    CHECK(&screens::page_entry(entry.page) == &entry);
    CHECK(entry.draw != nullptr);
  }
}

TEST_CASE("the page of a thing lies below the list of them") {
  for (const PageEntry& entry : screens::all_pages()) {
    // Signs have no list: whoever hangs one up comes from the place.
    if (entry.things == nullptr || entry.page == Page::door) continue;
    CAPTURE(entry.segment);
    const PageEntry& list = screens::page_entry(entry.parent);
    CHECK(list.segment == entry.segment);
    CHECK(list.things == nullptr);
    CHECK(screens::page_with_segment(entry.segment) == list.page);
  }
}

TEST_CASE("going up from any page leads to the home page") {
  for (const PageEntry& entry : screens::all_pages()) {
    CAPTURE(entry.segment);
    Page page = entry.page;
    for (int steps = 0; page != Page::home && steps < 5; ++steps) page = screens::page_entry(page).parent;
    CHECK(page == Page::home);
  }
}

TEST_CASE("every page lights an entry of the navigation, and six of these fit on a phone") {
  int always = 0;
  for (const PageEntry& entry : screens::all_pages()) {
    CAPTURE(entry.segment);
    if (entry.page != Page::not_found) CHECK(screens::page_entry(entry.section).nav);
    if (entry.nav) CHECK(entry.section == entry.page);
    always += entry.nav && !entry.nav->spare;
  }
  CHECK(always <= 6);
}

TEST_CASE("a page without things is found by its segment, and no other") {
  CHECK(screens::page_with_segment("agenda") == Page::agenda);
  CHECK(screens::page_with_segment("") == Page::home);
  CHECK_FALSE(screens::page_with_segment("no-such-page"));
}
