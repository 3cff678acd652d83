// The settings of Windows, told in the words that desktops have for them elsewhere. Whoever changes one tells
// all windows; here an unseen one listens, in a thread of its own.
#include <SDL.h>

#include <atomic>
#include <cstdint>
#include <future>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include "files/windows/system.h"
#include "platform/desktop/settings_portal.h"

namespace platform {

// No files say how things are to look.
SystemLook look_of_files() { return {}; }

namespace {

constexpr const wchar_t* listener_name = L"summit-companion settings";
constexpr UINT say_goodbye = WM_APP;

DWORD number_of(const wchar_t* key, const wchar_t* value, DWORD otherwise) {
  DWORD number = 0;
  DWORD size = sizeof number;
  const LSTATUS read =
      ::RegGetValueW(HKEY_CURRENT_USER, key, value, RRF_RT_REG_DWORD, nullptr, &number, &size);
  return read == ERROR_SUCCESS ? number : otherwise;
}

bool has_high_contrast() {
  HIGHCONTRASTW contrast{};
  contrast.cbSize = sizeof contrast;
  return ::SystemParametersInfoW(SPI_GETHIGHCONTRAST, contrast.cbSize, &contrast, 0) != 0 &&
         (contrast.dwFlags & HCF_HIGHCONTRASTON) != 0;
}

// With high contrast the colours are the user's own; what is written on them says whether they are dark.
bool has_dark_windows() {
  const DWORD color = ::GetSysColor(COLOR_WINDOW);
  constexpr int half = 3 * 255 / 2;
  return GetRValue(color) + GetGValue(color) + GetBValue(color) < half;
}

bool has_animations() {
  BOOL animated = TRUE;
  ::SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animated, 0);
  return animated != FALSE;
}

std::vector<SystemSetting> settings_now() {
  const bool contrast = has_high_contrast();
  const bool dark = contrast ? has_dark_windows()
                             : number_of(L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                                         L"AppsUseLightTheme", 1) == 0;
  constexpr DWORD usual_size = 100;
  const DWORD percent = number_of(L"Software\\Microsoft\\Accessibility", L"TextScaleFactor", usual_size);
  constexpr const char* all = "org.freedesktop.appearance";
  return {{all, "color-scheme", dark ? 1.0 : 2.0},
          {all, "contrast", contrast ? 1.0 : 0.0},
          {all, "reduced-motion", has_animations() ? 0.0 : 1.0},
          {"org.gnome.desktop.interface", "text-scaling-factor", percent / static_cast<double>(usual_size)}};
}

}  // namespace

struct SettingsPortal::Shared {
  std::mutex mutex;
  std::vector<SystemSetting> told = settings_now();
  std::uint32_t event = 0;  // of SDL; none before the program has asked for it
  HWND window = nullptr;
  std::thread thread;

  void tell() {
    std::uint32_t type = 0;
    {
      const std::scoped_lock lock(mutex);
      told = settings_now();
      type = event;
    }
    if (type == 0) return;
    SDL_Event news{};
    news.type = type;
    SDL_PushEvent(&news);
  }
};

namespace {

template <typename Shared>
LRESULT CALLBACK hear(HWND window, UINT message, WPARAM first, LPARAM second) {
  switch (message) {
    case WM_SETTINGCHANGE:
    case WM_SYSCOLORCHANGE:
    case WM_THEMECHANGED:
      if (auto* shared = reinterpret_cast<Shared*>(::GetWindowLongPtrW(window, GWLP_USERDATA)))
        shared->tell();
      return 0;
    case say_goodbye: ::DestroyWindow(window); return 0;
    case WM_DESTROY: ::PostQuitMessage(0); return 0;
    default: return ::DefWindowProcW(window, message, first, second);
  }
}

// Until it is told to go. The window has to be of the thread that hears for it.
template <typename Shared>
void listen(Shared* shared, std::promise<HWND> opened) {
  WNDCLASSEXW kind{};
  kind.cbSize = sizeof kind;
  kind.lpfnWndProc = hear<Shared>;
  kind.hInstance = ::GetModuleHandleW(nullptr);
  kind.lpszClassName = listener_name;
  ::RegisterClassExW(&kind);
  // Not one for messages alone, which is not told what all are told.
  const HWND window = ::CreateWindowExW(WS_EX_TOOLWINDOW, listener_name, L"", WS_POPUP, 0, 0, 0, 0, nullptr,
                                        nullptr, kind.hInstance, nullptr);
  if (window != nullptr) ::SetWindowLongPtrW(window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(shared));
  opened.set_value(window);
  if (window == nullptr) return;
  MSG message{};
  while (::GetMessageW(&message, nullptr, 0, 0) > 0) ::DispatchMessageW(&message);
  ::UnregisterClassW(listener_name, kind.hInstance);
}

}  // namespace

SettingsPortal::SettingsPortal() : shared_(std::make_shared<Shared>()) {
  std::promise<HWND> opened;
  std::future<HWND> window = opened.get_future();
  shared_->thread = std::thread(listen<Shared>, shared_.get(), std::move(opened));
  shared_->window = window.get();
}

SettingsPortal::~SettingsPortal() {
  if (shared_->window != nullptr) ::PostMessageW(shared_->window, say_goodbye, 0, 0);
  shared_->thread.join();
}

// They are known from the beginning.
void SettingsPortal::wait(std::chrono::milliseconds) const {}

void SettingsPortal::notify_by(std::uint32_t event) {
  const std::scoped_lock lock(shared_->mutex);
  shared_->event = event;
}

std::vector<SystemSetting> SettingsPortal::take() {
  const std::scoped_lock lock(shared_->mutex);
  return std::exchange(shared_->told, {});
}

}  // namespace platform
