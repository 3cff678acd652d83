#include "authoring/words.h"

#include <algorithm>

namespace authoring {

std::span<const std::string_view> languages() { return text_languages; }

std::string say(std::string_view language, Word word,
                std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  auto at = std::ranges::find(text_languages, language);
  if (at == std::end(text_languages)) at = std::ranges::find(text_languages, "en");
  const std::string_view written = all_texts[word.index()].in[at - std::begin(text_languages)];
  std::string said;
  for (std::size_t i = 0; i < written.size();) {
    const std::size_t open = written.find('{', i);
    const std::size_t close = open == std::string_view::npos ? open : written.find('}', open);
    if (close == std::string_view::npos) return said.append(written.substr(i));
    said.append(written.substr(i, open - i));
    const std::string_view name = written.substr(open + 1, close - open - 1);
    const auto value = std::ranges::find(values, name, &std::pair<std::string_view, std::string_view>::first);
    said.append(value == values.end() ? written.substr(open, close - open + 1) : value->second);
    i = close + 1;
  }
  return said;
}

}  // namespace authoring
