#include "platform/desktop/loop.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "carry/choices_file.h"
#include "files/files.h"
#include "files/paths.h"
#include "platform/desktop/desk_key.h"
#include "platform/desktop/downloads.h"
#include "platform/desktop/notices_dialog.h"
#include "platform/desktop/system.h"
#include "platform/desktop/update_dialog.h"
#include "platform/headless/headless.h"
#include "screens/address.h"
#include "screens/own_files.h"
#include "trust/envelope.h"

namespace platform {

void Loop::run() {
  // Who names an event wants that one.
  if (options_.pack.empty()) storage_.update().take_up(app_.session());
  storage_.take_up_notices(app_.session());
  if (!options_.file.empty()) take_dropped_file(files::path_of(options_.file));
  window_.connect();
  // Whoever has a second screen at a desk has it for the visitor.
  if (options_.desk && SDL_GetNumVideoDisplays() > 1 &&
      app_.window().path().find("/desk/") != std::string::npos)
    show_to_visitor({}, true);
  // A frame in the wrong colours would be seen to change; a desktop that takes its time is not waited for.
  constexpr std::chrono::milliseconds longest_wait(60);
  settings_.wait(longest_wait);
  window_.note_settings(settings_.take());
  settings_event_ = SDL_RegisterEvents(1);
  settings_.notify_by(settings_event_);
  while (!quit_) {
    if (frame_wanted_) draw();
    if (visitor_screen_) {
      visitor_screen_->draw_if_due();
      window_.take_input();
    }
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
      window.tell_saved(files::text_of(*saved));
    else
      window.tell_missing(files::text_of(downloads_folder() / files::path_of(own->name)));
    frame_wanted_ = true;
    return;
  }
  const auto bytes = own ? std::optional(own->bytes) : screens::calendar_file(*edition, path, site);
  if (!bytes) return;
  open_in_folder(std::string(path), *bytes);
}

app::Environment Loop::environment() {
  app::Environment around = window_.environment();
  around.visitor_screen = visitor_screen_ != nullptr;
  return around;
}

// What is shown stays known here: a screen that goes away loses nothing.
void Loop::show_to_visitor(std::string_view path, bool open) {
  if (!path.empty()) shown_to_visitor_ = path;
  if (shown_to_visitor_.empty())
    shown_to_visitor_ = screens::path_of(app_.session().language_of_visitor(), screens::Page::shown);
  if (visitor_screen_) return visitor_screen_->show(shown_to_visitor_);
  if (!open) return;
  auto screen = VisitorScreen::open(app_.session(), options_, shown_to_visitor_);
  window_.take_input();
  if (screen)
    visitor_screen_ = std::move(*screen);
  else
    std::fprintf(stderr, "summit: the visitor's screen: %s\n", screen.error().c_str());
  frame_wanted_ = true;
}

void Loop::hand_out_notice(app::Window& window, const app::HandOutNotice& notice) {
  frame_wanted_ = true;
  const auto file = signed_notice(notice.text, files::path_of(options_.desk_key));
  if (!file) return window.tell_notice(std::unexpected(file.error()));
  // As others will take it: what they would refuse is not shown here either.
  if (const auto taken = app_.session().take_notice(*file); !taken)
    return window.tell_notice(std::unexpected(taken.error()));
  storage_.keep_notice(*file, app_.session());
  const std::string name = notice.id + ".summit-notice";
  const auto saved = save_download(name, *file);
  if (!saved)
    return window.tell_notice(
        std::unexpected(files::text_of(downloads_folder() / files::path_of(name)) + ": cannot be written"));
  window.tell_notice(files::text_of(*saved));
}

// What happens in the visitor's window is no input: it shows, and nothing else. Its letters are the desk's,
// wherever the system has put the keyboard.
bool Loop::is_for_visitor(const SDL_Event& event) {
  if (!visitor_screen_) return false;
  const auto window = visitor_screen_->window_of(event);
  if (!window || *window != visitor_screen_->id()) return false;
  if (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP || event.type == SDL_TEXTINPUT ||
      event.type == SDL_TEXTEDITING)
    return false;
  if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_CLOSE) {
    visitor_screen_.reset();
    window_.take_input();
    frame_wanted_ = true;
  } else if (event.type == SDL_WINDOWEVENT) {
    visitor_screen_->request_frame();
  }
  return true;
}

// What a screen reader keeps for itself, and the letter that the key would have written.
bool Loop::is_for_reader(const SDL_Event& event) {
  if (event.type == SDL_TEXTINPUT) return reader_kept_key_;
  if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return false;
  const bool kept =
      accessibility_ && accessibility_->is_wanted() && accessibility_->keeps_key(reader_key(event.key));
  if (event.type == SDL_KEYDOWN) reader_kept_key_ = kept;
  return kept;
}

