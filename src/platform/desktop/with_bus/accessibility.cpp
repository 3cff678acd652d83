// Loads the module for AT-SPI in a thread of its own, where there is a bus.
#include <SDL.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/desktop/accessibility.h"
#include "platform/desktop/accessibility_link.h"
#include "platform/desktop/session_bus.h"

namespace platform {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

// A session bus, on which the one for accessibility is named, or that one itself.
bool has_bus() {
  if (is_set("NO_AT_BRIDGE")) return false;
  return is_set("AT_SPI_BUS_ADDRESS") || !session_bus_address().empty();
}

std::filesystem::path beside_program(const char* name) {
  char* base = SDL_GetBasePath();
  const std::filesystem::path folder = base != nullptr ? base : ".";
  SDL_free(base);
  return folder / name;
}

}  // namespace

// Lives as long as the program and the thread need it, whichever is longer.
struct Accessibility::Shared final : AccessibilityHost {
  explicit Shared(std::uint32_t type) : event_type(type) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
      reading = ends[0];
      writing = ends[1];
    }
  }
  ~Shared() {
    if (reading >= 0) ::close(reading);
    if (writing >= 0) ::close(writing);
  }
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;

  // ---- for the module

  int descriptor() const override { return reading; }
  std::shared_ptr<const AccessibleTree> tree() const override {
    const std::scoped_lock lock(mutex);
    return newest;
  }
  Place place() const override {
    const std::scoped_lock lock(mutex);
    return at;
  }
  std::optional<ReaderKey> next_key() override {
    const std::scoped_lock lock(mutex);
    if (keys.empty()) return std::nullopt;
    ReaderKey key = std::move(keys.front());
    keys.pop_front();
    return key;
  }
  void answer_key(std::uint64_t number, bool kept) override {
    const std::scoped_lock lock(mutex);
    readers_are_slow = false;
    if (number != newest_key) return;
    newest_key_kept = kept;
    key_answered.notify_all();
  }
  bool is_over() const override { return over; }
  void want_trees() override {
    wanted = true;
    wake_program();
  }
  void ask(ui::Input input) override {
    {
      const std::scoped_lock lock(mutex);
      requests.push_back(std::move(input));
    }
    wake_program();
  }

  // ----

  void wake_program() {
    const std::scoped_lock lock(mutex);
    if (over) return;
    SDL_Event event{};
    event.type = event_type;
    SDL_PushEvent(&event);
  }
  void wake_module() const {
    const char byte = 0;
    // A full pipe wakes it as well.
    if (::write(writing, &byte, 1) < 0) return;
  }

  std::uint32_t event_type = 0;
  int reading = -1;
  int writing = -1;
  std::atomic<bool> wanted = false;
  std::atomic<bool> over = false;
  mutable std::mutex mutex;
  std::shared_ptr<const AccessibleTree> newest;
  Place at;
  std::vector<ui::Input> requests;
  std::deque<ReaderKey> keys;
  std::uint64_t newest_key = 0;
  std::optional<bool> newest_key_kept;  // by readers, as soon as they say so
  bool readers_are_slow = false;        // nothing has been heard of them since one did not answer in time
  std::condition_variable key_answered;
  bool ended = true;  // the thread
  std::condition_variable end;
};

Accessibility::Accessibility(std::uint32_t event) : shared_(std::make_shared<Shared>(event)) {
  if (!has_bus() || shared_->reading < 0) return;
  shared_->ended = false;
  const auto run = [](const std::shared_ptr<Shared>& shared) {
    // Never closed again: types that GLib has registered stay.
    void* module = ::dlopen(beside_program(accessibility_module).c_str(), RTLD_NOW | RTLD_LOCAL);
    void* entry = module != nullptr ? ::dlsym(module, accessibility_entry) : nullptr;
    if (entry != nullptr) reinterpret_cast<AccessibilityEntry*>(entry)(*shared);
    const std::scoped_lock lock(shared->mutex);
    shared->ended = true;
    shared->end.notify_all();
  };
  try {
    std::thread(run, shared_).detach();
  } catch (const std::system_error&) {
    shared_->ended = true;
  }
}

Accessibility::~Accessibility() {
  {
    std::unique_lock lock(shared_->mutex);
    shared_->over = true;
    shared_->wake_module();
    constexpr auto longest = std::chrono::milliseconds(300);
    shared_->end.wait_for(lock, longest, [&] { return shared_->ended; });
  }
}

bool Accessibility::is_wanted() const { return shared_->wanted; }

void Accessibility::show(AccessibleTree tree) {
  {
    const std::scoped_lock lock(shared_->mutex);
    if (shared_->newest != nullptr && *shared_->newest == tree) return;
    shared_->newest = std::make_shared<const AccessibleTree>(std::move(tree));
  }
  shared_->wake_module();
}

void Accessibility::move_to(int x, int y) {
  const std::scoped_lock lock(shared_->mutex);
  shared_->at.x = x;
  shared_->at.y = y;
}

void Accessibility::set_active(bool active) {
  {
    const std::scoped_lock lock(shared_->mutex);
    shared_->at.active = active;
  }
  shared_->wake_module();
}

bool Accessibility::keeps_key(ReaderKey key) {
  constexpr std::size_t most = 200;  // where nothing answers any more
  std::unique_lock lock(shared_->mutex);
  if (shared_->ended || shared_->keys.size() >= most) return false;
  key.number = ++shared_->newest_key;
  shared_->newest_key_kept.reset();
  shared_->keys.push_back(std::move(key));
  shared_->wake_module();
  if (shared_->readers_are_slow) return false;
  constexpr auto longest = std::chrono::milliseconds(200);
  shared_->readers_are_slow =
      !shared_->key_answered.wait_for(lock, longest, [&] { return shared_->newest_key_kept.has_value(); });
  return shared_->newest_key_kept.value_or(false);
}

std::vector<ui::Input> Accessibility::take_requests() {
  const std::scoped_lock lock(shared_->mutex);
  return std::exchange(shared_->requests, {});
}

}  // namespace platform
