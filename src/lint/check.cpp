#include "lint/check.h"

#include <map>

#include "lint/rules.h"
#include "text/cldr.h"

namespace lint {

std::vector<pack::Problem> check(const Texts& texts, const Means& means) {
  Mistakes mistakes;
  std::map<std::string, text::Cldr, std::less<>> languages;
  for (const std::string& language : texts.message_languages) {
    auto cldr = text::Cldr::of(language);
    if (cldr)
      languages.emplace(language, std::move(*cldr));
    else
      mistakes.add(message_file(texts, language), "", cldr.error());
  }
  for (const std::string& language : texts.languages)
    if (!texts.messages.empty() && !texts.messages.contains(language))
      mistakes.add(
          "event.json", "/languages",
          "names \"" + language + "\", for which there is no " + message_file(texts, language));

  names_of_languages(texts, mistakes);
  for (const Entry& entry : texts.entries) {
    if (entry.is_message()) {
      same_keys(entry, texts, mistakes);
      same_placeholders(entry, mistakes);
    }
    not_translated(entry, mistakes);
    official_names(entry, means.glossary, mistakes);
    for (const Version& version : entry.versions) {
      if (entry.is_message()) {
        if (const auto cldr = languages.find(version.language); cldr != languages.end())
          plural_categories(version, cldr->second, mistakes);
        length_limit(version, entry.key, mistakes);
      }
      foreign_letters(version, mistakes);
      foreign_words(version, mistakes);
      mixed_scripts(version, mistakes);
      wrong_names(version, means.glossary, mistakes);
      quotes(version, mistakes);
      if (means.has_glyph) glyphs(version, means.has_glyph, mistakes);
    }
  }
  return std::move(mistakes.found());
}

}  // namespace lint
