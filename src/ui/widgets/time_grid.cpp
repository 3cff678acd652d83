#include "ui/widgets/time_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "icons.h"
#include "sorting/sort.h"
#include "ui/blocks.h"
#include "ui/widgets/grid.h"

namespace ui {
namespace {

using Item = TimePlan::Item;

// Rooms grow with the texts, but a phone has to show more than one.
constexpr float widest_growth = 1.5F;
// A star that is not on is shown in cells so wide, or twice as high as elsewhere.
constexpr float star_from_width = 120;

// As much of the text as fits into the line, with an ellipsis where that is not all.
std::string cut_line(const Kit::State& s, std::string_view text, const TypeStyle& type, float width) {
  if (s.painter.width_of(text, type) <= width) return std::string(text);
  std::string cut;
  std::size_t fits = 0, too_long = text.size();
  while (fits + 1 < too_long) {
    std::size_t middle = (fits + too_long) / 2;
    while (middle > fits && (static_cast<unsigned char>(text[middle]) & 0xC0) == 0x80) --middle;
    if (middle == fits) {
      // No letter begins in the lower half.
      middle = (fits + too_long) / 2;
      while (middle < too_long && (static_cast<unsigned char>(text[middle]) & 0xC0) == 0x80) ++middle;
      if (middle == too_long) break;
    }
    cut.assign(text.substr(0, middle)).append("…");
    (s.painter.width_of(cut, type) <= width ? fits : too_long) = middle;
  }
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  return std::string(text.substr(0, fits)) + "…";
}

// At most so many lines of a text.
std::vector<std::string> cut_lines(Kit::State& s, std::string_view text, const TypeStyle& type, float width,
                                   std::size_t most) {
  std::vector<std::string> lines;
  const Paragraph& all = s.lay_out(text, type, width);
  for (std::size_t i = 0; i < all.lines.size() && i < most; ++i) {
    const bool last = i + 1 == most && all.lines.size() > most;
    const std::size_t end = last ? text.size() : all.lines[i].end;
    const std::string_view line = text.substr(all.lines[i].begin, end - all.lines[i].begin);
    lines.push_back(last ? cut_line(s, line, type, width) : std::string(line));
    if (!last && all.lines[i].divides) lines.back() += '-';
  }
  return lines;
}

class TimeGridDrawing {
 public:
  TimeGridDrawing(Frame& f, const TimeGrid& grid, const Rect& rect)
      : f_(f), s_(f.kit()), grid_(grid), plan_(grid.plan), rect_(rect) {
    const Size natural = plan_.size();
    bands_ = {std::round(measure_.gutter * s_.text_scale),
              std::max(measure_.head,
                       s_.type.secondary_bold.line_height_px + s_.type.navigation.line_height_px + 14)};
    const float room = rect.width - bands_.left;
    const float least = measure_.least_column / measure_.column;
    const float most = measure_.most_column / measure_.column;
    stretch_ = natural.width <= 0 ? 1 : std::clamp(room / natural.width, least, most);
    // What does not fit all the same is as wide as it likes to be.
    if (natural.width * stretch_ > room + 0.5F) stretch_ = 1;
    content_ = {natural.width * stretch_, natural.height + below_};
  }

  std::optional<std::uint32_t> draw() {
    draw_plan();
    rooms_out_of_sight();
    return starred_;
  }

 private:
  void draw_plan() {
    auto area = f_.panning(grid_.key, rect_, content_, bands_);
    const Viewport& viewport = s_.areas[s_.layout.scrollers.back()].viewport;
    has_more_ = grid_.steps && viewport.offset().x < viewport.most().x - 0.5F;
    origin_ = f_.corner();
    const Rect seen = f_.seen();
    view_ = {(seen.x - origin_.x) / stretch_, seen.y - origin_.y, seen.width / stretch_, seen.height};
    columns_ = plan_.columns_in(view_.x, view_.right());
    items_ = plan_.seen(view_);
    ground(seen);
    now_mark();
    {
      auto grid = ui::grid(f_, {grid_.name, plan_.rows(), plan_.columns()});
      add_wanted();
      heads();
      for (std::size_t i = 0; i < items_.size();) {
        const std::uint32_t row = plan_.cells_of(items_[i]).row;
        auto scope = ui::grid_row(f_, row);
        for (; i < items_.size() && plan_.cells_of(items_[i]).row == row; ++i) item(items_[i]);
      }
    }
    corner();
  }

