#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "exchange/clock.h"
#include "exchange/places.h"
#include "exchange/workbook.h"
#include "exchange/workbook_columns.h"
#include "files/files.h"
#include "files/paths.h"
#include "files/scratch.h"
#include "text/words.h"

namespace exchange {
namespace {

namespace fs = std::filesystem;

constexpr lxw_row_t empty_rows = 500;      // below what is there, for which the drop-down lists hold too
constexpr std::size_t longest_list = 255;  // of a drop-down, in Excel
constexpr std::size_t longest_cell = 32'767;

std::string joined(const Json& list, std::string_view between) {
  std::string text;
  if (list.is_array())
    for (const Json& one : list)
      if (one.is_string()) text += (text.empty() ? "" : std::string(between)) + one.get<std::string>();
  return text;
}

// "_x0041_" is how these files write a letter by its number: where a text has that itself, its first letter
// is written so.
std::string escaped(std::string text) {
  const auto is_hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  constexpr std::size_t length = 7;
  constexpr std::string_view line = "_x005F_";
  for (std::size_t at = 0; (at = text.find("_x", at)) != std::string::npos; ++at)
    if (at + length <= text.size() && text[at + length - 1] == '_' &&
        std::ranges::all_of(text.substr(at + 2, 4), is_hex)) {
      text.replace(at, 1, line);
      at += line.size();
    }
  return text;
}

class Writer {
 public:
  // `path`: of the file that is made, in a folder where the library puts what is unfinished.
  Writer(const Folder& folder, const fs::path& path)
      : folder_(folder), scratch_(files::name_for_c(path.parent_path())) {
    lxw_workbook_options options{};
    options.tmpdir = const_cast<decltype(options.tmpdir)>(scratch_.c_str());
    book_ = workbook_new_opt(files::name_for_c(path).c_str(), &options);
    languages_ = languages_of(folder.file("event.json"));
    if (languages_.empty())
      for (const std::string_view language : text::message_languages()) languages_.emplace_back(language);
    const std::string zone = text_at(folder.file("event.json"), "time_zone");
    if (auto named = text::TimeZone::named(zone.empty() ? "Etc/UTC" : zone))
      clock_.emplace(std::move(*named));
    // The same event makes the same bytes.
    lxw_doc_properties properties{};
    properties.created = 1'577'836'800;
    workbook_set_properties(book_, &properties);
    head_ = workbook_add_format(book_);
    format_set_bold(head_);
    format_set_bg_color(head_, 0xDDF1F3);
    format_set_border(head_, LXW_BORDER_THIN);
    wrap_ = workbook_add_format(book_);
    format_set_text_wrap(wrap_);
    format_set_align(wrap_, LXW_ALIGN_VERTICAL_TOP);
    date_ = with_number_format("yyyy-mm-dd");
    time_ = with_number_format("hh:mm");
    moment_ = with_number_format("yyyy-mm-dd hh:mm");
  }

  std::expected<void, std::string> write() {
    if (book_ == nullptr) return std::unexpected("cannot be made");
    write_guide();
    write_event();
    for (const SheetFormat& format : sheet_formats()) write_sheet(format);
    write_known();
    const lxw_error error = workbook_close(book_);
    if (error != LXW_NO_ERROR) return std::unexpected(std::string("cannot be made: ") + lxw_strerror(error));
    if (!why_.empty()) return std::unexpected(why_);
    return {};
  }

 private:
  lxw_format* with_number_format(const char* pattern) {
    lxw_format* format = workbook_add_format(book_);
    format_set_num_format(format, pattern);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text) {
    if (text.empty()) return;
    if (worksheet_write_string(sheet, row, column, escaped(text).c_str(), wrap_) != LXW_NO_ERROR &&
        why_.empty())
      why_ = "a text is longer than the " + std::to_string(longest_cell) +
             " letters that a cell takes: " + text.substr(0, 60);
  }

  static std::string note_of(const Column& column) {
    return std::string(column.explained.kk) + "\n" + std::string(column.explained.ru) + "\n" +
           std::string(column.explained.en);
  }

