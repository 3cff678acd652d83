// Where a window stands and how large a desktop wants things drawn.
#include <doctest/doctest.h>

#include <string>

#include "platform/desktop/display_scale.h"
#include "platform/desktop/window_place.h"

using platform::WindowPlace;

TEST_CASE("a window's place is read as it was written") {
  for (const WindowPlace& place :
       {WindowPlace{10, 20, 1180, 780, false}, WindowPlace{-1900, -5, 400, 700, true}})
    CHECK(platform::read_window_place(to_text(place)) == place);
}

TEST_CASE("what is no place of a window is none") {
  const std::string good = to_text(WindowPlace{10, 20, 1180, 780, false});
  for (std::size_t size = 0; size < good.size(); ++size)
    CHECK_MESSAGE(!platform::read_window_place(std::string_view(good).substr(0, size)), size);
  for (const char* text :
       {"", "summit-window 2\n1\n2\n300\n400\n0\n", "summit-window 1\n1\n2\n0\n400\n0\n",
        "summit-window 1\n1\n2\n300\n99999999999999\n0\n", "summit-window 1\nx\n2\n300\n400\n0\n"})
    CHECK_MESSAGE(!platform::read_window_place(text), text);
}

TEST_CASE("the scale of a desktop out of the resources of its display") {
  CHECK(platform::scale_of_resources("") == 1);
  CHECK(platform::scale_of_resources("Xft.dpi:\t144\nXft.antialias:\t1\n") == 1.5F);
  CHECK(platform::scale_of_resources("*Xft.dpi: 7\nXcursor.size: 24\nXft.dpi: 120") == 1.25F);
  CHECK(platform::scale_of_resources("Xft.dpi: 72") == 1);
  CHECK(platform::scale_of_resources("Xft.dpi: 100000") == 4);
  CHECK(platform::scale_of_resources("Xft.dpi: nonsense") == 1);
}
