#include "screens/brought.h"

#include <algorithm>
#include <utility>

#include "carry/choices_file.h"

namespace screens {

Brought brought_by_code(std::string_view code, const model::Event& event, const visitor::Visitor& visitor) {
  Brought brought;
  auto read = carry::read_code(code, carry::SessionNumbers(event));
  if (!read) {
    brought.refusal = read.error();
    return brought;
  }
  brought.choices = std::move(read->choices);
  brought.incoming = carry::incoming(brought.choices, visitor);
  brought.unknown = read->unknown;
  brought.number = read->number;
  brought.count = read->count;
  return brought;
}

// Sessions that the event does not have any more come in as well: they may come back.
Brought brought_by_file(std::string_view text, const model::Event& event, const visitor::Visitor& visitor) {
  Brought brought;
  auto read = carry::read_file(text, event.id);
  if (!read) {
    brought.refusal = read.error();
    return brought;
  }
  brought.choices = std::move(*read);
  brought.incoming = carry::incoming(brought.choices, visitor);
  brought.unknown =
      static_cast<std::size_t>(std::ranges::count_if(brought.choices.starred, [&](const std::string& id) {
        return std::ranges::find(event.sessions, id, &model::Session::id) == event.sessions.end();
      }));
  return brought;
}

}  // namespace screens
