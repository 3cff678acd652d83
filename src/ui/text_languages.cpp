#include "ui/text_languages.h"

#include <algorithm>

namespace ui {
namespace {

// Counted by the first byte of each: spaces, dots and dashes stand below U+0080, in U+0080–U+00BF and around
// U+2000.
std::size_t letters_in(std::string_view text) {
  const auto is_letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    return byte > 0xC2 && byte != 0xE2;
  };
  return static_cast<std::size_t>(std::ranges::count_if(text, is_letter));
}

}  // namespace

void TextLanguages::note_sentence(std::string_view sentence, std::span<const std::string_view> parts,
                                  std::string_view around) {
  std::map<std::string_view, std::size_t> letters;  // by language
  std::size_t left = letters_in(sentence);
  for (const std::string_view part : parts) {
    // One that is not in it chose among several wordings.
    if (part.empty() || sentence.find(part) == sentence.npos) continue;
    const std::size_t count = std::min(left, letters_in(part));
    letters[of(part)] += count;
    left -= count;
  }
  letters[around] += left;
  const auto most = std::ranges::max_element(letters, {}, [](const auto& one) { return one.second; });
  if (!most->first.empty()) sentences_.emplace(sentence, most->first);
}

std::string_view TextLanguages::of(std::string_view text) const {
  if (const auto found = languages_.find(text); found != languages_.end()) return found->second;
  if (const auto found = sentences_.find(text); found != sentences_.end()) return found->second;
  return {};
}

}  // namespace ui
