#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "exchange/cell_marks.h"
#include "exchange/clock.h"
#include "exchange/colors.h"
#include "exchange/places.h"
#include "exchange/workbook.h"
#include "exchange/workbook_columns.h"
#include "pack/words.h"
#include "text/fold.h"

namespace exchange {
namespace {

constexpr std::string_view known_sheet = "summit-pack";

// "title (kk)": its head and its language, which may be empty.
struct Head {
  std::string name, language;
};
Head head_of(const std::string& text) {
  const std::size_t bracket = text.rfind('(');
  if (bracket == std::string::npos || !text.ends_with(')')) return {text, ""};
  std::string name = text.substr(0, bracket);
  while (name.ends_with(' ')) name.pop_back();
  return {name, text.substr(bracket + 1, text.size() - bracket - 2)};
}

// A column of a sheet that is understood.
struct WorkbookColumn {
  std::size_t at = 0;
  const Column* column = nullptr;
  std::string language;
};

// One row while it is read.
struct Reading {
  const SheetFormat* format = nullptr;
  const Row* row = nullptr;
  std::string place;  // "sessions, row 12 (opening)"
  Item item;
};

class WorkbookReader {
 public:
  WorkbookReader(const std::vector<Sheet>& sheets, const Folder& folder, KnownIds& known,
                 const std::string& file)
      : sheets_(sheets), folder_(folder), known_(known), file_(file), marks_(folder) {}

  WorkbookRead run() {
    languages_ = languages_of(folder_.file("event.json"));
    std::string zone = text_at(folder_.file("event.json"), "time_zone");
    if (const Sheet* sheet = sheet_named("event"))
      read_event(*sheet);
    else
      missing_sheet("event");
    if (const std::string said = text_at(read_.contents.event, "time_zone"); !said.empty()) zone = said;
    if (const auto said = languages_of(read_.contents.event); !said.empty()) languages_ = said;
    if (auto named = text::TimeZone::named(zone))
      clock_.emplace(std::move(*named));
    else
      wrong("event, field time_zone", zone.empty() ? "is missing" : named.error());
    places_.emplace(folder_, languages_, read_.contents);
    for (const SheetFormat& format : sheet_formats()) add_named(format);
    for (const SheetFormat& format : sheet_formats())
      if (const Sheet* sheet = sheet_named(format.name))
        read_sheet(format, *sheet);
      else
        missing_sheet(format.name);
    for (const Sheet& sheet : sheets_) {
      const auto formats = sheet_formats();
      if (sheet.name != "event" && sheet.name != "read me" && sheet.name != known_sheet &&
          !sheet.rows.empty() && std::ranges::find(formats, sheet.name, &SheetFormat::name) == formats.end())
        warn("sheet " + sheet.name, "is not known; left out");
    }
    read_.contents.ordered = true;
    marks_.leave_news(read_.contents.event, "event", "event", folder_.has("event.json"));
    read_.cells = marks_.now();
    return std::move(read_);
  }

 private:
  const Sheet* sheet_named(std::string_view name) const {
    const auto found = std::ranges::find(sheets_, name, &Sheet::name);
    return found == sheets_.end() ? nullptr : &*found;
  }
  void wrong(std::string place, std::string reason) {
    read_.problems.push_back({file_, std::move(place), std::move(reason)});
  }
  void warn(std::string place, std::string reason) {
    read_.problems.push_back({file_, std::move(place), std::move(reason), pack::Problem::Severity::warning});
  }

  // It was taken out or renamed: all that stood on it would be passed over in silence.
  void missing_sheet(std::string_view name) {
    wrong("sheet " + std::string(name), "is missing; to empty it, take out its rows and leave its heads");
  }

