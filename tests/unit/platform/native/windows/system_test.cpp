// What Windows says of itself.
#include "platform/desktop/system.h"

#include <doctest/doctest.h>
#include <windows.h>

#include <filesystem>
#include <string>

#include "files/paths.h"
#include "files/process.h"
#include "files/scratch.h"
#include "platform/desktop/downloads.h"
#include "platform/desktop/settings_portal.h"
#include "with_icu.h"

namespace {

// A variable of the environment as it was before, afterwards.
class Variable {
 public:
  Variable(const wchar_t* name, const wchar_t* value) : name_(name) {
    wchar_t old[1000];
    const DWORD size = ::GetEnvironmentVariableW(name, old, 1000);
    had_ = size != 0;
    before_.assign(old, size);
    ::SetEnvironmentVariableW(name, value);
  }
  ~Variable() { ::SetEnvironmentVariableW(name_, had_ ? before_.c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const wchar_t* name_;
  bool had_ = false;
  std::wstring before_;
};

constexpr const wchar_t* themes = L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

void set_light(DWORD light) {
  REQUIRE(::RegSetKeyValueW(HKEY_CURRENT_USER, themes, L"AppsUseLightTheme", REG_DWORD, &light,
                            sizeof light) == ERROR_SUCCESS);
}

app::ColorScheme scheme_in(std::vector<platform::SystemSetting> settings) {
  platform::ToldLook look(platform::look_of_files());
  for (platform::SystemSetting& setting : settings) look.note(std::move(setting));
  return look.look().scheme;
}

}  // namespace

TEST_CASE("variables are read in UTF-8") {
  const Variable variable(L"SUMMIT_TEST", L"\u049B\u0430\u043B\u0430");
  CHECK(files::variable("SUMMIT_TEST") == "қала");
  CHECK(files::variable("SUMMIT_TEST_NONE").empty());
}

TEST_CASE("the system's time zone has a name that the app knows") {
  test::need_icu();
  {
    const Variable none(L"TZ", nullptr);
    const std::string name = platform::system_time_zone();
    CHECK_MESSAGE(text::TimeZone::named(name), name);
  }
  const Variable elsewhere(L"TZ", L"Asia/Almaty");
  CHECK(platform::system_time_zone() == "Asia/Almaty");
}

TEST_CASE("what is kept lies in the user's folder for it, whatever letters that has") {
  const files::Scratch scratch;
  const Variable folder(L"APPDATA", (scratch.path() / L"\u049B\u0430\u043B\u0430").c_str());
  const std::filesystem::path made = platform::folder_kept_for("summit-test");
  CHECK(made == scratch.path() / L"\u049B\u0430\u043B\u0430" / "summit-test");
  CHECK(std::filesystem::is_directory(made));
}

TEST_CASE("downloads go into a folder that is there") {
  CHECK(std::filesystem::is_directory(platform::downloads_folder()));
}

TEST_CASE("the settings are known at once, and told when they change") {
  DWORD before = 1;
  DWORD size = sizeof before;
  const bool had = ::RegGetValueW(HKEY_CURRENT_USER, themes, L"AppsUseLightTheme", RRF_RT_REG_DWORD, nullptr,
                                  &before, &size) == ERROR_SUCCESS;
  set_light(0);
  platform::SettingsPortal portal;
  CHECK(scheme_in(portal.take()) == app::ColorScheme::dark);
  CHECK(portal.take().empty());
  set_light(1);
  ::SendMessageTimeoutW(HWND_BROADCAST, WM_SETTINGCHANGE, 0, reinterpret_cast<LPARAM>(L"ImmersiveColorSet"),
                        SMTO_NORMAL, 5000, nullptr);
  CHECK(scheme_in(portal.take()) == app::ColorScheme::light);
  if (had)
    set_light(before);
  else
    ::RegDeleteKeyValueW(HKEY_CURRENT_USER, themes, L"AppsUseLightTheme");
}
