#include "ui/frame.h"

#include <algorithm>
#include <cmath>

#include "text/capital.h"
#include "text/link.h"
#include "ui/kit_state.h"
#include "ui/near_view.h"
#include "ui/surface.h"

namespace ui {
namespace {

// How far one has come, quietly.
void draw_scroll_marks(const Painter& painter, const Viewport& viewport, Color color) {
  constexpr float thickness = 3;
  constexpr float from_edge = 5;
  constexpr float air = 4;  // before and behind
  constexpr float shortest = 28;
  constexpr float least = 0.5F;  // what is less is no more than rounded otherwise
  const Rect view = viewport.view();
  const Size content = viewport.content();
  const auto along = [&](float room, float whole, float offset, float most) {
    const float track = room - 2 * air;
    const float length = std::max(shortest, track * room / whole);
    return std::pair(air + (track - length) * offset / most, length);
  };
  if (const float most = viewport.most().y; most >= least) {
    const auto [at, length] = along(view.height, content.height, viewport.offset().y, most);
    painter.fill({view.right() - from_edge, view.y + at, thickness, length}, color, thickness / 2);
  }
  // One line shows by what is cut off at its end that it goes on.
  constexpr float one_line = 80;
  if (const float most = viewport.most().x; most >= least && view.height > one_line) {
    const auto [at, length] = along(view.width, content.width, viewport.offset().x, most);
    painter.fill({view.x + at, view.bottom() - from_edge, length, thickness}, color, thickness / 2);
  }
}

}  // namespace

Frame::Frame(Kit& kit, const FrameSetup& setup, const text::Words& words)
    : s_(kit.state()), setup_(setup), page_words_(words), words_(&words) {
  ImGui::SetCurrentContext(s_.imgui);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.F, std::round(setup.window.width * setup.scale)),
                    std::max(1.F, std::round(setup.window.height * setup.scale))};
  io.DisplayFramebufferScale = {1, 1};
  const double elapsed = setup.steady_s - s_.frame_s;
  io.DeltaTime = static_cast<float>(std::clamp(elapsed, 1e-3, 0.1));
  s_.frame_s = setup.steady_s;
  for (auto& [key, area] : s_.areas) {
    if (setup.reduced_motion) area.viewport.stop();
    area.viewport.advance(elapsed);
  }
  note_focused(s_);
  s_.areas_drawn.clear();
  s_.layout.band = Band::none;
  s_.said_in = {};
  s_.command_field = 0;

  ImDrawList* list = imgui_surface::begin();
  s_.written.clear();
  s_.painter = Painter(list, s_.fonts, s_.round_masks, setup.scale, s_.notes_texts ? &s_.written : nullptr);
  s_.current_style = &style_named(setup.style);
  s_.text_scale = std::clamp(setup.text_scale, 1.F, 2.F);
  s_.type = s_.text_scale == 1 ? s_.current_style->type : enlarged(s_.current_style->type, s_.text_scale);
  s_.platform_scrolls = setup.platform_scrolls;
  s_.reduced_motion = setup.reduced_motion;
  s_.text_languages = setup.text_languages;
  s_.focus.to_reveal = 0;
  s_.paragraphs.next_frame();
  ++s_.frame_number;
  if (s_.frames_owed > 0) --s_.frames_owed;
  s_.node_count = 0;
  s_.lists.rows_described = 0;
  s_.lists.rows_left_out = false;
  s_.layout.splitters_used = 0;
  s_.tree.language = words.language();
  s_.tree.description.clear();
  s_.tree.areas.clear();
  s_.followed.clear();
  s_.next_anchor.clear();
  s_.skip.words.clear();
  const Rect window{0, 0, setup.window.width, setup.window.height};
  s_.layout.boxes.assign(1, Box{.x = 0, .y = 0, .width = window.width});
  s_.layout.clips.assign(1, window);
  s_.layout.open_nodes.clear();
  s_.layout.scrollers.clear();
  s_.layout.outer_clips.clear();
  s_.layout.panels.clear();
  s_.layout.surfaces.clear();
}

