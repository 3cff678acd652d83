// The visitor's own agenda of a day as rows, with what follows from them: clashes, free time, ways. For "my
// agenda" and for the home page.
#pragma once

#include "screens/screen.h"

namespace screens {

// In the order of time: across a phone, on a card of their own elsewhere.
void my_rows(ui::Frame& f, const View& view, const MyAgenda::Day& day, Actions& actions);

// What it is called, be it a session or an appointment.
const std::string& title_of(const View& view, const agenda::Engagement& engagement);
// "10:00–11:30 · Hall 1, Level 2". `with_day`: the day stands before it.
std::string when_and_where_of(ui::Frame& f, const View& view, const agenda::Engagement& engagement,
                              bool with_day);

// The addresses of "my agenda" with a dialog over it: for an appointment, a new one without an id, and for
// choosing between two that clash.
std::string link_to_appointment(const View& view, std::string_view id = {});
std::string link_to_choose(const View& view, const agenda::Engagement& one, const agenda::Engagement& other);

}  // namespace screens
