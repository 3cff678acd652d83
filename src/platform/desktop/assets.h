// The app's files, loaded from disk for the native programs.
#pragma once

#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "app/app.h"
#include "files/files.h"

namespace platform {

class LoadedAssets {
 public:
  // Loads summit.icu and the fonts from `directory`, and the event from `pack`:
  // a built pack, or a folder of JSON; empty: event.pack in `directory`. An event
  // that cannot be read, or for which the signature beside it does not vouch, does not
  // fail here: the app tells of it. The keys are those of event.pub in `directory`.
  static std::expected<LoadedAssets, app::Failure> load(const std::filesystem::path& directory,
                                                        const std::filesystem::path& pack,
                                                        const app::Start& start);

  const app::Assets& assets() const { return assets_; }

 private:
  files::AlignedFile icu_data_;
  std::unique_ptr<std::string> regular_, bold_, icons_, keys_, pack_,
      pack_name_;  // on the heap, so that moving leaves them where they are
  app::Assets assets_;
};

}  // namespace platform
