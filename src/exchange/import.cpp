#include "exchange/import.h"

#include <algorithm>
#include <filesystem>
#include <ranges>
#include <set>
#include <tuple>

#include "exchange/cell_marks.h"
#include "exchange/ids.h"
#include "exchange/into_event.h"
#include "exchange/merge.h"
#include "exchange/origins.h"
#include "exchange/places.h"
#include "exchange/programme.h"
#include "exchange/workbook.h"
#include "files/paths.h"
#include "pack/words.h"

namespace exchange {
namespace {

struct FormatName {
  std::string_view name;
  Format format;
};
constexpr FormatName names[] = {{"frab-xml", Format::frab_xml}, {"frab-json", Format::frab_json},
                                {"pretalx", Format::frab_json}, {"ics", Format::ics},
                                {"csv", Format::csv},           {"xlsx", Format::xlsx}};

// The things of a list, in words.
std::string things(std::size_t number, std::string_view list) {
  std::string many(list);
  if (list == "persons")
    many = number == 1 ? "person" : "people";
  else if (number == 1)
    many.pop_back();
  return std::to_string(number) + " " + many;
}

class Import {
 public:
  Import(Format format, const Folder& before, const ImportOptions& options)
      : format_(format), folder_(before), options_(options) {}

  ImportResult run(const std::vector<ImportFile>& files) {
    const bool was_empty = folder_.empty();
    // What is wrong with the folder already is not to be laid at the file's door.
    if (!was_empty && folder_.has("event.json")) {
      checked_ = folder_.files();
      auto there = pack::read_pack(checked_);
      std::erase_if(there.problems,
                    [](const pack::Problem& one) { return one.severity != pack::Problem::Severity::error; });
      if (!there.problems.empty()) {
        there.problems.push_back(
            {files.front().name, "",
             "was not read: the event has these mistakes already; put them right first"});
        result_.problems = std::move(there.problems);
        return std::move(result_);
      }
    }
    for (const ImportFile& file : files)
      if (!take(file)) return std::move(result_);
    check();
    if (pack::has_errors(result_.problems)) return std::move(result_);
    result_.changed = folder_.changed(files_);
    tell();
    return std::move(result_);
  }

 private:
  void error(std::string file, std::string place, std::string reason) {
    result_.problems.push_back({std::move(file), std::move(place), std::move(reason)});
  }
  void say(const std::string& line) { result_.report += line + "\n"; }

  bool take(const ImportFile& file) {
    if (file.bytes.empty()) return error(file.name, "", "is empty"), false;
    ReadOptions read{.file = file.name,
                     .zone = text_at(folder_.file("event.json"), "time_zone"),
                     .encoding = options_.encoding,
                     .columns = options_.columns};
    if (read.zone.empty()) read.zone = options_.zone;
    Programme programme;
    if (format_ == Format::xlsx) {
      auto sheets = read_xlsx(file.bytes);
      if (!sheets) return error(file.name, "", sheets.error()), false;
      if (is_workbook(*sheets)) return take_workbook(*sheets, file.name);
      const auto sheet =
          std::ranges::find_if(*sheets, [](const Sheet& one) { return !one.hidden && !one.rows.empty(); });
      if (sheet == sheets->end()) return error(file.name, "", "has no sheet with anything in it"), false;
      programme = read_table(*sheet, read);
      for (auto other = sheet + 1; other != sheets->end(); ++other)
        if (!other->hidden && !other->rows.empty())
          programme.problems.push_back({file.name, "sheet " + other->name,
                                        "is left out: only the first sheet is read",
                                        pack::Problem::Severity::warning});
    } else if (format_ == Format::csv) {
      const auto csv = read_csv(file.bytes, {.encoding = options_.encoding});
      if (!csv) return error(file.name, "", csv.error()), false;
      say("read: " + file.name + " is in " + csv->encoding + ", with " +
          (csv->separator == '\t' ? std::string("tabs") : std::string(1, csv->separator)) + " between cells");
      programme = read_table(csv->sheet, read);
    } else if (format_ == Format::ics) {
      programme = read_ics(file.bytes, read);
    } else {
      programme =
          format_ == Format::frab_xml ? read_frab_xml(file.bytes, read) : read_frab_json(file.bytes, read);
    }
    const bool good = !pack::has_errors(programme.problems);
    std::ranges::move(programme.problems, std::back_inserter(result_.problems));
    if (!good) return false;
    if (programme.sessions.empty())
      return error(file.name, "",
                   programme.left_out == 0 ? "holds no sessions" : "holds no session that can be read"),
             false;
    say("read: " + file.name + ": " + things(programme.sessions.size(), "sessions") +
        (programme.left_out > 0 ? ", " + std::to_string(programme.left_out) + " left out" : ""));
    return take_programme(std::move(programme), file.name);
  }

