#include "pack/problem_list.h"

#include <algorithm>

#include "pack/words.h"
#include "sorting/sort.h"

namespace pack {
namespace {

constexpr std::size_t most_problems = 10'000;
constexpr std::size_t longest_place = 2'000;   // bytes
constexpr std::size_t longest_reason = 2'000;  // bytes

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Takes the first step off a pointer: "/sessions/12/title" gives "sessions".
std::string_view take_step(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::string_view first = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(first.size());
  return first;
}

// Whether `a` stands before `b` in a file: item 9 before item 10, a thing
// before its parts. Keys go by the alphabet.
bool stands_before(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view one = take_step(a), other = take_step(b);
    if (one == other) continue;
    if (is_number(one) && is_number(other) && one.size() != other.size()) return one.size() < other.size();
    return one < other;
  }
  return a.empty() && !b.empty();
}

}  // namespace

void ProblemList::add(Problem problem) {
  if (problems_.size() < most_problems) {
    if (problem.file.size() > longest_place) problem.file = shortened(problem.file, longest_place);
    if (problem.pointer.size() > longest_place) problem.pointer = shortened(problem.pointer, longest_place);
    if (problem.reason.size() > longest_reason) problem.reason = shortened(problem.reason, longest_reason);
    problems_.push_back(std::move(problem));
    return;
  }
  ++left_out_;
  left_out_an_error_ |= problem.severity == Problem::Severity::error;
}

std::vector<Problem> ProblemList::take(const std::vector<std::string_view>& file_order) {
  const auto rank = [&](std::string_view file) {
    return std::ranges::find(file_order, file) - file_order.begin();
  };
  sorting::sort(problems_, [&](const Problem& a, const Problem& b) {
    if (a.file != b.file) {
      const auto rank_a = rank(a.file), rank_b = rank(b.file);
      return rank_a != rank_b ? rank_a < rank_b : a.file < b.file;
    }
    return stands_before(a.pointer, b.pointer);
  });
  if (left_out_ > 0)
    problems_.push_back({"pack", "", say("has ", left_out_, " more problems than can be listed"),
                         left_out_an_error_ ? Problem::Severity::error : Problem::Severity::warning});
  left_out_ = 0;
  return std::exchange(problems_, {});
}

}  // namespace pack
