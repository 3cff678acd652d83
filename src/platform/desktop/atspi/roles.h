// What AT-SPI calls the roles and states of the semantic tree, after the Core Accessibility API Mappings of
// the W3C, so that screen readers say natively what they say in a browser.
#pragma once

#include <atk/atk.h>

#include "platform/desktop/accessible_tree.h"

namespace platform::atspi {

AtkRole role_of(const AccessibleNode& node);

// A new set, of which the caller is the owner.
AtkStateSet* states_of(const AccessibleNode& node);

// A new list: what there is no role or state for.
AtkAttributeSet* attributes_of(const AccessibleNode& node);
// A live region: what changes in it is read out by itself.
bool is_live(ui::Role role);

bool is_field(ui::Role role);
// Holds words of its own, to be read by letters, words and lines.
bool has_text(ui::Role role);

}  // namespace platform::atspi
