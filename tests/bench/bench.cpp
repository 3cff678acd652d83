// How long the app takes for what a visitor waits for. Prints "name: value unit", one a line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "pack/bundle.h"
#include "pack/time_text.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const char* name, double value, const char* unit) {
  std::printf("%s: %.3f %s\n", name, value, unit);
}

// The middle of `times` runs, which one slow run does not move.
template <class Work>
double median(int times, Work work) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) {
    const auto start = Clock::now();
    work();
    all.push_back(milliseconds_since(start));
  }
  std::ranges::nth_element(all, all.begin() + times / 2);
  return all[static_cast<std::size_t>(times / 2)];
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "bench: %s cannot be read\n", path.c_str());
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::span<const std::byte> bytes(const std::string& text) {
  return std::as_bytes(std::span(text));
}

// The pack with its sessions again and again under other ids, until there are `count`.
std::string with_sessions(const std::string& pack, std::size_t count) {
  const std::size_t list = pack.find("\"sessions\":[") + 12;
  std::vector<std::string> sessions;
  int depth = 0;
  std::size_t begin = list;
  bool in_text = false;
  std::size_t end = list;
  for (std::size_t at = list; depth >= 0 && at < pack.size(); ++at) {
    const char c = pack[at];
    if (in_text) {
      if (c == '\\') ++at;
      if (c == '"') in_text = false;
      continue;
    }
    if (c == '"') in_text = true;
    if (c == '{' && depth++ == 0) begin = at;
    if (c == '}' && --depth == 0) sessions.push_back(pack.substr(begin, at + 1 - begin));
    if (c == ']' && depth == 0) {
      end = at;
      break;
    }
    if (c == '[') ++depth;
    if (c == ']') --depth;
  }
  std::string all;
  for (std::size_t i = 0; i < count && !sessions.empty(); ++i) {
    std::string one = sessions[i % sessions.size()];
    const std::size_t id = one.find("\"id\":\"") + 6;
    one.insert(one.find('"', id), "-" + std::to_string(i));
    if (i > 0) all += ",";
    all += one;
  }
  return pack.substr(0, list) + all + pack.substr(end);
}

class Bench {
 public:
  explicit Bench(const std::filesystem::path& assets)
      : icu_(read(assets / "summit.icu")),
        regular_(read(assets / "text-400.otf")),
        bold_(read(assets / "text-600.otf")),
        icons_(read(assets / "icons.ttf")),
        pack_(read(assets / "event.pack")) {
    const std::size_t rounded = (icu_.size() + 16) / 16 * 16;
    aligned_.reset(static_cast<std::byte*>(std::aligned_alloc(16, rounded)));
    std::memcpy(aligned_.get(), icu_.data(), icu_.size());
  }

  const std::string& pack() const { return pack_; }

  std::unique_ptr<app::App> start(const std::string& path, const std::string& pack) const {
    app::Start start;
    start.path = path;
    auto made = app::App::start(
        {{aligned_.get(), icu_.size()}, bytes(regular_), bytes(bold_), bytes(icons_), pack, {}},
        start);
    if (!made) {
      std::fprintf(stderr, "bench: %s\n", made.error().details.c_str());
      std::exit(1);
    }
    if (!(*made)->event_is_there()) {
      std::fprintf(stderr, "bench: the pack was refused\n");
      std::exit(1);
    }
    return std::move(*made);
  }

 private:
  struct Free {
    void operator()(std::byte* data) const { std::free(data); }
  };
  std::string icu_, regular_, bold_, icons_, pack_;
  std::unique_ptr<std::byte, Free> aligned_;
};

app::Surroundings surroundings() {
  app::Surroundings around;
  around.now = pack::parse_instant("2026-04-22T10:30+05:00")->instant;
  return around;
}

void frame(app::App& app, app::Surroundings& around) {
  around.steady_s += 1 / 60.0;
  app.frame(around);
  app.discard_drawing();
}

void page(const Bench& bench, const char* name, const std::string& path, const std::string& pack) {
  const auto app = bench.start(path, pack);
  app::Surroundings around = surroundings();
  const std::string of(name);
  print((of + ", first frame").c_str(), median(1, [&] { frame(*app, around); }), "ms");
  print((of + ", second frame").c_str(), median(1, [&] { frame(*app, around); }), "ms");
  print((of + ", frame (median of 200)").c_str(), median(200, [&] { frame(*app, around); }), "ms");
  print((of + ", nodes").c_str(), static_cast<double>(app->tree().nodes.size()), "nodes");
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path beside = std::filesystem::path(argv[0]).parent_path() / "assets";
  const Bench bench(argc > 1 ? std::filesystem::path(argv[1]) : beside);
  // Without its checksum, as former builds wrote it, so that it can be changed.
  const std::string former = bench.pack()[2] == 'c' ? std::string(bench.pack()).erase(1, bench.pack().find(',')) : bench.pack();
  const std::string large = with_sessions(former, 1000);

  auto start = Clock::now();
  bench.start("/kk/", bench.pack());
  print("start of the app, the first in the process", milliseconds_since(start), "ms");
  print("start of the app (median of 20)", median(20, [&] { bench.start("/kk/", bench.pack()); }),
        "ms");
  print("reading the pack (median of 20)", median(20, [&] { pack::read_bundle(bench.pack()); }),
        "ms");
  print("size of the pack", static_cast<double>(bench.pack().size()) / 1024, "KB");
  page(bench, "home", "/kk/", bench.pack());
  page(bench, "agenda", "/kk/agenda/", bench.pack());
  page(bench, "map", "/kk/map/", bench.pack());
  print("reading a pack of 1,000 sessions (median of 5)",
        median(5, [&] { pack::read_bundle(large); }), "ms");
  page(bench, "agenda of 1,000 sessions", "/kk/agenda/", large);
  page(bench, "search in 1,000 sessions", "/kk/search/?q=су", large);
}
