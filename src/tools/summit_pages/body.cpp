#include "tools/summit_pages/body.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "carry/qr_code.h"
#include "icons.h"
#include "text/capital.h"
#include "tools/summit_pages/branch.h"
#include "tools/summit_pages/html.h"
#include "tools/summit_pages/plan_svg.h"

namespace pages {
namespace {

using ui::Look;
using ui::Node;
using ui::Role;

constexpr float panel_padding = ui::Measures{}.card_padding;
constexpr float banner_padding = ui::BannerMeasures{}.padding_above;
const float empty_picture = ui::EmptyMeasures{}.picture();

bool is_banner(Look look) {
  return look == Look::banner_notice || look == Look::banner_alarm || look == Look::banner_quiet;
}
bool is_tag(Look look) {
  return look == Look::tag || look == Look::tag_live || look == Look::tag_notice || look == Look::tag_alarm ||
         look == Look::tag_colored;
}
bool is_button(const Node& node) {
  return node.look == Look::button_primary || node.look == Look::button_secondary;
}
bool is_quiet(const Node& node) { return node.role == Role::text && node.look == Look::secondary; }

// Where an element begins and ends as the style sheet sees it, which for some is
// not what can be touched.
float top_of(const Branch& branch) {
  const Node& node = *branch.node;
  if (node.look == Look::fact) return node.text.y;
  if (node.look == Look::empty) return node.bounds.y - empty_picture;
  if (node.role == Role::search_field || node.role == Role::text_field) return node.bounds.y - 2;
  if ((node.role == Role::list || node.role == Role::list_item) && !branch.below.empty())
    return top_of(branch.below.front());
  return node.bounds.y;
}

float bottom_of(const Branch& branch) {
  const Node& node = *branch.node;
  if (node.look == Look::fact)
    return node.text.y + std::max(node.text.height, node.href.empty() ? 0.F : 36.F);
  if (node.role == Role::search_field || node.role == Role::text_field) return node.bounds.bottom() + 2;
  // They stand on a card, which ends below them.
  if (node.look == Look::figures) return node.bounds.bottom();
  if ((node.role == Role::list || node.role == Role::list_item) && !branch.below.empty()) {
    float bottom = node.bounds.y;
    for (const Branch& below : branch.below) bottom = std::max(bottom, bottom_of(below));
    return bottom;
  }
  return node.bounds.bottom();
}

bool is_timed(const Branch& item) {
  return std::ranges::any_of(item.below,
                             [](const Branch& below) { return below.node->look == Look::timed_row; });
}

// A button that only the app could answer, and the like.
bool is_dead(const Branch& branch) {
  const Node& node = *branch.node;
  switch (node.role) {
    case Role::button:
    case Role::switch_:
    case Role::text_field:
    case Role::progress: return true;
    case Role::radio_group:
    case Role::tab_list:
      return std::ranges::all_of(branch.below, [](const Branch& below) { return below.node->href.empty(); });
    default: return node.look == Look::toast || node.look == Look::now_line || node.look == Look::strip;
  }
}

class BodyWriter {
 public:
  BodyWriter(const BodyParts& parts, Used& used) : parts_(parts), used_(used) {}

  std::string write() {
    const std::vector<Branch> branches = branches_of(parts_.tree);
    const std::vector<Branch> rail = branches_of(parts_.rail);
    html_.element("a", {{"class", "skip"}, {"href", "#" + content_id}}, parts_.words.skip).line();
    for (const Branch& branch : branches)
      if (branch.node->role == Role::navigation) navigation(branch, rail);
    for (const Branch& branch : branches)
      if (branch.node->role == Role::main) main(branch);
    if (!has_languages_) languages();
    return html_.string();
  }

 private:
  // ---- the frame of the page

  void main(const Branch& main) {
    html_.open("main", {{"id", content_id}, {"tabindex", "-1"}}).line();
    std::size_t first = 0;
    bottom_ = main.node->bounds.y;
    if (!main.below.empty() &&
        (main.below.front().node->look == Look::hero || main.below.front().node->look == Look::app_bar)) {
      const Branch& top = main.below.front();
      header(top);
      bottom_ = top.node->bounds.bottom();
      first = 1;
    }
    html_.open("div", {{"class", parts_.wide ? "content wide" : "content"}}).line();
    std::span<const Branch> content = std::span(main.below).subspan(first);
    const bool has_aside = !content.empty() && content.back().node->look == Look::aside;
    siblings(has_aside ? content.first(content.size() - 1) : content);
    html_.close("div").line();
    if (has_aside) aside(content.back());
    html_.close("main").line();
  }

