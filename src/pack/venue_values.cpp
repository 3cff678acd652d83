#include "pack/venue_values.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace pack {
namespace {

using model::MapArea;
using model::MapPoint;

constexpr std::string_view texts_key = "texts";
constexpr std::string_view names_key = "names";
constexpr std::string_view numbers_key = "numbers";
// Apart, so that programs which know nothing of hours read the rest.
constexpr std::string_view hours_key = "hours";
// Of what is written here; what is later is not understood.
constexpr std::int64_t venue_version = 1;
// A thousand kilometres: far above any venue, and sums of it stay whole numbers.
constexpr std::int64_t most_cm = 100'000'000;

template <class Thing>
std::int64_t number_of(const std::vector<Thing>& things, const std::string& id) {
  const auto found = std::ranges::find(things, id, &Thing::id);
  return found == things.end() || id.empty() ? 0 : found - things.begin() + 1;
}

class VenueWriter {
 public:
  explicit VenueWriter(const model::Event& event) : event_(event) {}

  template <class Number>
  void number(Number& value) {
    add(static_cast<std::int64_t>(value));
  }
  template <class Item>
  void count(std::vector<Item>& items) {
    add(static_cast<std::int64_t>(items.size()));
  }
  void text(std::string& value) {
    const auto found =
        std::ranges::find_if(texts_, [&](const json::Value& one) { return *one.text() == value; });
    add(static_cast<std::int64_t>(found - texts_.begin()));
    if (found == texts_.end()) texts_.emplace_back().content = value;
  }
  void name(model::LocalizedText& value) {
    if (value.empty()) {
      add(std::int64_t{0});
      return;
    }
    json::Object object;
    for (const auto& [language, text] : value.all()) object.push_back({language, {text}});
    names_.emplace_back().content = std::move(object);
    add(static_cast<std::int64_t>(names_.size()));
  }
  void level_id(std::string& id) { add(number_of(event_.levels, id)); }
  void room_id(std::string& id) { add(number_of(event_.rooms, id)); }
  void point(MapPoint& point) {
    add(std::int64_t{point.x_cm} - last_.x_cm);
    add(std::int64_t{point.y_cm} - last_.y_cm);
    last_ = point;
  }
  template <class... Flags>
  void flags(Flags&... values) {
    std::int64_t bits = 0, bit = 1;
    ((bits |= values ? bit : 0, bit *= 2), ...);
    add(bits);
  }

  json::Object take() {
    json::Object all;
    all.push_back({std::string(texts_key), {std::move(texts_)}});
    all.push_back({std::string(names_key), {std::move(names_)}});
    all.push_back({std::string(numbers_key), {std::move(numbers_)}});
    return all;
  }
  json::Numbers take_numbers() { return std::move(numbers_); }

 private:
  void add(std::int64_t number) { numbers_.push_back(number); }

  const model::Event& event_;
  json::Numbers numbers_;
  json::List texts_, names_;
  MapPoint last_;
};

class VenueReader {
 public:
  VenueReader(const json::Numbers& numbers, const json::List& texts, const json::List& names,
              const model::Event& event)
      : numbers_(numbers), texts_(texts), names_(names), event_(event) {}

