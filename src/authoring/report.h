// The findings as one page of HTML for people: nothing beside it is needed, and it is read on a phone, on
// paper and by a screen reader as well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "authoring/findings.h"

namespace authoring {

struct ReportContext {
  std::string_view folder;                  // as it was named on the command line
  std::string_view language;                // of the report: one of languages()
  const pack::PackFiles* files = nullptr;   // never null
  const model::Event* event = nullptr;      // null when the files have errors
  Origin origin = {};                       // where things were imported from; may be empty
  std::vector<std::string> unchecked = {};  // what could not be looked at, in English
};

std::string html_report(const Findings& findings, const ReportContext& context);

}  // namespace authoring
