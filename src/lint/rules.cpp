#include "lint/rules.h"

#include <algorithm>
#include <array>
#include <set>

#include "lint/languages.h"
#include "lint/letters.h"
#include "text/cldr.h"
#include "text/message_check.h"
#include "text/utf8.h"

namespace lint {
namespace {

using namespace std::string_view_literals;

std::string in_quotes(std::u32string_view word) { return "\"" + text::encoded(word) + "\""; }

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

std::set<std::string> placeholder_names(const std::string& message) {
  std::set<std::string> names;
  if (const auto uses = text::placeholders(message))
    for (const auto& [name, use] : *uses) names.insert(name);
  return names;
}

// How much of a word stays when it gets its endings: экологиялық, экологиялығы; саммит, саммита.
std::u32string_view stem(std::u32string_view word) {
  constexpr std::size_t longest_ending = 3;
  const std::size_t kept =
      std::max((word.size() + 1) / 2, word.size() - std::min(word.size(), longest_ending));
  return word.substr(0, kept);
}

// Whether the words of `name` stand in the text in their order, with any endings, and with no more
// than a word or two put between: Целям ООН в области устойчивого развития.
bool has_name(const std::vector<std::u32string>& text, const std::vector<std::u32string>& name) {
  constexpr std::size_t most_between = 2;
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    std::size_t at = begin, wanted = 0;
    for (std::size_t between = 0; at < text.size() && wanted < name.size(); ++at)
      if (text[at].starts_with(stem(name[wanted])))
        ++wanted;
      else if (wanted == 0 || ++between > most_between)
        break;
    if (wanted == name.size()) return true;
  }
  return false;
}

std::vector<std::u32string> small_words(std::string_view text) {
  std::vector<std::u32string> words = words_of(text);
  for (std::u32string& word : words) word = small(word);
  return words;
}

}  // namespace

void same_keys(const Entry& entry, const Texts& texts, Mistakes& mistakes) {
  std::vector<std::string> having;
  for (const Version& version : entry.versions) having.push_back(version.language);
  for (const std::string& language : texts.message_languages)
    if (entry.in(language) == nullptr)
      mistakes.add(message_file(texts, language), entry.versions.front().pointer,
                   "is missing; there is one in " + listed(having));
}

void same_placeholders(const Entry& entry, Mistakes& mistakes) {
  std::set<std::string> all;
  for (const Version& version : entry.versions) all.merge(placeholder_names(version.text));
  for (const Version& version : entry.versions) {
    const std::set<std::string> own = placeholder_names(version.text);
    for (const std::string& name : all)
      if (!own.contains(name) && text::placeholders(version.text))
        mistakes.add(version, "lacks the placeholder {" + name + "}");
  }
}

void not_translated(const Entry& entry, const Glossary& glossary, Mistakes& mistakes) {
  const auto is_name_in_both = [&](const Version& one, const Version& other) {
    return std::ranges::any_of(glossary.names, [&](const auto& name) {
      const auto here = name.find(one.language), there = name.find(other.language);
      return here != name.end() && there != name.end() && here->second == one.visible &&
             there->second == other.visible;
    });
  };
  // Names such as SWITCH-Asia and short words such as "мин" are often the same.
  constexpr std::size_t few_words = 3, few_letters = 15;
  for (auto version = entry.versions.begin(); version != entry.versions.end(); ++version) {
    const std::vector<std::u32string> words = words_of(version->visible);
    std::size_t letters = 0;
    for (const std::u32string& word : words) letters += word.size();
    if (words.size() < few_words || letters < few_letters) continue;
    const auto same = std::find_if(entry.versions.begin(), version, [&](const Version& other) {
      return other.visible == version->visible && !is_name_in_both(*version, other);
    });
    if (same != version) mistakes.add(*version, "is the same text as in " + same->language);
  }
}

void official_names(const Entry& entry, const Glossary& glossary, Mistakes& mistakes) {
  // English goes first, because it has the fewest endings; longer names before those inside them.
  const Version* english = entry.in("en");
  if (english == nullptr) return;
  std::vector<std::u32string> words = words_of(english->visible);
  using Name = std::map<std::string, std::string, std::less<>>;
  std::vector<std::pair<std::vector<std::u32string>, const Name*>> names;
  for (const auto& name : glossary.names)
    if (const auto official = name.find("en"); official != name.end())
      names.emplace_back(words_of(official->second), &name);
  std::ranges::stable_sort(names, std::ranges::greater{}, [](const auto& name) { return name.first.size(); });
  for (const auto& [wanted, name] : names) {
    const auto found = std::ranges::search(words, wanted);
    if (wanted.empty() || found.empty()) continue;
    for (std::u32string& word : found) word.clear();
    for (const Version& version : entry.versions) {
      const auto own = name->find(version.language);
      if (version.language == "en" || own == name->end()) continue;
      if (!has_name(small_words(version.visible), small_words(own->second)))
        mistakes.add(version, "lacks the official name \"" + own->second + "\" (English: \"" +
                                  name->find("en")->second + "\")");
    }
  }
}

void plural_categories(const Version& version, const text::Cldr& language, Mistakes& mistakes) {
  for (const std::string& mistake : text::message_mistakes(version.text, language))
    mistakes.add(version, mistake);
}

