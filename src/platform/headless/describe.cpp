#include <cmath>
#include <nlohmann/json.hpp>

#include "platform/headless/headless.h"

namespace platform {
namespace {

using Json = nlohmann::ordered_json;

double rounded(float number) { return std::round(static_cast<double>(number) * 10) / 10; }

Json described(const ui::Node& node) {
  Json json;
  json["role"] = ui::role_name(node.role);
  json["name"] = node.name;
  if (node.level > 0) json["level"] = node.level;
  if (node.set_size > 0) {
    json["position"] = node.position;
    json["set_size"] = node.set_size;
  }
  const ui::Cells& cells = node.cells;
  if (cells.row > 0) json["row"] = cells.row;
  if (cells.column > 0) json["column"] = cells.column;
  if (cells.rows > 1 || node.role == ui::Role::grid) json["rows"] = cells.rows;
  if (cells.columns > 1 || node.role == ui::Role::grid) json["columns"] = cells.columns;
  if (!node.value.empty()) json["value"] = node.value;
  if (!node.href.empty()) json["href"] = node.href;
  if (!node.hint.empty()) json["hint"] = node.hint;
  if (!node.language.empty()) json["lang"] = node.language;
  Json state = Json::array();
  if (node.state.selected) state.push_back("selected");
  if (node.state.checked) state.push_back("checked");
  if (node.state.pressed) state.push_back("pressed");
  if (node.state.current) state.push_back("current");
  if (node.state.disabled) state.push_back("disabled");
  if (node.state.focused) state.push_back("focused");
  json["state"] = std::move(state);
  json["bounds"] = {rounded(node.bounds.x), rounded(node.bounds.y), rounded(node.bounds.width),
                    rounded(node.bounds.height)};
  json["children"] = Json::array();
  return json;
}

// The nodes from `at` on that are `depth` deep, each with its own below it.
Json branch(const ui::Tree& tree, std::size_t& at, std::uint16_t depth) {
  Json children = Json::array();
  while (at < tree.nodes.size() && tree.nodes[at].depth >= depth) {
    Json json = described(tree.nodes[at++]);
    json["children"] = branch(tree, at, static_cast<std::uint16_t>(depth + 1));
    children.push_back(std::move(json));
  }
  return children;
}

}  // namespace

std::string tree_as_json(const ui::Tree& tree) {
  std::size_t at = 0;
  Json json;
  json["role"] = "document";
  json["name"] = tree.title;
  json["lang"] = tree.language;
  json["children"] = branch(tree, at, 0);
  // Ill-formed UTF-8 cannot come out of a checked pack; if it ever does, it is shown, not thrown.
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace platform
