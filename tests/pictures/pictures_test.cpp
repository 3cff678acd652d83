// Each screen on phone, tablet and desktop, light, dark and in high contrast, in three languages,
// against the picture that was kept of it. Drawn at half size: small enough to keep, large enough to
// show a line that has moved.
//
// A picture that is no longer like the kept one is left in build/native/pictures. When the new ones
// are right, keep.sh beside this file keeps them.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb/stb_image.h>

#include "app/app.h"
#include "pack/time_text.h"
#include "platform/headless/picture.h"
#include "test_main.h"
#include "with_icu.h"

namespace {

struct Pixels {
  int width = 0;
  int height = 0;
  std::unique_ptr<stbi_uc, void (*)(void*)> rgb{nullptr, stbi_image_free};
};

Pixels decoded(const std::string& png) {
  Pixels pixels;
  int channels = 0;
  pixels.rgb.reset(stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(png.data()), static_cast<int>(png.size()),
                                         &pixels.width, &pixels.height, &channels, 3));
  return pixels;
}

// How many pixels differ so much that it is no matter of smoothing; -1 when the pictures cannot be compared.
int difference(const Pixels& a, const Pixels& b) {
  if (!a.rgb || !b.rgb || a.width != b.width || a.height != b.height) return -1;
  constexpr int visible = 14;  // of 255, in one colour; a border line that moved by a point differs more
  int count = 0;
  for (int i = 0; i < a.width * a.height; ++i) {
    int most = 0;
    for (int channel = 0; channel < 3; ++channel)
      most = std::max(most, std::abs(a.rgb.get()[3 * i + channel] - b.rgb.get()[3 * i + channel]));
    count += most > visible;
  }
  return count;
}

constexpr int most_different = 60;  // pixels of a picture

std::string read_if_there(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

struct Kind {
  std::string_view name;
  std::string_view path;
};
constexpr std::array<Kind, 19> kinds{{{"home", ""},
                                      {"agenda", "agenda/"},
                                      {"session", "agenda/glaciers/"},
                                      {"my", "my/"},
                                      {"map", "map/"},
                                      {"place", "map/hall-4/"},
                                      {"partners", "partners/"},
                                      {"partner", "partners/undp/"},
                                      {"themes", "themes/"},
                                      {"theme", "themes/adaptation/"},
                                      {"about", "about/"},
                                      {"road", "road/"},
                                      {"news", "news/"},
                                      {"story", "news/pakistan-kazakhstan-climate-cooperation/"},
                                      {"info", "info/"},
                                      {"search", "search/?q=hall"},
                                      {"search-empty", "search/?q=xyzxyz"},
                                      {"settings", "settings/"},
                                      {"not-found", "nowhere/"}}};

struct Window {
  std::string_view name;
  ui::Size size;
};
constexpr std::array<Window, 3> windows{{{"phone", {390, 844}}, {"tablet", {820, 1180}}, {"desktop", {1440, 900}}}};

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

}  // namespace

TEST_CASE("every screen looks as it was kept") {
  const std::filesystem::path kept = std::filesystem::path(test::source_directory()) / "tests/pictures/kept";
  const std::filesystem::path different = std::filesystem::path(test::assets_directory()).parent_path() / "pictures";
  const bool keep = std::getenv("SUMMIT_KEEP_PICTURES") != nullptr;
  const std::string regular = test::read_file(test::assets_directory() + "/text-400.otf");
  const std::string bold = test::read_file(test::assets_directory() + "/text-600.otf");
  const std::string icons = test::read_file(test::assets_directory() + "/icons.ttf");
  const std::string pack = test::read_file(test::assets_directory() + "/event.pack");
  const auto now = pack::parse_instant("2026-04-22T10:30+05:00");
  REQUIRE(now);

  int compared = 0;
  for (const std::string language : {"kk", "ru", "en"})
    for (const Window& window : windows) {
      app::Start start;
      start.path = "/" + language + "/";
      start.time_zone = "Asia/Almaty";
      start.visitor = "summit-visitor 1\nstar glaciers\nstar official-opening\n";
      auto app = app::App::start({test::icu_file(), bytes(regular), bytes(bold), bytes(icons), pack, {}}, start);
      REQUIRE(app);
      auto picture = platform::Picture::create(window.size, 0.5F);
      REQUIRE(picture);
      app::Surroundings around;
      around.size = window.size;
      around.scale = 0.5F;
      around.now = now->instant;
      around.reduced_motion = true;
      for (const std::string theme : {"light", "dark", "contrast"}) {
        around.system_scheme = theme == "dark" ? app::ColorScheme::dark : app::ColorScheme::light;
        around.more_contrast = theme == "contrast";
        for (const Kind& kind : kinds) {
          (*app)->go_to("/" + language + "/" + std::string(kind.path));
          for (int frame = 0; frame < 20; ++frame) {
            const bool more = (*app)->frame(around).draw_again;
            (*picture)->draw();
            if (!more) break;
          }
          const std::string name = language + "-" + std::string(kind.name) + "-" + std::string(window.name) + "-" + theme + ".png";
          const std::string png = (*picture)->png(true);
          if (keep) {
            write(kept / name, png);
            continue;
          }
          const int pixels = difference(decoded(png), decoded(read_if_there(kept / name)));
          const bool alike = pixels >= 0 && pixels <= most_different;
          if (!alike) write(different / name, png);
          CHECK_MESSAGE(alike, name, ": ", pixels, " pixels differ");
          ++compared;
        }
      }
    }
  if (!keep) CHECK(compared == 3 * 3 * 3 * static_cast<int>(kinds.size()));
}

TEST_CASE("a line that moved is seen, and another smoothing is not") {
  const std::string home = read_if_there(std::filesystem::path(test::source_directory()) / "tests/pictures/kept/kk-agenda-phone-light.png");
  const Pixels before = decoded(home);
  REQUIRE(before.rgb);
  Pixels moved = decoded(home);
  Pixels smoothed = decoded(home);
  const int row = before.width * 3;
  // A part of the picture, one pixel lower.
  for (int y = before.height - 60; y > 100; --y)
    std::copy_n(before.rgb.get() + (y - 1) * row, row, moved.rgb.get() + y * row);
  for (int i = 0; i < before.width * before.height * 3; ++i)
    smoothed.rgb.get()[i] = static_cast<stbi_uc>(std::clamp(smoothed.rgb.get()[i] + (i % 2 == 0 ? 7 : -7), 0, 255));
  CHECK(difference(before, moved) > most_different);
  CHECK(difference(before, smoothed) <= most_different);
}
