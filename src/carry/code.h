// A visitor's choices as CODE in /{lang}/my/#carry=CODE: capital letters and digits, for links and QR codes.
// Sessions stand in it as short numbers made of their ids, so that it can be read with another state of the
// event, in which some of them are gone and others new.
//
//   const carry::SessionNumbers numbers(event);       // once for each edition
//   for (const std::string& code : carry::codes_of(carry::choices_of(visitor), numbers)) …
//   const auto read = carry::read_code(code, numbers);
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "carry/choices.h"
#include "model/event.h"

namespace carry {

// The numbers of all sessions of an event.
class SessionNumbers {
 public:
  // The event must live as long as this.
  explicit SessionNumbers(const model::Event& event);

  const std::string& event() const { return event_.id; }
  // How many bits tell all sessions of the event and these apart.
  int bits_to_tell(const std::vector<std::string>& others) const;
  // The ids of the sessions whose numbers begin with these bits; mostly one, or none.
  std::vector<std::string_view> with(std::uint64_t number, int bits) const;

 private:
  const model::Event& event_;
  std::vector<std::pair<std::uint64_t, std::string_view>> numbers_;  // sorted
};

// So many stars fit into a code that phone cameras read from a screen: a QR code of version 13 (69 squares a
// side) and level M, when the address before it has no more than 50 letters.
inline constexpr std::size_t stars_in_a_code = 60;

// In as many codes as it takes; each can be opened by itself, in any order. One, which says that there is
// nothing, when there are no choices. With appointments the QR code may be
// larger, of version 19 for one whose texts are as long as can be.
std::vector<std::string> codes_of(const Choices& choices, const SessionNumbers& numbers);

struct Code {
  Choices choices;
  int number = 1;  // of `count` that were made together
  int count = 1;
  std::size_t unknown = 0;  // stars of sessions that this state of the event does not have
};

// What the code says, or why it cannot be read. Small letters will do too.
std::expected<Code, Refusal> read_code(std::string_view code, const SessionNumbers& numbers);

}  // namespace carry
