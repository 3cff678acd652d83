// What the mirror is told to change, read back as web/mirror.js reads it.
#include "platform/mirror.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <string>
#include <vector>

using platform::MirrorBatch;
using platform::MirrorState;
using platform::MirrorStep;
using platform::MirrorType;
using ui::Role;

namespace {

// What the DOM would hold.
struct Element {
  std::uint8_t role = 0;
  bool linked = false;
  std::uint32_t parent = 0;
  std::vector<std::uint32_t> children;
  std::vector<float> box;
  std::uint8_t type = 0;
  std::uint16_t state = 0;
  std::map<MirrorStep, std::string> texts;
  ui::Size content;
  ui::Bands bands;
  ui::Point offset;
  std::uint32_t position = 0;
  std::uint32_t set_size = 0;
  ui::Cells cells;
};

struct Page {
  MirrorBatch batch;
  std::map<std::uint32_t, Element> elements{{0, {}}};  // 0: the mirror itself
  std::uint32_t focused = 0;
  int steps = 0;  // of the last batch
  std::map<MirrorStep, int> kinds;

  // Answers how many steps there were.
  int show(const ui::Tree& tree) {
    const auto bytes = batch.update(tree);
    steps = 0;
    kinds.clear();
    std::size_t at = 0;
    const auto byte = [&] { return std::to_integer<std::uint8_t>(bytes[at++]); };
    const auto number = [&] {
      std::uint32_t result = 0;
      for (int shift = 0; shift < 32; shift += 8) result |= static_cast<std::uint32_t>(byte()) << shift;
      return result;
    };
    const auto text = [&] {
      std::string result(number(), '\0');
      for (char& c : result) c = static_cast<char>(byte());
      return result;
    };
    while (at < bytes.size()) {
      const auto step = static_cast<MirrorStep>(byte());
      ++steps;
      ++kinds[step];
      if (step == MirrorStep::title || step == MirrorStep::page_language) {
        text();
        continue;
      }
      const std::uint32_t id = number();
      if (step == MirrorStep::create) {
        REQUIRE(!elements.contains(id));
        Element& made = elements[id];
        made.parent = id;  // nowhere
        made.role = byte();
        byte();
        made.linked = byte() != 0;
        continue;
      }
      REQUIRE(elements.contains(id));
      Element& element = elements[id];
      switch (step) {
        case MirrorStep::remove: remove(id); break;
        case MirrorStep::place: {
          const std::uint32_t parent = number();
          const std::uint32_t next = number();
          if (element.parent != id) std::erase(elements.at(element.parent).children, id);
          auto& siblings = elements.at(parent).children;
          const auto before = std::ranges::find(siblings, next);
          REQUIRE((next == 0) == (before == siblings.end()));
          siblings.insert(before, id);
          element.parent = parent;
          break;
        }
        case MirrorStep::box:
          element.box.clear();
          for (int i = 0; i < 6; ++i) element.box.push_back(std::bit_cast<float>(number()));
          element.type = byte();
          for (int i = 0; i < 4; ++i) element.box.push_back(std::bit_cast<float>(number()));
          break;
        case MirrorStep::state:
          element.state = byte();
          element.state = static_cast<std::uint16_t>(element.state | byte() << 8);
          break;
        case MirrorStep::content:
          for (float* const to :
               {&element.content.width, &element.content.height, &element.bands.left, &element.bands.top})
            *to = std::bit_cast<float>(number());
          break;
        case MirrorStep::scroll:
          element.offset.x = std::bit_cast<float>(number());
          element.offset.y = std::bit_cast<float>(number());
          break;
        case MirrorStep::set:
          element.position = number();
          element.set_size = number();
          break;
        case MirrorStep::cells:
          for (std::uint32_t* const to :
               {&element.cells.row, &element.cells.column, &element.cells.rows, &element.cells.columns})
            *to = number();
          break;
        case MirrorStep::focus: focused = id; break;
        default: element.texts[step] = text();
      }
    }
    return steps;
  }

  void remove(std::uint32_t id) {
    const Element gone = elements.at(id);
    if (gone.parent != id && elements.contains(gone.parent))
      std::erase(elements.at(gone.parent).children, id);
    elements.erase(id);
  }

