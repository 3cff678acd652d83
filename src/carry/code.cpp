#include "carry/code.h"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>

#include "carry/bits.h"
#include "carry/hash.h"
#include "sorting/sort.h"
#include "visitor/appointments.h"

// A code is, as bits: the version (8), the event (24), which of how many codes (grouped by 4), how long the
// numbers of sessions are (6), how many there are (grouped by 6); of their differences in order of size the
// number of low bits (6), then each difference as Rice wrote them: the high part in ones behind which a zero
// stands, the low part as it is. Then the appointments: how many (grouped by 4), each with id, start, length,
// revision, title and place. At the end of the bytes stands their checksum (32).
namespace carry {
namespace {

constexpr int version = 1;
constexpr int fewest_bits = 32;
constexpr int most_bits = 63;
constexpr std::size_t most_bytes = 300;  // about what 60 stars take and a short appointment beside them
constexpr std::size_t longest_code = 4'000;

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";  // RFC 4648's base 32

char letter_of(std::uint64_t value) { return alphabet[static_cast<std::size_t>(value)]; }

std::string letters_of(std::string_view bytes) {
  std::string letters;
  BitReader reader(bytes);
  while (reader.left() >= 5) letters += letter_of(*reader.take(5));
  if (const int rest = static_cast<int>(reader.left()); rest > 0)
    letters += letter_of(*reader.take(rest) << (5 - rest));
  return letters;
}

// Nothing for what is no letters of ours. What the last letter has beyond whole bytes is left out.
std::optional<std::string> bytes_of(std::string_view letters) {
  BitWriter writer;
  for (const char letter : letters) {
    const std::size_t value = alphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    writer.put(value, 5);
  }
  std::string bytes = writer.bytes();
  bytes.resize(letters.size() * 5 / 8);
  return bytes;
}

std::uint64_t event_number(std::string_view event) { return hash_of(event) >> 40; }
std::uint64_t checksum_of(std::string_view bytes) { return hash_of(bytes) >> 32; }

// How many bits the differences take when so many of each are its low part.
std::size_t rice_size(std::span<const std::uint64_t> differences, int low) {
  std::size_t size = 0;
  for (const std::uint64_t one : differences)
    size += static_cast<std::size_t>(one >> low) + 1 + static_cast<std::size_t>(low);
  return size;
}

void put_numbers(BitWriter& writer, std::span<const std::uint64_t> numbers, int bits) {
  writer.put(static_cast<std::uint64_t>(bits), 6);
  writer.put_grouped(numbers.size(), 6);
  if (numbers.empty()) return;
  std::vector<std::uint64_t> differences;
  std::uint64_t last = 0;
  for (const std::uint64_t number : numbers) differences.push_back(number - std::exchange(last, number));
  // From above: with few low bits the sum of large differences would not end.
  int low = bits;
  while (low > 0 && rice_size(differences, low - 1) <= rice_size(differences, low)) --low;
  writer.put(static_cast<std::uint64_t>(low), 6);
  for (const std::uint64_t one : differences) {
    for (std::uint64_t i = one >> low; i > 0; --i) writer.put(1, 1);
    writer.put(0, 1);
    writer.put(one, low);
  }
}

struct Numbers {
  int bits = 0;
  std::vector<std::uint64_t> all;
};

std::optional<Numbers> take_numbers(BitReader& reader) {
  const auto bits = reader.take(6), count = reader.take_grouped(6);
  if (!bits || !count || *bits < 1 || *count > reader.left()) return std::nullopt;
  Numbers numbers{static_cast<int>(*bits), {}};
  if (*count == 0) return numbers;
  const auto low = reader.take(6);
  if (!low) return std::nullopt;
  std::uint64_t last = 0;
  for (std::uint64_t i = 0; i < *count; ++i) {
    std::uint64_t high = 0;
    for (auto bit = reader.take(1); bit != 0; bit = reader.take(1), ++high)
      if (!bit) return std::nullopt;
    const auto rest = reader.take(static_cast<int>(*low));
    if (!rest) return std::nullopt;
    last += (high << *low) + *rest;
    numbers.all.push_back(last);
  }
  return numbers;
}

void put_text(BitWriter& writer, std::string_view text) {
  writer.put_grouped(text.size(), 5);
  writer.put_bytes(text);
}

std::optional<std::string> take_text(BitReader& reader) {
  const auto size = reader.take_grouped(5);
  if (!size || *size > longest_code) return std::nullopt;
  return reader.take_bytes(static_cast<std::size_t>(*size));
}

void put_appointment(BitWriter& writer, const model::Appointment& one) {
  put_text(writer, one.id);
  writer.put_grouped(static_cast<std::uint64_t>(one.starts_at.time_since_epoch().count()), 8);
  writer.put_grouped(static_cast<std::uint64_t>((one.ends_at - one.starts_at).count()), 4);
  writer.put_grouped(static_cast<std::uint64_t>(one.revision), 2);
  put_text(writer, one.title);
  put_text(writer, one.place);
}

std::optional<model::Appointment> take_appointment(BitReader& reader) {
  constexpr std::uint64_t too_late = std::uint64_t{1} << 40;
  const auto id = take_text(reader);
  const auto start = reader.take_grouped(8), length = reader.take_grouped(4),
             revision = reader.take_grouped(2);
  const auto title = take_text(reader), place = take_text(reader);
  if (!id || !start || !length || !revision || !title || !place || *start > too_late || *length > too_late ||
      *revision > 1'000'000)
    return std::nullopt;
  const model::Instant from(std::chrono::seconds(static_cast<std::int64_t>(*start)));
  return visitor::tidied({*id, *title, from, from + std::chrono::seconds(static_cast<std::int64_t>(*length)),
                          *place, static_cast<int>(*revision)});
}

struct Part {
  std::vector<std::uint64_t> stars;
  std::vector<model::Appointment> appointments;
};

std::string code_of(const Part& part, std::string_view event, int bits, std::size_t number,
                    std::size_t count) {
  BitWriter writer;
  writer.put(version, 8);
  writer.put(event_number(event), 24);
  writer.put_grouped(number, 4);
  writer.put_grouped(count, 4);
  put_numbers(writer, part.stars, bits);
  writer.put_grouped(part.appointments.size(), 4);
  for (const model::Appointment& one : part.appointments) put_appointment(writer, one);
  BitWriter sum;
  sum.put(checksum_of(writer.bytes()), 32);
  return letters_of(writer.bytes() + sum.bytes());
}

std::size_t size_of(const model::Appointment& one) {
  BitWriter writer;
  put_appointment(writer, one);
  return writer.bytes().size();
}

bool by_start(const model::Appointment& a, const model::Appointment& b) {
  return std::tie(a.starts_at, a.id) < std::tie(b.starts_at, b.id);
}

}  // namespace

SessionNumbers::SessionNumbers(const model::Event& event) : event_(event) {
  for (const model::Session& session : event.sessions)
    numbers_.emplace_back(session_hash(event.id, session.id), session.id);
  sorting::sort(numbers_);
}

int SessionNumbers::bits_to_tell(const std::vector<std::string>& others) const {
  std::vector<std::pair<std::uint64_t, std::string_view>> all = numbers_;
  for (const std::string& id : others) all.emplace_back(session_hash(event_.id, id), id);
  sorting::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  const auto are_told = [&](int bits) {
    return std::ranges::adjacent_find(all, [&](const auto& a, const auto& b) {
             return a.first >> (64 - bits) == b.first >> (64 - bits);
           }) == all.end();
  };
  int bits = fewest_bits;
  while (bits < most_bits && !are_told(bits)) bits = std::min(bits + 4, most_bits);
  return bits;
}

std::vector<std::string_view> SessionNumbers::with(std::uint64_t number, int bits) const {
  std::vector<std::string_view> found;
  if (bits < 1 || bits > most_bits || number >> bits != 0) return found;
  const std::uint64_t first = number << (64 - bits);
  for (auto at = std::ranges::lower_bound(numbers_, first, {}, [](const auto& one) { return one.first; });
       at != numbers_.end() && at->first >> (64 - bits) == number; ++at)
    found.push_back(at->second);
  return found;
}

std::vector<std::string> codes_of(const Choices& choices, const SessionNumbers& numbers) {
  const int bits = numbers.bits_to_tell(choices.starred);
  std::vector<std::uint64_t> stars;
  for (const std::string& id : choices.starred)
    stars.push_back(session_hash(numbers.event(), id) >> (64 - bits));
  sorting::sort(stars);
  stars.erase(std::ranges::unique(stars).begin(), stars.end());
  std::vector<Part> parts(1);
  for (const std::uint64_t star : stars) {
    if (parts.back().stars.size() == stars_in_a_code) parts.emplace_back();
    parts.back().stars.push_back(star);
  }
  std::size_t used = parts.back().stars.size() * static_cast<std::size_t>(bits) / 8;
  for (const model::Appointment& given : choices.appointments) {
    const auto one = visitor::tidied(given);
    if (!one) continue;
    const std::size_t size = size_of(*one);
    if (used > 0 && used + size > most_bytes) {
      parts.emplace_back();
      used = 0;
    }
    used += size;
    parts.back().appointments.push_back(*one);
  }
  std::vector<std::string> codes;
  for (const Part& part : parts)
    codes.push_back(code_of(part, numbers.event(), bits, codes.size() + 1, parts.size()));
  return codes;
}

std::expected<Code, Refusal> read_code(std::string_view letters, const SessionNumbers& numbers) {
  if (letters.empty() || letters.size() > longest_code) return std::unexpected(Refusal::not_ours);
  std::string capitals(letters);
  for (char& letter : capitals)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  const auto bytes = bytes_of(capitals);
  if (!bytes) return std::unexpected(Refusal::not_ours);
  if (bytes->size() < 12) return std::unexpected(Refusal::damaged);
  const std::string_view said = std::string_view(*bytes).substr(0, bytes->size() - 4);
  BitReader sum(std::string_view(*bytes).substr(said.size()));
  if (sum.take(32) != checksum_of(said) || letters_of(*bytes) != capitals)
    return std::unexpected(Refusal::damaged);
  BitReader reader(said);
  if (reader.take(8) != std::uint64_t{version}) return std::unexpected(Refusal::newer_version);
  if (reader.take(24) != event_number(numbers.event())) return std::unexpected(Refusal::other_event);
  const auto number = reader.take_grouped(4), count = reader.take_grouped(4);
  const auto stars = take_numbers(reader);
  const auto appointments = reader.take_grouped(4);
  if (!number || !count || *number < 1 || *number > *count || *count > 100'000 || !stars || !appointments ||
      *appointments > reader.left())
    return std::unexpected(Refusal::damaged);
  Code code;
  code.number = static_cast<int>(*number);
  code.count = static_cast<int>(*count);
  for (const std::uint64_t star : stars->all) {
    const auto sessions = numbers.with(star, stars->bits);
    code.unknown += sessions.empty();
    for (const std::string_view id : sessions) code.choices.starred.emplace_back(id);
  }
  sorting::sort(code.choices.starred);
  for (std::uint64_t i = 0; i < *appointments; ++i) {
    auto one = take_appointment(reader);
    if (!one) return std::unexpected(Refusal::damaged);
    code.choices.appointments.push_back(std::move(*one));
  }
  sorting::sort(code.choices.appointments, by_start);
  return code;
}

}  // namespace carry
