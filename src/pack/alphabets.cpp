#include "pack/alphabets.h"

#include "text/order.h"

namespace pack {

std::expected<std::vector<model::Alphabet>, std::string> alphabets_of(const model::Event& event) {
  std::vector<model::Alphabet> alphabets;
  for (const model::LanguageTag& language : event.languages) {
    std::vector<std::string> rooms, partners;
    for (const model::Room& room : event.rooms) rooms.push_back(room.name.in(language));
    for (const model::Partner& partner : event.partners)
      partners.push_back(model::known_as(partner, language));
    auto rooms_sorted = text::alphabetical(language, rooms);
    if (!rooms_sorted) return std::unexpected(rooms_sorted.error());
    auto partners_sorted = text::alphabetical(language, partners);
    if (!partners_sorted) return std::unexpected(partners_sorted.error());
    alphabets.push_back({language, std::move(*rooms_sorted), std::move(*partners_sorted)});
  }
  return alphabets;
}

}  // namespace pack