  // Where the heads of more rooms would be, at both ends of those in sight: for those who cannot drag.
  void rooms_out_of_sight() {
    Area* area = s_.area_of(short_hash(hash_of(grid_.key)));
    if (area == nullptr || !grid_.steps) return;
    Viewport& viewport = area->viewport;
    const float target = s_.current_style->measure.target;
    const float y = rect_.y + (bands_.top - target) / 2;
    const float seen = viewport.view().width;
    const float offset = viewport.offset().x;
    const auto left_of = [&](std::uint32_t column) { return plan_.column(column).x * stretch_; };
    if (offset > 0.5F) {
      std::uint32_t first = 0;
      while (first + 1 < plan_.column_count() && left_of(first) < offset - seen) ++first;
      if (step_button("previous", icon::chevron_left, first,
                      {rect_.x + (bands_.left - target) / 2, y, target, target}))
        move_to(viewport, left_of(first));
    }
    if (!has_more_) return;
    const Rect end{rect_.right() - target, rect_.y, target, bands_.top - 1};
    s_.painter.fill(end, palette_.surface);
    s_.painter.fill({end.x, end.y, 1, end.height}, palette_.line);
    // The first that is not seen whole becomes the first; one wider than the view is gone on with.
    std::uint32_t next = 0;
    while (next + 1 < plan_.column_count() &&
           plan_.column(next).right() * stretch_ <= offset + seen - target + 0.5F)
      ++next;
    if (step_button("next", icon::chevron_right, next, {end.x, y, target, target}))
      move_to(viewport, left_of(next) > offset + 0.5F ? left_of(next) : offset + seen - target);
  }

  bool step_button(std::string_view key, char32_t icon, std::uint32_t column, const Rect& touch) {
    Node& node = s_.describe(Role::button, touch, grid_.head(column).spoken, key);
    node.look = Look::icon_button;
    node.icon = icon;
    const Response response = s_.press(node);
    if (response.touched()) s_.painter.fill(touch, s_.answered(response, palette_.sunken), touch.width / 2);
    s_.painter.icon(icon, touch.center(), s_.current_style->measure.icon, palette_.text);
    s_.draw_focus_ring(response, touch.inset(2), touch.width / 2);
    return response.pressed;
  }

  void move_to(Viewport& viewport, float x) {
    if (viewport.pan_to({std::round(x), viewport.offset().y})) f_.draw_again();
  }

  Rect on_window(const Rect& rect) const {
    const float left = std::round(rect.x * stretch_), right = std::round(rect.right() * stretch_);
    const float top = std::round(rect.y), bottom = std::round(rect.bottom());
    return {origin_.x + left, origin_.y + top, right - left, bottom - top};
  }

  // The focus, and where the keys lead from it, are described wherever they are.
  void add_wanted() {
    if (grid_.selected) items_.push_back(*grid_.selected);
    const GridFocus focus = grid_focus(f_);
    for (const std::optional<Cells>& place : {focus.now, focus.next}) {
      if (!place) continue;
      if (const auto head = plan_.head_at(*place))
        for (std::uint32_t i = *head == 0 ? 0 : *head - 1; i <= *head + 1 && i < plan_.column_count(); ++i)
          more_heads_.push_back(i);
      if (const auto there = plan_.item_at(*place)) items_.push_back(*there);
      for (const Item& one : plan_.around(*place)) items_.push_back(one);
      // Above the uppermost cell.
      if (place->row > 1 && place->column > 1 && plan_.column_count() > 0)
        if (const auto head = plan_.head_at({1, place->column, 1, 1})) more_heads_.push_back(*head);
    }
    plan_.put_in_order(items_);
    tell_neighbours(f_);
  }

