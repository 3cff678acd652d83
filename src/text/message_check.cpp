#include "text/message_check.h"

#include <unicode/messagepattern.h>

#include <algorithm>

#include "text/icu_support.h"

namespace text {

namespace {

// One {name, kind, branches} of a message; a message may hold several on the same name.
struct Place {
  std::string name;
  UMessagePatternArgType kind = UMSGPAT_ARG_TYPE_NONE;
  std::set<std::string> selectors;
};

std::expected<std::vector<Place>, std::string> places(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(to_icu(pattern), nullptr, status);
  if (U_FAILURE(status)) return std::unexpected(std::string("cannot be read: ") + u_errorName(status));

  std::vector<Place> found;
  std::vector<std::size_t> open;  // placeholders inside placeholders
  for (std::int32_t at = 0; at < parsed.countParts(); ++at) {
    const icu::MessagePattern::Part& part = parsed.getPart(at);
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_ARG_START:
        open.push_back(found.size());
        found.push_back({.name = {}, .kind = part.getArgType(), .selectors = {}});
        break;
      case UMSGPAT_PART_TYPE_ARG_NAME:
      case UMSGPAT_PART_TYPE_ARG_NUMBER: found[open.back()].name = to_utf8(parsed.getSubstring(part)); break;
      case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        found[open.back()].selectors.insert(to_utf8(parsed.getSubstring(part)));
        break;
      case UMSGPAT_PART_TYPE_ARG_LIMIT: open.pop_back(); break;
      default: break;
    }
  }
  return found;
}

bool counts(UMessagePatternArgType kind) {
  return kind == UMSGPAT_ARG_TYPE_PLURAL || kind == UMSGPAT_ARG_TYPE_SELECTORDINAL;
}

}  // namespace

std::expected<std::map<std::string, PlaceholderUse>, std::string> placeholders(std::string_view pattern) {
  const auto found = places(pattern);
  if (!found) return std::unexpected(found.error());
  std::map<std::string, PlaceholderUse> uses;
  for (const Place& place : *found) {
    PlaceholderUse& use = uses[place.name];
    use.counts = use.counts || counts(place.kind);
    use.selectors.insert(place.selectors.begin(), place.selectors.end());
  }
  return uses;
}

std::expected<std::vector<std::string>, std::string> literal_pieces(std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(to_icu(pattern), nullptr, status);
  if (U_FAILURE(status)) return std::unexpected(std::string("cannot be read: ") + u_errorName(status));
  std::vector<std::string> pieces;
  bool goes_on = false;  // behind a quoting apostrophe, which is not read
  for (std::int32_t at = 0; at + 1 < parsed.countParts(); ++at) {
    const icu::MessagePattern::Part& part = parsed.getPart(at);
    const UMessagePatternPartType type = part.getType();
    if (type != UMSGPAT_PART_TYPE_MSG_START && type != UMSGPAT_PART_TYPE_ARG_LIMIT &&
        type != UMSGPAT_PART_TYPE_REPLACE_NUMBER && type != UMSGPAT_PART_TYPE_SKIP_SYNTAX)
      continue;
    const std::int32_t from = part.getLimit();
    const std::int32_t to = parsed.getPatternIndex(at + 1);
    const bool joined = goes_on && type == UMSGPAT_PART_TYPE_SKIP_SYNTAX && !pieces.empty();
    goes_on = parsed.getPartType(at + 1) == UMSGPAT_PART_TYPE_SKIP_SYNTAX;
    if (to <= from && !goes_on) continue;
    const std::string piece =
        to_utf8(parsed.getPatternString().tempSubStringBetween(from, std::max(from, to)));
    if (joined)
      pieces.back() += piece;
    else
      pieces.push_back(piece);
  }
  return pieces;
}

std::vector<std::string> message_mistakes(std::string_view pattern, const Cldr& language) {
  const auto found = places(pattern);
  if (!found) return {found.error()};
  std::vector<std::string> mistakes;
  for (const Place& place : *found) {
    if (place.kind == UMSGPAT_ARG_TYPE_SIMPLE || place.kind == UMSGPAT_ARG_TYPE_CHOICE)
      mistakes.push_back("{" + place.name + "}: only plural, selectordinal and select are known");
    if (!counts(place.kind)) continue;
    const std::set<std::string> wanted = language.plural_categories(
        place.kind == UMSGPAT_ARG_TYPE_PLURAL ? Counting::cardinal : Counting::ordinal);
    for (const std::string& category : wanted)
      if (!place.selectors.contains(category))
        mistakes.push_back("{" + place.name + "} lacks the branch " + category);
    for (const std::string& selector : place.selectors)
      if (!selector.starts_with('=') && !wanted.contains(selector))
        mistakes.push_back("{" + place.name + "}: the language has no category " + selector);
  }
  return mistakes;
}

}  // namespace text
