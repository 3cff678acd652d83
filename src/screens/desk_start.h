// What a help desk has to show while nobody has asked anything: what is on, and what can be asked. What is
// pressed is answered as if it had been typed.
#pragma once

#include <string>

#include "screens/screen.h"

namespace screens {

// The sessions that are on now, then those that come next, as rows. Empty where none was pressed.
std::string desk_now(ui::Frame& f, const View& view);
// Examples, as small buttons. Empty where none was pressed.
std::string desk_examples(ui::Frame& f, const View& view);
// Asks where the desk is: the places at which it can be.
void desk_places(ui::Frame& f, const View& view);

}  // namespace screens
