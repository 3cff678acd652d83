// Collects problems while a pack is read, and stops a hopeless one from filling
// the memory with them. Inside pack/ only.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pack/problem.h"

namespace pack {

class ProblemList {
 public:
  void add(Problem problem);
  std::size_t size() const { return problems_.size(); }

  // All of them in the order of the files, and inside a file in the order of
  // the places; the list is empty afterwards.
  std::vector<Problem> take(const std::vector<std::string_view>& file_order);

 private:
  std::vector<Problem> problems_;
  std::size_t left_out_ = 0;
  bool left_out_an_error_ = false;
};

}  // namespace pack
