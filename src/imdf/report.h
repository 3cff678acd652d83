// Collects what is wrong with a map, told by file and feature. Inside imdf/ only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imdf/archive.h"
#include "pack/problem.h"

namespace imdf {

class Report {
 public:
  explicit Report(std::string_view place) : place_(place) {}

  void error(FeatureType type, std::string_view feature, std::string reason) {
    add(std::string(name_of(type)) + ".geojson", feature, std::move(reason), pack::Problem::Severity::error);
  }
  void warning(FeatureType type, std::string_view feature, std::string reason) {
    add(std::string(name_of(type)) + ".geojson", feature, std::move(reason),
        pack::Problem::Severity::warning);
  }
  // `feature`: its id, or a JSON pointer to one without; empty for the file as a whole.
  void add(const std::string& file, std::string_view feature, std::string reason,
           pack::Problem::Severity severity);

  bool has_errors() const { return has_errors_; }
  // In the order of the standard's files, and inside a file as they were found.
  std::vector<pack::Problem> take();

 private:
  std::string place_;
  std::vector<pack::Problem> problems_;
  std::size_t left_out_ = 0;
  bool has_errors_ = false;
};

}  // namespace imdf
