// How long the app takes for what a visitor waits for. Prints "name: value unit", one a line.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "big_event.h"
#include "files/files.h"
#include "grid_venue.h"
#include "pack/bundle.h"
#include "pack/time_text.h"
#include "text/time_zone.h"
#include "text/words.h"
#include "ui/frame.h"
#include "ui/kit.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "venue/route.h"

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

// As the native program reads its files.
std::string read(const std::filesystem::path& path) {
  auto bytes = files::read_file(path);
  if (bytes) return std::move(*bytes);
  std::fprintf(stderr, "bench: %s %s\n", path.c_str(), bytes.error().c_str());
  std::exit(1);
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  if (file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return;
  std::fprintf(stderr, "bench: %s cannot be written\n", path.c_str());
  std::exit(1);
}

std::span<const std::byte> bytes(const std::string& text) { return std::as_bytes(std::span(text)); }

// Runs the work in a process of its own, in which nothing else has taken memory or filled caches.
template <class Work>
void apart(Work work) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child < 0) {
    std::perror("bench: fork");
    std::exit(1);
  }
  if (child == 0) {
    work();
    std::fflush(stdout);
    _exit(0);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) std::exit(1);
}

// The most memory that this process has had.
double peak_memory_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  return static_cast<double>(usage.ru_maxrss) / 1024 / 1024;
#else
  return static_cast<double>(usage.ru_maxrss) / 1024;
#endif
}

class Bench {
 public:
  explicit Bench(const std::filesystem::path& assets)
      : icu_(read(assets / "summit.icu")),
        regular_(read(assets / "text-400.otf")),
        bold_(read(assets / "text-600.otf")),
        icons_(read(assets / "icons.otf")),
        pack_(read(assets / "event.pack")) {
    const std::size_t rounded = (icu_.size() + 16) / 16 * 16;
    aligned_.reset(static_cast<std::byte*>(std::aligned_alloc(16, rounded)));
    std::memcpy(aligned_.get(), icu_.data(), icu_.size());
  }

  const std::string& pack() const { return pack_; }

  // A window without an app in it.
  std::unique_ptr<ui::Kit> kit() const {
    auto made = ui::Kit::create({bytes(regular_), bytes(bold_), bytes(icons_)});
    if (!made) {
      std::fprintf(stderr, "bench: %s\n", made.error().c_str());
      std::exit(1);
    }
    return std::move(*made);
  }

