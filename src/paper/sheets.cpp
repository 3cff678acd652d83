#include "paper/sheets.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "paper/lines.h"
#include "paper/table.h"

namespace paper {
namespace {

constexpr ui::Color quiet{70, 70, 70};
constexpr ui::Color line_color{170, 170, 170};
constexpr float side = 40;  // margins
constexpr float top = 40;
constexpr float bottom = 48;         // with the foot in it
constexpr float foot = 26;           // above the edge
constexpr float above_running = 16;  // what is repeated at the top of a sheet

// Something that is never split.
struct Piece {
  float height = 0;
  float space = 0;  // above it, where it is not the first on its sheet
  bool keeps_next = false;
  bool begins_part = false;  // heading of level 2
  std::string part = {};     // its text
  std::function<void(Pdf&, ui::Point corner, bool first)> draw;
};

class Composer {
 public:
  Composer(Pdf& pdf, const Sheet& sheet, std::string_view language, float scale)
      : pdf_(pdf), language_(language), scale_(scale), size_(size_of(sheet)) {}

  float width() const { return size_.width - 2 * side; }

  std::vector<Piece> pieces_of(const std::vector<Block>& blocks) {
    std::vector<Piece> pieces;
    std::string time;
    for (const Block& block : blocks) {
      if (const auto* heading = std::get_if<Heading>(&block)) {
        pieces.push_back(of(*heading));
        time.clear();
      } else if (const auto* words = std::get_if<Words>(&block)) {
        for (Piece& piece : of(*words)) pieces.push_back(std::move(piece));
      } else if (const auto* row = std::get_if<Row>(&block)) {
        if (!row->time.empty()) time = row->time;
        pieces.push_back(of(*row, time));
      } else if (const auto* code = std::get_if<Code>(&block)) {
        if (std::optional<Piece> piece = of(*code)) pieces.push_back(std::move(*piece));
      }
    }
    return pieces;
  }

  Piece of(const Heading& heading) {
    const float size = heading.level == 1 ? 20 : heading.level == 2 ? 14 : 11;
    const Type type{size * scale_, true};
    auto lines = lines_of(pdf_, heading.text, type, width(), language_);
    static constexpr const char* tags[] = {"H1", "H2", "H3"};
    const char* tag = tags[std::clamp(heading.level, 1, 3) - 1];
    return {.height = step(type) * static_cast<float>(lines.size()) + 3 * scale_,
            .space = (heading.level == 1   ? 6.F
                      : heading.level == 2 ? 14.F
                                           : 8.F) *
                     scale_,
            .keeps_next = true,
            .begins_part = heading.level == 2,
            .part = heading.text,
            .draw = [this, lines = std::move(lines), type, tag](Pdf& pdf, ui::Point at, bool) {
              draw_lines(pdf, lines, at, type, black, tag);
            }};
  }

  // Line by line: long texts go on over sheets.
  std::vector<Piece> of(const Words& words) {
    const Type type{(words.quiet ? 9.F : 10.F) * scale_, words.bold};
    const float indent = words.boxed ? 10 * scale_ : 0;
    std::vector<Piece> pieces;
    for (std::string& line : lines_of(pdf_, words.text, type, width() - indent, language_))
      pieces.push_back(
          {.height = step(type),
           .space = pieces.empty() ? 3 * scale_ : 0,
           .keeps_next = pieces.empty(),
           .draw = [this, line = std::move(line), type, words_quiet = words.quiet, indent](
                       Pdf& pdf, ui::Point at, bool) {
             if (indent > 0) pdf.fill({at.x, at.y, 2 * scale_, step(type)}, line_color);
             draw_lines(pdf, {line}, {at.x + indent, at.y}, type, words_quiet ? quiet : black, "P");
           }});
    if (pieces.size() == 1) pieces.front().keeps_next = false;
    return pieces;
  }

