#include "pack/notice_text.h"

#include <doctest/doctest.h>

#include <chrono>

using namespace pack;

namespace {

model::Event event() {
  model::Event event;
  event.id = "small";
  event.languages = {"kk", "en"};
  event.rooms.emplace_back().id = "hall-1";
  return event;
}

model::Notice notice() {
  model::Notice notice;
  notice.id = "desk-closed-hall-1";
  notice.title.set("kk", "1-зал: жабық");
  notice.title.set("en", "Hall 1: closed");
  notice.text.set("kk", "Қызметкерлердің нұсқауын орындаңыз.");
  notice.text.set("en", "Please follow the directions of the staff.");
  notice.urgency = model::NoticeUrgency::change;
  notice.published_at = model::Instant(std::chrono::seconds(1'776'835'800));
  notice.until = notice.published_at + std::chrono::hours(8);
  notice.state = model::NoticeState::closed;
  notice.applies_to.rooms = {"hall-1"};
  return notice;
}

}  // namespace

TEST_CASE("a notice is read as it was written") {
  const auto read = read_notice_text(notice_text(notice(), "small", std::chrono::minutes(300)), event());
  REQUIRE(read);
  CHECK(*read == notice());
}

TEST_CASE("a notice that is not for this event, or not whole, is refused with the place of what is wrong") {
  const std::string good = notice_text(notice(), "small", std::chrono::minutes(300));
  const auto refused = [](const std::string& text) {
    const auto read = read_notice_text(text, event());
    REQUIRE(!read);
    return to_line(read.error().front());
  };
  CHECK(refused(notice_text(notice(), "other", std::chrono::minutes(300))).find("/event") !=
        std::string::npos);
  model::Notice elsewhere = notice();
  elsewhere.applies_to.rooms = {"hall-9"};
  CHECK(refused(notice_text(elsewhere, "small", std::chrono::minutes(300))).find("hall-9") !=
        std::string::npos);
  model::Notice half = notice();
  half.text = {};
  half.text.set("kk", "Қызметкерлердің нұсқауын орындаңыз.");
  CHECK(refused(notice_text(half, "small", std::chrono::minutes(300))).find("/notice/text") !=
        std::string::npos);
  for (const char* text : {"", "[]", "{}", "{\"event\":\"small\"}", "{\"event\":\"small\",\"notice\":7}"})
    CHECK(!read_notice_text(text, event()));
  for (std::size_t length = 0; length + 2 < good.size(); ++length)
    CHECK(!read_notice_text(std::string_view(good).substr(0, length), event()));
}

TEST_CASE("organisers take a notice into their file, once, in front of the others") {
  const std::string text = notice_text(notice(), "small", std::chrono::minutes(300));
  const auto first = with_notice("", text);
  REQUIRE(first);
  CHECK(first->starts_with("{\n  \"notices\": [\n    {\n      \"id\": \"desk-closed-hall-1\",\n"));
  CHECK(*with_notice(*first, text) == *first);
  model::Notice other = notice();
  other.id = "desk-full-hall-1";
  const auto both = with_notice(*first, notice_text(other, "small", std::chrono::minutes(300)));
  REQUIRE(both);
  CHECK(both->find("desk-full-hall-1") < both->find("desk-closed-hall-1"));
  CHECK(!with_notice("{\"notices\":{}}", text));
  CHECK(!with_notice("{\"notices\":[]}", "{}"));
}
