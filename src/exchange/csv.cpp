#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "exchange/sheet.h"
#include "text/utf8.h"

namespace exchange {
namespace {

// Whether all of it is UTF-8.
bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t before = text.size();
    if (text::take_code_point(text) == 0xFFFD && before - text.size() == 1) return false;
  }
  return true;
}

// Of bytes that are no UTF-8: whether they are words in windows-1251. In texts of Western Europe letters
// above 127 stand alone among others.
bool looks_like_1251(std::string_view bytes) {
  const auto is_letter = [&](std::size_t i) {
    const auto code = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    return code >= 0xC0 || code == 0xA8 || code == 0xB8;
  };
  std::size_t high = 0, in_words = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    ++high;
    in_words += is_letter(i) && (is_letter(i + 1) || (i > 0 && is_letter(i - 1)));
  }
  return in_words * 10 >= high * 7;
}

struct RowReader {
  std::string_view text;
  char separator = ',';
  std::size_t line = 1;

  // One row, or nothing at the end.
  bool next(Row& row, bool& unclosed) {
    if (text.empty()) return false;
    row = {.number = line, .cells = {}};
    while (true) {
      row.cells.push_back(cell(unclosed));
      if (text.empty()) return true;
      const char end = text.front();
      text.remove_prefix(1);
      if (end == separator) {
        if (text.empty()) row.cells.emplace_back();
        if (text.empty()) return true;
        continue;
      }
      if (end == '\r' && text.starts_with('\n')) text.remove_prefix(1);
      ++line;
      return true;
    }
  }

  Cell cell(bool& unclosed) {
    std::string value;
    if (text.starts_with('"')) {
      text.remove_prefix(1);
      while (true) {
        const std::size_t quote = text.find('"');
        const std::string_view piece = text.substr(0, quote);
        line += static_cast<std::size_t>(std::ranges::count(piece, '\n'));
        value += piece;
        if (quote == std::string_view::npos) {
          unclosed = true;
          text = {};
          break;
        }
        text.remove_prefix(quote + 1);
        if (!text.starts_with('"')) break;
        value += '"';
        text.remove_prefix(1);
      }
    }
    const char ends[] = {separator, '\r', '\n', '\0'};
    const std::size_t end = std::min(text.find_first_of(std::string_view(ends, 3)), text.size());
    value += text.substr(0, end);
    text.remove_prefix(end);
    std::erase(value, '\r');
    constexpr std::string_view blanks = " \t\n";
    const std::size_t first = value.find_first_not_of(blanks);
    if (first == std::string::npos) return {};
    value = value.substr(first, value.find_last_not_of(blanks) + 1 - first);
    return {.kind = Cell::Kind::text, .text = std::move(value)};
  }
};

// How many of the first rows have as many cells as most of them, when that is more than one.
std::size_t agreement(std::string_view text, char separator) {
  constexpr std::size_t most_rows = 50;
  RowReader reader{text, separator};
  std::map<std::size_t, std::size_t> counts;
  Row row;
  bool unclosed = false;
  for (std::size_t i = 0; i < most_rows && reader.next(row, unclosed); ++i)
    if (row.cells.size() > 1) ++counts[row.cells.size()];
  std::size_t best = 0;
  for (const auto& [cells, rows] : counts) best = std::max(best, rows * std::min<std::size_t>(cells, 20));
  return best;
}

}  // namespace

std::expected<CsvResult, std::string> read_csv(std::string_view bytes, const CsvOptions& options) {
  CsvResult result;
  std::string encoding = options.encoding;
  if (encoding.empty()) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
      encoding = "UTF-8";
    else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
      encoding = "UTF-16";
    else if (is_utf8(bytes))
      encoding = "UTF-8";
    else if (looks_like_1251(bytes))
      encoding = "windows-1251";
    else
      return std::unexpected(
          "is not in UTF-8; --encoding says in what it is, such as windows-1251 or windows-1252");
  }
  auto text = to_utf8(bytes, encoding);
  if (!text) return std::unexpected(text.error());
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (text->find('\0') != std::string::npos) return std::unexpected("is no table: it has zero bytes");
  result.encoding = encoding;
  std::string_view rest = *text;
  // Excel's own way to say it.
  if (rest.starts_with("sep=") && rest.size() > 5 && (rest[5] == '\r' || rest[5] == '\n')) {
    result.separator = rest[4];
    rest.remove_prefix(std::min(rest.find('\n'), rest.size() - 1) + 1);
  } else {
    std::size_t best = 0;
    for (const char separator : {',', ';', '\t'})
      if (const std::size_t rows = agreement(rest, separator); rows > best) {
        best = rows;
        result.separator = separator;
      }
  }
  RowReader reader{rest, result.separator, rest.size() == text->size() ? 1U : 2U};
  Row row;
  bool unclosed = false;
  std::size_t cells = 0;
  while (reader.next(row, unclosed)) {
    if (unclosed)
      return std::unexpected("line " + std::to_string(row.number) + ": a quotation mark is not closed");
    if ((cells += row.cells.size()) > most_cells)
      return std::unexpected("has more than " + std::to_string(most_cells) + " cells");
    while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
    if (!row.cells.empty()) result.sheet.rows.push_back(std::move(row));
  }
  return result;
}

}  // namespace exchange
