#include "pack/read.h"

#include <algorithm>
#include <tuple>

#include "pack/format.h"
#include "pack/import_file.h"
#include "pack/json_parse.h"
#include "pack/object_checks.h"
#include "pack/read_context.h"
#include "pack/read_values.h"
#include "pack/tables.h"
#include "pack/words.h"
#include "sorting/sort.h"

namespace pack {
namespace {

std::vector<std::string_view> file_names() {
  std::vector<std::string_view> names;
  for (const FileFormat& file : describe_files()) names.push_back(file.name);
  return names;
}

void report_files_that_nobody_reads(const ParsedFiles& files, ProblemList& problems) {
  constexpr std::size_t most_suggestions = 100;
  const std::vector<std::string_view> known = file_names();
  for (const auto& [name, value] : files)
    if (name != glossary_file && name != import_file && std::ranges::find(known, name) == known.end())
      problems.add({name, "",
                    say("is not a file of the format",
                        problems.size() < most_suggestions ? did_you_mean(name, known) : ""),
                    Problem::Severity::warning});
}

// The version that event.json says, or nothing when this reader does not understand it. A missing or
// unreadable version is a mistake like others and does not stop it.
std::optional<int> version_of(const ParsedFiles& files, ProblemList& problems, Origin origin) {
  const auto file = files.find("event.json");
  if (file == files.end() || !file->second) return format_version;
  const json::Object* object = file->second->object();
  const json::Value* format = object ? json::find(*object, "format") : nullptr;
  if (!format) return format_version;
  const std::int64_t* version = format->whole_number();
  if (!version) {
    problems.add({"event.json", "/format", say("must be a whole number, is ", json::kind_of(*format)),
                  Problem::Severity::error});
    return format_version;
  }
  if (*version >= oldest_format_version && *version <= format_version) return static_cast<int>(*version);
  // Whoever built it has said that this reader will do.
  if (*version > format_version && origin == Origin::bundle) return format_version;
  problems.add({"event.json", "/format",
                say("is version ", *version, "; this program reads versions ", oldest_format_version, " to ",
                    format_version, *version > format_version ? "; a newer program reads it" : ""),
                Problem::Severity::error});
  return std::nullopt;
}

// The orders that model::Event promises.
void put_in_order(model::Event& event) {
  sorting::sort(event.days, {}, &model::Day::date);
  sorting::sort(event.themes, {}, &model::Theme::number);
  sorting::sort(event.sessions, {},
                [](const model::Session& one) { return std::tie(one.starts_at, one.id); });
  model::settle_open_ends(event.sessions);
  sorting::sort(event.notices, std::ranges::greater{}, &model::Notice::published_at);
  sorting::sort(event.milestones, {}, &model::Milestone::first_day);
  for (model::Milestone& milestone : event.milestones)
    sorting::sort(milestone.events, {}, &model::MilestoneEvent::day);
}

}  // namespace

ParsedFiles parse_files(const PackFiles& pack, ProblemList& problems) {
  ParsedFiles parsed;
  const std::vector<std::string_view> known = file_names();
  for (const auto& [name, bytes] : pack.files) {
    const bool is_read = std::ranges::find(known, name) != known.end();
    parsed.emplace(name, is_read ? json::parse(name, bytes, problems) : std::optional<json::Value>{});
  }
  return parsed;
}

ReadResult read_values(ParsedFiles& files, ProblemList& problems, Origin origin, Texts texts) {
  ReadResult result;
  report_files_that_nobody_reads(files, problems);
  const std::optional<int> version = version_of(files, problems, origin);
  if (!version) {
    result.problems = problems.take(file_names());
    return result;
  }

  model::Event event;
  ReadContext context(problems, origin);
  context.format_version = *version;
  context.takes_texts = texts == Texts::are_taken;
  for (const FileFormat& file : describe_files()) {
    const auto found = files.find(file.name);
    if (found == files.end()) {
      if (file.required)
        problems.add({std::string{file.name}, "", "is missing", Problem::Severity::error});
      else
        read_absent_file(context, file.name);
      continue;
    }
    if (!found->second) continue;
    context.begin_file(file.name);
    read_file_object(context, file.name, *found->second, event);
  }

  context.check_references();
  context.begin_file("event.json");
  check_days(context, event);
  context.begin_file("places.json");
  check_places(context, event);
  context.begin_file("themes.json");
  check_themes(context, event);
  context.begin_file("sessions.json");
  check_programme(context, event);

  result.utc_offset = context.offset_on(event.first_day);
  result.problems = problems.take(file_names());
  if (!has_errors(result.problems)) {
    put_in_order(event);
    result.event = std::move(event);
  }
  return result;
}

ReadResult read_pack(const PackFiles& pack) {
  ProblemList problems;
  ParsedFiles files = parse_files(pack, problems);
  return read_values(files, problems, Origin::folder, Texts::are_taken);
}

}  // namespace pack
