#include "tools/summit_pack/languages.h"

#include <algorithm>
#include <string>

#include "files/paths.h"
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

}  // namespace summit_pack