  // The columns by the first row, and what their heads say that nobody knows.
  std::vector<WorkbookColumn> columns_of(const Sheet& sheet, std::span<const Column> format) {
    std::vector<WorkbookColumn> known;
    const Row& heads = sheet.rows.front();
    for (std::size_t i = 0; i < heads.cells.size(); ++i) {
      if (heads.cells[i].empty()) continue;
      const Head head = head_of(heads.cells[i].text);
      const std::string place = sheet.name + ", column " + heads.cells[i].text;
      const auto found = std::ranges::find(format, head.name, &Column::head);
      if (found == format.end()) {
        warn(place, "is not known; left out");
        continue;
      }
      const bool many = found->type == CellType::text || found->type == CellType::roles;
      if (many && std::ranges::find(languages_, head.language) == languages_.end()) {
        wrong(place, head.language.empty() ? "says no language, as in \"title (en)\""
                                           : pack::quoted(head.language) + " is no language of the event");
        continue;
      }
      const bool twice = std::ranges::any_of(known, [&](const WorkbookColumn& one) {
        return one.column == &*found && one.language == head.language;
      });
      if (twice)
        wrong(place, "is there twice");
      else
        known.push_back({i, &*found, head.language});
    }
    return known;
  }

  void read_event(const Sheet& sheet) {
    if (sheet.rows.empty()) return;
    const Row& heads = sheet.rows.front();
    const auto fields = event_fields();
    std::size_t value_at = 2;
    std::map<std::size_t, std::string> language_at;
    for (std::size_t i = 0; i < heads.cells.size(); ++i) {
      const std::string& head = heads.cells[i].text;
      if (head == "value")
        value_at = i;
      else if (!head.empty() && head != "field" && head != "explained")
        language_at.emplace(i, head);
    }
    Json& event = read_.contents.event;
    for (const Row& row : std::span(sheet.rows).subspan(1)) {
      const std::string& name = row.at(0).text;
      const auto field = std::ranges::find(fields, name, &Column::head);
      if (name.empty()) continue;
      const std::string place = "event, row " + std::to_string(row.number) + ", field " + name;
      if (field == fields.end()) {
        warn(place, "is not known; left out");
        continue;
      }
      const std::string key(field->key);
      const Cell& value = row.at(value_at);
      if (field->type == CellType::text) {
        Json text = Json::object();
        for (const auto& [at, language] : language_at)
          text[language] = row.at(at).empty() ? Json(nullptr) : Json(row.at(at).text);
        event[key] = std::move(text);
      } else if (value.empty()) {
        // What must be there is not taken away by an empty cell.
        if (key == "address" || key == "fallback") event[key] = nullptr;
      } else if (key == "programme") {
        Json programme =
            folder_.file("event.json").contains(key) ? folder_.file("event.json").at(key) : Json::object();
        programme["status"] = value.text;
        event[key] = std::move(programme);
      } else if (field->type == CellType::languages) {
        event[key] = list_of(value.text);
      } else if (field->type == CellType::date) {
        if (const auto date = date_of(value, place)) event[key] = *date;
      } else {
        event[key] = value.text;
      }
    }
    read_.contents.event_guessed["format"] = pack::format_version;
  }

  std::optional<std::string> date_of(const Cell& cell, const std::string& place) {
    const auto moment = moment_of(cell);
    if (!moment) {
      wrong(place, moment.error());
      return std::nullopt;
    }
    if (!moment->date) {
      wrong(place, pack::quoted(cell.text) + " is a time, not a date");
      return std::nullopt;
    }
    return pack::format_date(*moment->date);
  }

  // By id and by each of their names what can be referred to: in the workbook, and of the folder.
  void add_named(const SheetFormat& format) {
    auto& named = named_[std::string(format.list)];
    const auto add = [&](const std::string& name, const std::string& id) {
      if (!name.empty()) named.emplace(text::fold(name), id);
    };
    for (const Json& one : folder_.list(format.list)) {
      const std::string id = id_of(format.list, one);
      before_[std::string(format.list)].emplace(id, &one);
      named.emplace(id, id);
      for (const char* key : {"name", "title"})
        if (const auto texts = one.find(key); texts != one.end() && texts->is_object())
          for (const Json& text : *texts)
            if (text.is_string()) add(text.get<std::string>(), id);
    }
  }

