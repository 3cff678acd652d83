// Speaks D-Bus by libdbus, which is loaded where there is a bus: the program starts without it too.
#include <SDL.h>
#include <dbus/dbus.h>
#include <dlfcn.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "platform/desktop/session_bus.h"
#include "platform/desktop/settings_portal.h"

namespace platform {
namespace {

constexpr const char* service = "org.freedesktop.portal.Desktop";
constexpr const char* path = "/org/freedesktop/portal/desktop";
constexpr const char* interface = "org.freedesktop.portal.Settings";

// The functions of libdbus that are called here, by their own names.
struct Library {
#define SUMMIT_DBUS(call)                                                                                \
  call(dbus_error_init) call(dbus_error_free) call(dbus_connection_open_private) call(dbus_bus_register) \
      call(dbus_connection_set_exit_on_disconnect) call(dbus_bus_add_match)                              \
          call(dbus_message_new_method_call) call(dbus_message_unref) call(dbus_message_iter_init)       \
              call(dbus_message_iter_init_append) call(dbus_message_iter_open_container)                 \
                  call(dbus_message_iter_close_container) call(dbus_message_iter_append_basic)           \
                      call(dbus_message_iter_get_arg_type) call(dbus_message_iter_get_basic)             \
                          call(dbus_message_iter_recurse) call(dbus_message_iter_next)                   \
                              call(dbus_message_is_signal) call(dbus_message_get_type)                   \
                                  call(dbus_message_get_reply_serial) call(dbus_connection_send)         \
                                      call(dbus_connection_flush) call(dbus_connection_read_write)       \
                                          call(dbus_connection_pop_message) call(dbus_connection_close)  \
                                              call(dbus_connection_unref)
#define SUMMIT_DECLARE(name) decltype(&::name) name = nullptr;
  SUMMIT_DBUS(SUMMIT_DECLARE)
#undef SUMMIT_DECLARE