  // Behind all cells: hours, columns, bands, and the line where the clock is.
  void ground(const Rect& seen) {
    s_.painter.fill(seen, palette_.background);
    const auto line_at = [&](float y) {
      s_.painter.fill({seen.x, origin_.y + std::round(y), seen.width, 1}, palette_.line);
    };
    for (const TimePlan::Stretch& one : plan_.stretches()) line_at(one.y);
    line_at(plan_.size().height);
    for (std::uint32_t i = columns_.first; i < columns_.second; ++i) {
      const Rect column = on_window(plan_.column(i));
      s_.painter.fill({column.right() - 1, column.y, 1, column.height}, palette_.line);
    }
    for (std::uint32_t i = 0; i < plan_.bands().size(); ++i) {
      Rect band = on_window(plan_.rect_of({Item::Kind::band, i}));
      band.x = seen.x, band.width = seen.width;
      if (!s_.visible(band)) continue;
      s_.painter.fill(band, palette_.sunken);
      s_.painter.fill({band.x, band.y, band.width, 1}, palette_.line);
      s_.painter.fill({band.x, band.bottom(), band.width, 1}, palette_.line);
    }
    if (grid_.now)
      s_.painter.fill({seen.x, now_y() - 1, seen.width, 2}, mixed(palette_.background, palette_.alarm, 0.55));
  }

  float now_y() const { return origin_.y + std::round(plan_.y_of(grid_.now->minute)); }

  // The time of the clock, among the hours.
  void now_mark() {
    if (!grid_.now) return;
    auto band = f_.band(Band::left);
    s_.painter.fill({rect_.x, rect_.y + bands_.top, bands_.left, rect_.height - bands_.top},
                    palette_.surface);
    const TypeStyle& type = s_.type.tag;
    const float width = std::min(bands_.left - 4, s_.painter.width_of(grid_.now->time, type) + 14);
    const float height = type.line_height_px + 6;
    const Rect pill{rect_.x + bands_.left - width - 2, now_y() - height / 2, width, height};
    f_.anchor(grid_.now->anchor);
    Node& node = s_.describe(Role::text, pill, grid_.now->spoken, "now");
    node.look = Look::now_line;
    const float words = s_.painter.width_of(grid_.now->time, type);
    const Rect place{pill.center().x - words / 2, pill.y + 3, words, type.line_height_px};
    show(node, std::string(grid_.now->time), type, place);
    now_pill_ = pill;
    if (!s_.visible(pill)) return;
    s_.painter.fill(pill, palette_.alarm, height / 2);
    s_.painter.text({place.x, place.y}, type, palette_.surface, grid_.now->time);
  }

  void heads() {
    auto row = ui::grid_row(f_, 1);
    auto band = f_.band(Band::top);
    s_.painter.fill({rect_.x, rect_.y, rect_.width, bands_.top}, palette_.surface);
    for (std::uint32_t i = columns_.first; i < columns_.second; ++i) more_heads_.push_back(i);
    sorting::sort(more_heads_);
    more_heads_.erase(std::ranges::unique(more_heads_).begin(), more_heads_.end());
    for (const std::uint32_t column : more_heads_) head(column);
    s_.painter.fill({rect_.x, rect_.y + bands_.top - 1, rect_.width, 1}, palette_.line);
  }

  struct HeadWords {
    std::string text;
    float left = 0;
  };

  // They stay in sight while their room is moved out at the left, and end before what lies over it at the
  // right.
  HeadWords head_words(std::string_view said, const TypeStyle& type, const Rect& rect) const {
    const float width = rect.width - 2 * measure_.padding;
    HeadWords words{.text = {}, .left = rect.x + measure_.padding + 2};
    if (width < 2 * type.size_px) return words;
    words.text = cut_line(s_, said, type, width);
    const float free = std::max(0.F, width - s_.painter.width_of(words.text, type));
    words.left += std::clamp(rect_.x + bands_.left - rect.x, 0.F, free);
    return words;
  }

