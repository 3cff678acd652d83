// What lies over a page, and where the keyboard's focus goes: dialogs, toasts, skipping, arriving, and
// jumping by letters.
#include "running_app.h"

namespace {

using test::RunningApp;
using test::said;
using ui::KeyName;
using ui::Role;

std::string focused_name(const RunningApp& app) {
  return focused(app) != nullptr ? focused(app)->name : "nothing";
}

const ui::Node* toast(const RunningApp& app) {
  for (const ui::Node& node : app.tree().nodes)
    if (node.look == ui::Look::toast) return &node;
  return nullptr;
}

void type(RunningApp& app, std::string_view letters, double at_s) {
  app.app->handle(ui::TypedText{std::string(letters), at_s});
  app.settle();
}

}  // namespace

TEST_CASE("starring tells so for some seconds and can be undone") {
  RunningApp app("/kk/agenda/glaciers/");
  REQUIRE(toast(app) != nullptr);
  CHECK(toast(app)->name.empty());
  app.press(Role::button, said("kk", "session.star"));
  CHECK(toast(app)->name == said("kk", "toast.starred"));
  REQUIRE(app.last.wake_at);
  CHECK(*app.last.wake_at - app.around.now <= std::chrono::seconds(10));

  app.press(Role::button, said("kk", "toast.undo"));
  CHECK(toast(app)->name.empty());
  CHECK(app.find(Role::button, said("kk", "session.star")) != nullptr);
  CHECK(app.find(Role::button, said("kk", "toast.undo")) == nullptr);

  app.press(Role::button, said("kk", "session.star"));
  app.around.now += std::chrono::seconds(20);
  app.settle();
  CHECK(toast(app)->name.empty());
  CHECK(app.find(Role::button, said("kk", "session.starred")) != nullptr);
}

TEST_CASE("a toast covers nothing that has the focus, not even at the end of the page") {
  for (const ui::Size size : {ui::Size{360, 640}, ui::Size{390, 844}}) {
    RunningApp app("/en/agenda/glaciers/");
    app.around.size = size;
    app.settle();
    app.key(KeyName::tab);
    app.press(Role::button, said("en", "session.star"));
    int in_content = 0;
    for (int i = 0; i < 60; ++i) {
      app.key(KeyName::tab);
      const ui::Node* here = focused(app);
      REQUIRE(here != nullptr);
      REQUIRE_FALSE(toast(app)->name.empty());
      if (here->scroller == 0) continue;
      ++in_content;
      CHECK_MESSAGE(here->bounds.bottom() <= toast(app)->bounds.y, here->name);
    }
    CHECK(in_content > 5);
  }
}

TEST_CASE("the list of shortcuts keeps the focus inside and gives it back") {
  for (const ui::Size size : {ui::Size{360, 640}, ui::Size{1280, 800}}) {
    RunningApp app("/ru/agenda/");
    app.around.size = size;
    app.settle();
    app.key(KeyName::tab);
    app.key(KeyName::tab);
    const std::string before = focused_name(app);
    app.key(KeyName::question);
    const ui::Node& dialog = app.node(Role::dialog, said("ru", "shortcuts.title"));
    CHECK(dialog.bounds.height > 200);
    CHECK(dialog.bounds.bottom() <= size.height);
    CHECK(focused_name(app) == said("ru", "dialog.close"));
    for (int i = 0; i < 5; ++i) {
      app.key(KeyName::tab);
      CHECK(focused_name(app) == said("ru", "dialog.close"));
    }
    app.key(KeyName::escape);
    CHECK(app.find(Role::dialog, said("ru", "shortcuts.title")) == nullptr);
    CHECK(app.app->path() == "/ru/agenda/");
    CHECK(focused_name(app) == before);

    // A tap beside it closes it too, and presses nothing behind it.
    app.key(KeyName::question);
    app.tap({size.width / 2, 20});
    CHECK(app.find(Role::dialog, said("ru", "shortcuts.title")) == nullptr);
    CHECK(app.app->path() == "/ru/agenda/");
  }
}

TEST_CASE("the first Tab offers to skip to the content") {
  RunningApp app("/en/agenda/");
  app.around.size = {1280, 800};
  app.settle();
  app.key(KeyName::tab);
  CHECK(focused_name(app) == said("en", "skip.content"));
  CHECK(focused(app)->drawn);
  app.key(KeyName::enter);
  REQUIRE(focused(app) != nullptr);
  // The first thing of the page: the switch between list and rooms.
  CHECK(focused(app)->role == Role::radio);
  CHECK(app.app->path() == "/en/agenda/");
}

