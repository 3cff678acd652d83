#include "lint/texts.h"

#include <algorithm>
#include <set>

#include "files/paths.h"
#include "lint/json_strings.h"
#include "pack/folder.h"
#include "pack/format.h"
#include "text/message_check.h"
#include "text/prose.h"

namespace lint {
namespace {

namespace fs = std::filesystem;

std::string parent_of(const std::string& pointer) { return pointer.substr(0, pointer.rfind('/')); }

// Of the description of a session what is read, without the addresses of its links.
std::string shown(const std::string& file, const std::string& place, const std::string& text) {
  return file == "sessions.json" && place.ends_with("/description") ? text::plain_prose(text) : text;
}

// An object is a text when it has the languages of the event for keys and nothing else (some of them, where
// texts may lack languages): the reader of packs knows no other object like that.
void add_texts_of_file(const std::string& file, const std::vector<JsonString>& strings, bool may_lack,
                       Texts& texts) {
  for (std::size_t i = 0; i < strings.size();) {
    const std::string place = parent_of(strings[i].pointer);
    std::size_t end = i;
    while (end < strings.size() && parent_of(strings[end].pointer) == place) ++end;
    Entry entry{.place = file + ": " + place, .key = {}, .versions = {}};
    for (; i < end; ++i) {
      const JsonString& string = strings[i];
      entry.versions.push_back({steps_of(string.pointer).back(), file, string.pointer, string.text,
                                shown(file, place, string.text), string.key_begin, string.begin, string.end});
    }
    const bool is_text =
        (may_lack || entry.versions.size() == texts.languages.size()) &&
        std::ranges::all_of(entry.versions, [&](const Version& version) {
          return std::ranges::find(texts.languages, version.language) != texts.languages.end();
        });
    if (is_text) texts.entries.push_back(std::move(entry));
  }
}

std::string visible(const std::string& message) {
  std::string lines;
  const auto pieces = text::literal_pieces(message);
  if (!pieces) return lines;
  for (const std::string& piece : *pieces) lines += piece + "\n";
  if (!lines.empty()) lines.pop_back();
  return lines;
}

// The first language says in which order the messages come.
void add_messages(const std::string& language, const std::vector<JsonString>& strings, Texts& texts,
                  std::map<std::string, std::size_t>& entries) {
  for (const JsonString& string : strings) {
    const std::string key = steps_of(string.pointer).front();
    const auto [found, is_new] = entries.emplace(key, texts.entries.size());
    if (is_new) texts.entries.push_back({.place = "i18n: " + string.pointer, .key = key, .versions = {}});
    texts.entries[found->second].versions.push_back({language, message_file(texts, language), string.pointer,
                                                     string.text, visible(string.text), string.key_begin,
                                                     string.begin, string.end});
  }
}

}  // namespace

const Version* Entry::in(std::string_view language) const {
  const auto found = std::ranges::find(versions, language, &Version::language);
  return found == versions.end() ? nullptr : &*found;
}

std::string message_file(const Texts& texts, std::string_view language) {
  return texts.messages_name + "/" + std::string{language} + ".json";
}

std::expected<Texts, std::vector<pack::Problem>> texts_of(const pack::PackFiles& pack,
                                                          const model::Event& event,
                                                          const fs::path& messages) {
  Texts texts{.pack = pack,
              .messages = {},
              .messages_name = files::text_of(
                  (messages.filename().empty() ? messages.parent_path() : messages).filename()),
              .languages = event.languages,
              .message_languages = {},
              .entries = {}};
  std::vector<pack::Problem> problems;
  const auto wrong = [&](const std::string& file, const std::string& reason) {
    problems.push_back({file, "", reason, pack::Problem::Severity::error});
  };

  for (const pack::FileFormat& format : pack::describe_files()) {
    const auto file = pack.files.find(format.name);
    if (file == pack.files.end()) continue;
    const auto strings = strings_of(file->second);
    if (strings)
      add_texts_of_file(file->first, *strings, !event.fallback.empty(), texts);
    else
      wrong(file->first, strings.error());
  }
  if (messages.empty()) {
    if (!problems.empty()) return std::unexpected(std::move(problems));
    return texts;
  }

  const auto files = pack::load_folder(messages);
  if (!files) {
    wrong(files::text_of(messages), files.error());
    return std::unexpected(std::move(problems));
  }
  for (const auto& [name, bytes] : files->files) {
    const std::string language = files::text_of(files::path_of(name).stem());
    texts.messages.emplace(language, bytes);
    texts.message_languages.push_back(language);
  }
  if (texts.messages.empty()) wrong(files::text_of(messages), "has no LANGUAGE.json files");
  // The event's languages first and in its order.
  std::ranges::stable_sort(texts.message_languages, {}, [&](const std::string& language) {
    return std::ranges::find(texts.languages, language) - texts.languages.begin();
  });
  std::map<std::string, std::size_t> entries;
  for (const std::string& language : texts.message_languages) {
    const auto strings = strings_of(texts.messages.find(language)->second);
    if (!strings)
      wrong(message_file(texts, language), strings.error());
    else if (std::ranges::any_of(
                 *strings, [](const JsonString& string) { return steps_of(string.pointer).size() != 1; }))
      wrong(message_file(texts, language), "must be one object of keys and texts");
    else
      add_messages(language, *strings, texts, entries);
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return texts;
}

}  // namespace lint
