#include "imdf/zip.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include "small_archive.h"

namespace {

void add_number(std::string& bytes, std::size_t number, int size) {
  for (int i = 0; i < size; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
}

std::string deflated(std::string_view bytes) {
  std::string packed(bytes.size() + 100, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string input(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

// As zip writes it: each file behind its head, then the list of all.
std::string zip_of(const imdf::Files& files, bool deflate, std::string_view folder = {}) {
  std::string bytes, list;
  for (const auto& [name, content] : files) {
    const std::string path = std::string(folder) + name, packed = deflate ? deflated(content) : content;
    const std::size_t check =
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    const auto add_head = [&](std::string& to) {
      add_number(to, 20, 2);
      add_number(to, 0, 2);
      add_number(to, deflate ? 8 : 0, 2);
      add_number(to, 0, 4);
      add_number(to, check, 4);
      add_number(to, packed.size(), 4);
      add_number(to, content.size(), 4);
      add_number(to, path.size(), 2);
      add_number(to, 0, 2);
    };
    list += "PK\1\2";
    add_number(list, 20, 2);
    add_head(list);
    add_number(list, 0, 10);
    add_number(list, bytes.size(), 4);
    list += path;
    bytes += "PK\3\4";
    add_head(bytes);
    bytes += path + packed;
  }
  const std::size_t begin = bytes.size();
  bytes += list + "PK\5\6";
  add_number(bytes, 0, 4);
  add_number(bytes, files.size(), 2);
  add_number(bytes, files.size(), 2);
  add_number(bytes, list.size(), 4);
  add_number(bytes, begin, 4);
  add_number(bytes, 0, 2);
  return bytes;
}

}  // namespace

TEST_CASE("a map in a zip is that in the folder") {
  const imdf::Files files = small_archive::files_of(small_archive::whole());
  for (const bool deflate : {false, true})
    for (const char* folder : {"", "venue/"}) {
      const auto read = imdf::unzip(zip_of(files, deflate, folder));
      REQUIRE(read);
      CHECK(*read == files);
    }
}

TEST_CASE("what is beside a map in a zip is passed over") {
  imdf::Files files = small_archive::files_of(small_archive::whole());
  imdf::Files more = files;
  more["__MACOSX/unit.geojson"] = "no map";
  more["README.txt"] = "none either";
  CHECK(imdf::unzip(zip_of(more, true)) == files);
}

TEST_CASE("a zip that is damaged anywhere is refused or is the same") {
  imdf::Files files;
  files["unit.geojson"] = R"({"type": "FeatureCollection", "features": [1, 2, 3, 4, 5, 6, 7]})";
  files["level.geojson"] = R"({"type": "FeatureCollection"})";
  const std::string whole = zip_of(files, true);
  REQUIRE(imdf::unzip(whole));
  std::size_t refused = 0;
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const char wrong : {'\0', '\xFF', '\x7F'}) {
      std::string damaged = whole;
      damaged[i] = wrong;
      const auto read = imdf::unzip(damaged);
      refused += !read;
      // Names and times have no checksum.
      if (read)
        for (const auto& [name, content] : *read)
          if (files.contains(name)) CHECK(content == files[name]);
    }
  CHECK(refused > whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) (void)imdf::unzip(std::string_view(whole).substr(0, i));
  CHECK(imdf::unzip("PK").error() == "is no zip, or its end is missing");
}
