// A visitor's choices as a small text file, to keep and to bring to another device. It has the ids of
// sessions as they are, so it loses nothing, whatever becomes of the event.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "carry/choices.h"

namespace carry {

inline constexpr std::string_view choices_file_name = "my-agenda.summit";
inline constexpr std::size_t largest_choices_file = 1 << 20;
inline constexpr std::size_t most_choices = 5'000;  // far more than a person makes

std::string file_of(const Choices& choices, std::string_view event);

// What the file says, or why it cannot be read. Line ends may have been changed on its way, and lines that a
// later version added are passed over. A file that is made to be large is not ours.
std::expected<Choices, Refusal> read_file(std::string_view text, std::string_view event);

}  // namespace carry
