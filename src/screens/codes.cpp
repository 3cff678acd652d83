// A sheet of QR codes to be printed, one for each desk and door: whoever scans one sees on the map where they
// stand.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "carry/qr_code.h"
#include "screens/map_query.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// What the code of a place leads to.
std::string path_to(const View& view, const model::Room& room) {
  return map_link(view, {.here = room.id, .walking = view.visitor.walking});
}

// The codes of all places by their rooms, each with what it holds. All are of the size of the one that holds
// most: side by side they look like one set, and are cut with one template.
struct Codes {
  struct Code {
    std::string text;
    carry::QrCode squares;
  };
  std::string language;
  std::map<std::string_view, Code> of_room;
};

const Codes& codes_of(const View& view) {
  Codes& codes = view.computed.of<Codes>();
  if (codes.language == view.address.language) return codes;
  codes = {view.address.language, {}};
  if (view.site.empty()) return codes;
  std::string longest;
  for (const model::Room& room : view.event.rooms) {
    Codes::Code& code = codes.of_room[room.id];
    code.text = std::string(view.site) + path_to(view, room);
    if (code.text.size() > longest.size()) longest = code.text;
  }
  const auto largest = carry::qr_code_of(longest);
  const int version = largest ? largest->version : 1;
  for (auto entry = codes.of_room.begin(); entry != codes.of_room.end();) {
    auto made = carry::qr_code_of(entry->second.text, version);
    if (made) entry->second.squares = std::move(*made);
    entry = made ? std::next(entry) : codes.of_room.erase(entry);
  }
  return codes;
}

// The code at the left, what it is for beside it.
void code(ui::Frame& f, const View& view, const model::Room& room) {
  constexpr float most = 164;
  auto item = f.list_item();
  const std::string path = path_to(view, room);
  const auto words = [&] {
    ui::heading(f, 3, view.in(room.name));
    ui::paragraph(f, level_and_site(f, view, room.id), ui::TextLook::secondary);
    f.gap(6);
    ui::link(f, f.text("route.here", {{"place", view.in(room.name)}}), path);
  };
  const Codes& codes = codes_of(view);
  if (const auto made = codes.of_room.find(room.id); made != codes.of_room.end()) {
    const Codes::Code& one = made->second;
    // As wide as it is drawn in whole points, so that the words begin beside it.
    const float across = static_cast<float>(one.squares.size + 2 * ui::qr_quiet_zone);
    const float side = std::max(1.F, std::floor(most / across)) * across;
    f.beside(
        side, 20,
        [&] {
          ui::qr_picture(f,
                         {.name = f.text("codes.code", {{"place", view.in(room.name)}}),
                          .text = one.text,
                          .size = one.squares.size,
                          .squares = &one.squares.squares},
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
  // Where nobody knows the address of the site there is nothing to lead to, and nothing to be printed.
  ui::paragraph(f, f.text(view.site.empty() ? text::Key("codes.no_address") : "codes.about"));
  f.gap(14);
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
