#include "files/process.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <system_error>

namespace files {

std::vector<std::string> arguments(int count, const char* const* values) {
  return {values + (count > 0 ? 1 : 0), values + count};
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::filesystem::path program_file() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error);
}

void prepare_output() {}

bool can_ask() { return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0; }

bool errors_are_read() {
  return ::isatty(STDERR_FILENO) != 0 || ::isatty(STDOUT_FILENO) != 0 || ::isatty(STDIN_FILENO) != 0;
}

std::optional<std::string> read_line() {
  // Not by std::cin: whatever includes it carries all of C++'s streams, the browser's program too.
  std::string line;
  int letter = 0;
  while ((letter = std::getc(stdin)) != EOF && letter != '\n') line += static_cast<char>(letter);
  if (letter == EOF && line.empty()) return std::nullopt;
  return line;
}

}  // namespace files
