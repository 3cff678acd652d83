// Takes a map out of a zip. Inside imdf/ only.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "imdf/archive.h"

namespace imdf {

// The GeoJSON files and the manifest in it, whichever folder of it they lie in; or in words why not.
std::expected<Files, std::string> unzip(std::string_view bytes);

}  // namespace imdf
