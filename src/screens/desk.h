// What a help desk has in hand for the visitor who stands there now. Nothing of it is kept on the device, and
// none of it outlives NextVisitor.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/answer.h"
#include "screens/desk_notice.h"

namespace screens {

struct Desk {
  std::string typed;
  std::string language;  // of the visitor; empty: the volunteer's
  bool step_free = false;
  std::size_t chosen = 0;             // which of the answers
  std::vector<std::string> plan;      // ids of the sessions that were chosen for the visitor
  bool shows_plan = false;            // that is the answer
  bool code = false;                  // the code for the phone fills the answer
  bool escaped = false;               // Escape was the last key: another one brings the next visitor
  std::optional<NoticeDraft> notice;  // that is put together just now
  bool begun = false;                 // what the address asks for was taken from it
  bool to_focus = false;              // something else than the field was pressed
  Answer shown;                       // on the visitor's screen; empty: they are greeted
  std::string answered_for;           // what was typed when `chosen` was chosen

  // Nobody has asked anything.
  bool is_untouched() const {
    return typed.empty() && language.empty() && !step_free && plan.empty() && shown.empty() && !notice;
  }
};

}  // namespace screens
