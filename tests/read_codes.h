// Reads QR codes out of pictures with zbar, which knows nothing of ours.
#pragma once

#include <zbar.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace test {

// The texts that it finds; `grey` has width times height values, row by row.
inline std::vector<std::string> read_codes(std::span<const unsigned char> grey, unsigned width,
                                           unsigned height) {
  using namespace zbar;
  zbar_image_scanner_t* scanner = zbar_image_scanner_create();
  zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  zbar_image_t* image = zbar_image_create();
  zbar_image_set_format(image, *reinterpret_cast<const unsigned*>("Y800"));
  zbar_image_set_size(image, width, height);
  zbar_image_set_data(image, grey.data(), grey.size(), nullptr);
  zbar_scan_image(scanner, image);
  std::vector<std::string> texts;
  for (const zbar_symbol_t* one = zbar_image_first_symbol(image); one != nullptr; one = zbar_symbol_next(one))
    texts.emplace_back(zbar_symbol_get_data(one), zbar_symbol_get_data_length(one));
  zbar_image_destroy(image);
  zbar_image_scanner_destroy(scanner);
  return texts;
}

}  // namespace test
