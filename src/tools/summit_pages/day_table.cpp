#include "tools/summit_pages/day_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "agenda/breaks.h"
#include "agenda/lanes.h"
#include "screens/address.h"
#include "text/capital.h"
#include "tools/summit_pages/html.h"
#include "ui/style.h"

namespace pages {
namespace {

using model::Instant;

constexpr std::size_t most_sessions = 500;
// What ends later than this after the midnight before is shown as far as everything else goes.
constexpr std::chrono::hours latest{30};

struct Cell {
  const model::Session* session = nullptr;
  Instant from{}, to{};
  agenda::Lane lane = {};
};

// A room, as wide as the most that take place in it at once.
struct Column {
  const model::Room* room = nullptr;  // null: of what has none
  std::vector<Cell> cells;            // in order of time
  int lanes = 1;
};

class DayTable {
 public:
  DayTable(const content::Edition& edition, model::Date day, const text::Words& words, Used& used)
      : edition_(edition), day_(day), words_(words), used_(used) {}

  std::string write() {
    const agenda::SessionSpan begun = edition_.programme().on_day(day_);
    const agenda::Sessions earlier = edition_.programme().continuing_on(day_);
    if (begun.empty() || begun.size() + earlier.size() > most_sessions) return {};
    const Instant midnight = edition_.zone().instant(day_, 0, 0);
    first_ = begun.front()->starts_at;
    last_ = first_;
    for (const model::Session* one : begun)
      last_ = std::max({last_, one->starts_at + std::chrono::minutes(1),
                        one->ends_at <= midnight + latest ? one->ends_at : last_});
    for (const model::Session* one : earlier) place(*one);
    for (const model::Session* one : begun) place(*one);
    take_bands();
    if (columns_.empty()) return {};
    lay_out();
    html_.open("details", {{"class", "rooms g12"}});
    used_.gaps.insert(12);
    const std::string name = words_.message("grid.name", {{"day", edition_.day_name(day_, words_)}});
    html_.element("summary", {}, name).open("div", {{"class", "grid"}});
    html_.open("table", {{"aria-label", name}}).line();
    heads();
    html_.open("tbody").line();
    for (auto mark = marks_.begin(); std::next(mark) != marks_.end(); ++mark) row(*mark);
    html_.close("tbody").close("table").close("div").close("details").line();
    return html_.string();
  }

 private:
  void place(const model::Session& session) {
    const Instant from = std::clamp(session.starts_at, first_, last_ - std::chrono::minutes(1));
    const Instant to = std::clamp(session.ends_at, from + std::chrono::minutes(1), last_);
    if (session.ends_at <= first_) return;
    const model::Room* room = edition_.room(session.room);
    auto column = std::ranges::find(columns_, room, &Column::room);
    if (column == columns_.end()) column = columns_.insert(columns_.end(), Column{.room = room, .cells = {}});
    column->cells.push_back({.session = &session, .from = from, .to = to});
  }

  // A break for everybody goes across all rooms, and hides whatever is beside it.
  void take_bands() {
    std::vector<Cell> all;
    for (const Column& column : columns_) all.insert(all.end(), column.cells.begin(), column.cells.end());
    std::ranges::stable_sort(all, {}, &Cell::from);
    std::vector<agenda::Drawn> drawn;
    for (const Cell& one : all) drawn.push_back({one.session, one.from, one.to});
    const std::vector<bool> is_break = agenda::breaks_for_all(drawn, agenda::Meanwhile::nothing);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (is_break[i]) bands_.emplace(all[i].from, all[i]);
    for (Column& column : columns_)
      std::erase_if(column.cells, [&](const Cell& one) {
        const auto band = bands_.find(one.from);
        return band != bands_.end() && band->second.session == one.session;
      });
    std::erase_if(columns_, [](const Column& column) { return column.cells.empty(); });
  }

  // The rooms in the organisers' order, what has none behind them; a row for each time at which something
  // begins or ends.
  void lay_out() {
    const auto rooms = edition_.programme().rooms();
    std::ranges::stable_sort(columns_, {},
                             [&](const Column& one) { return std::ranges::find(rooms, one.room); });
    for (Column& column : columns_) {
      std::vector<agenda::Stay> stays;
      for (const Cell& cell : column.cells) stays.push_back({cell.from, cell.to});
      const std::vector<agenda::Lane> lanes = agenda::lanes_of(stays);
      for (std::size_t i = 0; i < column.cells.size(); ++i) {
        column.cells[i].lane = lanes[i];
        column.lanes = std::max(column.lanes, lanes[i].lanes);
        marks_.insert({column.cells[i].from, column.cells[i].to});
      }
    }
    for (const auto& [from, band] : bands_) marks_.insert({from, band.to});
  }

