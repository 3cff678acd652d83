// The paths of the pages: the same in the browser's address bar, on the command
// line, in links and in QR codes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace screens {

// One for each row of pages.def.
enum class Page : std::uint8_t {
#define PAGE(name, ...) name,
#include "screens/pages.def"
};

struct Address {
  std::string language;  // empty when the path names none that is known
  Page page = Page::home;
  std::string id;                                          // of the session, place, partner, theme or story
  std::vector<std::pair<std::string, std::string>> query;  // decoded
  std::string anchor;      // the part of the page that is meant, without '#'; empty for its top
  std::string carry = {};  // choices that come along, "#carry=…": letters and digits, or "-" for what is no
                           // code at all; empty when none come

  // The value of a query parameter; empty when it is not there.
  std::string_view parameter(std::string_view name) const;
  bool operator==(const Address&) const = default;
};

// "/kk/agenda/glaciers/?at=…" as an address. A path that is no page becomes
// not_found, in its language when it names one of `languages`.
Address address_of(std::string_view path, std::span<const std::string> languages);

// The address as a path, query included.
std::string path_of(const Address& address);

// Whether that parameter of a query asks for a dialog over the page; without it the page is the same.
bool names_dialog(std::string_view parameter);

// The path of a page without query.
std::string path_of(std::string_view language, Page page, std::string_view id = {});

// `text` as it stands in the value of a query.
std::string query_encoded(std::string_view text);

// The link with one more parameter in its query, unless the value is empty.
void add_parameter(std::string& link, std::string_view key, std::string_view value);

}  // namespace screens
