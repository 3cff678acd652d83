#include "model/language.h"

#include <algorithm>

namespace model {

void LocalizedText::set(std::string_view language, std::string text) {
  for (auto& [tag, present] : texts_)
    if (tag == language) {
      present = std::move(text);
      return;
    }
  texts_.emplace_back(language, std::move(text));
}

const std::string& LocalizedText::in(std::string_view language) const {
  static const std::string none;
  for (const auto& [tag, text] : texts_)
    if (tag == language) return text;
  return texts_.empty() ? none : texts_.front().second;
}

std::string_view LocalizedText::language_in(std::string_view language) const {
  if (has(language)) return language;
  return texts_.empty() ? std::string_view{} : std::string_view(texts_.front().first);
}

bool LocalizedText::has(std::string_view language) const {
  return std::ranges::any_of(texts_, [&](const auto& entry) { return entry.first == language; });
}

}  // namespace model
