#include "platform/desktop/loop.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "carry/choices_file.h"
#include "files/files.h"
#include "platform/desktop/downloads.h"
#include "platform/desktop/start.h"
#include "platform/headless/headless.h"
#include "screens/own_files.h"

namespace platform {

void Loop::run() {
  window_.connect();
  // A frame in the wrong colours would be seen to change; a desktop that takes its time is not waited for.
  constexpr std::chrono::milliseconds longest_wait(60);
  settings_.wait(longest_wait);
  window_.note_settings(settings_.take());
  settings_event_ = SDL_RegisterEvents(1);
  settings_.notify_by(settings_event_);
  while (!quit_) {
    if (frame_wanted_) draw();
    if (!accessibility_) {
      accessibility_event_ = SDL_RegisterEvents(1);
      accessibility_.emplace(accessibility_event_);
    }
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

void Loop::publish(const ui::Tree& tree) {
  window_.set_title(tree.title);
  if (accessibility_ && accessibility_->is_wanted()) tell_accessibility(tree);
}

void Loop::tell_accessibility(const ui::Tree& tree) {
  accessibility_->show(accessible_tree(tree, window_.size(), window_.scale(), input_.caret()));
}

void Loop::take_accessibility_requests() {
  const std::vector<ui::Input> requests = accessibility_->take_requests();
  for (const ui::Input& input : requests)
    if (app_.window().handle(input)) frame_wanted_ = true;
  if (!requests.empty()) return;
  // It has just come: what it is to know of the window happened before.
  const ui::Point place = window_.place_px();
  accessibility_->move_to(static_cast<int>(place.x), static_cast<int>(place.y));
  accessibility_->set_active(window_.has_keyboard());
  tell_accessibility(app_.tree());
}

void Loop::take_window_event(const SDL_WindowEvent& event) {
  const bool gained = event.event == SDL_WINDOWEVENT_FOCUS_GAINED;
  window_.note_place();
  if (gained || event.event == SDL_WINDOWEVENT_FOCUS_LOST) accessibility_->set_active(gained);
  const ui::Point place = window_.place_px();
  accessibility_->move_to(static_cast<int>(place.x), static_cast<int>(place.y));
  if (!gained) return;
  // Whoever comes back may be in another zone by now.
  if (app_.session().note_time_zone(system_time_zone())) frame_wanted_ = true;
  // What another copy of the app has kept is seen in this one.
  if (keeps_ && storage_.has_news()) keep_visitor(app_.session());
}

void Loop::open_link(std::string_view url) { SDL_OpenURL(std::string(url).c_str()); }

// Written where the system keeps what may go, and opened by the program that the visitor has for it; what is
// to be kept where the visitor finds it.
void Loop::open_file(app::Window& window, std::string_view path) {
  const app::Session& session = window.session();
  const content::Edition* edition = session.edition().get();
  if (edition == nullptr) return;
  const screens::CalendarSite site{
      .origin = session.site(),
      .made_at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
  const auto own = screens::own_file(*edition, session.visitor(), path, site);
  if (own && own->is_to_keep) {
    if (const auto saved = save_download(own->name, own->bytes))
      window.tell_saved(saved->string());
    else
      window.tell_missing((downloads_folder() / own->name).string());
    frame_wanted_ = true;
    return;
  }
  const auto bytes = own ? std::optional(own->bytes) : screens::calendar_file(*edition, path, site);
  if (!bytes) return;
  open_in_folder(std::string(path), *bytes);
}

// Another window of the session draws it: not before this one's frame is on the screen.
void Loop::save_paper(app::Window&, std::string_view path) { paper_wanted_ = path; }

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

void Loop::share_link(app::Window& window, const app::ShareLink& link) {
  if (SDL_SetClipboardText(link.url.c_str()) == 0) window.tell_copied();
  frame_wanted_ = true;
}

// The one that was saved last; others are dropped on the window.
void Loop::choose_file(app::Window& window) {
  const auto path = newest_download(carry::choices_file_name);
  auto text = files::read_file(path.value_or(downloads_folder() / carry::choices_file_name),
                               carry::largest_choices_file);
  if (text)
    window.take_file(std::move(*text));
  else
    window.tell_missing((downloads_folder() / carry::choices_file_name).string());
  frame_wanted_ = true;
}

void Loop::take_dropped_file(char* path) {
  if (path == nullptr) return;
  // What cannot be read, or is too large to be one of ours, is refused as what it is not.
  auto text = files::read_file(path, carry::largest_choices_file);
  app_.window().take_file(text ? std::move(*text) : std::string());
  SDL_free(path);
  frame_wanted_ = true;
}

void Loop::draw() {
  frame_wanted_ = false;
  run_frame(*this, app_.window());
  window_.present();
  if (!paper_wanted_.empty()) {
    const std::string path = std::exchange(paper_wanted_, {});
    if (const auto pdf = page_as_pdf(app_.session(), path, {}, window_.environment())) {
      std::string name = path.substr(1, path.find_first_of("?#") - 1);
      while (name.ends_with('/')) name.pop_back();
      std::ranges::replace(name, '/', '-');
      name += ".pdf";
      if (const auto saved = save_download(name, *pdf)) {
        app_.window().tell_saved(saved->string());
        SDL_OpenURL(("file://" + saved->string()).c_str());
      } else {
        app_.window().tell_missing((downloads_folder() / name).string());
      }
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
  if (event.type == SDL_DROPFILE) return take_dropped_file(event.drop.file);
  if (is_input(event.type)) {
    app_.note_presence();
    if (!keeps_) frame_wanted_ = true;  // the rest of the visitor begins anew
  }
  if (event.type == settings_event_) {
    if (window_.note_settings(settings_.take())) frame_wanted_ = true;
    return;
  }
  if (event.type == accessibility_event_) return take_accessibility_requests();
  if (event.type == SDL_WINDOWEVENT) take_window_event(event.window);
  const SDL_Keysym& key = event.key.keysym;
  if (event.type == SDL_KEYDOWN && event.key.repeat == 0 && key.sym == SDLK_p && (key.mod & KMOD_CTRL) != 0) {
    save_paper(app_.window(), app_.window().path());
    frame_wanted_ = true;
    return;
  }
  if (input_.take(event)) frame_wanted_ = true;
}

}  // namespace platform
