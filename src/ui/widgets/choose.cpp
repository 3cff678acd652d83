#include "ui/widgets/choose.h"

#include <algorithm>

#include "ui/kit_state.h"

namespace ui {
namespace {

// A segmented control, measured.
struct Segments {
  float drawn = 0;       // height of what is seen of one choice,
  float height = 0;      // and of what can be touched
  float total = 0;       // width side by side
  bool stacked = false;  // too long for one line: one below the other
};

float segment_width(const Kit::State& s, const Choice& choice) {
  const SegmentMeasures& measure = s.current_style->segment;
  return std::max({measure.least_width, s.current_style->measure.target,
                   s.painter.width_of(choice.label, s.type.segment) + 2 * measure.padding});
}

Segments measured(const Kit::State& s, std::span<const Choice> choices, float width) {
  Segments result;
  const SegmentMeasures& measure = s.current_style->segment;
  result.drawn = std::max(measure.least_height, s.type.segment.line_height_px + 2 * measure.padding_above);
  result.height = std::max(s.current_style->measure.target, result.drawn);
  result.total = 2 * measure.inset;
  for (const Choice& choice : choices) result.total += segment_width(s, choice);
  result.stacked = result.total > width;
  return result;
}

}  // namespace

float choose_height(const Frame& f, std::span<const Choice> choices, float width) {
  Kit::State& s = f.kit();
  const Segments segments = measured(s, choices, width);
  return segments.stacked ? segments.height * static_cast<float>(choices.size()) : segments.height;
}

float choose_width(const Frame& f, std::span<const Choice> choices) {
  Kit::State& s = f.kit();
  return measured(s, choices, 0).total;
}

std::size_t choose(Frame& f, std::string_view name, std::span<const Choice> choices, std::size_t chosen,
                   ChoiceLook look) {
  Kit::State& s = f.kit();
  const Palette& palette = s.current_style->palette;
  const bool on_header = look == ChoiceLook::on_header;
  const TypeStyle& style = s.type.segment;
  const SegmentMeasures& measure = s.current_style->segment;
  const float inset = measure.inset;
  const auto [drawn, height, total, stacked] = measured(s, choices, f.width());
  // Known by its first choice rather than its name, which is another one in another language.
  auto group = f.node(Role::radio_group, name, choices.empty() ? name : choices.front().key);
  const Rect rect =
      s.place(stacked ? 0 : total, stacked ? height * static_cast<float>(choices.size()) : height);
  const Rect ground = stacked ? rect : Rect{rect.x, rect.center().y - drawn / 2, rect.width, drawn};
  const Color track = on_header ? palette.on_header.with_alpha(measure.header_opacity) : palette.sunken;
  const float ground_radius = stacked ? measure.stacked_radius : drawn / 2;
  s.painter.fill(ground, track, ground_radius);
  if (!on_header) s.draw_contrast_edge(ground, ground_radius);
  std::size_t answer = chosen;
  // The pill glides from the choice that was to the one that is.
  {
    float before = 0;
    for (std::size_t i = 0; i < choices.size() && i < chosen; ++i)
      before += stacked ? height : segment_width(s, choices[i]);
    const std::uint32_t motion = short_hash(
        hash_of(choices.empty() ? name : choices.front().key, s.layout.open_nodes.back().path_hash));
    const float at = s.on_the_way(motion, before, before, s.current_style->motion.quick_s);
    const float wide =
        chosen < choices.size() && !stacked ? segment_width(s, choices[chosen]) : rect.width - 2 * inset;
    const Rect pill = stacked ? Rect{rect.x + inset, rect.y + at, wide, height}.inset(inset)
                              : Rect{rect.x + inset + at, ground.y + inset, wide, drawn - 2 * inset};
    const float radius = stacked ? measure.stacked_pill_radius : pill.height / 2;
    s.painter.fill(pill, on_header ? palette.on_header : palette.surface, radius);
    if (s.current_style->name == StyleName::high_contrast && !on_header)
      s.painter.stroke(pill, palette.line, measure.strong_edge, radius);
  }
  float x = rect.x + inset;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    const float wide = stacked ? rect.width - 2 * inset : segment_width(s, choice);
    const Rect touch = stacked ? Rect{rect.x + inset, rect.y + height * static_cast<float>(i), wide, height}
                               : Rect{x, rect.y, wide, height};
    x += wide;
    Node& radio =
        s.describe(Role::radio, touch, choice.spoken.empty() ? choice.label : choice.spoken, choice.key);
    radio.state.checked = i == chosen;
    radio.language.assign(choice.language);
    radio.look = Look::segment;
    const float text_width = s.painter.width_of(choice.label, style);
    const Rect words{touch.center().x - text_width / 2, touch.center().y - style.line_height_px / 2,
                     text_width, style.line_height_px};
    set_text(radio, style, words);
    if (!choice.spoken.empty()) radio.shown.assign(choice.label);
    // Its address is that of a page that shows it chosen: the app chooses without going there.
    const Response response = s.press(radio);
    radio.href.assign(choice.href);
    if (response.pressed) answer = i;
    const Rect pill = stacked ? touch.inset(inset) : Rect{touch.x, ground.y + inset, wide, drawn - 2 * inset};
    const float radius = stacked ? measure.stacked_pill_radius : pill.height / 2;
    Color ink = on_header ? palette.on_header : palette.text_second;
    if (i == chosen) {
      ink = on_header ? palette.header_from : palette.accent;
    } else if (response.touched()) {
      s.painter.fill(pill, s.answered(response, track), radius);
    }
    s.painter.text({words.x, words.y}, style, ink, choice.label);
    s.draw_focus_ring(response, pill, radius);
  }
  return answer;
}

}  // namespace ui
