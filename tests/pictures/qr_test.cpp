// The QR code of "my agenda", as it is drawn on a phone, read by zbar, which knows nothing of ours.
#include <doctest/doctest.h>
#include <stb/stb_image.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/app.h"
#include "carry/code.h"
#include "pack/time_text.h"
#include "platform/headless/picture.h"
#include "read_codes.h"
#include "test_main.h"
#include "with_icu.h"

namespace {

// The texts that zbar finds in a picture.
std::vector<std::string> read(const std::string& png) {
  int width = 0, height = 0, channels = 0;
  const std::unique_ptr<stbi_uc, void (*)(void*)> grey(
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(png.data()), static_cast<int>(png.size()),
                            &width, &height, &channels, 1),
      stbi_image_free);
  REQUIRE(grey);
  return test::read_codes({grey.get(), static_cast<std::size_t>(width) * static_cast<std::size_t>(height)},
                          static_cast<unsigned>(width), static_cast<unsigned>(height));
}

std::string asset(const std::string& name) { return test::read_file(test::assets_directory() + "/" + name); }

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

}  // namespace

TEST_CASE("the code of sixty stars is read from the picture of a phone, in each theme") {
  const std::string regular = asset("text-400.otf"), bold = asset("text-600.otf"), icons = asset("icons.otf"),
                    pack = asset("event.pack");
  for (const char* theme : {"light", "dark", "high-contrast"})
    for (const float scale : {1.F, 2.F, 3.F}) {
      CAPTURE(theme);
      CAPTURE(scale);
      app::Start start;
      start.path = "/kk/my/";
      start.appearance = theme;
      start.site = "https://summit-companion.example";
      auto app =
          app::App::start({test::icu_file(), bytes(regular), bytes(bold), bytes(icons), pack, {}}, start);
      REQUIRE(app);
      app::Session& session = (*app)->session();
      carry::Choices choices;
      for (const model::Session& one : session.edition()->event().sessions)
        if (choices.starred.size() < carry::stars_in_a_code) choices.starred.push_back(one.id);
      REQUIRE(choices.starred.size() == carry::stars_in_a_code);
      session.merge_choices(choices);
      app::Environment around;
      around.size = {390, 844};
      around.scale = scale;
      around.now = pack::parse_instant("2026-04-23T10:12+05:00")->instant;
      auto picture = platform::Picture::create(around.size, scale);
      REQUIRE(picture);
      const auto draw = [&] {
        for (int i = 0; i < 100; ++i) {
          const app::FrameResult frame = (*app)->frame(around);
          around.steady_s += 1;
          (*picture)->draw();
          if (!frame.draw_again) break;
        }
      };
      draw();
      // Down to the code.
      const auto& nodes = (*app)->tree().nodes;
      const auto code = std::ranges::find(nodes, ui::Role::image, &ui::Node::role);
      REQUIRE(code != nodes.end());
      const auto area = std::ranges::find((*app)->tree().areas, code->scroller, &ui::ScrollArea::key);
      REQUIRE(area != (*app)->tree().areas.end());
      (*app)->handle(ui::ScrollTo{area->key, {0, area->offset.y + code->bounds.y - area->bounds.y - 20}});
      draw();
      const auto links = session.mine().links("kk", session.site());
      REQUIRE(links.size() == 1);
      REQUIRE(links[0].code);
      CHECK(links[0].code->version == 13);
      CHECK(read((*picture)->png(false)) == std::vector<std::string>{links[0].address});
    }
}
