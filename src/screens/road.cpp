// The road to the event: the meetings that prepared it, on a map and in order of date.
#include <algorithm>
#include <cmath>

#include "icons.h"
#include "screens/asides.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/words.h"
#include "ui/widgets/world_map.h"

namespace screens {
namespace {

constexpr float below_milestone = 26;

std::string dates_of(ui::Frame& f, const model::Milestone& milestone) {
  return milestone.first_day == milestone.last_day
             ? f.words().full_date(milestone.first_day)
             : f.words().date_range(milestone.first_day, milestone.last_day);
}

void map(ui::Frame& f, const View& view) {
  std::vector<std::string> numbers;
  std::vector<ui::WorldMapMark> marks;
  for (std::size_t i = 0; i < view.event.milestones.size(); ++i)
    numbers.push_back(f.words().number(static_cast<std::int64_t>(i + 1)));
  const auto mark = [](const model::GeoPoint& position) {
    return ui::WorldMapMark{.degrees_east = static_cast<float>(position.longitude),
                            .degrees_north = static_cast<float>(position.latitude)};
  };
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    marks.push_back(mark(view.event.milestones[i].position));
    marks.back().label = numbers[i];
  }
  for (const model::Site& site : view.event.sites) {
    if (!site.position) continue;
    marks.push_back(mark(*site.position));
    marks.back().goal = true;
    break;
  }
  ui::world_map(f, {.name = f.text("road.map"), .marks = marks});
}

void milestone_event(ui::Frame& f, const View& view, const model::MilestoneEvent& event) {
  f.gap(16);
  ui::paragraph(f, f.words().full_date(event.day), ui::TextLook::secondary);
  f.gap(2);
  ui::titled(f, 0, 3, view.in(event.title));
  if (!event.text.empty()) {
    f.gap(4);
    ui::paragraph(f, view.in(event.text));
  }
  points(f, view, event.points);
  partner_chips(f, view, event.partners);
}

void milestone(ui::Frame& f, const View& view, const model::Milestone& milestone) {
  ui::paragraph(
      f, f.text("agenda.when_where", {{"time", dates_of(f, milestone)}, {"place", view.in(milestone.place)}}),
      ui::TextLook::secondary);
  f.gap(4);
  ui::titled(f, 0, 2, view.in(milestone.title));
  if (milestone.publication.status == model::PublicationStatus::provisional) {
    f.gap(6);
    const ui::Tag tag{f.text("publication.provisional_tag"), ui::TagLook::notice};
    ui::tags(f, {&tag, 1});
    f.gap(2);
  }
  f.gap(4);
  ui::paragraph(f, view.in(milestone.text));
  points(f, view, milestone.points);
  for (const model::MilestoneEvent& event : milestone.events) milestone_event(f, view, event);
  partner_chips(f, view, milestone.partners);
  f.gap(below_milestone);
}

// About how high that is, with the gaps.
float expected_height(ui::Frame& f, const View& view, const model::Milestone& milestone) {
  constexpr float beside_text = 40;  // the mark, and the margin behind it
  constexpr float chip_width = 150;
  constexpr float chip_height = 52;
  const float width = f.width() - beside_text;
  const auto high = [&](const model::LocalizedText& text, ui::TextLook look = ui::TextLook::body) {
    return ui::expected_paragraph_height(f, text.in(view.address.language), look, width);
  };
  const auto all_points = [&](const std::vector<model::LocalizedText>& points) {
    float height = 0;
    for (const model::LocalizedText& point : points) height += high(point) + 4;
    return height;
  };
  float height = high(milestone.place, ui::TextLook::secondary) + 4 + 2 * high(milestone.title) + 4 +
                 high(milestone.text) + all_points(milestone.points) + below_milestone;
  const auto chips = [&](std::size_t count) {
    return std::ceil(static_cast<float>(count) * chip_width / std::max(chip_width, width)) * chip_height;
  };
  height += chips(milestone.partners.size());
  for (const model::MilestoneEvent& event : milestone.events)
    height +=
        40 + high(event.title) + high(event.text) + all_points(event.points) + chips(event.partners.size());
  return height;
}

}  // namespace

void road_screen(ui::Frame& f, const View& view, Actions&) {
  f.description(f.text("describe.road", {{"event", view.in(view.event.name)}}));
  const std::vector<model::Milestone>& milestones = view.event.milestones;
  if (milestones.empty()) {
    ui::empty(f, ui::icon::route, f.text("road.title"), f.text("road.none"));
    return;
  }
  ui::paragraph(f, f.text("road.count", {{"count", static_cast<int>(milestones.size())}}),
                ui::TextLook::lead);
  f.gap(14);
  map(f, view);
  f.gap(24);
  std::vector<const model::Publication*> publications;
  std::size_t parts = 0;
  for (const model::Milestone& milestone : milestones) {
    publications.push_back(&milestone.publication);
    parts += 1 + milestone.points.size() + milestone.events.size();
  }
  const auto find = [&](std::string_view link) {
    // An anchor, or the link with it.
    const std::string_view wanted = link.substr(link.find('#') + 1);
    return row_where(milestones, [&](const model::Milestone& milestone) { return milestone.id == wanted; });
  };
  f.rows(
      {.count = milestones.size(),
       .weight = parts / milestones.size(),
       .anchor = [&](std::size_t row) { return std::string_view(milestones[row].id); },
       .find = find},
      [&](std::size_t row) { return expected_height(f, view, milestones[row]); },
      [&](std::size_t row) {
        auto step =
            f.step(f.words().number(static_cast<std::int64_t>(row + 1)), row + 1 == milestones.size());
        milestone(f, view, milestones[row]);
      });
  source_note(f, view, publications);
}

void road_contents(ui::Frame& f, const View& view, Actions&) {
  auto panel = f.panel();
  auto list = f.list();
  for (const model::Milestone& milestone : view.event.milestones) {
    auto item = f.list_item();
    ui::row(
        f, ui::icon::route, view.in(milestone.title),
        f.text("agenda.when_where", {{"time", dates_of(f, milestone)}, {"place", view.in(milestone.place)}}),
        view.link(Page::road) + "#" + milestone.id);
  }
}

}  // namespace screens
