#include "text/cldr.h"

#include <unicode/plurrule.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "text/icu_support.h"

namespace text {

namespace {

// ISO 639 leaves qaa to qtz to whoever wants a language of their own: nobody else says anything of
// them, so they have what holds for all.
bool is_for_local_use(std::string_view language) {
  language = language.substr(0, language.find('_'));
  return language.size() == 3 && language[0] == 'q' && language[1] >= 'a' && language[1] <= 't' &&
         language[2] >= 'a' && language[2] <= 'z';
}

// As ICU writes a tag: uz_Latn.
std::string icu_name(std::string_view tag) {
  std::string name(tag);
  std::ranges::replace(name, '-', '_');
  return name;
}

// Reads the entries of one language, and of the root where the language has none of its own.
// Looked up by hand, not with ICU's formatters, because those carry every calendar, currency and
// unit of the world into the web build.
class Entries {
 public:
  static std::expected<Entries, std::string> of(const std::string& language) {
    Entries entries;
    UErrorCode status = U_ZERO_ERROR;
    entries.own_.reset(
        ures_openDirect(nullptr, is_for_local_use(language) ? "root" : language.c_str(), &status));
    if (U_SUCCESS(status)) entries.root_.reset(ures_openDirect(nullptr, "root", &status));
    if (U_FAILURE(status))
      return std::unexpected("the ICU data have nothing for the language " + language + ": " +
                             icu_error(status));
    return entries;
  }

  using Path = std::initializer_list<const char*>;

  // A text, or the `index`th of a list of texts; empty when it is nowhere.
  std::string text(Path path, std::int32_t index = -1) const {
    for (const UResourceBundle* source : {own_.get(), root_.get()}) {
      UErrorCode status = U_ZERO_ERROR;
      const Bundle entry = descend(source, path, status);
      if (U_FAILURE(status)) continue;
      std::int32_t length = 0;
      const UChar* text = index < 0 ? ures_getString(entry.get(), &length, &status)
                                    : ures_getStringByIndex(entry.get(), index, &length, &status);
      if (U_SUCCESS(status)) return to_utf8(icu::UnicodeString(text, length));
    }
    return {};
  }

 private:
  static Bundle descend(const UResourceBundle* source, Path path, UErrorCode& status) {
    Bundle entry;
    for (const char* step : path) {
      Bundle next(ures_getByKey(entry ? entry.get() : source, step, nullptr, &status));
      entry = std::move(next);
      if (U_FAILURE(status)) break;
    }
    return entry;
  }

  Bundle own_;
  Bundle root_;
};

// The rules of one language; `kind` is the table that says under which name they stand. As ICU's
// PluralRules::forLocale, which carries the whole knowledge of locales into the web build.
std::unique_ptr<icu::PluralRules> plural_rules(const std::string& language, const char* kind) {
  UErrorCode status = U_ZERO_ERROR;
  if (is_for_local_use(language))
    return std::unique_ptr<icu::PluralRules>(icu::PluralRules::createRules(u"other:", status));
  const Bundle file(ures_openDirect(nullptr, "plurals", &status));
  const Bundle languages(ures_getByKey(file.get(), kind, nullptr, &status));
  std::int32_t length = 0;
  const UChar* name = ures_getStringByKey(languages.get(), language.c_str(), &length, &status);
  if (U_FAILURE(status)) return nullptr;
  // No name stands for no distinctions at all.
  if (length == 0) return std::unique_ptr<icu::PluralRules>(icu::PluralRules::createRules(u"other:", status));

  const Bundle rules(ures_getByKey(file.get(), "rules", nullptr, &status));
  const Bundle own(
      ures_getByKey(rules.get(), to_utf8(icu::UnicodeString(name, length)).c_str(), nullptr, &status));
  icu::UnicodeString description;  // "one: n = 1; other: …"
  while (U_SUCCESS(status) && ures_hasNext(own.get())) {
    const char* category = nullptr;
    const UChar* rule = ures_getNextString(own.get(), &length, &category, &status);
    if (U_FAILURE(status)) return nullptr;
    if (!description.isEmpty()) description.append(u"; ", 2);
    description.append(to_icu(category)).append(u": ", 2).append(rule, length);
  }
  std::unique_ptr<icu::PluralRules> made(icu::PluralRules::createRules(description, status));
  if (U_FAILURE(status)) return nullptr;
  return made;
}

// How a language writes a long number: "#,##0.###" with a minimum of 1 digit before the first
// separator gives 1,000; "#,##,##0.###" gives 1,00,000; a minimum of 2 leaves 1000 alone.
struct Grouping {
  std::size_t last = 0;    // digits in the group at the end; 0: no groups
  std::size_t others = 0;  // digits in each group before it
  std::size_t minimum = 1;

