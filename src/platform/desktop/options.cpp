#include "platform/desktop/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "pack/time_text.h"
#include "text/words.h"

namespace platform {
namespace {

bool parse_number(std::string_view text, float& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// What a picture may have; a pixel takes some eight bytes of memory while it is made.
constexpr float least_side = 200;   // points
constexpr float most_side = 16384;  // pixels, as for points at scale 1
constexpr double most_pixels = 64e6;

bool parse_size(std::string_view text, ui::Size& size) {
  const std::size_t times = text.find('x');
  const auto side = [](std::string_view number, float& length) {
    return parse_number(number, length) && length >= least_side && length <= most_side;
  };
  return times != std::string_view::npos && side(text.substr(0, times), size.width) &&
         side(text.substr(times + 1), size.height);
}

// Why the picture, or the window, would be too large; empty when it is not.
std::string too_large(const Options& options) {
  const double width = std::round(static_cast<double>(options.size.width) * options.scale);
  const double height = std::round(static_cast<double>(options.size.height) * options.scale);
  if (width <= most_side && height <= most_side && width * height <= most_pixels) return {};
  const auto whole = [](double number) { return std::to_string(static_cast<long long>(number)); };
  return "--size and --scale make " + whole(width) + "x" + whole(height) + " pixels: expected at most " +
         whole(most_side) + " on a side and " + whole(most_pixels / 1e6) + " million in all";
}

// "kk, ru or en"
std::string languages() {
  std::string list;
  const auto all = text::message_languages();
  for (std::size_t i = 0; i < all.size(); ++i)
    list += std::string(i == 0 ? "" : i + 1 == all.size() ? " or " : ", ").append(all[i]);
  return list;
}

}  // namespace

std::expected<Options, std::string> parse_options(std::span<const char* const> arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view name = arguments[i];
    if (name == "--desk") {
      options.desk = true;
    } else if (name == "--report") {
      options.report = true;
    } else if (name == "--describe") {
      options.describe = true;
    } else if (name == "--landscape") {
      options.landscape = true;
    } else if (name == "--days-apart") {
      options.days_apart = true;
    } else if (name == "--pseudo") {
      options.pseudo = true;
    } else if (name == "--help" || name == "-h") {
      options.help = true;
    } else if (name == "--lang" || name == "--page" || name == "--at" || name == "--pack" ||
               name == "--screenshot" || name == "--size" || name == "--scale" || name == "--text-size" ||
               name == "--theme" || name == "--site" || name == "--pdf" || name == "--paper" ||
               name == "--at-desk" || name == "--desk-key") {
      if (i + 1 == arguments.size()) return std::unexpected(std::string(name) + " needs a value");
      const std::string value = arguments[++i];
      const auto wrong = [&](std::string_view expected) {
        return std::unexpected(std::string(name) + " " + value + ": expected " + std::string(expected));
      };
      if (name == "--lang") {
        if (std::ranges::find(text::message_languages(), value) == text::message_languages().end())
          return wrong(languages());
        options.language = value;
      } else if (name == "--page") {
        if (!value.starts_with('/')) return wrong("a page path such as /ru/map/");
        options.page = value;
      } else if (name == "--at") {
        if (const auto moment = pack::parse_instant(value); !moment)
          return wrong("a time such as 2026-04-22T10:30+05:00; " + moment.error());
        options.at = value;
      } else if (name == "--pack") {
        options.pack = value;
      } else if (name == "--site") {
        if (!value.starts_with("https://") && !value.starts_with("http://"))
          return wrong("an address such as https://summit.example");
        options.site = value;
      } else if (name == "--at-desk") {
        options.desk = true;
        options.desk_place = value;
      } else if (name == "--desk-key") {
        options.desk = true;
        options.desk_key = value;
      } else if (name == "--pdf") {
        options.pdf = value;
      } else if (name == "--paper") {
        if (value != "a4" && value != "a3") return wrong("a4 or a3");
        options.a3 = value == "a3";
      } else if (name == "--screenshot") {
        options.screenshot = value;
      } else if (name == "--size") {
        if (!parse_size(value, options.size))
          return wrong("WIDTHxHEIGHT in points, each from 200 to 16384, such as 390x844");
        options.size_given = true;
      } else if (name == "--scale") {
        if (!parse_number(value, options.scale) || !(options.scale >= 0.5F && options.scale <= 4))
          return wrong("a number from 0.5 to 4");
      } else if (name == "--text-size") {
        if (!parse_number(value, options.text_scale) ||
            !(options.text_scale >= 100 && options.text_scale <= 200))
          return wrong("a percentage from 100 to 200");
        options.text_scale /= 100;
      } else if (name == "--theme") {
        if (value != "light" && value != "dark" && value != "high-contrast")
          return wrong("light, dark or high-contrast");
        options.theme = value;
      }
    } else if (!name.starts_with('-') && !name.empty() && options.file.empty()) {
      options.file = name;
    } else {
      return std::unexpected("unknown option " + std::string(name));
    }
  }
  if (std::string why = too_large(options); !why.empty()) return std::unexpected(std::move(why));
  return options;
}

std::string usage() {
  return "summit: the companion of an event, without a network\n\n"
         "  FILE                    opened as if it were dropped on the window: an update of the event with "
         "its\n"
         "                          signature beside it (event.pack, event.pack.minisig), a notice of a "
         "desk,\n"
         "                          choices from another device\n"
         "  --lang LANGUAGE         the language to begin with: " +
         languages() +
         "\n"
         "  --page PATH             the page to begin with: /ru/map/\n"
         "  --at TIME               sets the clock: 2026-04-22T10:30+05:00\n"
         "  --pack FILE             another event: a built pack, or its folder\n"
         "  --theme NAME            light, dark or high-contrast\n"
         "  --text-size N           percent of the usual size of texts, 100 to 200\n"
         "  --pseudo                lengthens messages, to see where a translation has no room\n"
         "  --desk                  for help desks: opens on their search; nothing of a visitor is "
         "remembered "
         "for the next\n"
         "  --desk-key FILE.key     the same, and it signs what it tells all visitors; FILE.pub, which the\n"
         "                          organisers have signed, and FILE.pub.minisig lie beside it\n"
         "  --at-desk PLACE         the same at that place, from which ways begin: information-desk\n"
         "  --size WxH              of the window or picture, in points, from 200x200\n"
         "  --screenshot FILE.png   writes one picture and exits; needs no display\n"
         "  --scale N               device pixels in a point of the picture, 0.5 to 4; with --size\n"
         "                          no more than 16384 pixels on a side and 64 million in all\n"
         "  --site URL              where the pages of the event are, when it does not say so: for codes "
         "that "
         "lead to them\n"
         "  --pdf FILE.pdf          writes the page for paper and exits; needs no display\n"
         "  --paper SIZE            a4 or a3\n"
         "  --landscape             the paper lies\n"
         "  --days-apart            each day begins a sheet\n"
         "  --report                says when the first frame is drawn, at the end how many were\n"
         "                          and what the last one said\n"
         "  --describe              prints what the page says as JSON and exits\n";
}

}  // namespace platform
