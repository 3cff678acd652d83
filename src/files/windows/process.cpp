#include "files/process.h"

#include <fcntl.h>
#include <io.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "files/windows/system.h"
// Behind <windows.h>, which it needs.
#include <shellapi.h>

namespace files {
namespace {

UINT code_page_before = 0;

// Until the program has looked.
bool errors_read = true;

void put_code_page_back() { ::SetConsoleOutputCP(code_page_before); }

bool is_console(DWORD which) {
  DWORD mode = 0;
  return ::GetConsoleMode(::GetStdHandle(which), &mode) != 0;
}

// Whether what is printed there goes anywhere.
bool leads_somewhere(DWORD which) {
  const HANDLE handle = ::GetStdHandle(which);
  return handle != nullptr && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

}  // namespace

// Not what `main` is given, which is in the system's code page and lacks what that lacks.
std::vector<std::string> arguments(int, const char* const*) {
  int count = 0;
  LPWSTR* const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  std::vector<std::string> all;
  for (int i = 1; i < count; ++i) all.push_back(to_utf8(words[i]));
  ::LocalFree(words);
  return all;
}

std::string variable(const char* name) {
  const std::wstring wide = to_wide(name);
  std::wstring value;
  for (DWORD size = ::GetEnvironmentVariableW(wide.c_str(), nullptr, 0); size > value.size();) {
    value.resize(size);
    size = ::GetEnvironmentVariableW(wide.c_str(), value.data(), size);
    if (size < value.size()) {
      value.resize(size);
      return to_utf8(value);
    }
  }
  return {};
}

std::filesystem::path program_file() {
  constexpr std::size_t longest = 32768;
  std::wstring name(longest, L'\0');
  name.resize(::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(longest)));
  return name;
}

void prepare_output() {
  // A program with windows has no window for commands of its own. It takes that of whoever started it, unless
  // its output has been led elsewhere.
  const bool has_output = leads_somewhere(STD_OUTPUT_HANDLE), has_errors = leads_somewhere(STD_ERROR_HANDLE);
  const bool attached = ::AttachConsole(ATTACH_PARENT_PROCESS) != 0;
  errors_read = attached || has_errors;
  // Whoever started it has their window back already, and what they stop there is something else.
  if (attached) ::SetConsoleCtrlHandler(nullptr, TRUE);
  // What nobody can see may be printed all the same.
  const char* const where = attached ? "CONOUT$" : "NUL";
  if (!has_output) (void)std::freopen(where, "w", stdout);
  if (!has_errors && std::freopen(where, "w", stderr) != nullptr) std::setvbuf(stderr, nullptr, _IONBF, 0);
  // Packs and JSON have no line ends but their own.
  for (std::FILE* const stream : {stdin, stdout, stderr})
    if (const int number = ::_fileno(stream); number >= 0) ::_setmode(number, _O_BINARY);
  code_page_before = ::GetConsoleOutputCP();
  if (code_page_before != 0 && code_page_before != CP_UTF8 && ::SetConsoleOutputCP(CP_UTF8) != 0)
    std::atexit(put_code_page_back);
}

bool can_ask() { return is_console(STD_INPUT_HANDLE) && is_console(STD_OUTPUT_HANDLE); }

bool errors_are_read() { return errors_read; }

std::optional<std::string> read_line() {
  std::string line;
  if (!is_console(STD_INPUT_HANDLE)) {
    if (!std::getline(std::cin, line)) return std::nullopt;
  } else {
    // As chars it would come in the console's code page, which knows no Kazakh.
    std::wstring typed;
    wchar_t part[256];
    DWORD got = 0;
    constexpr wchar_t end_of_input = L'\x1A';  // Ctrl+Z
    do {
      if (::ReadConsoleW(::GetStdHandle(STD_INPUT_HANDLE), part, static_cast<DWORD>(std::size(part)), &got,
                         nullptr) == 0 ||
          got == 0)
        return std::nullopt;
      typed.append(part, got);
      if (typed.front() == end_of_input) return std::nullopt;
    } while (!typed.ends_with(L'\n'));
    line = to_utf8(typed);
  }
  while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace files
