#include "files/scratch.h"

#include <cstdlib>
#include <string>

namespace files {

Scratch::Scratch() {
  std::error_code error;
  std::string name = (std::filesystem::temp_directory_path(error) / "summit-XXXXXX").native();
  if (!error && ::mkdtemp(name.data()) != nullptr) path_ = name;
}

}  // namespace files