  void head(std::uint32_t column) {
    Rect rect = on_window(plan_.column(column));
    rect.y = rect_.y, rect.height = bands_.top;
    const TimeGridHead said = grid_.head(column);
    Node& place = s_.open_node(Role::column_header, said.href.empty() ? said.spoken : std::string_view{},
                               "head " + std::to_string(column), &rect);
    place.cells = plan_.head_of(column);
    const TypeStyle& type = s_.type.secondary_bold;
    const TypeStyle& second_type = s_.type.navigation;
    Rect touch = rect;
    if (has_more_)  // the button is no part of it
      touch.width =
          std::max(1.F, std::min(rect.right(), rect_.right() - s_.current_style->measure.target) - rect.x);
    const float words = type.line_height_px + (said.second.empty() ? 0 : second_type.line_height_px);
    const float top = std::round(rect.center().y - words / 2);
    const HeadWords name = head_words(said.name, type, touch);
    const HeadWords second = head_words(said.second, second_type, touch);
    const Rect line{name.left, top, s_.painter.width_of(name.text, type), type.line_height_px};
    Response response{.id = place.id, .focused = place.state.focused && s_.focus.visible};
    Node& node = said.href.empty() ? place : s_.describe(Role::link, touch, said.spoken, "room");
    node.shown = name.text;
    set_text(node, type, line);
    if (!said.href.empty()) {
      node.look = Look::cell;
      response = s_.press(node, said.href);
    }
    if (s_.visible(rect)) {
      if (response.touched()) s_.painter.fill(rect, s_.answered(response, palette_.surface));
      if (!name.text.empty()) s_.painter.text({line.x, line.y}, type, palette_.text, name.text);
      if (!second.text.empty())
        s_.painter.text({second.left, line.bottom()}, second_type, palette_.text_second, second.text);
      s_.painter.fill({rect.right() - 1, rect.y, 1, rect.height}, palette_.line);
    }
    s_.close_node();
    s_.draw_focus_ring(response, rect.inset(3), measure_.radius);
  }

  void corner() {
    auto band = f_.band(Band::corner);
    const Rect corner{rect_.x, rect_.y, bands_.left, bands_.top};
    s_.painter.fill(corner, palette_.surface);
    s_.painter.fill({corner.x, corner.bottom() - 1, corner.width, 1}, palette_.line);
    s_.painter.fill({corner.right() - 1, corner.y, 1, rect_.height}, palette_.line);
  }

  void item(const Item& item) {
    switch (item.kind) {
      case Item::Kind::stretch: return hour(item);
      case Item::Kind::band: return this->band(item);
      case Item::Kind::cell: return cell(item);
    }
  }

  void hour(const Item& item) {
    const TimePlan::Stretch& stretch = plan_.stretches()[item.index];
    auto band = f_.band(Band::left);
    Rect rect = on_window(plan_.rect_of(item));
    rect.x = rect_.x, rect.width = bands_.left;
    const std::string time = grid_.hour(stretch.from);
    Node& node = s_.open_node(Role::row_header, time, "hour", &rect);
    node.cells = plan_.cells_of(item);
    const TypeStyle& type = s_.type.navigation;
    const float width = s_.painter.width_of(time, type);
    // At its line; below it where there is nothing above.
    const float lift = item.index == 0 ? -2 : type.line_height_px / 2;
    const Rect words{rect.right() - width - 8, rect.y - lift, width, type.line_height_px};
    const Response response{.id = node.id, .focused = node.state.focused && s_.focus.visible};
    if (!grid_.now) fill_gutter(rect);
    // The clock goes before the hour that it is at.
    if (intersection(words, now_pill_).empty()) {
      set_text(node, type, words);
      if (s_.visible(words)) s_.painter.text({words.x, words.y}, type, palette_.text_second, time);
    }
    s_.close_node();
    s_.draw_focus_ring(response, rect.inset(3), measure_.radius);
  }

  // Once, before the first of the hours.
  void fill_gutter(const Rect&) {
    if (std::exchange(gutter_filled_, true)) return;
    s_.painter.fill({rect_.x, rect_.y + bands_.top, bands_.left, rect_.height - bands_.top},
                    palette_.surface);
  }

