// summit-pack: checks, builds and compares event packs. What it does is in src/pack, src/lint and
// src/translation; here are only the command line and the printing.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "files/files.h"
#include "files/paths.h"
#include "files/process.h"
#include "imdf/venue_maker.h"
#include "pack/alphabets.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "pack/time_text.h"
#include "tools/summit_pack/check.h"
#include "tools/summit_pack/command_line.h"
#include "tools/summit_pack/diff.h"
#include "tools/summit_pack/exchange.h"
#include "tools/summit_pack/icu.h"
#include "tools/summit_pack/keys.h"
#include "tools/summit_pack/languages.h"
#include "tools/summit_pack/new_event.h"
#include "tools/summit_pack/origins.h"
#include "tools/summit_pack/texts.h"

namespace {

using namespace summit_pack;

constexpr std::string_view help =
    "summit-pack: check, build and compare event packs; hand their texts to translators\n"
    "\n"
    "  summit-pack check PACK [--texts I18N] [--html FILE [--lang kk|ru|en]]\n"
    "      reads the pack and lists every mistake. Of a folder the texts are held to the rules of\n"
    "      their languages too, with --texts also those of the app: I18N has LANGUAGE.json files.\n"
    "      The map of the event, venue/ or venue.zip beside its files in IMDF, is checked with it;\n"
    "      a folder or zip with a map alone is checked alone. --html: also as a page for people, with\n"
    "      what to do, clashes of rooms and people, opening hours, the map, and what is translated\n"
    "  summit-pack new DIR [--name TEXT] [--dates 2027-05-12/2027-05-14] [--place CITY,COUNTRY]\n"
    "      [--zone Europe/Prague] [--languages en,uz] [--short-name TEXT] [--zone-name TEXT] [--id ID]\n"
    "      [--lang kk|ru|en] [--workbook FILE.xlsx]\n"
    "      begins an event in the folder DIR, which builds and opens at once. What is not given is\n"
    "      asked on a terminal, in the language of --lang. TEXT and CITY,COUNTRY are in the first\n"
    "      language; --name uz=TEXT, given once more, is the same in another one. --workbook: also\n"
    "      as an Excel workbook, to be filled in and brought into the event with import\n"
    "  summit-pack build DIR -o FILE [--since OLD] [--issued TIME]\n"
    "      checks the folder and writes it as one file for the app, its names in the order of each\n"
    "      language's alphabet. With --since also what changed since that pack was published, and\n"
    "      each session that changed gets a higher revision; DIR stays as it is. The pack's own\n"
    "      revision is then one higher than that of OLD. --issued: when it is published, as in\n"
    "      2026-04-22T10:30+05:00, or now\n"
    "  summit-pack diff OLD NEW [--lang LANGUAGE] [--json]\n"
    "      lists what changed. With --lang the programme alone, in the sentences that visitors read;\n"
    "      with --json the same as data, with what was and what is\n"
    "  summit-pack delta OLD NEW -o FILE\n"
    "      writes what makes the file NEW out of the file OLD, for those who have OLD\n"
    "  summit-pack keys -o NAME\n"
    "      makes a pair of keys: NAME.key, which is secret, and NAME.pub, which everybody may know\n"
    "  summit-pack sign FILE --key NAME.key [--comment TEXT]\n"
    "      writes FILE.minisig. The comment is signed as well; of a pack it is event, revision and time\n"
    "  summit-pack verify FILE --keys FILE.pub [--signature FILE] [--vouched DESK.pub]\n"
    "      says whose the signature beside FILE is. --vouched: a key beside which a signature of one of\n"
    "      the keys stands; what it signed counts too. The program minisign reads and writes the same\n"
    "  summit-pack take NOTICE --keys FILE.pub --into DIR\n"
    "      puts a notice that a help desk has signed into the folder of the event, when one of the keys\n"
    "      vouches for the desk's; then build, sign and publish as ever\n"
    "  summit-pack texts export DIR --texts I18N --lang LANGUAGE -o FILE.po\n"
    "      writes all texts for a translator: a PO file with the English and what is there "
    "already\n"
    "  summit-pack texts import DIR FILE.po --texts I18N\n"
    "      takes a translated PO file back into the JSON files; a language that is new is added\n"
    "  summit-pack texts print DIR --texts I18N --lang LANGUAGE\n"
    "      prints all texts, each behind its place and a tab, for spelling checkers and the like\n"
    "  summit-pack import FORMAT FILE... --into DIR [--lang LANGUAGE] [--dry-run] [--zone ZONE]\n"
    "              [--city CITY] [--country COUNTRY] [--status published] [--dates FIRST/LAST]\n"
    "              [--columns C] [--encoding E]\n"
    "      brings a programme of another program into the folder of an event, which is made when it is\n"
    "      missing: frab-xml, frab-json, pretalx, ics, csv, or xlsx, which is the workbook that export\n"
    "      writes or a table of your own. Says what was read, changed, guessed and left out. The same\n"
    "      file again changes nothing. --columns title=Was,start=Wann names columns of a table that are\n"
    "      not known by their heads; --encoding windows-1251 how a CSV file is written; --dates\n"
    "      2027-05-12/2027-05-14 takes those days alone of a programme that has more\n"
    "  summit-pack export FORMAT DIR -o FILE [--lang LANGUAGE]\n"
    "      writes the programme for another program; xlsx is a workbook with all languages, to be\n"
    "      changed and brought back with import\n"
    "  summit-pack --help              print this\n"
    "\n"
    "A PACK is a folder of JSON files or a file that build wrote; OLD and NEW are packs.\n"
    "The data of ICU and the fonts, for alphabets, plurals and glyphs, are looked for in\n"
    "SUMMIT_ASSETS, else in assets/ beside the program. The texts verbs go without --texts too,\n"
    "for the texts of the event alone.\n"
    "Mistakes and warnings go to standard error, one a line, as FILE: PLACE: REASON,\n"
    "where PLACE is a JSON pointer. Exit status: 0 when all went well (with or without\n"
    "warnings or changes), 1 when there are mistakes, 2 when the command is not understood.\n";

std::expected<std::vector<model::Alphabet>, std::string> sorted(const model::Event& event) {
  if (const auto used = use_icu_with_order(); !used) return std::unexpected(used.error());
  return pack::alphabets_of(event);
}

int build(Arguments arguments) {
  const auto given = read_arguments(arguments, {"-o", "--since", "--issued"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 1 || !given->options.contains("-o"))
    return misunderstood("build takes a folder and -o with a file");
  const std::string folder = given->words[0], output = given->option("-o");

  const auto files = pack::load_folder(files::path_of(folder));
  if (!files) return failed(folder + ": " + files.error());
  if (const std::string why = is_source(files::path_of(output), files::path_of(folder), *files); !why.empty())
    return failed(output + ": " + why);
  if (const auto used = use_icu(); !used)
    complain("warning: the time zone is not checked: " + used.error() + "\n");
  const std::string since = given->option("--since");
  std::expected<pack::PackFiles, std::string> former;
  if (!since.empty()) {
    former = pack::load_path(files::path_of(since));
    if (!former) return failed(since + ": " + former.error());
  }
  pack::BuildOptions options{.sorter = sorted, .since = since.empty() ? nullptr : &*former};
  if (!since.empty()) options.revision = pack::read_path(files::path_of(since)).revision + 1;
  if (const std::string issued = given->option("--issued"); issued == "now") {
    options.issued = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  } else if (!issued.empty()) {
    const auto moment = pack::parse_instant(issued);
    if (!moment) return misunderstood("--issued " + issued + ": " + moment.error());
    options.issued = moment->instant;
  }
  // The map names rooms of the event, which must be read for it; what is wrong with the event is told below.
  imdf::VenueResult map;
  if (const auto event = pack::read_pack(*files).event)
    map = imdf::venue_beside(files::path_of(folder), *event);
  if (!map.venue.empty()) options.venue = &map.venue;
  pack::BuildResult result = pack::build_bundle(*files, options);
  std::ranges::move(map.problems, std::back_inserter(result.problems));
  if (pack::has_errors(result.problems)) result.bytes.reset();
  for (pack::Problem& problem : result.problems)
    if (problem.file == "since") problem.file = since;
  print(with_origins(std::move(result.problems), *files));
  if (!result.bytes) return mistakes_found;
  if (const auto event = pack::read_bundle(*result.bytes).event) {
    const auto problems = languages_without_messages(*event, brought_languages(files::path_of(folder)));
    print(problems);
    if (pack::has_errors(problems)) return mistakes_found;
  }
  if (const auto written = files::write_file(files::path_of(output), *result.bytes); !written)
    return failed(output + ": " + written.error());
  if (result.since) {
    const auto& [changed, added, removed] = *result.since;
    say(output + ": since " + since + ": " +
        (changed + added + removed == 0
             ? std::string("the programme is the same")
             : count(changed, "session has", "sessions have") + " changed and got a higher revision, " +
                   std::to_string(added) + " added, " + std::to_string(removed) + " removed") +
        "\n");
  }
  return done;
}

int run(const std::vector<std::string_view>& words) {
  if (words.empty()) return misunderstood("needs a verb");
  const std::string_view verb = words[0];
  const Arguments arguments{words.begin() + 1, words.end()};
  if (verb == "--help" || verb == "-h" || verb == "help") {
    say(help);
    return done;
  }
  if (std::ranges::find(arguments, "--help") != arguments.end()) {
    say(help);
    return done;
  }
  if (verb == "new") return new_verb(arguments);
  if (verb == "check") return check_verb(arguments);
  if (verb == "build") return build(arguments);
  if (verb == "diff") return diff_verb(arguments);
  if (verb == "delta") return delta_verb(arguments);
  if (verb == "keys") return keys_verb(arguments);
  if (verb == "sign") return sign_verb(arguments);
  if (verb == "verify") return verify_verb(arguments);
  if (verb == "take") return take_verb(arguments);
  if (verb == "texts") return texts_verb(arguments);
  if (verb == "import") return import_verb(arguments);
  if (verb == "export") return export_verb(arguments);
  return misunderstood("there is no verb " + std::string{verb});
}

}  // namespace

int main(int argc, char** argv) {
  files::prepare_output();
  const std::vector<std::string> given = files::arguments(argc, argv);
  const int status = run({given.begin(), given.end()});
  const auto printed = files::close_output();
  if (!printed) complain("standard output: " + printed.error() + "\n");
  return status == done && !printed ? mistakes_found : status;
}
