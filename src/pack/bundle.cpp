#include "pack/bundle.h"

#include "pack/format.h"
#include "pack/json_parse.h"
#include "pack/read_values.h"
#include "pack/words.h"

namespace pack {
namespace {

constexpr std::string_view bundle_name = "bundle";

// Problems that the parser found at /files/sessions.json/sessions/12 are told of
// sessions.json at /sessions/12, as they would be of the folder.
Problem as_in_folder(Problem problem) {
  constexpr std::string_view files = "/files/";
  if (problem.file != bundle_name || !problem.pointer.starts_with(files)) return problem;
  const auto end = problem.pointer.find('/', files.size());
  problem.file =
      problem.pointer.substr(files.size(), end == std::string::npos ? end : end - files.size());
  problem.pointer = end == std::string::npos ? std::string{} : problem.pointer.substr(end);
  return problem;
}

ReadResult damaged(ProblemList& problems, std::string pointer, std::string reason) {
  problems.add(
      {std::string{bundle_name}, std::move(pointer), std::move(reason), Problem::Severity::error});
  return {.event = {}, .problems = problems.take({}), .utc_offset = {}};
}

}  // namespace

BuildResult build_bundle(const PackFiles& pack) {
  ProblemList problems;
  ParsedFiles files = parse_files(pack, problems);
  BuildResult result{.bytes = {}, .problems = read_values(files, problems).problems};
  if (has_errors(result.problems)) return result;

  json::Object content;
  for (const FileFormat& file : describe_files())
    if (const auto found = files.find(file.name); found != files.end())
      content.push_back({std::string{file.name}, std::move(*found->second)});
  json::Object bundle;
  bundle.push_back({"format", {std::int64_t{format_version}}});
  bundle.push_back({"files", {std::move(content)}});
  result.bytes = json::write({std::move(bundle)});
  return result;
}

ReadResult read_bundle(std::string_view bytes) {
  ProblemList found_by_parser, problems;
  std::optional<json::Value> bundle = json::parse(bundle_name, bytes, found_by_parser);
  for (Problem& problem : found_by_parser.take({})) problems.add(as_in_folder(std::move(problem)));
  if (!bundle) return {.event = {}, .problems = problems.take({}), .utc_offset = {}};

  json::Object* parts = std::get_if<json::Object>(&bundle->content);
  const json::Value* format = parts ? json::find(*parts, "format") : nullptr;
  json::Value* content = parts ? json::find(*parts, "files") : nullptr;
  if (!format || !content || !content->object())
    return damaged(problems, "",
                   "is not a built event pack; summit-pack build makes one from a folder");
  if (const std::int64_t* version = format->whole_number(); !version || *version != format_version)
    return damaged(problems, "/format",
                   say("is another version; this program reads version ", format_version));

  ParsedFiles files;
  for (json::Member& member : std::get<json::Object>(content->content))
    files.emplace(std::move(member.key), std::move(member.value));
  return read_values(files, problems);
}

}  // namespace pack
