// summit-pack: checks, builds and compares event packs. What it does is in
// src/pack; here are only the command line and the printing.

#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/bundle.h"
#include "pack/compare.h"
#include "pack/folder.h"

namespace {

constexpr int done = 0;
constexpr int mistakes_found = 1;
constexpr int wrong_use = 2;

constexpr std::string_view help =
    "summit-pack: check, build and compare event packs\n"
    "\n"
    "  summit-pack check PACK          read the pack and list every mistake\n"
    "  summit-pack build DIR -o FILE   check the folder and write it as one file for the app\n"
    "  summit-pack diff OLD NEW        list what changed\n"
    "  summit-pack --help              print this\n"
    "\n"
    "A PACK is a folder of JSON files or a file that build wrote; OLD and NEW are packs.\n"
    "Mistakes and warnings go to standard error, one a line, as FILE: PLACE: REASON,\n"
    "where PLACE is a JSON pointer. Exit status: 0 when all went well (with or without\n"
    "warnings or changes), 1 when there are mistakes, 2 when the command is not understood.\n";

using Arguments = std::span<const std::string_view>;

void print(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

// Each problem on its own line. With `pack`, the name of the pack goes before.
void print(const std::vector<pack::Problem>& problems, std::string_view pack_name = {}) {
  for (const pack::Problem& problem : problems) {
    std::string line;
    if (!pack_name.empty()) line = std::string{pack_name} + ": ";
    print(stderr, line + pack::to_line(problem) + "\n");
  }
}

int misunderstood(std::string_view reason) {
  print(stderr, "summit-pack: " + std::string{reason} + "; see summit-pack --help\n");
  return wrong_use;
}

int failed(std::string_view reason) {
  print(stderr, std::string{reason} + "\n");
  return mistakes_found;
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string{number == 1 ? one : many};
}

int check(Arguments arguments) {
  if (arguments.size() != 1) return misunderstood("check takes one pack");
  const pack::ReadResult result = pack::read_path(std::filesystem::path{arguments[0]});
  print(result.problems);
  if (!result.event) return mistakes_found;
  print(stdout, std::string{arguments[0]} +
                    ": good: " + count(result.event->sessions.size(), "session", "sessions") +
                    ", " + count(result.event->rooms.size(), "room", "rooms") + ", " +
                    count(result.event->themes.size(), "theme", "themes") + ", " +
                    count(result.event->partners.size(), "partner", "partners") +
                    (result.problems.empty()
                         ? ""
                         : "; " + count(result.problems.size(), "warning", "warnings")) +
                    "\n");
  return done;
}

int build(Arguments arguments) {
  std::string_view folder, output;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "-o") {
      if (++i == arguments.size() || !output.empty()) return misunderstood("-o takes one file");
      output = arguments[i];
    } else if (folder.empty()) {
      folder = arguments[i];
    } else {
      return misunderstood("build takes one folder");
    }
  }
  if (folder.empty() || output.empty())
    return misunderstood("build takes a folder and -o with a file");

  const auto files = pack::load_folder(std::filesystem::path{folder});
  if (!files) return failed(std::string{folder} + ": " + files.error());
  const pack::BuildResult result = pack::build_bundle(*files);
  print(result.problems);
  if (!result.bytes) return mistakes_found;
  if (const auto written = pack::write_file(std::filesystem::path{output}, *result.bytes); !written)
    return failed(std::string{output} + ": " + written.error());
  return done;
}

int diff(Arguments arguments) {
  if (arguments.size() != 2) return misunderstood("diff takes two packs, the old and the new");
  const pack::ReadResult before = pack::read_path(std::filesystem::path{arguments[0]});
  const pack::ReadResult after = pack::read_path(std::filesystem::path{arguments[1]});
  print(before.problems, arguments[0]);
  print(after.problems, arguments[1]);
  if (!before.event || !after.event) return mistakes_found;
  for (const pack::Change& change : pack::compare(*before.event, *after.event, after.utc_offset))
    print(stdout, std::string{pack::name_of(change.kind)} + ": " + change.id + ": " +
                      change.line + "\n");
  return done;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (words.empty()) return misunderstood("needs a verb");
  const std::string_view verb = words[0];
  const Arguments arguments{words.begin() + 1, words.end()};
  if (verb == "--help" || verb == "-h" || verb == "help") {
    print(stdout, help);
    return done;
  }
  for (const std::string_view argument : arguments)
    if (argument == "--help") {
      print(stdout, help);
      return done;
    } else if (argument.starts_with('-') && argument != "-o") {
      return misunderstood("there is no option " + std::string{argument});
    }
  if (verb == "check") return check(arguments);
  if (verb == "build") return build(arguments);
  if (verb == "diff") return diff(arguments);
  return misunderstood("there is no verb " + std::string{verb});
}