std::optional<model::Instant> Loop::next_wake() const {
  const auto theirs = visitor_screen_ ? visitor_screen_->wake() : std::nullopt;
  if (!wake_ || !theirs) return wake_ ? wake_ : theirs;
  return std::min(*wake_, *theirs);
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
  const std::filesystem::path file = folder / files::path_of(name);
  if (files::write_file(file, bytes)) open_with_system(file);
}

void Loop::share_link(app::Window& window, const app::ShareLink& link) {
  if (SDL_SetClipboardText(link.url.c_str()) == 0) window.tell_copied();
  frame_wanted_ = true;
}

// The one that was saved last; others are dropped on the window.
void Loop::choose_file(app::Window& window) {
  const auto path = newest_download(carry::choices_file_name);
  auto text = files::read_file(path.value_or(downloads_folder() / files::path_of(carry::choices_file_name)),
                               carry::largest_choices_file);
  if (text)
    window.take_file(std::move(*text));
  else
    window.tell_missing(files::text_of(downloads_folder() / files::path_of(carry::choices_file_name)));
  frame_wanted_ = true;
}

void Loop::take_dropped_file(const std::filesystem::path& path) {
  frame_wanted_ = true;
  const std::shared_ptr<FileDialog> open =
      app_.window().has_over() ? std::exchange(file_dialog_, nullptr) : nullptr;
  // What cannot be read, or is too large to be one of ours, is refused as what it is not.
  const auto text = [&] { return files::read_file(path, carry::largest_choices_file).value_or(""); };
  if (UpdateDialog::is_for(path)) {
    file_dialog_ = std::make_shared<UpdateDialog>(app_.session(), storage_.update(), path);
  } else if (const std::string file = text(); trust::envelopes_in(file).empty()) {
    app_.window().put_over({});
    return app_.window().take_file(file);
  } else if (const auto notices = std::dynamic_pointer_cast<NoticesDialog>(open)) {
    notices->add(file);
    file_dialog_ = notices;
  } else {
    file_dialog_ = std::make_shared<NoticesDialog>(app_.session(), storage_.notices(), file);
  }
  app_.window().put_over(
      [dialog = file_dialog_](ui::Frame& f, const screens::View& view) { return dialog->draw(f, view); });
}

void Loop::draw() {
  frame_wanted_ = false;
  run_frame(*this, app_.window());
  window_.present();
  // For whoever measures how long a start takes.
  if (options_.report && app_.frames_drawn() == 1) {
    std::puts("the first frame is drawn");
    std::fflush(stdout);
  }
  if (file_dialog_ && file_dialog_->act()) frame_wanted_ = true;
  if (!paper_wanted_.empty()) {
    const std::string path = std::exchange(paper_wanted_, {});
    if (const auto pdf = page_as_pdf(app_.session(), path, {}, window_.environment())) {
      std::string name = path.substr(1, path.find_first_of("?#") - 1);
      while (name.ends_with('/')) name.pop_back();
      std::ranges::replace(name, '/', '-');
      name += ".pdf";
      if (const auto saved = save_download(name, *pdf)) {
        app_.window().tell_saved(files::text_of(*saved));
        open_with_system(*saved);
      } else {
        app_.window().tell_missing(files::text_of(downloads_folder() / files::path_of(name)));
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
  if (frame_wanted_ || (visitor_screen_ && visitor_screen_->is_due())) return SDL_PollEvent(&event) != 0;
  const std::optional<model::Instant> wake = next_wake();
  if (!wake) return SDL_WaitEvent(&event) != 0;
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(*wake - std::chrono::system_clock::now());
  constexpr long long longest_ms = 1'000'000'000;
  const auto wait_ms = static_cast<int>(std::clamp<long long>(left.count() + 20, 0, longest_ms));
  if (SDL_WaitEventTimeout(&event, wait_ms) != 0) return true;
  if (wake_ && *wake_ <= std::chrono::system_clock::now()) frame_wanted_ = true;
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
  if (is_for_visitor(event) || is_for_reader(event)) return;
  // With two windows the system asks each.
  if (event.type == SDL_QUIT ||
      (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_CLOSE))
    quit_ = true;
  if (event.type == SDL_DROPFILE) {
    if (event.drop.file == nullptr) return;
    take_dropped_file(files::path_of(event.drop.file));
    return SDL_free(event.drop.file);
  }
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
  if (event.type == SDL_KEYDOWN && event.key.repeat == 0 && key.sym == SDLK_p && (key.mod & KMOD_CTRL) != 0 &&
      !app_.window().takes_command(ui::KeyName::print)) {
    save_paper(app_.window(), app_.window().path());
    frame_wanted_ = true;
    return;
  }
  if (input_.take(event)) frame_wanted_ = true;
}

}  // namespace platform
