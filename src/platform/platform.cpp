#include "platform/platform.h"

#include <variant>

#include "text/link.h"

namespace platform {
namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

void carry_out(Platform& platform, app::Window& window, const app::FrameResult& result) {
  for (const app::Effect& effect : result.effects)
    std::visit(Overloaded{
                   [&](const app::KeepVisitor&) { platform.keep_visitor(window.session()); },
                   [&](const app::OpenLink& link) {
                     if (text::may_be_opened(link.url)) platform.open_link(link.url);
                   },
                   [&](const app::OpenFile& file) {
                     if (text::is_file(file.path)) platform.open_file(window, file.path);
                   },
                   [&](const app::SavePaper& page) { platform.save_paper(window, page.path); },
                   [&](const app::ShareLink& link) { platform.share_link(window, link); },
                   [&](const app::ChooseFile&) { platform.choose_file(window); },
                   [&](const app::ShowToVisitor& shown) { platform.show_to_visitor(shown.path, shown.open); },
                   [&](const app::HandOutNotice& notice) { platform.hand_out_notice(window, notice); },
                   [&](const app::Notify& told) { platform.notify(told); },
                   [&](const app::AskToNotify&) { platform.ask_to_notify(); },
                   [&](const app::ShowLocation& show) { platform.show_location(show.path, show.replace); },
                   [&](const app::LeaveApp&) { platform.leave(); },
                   []<class Effect>(const Effect&) {
                     static_assert(sizeof(Effect) == 0,
                                   "nobody carries out this Effect: a line for it above");
                   },
               },
               effect);
  if (result.draw_again) platform.request_frame();
  platform.wake_at(result.wake_at);
}

}  // namespace

void run_frame(Platform& platform, app::Window& window) {
  const app::FrameResult result = window.frame(platform.environment());
  platform.publish(window.tree());
  carry_out(platform, window, result);
}

void run_unseen(Platform& platform, app::Window& window) {
  carry_out(platform, window, window.remind(platform.environment()));
}

}  // namespace platform