  static Grouping in(std::string_view pattern, std::string_view minimum_digits) {
    Grouping grouping;
    const std::string_view integer = pattern.substr(0, pattern.find_first_of(".;"));
    const std::size_t comma = integer.rfind(',');
    if (comma == std::string_view::npos) return grouping;
    grouping.last = integer.size() - comma - 1;
    const std::size_t earlier = comma == 0 ? std::string_view::npos : integer.rfind(',', comma - 1);
    grouping.others = earlier == std::string_view::npos ? grouping.last : comma - earlier - 1;
    if (minimum_digits == "2") grouping.minimum = 2;
    return grouping;
  }
};

}  // namespace

struct Cldr::Data {
  std::array<std::string, 7> weekdays, short_weekdays;
  std::array<std::string, 12> months;
  Grouping grouping;
  std::string separator;
  std::string minus;
  std::array<std::unique_ptr<icu::PluralRules>, 2> plurals;  // by Counting
};

std::expected<Cldr, std::string> Cldr::of(std::string_view language) {
  const std::string name = icu_name(language);
  const auto entries = Entries::of(name);
  if (!entries) return std::unexpected(entries.error());

  auto data = std::make_unique<Data>();
  bool complete = true;
  const auto need = [&](Entries::Path path, std::int32_t index = -1) {
    std::string text = entries->text(path, index);
    complete = complete && !text.empty();
    return text;
  };

  for (std::size_t day = 0; day < data->weekdays.size(); ++day) {
    const auto index = static_cast<std::int32_t>(day);
    data->weekdays[day] = need({"calendar", "gregorian", "dayNames", "format", "wide"}, index);
    std::string brief = entries->text({"calendar", "gregorian", "dayNames", "format", "abbreviated"}, index);
    data->short_weekdays[day] = brief.empty() ? data->weekdays[day] : std::move(brief);
  }
  for (std::size_t month = 0; month < data->months.size(); ++month)
    data->months[month] =
        need({"calendar", "gregorian", "monthNames", "format", "wide"}, static_cast<std::int32_t>(month));

  data->grouping = Grouping::in(need({"NumberElements", "latn", "patterns", "decimalFormat"}),
                                entries->text({"NumberElements", "minimumGroupingDigits"}));
  data->separator = need({"NumberElements", "latn", "symbols", "group"});
  data->minus = need({"NumberElements", "latn", "symbols", "minusSign"});
  if (!complete) return std::unexpected("the ICU data are incomplete for the language " + name);

  data->plurals[0] = plural_rules(name, "locales");
  data->plurals[1] = plural_rules(name, "locales_ordinals");
  if (!data->plurals[0] || !data->plurals[1])
    return std::unexpected("the ICU data have no plural rules for the language " + name);
  return Cldr(std::move(data));
}

std::string_view Cldr::weekday(unsigned c_weekday) const {
  return c_weekday < data_->weekdays.size() ? std::string_view(data_->weekdays[c_weekday])
                                            : std::string_view();
}

std::string_view Cldr::short_weekday(unsigned c_weekday) const {
  return c_weekday < data_->short_weekdays.size() ? std::string_view(data_->short_weekdays[c_weekday])
                                                  : std::string_view();
}

std::string_view Cldr::month(unsigned month) const {
  return month - 1 < data_->months.size() ? std::string_view(data_->months[month - 1]) : std::string_view();
}

std::string Cldr::number(std::int64_t number) const {
  std::string digits = std::to_string(number);
  const bool negative = number < 0;
  if (negative) digits.erase(0, 1);

  const Grouping& grouping = data_->grouping;
  if (grouping.last != 0 && digits.size() >= grouping.last + grouping.minimum) {
    std::size_t at = digits.size() - grouping.last;
    digits.insert(at, data_->separator);
    while (at > grouping.others) {
      at -= grouping.others;
      digits.insert(at, data_->separator);
    }
  }
  return negative ? data_->minus + digits : digits;
}

std::string_view Cldr::plural_category(std::int64_t number, Counting counting) const {
  const auto& rules = data_->plurals[static_cast<std::size_t>(counting)];
  const icu::UnicodeString keyword = rules->select(static_cast<double>(number));
  // All there are in CLDR; the answer must outlive ICU's own string.
  for (const std::string_view category : {"zero", "one", "two", "few", "many"})
    if (keyword == to_icu(category)) return category;
  return "other";
}

std::set<std::string> Cldr::plural_categories(Counting counting) const {
  std::set<std::string> categories;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> keywords(
      data_->plurals[static_cast<std::size_t>(counting)]->getKeywords(status));
  while (U_SUCCESS(status)) {
    const icu::UnicodeString* keyword = keywords->snext(status);
    if (!keyword) break;
    categories.insert(to_utf8(*keyword));
  }
  return categories;
}

Cldr::Cldr(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Cldr::Cldr(Cldr&&) noexcept = default;
Cldr& Cldr::operator=(Cldr&&) noexcept = default;
Cldr::~Cldr() = default;

}  // namespace text
