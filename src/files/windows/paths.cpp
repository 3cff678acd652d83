#include "files/paths.h"

#include <algorithm>

#include "files/windows/system.h"

namespace files {
namespace {

// In the code page that libraries in C open files with; empty when that lacks a letter of it.
std::string in_code_page(const std::wstring& wide) {
  const int length = static_cast<int>(wide.size());
  const bool all = ::GetACP() == CP_UTF8;  // which is asked for no substitutes
  BOOL lacks = FALSE;
  const auto convert = [&](char* text, int size) {
    return ::WideCharToMultiByte(CP_ACP, all ? 0 : WC_NO_BEST_FIT_CHARS, wide.data(), length, text, size,
                                 nullptr, all ? nullptr : &lacks);
  };
  std::string text(static_cast<std::size_t>(std::max(convert(nullptr, 0), 0)), '\0');
  convert(text.data(), static_cast<int>(text.size()));
  return lacks != FALSE ? std::string() : text;
}

}  // namespace

std::wstring to_wide(std::string_view text) {
  const int length = static_cast<int>(text.size());
  const int size = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), length, nullptr, 0);
  std::wstring wide(static_cast<std::size_t>(size), L'\0');
  ::MultiByteToWideChar(CP_UTF8, 0, text.data(), length, wide.data(), size);
  return wide;
}

std::string to_utf8(std::wstring_view wide) {
  const int length = static_cast<int>(wide.size());
  const int size = ::WideCharToMultiByte(CP_UTF8, 0, wide.data(), length, nullptr, 0, nullptr, nullptr);
  std::string text(static_cast<std::size_t>(size), '\0');
  ::WideCharToMultiByte(CP_UTF8, 0, wide.data(), length, text.data(), size, nullptr, nullptr);
  return text;
}

std::wstring whole_path(const std::filesystem::path& path) {
  const std::wstring& given = path.native();
  const DWORD size = ::GetFullPathNameW(given.c_str(), 0, nullptr, nullptr);
  if (size == 0) return given;
  std::wstring whole(size, L'\0');
  whole.resize(::GetFullPathNameW(given.c_str(), size, whole.data(), nullptr));
  // Devices are marked already, "\\.\NUL", and so is what somebody has marked.
  if (whole.starts_with(L"\\\\?\\") || whole.starts_with(L"\\\\.\\")) return whole;
  if (whole.starts_with(L"\\\\")) return L"\\\\?\\UNC" + whole.substr(1);
  return L"\\\\?\\" + whole;
}

std::string failure(std::string_view what, DWORD error) {
  return std::string(what) + ": " + words_of({static_cast<int>(error), std::system_category()});
}

std::filesystem::path path_of(std::string_view text) { return to_wide(text); }

std::string text_of(const std::filesystem::path& path) { return to_utf8(path.native()); }

std::string name_for_c(const std::filesystem::path& path) {
  if (std::string name = in_code_page(path.native()); !name.empty()) return name;
  // The short name that the system may have given it besides, which has no such letters.
  const DWORD size = ::GetShortPathNameW(path.c_str(), nullptr, 0);
  // One that is not there yet has none, but its folder may.
  if (size == 0 && path.has_parent_path() && path.has_filename()) {
    const std::string folder = name_for_c(path.parent_path()), file = in_code_page(path.filename().native());
    return folder.empty() || file.empty() ? std::string() : folder + "\\" + file;
  }
  std::wstring other(size, L'\0');
  if (size != 0) other.resize(::GetShortPathNameW(path.c_str(), other.data(), size));
  return in_code_page(other);
}

// What the system itself says is in the language that it was installed in, and in that language's letters.
std::string words_of(const std::error_code& error) {
  const std::error_condition condition = error.default_error_condition();
  if (condition.category() == std::generic_category()) return condition.message();
  return "error " + std::to_string(error.value()) + " of Windows";
}

}  // namespace files