  template <class Number>
  void number(Number& value) {
    using Most = std::numeric_limits<std::conditional_t<(sizeof(Number) < sizeof(int)), Number, int>>;
    value = static_cast<Number>(next(std::is_signed_v<Number> ? Most::min() : 0, Most::max()));
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void number(Enum& value) { value = static_cast<Enum>(next(0, most_of(value))); }
  // Each item is at least one more number.
  template <class Item>
  void count(std::vector<Item>& items) {
    items.resize(static_cast<std::size_t>(next(0, static_cast<std::int64_t>(numbers_.size() - at_))));
  }
  void text(std::string& value) {
    if (const std::string* text = item(texts_, next(0, size(texts_) - 1), &json::Value::text)) value = *text;
  }
  void name(model::LocalizedText& value) {
    const std::int64_t number = next(0, size(names_));
    if (number == 0) return;
    const json::Object* object = item(names_, number - 1, &json::Value::object);
    if (object == nullptr) return;
    for (const json::Member& member : *object)
      if (const std::string* text = member.value.text())
        value.set(member.key, *text);
      else
        sound_ = false;
  }
  void level_id(std::string& id) { thing(event_.levels, id); }
  void room_id(std::string& id) { thing(event_.rooms, id); }
  void point(MapPoint& point) {
    point.x_cm = coordinate(last_.x_cm);
    point.y_cm = coordinate(last_.y_cm);
    last_ = point;
  }
  template <class... Flags>
  void flags(Flags&... values) {
    std::int64_t bits = next(0, (std::int64_t{1} << sizeof...(values)) - 1);
    ((values = (bits & 1) != 0, bits /= 2), ...);
  }

  bool is_read_whole() const { return sound_ && at_ == numbers_.size(); }

 private:
  static std::int64_t most_of(model::UnitKind) { return static_cast<std::int64_t>(model::UnitKind::room); }
  static std::int64_t most_of(model::MapAccess) { return static_cast<std::int64_t>(model::MapAccess::staff); }
  static std::int64_t size(const json::List& list) { return static_cast<std::int64_t>(list.size()); }

  // Zero once something was wrong: what follows is read as nothing.
  std::int64_t next(std::int64_t least, std::int64_t most) {
    if (!sound_ || at_ == numbers_.size() || numbers_[at_] < least || numbers_[at_] > most) {
      sound_ = false;
      return 0;
    }
    return numbers_[at_++];
  }
  std::int32_t coordinate(std::int32_t last) {
    const std::int64_t sum = last + next(-2 * most_cm, 2 * most_cm);
    if (sum < -most_cm || sum > most_cm) {
      sound_ = false;
      return 0;
    }
    return static_cast<std::int32_t>(sum);
  }
  template <class Content>
  const Content* item(const json::List& list, std::int64_t number,
                      const Content* (json::Value::*content)() const) {
    const Content* found = sound_ && number >= 0 && number < size(list)
                               ? (list[static_cast<std::size_t>(number)].*content)()
                               : nullptr;
    sound_ = sound_ && found != nullptr;
    return found;
  }
  template <class Thing>
  void thing(const std::vector<Thing>& things, std::string& id) {
    const std::int64_t number = next(0, static_cast<std::int64_t>(things.size()));
    if (number > 0) id = things[static_cast<std::size_t>(number) - 1].id;
  }

  const json::Numbers& numbers_;
  const json::List &texts_, &names_;
  const model::Event& event_;
  std::size_t at_ = 0;
  bool sound_ = true;
  MapPoint last_;
};

// What a venue is, in one order for writing and reading.
template <class Codec>
void pass(Codec& codec, MapArea& area) {
  codec.count(area.rings);
  for (std::uint32_t& ring : area.rings) codec.number(ring);
  codec.count(area.points);
  for (MapPoint& point : area.points) codec.point(point);
  codec.count(area.triangles);
  for (std::uint32_t& corner : area.triangles) codec.number(corner);
}

template <class Codec>
void pass(Codec& codec, model::Venue& venue) {
  codec.name(venue.name);
  codec.count(venue.levels);
  for (model::MapLevel& level : venue.levels) {
    codec.level_id(level.level);
    codec.number(level.ordinal);
    codec.flags(level.outdoor);
    codec.name(level.name);
    pass(codec, level.area);
  }
  codec.count(venue.units);
  for (model::MapUnit& unit : venue.units) {
    codec.room_id(unit.room);
    codec.number(unit.level);
    codec.number(unit.kind);
    codec.text(unit.category);
    codec.number(unit.access);
    codec.flags(unit.wheelchair, unit.open);
    codec.name(unit.name);
    pass(codec, unit.area);
    codec.point(unit.label);
  }
  codec.count(venue.amenities);
  for (model::MapAmenity& amenity : venue.amenities) {
    codec.room_id(amenity.room);
    codec.text(amenity.category);
    codec.number(amenity.level);
    codec.number(amenity.unit);
    codec.name(amenity.name);
    codec.point(amenity.at);
  }
  codec.count(venue.doors);
  for (model::MapDoor& door : venue.doors) {
    codec.number(door.level);
    codec.point(door.from);
    codec.point(door.to);
    codec.number(door.access);
    codec.flags(door.step_free, door.entrance, door.emergency, door.closed);
  }
  codec.count(venue.bends);
  for (model::MapBend& bend : venue.bends) {
    codec.number(bend.level);
    codec.point(bend.at);
  }
  codec.count(venue.ways);
  for (model::MapWay& way : venue.ways) {
    codec.number(way.unit);
    codec.number(way.from);
    codec.number(way.to);
    codec.flags(way.one_way);
  }
}

template <class Codec>
void pass(Codec& codec, std::vector<model::MapHours>& all) {
  codec.count(all);
  for (model::MapHours& hours : all) {
    codec.number(hours.place);
    codec.number(hours.days);
    codec.number(hours.from);
    codec.number(hours.until);
  }
}

bool is_sound(const MapArea& area) {
  if (area.points.empty() != area.rings.empty()) return false;
  for (std::size_t i = 0; i < area.rings.size(); ++i) {
    const std::size_t end = i + 1 < area.rings.size() ? area.rings[i + 1] : area.points.size();
    if (area.rings[i] + std::size_t{3} > end || (i == 0 && area.rings[i] != 0)) return false;
  }
  return area.triangles.size() % 3 == 0 && std::ranges::all_of(area.triangles, [&](std::uint32_t corner) {
           return corner < area.points.size();
         });
}

// Whether everything counts what is there.
bool is_sound(const model::Venue& venue) {
  const auto is_level = [&](std::uint32_t level) { return level < venue.levels.size(); };
  const std::size_t nodes =
      venue.units.size() + venue.amenities.size() + venue.doors.size() + venue.bends.size();
  return std::ranges::all_of(venue.levels,
                             [](const model::MapLevel& one) {
                               return one.ordinal > -1000 && one.ordinal < 1000 && is_sound(one.area);
                             }) &&
         std::ranges::all_of(venue.units,
                             [&](const model::MapUnit& one) {
                               return is_level(one.level) && !one.area.rings.empty() && is_sound(one.area);
                             }) &&
         std::ranges::all_of(venue.amenities,
                             [&](const model::MapAmenity& one) {
                               return is_level(one.level) && one.unit < venue.units.size();
                             }) &&
         std::ranges::all_of(venue.doors, [&](const model::MapDoor& one) { return is_level(one.level); }) &&
         std::ranges::all_of(venue.bends, [&](const model::MapBend& one) { return is_level(one.level); }) &&
         std::ranges::all_of(venue.ways, [&](const model::MapWay& one) {
           return one.from < nodes && one.to < nodes && one.unit < venue.units.size();
         });
}

bool are_sound(const std::vector<model::MapHours>& all, const model::Venue& venue) {
  return std::ranges::is_sorted(all, {}, &model::MapHours::place) &&
         std::ranges::all_of(all, [&](const model::MapHours& one) {
           return one.place < venue.units.size() + venue.amenities.size() && one.days != 0 &&
                  one.from <= 1440 && one.until <= 2880;
         });
}

std::vector<model::PlanPoint> outline_of(const MapArea& area, MapPoint corner) {
  std::vector<model::PlanPoint> outline;
  const std::size_t end = area.rings.size() > 1 ? area.rings[1] : area.points.size();
  for (std::size_t i = 0; i < end; ++i)
    outline.push_back(
        {(area.points[i].x_cm - corner.x_cm) / 100.0, (area.points[i].y_cm - corner.y_cm) / 100.0});
  return outline;
}

}  // namespace

json::Value values_of(const model::Venue& venue, const model::Event& event) {
  VenueWriter writer(event);
  std::int64_t version = venue_version;
  writer.number(version);
  model::Venue copy = venue;
  pass(writer, copy);
  json::Object all = writer.take();
  if (!copy.hours.empty()) {
    VenueWriter of_hours(event);
    pass(of_hours, copy.hours);
    all.push_back({std::string(hours_key), {of_hours.take_numbers()}});
  }
  return {std::move(all)};
}

std::optional<model::Venue> venue_in(const json::Value& value, const model::Event& event) {
  const json::Object* all = value.object();
  if (all == nullptr) return std::nullopt;
  const auto list = [&](std::string_view key) {
    const json::Value* found = json::find(*all, key);
    return found != nullptr ? found->list() : nullptr;
  };
  const auto numbers = [&](std::string_view key) {
    const json::Value* found = json::find(*all, key);
    return found != nullptr ? json::numbers_in(*found) : std::nullopt;
  };
  const auto plan = numbers(numbers_key);
  const json::List *texts = list(texts_key), *names = list(names_key);
  if (!plan || texts == nullptr || names == nullptr) return std::nullopt;
  VenueReader reader(*plan, *texts, *names, event);
  int version = 0;
  reader.number(version);
  if (version != venue_version) return std::nullopt;
  model::Venue venue;
  pass(reader, venue);
  if (!reader.is_read_whole() || !is_sound(venue)) return std::nullopt;
  if (const auto hours = numbers(hours_key)) {
    VenueReader of_hours(*hours, *texts, *names, event);
    pass(of_hours, venue.hours);
    if (!of_hours.is_read_whole() || !are_sound(venue.hours, venue)) return std::nullopt;
  }
  return venue;
}

void take_outlines(model::Event& event) {
  for (const model::MapLevel& level : event.venue.levels) {
    const auto known = std::ranges::find(event.levels, level.level, &model::Level::id);
    if (known == event.levels.end() || level.area.points.empty()) continue;
    MapPoint corner = level.area.points.front();
    for (const MapPoint point : level.area.points)
      corner = {std::min(corner.x_cm, point.x_cm), std::min(corner.y_cm, point.y_cm)};
    if (known->outline.empty()) known->outline = outline_of(level.area, corner);
    for (const model::MapUnit& unit : event.venue.units) {
      if (&event.venue.levels[unit.level] != &level || unit.room.empty()) continue;
      const auto room = std::ranges::find(event.rooms, unit.room, &model::Room::id);
      if (room != event.rooms.end() && room->outline.empty()) room->outline = outline_of(unit.area, corner);
    }
  }
}

}  // namespace pack