  void put_head(lxw_worksheet* sheet, lxw_col_t at, const Column& column, const std::string& language) {
    const std::string head = std::string(column.head) + (language.empty() ? "" : " (" + language + ")");
    worksheet_write_string(sheet, 0, at, head.c_str(), head_);
    lxw_comment_options options{};
    options.width = 260;
    options.height = 120;
    worksheet_write_comment_opt(sheet, 0, at, note_of(column).c_str(), &options);
    worksheet_set_column(sheet, at, at, column.width, nullptr);
  }

  // A drop-down with these words.
  static void offer(lxw_worksheet* sheet, lxw_row_t first, lxw_row_t last, lxw_col_t column,
                    const std::vector<std::string_view>& words) {
    std::vector<std::string> kept(words.begin(), words.end());
    std::size_t length = 0;
    for (const std::string& word : kept) length += word.size() + 1;
    if (kept.empty() || length > longest_list) return;
    std::vector<const char*> list;
    for (const std::string& word : kept) list.push_back(word.c_str());
    list.push_back(nullptr);
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = const_cast<decltype(rule.value_list)>(list.data());  // as one version has it or another
    worksheet_data_validation_range(sheet, first, column, last, column, &rule);
  }

  // A drop-down with the ids that stand in another sheet.
  static void offer_ids(lxw_worksheet* sheet, lxw_row_t last, lxw_col_t column, std::string_view list) {
    const auto formats = sheet_formats();
    const auto found = std::ranges::find(formats, list, &SheetFormat::list);
    if (found == formats.end()) return;
    const std::string range = "=" + std::string(found->name) + "!$A$2:$A$5001";
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = const_cast<decltype(rule.value_formula)>(range.c_str());
    // A name may be written too.
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_INFORMATION;
    worksheet_data_validation_range(sheet, 1, column, last, column, &rule);
  }

  void write_guide() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, "read me");
    worksheet_set_column(sheet, 0, 0, 100, nullptr);
    const char* lines[] = {
        "Бұл кітап – іс-шараның бағдарламасы. Әр парақта бір жазбаға бір жол, әр тілге бір баған арналған. "
        "Меңзерді баған атауының үстіне апарсаңыз, түсіндірмесі көрінеді. Парақтар мен бағандардың атауларын "
        "өзгертпеңіз.",
        "Эта книга — программа мероприятия. На каждом листе по строке на запись; у каждого языка свой "
        "столбец. "
        "Пояснение видно при наведении на заголовок столбца. Названия листов и столбцов не меняйте.",
        "This workbook is the programme of the event. Each sheet has a line for each thing and a column for "
        "each "
        "language. Point at the head of a column to see what it is for. Do not change the names of sheets "
        "and columns.",
        "summit-pack import xlsx THIS-FILE.xlsx --into DIR",
    };
    lxw_row_t row = 0;
    for (const char* line : lines) put(sheet, row++, 0, line);
  }

