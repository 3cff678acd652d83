// What Microsoft's programs call time zones. Inside exchange/ only.
#pragma once

#include <algorithm>
#include <string_view>

namespace exchange {

struct WindowsZone {
  std::string_view windows, iana;
};
// As Unicode's CLDR has them for the world as a whole.
inline constexpr WindowsZone windows_zones[] = {
    {"UTC", "Etc/UTC"},
    {"GMT Standard Time", "Europe/London"},
    {"Greenwich Standard Time", "Atlantic/Reykjavik"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"Romance Standard Time", "Europe/Paris"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"FLE Standard Time", "Europe/Kiev"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"Turkey Standard Time", "Europe/Istanbul"},
    {"Kaliningrad Standard Time", "Europe/Kaliningrad"},
    {"Belarus Standard Time", "Europe/Minsk"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"Russia Time Zone 3", "Europe/Samara"},
    {"Volgograd Standard Time", "Europe/Volgograd"},
    {"Saratov Standard Time", "Europe/Saratov"},
    {"Ekaterinburg Standard Time", "Asia/Yekaterinburg"},
    {"Omsk Standard Time", "Asia/Omsk"},
    {"N. Central Asia Standard Time", "Asia/Novosibirsk"},
    {"North Asia Standard Time", "Asia/Krasnoyarsk"},
    {"North Asia East Standard Time", "Asia/Irkutsk"},
    {"Yakutsk Standard Time", "Asia/Yakutsk"},
    {"Vladivostok Standard Time", "Asia/Vladivostok"},
    {"Magadan Standard Time", "Asia/Magadan"},
    {"Central Asia Standard Time", "Asia/Almaty"},
    {"Qyzylorda Standard Time", "Asia/Qyzylorda"},
    {"West Asia Standard Time", "Asia/Tashkent"},
    {"Pakistan Standard Time", "Asia/Karachi"},
    {"Afghanistan Standard Time", "Asia/Kabul"},
    {"Iran Standard Time", "Asia/Tehran"},
    {"Azerbaijan Standard Time", "Asia/Baku"},
    {"Georgian Standard Time", "Asia/Tbilisi"},
    {"Caucasus Standard Time", "Asia/Yerevan"},
    {"Arabian Standard Time", "Asia/Dubai"},
    {"Arab Standard Time", "Asia/Riyadh"},
    {"Arabic Standard Time", "Asia/Baghdad"},
    {"Israel Standard Time", "Asia/Jerusalem"},
    {"Jordan Standard Time", "Asia/Amman"},
    {"Middle East Standard Time", "Asia/Beirut"},
    {"Egypt Standard Time", "Africa/Cairo"},
    {"South Africa Standard Time", "Africa/Johannesburg"},
    {"E. Africa Standard Time", "Africa/Nairobi"},
    {"W. Central Africa Standard Time", "Africa/Lagos"},
    {"Morocco Standard Time", "Africa/Casablanca"},
    {"India Standard Time", "Asia/Calcutta"},
    {"Nepal Standard Time", "Asia/Katmandu"},
    {"Bangladesh Standard Time", "Asia/Dhaka"},
    {"Myanmar Standard Time", "Asia/Rangoon"},
    {"SE Asia Standard Time", "Asia/Bangkok"},
    {"China Standard Time", "Asia/Shanghai"},
    {"Singapore Standard Time", "Asia/Singapore"},
    {"Taipei Standard Time", "Asia/Taipei"},
    {"Ulaanbaatar Standard Time", "Asia/Ulaanbaatar"},
    {"W. Australia Standard Time", "Australia/Perth"},
    {"AUS Eastern Standard Time", "Australia/Sydney"},
    {"E. Australia Standard Time", "Australia/Brisbane"},
    {"Cen. Australia Standard Time", "Australia/Adelaide"},
    {"Tokyo Standard Time", "Asia/Tokyo"},
    {"Korea Standard Time", "Asia/Seoul"},
    {"New Zealand Standard Time", "Pacific/Auckland"},
    {"Eastern Standard Time", "America/New_York"},
    {"US Eastern Standard Time", "America/Indianapolis"},
    {"Central Standard Time", "America/Chicago"},
    {"Mountain Standard Time", "America/Denver"},
    {"US Mountain Standard Time", "America/Phoenix"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"Alaskan Standard Time", "America/Anchorage"},
    {"Hawaiian Standard Time", "Pacific/Honolulu"},
    {"Atlantic Standard Time", "America/Halifax"},
    {"Newfoundland Standard Time", "America/St_Johns"},
    {"Central Standard Time (Mexico)", "America/Mexico_City"},
    {"SA Pacific Standard Time", "America/Bogota"},
    {"SA Western Standard Time", "America/La_Paz"},
    {"E. South America Standard Time", "America/Sao_Paulo"},
    {"Argentina Standard Time", "America/Buenos_Aires"},
    {"Pacific SA Standard Time", "America/Santiago"},
};

// Empty when it is no such name.
constexpr std::string_view iana_of_windows_zone(std::string_view name) {
  for (const WindowsZone& zone : windows_zones)
    if (zone.windows == name) return zone.iana;
  return {};
}

}  // namespace exchange
