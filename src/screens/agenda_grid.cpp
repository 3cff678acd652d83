// The agenda as a grid of rooms over time.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "agenda/breaks.h"
#include "agenda/lanes.h"
#include "icons.h"
#include "screens/agenda_choices.h"
#include "sorting/sort.h"
#include "text/capital.h"
#include "ui/marks.h"
#include "ui/widgets/time_grid.h"

namespace screens {
namespace {

using Item = ui::TimePlan::Item;

constexpr int hour_min = 60;
// What ends later than this after the midnight before is drawn as far as everything else goes.
constexpr int latest_min = 30 * hour_min;
constexpr int meal_min = 60;  // a break so long is one for a meal

// What is said of a session, made when it is first seen.
struct Said {
  bool made = false;
  std::string time, spoken, star, href;
};

struct Shown {
  const model::Session* session = nullptr;
  int from = 0;  // minutes since the midnight with which the day begins
  int to = 0;
  int ends_at = 0;
  Said said = {};
};

// A day laid out, until something about it changes.
struct GridOfDay {
  std::uint64_t answer = 0;  // its number, and the size of texts that it is laid out for
  float text_scale = 0;
  ui::TimePlan plan;
  std::vector<Shown> cells, bands;          // as in the plan
  std::vector<const model::Room*> columns;  // null: of what has no room
  std::string name;
};

class Layout {
 public:
  Layout(const View& view, const AgendaAnswer& answer, const ui::TimeGridMeasures& measure)
      : view_(view),
        answer_(answer),
        least_(measure.least_minutes),
        midnight_(view.zone.instant(answer.choices.day, 0, 0)) {}

  void lay_out(GridOfDay& grid, const ui::TimePlanMeasures& measures) {
    place_in_time();
    take_bands(grid);
    choose_columns(grid);
    std::vector<std::pair<std::uint32_t, Shown>> placed;
    for (Shown& one : all_) placed.emplace_back(column_of(grid, *one.session), std::move(one));
    sorting::sort(placed, [](const auto& a, const auto& b) {
      return std::pair(a.first, a.second.from) < std::pair(b.first, b.second.from);
    });
    std::vector<ui::TimeCell> cells;
    for (std::size_t first = 0; first < placed.size();) {
      std::size_t last = first;
      std::vector<agenda::Stay> stays;
      for (; last < placed.size() && placed[last].first == placed[first].first; ++last)
        stays.push_back({moment(placed[last].second.from), moment(placed[last].second.to)});
      const std::vector<agenda::Lane> lanes = agenda::lanes_of(stays);
      for (std::size_t i = first; i < last; ++i) {
        const Shown& one = placed[i].second;
        cells.push_back({placed[i].first, one.from, one.to, lanes[i - first].lane, lanes[i - first].lanes,
                         lanes[i - first].width});
      }
      first = last;
    }
    grid.cells.clear();
    for (auto& [column, one] : placed) grid.cells.push_back(std::move(one));
    std::vector<ui::TimeBand> bands;
    for (const Shown& one : grid.bands) bands.push_back({one.from, one.to});
    grid.plan = ui::TimePlan(static_cast<std::uint32_t>(grid.columns.size()), std::move(cells),
                             std::move(bands), measures);
  }

 private:
  int minute(model::Instant at) const {
    return static_cast<int>(std::chrono::floor<std::chrono::minutes>(at - midnight_).count());
  }
  model::Instant moment(int minute) const { return midnight_ + std::chrono::minutes(minute); }

  // What goes on from before begins with everything else, unless it has ended by then; what goes on for days
  // ends with it.
  void place_in_time() {
    int begin = 24 * hour_min;
    for (const model::Session* one : answer_.sessions) begin = std::min(begin, minute(one->starts_at));
    for (const model::Session* one : answer_.earlier)
      if (minute(one->ends_at) <= begin) begin = 0;
    if (answer_.sessions.empty()) begin = 0;
    begin = begin / hour_min * hour_min;
    int end = begin + hour_min;
    for (const agenda::Sessions* list : {&answer_.earlier, &answer_.sessions})
      for (const model::Session* one : *list)
        if (minute(one->ends_at) <= latest_min)
          end = std::max({end, minute(one->ends_at), std::max(begin, minute(one->starts_at)) + least_});
    for (const agenda::Sessions* list : {&answer_.earlier, &answer_.sessions})
      for (const model::Session* one : *list) {
        const int from = std::max(begin, minute(one->starts_at));
        const int ends_at = std::max(from, std::min(end, minute(one->ends_at)));
        all_.push_back({one, from, std::max(ends_at, from + least_), ends_at});
      }
  }

