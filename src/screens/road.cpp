// The road to the event: the meetings that prepared it, on a map and in order of date.
#include "icons.h"
#include "screens/asides.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/words.h"
#include "ui/widgets/world_map.h"

namespace screens {
namespace {

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
  {
    auto list = f.list();
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      const model::Milestone& milestone = milestones[i];
      publications.push_back(&milestone.publication);
      f.anchor(milestone.id);
      auto step = f.step(f.words().number(static_cast<std::int64_t>(i + 1)), i + 1 == milestones.size());
      ui::paragraph(f,
                    f.text("agenda.when_where",
                           {{"time", dates_of(f, milestone)}, {"place", view.in(milestone.place)}}),
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
      f.gap(26);
    }
  }
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
