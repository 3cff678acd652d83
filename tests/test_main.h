// Where a test finds its files, the same on every target. Not for anything but tests.
#pragma once

#include <string>

namespace test {

// The directory with summit.icu, the fonts and event.pack as the build made them.
// The environment variable SUMMIT_ASSETS overrides it.
std::string assets_directory();

// The repository. The environment variable SUMMIT_SOURCE overrides it.
std::string source_directory();

// The bytes of a file; the test program ends with a message when it cannot be read.
std::string read_file(const std::string& path);

}  // namespace test
