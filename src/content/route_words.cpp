#include "content/route_words.h"

namespace content {
namespace {

using venue::EdgeKind;
using venue::Step;

std::string_view word_for(venue::Turn turn) {
  switch (turn) {
    case venue::Turn::straight: return "straight";
    case venue::Turn::slight_left: return "slight_left";
    case venue::Turn::left: return "left";
    case venue::Turn::slight_right: return "slight_right";
    case venue::Turn::right: return "right";
    case venue::Turn::around: return "around";
  }
  return {};
}

std::string_view word_for(venue::Side side) {
  switch (side) {
    case venue::Side::left: return "left";
    case venue::Side::right: return "right";
    case venue::Side::ahead: return "ahead";
  }
  return {};
}

std::string_view kind_of(const venue::Venue& venue, venue::PlaceId place) {
  using venue::Wanted;
  const auto is = [&](Wanted wanted) { return venue::is_wanted(venue, place, wanted); };
  if (is(Wanted::toilets)) return "toilets";
  if (is(Wanted::lift)) return "lift";
  if (is(Wanted::stairs)) return "stairs";
  if (is(Wanted::food)) return "food";
  if (is(Wanted::aid)) return "aid";
  if (is(Wanted::defibrillator)) return "defibrillator";
  if (is(Wanted::exit)) return "exit";
  const model::MapUnit* unit = venue.unit(place);
  return unit != nullptr && unit->kind == model::UnitKind::escalator ? "escalator" : "place";
}

struct RideKeys {
  text::Key numbered, named;
};
RideKeys keys_of(EdgeKind by) {
  switch (by) {
    case EdgeKind::lift: return {"route.lift", "route.lift_named"};
    case EdgeKind::escalator: return {"route.escalator", "route.escalator_named"};
    case EdgeKind::ramp: return {"route.ramp", "route.ramp_named"};
    default: return {"route.stairs", "route.stairs_named"};
  }
}

std::string ride(const Step& step, const venue::Venue& venue, const Edition& edition,
                 const text::Words& words) {
  const model::MapLevel& map_level = venue.plan().levels[step.to_level];
  const model::Level* level = edition.level(map_level.level);
  const std::string_view direction = step.up ? "up" : "down";
  const RideKeys keys = keys_of(step.by);
  // A floor below the street has a name rather than a number.
  if (level != nullptr && level->number > 0)
    return words.message(keys.numbered, {{"direction", direction}, {"number", level->number}});
  const std::string& name = (level != nullptr ? level->name : map_level.name).in(words.language());
  return words.message(keys.named, {{"direction", direction}, {"level", name}});
}

std::string step_alone(const Step& step, const venue::Venue& venue, const Edition& edition,
                       const text::Words& words) {
  switch (step.kind) {
    case Step::Kind::start:
      if (step.place == venue::no_place) return words.message("route.start_here");
      return words.message("route.start", {{"place", name_of_place(venue, step.place, edition, words)}});
    case Step::Kind::turn: return words.message("route.turn", {{"turn", word_for(step.turn)}});
    case Step::Kind::change: return ride(step, venue, edition, words);
    case Step::Kind::leave:
      return words.message(
          step.by == EdgeKind::lift ? text::Key("route.leave_lift") : text::Key("route.leave"),
          {{"turn", word_for(step.turn)}});
    case Step::Kind::outdoors: return words.message("route.outdoors");
    case Step::Kind::indoors: return words.message("route.indoors");
    case Step::Kind::arrive:
      return words.message("route.arrive", {{"side", word_for(step.side)},
                                            {"place", name_of_place(venue, step.place, edition, words)}});
  }
  return {};
}

}  // namespace

std::string name_of_place(const venue::Venue& venue, venue::PlaceId place, const Edition& edition,
                          const text::Words& words) {
  const model::MapUnit* unit = venue.unit(place);
  const model::MapAmenity* amenity = venue.amenity(place);
  const std::string* room_id = unit != nullptr ? &unit->room : amenity != nullptr ? &amenity->room : nullptr;
  if (room_id != nullptr)
    if (const model::Room* room = edition.room(*room_id)) return room->name.in(words.language());
  const model::LocalizedText* name = unit != nullptr      ? &unit->name
                                     : amenity != nullptr ? &amenity->name
                                                          : nullptr;
  if (name != nullptr && !name->empty()) return name->in(words.language());
  return words.message("route.place", {{"kind", kind_of(venue, place)}});
}

std::string told(const venue::Step& step, const venue::Venue& venue, const Edition& edition,
                 const text::Words& words) {
  std::string sentence = step_alone(step, venue, edition, words);
  if (step.landmark != venue::no_place)
    // Two whole sentences.
    sentence += " " + words.message("route.landmark",
                                    {{"side", word_for(step.side)},
                                     {"place", name_of_place(venue, step.landmark, edition, words)}});
  return sentence;
}

std::string told(const venue::NoRoute& none, const text::Words& words) {
  switch (none.reason) {
    case venue::NoRoute::Reason::stairs: return words.message("route.none_stairs");
    case venue::NoRoute::Reason::escalators: return words.message("route.none_escalators");
    case venue::NoRoute::Reason::badge: return words.message("route.none_badge");
    case venue::NoRoute::Reason::closed: return words.message("route.none_closed");
    default: return words.message("route.none_not_connected");
  }
}

}  // namespace content
