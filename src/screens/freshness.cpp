#include "screens/freshness.h"

#include "screens/screen.h"
#include "ui/widgets/words.h"

namespace screens {

void freshness_note(ui::Frame& f, const View& view) {
  const Freshness& fresh = view.freshness;
  if (!fresh.asked) return;
  ui::section(f, 2, f.text("fresh.title"));
  f.gap(8);
  if (fresh.checked) {
    // "10:42", with the day when it was another one.
    const text::Words& words = f.words();
    std::string time = words.time(*fresh.checked);
    const model::Date day = view.zone.at(*fresh.checked).date;
    if (day != view.zone.at(view.now).date)
      time = f.text("fresh.day_and_time", {{"day", words.weekday_day_month(day)}, {"time", time}});
    ui::paragraph(
        f, f.text(fresh.offline ? text::Key("fresh.offline") : text::Key("fresh.as_of"), {{"time", time}}),
        ui::TextLook::secondary);
  } else {
    ui::paragraph(f,
                  f.text(fresh.offline ? text::Key("fresh.offline_unknown") : text::Key("fresh.unchecked")),
                  ui::TextLook::secondary);
  }
  if (fresh.newer) {
    f.gap(6);
    ui::paragraph(f, f.text("fresh.newer"), ui::TextLook::secondary_bold);
  }
  if (fresh.erased) {
    f.gap(6);
    ui::paragraph(f, f.text("fresh.erased"), ui::TextLook::secondary);
  }
  f.gap(22);
}

}  // namespace screens
