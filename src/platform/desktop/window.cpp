#include "platform/desktop/window.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>

#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_impl_sdlrenderer2.h"
#include "platform/desktop/kept_texts.h"
#include "platform/desktop/system_look.h"

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
  return (type >= SDL_KEYDOWN && type <= SDL_MOUSEWHEEL) || (type >= SDL_FINGERDOWN && type <= SDL_FINGERMOTION);
}

// The IANA name of the system's zone: TZ, else where /etc/localtime points to.
std::string system_time_zone() {
  if (const char* name = std::getenv("TZ"); name != nullptr && *name != '\0') return name[0] == ':' ? name + 1 : name;
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
    if ((driver == "offscreen" || driver == "dummy") && std::getenv("SDL_VIDEODRIVER") == nullptr) return std::unexpected("no display");
    ui::Size size{1180, 780};
    if (options_.size_given) size = options_.size;
    window_ = SDL_CreateWindow("", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, static_cast<int>(size.width),
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
      std::printf("frames drawn: %llu, the last one %.1f s ago\n", static_cast<unsigned long long>(app.frames_drawn()), since.count());
    }
  }

  // ---- Platform

  app::Surroundings surroundings() override {
    int width = 0;
    int height = 0;
    int pixels_wide = 0;
    int pixels_high = 0;
    SDL_GetWindowSize(window_, &width, &height);
    SDL_GetRendererOutputSize(renderer_, &pixels_wide, &pixels_high);
    app::Surroundings around;
    around.size = {static_cast<float>(width), static_cast<float>(height)};
    around.scale = width > 0 ? static_cast<float>(pixels_wide) / static_cast<float>(width) : 1;
    around.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    around.steady_s = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
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

  // Sleeps until something happens, unless another frame is due at once.
  void take_events() {
    SDL_Event event;
    bool happened = false;
    if (frame_wanted_) {
      happened = SDL_PollEvent(&event) != 0;
    } else if (wake_) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*wake_ - std::chrono::system_clock::now());
      constexpr long long longest = 1'000'000'000;
      happened = SDL_WaitEventTimeout(&event, static_cast<int>(std::clamp<long long>(left.count() + 20, 0, longest))) != 0;
      if (!happened) frame_wanted_ = true;
    } else {
      happened = SDL_WaitEvent(&event) != 0;
    }
    while (happened) {
      take(event);
      happened = SDL_PollEvent(&event) != 0;
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
        if (event.window.event == SDL_WINDOWEVENT_LEAVE) send(ui::PointerEvent{.phase = ui::PointerPhase::leave, .at = {}, .time_s = time_s});
        // What another window of the app has kept is seen in this one.
        if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED && !options_.desk && texts_.edition(app::visitor_text_name) != edition_) keep_visitor(*app_);
        if (event.window.event != SDL_WINDOWEVENT_MOVED && event.window.event != SDL_WINDOWEVENT_ENTER) frame_wanted_ = true;
        break;
      case SDL_RENDER_DEVICE_RESET:
      case SDL_RENDER_TARGETS_RESET: frame_wanted_ = true; break;
      case SDL_MOUSEMOTION:
        mouse(ui::PointerPhase::move, event.motion.x, event.motion.y, time_s);
        break;
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
        send(ui::WheelEvent{.at = {static_cast<float>(x), static_cast<float>(y)}, .dx = event.wheel.preciseX * notch, .dy = -event.wheel.preciseY * notch});
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
      case SDL_KEYUP:
      case SDL_TEXTEDITING:
        ImGui_ImplSDL2_ProcessEvent(&event);
        if (app_->writing()) frame_wanted_ = true;
        break;
      default: break;
    }
  }

  void mouse(ui::PointerPhase phase, int x, int y, double time_s) {
    const float scale = surroundings().scale;
    ImGui::GetIO().AddMousePosEvent(static_cast<float>(x) * scale, static_cast<float>(y) * scale);
    send(ui::PointerEvent{.phase = phase, .kind = ui::PointerKind::mouse, .id = 0, .at = {static_cast<float>(x), static_cast<float>(y)}, .time_s = time_s});
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
    ImGui_ImplSDL2_ProcessEvent(&event);
    // While something is written, only the keys that go elsewhere are the app's.
    // Escape only leaves the field, which Dear ImGui sees to.
    const bool writing = app_->writing();
    if (writing) frame_wanted_ = true;
    std::optional<ui::KeyName> name = key_name(pressed.sym);
    if (control && pressed.sym == SDLK_k) name = ui::KeyName::slash;
    if (alt && pressed.sym == SDLK_LEFT) name = ui::KeyName::back;
    if (!name || (writing && *name != ui::KeyName::tab && !(control && pressed.sym == SDLK_k))) return;
    send(ui::KeyEvent{.key = *name, .shift = (pressed.mod & KMOD_SHIFT) != 0, .control = control, .alt = alt});
  }

  // Letters outside of a text field: shortcuts, wherever they are on the keyboard, or the beginning
  // of a name to jump to.
  void letters(std::string_view text, double time_s) {
    if (text == "/")
      send(ui::KeyEvent{.key = ui::KeyName::slash});
    else if (text == "?")
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
  const KeptTexts texts_{folder_of_kept_texts()};
  std::string edition_;  // of the visitor's text, as this window knows it
  app::App* app_ = nullptr;
  SDL_Window* window_ = nullptr;
  SDL_Renderer* renderer_ = nullptr;
  bool drawing_ = false;
  bool quit_ = false;
  bool frame_wanted_ = true;
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
  if (has_display) SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, failure.title.c_str(), text.c_str(), nullptr);
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
        start.preferred_languages.push_back(locale->country == nullptr ? locale->language
                                                                        : std::string(locale->language) + "-" + locale->country);
      SDL_free(locales);
    }
    if (!options.desk) {
      const KeptTexts texts(folder_of_kept_texts());
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
    std::fprintf(stderr, "summit: %s\nWithout a display, --screenshot FILE.png and --describe still work.\n", opened.error().c_str());
    return 1;
  }
  desktop.run(app);
  return 0;
}

}  // namespace platform
