// Keys, told to the readers that want to hear of them before the app has them.
#pragma once

#include <atk/atk.h>

#include "platform/desktop/accessibility_link.h"

namespace platform::atspi {

// From now on it is known whether any reader listens: the bridge says so to `util`.
void note_key_listeners(AtkUtilClass& util);

// `host` has its answer at once where nobody listens, else when the readers have theirs. Does not wait for
// them: while they think, they ask this program, too.
void ask_about_key(const ReaderKey& key, AccessibilityHost& host);

}  // namespace platform::atspi