  const Element& at(std::uint32_t id) { return elements.at(id); }
};

ui::Node node(ui::NodeId id, std::uint16_t depth, Role role, std::string name, ui::Rect bounds,
              std::uint32_t scroller = 0) {
  ui::Node made;
  made.id = id;
  made.depth = depth;
  made.role = role;
  made.name = std::move(name);
  made.bounds = bounds;
  made.clip = {0, 0, 400, 800};
  made.scroller = scroller;
  return made;
}

constexpr std::uint32_t area_key = 900;

// A bar, and below it a list of `count` links that is scrolled by `offset`.
ui::Tree list_page(int count, float offset) {
  ui::Tree tree;
  tree.title = "List";
  tree.language = "en";
  const float drawn = std::round(offset);
  tree.nodes.push_back(node(1, 0, Role::main, "", {0, 0, 400, 800}));
  tree.nodes.push_back(node(2, 1, Role::heading, "List", {20, 10, 300, 30}));
  tree.nodes.push_back(
      node(3, 1, Role::list, "", {20, 100 - drawn, 360, 50.F * static_cast<float>(count)}, area_key));
  for (int i = 0; i < count; ++i) {
    const float y = 100 - drawn + 50 * static_cast<float>(i);
    const auto id = static_cast<ui::NodeId>(100 + 2 * i);
    tree.nodes.push_back(node(id, 2, Role::list_item, "", {20, y, 360, 40}, area_key));
    ui::Node link = node(id + 1, 3, Role::link, "Link " + std::to_string(i), {20, y, 360, 40}, area_key);
    link.pressable = true;
    link.href = "/en/" + std::to_string(i);
    link.size_px = 16;
    link.line_height_px = 20;
    link.text = {38, y + 10, 330, 20};
    tree.nodes.push_back(link);
  }
  tree.areas.push_back(
      {area_key, {0, 60, 400, 740}, {0, offset}, {400, 50.F * static_cast<float>(count) + 80}, {}});
  return tree;
}

}  // namespace

TEST_CASE("the first batch makes every element, in order and in place") {
  Page page;
  CHECK(page.show(list_page(3, 0)) > 0);
  CHECK(page.at(0).children == std::vector<std::uint32_t>{1});
  CHECK(page.at(1).children == std::vector<std::uint32_t>{2, area_key});
  CHECK(page.at(area_key).children == std::vector<std::uint32_t>{3});
  CHECK(page.at(3).children == std::vector<std::uint32_t>{100, 102, 104});
  CHECK(page.at(2).texts.at(MirrorStep::text) == "List");
  CHECK(page.at(105).texts.at(MirrorStep::link) == "/en/2");
  CHECK(page.at(105).linked);
  CHECK(page.at(area_key).content.height == 230);
  // From the corner of what is scrolled, then of the item.
  CHECK(page.at(3).box[1] == 40);
  CHECK(page.at(102).box[1] == 50);
  CHECK(page.at(103).box[1] == 0);
  // The link's text: from the top and from the left, in one line.
  CHECK(page.at(103).box[6] == 10.5F);
  CHECK(page.at(103).box[9] == 18);
  CHECK(page.at(103).type == MirrorType::one_line);
}

TEST_CASE("no bytes when nothing changed") {
  Page page;
  page.show(list_page(50, 0));
  CHECK(page.show(list_page(50, 0)) == 0);
}

TEST_CASE("no bytes when the platform has scrolled") {
  Page page;
  page.show(list_page(50, 0));
  for (float offset : {1.F, 33.4F, 33.6F, 250.5F, 1000.25F, 0.F}) {
    CAPTURE(offset);
    CHECK(page.batch.scrolled(area_key, {0, offset}) == area_key);
    CHECK(page.show(list_page(50, offset)) == 0);
  }
  CHECK(page.batch.scrolled(2, {0, 10}) == 0);
  CHECK(page.batch.scrolled(12345, {0, 10}) == 0);
}

TEST_CASE("what the app scrolls is told, and nothing else") {
  Page page;
  page.show(list_page(50, 0));
  CHECK(page.show(list_page(50, 400)) == 1);
  CHECK(page.at(area_key).offset.y == 400);
  // The browser rounds, and says so.
  page.batch.scrolled(area_key, {0, 399.5F});
  CHECK(page.show(list_page(50, 400)) == 0);
  CHECK(page.show(list_page(50, 400.75F)) == 1);
}

