#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>

#include "exchange/sheet.h"
#include "text/utf8.h"
#include "zip/unzip.h"

namespace exchange {
namespace {

constexpr std::size_t most_columns = 16'384, most_rows = 1'048'576;
// Days from 30 December 1899, which is 0, to 1 January 1904, which is 0 in workbooks from old Macs.
constexpr double since_1904 = 1462;

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.rfind(':') + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& one) { return local_name(one) == name; });
}

// "_x000D_" stands for a character that XML cannot hold.
std::string unescaped(std::string text) {
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos;) {
    unsigned code = 0;
    const char* begin = text.data() + at + 2;
    if (at + 7 > text.size() || text[at + 6] != '_' ||
        std::from_chars(begin, begin + 4, code, 16).ptr != begin + 4) {
      at += 2;
      continue;
    }
    const std::string letter =
        code == '\r' ? "" : text::encoded(std::u32string(1, static_cast<char32_t>(code)));
    text.replace(at, 7, letter);
    at += letter.size();
  }
  return text;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  while (true) {
    if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else if (!text.empty() && blanks.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (!text.empty() && blanks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else {
      return std::string(text);
    }
  }
}

// Of a shared or inline string: its runs, without what says how they are pronounced.
std::string string_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one) == "t") text += one.text().get();
    if (local_name(one) == "r") text += child(one, "t").text().get();
  }
  return unescaped(std::move(text));
}

// "AB12": column 27 (from 0) and row 12.
struct Place {
  std::size_t column = 0, row = 0;
};
std::optional<Place> place_of(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  while (letters < reference.size() && letters < 3 && reference[letters] >= 'A' && reference[letters] <= 'Z')
    column = column * 26 + static_cast<std::size_t>(reference[letters++] - 'A' + 1);
  std::size_t row = 0;
  const auto [end, wrong] =
      std::from_chars(reference.data() + letters, reference.data() + reference.size(), row);
  if (letters == 0 || wrong != std::errc() || end != reference.data() + reference.size() ||
      column > most_columns || row == 0 || row > most_rows)
    return std::nullopt;
  return Place{column - 1, row};
}

class Workbook {
 public:
  explicit Workbook(zip::Files files) : files_(std::move(files)) {}

  std::expected<std::vector<Sheet>, std::string> read() {
    pugi::xml_document book, relations;
    if (!load("xl/workbook.xml", book)) return std::unexpected(why_);
    if (!load("xl/_rels/workbook.xml.rels", relations)) return std::unexpected(why_);
    const pugi::xml_node workbook = child(book, "workbook");
    const std::string_view old = child(workbook, "workbookPr").attribute("date1904").value();
    shift_ = old == "1" || old == "true" ? since_1904 : 0;
    std::map<std::string, std::string> targets;
    std::string strings;
    for (const pugi::xml_node& one : child(relations, "Relationships").children()) {
      std::string target = one.attribute("Target").value();
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      if (std::string_view(one.attribute("Type").value()).ends_with("/sharedStrings")) strings = target;
      targets.emplace(one.attribute("Id").value(), std::move(target));
    }
    if (!strings.empty() && !read_strings(strings)) return std::unexpected(why_);
    std::vector<Sheet> sheets;
    for (const pugi::xml_node& one : child(workbook, "sheets").children()) {
      std::string id;
      for (const pugi::xml_attribute& attribute : one.attributes())
        if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
      Sheet sheet{.name = one.attribute("name").value(),
                  .hidden = std::string_view(one.attribute("state").value()).contains("idden"),
                  .rows = {}};
      const auto target = targets.find(id);
      // Sheets that are charts alone have no cells.
      if (target == targets.end() || !target->second.starts_with("xl/worksheets/")) continue;
      if (!read_sheet(target->second, sheet)) return std::unexpected(why_);
      sheets.push_back(std::move(sheet));
    }
    if (sheets.empty()) return std::unexpected("has no sheets");
    return sheets;
  }