  // What stands beside the content where there is room.
  void aside(const Branch& branch) {
    html_.open("section", {{"class", "aside"}, {"aria-label", branch.node->name}}).line();
    bottom_ = branch.below.empty() ? branch.node->bounds.y : top_of(branch.below.front());
    siblings(branch.below);
    html_.close("section").line();
  }

  void header(const Branch& top) {
    const bool hero = top.node->look == Look::hero;
    html_.open("header", {{"class", hero ? "hero" : "bar"}});
    for (const Branch& branch : top.below) {
      const Node& node = *branch.node;
      if (is_dead(branch)) continue;
      if (node.role == Role::radio_group)
        segments(branch, "");
      else if (node.role == Role::heading)
        html_.element("h" + std::to_string(node.level), {{"lang", language(node)}}, node.name);
      else if (node.role == Role::link)
        icon_link(node);
      else if (node.role == Role::text)
        said("p", node);
    }
    html_.close("header").line();
  }

  // The tabs of a phone and the rail are one list: who is lit where, and what only
  // the rail has room for, is said by classes.
  void navigation(const Branch& tabs, const std::vector<Branch>& rail_tree) {
    const auto rail = std::ranges::find(rail_tree, Role::navigation,
                                        [](const Branch& branch) { return branch.node->role; });
    const std::vector<Branch>& places = rail == rail_tree.end() ? tabs.below : rail->below;
    html_.open("nav", {{"class", "tabs"}, {"aria-label", tabs.node->name}});
    for (const Branch& place : places) {
      const Node& node = *place.node;
      const auto on_phone =
          std::ranges::find(tabs.below, node.href, [](const Branch& branch) { return branch.node->href; });
      const bool wide_only = on_phone == tabs.below.end();
      const bool lit_on_phone = !wide_only && on_phone->node->state.current;
      std::string classes = wide_only ? "wide" : lit_on_phone && !node.state.current ? "lit" : "";
      const char* current = !node.state.current ? "" : node.href == parts_.words.path ? "page" : "true";
      html_.open("a", {{"class", classes}, {"href", node.href}, {"aria-current", current}}).icon(node.icon);
      html_.element("span", {}, node.name).close("a");
    }
    html_.close("nav").line();
  }

  void languages() {
    if (parts_.translations.size() < 2) return;
    html_.open("footer").open("nav", {{"class", "segments"}, {"aria-label", parts_.words.languages}});
    for (const Translation& one : parts_.translations) {
      const bool here = one.language == parts_.tree.language;
      html_.element("a",
                    {{"href", one.href},
                     {"hreflang", one.language},
                     {"lang", here ? "" : one.language},
                     {"aria-current", here ? "page" : ""}},
                    one.name);
    }
    html_.close("nav").close("footer").line();
  }

  // ---- what stands one below the other

  // Each run of nodes that make one thing together, with the space above it.
  void siblings(std::span<const Branch> all, bool spaced = true) {
    for (std::size_t i = 0; i < all.size();) {
      const Branch& branch = all[i];
      if (is_dead(branch)) {
        ++i;
        continue;
      }
      const std::string space = spaced ? gap(top_of(branch)) : std::string{};
      const std::size_t count = one(all.subspan(i), space);
      // The link beside a heading is taller than the heading for the finger only.
      const std::size_t measured = branch.node->role == Role::heading ? 1 : count;
      for (std::size_t k = i; k < i + measured; ++k)
        if (!is_dead(all[k])) bottom_ = std::max(bottom_, bottom_of(all[k]));
      i += count;
    }
  }

