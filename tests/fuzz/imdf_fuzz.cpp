// Throws bytes at the reader of maps: libFuzzer makes them up, the sanitizers watch. An input is a whole
// archive: files one after another, each its name, a line break and its bytes, with a NUL between two.
//   build/sanitize/tests/fuzz-imdf -max_total_time=600 build/fuzz-imdf tests/fuzz/imdf
// What it finds becomes a file of tests/fuzz/imdf, which is tried in each run.

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "imdf/venue_maker.h"
#include "venue/route.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(bytes), size);
  imdf::Files files;
  while (!input.empty()) {
    const std::string_view file = input.substr(0, input.find('\0'));
    input.remove_prefix(std::min(file.size() + 1, input.size()));
    const std::size_t end = file.find('\n');
    if (end == std::string_view::npos) continue;
    files.emplace(std::string(file.substr(0, end)), std::string(file.substr(end + 1)));
  }
  const auto read = imdf::read_archive(files, "");
  // Whatever is no map says why.
  if (!read.archive && read.problems.empty()) std::abort();
  if (!read.archive) return 0;
  const auto made = imdf::make_venue(*read.archive, nullptr, "");
  if (made.venue.empty()) return 0;
  const venue::Venue venue(made.venue);
  const auto units = static_cast<venue::PlaceId>(made.venue.units.size());
  for (venue::PlaceId to = 0; to < units && to < 8; ++to) (void)venue::find_route(venue, 0, to);
  return 0;
}
