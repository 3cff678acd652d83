// Where the system's assistive technology is not reached.
#include "platform/desktop/accessibility.h"

namespace platform {

struct Accessibility::Shared {};

Accessibility::Accessibility(std::uint32_t) {}
Accessibility::~Accessibility() = default;
bool Accessibility::is_wanted() const { return false; }
void Accessibility::show(AccessibleTree) {}
void Accessibility::move_to(int, int) {}
void Accessibility::set_active(bool) {}
bool Accessibility::keeps_key(ReaderKey) { return false; }
std::vector<ui::Input> Accessibility::take_requests() { return {}; }

}  // namespace platform
