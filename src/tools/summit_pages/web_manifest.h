// What browsers want to know of the app to install it: its name, its icons, the pages one begins with.
#pragma once

#include <string>

#include "model/event.h"

namespace pages {

// "/kk/app.webmanifest": each language has its own.
std::string manifest_path(const std::string& language);

// As JSON. The icons are those that web/assemble.py draws.
std::string web_manifest(const model::Event& event, const std::string& language);

}  // namespace pages
