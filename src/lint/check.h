// Holds all texts to all rules.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lint/glossary.h"
#include "lint/texts.h"
#include "pack/problem.h"

namespace lint {

struct CheckOptions {
  Glossary glossary;
  std::function<bool(char32_t)> has_glyph;  // without it glyphs are not looked at
  std::vector<std::string> brought = {};    // languages in which the event brings texts of the app itself
};

// In the order of the files. Needs ICU's data (text/data.h) when there are messages.
std::vector<pack::Problem> check(const Texts&, const CheckOptions&);

}  // namespace lint