  // How many of the first in `all` were written.
  std::size_t one(std::span<const Branch> all, const std::string& space) {
    const Node& node = *all[0].node;
    const auto run = [&](auto belongs) {
      std::size_t count = 1;
      while (count < all.size() && belongs(*all[count].node)) ++count;
      return count;
    };
    if (node.role == Role::text && is_tag(node.look)) {
      const std::size_t count =
          run([](const Node& next) { return next.role == Role::text && is_tag(next.look); });
      tags(all.first(count), space);
      return count;
    }
    if (node.look == Look::fact) {
      const std::size_t count = run(
          [](const Node& next) { return next.look == Look::fact || (is_quiet(next) && next.size_px < 14); });
      facts(all.first(count), space);
      return count;
    }
    if (is_button(node)) {
      const std::size_t count = run([](const Node& next) { return is_button(next); });
      buttons(all.first(count), space);
      return count;
    }
    if (node.look == Look::card || node.look == Look::row || node.look == Look::person) {
      const std::size_t count = run([&](const Node& next) {
        return next.role != Role::link && next.role != Role::list_item && next.role != Role::heading &&
               next.bounds.y < node.bounds.bottom();
      });
      html_.open("div", {{"class", surface_class(node) + space}});
      surface(all.first(count));
      html_.close("div").line();
      return count;
    }
    if (node.look == Look::chip) {
      const std::size_t count = run([](const Node& next) { return next.look == Look::chip; });
      html_.open("div", {{"class", "chips" + space}});
      for (const Branch& branch : all.first(count)) chip(*branch.node);
      html_.close("div").line();
      return count;
    }
    if (node.role == Role::heading && all.size() > 1 && all[1].node->role == Role::link &&
        all[1].node->look == Look::plain && all[1].node->bounds.y < node.bounds.bottom()) {
      html_.open("div", {{"class", "part" + space}});
      heading(node, "");
      link(*all[1].node, "");
      html_.close("div").line();
      return 2;
    }
    single(all[0], space);
    return 1;
  }

  void single(const Branch& branch, const std::string& space) {
    const Node& node = *branch.node;
    switch (node.role) {
      case Role::heading: heading(node, space); return;
      case Role::text:
      case Role::status:
      case Role::alert: paragraph(branch, space); return;
      case Role::link:
        if (node.look == Look::icon_button) return icon_link(node);
        return link(node, space);
      case Role::list: list(branch, space); return;
      case Role::list_item: item(branch); return;
      case Role::grid: table(branch, space); return;
      case Role::radio_group: segments(branch, space); return;
      case Role::tab_list: days(branch, space); return;
      case Role::search_field: search(node, space); return;
      case Role::image:
        if (node.look == Look::world_map) return write_world_map(html_, node, space);
        if (node.look == Look::code) return code(node, space);
        html_.open("span", {{"class", trimmed(space)}, {"role", "img"}, {"aria-label", node.name}})
            .close("span");
        return;
      case Role::navigation: container("nav", branch, space, node.name); return;
      case Role::region: container("section", branch, space, node.name); return;
      case Role::banner: container("header", branch, space, node.name); return;
      default: break;
    }
    if (node.look == Look::floor_plan) return write_plan(html_, branch, space);
    container("div", branch, space, node.name);
  }

  void container(const char* tag, const Branch& branch, const std::string& space, const std::string& name) {
    const Node& node = *branch.node;
    std::string look;
    float padding = 0;
    if (node.look == Look::panel) look = "panel", padding = panel_padding;
    if (is_banner(node.look)) {
      look = node.look == Look::banner_quiet   ? "banner quiet"
             : node.look == Look::banner_alarm ? "banner alarm"
                                               : "banner";
      padding = banner_padding;
    }
    if (node.look == Look::empty) look = "empty";
    if (node.look == Look::sign) look = "door";
    const bool plain_box = std::string_view(tag) == "div";
    html_.open(tag, {{"class", trimmed(look + space)},
                     {"id", node.anchor},
                     {"role", plain_box && !name.empty() ? "group" : ""},
                     {"aria-label", name}});
    if (node.look == Look::empty) {
      html_.icon(node.icon);
      bool first = true;
      for (const Branch& below : branch.below) {
        html_.element("p", {{"class", first ? "t-section" : ""}, {"lang", language(*below.node)}},
                      below.node->name);
        if (first) used_.types.insert("section");
        first = false;
      }
    } else {
      const float before = bottom_;
      bottom_ = top_of(branch) + padding;
      siblings(branch.below);
      bottom_ = before;
    }
    html_.close(tag).line();
  }

