// The second window of a help desk, which faces the visitor: another view of the same session, which shows
// what it is told and takes no input.
#pragma once

#include <SDL.h>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/window.h"
#include "platform/desktop/options.h"
#include "platform/desktop/window.h"
#include "platform/platform.h"

namespace platform {

class VisitorScreen : public Platform {
 public:
  // In words what is missing, when there is no window to be had. The session must live as long.
  static std::expected<std::unique_ptr<VisitorScreen>, std::string> open(app::Session& session,
                                                                         const Options& options,
                                                                         std::string_view path);
  void show(std::string_view path);
  bool is_due() const;
  void draw_if_due();
  std::optional<model::Instant> wake() const { return wake_; }
  std::uint32_t id() const { return window_->id(); }
  // The window in which it happened; nothing where it happened in none.
  static std::optional<std::uint32_t> window_of(const SDL_Event& event);

  app::Environment environment() override { return window_->environment(); }
  void keep_visitor(app::Session&) override {}
  void open_link(std::string_view) override {}
  void open_file(app::Window&, std::string_view) override {}
  void share_link(app::Window&, const app::ShareLink&) override {}
  void choose_file(app::Window&) override {}
  void show_to_visitor(std::string_view, bool) override {}
  void hand_out_notice(app::Window&, const app::HandOutNotice&) override {}
  void notify(const app::Notify&) override {}
  void ask_to_notify() override {}
  void save_paper(app::Window&, std::string_view) override {}
  void show_location(std::string_view, bool) override {}
  void leave() override {}
  void publish(const ui::Tree& tree) override { window_->set_title(tree.title); }
  void request_frame() override { wanted_ = true; }
  void wake_at(std::optional<model::Instant> moment) override { wake_ = moment; }

 private:
  VisitorScreen() = default;

  // The window goes first: what draws on it is taken down while its context is there.
  std::unique_ptr<app::Window> view_;
  std::unique_ptr<Window> window_;
  bool wanted_ = true;
  std::optional<model::Instant> wake_;
};

}  // namespace platform
