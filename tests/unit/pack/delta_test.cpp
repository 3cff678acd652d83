#include "pack/delta.h"

#include <doctest/doctest.h>

#include <string>

namespace {

// A file with much in it that is alike.
std::string sessions(int changed) {
  std::string text = "{\"sessions\":[";
  for (int i = 0; i < 500; ++i)
    text += "{\"id\":\"session-" + std::to_string(i) + "\",\"start\":\"2026-04-22T" +
            (i == changed ? "11:00" : "10:00") + "+05:00\",\"title\":\"Water and land\"},";
  return text + "]}";
}

}  // namespace

TEST_CASE("a delta makes the new file out of the old one, and is small") {
  const std::string before = sessions(-1), after = sessions(250);
  const std::string delta = pack::make_delta(before, after);
  CHECK(delta.size() < 300);
  CHECK(pack::apply_delta(before, delta) == after);
  CHECK(pack::apply_delta("", pack::make_delta("", after)) == after);
  CHECK(pack::apply_delta(before, pack::make_delta(before, "")) == "");
  CHECK(pack::apply_delta(before, pack::make_delta(before, before)) == before);
}

TEST_CASE("a delta of another file, a damaged one or none at all makes nothing") {
  const std::string before = sessions(-1), after = sessions(250);
  const std::string delta = pack::make_delta(before, after);
  CHECK(!pack::apply_delta(sessions(3), delta));
  CHECK(!pack::apply_delta(before, ""));
  CHECK(!pack::apply_delta(before, "<!doctype html>"));
  CHECK(!pack::apply_delta(before, delta, after.size() - 1));
  for (std::size_t i = 0; i < delta.size(); ++i) {
    std::string other = delta;
    other[i] = static_cast<char>(other[i] ^ 1);
    CAPTURE(i);
    CHECK(!pack::apply_delta(before, other));
    CHECK(pack::apply_delta(before, delta.substr(0, i)) != after);
  }
}
