#include "tools/summit_pack/check.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "authoring/findings.h"
#include "authoring/report.h"
#include "authoring/words.h"
#include "exchange/origins.h"
#include "files/files.h"
#include "files/paths.h"
#include "imdf/venue_maker.h"
#include "lint/texts.h"
#include "pack/folder.h"
#include "tools/summit_pack/icu.h"
#include "tools/summit_pack/languages.h"
#include "tools/summit_pack/origins.h"
#include "tools/summit_pack/texts.h"

namespace summit_pack {
namespace {

// The reader warns of what the rules for texts call a mistake; once is enough.
void merge(std::vector<pack::Problem>& problems, const std::vector<pack::Problem>& of_texts) {
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> reported;
  const auto what = [](const pack::Problem& problem) {
    return std::tuple<std::string_view, std::string_view, std::string_view>(problem.file, problem.pointer,
                                                                            problem.reason);
  };
  for (const pack::Problem& problem : of_texts) reported.insert(what(problem));
  std::erase_if(problems, [&](const pack::Problem& problem) { return reported.contains(what(problem)); });
  for (const pack::Problem& problem : of_texts)
    if (reported.erase(what(problem)) > 0) problems.push_back(problem);
}

// Whether it is a map alone.
bool is_map(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error))
    return std::filesystem::exists(path / "unit.geojson", error) &&
           !std::filesystem::exists(path / "event.json", error);
  return path.extension() == ".zip";
}

int check_map(const std::string& given) {
  const auto files = imdf::load(files::path_of(given));
  if (!files) return failed(given + ": " + files.error());
  imdf::ArchiveResult read = imdf::read_archive(*files, "");
  imdf::VenueResult made;
  if (read.archive) made = imdf::make_venue(*read.archive, nullptr, "");
  std::ranges::move(made.problems, std::back_inserter(read.problems));
  print(read.problems);
  if (pack::has_errors(read.problems)) return mistakes_found;
  say(given + ": good: " + count(made.venue.levels.size(), "level", "levels") + ", " +
      count(made.venue.units.size(), "unit", "units") + ", " +
      count(made.venue.doors.size(), "door", "doors") + ", " + count(made.venue.ways.size(), "way", "ways") +
      (read.problems.empty() ? "" : "; " + count(read.problems.size(), "warning", "warnings")) + "\n");
  return done;
}

// The page for people; answers why it could not be written.
std::string write_report(const std::string& output, const std::string& folder, const std::string& language,
                         const std::expected<pack::PackFiles, std::string>& files,
                         const pack::ReadResult& result, const std::vector<std::string>& unchecked) {
  const pack::PackFiles none;
  const pack::PackFiles& all = files ? *files : none;
  if (const std::string why = is_source(files::path_of(output), files::path_of(folder), all); !why.empty())
    return output + ": " + why;
  const model::Event* event = result.event ? &*result.event : nullptr;
  std::optional<lint::Texts> texts;
  if (event != nullptr)
    if (auto read = lint::texts_of(all, *event, {})) texts = std::move(*read);
  const exchange::Origins origins(all);
  const authoring::Origin origin = [&](std::string_view list, std::string_view id) {
    return origins.of(list, id);
  };
  const authoring::Findings found =
      authoring::findings(all, event, texts ? &*texts : nullptr, result.problems, language, origin);
  const authoring::ReportContext context{.folder = folder,
                                         .language = language,
                                         .files = &all,
                                         .event = event,
                                         .origin = origin,
                                         .unchecked = unchecked};
  const auto written = files::write_file(files::path_of(output), authoring::html_report(found, context));
  return written ? std::string{} : output + ": " + written.error();
}

}  // namespace

int check_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"--texts", "--html", "--lang"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 1) return misunderstood("check takes one pack");
  const std::filesystem::path path = files::path_of(given->words[0]),
                              messages = files::path_of(given->option("--texts"));
  const std::string html = given->option("--html");
  const std::string language = given->options.contains("--lang") ? given->option("--lang") : "en";
  if (std::ranges::find(authoring::languages(), language) == authoring::languages().end())
    return misunderstood("--lang is one of kk, ru, en");
  if (html.empty() && given->options.contains("--lang"))
    return misunderstood("--lang is the language of --html");
  if (is_map(path)) {
    if (!html.empty()) return misunderstood("--html is for events, and this is a map alone");
    return check_map(given->words[0]);
  }
  std::vector<std::string> unchecked;
  if (const auto used = use_icu(); !used) unchecked.push_back("the time zone: " + used.error());
  pack::ReadResult result = pack::read_path(path);
  std::error_code error;
  const auto files = std::filesystem::is_directory(path, error)
                         ? pack::load_folder(path)
                         : std::expected<pack::PackFiles, std::string>{};
  if (result.event && files) {
    imdf::VenueResult map = imdf::venue_beside(path, *result.event);
    std::ranges::move(map.problems, std::back_inserter(result.problems));
    if (!map.venue.empty()) result.event->venue = std::move(map.venue);
  }
  const std::vector<std::string> brought = brought_languages(path);
  // With --texts it is the files there that count.
  if (result.event && messages.empty())
    std::ranges::move(languages_without_messages(*result.event, brought),
                      std::back_inserter(result.problems));
  std::ranges::move(unknown_messages(path, brought), std::back_inserter(result.problems));
  // The letters of a language that comes with the next build come with it.
  for (const std::string& one : brought)
    unchecked.push_back("the letters of " + one + ", which come with the next build for this event");
  // Texts can be told apart only when the pack has its form.
  if (result.event && files) {
    std::vector<pack::Problem> of_texts = check_texts(*files, *result.event, messages, brought, unchecked);
    std::erase_if(of_texts, [&](const pack::Problem& problem) {
      return problem.reason.ends_with("for which the fonts have no glyph") &&
             std::ranges::any_of(
                 brought, [&](const std::string& one) { return problem.pointer.ends_with("/" + one); });
    });
    merge(result.problems, of_texts);
  }
  print(files ? with_origins(result.problems, *files) : result.problems);
  if (!html.empty())
    if (const std::string why = write_report(html, given->words[0], language, files, result, unchecked);
        !why.empty())
      return failed(why);
  if (!result.event || pack::has_errors(result.problems)) return mistakes_found;
  for (const std::string& what : unchecked) say("not checked: " + what + "\n");
  say(given->words[0] + ": good: " + count(result.event->sessions.size(), "session", "sessions") + ", " +
      count(result.event->rooms.size(), "room", "rooms") + ", " +
      count(result.event->themes.size(), "theme", "themes") + ", " +
      count(result.event->partners.size(), "partner", "partners") +
      (result.problems.empty() ? "" : "; " + count(result.problems.size(), "warning", "warnings")) + "\n");
  return done;
}

}  // namespace summit_pack
