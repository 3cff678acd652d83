// Programmes out of tables that somebody made for themselves: columns are known by what stands above them.

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "exchange/cell_values.h"
#include "exchange/clock.h"
#include "exchange/ids.h"
#include "exchange/programme.h"
#include "pack/words.h"
#include "text/fold.h"

namespace exchange {
namespace {

enum class Meaning {
  id,
  title,
  subtitle,
  summary,
  description,
  date,
  start,
  end,
  duration,
  room,
  track,
  type,
  language,
  people,
  position,
  link
};

struct MeaningName {
  std::string_view name;
  Meaning meaning;
};
// As --columns names them.
constexpr MeaningName meaning_names[] = {{"id", Meaning::id},
                                         {"title", Meaning::title},
                                         {"subtitle", Meaning::subtitle},
                                         {"summary", Meaning::summary},
                                         {"description", Meaning::description},
                                         {"date", Meaning::date},
                                         {"start", Meaning::start},
                                         {"end", Meaning::end},
                                         {"duration", Meaning::duration},
                                         {"room", Meaning::room},
                                         {"theme", Meaning::track},
                                         {"kind", Meaning::type},
                                         {"language", Meaning::language},
                                         {"people", Meaning::people},
                                         {"position", Meaning::position},
                                         {"link", Meaning::link}};

struct HeadWords {
  Meaning meaning;
  std::string_view words;  // whole heads with bars between: English, German, Russian, Kazakh and some others
};
constexpr HeadWords head_words[] = {
    {Meaning::id, "id|nr|no|number|№|code|guid|uid|код|номер|нөмірі|nummer|kennung"},
    {Meaning::title,
     "title|name|session|session title|talk|topic|event|event title|subject|titel|vortrag|thema des "
     "vortrags|veranstaltung|название|тема|мероприятие|событие|заголовок|сессия|доклад|атауы|тақырыбы|іс-"
     "шара|сессия атауы|titre|título|nomi|mavzu"},
    {Meaning::subtitle, "subtitle|untertitel|подзаголовок|қосымша атауы|sous-titre"},
    {Meaning::summary,
     "summary|abstract|short description|kurzbeschreibung|zusammenfassung|аннотация|краткое "
     "описание|кратко|қысқаша|қысқаша сипаттама"},
    {Meaning::description,
     "description|details|notes|text|beschreibung|описание|подробности|сипаттама|сипаттамасы|tavsif"},
    {Meaning::date, "date|day|start date|datum|tag|дата|день|дата начала|күн|күні|jour|fecha|sana"},
    {Meaning::start,
     "start|start time|time|begin|begins|starts|starts "
     "at|from|uhrzeit|beginn|anfang|zeit|von|начало|время|время начала|с|басталуы|уақыты|уақыт|басталу "
     "уақыты|heure|hora|vaqt"},
    {Meaning::end,
     "end|end time|ends|ends at|to|until|ende|bis|конец|окончание|время окончания|по|до|аяқталуы|аяқталу "
     "уақыты|fin"},
    {Meaning::duration,
     "duration|length|minutes|dauer|länge|длительность|продолжительность|минут|ұзақтығы|durée|davomiyligi"},
    {Meaning::room,
     "room|location|place|venue|hall|stage|raum|ort|saal|veranstaltungsort|bühne|зал|место|место "
     "проведения|помещение|аудитория|орны|залы|өтетін орны|salle|lugar|zal"},
    {Meaning::track,
     "track|theme|stream|category|section|themenfeld|kategorie|strang|направление|трек|секция|категория|"
     "тематика|бағыты|бағыт|санаты"},
    {Meaning::type, "type|kind|format|art|typ|veranstaltungsart|тип|вид|формат|түрі|форматы"},
    {Meaning::language, "language|lang|sprache|язык|тілі|тіл|til"},
    {Meaning::people,
     "speaker|speakers|people|presenter|presenters|participants|moderator|vortragende|vortragender|referent|"
     "referenten|referentin|referentinnen|sprecher|sprecherin|redner|спикер|спикеры|докладчик|докладчики|"
     "участники|выступающие|модератор|спикерлер|баяндамашы|баяндамашылар|қатысушылар|ma'ruzachi"},
    {Meaning::position,
     "position|organisation|organization|company|affiliation|firma|должность|организация|компания|лауазымы|"
     "ұйымы"},
    {Meaning::link, "url|link|website|web|адрес|ссылка|сілтеме"},
};

constexpr std::size_t rows_for_heads = 20;

// What people put around a head.
std::string plain_head(std::string_view text) {
  std::string folded = text::fold(text);
  if (const std::size_t bracket = folded.find('('); bracket != std::string::npos && bracket > 0)
    folded.resize(bracket);
  std::string made;
  for (const char c : folded) made += c == '_' || c == '\n' ? ' ' : c;
  while (!made.empty() && std::string_view(" :*.<>").contains(made.back())) made.pop_back();
  while (!made.empty() && std::string_view(" <*").contains(made.front())) made.erase(0, 1);
  return made;
}

std::optional<Meaning> meaning_of(const std::string& head) {
  static const std::map<std::string, Meaning> known = [] {
    std::map<std::string, Meaning> all;
    for (const HeadWords& one : head_words)
      for (const std::string& word : list_of(one.words, "|")) all.emplace(plain_head(word), one.meaning);
    return all;
  }();
  const auto found = known.find(plain_head(head));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

struct KnownColumn {
  std::size_t at = 0;
  Meaning meaning = Meaning::title;
};

class TableReader {
 public:
  TableReader(const Sheet& sheet, const ReadOptions& options) : sheet_(sheet), options_(options) {}

  Programme run() {
    auto zone = text::TimeZone::named(options_.zone.empty() ? "Etc/UTC" : options_.zone);
    if (!zone) zone = text::TimeZone::named("Etc/UTC");
    if (!zone) {
      error("", zone.error());
      return std::move(programme_);
    }
    clock_.emplace(std::move(*zone));
    programme_.plain = true;
    if (!find_heads()) return std::move(programme_);
    for (const Row& row : std::span(sheet_.rows).subspan(head_ + 1)) read(row);
    return std::move(programme_);
  }

 private:
  std::string where(const Row& row) const {
    return (sheet_.name.empty() ? "line " : sheet_.name + ", row ") + std::to_string(row.number);
  }
  void error(std::string place, std::string reason) {
    programme_.problems.push_back({options_.file, std::move(place), std::move(reason)});
  }
  void warn(std::string place, std::string reason) {
    programme_.problems.push_back(
        {options_.file, std::move(place), std::move(reason), pack::Problem::Severity::warning});
  }

  bool find_heads() {
    if (sheet_.rows.empty()) {
      error(sheet_.name, "is empty");
      return false;
    }
    const std::size_t rows = std::min(rows_for_heads, sheet_.rows.size());
    std::size_t best = 0;
    for (std::size_t i = 0; i < rows; ++i) {
      std::size_t score = 0;
      std::set<Meaning> meanings;
      for (const Cell& cell : sheet_.rows[i].cells) {
        if (cell.kind != Cell::Kind::text) continue;
        if (const auto meaning = meaning_of(cell.text); meaning && meanings.insert(*meaning).second) ++score;
        for (const auto& [what, head] : options_.columns) score += plain_head(head) == plain_head(cell.text);
      }
      if (score > best) {
        best = score;
        head_ = i;
      }
    }
    // One word alone may be a value: there are halls that are called "Hall".
    constexpr std::size_t least = 2;
    if (best < least) head_ = 0;
    const Row& heads = sheet_.rows[head_];
    std::set<std::size_t> used;
    for (const auto& [what, head] : options_.columns) {
      const auto* name = std::ranges::find(meaning_names, std::string_view(what), &MeaningName::name);
      std::size_t at = heads.cells.size();
      for (std::size_t i = 0; i < heads.cells.size(); ++i)
        if (!heads.cells[i].empty() && plain_head(heads.cells[i].text) == plain_head(head)) {
          at = i;
          break;
        }
      for (std::size_t i = 0; at == heads.cells.size() && i < heads.cells.size(); ++i)
        if (column_name(i) == head) at = i;
      if (name == std::end(meaning_names)) {
        std::string known;
        for (const MeaningName& one : meaning_names)
          known += (known.empty() ? "" : ", ") + std::string(one.name);
        error("--columns", pack::quoted(what) + " is none of " + known);
      } else if (at == heads.cells.size()) {
        error("--columns",
              "there is no column " + pack::quoted(head) + " in row " + std::to_string(heads.number));
      } else if (used.insert(at).second) {
        columns_.push_back({at, name->meaning});
      }
    }
    std::string group;
    std::optional<Meaning> group_meaning;
    const Row* above = head_ > 0 ? &sheet_.rows[head_ - 1] : nullptr;
    std::string unknown;
    for (std::size_t i = 0; i < std::max(heads.cells.size(), above != nullptr ? above->cells.size() : 0);
         ++i) {
      if (above != nullptr && !above->at(i).empty()) group_meaning = meaning_of(above->at(i).text);
      if (used.contains(i)) continue;
      const Cell& cell = heads.at(i);
      std::optional<Meaning> meaning = cell.kind == Cell::Kind::text ? meaning_of(cell.text) : std::nullopt;
      // "Speakers" over columns that are only numbered.
      if (!meaning && cell.kind == Cell::Kind::number) meaning = group_meaning;
      if (!meaning) {
        if (!cell.empty()) unknown += (unknown.empty() ? "" : ", ") + cell.text;
        continue;
      }
      const bool many = *meaning == Meaning::people;
      const bool taken = std::ranges::find(columns_, *meaning, &KnownColumn::meaning) != columns_.end();
      if (taken && !many) {
        unknown += (unknown.empty() ? "" : ", ") + cell.text;
        continue;
      }
      columns_.push_back({i, *meaning});
    }
    const auto has = [&](Meaning meaning) {
      return std::ranges::find(columns_, meaning, &KnownColumn::meaning) != columns_.end();
    };
    const std::string place = where(heads);
    if (!has(Meaning::title) || !has(Meaning::start))
      error(place, std::string("there is no column for ") +
                       (!has(Meaning::title) ? "the title" : "the start") +
                       "; --columns names it, as in --columns \"title=Was,start=Wann,room=Wo\"");
    else if (!unknown.empty())
      warn(place, "columns that are not understood are left out: " + unknown);
    return !pack::has_errors(programme_.problems);
  }

  const Cell& cell(const Row& row, Meaning meaning) const {
    static const Cell nothing;
    const auto found = std::ranges::find(columns_, meaning, &KnownColumn::meaning);
    return found == columns_.end() ? nothing : row.at(found->at);
  }

  void read(const Row& row) {
    const auto leave_out = [&](const std::string& why) {
      ++programme_.left_out;
      warn(where(row), "left out: " + why);
    };
    // A line with nothing but a day says of which day the next ones are.
    const auto filled = std::ranges::count_if(row.cells, [](const Cell& one) { return !one.empty(); });
    if (filled == 1) {
      const auto only = std::ranges::find_if(row.cells, [](const Cell& one) { return !one.empty(); });
      if (const auto moment = moment_of(*only); moment && moment->date && !moment->time) {
        day_ = moment->date;
        return;
      }
    }
    if (const Cell& date = cell(row, Meaning::date); !date.empty()) {
      const auto moment = moment_of(date);
      if (!moment || !moment->date)
        return leave_out("its date " + pack::quoted(date.text) + " is not understood");
      day_ = moment->date;
    }
    ForeignSession session;
    session.place = where(row);
    session.title = cell(row, Meaning::title).text;
    if (session.title.empty()) return leave_out("has no title");
    const Cell& start = cell(row, Meaning::start);
    if (start.empty()) return leave_out("has no start");
    auto [from, to] = range_of(start);
    const auto begins = moment_of(from);
    if (!begins) return leave_out("its start: " + begins.error());
    if (begins->date) day_ = begins->date;
    if (!begins->time) return leave_out("its start " + pack::quoted(start.text) + " has no time");
    if (!day_) return leave_out("no date stands in it or above it");
    session.starts_at = instant(*day_, *begins->time, begins->utc_offset);
    if (const std::string why = read_end(row, session, to, *begins); !why.empty())
      warn(session.place, why + "; it has no end now");
    if (programme_.sessions.size() >= most_sessions)
      return leave_out("more than " + std::to_string(most_sessions) + " sessions");
    session.subtitle = cell(row, Meaning::subtitle).text;
    session.summary = cell(row, Meaning::summary).text;
    session.description = cell(row, Meaning::description).text;
    session.room = cell(row, Meaning::room).text;
    session.track = cell(row, Meaning::track).text;
    session.type = cell(row, Meaning::type).text;
    session.url = cell(row, Meaning::link).text;
    session.language = cell(row, Meaning::language).text;
    session.key = cell(row, Meaning::id).text;
    if (!session.key.empty()) {
      if (const auto [first, fresh] = seen_.emplace(session.key, session.place); !fresh)
        warn(session.place,
             "has the id " + pack::quoted(session.key) + " of " + first->second + "; both are kept");
      const bool number = std::ranges::all_of(session.key, [](char c) { return c >= '0' && c <= '9'; });
      if (!number && is_id(session.key)) session.id = session.key;
    }
    read_people(row, session);
    programme_.sessions.push_back(std::move(session));
  }

  model::Instant instant(model::Date date, std::chrono::seconds time,
                         std::optional<std::chrono::minutes> offset) const {
    return offset ? std::chrono::sys_days(date) + time - *offset : clock_->instant(date, time);
  }

  // "9:00–10:30" as two cells; the second is empty where there is one time.
  static std::pair<Cell, Cell> range_of(const Cell& cell) {
    if (cell.kind != Cell::Kind::text || pack::parse_instant(cell.text)) return {cell, {}};
    const std::string folded = text::fold(cell.text);
    const auto colons = std::ranges::count(folded, ':');
    for (const std::string_view between : {" bis ", " до ", " - ", "-"}) {
      const std::size_t at = folded.find(between);
      constexpr int both = 2;
      if (at == std::string::npos || colons < both || at < 3) continue;
      return {{.kind = Cell::Kind::text, .text = folded.substr(0, at)},
              {.kind = Cell::Kind::text, .text = folded.substr(at + between.size())}};
    }
    return {cell, {}};
  }

  std::string read_end(const Row& row, ForeignSession& session, const Cell& to, const Moment& begins) {
    const Cell& end = to.empty() ? cell(row, Meaning::end) : to;
    if (!end.empty()) {
      const auto ends = moment_of(end);
      if (!ends) return "its end: " + ends.error();
      const auto time = ends->time.value_or(std::chrono::seconds(0));
      const auto date = ends->date ? ends->date : Clock::day_of_end({*day_, *begins.time}, time);
      if (!date) return "ends before it starts";
      const auto at = instant(*date, time, ends->utc_offset ? ends->utc_offset : begins.utc_offset);
      if (at <= session.starts_at) return "ends before it starts";
      session.ends_at = at;
      return {};
    }
    const Cell& length = cell(row, Meaning::duration);
    if (length.empty()) return {};
    const auto duration = duration_of(length);
    if (!duration) return duration.error();
    session.ends_at = session.starts_at + *duration;
    return {};
  }

  void read_people(const Row& row, ForeignSession& session) {
    const auto columns = std::ranges::count(columns_, Meaning::people, &KnownColumn::meaning);
    for (const KnownColumn& one : columns_) {
      if (one.meaning != Meaning::people) continue;
      for (std::string who : list_of(row.at(one.at).text, ";\n")) {
        const auto parts = list_of(who, ",");
        const bool names =
            columns == 1 && parts.size() > 1 && std::ranges::all_of(parts, [](const std::string& part) {
              const auto words = std::ranges::count(part, ' ') + 1;
              return words >= 2 && words <= 3;
            });
        if (names)
          for (const std::string& name : parts) add_person(name, {}, session);
        else if (!parts.empty())
          add_person(
              parts[0],
              who.size() > parts[0].size() ? rest_of(who, parts[0]) : cell(row, Meaning::position).text,
              session);
      }
    }
  }

  static std::string rest_of(const std::string& who, const std::string& name) {
    // A comma may stand before the name and none behind it.
    const std::size_t comma = who.find(',', who.find(name) + name.size());
    if (comma == std::string::npos) return {};
    const auto rest = list_of(who.substr(comma + 1), "\n");
    return rest.empty() ? std::string() : rest[0];
  }

  void add_person(std::string name, const std::string& position, ForeignSession& session) {
    std::string role;
    // "Moderation: Anna Müller"
    if (const std::size_t colon = name.find(": "); colon != std::string::npos) {
      role = name.substr(0, colon);
      name = name.substr(colon + 2);
    }
    const std::string key = text::fold(name);
    const auto found = people_.find(key);
    if (found == people_.end()) {
      people_.emplace(key, programme_.people.size());
      programme_.people.push_back({key, name, position});
    } else if (programme_.people[found->second].position.empty()) {
      programme_.people[found->second].position = position;
    }
    const auto there = std::ranges::find(session.people, key, &ForeignPart::person);
    if (there == session.people.end())
      session.people.push_back({key, role});
    else if (there->role.empty())
      there->role = role;
  }

  const Sheet& sheet_;
  const ReadOptions& options_;
  Programme programme_;
  std::optional<Clock> clock_;
  std::size_t head_ = 0;
  std::vector<KnownColumn> columns_;
  std::optional<model::Date> day_;
  std::map<std::string, std::string> seen_;
  std::map<std::string, std::size_t> people_;
};

}  // namespace

Programme read_table(const Sheet& sheet, const ReadOptions& options) {
  return TableReader(sheet, options).run();
}

}  // namespace exchange
