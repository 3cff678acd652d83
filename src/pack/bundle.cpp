#include "pack/bundle.h"

#include "model/changes.h"
#include "pack/alphabet_values.h"
#include "pack/change_values.h"
#include "pack/checksum.h"
#include "pack/format.h"
#include "pack/json_parse.h"
#include "pack/read_values.h"
#include "pack/time_text.h"
#include "pack/venue_values.h"
#include "pack/words.h"

namespace pack {
namespace {

constexpr std::string_view since_name = "since";
constexpr std::string_view min_reader_key = "min_reader";
constexpr std::string_view files_key = "files";
constexpr std::string_view alphabets_key = "alphabets";
constexpr std::string_view changes_key = "changes";
constexpr std::string_view venue_key = "venue";
constexpr std::string_view issued_key = "issued";

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

void add_damage(ProblemList& problems, std::string pointer, std::string reason) {
  problems.add({std::string{bundle_name}, std::move(pointer), std::move(reason), Problem::Severity::error});
}

// The parts of a bundle that this reader understands, "files" among them; or nothing, and `problems` says
// why. With `unread` as parse_cbor has it.
std::optional<json::Object> open(std::string_view bytes, Seal seal, ProblemList& problems,
                                 std::string_view unread = {}) {
  ProblemList found_by_parser;
  const auto refuse = [&](std::string pointer, std::string reason) -> std::optional<json::Object> {
    add_damage(problems, std::move(pointer), std::move(reason));
    return std::nullopt;
  };
  if (seal == Seal::broken)
    return refuse("",
                  "is damaged: its bytes are not those that were built (their checksum is another); fetch or "
                  "build it again");
  // Whatever is in CBOR has a checksum: else it is none of ours, or its beginning is damaged.
  const bool is_cbor = seal == Seal::whole && bytes.front() == json::start_of_cbor;
  std::optional<json::Value> bundle = is_cbor ? json::parse_cbor(bundle_name, bytes, found_by_parser, unread)
                                              : json::parse(bundle_name, bytes, found_by_parser);
  for (Problem& problem : found_by_parser.take({})) problems.add(as_in_folder(std::move(problem)));
  if (!bundle) return std::nullopt;

  json::Object* parts = std::get_if<json::Object>(&bundle->content);
  const json::Value* format = parts ? json::find(*parts, "format") : nullptr;
  const json::Value* content = parts ? json::find(*parts, files_key) : nullptr;
  if (!format || !content || !content->object())
    return refuse("", "is not a built event pack; summit-pack build makes one from a folder");
  // Without a checksum it is of a former build, or the place of the checksum is damaged. None has other parts
  // than these.
  if (seal == Seal::absent)
    for (const json::Member& part : *parts)
      if (part.key != "format" && part.key != files_key && part.key != alphabets_key && part.key != venue_key)
        return refuse(step({}, shortened(part.key)),
                      "is damaged: a pack without a checksum has no such part; fetch or build it again");
  // Former builds say no oldest reader: theirs is the version that wrote them.
  const json::Value* oldest = json::find(*parts, min_reader_key);
  const std::int64_t* version = format->whole_number();
  const std::int64_t* least = oldest ? oldest->whole_number() : version;
  if (!version || *version < oldest_format_version || !least || *least < oldest_format_version)
    return refuse(version && *version >= oldest_format_version ? step({}, min_reader_key) : "/format",
                  say("is no version of the format; this program reads versions ", oldest_format_version,
                      " to ", format_version));
  if (*least > format_version)
    return refuse(
        oldest ? step({}, min_reader_key) : "/format",
        say("needs a program that reads version ", *least, " of the format; this one reads versions ",
            oldest_format_version, " to ", format_version, ": update it, or have the pack built for it"));
  return std::move(*parts);
}

// What changed since a former state of the same event, whose sessions in `files` get their revisions. Nothing
// when the two cannot be compared: then the problems of `result` say why.
std::optional<json::Value> changes_since(const PackFiles& since, ParsedFiles& files,
                                         const model::Event& event, BuildResult& result) {
  const auto refuse = [&](std::string reason) {
    result.problems.push_back({std::string{since_name}, "", std::move(reason), Problem::Severity::error});
    return std::nullopt;
  };
  ProblemList problems;
  ParsedFiles old_files = parse_files(since, problems);
  // What was right when it was published is not held against it now.
  const ReadResult before = read_values(old_files, problems, Origin::bundle);
  if (!before.event) {
    for (const Problem& problem : before.problems)
      if (problem.severity == Problem::Severity::error)
        return refuse(say("cannot be read: ", to_line(problem)));
    return refuse("cannot be read");
  }
  if (before.event->id != event.id)
    return refuse(say("is of another event: ", quoted(before.event->id), ", not ", quoted(event.id)));

  const json::List* old_sessions = sessions_in(*old_files.find("sessions.json")->second)->list();
  json::List& sessions = *sessions_in(*files.find("sessions.json")->second)->list();
  const std::vector<model::SessionChange> changes = model::changes(*before.event, event);
  BuildResult::Counts& counts = *(result.since = BuildResult::Counts{});
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    if (change != changes.begin() && std::prev(change)->session == change->session) continue;
    using Kind = model::SessionChange::Kind;
    ++(change->kind == Kind::added     ? counts.added
       : change->kind == Kind::removed ? counts.removed
                                       : counts.changed);
  }
  json::Value written = values_of(changes, *old_sessions, sessions);
  raise_revisions(sessions, *before.event, changes);
  return written;
}

}  // namespace