  // Breaks for everybody go across all rooms.
  void take_bands(GridOfDay& grid) {
    sorting::sort(all_, {}, &Shown::from);
    std::vector<agenda::Drawn> drawn;
    for (const Shown& one : all_) drawn.push_back({one.session, moment(one.from), moment(one.to)});
    const std::vector<bool> is_break = agenda::breaks_for_all(drawn, agenda::Meanwhile::something);
    grid.bands.clear();
    std::vector<Shown> rest;
    for (std::size_t i = 0; i < all_.size(); ++i) (is_break[i] ? grid.bands : rest).push_back(all_[i]);
    all_ = std::move(rest);
  }

  // The rooms in the organisers' order, those of all days; where something is filtered those with something
  // in them.
  void choose_columns(GridOfDay& grid) {
    std::set<std::string_view> used;
    bool roomless = false;
    for (const Shown& one : all_) {
      if (view_.edition.room(one.session->room) == nullptr)
        roomless = true;
      else
        used.insert(one.session->room);
    }
    const auto has_sessions = [&](const model::Room* room) {
      return std::ranges::any_of(view_.edition.programme().in_room(room->id), [](const model::Session* one) {
        return one->kind != model::SessionKind::service;
      });
    };
    grid.columns.clear();
    for (const model::Room* room : view_.edition.programme().rooms())
      if (used.contains(room->id) || (!answer_.choices.filters() && has_sessions(room)))
        grid.columns.push_back(room);
    if (roomless) grid.columns.push_back(nullptr);
    for (std::uint32_t i = 0; i < grid.columns.size(); ++i)
      places_[grid.columns[i] == nullptr ? std::string_view{} : grid.columns[i]->id] = i;
  }

  std::uint32_t column_of(const GridOfDay& grid, const model::Session& session) const {
    const auto found = places_.find(session.room);
    return found == places_.end() ? static_cast<std::uint32_t>(grid.columns.size()) - 1 : found->second;
  }

  const View& view_;
  const AgendaAnswer& answer_;
  const int least_;
  const model::Instant midnight_;
  std::vector<Shown> all_;
  std::map<std::string_view, std::uint32_t> places_;
};

class AgendaGrid {
 public:
  AgendaGrid(ui::Frame& f, const View& view, const AgendaAnswer& answer)
      : f_(f), view_(view), answer_(answer), grid_(view.computed.of<GridOfDay>()) {
    if (grid_.answer != answer.number || grid_.text_scale != f.setup().text_scale) {
      grid_.answer = answer.number;
      grid_.text_scale = f.setup().text_scale;
      Layout(view, answer, f.style().time_grid).lay_out(grid_, ui::time_plan_measures(f));
      grid_.name = f.text("grid.name", {{"day", view.edition.day_name(answer.choices.day, f.words())}});
    }
  }

  void draw(Actions& actions, const ui::Rect& rect) {
    const model::Instant midnight = view_.zone.instant(answer_.choices.day, 0, 0);
    ui::TimeGrid grid{.key = "agenda-grid", .name = grid_.name, .plan = grid_.plan};
    grid.steps = !view_.for_paper;
    grid.selected = selected();
    const bool running = view_.edition.programme().progress(view_.now).phase == agenda::Phase::running;
    const std::string time = f_.words().time(view_.now);
    const std::string spoken = f_.text("agenda.now_mark", {{"time", time}});
    if (running && answer_.choices.day == view_.edition.programme().opening_day(view_.now))
      grid.now = {static_cast<int>(std::chrono::floor<std::chrono::minutes>(view_.now - midnight).count()),
                  time, spoken, now_anchor};
    grid.hour = [&](int minute) { return f_.words().time(midnight + std::chrono::minutes(minute)); };
    grid.head = [&](std::uint32_t column) { return head(column); };
    grid.cell = [&](std::uint32_t cell) { return this->cell(cell); };
    grid.band = [&](std::uint32_t band) { return this->band(band); };
    if (const auto starred = ui::time_grid(f_, grid, rect))
      actions.ask(TurnStar{grid_.cells[*starred].session->id});
    if (running) actions.wake_by(next_minute(view_.now));
  }

 private:
  std::optional<Item> selected() const {
    const std::string_view id = selected_session(view_);
    const auto in = [&](const std::vector<Shown>& list, Item::Kind kind) -> std::optional<Item> {
      const auto found =
          std::ranges::find(list, id, [](const Shown& one) -> std::string_view { return one.session->id; });
      if (found == list.end()) return std::nullopt;
      return Item{kind, static_cast<std::uint32_t>(found - list.begin())};
    };
    if (id.empty()) return std::nullopt;
    const auto cell = in(grid_.cells, Item::Kind::cell);
    return cell ? cell : in(grid_.bands, Item::Kind::band);
  }

