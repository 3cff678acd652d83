// The semantic tree as a real tree: each node with those below it.
#pragma once

#include <cstddef>
#include <vector>

#include "ui/semantics.h"

namespace pages {

struct Branch {
  const ui::Node* node = nullptr;
  std::vector<Branch> below;
};

// The nodes point into `tree`.
std::vector<Branch> branches_of(const ui::Tree& tree);

}  // namespace pages
