#include "visitor/appointments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "sorting/sort.h"
#include "text/base64.h"
#include "visitor/visitor.h"

namespace visitor {
namespace {

constexpr std::string_view kind = "appointment";
constexpr std::size_t longest_id = 40;

// Without line breaks and other control characters, without blanks around it, and no longer than that.
std::string one_line(std::string_view text, std::size_t most_bytes) {
  std::string line;
  for (const char c : text) line += static_cast<unsigned char>(c) < ' ' || c == '\x7F' ? ' ' : c;
  line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
  if (line.size() > most_bytes) {
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    line.resize(end);
  }
  line.resize(line.find_last_not_of(' ') + 1);
  return line;
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= longest_id && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// Within what a calendar can write: the years 1970 to 9999.
constexpr std::int64_t latest_second = 253'402'300'799;

std::optional<std::int64_t> number_of(std::string_view line) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc() || end != line.data() + line.size() || number < 0 || number > latest_second)
    return std::nullopt;
  return number;
}

model::Instant within_reach(model::Instant moment) {
  return std::clamp(moment, model::Instant{}, model::Instant(std::chrono::seconds(latest_second)));
}

}  // namespace

std::string new_appointment_id(const OperationLog& log, std::uint64_t copy) {
  std::string id;
  for (const std::uint64_t number : {copy, log.last_counter() + 1}) {
    std::array<char, 20> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
    id.append(id.empty() ? "" : "-").append(digits.data(), end);
  }
  return id;
}

std::optional<model::Appointment> tidied(model::Appointment appointment) {
  appointment.title = one_line(appointment.title, longest_appointment_title);
  appointment.place = one_line(appointment.place, longest_appointment_place);
  if (appointment.title.empty() || !is_id(appointment.id)) return std::nullopt;
  appointment.starts_at = within_reach(appointment.starts_at);
  appointment.ends_at = within_reach(std::max(appointment.starts_at, appointment.ends_at));
  appointment.revision = std::clamp(appointment.revision, 0, 1'000'000);
  return appointment;
}

bool put_appointment(OperationLog& log, std::string_view event, const model::Appointment& appointment,
                     std::uint64_t copy) {
  auto tidy = tidied(appointment);
  if (!tidy) return false;
  const auto before = appointment_of(tidy->id, log.value(event, kind, tidy->id));
  if (before) {
    tidy->revision = before->revision;
    if (*tidy == *before) return true;
    ++tidy->revision;
  }
  log.record(appointment_key(event, tidy->id), appointment_value(*tidy), copy);
  // An operation that would be too long is not kept.
  return appointment_of(tidy->id, log.value(event, kind, tidy->id)) == tidy;
}

void remove_appointment(OperationLog& log, std::string_view event, std::string_view id, std::uint64_t copy) {
  if (!log.value(event, kind, id).empty()) log.record(appointment_key(event, id), std::string(off), copy);
}

std::vector<model::Appointment> appointments_at(std::string_view event, const OperationLog& log) {
  std::vector<model::Appointment> all;
  log.each(event, kind, [&](std::string_view id, std::string_view value) {
    if (auto one = appointment_of(id, value)) all.push_back(std::move(*one));
  });
  sorting::sort(all, {}, [](const model::Appointment& one) { return std::tie(one.starts_at, one.id); });
  return all;
}

OperationKey appointment_key(std::string_view event, std::string_view id) {
  return {std::string(event), std::string(kind), std::string(id)};
}

std::string appointment_value(const model::Appointment& appointment) {
  const auto seconds = [](model::Instant moment) {
    return std::to_string(moment.time_since_epoch().count());
  };
  return text::base64url(seconds(appointment.starts_at) + '\n' + seconds(appointment.ends_at) + '\n' +
                         std::to_string(appointment.revision) + '\n' + appointment.title + '\n' +
                         appointment.place);
}

std::optional<model::Appointment> appointment_of(std::string_view id, std::string_view value) {
  if (value.empty() || value == off) return std::nullopt;
  const auto written = text::from_base64url(value);
  if (!written) return std::nullopt;
  std::string_view rest = *written;
  const auto from = number_of(take_line(rest)), to = number_of(take_line(rest)),
             revision = number_of(take_line(rest));
  if (!from || !to || !revision) return std::nullopt;
  model::Appointment appointment;
  appointment.id = id;
  appointment.starts_at = model::Instant(std::chrono::seconds(*from));
  appointment.ends_at = model::Instant(std::chrono::seconds(*to));
  appointment.revision = static_cast<int>(std::min<std::int64_t>(*revision, 1'000'000));
  appointment.title = take_line(rest);
  appointment.place = take_line(rest);
  return tidied(std::move(appointment));
}

}  // namespace visitor
