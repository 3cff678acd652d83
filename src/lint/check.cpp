#include "lint/check.h"

#include <algorithm>
#include <map>

#include "lint/rules.h"
#include "text/cldr.h"
#include "text/words.h"

namespace lint {

std::vector<pack::Problem> check(const Texts& texts, const CheckOptions& options) {
  Mistakes mistakes;
  std::map<std::string, text::Cldr, std::less<>> languages;
  for (const std::string& language : texts.message_languages) {
    auto cldr = text::Cldr::of(language);
    if (cldr)
      languages.emplace(language, std::move(*cldr));
    else if (std::ranges::find(text::message_languages(), language) != text::message_languages().end())
      mistakes.add(message_file(texts, language), "", cldr.error());
    else  // Unicode's data come with the next build, which says when they do not know the language.
      mistakes.found().push_back({message_file(texts, language), "",
                                  "is in a language that is new: whether its plurals have all "
                                  "forms can be checked after the next build",
                                  pack::Problem::Severity::warning});
  }
  for (const std::string& language : texts.languages)
    if (!texts.messages.empty() && !texts.messages.contains(language) &&
        std::ranges::find(options.brought, language) == options.brought.end())
      mistakes.add("event.json", "/languages",
                   "names \"" + language + "\", for which there is no " + message_file(texts, language));

  for (const Entry& entry : texts.entries) {
    if (entry.is_message()) {
      same_keys(entry, texts, mistakes);
      same_placeholders(entry, mistakes);
    }
    not_translated(entry, options.glossary, mistakes);
    official_names(entry, options.glossary, mistakes);
    for (const Version& version : entry.versions) {
      if (entry.is_message()) {
        if (const auto cldr = languages.find(version.language); cldr != languages.end())
          plural_categories(version, cldr->second, mistakes);
        length_limit(version, entry.key, mistakes);
      }
      foreign_letters(version, mistakes);
      foreign_words(version, mistakes);
      mixed_scripts(version, mistakes);
      wrong_names(version, options.glossary, mistakes);
      quotes(version, mistakes);
      if (options.has_glyph) glyphs(version, options.has_glyph, mistakes);
    }
  }
  return std::move(mistakes.found());
}

}  // namespace lint
