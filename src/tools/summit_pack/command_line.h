// What the verbs of summit-pack share: their answers, printing, and reading what they were given.
#pragma once

#include <expected>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/problem.h"
#include "pack/read.h"
#include "pack/words.h"

namespace summit_pack {

inline constexpr int done = 0;
inline constexpr int mistakes_found = 1;
inline constexpr int wrong_use = 2;

using Arguments = std::span<const std::string_view>;

void say(std::string_view text);       // standard output
void complain(std::string_view text);  // standard error

// Each problem on its own line of standard error. With `pack`, the name of the pack goes before.
void print(const std::vector<pack::Problem>& problems, std::string_view pack = {});

// Why `output` must not be written: it is one of the files of the folder that it is made from, by whatever
// way it is reached, or would be read as one of them the next time. Empty when it may.
std::string is_source(const std::filesystem::path& output, const std::filesystem::path& folder,
                      const pack::PackFiles& files);

int misunderstood(std::string_view reason);
int failed(std::string_view reason);

using pack::count;

// Words and options of a verb: "DIR --texts i18n".
struct ParsedArguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> options;  // "--texts" to "i18n"

  // The value of an option, or empty.
  std::string option(std::string_view name) const;
};

// `options` are those that the verb knows; each takes a value. Or what is wrong.
std::expected<ParsedArguments, std::string> read_arguments(Arguments,
                                                           std::initializer_list<std::string_view> options);

}  // namespace summit_pack
