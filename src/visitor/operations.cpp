#include "visitor/operations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>
#include <vector>

namespace visitor {
namespace {

constexpr std::string_view header = "summit-visitor ";
// No counter gets there by itself; a damaged one must not end all counting.
constexpr std::uint64_t most_counter = 1'000'000'000'000'000;

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

constexpr std::string_view hex_digits = "0123456789ABCDEF";

// One word without spaces, never empty: "-" is nothing.
void append_word(std::string& line, std::string_view word) {
  if (word.empty()) {
    line += '-';
  } else if (word == "-") {
    line += "%2D";
  } else {
    for (const char c : word) {
      const auto byte = static_cast<unsigned char>(c);
      if (stands_for_itself(c))
        line += c;
      else
        line.append({'%', hex_digits[byte >> 4], hex_digits[byte & 15]});
    }
  }
}

// Only what append_word writes, so that each operation has one form.
std::optional<std::string> word_of(std::string_view written) {
  if (written.empty()) return std::nullopt;
  if (written == "-") return std::string();
  std::string word;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '%' && i + 2 < written.size()) {
      const std::size_t high = hex_digits.find(written[i + 1]);
      const std::size_t low = hex_digits.find(written[i + 2]);
      if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
      word += static_cast<char>(high << 4 | low);
      i += 2;
    } else if (stands_for_itself(written[i])) {
      word += written[i];
    } else {
      return std::nullopt;
    }
  }
  std::string again;
  append_word(again, word);
  return again == written ? std::optional(std::move(word)) : std::nullopt;
}

std::optional<std::uint64_t> number_of(std::string_view written, int base) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number, base);
  if (error != std::errc() || end != written.data() + written.size()) return std::nullopt;
  return number;
}

void append_number(std::string& line, std::uint64_t number, int base) {
  std::array<char, 24> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, base);
  line.append(digits.data(), end);
}

std::string line_of(const OperationKey& key, const OperationStamp& stamp, std::string_view value) {
  std::string line = "op ";
  append_number(line, stamp.counter, 10);
  line += ' ';
  append_number(line, stamp.copy, 16);
  for (const std::string_view word :
       {std::string_view(key.event), std::string_view(key.kind), std::string_view(key.subject), value}) {
    line += ' ';
    append_word(line, word);
  }
  return line;
}

// Remembers which event took the stars of the first version.
constexpr std::string_view stars_taken = "first-version-stars";

}  // namespace

std::optional<OperationLog> OperationLog::read(std::string_view text) {
  OperationLog log;
  if (text.empty()) return log;
  if (text.size() > longest_text || text.find('\0') != std::string_view::npos) return std::nullopt;
  const std::string_view first = take_until(text, '\n');
  if (!first.starts_with(header)) return std::nullopt;
  const auto version = number_of(first.substr(header.size()), 10);
  if (!version || *version < log.version_ || *version > most_counter) return std::nullopt;
  log.version_ = *version;
  while (!text.empty()) log.take_line(take_until(text, '\n'));
  log.keep_small();
  return log;
}

void OperationLog::take_line(std::string_view line) {
  if (line.empty() || line.size() > longest_line) return;
  std::string_view rest = line;
  const bool operation = take_until(rest, ' ') == "op";
  const auto counter = number_of(take_until(rest, ' '), 10);
  const auto copy = number_of(take_until(rest, ' '), 16);
  auto event = word_of(take_until(rest, ' '));
  auto kind = word_of(take_until(rest, ' '));
  auto subject = word_of(take_until(rest, ' '));
  auto value = word_of(rest);
  if (!operation || !counter || *counter > most_counter || !copy || !event || !kind || !subject || !value)
    return keep_unknown(std::string(line));
  OperationKey key{std::move(*event), std::move(*kind), std::move(*subject)};
  const OperationStamp stamp{*counter, *copy};
  // Written in another way than ours: not ours to rewrite.
  if (line_of(key, stamp, *value) != line) return keep_unknown(std::string(line));
  put(std::move(key), {stamp, std::move(*value)});
}

std::string OperationLog::to_text() const {
  std::string text(header);
  append_number(text, version_, 10);
  text += '\n';
  for (const auto& [key, last] : operations_) text.append(line_of(key, last.stamp, last.value)).append("\n");
  for (const std::string& line : unknown_) text.append(line).append("\n");
  return text;
}

