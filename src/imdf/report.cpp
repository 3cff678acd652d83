#include "imdf/report.h"

#include <algorithm>

#include "pack/words.h"

namespace imdf {
namespace {

// Whoever has made more has made one of them many times.
constexpr std::size_t most_problems = 2'000;

}  // namespace

void Report::add(const std::string& file, std::string_view feature, std::string reason,
                 pack::Problem::Severity severity) {
  has_errors_ = has_errors_ || severity == pack::Problem::Severity::error;
  if (problems_.size() >= most_problems) {
    ++left_out_;
    return;
  }
  problems_.push_back({place_ + file, pack::shortened(feature), pack::shortened(reason, 1'000), severity});
}

std::vector<pack::Problem> Report::take() {
  const auto rank = [&](const pack::Problem& problem) {
    for (std::size_t i = 0; i < feature_types; ++i)
      if (problem.file == place_ + std::string(name_of(static_cast<FeatureType>(i))) + ".geojson")
        return i + 1;
    return std::size_t{0};
  };
  std::ranges::stable_sort(problems_, {}, rank);
  if (left_out_ > 0)
    problems_.push_back({place_.empty() ? "venue" : place_, "",
                         pack::say("has ", left_out_, " more problems than can be listed"),
                         has_errors_ ? pack::Problem::Severity::error : pack::Problem::Severity::warning});
  return std::exchange(problems_, {});
}

}  // namespace imdf