  std::unique_ptr<app::App> start(const std::string& path, const std::string& pack) const {
    app::Start start;
    start.path = path;
    auto made = app::App::start(
        {{aligned_.get(), icu_.size()}, bytes(regular_), bytes(bold_), bytes(icons_), pack, {}}, start);
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

app::Environment environment() {
  app::Environment around;
  around.now = pack::parse_instant("2026-04-22T10:30+05:00")->instant;
  return around;
}

void frame(app::App& app, app::Environment& around) {
  around.steady_s += 1 / 60.0;
  app.frame(around);
  app.discard_drawing();
}

void page(const Bench& bench, const char* name, const std::string& path, const std::string& pack) {
  const auto app = bench.start(path, pack);
  app::Environment around = environment();
  const std::string of(name);
  print((of + ", first frame").c_str(), median(1, [&] { frame(*app, around); }), "ms");
  print((of + ", second frame").c_str(), median(1, [&] { frame(*app, around); }), "ms");
  print((of + ", frame (median of 200)").c_str(), median(200, [&] { frame(*app, around); }), "ms");
  print((of + ", nodes").c_str(), static_cast<double>(app->tree().nodes.size()), "nodes");
}

// While the agenda scrolls from its beginning to its end and back, the frame that 99 in 100 are faster than.
double scrolling_frame(const Bench& bench, const std::string& pack) {
  const auto app = bench.start("/kk/agenda/", pack);
  app::Environment around = environment();
  for (int i = 0; i < 5; ++i) frame(*app, around);
  std::vector<double> times;
  for (int i = 0; i < 600; ++i) {
    app->handle(ui::WheelEvent{.at = {195, 500}, .dx = 0, .dy = i % 200 < 150 ? -60.F : 60.F});
    const auto start = Clock::now();
    frame(*app, around);
    times.push_back(milliseconds_since(start));
  }
  std::ranges::sort(times);
  return times[times.size() * 99 / 100];
}

// The same while the grid of rooms over time is moved both ways.
double panning_frame(const Bench& bench, const std::string& pack, ui::Size window) {
  const auto app = bench.start("/kk/agenda/?view=grid", pack);
  app::Environment around = environment();
  around.size = window;
  for (int i = 0; i < 5; ++i) frame(*app, around);
  std::vector<double> times;
  for (int i = 0; i < 600; ++i) {
    app->handle(ui::WheelEvent{.at = {window.width / 2, window.height * 0.7F},
                               .dx = i % 300 < 200 ? 90.F : -90.F,
                               .dy = i % 60 < 40 ? 30.F : -30.F});
    const auto start = Clock::now();
    frame(*app, around);
    times.push_back(milliseconds_since(start));
  }
  std::ranges::sort(times);
  return times[times.size() * 99 / 100];
}

// From the press of a filter to the frame that shows what it leaves.
double filtering(const Bench& bench, const std::string& pack) {
  const auto app = bench.start("/kk/agenda/", pack);
  app::Environment around = environment();
  for (const char* path : {"/kk/agenda/?theme=theme-1", "/kk/agenda/"}) {
    app->go_to(path);
    frame(*app, around);
  }
  return median(20,
                [&] {
                  app->go_to("/kk/agenda/?theme=theme-2");
                  frame(*app, around);
                  app->go_to("/kk/agenda/");
                  frame(*app, around);
                }) /
         2;
}

// From the file to what is seen of it, and the memory that the process has by then.
void opening(const std::filesystem::path& assets, const std::filesystem::path& pack, const char* name) {
  apart([&] {
    const std::string of(name);
    const Bench bench(assets);
    const auto start = Clock::now();
    const std::string bytes = read(pack);
    const auto app = bench.start("/kk/", bytes);
    const double there = milliseconds_since(start);
    app::Environment around = environment();
    frame(*app, around);
    print(("file to first frame, " + of).c_str(), milliseconds_since(start), "ms");
    print(("  of it reading and checking the pack, " + of).c_str(), there, "ms");
    for (const char* path : {"/kk/agenda/", "/kk/map/", "/kk/search/?q=су"}) {
      app->go_to(path);
      const auto before = Clock::now();
      frame(*app, around);
      print((std::string("first frame of ") + path + ", " + of).c_str(), milliseconds_since(before), "ms");
    }
    print(("memory, " + of).c_str(), peak_memory_mb(), "MB");
  });
}

// Frames of a list of `count` cards while a finger scrolls it, everything but the pixels: the time
// that 99 in 100 stay below.
double scrolling(const Bench& bench, std::size_t count) {
  const auto kit = bench.kit();
  const text::TimeZone zone = *text::TimeZone::named("UTC");
  const text::Words words = *text::Words::in("kk", zone);
  ui::FrameSetup setup{.window = {390, 844}, .scale = 2, .safe_area = {}};
  const std::vector<ui::Tag> tags{{"Су ресурстары", ui::TagLook::quiet}};
  const auto draw = [&] {
    ui::Frame f(*kit, setup, words);
    ui::ground(f);
    auto main = f.node_at(ui::Role::main, {0, 0, 390, 844}, 0);
    auto scroll = f.scrolling("list", {0, 0, 390, 844});
    f.rows(
        {.count = count, .gap = 10}, [&](std::size_t) { return ui::expected_card_height(f); },
        [&](std::size_t row) {
          const std::string number = std::to_string(row);
          const std::string title = "Тұрақты даму жолындағы экологиялық көпшілік шара " + number;
          const std::string href = "/kk/agenda/" + number + "/";
          ui::card(f, {.title = title,
                       .href = href,
                       .supporting = "10:00–11:30 · 2-зал",
                       .tags = tags,
                       .star = ui::Star{false, title}});
        });
  };
  std::vector<double> all;
  constexpr int frames = 2000;
  const float step = static_cast<float>(count) * 100 / frames;
  for (int i = 0; i < frames; ++i) {
    setup.steady_s += 1 / 60.0;
    const auto start = Clock::now();
    // Down all of it, and a quarter of the way slowly.
    kit->handle(ui::WheelEvent{.at = {195, 400}, .dx = 0, .dy = i % 4 == 0 ? step * 4 : 20});
    draw();
    all.push_back(milliseconds_since(start));
    kit->discard_drawing();
  }
  std::ranges::sort(all);
  return all[all.size() * 99 / 100];
}

// Ten levels and 10,000 units, of which each level names forty as rooms of the event.
model::Venue large_venue() {
  model::Venue venue = test::make_venue({.levels = 10, .corridors = 10, .rooms = 100});
  std::vector<int> named(venue.levels.size());
  for (std::size_t level = 0; level < venue.levels.size(); ++level)
    venue.levels[level].level = "level-" + std::to_string(level);
  for (model::MapUnit& unit : venue.units)
    if (unit.kind == model::UnitKind::meeting && named[unit.level] < 40)
      unit.room = "room-" + std::to_string(unit.level * 40 + static_cast<std::uint32_t>(named[unit.level]++));
  return venue;
}

// The time that 99 in 100 ways from any room to any other take, steps and all.
double finding_ways(const model::Venue& plan) {
  const venue::Venue venue(plan);
  std::mt19937 random(2026);
  std::vector<venue::PlaceId> rooms;
  for (std::size_t i = 0; i < plan.units.size(); ++i)
    if (plan.units[i].kind == model::UnitKind::meeting) rooms.push_back(static_cast<venue::PlaceId>(i));
  std::uniform_int_distribution<std::size_t> any(0, rooms.size() - 1);
  std::vector<double> times;
  for (int i = 0; i < 1000; ++i) {
    const venue::PlaceId from = rooms[any(random)], to = rooms[any(random)];
    const auto start = Clock::now();
    const auto route = venue::find_route(venue, from, to, {.step_free = i % 2 == 1});
    times.push_back(milliseconds_since(start));
    if (!route) {
      std::fprintf(stderr, "bench: two places are not connected\n");
      std::exit(1);
    }
  }
  std::ranges::sort(times);
  return times[times.size() * 99 / 100];
}

// The frame that 99 in 100 are faster than while the plan is enlarged and moved, with a way on it.
double moving_plan(const Bench& bench, const std::string& path, const std::string& pack) {
  const auto app = bench.start(path, pack);
  app::Environment around = environment();
  for (int i = 0; i < 5; ++i) frame(*app, around);
  const auto plan = std::ranges::find(app->tree().nodes, ui::Look::floor_plan, &ui::Node::look);
  if (plan == app->tree().nodes.end()) {
    std::fprintf(stderr, "bench: there is no plan on %s\n", path.c_str());
    std::exit(1);
  }
  const ui::Point middle = plan->bounds.center();
  std::vector<double> times;
  const auto measured = [&] {
    const auto start = Clock::now();
    frame(*app, around);
    times.push_back(milliseconds_since(start));
  };
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 20; ++i) {
      app->handle(ui::ZoomEvent{.at = middle, .factor = 1.1F});
      measured();
    }
    app->handle(ui::PointerEvent{ui::PointerPhase::down, ui::PointerKind::touch, 1, middle, around.steady_s});
    for (int i = 0; i < 80; ++i) {
      const float by = static_cast<float>(i % 40 < 20 ? i % 20 : 20 - i % 20) * 6;
      app->handle(ui::PointerEvent{ui::PointerPhase::move,
                                   ui::PointerKind::touch,
                                   1,
                                   {middle.x + by, middle.y - by},
                                   around.steady_s});
      measured();
    }
    app->handle(ui::PointerEvent{ui::PointerPhase::up, ui::PointerKind::touch, 1, middle, around.steady_s});
    for (int i = 0; i < 20; ++i) {
      app->handle(ui::ZoomEvent{.at = middle, .factor = 1 / 1.1F});
      measured();
    }
  }
  std::ranges::sort(times);
  return times[times.size() * 99 / 100];
}

