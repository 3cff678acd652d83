#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pack/bundle.h"
#include "small_pack.h"

namespace {

using Places = std::vector<std::uint32_t>;

Places counted(std::size_t count, bool from_behind) {
  Places places;
  for (std::size_t i = 0; i < count; ++i)
    places.push_back(static_cast<std::uint32_t>(from_behind ? count - 1 - i : i));
  return places;
}

// Sorts nothing, but can be told apart from the order of the files.
std::expected<std::vector<model::Alphabet>, std::string> from_behind(const model::Event& event) {
  std::vector<model::Alphabet> alphabets;
  for (const std::string& language : event.languages)
    alphabets.push_back(
        {language, counted(event.rooms.size(), true), counted(event.partners.size(), language == "kk")});
  return alphabets;
}

small_pack::Json built() {
  return small_pack::Json::parse(small_pack::without_checksum(
      pack::build_bundle(small_pack::written(small_pack::good()), {.sorter = from_behind})
          .bytes.value_or("")));
}

void check_refused(const small_pack::Json& bundle) {
  const pack::ReadResult read = pack::read_bundle(bundle.dump());
  REQUIRE(read.event);
  CHECK(read.event->alphabets.empty());
  REQUIRE(read.problems.size() == 1);
  CHECK(to_line(read.problems.front()) ==
        "warning: bundle: /alphabets: is not the order of this event's names");
}

}  // namespace

TEST_CASE("a bundle keeps the order of the names in each language") {
  const pack::ReadResult read = pack::read_bundle(built().dump());
  CHECK(read.problems.empty());
  REQUIRE(read.event);
  const model::Event& event = *read.event;
  CHECK(event.alphabets == *from_behind(event));
  const auto partners = model::partners_by_name(event, "kk");
  REQUIRE(partners.size() == event.partners.size());
  REQUIRE(partners.size() > 1);
  CHECK(partners.front() == &event.partners.back());
  CHECK(model::partners_by_name(event, "en").front() == &event.partners.front());
  CHECK(model::rooms_by_name(event, "ru").front() == &event.rooms.back());
}

TEST_CASE("a bundle without order is as good, and its lists stand as the organisers have them") {
  const pack::ReadResult read =
      pack::read_bundle(*pack::build_bundle(small_pack::written(small_pack::good())).bytes);
  CHECK(read.problems.empty());
  REQUIRE(read.event);
  CHECK(model::partners_by_name(*read.event, "kk").front() == &read.event->partners.front());
}

TEST_CASE("when sorting fails, the bundle is built and says so") {
  const pack::BuildResult result =
      pack::build_bundle(small_pack::written(small_pack::good()), {.sorter = [](const model::Event&) {
                           return std::expected<std::vector<model::Alphabet>, std::string>(
                               std::unexpect, "order.icu: cannot be opened");
                         }});
  REQUIRE(result.bytes);
  REQUIRE(result.problems.size() == 1);
  CHECK(to_line(result.problems.front()) ==
        "warning: bundle: its names stand in the order of the files: order.icu: cannot be opened");
  CHECK(pack::read_bundle(*result.bytes).event->alphabets.empty());
}

TEST_CASE("an order that is not the event's is told and left alone") {
  const small_pack::Json good = built();
  const auto with = [&](auto change) {
    small_pack::Json bundle = good;
    change(bundle["alphabets"]);
    check_refused(bundle);
  };
  with([](auto& alphabets) { alphabets.erase("kk"); });
  with([](auto& alphabets) { alphabets["kk"].erase("rooms"); });
  with([](auto& alphabets) { alphabets["kk"]["rooms"].erase(0); });
  with([](auto& alphabets) { alphabets["ru"]["rooms"][0] = alphabets["ru"]["rooms"][1]; });
  with([](auto& alphabets) { alphabets["ru"]["partners"][0] = -1; });
  with([](auto& alphabets) { alphabets["ru"]["partners"][0] = 1000; });
  with([](auto& alphabets) { alphabets["en"]["partners"][0] = "0"; });
  with([](auto& alphabets) { alphabets["en"]["partners"] = 7; });
  with([](auto& alphabets) { alphabets = "kk"; });
}
