#include "carry/choices_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <vector>

#include "carry/hash.h"
#include "sorting/sort.h"
#include "visitor/appointments.h"

namespace carry {
namespace {

constexpr std::string_view name = "summit-carry";
constexpr std::string_view file_version = "1";

std::string checksum_in_digits(std::string_view text) {
  std::array<char, 17> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hash_of(text), 16);
  return {digits.data(), end};
}

std::string_view take_word(std::string_view& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return word;
}

// Lines as they were written; blank ones are none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 200 &&
         std::ranges::all_of(id, [](char c) { return c > ' ' && c != '\x7F'; });
}

}  // namespace

std::string file_of(const Choices& choices, std::string_view event) {
  std::string text;
  text.append(name).append(" ").append(file_version).append("\nevent ").append(event).append("\n");
  for (const std::string& id : choices.starred)
    if (is_id(id)) text.append("star ").append(id).append("\n");
  for (const model::Appointment& given : choices.appointments)
    if (const auto one = visitor::tidied(given))
      text.append("appointment ")
          .append(one->id)
          .append(" ")
          .append(visitor::appointment_value(*one))
          .append("\n");
  const std::string sum = checksum_in_digits(text);
  return text.append("sum ").append(sum).append("\n");
}

std::expected<Choices, Refusal> read_file(std::string_view text, std::string_view event) {
  if (text.size() > largest_choices_file) return std::unexpected(Refusal::not_ours);
  // Some editors put a mark before the text.
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return std::unexpected(Refusal::not_ours);
  std::string_view first = lines[0];
  if (take_word(first) != name) return std::unexpected(Refusal::not_ours);
  if (first != file_version) return std::unexpected(Refusal::newer_version);
  std::string said;
  Choices choices;
  bool is_whole = false, is_ours = false;
  for (std::string_view line : lines) {
    const std::string_view whole_line = line;
    const std::string_view kind = take_word(line);
    if (kind == "sum") {
      is_whole = line == checksum_in_digits(said) && whole_line.data() == lines.back().data();
      break;
    }
    said.append(whole_line).append("\n");
    if (kind == "event") is_ours = line == event;
    if (kind == "star" && is_id(line)) choices.starred.emplace_back(line);
    if (kind != "appointment") continue;
    const std::string_view id = take_word(line);
    if (auto one = visitor::appointment_of(id, line)) choices.appointments.push_back(std::move(*one));
  }
  // More would push out of the log what is in it.
  if (choices.starred.size() + choices.appointments.size() > most_choices)
    return std::unexpected(Refusal::not_ours);
  if (!is_whole) return std::unexpected(Refusal::damaged);
  if (!is_ours) return std::unexpected(Refusal::other_event);
  sorting::sort(choices.starred);
  choices.starred.erase(std::ranges::unique(choices.starred).begin(), choices.starred.end());
  sorting::sort(choices.appointments, {},
                [](const model::Appointment& one) { return std::tie(one.starts_at, one.id); });
  return choices;
}

}  // namespace carry
