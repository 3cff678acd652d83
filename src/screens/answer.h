// What a help desk answers to somebody: what it is about, and how they get there from the desk. It has an
// address, the same on the desk, on the screen that faces the visitor and on paper, and another one for their
// own phone. Made to be read from a metre away.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/screen.h"
#include "ui/widgets/sign.h"

namespace screens {

struct Answer {
  std::string of;  // the path of its page behind the language: "agenda/glaciers", "info/#visas"
  std::vector<std::string> plan;  // instead of that: ids of the sessions that were chosen for the visitor
  std::string from;               // id of the room where the desk is; empty where nobody knows
  bool step_free = false;         // the way there
  bool code = false;              // the code for the phone, as large as it can be
  bool empty() const { return of.empty() && plan.empty(); }
  bool operator==(const Answer&) const = default;
};

// The page on which it is shown, in that language. Of an empty one: where the visitor is greeted.
std::string shown_path(const View& view, std::string_view language, const Answer& answer);
// What such an address asks for.
Answer answer_of(const View& view);
// What the visitor's phone opens: the session or the place with the way there, or the sessions as their own.
std::string phone_path(const View& view, std::string_view language, const Answer& answer);
// The room that it leads to; null where there is none.
const model::Room* room_of(const View& view, const Answer& answer);
// Whether it shows a way.
bool shows_way(const View& view, const Answer& answer);

// The same view, for somebody who reads that language and is shown that answer. `address`: that is filled,
// and must live as long.
View view_for(const View& view, std::string_view language, const Answer& answer, Address& address);

// ---- parts of it, in the language of the frame

// Its kind, title and facts.
void answer_head(ui::Frame& f, const View& view, const Answer& answer, float title_px, float fact_px,
                 int heading_level);
// What belongs to it besides: what is planned, what a page says, sessions of a theme.
void answer_body(ui::Frame& f, const View& view, const Answer& answer, float size_px);
// How long the way takes, and its steps. Nothing where there is no way to tell of.
void answer_way(ui::Frame& f, const View& view, const Answer& answer, float size_px);
// The code that takes it along, no larger than `most` points, beside it `note`, if that says something.
// Nothing where nobody knows where the site is.
void answer_code(ui::Frame& f, const View& view, const Answer& answer, float most,
                 const ui::SignNote& note = {});

}  // namespace screens
