#include "translation/po_file.h"

#include <gettext-po.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "files/files.h"
#include "pack/encoding.h"
#include "pack/problem.h"

namespace translation {
namespace {

namespace fs = std::filesystem;

// The library calls back without a way to hand anything through.
thread_local std::string messages;
thread_local bool mistaken = false;

void tell(int severity, const char* file, std::size_t line, const char* text) {
  constexpr auto no_line = static_cast<std::size_t>(-1);
  if (severity != PO_SEVERITY_WARNING)
    mistaken = true;
  else
    return;
  if (file != nullptr) messages += fs::path(file).filename().string() + ": ";
  if (file != nullptr && line != no_line) messages += "line " + std::to_string(line) + ": ";
  messages += text;
  if (!messages.ends_with('\n')) messages += '\n';
  // It must not return then, and the program ends as with any other mistake.
  if (severity == PO_SEVERITY_FATAL_ERROR) {
    std::fputs(messages.c_str(), stderr);
    std::exit(1);
  }
}

void one(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int, const char* text) {
  tell(severity, file, line, text);
}

void two(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int, const char* text,
         po_message_t, const char* other_file, std::size_t other_line, std::size_t, int,
         const char* other_text) {
  tell(severity, file, line, text);
  tell(severity, other_file, other_line, other_text);
}

constexpr po_xerror_handler handler{one, two};

void listen() {
  messages.clear();
  mistaken = false;
}

struct FreeFile {
  void operator()(po_file* file) const { po_file_free(file); }
};
using File = std::unique_ptr<po_file, FreeFile>;

struct FreeIterator {
  void operator()(struct po_message_iterator* iterator) const { po_message_iterator_free(iterator); }
};
using Iterator = std::unique_ptr<struct po_message_iterator, FreeIterator>;

std::string text_of(const char* text) { return text != nullptr ? text : ""; }

std::string header_field(const char* header, const char* name) {
  if (header == nullptr) return {};
  const std::unique_ptr<char, decltype(&std::free)> value(po_header_field(header, name), &std::free);
  return text_of(value.get());
}

// PO files name languages as POSIX does: uz_Latn or uz@latin is uz-Latn.
std::string tag_of(std::string name) {
  std::string script;
  if (const std::size_t at = name.find('@'); at != std::string::npos) {
    if (name.substr(at) == "@latin") script = "-Latn";
    if (name.substr(at) == "@cyrillic") script = "-Cyrl";
    name.resize(at);
  }
  std::ranges::replace(name, '_', '-');
  return name.insert(std::min(name.find('-'), name.size()), script);
}

// Whether the escape that `text` begins with, \000 or \x0, is a NUL in as many bits as a char has.
bool is_escaped_nul(std::string_view text) {
  text.remove_prefix(1);
  const bool hexadecimal = text.starts_with('x');
  if (hexadecimal) text.remove_prefix(1);
  unsigned value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && (hexadecimal || digits < 3); ++digits) {
    const char c = text[digits];
    const int digit = c >= '0' && c <= '7'                  ? c - '0'
                      : hexadecimal && c >= '8' && c <= '9' ? c - '0'
                      : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                            : -1;
    if (digit < 0) break;
    value = (value * (hexadecimal ? 16 : 8) + static_cast<unsigned>(digit)) & 0xFF;
  }
  return digits > 0 && value == 0;
}

// The library hands texts out as C does, to which a NUL is the end: what follows it would be lost.
std::string nul_in_texts(std::string_view bytes) {
  std::size_t number = 1;
  for (std::size_t at = 0; at < bytes.size(); ++number) {
    const std::string_view line = bytes.substr(at, bytes.find('\n', at) - at);
    at += line.size() + 1;
    if (line.starts_with('#')) continue;
    for (std::size_t i = line.find('\\'); i < line.size(); i = line.find('\\', i + 2))
      if (is_escaped_nul(line.substr(i)))
        return "line " + std::to_string(number) + ": has a NUL in its text, which would end there";
  }
  return {};
}

// What keeps the library from reading the bytes, or from reading all of them; empty when nothing does.
std::string unreadable(std::string_view bytes) {
  if (std::string what = pack::not_a_text(bytes); !what.empty()) return what;
  if (bytes.starts_with("\xEF\xBB\xBF")) return "begins with a byte order mark; save it as UTF-8 without one";
  return nul_in_texts(bytes);
}

}  // namespace

std::expected<PoFile, std::string> read_po(const fs::path& path) {
  const std::string name = path.filename().string();
  const auto bytes = files::read_file(path);
  if (!bytes) return std::unexpected(path.string() + ": " + bytes.error() + "\n");
  if (const std::string why = unreadable(*bytes); !why.empty())
    return std::unexpected(name + ": " + why + "\n");
  listen();
  const File file(po_file_read(path.string().c_str(), &handler));
  if (!file && messages.empty()) return std::unexpected(path.string() + ": cannot be read\n");
  if (!file || mistaken) return std::unexpected(messages);
  const char* header = po_file_domain_header(file.get(), nullptr);
  PoFile po{.language = tag_of(header_field(header, "Language")), .units = {}};
  const std::string charset = header_field(header, "Content-Type");
  if (charset.find("UTF-8") == std::string::npos && charset.find("utf-8") == std::string::npos)
    return std::unexpected(name + ": must be in UTF-8, and its header must say so\n");
  // Others than the one without a name would not be read.
  const char* const* domains = po_file_domains(file.get());
  if (domains != nullptr && domains[0] != nullptr && domains[1] != nullptr)
    return std::unexpected(name +
                           ": has more than one domain; texts are taken from the one without a name\n");
  const Iterator iterator(po_message_iterator(file.get(), nullptr));
  while (const po_message_t message = po_next_message(iterator.get())) {
    if (po_message_is_obsolete(message)) continue;
    const std::string place = text_of(po_message_msgctxt(message)),
                      source = text_of(po_message_msgid(message));
    if (place.empty()) {
      if (source.empty()) continue;  // the header
      return std::unexpected(name + ": \"" + pack::shortened(source) +
                             "\": lacks its place (msgctxt), so that nobody knows where it belongs\n");
    }
    if (po_message_msgid_plural(message) != nullptr)
      return std::unexpected(name + ": " + pack::shortened(place) +
                             ": has plural forms (msgid_plural), of which only one could be taken; plurals "
                             "stand inside a text\n");
    po.units.push_back(
        {place, source, text_of(po_message_msgstr(message)), po_message_is_fuzzy(message) != 0});
  }
  const std::string count = header_field(header, po_text_count);
  if (!count.empty() && count != std::to_string(po.units.size()))
    return std::unexpected(name + ": has " + std::to_string(po.units.size()) + " of its " + count +
                           " texts: it has been cut\n");
  return po;
}

}  // namespace translation
