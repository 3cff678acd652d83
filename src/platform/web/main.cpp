// The program in the browser: what web/shell.js calls, in the order of a visit:
// files are received, the app starts, then inputs and frames.
#include <emscripten/emscripten.h>
#include <emscripten/heap.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "carry/qr_code.h"
#include "pack/delta.h"
#include "platform/web/browser.h"
#include "platform/web/web_platform.h"
#include "platform/web/window.h"
#include "text/words.h"

namespace {

struct File {
  std::byte* bytes = nullptr;
  std::size_t size = 0;
};

// web/make_tables.py hands the names on to web/shell.js.
enum FileIndex : std::size_t { icu, font_regular, font_bold, font_icons, pack, file_count };

// The page lives until it is closed, and so does all of this.
struct Page {
  std::array<File, file_count> files;
  std::string visitor;  // what was kept, until the start
  std::string first_visitor;
  std::string keys;      // with which the organisers sign
  std::string received;  // what arrived while the app runs, before anybody has looked at it
  std::string newest;    // the pack that is shown, when it is not the one among the files
  platform::WebPlatform platform;
  std::unique_ptr<app::Session> session;  // between the steps of the start
  std::string path;                       // likewise: what the app opens
  std::unique_ptr<app::App> app;
  std::unique_ptr<platform::Window> window;
};

Page& page() {
  static Page* page = new Page;
  return *page;
}

// The text buffer, cut at its zero bytes.
std::vector<std::string> received_texts() {
  std::vector<std::string> texts(1);
  for (const char c : platform::text_buffer())
    if (c == '\0')
      texts.emplace_back();
    else
      texts.back().push_back(c);
  return texts;
}

std::string_view shown_pack() {
  const File& built_in = page().files[FileIndex::pack];
  if (!page().newest.empty()) return page().newest;
  return {reinterpret_cast<const char*>(built_in.bytes), built_in.size};
}

void fail(const app::Failure& failure) {
  std::string texts;
  for (const std::string* text : {&failure.language, &failure.title, &failure.text, &failure.details}) {
    texts += *text;
    texts += '\0';
  }
  browser_fail(texts.data(), texts.size());
}

bool open_window() {
  auto window = platform::Window::open();
  if (window) {
    page().window = std::move(*window);
    return true;
  }
  // No words of our own: the shell has them, and knows the language.
  app::Failure failure;
  failure.details = window.error();
  fail(failure);
  return false;
}

void handle(ui::Input input) {
  if (page().app->handle(input)) browser_request_frame();
}

}  // namespace

