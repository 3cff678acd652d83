// Throws bytes at the readers of other people's programmes: libFuzzer makes them up, the sanitizers watch.
// The first byte of an input says for whom the others are.
//   build/sanitize/tests/fuzz-exchange -max_total_time=600 build/fuzz-exchange tests/fuzz/exchange
// What it finds becomes a file of tests/fuzz/exchange, which is tried in each run.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/import.h"
#include "files/files.h"
#include "text/data.h"

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  // It stays until the program ends, as ICU wants it.
  static const auto file = files::AlignedFile::read(SUMMIT_ASSETS "/summit.icu");
  if (!file || !text::use_icu_data(file->bytes())) std::abort();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  using exchange::Format;
  constexpr Format formats[] = {Format::frab_xml, Format::frab_json, Format::ics, Format::csv, Format::xlsx};
  const Format format = formats[bytes[0] % std::size(formats)];
  const std::string input(reinterpret_cast<const char*>(bytes + 1), size - 1);
  exchange::ImportOptions options;
  options.app_languages = {"kk", "ru", "en"};
  const auto result = exchange::import_files(format, {{"input", input}}, exchange::Folder{}, options);
  // Whatever changes nothing says why.
  if (result.changed.empty() && result.problems.empty()) std::abort();
  if (pack::has_errors(result.problems) && !result.changed.empty()) std::abort();
  return 0;
}
