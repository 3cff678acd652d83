// Trees on paper: what is left out, what stays together, and that any text at all gives a file.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "paper/blocks.h"
#include "paper/lines.h"
#include "paper/paper.h"
#include "with_icu.h"

namespace {

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

paper::Fonts fonts() {
  static const std::string regular = test::read_file(test::assets_directory() + "/text-400.otf");
  static const std::string bold = test::read_file(test::assets_directory() + "/text-600.otf");
  return {bytes(regular), bytes(bold)};
}

struct Maker {
  ui::Tree tree;

  Maker() {
    test::need_icu();
    tree.language = "kk";
    tree.title = "Күнтізбе";
    add(0, ui::Role::main, "");
  }
  ui::Node& add(std::uint16_t depth, ui::Role role, std::string name, ui::Look look = ui::Look::plain) {
    ui::Node& node = tree.nodes.emplace_back();
    node.depth = depth;
    node.role = role;
    node.look = look;
    node.name = std::move(name);
    node.level = role == ui::Role::heading ? 2 : 0;
    return node;
  }
  void row(const std::string& time, const std::string& title, const std::string& second) {
    add(2, ui::Role::list_item, "");
    if (!time.empty()) add(3, ui::Role::heading, time, ui::Look::row_time);
    add(3, ui::Role::link, title, ui::Look::timed_row);
    add(3, ui::Role::text, "Өтпейді", ui::Look::tag_alarm);
    add(3, ui::Role::text, second, ui::Look::secondary);
    add(3, ui::Role::button, "Белгілеу", ui::Look::star);
  }
};

}  // namespace

TEST_CASE("sessions are rows, and what only a screen can answer is left out") {
  Maker maker;
  maker.add(1, ui::Role::navigation, "Күндер");
  maker.add(2, ui::Role::link, "22");
  maker.add(1, ui::Role::heading, "Сәрсенбі");
  maker.add(1, ui::Role::list, "");
  maker.row("10:00", "Су", "10:00–11:00 · Зал");
  maker.add(1, ui::Role::button, "Басу");
  const auto blocks = paper::blocks_of(maker.tree);
  REQUIRE(blocks.size() == 2);
  CHECK(std::get<paper::Heading>(blocks[0]).text == "Сәрсенбі");
  const auto& row = std::get<paper::Row>(blocks[1]);
  CHECK(row.time == "10:00");
  CHECK(row.title == "Су");
  CHECK(row.struck);
  CHECK(row.lines == std::vector<std::string>{"10:00–11:00 · Зал"});
  CHECK(row.mark.empty());
}

TEST_CASE("links among the words of a paragraph are said once") {
  Maker maker;
  maker.add(1, ui::Role::text, "Толығырақ мұнда.");
  maker.add(2, ui::Role::link, "мұнда", ui::Look::in_text);
  const auto blocks = paper::blocks_of(maker.tree);
  REQUIRE(blocks.size() == 1);
  CHECK(std::get<paper::Words>(blocks[0]).text == "Толығырақ мұнда.");
}

TEST_CASE("a page of any length is a file, and one with nothing on it is none") {
  Maker empty;
  CHECK_FALSE(paper::pdf_of(empty.tree, fonts(), {}, "").has_value());
  for (const bool sign : {false, true})
    for (const int count : {1, 40, 400}) {
      Maker maker;
      maker.add(1, ui::Role::heading, "Зал").level = 1;
      maker.add(1, ui::Role::heading, "Сәрсенбі");
      maker.add(1, ui::Role::list, "");
      for (int i = 0; i < count; ++i)
        maker.row(i % 3 == 0 ? "10:00" : "", "Су " + std::string(static_cast<std::size_t>(i % 90), 'w'),
                  "\xFF;");
      const auto pdf = paper::pdf_of(maker.tree, fonts(), {.sign = sign}, "RES");
      REQUIRE(pdf);
      CHECK(pdf->starts_with("%PDF-"));
      CHECK(pdf->find("%%EOF") != std::string::npos);
    }
}

TEST_CASE("a font that is none is said to be so") {
  Maker maker;
  maker.add(1, ui::Role::text, "Мәтін");
  const std::string nonsense = "no font";
  CHECK_FALSE(paper::pdf_of(maker.tree, {bytes(nonsense), bytes(nonsense)}, {}, "").has_value());
}

TEST_CASE("lines are no wider than their place, cut between letters where a word is") {
  test::need_icu();
  const auto pdf = paper::Pdf::create(fonts(), "x");
  REQUIRE(pdf);
  const paper::Type type{10, false};
  const std::string text = "Мұздықтар мен су ресурстары «" + std::string(60, 'w') + "» әңгіме";
  std::string joined;
  for (const std::string& line : paper::lines_of(**pdf, text, type, 80, "kk")) {
    CHECK((*pdf)->width_of(line, type) <= 80.5F);
    joined += line;
  }
  std::string without_spaces;
  for (const char c : text)
    if (c != ' ') without_spaces += c;
  std::erase(joined, ' ');
  CHECK(joined == without_spaces);
  const auto first = paper::first_lines(**pdf, text, type, 80, "kk", 2);
  REQUIRE(first.size() == 2);
  CHECK(first[1].ends_with("…"));
  CHECK((*pdf)->width_of(first[1], type) <= 80.5F);
}
