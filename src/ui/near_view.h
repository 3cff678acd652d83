// Keeps the tree of a long page small: what is far from the view leaves it, as the rows of long lists do that
// are not drawn at all. Internal to ui/.
#pragma once

#include "ui/kit.h"

namespace ui {

// After a frame was laid out, and before anybody looks into its tree. A page with few nodes stays whole. What
// has the focus stays, with what Tab leads to from there and from what is seen; so does what a link leads to.
// Items of a list from which others went say their place in it.
void leave_out_far_nodes(Kit::State& s);

}  // namespace ui