void OperationLog::merge(const OperationLog& other) {
  version_ = std::max(version_, other.version_);
  for (const auto& [key, last] : other.operations_) put(key, last);
  for (const std::string& line : other.unknown_) keep_unknown(line);
  keep_small();
}

void OperationLog::put(OperationKey key, Last last) {
  const auto [at, is_new] = operations_.try_emplace(std::move(key), last);
  if (!is_new && at->second < last) at->second = std::move(last);
}

// Always the same ones of all that ever were, so that the order of merging does not show.
void OperationLog::keep_unknown(std::string line) {
  unknown_.insert(std::move(line));
  if (unknown_.size() > most_unknown_lines) unknown_.erase(std::prev(unknown_.end()));
}

void OperationLog::keep_small() {
  if (operations_.size() <= most_operations) return;
  using At = std::map<OperationKey, Last>::iterator;
  std::vector<At> all;
  all.reserve(operations_.size());
  for (auto at = operations_.begin(); at != operations_.end(); ++at) all.push_back(at);
  const auto newer = [](At a, At b) {
    return std::tie(a->second.stamp, a->first) > std::tie(b->second.stamp, b->first);
  };
  const auto first_old = all.begin() + most_operations;
  std::nth_element(all.begin(), first_old, all.end(), newer);
  for (auto old = first_old; old != all.end(); ++old) operations_.erase(*old);
}

void OperationLog::record(OperationKey key, std::string value, std::uint64_t copy) {
  std::vector<std::pair<OperationKey, std::string>> one;
  one.emplace_back(std::move(key), std::move(value));
  record(std::move(one), copy);
}

void OperationLog::record(std::vector<std::pair<OperationKey, std::string>> operations, std::uint64_t copy) {
  std::uint64_t counter = last_counter();
  for (auto& [key, value] : operations) {
    const OperationStamp stamp{std::min(counter + 1, most_counter), copy};
    if (line_of(key, stamp, value).size() > longest_line) continue;
    operations_.insert_or_assign(std::move(key), Last{stamp, std::move(value)});
    counter = stamp.counter;
  }
  keep_small();
}

std::uint64_t OperationLog::last_counter() const {
  std::uint64_t counter = 0;
  for (const auto& [ignored, last] : operations_) counter = std::max(counter, last.stamp.counter);
  return counter;
}

void OperationLog::import_first_version(std::string_view text, std::string_view event,
                                        const std::function<bool(std::string_view)>& known) {
  const std::string_view taken_by = value("", stars_taken);
  const bool may_take = !event.empty() && (taken_by.empty() || taken_by == event);
  bool took = false;
  while (!text.empty()) {
    std::string_view rest = take_until(text, '\n');
    const std::string_view name = take_until(rest, ' ');
    if (rest.empty() || rest.size() > 100 || rest.find('\0') != std::string_view::npos) continue;
    if (name == "star" && may_take && known(rest)) {
      put({std::string(event), "star", std::string(rest)}, {{}, "on"});
      took = true;
    } else if (name == "language" || name == "appearance" || name == "text-size") {
      // The first version may have changed it since it was last taken over.
      const auto [at, is_new] =
          operations_.try_emplace({"", std::string(name), ""}, Last{{}, std::string(rest)});
      if (!is_new && at->second.stamp == OperationStamp{}) at->second.value = rest;
    }
  }
  if (took) put({"", std::string(stars_taken), ""}, {{}, std::string(event)});
  keep_small();
}

std::string_view OperationLog::value(std::string_view event, std::string_view kind,
                                     std::string_view subject) const {
  const auto found = operations_.find({std::string(event), std::string(kind), std::string(subject)});
  return found == operations_.end() ? std::string_view{} : std::string_view(found->second.value);
}

void OperationLog::each(std::string_view event, std::string_view kind,
                        const std::function<void(std::string_view, std::string_view)>& then) const {
  for (auto at = operations_.lower_bound({std::string(event), std::string(kind), ""});
       at != operations_.end() && at->first.event == event && at->first.kind == kind; ++at)
    then(at->first.subject, at->second.value);
}

}  // namespace visitor
