// Asks the registry of AT-SPI itself. The bridge has a function for it, in which it sleeps until the answer
// comes, deaf to the questions of a reader that asks its own first: both wait until one loses its patience.
#include "platform/desktop/atspi/key_listeners.h"

#include <atspi/atspi.h>
#include <dbus/dbus.h>

#include <cstdint>
#include <memory>

namespace platform::atspi {
namespace {

bool somebody_listens = false;

guint add_key_listener(AtkKeySnoopFunc, gpointer) {
  somebody_listens = true;
  return 1;
}

void remove_key_listener(guint) { somebody_listens = false; }

struct Question {
  AccessibilityHost& host;
  std::uint64_t number;
};

void take_answer(DBusPendingCall* call, void* data) {
  const auto& question = *static_cast<Question*>(data);
  dbus_bool_t kept = FALSE;
  if (DBusMessage* reply = dbus_pending_call_steal_reply(call); reply != nullptr) {
    if (dbus_message_get_args(reply, nullptr, DBUS_TYPE_BOOLEAN, &kept, DBUS_TYPE_INVALID) == 0) kept = FALSE;
    dbus_message_unref(reply);
  }
  question.host.answer_key(question.number, kept != FALSE);
}

DBusMessage* question_about(const ReaderKey& key) {
  DBusMessage* message = dbus_message_new_method_call(
      "org.a11y.atspi.Registry", "/org/a11y/atspi/registry/deviceeventcontroller",
      "org.a11y.atspi.DeviceEventController", "NotifyListenersSync");
  if (message == nullptr) return nullptr;
  const auto type = static_cast<dbus_uint32_t>(key.pressed ? ATSPI_KEY_PRESSED : ATSPI_KEY_RELEASED);
  const auto keysym = static_cast<dbus_int32_t>(key.keysym);
  const auto keycode = static_cast<dbus_int16_t>(key.keycode);
  const auto modifiers = static_cast<dbus_int16_t>(key.modifiers);
  const auto time_ms = static_cast<dbus_int32_t>(key.time_ms);
  const char* text = key.text.c_str();
  const dbus_bool_t writes = !key.text.empty();
  DBusMessageIter all;
  DBusMessageIter parts;
  dbus_message_iter_init_append(message, &all);
  bool whole = dbus_message_iter_open_container(&all, DBUS_TYPE_STRUCT, nullptr, &parts) != 0;
  const auto append = [&](int kind, const void* value) {
    whole = whole && dbus_message_iter_append_basic(&parts, kind, value) != 0;
  };
  append(DBUS_TYPE_UINT32, &type);
  append(DBUS_TYPE_INT32, &keysym);
  append(DBUS_TYPE_INT16, &keycode);
  append(DBUS_TYPE_INT16, &modifiers);
  append(DBUS_TYPE_INT32, &time_ms);
  append(DBUS_TYPE_STRING, &text);
  append(DBUS_TYPE_BOOLEAN, &writes);
  if (whole && dbus_message_iter_close_container(&all, &parts) != 0) return message;
  dbus_message_unref(message);
  return nullptr;
}

}  // namespace

void note_key_listeners(AtkUtilClass& util) {
  util.add_key_event_listener = add_key_listener;
  util.remove_key_event_listener = remove_key_listener;
}

void ask_about_key(const ReaderKey& key, AccessibilityHost& host) {
  constexpr int longest_ms = 1000;
  DBusPendingCall* call = nullptr;
  // The bridge's own connection, which the main context looks after.
  DBusConnection* bus = somebody_listens ? atspi_get_a11y_bus() : nullptr;
  if (DBusMessage* message = bus != nullptr ? question_about(key) : nullptr; message != nullptr) {
    if (dbus_connection_send_with_reply(bus, message, &call, longest_ms) == 0) call = nullptr;
    dbus_message_unref(message);
  }
  if (call == nullptr) return host.answer_key(key.number, false);
  auto question = std::make_unique<Question>(host, key.number);
  const auto forget = [](void* data) { delete static_cast<Question*>(data); };
  if (dbus_pending_call_set_notify(call, take_answer, question.get(), forget) != 0)
    static_cast<void>(question.release());
  else
    host.answer_key(key.number, false);
  dbus_pending_call_unref(call);
}

}  // namespace platform::atspi
