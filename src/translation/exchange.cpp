#include "translation/exchange.h"

#include <algorithm>
#include <optional>
#include <set>

#include "lint/json_strings.h"
#include "lint/rules.h"
#include "text/cldr.h"
#include "text/message_check.h"

namespace translation {
namespace {

using lint::Entry;
using lint::Version;
using pack::Problem;

// Replaces the bytes from `begin` to `end`.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string bytes;
};

std::string edited(const std::string& file, std::vector<Edit> edits) {
  std::ranges::sort(edits, {}, &Edit::begin);
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(file, at, edit.begin - at).append(edit.bytes);
    at = edit.end;
  }
  return result.append(file, at);
}

// What stands between two members of an object or list that are written as this one is.
std::string gap_before(const std::string& file, std::size_t begin) {
  const std::size_t end_of_last = file.find_last_not_of(" \t\r\n", begin - 1);
  return "," + file.substr(end_of_last + 1, begin - end_of_last - 1);
}

Problem at(const Unit& unit, std::string reason, Problem::Severity severity) {
  const std::size_t colon = unit.place.find(": ");
  return {unit.place.substr(0, colon), colon == std::string::npos ? "" : unit.place.substr(colon + 2),
          std::move(reason), severity};
}

// The text that a translator works from: that in `source`, or, where the event lets a text lack it, whichever
// other language it is in.
const Version* source_of(const Entry& entry, std::string_view source, std::string_view language) {
  if (const Version* version = entry.in(source); version != nullptr || entry.is_message()) return version;
  const auto other = std::ranges::find_if(
      entry.versions, [&](const Version& version) { return version.language != language; });
  return other == entry.versions.end() ? nullptr : &*other;
}

class Import {
 public:
  Import(const lint::Texts& texts, std::string_view language)
      : texts_(texts),
        language_(language),
        source_(source_language(texts, language)),
        new_to_pack_(std::ranges::find(texts.languages, language) == texts.languages.end()),
        new_to_messages_(!texts.messages.empty() && !texts.messages.contains(language)) {
    for (const Entry& entry : texts.entries) entries_.emplace(entry.place, &entry);
  }

  std::expected<Changes, std::vector<Problem>> run(const std::vector<Unit>& units) {
    for (const Unit& unit : units) take(unit);
    for (const Entry& entry : texts_.entries)
      if (is_new(entry) && entry.in(source_) != nullptr && !taken_.contains(&entry) &&
          !refused_.contains(&entry))
        error({.place = entry.place, .source = {}, .translation = {}, .uncertain = false},
              "has no translation; a new language needs every one");
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    write_messages();
    write_pack();
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(changes_);
  }

 private:
  bool is_new(const Entry& entry) const { return entry.is_message() ? new_to_messages_ : new_to_pack_; }

  void error(const Unit& unit, std::string reason) {
    problems_.push_back(at(unit, std::move(reason), Problem::Severity::error));
  }
  void note(const Unit& unit, std::string reason) {
    changes_.notes.push_back(at(unit, std::move(reason), Problem::Severity::warning));
  }

  void take(const Unit& unit) {
    const auto found = entries_.find(unit.place);
    const Version* source = found == entries_.end() ? nullptr : source_of(*found->second, source_, language_);
    if (source == nullptr) return note(unit, "is no text any more; left out");
    const Entry& entry = *found->second;
    if (!taken_.insert(&entry).second) return error(unit, "is there twice");
    const bool missing = unit.translation.empty() || unit.uncertain;
    if (missing || source->text != unit.source) {
      taken_.erase(&entry);
      const std::string why = unit.translation.empty() ? "is not translated"
                              : unit.uncertain         ? "is marked as not certain (fuzzy)"
                                                       : "was translated from a text that has changed since";
      if (is_new(entry)) {
        refused_.insert(&entry);
        return error(unit, why + "; a new language needs every text");
      }
      // Most files come back half done; which texts are missing is the report's to tell.
      if (unit.translation.empty()) {
        ++changes_.untranslated;
        return;
      }
      return note(unit, why + "; left as it is");
    }
    const Version* before = entry.in(language_);
    if (before != nullptr && before->text == unit.translation) return;
    ++changes_.texts;
    if (entry.is_message()) {
      check_message(*source, unit);
      const std::string file = new_to_messages_ ? source_ : language_;
      const Version* place = new_to_messages_ ? source : before;
      const std::string text = lint::written(unit.translation, true);
      if (place != nullptr)
        message_edits_.push_back({place->begin, place->end, text});
      else
        insert(message_edits_, texts_.messages.find(file)->second, last_message(file), entry.key, text);
    } else {
      const Version& last = *std::ranges::max_element(entry.versions, {}, &Version::begin);
      const std::string text = lint::written(unit.translation, false);
      std::vector<Edit>& edits = pack_edits_[source->file];
      if (before != nullptr)
        edits.push_back({before->begin, before->end, text});
      else
        insert(edits, texts_.pack.files.find(source->file)->second, last, language_, text);
    }
  }

