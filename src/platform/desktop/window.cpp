#include "platform/desktop/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <unordered_map>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_impl_sdlrenderer2.h"
#include "platform/desktop/system_look.h"
#include "platform/desktop/text_store.h"
#include "platform/headless/headless.h"

namespace platform {
namespace {

constexpr const char* application_name = "summit-companion";

std::filesystem::path folder_of_kept_texts() {
  char* folder = SDL_GetPrefPath("", application_name);
  if (folder == nullptr) return {};
  std::filesystem::path path = folder;
  SDL_free(folder);
  return path;
}

// An id that no other copy of the app has.
std::uint64_t id_by_chance() {
  try {
    std::random_device chance;
    return std::uniform_int_distribution<std::uint64_t>()(chance);
  } catch (const std::exception&) {
    return static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
  }
}

// Does somebody do this, or does it happen?
bool is_input(std::uint32_t type) {
  return (type >= SDL_KEYDOWN && type <= SDL_MOUSEWHEEL) ||
         (type >= SDL_FINGERDOWN && type <= SDL_FINGERMOTION);
}

// The IANA name of the system's zone: TZ, else where /etc/localtime points to.
std::string system_time_zone() {
  if (const char* name = std::getenv("TZ"); name != nullptr && *name != '\0')
    return name[0] == ':' ? name + 1 : name;
  std::error_code error;
  const std::string target = std::filesystem::read_symlink("/etc/localtime", error).string();
  constexpr std::string_view folder = "/zoneinfo/";
  const std::size_t at = target.find(folder);
  return at == std::string::npos ? std::string{} : target.substr(at + folder.size());
}

std::optional<ui::KeyName> key_name(SDL_Keycode key) {
  switch (key) {
    case SDLK_TAB: return ui::KeyName::tab;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return ui::KeyName::enter;
    case SDLK_SPACE: return ui::KeyName::space;
    case SDLK_ESCAPE: return ui::KeyName::escape;
    case SDLK_UP: return ui::KeyName::up;
    case SDLK_DOWN: return ui::KeyName::down;
    case SDLK_LEFT: return ui::KeyName::left;
    case SDLK_RIGHT: return ui::KeyName::right;
    case SDLK_PAGEUP: return ui::KeyName::page_up;
    case SDLK_PAGEDOWN: return ui::KeyName::page_down;
    case SDLK_HOME: return ui::KeyName::home;
    case SDLK_END: return ui::KeyName::end;
    case SDLK_AC_BACK: return ui::KeyName::back;
    default: return std::nullopt;
  }
}

bool is_latin_letter(SDL_Keycode key) { return key >= SDLK_a && key <= SDLK_z; }

// True when the keyboard's layout has a key that gives this letter.
bool layout_has(SDL_Keycode letter) { return SDL_GetScancodeFromKey(letter) != SDL_SCANCODE_UNKNOWN; }

// What a shortcut calls the key: the letter that the layout gives, be it AZERTY or Dvorak. Where no key
// of the layout gives that letter (Cyrillic, Greek, Arabic), the one that the key has on a Latin keyboard.
SDL_Keycode shortcut_key(const SDL_Keysym& pressed) {
  if (pressed.scancode < SDL_SCANCODE_A || pressed.scancode > SDL_SCANCODE_Z || is_latin_letter(pressed.sym))
    return pressed.sym;
  const SDL_Keycode letter = SDLK_a + (pressed.scancode - SDL_SCANCODE_A);
  return layout_has(letter) ? pressed.sym : letter;
}

// Ctrl with plus or minus, for keyboards on which a letter stands in their place, as on the Kazakh one.
std::optional<ui::KeyName> zoom_key(const SDL_Keysym& pressed) {
  const SDL_Scancode place = layout_has(SDLK_k) ? SDL_SCANCODE_UNKNOWN : pressed.scancode;
  if (pressed.sym == SDLK_PLUS || pressed.sym == SDLK_EQUALS || pressed.sym == SDLK_KP_PLUS ||
      place == SDL_SCANCODE_EQUALS)
    return ui::KeyName::plus;
  if (pressed.sym == SDLK_MINUS || pressed.sym == SDLK_KP_MINUS || place == SDL_SCANCODE_MINUS)
    return ui::KeyName::minus;
  return std::nullopt;
}

// Does nothing but write a letter, and that arrives as a text.
bool only_writes(SDL_Keycode key, Uint16 modifiers) {
  return (key & SDLK_SCANCODE_MASK) == 0 && key >= SDLK_SPACE && key != SDLK_DELETE &&
         (modifiers & (KMOD_CTRL | KMOD_GUI)) == 0;
}

class Desktop : public Platform {
 public:
  explicit Desktop(const Options& options) : options_(options) {}

