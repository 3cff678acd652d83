#include "tools/summit_pack/new_event.h"

#include <algorithm>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "authoring/first_event.h"
#include "authoring/words.h"
#include "exchange/import.h"
#include "exchange/workbook.h"
#include "files/files.h"
#include "files/paths.h"
#include "files/process.h"
#include "pack/read.h"
#include "tools/summit_pack/icu.h"
#include "tools/summit_pack/languages.h"

namespace summit_pack {
namespace {

namespace fs = std::filesystem;
using authoring::FirstEvent;
using Wrong = std::string;  // why an answer cannot be taken; empty when it can

constexpr std::string_view blanks = " \t\r\n";

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t end = std::min(text.find(at, i), text.size());
    if (std::string part = trimmed(text.substr(i, end - i)); !part.empty()) parts.push_back(std::move(part));
    i = end + 1;
  }
  return parts;
}

// What was given on the command line: each option with all of its values.
using Given = std::multimap<std::string, std::string, std::less<>>;

// The event as it becomes known, answer by answer. Each function takes one, or says what is wrong with it.
class Answers {
 public:
  FirstEvent event;
  std::optional<text::TimeZone> zone;

  Wrong languages(std::string_view written) {
    event.languages.clear();
    for (std::string& tag : split(written, ',')) {
      if (std::ranges::find(event.languages, tag) != event.languages.end()) return tag + " is there twice";
      event.languages.push_back(std::move(tag));
    }
    return event.languages.empty() ? "no language is named" : "";
  }
  Wrong name(std::string_view written) { return in_a_language(written, event.name); }
  Wrong short_name(std::string_view written) { return in_a_language(written, event.short_name); }
  Wrong zone_name(std::string_view written) { return in_a_language(written, event.time_zone_name); }
  Wrong dates(std::string_view written) {
    const auto dates = authoring::read_dates(trimmed(written));
    if (!dates) return dates.error();
    std::tie(event.first_day, event.last_day) = *dates;
    return {};
  }
  Wrong place(std::string_view written) {
    const auto [language, words] = language_of(written);
    const auto parts = split(words, ',');
    if (parts.size() != 2) return "a city, a comma and a country are wanted, as in \"Astana, Kazakhstan\"";
    event.city.set(language, parts[0]);
    event.country.set(language, parts[1]);
    return {};
  }
  Wrong time_zone(std::string_view written) {
    event.time_zone = trimmed(written);
    auto known = text::TimeZone::named(event.time_zone);
    if (!known) return known.error();
    zone = std::move(*known);
    return {};
  }
  Wrong id(std::string_view written) {
    event.id = trimmed(written);
    return authoring::id_of(event.id) == event.id && !event.id.empty()
               ? ""
               : "an id has small letters a-z, digits and single hyphens";
  }

 private:
  // "uz=Daryo kunlari": in that language; else in the first.
  std::pair<std::string, std::string> language_of(std::string_view written) const {
    const std::size_t sign = written.find('=');
    if (sign != std::string_view::npos) {
      std::string tag = trimmed(written.substr(0, sign));
      if (std::ranges::find(event.languages, tag) != event.languages.end())
        return {std::move(tag), trimmed(written.substr(sign + 1))};
    }
    return {event.languages.front(), trimmed(written)};
  }
  Wrong in_a_language(std::string_view written, model::LocalizedText& text) const {
    auto [language, words] = language_of(written);
    if (words.empty()) return "nothing is written there";
    text.set(language, std::move(words));
    return {};
  }
};

struct Question {
  std::string_view option;
  authoring::Word words;
  Wrong (Answers::*take)(std::string_view);
};

// Languages first: the others are answered in them.
const Question questions[] = {{"--languages", "ask.languages", &Answers::languages},
                              {"--name", "ask.name", &Answers::name},
                              {"--dates", "ask.dates", &Answers::dates},
                              {"--place", "ask.place", &Answers::place},
                              {"--zone", "ask.zone", &Answers::time_zone}};
const Question choices[] = {{"--short-name", "ask.name", &Answers::short_name},
                            {"--zone-name", "ask.zone", &Answers::zone_name},
                            {"--id", "ask.name", &Answers::id}};

// Asks until the answer can be taken; false when nobody answers any more.
bool ask(const Question& question, Answers& answers, std::string_view language) {
  for (;;) {
    say(authoring::say(language, question.words) + "\n> ");
    std::fflush(stdout);
    const auto line = files::read_line();
    if (!line) return false;
    const Wrong wrong = (answers.*question.take)(*line);
    if (wrong.empty()) return true;
    say("  " + wrong + "\n");
  }
}

// A folder that is there already may hold somebody's work.
bool is_free(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return !error;
  return fs::is_directory(folder, error) && fs::is_empty(folder, error) && !error;
}

// The workbook of the event that the files are, and what is kept of its rows beside them, so that a mistake
// is told by its row from the first day on.
std::expected<std::string, std::string> workbook_of(pack::PackFiles& files, const std::string& name) {
  const auto folder = exchange::Folder::of(files);
  if (!folder) return std::unexpected(pack::to_line(folder.error().front()));
  auto bytes = exchange::write_workbook(*folder);
  if (!bytes) return bytes;
  const exchange::ImportResult read =
      exchange::import_files(exchange::Format::xlsx, {{name, *bytes}}, *folder, {});
  if (pack::has_errors(read.problems)) return std::unexpected(pack::to_line(read.problems.front()));
  for (const auto& [file, content] : read.changed) files.files[file] = content;
  return bytes;
}