  void list(const Branch& branch, const std::string& space) {
    if (branch.node->look == Look::figures) return figures(branch, space);
    if (branch.node->look == Look::tiles) return tiles(branch, space);
    if (branch.node->look == Look::stops) return stops(branch, space);
    const bool cards = std::ranges::any_of(branch.below, [](const Branch& item) {
      return !item.below.empty() && item.below.front().node->look == Look::card;
    });
    if (std::ranges::any_of(branch.below, is_timed)) return times(branch, space);
    html_
        .open("ul", {{"class", trimmed((cards ? "cards" : "") + space)},
                     {"id", branch.node->anchor},
                     {"aria-label", branch.node->name}})
        .line();
    const float before = bottom_;
    bottom_ = top_of(branch);
    for (const Branch& below : branch.below) {
      item(below, !cards);
      bottom_ = bottom_of(below);
    }
    bottom_ = before;
    html_.close("ul").line();
  }

  // What begins at the same time is a list of its own below that time, which stays in sight beside it.
  void times(const Branch& branch, const std::string& space) {
    const std::string& name = branch.node->name;
    html_
        .open("div", {{"class", "timed" + space},
                      {"id", branch.node->anchor},
                      {"role", name.empty() ? "" : "group"},
                      {"aria-label", name}})
        .line();
    const float before = bottom_;
    for (std::size_t i = 0; i < branch.below.size(); ++i) {
      const Branch& below = branch.below[i];
      const bool says_time = !below.below.empty() && below.below.front().node->role == Role::heading;
      if (i == 0 || says_time) {
        if (i > 0) html_.close("ul").close("div").line();
        html_.open("div");
        if (says_time) {
          const Node& time = *below.below.front().node;
          html_.element("h" + std::to_string(std::clamp<int>(time.level, 1, 6)), {{"class", "at"}},
                        time.name);
        }
        html_.open("ul").line();
      }
      item(below, false);
    }
    html_.close("ul").close("div").close("div").line();
    bottom_ = before;
  }

  void figures(const Branch& branch, const std::string& space) {
    html_.open("ul", {{"class", "figures" + space}, {"aria-label", branch.node->name}}).line();
    for (const Branch& item : branch.below) {
      html_.open("li");
      for (const Branch& below : item.below)
        said(below.node->look == Look::figure ? "b" : "span", *below.node);
      html_.close("li").line();
    }
    html_.close("ul").line();
  }

  // Each is a link with what stands above its title.
  void tiles(const Branch& branch, const std::string& space) {
    html_.open("ul", {{"class", "tiles" + space}, {"aria-label", branch.node->name}}).line();
    for (const Branch& item : branch.below) {
      const Node& link = *item.below.front().node;
      html_.open("li", {{"class", color_class(link.color, used_)}});
      said("a", link);
      for (const Branch& below : std::span(item.below).subspan(1)) said("span", *below.node);
      html_.close("li").line();
    }
    html_.close("ul").line();
  }

  void stops(const Branch& branch, const std::string& space) {
    html_.open("ol", {{"class", "stops" + space}, {"aria-label", branch.node->name}}).line();
    for (const Branch& item : branch.below) {
      const Node& stop = *item.below.front().node;
      html_.open("li");
      said(stop.href.empty() ? "b" : "a", stop);
      for (const Branch& below : std::span(item.below).subspan(1)) said("span", *below.node);
      html_.close("li").line();
    }
    html_.close("ol").line();
  }

  void item(const Branch& branch, bool spaced = true) {
    if (branch.below.empty()) return;
    const Node& first = *branch.below.front().node;
    const std::string space = spaced ? gap(top_of(branch)) : std::string{};
    if (branch.node->look == Look::step) return step(branch, space);
    if (is_timed(branch)) return timed(branch);
    if (first.look == Look::card || first.look == Look::row || first.look == Look::person) {
      html_.open("li", {{"class", surface_class(first) + space}});
      surface(branch.below);
    } else if (first.look == Look::point) {
      html_.open("li", {{"class", "point" + space}, {"lang", language(first)}}).text(first.name);
    } else {
      html_.open("li", {{"class", trimmed(space)}});
      bottom_ = top_of(branch);
      siblings(branch.below);
    }
    html_.close("li").line();
  }

