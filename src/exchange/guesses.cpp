#include "exchange/guesses.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace exchange {
namespace {

struct Guess {
  std::string_view kind;
  std::string_view
      words;  // beginnings of words with bars between, in English, German, Russian and Kazakh; folded
};
constexpr Guess session_kinds[] = {
    {"service",
     "break|lunch|breakfast|dinner|coffee|registration|check-in|pause|mittag|fruhstuck|kaffee|anmeldung|"
     "перерыв|обед|завтрак|ужин|кофе|регистрац|узилис|тиркелу|тиркеу|туски"},
    {"opening", "opening|eroffnung|begrussung|открыти|ашылу"},
    {"ceremony",
     "closing|ceremony|award|verabschiedung|preisverleihung|закрыти|церемони|наград|жабылу|салтанат"},
    {"high-level", "keynote|plenary|high-level|plenar|пленар|ключев"},
    {"exhibition", "exhibition|expo|poster|booth|ausstellung|выставк|корме"},
    {"culture",
     "concert|performance|film|music|party|theater|theatre|konzert|musik|концерт|музык|кино|спектакл|мадени"},
    {"side-event",
     "workshop|meeting|meetup|hands-on|tutorial|bof|self-organized|assembly|treffen|мастер-класс|семинар|"
     "встреч|тренинг|кездесу"},
};
constexpr Guess accesses[] = {
    {"press", "press conference|press briefing|pressekonferenz|пресс-конференц|брифинг|баспасоз"},
    {"invitation", "invitation|invited|closed session|geschlossene gesellschaft|по приглашени|закрыт|шакыру"},
};
constexpr Guess room_kinds[] = {
    {"press", "press|presse|пресс|медиа|баспасоз"},
    {"food", "restaurant|cafe|canteen|bar |mensa|kantine|ресторан|кафе|столов|асхана"},
    {"exhibition", "exhibition|expo|ausstellung|выставк|корме"},
    {"service", "registration|info desk|reception|anmeldung|регистрац|ресепшн|тиркеу"},
    {"entrance", "entrance|foyer|lobby|eingang|вход|фойе|холл|киру"},
    {"outdoor", "outdoor|garden|camp|courtyard|garten|hof |двор|сад|улиц|дала"},
    {"meeting", "room|meeting|seminar|raum|переговорн|комнат|аудитор|болме|кабинет"},
};

// Whether a word begins so: "start" holds "art".
bool has_word(std::string_view folded, std::string_view begins) {
  for (std::size_t at = folded.find(begins); at != std::string_view::npos; at = folded.find(begins, at + 1))
    if (at > 0 && std::string_view(" -(/\"").contains(folded[at - 1])) return true;
  return false;
}

template <std::size_t count>
std::string_view guess(const Guess (&guesses)[count], std::string_view text) {
  const std::string folded = " " + text::fold(text) + " ";
  for (const Guess& one : guesses)
    for (std::string_view rest = one.words; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      if (has_word(folded, word)) return one.kind;
    }
  return {};
}

}  // namespace

std::string_view session_kind(std::string_view type, std::string_view title) {
  if (const auto kind = guess(session_kinds, type); !kind.empty()) return kind;
  // A talk may have any word in its title; of long ones it means nothing.
  constexpr std::size_t short_title = 40;
  if (title.size() <= short_title)
    if (const auto kind = guess(session_kinds, title); !kind.empty()) return kind;
  return "thematic";
}

std::string_view session_access(std::string_view type, std::string_view title) {
  if (const auto access = guess(accesses, type); !access.empty()) return access;
  const auto access = guess(accesses, title);
  return access.empty() ? "everyone" : access;
}

std::string_view room_kind(std::string_view name) {
  const auto kind = guess(room_kinds, name);
  return kind.empty() ? "hall" : kind;
}

}  // namespace exchange
