// What is wrong with an event pack, and where. For whoever edits the pack: the
// words are plain English for a terminal, not texts for visitors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pack {

struct Problem {
  enum class Severity {
    error,    // the pack cannot be used until it is put right
    warning,  // the pack can be used, but this is probably not what was meant
  };

  std::string file;     // "sessions.json"; the built file, when it is damaged itself
  std::string pointer;  // JSON pointer (RFC 6901) into the file; empty for the file as a whole
  std::string reason;
  Severity severity = Severity::error;

  bool operator==(const Problem&) const = default;
};

// One line without a line break: "sessions.json: /sessions/12/ends_at: ends
// before it starts (14:00 < 14:30)"; a warning begins with "warning: ".
std::string to_line(const Problem& problem);

// Whether there is an error among them.
bool has_errors(const std::vector<Problem>& problems);

// `pointer` with one more step, escaped as RFC 6901 wants it.
std::string step(std::string_view pointer, std::string_view key);
std::string step(std::string_view pointer, std::size_t index);

// The thing in whose entry a JSON pointer such as "/sessions/12/title" points.
struct ThingPlace {
  std::string list;       // "sessions"
  std::size_t index = 0;  // 12
  std::string rest;       // "title"; empty for the thing as a whole
};
// Nothing for a pointer to something else.
std::optional<ThingPlace> thing_at(std::string_view pointer);

// The text when it has at most so many bytes, else its beginning and "…": what a message names may be
// megabytes long.
std::string shortened(std::string_view text, std::size_t most_bytes = 200);

}  // namespace pack
