// How fresh what is shown is, and what visitors are told of it. Not for asking: that is the platform's.
#pragma once

#include <optional>

#include "model/time.h"

namespace ui {
class Frame;
}

namespace screens {

struct View;

struct Freshness {
  bool asked = false;    // the platform asks the organisers' server, now and then
  bool offline = false;  // the last question had no answer
  bool newer = false;    // the organisers have a newer event than the one that is shown
  bool erased = false;   // the browser erases what is kept when nobody comes for some days
  std::optional<model::Instant> checked = {};  // when an answer came for the last time
  bool operator==(const Freshness&) const = default;
};

// With its heading; nothing where nobody asks.
void freshness_note(ui::Frame& f, const View& view);

}  // namespace screens
