#include "paper/table.h"

#include <algorithm>
#include <cmath>

#include "carry/qr_code.h"
#include "paper/lines.h"

namespace paper {
namespace {

constexpr ui::Color quiet_in_table{80, 80, 80};
constexpr ui::Color edge{150, 150, 150};
constexpr ui::Color hair{215, 215, 215};
constexpr ui::Color white{255, 255, 255};
constexpr float times_room = 36;
constexpr float heads_room = 30;
constexpr float least_column = 92;
constexpr float stripe = 3;
constexpr float padding = 3;

// As many words as its place holds.
void draw_cell(Pdf& pdf, const Cell& cell, const ui::Rect& at, std::string_view language) {
  const ui::Rect inner = at.inset(0.75F);
  pdf.fill(at.inset(0.4F), edge);
  pdf.fill(inner, white);
  if (cell.color.alpha > 0)
    pdf.fill({inner.x, inner.y, stripe, inner.height}, {cell.color.red, cell.color.green, cell.color.blue});
  const float left = inner.x + stripe + padding;
  const float width = inner.right() - padding - left;
  if (width < 4) return;
  // Short sessions in smaller letters; none smaller than can be read.
  Type bold{8, true};
  while (bold.size > 5.5F && bold.size * 1.2F > inner.height - 1) bold.size -= 0.5F;
  const Type plain{bold.size - 0.5F, false};
  float y = inner.y + std::min(2.F, std::max(0.F, (inner.height - bold.size * 1.2F) / 2));
  const auto fits = [&](const Type& type) {
    return static_cast<std::size_t>(
        std::max(0.F, std::floor((inner.bottom() + 0.5F - y) / (type.size * 1.2F))));
  };
  for (const std::string& line :
       first_lines(pdf, cell.text, bold, width, language, std::max<std::size_t>(1, fits(bold)))) {
    pdf.text({left, y + bold.size * 0.95F}, line, bold, black);
    y += bold.size * 1.2F;
  }
  for (const std::string& line : first_lines(pdf, cell.second, plain, width, language, fits(plain))) {
    pdf.text({left, y + plain.size * 0.95F}, line, plain, quiet_in_table);
    y += plain.size * 1.2F;
  }
}

}  // namespace

std::vector<TableSheet> table_sheets(const Table& table, const ui::Rect& room, std::string_view language) {
  std::vector<const Cell*> columns, rows, cells;
  for (const Cell& cell : table.cells)
    (cell.role == ui::Role::column_header ? columns
     : cell.role == ui::Role::row_header  ? rows
                                          : cells)
        .push_back(&cell);
  std::ranges::sort(columns, {}, [](const Cell* one) { return one->bounds.x; });
  if (columns.empty()) return {};
  // From the first to the last moment of the day.
  float begin = 0, end = 1;
  bool any = false;
  for (const std::vector<const Cell*>* list : {&cells, &rows})
    for (const Cell* cell : *list) {
      begin = any ? std::min(begin, cell->bounds.y) : cell->bounds.y;
      end = any ? std::max(end, cell->bounds.bottom()) : cell->bounds.bottom();
      any = true;
    }
  const float height = room.height - heads_room;
  const float down = height / std::max(1.F, end - begin);
  const auto at_once = static_cast<std::size_t>(std::max(1.F, (room.width - times_room) / least_column));
  const std::size_t sheets = (columns.size() + at_once - 1) / at_once;
  const std::size_t each = (columns.size() + sheets - 1) / sheets;
  const float column_width = (room.width - times_room) / static_cast<float>(each);

  std::vector<TableSheet> all;
  for (std::size_t first = 0; first < columns.size(); first += each) {
    const std::size_t last = std::min(columns.size(), first + each);
    all.push_back({[=, language = std::string(language)](Pdf& out) {
      const float left = room.x + times_room;
      const float top = room.y + heads_room;
      const float right = left + column_width * static_cast<float>(last - first);
      for (std::size_t i = first; i < last; ++i) {
        const float x = left + column_width * static_cast<float>(i - first);
        float y = room.y;
        const Type type{8, true};
        for (const std::string& line :
             first_lines(out, columns[i]->text, type, column_width - 6, language, 2)) {
          out.text({x + 3, y + type.size}, line, type, black, "P");
          y += type.size * 1.2F;
        }
        out.fill({x, top - 4, 0.5F, height + 4}, hair);
      }
      for (const Cell* row : rows) {
        const float y = top + (row->bounds.y - begin) * down;
        out.fill({room.x, y, right - room.x, 0.5F}, hair);
        out.text({room.x, y + 8}, row->text, {7.5F, true}, quiet_in_table, "P");
      }
      out.fill({room.x, top, right - room.x, 0.8F}, edge);
      for (const Cell* cell : cells) {
        const ui::Rect& bounds = cell->bounds;
        const float y = top + (bounds.y - begin) * down;
        // What is for all rooms goes across the sheet.
        if (bounds.width > columns.front()->bounds.width * 1.5F) {
          draw_cell(out, *cell, {left, y, right - left, bounds.height * down}, language);
          continue;
        }
        for (std::size_t i = first; i < last; ++i) {
          const ui::Rect& column = columns[i]->bounds;
          const float middle = bounds.center().x;
          if (middle < column.x || middle >= column.right()) continue;
          const float across = column_width / std::max(1.F, column.width);
          const float x =
              left + column_width * static_cast<float>(i - first) + (bounds.x - column.x) * across;
          draw_cell(out, *cell, {x, y, bounds.width * across, bounds.height * down}, language);
        }
      }
    }});
  }
  return all;
}

std::optional<std::vector<ui::Rect>> code_of(std::string_view text, float side) {
  const auto code = carry::qr_code_of(text);
  if (!code) return std::nullopt;
  const float square = side / static_cast<float>(code->size + 2 * carry::QrCode::quiet_zone);
  std::vector<ui::Rect> dark;
  for (int y = 0; y < code->size; ++y)
    for (int x = 0; x < code->size; ++x) {
      if (!code->is_dark(x, y)) continue;
      const int begin = x;
      while (x < code->size && code->is_dark(x, y)) ++x;
      // A little higher, so that no seam shows between rows.
      dark.push_back({square * static_cast<float>(carry::QrCode::quiet_zone + begin),
                      square * static_cast<float>(carry::QrCode::quiet_zone + y),
                      square * static_cast<float>(x - begin), square * 1.02F});
    }
  return dark;
}

}  // namespace paper