  // One name for a file and its later editions.
  std::string source_of(const Programme& programme, const std::string& file) const {
    const std::string stem = files::text_of(files::path_of(file).stem());
    if (format_ == Format::csv || format_ == Format::xlsx) return "table " + stem;
    const std::string name = !programme.acronym.empty() ? programme.acronym
                             : !programme.title.empty() ? programme.title
                                                        : stem;
    return (format_ == Format::ics ? "calendar " : "frab ") + name;
  }

  bool take_programme(Programme programme, const std::string& file) {
    const std::string source = source_of(programme, file);
    auto known = KnownIds::of(folder_, source);
    if (!known) return std::ranges::move(known.error(), std::back_inserter(result_.problems)), false;
    EventOf made = into_event(std::move(programme), folder_, *known,
                              {.language = options_.language,
                               .app_languages = options_.app_languages,
                               .zone = options_.zone,
                               .city = options_.city,
                               .country = options_.country,
                               .status = options_.status,
                               .dates = options_.dates,
                               .file = file});
    const bool good = !pack::has_errors(made.problems);
    std::ranges::move(made.problems, std::back_inserter(result_.problems));
    if (!good) return false;
    merge_in(made.contents, source, file);
    known->write(folder_, source);
    for (const std::string& guess : made.guessed) say("guessed: " + guess);
    return true;
  }

  bool take_workbook(const std::vector<Sheet>& sheets, const std::string& file) {
    if (options_.dates)
      result_.problems.push_back({file, "", "is the event's workbook and is read whole, without --dates",
                                  pack::Problem::Severity::warning});
    const std::string source(workbook_source);
    auto known = KnownIds::of(folder_, source);
    if (!known) return std::ranges::move(known.error(), std::back_inserter(result_.problems)), false;
    WorkbookRead read = read_workbook(sheets, folder_, *known, file);
    const bool good = !pack::has_errors(read.problems);
    std::ranges::move(read.problems, std::back_inserter(result_.problems));
    if (!good) return false;
    for (const std::string& guess : read.guessed) say("guessed: " + guess);
    std::string parts;
    for (const auto& [list, items] : read.contents.lists)
      if (!items.empty()) parts += (parts.empty() ? "" : ", ") + things(items.size(), list);
    say("read: " + file + ": " + (parts.empty() ? "nothing" : parts));
    for (const char* list : {"partners", "themes", "rooms", "levels", "sites", "sessions"})
      read.contents.lists[list];
    merge_in(read.contents, source, file);
    keep_cell_marks(folder_, std::move(read.cells));
    known->write(folder_, source);
    return true;
  }

  void merge_in(const Contents& contents, const std::string& source, const std::string& file) {
    ReadPlaces kept;
    for (const auto& [list, items] : contents.lists)
      for (const Item& item : items) {
        if (item.file.empty()) continue;
        places_[list + " " + item.id] = {item.file, item.place};
        // Rooms and people of foreign programmes have no place of their own.
        if (source == workbook_source || list == "sessions") kept[list].emplace(item.id, item.place);
      }
    MergeReport report = merge(folder_, contents);
    keep_origins(folder_, source, file, kept);
    std::ranges::move(report.merged, std::back_inserter(report_.merged));
    std::ranges::move(report.event_keys, std::back_inserter(report_.event_keys));
    std::ranges::move(report.stale_translations, std::back_inserter(report_.stale_translations));
  }

  // A mistake in a file that is to be written, by the place in the one that was read, where people can put it
  // right: "table.xlsx: sessions, row 12 (opening): ends_at: ends before it starts".
  pack::Problem by_its_origin(pack::Problem problem) const {
    const auto thing = pack::thing_at(problem.pointer);
    if (!thing || file_of(thing->list) != problem.file) return problem;
    const Json& list = folder_.list(thing->list);
    if (thing->index >= list.size()) return problem;
    const std::string id = id_of(thing->list, list[thing->index]);
    const auto from = places_.find(thing->list + " " + id);
    if (from == places_.end()) return problem;
    std::tie(problem.file, problem.pointer) = from->second;
    problem.pointer += " (" + id + ")";
    if (!thing->rest.empty()) problem.reason = thing->rest + ": " + problem.reason;
    return problem;
  }

