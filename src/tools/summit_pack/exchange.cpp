#include "tools/summit_pack/exchange.h"

#include <algorithm>
#include <filesystem>

#include "authoring/first_event.h"
#include "exchange/cell_values.h"
#include "exchange/export.h"
#include "exchange/import.h"
#include "exchange/workbook.h"
#include "files/files.h"
#include "files/paths.h"
#include "pack/folder.h"
#include "text/words.h"
#include "tools/summit_pack/icu.h"

namespace summit_pack {
namespace {

namespace fs = std::filesystem;

// "title=Was,start=Wann"
std::expected<std::vector<std::pair<std::string, std::string>>, std::string> columns_of(
    const std::string& option) {
  std::vector<std::pair<std::string, std::string>> columns;
  for (const std::string& one : exchange::list_of(option, ",;")) {
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == one.size())
      return std::unexpected("--columns takes pairs such as title=Was,start=Wann, not " + one);
    columns.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  return columns;
}

}  // namespace

int import_verb(Arguments arguments) {
  std::vector<std::string_view> words(arguments.begin(), arguments.end());
  const bool dry = std::erase(words, "--dry-run") > 0;
  const auto given = read_arguments(words, {"--into", "--lang", "--zone", "--city", "--country", "--status",
                                            "--encoding", "--columns", "--dates"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() < 2 || !given->options.contains("--into"))
    return misunderstood("import takes a format, files, and --into with the folder of the event");
  const auto format = exchange::format_named(given->words[0]);
  if (!format)
    return misunderstood("there is no format " + given->words[0] + "; there are " + exchange::format_names());
  exchange::ImportOptions options;
  options.language = given->option("--lang");
  options.zone = given->option("--zone");
  options.city = given->option("--city");
  options.country = given->option("--country");
  options.encoding = given->option("--encoding");
  if (const std::string status = given->option("--status"); !status.empty()) {
    if (status != "published" && status != "provisional")
      return misunderstood("--status is published or provisional");
    options.status = status;
  }
  if (const std::string written = given->option("--dates"); !written.empty()) {
    const auto dates = authoring::read_dates(written);
    if (!dates) return misunderstood("--dates: " + dates.error());
    options.dates = *dates;
  }
  auto columns = columns_of(given->option("--columns"));
  if (!columns) return misunderstood(columns.error());
  options.columns = std::move(*columns);
  for (const std::string_view language : text::message_languages())
    options.app_languages.emplace_back(language);
  if (const auto used = use_icu(); !used) return failed(used.error());
  if (!options.zone.empty())
    if (const auto zone = text::TimeZone::named(options.zone); !zone)
      return misunderstood("--zone: " + zone.error());

  const fs::path folder = files::path_of(given->option("--into"));
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_directory(folder, error))
    return failed(files::text_of(folder) + ": is no folder");
  const auto before = exchange::Folder::load(folder);
  if (!before) {
    print(before.error());
    return mistakes_found;
  }
  std::vector<exchange::ImportFile> files;
  for (const std::string& name : std::span(given->words).subspan(1)) {
    auto bytes = files::read_file(files::path_of(name));
    if (!bytes) return failed(name + ": " + bytes.error());
    files.push_back({files::text_of(files::path_of(name).filename()), std::move(*bytes)});
  }
  const exchange::ImportResult result = exchange::import_files(*format, files, *before, options);
  print(result.problems);
  if (pack::has_errors(result.problems)) {
    complain("nothing was changed\n");
    return mistakes_found;
  }
  say(result.report);
  if (dry) {
    std::string list;
    for (const auto& [name, bytes] : result.changed) list += (list.empty() ? "" : ", ") + name;
    say("dry run: nothing was written" + (list.empty() ? std::string() : "; it would be " + list) + "\n");
    return done;
  }
  if (result.changed.empty()) return done;
  if (const auto written = exchange::write_files(folder, result.changed); !written)
    return failed(written.error());
  return done;
}

int export_verb(Arguments arguments) {
  const auto given = read_arguments(arguments, {"-o", "--lang"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 2 || !given->options.contains("-o"))
    return misunderstood("export takes a format, the folder of an event, and -o with a file");
  const auto format = exchange::format_named(given->words[0]);
  if (!format)
    return misunderstood("there is no format " + given->words[0] + "; there are " + exchange::format_names());
  if (const auto used = use_icu(); !used) return failed(used.error());
  const fs::path folder = files::path_of(given->words[1]);
  const std::string output = given->option("-o");
  std::error_code error;
  const auto files = pack::load_path(folder);
  if (!files) return failed(files::text_of(folder) + ": " + files.error());
  if (fs::is_directory(folder, error))
    if (const std::string why = is_source(files::path_of(output), folder, *files); !why.empty())
      return failed(output + ": " + why);
  const pack::ReadResult read = pack::read_path(folder);
  if (!read.event) {
    print(read.problems);
    return mistakes_found;
  }
  const model::Event& event = *read.event;
  const auto zone = text::TimeZone::named(event.time_zone);
  if (!zone) return failed(files::text_of(folder) + ": " + zone.error());
  std::string language = given->option("--lang");
  if (language.empty()) language = event.languages.front();
  if (std::ranges::find(event.languages, language) == event.languages.end())
    return misunderstood("--lang " + language + ": is no language of the event");
  const exchange::ExportOptions options{language};
  std::expected<std::string, std::string> bytes;
  switch (*format) {
    case exchange::Format::frab_xml: bytes = exchange::write_frab_xml(event, *zone, options); break;
    case exchange::Format::frab_json: bytes = exchange::write_frab_json(event, *zone, options); break;
    case exchange::Format::ics: bytes = exchange::write_ics(event, options); break;
    case exchange::Format::csv: bytes = exchange::write_csv(event, *zone, options); break;
    case exchange::Format::xlsx: {
      if (!fs::is_directory(folder, error))
        return failed(files::text_of(folder) + ": a workbook is made of a folder");
      const auto source = exchange::Folder::of(*files);
      if (!source) {
        print(source.error());
        return mistakes_found;
      }
      bytes = exchange::write_workbook(*source);
      break;
    }
  }
  if (!bytes) return failed(output + ": " + bytes.error());
  if (const auto written = files::write_file(files::path_of(output), *bytes); !written)
    return failed(output + ": " + written.error());
  return done;
}

}  // namespace summit_pack