Frame::~Frame() {
  draw_skip_link();
  s_.tree.nodes.resize(s_.node_count);
  // What may not be opened is shown and leads nowhere, whoever reads the tree.
  for (Node& node : s_.tree.nodes) {
    if (node.href.empty() || text::stays_inside(node.href) || text::may_be_opened(node.href)) continue;
    node.href.clear();
    node.pressable = false;
    if (node.role == Role::link) node.role = Role::text;
  }
  if (!setup_.whole_lists) leave_out_far_nodes(s_);
  // What was not taken by now belongs to a widget that is gone.
  s_.presses.clear();
  s_.writing.values.clear();
  s_.focus.moved = false;
  const NodeId focused_before = s_.focus.node;
  const bool leads_to_anchor = !s_.arrival.shown_anchor.empty() || !s_.arrival.anchor.empty();
  s_.settle_focus();
  if (s_.focus.node != focused_before)
    for (Node& node : s_.tree.nodes) node.state.focused = node.id == s_.focus.node;
  s_.modal.drawn = false;
  s_.writing.on = imgui_surface::is_written_on();
  // Dear ImGui reads a key that was pressed and released at once in two frames, and shows in a third what
  // came of it.
  if (!s_.imgui->InputEventsQueue.empty())
    s_.frames_owed = std::max(s_.frames_owed, 2);
  else
    s_.writing.leaves_field = false;
  if (s_.focus.to_reveal != s_.focus.revealed) {
    s_.focus.revealed = s_.focus.to_reveal;
    const Node* card = s_.node_of(s_.focus.revealed);
    if (!leads_to_anchor && card != nullptr && card->role == Role::link) {
      s_.bring_into_view(*card);
      s_.frames_owed = std::max(s_.frames_owed, 1);
    }
  }
  std::erase_if(s_.moving,
                [&](const auto& entry) { return entry.second.drawn_in_frame + 1 < s_.frame_number; });
  std::erase_if(s_.areas, [&](const auto& entry) {
    // A place in a list is remembered for the way back, but not for ever.
    return s_.areas.size() > 200 && s_.frame_number - entry.second.drawn_in_frame > 500;
  });
  std::erase_if(s_.lists.known, [&](const auto& entry) {
    return s_.lists.known.size() > 500 && s_.frame_number - entry.second.drawn_in_frame > 500;
  });
  imgui_surface::end();
}

// On top of all that was drawn since.
void Frame::draw_skip_link() {
  if (s_.skip.words.empty()) return;
  const Palette& palette = s_.current_style->palette;
  const TypeStyle& style = s_.type.label;
  const Rect& rect = s_.skip.rect;
  s_.painter.fill(rect, palette.accent, s_.current_style->measure.button_radius);
  s_.painter.stroke(rect.inset(-2), palette.surface, 2, s_.current_style->measure.button_radius + 2);
  s_.painter.text({rect.x + 16, rect.center().y - style.line_height_px / 2}, style, palette.on_accent,
                  s_.skip.words);
}

const Style& Frame::style() const { return *s_.current_style; }

Breadth Frame::breadth() const {
  if (setup_.window.width >= desktop_width) return Breadth::desktop;
  return setup_.window.width >= tablet_width ? Breadth::tablet : Breadth::phone;
}

void Frame::title(std::string_view title) { s_.tree.title.assign(title); }

void Frame::description(std::string_view text) { s_.tree.description.assign(text); }

void Frame::draw_again() { s_.frames_owed = std::max(s_.frames_owed, 1); }

const std::string& Frame::followed() const { return s_.followed; }

Frame::Scope::~Scope() {
  if (frame_ != nullptr) frame_->close(kind_);
}

