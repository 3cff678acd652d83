// What the system says of itself. Each system answers in its own folder beside this one.
#pragma once

#include <filesystem>
#include <string>

namespace platform {

// The IANA name of the zone that the system is in now; empty when it does not say.
std::string system_time_zone();

// Whether a window can be shown to somebody.
bool has_display();

// A message box above nothing, for a program that ends when it has been read.
void show_box(const std::string& title, const std::string& words);

// Where the system has what programs keep for their user: the folder of the program `application` there,
// which is made; empty when there is none.
std::filesystem::path folder_kept_for(const char* application);
// Why there may be none, in words.
std::string why_none_is_kept();

}  // namespace platform
