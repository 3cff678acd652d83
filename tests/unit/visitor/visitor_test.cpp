#include "visitor/visitor.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "visitor/appointments.h"

using visitor::Appearance;
using visitor::OperationKey;
using visitor::OperationLog;
using visitor::Visitor;

namespace {

constexpr std::string_view event_id = "summit";

OperationLog read(std::string_view text) {
  const auto log = OperationLog::read(text);
  REQUIRE(log);
  return *log;
}

void star(OperationLog& log, std::string_view session, bool on = true, std::uint64_t copy = 1) {
  log.record(visitor::star_key(event_id, session), std::string(on ? visitor::on : visitor::off), copy);
}

std::vector<std::string> stars(const OperationLog& log, std::string_view at = event_id) {
  return visitor::visitor_at(at, log).starred;
}

OperationLog merged(OperationLog one, const OperationLog& other) {
  one.merge(other);
  return one;
}

// Copies that work, meet each other and are written down and read again, as chance has it.
class Programme {
 public:
  explicit Programme(unsigned seed) : random_(seed), logs_(4) {}

  std::vector<OperationLog> run(int steps) {
    for (int i = 0; i < steps; ++i) {
      OperationLog& log = logs_[pick(logs_.size())];
      switch (pick(9)) {
        case 0: log.merge(logs_[pick(logs_.size())]); break;
        case 1: log = read(log.to_text()); break;
        case 2: log = read(log.to_text() + "later " + std::to_string(pick(5)) + "\n"); break;
        case 3: log.record(visitor::language_key(), pick(2) != 0 ? "kk" : "ru", copy(log)); break;
        case 4:
          log.record({"other", "appointment", std::to_string(pick(3))}, "10:30 with ä", copy(log));
          break;
        case 5: change_appointment(log); break;
        default: star(log, "s" + std::to_string(pick(6)), pick(2) != 0, copy(log));
      }
    }
    return logs_;
  }

 private:
  void change_appointment(OperationLog& log) {
    const std::string id = "a" + std::to_string(pick(3));
    if (pick(3) == 0) return visitor::remove_appointment(log, event_id, id, copy(log));
    const model::Instant from(std::chrono::hours(pick(100)));
    visitor::put_appointment(log, event_id, {id, "Lunch " + std::to_string(pick(3)), from, from, "Café"},
                             copy(log));
  }

  std::size_t pick(std::size_t below) { return random_() % below; }
  std::uint64_t copy(const OperationLog& log) const {
    return static_cast<std::uint64_t>(&log - logs_.data()) + 1;
  }

  std::mt19937 random_;
  std::vector<OperationLog> logs_;
};

}  // namespace

TEST_CASE("what is written is read back") {
  OperationLog log;
  CHECK(read(log.to_text()) == log);
  star(log, "glaciers");
  star(log, "youth");
  star(log, "youth", false);
  log.record(visitor::language_key(), "kk", 7);
  log.record(visitor::appearance_key(), "high-contrast", 7);
  log.record(visitor::text_size_key(), "150", 0xFFFF'FFFF'FFFF'FFFF);
  const OperationLog again = read(log.to_text());
  CHECK(again == log);
  CHECK(visitor::visitor_at(event_id, again) == Visitor{.language = "kk",
                                                        .appearance = Appearance::high_contrast,
                                                        .text_size = 150,
                                                        .starred = {"glaciers"},
                                                        .read_notices = {},
                                                        .dismissed_notices = {}});
}

TEST_CASE("any words can stand in an operation") {
  for (const std::string word : {"", "-", "a b", "%", "%2D", "line\nline", "\xD2\x9B", "a=b&c", "op"}) {
    OperationLog log;
    log.record({word, "kind" + word, word}, word, 3);
    CAPTURE(log.to_text());
    CHECK(read(log.to_text()) == log);
    CHECK(log.value(word, "kind" + word, word) == word);
  }
}

TEST_CASE("merging copies is idempotent, commutative and associative") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::vector<OperationLog> logs = Programme(seed).run(60);
    const OperationLog &a = logs[0], &b = logs[1], &c = logs[2];
    CAPTURE(seed);
    CHECK(merged(a, a) == a);
    CHECK(merged(a, b) == merged(b, a));
    CHECK(merged(merged(a, b), c) == merged(a, merged(b, c)));
    CHECK(merged(merged(a, b), a) == merged(a, b));
    CHECK(merged(a, read(b.to_text())).to_text() == merged(a, b).to_text());
  }
}

