// What stands in a PO file, before anybody asks what it means: read by GNU gettext's own library where there
// is one, elsewhere by what knows just as much of the format as is needed. Inside translation/ only.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace translation {

struct PoMessage {
  std::string place;        // msgctxt
  std::string source;       // msgid
  std::string translation;  // msgstr
  bool has_plural = false;  // and then more than one translation
  bool uncertain = false;   // marked as fuzzy
};

struct PoMessages {
  std::string header;
  bool has_domains = false;         // others than the one without a name, of which nothing was read
  std::vector<PoMessage> messages;  // without obsolete ones
};

// `bytes`: what lies at the path, a text without a NUL. On failure every mistake, one a line.
std::expected<PoMessages, std::string> po_messages(const std::filesystem::path& path, std::string_view bytes);

}  // namespace translation
