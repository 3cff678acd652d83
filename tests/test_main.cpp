#define DOCTEST_CONFIG_IMPLEMENT
#include "test_main.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace test {

std::string assets_directory() {
  const char* directory = std::getenv("SUMMIT_ASSETS");
  return directory ? directory : SUMMIT_ASSETS;
}

std::string source_directory() {
  const char* directory = std::getenv("SUMMIT_SOURCE");
  return directory ? directory : SUMMIT_SOURCE;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "a test needs %s, which cannot be read\n", path.c_str());
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace test

int main(int argc, char** argv) {
  doctest::Context context;
  context.applyCommandLine(argc, argv);
  return context.run();
}
