#include "tools/summit_pack/texts.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <set>

#include "files/files.h"
#include "files/paths.h"
#include "lint/check.h"
#include "lint/font_letters.h"
#include "pack/folder.h"
#include "tools/summit_pack/icu.h"
#include "translation/exchange.h"
#include "translation/po_file.h"

namespace summit_pack {
namespace {

namespace fs = std::filesystem;

// What every font for texts has; the reason when that cannot be told.
std::expected<std::set<char32_t>, std::string> letters_of_fonts() {
  std::optional<std::set<char32_t>> all;
  for (const char* name : {"text-400.otf", "text-600.otf"}) {
    const fs::path path = assets() / name;
    const auto bytes = files::read_file(path);
    if (!bytes) return std::unexpected(files::text_of(path) + " " + bytes.error());
    const auto letters = lint::letters_of_font(*bytes);
    if (!letters) return std::unexpected(files::text_of(path) + " is no font that can be read");
    if (!all) all = *letters;
    std::erase_if(*all, [&](char32_t c) { return !letters->contains(c); });
  }
  return *all;
}

// The texts that a verb works on; when they are not there, the mistakes have been told.
struct Opened {
  fs::path folder;
  fs::path messages;
  lint::Texts texts;
};

std::optional<Opened> open(const ParsedArguments& given) {
  Opened opened{.folder = files::path_of(given.words.front()),
                .messages = files::path_of(given.option("--texts")),
                .texts = {}};
  const auto files = pack::load_folder(opened.folder);
  if (!files) {
    failed(files::text_of(opened.folder) + ": " + files.error());
    return std::nullopt;
  }
  const auto used = use_icu();
  if (!used && !opened.messages.empty()) {
    failed(used.error());
    return std::nullopt;
  }
  const pack::ReadResult read = pack::read_pack(*files);
  if (!read.event) {
    print(read.problems);
    return std::nullopt;
  }
  auto texts = lint::texts_of(*files, *read.event, opened.messages);
  if (!texts) {
    print(texts.error());
    return std::nullopt;
  }
  opened.texts = std::move(*texts);
  return opened;
}

// The tag as BCP 47 recommends to write it, which is how its files are called: uz-latn is uz-Latn.
// Empty when it is no tag.
std::string language_of(std::string_view tag) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto large = [&](char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; };
  std::string written;
  for (const auto range : tag | std::views::split('-')) {
    std::string part(range.begin(), range.end());
    std::ranges::transform(part, part.begin(), small);
    const bool letters = std::ranges::all_of(part, is_small), is_first = written.empty();
    const std::size_t longest = is_first ? 3 : 8;
    if (part.size() < 2 || part.size() > longest || (is_first && !letters) ||
        !std::ranges::all_of(part, [&](char c) { return is_small(c) || is_digit(c); }))
      return {};
    const std::size_t large_letters = is_first || !letters ? 0
                                      : part.size() == 2   ? 2
                                      : part.size() == 4   ? 1
                                                           : 0;
    for (std::size_t i = 0; i < large_letters; ++i) part[i] = large(part[i]);
    written += (is_first ? "" : "-") + part;
  }
  return written;
}

int export_texts(const ParsedArguments& given) {
  const std::string language = language_of(given.option("--lang")), output = given.option("-o");
  if (given.words.size() != 1 || language.empty() || output.empty())
    return misunderstood("texts export takes a folder, --lang with a language and -o with a file");
  const auto opened = open(given);
  if (!opened) return mistakes_found;
  const fs::path path = files::path_of(output);
  pack::PackFiles messages;
  for (const auto& [tag, bytes] : opened->texts.messages)
    messages.files.emplace(tag + ".json", std::string{});
  for (const std::string& why :
       {is_source(path, opened->folder, opened->texts.pack), is_source(path, opened->messages, messages)})
    if (!why.empty()) return failed(output + ": " + why);
  const translation::PoFile po{language, translation::units_for(opened->texts, language)};
  const std::string project = files::text_of(fs::absolute(opened->folder / "").parent_path().filename());
  if (const auto written = translation::write_po(path, po, project); !written) return failed(written.error());
  say(output + ": " + count(po.units.size(), "text", "texts") + "\n");
  return done;
}

// All files or, as far as the disk lets us, none.
std::expected<void, std::string> write_all(const std::map<fs::path, std::string>& files) {
  std::map<fs::path, std::optional<std::string>> before;
  for (const auto& [path, bytes] : files) {
    std::error_code error;
    const auto old = files::read_file(path);
    if (!old && fs::exists(path, error)) return std::unexpected(files::text_of(path) + ": " + old.error());
    before[path] = old ? std::optional(*old) : std::nullopt;
    const auto written = files::write_file(path, bytes);
    if (written) continue;
    for (const auto& [other, content] : before) {
      std::error_code ignored;
      if (other == path) continue;
      if (content)
        (void)files::write_file(other, *content);
      else
        fs::remove(other, ignored);
    }
    return std::unexpected(files::text_of(path) + ": " + written.error());
  }
  return {};
}

int import_texts(const ParsedArguments& given) {
  if (given.words.size() != 2) return misunderstood("texts import takes a folder and a PO file");
  const auto po = translation::read_po(files::path_of(given.words[1]));
  if (!po) return failed(po.error());
  const std::string asked = language_of(given.option("--lang")), told = language_of(po->language);
  const std::string language = asked.empty() ? told : asked;
  if (language.empty()) return failed(given.words[1] + ": its header does not say which language it is in");
  if (!told.empty() && told != language)
    return failed(given.words[1] + ": is in " + told + ", not in " + language);
  const auto opened = open(given);
  if (!opened) return mistakes_found;
  const auto changes = translation::with_translations(opened->texts, language, po->units);
  if (!changes) {
    print(changes.error());
    return failed("nothing was changed");
  }
  std::map<fs::path, std::string> files;
  for (const auto& [name, bytes] : changes->pack) files[opened->folder / files::path_of(name)] = bytes;
  for (const auto& [tag, bytes] : changes->messages)
    files[opened->messages / files::path_of(tag + ".json")] = bytes;
  print(changes->notes);
  if (const auto written = write_all(files); !written) return failed(written.error());
  say(count(changes->texts, "text", "texts") + " of " + language + " changed in " +
      count(files.size(), "file", "files") +
      (changes->untranslated == 0
           ? std::string()
           : "; " + std::to_string(changes->untranslated) + " are not translated, and as they were") +
      "\n");
  return done;
}

// For programs that look at words, such as a spelling checker.
int print_texts(const ParsedArguments& given) {
  const std::string language = given.option("--lang");
  if (given.words.size() != 1 || language.empty())
    return misunderstood("texts print takes a folder and --lang with a language");
  const auto opened = open(given);
  if (!opened) return mistakes_found;
  for (const lint::Entry& entry : opened->texts.entries)
    if (const lint::Version* version = entry.in(language)) {
      std::string line = version->visible;
      for (char& c : line)
        if (c == '\n' || c == '\t') c = ' ';
      say(version->file + ": " + version->pointer + "\t" + line + "\n");
    }
  return done;
}

}  // namespace