TEST_CASE("it is so too where there is more than a log holds") {
  const auto many = [](int first, std::uint64_t copy) {
    std::string text = "summit-visitor 2\n";
    for (int i = first; i < first + 8000; ++i)
      text += "op " + std::to_string(i % 977 + 1) + " " + std::to_string(copy) + " summit star s" +
              std::to_string(i) + (i % 3 == 0 ? " off\n" : " on\n");
    for (int i = first; i < first + 800; ++i) text += "later " + std::to_string(i) + "\n";
    return read(text);
  };
  const OperationLog a = many(0, 1), b = many(5000, 2), c = many(10000, 3);
  CHECK(merged(a, b) == merged(b, a));
  CHECK(merged(merged(a, b), c) == merged(a, merged(b, c)));
  CHECK(merged(merged(a, b), b) == merged(a, b));
}

TEST_CASE("what is done later counts, wherever it was done, and what it replaces is gone") {
  OperationLog here;
  star(here, "glaciers", true, 9);
  OperationLog there = here;
  star(there, "glaciers", false, 1);
  here.merge(there);
  CHECK(stars(here).empty());
  star(here, "glaciers", true, 9);
  there.merge(here);
  CHECK(stars(there) == std::vector<std::string>{"glaciers"});
  const std::size_t size = there.to_text().size();
  for (int i = 0; i < 100; ++i) star(there, "glaciers", i % 2 != 0);
  CHECK(there.to_text().size() <= size + 3);
}

TEST_CASE("the stars of one event are none of another") {
  OperationLog log;
  star(log, "opening");
  CHECK(stars(log, "another").empty());
  log.record(visitor::star_key("another", "closing"), "on", 1);
  CHECK(stars(log) == std::vector<std::string>{"opening"});
  CHECK(stars(log, "another") == std::vector<std::string>{"closing"});
}

TEST_CASE("lines and kinds of later versions are carried along as they are") {
  const std::string later =
      "summit-visitor 3\nop 5 a summit dismissed notice-1 yes\nblob 1 \xD2\x9B=/%\nop 5 a summit "
      "star\nop 5 A summit star x on\n"
      "op 05 a summit star x on\nop 5 a summit star x on more\nop 18446744073709551616 a summit "
      "star x on\n";
  OperationLog log = read(later);
  CHECK(stars(log).empty());
  CHECK(log.value("summit", "dismissed", "notice-1") == "yes");
  star(log, "glaciers");
  const std::string text = log.to_text();
  CHECK(text.starts_with("summit-visitor 3\n"));
  for (std::string_view rest = std::string_view(later).substr(later.find('\n') + 1); !rest.empty();
       rest.remove_prefix(rest.find('\n') + 1))
    CHECK(text.find(rest.substr(0, rest.find('\n') + 1)) != std::string::npos);
  CHECK(read(text) == log);
  CHECK(merged(OperationLog{}, log) == log);
}

TEST_CASE("a text of another kind is not read as an empty one") {
  CHECK(OperationLog::read(""));
  for (const std::string& text :
       {std::string("\n"), std::string("star glaciers\n"), std::string("summit-visitor 1\nstar glaciers\n"),
        std::string("summit-visitor\n"), std::string("summit-visitor 2x\n"),
        std::string("summit-visitor -2\n"), std::string("\0\0\0", 3),
        std::string("summit-visitor 2\nop\0 1", 23), std::string(OperationLog::longest_text + 1, 'x')})
    CHECK_FALSE(OperationLog::read(text));
}

