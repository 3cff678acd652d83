#include "tools/summit_pack/languages.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "files/files.h"
#include "files/paths.h"
#include "pack/words.h"
#include "text/key.h"
#include "text/words.h"

namespace summit_pack {

std::vector<pack::Problem> languages_without_messages(const model::Event& event,
                                                      const std::vector<std::string>& brought) {
  using Severity = pack::Problem::Severity;
  const auto spoken = text::message_languages();
  std::string list;
  for (const std::string_view language : spoken) list += (list.empty() ? "" : ", ") + std::string(language);
  std::vector<pack::Problem> problems;
  bool is_spoken = false;  // by the next build
  for (std::size_t i = 0; i < event.languages.size(); ++i) {
    const std::string& language = event.languages[i];
    if (std::ranges::find(spoken, language) != spoken.end()) continue;
    if (std::ranges::find(brought, language) != brought.end()) {
      is_spoken = true;
      continue;
    }
    problems.push_back(
        {"event.json", "/languages/" + std::to_string(i),
         "\"" + language +
             "\" is a language that the app does not speak, so that nobody can choose it: it speaks " + list +
             ", and a file i18n/" + language + ".json would teach it",
         Severity::warning});
  }
  if (!is_spoken && problems.size() == event.languages.size())
    problems.push_back(
        {"event.json", "/languages", "none of the languages is one that the app speaks", Severity::error});
  return problems;
}

std::vector<std::string> brought_languages(const std::filesystem::path& folder) {
  const auto spoken = text::message_languages();
  std::vector<std::string> brought;
  std::error_code error;
  for (std::filesystem::directory_iterator file(folder / "i18n", error), end; !error && file != end;
       file.increment(error)) {
    std::string tag = files::text_of(file->path().stem());
    if (file->path().extension() == ".json" && std::ranges::find(spoken, tag) == spoken.end())
      brought.push_back(std::move(tag));
  }
  std::ranges::sort(brought);
  return brought;
}

std::vector<pack::Problem> unknown_messages(const std::filesystem::path& folder,
                                            const std::vector<std::string>& brought) {
  using Severity = pack::Problem::Severity;
  const std::vector<std::string_view> known(text::message_key_names,
                                            text::message_key_names + text::message_key_count);
  std::vector<pack::Problem> problems;
  for (const std::string& language : brought) {
    const std::string file = "i18n/" + language + ".json";
    const auto bytes = files::read_file(folder / "i18n" / files::path_of(language + ".json"));
    const auto texts = nlohmann::json::parse(bytes.value_or(""), nullptr, false);
    if (!texts.is_object()) {
      problems.push_back({file, "", "is no JSON object with a text for each key", Severity::error});
      continue;
    }
    for (const auto& [key, text] : texts.items())
      if (std::ranges::find(known, key) == known.end())
        problems.push_back({file, "/" + key, "is no key of the app's texts" + pack::did_you_mean(key, known),
                            Severity::error});
      else if (!text.is_string())
        problems.push_back({file, "/" + key, "is no text", Severity::error});
  }
  return problems;
}

}  // namespace summit_pack
