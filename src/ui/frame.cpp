#include "ui/frame.h"

#include <algorithm>
#include <cmath>

#include "text/link.h"
#include "ui/kit_state.h"

namespace ui {
namespace {

void advance_flings(Kit::State& s, double seconds) {
  constexpr float friction = 2.6F;  // of the speed is lost in a second, as a power of e
  constexpr float resting_speed = 12;
  const auto dt = static_cast<float>(std::clamp(seconds, 0.0, 0.05));
  for (auto& [key, scroll] : s.scrolls) {
    if (scroll.velocity == 0) continue;
    const float wanted = scroll.offset + scroll.velocity * dt;
    scroll.offset = std::clamp(wanted, 0.F, scroll.most());
    scroll.velocity *= std::exp(-friction * dt);
    if (scroll.offset != wanted || std::abs(scroll.velocity) < resting_speed) scroll.velocity = 0;
  }
}

}  // namespace

Frame::Frame(Kit& kit, const FrameSetup& setup, const text::Words& words)
    : s_(kit.state()), setup_(setup), words_(words) {
  ImGui::SetCurrentContext(s_.imgui);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {std::max(1.F, std::round(setup.window.width * setup.scale)),
                    std::max(1.F, std::round(setup.window.height * setup.scale))};
  io.DisplayFramebufferScale = {1, 1};
  const double elapsed = setup.steady_s - s_.frame_s;
  io.DeltaTime = static_cast<float>(std::clamp(elapsed, 1e-3, 0.1));
  s_.frame_s = setup.steady_s;
  if (setup.reduced_motion)
    for (auto& [key, scroll] : s_.scrolls) scroll.velocity = 0;
  advance_flings(s_, elapsed);

  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("summit", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
  s_.written.clear();
  s_.painter = Painter(ImGui::GetWindowDrawList(), s_.fonts, s_.round_masks, setup.scale,
                       s_.notes_texts ? &s_.written : nullptr);
  s_.current_style = &style_named(setup.style);
  s_.text_scale = std::clamp(setup.text_scale, 1.F, 2.F);
  s_.type = s_.text_scale == 1 ? s_.current_style->type : enlarged(s_.current_style->type, s_.text_scale);
  s_.platform_scrolls = setup.platform_scrolls;
  s_.reduced_motion = setup.reduced_motion;
  s_.text_languages = setup.text_languages;
  s_.to_reveal = 0;
  s_.paragraphs.next_frame();
  ++s_.frame_number;
  if (s_.frames_owed > 0) --s_.frames_owed;
  s_.node_count = 0;
  s_.rows_described = 0;
  s_.rows_left_out = false;
  s_.splitters_used = 0;
  s_.tree.language = words.language();
  s_.tree.description.clear();
  s_.tree.areas.clear();
  s_.followed.clear();
  s_.next_anchor.clear();
  s_.skip_link.clear();
  const Rect window{0, 0, setup.window.width, setup.window.height};
  s_.boxes.assign(1, Box{.x = 0, .y = 0, .width = window.width});
  s_.clips.assign(1, window);
  s_.open_nodes.clear();
  s_.scrollers.clear();
  s_.panels.clear();
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
  // What was not taken by now belongs to a widget that is gone.
  s_.presses.clear();
  s_.values.clear();
  s_.focus_moved = false;
  const NodeId focused_before = s_.focused;
  s_.settle_focus();
  if (s_.focused != focused_before)
    for (Node& node : s_.tree.nodes) node.state.focused = node.id == s_.focused;
  s_.modal_drawn = false;
  s_.writing = ImGui::GetIO().WantTextInput;
  // Dear ImGui reads a key that was pressed and released at once in two frames, and shows in a third what
  // came of it.
  if (!s_.imgui->InputEventsQueue.empty())
    s_.frames_owed = std::max(s_.frames_owed, 2);
  else
    s_.leaves_field = false;
  if (s_.to_reveal != s_.revealed) {
    s_.revealed = s_.to_reveal;
    if (const Node* card = s_.node_of(s_.revealed); card != nullptr && card->role == Role::link) {
      s_.bring_into_view(*card);
      s_.frames_owed = std::max(s_.frames_owed, 1);
    }
  }
  std::erase_if(s_.moving,
                [&](const auto& entry) { return entry.second.drawn_in_frame + 1 < s_.frame_number; });
  std::erase_if(s_.plans, [&](const auto& entry) {
    return s_.plans.size() > 50 && entry.second.drawn_in_frame != s_.frame_number;
  });
  std::erase_if(s_.scrolls, [&](const auto& entry) {
    // A place in a list is remembered for the way back, but not for ever.
    return s_.scrolls.size() > 200 && s_.frame_number - entry.second.drawn_in_frame > 500;
  });
  std::erase_if(s_.row_lists, [&](const auto& entry) {
    return s_.row_lists.size() > 500 && s_.frame_number - entry.second.drawn_in_frame > 500;
  });
  ImGui::End();
  ImGui::PopStyleVar(2);
  ImGui::Render();
}

const Style& Frame::style() const { return *s_.current_style; }

Breadth Frame::breadth() const {
  if (setup_.window.width >= desktop_width) return Breadth::desktop;
  return setup_.window.width >= tablet_width ? Breadth::tablet : Breadth::phone;
}

void Frame::title(std::string_view title) { s_.tree.title.assign(title); }

void Frame::description(std::string_view text) { s_.tree.description.assign(text); }

const std::string& Frame::followed() const { return s_.followed; }

Frame::Scope::~Scope() {
  if (frame_ != nullptr) frame_->close(kind_);
}

void Frame::close(Scope::Kind kind) {
  switch (kind) {
    case Scope::Kind::node: s_.close_node(); break;
    case Scope::Kind::node_and_box:
      s_.close_node();
      s_.boxes.pop_back();
      break;
    case Scope::Kind::box: {
      Box inner = s_.boxes.back();
      s_.boxes.pop_back();
      if (inner.line_height > 0)
        inner.y += inner.line_height;
      else if (inner.placement != Placement::column && inner.y > s_.box().y)
        inner.y -= inner.gap;  // no gap after the last full line
      // What was laid out inside takes its room outside as well.
      if (s_.box().placement == Placement::column) s_.box().y = std::max(s_.box().y, inner.y);
      break;
    }
    case Scope::Kind::clipped_box:
      s_.boxes.pop_back();
      s_.clips.pop_back();
      s_.painter.pop_clip();
      break;
    case Scope::Kind::scrolling: end_scrolling(); break;
    case Scope::Kind::step: {
      const Rect mark = s_.panels.back();  // no height: the last one
      s_.panels.pop_back();
      const float bottom = s_.box().y;
      s_.boxes.pop_back();
      s_.box().y = bottom;
      const float from = mark.y + mark.width + 4;
      if (mark.height > 0 && bottom - 4 > from)
        s_.painter.fill({mark.center().x - 0.75F, from, 1.5F, bottom - 4 - from},
                        s_.current_style->palette.line);
      s_.close_node();
      break;
    }
    case Scope::Kind::dialog:
      end_scrolling();
      s_.close_node();
      break;
    case Scope::Kind::panel: {
      const Rect outer = s_.panels.back();
      s_.panels.pop_back();
      const float bottom = s_.box().y + s_.box().line_height + s_.current_style->measure.card_padding;
      const Rect rect{outer.x, outer.y, outer.width, bottom - outer.y};
      s_.boxes.pop_back();
      ImDrawListSplitter& splitter = *s_.splitters[--s_.splitters_used];
      splitter.SetCurrentChannel(s_.painter.list(), 0);
      s_.painter.fill(rect, s_.current_style->palette.surface, s_.current_style->measure.card_radius);
      s_.painter.stroke(rect, s_.current_style->palette.line, 1, s_.current_style->measure.card_radius);
      splitter.Merge(s_.painter.list());
      s_.box().y = bottom;
      s_.tree.nodes[s_.open_nodes.back().index].bounds = rect;
      s_.tree.nodes[s_.open_nodes.back().index].drawn = s_.visible(rect);
      s_.open_nodes.back().has_bounds = true;
      s_.close_node();
      break;
    }
  }
}

void Frame::end_scrolling() {
  ScrollState& scroll = s_.scrolls[s_.scrollers.back()];
  scroll.content_height = s_.box().y + s_.box().line_height + std::round(scroll.offset) - scroll.rect.y;
  // Even the end of it can be brought above a toast.
  if (s_.toast_top > 0 && !s_.modal_drawn)
    scroll.content_height += std::max(0.F, scroll.rect.bottom() - s_.toast_top);
  // As it was laid out in this frame.
  s_.tree.areas.push_back({s_.scrollers.back(), scroll.rect, scroll.offset, scroll.content_height});
  if (scroll.list_above != scroll.last_list_above) s_.frames_owed = std::max(s_.frames_owed, 1);
  scroll.last_list_above = scroll.list_above;
  if (scroll.correction != 0 || scroll.carried != 0) {
    // What is seen is where it was in the next frame, because it is scrolled by as much as what is above it
    // grew.
    scroll.content_height += scroll.correction;
    scroll.untold = scroll.correction + scroll.carried;
    scroll.offset += scroll.untold;
    s_.frames_owed = std::max(s_.frames_owed, 1);
  }
  // The content may have become shorter: then this frame shows a gap and the next one does not.
  const float held_back = std::clamp(scroll.offset, 0.F, scroll.most());
  if (held_back != scroll.offset) {
    scroll.offset = held_back;
    s_.frames_owed = std::max(s_.frames_owed, 1);
  }
  s_.boxes.pop_back();
  s_.clips.pop_back();
  s_.scrollers.pop_back();
  s_.painter.pop_clip();
  if (scroll.most() > 0) {
    // How far one has come, quietly.
    const float track = scroll.rect.height - 8;
    const float length = std::max(28.F, track * scroll.rect.height / scroll.content_height);
    const float at = scroll.rect.y + 4 + (track - length) * scroll.offset / scroll.most();
    s_.painter.fill({scroll.rect.right() - 5, at, 3, length},
                    s_.current_style->palette.outline.with_alpha(110), 1.5F);
  }
}

Frame::Scope Frame::node(Role role, std::string_view name, std::string_view key) {
  s_.open_node(role, name, key, nullptr);
  return open(Scope::Kind::node);
}

Frame::Scope Frame::node_at(Role role, const Rect& rect, float padding, std::string_view name, Look look) {
  s_.open_node(role, name, {}, &rect).look = look;
  s_.boxes.push_back(Box{.x = rect.x + padding, .y = rect.y + padding, .width = rect.width - 2 * padding});
  return open(Scope::Kind::node_and_box);
}

Frame::Scope Frame::list(std::string_view name) { return node(Role::list, name); }

Frame::Scope Frame::list_item() { return node(Role::list_item); }

Frame::Scope Frame::step(std::string_view mark, bool last) {
  const TypeStyle& style = s_.type.tag;
  const float side = style.line_height_px + 4;
  const Box& around = s_.box();
  const Rect disc{around.x, around.y, side, side};
  s_.open_node(Role::list_item, {}, {}, nullptr).look = Look::step;
  const Rect words{disc.x, disc.y + 2, side, style.line_height_px};
  Node& node = s_.describe(Role::text, disc, mark);
  node.look = Look::step_mark;
  set_text(node, style, words, true);
  s_.painter.circle(disc.center(), side / 2, s_.current_style->palette.accent);
  s_.draw_paragraph(mark, s_.lay_out(mark, style, side), {words.x, words.y}, style,
                    s_.current_style->palette.on_accent, side);
  s_.panels.push_back({disc.x, disc.y, side, last ? 0 : side});
  Box inner;
  inner.x = around.x + side + 14;
  inner.y = around.y;
  inner.width = std::max(1.F, around.width - side - 14);
  s_.boxes.push_back(inner);
  return open(Scope::Kind::step);
}

Frame::Scope Frame::box(const Rect& rect, float padding) {
  s_.boxes.push_back(Box{.x = rect.x + padding, .y = rect.y + padding, .width = rect.width - 2 * padding});
  s_.clips.push_back(intersection(s_.clip(), rect));
  s_.painter.push_clip(rect);
  return open(Scope::Kind::clipped_box);
}

void Frame::begin_scrolling(std::string_view key, const Rect& rect) {
  const std::uint32_t id = short_hash(hash_of(key));
  ScrollState& scroll = s_.scrolls[id];
  scroll.rect = rect;
  scroll.drawn_in_frame = s_.frame_number;
  scroll.correction = 0;
  scroll.carried = 0;
  scroll.untold = 0;
  scroll.list_above = 0;
  scroll.list_below = false;
  s_.scrollers.push_back(id);
  s_.boxes.push_back(Box{.x = rect.x, .y = rect.y - std::round(scroll.offset), .width = rect.width});
  s_.clips.push_back(intersection(s_.clip(), rect));
  s_.painter.push_clip(rect);
}

Frame::Scope Frame::scrolling(std::string_view key, const Rect& rect) {
  begin_scrolling(key, rect);
  return open(Scope::Kind::scrolling);
}

Frame::Scope Frame::flow(float gap) {
  const Box& outer = s_.box();
  s_.boxes.push_back(Box{.x = outer.x,
                         .y = outer.y,
                         .width = outer.width,
                         .placement = Placement::flow,
                         .gap = gap,
                         .line_x = outer.x});
  return open(Scope::Kind::box);
}

Frame::Scope Frame::columns(int count, float gap) {
  const Box& outer = s_.box();
  s_.boxes.push_back(Box{.x = outer.x,
                         .y = outer.y,
                         .width = outer.width,
                         .placement = Placement::columns,
                         .gap = gap,
                         .column_count = std::max(1, count)});
  return open(Scope::Kind::box);
}

Frame::Scope Frame::margins(float margin, float most) {
  const Box& outer = s_.box();
  float width = outer.width - 2 * margin;
  if (most > 0) width = std::min(width, most);
  s_.boxes.push_back(Box{.x = outer.x + margin, .y = outer.y, .width = width});
  return open(Scope::Kind::box);
}

Frame::Scope Frame::panel() {
  s_.open_node(Role::group, {}, {}, nullptr).look = Look::panel;
  const Box& outer = s_.box();
  const float padding = s_.current_style->measure.card_padding;
  s_.panels.push_back({outer.x, outer.y, outer.width, 0});
  s_.boxes.push_back(Box{.x = outer.x + padding, .y = outer.y + padding, .width = outer.width - 2 * padding});
  if (s_.splitters_used == s_.splitters.size())
    s_.splitters.push_back(std::make_unique<ImDrawListSplitter>());
  ImDrawListSplitter& splitter = *s_.splitters[s_.splitters_used++];
  splitter.Split(s_.painter.list(), 2);
  splitter.SetCurrentChannel(s_.painter.list(), 1);
  return open(Scope::Kind::panel);
}

void Frame::anchor(std::string_view name) { s_.next_anchor.assign(name); }

void Frame::gap(float height) { s_.box().y += height; }

float Frame::width() const {
  const Box& here = s_.box();
  if (here.placement != Placement::columns) return here.width;
  const float count = static_cast<float>(here.column_count);
  return (here.width - here.gap * (count - 1)) / count;
}

}  // namespace ui
