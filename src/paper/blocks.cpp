#include "paper/blocks.h"

#include <cstddef>
#include <utility>

namespace paper {
namespace {

using ui::Look;
using ui::Node;
using ui::Role;

bool is_left_out(const Node& node) {
  switch (node.role) {
    case Role::navigation:
    case Role::button:
    case Role::switch_:
    case Role::tab_list:
    case Role::radio_group:
    case Role::dialog:
    case Role::progress: return true;
    default: break;
  }
  switch (node.look) {
    case Look::aside:
    case Look::strip:
    case Look::toast:
    case Look::now_line:
    case Look::search_link:
    case Look::star:
    case Look::icon_button:
    case Look::button_primary:
    case Look::button_secondary:
    case Look::badge:
    case Look::in_text:
    case Look::tag_live: return true;
    default: return false;
  }
}

bool is_tag(Look look) {
  return look == Look::tag || look == Look::tag_notice || look == Look::tag_alarm ||
         look == Look::tag_colored;
}

bool is_banner(Look look) {
  return look == Look::banner_notice || look == Look::banner_alarm || look == Look::banner_quiet;
}

class Reader {
 public:
  explicit Reader(const ui::Tree& tree) : nodes_(tree.nodes) {}

  std::vector<Block> read() {
    for (std::size_t i = 0; i < nodes_.size();) {
      const std::size_t end = end_of(i);
      if (nodes_[i].role == Role::main) inside(i + 1, end);
      i = end;
    }
    return std::move(blocks_);
  }

 private:
  // The place behind the node and all that is in it.
  std::size_t end_of(std::size_t node) const {
    std::size_t end = node + 1;
    while (end < nodes_.size() && nodes_[end].depth > nodes_[node].depth) ++end;
    return end;
  }

  void inside(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t next = end_of(begin);
      if (!is_left_out(nodes_[begin])) one(begin, next);
      begin = next;
    }
  }

  void one(std::size_t at, std::size_t end) {
    const Node& node = nodes_[at];
    switch (node.role) {
      case Role::heading: blocks_.emplace_back(Heading{node.level, node.name}); return;
      case Role::grid: return table(at, end);
      case Role::list_item: return item(at, end);
      case Role::image:
        if (node.look == Look::code && !node.value.empty()) blocks_.emplace_back(Code{node.value});
        return;
      case Role::text_field:
      case Role::search_field:
        if (!node.value.empty()) blocks_.emplace_back(Words{.text = node.value, .bold = true});
        return;
      case Role::text:
      case Role::status:
      case Role::alert:
        if (!node.name.empty()) blocks_.emplace_back(words(node));
        return inside(at + 1, end);
      case Role::link:
        // Of chips only what is in force says something here.
        if (node.look == Look::chip && !node.state.current) return;
        if (!node.name.empty()) blocks_.emplace_back(words(node));
        return inside(at + 1, end);
      default: break;
    }
    const bool was = std::exchange(boxed_, boxed_ || is_banner(node.look));
    inside(at + 1, end);
    boxed_ = was;
  }

  Words words(const Node& node) const {
    return {.text = node.name,
            .quiet = node.look == Look::secondary || node.look == Look::chip || node.role == Role::status,
            .bold = node.bold,
            .boxed = boxed_};
  }

  // A session in a list: its time, its link, and what stands on it.
  void item(std::size_t at, std::size_t end) {
    Row row;
    bool has_title = false;
    std::string before;  // words that came before the title
    for (std::size_t i = at + 1; i < end; ++i) {
      const Node& node = nodes_[i];
      if (node.look == Look::star) {
        if (node.state.pressed) row.mark = "★";
        continue;
      }
      if (is_left_out(node)) {
        i = end_of(i) - 1;
        continue;
      }
      if (node.name.empty()) continue;
      if (node.look == Look::row_time) {
        row.time = node.name;
      } else if (node.role == Role::link && !has_title) {
        has_title = true;
        row.title = node.name;
        row.color = node.color;
        row.time += std::exchange(before, {});
      } else if (is_tag(node.look)) {
        row.struck |= node.look == Look::tag_alarm;
        row.tags.push_back(node.name);
      } else if (!has_title && node.role == Role::text) {
        before = node.name;
      } else if (node.role == Role::text || node.role == Role::heading || node.role == Role::link) {
        row.lines.push_back(node.name);
      } else if (node.role == Role::list) {
        // A list within it is a part of its own.
        if (has_title) blocks_.emplace_back(std::move(row));
        return inside(i, end);
      }
    }
    if (!has_title) {
      if (nodes_[at].role == Role::list_item && end > at + 1) inside(at + 1, end);
      return;
    }
    blocks_.emplace_back(std::move(row));
  }

  void table(std::size_t at, std::size_t end) {
    Table table{.name = nodes_[at].name, .cells = {}};
    for (std::size_t i = at + 1; i < end; ++i) {
      const Node& node = nodes_[i];
      if (!ui::is_cell(node.role)) continue;
      Cell cell{.role = node.role,
                .bounds = node.bounds,
                .text = node.shown.empty() ? node.name : node.shown,
                .second = {},
                .color = node.color};
      for (std::size_t in = i + 1; in < end_of(i); ++in) {
        const Node& child = nodes_[in];
        if (is_left_out(child) || child.name.empty()) continue;
        if (cell.color.alpha == 0) cell.color = child.color;
        if (cell.text.empty())
          cell.text = child.name;
        else if (child.role == Role::text)
          cell.second += (cell.second.empty() ? "" : " · ") + child.name;
      }
      if (!cell.text.empty() && !cell.bounds.empty()) table.cells.push_back(std::move(cell));
    }
    if (!table.cells.empty()) blocks_.emplace_back(std::move(table));
  }

  const std::vector<Node>& nodes_;
  std::vector<Block> blocks_;
  bool boxed_ = false;
};

}  // namespace

std::vector<Block> blocks_of(const ui::Tree& tree) { return Reader(tree).read(); }

}  // namespace paper