  static std::string span(std::ptrdiff_t count) { return count > 1 ? std::to_string(count) : std::string{}; }

  int width() const {
    int all = 0;
    for (const Column& column : columns_) all += column.lanes;
    return std::max(1, all);
  }

  void heads() {
    html_.open("thead").open("tr").open("td").close("td");
    const std::string& language = words_.language();
    for (const Column& column : columns_) {
      html_.open("th", {{"scope", "col"}, {"colspan", span(column.lanes)}});
      if (column.room == nullptr) {
        html_.text(words_.message("grid.no_room"));
      } else {
        html_.element("a", {{"href", screens::path_of(language, screens::Page::place, column.room->id)}},
                      column.room->name.in(language));
        const content::Whereabouts where = edition_.whereabouts(column.room->id);
        if (where.level != nullptr)
          html_.raw(" ").element("span", {{"class", "s"}}, where.level->name.in(language));
      }
      html_.close("th");
    }
    html_.close("tr").close("thead").line();
  }

  void row(Instant at) {
    html_.open("tr").element("th", {{"scope", "row"}}, words_.time(at));
    if (const auto band = bands_.find(at); band != bands_.end()) {
      cell(band->second, width());
    } else if (!lies_in_band(at)) {
      for (const Column& column : columns_) rooms(column, at);
    }
    html_.close("tr").line();
  }

  bool lies_in_band(Instant at) const {
    auto after = bands_.upper_bound(at);
    return after != bands_.begin() && std::prev(after)->second.to > at;
  }

  // What begins in that room, and the free places beside it; what goes on from above has its place already.
  void rooms(const Column& column, Instant at) {
    int free = 0;
    const auto close_free = [&] {
      if (free > 0) html_.open("td", {{"colspan", span(free)}}).close("td");
      free = 0;
    };
    for (int lane = 0; lane < column.lanes;) {
      const auto here = std::ranges::find_if(column.cells, [&](const Cell& one) {
        return one.lane.lane <= lane && lane < one.lane.lane + width_in(column, one) && one.from <= at &&
               at < one.to;
      });
      if (here == column.cells.end()) {
        ++free, ++lane;
        continue;
      }
      close_free();
      if (here->from == at) cell(*here, width_in(column, *here));
      lane = here->lane.lane + width_in(column, *here);
    }
    close_free();
  }

  // Where fewer take place at once than at other times, the last of them has what is left.
  static int width_in(const Column& column, const Cell& cell) {
    const bool is_last = cell.lane.lane + cell.lane.width == cell.lane.lanes;
    return cell.lane.width + (is_last ? column.lanes - cell.lane.lanes : 0);
  }

  void cell(const Cell& cell, int columns) {
    const model::Session& session = *cell.session;
    const std::string& language = words_.language();
    const auto rows = std::distance(marks_.find(cell.from), marks_.find(cell.to));
    const model::Theme* theme = session.themes.empty() ? nullptr : edition_.theme(session.themes.front());
    const ui::Palette& palette = ui::style_named(ui::StyleName::light).palette;
    const bool cancelled = session.state == model::SessionState::cancelled;
    html_.open("td", {{"class", theme == nullptr
                                    ? std::string{}
                                    : color_class(ui::color_from_hex(theme->color, palette.accent), used_)},
                      {"rowspan", span(rows)},
                      {"colspan", span(columns)}});
    const std::string in_language(session.title.language_in(language));
    html_.element("a",
                  {{"href", screens::path_of(language, screens::Page::session, session.id)},
                   {"class", cancelled ? "struck" : ""},
                   {"lang", in_language == language ? std::string{} : in_language}},
                  session.title.in(language));
    html_.raw(" ").element("span", {{"class", "s"}},
                           text::with_capital(edition_.time_range(session, words_)));
    if (cancelled) html_.raw(" ").element("span", {{"class", "s"}}, words_.message("agenda.cancelled"));
    html_.close("td");
  }

  const content::Edition& edition_;
  const model::Date day_;
  const text::Words& words_;
  Used& used_;
  Html html_;
  Instant first_{}, last_{};
  std::vector<Column> columns_;
  std::map<Instant, Cell> bands_;  // by their beginning; none lies over another
  std::set<Instant> marks_;
};

}  // namespace

std::string day_table(const content::Edition& edition, model::Date day, const text::Words& words,
                      Used& used) {
  return DayTable(edition, day, words, used).write();
}

}  // namespace pages
