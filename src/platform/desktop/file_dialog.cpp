#include "platform/desktop/file_dialog.h"

#include <utility>

#include "icons.h"
#include "ui/widgets/over.h"
#include "ui/widgets/press.h"

namespace platform {

bool FileDialog::draw(ui::Frame& f, const screens::View& view) {
  bool closed = false;
  auto dialog = ui::dialog(f, f.text(title()), f.text("dialog.close"), closed);
  auto margins = f.margins(20);
  const Offer offer = say(f, view);
  if (offer.take) {
    if (ui::button(f, {.key = "take", .label = f.text("brought.take_over"), .icon = ui::icon::check}))
      pressed_ = Pressed::take;
    f.gap(8);
    if (ui::button(f, {.key = "leave", .label = f.text("brought.leave"), .look = ui::ButtonLook::secondary}))
      closed = true;
    f.gap(8);
  }
  if (offer.back && ui::button(f, {.key = "back",
                                   .label = f.text(*offer.back),
                                   .icon = ui::icon::chevron_left,
                                   .look = ui::ButtonLook::secondary}))
    pressed_ = Pressed::back;
  f.gap(20);
  return !closed;
}

bool FileDialog::act() {
  switch (std::exchange(pressed_, Pressed::nothing)) {
    case Pressed::nothing: return false;
    case Pressed::take: take(); break;
    case Pressed::back: go_back(); break;
  }
  return true;
}

}  // namespace platform