 private:
  bool load(const std::string& name, pugi::xml_document& document) {
    const auto file = files_.find(name);
    if (file == files_.end()) {
      why_ = "is no Excel workbook: there is no " + name + " in it";
      return false;
    }
    const pugi::xml_parse_result result = document.load_buffer(
        file->second.data(), file->second.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
    if (!result) why_ = "is damaged: " + name + " in it cannot be read: " + result.description();
    return static_cast<bool>(result);
  }

  bool read_strings(const std::string& name) {
    pugi::xml_document document;
    if (!load(name, document)) return false;
    for (const pugi::xml_node& one : child(document, "sst").children())
      if (local_name(one) == "si") strings_.push_back(string_of(one));
    return true;
  }

  bool read_sheet(const std::string& name, Sheet& sheet) {
    pugi::xml_document document;
    if (!load(name, document)) return false;
    std::size_t number = 0;
    for (const pugi::xml_node& row : child(child(document, "worksheet"), "sheetData").children()) {
      if (local_name(row) != "row") continue;
      number = row.attribute("r") ? row.attribute("r").as_uint() : number + 1;
      if (number == 0 || number > most_rows) continue;
      Row read{.number = number, .cells = {}};
      std::size_t column = 0;
      for (const pugi::xml_node& one : row.children()) {
        if (local_name(one) != "c") continue;
        if (const auto place = place_of(one.attribute("r").value())) column = place->column;
        if (column >= most_columns) break;
        Cell cell = read_cell(one);
        if (!cell.empty()) {
          if ((cells_ += column + 1 - std::min(read.cells.size(), column + 1)) > most_cells) {
            why_ = "has more than " + std::to_string(most_cells) + " cells";
            return false;
          }
          if (read.cells.size() <= column) read.cells.resize(column + 1);
          read.cells[column] = std::move(cell);
        }
        ++column;
      }
      if (!read.cells.empty()) sheet.rows.push_back(std::move(read));
    }
    return true;
  }

  Cell read_cell(const pugi::xml_node& node) const {
    const std::string_view type = node.attribute("t").value();
    const std::string_view value = child(node, "v").text().get();
    Cell cell;
    if (type == "inlineStr") {
      cell.text = trimmed(string_of(child(node, "is")));
    } else if (type == "s") {
      std::size_t index = strings_.size();
      (void)std::from_chars(value.data(), value.data() + value.size(), index);
      if (index < strings_.size()) cell.text = trimmed(strings_[index]);
    } else if (type == "str") {
      cell.text = trimmed(unescaped(std::string(value)));
    } else if (type == "e") {
      return {.kind = Cell::Kind::mistake, .text = std::string(value)};
    } else if (!value.empty()) {
      double number = 0;
      const auto [end, wrong] = std::from_chars(value.data(), value.data() + value.size(), number);
      if (wrong != std::errc() || end != value.data() + value.size() || !std::isfinite(number)) {
        cell.text = trimmed(value);
      } else {
        char shortest[40];
        const auto written = std::to_chars(shortest, shortest + sizeof shortest, number);
        return {.kind = Cell::Kind::number,
                .text = std::string(shortest, written.ptr),
                .number = number >= 1 ? number + shift_ : number};
      }
    }
    cell.kind = cell.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
    return cell;
  }

  zip::Files files_;
  std::vector<std::string> strings_;
  double shift_ = 0;  // to days since 30 December 1899
  std::size_t cells_ = 0;
  std::string why_;
};

}  // namespace

const Cell& Row::at(std::size_t column) const {
  static const Cell nothing;
  return column < cells.size() ? cells[column] : nothing;
}

std::string column_name(std::size_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::expected<std::vector<Sheet>, std::string> read_xlsx(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return std::unexpected(
        "is a workbook of the old kind (.xls) or one with a password; save it as .xlsx without one");
  if (!bytes.starts_with("PK"))
    return std::unexpected("is no Excel workbook (.xlsx), whatever its name says");
  auto files = zip::unzip(bytes, [](std::string_view path) -> std::optional<std::string> {
    const bool wanted = path == "xl/workbook.xml" || path == "xl/_rels/workbook.xml.rels" ||
                        path.starts_with("xl/worksheets/sheet") || path.starts_with("xl/sharedStrings");
    return wanted ? std::optional(std::string(path)) : std::nullopt;
  });
  if (!files) return std::unexpected("is a workbook that cannot be read whole: it " + files.error());
  return Workbook(std::move(*files)).read();
}

}  // namespace exchange
