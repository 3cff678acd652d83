// What a desk tells all visitors of a room or a session: put together step by step out of templates in all
// languages of the event, and confirmed by typing a word before anybody sees it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/event.h"
#include "screens/screen.h"

namespace screens {

struct NoticeDraft {
  enum class Step : std::uint8_t {
    what,     // one of notice_states is chosen
    detail,   // where to, or how late
    confirm,  // the word is typed
  };
  Step step = Step::what;
  std::string session;  // id of the session that it is about; empty where it is about
  std::string room;     // that room
  model::NoticeState state = model::NoticeState::closed;
  std::string to_room;  // moved: id
  int minutes = 0;      // delayed
  std::string asked;    // what was typed before, to go back to
};

// What can be said of it: a room does not start late.
std::span<const model::NoticeState> notice_states(const NoticeDraft& draft);
text::Key notice_state_name(model::NoticeState state);
bool needs_detail(model::NoticeState state);

// Takes what was typed as how late it is; false when that is no such number.
bool take_minutes(NoticeDraft& draft, std::string_view typed);
// The word that confirms, however it is written.
bool is_confirmed(ui::Frame& f, std::string_view typed);

// In all languages; holds until the session is over, or the day.
model::Notice notice_of(const View& view, const NoticeDraft& draft);
// How visitors will read it, language by language.
void notice_preview(ui::Frame& f, const View& view, const model::Notice& notice);

}  // namespace screens
