#include "sorting/sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

namespace {

struct Guest {
  std::string name;
  int arrival = 0;
  bool operator==(const Guest&) const = default;
};

TEST_CASE("any list is in the order that the library's stable sort gives it") {
  std::mt19937 random(20260422);
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<Guest> guests;
    // Few different keys, so that many are equal and their former order shows.
    for (std::size_t i = 0; i < count; ++i)
      guests.push_back({"guest " + std::to_string(i), static_cast<int>(random() % 7)});
    std::vector<Guest> expected = guests;
    std::ranges::stable_sort(expected, std::greater<>{}, &Guest::arrival);
    sorting::sort(guests, std::greater<>{}, &Guest::arrival);
    CHECK(guests == expected);
  }
}

TEST_CASE("a list with an order of its own, a list that is in order already, and a part of a list") {
  std::vector<std::string> words{"қар", "аула", "жер", "бақ"};
  sorting::sort(words);
  CHECK(std::ranges::is_sorted(words));
  const std::vector<std::string> before = words;
  sorting::sort(words);
  CHECK(words == before);

  int numbers[] = {5, 4, 3, 2, 1};
  sorting::sort(std::ranges::subrange(numbers + 1, numbers + 4));
  CHECK(std::ranges::equal(numbers, std::vector{5, 2, 3, 4, 1}));
}

TEST_CASE("what can only be moved is moved") {
  std::vector<std::unique_ptr<int>> owned;
  for (const int value : {3, 1, 2}) owned.push_back(std::make_unique<int>(value));
  sorting::sort(owned, {}, [](const std::unique_ptr<int>& one) { return *one; });
  CHECK(*owned[0] == 1);
  CHECK(*owned[1] == 2);
  CHECK(*owned[2] == 3);
}

}  // namespace