// An event in it.
std::string pack_of(const model::Venue& large) { return test::BigEvent(1000, 400, 4).pack(&large); }

// `bench --map`: the map alone.
void map_figures(const Bench& bench) {
  bench.start("/kk/", bench.pack());
  const model::Venue venue = large_venue();
  const std::string pack = pack_of(venue);
  print("units of the large venue", static_cast<double>(venue.units.size()), "units");
  print("size of its pack", static_cast<double>(pack.size()) / 1024, "KB");
  print("reading its pack (median of 5)", median(5, [&] { pack::read_bundle(pack); }), "ms");
  print("preparing its ways (median of 5)", median(5, [&] { const venue::Venue made(venue); }), "ms");
  print("a way through the large venue, 99 in 100 within", finding_ways(venue), "ms");
  page(bench, "map of the large venue", "/kk/map/", pack);
  const double small = moving_plan(bench, "/kk/map/?from=main-entrance&to=plenary-hall", bench.pack());
  const double large = moving_plan(bench, "/kk/map/?from=room-0&to=room-39", pack);
  print("frame while the plan of the event is moved and enlarged, 99 in 100 within", small, "ms");
  print("frame while the plan of the large venue is moved and enlarged, 99 in 100 within", large, "ms");
  print("the large venue against the event's", large / small, "times");
}

// More of everything than any summit has.
constexpr test::BigLists long_lists{.themes = 90,
                                    .partners = 300,
                                    .stories = 200,
                                    .notices = 80,
                                    .articles = 240,
                                    .milestones = 80,
                                    .mentions = 12};

}  // namespace