  // A band goes across everything; its words stay in sight while it is moved sideways.
  void band(const Item& item) {
    const Rect rect = on_window(plan_.rect_of(item));
    const TimeGridBand said = grid_.band(item.index);
    Node& place = s_.open_node(Role::grid_cell, {}, "band " + std::to_string(item.index), &rect);
    place.cells = plan_.cells_of(item);
    // Where cells lie over it, its words stand beside them.
    const Rect& seen = s_.clip();
    const auto free = plan_.free_columns(item.index, columns_.first, columns_.second);
    Rect touch = rect;
    touch.height = std::max(1.F, rect.height);
    touch.x = seen.x, touch.width = plan_.column_count() == 0 ? seen.width : 1;
    if (free.first < free.second) {
      touch.x = std::max(on_window(plan_.column(free.first)).x, seen.x);
      touch.width =
          std::max(1.F, std::min(on_window(plan_.column(free.second - 1)).right(), seen.right()) - touch.x);
    }
    Node& node = s_.describe(Role::link, touch, said.spoken, "link");
    node.look = Look::cell;
    node.color = palette_.outline;
    node.state.current = said.selected;
    const TypeStyle& type = s_.type.fact_second;
    const float room = said.icon == 0 ? 0 : measure_.icon + 8;
    const float left = touch.x + measure_.band_padding + room;
    const float width = std::max(1.F, touch.right() - left - measure_.band_padding);
    // The title goes before the time, which the name says in any case.
    const float with_time = s_.painter.width_of(said.time, type) + 10;
    const bool both = s_.painter.width_of(said.title, type) + with_time <= width;
    const float time_width = both ? with_time : 0;
    const std::string title = cut_line(s_, said.title, type, std::max(1.F, width - time_width));
    const float title_width = s_.painter.width_of(title, type);
    const Rect words{left, std::round(rect.center().y - type.line_height_px / 2), title_width,
                     type.line_height_px};
    show(node, title, type, words);
    const Response response = s_.press(node, said.href);
    if (s_.visible(touch)) {
      if (response.touched() || said.selected)
        s_.painter.fill(touch.inset(1),
                        said.selected ? palette_.tint : s_.answered(response, palette_.sunken));
      if (said.icon != 0 && touch.width > room + measure_.band_padding)
        s_.painter.icon(said.icon, {touch.x + measure_.band_padding + measure_.icon / 2, rect.center().y},
                        measure_.icon, palette_.text_second);
      s_.painter.text({words.x, words.y}, type, palette_.text_second, title);
      if (both) s_.painter.text({words.right() + 10, words.y}, type, palette_.text_second, said.time);
    }
    s_.close_node();
    s_.draw_focus_ring(response, touch.inset(3), measure_.radius);
  }

  // ---- a cell

  // What stands below its title: a tag, the time, or one beside the other.
  struct Below {
    std::optional<Pill> pill;
    std::string pill_text;
    bool time_beside = false;
    float pill_height = 0;
    float height = 0;  // of all that, time included
  };

  Pill pill_of(const Tag& tag) const {
    switch (tag.look) {
      case TagLook::live: return {tag.text, palette_.live, palette_.live_ink, Look::tag_live};
      case TagLook::alarm: return {tag.text, palette_.notice, palette_.alarm, Look::tag_alarm};
      case TagLook::notice: return {tag.text, palette_.notice, palette_.text, Look::tag_notice};
      case TagLook::quiet:
      case TagLook::colored: break;
    }
    return {tag.text, palette_.sunken, palette_.text_second, Look::tag};
  }

  void cell(const Item& item) {
    Rect rect = on_window(plan_.rect_of(item));
    rect.x += measure_.gap / 2, rect.width -= measure_.gap;
    rect.y += 1, rect.height -= 2;
    const TimeGridCell said = grid_.cell(item.index);
    Node& place =
        s_.open_node(Role::grid_cell, {}, "cell " + std::to_string(plan_.cells_of(item).column), &rect);
    place.cells = plan_.cells_of(item);
    Node& node = s_.describe(Role::link, rect, said.spoken, said.href);
    node.look = Look::cell;
    node.color = said.bar;
    node.state.current = said.selected;
    if (said.selected) s_.focus.to_reveal = node.id;
    const std::size_t link = s_.node_count - 1;
    const Response response = s_.press(node, said.href);
    if (s_.visible(rect)) cell_ground(item, said, rect, response);
    const bool has_star =
        said.star && rect.width >= 2 * measure_.star_room &&
        (said.star->on ||
         (rect.height >= measure_.star_from &&
          (rect.width >= star_from_width * s_.text_scale || rect.height >= 2 * measure_.star_from)));
    const Rect shown = shown_of(rect);
    const float star_y = cell_words(said, shown, link, has_star);
    if (has_star) star(item, said, shown, star_y);
    s_.close_node();
    s_.draw_focus_ring(response, rect.inset(2), measure_.radius);
  }