extern "C" {

// Room for a text of `size` bytes, to be written by JavaScript.
EMSCRIPTEN_KEEPALIVE char* summit_text_buffer(std::size_t size) {
  platform::text_buffer().resize(size);
  return platform::text_buffer().data();
}

// Room for the bytes of a file, or null. ICU wants its data aligned to 16 bytes.
EMSCRIPTEN_KEEPALIVE std::byte* summit_file_buffer(std::size_t index, std::size_t size) {
  constexpr std::size_t alignment = 16;
  File& file = page().files[index];
  file.bytes =
      static_cast<std::byte*>(std::aligned_alloc(alignment, (size + alignment) / alignment * alignment));
  file.size = file.bytes ? size : 0;
  return file.bytes;
}

// With the text buffer: a text that was kept, before the start. `first`: by the first version of the app.
EMSCRIPTEN_KEEPALIVE void summit_kept(bool first) {
  (first ? page().first_visitor : page().visitor) = platform::text_buffer();
}

// With the text buffer: the public keys with which the organisers sign, before the start.
EMSCRIPTEN_KEEPALIVE void summit_keys() { page().keys = platform::text_buffer(); }

// With the text buffer: path, id of this copy of the app in hexadecimal digits, time zone, where the site is,
// then the preferred languages. False when a message is shown instead of the app. The start has two steps,
// between which the browser may do something else: this one reads the event.
EMSCRIPTEN_KEEPALIVE bool summit_start() {
  const auto bytes = [](FileIndex index) {
    return std::span<const std::byte>(page().files[index].bytes, page().files[index].size);
  };
  app::Assets assets;
  assets.icu_data = bytes(icu);
  assets.font_regular = bytes(font_regular);
  assets.font_bold = bytes(font_bold);
  assets.font_icons = bytes(font_icons);
  assets.pack = {reinterpret_cast<const char*>(page().files[FileIndex::pack].bytes),
                 page().files[FileIndex::pack].size};

  assets.keys = page().keys;

  std::vector<std::string> texts = received_texts();
  app::Start start;
  start.path = texts[0];
  start.copy = std::strtoull(texts[1].c_str(), nullptr, 16);
  start.visitor = std::exchange(page().visitor, {});
  start.first_visitor = std::exchange(page().first_visitor, {});
  start.time_zone = texts[2];
  start.site = texts[3];
  start.preferred_languages.assign(texts.begin() + 4, texts.end());
  start.fields_drawn_by_platform = true;
  start.platform_keeps_history = true;
  start.platform_scrolls = true;

  auto session = app::Session::create(assets, start);
  if (!session) {
    fail(session.error());
    return false;
  }
  page().session = std::move(*session);
  page().path = start.path;
  return true;
}

// The second step: the kit and the graphics. False as above.
EMSCRIPTEN_KEEPALIVE bool summit_open() {
  auto app = app::App::open(std::move(page().session), page().path);
  if (!app) {
    fail(app.error());
    return false;
  }
  page().app = std::move(*app);
  return open_window();
}

// Elements of the mirror could not be made after all: all of them again.
EMSCRIPTEN_KEEPALIVE void summit_mirror_lost() {
  page().platform.mirror().forget();
  browser_request_frame();
}

EMSCRIPTEN_KEEPALIVE void summit_frame(int width, int height) {
  page().window->resize(width, height);
  platform::run_frame(page().platform, page().app->window());
  page().window->present();
}

// The page as it is printed comes into the mirror, and not onto the screen.
EMSCRIPTEN_KEEPALIVE void summit_paper_frame() {
  app::Window& window = page().app->window();
  // The second knows how high everything in the first was.
  for (int i = 0; i < 2; ++i) {
    platform::run_frame(page().platform, window);
    window.discard_drawing();
  }
}

// With the text buffer: what a QR code holds, to be drawn on paper. Puts its rows there, of 0 and 1 and each
// ending in a space; answers the length.
EMSCRIPTEN_KEEPALIVE std::size_t summit_code() {
  std::string& text = platform::text_buffer();
  const auto code = carry::qr_code_of(text);
  text.clear();
  if (!code) return 0;
  for (std::size_t i = 0; i < code->squares.size(); ++i) {
    text += code->squares[i] ? '1' : '0';
    if (text.size() % (static_cast<std::size_t>(code->size) + 1) == static_cast<std::size_t>(code->size))
      text += ' ';
  }
  return text.size();
}

// A moment that was asked for has come while nobody sees the page: what is drawn can wait.
EMSCRIPTEN_KEEPALIVE void summit_wake_unseen() {
  platform::run_unseen(page().platform, page().app->window());
}

// With the text buffer: the file that the visitor has picked.
EMSCRIPTEN_KEEPALIVE void summit_file_chosen() {
  page().app->window().take_file(platform::text_buffer());
  browser_request_frame();
}

// A link is on the clipboard.
EMSCRIPTEN_KEEPALIVE void summit_copied() {
  page().app->window().tell_copied();
  browser_request_frame();
}

EMSCRIPTEN_KEEPALIVE bool summit_without_graphics() {
  return page().window && page().window->without_graphics();
}

// The browser took the graphics away. The page has put a new canvas in place of
// the old one; false when nothing can be drawn on it either.
EMSCRIPTEN_KEEPALIVE bool summit_reopen_window() {
  page().window.reset();
  return open_window();
}

EMSCRIPTEN_KEEPALIVE void summit_pointer(int phase, int kind, int id, float x, float y, double time_s) {
  handle(ui::PointerEvent{
      static_cast<ui::PointerPhase>(phase), static_cast<ui::PointerKind>(kind), id, {x, y}, time_s});
}

EMSCRIPTEN_KEEPALIVE void summit_scroll(ui::NodeId scroller, float left, float top) {
  if (const std::uint32_t area = page().platform.mirror().scrolled(scroller, {left, top}))
    handle(ui::ScrollTo{area, {left, top}});
}

EMSCRIPTEN_KEEPALIVE void summit_zoom(float x, float y, float factor) {
  handle(ui::ZoomEvent{{x, y}, factor});
}

EMSCRIPTEN_KEEPALIVE void summit_key(int key, bool shift, bool control, bool alt) {
  handle(ui::KeyEvent{static_cast<ui::KeyName>(key), shift, control, alt});
}

// True when it is a key of a page that works by keys.
EMSCRIPTEN_KEEPALIVE bool summit_command(int key) {
  const auto name = static_cast<ui::KeyName>(key);
  if (!page().app->window().takes_command(name)) return false;
  handle(ui::KeyEvent{name});
  return true;
}

// With the text buffer: letters typed outside of any field.
EMSCRIPTEN_KEEPALIVE void summit_typed(double time_s) {
  handle(ui::TypedText{platform::text_buffer(), time_s});
}

EMSCRIPTEN_KEEPALIVE void summit_press(ui::NodeId node) { handle(ui::PressNode{node}); }

EMSCRIPTEN_KEEPALIVE void summit_focus(ui::NodeId node, bool visible) {
  handle(ui::FocusNode{node, visible});
}

// With the text buffer: what the field holds now.
EMSCRIPTEN_KEEPALIVE void summit_value(ui::NodeId node) {
  handle(ui::SetNodeValue{node, platform::text_buffer()});
}

// With the text buffer: the path.
EMSCRIPTEN_KEEPALIVE void summit_go_to() {
  page().app->go_to(platform::text_buffer());
  browser_request_frame();
}

// Puts into the text buffer what shall be said if the program stops: language, title, text and the name of
// the button, each ending in a zero byte. Answers the length.
EMSCRIPTEN_KEEPALIVE std::size_t summit_last_words() {
  const std::string& language = page().app->tree().language;
  std::string& words = platform::text_buffer();
  words = language + '\0';
  for (const text::Key key :
       {text::Key("shell.stopped_title"), text::Key("shell.stopped_text"), text::Key("shell.retry")})
    words.append(text::raw_message(language, key)).append(1, '\0');
  return words.size();
}

// With the text buffer: what is kept of the visitor. What is to be kept instead is kept before this returns.
EMSCRIPTEN_KEEPALIVE void summit_merge_visitor() {
  const std::string kept = std::exchange(platform::text_buffer(), {});
  const auto keep = [](std::string_view name, std::string_view text) {
    return browser_keep_text(name.data(), name.size(), text.data(), text.size());
  };
  const app::MergedVisitor merged = page().app->merge_visitor(kept);
  bool well = true;
  if (merged.to_keep) {
    if (!merged.aside.empty()) keep(merged.aside, kept);
    well = keep(app::visitor_text_name, merged.text);
  }
  if (page().app->visitor_kept(well) || merged.changed) browser_request_frame();
}

// Room for the bytes of a pack, or of what makes it out of the one that is shown.
EMSCRIPTEN_KEEPALIVE char* summit_received_buffer(std::size_t size) {
  page().received.resize(size);
  return page().received.data();
}

// With the text buffer: the signature. `told`: the visitor hears of it. Answers an app::Received.
EMSCRIPTEN_KEEPALIVE int summit_receive(bool is_delta, bool told) {
  std::string pack = std::exchange(page().received, {});
  if (is_delta) {
    auto made = pack::apply_delta(shown_pack(), pack);
    if (!made) return static_cast<int>(app::Received::broken);
    pack = std::move(*made);
  }
  app::Session& session = page().app->session();
  const app::Received answer = session.receive(pack, platform::text_buffer(), told);
  if (answer == app::Received::used) page().newest = std::move(pack);
  if (page().app->window().is_outdated()) browser_request_frame();
  return static_cast<int>(answer);
}

// With the text buffer: the visitor's time zone, whenever they come back.
EMSCRIPTEN_KEEPALIVE void summit_time_zone() {
  if (page().app->session().note_time_zone(platform::text_buffer())) browser_request_frame();
}

// The bytes of the pack that is shown.
EMSCRIPTEN_KEEPALIVE const char* summit_shown_pack() { return shown_pack().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t summit_shown_pack_size() { return shown_pack().size(); }

// `checked_s`: when the server answered for the last time, since 1970; 0: never.
EMSCRIPTEN_KEEPALIVE void summit_note_freshness(bool offline, bool newer, bool erased, double checked_s) {
  screens::Freshness freshness{
      .asked = true, .offline = offline, .newer = newer, .erased = erased, .checked = {}};
  if (checked_s > 0)
    freshness.checked = model::Instant(std::chrono::seconds(static_cast<std::int64_t>(checked_s)));
  // On other pages nothing is other, and no frame is drawn for it.
  if (page().app->session().note_freshness(freshness) && page().app->window().shows_freshness())
    browser_request_frame();
}

EMSCRIPTEN_KEEPALIVE double summit_frames_drawn() { return static_cast<double>(page().app->frames_drawn()); }

EMSCRIPTEN_KEEPALIVE double summit_heap_bytes() { return static_cast<double>(emscripten_get_heap_size()); }
}
