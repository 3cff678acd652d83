// The official names of an event in its languages, and the wrong forms of them that have been seen:
// glossary.json in the folder of the pack. It is for those who write; the app does not carry it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"

namespace lint {

struct WrongForm {
  std::string language;  // empty: in every language
  std::string form;      // what must not stand in a text, with any ending
  std::string instead;
};

struct Glossary {
  std::vector<std::map<std::string, std::string, std::less<>>> names;  // language to name
  std::vector<WrongForm> wrong;
};

// Mistakes in the file itself go to `problems`.
Glossary read_glossary(std::string_view json, std::vector<pack::Problem>& problems);

}  // namespace lint
