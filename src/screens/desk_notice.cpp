#include "screens/desk_notice.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/fold.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using model::NoticeState;

// A day is over by then.
constexpr int most_minutes = 600;

std::string_view word_of(NoticeState state) {
  switch (state) {
    case NoticeState::closed: return "closed";
    case NoticeState::moved: return "moved";
    case NoticeState::delayed: return "delayed";
    case NoticeState::full:
    case NoticeState::crowded: break;
  }
  return "full";
}

std::string name_of(const View& view, const NoticeDraft& draft, std::string_view language) {
  if (const model::Session* session = view.edition.session(draft.session)) return session->title.in(language);
  const model::Room* room = view.edition.room(draft.room);
  return room != nullptr ? room->name.in(language) : std::string{};
}

std::string where_in(const View& view, std::string_view id, std::string_view language,
                     const text::Words& words) {
  const content::Whereabouts there = view.edition.whereabouts(id);
  if (there.room == nullptr) return {};
  const std::string& name = there.room->name.in(language);
  if (there.level == nullptr) return name;
  return words.message("agenda.room_level", {{"room", name}, {"level", there.level->name.in(language)}});
}

}  // namespace

std::span<const NoticeState> notice_states(const NoticeDraft& draft) {
  static constexpr std::array all{NoticeState::full, NoticeState::moved, NoticeState::delayed,
                                  NoticeState::closed};
  static constexpr std::array of_room{NoticeState::closed, NoticeState::full};
  return draft.session.empty() ? std::span<const NoticeState>(of_room)
                               : std::span<const NoticeState>(all).first(3);
}

text::Key notice_state_name(NoticeState state) {
  switch (state) {
    case NoticeState::closed: return "notice.closed";
    case NoticeState::moved: return "notice.moved";
    case NoticeState::delayed: return "notice.delayed";
    case NoticeState::full:
    case NoticeState::crowded: break;
  }
  return "notice.full";
}

bool needs_detail(NoticeState state) { return state == NoticeState::moved || state == NoticeState::delayed; }

bool take_minutes(NoticeDraft& draft, std::string_view typed) {
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  int minutes = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), minutes);
  if (error != std::errc{} || end != typed.data() + typed.size() || minutes < 1 || minutes > most_minutes)
    return false;
  draft.minutes = minutes;
  return true;
}

bool is_confirmed(ui::Frame& f, std::string_view typed) {
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  return text::fold(typed) == text::fold(f.text("notice.confirm_word"));
}

model::Notice notice_of(const View& view, const NoticeDraft& draft) {
  model::Notice notice;
  const std::string& about = draft.session.empty() ? draft.room : draft.session;
  notice.id = "desk-" + std::string(word_of(draft.state)) + "-" + about;
  notice.urgency = model::NoticeUrgency::change;
  notice.published_at = view.now;
  notice.state = draft.state;
  const model::Session* session = view.edition.session(draft.session);
  if (session != nullptr) {
    notice.applies_to.sessions = {draft.session};
    const model::Instant end = session->ends_at + std::chrono::minutes(draft.minutes);
    if (end > view.now) notice.until = end;
  } else {
    notice.applies_to.rooms = {draft.room};
  }
  if (!notice.until) {
    const model::Date today = view.zone.at(view.now).date;
    notice.until = view.zone.instant(model::Date(std::chrono::sys_days(today) + std::chrono::days(1)), 0, 0);
  }
  for (const std::string& language : view.event.languages) {
    const text::Words* words = view.edition.words(language);
    if (words == nullptr) continue;
    const std::string name = name_of(view, draft, language);
    const auto title = [&](text::Key key) {
      notice.title.set(language, words->message(key, {{"place", name}}));
    };
    switch (draft.state) {
      case NoticeState::closed:
        title("notice.closed_title");
        notice.text.set(language, words->message("notice.closed_text"));
        break;
      case NoticeState::moved:
        title("notice.moved_title");
        notice.text.set(language,
                        words->message("notice.moved_text",
                                       {{"where", where_in(view, draft.to_room, language, *words)}}));
        break;
      case NoticeState::delayed: {
        title("notice.delayed_title");
        const model::Instant begin =
            (session != nullptr ? session->starts_at : view.now) + std::chrono::minutes(draft.minutes);
        notice.text.set(language, words->message("notice.delayed_text", {{"time", words->time(begin)}}));
        break;
      }
      case NoticeState::full:
      case NoticeState::crowded:
        title("notice.full_title");
        notice.text.set(language, words->message("notice.full_text"));
        break;
    }
  }
  return notice;
}

void notice_preview(ui::Frame& f, const View& view, const model::Notice& notice) {
  for (const std::string& language : view.event.languages) {
    const text::Words* words = view.edition.words(language);
    if (words == nullptr) continue;
    auto said = f.said_in(*words);
    ui::banner(f, ui::BannerLook::notice, notice.title.in(language), notice.text.in(language));
    f.gap(12);
  }
}

}  // namespace screens