  ui::TimeGridHead head(std::uint32_t column) {
    const model::Room* room = grid_.columns[column];
    if (room == nullptr) {
      const std::string& none = f_.text("grid.no_room");
      return {.name = none, .spoken = none};
    }
    const content::Whereabouts where = view_.edition.whereabouts(room->id);
    head_second_ = where.level == nullptr ? std::string{} : view_.in(where.level->name);
    head_spoken_ = room_and_level(f_, view_, room->id, false);
    if (head_spoken_.empty()) head_spoken_ = view_.in(room->name);
    head_href_ = view_.link(Page::place, room->id);
    return {view_.in(room->name), head_second_, head_spoken_, head_href_};
  }

  const Said& said_of(Shown& shown) {
    if (shown.said.made) return shown.said;
    const model::Session& session = *shown.session;
    Said& said = shown.said;
    said.made = true;
    const std::string when = session_time(f_, view_, session, WithDay::no);
    said.time = !view_.static_rendering && agenda::is_on(session, view_.now) && !session.open_end &&
                        shown.ends_at < latest_min
                    ? f_.text("grid.until", {{"time", f_.words().time(session.ends_at)}})
                    : when;
    const std::string room = room_and_level(f_, view_, session.room, false);
    said.spoken = f_.text("grid.cell", {{"title", view_.in(session.title)},
                                        {"time", when},
                                        {"room", room.empty() ? f_.text("grid.no_room") : room}});
    said.star = f_.text("session.star_named", {{"title", view_.in(session.title)}});
    said.href = session_link(view_, session);
    return said;
  }

  ui::TimeGridCell cell(std::uint32_t index) {
    Shown& shown = grid_.cells[index];
    const model::Session& session = *shown.session;
    const Said& said = said_of(shown);
    tags_.clear();
    add_state_tag(tags_, f_, session.state);
    if (agenda::is_on(session, view_.now))
      tags_.insert(tags_.begin(), {f_.text("agenda.live"), ui::TagLook::live});
    add_access_tag(tags_, f_, session.access);
    const model::Theme* theme =
        session.themes.empty() ? nullptr : view_.edition.theme(session.themes.front());
    return {.title = view_.in(session.title),
            .time = said.time,
            .spoken = said.spoken,
            .href = said.href,
            .tags = tags_,
            .bar = theme != nullptr ? theme_color(f_, *theme) : f_.style().palette.outline,
            .ends_at = shown.ends_at,
            .past = view_.now >= session.ends_at,
            .cancelled = session.state == model::SessionState::cancelled,
            .selected = session.id == selected_session(view_),
            .star = ui::Star{view_.visitor.has_starred(session.id), said.star}};
  }

  // What is for all and not in a place for food is no meal: registration, the way to the exhibition.
  char32_t icon_of_band(const Shown& shown) const {
    const model::Room* room = view_.edition.room(shown.session->room);
    if (room != nullptr && room->kind != model::RoomKind::food) return ui::icon::clock;
    return shown.ends_at - shown.from >= meal_min ? ui::icon::utensils : ui::icon::coffee;
  }

  ui::TimeGridBand band(std::uint32_t index) {
    Shown& shown = grid_.bands[index];
    const Said& said = said_of(shown);
    const std::string room = room_and_level(f_, view_, shown.session->room, false);
    band_title_ = when_and_where(f_, view_.in(shown.session->title), room);
    band_time_ = session_time(f_, view_, *shown.session, WithDay::no);
    return {.icon = icon_of_band(shown),
            .title = band_title_,
            .time = band_time_,
            .spoken = said.spoken,
            .href = said.href,
            .selected = shown.session->id == selected_session(view_)};
  }

  ui::Frame& f_;
  const View& view_;
  const AgendaAnswer& answer_;
  GridOfDay& grid_;
  std::vector<ui::Tag> tags_;
  std::string head_second_, head_spoken_, head_href_, band_title_, band_time_;
};

}  // namespace

bool agenda_is_grid(const View& view) {
  return !view.static_rendering &&
         (view.address.page == Page::agenda || view.address.page == Page::session) &&
         view.address.parameter("view") == "grid";
}

void agenda_grid(ui::Frame& f, const View& view, Actions& actions, const ui::Rect& rect) {
  const AgendaAnswer& answer = agenda_answer(view);
  if (view.address.page == Page::agenda)
    f.description(f.text("describe.agenda", {{"event", view.in(view.event.name)}}));
  if (!answer.sessions.empty() || !answer.earlier.empty())
    return AgendaGrid(f, view, answer).draw(actions, rect);
  auto scroll = f.scrolling("agenda-grid-nothing", rect);
  auto margins = f.margins(f.style().measure.margin, f.style().measure.reading_width);
  agenda_nothing(f, view);
}

}  // namespace screens