  void check() {
    files_ = folder_.files();
    const auto event = std::views::filter([](const auto& file) { return file.first != pack::import_file; });
    if (!checked_.files.empty() && std::ranges::equal(files_.files | event, checked_.files | event)) return;
    for (pack::Problem& problem : pack::read_pack(files_).problems)
      if (problem.severity == pack::Problem::Severity::error)
        result_.problems.push_back(by_its_origin(std::move(problem)));
  }

  void tell() {
    constexpr std::size_t most_lines = 40;
    std::map<std::string, std::size_t> added;
    std::size_t told = 0, more = 0;
    for (const Merged& one : report_.merged) {
      if (one.what == Merged::What::added) {
        ++added[one.list];
        continue;
      }
      if (told++ >= most_lines) {
        ++more;
        continue;
      }
      std::string keys;
      for (const std::string& key : one.keys) keys += (keys.empty() ? "" : ", ") + key;
      const char* what = one.what == Merged::What::changed   ? "changed: "
                         : one.what == Merged::What::removed ? "removed: "
                                                             : "kept: ";
      say(what + one.list + ": " + one.id + (one.name.empty() ? "" : " " + pack::quoted(one.name)) +
          (keys.empty() ? "" : ": " + keys) + (one.note.empty() ? "" : " (" + one.note + ")"));
    }
    if (more > 0) say("changed: and " + std::to_string(more) + " more");
    for (const auto& [list, number] : added) say("added: " + things(number, list));
    std::string keys;
    for (const std::string& key : report_.event_keys) keys += (keys.empty() ? "" : ", ") + key;
    if (!keys.empty()) say("changed: event.json: " + keys);
    told = 0;
    for (const std::string& text : report_.stale_translations)
      if (told++ < most_lines)
        say("look at: " + text + ": was reworded, and its translations may say what it said before");
    if (result_.changed.empty())
      say("nothing has changed");
    else if (report_.merged.empty() && report_.event_keys.empty())
      say("nothing has changed in the event; import.json keeps how the file says it now");
    tell_untranslated();
  }

  // Texts are objects with languages for keys, wherever they stand.
  static void count_untranslated(const Json& value, const std::vector<std::string>& languages,
                                 std::map<std::string, std::size_t>& lack) {
    if (!value.is_structured()) return;
    const auto is_language = [&](const auto& member) {
      return member.value().is_string() && std::ranges::find(languages, member.key()) != languages.end();
    };
    const auto members = value.items();
    if (value.is_object() && !value.empty() && std::all_of(members.begin(), members.end(), is_language)) {
      for (const std::string& tag : languages)
        if (!value.contains(tag)) ++lack[tag];
      return;
    }
    for (const Json& part : value) count_untranslated(part, languages, lack);
  }

  // How many texts lack each language.
  void tell_untranslated() {
    const std::vector<std::string> languages = languages_of(folder_.file("event.json"));
    std::map<std::string, std::size_t> lack;
    for (const char* file : {"event.json", "places.json", "themes.json", "partners.json", "persons.json",
                             "sessions.json", "notices.json", "stories.json", "articles.json", "road.json"})
      count_untranslated(std::as_const(folder_).file(file), languages, lack);
    for (const auto& [tag, texts] : lack)
      say("not translated: " + pack::count(texts, "text lacks ", "texts lack ") + tag +
          "; they go out with: summit-pack texts export DIR --lang " + tag + " -o " + tag + ".po");
  }

  Format format_;
  Folder folder_;
  const ImportOptions& options_;
  ImportResult result_;
  MergeReport report_;
  pack::PackFiles files_;    // as they are to be
  pack::PackFiles checked_;  // as they were, when there was nothing wrong with them
  // "sessions opening" to where it was said: file and place
  std::map<std::string, std::pair<std::string, std::string>> places_;
};

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  const auto* found = std::ranges::find(names, name, &FormatName::name);
  return found == std::end(names) ? std::nullopt : std::optional(found->format);
}

std::string format_names() {
  std::string all;
  for (const FormatName& one : names) all += (all.empty() ? "" : ", ") + std::string(one.name);
  return all;
}

ImportResult import_files(Format format, const std::vector<ImportFile>& files, const Folder& before,
                          const ImportOptions& options) {
  return Import(format, before, options).run(files);
}

}  // namespace exchange
