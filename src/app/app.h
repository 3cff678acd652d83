// A session with one window: the app as the browser, the desktop and most tests have it.
#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/session.h"
#include "app/start.h"
#include "app/window.h"

namespace app {

class App {
 public:
  // Fails when ICU data or fonts cannot be used. A broken pack does not fail here: the app then starts and
  // shows a readable screen about it.
  static std::expected<std::unique_ptr<App>, Failure> start(const Assets&, const Start&);
  // The second half of it, for whoever does something else between the two.
  static std::expected<std::unique_ptr<App>, Failure> open(std::unique_ptr<Session>, std::string_view path);

  Session& session() { return *session_; }
  const Session& session() const { return *session_; }
  Window& window() { return *window_; }
  const Window& window() const { return *window_; }

  // ---- what the two offer, for whoever has no need to tell them apart

  bool handle(const ui::Input& input) { return window_->handle(input); }
  void note_presence() { session_->note_presence(); }
  MergedVisitor merge_visitor(std::string_view kept) { return session_->merge_visitor(kept); }
  bool visitor_kept(bool kept) { return session_->visitor_kept(kept); }
  void go_to(std::string_view path) { window_->go_to(path); }
  bool use(std::shared_ptr<const content::Edition> edition) { return session_->use(std::move(edition)); }
  const std::shared_ptr<const content::Edition>& edition() const { return session_->edition(); }
  FrameResult frame(const Environment& around) { return window_->frame(around); }
  void poster_frame(const Environment& around) { window_->poster_frame(around); }
  const ui::Tree& tree() const { return window_->tree(); }
  const std::string& path() const { return window_->path(); }
  bool event_is_there() const { return session_->event_is_there(); }
  const std::vector<std::string>& problems() const { return session_->problems(); }
  std::uint64_t frames_drawn() const { return window_->frames_drawn(); }
  void note_texts() { window_->note_texts(); }
  const std::vector<ui::WrittenText>& written_texts() const { return window_->written_texts(); }
  void discard_drawing() { window_->discard_drawing(); }

 private:
  App(std::unique_ptr<Session> session, std::unique_ptr<Window> window)
      : session_(std::move(session)), window_(std::move(window)) {}

  std::unique_ptr<Session> session_;
  std::unique_ptr<Window> window_;
};

}  // namespace app