TEST_CASE("an area that comes back is scrolled to where it was") {
  Page page;
  page.show(list_page(50, 0));
  page.batch.scrolled(area_key, {0, 300});
  page.show(list_page(50, 300));
  page.show({});
  CHECK(page.elements.size() == 1);
  page.show(list_page(50, 300));
  CHECK(page.at(area_key).offset.y == 300);
  CHECK(page.at(3).box[1] == 40);
}

TEST_CASE("content that grows and shrinks leaves the rest alone") {
  Page page;
  page.show(list_page(50, 200));
  // Two elements with box, state, text, link and place, and the heights of list and content.
  page.show(list_page(51, 200));
  CHECK(page.kinds[MirrorStep::create] == 2);
  CHECK(page.kinds[MirrorStep::box] == 3);
  CHECK(page.kinds[MirrorStep::content] == 1);
  CHECK(page.kinds[MirrorStep::scroll] == 0);
  CHECK(page.at(area_key).content.height == 2630);
  page.show(list_page(50, 200));
  CHECK(page.kinds[MirrorStep::remove] == 2);
  CHECK(page.kinds[MirrorStep::create] == 0);
  CHECK(page.at(3).children.size() == 50);
}

TEST_CASE("rows of a long list say their place in the whole, and come and go alone") {
  // The rows from `first` on, of ten thousand.
  const auto part = [](int first) {
    ui::Tree tree = list_page(0, 0);
    for (int i = first; i < first + 10; ++i) {
      ui::Node& item =
          tree.nodes.emplace_back(node(static_cast<ui::NodeId>(1000 + i), 2, Role::list_item, "Row",
                                       {20, 50.F * static_cast<float>(i), 360, 40}, area_key));
      item.position = static_cast<std::uint32_t>(i + 1);
      item.set_size = 10000;
    }
    return tree;
  };
  Page page;
  page.show(part(500));
  CHECK(page.at(1500).position == 501);
  CHECK(page.at(1500).set_size == 10000);
  CHECK(page.show(part(500)) == 0);
  page.show(part(502));
  CHECK(page.kinds[MirrorStep::create] == 2);
  CHECK(page.kinds[MirrorStep::remove] == 2);
  CHECK(page.kinds[MirrorStep::set] == 2);
  CHECK(page.kinds[MirrorStep::box] == 2);
  CHECK(page.at(3).children.size() == 10);
  // The same element in a list that has become shorter.
  ui::Tree shorter = part(502);
  for (ui::Node& one : shorter.nodes)
    if (one.set_size > 0) one.set_size = 600;
  page.show(shorter);
  CHECK(page.kinds[MirrorStep::set] == 10);
  CHECK(page.at(1505).set_size == 600);
}

TEST_CASE("what moves among its siblings moves alone") {
  Page page;
  ui::Tree tree = list_page(5, 0);
  page.show(tree);
  // The first two entries go to the end.
  std::rotate(tree.nodes.begin() + 3, tree.nodes.begin() + 7, tree.nodes.end());
  page.show(tree);
  CHECK(page.kinds[MirrorStep::place] == 2);
  CHECK(page.kinds[MirrorStep::create] == 0);
  CHECK(page.at(3).children == std::vector<std::uint32_t>{104, 106, 108, 100, 102});
}

TEST_CASE("an element of another kind is made anew") {
  Page page;
  ui::Tree tree = list_page(2, 0);
  page.show(tree);
  tree.nodes[1].level = 2;
  page.show(tree);
  CHECK(page.kinds[MirrorStep::remove] == 1);
  CHECK(page.kinds[MirrorStep::create] == 1);
  CHECK(page.at(1).children == std::vector<std::uint32_t>{2, area_key});
}

