#include "translation/po_file.h"

#include <algorithm>

#include "files/files.h"
#include "files/paths.h"

namespace translation {
namespace {

namespace fs = std::filesystem;

std::string name_of(std::string tag) {
  std::ranges::replace(tag, '-', '_');
  return tag;
}

std::string quoted(std::string_view text) {
  std::string line = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      line += {'\\', c};
    else if (c == '\n')
      line += "\\n";
    else if (c == '\t')
      line += "\\t";
    else if (byte < 0x20 || byte == 0x7F)
      line += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + (byte >> 3 & 7)),
               static_cast<char>('0' + (byte & 7))};
    else
      line += c;
  }
  return line + "\"\n";
}

// msgid "…", each line of the text on a line of its own.
std::string field(std::string_view name, std::string_view text) {
  std::string lines{name};
  lines += ' ';
  const std::size_t first_end = text.find('\n');
  if (first_end == text.npos || first_end + 1 == text.size()) return lines + quoted(text);
  lines += quoted({});
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    lines += quoted(line);
    text.remove_prefix(line.size());
  }
  return lines;
}

}  // namespace

std::expected<void, std::string> write_po(const fs::path& path, const PoFile& po, std::string_view project) {
  std::string bytes = field("msgid", "");
  bytes +=
      field("msgstr", "Project-Id-Version: " + std::string{project} + "\nLanguage: " + name_of(po.language) +
                          "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                          "Content-Transfer-Encoding: 8bit\n" +
                          std::string{po_text_count} + ": " + std::to_string(po.units.size()) + "\n");
  for (const Unit& unit : po.units)
    bytes +=
        "\n" + field("msgctxt", unit.place) + field("msgid", unit.source) + field("msgstr", unit.translation);
  if (const auto written = files::write_file(path, bytes); !written)
    return std::unexpected(files::text_of(path) + ": " + written.error() + "\n");
  return {};
}

}  // namespace translation