void Frame::close(Scope::Kind kind) {
  switch (kind) {
    case Scope::Kind::language:
      words_ = &page_words_;
      s_.said_in = {};
      break;
    case Scope::Kind::node: s_.close_node(); break;
    case Scope::Kind::node_and_box:
      s_.close_node();
      s_.layout.boxes.pop_back();
      break;
    case Scope::Kind::box: {
      Box inner = s_.layout.boxes.back();
      s_.layout.boxes.pop_back();
      if (inner.line_height > 0)
        inner.y += inner.line_height;
      else if (inner.placement != Placement::column && inner.y > s_.box().y)
        inner.y -= inner.between_lines;  // no gap after the last full line
      // What was laid out inside takes its room outside as well.
      if (s_.box().placement == Placement::column) s_.box().y = std::max(s_.box().y, inner.y);
      break;
    }
    case Scope::Kind::clipped_box:
      s_.layout.boxes.pop_back();
      s_.layout.clips.pop_back();
      s_.painter.pop_clip();
      break;
    case Scope::Kind::scrolling: end_scrolling(); break;
    case Scope::Kind::band:
      s_.layout.boxes.pop_back();
      s_.layout.clips.pop_back();
      s_.painter.pop_clip();
      s_.layout.band = Band::none;
      break;
    case Scope::Kind::step: {
      // No height: the last one; else what its top is below that of the step, more than it is wide.
      const Rect mark = s_.layout.panels.back();
      s_.layout.panels.pop_back();
      const float bottom = s_.box().y;
      s_.layout.boxes.pop_back();
      s_.box().y = bottom;
      const float from = mark.y + mark.width + 4, middle = mark.x + mark.width / 2;
      // To the mark of the next one, which stands as far below its top.
      const float to = bottom + (mark.height - mark.width) - 4;
      if (mark.height > 0 && to > from)
        s_.painter.fill({middle - 0.75F, from, 1.5F, to - from}, s_.current_style->palette.line);
      break;
    }
    case Scope::Kind::panel: {
      const Rect outer = s_.layout.panels.back();
      s_.layout.panels.pop_back();
      const float bottom = s_.box().y + s_.box().line_height + s_.current_style->measure.card_padding;
      const Rect rect{outer.x, outer.y, outer.width, bottom - outer.y};
      s_.layout.boxes.pop_back();
      ImDrawListSplitter& splitter = *s_.layout.splitters[--s_.layout.splitters_used];
      splitter.SetCurrentChannel(s_.painter.list(), 0);
      s_.painter.fill(rect, s_.current_style->palette.surface, s_.current_style->measure.card_radius);
      s_.painter.stroke(rect, s_.current_style->palette.line, 1, s_.current_style->measure.card_radius);
      splitter.Merge(s_.painter.list());
      s_.box().y = bottom;
      Node& whole = s_.tree.nodes[s_.layout.open_nodes.back().index];
      whole.bounds = rect;
      whole.drawn = s_.visible(rect);
      s_.layout.open_nodes.back().has_bounds = true;
      s_.close_node();
      break;
    }
  }
}

void Frame::end_scrolling() {
  Area& area = s_.areas[s_.layout.scrollers.back()];
  Viewport& viewport = area.viewport;
  // Where both directions are scrolled the content said how large it is.
  float height = viewport.content().height;
  if (!area.sized) {
    height = s_.box().y + s_.box().line_height - viewport.origin().y;
    // Even the end of it can be brought above a toast.
    if (s_.toast_top > 0 && !s_.modal.drawn) height += std::max(0.F, viewport.rect().bottom() - s_.toast_top);
  }
  viewport.set_content_height(height);
  // As it was laid out in this frame.
  s_.tree.areas.push_back(
      {s_.layout.scrollers.back(), viewport.rect(), viewport.offset(), viewport.content(), viewport.bands()});
  if (area.list_above != area.last_list_above) s_.frames_owed = std::max(s_.frames_owed, 1);
  area.last_list_above = area.list_above;
  if (area.correction != 0 || area.carried != 0) {
    // What is seen is where it was in the next frame, because it is scrolled by as much as what is above it
    // grew.
    viewport.set_content_height(height + area.correction);
    area.untold = area.correction + area.carried;
    viewport.shift({0, area.untold});
    s_.frames_owed = std::max(s_.frames_owed, 1);
  }
  // The content may have become shorter: then this frame shows a gap and the next one does not.
  if (viewport.hold()) s_.frames_owed = std::max(s_.frames_owed, 1);
  s_.layout.boxes.pop_back();
  s_.layout.clips.pop_back();
  s_.layout.scrollers.pop_back();
  s_.layout.outer_clips.pop_back();
  s_.painter.pop_clip();
  draw_scroll_marks(s_.painter, viewport, s_.current_style->palette.outline.with_alpha(110));
}

std::string Frame::text(text::Key key, std::initializer_list<text::Argument> arguments) const {
  std::string sentence = words_->message(key, arguments);
  TextLanguages* const languages = setup_.text_languages;
  if (languages == nullptr) return sentence;
  const std::string_view written_in = words_->language_of(key);
  const std::string_view around = written_in == words_->language() ? std::string_view{} : written_in;
  if (around.empty() && languages->empty()) return sentence;
  std::vector<std::string_view> parts;
  for (const text::Argument& argument : arguments)
    if (const auto* const words = std::get_if<std::string_view>(&argument.value)) parts.push_back(*words);
  languages->note_sentence(sentence, parts, around);
  return sentence;
}

