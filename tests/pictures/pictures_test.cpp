// Each screen on phone, tablet and desktop in three languages against the picture that was kept of it,
// light; and each once dark and once in high contrast. The other themes are held to the light one: they
// may differ in colours alone, so that every vertex, or every text and node, stands where it stood.
// Drawn at half size: small enough to keep, large enough to show a line that has moved.
//
// A picture that is no longer like the kept one is left in build/native/pictures. When the new ones
// are right, keep.sh beside this file keeps them. SUMMIT_PICTURES=kk-phone draws those alone.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#include <stb/stb_image.h>

#include "app/app.h"
#include "imgui.h"
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
  pixels.rgb.reset(stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(png.data()),
                                         static_cast<int>(png.size()), &pixels.width, &pixels.height,
                                         &channels, 3));
  return pixels;
}

struct Difference {
  int pixels = -1;  // that differ by more than smoothing does; -1 when the pictures cannot be compared
  int run = 0;      // the most of them side by side in one row or column: what a moved line looks like
};

Difference difference(const Pixels& a, const Pixels& b) {
  if (!a.rgb || !b.rgb || a.width != b.width || a.height != b.height) return {};
  constexpr int visible = 14;  // of 255, in one colour; a border line that moved by a point differs more
  Difference result{0, 0};
  std::vector<int> down(static_cast<std::size_t>(a.width), 0);
  for (int y = 0; y < a.height; ++y) {
    int along = 0;
    for (int x = 0; x < a.width; ++x) {
      const int i = 3 * (y * a.width + x);
      int most = 0;
      for (int channel = i; channel < i + 3; ++channel)
        most = std::max(most, std::abs(a.rgb.get()[channel] - b.rgb.get()[channel]));
      int& column = down[static_cast<std::size_t>(x)];
      if (most <= visible) {
        along = column = 0;
        continue;
      }
      ++result.pixels;
      result.run = std::max({result.run, ++along, ++column});
    }
  }
  return result;
}

// A letter that another rounding puts one pixel further is forgiven, a line is not.
bool alike(Difference difference) {
  constexpr int most_pixels = 60;
  constexpr int longest_run = 16;  // taller than a letter of these pictures
  return difference.pixels >= 0 && difference.pixels <= most_pixels && difference.run <= longest_run;
}

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
constexpr auto kinds = std::to_array<Kind>({{"home", ""},
                                            {"agenda", "agenda/"},
                                            {"session", "agenda/glaciers/"},
                                            {"my", "my/"},
                                            {"board", "board/"},
                                            {"map", "map/"},
                                            {"place", "map/hall-4/"},
                                            {"partners", "partners/"},
                                            {"partner", "partners/undp/"},
                                            {"people", "people/"},
                                            {"person", "people/antonio-guterres/"},
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
                                            {"not-found", "nowhere/"}});

struct Window {
  std::string_view name;
  ui::Size size;
};
constexpr std::array<Window, 3> windows{
    {{"phone", {390, 844}}, {"tablet", {820, 1180}}, {"desktop", {1440, 900}}}};

constexpr std::array<std::string_view, 3> languages{"kk", "ru", "en"};

// Every corner of everything that was drawn.
std::vector<float> drawn_corners() {
  std::vector<float> corners;
  for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists)
    for (const ImDrawVert& vertex : list->VtxBuffer)
      corners.insert(corners.end(), {vertex.pos.x, vertex.pos.y});
  return corners;
}

// Where every text and every node stands.
std::string layout_of(const app::App& app) {
  std::string layout;
  const auto add = [&](std::string_view name, const ui::Rect& at) {
    layout += std::string(name) + " " + std::to_string(at.x) + " " + std::to_string(at.y) + " " +
              std::to_string(at.width) + " " + std::to_string(at.height) + "\n";
  };
  for (const ui::Node& node : app.tree().nodes) add(node.name, node.bounds);
  for (const ui::WrittenText& text : app.written_texts()) add(text.text, text.bounds);
  return layout;
}

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

}  // namespace