  void read_sheet(const SheetFormat& format, const Sheet& sheet) {
    if (sheet.rows.empty()) {
      wrong(sheet.name, "has no heads in its first row");
      return;
    }
    const std::vector<WorkbookColumn> columns = columns_of(sheet, format.columns);
    if (!has_needed(format, columns)) return;
    const std::span<const Row> rows = std::span(sheet.rows).subspan(1);
    const std::vector<std::string> ids = ids_of(format, columns, rows, sheet.name);
    // Ids first, so that rows may name others that stand below them.
    auto& named = named_[std::string(format.list)];
    for (std::size_t i = 0; i < rows.size(); ++i) {
      named.emplace(ids[i], ids[i]);
      for (const WorkbookColumn& one : columns)
        if ((one.column->key == "name" || one.column->key == "title") && !rows[i].at(one.at).empty())
          named.emplace(text::fold(rows[i].at(one.at).text), ids[i]);
    }
    std::vector<Item>& items = read_.contents.lists[std::string(format.list)];
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string place = sheet.name + ", row " + std::to_string(rows[i].number);
      Reading reading{&format, &rows[i], place + " (" + ids[i] + ")", {}};
      reading.item.id = ids[i];
      reading.item.file = file_;
      reading.item.place = place;
      const auto [first, fresh] = seen.emplace(ids[i], rows[i].number);
      if (!fresh) {
        wrong(reading.place,
              "the id " + pack::quoted(ids[i]) + " is that of row " + std::to_string(first->second));
        continue;
      }
      read_row(reading, columns);
      marks_.leave_news(reading.item.said, std::string(format.list), ids[i], before(reading) != nullptr);
      items.push_back(std::move(reading.item));
    }
    // What was there when the workbook was written, or last read, and is not any more.
    std::vector<ForeignKey> keys;
    for (const std::string& id : ids) keys.push_back(key_[id]);
    std::vector<std::string> gone = known_.keep(format.list, keys, ids);
    std::set<std::string, std::less<>> told(ids.begin(), ids.end());
    told.insert(gone.begin(), gone.end());
    if (const Sheet* written = sheet_named(known_sheet))
      for (const Row& row : written->rows)
        if (row.at(0).text == format.list && told.insert(row.at(1).text).second)
          gone.push_back(row.at(1).text);
    if (!gone.empty()) read_.contents.gone[std::string(format.list)] = std::move(gone);
  }

  // Said once for the column, not for each row that lacks it.
  bool has_needed(const SheetFormat& format, const std::vector<WorkbookColumn>& columns) {
    bool all = true;
    for (const Column& column : format.columns) {
      const bool needed = column.type == CellType::session_date || column.type == CellType::session_start ||
                          (format.list == "days" && column.type == CellType::date);
      if (!needed || std::ranges::find(columns, &column, &WorkbookColumn::column) != columns.end()) continue;
      wrong(std::string(format.name) + ", column " + std::string(column.head),
            "is missing: no head in the first row is " + pack::quoted(std::string(column.head)));
      all = false;
    }
    return all;
  }

  // When and where the row of a session is, as its cells say it; nothing of what has no time.
  static std::string when_and_where(const Row& row, const std::vector<WorkbookColumn>& columns) {
    std::string at;
    for (const WorkbookColumn& one : columns)
      if (one.column->type == CellType::session_date || one.column->type == CellType::session_start ||
          (one.column->type == CellType::reference && one.column->key == "room"))
        at += (at.empty() ? "" : " ") + row.at(one.at).text;
    return at;
  }