  // What takes place at a time: its link, and what is said of it.
  void timed(const Branch& branch) {
    const auto link = std::ranges::find(branch.below, Look::timed_row,
                                        [](const Branch& below) { return below.node->look; });
    const auto cancelled = std::ranges::any_of(
        branch.below, [](const Branch& below) { return below.node->look == Look::tag_alarm; });
    html_.open("li", {{"class", color_class(link->node->color, used_) + (cancelled ? " off" : "")}});
    said("a", *link->node);
    siblings(std::span(link + 1, branch.below.end()), false);
    html_.close("li").line();
  }

  // Its mark stands beside what is said.
  void step(const Branch& branch, const std::string& space) {
    html_.open("li", {{"class", "step" + space}, {"id", branch.node->anchor}});
    html_.element("p", {{"class", "mark"}}, branch.below.front().node->name);
    bottom_ = top_of(branch);
    siblings(std::span(branch.below).subspan(1));
    html_.close("li").line();
  }

  // A grid is a table. Its cells stand where they are counted; what has no cell is an empty one.
  void table(const Branch& grid, const std::string& space) {
    html_.open("div", {{"class", "grid" + space}, {"id", grid.node->anchor}})
        .open("table", {{"aria-label", grid.node->name}})
        .line();
    std::set<std::pair<std::uint32_t, std::uint32_t>> covered;  // row and column, by cells of rows above
    for (const Branch& row : grid.below) {
      html_.open("tr");
      std::uint32_t column = 1;
      for (const Branch& cell : row.below) {
        const ui::Cells& at = cell.node->cells;
        for (; column < at.column; ++column)
          if (!covered.contains({at.row, column})) html_.open("td").close("td");
        const bool head = cell.node->role != Role::grid_cell;
        const char* tag = head ? "th" : "td";
        const auto span = [](std::uint32_t count) { return count > 1 ? std::to_string(count) : ""; };
        html_.open(tag, {{"scope", !head                                    ? ""
                                   : cell.node->role == Role::column_header ? "col"
                                                                            : "row"},
                         {"rowspan", span(at.rows)},
                         {"colspan", span(at.columns)},
                         {"lang", language(*cell.node)}});
        html_.text(cell.node->name);
        siblings(cell.below, false);
        html_.close(tag);
        for (std::uint32_t below = 1; below < at.rows; ++below)
          for (std::uint32_t beside = 0; beside < std::max(1U, at.columns); ++beside)
            covered.insert({at.row + below, at.column + beside});
        column = at.column + std::max(1U, at.columns);
      }
      html_.close("tr").line();
    }
    html_.close("table").close("div").line();
  }

  // ---- single widgets

  std::string surface_class(const Node& node) {
    if (node.look == Look::row) return "row";
    if (node.look == Look::person) return "row person";
    const bool colored =
        node.color.alpha != 0 && !(node.color == ui::style_named(ui::StyleName::light).palette.outline);
    return colored                 ? "card " + color_class(node.color, used_)
           : node.color.alpha != 0 ? "card bare"
                                   : "card plain";
  }

  // A card or a row with what stands on it. The link covers all of it.
  void surface(std::span<const Branch> all) {
    const Node& node = *all[0].node;
    if (node.look == Look::person)
      html_.element("span", {{"class", "initials"}, {"aria-hidden", "true"}}, text::initials(node.name));
    html_.icon(node.icon);
    html_.element(
        "a",
        {{"href", node.href}, {"aria-current", node.state.current ? "page" : ""}, {"lang", language(node)}},
        node.name);
    siblings(all.subspan(1), false);
  }

  void tags(std::span<const Branch> all, const std::string& space) {
    html_.open("p", {{"class", "tags" + space}});
    bool first = true;
    for (const Branch& branch : all) {
      const Node& node = *branch.node;
      std::string look = "tag";
      if (node.look == Look::tag_live) look = "tag live";
      if (node.look == Look::tag_notice) look = "tag notice";
      if (node.look == Look::tag_alarm) look = "tag alarm";
      if (node.look == Look::tag_colored) look = "tag " + color_class(node.color, used_);
      if (!first) html_.raw(" ");
      html_.element("span", {{"class", look}, {"lang", language(node)}}, node.name);
      first = false;
    }
    html_.close("p");
  }