TEST_CASE("every screen looks as it was kept") {
  const std::filesystem::path kept = std::filesystem::path(test::source_directory()) / "tests/pictures/kept";
  const std::filesystem::path different =
      std::filesystem::path(test::assets_directory()).parent_path() / "pictures";
  const bool keep = std::getenv("SUMMIT_KEEP_PICTURES") != nullptr;
  const char* only = std::getenv("SUMMIT_PICTURES");
  const std::string regular = test::read_file(test::assets_directory() + "/text-400.otf");
  const std::string bold = test::read_file(test::assets_directory() + "/text-600.otf");
  const std::string icons = test::read_file(test::assets_directory() + "/icons.otf");
  const std::string pack = test::read_file(test::assets_directory() + "/event.pack");
  const auto now = pack::parse_instant("2026-04-22T10:30+05:00");
  REQUIRE(now);
  std::filesystem::remove_all(different);

  int compared = 0;
  std::size_t combination = 0;
  for (const std::string_view language_name : languages)
    for (const Window& window : windows) {
      const std::string language(language_name);
      const std::size_t this_combination = combination++;
      if (only != nullptr && only != language + "-" + std::string(window.name)) continue;
      app::Start start;
      start.path = "/" + language + "/";
      start.time_zone = "Asia/Almaty";
      start.first_visitor = "summit-visitor 1\nstar glaciers\nstar official-opening\n";
      app::Environment around;
      around.size = window.size;
      around.scale = 0.5F;
      around.now = now->instant;
      around.reduced_motion = true;
      std::array<std::vector<float>, kinds.size()> light_corners;
      std::array<std::string, kinds.size()> light_layout;
      for (const std::string theme : {"light", "dark", "contrast"}) {
        around.system_scheme = theme == "dark" ? app::ColorScheme::dark : app::ColorScheme::light;
        around.more_contrast = theme == "contrast";
        // Each begins anew: where a list was scrolled to is remembered.
        auto app =
            app::App::start({test::icu_file(), bytes(regular), bytes(bold), bytes(icons), pack, {}}, start);
        REQUIRE(app);
        (*app)->note_texts();
        auto picture = platform::Picture::create(window.size, 0.5F);
        REQUIRE(picture);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
          (*app)->go_to("/" + language + "/" + std::string(kinds[kind].path));
          // Each kind of screen has one dark picture and one in high contrast, in another language or size.
          const bool pictured =
              theme == "light" ||
              this_combination == (kind + (theme == "dark" ? 0 : 4)) % (languages.size() * windows.size());
          for (int frame = 0; frame < 20; ++frame) {
            const bool more = (*app)->frame(around).draw_again;
            if (pictured) (*picture)->draw();
            if (!more) break;
          }
          const std::string name = language + "-" + std::string(kinds[kind].name) + "-" +
                                   std::string(window.name) + "-" + theme + ".png";
          CAPTURE(name);
          if (theme == "light") light_corners[kind] = drawn_corners(), light_layout[kind] = layout_of(**app);
          CHECK(layout_of(**app) == light_layout[kind]);
          if (theme == "dark") CHECK(drawn_corners() == light_corners[kind]);
          if (!pictured) continue;
          const std::string png = (*picture)->png(true);
          if (keep) {
            write(kept / name, png);
            continue;
          }
          const Difference from_kept = difference(decoded(png), decoded(read_if_there(kept / name)));
          if (!alike(from_kept)) write(different / name, png);
          CHECK_MESSAGE(alike(from_kept), name, ": ", from_kept.pixels, " pixels differ, ", from_kept.run,
                        " in a row");
          ++compared;
        }
      }
    }
  if (!keep && only == nullptr)
    CHECK(compared == 9 * static_cast<int>(kinds.size()) + 2 * static_cast<int>(kinds.size()));
  if (only != nullptr) CHECK(compared >= static_cast<int>(kinds.size()));
}

TEST_CASE("a line that moved is seen, and another smoothing is not") {
  const std::string home = read_if_there(std::filesystem::path(test::source_directory()) /
                                         "tests/pictures/kept/kk-agenda-phone-light.png");
  const Pixels before = decoded(home);
  REQUIRE(before.rgb);
  Pixels moved = decoded(home);
  Pixels smoothed = decoded(home);
  const int row = before.width * 3;
  // A part of the picture, one pixel lower.
  for (int y = before.height - 60; y > 100; --y)
    std::copy_n(before.rgb.get() + (y - 1) * row, row, moved.rgb.get() + y * row);
  for (int i = 0; i < before.width * before.height * 3; ++i)
    smoothed.rgb.get()[i] =
        static_cast<stbi_uc>(std::clamp(smoothed.rgb.get()[i] + (i % 2 == 0 ? 7 : -7), 0, 255));
  CHECK_FALSE(alike(difference(before, moved)));
  CHECK(alike(difference(before, smoothed)));
}

TEST_CASE("a short line that moved by one pixel is seen, a letter that did is not") {
  const auto blank = [] {
    Pixels pixels{100, 100, {static_cast<stbi_uc*>(std::calloc(100 * 100, 3)), stbi_image_free}};
    return pixels;
  };
  const auto draw = [](Pixels& on, int left, int top, int width, int height) {
    for (int y = top; y < top + height; ++y)
      for (int x = left; x < left + width; ++x) on.rgb.get()[3 * (y * on.width + x)] = 200;
  };
  const auto moved = [&](int width, int height, int right, int down) {
    Pixels before = blank();
    Pixels after = blank();
    draw(before, 20, 20, width, height);
    draw(after, 20 + right, 20 + down, width, height);
    return difference(before, after);
  };
  CHECK_FALSE(alike(moved(24, 1, 0, 1)));
  CHECK_FALSE(alike(moved(1, 24, 1, 0)));
  CHECK(alike(moved(1, 9, 1, 0)));
  CHECK(alike(moved(6, 9, 1, 0)));
}
