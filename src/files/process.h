// What the system hands to a program, in UTF-8 on every system: its arguments, its variables, its output. For
// native programs only.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace files {

// What stands behind the program's name on the command line.
std::vector<std::string> arguments(int count, const char* const* values);

// A variable of the environment; empty when it is not set.
std::string variable(const char* name);

// The file of this program, behind all links; empty when the system does not say.
std::filesystem::path program_file();

// To be called once, before anything is printed: what is printed arrives as it is, in a window for commands
// too.
void prepare_output();

// Whether somebody can be asked: both input and output are a window for commands.
bool can_ask();

// Whether somebody may read what is printed on standard error: the program was started in a window for
// commands, wherever one of its streams leads by now; on Windows also when that one leads elsewhere. Who
// starts a program in Explorer or from a menu sees nothing of it.
bool errors_are_read();

// The line that is typed next, without its end; nothing when none comes any more.
std::optional<std::string> read_line();

}  // namespace files