// Why the workbook cannot be written there; empty when it can.
std::string no_place_for_workbook(const fs::path& workbook, const fs::path& folder) {
  std::error_code error;
  if (workbook.extension() != ".xlsx") return "a workbook is a file that ends in .xlsx";
  if (fs::exists(workbook, error)) return "is there already; nothing is written over what somebody has";
  const fs::path parent = fs::absolute(workbook, error).lexically_normal().parent_path();
  const bool beside = parent == fs::absolute(folder, error).lexically_normal();
  return beside || fs::is_directory(parent, error) ? "" : "there is no folder " + files::text_of(parent);
}

// All files or none.
std::string write_folder(const fs::path& folder, const pack::PackFiles& files) {
  std::error_code error;
  fs::path part = folder;
  part += ".part";
  if (fs::exists(part, error)) return files::text_of(part) + ": is in the way";
  const auto give_up = [&](const fs::path& at, const std::string& why) {
    fs::remove_all(part, error);
    return files::text_of(at) + ": " + why;
  };
  fs::create_directories(part, error);
  if (error) return give_up(part, files::words_of(error));
  for (const auto& [name, bytes] : files.files)
    if (const auto written = files::write_file(part / files::path_of(name), bytes); !written)
      return give_up(folder / files::path_of(name), written.error());
  fs::remove(folder, error);  // only an empty one goes
  fs::rename(part, folder, error);
  return error ? give_up(folder, files::words_of(error)) : std::string{};
}

}  // namespace

int new_verb(Arguments arguments) {
  Given given;
  std::vector<std::string> words;
  const auto is_option = [](std::string_view name) {
    const auto same = [&](const Question& question) { return question.option == name; };
    return name == "--lang" || name == "--workbook" || std::ranges::any_of(questions, same) ||
           std::ranges::any_of(choices, same);
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string name{arguments[i]};
    if (!name.starts_with('-')) {
      words.push_back(name);
    } else if (!is_option(name)) {
      return misunderstood("there is no option " + name + " here");
    } else if (++i == arguments.size() || arguments[i].empty()) {
      return misunderstood(name + " takes one value");
    } else {
      given.emplace(name, arguments[i]);
    }
  }
  if (words.size() != 1) return misunderstood("new takes one folder");
  fs::path folder = files::path_of(words[0]);
  if (!folder.has_filename()) folder = folder.parent_path();
  if (!is_free(folder))
    return failed(files::text_of(folder) + ": is there already; nothing is written over what somebody has");
  const auto named = given.find("--workbook");
  const fs::path workbook = named == given.end() ? fs::path() : files::path_of(named->second);
  if (!workbook.empty())
    if (const std::string why = no_place_for_workbook(workbook, folder); !why.empty())
      return failed(files::text_of(workbook) + ": " + why);
  if (const auto used = use_icu(); !used) return failed(used.error());

  const auto wanted = given.find("--lang");
  const std::string language = wanted == given.end() ? "en" : wanted->second;
  if (std::ranges::find(authoring::languages(), language) == authoring::languages().end())
    return misunderstood("--lang is one of kk, ru, en");

  const bool asks = files::can_ask();
  std::string missing;
  for (const Question& question : questions)
    if (!given.contains(question.option))
      missing += (missing.empty() ? "" : ", ") + std::string(question.option);
  if (!missing.empty() && !asks)
    return misunderstood("new needs " + missing + " too, as there is no terminal on which to ask");

  Answers answers;
  const auto take = [&](const Question& question) -> Wrong {
    for (auto [one, end] = given.equal_range(question.option); one != end; ++one)
      if (const Wrong wrong = (answers.*question.take)(one->second); !wrong.empty())
        return std::string(question.option) + " " + one->second + ": " + wrong;
    return {};
  };
  for (const Question& question : questions) {
    if (given.contains(question.option)) {
      if (const Wrong wrong = take(question); !wrong.empty()) return misunderstood(wrong);
    } else if (!ask(question, answers, language)) {
      return failed("\n" + std::string(question.option) + ": nobody answered; nothing is written");
    }
  }
  for (const Question& choice : choices)
    if (const Wrong wrong = take(choice); !wrong.empty()) return misunderstood(wrong);

  FirstEvent& event = answers.event;
  if (event.id.empty()) event.id = authoring::id_of(files::text_of(folder.filename()));
  if (event.id.empty()) event.id = authoring::id_of(event.name.in("en"));
  if (event.id.empty()) event.id = "event";
  if (event.short_name.empty())
    for (const auto& [tag, name] : event.name.all())
      event.short_name.set(tag, authoring::short_name_of(name));

  pack::PackFiles files = authoring::first_files(event, *answers.zone);
  // Whatever else is wrong with an answer, such as a language that is no tag, the reader of packs knows.
  pack::ReadResult read = pack::read_pack(files);
  if (read.event)
    std::ranges::move(languages_without_messages(*read.event), std::back_inserter(read.problems));
  print(read.problems);
  if (!read.event || pack::has_errors(read.problems)) return mistakes_found;
  std::expected<std::string, std::string> book;
  if (!workbook.empty()) {
    book = workbook_of(files, files::text_of(workbook.filename()));
    if (!book) return failed(files::text_of(workbook) + ": " + book.error());
  }
  if (const std::string why = write_folder(folder, files); !why.empty()) return failed(why);
  if (!workbook.empty())
    if (const auto written = files::write_file(workbook, *book); !written)
      return failed(files::text_of(workbook) + ": " + written.error());
  say(authoring::say(language, "new.done", {{"folder", files::text_of(folder)}}) + "\n");
  if (!workbook.empty())
    say(authoring::say(language, "new.workbook",
                       {{"workbook", files::text_of(workbook)}, {"folder", files::text_of(folder)}}) +
        "\n");
  return done;
}

}  // namespace summit_pack
