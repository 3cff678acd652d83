#include "pack/bundle.h"

#include "pack/alphabet_values.h"
#include "pack/checksum.h"
#include "pack/format.h"
#include "pack/json_parse.h"
#include "pack/read_values.h"
#include "pack/words.h"

namespace pack {
namespace {

constexpr std::string_view bundle_name = "bundle";
constexpr std::string_view alphabets_key = "alphabets";

// Problems that the parser found at /files/sessions.json/sessions/12 are told of
// sessions.json at /sessions/12, as they would be of the folder.
Problem as_in_folder(Problem problem) {
  constexpr std::string_view files = "/files/";
  if (problem.file != bundle_name || !problem.pointer.starts_with(files)) return problem;
  const auto end = problem.pointer.find('/', files.size());
  problem.file = problem.pointer.substr(files.size(), end == std::string::npos ? end : end - files.size());
  problem.pointer = end == std::string::npos ? std::string{} : problem.pointer.substr(end);
  return problem;
}

ReadResult damaged(ProblemList& problems, std::string pointer, std::string reason) {
  problems.add({std::string{bundle_name}, std::move(pointer), std::move(reason), Problem::Severity::error});
  return {.event = {}, .problems = problems.take({}), .utc_offset = {}};
}

}  // namespace

BuildResult build_bundle(const PackFiles& pack, const Sorter& sorter) {
  ProblemList problems;
  ParsedFiles files = parse_files(pack, problems);
  ReadResult read = read_values(files, problems, Origin::folder);
  BuildResult result{.bytes = {}, .problems = std::move(read.problems)};
  if (has_errors(result.problems) || !read.event) return result;

  json::Object content;
  for (const FileFormat& file : describe_files())
    if (const auto found = files.find(file.name); found != files.end())
      content.push_back({std::string{file.name}, std::move(*found->second)});
  json::Object bundle;
  bundle.push_back({"format", {std::int64_t{format_version}}});
  bundle.push_back({"files", {std::move(content)}});
  if (sorter) {
    if (const auto alphabets = sorter(*read.event))
      bundle.push_back({std::string(alphabets_key), values_of(*alphabets)});
    else
      result.problems.push_back({std::string{bundle_name}, "",
                                 say("its names stand in the order of the files: ", alphabets.error()),
                                 Problem::Severity::warning});
  }
  result.bytes = sealed(json::write({std::move(bundle)}));
  return result;
}

ReadResult read_bundle(std::string_view bytes) {
  ProblemList found_by_parser, problems;
  const Seal seal = seal_of(bytes);
  if (seal == Seal::broken)
    return damaged(problems, "",
                   "is damaged: its bytes are not those that were built (their checksum is another); fetch "
                   "or build it again");
  std::optional<json::Value> bundle = json::parse(bundle_name, bytes, found_by_parser);
  for (Problem& problem : found_by_parser.take({})) problems.add(as_in_folder(std::move(problem)));
  if (!bundle) return {.event = {}, .problems = problems.take({}), .utc_offset = {}};

  json::Object* parts = std::get_if<json::Object>(&bundle->content);
  const json::Value* format = parts ? json::find(*parts, "format") : nullptr;
  json::Value* content = parts ? json::find(*parts, "files") : nullptr;
  if (!format || !content || !content->object())
    return damaged(problems, "", "is not a built event pack; summit-pack build makes one from a folder");
  // Without a checksum it is of a former build, or the place of the checksum is damaged. The former ones have
  // no other parts than these.
  if (seal == Seal::absent)
    for (const json::Member& part : *parts)
      if (part.key != "format" && part.key != "files" && part.key != alphabets_key)
        return damaged(problems, step({}, shortened(part.key)),
                       "is damaged: a pack without a checksum has no such part; fetch or build it again");
  if (const std::int64_t* version = format->whole_number(); !version || *version != format_version)
    return damaged(problems, "/format",
                   say("is another version; this program reads version ", format_version));

  ParsedFiles files;
  for (json::Member& member : std::get<json::Object>(content->content))
    files.emplace(std::move(member.key), std::move(member.value));
  ReadResult result = read_values(files, problems, Origin::bundle);
  const json::Value* alphabets = json::find(*parts, alphabets_key);
  if (result.event && alphabets) {
    if (auto orders = alphabets_in(*alphabets, *result.event))
      result.event->alphabets = std::move(*orders);
    else
      // An order that fits no event is worth no summit: the lists stand as the organisers have them.
      result.problems.push_back({std::string{bundle_name}, step({}, alphabets_key),
                                 "is not the order of this event's names", Problem::Severity::warning});
  }
  return result;
}

}  // namespace pack
