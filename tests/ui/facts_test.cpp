// Everything that has been published of the event is said by the app: facts.json beside this names the
// facts, the page that tells each of them, and the words it tells it with in each language.
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "running_app.h"
#include "test_main.h"

namespace {

using test::RunningApp;

// What a line may not be broken at is written with characters of its own, which read like the usual ones.
std::string folded(std::string_view text) {
  static constexpr std::pair<std::string_view, std::string_view> read_as[] = {
      {"\xC2\xA0", " "},      // no-break space
      {"\xE2\x80\xAF", " "},  // narrow no-break space
      {"\xE2\x80\x91", "-"},  // no-break hyphen
      {"\xC2\xAD", ""},       // soft hyphen
      {"\xE2\x81\xA0", ""},   // word joiner
  };
  std::string result;
  while (!text.empty()) {
    std::size_t length = 1;
    std::string_view reads = text.substr(0, 1);
    for (const auto& [written, read] : read_as)
      if (text.starts_with(written)) length = written.size(), reads = read;
    result += reads;
    text.remove_prefix(length);
  }
  return result;
}

const nlohmann::json& facts() {
  static const nlohmann::json parsed =
      nlohmann::json::parse(test::read_file(test::source_directory() + "/tests/ui/facts.json"));
  return parsed;
}

// The words with which the fact is told; empty when there are none.
std::string piece_of(const nlohmann::json& fact, std::string_view language) {
  const auto says = fact.find("says");
  return says == fact.end() ? std::string{} : folded(says->value(std::string(language), ""));
}

}  // namespace

TEST_CASE("no fact stands in the list without a page and its words in every language") {
  CHECK(facts().size() >= 110);
  std::set<std::string> told;
  for (const nlohmann::json& fact : facts()) {
    const std::string name = fact.value("fact", "");
    CAPTURE(name);
    CHECK_FALSE(name.empty());
    CHECK_MESSAGE(told.insert(name + " " + fact.value("page", "")).second, "is listed twice");
    CHECK(fact.value("page", "").ends_with("/"));
    for (const std::string_view language : test::languages) CHECK_FALSE(piece_of(fact, language).empty());
  }
}

TEST_CASE("the app says every published fact, in every language") {
  std::map<std::string, std::vector<const nlohmann::json*>> by_page;
  for (const nlohmann::json& fact : facts()) by_page[fact.value("page", "")].push_back(&fact);
  for (const std::string_view language : test::languages) {
    RunningApp app("/" + std::string(language) + "/");
    app.around.size = {390, 844};
    for (const auto& [page, told] : by_page) {
      const std::string path = "/" + std::string(language) + "/" + page;
      CAPTURE(path);
      app.go_to(path);
      CHECK(app.heading() != test::said(language, "not_found.title"));
      std::vector<std::string> said;
      for (const ui::Node& node : app.tree().nodes) {
        said.push_back(folded(node.name));
        if (!node.href.empty()) said.push_back(node.href);
      }
      for (const nlohmann::json* fact : told) {
        const std::string piece = piece_of(*fact, language);
        const bool is_said = !piece.empty() && std::ranges::any_of(said, [&](const std::string& text) {
          return text.find(piece) != std::string::npos;
        });
        CHECK_MESSAGE(is_said, fact->value("fact", ""), ": ", piece);
      }
    }
  }
}
