#include "text/data.h"

#include <unicode/udata.h>
#include <unicode/ures.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "text/icu_support.h"
#include "text/words.h"

namespace text {

namespace {

// ICU trusts its data file: a truncated one makes it read beyond the end. So the frame of the
// file is gone through here before ICU sees it. The layout is that of ICU's udatamem.h, ucmndata.h,
// uresdata.h, rbbidata.h and collationdatareader.h.

struct ItemHeader {
  std::uint16_t header_size;
  std::uint8_t magic_1, magic_2;
  std::uint16_t info_size, reserved;
  std::uint8_t big_endian, charset, char_size, reserved_byte;
  char format[4];
  std::uint8_t format_version[4], data_version[4];
};
static_assert(sizeof(ItemHeader) == 24);

struct Item {
  std::string_view name;  // "icudt76l/brkitr/line.brk"
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

constexpr std::size_t alignment = 16;
constexpr std::size_t max_items = 10'000;  // ICU's whole data file has 4,000

class File {
 public:
  explicit File(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // What is wrong with it; nothing when ICU can be let at it.
  std::optional<std::string> mistake() {
    if (bytes_.empty()) return "the file is empty";
    if (reinterpret_cast<std::uintptr_t>(bytes_.data()) % alignment != 0)
      return "the data are not aligned to 16 bytes";
    if (bytes_.size() > UINT32_MAX / 2) return "the file is too large";
    const auto header = header_at(0, bytes_.size());
    if (!header) return "not an ICU data file";
    if (std::string_view(header->format, 4) != "CmnD") return "an ICU file, but not a data package";
    if (auto mistake = read_items(header->header_size)) return mistake;
    for (const Item& item : items_)
      if (!complete(item)) return "damaged or truncated at " + std::string(item.name);
    return std::nullopt;
  }

  bool has(std::string_view name) const {
    return std::ranges::find(items_, name, &Item::name) != items_.end();
  }

 private:
  template <class T>
  std::optional<T> read(std::size_t at, std::size_t end) const {
    if (at > end || end - at < sizeof(T)) return std::nullopt;
    T value;
    std::memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
  }

  std::optional<ItemHeader> header_at(std::size_t at, std::size_t end) const {
    const auto header = read<ItemHeader>(at, end);
    if (!header || header->magic_1 != 0xDA || header->magic_2 != 0x27) return std::nullopt;
    if (header->big_endian != U_IS_BIG_ENDIAN || header->charset != U_CHARSET_FAMILY) return std::nullopt;
    if (header->header_size < sizeof(ItemHeader) || header->header_size > end - at) return std::nullopt;
    return header;
  }

  // The table of contents: a count, then for each item where its name and its data are, from here.
  std::optional<std::string> read_items(std::uint32_t table) {
    const auto size = static_cast<std::uint32_t>(bytes_.size());
    const std::string truncated = "truncated in its table of contents";
    const auto count = read<std::uint32_t>(table, size);
    if (!count || *count == 0 || *count > max_items) return truncated;
    const std::uint32_t table_size = 4 + *count * 8;
    for (std::uint32_t i = 0; i < *count; ++i) {
      const auto name = read<std::uint32_t>(table + 4 + i * 8, size);
      const auto start = read<std::uint32_t>(table + 8 + i * 8, size);
      if (!name || !start || *name >= size - table || *start >= size - table) return truncated;
      if (*name < table_size || *start < table_size) return "damaged table of contents";
      const auto* text = reinterpret_cast<const char*>(bytes_.data()) + table + *name;
      const std::string_view rest(text, size - table - *name);
      const std::size_t length = rest.find('\0');
      if (length == std::string_view::npos) return truncated;
      items_.push_back({rest.substr(0, length), table + *start, size});
      if (i == 0) continue;
      Item& previous = items_[i - 1];
      // ICU looks names up by halves, so they must be sorted; their data follow each other.
      if (previous.name >= items_[i].name || previous.start >= items_[i].start)
        return "damaged table of contents";
      previous.end = items_[i].start;
    }
    return std::nullopt;
  }

  bool complete(const Item& item) const {
    const auto header = header_at(item.start, item.end);
    if (!header) return false;
    const std::uint32_t body = item.start + header->header_size;
    const std::string_view format(header->format, 4);
    if (format == "ResB") {
      // The root resource, then indexes: how many they are, …, the end of the bundle in words.
      const auto count = read<std::uint32_t>(body + 4, item.end);
      const auto words = read<std::uint32_t>(body + 16, item.end);
      return count && (*count & 0xFF) > 3 && words && *words <= (item.end - body) / 4;
    }
    if (format == "Brk ") {
      const auto magic = read<std::uint32_t>(body, item.end);
      const auto length = read<std::uint32_t>(body + 8, item.end);
      return magic == 0xB1A0u && length && *length <= item.end - body;
    }
    if (format == "UCol") {
      // Indexes: how many they are, …, where the last part ends, in bytes from here.
      constexpr std::uint32_t total_size = 19;
      const auto count = read<std::uint32_t>(body, item.end);
      if (!count || *count <= total_size) return false;
      const auto length = read<std::uint32_t>(body + total_size * 4, item.end);
      return length && *length >= *count * 4 && *length <= item.end - body;
    }
    return true;
  }

  std::span<const std::byte> bytes_;
  std::vector<Item> items_;
};

bool data_in_use = false;

// Looks at one entry the way everything else here does.
std::optional<std::string> cannot_read(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle bundle(ures_openDirect(nullptr, std::string(language).c_str(), &status));
  const Bundle version(ures_getByKey(bundle.get(), "calendar", nullptr, &status));
  if (U_SUCCESS(status)) return std::nullopt;
  return "ICU cannot read " + std::string(language) + ".res: " + icu_error(status);
}

}  // namespace

std::expected<void, std::string> use_icu_data(std::span<const std::byte> data) {
  const auto refused = [](const std::string& why) { return std::unexpected("summit.icu: " + why); };

  File file(data);
  if (const auto mistake = file.mistake()) return refused(*mistake);
  // ICU remembers for good what it did not find, so it must not be asked before all this is there.
  const std::string package = U_ICUDATA_NAME "/";
  const std::string first_language(message_languages().front());
  for (const char* needed : {"root.res", "plurals.res", "zoneinfo64.res", "brkitr/line.brk"})
    if (!file.has(package + needed))
      return refused(package + needed + " is missing: is it for another version of ICU?");
  if (!file.has(package + first_language + ".res"))
    return refused("no data for the language " + first_language);

  if (data_in_use) return {};
  UErrorCode status = U_ZERO_ERROR;
  udata_setFileAccess(UDATA_NO_FILES, &status);
  udata_setCommonData(data.data(), &status);
  if (U_FAILURE(status)) return refused(icu_error(status));
  if (const auto mistake = cannot_read(first_language)) return refused(*mistake);
  data_in_use = true;
  return {};
}

bool has_icu_data() { return data_in_use; }

std::expected<void, std::string> use_order_data(std::span<const std::byte> data) {
  const auto refused = [](const std::string& why) { return std::unexpected("order.icu: " + why); };
  File file(data);
  if (const auto mistake = file.mistake()) return refused(*mistake);
  const std::string package = U_ICUDATA_NAME "/coll/";
  for (const char* needed : {"root.res", "ucadata.icu"})
    if (!file.has(package + needed))
      return refused(package + needed + " is missing: is it for another version of ICU?");
  static bool in_use = false;
  if (in_use) return {};
  UErrorCode status = U_ZERO_ERROR;
  udata_setCommonData(data.data(), &status);
  if (U_FAILURE(status)) return refused(icu_error(status));
  in_use = true;
  return {};
}

}  // namespace text
