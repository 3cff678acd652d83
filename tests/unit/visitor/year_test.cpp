// What is kept stays small, however long the app is used.
#include <doctest/doctest.h>

#include <string>

#include "visitor/visitor.h"

using visitor::OperationLog;

TEST_CASE("a year of use takes less than 100 kB, and all of it is still known") {
  constexpr std::uint64_t copies[] = {0x1234567890abcdef, 0xfedcba0987654321};
  const std::string event = "regional-ecological-summit";
  const auto session = [](int i) { return "a-session-with-a-long-name-" + std::to_string(i); };
  OperationLog log;
  int revision = 1;
  for (int day = 0; day < 365; ++day) {
    const std::uint64_t copy = copies[day % 2];
    // Stars go on and off, among two hundred sessions.
    for (int i = 0; i < 6; ++i)
      log.record(visitor::star_key(event, session((day * 7 + i * 31) % 200)),
                 std::string((day + i) % 3 == 0 ? visitor::off : visitor::on), copy);
    log.record(visitor::text_size_key(), day % 2 == 0 ? "100" : "125", copy);
    log.record(visitor::language_key(), day % 3 == 0 ? "kk" : "ru", copy);
    // Once a week the programme changes, and two notices are read.
    if (day % 7 == 0) {
      ++revision;
      for (int i = 0; i < 10; ++i)
        log.record(visitor::seen_key(event, session((day + i) % 200), revision), std::string(visitor::on),
                   copy);
      for (const char* notice : {"first", "second"})
        log.record(visitor::read_notice_key(event, notice + std::to_string(day)), std::string(visitor::on),
                   copy);
      log.record(visitor::looked_at_key(event), std::to_string(day), copy);
    }
    // Read and written as at a start.
    if (day % 30 == 0) {
      const auto again = OperationLog::read(log.to_text());
      REQUIRE(again);
      CHECK(*again == log);
      log = *again;
    }
  }
  const std::string text = log.to_text();
  MESSAGE("a year of use: ", text.size(), " bytes");
  CHECK(text.size() < 100'000);
  const auto read = OperationLog::read(text);
  REQUIRE(read);
  CHECK(visitor::visitor_at(event, *read).read_notices.size() == 2 * 53);
}
