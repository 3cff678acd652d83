#include "pack/shortest.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace pack {
namespace {

std::string printed(const char* format, int precision, double number) {
  std::array<char, 400> text{};  // the largest has 309 digits
  std::snprintf(text.data(), text.size(), format, precision, number);
  return text.data();
}

}  // namespace

std::string shortest(double number) {
  constexpr int most_digits = 17;
  int fraction = 0;  // digits behind the point, with one before it
  std::string scientific = printed("%.*e", fraction, number);
  while (fraction + 1 < most_digits && std::strtod(scientific.c_str(), nullptr) != number)
    scientific = printed("%.*e", ++fraction, number);
  const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
  // With more zeros than that the exponent is shorter anyway.
  constexpr int most_zeros = 20;
  if (exponent < -most_zeros || exponent > most_digits + most_zeros) return scientific;
  const std::string fixed = printed("%.*f", fraction > exponent ? fraction - exponent : 0, number);
  return fixed.size() <= scientific.size() ? fixed : scientific;
}

}  // namespace pack