  Piece of(const Row& row, const std::string& time) {
    const Type bold{10.5F * scale_, true};
    const Type title_type{10.5F * scale_, !row.struck};
    const Type small{8.5F * scale_, false};
    const Type tag_type{8 * scale_, true};
    // What goes on into another day says both days: in lines, so that there is room for the title.
    constexpr float most_of_time = 0.5F;
    auto times = time.empty() ? std::vector<std::string>()
                              : lines_of(pdf_, time, bold, width() * most_of_time, language_);
    float longest = pdf_.width_of("00:00", bold);
    for (const std::string& line : times) longest = std::max(longest, pdf_.width_of(line, bold));
    const float time_room = times.empty() ? 0 : longest + 10 * scale_;
    const float left = time_room + 9 * scale_;
    const float room = width() - left;
    const std::string title = row.mark.empty() ? row.title : row.mark + " " + row.title;
    auto titles = lines_of(pdf_, title, title_type, room, language_);
    std::string tags;
    for (const std::string& tag : row.tags) tags += (tags.empty() ? "" : " · ") + tag;
    auto tag_lines = lines_of(pdf_, tags, tag_type, room, language_);
    std::vector<std::string> seconds;
    for (const std::string& one : row.lines)
      for (std::string& line : lines_of(pdf_, one, small, room, language_))
        seconds.push_back(std::move(line));
    const float padding = 5 * scale_;
    const float height = 2 * padding + std::max(step(bold) * static_cast<float>(times.size()),
                                                step(title_type) * static_cast<float>(titles.size()) +
                                                    step(tag_type) * static_cast<float>(tag_lines.size()) +
                                                    step(small) * static_cast<float>(seconds.size()));
    return {.height = height,
            .draw = [=, this, says_time = !row.time.empty(), color = row.color, struck = row.struck](
                        Pdf& pdf, ui::Point at, bool first) {
              pdf.fill({at.x, at.y, width(), 0.5F}, line_color);
              // Who sees this sheet alone needs the time too.
              if (first || says_time) draw_lines(pdf, times, {at.x, at.y + padding}, bold, black, "P");
              if (color.alpha > 0)
                pdf.fill({at.x + time_room, at.y + padding, 3 * scale_, height - 2 * padding},
                         {color.red, color.green, color.blue});
              float y = at.y + padding;
              for (const std::string& line : titles) {
                pdf.text({at.x + left, y + base(title_type)}, line, title_type, struck ? quiet : black);
                if (struck)
                  pdf.fill({at.x + left, y + base(title_type) - 3.4F * scale_, pdf.width_of(line, title_type),
                            0.7F * scale_},
                           quiet);
                y += step(title_type);
              }
              draw_lines(pdf, tag_lines, {at.x + left, y}, tag_type, black, "P");
              y += step(tag_type) * static_cast<float>(tag_lines.size());
              draw_lines(pdf, seconds, {at.x + left, y}, small, quiet, "P");
            }};
  }

  std::optional<Piece> of(const Code& code) {
    const float square_room = 90 * std::min(scale_, 1.6F);
    auto drawn = code_of(code.text, square_room);
    if (!drawn) return std::nullopt;
    return Piece{.height = square_room,
                 .space = 8 * scale_,
                 .draw = [drawn = std::move(*drawn)](Pdf& pdf, ui::Point at, bool) {
                   for (const ui::Rect& dark : drawn)
                     pdf.fill({at.x + dark.x, at.y + dark.y, dark.width, dark.height}, black);
                 }};
  }

  void draw_lines(Pdf& pdf, const std::vector<std::string>& lines, ui::Point at, const Type& type,
                  ui::Color color, const char* tag) const {
    float y = at.y;
    for (const std::string& line : lines) {
      pdf.text({at.x, y + base(type)}, line, type, color, tag);
      y += step(type);
    }
  }

  static float step(const Type& type) { return type.size * 1.3F; }
  static float base(const Type& type) { return type.size * 1.0F; }

