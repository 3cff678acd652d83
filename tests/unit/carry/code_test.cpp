#include "carry/code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "carry/choices_file.h"
#include "carry/hash.h"
#include "carry/qr_code.h"

using namespace std::chrono_literals;
using carry::Choices;
using carry::Refusal;
using model::Appointment;

namespace {

model::Event event_of(int sessions, const std::string& id = "summit") {
  model::Event event;
  event.id = id;
  for (int i = 0; i < sessions; ++i) event.sessions.emplace_back().id = "session-number-" + std::to_string(i);
  return event;
}

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  int up_to(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

  std::string words(int letters) {
    static const std::vector<std::string> units = {"ә", "Қ", "і", " ", ";", "\\", "a", "%", "𝄞", "-"};
    std::string made = "Қ";
    for (int i = 0; i < letters; ++i) made += units[static_cast<std::size_t>(up_to(9))];
    return made + "қ";
  }

  Appointment appointment() {
    const model::Instant from(490'000h + std::chrono::minutes(up_to(10'000)));
    return {"a" + std::to_string(up_to(1'000'000)),
            words(up_to(100)),
            from,
            from + std::chrono::minutes(up_to(300)),
            up_to(1) == 0 ? "" : words(up_to(30)),
            up_to(5)};
  }

  // Any of the sessions, and so many appointments.
  Choices choices(const model::Event& event, int share_percent, int appointments) {
    Choices made;
    for (const model::Session& session : event.sessions)
      if (up_to(99) < share_percent) made.starred.push_back(session.id);
    std::ranges::sort(made.starred);
    for (int i = 0; i < appointments; ++i) made.appointments.push_back(appointment());
    return sorted(std::move(made));
  }

  static Choices sorted(Choices choices) {
    std::ranges::sort(choices.starred);
    std::ranges::sort(choices.appointments, {},
                      [](const Appointment& one) { return std::tuple(one.starts_at, one.id); });
    return choices;
  }

 private:
  std::mt19937 random_;
};

// All codes read and put together.
Choices read_all(const std::vector<std::string>& codes, const carry::SessionNumbers& numbers) {
  Choices all;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto code = carry::read_code(codes[i], numbers);
    REQUIRE(code);
    CHECK(code->number == static_cast<int>(i) + 1);
    CHECK(code->count == static_cast<int>(codes.size()));
    CHECK(code->unknown == 0);
    all.starred.insert(all.starred.end(), code->choices.starred.begin(), code->choices.starred.end());
    all.appointments.insert(all.appointments.end(), code->choices.appointments.begin(),
                            code->choices.appointments.end());
  }
  return Chance::sorted(std::move(all));
}

Refusal why_not(std::string_view code, const carry::SessionNumbers& numbers) {
  const auto read = carry::read_code(code, numbers);
  REQUIRE_FALSE(read);
  return read.error();
}

std::string link_with(const std::string& code) {
  return "https://summit-companion.example.org/kk/my/#carry=" + code;
}

}  // namespace

