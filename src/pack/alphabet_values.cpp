#include "pack/alphabet_values.h"

namespace pack {
namespace {

constexpr std::string_view rooms_key = "rooms";
constexpr std::string_view partners_key = "partners";

json::Value list_of(const std::vector<std::uint32_t>& numbers) {
  json::List list;
  for (const std::uint32_t number : numbers) list.emplace_back().content = std::int64_t{number};
  return {std::move(list)};
}

// The list of that key when it holds each number below `count` once.
std::optional<std::vector<std::uint32_t>> order_in(const json::Object& alphabet, std::string_view key,
                                                   std::size_t count) {
  const json::Value* value = json::find(alphabet, key);
  const auto numbers = value ? json::numbers_in(*value) : std::nullopt;
  if (!numbers || numbers->size() != count) return std::nullopt;
  std::vector<bool> seen(count);
  std::vector<std::uint32_t> order;
  for (const std::int64_t number : *numbers) {
    if (number < 0 || static_cast<std::size_t>(number) >= count || seen[static_cast<std::size_t>(number)])
      return std::nullopt;
    seen[static_cast<std::size_t>(number)] = true;
    order.push_back(static_cast<std::uint32_t>(number));
  }
  return order;
}

}  // namespace

json::Value values_of(const std::vector<model::Alphabet>& alphabets) {
  json::Object all;
  for (const model::Alphabet& alphabet : alphabets) {
    json::Object one;
    one.push_back({std::string(rooms_key), list_of(alphabet.rooms)});
    one.push_back({std::string(partners_key), list_of(alphabet.partners)});
    all.push_back({alphabet.language, {std::move(one)}});
  }
  return {std::move(all)};
}

std::optional<std::vector<model::Alphabet>> alphabets_in(const json::Value& value,
                                                         const model::Event& event) {
  const json::Object* all = value.object();
  if (!all) return std::nullopt;
  std::vector<model::Alphabet> alphabets;
  for (const model::LanguageTag& language : event.languages) {
    const json::Value* found = json::find(*all, language);
    const json::Object* alphabet = found ? found->object() : nullptr;
    if (!alphabet) return std::nullopt;
    auto rooms = order_in(*alphabet, rooms_key, event.rooms.size());
    auto partners = order_in(*alphabet, partners_key, event.partners.size());
    if (!rooms || !partners) return std::nullopt;
    alphabets.push_back({language, std::move(*rooms), std::move(*partners)});
  }
  return alphabets;
}

}  // namespace pack