BuildResult build_bundle(const PackFiles& pack, const BuildOptions& options) {
  ProblemList problems;
  ParsedFiles files = parse_files(pack, problems);
  ReadResult read = read_values(files, problems, Origin::folder);
  BuildResult result{.bytes = {}, .problems = std::move(read.problems)};
  if (has_errors(result.problems) || !read.event) return result;

  std::optional<json::Value> changes;
  if (options.since) {
    changes = changes_since(*options.since, files, *read.event, result);
    if (!changes) return result;
  }

  json::Object content;
  for (const FileFormat& file : describe_files())
    if (const auto found = files.find(file.name); found != files.end())
      content.push_back({std::string{file.name}, std::move(*found->second)});
  json::Object bundle;
  bundle.push_back({"format", {std::int64_t{format_version}}});
  bundle.push_back({std::string(min_reader_key), {std::int64_t{format_version}}});
  if (options.revision > 0)
    bundle.push_back({std::string(revision_key), {static_cast<std::int64_t>(options.revision)}});
  if (options.issued)
    bundle.push_back({std::string(issued_key), {format_instant(*options.issued, std::chrono::minutes(0))}});
  bundle.push_back({"files", {std::move(content)}});
  if (changes) bundle.push_back({std::string(changes_key), std::move(*changes)});
  if (options.venue != nullptr && !options.venue->empty())
    bundle.push_back({std::string(venue_key), values_of(*options.venue, *read.event)});
  if (options.sorter) {
    if (const auto alphabets = options.sorter(*read.event))
      bundle.push_back({std::string(alphabets_key), values_of(*alphabets)});
    else
      result.problems.push_back({std::string{bundle_name}, "",
                                 say("its names stand in the order of the files: ", alphabets.error()),
                                 Problem::Severity::warning});
  }
  const json::Value whole{std::move(bundle)};
  std::string bytes = json::write(whole);
  if (bytes.size() >= options.cbor_from) bytes = json::write_cbor(whole);
  result.bytes = sealed(bytes);
  return result;
}

std::expected<PackFiles, std::vector<Problem>> unpack_bundle(std::string_view bytes) {
  ProblemList problems;
  const std::optional<json::Object> parts = open(bytes, seal_of(bytes), problems);
  std::vector<Problem> found = problems.take({});
  if (!parts || has_errors(found)) return std::unexpected(std::move(found));
  PackFiles pack;
  for (const json::Member& file : *json::find(*parts, files_key)->object())
    pack.files.emplace(file.key, json::write(file.value));
  return pack;
}

namespace {

ReadResult read(std::string_view bytes) {
  ProblemList problems;
  const auto [seal, sum] = seal_and_sum_of(bytes);
  std::optional<json::Object> parts = open(bytes, seal, problems, files_key);
  if (!parts) {
    ReadResult refused;
    refused.problems = problems.take({});
    refused.sum = sum;
    return refused;
  }

  ParsedFiles files;
  for (json::Member& member : std::get<json::Object>(json::find(*parts, files_key)->content))
    files.emplace(std::move(member.key), std::move(member.value));
  const json::Value* changes = json::find(*parts, changes_key);
  // What changed is told against the sessions as they were written.
  ReadResult result =
      read_values(files, problems, Origin::bundle, changes == nullptr ? Texts::are_taken : Texts::stay);
  result.sum = sum;
  if (!result.event) return result;
  const auto warn = [&](std::string_view key, std::string reason) {
    result.problems.push_back(
        {std::string{bundle_name}, step({}, key), std::move(reason), Problem::Severity::warning});
  };
  if (const json::Value* revision = json::find(*parts, revision_key)) {
    const std::int64_t* number = revision->whole_number();
    if (number && *number > 0)
      result.revision = static_cast<std::uint64_t>(*number);
    else
      warn(revision_key, "is no number of a published pack");
  }
  if (const json::Value* issued = json::find(*parts, issued_key)) {
    const std::string* written = std::get_if<std::string>(&issued->content);
    if (const auto moment = parse_instant(written ? *written : ""))
      result.issued = moment->instant;
    else
      warn(issued_key, "is no time at which a pack was published");
  }
  if (const json::Value* venue = json::find(*parts, venue_key)) {
    if (auto map = venue_in(*venue, *result.event)) {
      result.event->venue = std::move(*map);
      take_outlines(*result.event);
    } else {
      warn(venue_key, "is no map that this program understands");
    }
  }
  if (const json::Value* alphabets = json::find(*parts, alphabets_key)) {
    if (auto orders = alphabets_in(*alphabets, *result.event))
      result.event->alphabets = std::move(*orders);
    else
      // An order that fits no event is worth no summit: the lists stand as the organisers have them.
      warn(alphabets_key, "is not the order of this event's names");
  }
  if (changes != nullptr) {
    json::Value* sessions = sessions_in(*files.find("sessions.json")->second);
    if (auto known = changes_in(*changes, *sessions, *result.event))
      result.changes = std::move(*known);
    else
      warn(changes_key, "does not say what changed in this programme");
  }
  return result;
}

}  // namespace

ReadResult read_bundle(std::string_view bytes, std::string_view name) {
  ReadResult result = read(bytes);
  for (Problem& problem : result.problems)
    if (problem.file == bundle_name) problem.file = name;
  return result;
}

}  // namespace pack
