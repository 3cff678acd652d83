// summit-pages: writes every screen of the app as a page of HTML. Here are only
// the command line and the printing.

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "files/files.h"
#include "files/paths.h"
#include "platform/desktop/assets.h"
#include "platform/desktop/start.h"
#include "tools/summit_pages/moments.h"
#include "tools/summit_pages/site.h"
#include "tools/summit_pages/styles.h"

namespace {

constexpr int failed = 1;
constexpr int wrong_use = 2;

constexpr std::string_view help =
    "summit-pages: write the screens of the app as pages of HTML\n"
    "\n"
    "  summit-pages --template FILE --origin URL --out DIR [--pack PACK] [--assets DIR] [--no-pictures]\n"
    "  summit-pages --print-tokens\n"
    "  summit-pages --print-moments [--pack PACK] [--assets DIR]\n"
    "\n"
    "  --template FILE  the page around each screen: web/index.html as assemble.py fills it in\n"
    "  --origin URL     where the site will be: https://summit.example\n"
    "  --out DIR        the folder to write into\n"
    "  --pack PACK      the event: a built pack, or its folder\n"
    "  --assets DIR     where summit.icu and the fonts are; else SUMMIT_ASSETS, else beside the program\n"
    "  --no-pictures    draws no pictures for previews of links\n"
    "  --print-tokens   prints the look of the app as custom properties of a style sheet\n"
    "  --print-moments  prints when the event is worth a look, for ?at=: \"during TIME\" and \"before "
    "TIME\"\n"
    "\n"
    "What goes wrong is told on standard error, one a line, as FILE: PLACE: REASON. Exit status: 0 when\n"
    "all was written, 1 when not, 2 when the command is not understood.\n";

int misunderstood(const std::string& reason) {
  std::fprintf(stderr, "summit-pages: %s; see summit-pages --help\n", reason.c_str());
  return wrong_use;
}

int fail(const std::string& reason) {
  std::fprintf(stderr, "%s%s", reason.c_str(), reason.ends_with('\n') ? "" : "\n");
  return failed;
}

// The status to end with, when what was printed has arrived.
int ended() {
  const auto printed = files::close_output();
  return printed ? 0 : fail("standard output: " + printed.error());
}

// "https://summit.example", without a slash at its end.
bool is_origin(std::string_view text) {
  const std::size_t host = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  return host > 0 && text.size() > host && text.find_first_of("/?#<>\"& ", host) == std::string_view::npos;
}

// When the site is made: SOURCE_DATE_EPOCH, where builds are to be the same each time, else now.
model::Instant time_of_making() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  long long seconds = 0;
  if (given != nullptr) {
    const std::string_view text = given;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc() && end == text.data() + text.size() && seconds >= 0)
      return model::Instant(std::chrono::seconds(seconds));
  }
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::expected<platform::LoadedAssets, app::Failure> load(const std::string& assets, const std::string& pack) {
  return platform::LoadedAssets::load(
      assets.empty() ? platform::assets_beside_program() : files::path_of(assets), files::path_of(pack), {});
}

}  // namespace

int main(int argc, char** argv) {
  pages::SiteOptions options;
  std::string page_template, pack, assets, out;
  bool moments = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (name == "--help" || name == "-h") {
      std::fputs(std::string(help).c_str(), stdout);
      return ended();
    }
    if (name == "--print-tokens") {
      std::fputs(pages::token_styles().c_str(), stdout);
      return ended();
    }
    if (name == "--print-moments") {
      moments = true;
      continue;
    }
    if (name == "--no-pictures") {
      options.pictures = false;
      continue;
    }
    std::string* value = name == "--template" ? &page_template
                         : name == "--origin" ? &options.origin
                         : name == "--out"    ? &out
                         : name == "--pack"   ? &pack
                         : name == "--assets" ? &assets
                                              : nullptr;
    if (value == nullptr) return misunderstood("there is no option " + std::string(name));
    if (++i == argc) return misunderstood(std::string(name) + " needs a value");
    *value = argv[i];
  }
  if (moments) {
    const auto loaded = load(assets, pack);
    const auto edition =
        loaded ? pages::edition_of(loaded->assets()) : std::unexpected<std::string>(loaded.error().details);
    if (!edition) return fail(edition.error());
    std::fputs(pages::moments_of(**edition).c_str(), stdout);
    return ended();
  }
  if (page_template.empty() || out.empty()) return misunderstood("--template and --out are needed");
  while (options.origin.ends_with('/')) options.origin.pop_back();
  if (!is_origin(options.origin))
    return misunderstood("--origin needs an address such as https://summit.example");
  const auto read = files::read_file(files::path_of(page_template));
  if (!read) return fail(page_template + ": " + read.error());
  options.page_template = *read;
  options.template_file = files::path_of(page_template);
  options.directory = files::path_of(out);
  options.made_at = time_of_making();
  const auto loaded = load(assets, pack);
  if (!loaded) return fail(loaded.error().details);
  const auto report = pages::write_site(loaded->assets(), options);
  if (!report) return fail(report.error());
  std::printf("%zu pages in %.2f s, %.1f ms each; %zu files for calendars", report->pages,
              report->page_seconds, report->page_seconds * 1000 / static_cast<double>(report->pages),
              report->calendars);
  if (report->pictures > 0)
    std::printf("; %zu pictures in %.2f s, %.1f ms each, the largest %zu bytes", report->pictures,
                report->picture_seconds,
                report->picture_seconds * 1000 / static_cast<double>(report->pictures),
                report->largest_picture);
  std::puts("");
  return ended();
}