TEST_CASE("reading goes on at the heading of the new page, and at the link one came by after going back") {
  RunningApp app("/en/agenda/");
  CHECK(focused(app) == nullptr);
  const std::string title = app.name_of("/en/agenda/glaciers/");
  app.follow("/en/agenda/glaciers/");
  REQUIRE(focused(app) != nullptr);
  CHECK(focused(app)->role == Role::heading);
  CHECK(focused_name(app) == title);
  app.key(KeyName::tab);
  REQUIRE(focused(app) != nullptr);
  CHECK(focused(app)->role == Role::link);
  app.key(KeyName::escape);
  CHECK(app.app->path() == "/en/agenda/");
  CHECK(focused_name(app) == title);
}

TEST_CASE("letters jump to what begins with them") {
  RunningApp app("/ru/partners/");
  type(app, "м", 1);
  const std::string first = focused_name(app);
  CHECK(first.starts_with("М"));
  type(app, "м", 5);  // after a pause: the next one
  CHECK(focused_name(app).starts_with("М"));
  CHECK(focused_name(app) != first);
  type(app, "о", 10);
  type(app, "о", 10.2);
  type(app, "н", 10.4);
  CHECK(focused_name(app) == "ООН");
  type(app, "ъ", 20);
  CHECK(focused_name(app) == "ООН");
}

TEST_CASE("a plan is enlarged by buttons, keys, two fingers and a double tap") {
  RunningApp app("/kk/map/");
  const auto plan = [&]() -> const ui::Node& {
    for (const ui::Node& node : app.tree().nodes)
      if (node.look == ui::Look::floor_plan) return node;
    FAIL("no plan");
    return app.tree().nodes.front();
  };
  const auto room_width = [&] {
    return app.node(Role::link, app.name_of("/kk/map/plenary-hall/")).bounds.width;
  };
  const float whole = room_width();
  CHECK(plan().state.zoomable);
  CHECK_FALSE(plan().state.zoomed);
  app.press(Role::button, said("kk", "map.zoom_in"));
  CHECK(room_width() > whole * 1.5F);
  CHECK(plan().state.zoomed);
  app.press(Role::button, said("kk", "map.zoom_whole"));
  CHECK(room_width() == doctest::Approx(whole));
  app.key(KeyName::plus);
  CHECK(room_width() > whole * 1.4F);
  app.key(KeyName::minus);
  CHECK(room_width() == doctest::Approx(whole));

  const ui::Point middle = plan().bounds.center();
  const auto finger = [&](ui::PointerPhase phase, int id, ui::Point at, double time_s) {
    app.app->handle(ui::PointerEvent{phase, ui::PointerKind::touch, id, at, time_s});
    app.settle();
  };
  using ui::PointerPhase;
  finger(PointerPhase::down, 1, {middle.x - 20, middle.y}, 1);
  finger(PointerPhase::down, 2, {middle.x + 20, middle.y}, 1.02);
  finger(PointerPhase::move, 2, {middle.x + 60, middle.y}, 1.1);
  finger(PointerPhase::up, 2, {middle.x + 60, middle.y}, 1.2);
  finger(PointerPhase::up, 1, {middle.x - 20, middle.y}, 1.2);
  CHECK(room_width() == doctest::Approx(whole * 2).epsilon(0.05));
  CHECK(app.app->path() == "/kk/map/");

  // One finger moves what is enlarged, and opens nothing.
  const float before = app.node(Role::link, app.name_of("/kk/map/plenary-hall/")).bounds.x;
  finger(PointerPhase::down, 1, middle, 2);
  finger(PointerPhase::move, 1, {middle.x - 40, middle.y}, 2.1);
  finger(PointerPhase::up, 1, {middle.x - 40, middle.y}, 2.2);
  CHECK(app.node(Role::link, app.name_of("/kk/map/plenary-hall/")).bounds.x < before - 20);
  CHECK(app.app->path() == "/kk/map/");

  // Twice on the ground between the rooms: whole again.
  const ui::Point ground{plan().bounds.x + 3, plan().bounds.y + 3};
  for (const double at : {3.0, 3.15}) {
    finger(PointerPhase::down, 1, ground, at);
    finger(PointerPhase::up, 1, ground, at + 0.05);
  }
  CHECK(room_width() == doctest::Approx(whole));
}

TEST_CASE("another question in the address counts, also while the field is being written into") {
  RunningApp app("/en/");
  app.follow("/en/search/");
  app.write(said("en", "search.label"), "glaciers");
  app.go_to("/en/search/?q=hall");
  CHECK(app.node(Role::search_field, said("en", "search.label")).value == "hall");
}
