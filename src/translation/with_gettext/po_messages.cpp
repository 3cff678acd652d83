#include "translation/po_messages.h"

#include <gettext-po.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "files/paths.h"

namespace translation {
namespace {

// The library calls back without a way to hand anything through.
thread_local std::string messages;
thread_local bool mistaken = false;

void tell(int severity, const char* file, std::size_t line, const char* text) {
  constexpr auto no_line = static_cast<std::size_t>(-1);
  if (severity != PO_SEVERITY_WARNING)
    mistaken = true;
  else
    return;
  if (file != nullptr) messages += files::text_of(files::path_of(file).filename()) + ": ";
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

}  // namespace

std::expected<PoMessages, std::string> po_messages(const std::filesystem::path& path, std::string_view) {
  listen();
  const File file(po_file_read(path.c_str(), &handler));
  if (!file && messages.empty()) return std::unexpected(files::text_of(path) + ": cannot be read\n");
  if (!file || mistaken) return std::unexpected(messages);
  PoMessages read;
  read.header = text_of(po_file_domain_header(file.get(), nullptr));
  const char* const* domains = po_file_domains(file.get());
  read.has_domains = domains != nullptr && domains[0] != nullptr && domains[1] != nullptr;
  const Iterator iterator(po_message_iterator(file.get(), nullptr));
  while (const po_message_t message = po_next_message(iterator.get())) {
    PoMessage one{.place = text_of(po_message_msgctxt(message)),
                  .source = text_of(po_message_msgid(message)),
                  .translation = text_of(po_message_msgstr(message)),
                  .has_plural = po_message_msgid_plural(message) != nullptr,
                  .uncertain = po_message_is_fuzzy(message) != 0};
    const bool is_header = one.place.empty() && one.source.empty();
    if (!is_header && !po_message_is_obsolete(message)) read.messages.push_back(std::move(one));
  }
  return read;
}

}  // namespace translation