// bench [ASSETS] prints the figures, bench --map those of the map alone; bench --pack FILE writes a pack of
// 10,000 sessions, bench --map-pack FILE one with the large venue, for other benchmarks; bench --open PACK
// prints how long opening it takes.
int main(int argc, char** argv) {
  const std::filesystem::path beside = std::filesystem::path(argv[0]).parent_path() / "assets";
  if (argc == 3 && std::string_view(argv[1]) == "--pack") {
    const Bench with_icu(beside);
    with_icu.start("/kk/", with_icu.pack());
    write(argv[2], test::BigEvent(10'000, 700, 10).pack());
    return 0;
  }
  if (argc == 3 && std::string_view(argv[1]) == "--map-pack") {
    const Bench with_icu(beside);
    with_icu.start("/kk/", with_icu.pack());
    write(argv[2], pack_of(large_venue()));
    return 0;
  }
  if (argc == 3 && std::string_view(argv[1]) == "--open") {
    opening(beside, argv[2], "that pack");
    return 0;
  }
  if (argc == 2 && std::string_view(argv[1]) == "--map") {
    map_figures(Bench(beside));
    return 0;
  }
  const std::filesystem::path assets = argc > 1 ? std::filesystem::path(argv[1]) : beside;
  const std::filesystem::path packs =
      std::filesystem::temp_directory_path() / ("bench-" + std::to_string(getpid()));
  std::filesystem::create_directories(packs);
  apart([&] {
    const Bench with_icu(assets);
    with_icu.start("/kk/", with_icu.pack());
    write(packs / "1000.pack", test::BigEvent(1000, 60, 4).pack());
    write(packs / "10000.pack", test::BigEvent(10'000, 700, 10).pack());
    write(packs / "lists.pack", test::BigEvent(1000, 200, 30, long_lists).pack());
  });
  opening(assets, packs / "1000.pack", "1,000 sessions");
  opening(assets, packs / "10000.pack", "10,000 sessions");

  const Bench bench(assets);
  const std::string large = read(packs / "1000.pack");
  const std::string largest = read(packs / "10000.pack");

  auto start = Clock::now();
  bench.start("/kk/", bench.pack());
  print("start of the app, the first in the process", milliseconds_since(start), "ms");
  print("start of the app (median of 20)", median(20, [&] { bench.start("/kk/", bench.pack()); }), "ms");
  print("reading the pack (median of 20)", median(20, [&] { pack::read_bundle(bench.pack()); }), "ms");
  print("size of the pack", static_cast<double>(bench.pack().size()) / 1024, "KB");
  page(bench, "home", "/kk/", bench.pack());
  page(bench, "agenda", "/kk/agenda/", bench.pack());
  page(bench, "map", "/kk/map/", bench.pack());
  print("reading a pack of 1,000 sessions (median of 5)", median(5, [&] { pack::read_bundle(large); }), "ms");
  print("reading a pack of 10,000 sessions (median of 3)", median(3, [&] { pack::read_bundle(largest); }),
        "ms");
  print("size of the pack of 10,000 sessions", static_cast<double>(largest.size()) / 1024, "KB");
  page(bench, "agenda of 1,000 sessions", "/kk/agenda/", large);
  const double thousand = scrolling(bench, 1000);
  const double ten_thousand = scrolling(bench, 10000);
  print("frame while scrolling 1,000 rows (99 in 100)", thousand, "ms");
  print("frame while scrolling 10,000 rows (99 in 100)", ten_thousand, "ms");
  print("10,000 rows against 1,000", ten_thousand / thousand, "times");
  page(bench, "search in 1,000 sessions", "/kk/search/?q=су", large);
  const std::string lists = read(packs / "lists.pack");
  for (const char* path : {"/kk/", "/kk/news/", "/kk/about/", "/kk/road/", "/kk/info/"})
    page(bench, (std::string("long lists, ") + path).c_str(), path, lists);
  page(bench, "home of 10,000 sessions", "/kk/", largest);
  page(bench, "agenda of 10,000 sessions", "/kk/agenda/", largest);
  page(bench, "map of 700 rooms", "/kk/map/", largest);
  map_figures(bench);
  page(bench, "grid of the event", "/kk/agenda/?view=grid", bench.pack());
  page(bench, "grid of 1,000 sessions", "/kk/agenda/?view=grid", large);
  page(bench, "grid of 10,000 sessions", "/kk/agenda/?view=grid", largest);
  constexpr ui::Size phone{390, 844}, desktop{1920, 1080};
  print("frame while the grid is moved, 10,000 sessions, phone, 99 in 100 within",
        panning_frame(bench, largest, phone), "ms");
  print("frame while the grid is moved, 10,000 sessions, desktop, 99 in 100 within",
        panning_frame(bench, largest, desktop), "ms");
  print("filtering 10,000 sessions (median of 20)", filtering(bench, largest), "ms");
  print("frame while scrolling, 1,000 sessions, 99 in 100 within", scrolling_frame(bench, large), "ms");
  print("frame while scrolling, 10,000 sessions, 99 in 100 within", scrolling_frame(bench, largest), "ms");
  std::filesystem::remove_all(packs);
}
