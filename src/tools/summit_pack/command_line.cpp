#include "tools/summit_pack/command_line.h"

#include <algorithm>
#include <cstdio>

#include "files/files.h"
#include "files/paths.h"

namespace summit_pack {

void say(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void complain(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void print(const std::vector<pack::Problem>& problems, std::string_view pack) {
  for (const pack::Problem& problem : problems) {
    std::string line;
    if (!pack.empty()) line = std::string{pack} + ": ";
    complain(line + pack::to_line(problem) + "\n");
  }
  // Who adds a language meets it in hundreds of lines.
  const auto lacks_language = [](const pack::Problem& problem) {
    return problem.reason.starts_with("lacks the language ") && problem.reason.ends_with('"');
  };
  if (std::ranges::any_of(problems, lacks_language))
    complain(
        "with \"fallback\": [\"en\"] in event.json a text may lack a language: it is then shown in "
        "English\n");
}

std::string is_source(const std::filesystem::path& output, const std::filesystem::path& folder,
                      const pack::PackFiles& files) {
  for (const auto& [name, bytes] : files.files)
    if (const auto source = folder / files::path_of(name); files::is_same_file(output, source))
      return "is the source " + files::text_of(source) + ", which would be lost";
  const std::filesystem::path parent = output.parent_path().empty() ? "." : output.parent_path();
  if (output.extension() == ".json" && files::is_same_file(parent, folder))
    return "lies in " + files::text_of(folder) + ", where a file of that name is read as a source";
  return {};
}

int misunderstood(std::string_view reason) {
  complain("summit-pack: " + std::string{reason} + "; see summit-pack --help\n");
  return wrong_use;
}

int failed(std::string_view reason) {
  complain(std::string{reason} + (reason.ends_with('\n') ? "" : "\n"));
  return mistakes_found;
}

std::string ParsedArguments::option(std::string_view name) const {
  const auto found = options.find(name);
  return found == options.end() ? std::string{} : found->second;
}

std::expected<ParsedArguments, std::string> read_arguments(Arguments arguments,
                                                           std::initializer_list<std::string_view> options) {
  ParsedArguments given;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string name{arguments[i]};
    if (!name.starts_with('-')) {
      given.words.push_back(name);
    } else if (std::ranges::find(options, name) == options.end()) {
      return std::unexpected("there is no option " + name + " here");
    } else if (++i == arguments.size() || given.options.contains(name) || arguments[i].empty()) {
      return std::unexpected(name + " takes one value");
    } else {
      given.options.emplace(name, arguments[i]);
    }
  }
  return given;
}

}  // namespace summit_pack
