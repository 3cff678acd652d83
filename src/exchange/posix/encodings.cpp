#include <iconv.h>

#include <array>
#include <cerrno>

#include "exchange/sheet.h"

namespace exchange {

std::expected<std::string, std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
  const iconv_t converter = ::iconv_open("UTF-8", encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::unexpected("there is no encoding " + encoding);
  std::string result;
  std::string input(bytes);
  char* from = input.data();
  std::size_t left = input.size();
  bool good = true;
  while (good && left > 0) {
    std::array<char, 1 << 14> room;
    char* to = room.data();
    std::size_t free = room.size();
    good = ::iconv(converter, &from, &left, &to, &free) != static_cast<std::size_t>(-1) || errno == E2BIG;
    result.append(room.data(), room.size() - free);
  }
  ::iconv_close(converter);
  if (!good)
    return std::unexpected("is not in the encoding " + encoding + ": byte " +
                           std::to_string(input.size() - left + 1) + " does not belong there");
  return result;
}

}  // namespace exchange