  // What covers several lanes has its words and its star in the part of it that is in sight, as long as there
  // is room for them.
  Rect shown_of(const Rect& rect) const {
    const float least = 1.5F * measure_.lane * s_.text_scale;
    if (rect.width <= least) return rect;
    Rect shown = rect;
    shown.x = std::clamp(s_.clip().x, rect.x, rect.right() - least);
    shown.width = std::max(least, std::min(s_.clip().right(), rect.right()) - shown.x);
    return shown;
  }

  void cell_ground(const Item& item, const TimeGridCell& said, const Rect& rect, const Response& response) {
    const Color quiet = mixed(palette_.surface, palette_.background, 0.7);
    Color ground = said.selected ? palette_.tint : said.past || said.cancelled ? quiet : palette_.surface;
    if (response.touched()) ground = s_.answered(response, ground);
    s_.painter.fill(rect, ground, measure_.radius);
    s_.painter.stroke(rect, said.selected ? palette_.accent : palette_.line, said.selected ? 1.5F : 1,
                      measure_.radius);
    // What is drawn longer than it lasts says so with its bar.
    const TimeCell& span = plan_.cells()[item.index];
    const float share = std::clamp((plan_.y_of(said.ends_at) - plan_.y_of(span.from)) /
                                       std::max(1.F, plan_.y_of(span.to) - plan_.y_of(span.from)),
                                   0.1F, 1.F);
    const Rect bar{rect.x, rect.y, measure_.bar, std::round(rect.height * share)};
    s_.painter.fill(bar, said.bar, measure_.bar / 2);
    if (!grid_.now || now_y() < rect.y || now_y() > rect.bottom()) return;
    s_.painter.fill({rect.x - measure_.gap, now_y() - 1, measure_.bar + 2 * measure_.gap, 2}, palette_.alarm);
  }

