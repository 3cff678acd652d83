// The module's thread: GLib's main context, in which the bus asks, and which the program wakes when a frame
// says something new. It sleeps while neither happens.
#include <atk-bridge.h>
#include <atk/atk.h>
#include <glib-unix.h>
#include <unistd.h>

#include <memory>
#include <optional>
#include <utility>

#include "platform/desktop/accessibility_link.h"
#include "platform/desktop/atspi/key_listeners.h"
#include "platform/desktop/atspi/shown_tree.h"

namespace platform::atspi {
namespace {

// The application: one object above the window. The bus asks for it by functions without an argument.
AtkObject* application = nullptr;
ShownTree* shown = nullptr;

AtkObject* get_root() { return application; }
const char* get_toolkit() { return "summit"; }
const char* get_version() { return "1"; }

// The window is there when something is in it.
bool has_window() { return shown != nullptr && shown->is_told(); }

int count_windows(AtkObject*) { return has_window() ? 1 : 0; }

AtkObject* ref_window(AtkObject*, int at) {
  if (!has_window() || at != 0) return nullptr;
  g_object_ref(shown->window());
  return shown->window();
}

AtkRole application_role(AtkObject*) { return ATK_ROLE_APPLICATION; }

void fill_application(gpointer given, gpointer) {
  auto* object = static_cast<AtkObjectClass*>(given);
  object->get_n_children = count_windows;
  object->ref_child = ref_window;
  object->get_role = application_role;
}

AtkObject* new_application() {
  GTypeInfo info{};
  info.class_size = sizeof(AtkObjectClass);
  info.class_init = fill_application;
  info.instance_size = sizeof(AtkObject);
  const GType type = g_type_register_static(ATK_TYPE_OBJECT, "SummitApplication", &info, GTypeFlags(0));
  AtkObject* object = ATK_OBJECT(g_object_new(type, nullptr));
  atk_object_initialize(object, nullptr);
  atk_object_set_name(object, "summit");
  return object;
}

// Whoever begins to listen hears of the window, which may have come and been given the keyboard before.
bool introduction_due = false;

gboolean introduce_window(gpointer) {
  introduction_due = false;
  if (!has_window()) return G_SOURCE_REMOVE;
  g_signal_emit_by_name(application, "children-changed::add", 0, shown->window());
  shown->repeat_activity();
  return G_SOURCE_REMOVE;
}

guint (*add_listener)(GSignalEmissionHook, const gchar*) = nullptr;

guint add_listener_and_introduce(GSignalEmissionHook listener, const gchar* event) {
  // When all of them are there.
  if (!std::exchange(introduction_due, true)) g_idle_add(introduce_window, nullptr);
  return add_listener(listener, event);
}

void use_own_root() {
  auto* util = static_cast<AtkUtilClass*>(g_type_class_ref(ATK_TYPE_UTIL));
  util->get_root = get_root;
  util->get_toolkit_name = get_toolkit;
  util->get_toolkit_version = get_version;
  add_listener = std::exchange(util->add_global_event_listener, add_listener_and_introduce);
  note_key_listeners(*util);
}

struct Running {
  AccessibilityHost& host;
  GMainLoop* loop;
  std::shared_ptr<const AccessibleTree> last;
};

void take_news(Running& running) {
  const auto tree = running.host.tree();
  if (tree != nullptr && tree != running.last) {
    running.last = tree;
    const bool first = !has_window();
    shown->update(*tree);
    if (first) g_signal_emit_by_name(application, "children-changed::add", 0, shown->window());
  }
  // Who hears of a window before it is there forgets it.
  if (has_window()) shown->update_activity(running.host.place().active);
}

gboolean on_news(int descriptor, GIOCondition, gpointer data) {
  auto& running = *static_cast<Running*>(data);
  char bytes[64];
  while (::read(descriptor, bytes, sizeof bytes) > 0) continue;
  if (running.host.is_over()) {
    g_main_loop_quit(running.loop);
    return G_SOURCE_REMOVE;
  }
  // Readers say what happened by the key that it followed.
  while (const auto key = running.host.next_key()) ask_about_key(*key, running.host);
  take_news(running);
  return G_SOURCE_CONTINUE;
}

// A bus that is not there is nothing that the visitor should read about.
void keep_quiet(const char*, GLogLevelFlags, const char*, gpointer) {}

void run(AccessibilityHost& host) {
  for (const char* domain : {"dbind", "atk-bridge", "atspi"})
    g_log_set_handler(domain, static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_MESSAGE),
                      keep_quiet, nullptr);
  g_set_prgname("summit");
  application = new_application();
  use_own_root();
  ShownTree tree(host, application);
  shown = &tree;
  if (atk_bridge_adaptor_init(nullptr, nullptr) == 0) {
    Running running{host, g_main_loop_new(nullptr, FALSE), nullptr};
    g_unix_fd_add(host.descriptor(), G_IO_IN, on_news, &running);
    host.want_trees();
    if (!host.is_over()) g_main_loop_run(running.loop);
    g_main_loop_unref(running.loop);
    atk_bridge_adaptor_cleanup();
  }
  shown = nullptr;
}

}  // namespace
}  // namespace platform::atspi

extern "C" __attribute__((visibility("default"))) void summit_atspi_run_2(platform::AccessibilityHost& host) {
  platform::atspi::run(host);
}
