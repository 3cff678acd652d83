#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "../icu_data.h"
#include "test_main.h"
#include "text/data.h"
#include "text/order.h"

namespace {

using Names = std::vector<std::string>;

void need_order() {
  test::need_icu();
  static const test::AlignedBytes file = [] {
    const std::string content = test::read_file(test::assets_directory() + "/order.icu");
    return test::AlignedBytes(std::as_bytes(std::span(content)));
  }();
  const auto used = text::use_order_data(file.bytes());
  REQUIRE_MESSAGE(used, (used ? std::string() : used.error()));
}

Names sorted(std::string_view language, const Names& names) {
  need_order();
  const auto places = text::alphabetical(language, names);
  REQUIRE_MESSAGE(places, (places ? std::string() : places.error()));
  Names result;
  for (const std::uint32_t place : *places) result.push_back(names[place]);
  return result;
}

Names backwards(Names names) {
  std::ranges::reverse(names);
  return names;
}

}  // namespace

TEST_CASE("the Kazakh alphabet has each of its letters in its place") {
  const Names alphabet{"а", "ә", "б", "в", "г", "ғ", "д", "е", "ё", "ж", "з", "и", "й", "к",
                       "қ", "л", "м", "н", "ң", "о", "ө", "п", "р", "с", "т", "у", "ұ", "ү",
                       "ф", "х", "һ", "ц", "ч", "ш", "щ", "ъ", "ы", "і", "ь", "э", "ю", "я"};
  CHECK(sorted("kk", backwards(alphabet)) == alphabet);
}

TEST_CASE("a Kazakh letter is a letter of its own, not a variant of its Russian neighbour") {
  const Names names{"Азат", "Ата", "Әділ", "Бақ", "Кун", "Қала", "Ой", "Өзен", "Ұлт", "Ық", "Ілім"};
  CHECK(sorted("kk", backwards(names)) == names);
}

TEST_CASE("in Russian ё is a variant of е") {
  const Names names{"Ёж", "Ежевика", "Ель", "Жук"};
  CHECK(sorted("ru", backwards(names)) == names);
}

TEST_CASE("accents and capitals do not move an English name") {
  const Names names{"cafe", "Café", "Cafeteria", "Éclair", "entrance"};
  CHECK(sorted("en", {"entrance", "Éclair", "Cafeteria", "Café", "cafe"}) == names);
}

TEST_CASE("figures in names count as numbers") {
  const Names names{"2-зал", "10-зал", "Зал 2", "Зал 10"};
  CHECK(sorted("kk", backwards(names)) == names);
}

TEST_CASE("of equal names the earlier stays first") {
  need_order();
  CHECK(text::alphabetical("en", Names{"b", "a", "b", "a"}) == std::vector<std::uint32_t>{1, 3, 0, 2});
  CHECK(text::alphabetical("en", Names{})->empty());
}

TEST_CASE("a language of which ICU knows nothing is sorted as all are") {
  CHECK(sorted("qaa", {"b", "ß", "a"}) == Names{"a", "b", "ß"});
}

TEST_CASE("data for sorting that were cut are refused, wherever they end") {
  const std::string content = test::read_file(test::assets_directory() + "/order.icu");
  const auto whole = std::as_bytes(std::span(content));
  const auto taken = [&](std::size_t size) {
    return text::use_order_data(test::AlignedBytes(whole.first(size)).bytes()).has_value();
  };
  for (std::size_t part = 0; part < 60; ++part) CHECK_FALSE(taken(whole.size() * part / 60));
  for (const std::size_t missing : {1U, 2U, 4U, 15U, 16U, 17U, 100U, 1000U, 100'000U})
    CHECK_FALSE(taken(whole.size() - missing));
}

TEST_CASE("what are no data for sorting is refused by name") {
  const test::AlignedBytes none(std::span<const std::byte>{});
  CHECK(text::use_order_data(none.bytes()).error() == "order.icu: the file is empty");
  const auto other = text::use_order_data(test::icu_file());
  REQUIRE_FALSE(other);
  CHECK(other.error().starts_with("order.icu: "));
  CHECK(other.error().ends_with("coll/root.res is missing: is it for another version of ICU?"));
}
