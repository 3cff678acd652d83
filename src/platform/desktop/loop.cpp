#include "platform/desktop/loop.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "files/files.h"
#include "platform/headless/headless.h"
#include "screens/calendar_files.h"

namespace platform {

void Loop::run() {
  window_.connect();
  while (!quit_) {
    if (frame_wanted_) draw();
    take_events();
  }
}

void Loop::print_report() const {
  const std::chrono::duration<double> since = std::chrono::steady_clock::now() - last_frame_;
  std::printf("frames drawn: %llu, the last one %.1f s ago\n",
              static_cast<unsigned long long>(app_.frames_drawn()), since.count());
  std::puts(tree_as_json(app_.tree()).c_str());
}

void Loop::keep_visitor(app::Session& session) {
  if (storage_.keep_visitor(session)) frame_wanted_ = true;
}

void Loop::open_link(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

// Written where the system keeps what may go, and opened by the program that the visitor has for it.
void Loop::open_file(const app::Session& session, std::string_view path) {
  const content::Edition* edition = session.edition().get();
  if (edition == nullptr) return;
  const std::string& address = edition->event().address;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto bytes = screens::calendar_file(
      *edition, path, {.origin = address.substr(0, address.find_last_not_of('/') + 1), .made_at = now});
  if (!bytes) return;
  open_in_folder(std::string(path), *bytes);
}

// Another window of the session draws it: not before this one's frame is on the screen.
void Loop::save_paper(app::Session&, std::string_view path) { paper_wanted_ = path; }

void Loop::open_in_folder(std::string path, std::string_view bytes) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::temp_directory_path(error) / "summit-companion";
  if (!error) std::filesystem::create_directories(folder, error);
  if (error) return;
  // One name for each: "kk-agenda-glaciers-session.ics".
  std::string name = path.substr(1);
  std::ranges::replace(name, '/', '-');
  const std::filesystem::path file = folder / name;
  if (files::write_file(file, bytes)) SDL_OpenURL(("file://" + file.string()).c_str());
}

void Loop::draw() {
  frame_wanted_ = false;
  run_frame(*this, app_.window());
  window_.present();
  if (!paper_wanted_.empty()) {
    const std::string path = std::exchange(paper_wanted_, {});
    if (const auto pdf = page_as_pdf(app_.session(), path, {}, window_.environment())) {
      const std::string name = path.substr(0, path.find_first_of("?#"));
      open_in_folder(name.substr(0, name.find_last_not_of('/') + 1) + ".pdf", *pdf);
    } else {
      std::fprintf(stderr, "summit: %s: %s\n", path.c_str(), pdf.error().c_str());
    }
    frame_wanted_ = true;
  }
  last_frame_ = std::chrono::steady_clock::now();
}

// What is typed behind a key that opens the search belongs into its field, which is there some frames later;
// until then it waits. Not for ever, should the field not come.
bool Loop::typing_waits() {
  constexpr int most_frames = 60;
  if (!frame_wanted_ || !app_.window().keyboard_moves()) frames_waited_ = 0;
  return frame_wanted_ && app_.window().keyboard_moves() && frames_waited_ < most_frames;
}

// Sleeps until something happens, unless another frame is due at once. False when nothing did.
bool Loop::wait_for(SDL_Event& event) {
  if (frame_wanted_) return SDL_PollEvent(&event) != 0;
  if (!wake_) return SDL_WaitEvent(&event) != 0;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(*wake_ - std::chrono::system_clock::now());
  constexpr long long longest_ms = 1'000'000'000;
  const auto wait_ms = static_cast<int>(std::clamp<long long>(left.count() + 20, 0, longest_ms));
  if (SDL_WaitEventTimeout(&event, wait_ms) != 0) return true;
  frame_wanted_ = true;
  return false;
}

void Loop::take_events() {
  if (typing_waits()) {
    ++frames_waited_;
    return;
  }
  SDL_Event event;
  for (bool happened = wait_for(event); happened; happened = !typing_waits() && SDL_PollEvent(&event) != 0)
    take(event);
}

void Loop::take(const SDL_Event& event) {
  if (event.type == SDL_QUIT) quit_ = true;
  if (is_input(event.type)) {
    app_.note_presence();
    if (!keeps_) frame_wanted_ = true;  // the rest of the visitor begins anew
  }
  // What another copy of the app has kept is seen in this one.
  if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED && keeps_ &&
      storage_.has_news())
    keep_visitor(app_.session());
  const SDL_Keysym& key = event.key.keysym;
  if (event.type == SDL_KEYDOWN && event.key.repeat == 0 && key.sym == SDLK_p && (key.mod & KMOD_CTRL) != 0) {
    save_paper(app_.session(), app_.window().path());
    frame_wanted_ = true;
    return;
  }
  if (input_.take(event)) frame_wanted_ = true;
}

}  // namespace platform