  bool load() {
    void* library = ::dlopen("libdbus-1.so.3", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return false;
    bool whole = true;
#define SUMMIT_FIND(name)                                              \
  name = reinterpret_cast<decltype(&::name)>(::dlsym(library, #name)); \
  whole = whole && name != nullptr;
    SUMMIT_DBUS(SUMMIT_FIND)
#undef SUMMIT_FIND
#undef SUMMIT_DBUS
    return whole;
  }
};

// A value, out of as many variants as it is wrapped in; nothing when it is of another kind.
std::optional<SystemSetting::Value> value_at(const Library& dbus, DBusMessageIter at) {
  while (dbus.dbus_message_iter_get_arg_type(&at) == DBUS_TYPE_VARIANT) {
    DBusMessageIter inside;
    dbus.dbus_message_iter_recurse(&at, &inside);
    at = inside;
  }
  DBusBasicValue basic{};
  switch (dbus.dbus_message_iter_get_arg_type(&at)) {
    case DBUS_TYPE_BOOLEAN: dbus.dbus_message_iter_get_basic(&at, &basic); return basic.bool_val != 0;
    case DBUS_TYPE_INT32:
      dbus.dbus_message_iter_get_basic(&at, &basic);
      return static_cast<double>(basic.i32);
    case DBUS_TYPE_UINT32:
      dbus.dbus_message_iter_get_basic(&at, &basic);
      return static_cast<double>(basic.u32);
    case DBUS_TYPE_DOUBLE: dbus.dbus_message_iter_get_basic(&at, &basic); return basic.dbl;
    case DBUS_TYPE_STRING: dbus.dbus_message_iter_get_basic(&at, &basic); return std::string(basic.str);
    default: return std::nullopt;
  }
}

std::string text_at(const Library& dbus, DBusMessageIter& at) {
  if (dbus.dbus_message_iter_get_arg_type(&at) != DBUS_TYPE_STRING) return {};
  const char* text = nullptr;
  dbus.dbus_message_iter_get_basic(&at, &text);
  return text;
}

void add_setting(const Library& dbus, std::string group, std::string key, DBusMessageIter at,
                 std::vector<SystemSetting>& settings) {
  if (auto value = value_at(dbus, at))
    settings.push_back({std::move(group), std::move(key), std::move(*value)});
}

// The answer to ReadAll: a{sa{sv}}.
void read_all(const Library& dbus, DBusMessage* answer, std::vector<SystemSetting>& settings) {
  DBusMessageIter at;
  if (!dbus.dbus_message_iter_init(answer, &at) ||
      dbus.dbus_message_iter_get_arg_type(&at) != DBUS_TYPE_ARRAY)
    return;
  DBusMessageIter group;
  for (dbus.dbus_message_iter_recurse(&at, &group);
       dbus.dbus_message_iter_get_arg_type(&group) == DBUS_TYPE_DICT_ENTRY;
       dbus.dbus_message_iter_next(&group)) {
    DBusMessageIter entry;
    dbus.dbus_message_iter_recurse(&group, &entry);
    const std::string name = text_at(dbus, entry);
    if (!dbus.dbus_message_iter_next(&entry) ||
        dbus.dbus_message_iter_get_arg_type(&entry) != DBUS_TYPE_ARRAY)
      continue;
    DBusMessageIter one;
    for (dbus.dbus_message_iter_recurse(&entry, &one);
         dbus.dbus_message_iter_get_arg_type(&one) == DBUS_TYPE_DICT_ENTRY;
         dbus.dbus_message_iter_next(&one)) {
      DBusMessageIter pair;
      dbus.dbus_message_iter_recurse(&one, &pair);
      const std::string key = text_at(dbus, pair);
      if (dbus.dbus_message_iter_next(&pair)) add_setting(dbus, name, key, pair, settings);
    }
  }
}

// The signal SettingChanged: ssv.
void read_changed(const Library& dbus, DBusMessage* signal, std::vector<SystemSetting>& settings) {
  DBusMessageIter at;
  if (!dbus.dbus_message_iter_init(signal, &at)) return;
  std::string group = text_at(dbus, at);
  if (!dbus.dbus_message_iter_next(&at)) return;
  std::string key = text_at(dbus, at);
  if (dbus.dbus_message_iter_next(&at)) add_setting(dbus, std::move(group), std::move(key), at, settings);
}

// Asks for all settings of the groups that are understood. Answers the serial of the question.
dbus_uint32_t ask(const Library& dbus, DBusConnection* bus) {
  DBusMessage* question = dbus.dbus_message_new_method_call(service, path, interface, "ReadAll");
  if (question == nullptr) return 0;
  DBusMessageIter at;
  DBusMessageIter list;
  dbus.dbus_message_iter_init_append(question, &at);
  dbus.dbus_message_iter_open_container(&at, DBUS_TYPE_ARRAY, "s", &list);
  for (const char* group : system_setting_groups)
    dbus.dbus_message_iter_append_basic(&list, DBUS_TYPE_STRING, &group);
  dbus.dbus_message_iter_close_container(&at, &list);
  dbus_uint32_t serial = 0;
  dbus.dbus_connection_send(bus, question, &serial);
  dbus.dbus_message_unref(question);
  return serial;
}

}  // namespace

struct SettingsPortal::Shared {
  void tell(std::vector<SystemSetting> told) {
    const std::scoped_lock lock(mutex);
    settings.insert(settings.end(), std::make_move_iterator(told.begin()),
                    std::make_move_iterator(told.end()));
    push_event();
  }
  // With the lock held.
  void push_event() const {
    if (over || event_type == 0 || settings.empty()) return;
    SDL_Event event{};
    event.type = event_type;
    SDL_PushEvent(&event);
  }
  void answer() {
    const std::scoped_lock lock(mutex);
    answered = true;
    first.notify_all();
  }
  void listen();

  const std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  mutable std::mutex mutex;
  std::condition_variable first;
  bool answered = false;  // or there will be no answer
  bool over = false;
  std::uint32_t event_type = 0;
  std::vector<SystemSetting> settings;
};

// Sleeps in the system until something arrives. Ends when the bus does.
void SettingsPortal::Shared::listen() {
  Library dbus;
  if (!dbus.load()) return;
  DBusError error;
  dbus.dbus_error_init(&error);
  DBusConnection* bus = dbus.dbus_connection_open_private(session_bus_address().c_str(), &error);
  if (bus != nullptr) {
    dbus.dbus_connection_set_exit_on_disconnect(bus, FALSE);
    if (dbus.dbus_bus_register(bus, &error)) {
      const std::string match = std::string("type='signal',interface='") + interface +
                                "',member='SettingChanged',path='" + path + "'";
      // Without waiting for an answer.
      dbus.dbus_bus_add_match(bus, match.c_str(), nullptr);
      const dbus_uint32_t question = ask(dbus, bus);
      dbus.dbus_connection_flush(bus);
      constexpr int forever = -1;
      while (dbus.dbus_connection_read_write(bus, forever))
        while (DBusMessage* message = dbus.dbus_connection_pop_message(bus)) {
          std::vector<SystemSetting> told;
          const int type = dbus.dbus_message_get_type(message);
          const bool answers = question != 0 && dbus.dbus_message_get_reply_serial(message) == question;
          if (answers && type == DBUS_MESSAGE_TYPE_METHOD_RETURN) read_all(dbus, message, told);
          if (dbus.dbus_message_is_signal(message, interface, "SettingChanged"))
            read_changed(dbus, message, told);
          dbus.dbus_message_unref(message);
          if (!told.empty()) tell(std::move(told));
          if (answers) answer();
        }
    }
    dbus.dbus_connection_close(bus);
    dbus.dbus_connection_unref(bus);
  }
  dbus.dbus_error_free(&error);
}

SettingsPortal::SettingsPortal() : shared_(std::make_shared<Shared>()) {
  const auto run = [](const std::shared_ptr<Shared>& shared) {
    shared->listen();
    shared->answer();
  };
  if (session_bus_address().empty()) {
    shared_->answered = true;
    return;
  }
  try {
    std::thread(run, shared_).detach();
  } catch (const std::system_error&) {
    shared_->answered = true;
  }
}

// The thread sleeps on until the process ends, and touches nothing but what it shares.
SettingsPortal::~SettingsPortal() {
  const std::scoped_lock lock(shared_->mutex);
  shared_->over = true;
}

void SettingsPortal::wait(std::chrono::milliseconds longest) const {
  std::unique_lock lock(shared_->mutex);
  shared_->first.wait_until(lock, shared_->begun + longest, [&] { return shared_->answered; });
}

void SettingsPortal::notify_by(std::uint32_t event) {
  const std::scoped_lock lock(shared_->mutex);
  shared_->event_type = event;
  shared_->push_event();
}

std::vector<SystemSetting> SettingsPortal::take() {
  const std::scoped_lock lock(shared_->mutex);
  return std::exchange(shared_->settings, {});
}

}  // namespace platform
