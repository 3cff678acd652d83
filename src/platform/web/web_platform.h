// The browser as a platform. Input comes the other way, through main.cpp.
#pragma once

#include "platform/mirror.h"
#include "platform/platform.h"

namespace platform {

class WebPlatform : public Platform {
 public:
  app::Environment environment() override;
  void keep_visitor(app::Session& session) override;
  void open_link(std::string_view url) override;
  void open_file(app::Window& window, std::string_view path) override;
  void share_link(app::Window& window, const app::ShareLink& link) override;
  void choose_file(app::Window& window) override;
  void show_to_visitor(std::string_view path, bool open) override;
  void hand_out_notice(app::Window&, const app::HandOutNotice&) override {}  // a browser keeps no secret key
  void notify(const app::Notify& told) override;
  void ask_to_notify() override;
  void save_paper(app::Window&, std::string_view path) override;
  void show_location(std::string_view path, bool replace) override;
  void leave() override {}  // the tab is the visitor's
  void publish(const ui::Tree& tree) override;
  void request_frame() override;
  void wake_at(std::optional<model::Instant> time) override;

  MirrorBatch& mirror() { return mirror_; }

 private:
  MirrorBatch mirror_;
  bool mirror_failed_ = false;  // the last time
};

// A text that JavaScript writes and C++ reads: the room for it, `size` bytes.
std::string& text_buffer();

}  // namespace platform
