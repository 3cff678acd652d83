#include "tools/summit_pages/branch.h"

namespace pages {
namespace {

std::vector<Branch> at_depth(const ui::Tree& tree, std::size_t& at, std::uint16_t depth) {
  std::vector<Branch> result;
  while (at < tree.nodes.size() && tree.nodes[at].depth >= depth) {
    Branch branch{&tree.nodes[at++], {}};
    branch.below = at_depth(tree, at, static_cast<std::uint16_t>(depth + 1));
    result.push_back(std::move(branch));
  }
  return result;
}

}  // namespace

std::vector<Branch> branches_of(const ui::Tree& tree) {
  std::size_t at = 0;
  return at_depth(tree, at, 0);
}

}  // namespace pages
