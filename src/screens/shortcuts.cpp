#include "screens/asides.h"
#include "screens/screen.h"
#include "ui/widgets/over.h"

namespace screens {

void shortcuts_dialog(ui::Frame& f, const View& view, Actions& actions) {
  bool closed = false;
  auto dialog = ui::dialog(f, f.text("shortcuts.title"), f.text("dialog.close"), closed);
  if (closed) actions.ask(ShowShortcuts{false});
  auto margins = f.margins(20);
  shortcuts_list(f, view, actions);
}

}  // namespace screens
