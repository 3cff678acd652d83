#include "platform/desktop/assets.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include "files/paths.h"
#include "imdf/venue_maker.h"
#include "pack/alphabets.h"
#include "pack/bundle.h"
#include "pack/folder.h"
#include "text/data.h"
#include "trust/signature.h"

namespace platform {
namespace {

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

// The alphabets of the event, with the data for them out of `directory`; they stay until the program ends.
std::expected<std::vector<model::Alphabet>, std::string> sorted(const model::Event& event,
                                                                const std::filesystem::path& directory,
                                                                const std::expected<void, std::string>& icu) {
  if (!icu) return std::unexpected(icu.error());
  static const auto file = files::AlignedFile::read(directory / "order.icu");
  if (!file) return std::unexpected("order.icu: " + file.error());
  if (const auto used = text::use_order_data(file->bytes()); !used) return std::unexpected(used.error());
  return pack::alphabets_of(event);
}

// Why the signature that lies beside the pack does not vouch for it; empty where it does, and where none lies
// there: whoever builds an event looks at it before it is signed.
std::string not_vouched(const std::filesystem::path& path, std::string_view bytes, std::string_view keys) {
  std::filesystem::path beside = path;
  beside += ".minisig";
  std::error_code ignored;
  if (!std::filesystem::exists(beside, ignored)) return {};
  constexpr std::size_t longest_signature = 10'000;
  const auto signature = files::read_file(beside, longest_signature);
  if (!signature) return files::text_of(beside) + ": " + signature.error();
  const auto comment = trust::verify(bytes, *signature, trust::read_public_keys(keys));
  if (comment) return {};
  switch (comment.error()) {
    case trust::Refusal::unreadable: return files::text_of(beside) + ": is no signature";
    case trust::Refusal::unknown:
      return files::text_of(beside) +
             ": is of a key that is not among those of event.pub beside the app's files";
    case trust::Refusal::broken: break;
  }
  return files::text_of(path) + ": is not what was signed: its signature in " +
         files::text_of(beside.filename()) + " is of other bytes";
}

// The built pack at `path`, or made from the folder there. Mistakes go to `assets`.
std::string load_pack(const std::filesystem::path& path, const std::filesystem::path& directory,
                      app::Assets& assets) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) {
    auto bytes = files::read_file(path);
    if (!bytes) {
      assets.pack_problems.push_back(files::text_of(path) + ": " + bytes.error());
      return {};
    }
    if (std::string why = not_vouched(path, *bytes, assets.keys); !why.empty()) {
      assets.pack_problems.push_back(std::move(why));
      return {};
    }
    return std::move(*bytes);
  }
  const auto files = pack::load_folder(path);
  if (!files) {
    assets.pack_problems.push_back(files::text_of(path) + ": " + files.error());
    return {};
  }
  // First the zones of ICU, which the pack is held to.
  const auto icu = text::use_icu_data(assets.icu_data);
  // The map beside it names rooms of the event; what is wrong with the event is told below.
  imdf::VenueResult map;
  if (const auto event = pack::read_pack(*files).event) map = imdf::venue_beside(path, *event);
  pack::BuildResult built = pack::build_bundle(
      *files, {.sorter = [&](const model::Event& event) { return sorted(event, directory, icu); },
               .venue = map.venue.empty() ? nullptr : &map.venue});
  std::ranges::move(map.problems, std::back_inserter(built.problems));
  if (built.bytes && !pack::has_errors(built.problems)) return std::move(*built.bytes);
  for (const pack::Problem& problem : built.problems)
    if (problem.severity == pack::Problem::Severity::error)
      assets.pack_problems.push_back(pack::to_line(problem));
  return {};
}

}  // namespace

std::expected<LoadedAssets, app::Failure> LoadedAssets::load(const std::filesystem::path& directory,
                                                             const std::filesystem::path& pack,
                                                             const app::Start& start) {
  LoadedAssets loaded;
  auto icu = files::AlignedFile::read(directory / "summit.icu");
  if (!icu) return std::unexpected(app::failure_of_file(start, "summit.icu", icu.error()));
  loaded.icu_data_ = std::move(*icu);
  loaded.assets_.icu_data = loaded.icu_data_.bytes();

  struct Font {
    const char* name;
    std::unique_ptr<std::string>* bytes;
    std::span<const std::byte>* span;
  };
  for (const Font& font : {Font{"text-400", &loaded.regular_, &loaded.assets_.font_regular},
                           Font{"text-600", &loaded.bold_, &loaded.assets_.font_bold},
                           Font{"icons", &loaded.icons_, &loaded.assets_.font_icons}}) {
    std::filesystem::path file = directory / font.name;
    file += ".ttf";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) file.replace_extension(".otf");
    auto bytes = files::read_file(file);
    if (!bytes)
      return std::unexpected(app::failure_of_file(start, files::text_of(file.filename()), bytes.error()));
    *font.bytes = std::make_unique<std::string>(std::move(*bytes));
    *font.span = bytes_of(**font.bytes);
  }

  // Without it nothing newer is ever taken.
  if (auto keys = files::read_file(directory / "event.pub"))
    loaded.keys_ = std::make_unique<std::string>(std::move(*keys));
  if (loaded.keys_ != nullptr) loaded.assets_.keys = *loaded.keys_;

  const std::filesystem::path file = pack.empty() ? directory / "event.pack" : pack;
  loaded.pack_ = std::make_unique<std::string>(load_pack(file, directory, loaded.assets_));
  loaded.pack_name_ = std::make_unique<std::string>(files::text_of(file));
  loaded.assets_.pack_name = *loaded.pack_name_;
  loaded.assets_.pack = *loaded.pack_;
  return loaded;
}

}  // namespace platform
