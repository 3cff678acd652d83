#include "pack/values.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "pack/text_check.h"
#include "pack/words.h"
#include "text/link.h"
#include "text/utf8.h"

namespace pack {
namespace {

constexpr std::size_t longest_id = 64;
constexpr std::size_t longest_link = 500;
constexpr std::size_t longest_time_zone = 64;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Calls `accept` with each part of `text` between `separator`s; false as soon as one call is.
template <typename Accept>
bool all_parts(std::string_view text, char separator, Accept accept) {
  while (true) {
    const auto end = text.find(separator);
    if (!accept(text.substr(0, end))) return false;
    if (end == text.npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool is_id(std::string_view text) {
  return text.size() <= longest_id && all_parts(text, '-', [](std::string_view part) {
           return !part.empty() &&
                  std::ranges::all_of(part, [](char c) { return is_lower(c) || is_digit(c); });
         });
}

bool is_language_tag(std::string_view text) {
  bool first = true;
  return all_parts(text, '-', [&](std::string_view part) {
    if (std::exchange(first, false))
      return part.size() >= 2 && part.size() <= 3 && std::ranges::all_of(part, is_lower);
    return part.size() >= 2 && part.size() <= 8 &&
           std::ranges::all_of(part, [](char c) { return is_letter(c) || is_digit(c); });
  });
}

// The look of an IANA name; whether the zone exists is for ICU to say.
bool is_time_zone(std::string_view text) {
  return text.size() <= longest_time_zone && !text.empty() && is_letter(text.front()) &&
         all_parts(text, '/', [](std::string_view part) {
           return !part.empty() && std::ranges::all_of(part, [](char c) {
             return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '+';
           });
         });
}

void check_range(ReadContext& context, double number, const Rule& rule) {
  if (number < rule.least || number > rule.most)
    context.error(say("must be between ", rule.least, " and ", rule.most, ", is ", number));
}

// The number in the value, whole or not.
std::optional<double> number_in(const json::Value& value) {
  if (const auto* whole = value.whole_number()) return static_cast<double>(*whole);
  if (const auto* fraction = value.fraction(); fraction && std::isfinite(*fraction)) return *fraction;
  return {};
}

// What is wrong with the address of a site, to which paths of pages are added; empty when nothing is.
std::string site_fault(std::string_view address) {
  if (!address.starts_with("https://")) return say(quoted(address), " must begin with https://");
  if (std::string fault = link_fault(address); !fault.empty()) return fault;
  if (address.find_first_of("?#") != address.npos)
    return say(quoted(address), " has a query or a fragment; pages are found by their paths below it");
  if (!address.ends_with('/')) return say(quoted(address), " must end with a slash");
  return {};
}

}  // namespace

std::string link_fault(std::string_view link) {
  const bool mail = link.starts_with("mailto:");
  const bool telephone = link.starts_with("tel:");
  if (!text::may_be_opened(link))
    return say(quoted(link), " must begin with https://, http://, mailto: or tel:");
  if (link.size() > longest_link)
    return say("has ", link.size(), " bytes; a link has at most ", longest_link);
  for (std::string_view rest = link; !rest.empty();) {
    const char32_t c = text::take_code_point(rest);
    constexpr std::u32string_view forbidden = U"\"<>\\^`{|} ";
    if (c < 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD ||
        forbidden.find(c) != forbidden.npos)
      return say(quoted(link), " has ", code_point_name(c), ", which cannot stand in a link");
  }
  const std::string_view after_scheme = link.substr(link.find(':') + 1);
  if (mail) {
    const auto at = after_scheme.find('@');
    if (at == 0 || at == after_scheme.npos || at + 1 == after_scheme.size())
      return say(quoted(link), " names no mailbox");
    return {};
  }
  if (telephone) {
    const std::string_view number = after_scheme.substr(after_scheme.starts_with('+') ? 1 : 0);
    const bool good = all_parts(number, '-', [](std::string_view part) {
      return !part.empty() && std::ranges::all_of(part, is_digit);
    });
    return good ? std::string{} : say(quoted(link), " is no telephone number");
  }
  const std::string_view host = after_scheme.substr(2, after_scheme.find_first_of("/?#", 2) - 2);
  if (host.empty()) return say(quoted(link), " names no server");
  // "https://known.example@evil.example/" leads to the latter.
  if (host.find('@') != host.npos) return say(quoted(link), " hides its server behind an @");
  return {};
}

bool is_color(std::string_view text) {
  return text.size() == 7 && text.front() == '#' && std::ranges::all_of(text.substr(1), is_hexadecimal);
}

void report_wrong_kind(ReadContext& context, std::string_view expected, const json::Value& value) {
  context.error(say("must be ", expected, ", is ", json::kind_of(value)));
}

bool check_list(ReadContext& context, const json::Value& value, const Rule& rule) {
  const std::optional<std::size_t> size = json::list_size(value);
  if (!size) {
    report_wrong_kind(context, "a list", value);
    return false;
  }
  if (*size > rule.most_items) {
    context.error(say("has ", *size, " items; at most ", rule.most_items, " fit here"));
    return false;
  }
  if (*size == 0 && rule.fewest_items > 0)
    context.error("is an empty list");
  else if (*size < rule.fewest_items)
    context.error(say("has ", *size, " items; needs at least ", rule.fewest_items));
  return true;
}

void read_value(ReadContext& context, json::Value& value, const Rule& rule, std::string& target) {
  const std::string* text = value.text();
  if (!text) return report_wrong_kind(context, "a text", value);
  target = *text;
  switch (rule.shape) {
    case Shape::id:
      if (!is_id(*text))
        context.error(say(quoted(*text),
                          " is not an id; one has only a-z, 0-9 and single hyphens between them, at most ",
                          longest_id));
      // /agenda/2026-04-22/ is the page of that day.
      else if (rule.named == Named::session && is_digit(text->front()) && parse_date(*text))
        context.error(say(quoted(*text), " is a date, and the page of the agenda of that day has this name"));
      context.declare(rule.named, *text);
      break;
    case Shape::reference: context.refer(rule.named, *text); break;
    case Shape::language:
      if (!is_language_tag(*text))
        context.error(say(quoted(*text), " is not a language tag; one reads like \"kk\""));
      break;
    case Shape::color:
      if (!is_color(*text)) context.error(say(quoted(*text), " is not a colour; one reads like \"#00A0B0\""));
      break;
    case Shape::time_zone:
      if (!is_time_zone(*text))
        context.error(say(quoted(*text), " is not a time zone; one reads like \"Asia/Almaty\""));
      else
        context.use_zone(*text);
      break;
    case Shape::link:
      if (std::string fault = link_fault(*text); !fault.empty()) context.error(std::move(fault));
      break;
    case Shape::site:
      if (std::string fault = site_fault(*text); !fault.empty()) context.error(std::move(fault));
      break;
    case Shape::phrase: check_text(context, *text, rule); break;
    default: break;
  }
}

void read_value(ReadContext& context, json::Value& value, const Rule& rule, model::LocalizedText& target) {
  json::Object* texts = value.object();
  if (!texts) return report_wrong_kind(context, "an object with a text for each language", value);

  target.reserve(texts->size());
  const auto read_language = [&](std::string_view language, json::Value& written) {
    const ReadContext::PathScope at(context, language);
    std::string* text = written.text();
    if (!text) return report_wrong_kind(context, "a text", written);
    check_text(context, *text, rule);
    target.set(language, context.takes_texts ? std::move(*text) : *text);
  };

  if (context.languages.empty()) {  // they could not be read; every language is as good as another
    for (json::Member& member : *texts) read_language(member.key, member.value);
    return;
  }
  const auto has = [&](const model::LanguageTag& language) {
    return json::find(*texts, language) != nullptr;
  };
  const bool all_there = std::ranges::all_of(context.languages, has);
  // What stands in for others comes first: model::LocalizedText answers with it.
  if (!all_there)
    for (const model::LanguageTag& language : context.fallback)
      if (json::Value* written = json::find(*texts, language)) read_language(language, *written);
  const bool replaced = std::ranges::any_of(context.fallback, has);
  for (const model::LanguageTag& language : context.languages) {
    if (!all_there && std::ranges::find(context.fallback, language) != context.fallback.end() &&
        has(language))
      continue;
    if (json::Value* written = json::find(*texts, language))
      read_language(language, *written);
    else if (context.fallback.empty())
      context.error(say("lacks the language ", quoted(language)));
    else if (!replaced)
      context.error(say("lacks the language ", quoted(language),
                        ", and no language of /fallback in event.json stands in for it"));
  }
  for (const json::Member& member : *texts) {
    if (std::ranges::find(context.languages, member.key) != context.languages.end()) continue;
    const ReadContext::PathScope at(context, member.key);
    context.error("is in a language that event.json does not list");
  }
}

void read_value(ReadContext& context, json::Value& value, const Rule& rule, int& target) {
  if (rule.shape == Shape::version) return;  // checked before anything else was read
  const std::optional<double> number = number_in(value);
  if (!number) return report_wrong_kind(context, "a whole number", value);
  if (*number != std::floor(*number)) return context.error(say("must be a whole number, is ", *number));
  check_range(context, *number, rule);
  if (std::abs(*number) < 1e9) target = static_cast<int>(*number);
}

void read_value(ReadContext& context, json::Value& value, const Rule& rule, double& target) {
  const std::optional<double> number = number_in(value);
  if (!number) return report_wrong_kind(context, "a number", value);
  check_range(context, *number, rule);
  target = *number;
}

void read_value(ReadContext& context, json::Value& value, const Rule&, model::Date& target) {
  const std::string* text = value.text();
  if (!text) return report_wrong_kind(context, "a date such as \"2026-04-22\"", value);
  if (auto date = parse_date(*text))
    target = *date;
  else
    context.error(std::move(date.error()));
}

void read_value(ReadContext& context, json::Value& value, const Rule&, model::Instant& target) {
  const std::string* text = value.text();
  if (!text) return report_wrong_kind(context, "a time such as \"2026-04-22T10:00+05:00\"", value);
  if (auto written = parse_instant(*text)) {
    target = written->instant;
    context.note_instant(*written);
  } else {
    context.error(std::move(written.error()));
  }
}

void read_value(ReadContext& context, json::Value& value, const Rule& rule, model::PlanPoint& target) {
  const std::size_t problems_before = context.problem_count();
  // Keeps the checks of the outline from finding more wrong with a point that is wrong already.
  target.x_m = std::numeric_limits<double>::quiet_NaN();
  json::List* pair = value.list();
  if (!pair || pair->size() != 2) return context.error("must be a point [x, y] in metres");
  double* const coordinates[] = {&target.x_m, &target.y_m};
  for (std::size_t i = 0; i < 2; ++i) {
    const ReadContext::PathScope at(context, i);
    read_value(context, (*pair)[i], rule, *coordinates[i]);
  }
  if (context.problem_count() != problems_before) target.x_m = std::numeric_limits<double>::quiet_NaN();
}

}  // namespace pack
