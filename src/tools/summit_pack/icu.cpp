#include "tools/summit_pack/icu.h"

#include <span>

#include "files/files.h"
#include "files/paths.h"
#include "files/process.h"
#include "text/data.h"

namespace summit_pack {
namespace {

namespace fs = std::filesystem;
using Result = std::expected<void, std::string>;
using File = std::expected<files::AlignedFile, std::string>;

Result handed(const char* name, const File& file, Result (*use)(std::span<const std::byte>)) {
  const auto place = [&] { return files::text_of(assets() / name) + ": "; };
  if (!file) return std::unexpected(place() + file.error());
  if (const auto used = use(file->bytes()); !used) return std::unexpected(place() + used.error());
  return {};
}

}  // namespace

fs::path assets() {
  if (const std::string directory = files::variable("SUMMIT_ASSETS"); !directory.empty())
    return files::path_of(directory);
  return files::program_file().parent_path() / "assets";
}

// The files stay until the program ends, as ICU wants them.
Result use_icu() {
  static const File file = files::AlignedFile::read(assets() / "summit.icu");
  return handed("summit.icu", file, text::use_icu_data);
}

Result use_icu_with_order() {
  if (const auto used = use_icu(); !used) return used;
  static const File file = files::AlignedFile::read(assets() / "order.icu");
  return handed("order.icu", file, text::use_order_data);
}

}  // namespace summit_pack
