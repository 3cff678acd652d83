#include "text/base64.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

TEST_CASE("bytes become the letters of RFC 4648, without padding") {
  CHECK(text::base64url("").empty());
  CHECK(text::base64url("f") == "Zg");
  CHECK(text::base64url("fo") == "Zm8");
  CHECK(text::base64url("foobar") == "Zm9vYmFy");
  CHECK(text::base64url("\xFB\xFF\xFE") == "-__-");
}

TEST_CASE("any bytes come back, and nothing else is taken for letters") {
  std::mt19937 chance(1);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(chance());
    CHECK(text::from_base64url(text::base64url(bytes)) == bytes);
  }
  for (const char* wrong : {"A", "Zg==", "Zh", "Zm9", "Zm9v YmFy", "Zm+v", "Z/8", "Қ"})
    CHECK_FALSE(text::from_base64url(wrong));
}
