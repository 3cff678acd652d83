// Keys to sign with.
#pragma once

#include <array>
#include <cstdint>

#include "trust/signature.h"

namespace test {

// Another one for each number.
inline trust::SecretKey key_of(std::uint8_t number) {
  std::array<std::uint8_t, 32> seed{};
  seed.fill(number);
  trust::KeyId id{};
  id.fill(number);
  return trust::make_key(seed, id);
}

}  // namespace test
