#include "app/languages.h"

#include <algorithm>

#include "screens/address.h"
#include "text/words.h"

namespace app {
namespace {

// In one form, whoever wrote it: zh_hant_TW is zh-hant-tw.
std::string folded(std::string_view tag) {
  std::string form(tag);
  for (char& c : form) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return form;
}

// Which of the languages serves whoever asks for `tag`: that one, else what is left of it without its
// ends (zh-Hant for zh-Hant-TW), else another one of the same name (uz-Latn for uz); empty when none
// does. web/boot.js has the same.
std::string serving(std::string_view tag, const std::vector<std::string>& offered) {
  const std::string asked = folded(tag);
  for (std::size_t end = asked.size(); end != std::string::npos && end > 0; end = asked.rfind('-', end - 1))
    for (const std::string& language : offered)
      if (folded(language) == asked.substr(0, end)) return language;
  const std::string name = asked.substr(0, asked.find('-'));
  for (const std::string& language : offered)
    if (language.substr(0, language.find('-')) == name) return language;
  return {};
}

// What was kept, of whatever version; what cannot be read counts as nothing.
visitor::OperationLog kept_operations(const Start& start) {
  return visitor::OperationLog::read(start.visitor).value_or(visitor::OperationLog{});
}

}  // namespace

std::vector<std::string> all_languages() {
  const auto languages = text::message_languages();
  return {languages.begin(), languages.end()};
}

std::string wanted_language(const Start& start, const visitor::Visitor& visitor,
                            const std::vector<std::string>& offered) {
  const auto offers = [&](std::string_view tag) { return std::ranges::find(offered, tag) != offered.end(); };
  if (offers(start.language)) return start.language;
  if (std::string language = serving(visitor.language, offered); !language.empty()) return language;
  for (const std::string& tag : start.preferred_languages)
    if (std::string language = serving(tag, offered); !language.empty()) return language;
  return {};
}

std::string failure_language(const Start& start) {
  const std::vector<std::string> languages = all_languages();
  const std::string of_path = screens::address_of(start.path, languages).language;
  if (!of_path.empty()) return of_path;
  visitor::OperationLog kept = kept_operations(start);
  kept.import_first_version(start.first_visitor, {}, {});
  return wanted_language(start, visitor::visitor_at({}, kept), languages);
}

}  // namespace app