  // Answers where the middle of its star belongs: beside the last of the words, or right below them where
  // these need all of the width.
  float cell_words(const TimeGridCell& said, const Rect& rect, std::size_t link, bool has_star) {
    TypeStyle type = s_.type.cell_title;
    if (said.past || said.cancelled) type.bold = false;
    const TypeStyle& time_type = s_.type.navigation;
    // Of what began above, the words stay in sight as long as there is room for them.
    const float words_at_least = std::min(rect.height, measure_.star_from * s_.text_scale);
    const float lower = std::clamp(s_.clip().y - rect.y, 0.F, rect.height - words_at_least);
    const Rect inner{rect.x + measure_.bar + measure_.padding, rect.y + lower + measure_.padding_above,
                     rect.width - measure_.bar - 2 * measure_.padding,
                     rect.height - lower - 2 * measure_.padding_above};
    const float lowest_star = rect.bottom() - 1 - measure_.star_room / 2;
    if (inner.width <= 8) return lowest_star;
    type = s_.fitted_words(said.title, type, inner.width, time_type.size_px);
    const auto words = [&](float width) {
      Below below;
      if (!said.tags.empty()) {
        below.pill = pill_of(said.tags.front());
        const float most = width - 2 * s_.current_style->tag.pill_padding;
        below.pill_text = cut_line(s_, said.tags.front().text, s_.type.tag, most);
        below.pill->text = below.pill_text;
        below.pill_height = below.pill->height(s_, width);
        const float time = s_.painter.width_of(said.time, time_type);
        below.time_beside = below.pill->width(s_) + s_.current_style->tag.beside_words + time <= width;
        const bool below_it = !below.time_beside && inner.height >= type.line_height_px + below.pill_height +
                                                                        time_type.line_height_px + 2;
        below.height = below.pill_height + (below_it ? time_type.line_height_px : 0);
        // The other tags stand below that where two lines of the title have room all the same.
        for (std::size_t i = 1; i < said.tags.size(); ++i)
          if (below.height + below.pill_height + 2 * type.line_height_px <= inner.height)
            below.height += below.pill_height + 2;
      } else {
        below.height = time_type.line_height_px;
      }
      return below;
    };
    Below below = words(inner.width);
    float width = inner.width;
    const auto lines_for = [&](float room, float most_height) {
      const float left = std::min(most_height, inner.height - below.height - (said.tags.empty() ? 0 : 2));
      return cut_lines(
          s_, said.title, type, room,
          static_cast<std::size_t>(std::max(1.F, std::floor(left / type.line_height_px + 0.05F))));
    };
    std::vector<std::string> lines = lines_for(width, inner.height);
    // Words that would reach the star leave it its room.
    const float above_star = inner.height - measure_.star_room;
    const auto high = [&] { return type.line_height_px * static_cast<float>(lines.size()); };
    float below_width = width;
    bool star_below = false;
    if (has_star) {
      const float beside_width = width - measure_.star_room;
      const Below beside = words(beside_width);
      const bool fits_below = high() + below.height <= above_star;
      const bool time_fits = s_.painter.width_of(said.time, time_type) <= beside_width;
      // A time in a line of its own leaves its tag all of the width.
      const bool time_alone = said.tags.size() == 1 && !below.time_beside && time_fits;
      const bool time_cut = !time_fits && s_.painter.width_of(said.time, time_type) <= width;
      const bool is_cut = time_cut || (!said.tags.empty() && beside.pill_text != below.pill_text);
      star_below = fits_below && is_cut && !time_alone;
      if (!fits_below || !(is_cut || time_alone)) {
        below_width = beside_width;
        below = beside;
        lines = lines_for(width, inner.height);
      }
      // Fewer words are better than one that is cut.
      if (!fits_below && high() > above_star)
        lines = s_.lay_out(said.title, type, below_width).word_cut
                    ? lines_for(width, above_star)
                    : lines_for(width = below_width, inner.height);
    }
    const Rect title{inner.x, inner.y, width, high()};
    std::string shown;
    for (const std::string& line : lines) shown.append(shown.empty() ? "" : " ").append(line);
    show(s_.tree.nodes[link], shown, type, title);
    const Color ink = said.past || said.cancelled ? palette_.text_second : palette_.text;
    const bool seen = s_.visible(rect);
    float y = title.y;
    for (const std::string& line : lines) {
      if (seen) {
        s_.painter.text({title.x, y}, type, ink, line);
        if (said.cancelled)
          s_.painter.fill(
              {title.x, y + std::round(type.line_height_px / 2), s_.painter.width_of(line, type), 1}, ink);
      }
      y += type.line_height_px;
    }
    float time_x = title.x;
    bool time_fits = below.height > 0;
    float bottom = y;
    float last_row = 0;          // how high it is
    float above_last = title.y;  // where what may be as wide as the cell ends
    if (below.pill) {
      below.pill->text = below.pill_text;
      const Rect pill{title.x, y + 1, below.pill->width(s_), below.pill_height};
      tag(said.tags.front(), *below.pill, pill, rect.bottom());
      bottom = pill.bottom();
      last_row = pill.height;
      if (below.time_beside) {
        time_x = pill.right() + s_.current_style->tag.beside_words;
        y = pill.center().y - time_type.line_height_px / 2;
      } else {
        y = pill.bottom() + 1;
        time_fits = y + time_type.line_height_px <= rect.bottom() - 1;
      }
    }
    time_fits = time_fits && s_.painter.width_of(said.time, time_type) <= title.x + below_width - time_x + 1;
    if (seen && time_fits) s_.painter.text({time_x, y}, time_type, palette_.text_second, said.time);
    if (time_fits && y + time_type.line_height_px > bottom) {
      above_last = bottom + 1;
      bottom = y + time_type.line_height_px;
      last_row = time_type.line_height_px;
    }
    for (std::size_t i = 1; i < said.tags.size(); ++i) {
      Pill more = pill_of(said.tags[i]);
      const std::string words_of_it =
          cut_line(s_, said.tags[i].text, s_.type.tag, below_width - 2 * s_.current_style->tag.pill_padding);
      more.text = words_of_it;
      const Rect place{title.x, bottom + 2, more.width(s_), more.height(s_, below_width)};
      tag(said.tags[i], more, place, rect.bottom());
      bottom = place.bottom();
      last_row = place.height;
    }
    const float radius = s_.current_style->card.star_radius;
    const float beside = std::max(bottom - last_row / 2, std::max(title.bottom(), above_last) + radius);
    return std::min(lowest_star, star_below ? bottom + measure_.star_room / 2 : beside);
  }

