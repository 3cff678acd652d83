#include "translation/po_file.h"

#include <gettext-po.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace translation {
namespace {

namespace fs = std::filesystem;

// How many texts there are, for a file that was cut between two lines is a good file to the
// library.
constexpr const char* text_count = "X-Text-Count";

// The library calls back without a way to hand anything through.
thread_local std::string told;
thread_local bool mistaken = false;

void tell(int severity, const char* file, std::size_t line, const char* text) {
  constexpr auto no_line = static_cast<std::size_t>(-1);
  if (severity != PO_SEVERITY_WARNING)
    mistaken = true;
  else
    return;
  if (file != nullptr) told += fs::path(file).filename().string() + ": ";
  if (file != nullptr && line != no_line) told += "line " + std::to_string(line) + ": ";
  told += text;
  if (!told.ends_with('\n')) told += '\n';
  // It must not return then, and the program ends as with any other mistake.
  if (severity == PO_SEVERITY_FATAL_ERROR) {
    std::fputs(told.c_str(), stderr);
    std::exit(1);
  }
}

void one(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int,
         const char* text) {
  tell(severity, file, line, text);
}

void two(int severity, po_message_t, const char* file, std::size_t line, std::size_t, int,
         const char* text, po_message_t, const char* other_file, std::size_t other_line,
         std::size_t, int, const char* other_text) {
  tell(severity, file, line, text);
  tell(severity, other_file, other_line, other_text);
}

constexpr po_xerror_handler handler{one, two};

void listen() {
  told.clear();
  mistaken = false;
}

struct FreeFile {
  void operator()(po_file* file) const { po_file_free(file); }
};
using File = std::unique_ptr<po_file, FreeFile>;

struct FreeIterator {
  void operator()(struct po_message_iterator* iterator) const {
    po_message_iterator_free(iterator);
  }
};
using Iterator = std::unique_ptr<struct po_message_iterator, FreeIterator>;

std::string text_of(const char* text) {
  return text != nullptr ? text : "";
}

std::string header_field(const char* header, const char* name) {
  if (header == nullptr) return {};
  const std::unique_ptr<char, decltype(&std::free)> value(po_header_field(header, name),
                                                          &std::free);
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

std::string name_of(std::string tag) {
  std::ranges::replace(tag, '-', '_');
  return tag;
}

}  // namespace

std::expected<PoFile, std::string> read_po(const fs::path& path) {
  listen();
  const File file(po_file_read(path.string().c_str(), &handler));
  if (!file && told.empty()) return std::unexpected(path.string() + ": cannot be read\n");
  if (!file || mistaken) return std::unexpected(told);
  const char* header = po_file_domain_header(file.get(), nullptr);
  PoFile po{.language = tag_of(header_field(header, "Language")), .units = {}};
  const std::string charset = header_field(header, "Content-Type");
  if (charset.find("UTF-8") == std::string::npos && charset.find("utf-8") == std::string::npos)
    return std::unexpected(path.filename().string() +
                           ": must be in UTF-8, and its header must say so\n");
  const Iterator iterator(po_message_iterator(file.get(), nullptr));
  while (const po_message_t message = po_next_message(iterator.get())) {
    const std::string place = text_of(po_message_msgctxt(message));
    if (place.empty() || po_message_is_obsolete(message)) continue;
    po.units.push_back({place, text_of(po_message_msgid(message)),
                        text_of(po_message_msgstr(message)), po_message_is_fuzzy(message) != 0});
  }
  const std::string count = header_field(header, text_count);
  if (!count.empty() && count != std::to_string(po.units.size()))
    return std::unexpected(path.filename().string() + ": has " + std::to_string(po.units.size()) +
                           " of its " + count + " texts: it has been cut\n");
  return po;
}

std::expected<void, std::string> write_po(const fs::path& path, const PoFile& po,
                                          std::string_view project) {
  listen();
  const File file(po_file_create());
  const Iterator iterator(po_message_iterator(file.get(), nullptr));
  const po_message_t header = po_message_create();
  po_message_set_msgid(header, "");
  const std::string fields =
      "Project-Id-Version: " + std::string{project} + "\nLanguage: " + name_of(po.language) +
      "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
      "Content-Transfer-Encoding: 8bit\n" +
      std::string{text_count} + ": " + std::to_string(po.units.size()) + "\n";
  po_message_set_msgstr(header, fields.c_str());
  po_message_insert(iterator.get(), header);
  for (const Unit& unit : po.units) {
    const po_message_t message = po_message_create();
    po_message_set_msgctxt(message, unit.place.c_str());
    po_message_set_msgid(message, unit.source.c_str());
    po_message_set_msgstr(message, unit.translation.c_str());
    po_message_insert(iterator.get(), message);
  }
  const fs::path unfinished = path.string() + ".part";
  std::error_code error;
  if (po_file_write(file.get(), unfinished.string().c_str(), &handler) == nullptr || mistaken) {
    fs::remove(unfinished, error);
    return std::unexpected(told.empty() ? path.string() + ": cannot be written\n" : told);
  }
  fs::rename(unfinished, path, error);
  if (error)
    return std::unexpected(path.string() + ": cannot be replaced: " + error.message() + "\n");
  return {};
}

}  // namespace translation
