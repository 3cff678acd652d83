#include "text/borrowed.h"

#include <algorithm>

#include "text/cldr.h"
#include "text/message.h"
#include "text/message_table.h"

namespace text {

std::vector<std::string> borrowed_texts(std::string_view language) {
  std::vector<std::string> texts;
  const auto languages = message_table_languages();
  const auto found = std::ranges::find(languages, language);
  if (found == languages.end()) return texts;
  const auto index = static_cast<std::size_t>(found - languages.begin());
  const auto keys = message_table_borrowed(index);
  if (keys.empty()) return texts;
  const auto cldr = Cldr::of(language);
  if (!cldr) return texts;
  std::string_view written(message_table_texts(index));
  std::uint16_t at = 0;
  for (const std::uint16_t key : keys) {
    for (; at < key; ++at) written = std::string_view(written.data() + written.size() + 1);
    const auto message = Message::parse(written);
    if (!message || message->has_placeholders()) continue;
    message->append_to(texts.emplace_back(), {}, *cldr);
  }
  return texts;
}

}  // namespace text