  // The id of each row: its own, else that of before, else one made of its name.
  std::vector<std::string> ids_of(const SheetFormat& format, const std::vector<WorkbookColumn>& columns,
                                  std::span<const Row> rows, const std::string& sheet) {
    const auto id_column = std::ranges::find_if(
        columns, [](const WorkbookColumn& one) { return one.column->type == CellType::id; });
    const bool days = format.list == "days";
    std::vector<std::string> ids(rows.size());
    TakenIds taken;
    for (const char* list : {"sites", "levels"})
      if (format.list == "rooms")
        for (const Json& one : folder_.list(list)) taken.add(id_of(list, one));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string place = sheet + ", row " + std::to_string(rows[i].number);
      if (days) {
        const auto date = std::ranges::find_if(
            columns, [](const WorkbookColumn& one) { return one.column->key == "date"; });
        if (date == columns.end() || rows[i].at(date->at).empty())
          wrong(place + ", column date", "is missing");
        else if (const auto said = date_of(rows[i].at(date->at), place + ", column date"))
          ids[i] = *said;
      } else if (id_column != columns.end()) {
        ids[i] = rows[i].at(id_column->at).text;
      }
      if (!ids[i].empty()) taken.add(ids[i]);
    }
    if (days) return ids;
    std::vector<ForeignKey> keys(rows.size());
    std::vector<std::string> titles(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (const WorkbookColumn& one : columns)
        if (titles[i].empty() && (one.column->key == "name" || one.column->key == "title"))
          titles[i] = rows[i].at(one.at).text;
      keys[i] = {text::fold(titles[i]), format.list == "sessions" ? when_and_where(rows[i], columns) : ""};
      key_[ids[i]] = keys[i];
    }
    // Those that have one of their own are not looked up.
    std::vector<ForeignKey> without;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (ids[i].empty()) without.push_back(keys[i]);
    const auto before = known_.find(format.list, without, KnownIds::Renamed::is_the_same);
    std::size_t made = 0;
    for (std::size_t i = 0, j = 0; i < rows.size(); ++i) {
      if (!ids[i].empty()) continue;
      const std::string& old = before[j++];
      const bool known = !old.empty() && !taken.has(old);
      ids[i] = known ? old : taken.make(slug(titles[i]), format.object);
      if (!known) ++made;
      taken.add(ids[i]);
      key_[ids[i]] = keys[i];
    }
    if (made > 0)
      read_.guessed.push_back("ids of " + std::to_string(made) + (made == 1 ? " row of " : " rows of ") +
                              sheet + ", by their names; they stay");
    return ids;
  }

  // The id of what `name` names in the list; empty, and said, when there is none.
  std::string reference(std::string_view list, const std::string& name, const std::string& place) {
    const auto& named = named_[std::string(list)];
    auto found = named.find(name);
    if (found == named.end()) found = named.find(text::fold(name));
    if (found != named.end()) return found->second;
    const auto formats = sheet_formats();
    const auto format = std::ranges::find(formats, list, &SheetFormat::list);
    wrong(place, pack::quoted(name) + " is neither an id nor a name in the sheet " +
                     std::string(format == formats.end() ? list : format->name));
    return {};
  }

  const Json* before(const Reading& reading) const {
    const auto list = before_.find(reading.format->list);
    if (list == before_.end()) return nullptr;
    const auto found = list->second.find(reading.item.id);
    return found == list->second.end() ? nullptr : found->second;
  }

