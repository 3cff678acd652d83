#include "tools/summit_pages/plan_svg.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace pages {
namespace {

std::string path_of(const std::vector<ui::Point>& corners, const ui::Rect& origin) {
  std::string path;
  for (const ui::Point corner : corners) {
    path += path.empty() ? "M" : "L";
    path += short_number(corner.x - origin.x) + " " + short_number(corner.y - origin.y);
  }
  return path + "Z";
}

// `label` in that many lines, the longest of them as short as can be. The canvas
// breaks by measured widths; letters counted come close enough for a name.
std::vector<std::string> in_lines(std::string_view label, std::size_t count) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    if (end > at) words.push_back(label.substr(at, end - at));
    at = end + 1;
  }
  const auto letters = [](std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  };
  for (std::size_t most = 1;; ++most) {
    std::vector<std::string> lines;
    bool fits = true;
    for (const std::string_view word : words) {
      if (!lines.empty() && letters(lines.back()) + 1 + letters(word) <= most) {
        lines.back().append(" ").append(word);
      } else {
        fits = fits && letters(word) <= most;
        lines.emplace_back(word);
      }
    }
    if (fits && lines.size() <= std::max<std::size_t>(1, count)) return lines;
  }
}

void write_label(Html& html, const ui::Node& node, const ui::Rect& origin) {
  const auto count =
      static_cast<std::size_t>(std::max(1.F, node.text.height / std::max(1.F, node.line_height_px) + 0.5F));
  const std::vector<std::string> lines = in_lines(node.name, count);
  const std::string x = short_number(node.text.center().x - origin.x);
  html.open("text", {{"x", x}, {"y", short_number(node.text.center().y - origin.y)}});
  // The first line so far above the middle that all of them stand around it.
  const float line = node.line_height_px / std::max(1.F, node.size_px);
  float down = 0.36F - line * static_cast<float>(lines.size() - 1) / 2;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    html.open(
        "tspan",
        {{"x", x}, {"dy", short_number(down * 10) == "0" ? "0" : std::to_string(down).substr(0, 5) + "em"}});
    html.text(lines[i]).raw(i + 1 < lines.size() ? " " : "").close("tspan");
    down = line;
  }
  html.close("text");
}

}  // namespace

void write_plan(Html& html, const Branch& plan, const std::string& class_names) {
  const ui::Rect& box = plan.node->bounds;
  html.open("svg", {{"class", "plan" + class_names},
                    {"id", plan.node->anchor},
                    {"viewBox", "0 0 " + short_number(box.width) + " " + short_number(box.height)},
                    {"role", "group"},
                    {"aria-label", plan.node->name}});
  if (!plan.node->outline.empty())
    html.open("path", {{"class", "floor"},
                       {"vector-effect", "non-scaling-stroke"},
                       {"d", path_of(plan.node->outline, box)}})
        .close("path");
  for (const Branch& branch : plan.below) {
    const ui::Node& node = *branch.node;
    if (node.href.empty() || node.outline.empty()) continue;
    const bool labelled = !node.text.empty();
    html.open("a", {{"class", node.look == ui::Look::plan_service ? "service" : ""},
                    {"href", node.href},
                    {"aria-current", node.state.current ? "page" : ""},
                    {"aria-label", labelled ? std::string{} : node.name}});
    html.open("path", {{"vector-effect", "non-scaling-stroke"}, {"d", path_of(node.outline, box)}})
        .close("path");
    if (labelled) write_label(html, node, box);
    html.close("a");
  }
  std::string doors;
  for (const ui::Piece& piece : plan.node->pieces)
    for (std::size_t i = 0; i < piece.points.size(); ++i)
      doors += (i == 0 ? "M" : "L") + short_number(piece.points[i].x - box.x) + " " +
               short_number(piece.points[i].y - box.y);
  if (!doors.empty())
    html.open("path", {{"class", "door"}, {"vector-effect", "non-scaling-stroke"}, {"d", doors}})
        .close("path");
  html.close("svg").line();
}