TEST_CASE("a text that was cut anywhere loses no more than its last line") {
  OperationLog log;
  for (const std::string_view session : {"glaciers", "youth-dialogue", "2"}) star(log, session);
  const std::string whole = log.to_text();
  for (std::size_t length = whole.find('\n'); length <= whole.size(); ++length) {
    const auto cut = OperationLog::read(std::string_view(whole).substr(0, length));
    REQUIRE(cut);
    CHECK(merged(*cut, log).value(event_id, "star", "glaciers") == "on");
    CHECK(stars(merged(*cut, log)) == stars(log));
  }
}

TEST_CASE("the stars of the first version come in, and none comes back that was taken away since") {
  const auto known = [](std::string_view session) { return session != "unknown"; };
  const std::string_view first =
      "summit-visitor 1\nlanguage ru\nappearance dark\nstar glaciers\nstar youth\nstar "
      "unknown\nfuture thing\nstar\nstar \n";
  OperationLog log;
  log.import_first_version(first, event_id, known);
  CHECK(visitor::visitor_at(event_id, log) == Visitor{.language = "ru",
                                                      .appearance = Appearance::dark,
                                                      .starred = {"glaciers", "youth"},
                                                      .read_notices = {},
                                                      .dismissed_notices = {}});
  star(log, "glaciers", false);
  log.record(visitor::language_key(), "kk", 1);
  log = read(log.to_text());
  log.import_first_version("summit-visitor 1\nlanguage ru\nappearance light\nstar glaciers\nstar new\n",
                           event_id, known);
  CHECK(visitor::visitor_at(event_id, log) == Visitor{.language = "kk",
                                                      .appearance = Appearance::light,
                                                      .starred = {"new", "youth"},
                                                      .read_notices = {},
                                                      .dismissed_notices = {}});
  // They say nothing of their event: the first one that knows them has them.
  log.import_first_version(first, "another", known);
  CHECK(stars(log, "another").empty());
}

TEST_CASE("what is made to be large is read in a moment and stays small") {
  std::string first = "summit-visitor 1\n", second = "summit-visitor 2\n", unknown = second;
  for (int i = 0; i < 320'000; ++i) {
    first += "star s" + std::to_string(i) + "\n";
    second += "op " + std::to_string(i) + " 1 summit star s" + std::to_string(i) + " on\n";
    unknown += "later " + std::to_string(i) + "\n";
  }
  OperationLog log = read(second);
  log.import_first_version(first, event_id, [](std::string_view) { return true; });
  log.merge(read(unknown));
  CHECK(stars(log).size() <= OperationLog::most_operations);
  CHECK(visitor::visitor_at(event_id, log).has_starred("s319999"));
  CHECK(log.to_text().size() < 1'000'000);
  std::string line = "summit-visitor 2\n" + std::string(200'000, 'x') + "\n";
  CHECK(read(line).to_text().size() < 100);
}

TEST_CASE("what was read and dismissed of notices merges like everything else, revision by revision") {
  const std::string first = visitor::notice_subject("smoke", "1a");
  const std::string second = visitor::notice_subject("smoke", "2b");
  OperationLog one, other;
  one.record(visitor::dismissed_notice_key(event_id, first), std::string(visitor::on), 1);
  other.record(visitor::read_notice_key(event_id, second), std::string(visitor::on), 2);
  other.record(visitor::read_notice_key("elsewhere", first), std::string(visitor::on), 2);
  for (const OperationLog& log :
       {merged(one, other), merged(other, one), read(merged(one, other).to_text())}) {
    const Visitor visitor = visitor::visitor_at(event_id, log);
    CHECK(visitor.has_dismissed(first));
    CHECK(visitor.has_read(first));
    CHECK_FALSE(visitor.has_dismissed(second));
    CHECK(visitor.has_read(second));
    CHECK_FALSE(visitor::visitor_at("elsewhere", log).has_dismissed(first));
  }
}
