// What a link or a file would bring into a visitor's agenda, waiting for their word.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "carry/choices.h"
#include "carry/code.h"

namespace screens {

struct Brought {
  std::optional<carry::Refusal> refusal;  // it cannot be read, and why; all else is empty then
  carry::Choices choices;
  carry::Incoming incoming;  // what of it the visitor does not have
  std::size_t unknown = 0;   // sessions that the event does not have
  int number = 1;            // of `count` codes that were made together
  int count = 1;
};

// CODE of "/kk/my/#carry=CODE".
Brought brought_by_code(std::string_view code, const model::Event& event, const visitor::Visitor& visitor);
// The text of a file (carry/choices_file.h).
Brought brought_by_file(std::string_view text, const model::Event& event, const visitor::Visitor& visitor);

}  // namespace screens
