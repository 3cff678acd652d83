#include "platform/desktop/system.h"

#include <SDL.h>

#include <cstdint>

#include "files/paths.h"
#include "files/process.h"
#include "files/windows/system.h"
#include "text/windows_zones.h"
// Behind <windows.h>, which it needs.
#include <shlobj.h>

namespace platform {

namespace fs = std::filesystem;

// TZ, as for programs that come from elsewhere, else what the settings say.
std::string system_time_zone() {
  if (std::string name = files::variable("TZ"); !name.empty())
    return name.starts_with(':') ? name.substr(1) : name;
  DYNAMIC_TIME_ZONE_INFORMATION zone{};
  if (::GetDynamicTimeZoneInformation(&zone) == TIME_ZONE_ID_INVALID) return {};
  constexpr LONG hour = 60;
  const LONG behind = zone.Bias + zone.StandardBias;
  // Its clock may have been told to stay as it is in winter.
  const bool changes = zone.DynamicDaylightTimeDisabled == FALSE;
  if (changes || zone.DaylightDate.wMonth == 0)
    if (const auto name = text::iana_of_windows_zone(files::to_utf8(zone.TimeZoneKeyName)); !name.empty())
      // Whoever is still in the zone that Kazakhstan has left has the clock of those who stayed.
      return std::string(name == "Asia/Almaty" && behind == -6 * hour ? "Asia/Bishkek" : name);
  if (behind % hour != 0) return {};
  // These are named by how far they are behind.
  return "Etc/GMT" + (behind == 0 ? std::string() : (behind > 0 ? "+" : "") + std::to_string(behind / hour));
}

// A service of the system has none.
bool has_display() {
  USEROBJECTFLAGS flags{};
  return ::GetUserObjectInformationW(::GetProcessWindowStation(), UOI_FLAGS, &flags, sizeof flags, nullptr) !=
             0 &&
         (flags.dwFlags & WSF_VISIBLE) != 0;
}

void show_box(const std::string& title, const std::string& words) {
  SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, title.c_str(), words.c_str(), nullptr);
}

fs::path folder_kept_for(const char* application) {
  fs::path folder = files::path_of(files::variable("APPDATA"));
  if (!folder.is_absolute()) {
    PWSTR known = nullptr;
    if (::SHGetKnownFolderPath(FOLDERID_RoamingAppData, KF_FLAG_CREATE, nullptr, &known) == S_OK)
      folder = known;
    ::CoTaskMemFree(known);
  }
  if (folder.empty()) return {};
  folder /= files::path_of(application);
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? fs::path() : folder;
}

std::string why_none_is_kept() { return "nothing can be made in the one that APPDATA names"; }

}  // namespace platform