  ~Desktop() override {
    if (drawing_) {
      ImGui_ImplSDLRenderer2_Shutdown();
      ImGui_ImplSDL2_Shutdown();
    }
    if (renderer_ != nullptr) SDL_DestroyRenderer(renderer_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
  }

  // In words what is missing, when there is no window to be had.
  std::expected<void, std::string> open() {
    // Fingers arrive as fingers, not as a mouse that jumps about.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::unexpected(std::string("no display: ") + SDL_GetError());
    // Where there is none, SDL makes one that nobody sees, and the app would wait on it for ever.
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    if ((driver == "offscreen" || driver == "dummy") && std::getenv("SDL_VIDEODRIVER") == nullptr)
      return std::unexpected("no display");
    ui::Size size{1180, 780};
    if (options_.size_given) size = options_.size;
    window_ =
        SDL_CreateWindow("", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, static_cast<int>(size.width),
                         static_cast<int>(size.height), SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (window_ == nullptr) return std::unexpected(std::string("no window: ") + SDL_GetError());
    SDL_SetWindowMinimumSize(window_, 320, 480);
    if (options_.desk) SDL_MaximizeWindow(window_);
    renderer_ = SDL_CreateRenderer(window_, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (renderer_ == nullptr) renderer_ = SDL_CreateRenderer(window_, -1, SDL_RENDERER_SOFTWARE);
    if (renderer_ == nullptr) return std::unexpected(std::string("nothing to draw with: ") + SDL_GetError());
    return {};
  }

  void run(app::App& app) {
    app_ = &app;
    ImGui_ImplSDL2_InitForSDLRenderer(window_, renderer_);
    ImGui_ImplSDLRenderer2_Init(renderer_);
    drawing_ = true;
    SDL_StartTextInput();
    while (!quit_) {
      if (frame_wanted_) {
        frame_wanted_ = false;
        draw();
      }
      take_events();
    }
    if (options_.report) {
      const std::chrono::duration<double> since = std::chrono::steady_clock::now() - last_frame_;
      std::printf("frames drawn: %llu, the last one %.1f s ago\n",
                  static_cast<unsigned long long>(app.frames_drawn()), since.count());
      std::puts(tree_as_json(app.tree()).c_str());
    }
  }

  // ---- Platform

  app::Environment environment() override {
    int width = 0;
    int height = 0;
    int pixels_wide = 0;
    int pixels_high = 0;
    SDL_GetWindowSize(window_, &width, &height);
    SDL_GetRendererOutputSize(renderer_, &pixels_wide, &pixels_high);
    app::Environment around;
    around.size = {static_cast<float>(width), static_cast<float>(height)};
    around.scale = width > 0 ? static_cast<float>(pixels_wide) / static_cast<float>(width) : 1;
    around.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    around.steady_s =
        std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    around.system_scheme = look_.scheme;
    around.more_contrast = look_.more_contrast;
    around.reduced_motion = look_.reduced_motion;
    around.text_scale = std::max(look_.text_scale, options_.text_scale);
    return around;
  }

  void keep_visitor(app::App& app) override {
    if (platform::keep_visitor(texts_, app)) frame_wanted_ = true;
    edition_ = texts_.edition(app::visitor_text_name);
  }

  void open_link(std::string_view url) override { SDL_OpenURL(std::string(url).c_str()); }
  void copy_text(std::string_view text) override { SDL_SetClipboardText(std::string(text).c_str()); }
  void show_location(std::string_view, bool) override {}
  void leave() override {}

  void publish(const ui::Tree& tree) override {
    if (tree.title == title_) return;
    title_ = tree.title;
    SDL_SetWindowTitle(window_, title_.c_str());
  }

  void request_frame() override { frame_wanted_ = true; }
  void wake_at(std::optional<model::Instant> moment) override { wake_ = moment; }

 private:
  void draw() {
    run_frame(*this, *app_);
    SDL_SetRenderDrawColor(renderer_, 0, 0, 0, 255);
    SDL_RenderClear(renderer_);
    ImGui_ImplSDLRenderer2_RenderDrawData(ImGui::GetDrawData(), renderer_);
    SDL_RenderPresent(renderer_);
    last_frame_ = std::chrono::steady_clock::now();
  }

  // What is typed behind a key that opens the search belongs into its field, which is there some frames
  // later; until then it waits. Not for ever, should the field not come.
  bool typing_waits() {
    constexpr int most_frames = 60;
    if (!frame_wanted_ || !app_->keyboard_moves()) frames_waited_ = 0;
    return frame_wanted_ && app_->keyboard_moves() && frames_waited_ < most_frames;
  }

  // Sleeps until something happens, unless another frame is due at once.
  void take_events() {
    SDL_Event event;
    if (typing_waits()) {
      ++frames_waited_;
      return;
    }
    bool happened = false;
    if (frame_wanted_) {
      happened = SDL_PollEvent(&event) != 0;
    } else if (wake_) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(*wake_ - std::chrono::system_clock::now());
      constexpr long long longest = 1'000'000'000;
      happened = SDL_WaitEventTimeout(
                     &event, static_cast<int>(std::clamp<long long>(left.count() + 20, 0, longest))) != 0;
      if (!happened) frame_wanted_ = true;
    } else {
      happened = SDL_WaitEvent(&event) != 0;
    }
    while (happened) {
      take(event);
      happened = !typing_waits() && SDL_PollEvent(&event) != 0;
    }
  }

  void send(const ui::Input& input) {
    if (app_->handle(input)) frame_wanted_ = true;
  }

  void take(const SDL_Event& event) {
    const double time_s = event.common.timestamp / 1000.0;
    if (is_input(event.type)) {
      app_->note_presence();
      if (options_.desk) frame_wanted_ = true;
    }
    switch (event.type) {
      case SDL_QUIT: quit_ = true; break;
      case SDL_WINDOWEVENT:
        if (event.window.event == SDL_WINDOWEVENT_LEAVE)
          send(ui::PointerEvent{.phase = ui::PointerPhase::leave, .at = {}, .time_s = time_s});
        // What another window of the app has kept is seen in this one.
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED && !options_.desk &&
            texts_.edition(app::visitor_text_name) != edition_)
          keep_visitor(*app_);
        if (event.window.event != SDL_WINDOWEVENT_MOVED && event.window.event != SDL_WINDOWEVENT_ENTER)
          frame_wanted_ = true;
        break;
      case SDL_RENDER_DEVICE_RESET:
      case SDL_RENDER_TARGETS_RESET: frame_wanted_ = true; break;
      case SDL_MOUSEMOTION: mouse(ui::PointerPhase::move, event.motion.x, event.motion.y, time_s); break;
      case SDL_MOUSEBUTTONDOWN:
      case SDL_MOUSEBUTTONUP:
        if (event.button.button == SDL_BUTTON_LEFT) {
          const bool down = event.type == SDL_MOUSEBUTTONDOWN;
          mouse(down ? ui::PointerPhase::down : ui::PointerPhase::up, event.button.x, event.button.y, time_s);
          ImGui::GetIO().AddMouseButtonEvent(0, down);
        } else if (event.button.button == SDL_BUTTON_X1 && event.type == SDL_MOUSEBUTTONDOWN) {
          send(ui::KeyEvent{.key = ui::KeyName::back});
        }
        break;
      case SDL_MOUSEWHEEL: {
        int x = 0;
        int y = 0;
        SDL_GetMouseState(&x, &y);
        constexpr float notch = 60;
        send(ui::WheelEvent{.at = {static_cast<float>(x), static_cast<float>(y)},
                            .dx = event.wheel.preciseX * notch,
                            .dy = -event.wheel.preciseY * notch});
        break;
      }
      case SDL_FINGERDOWN: finger(ui::PointerPhase::down, event.tfinger, time_s); break;
      case SDL_FINGERMOTION: finger(ui::PointerPhase::move, event.tfinger, time_s); break;
      case SDL_FINGERUP: finger(ui::PointerPhase::up, event.tfinger, time_s); break;
      case SDL_KEYDOWN: key(event); break;
      case SDL_TEXTINPUT:
        if (!app_->writing()) {
          letters(event.text.text, time_s);
          break;
        }
        [[fallthrough]];
      case SDL_TEXTEDITING:
        ImGui_ImplSDL2_ProcessEvent(&event);
        if (app_->writing()) frame_wanted_ = true;
        break;
      case SDL_KEYUP: key_up(event); break;
      default: break;
    }
  }

  void mouse(ui::PointerPhase phase, int x, int y, double time_s) {
    // Dear ImGui needs to know of it for its text field alone, and would keep each move until the next frame.
    if (phase != ui::PointerPhase::move || app_->writing()) {
      const float scale = environment().scale;
      ImGui::GetIO().AddMousePosEvent(static_cast<float>(x) * scale, static_cast<float>(y) * scale);
    }
    send(ui::PointerEvent{.phase = phase,
                          .kind = ui::PointerKind::mouse,
                          .id = 0,
                          .at = {static_cast<float>(x), static_cast<float>(y)},
                          .time_s = time_s});
    if (app_->writing()) frame_wanted_ = true;  // selecting with the mouse
  }

  void finger(ui::PointerPhase phase, const SDL_TouchFingerEvent& touch, double time_s) {
    int width = 0;
    int height = 0;
    SDL_GetWindowSize(window_, &width, &height);
    send(ui::PointerEvent{.phase = phase,
                          .kind = ui::PointerKind::touch,
                          .id = static_cast<std::int32_t>(touch.fingerId),
                          .at = {touch.x * static_cast<float>(width), touch.y * static_cast<float>(height)},
                          .time_s = time_s});
  }

  void key(const SDL_Event& event) {
    const SDL_Keysym& pressed = event.key.keysym;
    const bool control = (pressed.mod & KMOD_CTRL) != 0;
    const bool alt = (pressed.mod & KMOD_ALT) != 0;
    const SDL_Keycode called = shortcut_key(pressed);
    last_key_ = pressed;
    // While something is written, only the keys that go elsewhere are the app's. Escape leaves the field;
    // Dear ImGui would take back what was written in it.
    const bool writing = app_->writing();
    if (writing && called != SDLK_ESCAPE && !only_writes(called, pressed.mod)) {
      key_in_field(event, called);
      frame_wanted_ = true;
    }
    const bool search = control && called == SDLK_k;
    std::optional<ui::KeyName> name = key_name(pressed.sym);
    if (search)
      name = ui::KeyName::slash;
    else if (control && !name)
      name = zoom_key(pressed);
    if (alt && pressed.sym == SDLK_LEFT) name = ui::KeyName::back;
    if (!name || (writing && *name != ui::KeyName::tab && *name != ui::KeyName::escape && !search)) return;
    send(
        ui::KeyEvent{.key = *name, .shift = (pressed.mod & KMOD_SHIFT) != 0, .control = control, .alt = alt});
  }

  // The keys that Dear ImGui knows to be down are let go by the name that they went down with: the
  // layout may have changed in between.
  void key_in_field(SDL_Event event, SDL_Keycode called) {
    event.key.keysym.sym = called;
    held_in_field_.insert_or_assign(event.key.keysym.scancode, called);
    ImGui_ImplSDL2_ProcessEvent(&event);
  }

  void key_up(SDL_Event event) {
    if (const auto held = held_in_field_.find(event.key.keysym.scancode); held != held_in_field_.end()) {
      event.key.keysym.sym = held->second;
      held_in_field_.erase(held);
      frame_wanted_ = true;
    }
    ImGui_ImplSDL2_ProcessEvent(&event);  // of every key: with it comes what Ctrl and Shift do
    if (app_->writing()) frame_wanted_ = true;
  }

  // Letters outside of a text field: shortcuts, wherever they are on the keyboard, or the beginning
  // of a name to jump to. Cyrillic keyboards have . or № where others have the slash.
  void letters(std::string_view text, double time_s) {
    const bool slash_key = last_key_.scancode == SDL_SCANCODE_SLASH && !layout_has(SDLK_k);
    const bool shift = (last_key_.mod & KMOD_SHIFT) != 0;
    if (text == "/" || (slash_key && !shift))
      send(ui::KeyEvent{.key = ui::KeyName::slash});
    else if (text == "?" || slash_key)
      send(ui::KeyEvent{.key = ui::KeyName::question});
    else if (text == "+" || text == "=")
      send(ui::KeyEvent{.key = ui::KeyName::plus});
    else if (text == "-")
      send(ui::KeyEvent{.key = ui::KeyName::minus});
    else if (text != " ")
      send(ui::TypedText{.text = std::string(text), .time_s = time_s});
  }

  const Options& options_;
  const SystemLook look_ = system_look();
  const TextStore texts_{folder_of_kept_texts()};
  std::string edition_;  // of the visitor's text, as this window knows it
  app::App* app_ = nullptr;
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  bool drawing_ = false;
  bool quit_ = false;
  bool frame_wanted_ = true;
  int frames_waited_ = 0;
  SDL_Keysym last_key_{};
  std::unordered_map<SDL_Scancode, SDL_Keycode> held_in_field_;
  std::optional<model::Instant> wake_;
  std::string title_;
  std::chrono::steady_clock::time_point last_frame_ = std::chrono::steady_clock::now();
};

}  // namespace

std::filesystem::path assets_beside_program() {
  char* base = SDL_GetBasePath();
  const std::filesystem::path folder = base != nullptr ? base : ".";
  SDL_free(base);
  return folder / "assets";
}

void show_failure(const app::Failure& failure) {
  const std::string text = failure.text + "\n\n" + failure.details;
  std::fprintf(stderr, "%s\n%s\n", failure.title.c_str(), text.c_str());
  const bool has_display = std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
  if (has_display)
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, failure.title.c_str(), text.c_str(), nullptr);
}

app::Start start_of(const Options& options) {
  app::Start start;
  if (!options.page.empty()) start.path = options.page;
  if (!options.at.empty()) {
    std::string at = options.at;
    if (const std::size_t plus = at.find('+'); plus != std::string::npos) at.replace(plus, 1, "%2B");
    // Before what the path asks for itself, and before its anchor: a query behind that is none.
    const std::size_t end = std::min(start.path.find('#'), start.path.size());
    const std::size_t mark = std::min(start.path.find('?'), end);
    start.path.replace(mark, mark < end ? 1 : 0, "?at=" + at + (mark < end ? "&" : ""));
  }
  start.language = options.language;
  start.pseudo = options.pseudo;
  start.time_zone = system_time_zone();
  const bool window = options.screenshot.empty() && !options.describe;
  if (window) {
    if (SDL_Locale* locales = SDL_GetPreferredLocales(); locales != nullptr) {
      for (const SDL_Locale* locale = locales; locale->language != nullptr; ++locale)
        start.preferred_languages.push_back(locale->country == nullptr
                                                ? locale->language
                                                : std::string(locale->language) + "-" + locale->country);
      SDL_free(locales);
    }
    if (!options.desk) {
      const TextStore texts(folder_of_kept_texts());
      start.visitor = texts.read(app::visitor_text_name).value_or("");
      start.first_visitor = texts.read(app::first_visitor_text_name).value_or("");
    }
  }
  start.copy = id_by_chance();
  start.appearance = options.theme;
  start.shared = options.desk;
  return start;
}

int run_window(app::App& app, const Options& options) {
  Desktop desktop(options);
  if (const auto opened = desktop.open(); !opened) {
    std::fprintf(stderr, "summit: %s\nWithout a display, --screenshot FILE.png and --describe still work.\n",
                 opened.error().c_str());
    return 1;
  }
  desktop.run(app);
  return 0;
}

}  // namespace platform
