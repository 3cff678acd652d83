// The app in a window of the desktop: when it draws, sleeps, wakes and ends.
#pragma once

#include <SDL.h>

#include <chrono>
#include <optional>

#include "app/app.h"
#include "platform/desktop/accessibility.h"
#include "platform/desktop/file_dialog.h"
#include "platform/desktop/input.h"
#include "platform/desktop/settings_portal.h"
#include "platform/desktop/storage.h"
#include "platform/desktop/visitor_screen.h"
#include "platform/desktop/window.h"
#include "platform/platform.h"

namespace platform {

class Loop : public Platform {
 public:
  Loop(app::App& app, Window& window, SettingsPortal& settings, const Options& options)
      : app_(app),
        window_(window),
        settings_(settings),
        options_(options),
        input_(app.window(), window),
        keeps_(!options.desk) {}

  // Until the window is closed.
  void run();
  // How many frames were drawn, and what the last one said, on standard output.
  void print_report() const;

  app::Environment environment() override;
  void keep_visitor(app::Session& session) override;
  void open_link(std::string_view url) override;
  void open_file(app::Window& window, std::string_view path) override;
  void share_link(app::Window& window, const app::ShareLink& link) override;
  void choose_file(app::Window& window) override;
  void show_to_visitor(std::string_view path, bool open) override;
  void hand_out_notice(app::Window& window, const app::HandOutNotice& notice) override;
  void notify(const app::Notify&) override {}  // the app says it itself
  void ask_to_notify() override {}
  void save_paper(app::Window& window, std::string_view path) override;
  void show_location(std::string_view, bool) override {}
  void leave() override {}
  void publish(const ui::Tree& tree) override;
  void request_frame() override { frame_wanted_ = true; }
  void wake_at(std::optional<model::Instant> moment) override { wake_ = moment; }

 private:
  void draw();
  // As "kk-agenda.pdf", for the page or file at that path.
  void open_in_folder(std::string path, std::string_view bytes);
  bool typing_waits();
  bool wait_for(SDL_Event& event);
  void take_events();
  void take(const SDL_Event& event);
  void take_dropped_file(const std::filesystem::path& path);
  void take_window_event(const SDL_WindowEvent& event);
  void tell_accessibility(const ui::Tree& tree);
  void take_accessibility_requests();
  bool is_for_visitor(const SDL_Event& event);
  bool is_for_reader(const SDL_Event& event);
  std::optional<model::Instant> next_wake() const;

  app::App& app_;
  Window& window_;
  SettingsPortal& settings_;
  const Options& options_;
  std::unique_ptr<VisitorScreen> visitor_screen_;  // null while there is none
  std::string shown_to_visitor_;                   // a path; empty: nothing yet
  WindowInput input_;
  Storage storage_;
  std::shared_ptr<FileDialog> file_dialog_;     // null while none was opened
  std::optional<Accessibility> accessibility_;  // from the first frame on, which does not wait for it
  std::uint32_t accessibility_event_ = 0;
  std::uint32_t settings_event_ = 0;
  bool keeps_ = true;
  bool quit_ = false;
  bool frame_wanted_ = true;
  std::string paper_wanted_;  // the page that is to be made a file when the frame is on the screen
  int frames_waited_ = 0;
  bool reader_kept_key_ = false;  // and what it writes is not for the app either
  std::optional<model::Instant> wake_;
  std::chrono::steady_clock::time_point last_frame_ = std::chrono::steady_clock::now();
};

}  // namespace platform