  // A member more, behind `last` and written as that is.
  static void insert(std::vector<Edit>& edits, const std::string& file, const Version& last,
                     const std::string& key, const std::string& text) {
    const std::size_t key_end = file.find('"', last.key_begin + 1) + 1;
    edits.push_back({last.end, last.end,
                     gap_before(file, last.key_begin) + "\"" + key + "\"" +
                         file.substr(key_end, last.begin - key_end) + text});
  }

  const Version& last_message(const std::string& language) const {
    const Version* last = nullptr;
    for (const Entry& entry : texts_.entries)
      if (const Version* version = entry.is_message() ? entry.in(language) : nullptr;
          version != nullptr && (last == nullptr || version->begin > last->begin))
        last = version;
    return *last;
  }

  // What would stop the build or lose a number is refused.
  void check_message(const Version& source, const Unit& unit) {
    Version version{.language = language_,
                    .file = texts_.messages_name,
                    .pointer = source.pointer,
                    .text = unit.translation,
                    .visible = {}};
    Entry both{.place = {}, .key = "message", .versions = {source, version}};
    lint::Mistakes mistakes;
    lint::same_placeholders(both, mistakes);
    if (!cldr_) cldr_ = text::Cldr::of(language_);
    // Of a language that is new the next build knows which forms its plurals have.
    if (*cldr_)
      lint::plural_categories(version, **cldr_, mistakes);
    else if (const auto read = text::placeholders(unit.translation); !read)
      error(unit, read.error());
    for (const Problem& mistake : mistakes.found()) {
      const bool its_own = mistake.file == texts_.messages_name;
      error(unit, its_own ? mistake.reason : "has a placeholder that " + source_ + " lacks");
    }
  }

  void write_messages() {
    if (message_edits_.empty()) return;
    const std::string& file = texts_.messages.find(new_to_messages_ ? source_ : language_)->second;
    changes_.messages.emplace(language_, edited(file, message_edits_));
  }

  void write_pack() {
    if (new_to_pack_) name_language();
    pack::PackFiles after = texts_.pack;
    for (auto& [name, edits] : pack_edits_) {
      const std::string bytes = edited(after.files.find(name)->second, std::move(edits));
      changes_.pack.emplace(name, bytes);
      after.files.find(name)->second = bytes;
    }
    for (Problem& problem : pack::read_pack(after).problems)
      if (problem.severity == Problem::Severity::error) problems_.push_back(std::move(problem));
  }

  void name_language() {
    const std::string& file = texts_.pack.files.find("event.json")->second;
    const auto strings = lint::strings_of(file);
    const lint::JsonString* last = nullptr;
    for (const lint::JsonString& string : *strings)
      if (string.pointer.starts_with("/languages/")) last = &string;
    std::string gap = gap_before(file, last->begin);
    if (texts_.languages.size() == 1) gap = ", ";
    pack_edits_["event.json"].push_back({last->end, last->end, gap + "\"" + language_ + "\""});
  }

  const lint::Texts& texts_;
  const std::string language_, source_;
  const bool new_to_pack_, new_to_messages_;
  std::map<std::string, const Entry*, std::less<>> entries_;
  std::set<const Entry*> taken_, refused_;
  std::vector<Edit> message_edits_;
  std::map<std::string, std::vector<Edit>> pack_edits_;
  std::optional<std::expected<text::Cldr, std::string>> cldr_;
  std::vector<Problem> problems_;
  Changes changes_;
};

}  // namespace

std::string source_language(const lint::Texts& texts, std::string_view language) {
  if (language != "en" && std::ranges::find(texts.languages, "en") != texts.languages.end()) return "en";
  for (const std::string& other : texts.languages)
    if (other != language) return other;
  return texts.languages.front();
}

std::vector<Unit> units_for(const lint::Texts& texts, std::string_view language) {
  const std::string source = source_language(texts, language);
  std::vector<Unit> units;
  for (const Entry& entry : texts.entries) {
    const Version* from = source_of(entry, source, language);
    if (from == nullptr) continue;
    const Version* to = entry.in(language);
    units.push_back({entry.place, from->text, to != nullptr ? to->text : std::string{}, false});
  }
  return units;
}

std::expected<Changes, std::vector<Problem>> with_translations(const lint::Texts& texts,
                                                               std::string_view language,
                                                               const std::vector<Unit>& units) {
  return Import(texts, language).run(units);
}

}  // namespace translation