  void facts(std::span<const Branch> all, const std::string& space) {
    html_.open("div", {{"class", "facts" + space}});
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Node& node = *all[i].node;
      html_.open("div", {{"class", "fact"}}).icon(node.icon);
      said(node.href.empty() ? "p" : "a", node);
      if (i + 1 < all.size() && all[i + 1].node->look != Look::fact) {
        const Node& below = *all[++i].node;
        html_.element("p", {{"class", "s"}, {"lang", language(below)}}, below.name);
      }
      html_.close("div").line();
    }
    html_.close("div");
  }

  void buttons(std::span<const Branch> all, const std::string& space) {
    html_.open("div", {{"class", "buttons" + space}});
    for (const Branch& branch : all) {
      const Node& node = *branch.node;
      if (node.href.empty()) continue;
      html_.open("a", {{"class", node.look == Look::button_primary ? "button primary" : "button"},
                       {"href", node.href},
                       {"lang", language(node)}});
      html_.icon(node.icon).text(node.name).close("a");
    }
    html_.close("div").line();
  }

  // "wednesday\n22", for those who see it; the whole date for the others.
  void badge(const Node& node) {
    const std::size_t end = node.shown.find('\n');
    html_.open("p", {{"class", "badge"}, {"role", "img"}, {"aria-label", node.name}});
    html_.text(node.shown.substr(0, end));
    html_.element("b", {}, node.shown.substr(end + 1)).close("p");
  }

  void heading(const Node& node, const std::string& space) {
    const std::string tag = "h" + std::to_string(std::clamp<int>(node.level, 1, 6));
    const std::string type = node.level > 2 ? type_name(node) : std::string{};
    std::string look = node.icon != 0 ? "signed" : "";
    // As titled() has them; others of that level are set by the style sheet.
    if (type == "card-title") {
      look += look.empty() ? "t-card-title" : " t-card-title";
      used_.types.insert(type);
    }
    html_.open(tag, {{"class", trimmed(look + space)}, {"id", node.anchor}, {"lang", language(node)}});
    if (node.icon != 0) html_.icon(node.icon);
    html_.text(node.name).close(tag).line();
  }

  void paragraph(const Branch& branch, const std::string& space) {
    const Node& node = *branch.node;
    if (node.look == Look::date_badge) return badge(node);
    std::string look;
    if (node.look == Look::secondary) look = "s";
    if (node.look == Look::secondary_bold) look = "sb";
    if (node.look == Look::lead) look = "lead";
    if (node.look == Look::struck) look = "s struck";
    if (node.look == Look::plain) {
      const std::string type = type_name(node);
      if (type != "body" && type != "secondary") {
        look = "t-" + type;
        used_.types.insert(type);
      }
    }
    html_.open("p", {{"class", trimmed(look + space)}, {"id", node.anchor}, {"lang", language(node)}});
    running_text(branch);
    html_.close("p");
  }

  // The words of a paragraph, with the links among them.
  void running_text(const Branch& branch) {
    const std::string_view words = branch.node->name;
    std::size_t at = 0;
    for (const Branch& below : branch.below) {
      const Node& link = *below.node;
      if (link.look != Look::in_text) continue;
      html_.text(words.substr(at, link.begins_at - at));
      said("a", link);
      at = link.begins_at + link.name.size();
    }
    html_.text(words.substr(at));
  }

  void link(const Node& node, const std::string& space) {
    html_.open("a", {{"class", "link" + space},
                     {"href", node.href},
                     {"aria-current", node.state.current ? "page" : ""},
                     {"lang", language(node)}});
    html_.icon(node.icon).text(node.name).close("a").line();
  }

  void icon_link(const Node& node) {
    html_.open("a", {{"class", "sign"}, {"href", node.href}, {"aria-label", node.name}})
        .icon(node.icon)
        .close("a");
  }

  void chip(const Node& node) {
    html_.element("a",
                  {{"class", "chip"},
                   {"href", node.href},
                   {"aria-current", node.state.current ? "true" : ""},
                   {"lang", language(node)}},
                  node.name);
  }