TEST_CASE("content and names") {
  ui::Tree tree;
  const auto add = [&](ui::NodeId id, Role role, bool has_text) -> ui::Node& {
    ui::Node made = node(id, 0, role, "Name", {0, 0, 100, 40});
    made.pressable = true;
    made.line_height_px = 20;
    if (has_text) made.text = {10, 10, 80, 20};
    return tree.nodes.emplace_back(std::move(made));
  };
  add(1, Role::button, true);
  add(2, Role::button, false);
  add(3, Role::link, true).shown = "N";
  add(4, Role::search_field, true);
  add(5, Role::text, false);
  add(6, Role::radio, true).href = "/en/";
  Page page;
  page.show(tree);
  const auto text = [&](std::uint32_t id, MirrorStep step) {
    const auto& texts = page.at(id).texts;
    return texts.contains(step) ? texts.at(step) : std::string();
  };
  CHECK(text(1, MirrorStep::text) == "Name");
  CHECK(text(1, MirrorStep::label) == "");
  CHECK(text(2, MirrorStep::text) == "");
  CHECK(text(2, MirrorStep::label) == "Name");
  CHECK(text(3, MirrorStep::text) == "N");
  CHECK(text(3, MirrorStep::label) == "Name");
  CHECK(text(4, MirrorStep::label) == "Name");
  CHECK(text(5, MirrorStep::text) == "Name");
  CHECK(!page.at(6).linked);
  CHECK(text(6, MirrorStep::link) == "");
}

TEST_CASE("one of a group is in the tab order") {
  ui::Tree tree;
  tree.nodes.push_back(node(1, 0, Role::tab_list, "Days", {0, 0, 300, 40}));
  for (ui::NodeId id : {2U, 3U, 4U}) tree.nodes.push_back(node(id, 1, Role::tab, "Day", {0, 0, 100, 40}));
  Page page;
  page.show(tree);
  const auto aside = [&](std::uint32_t id) { return (page.at(id).state & MirrorState::aside) != 0; };
  CHECK(!aside(2));
  CHECK(aside(3));
  CHECK(aside(4));
  tree.nodes[2].state.selected = true;
  page.show(tree);
  CHECK(aside(2));
  CHECK(!aside(3));
  CHECK(aside(4));
}

TEST_CASE("a dialog closes off everything else, and gives it back") {
  ui::Tree tree = list_page(2, 0);
  tree.nodes.push_back(node(50, 0, Role::navigation, "Places", {0, 700, 400, 100}));
  Page page;
  page.show(tree);
  ui::Tree with_dialog = tree;
  with_dialog.nodes.insert(with_dialog.nodes.begin() + 1,
                           node(60, 1, Role::dialog, "Keys", {50, 50, 200, 200}));
  with_dialog.nodes.insert(with_dialog.nodes.begin() + 2,
                           node(61, 2, Role::button, "Close", {60, 60, 44, 44}));
  with_dialog.nodes[2].state.focused = true;
  page.show(with_dialog);
  const auto inert = [&](std::uint32_t id) { return (page.at(id).state & MirrorState::inert) != 0; };
  CHECK(!inert(1));  // holds the dialog
  CHECK(inert(2));
  CHECK(inert(50));
  CHECK(!inert(60));
  CHECK(!inert(61));
  CHECK(page.focused == 61);
  page.show(tree);
  CHECK(!inert(2));
  CHECK(!inert(50));
  CHECK(page.kinds[MirrorStep::create] == 0);
}

TEST_CASE("a DOM that has lost everything is told everything again") {
  Page page;
  const ui::Tree tree = list_page(3, 40);
  const int all = page.show(tree);
  CHECK(page.show(tree) == 0);
  page.batch.forget();
  page.elements = {{0, {}}};
  CHECK(page.show(tree) == all);
  CHECK(page.show(tree) == 0);
}

TEST_CASE("an area that is panned both ways says its size and what stays, and is told in both directions") {
  const auto panned = [](ui::Point offset) {
    ui::Tree tree = list_page(3, 0);
    tree.areas.front().content = {900, 2000};
    tree.areas.front().bands = {60, 40};
    tree.areas.front().offset = offset;
    return tree;
  };
  Page page;
  page.show(panned({}));
  CHECK(page.at(area_key).content == ui::Size{960, 2040});
  CHECK(page.at(area_key).bands == ui::Bands{60, 40});
  page.show(panned({100, 50}));
  CHECK(page.at(area_key).offset == ui::Point{100, 50});
  CHECK(page.batch.scrolled(area_key, {130, 80}) == area_key);
  page.show(panned({130, 80}));
  CHECK(page.kinds[MirrorStep::scroll] == 0);
}