std::string Frame::with_capital(std::string_view text) const {
  std::string capital = text::with_capital(text);
  if (setup_.text_languages != nullptr && !setup_.text_languages->empty())
    setup_.text_languages->note_sentence(capital, {}, setup_.text_languages->of(text));
  return capital;
}

std::string Frame::list_of(std::span<const std::string> items) const {
  std::string list = words_->list(items);
  if (setup_.text_languages != nullptr && !setup_.text_languages->empty()) {
    const std::vector<std::string_view> parts(items.begin(), items.end());
    setup_.text_languages->note_sentence(list, parts, {});
  }
  return list;
}

Frame::Scope Frame::said_in(const text::Words& words) {
  words_ = &words;
  if (words.language() != page_words_.language()) s_.said_in = words.language();
  return open(Scope::Kind::language);
}

Frame::Scope Frame::node(Role role, std::string_view name, std::string_view key) {
  s_.open_node(role, name, key, nullptr);
  return open(Scope::Kind::node);
}

Frame::Scope Frame::node_at(Role role, const Rect& rect, float padding, std::string_view name, Look look,
                            std::string_view key) {
  s_.open_node(role, name, key, &rect).look = look;
  s_.layout.boxes.push_back(
      Box{.x = rect.x + padding, .y = rect.y + padding, .width = rect.width - 2 * padding});
  return open(Scope::Kind::node_and_box);
}

Frame::Scope Frame::list(std::string_view name) { return node(Role::list, name); }

Frame::Scope Frame::list_item() { return node(Role::list_item); }

Frame::Scope Frame::step(std::string_view mark, bool last, float middle_of_mark) {
  const TypeStyle& style = s_.type.tag;
  const float side = style.line_height_px + 4;
  const Box& around = s_.box();
  const float above = std::max(0.F, middle_of_mark - side / 2);
  const Rect disc{around.x, around.y + above, side, side};
  s_.tree.nodes[s_.layout.open_nodes.back().index].look = Look::step;
  const Rect words{disc.x, disc.y + 2, side, style.line_height_px};
  Node& node = s_.describe(Role::text, disc, mark);
  node.look = Look::step_mark;
  set_text(node, style, words, true);
  s_.painter.circle(disc.center(), side / 2, s_.current_style->palette.accent);
  s_.draw_paragraph(mark, s_.lay_out(mark, style, side), {words.x, words.y}, style,
                    s_.current_style->palette.on_accent, side);
  s_.layout.panels.push_back({disc.x, disc.y, side, last ? 0 : side + above});
  Box inner;
  inner.x = around.x + side + 14;
  inner.y = around.y;
  inner.width = std::max(1.F, around.width - side - 14);
  s_.layout.boxes.push_back(inner);
  return open(Scope::Kind::step);
}

Frame::Scope Frame::box(const Rect& rect, float padding) {
  s_.layout.boxes.push_back(
      Box{.x = rect.x + padding, .y = rect.y + padding, .width = rect.width - 2 * padding});
  s_.layout.clips.push_back(intersection(s_.clip(), rect));
  s_.painter.push_clip(rect);
  return open(Scope::Kind::clipped_box);
}

void Frame::begin_scrolling(std::string_view key, const Rect& rect, Size content, Bands bands) {
  const std::uint32_t id = short_hash(hash_of(key));
  if (content.width <= 0) content.width = rect.width - bands.left;
  const bool sized = content.height > 0;
  if (!sized) content.height = s_.areas[id].viewport.content().height;
  Area& area = s_.draw_area(id, rect, content, bands);
  area.sized = sized;
  area.correction = 0;
  area.carried = 0;
  area.untold = 0;
  area.list_above = 0;
  area.list_below = false;
  const Point origin = area.viewport.origin();
  const Rect view = area.viewport.view();
  s_.layout.scrollers.push_back(id);
  s_.layout.outer_clips.push_back(s_.clip());
  s_.layout.boxes.push_back(Box{.x = origin.x, .y = origin.y, .width = content.width});
  s_.layout.clips.push_back(intersection(s_.clip(), view));
  s_.painter.push_clip(view);
}

Frame::Scope Frame::scrolling(std::string_view key, const Rect& rect) {
  begin_scrolling(key, rect);
  return open(Scope::Kind::scrolling);
}

Frame::Scope Frame::panning(std::string_view key, const Rect& rect, Size content, Bands bands) {
  begin_scrolling(key, rect, content, bands);
  return open(Scope::Kind::scrolling);
}

