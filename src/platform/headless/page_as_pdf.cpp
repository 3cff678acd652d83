#include "paper/paper.h"
#include "platform/headless/headless.h"
#include "screens/address.h"

namespace platform {

std::expected<std::string, std::string> page_as_pdf(app::Session& session, std::string_view path,
                                                    const PaperOptions& options,
                                                    const app::Environment& around) {
  if (!session.event_is_there()) return std::unexpected("there is no event");
  const screens::Address address = screens::address_of(path, session.languages());
  const bool grid = address.page == screens::Page::agenda && address.parameter("view") == "grid";
  // A window so large that nothing of the page lies outside of it; as wide as rows read well.
  app::Environment paper = around;
  paper.size = grid ? ui::Size{6000, 4000} : ui::Size{598, 200'000};
  paper.scale = 1;
  paper.safe_area = {};
  paper.text_scale = 1;
  paper.reduced_motion = true;
  paper.for_paper = true;
  const auto window = app::Window::open(session, path);
  if (!window) return std::unexpected(window.error().details);
  constexpr int most_frames = 20;
  for (int i = 0; i < most_frames; ++i) {
    const app::FrameResult result = (*window)->frame(paper);
    (*window)->discard_drawing();
    if (!result.draw_again) break;
  }
  const model::LocalizedText& event = session.edition()->event().short_name;
  const app::Assets& files = session.assets();
  return paper::pdf_of((*window)->tree(), {files.font_regular, files.font_bold},
                       {.format = options.a3 ? paper::Format::a3 : paper::Format::a4,
                        .landscape = options.landscape || grid,
                        .day_begins_sheet = options.days_apart,
                        .sign = address.page == screens::Page::door},
                       event.in((*window)->tree().language));
}

}  // namespace platform