void foreign_letters(const Version& version, Mistakes& mistakes) {
  const LanguageNotes* own = notes_of(version.language);
  if (own == nullptr || own->letters.empty()) return;
  for (const std::u32string& word : words_of(version.visible))
    for (const char32_t c : small(word)) {
      std::string_view whose;
      if (own->cyrillic ? c == 0x259 || c == 0x18F : is_cyrillic(c))
        whose = own->cyrillic ? "the Latin alphabet" : "the Cyrillic alphabet";
      for (const LanguageNotes& other : all_notes())
        if (&other != own && other.own_letters.contains(c) && !own->letters.contains(c)) whose = other.tag;
      if (whose.empty()) continue;
      mistakes.add(version, in_quotes(word) + " has " + name_of(c) + ", a letter of " + std::string{whose});
      return;
    }
}

void foreign_words(const Version& version, Mistakes& mistakes) {
  const LanguageNotes* own = notes_of(version.language);
  if (own == nullptr || own->common_words.empty()) return;
  for (const std::u32string& word : words_of(version.visible))
    for (const LanguageNotes& other : all_notes()) {
      if (&other == own || std::ranges::find(other.common_words, small(word)) == other.common_words.end())
        continue;
      mistakes.add(version, in_quotes(word) + " is a word of " + std::string{other.tag});
      return;
    }
}

void mixed_scripts(const Version& version, Mistakes& mistakes) {
  const LanguageNotes* notes = notes_of(version.language);
  for (const std::u32string& word : words_of(version.visible)) {
    // A single small Latin letter among Cyrillic words is a slip too: "c 22 апреля".
    constexpr std::u32string_view look_alikes = U"aceiopxy";
    const bool slip =
        notes != nullptr && notes->cyrillic && word.size() == 1 && look_alikes.contains(word.front());
    if (slip || (std::ranges::any_of(word, is_latin) && std::ranges::any_of(word, is_cyrillic))) {
      mistakes.add(version, slip ? in_quotes(word) + " is a Latin letter that stands for a Cyrillic one"
                                 : "mixes Latin and Cyrillic letters in " + in_quotes(word));
      return;
    }
  }
}

void wrong_names(const Version& version, const Glossary& glossary, Mistakes& mistakes) {
  const std::vector<std::u32string> words = small_words(version.visible);
  for (const WrongForm& wrong : glossary.wrong) {
    if (!wrong.language.empty() && wrong.language != version.language) continue;
    const auto begins = [](const std::u32string& word, const std::u32string& form) {
      return word.starts_with(form);
    };
    if (!std::ranges::search(words, small_words(wrong.form), begins).empty())
      mistakes.add(version, "has \"" + wrong.form + "\" where \"" + wrong.instead + "\" belongs");
  }
}

void glyphs(const Version& version, const std::function<bool(char32_t)>& has_glyph, Mistakes& mistakes) {
  std::u32string missing;
  for (const char32_t c : text::decoded(version.visible))
    if (c != '\n' && !has_glyph(c) && !missing.contains(c)) missing += c;
  for (const char32_t c : missing)
    mistakes.add(version, "has " + in_quotes(std::u32string(1, c)) + " (" + name_of(c) +
                              "), for which the fonts have no glyph");
}

void quotes(const Version& version, Mistakes& mistakes) {
  const LanguageNotes* notes = notes_of(version.language);
  if (notes == nullptr || notes->quotes.size() != 2) return;
  const std::u32string text = text::decoded(version.visible);
  const char32_t opening = notes->quotes[0], closing = notes->quotes[1];
  const std::string own =
      text::encoded(std::u32string{opening}) + " " + text::encoded(std::u32string{closing});
  if (text.contains(U'"')) mistakes.add(version, "has straight quotes; " + version.language + " has " + own);
  if (text.contains(U'\'')) mistakes.add(version, "has a straight apostrophe; use ’");
  const auto count = [&](char32_t c) { return std::ranges::count(text, c); };
  // Inside of « » stand „ “.
  const bool angles = opening == U'«';
  bool foreign = angles && count(U'“') != count(U'„');
  for (const char32_t quote : U"«»“”„"sv)
    foreign = foreign || (text.contains(quote) && !notes->quotes.contains(quote) &&
                          !(angles && (quote == U'„' || quote == U'“')));
  if (foreign) mistakes.add(version, "has quotes of another language; " + version.language + " has " + own);
  const bool open = (angles || !foreign) && count(opening) != count(closing);
  if (open) mistakes.add(version, "has quotes that are not closed, or not opened");
}

void length_limit(const Version& version, std::string_view key, Mistakes& mistakes) {
  struct Place {
    std::string_view keys;  // that begin so
    std::size_t letters;
    std::string_view name;
  };
  // What fits on the narrowest phone. Tags of a pack are held to their length by its reader.
  static constexpr std::array places{
      Place{"nav.home", 11, "a tab"},        Place{"nav.agenda", 11, "a tab"},
      Place{"nav.map", 11, "a tab"},         Place{"nav.themes", 11, "a tab"},
      Place{"nav.partners", 12, "a tab"},    Place{"nav.search", 11, "a tab"},
      Place{"nav.more", 11, "a tab"},        Place{"settings.theme_", 20, "a choice"},
      Place{"agenda.live", 10, "a mark"},    Place{"agenda.cancelled", 16, "a mark"},
      Place{"agenda.changed", 16, "a mark"}, Place{"app.name", 16, "the name under an icon"},
  };
  for (const Place& place : places) {
    if (!key.starts_with(place.keys)) continue;
    const std::size_t letters = text::decoded(version.visible).size();
    if (letters > place.letters)
      mistakes.add(version, "has " + std::to_string(letters) + " letters; " + std::string{place.name} +
                                " has room for " + std::to_string(place.letters));
  }
}

}  // namespace lint