Frame::Scope Frame::band(Band which) {
  const Viewport& viewport = s_.areas[s_.layout.scrollers.back()].viewport;
  const Rect& whole = viewport.rect();
  const Rect view = viewport.view();
  const Point origin = viewport.origin();
  const bool at_top = which == Band::top || which == Band::corner;
  const bool at_left = which == Band::left || which == Band::corner;
  const Rect seen{at_left ? whole.x : view.x, at_top ? whole.y : view.y,
                  at_left ? viewport.bands().left : view.width, at_top ? viewport.bands().top : view.height};
  s_.layout.boxes.push_back(Box{.x = at_left ? whole.x : origin.x,
                                .y = at_top ? whole.y : origin.y,
                                .width = at_left ? viewport.bands().left : viewport.content().width});
  // Beside what scrolls, not within it.
  s_.layout.clips.push_back(intersection(s_.layout.outer_clips.back(), seen));
  s_.painter.push_clip_alone(s_.clip());
  s_.layout.band = which;
  return open(Scope::Kind::band);
}

Frame::Scope Frame::flow(float gap, float between_lines) {
  const Box& outer = s_.box();
  s_.layout.boxes.push_back(Box{.x = outer.x,
                                .y = outer.y,
                                .width = outer.width,
                                .placement = Placement::flow,
                                .gap = gap,
                                .between_lines = between_lines,
                                .line_x = outer.x});
  return open(Scope::Kind::box);
}

Frame::Scope Frame::columns(int count, float gap, float between_rows) {
  const Box& outer = s_.box();
  s_.layout.boxes.push_back(Box{.x = outer.x,
                                .y = outer.y,
                                .width = outer.width,
                                .placement = Placement::columns,
                                .gap = gap,
                                .between_lines = between_rows,
                                .column_count = std::max(1, count)});
  return open(Scope::Kind::box);
}

Frame::Scope Frame::margins(float margin, float most) {
  const Box& outer = s_.box();
  float width = outer.width - 2 * margin;
  if (most > 0) width = std::min(width, most);
  s_.layout.boxes.push_back(Box{.x = outer.x + margin, .y = outer.y, .width = width});
  return open(Scope::Kind::box);
}

void Frame::beside(float first_width, float gap, const std::function<void()>& first,
                   const std::function<void()>& second) {
  const Box outer = s_.box();
  float bottom = outer.y;
  const auto part = [&](float x, float width, const std::function<void()>& draw) {
    s_.layout.boxes.push_back(Box{.x = x, .y = outer.y, .width = width});
    draw();
    bottom = std::max(bottom, s_.box().y + s_.box().line_height);
    s_.layout.boxes.pop_back();
  };
  part(outer.x, first_width, first);
  part(outer.x + first_width + gap, outer.width - first_width - gap, second);
  s_.box().y = bottom;
}

Frame::Scope Frame::panel() {
  s_.open_node(Role::group, {}, {}, nullptr).look = Look::panel;
  const Box& outer = s_.box();
  const float padding = s_.current_style->measure.card_padding;
  s_.layout.panels.push_back({outer.x, outer.y, outer.width, 0});
  s_.layout.boxes.push_back(
      Box{.x = outer.x + padding, .y = outer.y + padding, .width = outer.width - 2 * padding});
  if (s_.layout.splitters_used == s_.layout.splitters.size())
    s_.layout.splitters.push_back(std::make_unique<ImDrawListSplitter>());
  ImDrawListSplitter& splitter = *s_.layout.splitters[s_.layout.splitters_used++];
  splitter.Split(s_.painter.list(), 2);
  splitter.SetCurrentChannel(s_.painter.list(), 1);
  return open(Scope::Kind::panel);
}

void Frame::anchor(std::string_view name) { s_.next_anchor.assign(name); }

void Frame::show(std::string_view anchor) {
  s_.arrival.shown_anchor.assign(anchor);
  s_.arrival.left_above = 0;
}

void Frame::gap(float height) { s_.box().y += height; }

Point Frame::corner() const { return {s_.box().x, s_.box().y}; }

const Rect& Frame::seen() const { return s_.clip(); }

float Frame::width() const {
  const Box& here = s_.box();
  if (here.placement != Placement::columns) return here.width;
  const float count = static_cast<float>(here.column_count);
  return (here.width - here.gap * (count - 1)) / count;
}

}  // namespace ui
