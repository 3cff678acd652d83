#include "translation/po_file.h"

#include <algorithm>

#include "files/files.h"
#include "files/paths.h"
#include "pack/encoding.h"
#include "pack/problem.h"
#include "translation/po_messages.h"

namespace translation {
namespace {

namespace fs = std::filesystem;

// What follows "name:" in a line of its own.
std::string header_field(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::string_view line = header.substr(0, header.find('\n'));
    header.remove_prefix(std::min(line.size() + 1, header.size()));
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with(':')) continue;
    line.remove_prefix(name.size() + 1);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return std::string(line);
  }
  return {};
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

// gettext's library hands texts out as C does, to which a NUL is the end: what follows it would be lost.
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
  const std::string name = files::text_of(path.filename());
  const auto bytes = files::read_file(path);
  if (!bytes) return std::unexpected(files::text_of(path) + ": " + bytes.error() + "\n");
  if (const std::string why = unreadable(*bytes); !why.empty())
    return std::unexpected(name + ": " + why + "\n");
  auto read = po_messages(path, *bytes);
  if (!read) return std::unexpected(std::move(read.error()));
  PoFile po{.language = tag_of(header_field(read->header, "Language")), .units = {}};
  const std::string charset = header_field(read->header, "Content-Type");
  if (charset.find("UTF-8") == std::string::npos && charset.find("utf-8") == std::string::npos)
    return std::unexpected(name + ": must be in UTF-8, and its header must say so\n");
  if (read->has_domains)
    return std::unexpected(name +
                           ": has more than one domain; texts are taken from the one without a name\n");
  for (PoMessage& message : read->messages) {
    if (message.place.empty())
      return std::unexpected(name + ": \"" + pack::shortened(message.source) +
                             "\": lacks its place (msgctxt), so that nobody knows where it belongs\n");
    if (message.has_plural)
      return std::unexpected(name + ": " + pack::shortened(message.place) +
                             ": has plural forms (msgid_plural), of which only one could be taken; plurals "
                             "stand inside a text\n");
    po.units.push_back({std::move(message.place), std::move(message.source), std::move(message.translation),
                        message.uncertain});
  }
  const std::string count = header_field(read->header, po_text_count);
  if (!count.empty() && count != std::to_string(po.units.size()))
    return std::unexpected(name + ": has " + std::to_string(po.units.size()) + " of its " + count +
                           " texts: it has been cut\n");
  return po;
}

}  // namespace translation