TEST_CASE("cells of a grid say where they are, and Tab stops at one of them") {
  // Two rows of a head and a cell with a link; the second link may have the focus.
  const auto grid = [](bool focused) {
    ui::Tree tree;
    tree.nodes.push_back(node(1, 0, Role::grid, "Rooms", {0, 0, 200, 80}));
    tree.nodes.back().cells = {0, 0, 30, 20};
    for (std::uint32_t row = 1; row <= 2; ++row) {
      const float y = 40 * static_cast<float>(row - 1);
      tree.nodes.push_back(node(10 * row, 1, Role::row, "", {0, y, 200, 40}));
      tree.nodes.back().cells = {row, 0, 1, 0};
      tree.nodes.push_back(node(10 * row + 1, 2, Role::row_header, "Hour", {0, y, 50, 40}));
      tree.nodes.back().cells = {row, 1, 1, 1};
      tree.nodes.push_back(node(10 * row + 2, 2, Role::grid_cell, "", {50, y, 150, 40}));
      tree.nodes.back().cells = {row, 2, row == 1 ? 3U : 1U, 1};
      tree.nodes.push_back(node(10 * row + 3, 3, Role::link, "Session", {50, y, 150, 40}));
      tree.nodes.back().pressable = true;
      tree.nodes.back().href = "/";
      tree.nodes.back().state.focused = focused && row == 2;
    }
    return tree;
  };
  const auto has = [](const Element& element, std::uint16_t bit) { return (element.state & bit) != 0; };
  Page page;
  page.show(grid(false));
  CHECK(page.at(1).cells == ui::Cells{0, 0, 30, 20});
  CHECK(page.at(10).cells == ui::Cells{1, 0, 1, 0});
  CHECK(page.at(12).cells == ui::Cells{1, 2, 3, 1});
  // The first, which is a head and stops Tab itself; all others are for the arrows.
  CHECK(has(page.at(11), MirrorState::stop));
  CHECK_FALSE(has(page.at(11), MirrorState::aside));
  for (const std::uint32_t id : {13U, 21U, 23U}) CHECK(has(page.at(id), MirrorState::aside));
  // A cell that holds a link is no stop.
  CHECK_FALSE(has(page.at(12), MirrorState::stop | MirrorState::aside));
  page.show(grid(true));
  CHECK_FALSE(has(page.at(23), MirrorState::aside));
  CHECK(has(page.at(11), MirrorState::aside));
  CHECK_FALSE(has(page.at(11), MirrorState::stop));
  CHECK(page.focused == 23);
}

TEST_CASE("links among words divide the text of their paragraph, whatever comes and goes") {
  const std::string whole = "Мұнда, осында және онда.";
  const auto with = [&](std::vector<std::string> links) {
    ui::Tree tree;
    tree.nodes.push_back(node(1, 0, Role::text, whole, {0, 0, 300, 40}));
    for (const std::string& words : links) {
      ui::Node link =
          node(static_cast<ui::NodeId>(10 + whole.find(words)), 1, Role::link, words, {9, 9, 50, 20});
      link.look = ui::Look::in_text;
      link.begins_at = static_cast<std::uint32_t>(whole.find(words));
      link.href = "https://un.org/" + words;
      link.pressable = true;
      tree.nodes.push_back(std::move(link));
    }
    return tree;
  };
  Page page;
  // As it is read: the paragraph's own text, then each link with what follows it.
  const auto read = [&] {
    const auto text = [&](std::uint32_t id, MirrorStep step) {
      const auto& texts = page.at(id).texts;
      return texts.contains(step) ? texts.at(step) : std::string();
    };
    std::string said = text(1, MirrorStep::text);
    for (const std::uint32_t id : page.at(1).children) {
      CHECK(page.at(id).linked);
      CHECK(page.at(id).type == MirrorType::running);
      CHECK(page.at(id).box[0] == 0);
      said += "[" + text(id, MirrorStep::text) + "]" + text(id, MirrorStep::tail);
    }
    CHECK(text(1, MirrorStep::label).empty());
    return said;
  };
  page.show(with({"осында", "онда"}));
  CHECK(read() == "Мұнда, [осында] және [онда].");
  CHECK(page.show(with({"осында", "онда"})) == 0);
  page.show(with({"Мұнда", "осында", "онда."}));
  CHECK(read() == "[Мұнда], [осында] және [онда.]");
  page.show(with({"онда."}));
  CHECK(read() == "Мұнда, осында және [онда.]");
  page.show(with({}));
  CHECK(read() == whole);
}
