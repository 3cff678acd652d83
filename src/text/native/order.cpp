#include "text/order.h"

#include <unicode/coll.h>
#include <unicode/sortkey.h>

#include <algorithm>
#include <memory>
#include <numeric>

#include "text/icu_support.h"

namespace text {

std::expected<std::vector<std::uint32_t>, std::string> alphabetical(std::string_view language,
                                                                    std::span<const std::string> names) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::forLanguageTag(std::string(language), status), status));
  if (U_FAILURE(status))
    return std::unexpected("ICU has no order for " + std::string(language) + ": " + u_errorName(status));
  collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  std::vector<icu::CollationKey> keys(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) collator->getCollationKey(to_icu(names[i]), keys[i], status);
  if (U_FAILURE(status))
    return std::unexpected("ICU cannot sort in " + std::string(language) + ": " + u_errorName(status));
  std::vector<std::uint32_t> places(names.size());
  std::iota(places.begin(), places.end(), 0U);
  std::ranges::stable_sort(places, [&](std::uint32_t a, std::uint32_t b) {
    UErrorCode ignored = U_ZERO_ERROR;
    return keys[a].compareTo(keys[b], ignored) == UCOL_LESS;
  });
  return places;
}

}  // namespace text