namespace {

// Without the corners that cannot be seen: those between two others on the same side outside of `box`.
std::vector<ui::Point> seen_in(const ui::Rect& box, const std::vector<ui::Point>& corners) {
  const auto all_outside = [&](ui::Point a, ui::Point b, ui::Point c) {
    const auto beyond = [&](auto is_out) { return is_out(a) && is_out(b) && is_out(c); };
    return beyond([&](ui::Point p) { return p.x < box.x; }) ||
           beyond([&](ui::Point p) { return p.x > box.right(); }) ||
           beyond([&](ui::Point p) { return p.y < box.y; }) ||
           beyond([&](ui::Point p) { return p.y > box.bottom(); });
  };
  std::vector<ui::Point> seen;
  for (std::size_t i = 0; i < corners.size(); ++i)
    if (seen.empty() || !all_outside(seen.back(), corners[i], corners[(i + 1) % corners.size()]))
      seen.push_back(corners[i]);
  return seen;
}

}  // namespace

void write_world_map(Html& html, const ui::Node& chart, const std::string& class_names) {
  using Kind = ui::Piece::Kind;
  const ui::Rect& box = chart.bounds;
  const auto at = [&](ui::Point point) {
    return short_number(point.x - box.x) + " " + short_number(point.y - box.y);
  };
  const auto x = [&](ui::Point point) { return short_number(point.x - box.x); };
  const auto y = [&](ui::Point point) { return short_number(point.y - box.y); };
  html.open("svg", {{"class", "chart" + class_names},
                    {"id", chart.anchor},
                    {"viewBox", "0 0 " + short_number(box.width) + " " + short_number(box.height)},
                    {"role", "img"},
                    {"aria-label", chart.name}});
  for (const Kind kind : {Kind::land, Kind::water}) {
    std::string path;
    for (const ui::Piece& piece : chart.pieces)
      if (piece.kind == kind) path += path_of(seen_in(box, piece.points), box);
    if (!path.empty())
      html.open("path", {{"class", kind == Kind::land ? "land" : "water"}, {"d", path}}).close("path");
  }
  std::string way;
  std::string leaders;
  for (const ui::Piece& piece : chart.pieces) {
    if (piece.kind == Kind::way)
      way += "M" + at(piece.points[0]) + "C" + at(piece.points[1]) + " " + at(piece.points[2]) + " " +
             at(piece.points[3]);
    if (piece.kind == Kind::leader) leaders += "M" + at(piece.points[0]) + "L" + at(piece.points[1]);
  }
  if (!way.empty())
    html.open("path", {{"class", "way"}, {"vector-effect", "non-scaling-stroke"}, {"d", way}}).close("path");
  if (!leaders.empty())
    html.open("path", {{"class", "leader"}, {"vector-effect", "non-scaling-stroke"}, {"d", leaders}})
        .close("path");
  for (const ui::Piece& piece : chart.pieces) {
    const bool goal = piece.kind == Kind::goal;
    if (piece.kind != Kind::place && piece.kind != Kind::mark && !goal) continue;
    const ui::Point center = piece.points[0];
    html.open("circle", {{"class", piece.kind == Kind::place ? "place"
                                   : goal                    ? "goal"
                                                             : ""},
                         {"cx", x(center)},
                         {"cy", y(center)},
                         {"r", short_number(piece.size)}})
        .close("circle");
    if (piece.kind == Kind::mark)
      html.element("text", {{"x", x(center)}, {"y", y(center)}, {"dy", ".36em"}}, piece.label);
    if (goal) {
      std::string star;
      for (const ui::Point corner : std::span(piece.points).subspan(1))
        star += (star.empty() ? "M" : "L") + at(corner);
      html.open("path", {{"class", "star"}, {"d", star + "Z"}}).close("path");
    }
  }
  html.close("svg").line();
}

}  // namespace pages