  // Choices that are pages: the languages.
  void segments(const Branch& group, const std::string& space) {
    html_.open("nav", {{"class", "segments" + space}, {"aria-label", group.node->name}});
    for (const Branch& branch : group.below) {
      const Node& node = *branch.node;
      if (node.href.empty()) continue;
      const auto translation = std::ranges::find(parts_.translations, node.href, &Translation::href);
      if (translation != parts_.translations.end()) has_languages_ = true;
      html_.element("a",
                    {{"href", node.href},
                     {"hreflang", translation != parts_.translations.end() ? translation->language : ""},
                     {"lang", language(node)},
                     {"title", node.shown.empty() ? "" : node.name},
                     {"aria-current", node.state.checked ? "page" : ""}},
                    node.shown.empty() ? node.name : node.shown);
    }
    html_.close("nav").line();
  }

  void days(const Branch& group, const std::string& space) {
    html_.open("nav", {{"class", "days" + space}, {"aria-label", group.node->name}});
    for (const Branch& branch : group.below) {
      const Node& node = *branch.node;
      if (node.href.empty()) continue;
      std::string read = node.shown;
      std::ranges::replace(read, '\n', ' ');
      html_.open("a", {{"href", node.href},
                       {"aria-label", read == node.name ? "" : node.name},
                       {"aria-current", node.state.selected ? "page" : ""}});
      int line = 0;
      for (std::size_t at = 0; at <= node.shown.size(); ++line) {
        const std::size_t end = std::min(node.shown.find('\n', at), node.shown.size());
        html_.element(line == 1 ? "b" : "span", {}, node.shown.substr(at, end - at))
            .raw(end < node.shown.size() ? " " : "");
        at = end + 1;
      }
      html_.close("a");
    }
    html_.close("nav").line().raw(parts_.below_days);
  }

  void search(const Node& node, const std::string& space) {
    html_.open("form",
               {{"class", "field" + space}, {"action", parts_.words.search_path}, {"role", "search"}});
    html_.icon(ui::icon::search)
        .open("input", {{"type", "search"},
                        {"name", "q"},
                        {"aria-label", node.name},
                        {"placeholder", node.hint},
                        {"autocomplete", "off"}});
    html_.close("form").line();
  }

  // A QR code, a path of its dark squares.
  void code(const Node& node, const std::string& space) {
    const auto made = carry::qr_code_of(node.value);
    if (!made) return;
    constexpr int quiet = carry::QrCode::quiet_zone;
    const std::string side = std::to_string(made->size + 2 * quiet);
    std::string path;
    for (int y = 0; y < made->size; ++y)
      for (int x = 0; x < made->size; ++x) {
        if (!made->is_dark(x, y)) continue;
        const int begin = x;
        while (x < made->size && made->is_dark(x, y)) ++x;
        path += "M" + std::to_string(quiet + begin) + " " + std::to_string(quiet + y) + "h" +
                std::to_string(x - begin) + "v1h-" + std::to_string(x - begin) + "z";
      }
    html_.open("svg", {{"class", "code" + space},
                       {"role", "img"},
                       {"aria-label", node.name},
                       {"viewBox", "0 0 " + side + " " + side}});
    html_.open("path", {{"d", path}}).close("path").close("svg").line();
  }

  // ---- small things

  // Its words in an element of their own, which leads where the node does.
  void said(std::string_view tag, const Node& node) {
    html_.element(tag, {{"href", tag == "a" ? node.href : std::string{}}, {"lang", language(node)}},
                  node.name);
  }

  std::string language(const Node& node) const {
    return node.language == parts_.tree.language ? std::string{} : node.language;
  }

  // " g14" for what begins at `top`; empty where nothing is between.
  std::string gap(float top) {
    const int points = static_cast<int>(std::lround(top - bottom_));
    if (points <= 0 || points > 200) return {};
    used_.gaps.insert(points);
    return " g" + std::to_string(points);
  }

  static std::string trimmed(const std::string& classes) {
    return classes.starts_with(' ') ? classes.substr(1) : classes;
  }

  const BodyParts& parts_;
  Used& used_;
  Html html_;
  float bottom_ = 0;            // of what was written last in the same box
  bool has_languages_ = false;  // the screen itself has the choice
};

}  // namespace

std::string body_of(const BodyParts& parts, Used& used) { return BodyWriter(parts, used).write(); }

}  // namespace pages
