// A sheet of QR codes to be printed, one for each desk and door: whoever scans one sees on the map where they
// stand.
#include <map>

#include "carry/qr_code.h"
#include "screens/map_query.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// By what they hold; made once.
struct Codes {
  std::map<std::string, std::optional<carry::QrCode>, std::less<>> by_text;
};

// The code at the left, what it is for beside it.
void code(ui::Frame& f, const View& view, const model::Room& room) {
  constexpr float side = 160;
  auto item = f.list_item();
  const std::string path = map_link(view, {.here = room.id, .walking = view.visitor.walking});
  const auto words = [&] {
    ui::heading(f, 3, view.in(room.name));
    ui::paragraph(f, level_and_site(f, view, room.id), ui::TextLook::secondary);
    f.gap(6);
    ui::link(f, f.text("route.here", {{"place", view.in(room.name)}}), path);
  };
  const std::string text = std::string(view.site) + path;
  const auto [made, is_new] = view.computed.of<Codes>().by_text.try_emplace(text);
  if (is_new && !view.site.empty())
    if (auto one = carry::qr_code_of(text)) made->second = std::move(*one);
  if (const auto& one = made->second) {
    f.beside(
        side, 20,
        [&] {
          ui::qr_picture(f,
                         {.name = f.text("codes.code", {{"place", view.in(room.name)}}),
                          .text = text,
                          .size = one->size,
                          .squares = &one->squares},
                         side);
        },
        words);
  } else {
    words();
  }
  f.gap(18);
}

}  // namespace

void codes_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.codes", {{"event", view.in(view.event.name)}}));
  // In the place of a map's place there is no bar that says it.
  if (!view.static_rendering && f.breadth() == ui::Breadth::desktop) {
    ui::heading(f, 1, f.text("codes.title"));
    f.gap(10);
  }
  ui::paragraph(f, f.text("codes.about"));
  f.gap(14);
  // Where nobody knows the address of the site there is nothing to lead to.
  if (view.site.empty()) {
    ui::paragraph(f, f.text("codes.no_address"), ui::TextLook::secondary);
    f.gap(14);
  }
  for (const model::Level& level : view.event.levels) {
    const model::Site* site = view.edition.site(level.site);
    const auto rooms = view.edition.rooms_on(level.id, view.address.language);
    if (site == nullptr || rooms.empty()) continue;
    f.anchor(level.id);
    ui::section(f, 2, f.text("map.plan", {{"site", view.in(site->name)}, {"level", view.in(level.name)}}));
    f.gap(10);
    auto list = f.list();
    for (const model::Room* room : rooms) code(f, view, *room);
  }
}

}  // namespace screens
