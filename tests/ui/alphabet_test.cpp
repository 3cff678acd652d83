// Lists of names stand in the order of the alphabet of the language that is shown.
#include "pack/bundle.h"
#include "running_app.h"

using test::RunningApp;

namespace {

std::vector<std::string> names_leading_to(const RunningApp& app, std::string_view folder) {
  std::vector<std::string> names;
  for (const ui::Node& node : app.tree().nodes)
    if (node.href.starts_with(folder) && node.href.size() > folder.size())
      names.push_back(node.name.substr(0, node.name.find(',')));
  return names;
}

std::vector<std::string> part_of(const std::vector<std::string>& names, std::string_view first,
                                 std::size_t count) {
  const auto begin = std::ranges::find(names, first);
  REQUIRE(names.end() - begin >= static_cast<std::ptrdiff_t>(count));
  return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

// Written down by somebody who knows the alphabets, not by the program.
TEST_CASE("the banks and the organisations of the UN stand in the order of each alphabet") {
  using Names = std::vector<std::string>;
  CHECK(part_of(names_leading_to(RunningApp("/kk/partners/"), "/kk/partners/"), "БҰҰ", 13) ==
        Names{"БҰҰ", "БҰҰ Даму бағдарламасы", "БҰҰ ЕЭК", "БҰҰ-Хабитат", "ДДСҰ", "ДМҰ", "ФАО", "ХЕҰ", "ЮНЕП",
              "ЮНЕСКО", "ЮНИДО", "ЮНИСЕФ", "ЮНФПА"});
  CHECK(part_of(names_leading_to(RunningApp("/ru/partners/"), "/ru/partners/"), "АБР", 2) ==
        Names{"АБР", "Всемирный банк"});
  CHECK(part_of(names_leading_to(RunningApp("/en/partners/"), "/en/partners/"), "ADB", 2) ==
        Names{"ADB", "World Bank"});
}

TEST_CASE("the places of a level are sorted, halls by their numbers") {
  const std::vector<std::string> names =
      names_leading_to(RunningApp("/kk/map/?level=congress-2"), "/kk/map/");
  const auto at = [&](std::string_view name) { return std::ranges::find(names, name) - names.begin(); };
  REQUIRE(at("4‑зал") < std::ssize(names));
  CHECK(at("1‑зал") < at("2‑зал"));
  CHECK(at("3‑зал") < at("4‑зал"));
  CHECK(at("Баспасөз орталығы") < at("Батыс баспалдақ"));
  CHECK(at("Брифинг залы") < at("Шығыс лифт"));
}

TEST_CASE("answers that fit as well stand in the order of the alphabet") {
  // Of all lifts the word says the same.
  const std::vector<std::string> names = names_leading_to(RunningApp("/kk/search/?q=лифт"), "/kk/map/");
  REQUIRE(names.size() >= 6);
  CHECK(std::ranges::is_sorted(names));
  CHECK(names.front().starts_with("Батыс"));
  CHECK(names[5].starts_with("Шығыс"));
}
