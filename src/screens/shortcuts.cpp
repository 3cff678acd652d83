#include <array>

#include "screens/screen.h"

namespace screens {

void shortcuts_dialog(ui::Frame& f, Actions& actions) {
  bool closed = false;
  auto dialog = f.dialog(f.text("shortcuts.title"), f.text("dialog.close"), closed);
  if (closed) actions.ask(ShowShortcuts{false});
  auto margins = f.margins(20);
  struct Entry {
    std::string keys;
    text::Key what;
  };
  const std::array<Entry, 8> entries{{{"/  Ctrl+K", "shortcuts.search"},
                                      {"Tab  Shift+Tab", "shortcuts.move"},
                                      {"Enter  " + f.text("shortcuts.space"), "shortcuts.press"},
                                      {"\u2191  \u2193  Page Up  Page Down", "shortcuts.scroll"},
                                      {f.text("shortcuts.letters_keys"), "shortcuts.letters"},
                                      {"+  -", "shortcuts.zoom"},
                                      {"Esc", "shortcuts.back"},
                                      {"?", "shortcuts.help"}}};
  auto list = f.list();
  for (const Entry& entry : entries) {
    auto item = f.list_item();
    f.paragraph(f.text(entry.what), ui::TextLook::body);
    f.paragraph(entry.keys, ui::TextLook::secondary_bold);
    f.gap(12);
  }
}

}  // namespace screens