 private:
  Pdf& pdf_;
  std::string_view language_;
  float scale_;
  ui::Size size_;
};

struct Placed {
  const Piece* piece;
  float y;
};

struct Page {
  std::vector<Placed> pieces;
  std::string running;  // the part that goes on from the sheet before
};

// What stands on which sheet.
std::vector<Page> pages_of(const std::vector<Piece>& pieces, float height, bool day_begins_sheet) {
  std::vector<Page> pages(1);
  float y = 0;
  std::string part;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    // With all that must not be left behind.
    float needed = piece.height;
    for (std::size_t next = i; pieces[next].keeps_next && next + 1 < pieces.size(); ++next)
      needed += pieces[next + 1].space + pieces[next + 1].height;
    const bool first = pages.back().pieces.empty();
    const float space = first ? 0 : piece.space;
    const bool asked = piece.begins_part && day_begins_sheet && !part.empty();
    if (!first && (asked || y + space + std::min(needed, height) > height)) {
      pages.emplace_back();
      if (!piece.begins_part) pages.back().running = part;
      y = pages.back().running.empty() ? 0 : above_running;
    } else {
      y += space;
    }
    if (piece.begins_part) part = piece.part;
    pages.back().pieces.push_back({&piece, y});
    y += piece.height;
  }
  return pages;
}

void draw_foot(Pdf& pdf, ui::Size size, std::string_view footer, std::size_t page, std::size_t pages) {
  const Type type{8, false};
  pdf.text({side, size.height - foot}, footer, type, quiet, "P");
  const std::string number = std::to_string(page) + " / " + std::to_string(pages);
  pdf.text({size.width - side - pdf.width_of(number, type), size.height - foot}, number, type, quiet, "P");
}

// A sign: before the first part stands what is on all sheets; each part is as large as its sheet allows.
void draw_sign(Pdf& pdf, const std::vector<Block>& blocks, const Sheet& sheet, std::string_view language,
               std::string_view footer) {
  const ui::Size size = size_of(sheet);
  std::vector<Block> head;
  std::vector<std::vector<Block>> parts;
  std::optional<Code> code;
  for (const Block& block : blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == 2) parts.emplace_back();
    if (const auto* one = std::get_if<Code>(&block))
      code = *one;
    else
      (parts.empty() ? head : parts.back()).push_back(block);
  }
  if (parts.empty()) parts.emplace_back();
  const float code_room = code ? std::min(size.width, size.height) * 0.17F : 0;
  std::size_t number = 0;
  struct Made {
    std::unique_ptr<Composer> composer;
    std::vector<Piece> pieces;
    std::vector<Page> pages;
  };
  std::vector<Made> all;
  for (const std::vector<Block>& part : parts) {
    std::vector<Block> whole = head;
    whole.insert(whole.end(), part.begin(), part.end());
    Made made;
    for (float scale = 3.2F; scale >= 0.8F; scale -= 0.1F) {
      made.composer = std::make_unique<Composer>(pdf, sheet, language, scale);
      made.pieces = made.composer->pieces_of(whole);
      // The title leaves room to the code.
      made.pages = pages_of(made.pieces, size.height - top - bottom - code_room * 0.4F, false);
      if (made.pages.size() == 1) break;
    }
    number += made.pages.size();
    all.push_back(std::move(made));
  }
  std::size_t page_number = 0;
  for (const Made& made : all)
    for (const Page& page : made.pages) {
      pdf.begin_sheet(size);
      for (const Placed& placed : page.pieces)
        placed.piece->draw(pdf, {side, top + placed.y}, &placed == &page.pieces.front());
      if (code)
        if (const auto drawn = code_of(code->text, code_room))
          for (const ui::Rect& dark : *drawn)
            pdf.fill({size.width - side - code_room + dark.x, top - 10 + dark.y, dark.width, dark.height},
                     black);
      draw_foot(pdf, size, footer, ++page_number, number);
      pdf.end_sheet();
    }
}

}  // namespace

ui::Size size_of(const Sheet& sheet) {
  // Millimetres as points.
  const ui::Size upright =
      sheet.format == Format::a3 ? ui::Size{841.89F, 1190.55F} : ui::Size{595.28F, 841.89F};
  return sheet.landscape ? ui::Size{upright.height, upright.width} : upright;
}

void draw_sheets(Pdf& pdf, const std::vector<Block>& blocks, const Sheet& sheet, std::string_view language,
                 std::string_view footer) {
  if (sheet.sign) return draw_sign(pdf, blocks, sheet, language, footer);
  const ui::Size size = size_of(sheet);
  // A grid has its sheets to itself; what is said over it stands on each.
  const auto grid =
      std::ranges::find_if(blocks, [](const Block& one) { return std::holds_alternative<Table>(one); });
  if (grid != blocks.end()) {
    std::string title = std::get<Table>(*grid).name;
    for (auto one = blocks.begin(); one != grid; ++one)
      if (const auto* heading = std::get_if<Heading>(&*one); heading != nullptr && title.empty())
        title = heading->text;
    const std::vector<TableSheet> sheets =
        table_sheets(std::get<Table>(*grid),
                     {side, top + 26, size.width - 2 * side, size.height - top - bottom - 26}, language);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      pdf.begin_sheet(size);
      pdf.text({side, top + 12}, title, {15, true}, black, "H1");
      sheets[i].draw(pdf);
      draw_foot(pdf, size, footer, i + 1, sheets.size());
      pdf.end_sheet();
    }
    return;
  }
  Composer composer(pdf, sheet, language, 1);
  const std::vector<Piece> pieces = composer.pieces_of(blocks);
  const std::vector<Page> pages = pages_of(pieces, size.height - top - bottom, sheet.day_begins_sheet);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pdf.begin_sheet(size);
    if (!pages[i].running.empty()) pdf.text({side, top + 8}, pages[i].running, {9, true}, quiet, "P");
    for (const Placed& placed : pages[i].pieces)
      placed.piece->draw(pdf, {side, top + placed.y}, &placed == &pages[i].pieces.front());
    draw_foot(pdf, size, footer, i + 1, pages.size());
    pdf.end_sheet();
  }
}

}  // namespace paper