std::vector<pack::Problem> check_texts(const pack::PackFiles& pack, const model::Event& event,
                                       const fs::path& messages, const std::vector<std::string>& brought,
                                       std::vector<std::string>& unchecked) {
  std::vector<pack::Problem> problems;
  if (!messages.empty())
    if (const auto used = use_icu(); !used)
      return {{"summit.icu", "", used.error(), pack::Problem::Severity::error}};
  const auto texts = lint::texts_of(pack, event, messages);
  if (!texts) return texts.error();
  lint::CheckOptions options{.glossary = {}, .has_glyph = {}, .brought = brought};
  if (const auto glossary = pack.files.find(pack::glossary_file); glossary != pack.files.end())
    options.glossary = lint::read_glossary(glossary->second, problems);
  if (const auto letters = letters_of_fonts())
    options.has_glyph = [letters = *letters](char32_t c) { return letters.contains(c); };
  else
    unchecked.push_back("whether each letter has a glyph: " + letters.error());
  for (pack::Problem& problem : lint::check(*texts, options)) problems.push_back(std::move(problem));
  return problems;
}

int texts_verb(Arguments arguments) {
  if (arguments.empty()) return misunderstood("texts needs export, import or print");
  const std::string_view what = arguments[0];
  const auto given = read_arguments(arguments.subspan(1), {"--texts", "--lang", "-o"});
  if (!given) return misunderstood(given.error());
  if (what != "export" && given->options.contains("-o")) return misunderstood("only texts export takes -o");
  if (what == "export") return export_texts(*given);
  if (what == "import") return import_texts(*given);
  if (what == "print") return print_texts(*given);
  return misunderstood("texts does not know " + std::string{what});
}

}  // namespace summit_pack