  void write_event() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, "event");
    const Json& event = folder_.file("event.json");
    std::vector<std::string> heads{"field", "explained", "value"};
    heads.insert(heads.end(), languages_.begin(), languages_.end());
    for (std::size_t i = 0; i < heads.size(); ++i)
      worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), heads[i].c_str(), head_);
    worksheet_set_column(sheet, 0, 0, 16, nullptr);
    worksheet_set_column(sheet, 1, 1, 48, nullptr);
    worksheet_set_column(sheet, 2, static_cast<lxw_col_t>(heads.size() - 1), 32, nullptr);
    worksheet_freeze_panes(sheet, 1, 1);
    lxw_row_t row = 0;
    for (const Column& field : event_fields()) {
      ++row;
      worksheet_write_string(sheet, row, 0, std::string(field.head).c_str(), head_);
      put(sheet, row, 1, note_of(field));
      const auto found = event.find(field.key);
      if (field.key == "programme") offer(sheet, row, row, 2, words_of("publication", "status"));
      if (found == event.end()) continue;
      if (field.type == CellType::text) {
        for (std::size_t i = 0; i < languages_.size(); ++i)
          put(sheet, row, static_cast<lxw_col_t>(3 + i), text_at(*found, languages_[i]));
      } else if (field.key == "programme") {
        put(sheet, row, 2, text_at(*found, "status"));
      } else if (field.type == CellType::languages) {
        put(sheet, row, 2, joined(*found, ", "));
      } else if (found->is_string()) {
        if (field.type == CellType::date)
          put_date(sheet, row, 2, found->get<std::string>());
        else
          put(sheet, row, 2, found->get<std::string>());
      }
    }
  }

  void put_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text) {
    if (const auto date = pack::parse_date(text))
      worksheet_write_number(sheet, row, column, serial_of(*date, {}), date_);
    else
      put(sheet, row, column, text);
  }

  std::optional<Clock::Reading> reading_of(const Json& object, std::string_view key) const {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string() || !clock_) return std::nullopt;
    const auto instant = pack::parse_instant(found->get_ref<const std::string&>());
    if (!instant) return std::nullopt;
    return clock_->at(instant->instant);
  }

  void write_sheet(const SheetFormat& format) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, std::string(format.name).c_str());
    worksheet_freeze_panes(sheet, 1, 1);
    const Json& list = folder_.list(format.list);
    const lxw_row_t last = static_cast<lxw_row_t>(list.size()) + empty_rows;
    lxw_col_t at = 0;
    for (const Column& column : format.columns) {
      const bool many = column.type == CellType::text || column.type == CellType::roles;
      for (const std::string& language : many ? languages_ : std::vector<std::string>{""}) {
        put_head(sheet, at, column, language);
        if (column.type == CellType::choice) offer(sheet, 1, last, at, words_of(format.object, column.key));
        if (column.type == CellType::reference) offer_ids(sheet, last, at, column.list);
        if (column.type == CellType::date || column.type == CellType::session_date)
          worksheet_set_column(sheet, at, at, column.width, date_);
        if (column.type == CellType::session_start || column.type == CellType::session_end ||
            column.type == CellType::time_of_day)
          worksheet_set_column(sheet, at, at, column.width, time_);
        if (column.type == CellType::moment) worksheet_set_column(sheet, at, at, column.width, moment_);
        lxw_row_t row = 0;
        for (const Json& one : list) put_cell(sheet, ++row, at, one, column, language);
        ++at;
      }
    }
    if (at > 0) worksheet_autofilter(sheet, 0, 0, last, static_cast<lxw_col_t>(at - 1));
  }

  void put_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const Json& object, const Column& column,
                const std::string& language) {
    const auto found = object.find(column.key);
    switch (column.type) {
      case CellType::session_date:
        if (const auto start = reading_of(object, "starts_at"))
          worksheet_write_number(sheet, row, at, serial_of(start->date, {}), date_);
        return;
      case CellType::session_start:
        if (const auto start = reading_of(object, "starts_at")) put_time(sheet, row, at, start->time);
        return;
      case CellType::session_end: {
        const auto start = reading_of(object, "starts_at"), end = reading_of(object, "ends_at");
        if (!start || !end) return;
        const bool alone = Clock::day_of_end(*start, end->time) == end->date;
        if (alone)
          put_time(sheet, row, at, end->time);
        else
          worksheet_write_number(sheet, row, at, serial_of(end->date, end->time), moment_);
        return;
      }
      case CellType::scope: {
        const auto about = object.find("applies_to");
        if (about != object.end() && about->is_object() && about->contains(column.key))
          put(sheet, row, at, joined((*about)[std::string(column.key)], ", "));
        return;
      }
      default: break;
    }
    if (found == object.end()) return;
    switch (column.type) {
      case CellType::text:
        if (found->is_object()) put(sheet, row, at, text_at(*found, language));
        break;
      case CellType::level:
        if (const auto number = number_of_level(text_at(object, column.key)))
          worksheet_write_number(sheet, row, at, static_cast<double>(*number), nullptr);
        else
          put(sheet, row, at, text_at(object, column.key));
        break;
      case CellType::date:
        if (found->is_string()) put_date(sheet, row, at, found->get<std::string>());
        break;
      case CellType::moment:
        if (const auto reading = reading_of(object, column.key))
          worksheet_write_number(sheet, row, at, serial_of(reading->date, reading->time), moment_);
        break;
      case CellType::time_of_day:
        if (const auto time = moment_of({.kind = Cell::Kind::text, .text = text_at(object, column.key)});
            time && time->time)
          put_time(sheet, row, at, *time->time);
        break;
      case CellType::number:
        if (found->is_number()) worksheet_write_number(sheet, row, at, found->get<double>(), nullptr);
        break;
      case CellType::references:
      case CellType::languages: put(sheet, row, at, joined(*found, ", ")); break;
      case CellType::people: {
        Json ids = Json::array();
        for (const Json& one : *found)
          if (one.is_object()) ids.push_back(text_at(one, "person"));
        put(sheet, row, at, joined(ids, ", "));
        break;
      }
      case CellType::roles: {
        std::string lines;
        bool any = false;
        for (const Json& one : *found) {
          const auto role = one.is_object() ? one.find("role") : one.end();
          const std::string text =
              one.is_object() && role != one.end() ? text_at(*role, language) : std::string();
          any = any || !text.empty();
          lines += (&one == &found->front() ? "" : "\n") + (text.empty() ? "-" : text);
        }
        if (any) put(sheet, row, at, lines);
        break;
      }
      case CellType::interpretation: {
        std::string text;
        for (const Json& one : *found)
          if (one.is_object())
            text += (text.empty() ? "" : ", ") + text_at(one, "language") +
                    (one.contains("channel") && one["channel"].is_number_integer()
                         ? ": " + std::to_string(one["channel"].get<int>())
                         : "");
        put(sheet, row, at, text);
        break;
      }
      default:
        if (found->is_string()) put(sheet, row, at, found->get<std::string>());
        break;
    }
  }

  // Where the number says as much as the id: of two levels of one number only the first is called by it.
  std::optional<long> number_of_level(const std::string& id) const {
    std::set<long> before;
    for (const Json& level : folder_.list("levels")) {
      if (!level.contains("number") || !level["number"].is_number_integer()) continue;
      const long number = level["number"].get<long>();
      const bool first = before.insert(number).second;
      if (id_of("levels", level) == id) return first ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
  }

  void put_time(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, std::chrono::seconds time) {
    constexpr double seconds_of_day = 86'400;
    worksheet_write_number(sheet, row, at, static_cast<double>(time.count()) / seconds_of_day, time_);
  }

  // What stood in the lists when the workbook was written: what is missing when it comes back was taken out.
  void write_known() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, "summit-pack");
    worksheet_write_string(sheet, 0, 0, "summit-pack workbook", nullptr);
    worksheet_write_number(sheet, 0, 1, 1, nullptr);
    lxw_row_t row = 0;
    for (const SheetFormat& format : sheet_formats())
      for (const Json& one : folder_.list(format.list)) {
        worksheet_write_string(sheet, ++row, 0, std::string(format.list).c_str(), nullptr);
        worksheet_write_string(sheet, row, 1, id_of(format.list, one).c_str(), nullptr);
      }
    worksheet_hide(sheet);
  }

  const Folder& folder_;
  std::string scratch_;
  lxw_workbook* book_ = nullptr;
  lxw_format *head_ = nullptr, *wrap_ = nullptr, *date_ = nullptr, *time_ = nullptr, *moment_ = nullptr;
  std::vector<std::string> languages_;
  std::optional<Clock> clock_;
  std::string why_;
};

}  // namespace

std::expected<std::string, std::string> write_workbook(const Folder& folder) {
  // The library writes nowhere but into files.
  const files::Scratch scratch;
  if (files::name_for_c(scratch.path()).empty())
    return std::unexpected("cannot be made: there is no folder for what is unfinished");
  const fs::path path = scratch.path() / "workbook.xlsx";
  if (const auto written = Writer(folder, path).write(); !written) return std::unexpected(written.error());
  return files::read_file(path);
}

}  // namespace exchange
