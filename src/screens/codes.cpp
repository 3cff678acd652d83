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

void code(ui::Frame& f, const View& view, const model::Room& room) {
  auto item = f.list_item();
  ui::heading(f, 3, view.in(room.name));
  ui::paragraph(f, level_and_site(f, view, room.id), ui::TextLook::secondary);
  f.gap(6);
  const std::string text =
      std::string(view.site) + map_link(view, {.here = room.id, .walking = view.visitor.walking});
  const auto [made, is_new] = view.computed.of<Codes>().by_text.try_emplace(text);
  if (is_new)
    if (auto one = carry::qr_code_of(text)) made->second = std::move(*one);
  if (made->second)
    ui::qr_picture(f,
                   {.name = f.text("codes.code", {{"place", view.in(room.name)}}),
                    .text = text,
                    .size = made->second->size,
                    .squares = &made->second->squares},
                   180);
  f.gap(6);
  ui::link(f, f.text("route.here", {{"place", view.in(room.name)}}), text.substr(view.site.size()));
  f.gap(14);
}

}  // namespace

void codes_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.codes", {{"event", view.in(view.event.name)}}));
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
    auto columns = f.columns(std::max(1, static_cast<int>(f.width() / 230)), 20);
    for (const model::Room* room : rooms) code(f, view, *room);
  }
}

}  // namespace screens