  void read_row(Reading& reading, const std::vector<WorkbookColumn>& columns) {
    const std::string object(reading.format->object);
    std::map<std::string, Cell> session;  // its three cells
    bool has_times = false;
    Json roles = Json::object();
    bool has_people = false;
    std::vector<std::string> people;
    std::map<std::string, std::vector<std::string>> roles_in;
    for (const WorkbookColumn& one : columns) {
      const Column& column = *one.column;
      const Cell& cell = reading.row->at(one.at);
      const std::string key(column.key);
      const std::string place = reading.place + ", column " + std::string(column.head) +
                                (one.language.empty() ? "" : " (" + one.language + ")");
      if (cell.kind == Cell::Kind::mistake) {
        wrong(place, "holds a mistake of the spreadsheet: " + cell.text);
        continue;
      }
      Json& said = reading.item.said;
      switch (column.type) {
        case CellType::id: break;
        case CellType::text: said[key][one.language] = cell.empty() ? Json(nullptr) : Json(cell.text); break;
        case CellType::plain:
          if (cell.empty() && key == "color")
            reading.item.guessed[key] = theme_color(theme_count_++);
          else
            said[key] = cell.empty() ? Json(nullptr) : Json(cell.text);
          break;
        case CellType::level: read_level(reading, cell, place); break;
        case CellType::choice: read_choice(reading, object, key, cell, place); break;
        case CellType::date:
          if (reading.format->list == "days") break;
          if (cell.empty())
            said[key] = nullptr;
          else if (const auto date = date_of(cell, place))
            said[key] = *date;
          break;
        case CellType::moment:
        case CellType::time_of_day: read_moment(reading, key, cell, place, column.type); break;
        case CellType::number:
          if (cell.empty()) {
            if (key == "number")
              reading.item.guessed[key] = next_number();
            else
              said[key] = nullptr;
          } else if (const auto number = whole_number_of(cell)) {
            said[key] = *number;
          } else {
            wrong(place, number.error());
          }
          break;
        case CellType::reference:
          if (cell.empty())
            said[key] = nullptr;
          else if (const std::string id = reference(column.list, cell.text, place); !id.empty())
            said[key] = id;
          break;
        case CellType::references:
        case CellType::scope: {
          Json ids = Json::array();
          // A name may have commas in it.
          for (const std::string& name : split(column.list, cell.text))
            if (const std::string id = reference(column.list, name, place); !id.empty()) ids.push_back(id);
          if (column.type == CellType::scope) {
            if (!ids.empty()) scope_[key] = std::move(ids);
          } else {
            said[key] = ids.empty() ? Json(nullptr) : std::move(ids);
          }
          break;
        }
        case CellType::languages: {
          const auto tags = list_of(cell.text);
          said[key] = tags.empty() ? Json(nullptr) : Json(tags);
          break;
        }
        case CellType::session_date:
        case CellType::session_start:
        case CellType::session_end:
          has_times = true;
          session[std::string(column.head)] = cell;
          break;
        case CellType::people:
          has_people = true;
          for (const std::string& name : split(column.list, cell.text))
            if (const std::string id = reference(column.list, name, place);
                !id.empty() && std::ranges::find(people, id) == people.end())
              people.push_back(id);
          break;
        case CellType::roles: {
          std::string_view rest = cell.text;
          while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            roles_in[one.language].emplace_back(line == "-" ? "" : line);
          }
          roles_in.try_emplace(one.language);
          break;
        }
        case CellType::interpretation: read_interpretation(reading, cell, place); break;
      }
    }
    if (has_times && clock_) read_times(reading, session);
    if (has_people) set_people(reading, people, roles_in);
    if (reading.format->list == "notices") {
      const bool asked = std::ranges::any_of(
          columns, [](const WorkbookColumn& one) { return one.column->type == CellType::scope; });
      if (asked) reading.item.said["applies_to"] = scope_.empty() ? Json(nullptr) : scope_;
      scope_ = Json::object();
    }
    if (reading.format->list == "themes") guess_short_name(reading);
  }

  // At the commas, unless the whole is the name of something.
  std::vector<std::string> split(std::string_view list, const std::string& text) {
    const auto& named = named_[std::string(list)];
    if (named.contains(text::fold(text))) return {text};
    return list_of(text);
  }

  void read_level(Reading& reading, const Cell& cell, const std::string& place) {
    if (cell.empty()) {
      reading.item.guessed["level"] = places_->level(1);
    } else if (const auto number = whole_number_of(cell)) {
      constexpr long lowest = -20, highest = 200;
      if (*number < lowest || *number > highest)
        wrong(place, cell.text + " is no level");
      else
        reading.item.said["level"] = places_->level(*number);
    } else if (places_->has_level(cell.text) || places_->make_level(cell.text)) {
      reading.item.said["level"] = cell.text;
    } else {
      wrong(place, pack::quoted(cell.text) + " is neither the number nor the id of a level");
    }
  }

  void read_choice(Reading& reading, const std::string& object, const std::string& key, const Cell& cell,
                   const std::string& place) {
    const auto words = words_of(object, key);
    if (cell.empty()) {
      const std::map<std::string, std::string> usual = {
          {"kind", object == "room"      ? "hall"
                   : object == "partner" ? "international-organisation"
                                         : "thematic"},
          {"access", "everyone"},
          {"urgency", "information"},
          {"status", "provisional"}};
      if (const auto word = usual.find(key); word != usual.end())
        reading.item.guessed[key] = word->second;
      else
        reading.item.said[key] = nullptr;
      return;
    }
    if (std::ranges::find(words, std::string_view(cell.text)) == words.end()) {
      std::string list;
      for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + std::string(word);
      wrong(place, pack::quoted(cell.text) + " is none of " + list + pack::did_you_mean(cell.text, words));
      return;
    }
    // What is left out means the same.
    const Json* old = before(reading);
    if (key == "state" && cell.text == "scheduled" && (old == nullptr || !old->contains(key))) return;
    reading.item.said[key] = cell.text;
  }

  // A moment that the cell shows as before stays as it was written, also in the hour that the clock shows
  // twice.
  Json moment_json(const Reading& reading, const char* key, const Clock::Reading& shown) const {
    if (const Json* old = before(reading))
      if (const auto instant = pack::parse_instant(text_at(*old, key)))
        if (clock_->at(instant->instant) == shown) return (*old)[key];
    return clock_->written(clock_->instant(shown.date, shown.time));
  }

  // A date with a time, which may be missing; or a time alone.
  void read_moment(Reading& reading, const std::string& key, const Cell& cell, const std::string& place,
                   CellType type) {
    if (cell.empty()) {
      reading.item.said[key] = nullptr;
      return;
    }
    const bool of_any_day = type == CellType::time_of_day;
    const auto moment = moment_of(cell);
    if (!moment)
      wrong(place, moment.error());
    else if (of_any_day && (moment->date || !moment->time))
      wrong(place, pack::quoted(cell.text) + " is no time of day");
    else if (of_any_day)
      reading.item.said[key] = pack::format_clock(std::chrono::sys_days{} + *moment->time, {});
    else if (!moment->date)
      wrong(place, pack::quoted(cell.text) + " has no date");
    else if (clock_)
      reading.item.said[key] =
          moment_json(reading, key.c_str(), {*moment->date, moment->time.value_or(std::chrono::seconds(0))});
  }

  void read_times(Reading& reading, const std::map<std::string, Cell>& cells) {
    const auto cell = [&](const char* name) -> const Cell& {
      static const Cell nothing;
      const auto found = cells.find(name);
      return found == cells.end() ? nothing : found->second;
    };
    const auto read = [&](const char* name) -> std::optional<Moment> {
      const std::string place = reading.place + ", column " + name;
      if (cell(name).empty()) {
        if (std::string_view(name) != "end") wrong(place, "is missing");
        return std::nullopt;
      }
      const auto moment = moment_of(cell(name));
      if (!moment) wrong(place, moment.error());
      return moment ? std::optional(*moment) : std::nullopt;
    };
    const auto date = read("date"), start = read("start"), end = read("end");
    if (!date || !start) return;
    if (!date->date)
      return wrong(reading.place + ", column date",
                   pack::quoted(cell("date").text) + " is a time, not a date");
    if (!start->time)
      return wrong(reading.place + ", column start",
                   pack::quoted(cell("start").text) + " is a date, not a time");
    const Clock::Reading starts{*date->date, *start->time};
    reading.item.said["starts_at"] = moment_json(reading, "starts_at", starts);
    if (cell("end").empty()) {
      reading.item.said["ends_at"] = nullptr;
      return;
    }
    if (!end) return;
    const auto time = end->time.value_or(std::chrono::seconds(0));
    const auto day = end->date ? end->date : Clock::day_of_end(starts, time);
    if (!day)
      return wrong(
          reading.place + ", column end",
          pack::say("ends before it starts (", Clock::in_words(time), " < ", Clock::in_words(starts.time),
                    "); one that lasts into another day has the date there, too"));
    reading.item.said["ends_at"] = moment_json(reading, "ends_at", {*day, time});
  }

  void read_interpretation(Reading& reading, const Cell& cell, const std::string& place) {
    Json list = Json::array();
    for (const std::string& part : list_of(cell.text)) {
      const auto pieces = list_of(part, ":");
      Json one{{"language", pieces.empty() ? part : pieces[0]}};
      if (pieces.size() > 1) {
        const auto channel = whole_number_of({.kind = Cell::Kind::text, .text = pieces[1]});
        if (!channel) return wrong(place, pack::quoted(pieces[1]) + " is no channel");
        one["channel"] = *channel;
      }
      list.push_back(std::move(one));
    }
    reading.item.said["interpretation"] = list.empty() ? Json(nullptr) : std::move(list);
  }

  void set_people(Reading& reading, const std::vector<std::string>& people,
                  const std::map<std::string, std::vector<std::string>>& roles) {
    const Json* old = before(reading);
    Json list = Json::array();
    for (std::size_t i = 0; i < people.size(); ++i) {
      Json one{{"person", people[i]}};
      Json role = Json::object();
      // The languages that have no column keep what is there.
      if (old != nullptr && old->contains("people") && (*old)["people"].is_array())
        for (const Json& was : (*old)["people"])
          if (text_at(was, "person") == people[i] && was.contains("role") && was["role"].is_object())
            role = was["role"];
      for (const auto& [language, lines] : roles) {
        if (i < lines.size() && !lines[i].empty())
          role[language] = lines[i];
        else
          role.erase(language);
      }
      if (!role.empty()) one["role"] = std::move(role);
      list.push_back(std::move(one));
    }
    reading.item.said["people"] = list.empty() ? Json(nullptr) : std::move(list);
  }

  int next_number() {
    int highest = 0;
    for (const Json& one : folder_.list("themes"))
      if (one.contains("number") && one["number"].is_number_integer())
        highest = std::max(highest, one["number"].get<int>());
    return highest + ++numbers_;
  }

  static void guess_short_name(Reading& reading) {
    const auto names = reading.item.said.find("name");
    auto tags = reading.item.said.find("short_name");
    if (names == reading.item.said.end() || tags == reading.item.said.end()) return;
    for (auto name = names->begin(); name != names->end(); ++name)
      if (name->is_string() && tags->contains(name.key()) && (*tags)[name.key()].is_null())
        (*tags)[name.key()] = short_name(name->get<std::string>());
  }

  const std::vector<Sheet>& sheets_;
  const Folder& folder_;
  KnownIds& known_;
  std::string file_;
  CellMarks marks_;
  WorkbookRead read_;
  std::vector<std::string> languages_;
  std::optional<Clock> clock_;
  std::optional<Places> places_;
  std::map<std::string, std::unordered_map<std::string, std::string>>
      named_;                              // list: id or folded name to id
  std::map<std::string, ForeignKey> key_;  // id to the folded name of its row, and where it is
  std::map<std::string, std::unordered_map<std::string, const Json*>, std::less<>> before_;  // list: id to it
  Json scope_ = Json::object();
  std::size_t theme_count_ = 0;
  int numbers_ = 0;
};

}  // namespace

bool is_workbook(const std::vector<Sheet>& sheets) {
  const auto known = std::ranges::find(sheets, known_sheet, &Sheet::name);
  if (known != sheets.end() && !known->rows.empty() &&
      known->rows.front().at(0).text == "summit-pack workbook")
    return true;
  // The sheet that is hidden may have been lost on the way through another program.
  const auto event = std::ranges::find(sheets, std::string_view("event"), &Sheet::name);
  const auto sessions = std::ranges::find(sheets, std::string_view("sessions"), &Sheet::name);
  return event != sheets.end() && sessions != sheets.end() && !event->rows.empty() &&
         event->rows.front().at(0).text == "field";
}

WorkbookRead read_workbook(const std::vector<Sheet>& sheets, const Folder& folder, KnownIds& known,
                           const std::string& file) {
  return WorkbookReader(sheets, folder, known, file).run();
}

}  // namespace exchange
