#include "lint/glossary.h"

#include <nlohmann/json.hpp>

#include "lint/json_strings.h"
#include "pack/read.h"

namespace lint {
namespace {

using Json = nlohmann::json;

const Json* list_in(const Json& file, const char* key) {
  const auto found = file.find(key);
  return found != file.end() && found->is_array() ? &*found : nullptr;
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

Glossary read_glossary(std::string_view json, std::vector<pack::Problem>& problems) {
  Glossary glossary;
  const auto wrong = [&](std::string pointer, std::string reason) {
    problems.push_back({std::string{pack::glossary_file}, std::move(pointer), std::move(reason),
                        pack::Problem::Severity::error});
  };
  // It knows how much a file may cost, and what is wrong with one.
  if (const auto strings = strings_of(json); !strings) {
    wrong("", strings.error());
    return glossary;
  }
  const Json file = Json::parse(json, nullptr, false);
  if (!file.is_object()) {
    wrong("", "must be an object with the lists \"names\" and \"wrong\"");
    return glossary;
  }
  if (const Json* names = list_in(file, "names"))
    for (std::size_t i = 0; i < names->size(); ++i) {
      auto& name = glossary.names.emplace_back();
      if ((*names)[i].is_object())
        for (const auto& [language, text] : (*names)[i].items())
          if (text.is_string() && !text.get<std::string>().empty()) name[language] = text.get<std::string>();
      if (name.size() < 2 || name.size() != (*names)[i].size())
        wrong("/names/" + std::to_string(i), "must have a text for each of its languages");
    }
  if (const Json* forms = list_in(file, "wrong"))
    for (std::size_t i = 0; i < forms->size(); ++i) {
      const Json& form = (*forms)[i];
      glossary.wrong.push_back({text_in(form, "language"), text_in(form, "form"), text_in(form, "instead")});
      if (glossary.wrong.back().form.empty() || glossary.wrong.back().instead.empty())
        wrong("/wrong/" + std::to_string(i), "must have the texts \"form\" and \"instead\"");
    }
  std::erase_if(glossary.wrong, [](const WrongForm& form) { return form.form.empty(); });
  return glossary;
}

}  // namespace lint
