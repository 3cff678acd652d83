// What assistive technology of the desktop is told of a tree.
#include <doctest/doctest.h>

#include <initializer_list>

#include "platform/desktop/accessible_tree.h"

using platform::AccessibleNode;
using platform::AccessibleTree;
using ui::Node;
using ui::Role;

namespace {

Node tree_node(ui::NodeId id, std::uint16_t depth, Role role, std::string name,
               ui::Rect bounds = {0, 0, 10, 10}) {
  Node made;
  made.id = id;
  made.depth = depth;
  made.role = role;
  made.name = std::move(name);
  made.bounds = bounds;
  made.drawn = true;
  return made;
}

Node pressable(Node made) {
  made.pressable = true;
  return made;
}

AccessibleTree told(std::initializer_list<Node> nodes, float scale = 1) {
  ui::Tree tree;
  tree.title = "Title";
  tree.language = "kk";
  tree.nodes = nodes;
  return platform::accessible_tree(tree, {400, 300}, scale);
}

}  // namespace

TEST_CASE("nodes keep their ids and stand under the nearest one that is less deep") {
  const AccessibleTree tree =
      told({tree_node(1, 0, Role::main, ""), tree_node(2, 1, Role::list, "Rooms"),
            tree_node(3, 2, Role::list_item, "One"), tree_node(4, 1, Role::text, "Words")});
  REQUIRE(tree.nodes.size() == 4);
  CHECK(tree.nodes[0].parent == 0);
  CHECK(tree.nodes[1].parent == 1);
  CHECK(tree.nodes[2].parent == 2);
  CHECK(tree.nodes[3].parent == 1);
}

TEST_CASE("places are device pixels") {
  const AccessibleTree tree = told({tree_node(1, 0, Role::text, "a", {10, 20, 30, 40})}, 1.5F);
  CHECK(tree.nodes[0].bounds == ui::Rect{15, 30, 45, 60});
  CHECK(tree.size == ui::Size{600, 450});
}

TEST_CASE("a text that is not in the language of the page says in which it is") {
  Node other = tree_node(2, 0, Role::text, "Words");
  other.language = "en";
  const AccessibleTree tree = told({tree_node(1, 0, Role::text, "Сөз"), other});
  CHECK(tree.nodes[0].language == "kk");
  CHECK(tree.nodes[1].language == "en");
}

TEST_CASE("what stands on a card is told with its link, and nothing beside it") {
  const AccessibleTree tree = told({tree_node(1, 0, Role::list_item, "", {0, 0, 200, 100}),
                                    pressable(tree_node(2, 1, Role::link, "Glaciers", {0, 0, 200, 100})),
                                    tree_node(3, 1, Role::text, "16:30", {10, 10, 50, 20}),
                                    tree_node(4, 1, Role::text, "Hall 1", {10, 40, 50, 20}),
                                    pressable(tree_node(5, 1, Role::button, "Star", {150, 10, 40, 40})),
                                    tree_node(6, 0, Role::text, "elsewhere", {10, 10, 20, 20})});
  CHECK(tree.nodes[1].description == "16:30\nHall 1");
  CHECK(tree.nodes[4].description.empty());
}

TEST_CASE("what lies behind a dialog cannot be reached, and what is in it can") {
  const AccessibleTree tree =
      told({pressable(tree_node(1, 0, Role::link, "Behind")), tree_node(2, 0, Role::dialog, "Over"),
            pressable(tree_node(3, 1, Role::button, "Close")),
            pressable(tree_node(4, 0, Role::button, "Behind too"))});
  CHECK(tree.nodes[0].inert);
  CHECK(!tree.nodes[0].focusable);
  CHECK(!tree.nodes[2].inert);
  CHECK(tree.nodes[2].focusable);
  CHECK(tree.nodes[3].inert);
}

TEST_CASE("what cannot be used cannot have the focus; a heading has it when reading begins there") {
  Node off = pressable(tree_node(1, 0, Role::button, "Off"));
  off.state.disabled = true;
  Node heading = tree_node(2, 0, Role::heading, "Title");
  heading.state.focused = true;
  Node field = tree_node(3, 0, Role::search_field, "Search");
  field.hint = "water";
  const AccessibleTree tree = told({off, heading, field, tree_node(4, 0, Role::heading, "Part")});
  CHECK(!tree.nodes[0].focusable);
  CHECK(tree.nodes[1].focusable);
  CHECK(tree.nodes[2].focusable);
  CHECK(tree.nodes[2].hint == "water");
  CHECK(tree.nodes[2].description.empty());
  CHECK(!tree.nodes[3].focusable);
}

TEST_CASE("two frames that say the same are the same") {
  const auto make = [] { return told({tree_node(1, 0, Role::text, "a"), tree_node(2, 0, Role::text, "b")}); };
  CHECK(make() == make());
  CHECK(make() != told({tree_node(1, 0, Role::text, "a"), tree_node(2, 0, Role::text, "c")}));
}