  // A tag that there is no room for is said all the same.
  void tag(const Tag& tag, const Pill& pill, const Rect& place, float lowest) {
    if (place.bottom() > lowest) {
      s_.describe(Role::text, {place.x, lowest - 1, 1, 1}, tag.text).look = pill.look;
      return;
    }
    pill.draw(s_, place);
    if (pill.text == tag.text) return;
    Node& node = s_.tree.nodes[s_.node_count - 1];
    node.shown.assign(pill.text);
    node.name.assign(tag.text);
  }

  // What is seen of a name; of one that was cut nothing is set as text: names have to begin as what is seen.
  void show(Node& node, const std::string& shown, const TypeStyle& type, const Rect& rect) {
    if (node.name.find(shown) == std::string::npos) return;
    node.shown = shown;
    set_text(node, type, rect);
  }

  void star(const Item& item, const TimeGridCell& said, const Rect& rect, float middle_y) {
    const float target = s_.current_style->measure.target;
    const float side = std::min(target, rect.height);
    const Rect touch{rect.right() - target,
                     std::clamp(middle_y - side / 2, rect.y, std::max(rect.y, rect.bottom() - side)), target,
                     side};
    // The star itself stands nearer to the edge than the middle of what can be touched.
    const float room = measure_.star_room;
    const Rect drawn{rect.right() - room - 2, std::round(middle_y - room / 2), room, room};
    Node& node = s_.describe(Role::button, touch, said.star->name, "star");
    node.state.toggles = true;
    node.state.pressed = said.star->on;
    node.look = Look::star;
    const Response response = s_.press(node);
    if (s_.visible(rect)) {
      if (response.touched()) s_.painter.fill(drawn, palette_.sunken, drawn.width / 2);
      s_.painter.star(drawn.center(), s_.current_style->card.star_radius, said.star->on,
                      said.star->on ? palette_.star : palette_.text_second);
    }
    s_.draw_focus_ring(response, drawn, drawn.width / 2);
    if (response.pressed) starred_ = item.index;
  }

  static constexpr float below_ = 24;  // free below the last hour

  Frame& f_;
  Kit::State& s_;
  const TimeGrid& grid_;
  const TimePlan& plan_;
  const Rect rect_;
  const Palette& palette_ = s_.current_style->palette;
  const TimeGridMeasures& measure_ = s_.current_style->time_grid;
  Bands bands_;
  float stretch_ = 1;
  Size content_;
  Point origin_;
  Rect view_;  // of the plan
  Rect now_pill_;
  std::pair<std::uint32_t, std::uint32_t> columns_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> more_heads_;
  bool gutter_filled_ = false;
  bool has_more_ = false;  // rooms to the right of those in sight
  std::optional<std::uint32_t> starred_;
};

}  // namespace

TimePlanMeasures time_plan_measures(Frame& f) {
  const TimeGridMeasures& measure = f.style().time_grid;
  const float scale = f.kit().text_scale;
  const float wide = std::min(widest_growth, scale);
  return {std::round(measure.hour * scale), std::round(measure.idle * scale), measure.column * wide,
          measure.lane * wide};
}

std::optional<std::uint32_t> time_grid(Frame& f, const TimeGrid& grid, const Rect& rect) {
  return TimeGridDrawing(f, grid, rect).draw();
}

}  // namespace ui