TEST_CASE("any set of stars and appointments survives being carried and read back") {
  Chance chance(20260422);
  for (int round = 0; round < 200; ++round) {
    const model::Event event = event_of(chance.up_to(round % 10 == 0 ? 2'000 : 100));
    const carry::SessionNumbers numbers(event);
    const Choices choices = chance.choices(event, chance.up_to(100), chance.up_to(8));
    CHECK(read_all(carry::codes_of(choices, numbers), numbers) == choices);
    const auto file = carry::read_file(carry::file_of(choices, event.id), event.id);
    REQUIRE(file);
    CHECK(*file == choices);
  }
}

TEST_CASE("sessions are told apart however many there are") {
  const model::Event event = event_of(10'000);
  const carry::SessionNumbers numbers(event);
  Choices all;
  for (const model::Session& session : event.sessions) all.starred.push_back(session.id);
  std::ranges::sort(all.starred);
  CHECK(read_all(carry::codes_of(all, numbers), numbers) == all);
}

TEST_CASE("the code of choices is the same on every device and for ever") {
  const model::Event event = event_of(3);
  CHECK(carry::session_hash("summit", "session-number-1") !=
        carry::session_hash("other", "session-number-1"));
  const Choices choices{{"session-number-0", "session-number-2"},
                        {{"a", "Түскі ас", model::Instant(490'000h), model::Instant(490'001h), "", 0}}};
  // Printed codes have to be read by every later version.
  const auto codes = carry::codes_of(choices, carry::SessionNumbers(event));
  REQUIRE(codes.size() == 1);
  const char* printed = "AHPR5RAIMACPN5P5I2ARVUNLZBAWDNGJGAQA6RAA7UFC2KX5DAOQXLIZMIGQWDIYCAAA3XHNFM";
  CHECK(codes[0] == printed);
  CHECK(carry::read_code(printed, carry::SessionNumbers(event))->choices == choices);
}

TEST_CASE("a code can be read with a programme in which sessions are gone and others new") {
  const model::Event before = event_of(200);
  Choices choices;
  for (int i = 0; i < 40; ++i) choices.starred.push_back("session-number-" + std::to_string(i * 3));
  std::ranges::sort(choices.starred);
  const auto codes = carry::codes_of(choices, carry::SessionNumbers(before));
  model::Event after = event_of(5'000);
  std::erase_if(after.sessions, [](const model::Session& one) { return one.id == "session-number-3"; });
  const auto code = carry::read_code(codes.at(0), carry::SessionNumbers(after));
  REQUIRE(code);
  CHECK(code->unknown == 1);
  std::erase(choices.starred, "session-number-3");
  CHECK(code->choices.starred == choices.starred);
  // And what the event no longer has can be carried all the same.
  const auto of_gone = carry::codes_of({{"session-number-3"}, {}}, carry::SessionNumbers(after));
  CHECK(carry::read_code(of_gone.at(0), carry::SessionNumbers(before))->choices.starred ==
        std::vector<std::string>{"session-number-3"});
}

TEST_CASE("codes can be typed in small letters") {
  const model::Event event = event_of(10);
  const carry::SessionNumbers numbers(event);
  std::string code = carry::codes_of({{"session-number-7"}, {}}, numbers).at(0);
  for (char& letter : code) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  CHECK(carry::read_code(code, numbers)->choices.starred == std::vector<std::string>{"session-number-7"});
}

TEST_CASE("what is no code is refused, and why") {
  const model::Event event = event_of(100);
  const carry::SessionNumbers numbers(event);
  CHECK(why_not("", numbers) == Refusal::not_ours);
  CHECK(why_not("Қазақстан", numbers) == Refusal::not_ours);
  CHECK(why_not("A B", numbers) == Refusal::not_ours);
  CHECK(why_not("1890", numbers) == Refusal::not_ours);
  CHECK(why_not(std::string(100'000, 'A'), numbers) == Refusal::not_ours);
  CHECK(why_not("AAAA", numbers) == Refusal::damaged);
  Chance chance(7);
  const std::string code = carry::codes_of(chance.choices(event, 30, 2), numbers).at(0);
  CHECK(why_not(code, carry::SessionNumbers(event_of(100, "other"))) == Refusal::other_event);
  for (std::size_t i = 0; i < code.size(); ++i) {
    CHECK(why_not(code.substr(0, i), numbers) != Refusal::other_event);
    std::string changed = code;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    CHECK(why_not(changed, numbers) == Refusal::damaged);
  }
  for (int round = 0; round < 2'000; ++round) {
    std::string rubbish;
    for (int i = chance.up_to(200); i >= 0; --i)
      rubbish += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[chance.up_to(31)];
    CHECK_FALSE(carry::read_code(rubbish, numbers));
  }
}

TEST_CASE("files are refused for the same reasons, and endure what mail does to them") {
  const model::Event event = event_of(20);
  Chance chance(3);
  const std::string file = carry::file_of(chance.choices(event, 50, 3), event.id);
  const auto why = [&](std::string_view text, std::string_view of = "summit") {
    const auto read = carry::read_file(text, of);
    REQUIRE_FALSE(read);
    return read.error();
  };
  CHECK(why("") == Refusal::not_ours);
  CHECK(why("BEGIN:VCALENDAR\r\n") == Refusal::not_ours);
  CHECK(why("summit-carry 2\n") == Refusal::newer_version);
  CHECK(why(std::string(carry::largest_choices_file + 1, 'a')) == Refusal::not_ours);
  Choices too_many;
  for (int i = 0; i < 5'001; ++i) too_many.starred.push_back("s" + std::to_string(i));
  CHECK(why(carry::file_of(too_many, "summit")) == Refusal::not_ours);
  CHECK(why(file, "other") == Refusal::other_event);
  for (std::size_t cut = 13; cut + 1 < file.size(); cut += 7)
    CHECK_FALSE(carry::read_file(file.substr(0, cut), "summit"));
  std::string changed = file;
  changed[file.find("session-number-") + 15] = 'x';
  CHECK(why(changed) == Refusal::damaged);
  std::string windows;
  for (const char c : file) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(carry::read_file("\xEF\xBB\xBF" + windows + "\r\n", "summit") == carry::read_file(file, "summit"));
}

TEST_CASE("sixty stars fit into one code, which makes a QR code of at most 69 modules with level M") {
  const model::Event event = event_of(10'000);
  const carry::SessionNumbers numbers(event);
  Chance chance(60);
  int largest = 0;
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> ids;
    for (const model::Session& session : event.sessions) ids.push_back(session.id);
    std::shuffle(ids.begin(), ids.end(), std::mt19937(static_cast<unsigned>(round)));
    ids.resize(60);
    std::ranges::sort(ids);
    const auto codes = carry::codes_of({ids, {}}, numbers);
    REQUIRE(codes.size() == 1);
    const auto qr = carry::qr_code_of(link_with(codes[0]));
    REQUIRE(qr);
    CHECK(std::string("MQH").contains(qr->level));
    largest = std::max(largest, qr->version);
  }
  MESSAGE("version ", largest);
  CHECK(largest <= 13);
}

TEST_CASE("more is told in several codes, and no appointment is too long for one") {
  const model::Event event = event_of(1'000);
  const carry::SessionNumbers numbers(event);
  Chance chance(5);
  Choices choices = chance.choices(event, 50, 30);
  std::string long_text;
  for (int i = 0; i < 80; ++i) long_text += "𝄞";
  choices.appointments.push_back(
      {"longest", long_text, model::Instant(1h), model::Instant(2h), long_text.substr(0, 160), 1});
  choices = Chance::sorted(std::move(choices));
  const auto codes = carry::codes_of(choices, numbers);
  CHECK(codes.size() > 8);
  CHECK(read_all(codes, numbers) == choices);
  int largest = 0;
  for (const std::string& code : codes) {
    const auto qr = carry::qr_code_of(link_with(code));
    REQUIRE(qr);
    largest = std::max(largest, qr->version);
  }
  MESSAGE("version ", largest);
  CHECK(largest <= 19);
  // Nothing at all is a code too.
  CHECK(read_all(carry::codes_of({}, numbers), numbers).empty());
}
