// Fractions are written as std::to_chars() writes them.
#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "pack/shortest.h"

namespace {

std::string by_library(double number) {
  std::array<char, 400> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), number).ptr};
}

}  // namespace

TEST_CASE("fractions in the fewest digits that read back as the same") {
  CHECK(pack::shortest(0.1) == "0.1");
  CHECK(pack::shortest(-71.43) == "-71.43");
  CHECK(pack::shortest(1e21) == "1e+21");
  for (const double number : {0.0,
                              -0.0,
                              1.0,
                              0.5,
                              1e-5,
                              0.001,
                              0.0001,
                              0.00001,
                              1e5,
                              100000.5,
                              1e15,
                              1e16,
                              123456789012345680000.0,
                              1e22,
                              1e23,
                              9007199254740993.0,
                              1.7976931348623157e308,
                              5e-324,
                              2.2250738585072014e-308,
                              1e-20,
                              1.5e-19,
                              1234567890123e10,
                              51.128207,
                              71.430564,
                              1.0 / 3,
                              2.0 / 3e10}) {
    CHECK(pack::shortest(number) == by_library(number));
    CHECK(pack::shortest(-number) == by_library(-number));
  }
  std::mt19937_64 random(2026);
  for (int i = 0; i < 20'000; ++i) {
    const auto number = std::bit_cast<double>(random());
    if (std::isfinite(number)) CHECK(pack::shortest(number) == by_library(number));
    // And of the sizes that events have.
    const double usual =
        static_cast<double>(random() % 100'000'000) / std::pow(10, static_cast<double>(random() % 12));
    CHECK(pack::shortest(usual) == by_library(usual));
  }
}
