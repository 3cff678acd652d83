// Fingers, mice, wheels and keys on real widgets, without pixels.
#include <cmath>

#include "screen.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

using test::Screen;
using ui::KeyName;
using ui::PointerKind;
using ui::PointerPhase;
using ui::Role;

namespace {

constexpr int button_count = 40;  // several windows full

// A page of buttons, which counts how often each was pressed.
struct Buttons {
  std::vector<int> presses = std::vector<int>(button_count);
  std::string filter;

  void operator()(ui::Frame& f) {
    ui::ground(f);
    auto main = f.node_at(Role::main, {0, 0, 360, 640}, 0);
    auto scroll = f.scrolling("page", {0, 0, 360, 640});
    for (int i = 0; i < button_count; ++i) {
      const std::string name = "button " + std::to_string(i);
      if (ui::button(f, {.key = name, .label = name, .href = {}, .toggled = {}}))
        ++presses[static_cast<std::size_t>(i)];
      f.gap(10);
    }
  }

  int all() const {
    int sum = 0;
    for (const int one : presses) sum += one;
    return sum;
  }
};

// Throws the page upwards with one finger and lifts it.
void fling(Screen& screen, float by = 200) {
  double time = screen.setup.steady_s;
  ui::Point at{180, 500};
  screen.pointer(PointerPhase::down, at, time);
  for (int i = 0; i < 5; ++i) {
    at.y -= by / 5;
    time += 0.016;
    screen.pointer(PointerPhase::move, at, time);
  }
  screen.pointer(PointerPhase::up, at, time + 0.01);
}

float top(const Screen& screen) { return screen.node(Role::button, "button 0").bounds.y; }

}  // namespace

namespace {

// A text field, and room beside it.
void filter_field(ui::Frame& f, std::string& value) {
  ui::text_field(f, {.key = "filter", .label = "Іздеу", .hint = "", .search = false}, value);
  f.gap(100);
}

}  // namespace

TEST_CASE("a press of the node presses once") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  screen.kit->handle(ui::PressNode{screen.node(Role::button, "button 3").id});
  screen.settle(buttons);
  CHECK(buttons.presses[3] == 1);
  CHECK(buttons.all() == 1);
}

TEST_CASE("a press of a node that is gone presses nothing, then or later") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  const ui::NodeId id = screen.node(Role::button, "button 3").id;
  screen.kit->handle(ui::PressNode{id});
  screen.settle([](ui::Frame& f) { ui::heading(f, 1, "another page"); });
  screen.kit->handle(ui::PressNode{0});
  screen.settle(buttons);
  CHECK(buttons.all() == 0);
}

TEST_CASE("a tap presses once, by finger, mouse and pen") {
  for (const PointerKind kind : {PointerKind::touch, PointerKind::mouse, PointerKind::pen}) {
    Screen screen;
    Buttons buttons;
    screen.settle(buttons);
    screen.tap(screen.node(Role::button, "button 2").bounds.center(), kind);
    screen.settle(buttons);
    CHECK(buttons.presses[2] == 1);
    CHECK(buttons.all() == 1);
  }
}

TEST_CASE("Tab and Enter press once, and so does Space") {
  for (const KeyName key : {KeyName::enter, KeyName::space}) {
    Screen screen;
    Buttons buttons;
    screen.settle(buttons);
    for (int i = 0; i < 5; ++i) {
      screen.key(KeyName::tab);
      screen.settle(buttons);
    }
    screen.key(key);
    screen.settle(buttons);
    CHECK(buttons.presses[4] == 1);
    CHECK(buttons.all() == 1);
  }
}

TEST_CASE("a finger that trembles still taps, one that drags never presses") {
  for (const auto& [distance, presses] : {std::pair{7.F, 1}, std::pair{9.F, 0}, std::pair{30.F, 0}}) {
    for (const ui::Point way : {ui::Point{1, 0}, ui::Point{0, 1}, ui::Point{0, -1}}) {
      Screen screen;
      Buttons buttons;
      screen.settle(buttons);
      const ui::Point from = screen.node(Role::button, "button 2").bounds.center();
      screen.pointer(PointerPhase::down, from, 100);
      screen.pointer(PointerPhase::move, {from.x + way.x * distance, from.y + way.y * distance}, 100.1);
      // Coming back to where it began does not make a tap of it.
      screen.pointer(PointerPhase::move, from, 100.2);
      screen.pointer(PointerPhase::up, from, 100.4);
      screen.settle(buttons);
      CHECK(buttons.all() == presses);
    }
  }
}

TEST_CASE("a pointer that was cancelled, or let go elsewhere, presses nothing") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  const ui::Point at = screen.node(Role::button, "button 2").bounds.center();
  screen.pointer(PointerPhase::down, at, 100);
  screen.pointer(PointerPhase::cancel, at, 100.1);
  screen.pointer(PointerPhase::up, at, 100.2);
  screen.settle(buttons);
  screen.pointer(PointerPhase::down, at, 101);
  screen.kit->handle(ui::PointerEvent{
      .phase = PointerPhase::up, .kind = PointerKind::touch, .id = 2, .at = at, .time_s = 101.1});
  screen.pointer(PointerPhase::cancel, at, 101.2);
  screen.settle(buttons);
  CHECK(buttons.all() == 0);
}

TEST_CASE("a fling goes on by itself, comes to rest, and presses nothing") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  fling(screen);
  const float lifted = screen.frame(buttons).find(Role::button, "button 0")->bounds.y;
  CHECK(screen.kit->wants_frame());
  const int frames = screen.settle(buttons);
  CHECK(frames > 10);
  CHECK(frames < 600);  // ten seconds
  const float rest = top(screen);
  CHECK(rest < lifted - 100);
  screen.setup.steady_s += 60;
  screen.frame(buttons);
  CHECK(top(screen) == rest);
  CHECK(buttons.all() == 0);
}

TEST_CASE("a fling ends at the end of the page, whatever its speed") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  for (int i = 0; i < 5; ++i) {
    fling(screen, 450);
    CHECK(screen.settle(buttons) < 600);
  }
  const ui::Rect last = screen.node(Role::button, "button 39").bounds;
  CHECK(last.bottom() <= 640);
  CHECK(last.bottom() > 560);
}

TEST_CASE("a touch stops a fling and presses nothing") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  fling(screen);
  for (int i = 0; i < 6; ++i) screen.frame(buttons);
  CHECK(screen.kit->wants_frame());
  screen.tap({180, 300});
  screen.frame(buttons);
  const float stopped = top(screen);
  CHECK(screen.settle(buttons) < 5);
  CHECK(top(screen) == stopped);
  CHECK(buttons.all() == 0);
  // The next tap is one again.
  screen.tap({180, 300});
  screen.settle(buttons);
  CHECK(buttons.all() == 1);
}

TEST_CASE("with reduced motion nothing goes on by itself") {
  Screen screen;
  screen.setup.reduced_motion = true;
  Buttons buttons;
  screen.settle(buttons);
  fling(screen);
  screen.frame(buttons);
  const float lifted = top(screen);
  CHECK(screen.settle(buttons) < 5);
  CHECK(top(screen) == lifted);
}

TEST_CASE("a wheel scrolls, not beyond the ends") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  const float before = top(screen);
  CHECK(screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 120}));
  screen.settle(buttons);
  CHECK(top(screen) == doctest::Approx(before - 120));
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -1e6F});
  screen.settle(buttons);
  CHECK(top(screen) == before);
  // At the end there is nothing to draw.
  CHECK_FALSE(screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = -10}));
  CHECK_FALSE(screen.kit->handle(ui::WheelEvent{.at = {500, 900}, .dy = 10}));
}

TEST_CASE("keys scroll") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  const float before = top(screen);
  screen.key(KeyName::page_down);
  screen.settle(buttons);
  CHECK(top(screen) < before - 500);
  screen.key(KeyName::home);
  screen.settle(buttons);
  CHECK(top(screen) == before);
  screen.key(KeyName::end);
  screen.settle(buttons);
  CHECK(screen.node(Role::button, "button 39").bounds.bottom() <= 640);
}

TEST_CASE("Tab goes in reading order, around, and brings into view what it reaches") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  for (int i = 0; i < button_count + 2; ++i) {
    screen.key(KeyName::tab);
    screen.settle(buttons);
    const ui::Node& reached = screen.node(Role::button, "button " + std::to_string(i % button_count));
    CHECK(reached.state.focused);
    CHECK(reached.bounds.y >= 0);
    CHECK(reached.bounds.bottom() <= 640);
  }
  screen.key(KeyName::tab, true);
  screen.settle(buttons);
  CHECK(screen.node(Role::button, "button 0").state.focused);
  screen.key(KeyName::tab, true);
  screen.settle(buttons);
  CHECK(screen.node(Role::button, "button 39").state.focused);
}

TEST_CASE("focus that the browser moves is the kit's focus") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  screen.kit->handle(ui::FocusNode{screen.node(Role::button, "button 30").id, true});
  screen.settle(buttons);
  CHECK(screen.node(Role::button, "button 30").state.focused);
  CHECK(screen.node(Role::button, "button 30").bounds.bottom() <= 640);
  screen.key(KeyName::enter);
  screen.settle(buttons);
  CHECK(buttons.presses[30] == 1);
  CHECK(buttons.all() == 1);
}

TEST_CASE("an arrow walks among radios and chooses") {
  Screen screen;
  std::size_t chosen = 0;
  const std::vector<ui::Choice> choices{{"kk", "ҚАЗ", {}, {}}, {"ru", "РУС", {}, {}}, {"en", "ENG", {}, {}}};
  const auto draw = [&](ui::Frame& f) { chosen = ui::choose(f, "Тіл", choices, chosen); };
  screen.settle(draw);
  screen.key(KeyName::tab);
  screen.key(KeyName::right);
  screen.settle(draw);
  CHECK(chosen == 1);
  CHECK(screen.node(Role::radio, "РУС").state.checked);
  CHECK_FALSE(screen.node(Role::radio, "ҚАЗ").state.checked);
  screen.key(KeyName::left);
  screen.settle(draw);
  screen.key(KeyName::left);
  screen.settle(draw);
  CHECK(chosen == 2);
}

TEST_CASE("a group of choices keeps the focus when its name is translated") {
  Screen screen;
  std::size_t chosen = 0;
  std::string name = "Тіл";
  const std::vector<ui::Choice> choices{{"kk", "ҚАЗ", {}, {}}, {"ru", "РУС", {}, {}}};
  const auto draw = [&](ui::Frame& f) { chosen = ui::choose(f, name, choices, chosen); };
  screen.settle(draw);
  screen.key(KeyName::tab);
  screen.key(KeyName::right);
  screen.settle(draw);
  name = "Язык";
  screen.settle(draw);
  CHECK(screen.node(Role::radio, "РУС").state.focused);
}

TEST_CASE("a text field takes Kazakh letters") {
  for (const bool by_platform : {false, true}) {
    Screen screen;
    screen.setup.fields_drawn_by_platform = by_platform;
    std::string value;
    int changes = 0;
    const auto draw = [&](ui::Frame& f) {
      if (ui::text_field(f, {.key = "filter", .label = "Іздеу", .hint = "Атауы", .search = true}, value))
        ++changes;
    };
    screen.settle(draw);
    const std::string typed = "дүниежүзілік ӘҒҚҢӨҰҮҺІ, еще достаточно длинно для любого буфера";
    screen.kit->handle(ui::SetNodeValue{screen.node(Role::search_field, "Іздеу").id, typed});
    screen.settle(draw);
    CHECK(value == typed);
    CHECK(changes == 1);
    CHECK(screen.node(Role::search_field, "Іздеу").value == typed);
    CHECK(screen.node(Role::search_field, "Іздеу").hint == "Атауы");
    screen.kit->handle(ui::SetNodeValue{screen.node(Role::search_field, "Іздеу").id, ""});
    screen.settle(draw);
    CHECK(value.empty());
    CHECK(changes == 2);
  }
}

TEST_CASE("a tap on a text field takes the keyboard, and a tap beside gives it back") {
  Screen screen;
  std::string value;
  const auto draw = [&](ui::Frame& f) { filter_field(f, value); };
  screen.settle(draw);
  screen.tap(screen.node(Role::text_field, "Іздеу").bounds.center());
  screen.settle(draw);
  CHECK(screen.node(Role::text_field, "Іздеу").state.focused);
  // At rest it is ready for the first letter: no frame is drawn that would come to it later.
  CHECK(screen.kit->writing());
  screen.tap({180, 600});
  screen.settle(draw);
  CHECK_FALSE(screen.kit->writing());
  CHECK_FALSE(screen.node(Role::text_field, "Іздеу").state.focused);
}

TEST_CASE("the text cursor of an empty field stands before the hint and touches no letter of it") {
  for (const float scale : {1.F, 2.F})
    for (const float text_scale : {1.F, 2.F}) {
      CAPTURE(scale);
      CAPTURE(text_scale);
      Screen screen;
      screen.setup.scale = scale;
      screen.setup.text_scale = text_scale;
      std::string value;
      float cursor = 0, hint = 0;  // where the one ends and the other begins, in pixels
      const auto draw = [&](ui::Frame& f) {
        const ImDrawList& list = *f.kit().painter.list();
        const int before = list.VtxBuffer.Size;
        ui::text_field(f, {.key = "field", .label = "Іздеу", .hint = "Нұсқа", .takes_focus = true}, value);
        const ui::Rect writing = f.kit().tree.nodes[f.kit().node_count - 1].bounds;
        const auto color = [](ui::Color from) { return IM_COL32(from.red, from.green, from.blue, 255); };
        cursor = 0, hint = 1e6F;
        for (int i = before; i < list.VtxBuffer.Size; ++i) {
          const ImDrawVert& vertex = list.VtxBuffer[i];
          // The edge of the field has the colour of the cursor.
          if (vertex.pos.x < (writing.x - 8) * scale || vertex.pos.x > writing.center().x * scale) continue;
          if (vertex.pos.y < (writing.y + 4) * scale || vertex.pos.y > (writing.bottom() - 4) * scale)
            continue;
          if (vertex.col == color(f.style().palette.accent)) cursor = std::max(cursor, vertex.pos.x);
          if (vertex.col == color(f.style().palette.text_second)) hint = std::min(hint, vertex.pos.x);
        }
      };
      screen.settle(draw);
      REQUIRE(cursor > 0);
      REQUIRE(hint < 1e6F);
      CHECK(cursor + scale <= hint);
    }
}

TEST_CASE("all that is typed before a frame is in the field when the kit comes to rest") {
  Screen screen;
  std::string value;
  const auto draw = [&](ui::Frame& f) {
    ui::text_field(f, {.key = "filter", .label = "Іздеу", .hint = "", .search = false}, value);
  };
  screen.settle(draw);
  screen.tap(screen.node(Role::text_field, "Іздеу").bounds.center());
  screen.settle(draw);
  ImGuiIO& io = ImGui::GetIO();
  const auto press = [&](ImGuiKey key) {
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
  };
  std::string typed = "international partners";
  for (const char c : typed) {
    const auto key = c == ' ' ? ImGuiKey_Space : static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    io.AddKeyEvent(key, true);
    io.AddInputCharacter(static_cast<unsigned int>(c));
    io.AddKeyEvent(key, false);
  }
  CHECK(screen.kit->wants_frame());
  screen.settle(draw);
  CHECK(value == typed);
  for (int i = 0; i < 3; ++i) press(ImGuiKey_Backspace);
  screen.settle(draw);
  typed.resize(typed.size() - 3);
  CHECK(value == typed);
  const std::string pasted(5000, 'z');
  ImGui::SetClipboardText(pasted.c_str());
  press(ImGuiKey_Home);
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  press(ImGuiKey_V);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  io.AddInputCharacter('!');
  screen.settle(draw);
  CHECK(value == pasted + "!" + typed);
  CHECK_FALSE(screen.kit->wants_frame());
}

TEST_CASE("Escape and Tab leave a field with all that was typed in it") {
  for (const KeyName leaving : {KeyName::escape, KeyName::tab}) {
    Screen screen;
    std::string value = "a";
    const auto draw = [&](ui::Frame& f) {
      ui::text_field(f, {.key = "filter", .label = "Іздеу", .hint = "", .search = false}, value);
      ui::button(f, {.key = "next", .label = "next", .href = {}, .toggled = {}});
    };
    screen.settle(draw);
    screen.tap(screen.node(Role::text_field, "Іздеу").bounds.center());
    screen.settle(draw);
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_End, true);
    io.AddKeyEvent(ImGuiKey_End, false);
    for (const char c : {'b', 'c'}) {
      io.AddInputCharacter(static_cast<unsigned int>(c));
      io.AddKeyEvent(ImGuiKey_Backspace, true);
      io.AddKeyEvent(ImGuiKey_Backspace, false);
      io.AddInputCharacter(static_cast<unsigned int>(c));
    }
    screen.key(leaving);
    CHECK(screen.kit->keyboard_moves());
    screen.settle(draw);
    CHECK(value == "abc");
    CHECK_FALSE(screen.kit->writing());
    CHECK_FALSE(screen.kit->take_unused_key());
    CHECK(screen.node(Role::text_field, "Іздеу").state.focused == (leaving == KeyName::escape));
  }
}

TEST_CASE("between the key or the tap that asks for a field and the field, letters are to wait") {
  Screen screen;
  std::string value;
  const auto draw = [&](ui::Frame& f) { filter_field(f, value); };
  screen.settle(draw);
  CHECK_FALSE(screen.kit->keyboard_moves());
  screen.tap(screen.node(Role::text_field, "Іздеу").bounds.center());
  CHECK(screen.kit->keyboard_moves());
  for (int frames = 0; !screen.kit->writing() && frames < 10; ++frames) {
    CHECK(screen.kit->keyboard_moves());
    screen.frame(draw);
  }
  CHECK(screen.kit->writing());
  CHECK_FALSE(screen.kit->keyboard_moves());
  screen.tap({180, 600});
  screen.settle(draw);
  CHECK_FALSE(screen.kit->keyboard_moves());
  screen.key(KeyName::slash);
  CHECK(screen.kit->keyboard_moves());
  screen.kit->take_unused_key();
  screen.kit->arrive("", true);
  CHECK(screen.kit->keyboard_moves());
  screen.settle(draw);
  CHECK(screen.kit->writing());
}

TEST_CASE("keys that no widget uses are handed on, once, in order") {
  Screen screen;
  Buttons buttons;
  screen.settle(buttons);
  screen.key(KeyName::escape);
  screen.key(KeyName::back);
  screen.key(KeyName::slash);
  CHECK(screen.kit->take_unused_key() == KeyName::escape);
  CHECK(screen.kit->take_unused_key() == KeyName::back);
  CHECK(screen.kit->take_unused_key() == KeyName::slash);
  CHECK_FALSE(screen.kit->take_unused_key());
}

TEST_CASE("a link is followed when it is pressed, and only then") {
  Screen screen;
  const auto draw = [](ui::Frame& f) { ui::link(f, "Барлығы", "/kk/agenda/"); };
  screen.frame(draw);
  CHECK(screen.followed.empty());
  screen.kit->handle(ui::PressNode{screen.node(Role::link, "Барлығы").id});
  screen.frame(draw);
  CHECK(screen.followed == "/kk/agenda/");
  screen.frame(draw);
  CHECK(screen.followed.empty());
}

TEST_CASE("ids stay the same from frame to frame and after scrolling") {
  Screen screen;
  Buttons buttons;
  const auto ids = [&] {
    std::vector<ui::NodeId> all;
    for (const ui::Node& node : screen.kit->tree().nodes) all.push_back(node.id);
    return all;
  };
  screen.settle(buttons);
  const std::vector<ui::NodeId> first = ids();
  screen.frame(buttons);
  CHECK(ids() == first);
  screen.kit->handle(ui::WheelEvent{.at = {180, 300}, .dy = 900});
  screen.settle(buttons);
  CHECK(ids() == first);
  std::vector<ui::NodeId> sorted = first;
  std::ranges::sort(sorted);
  CHECK(std::ranges::adjacent_find(sorted) == sorted.end());
  CHECK(sorted.front() != 0);
}

TEST_CASE("many nodes, all with the same name and key, have ids of their own") {
  Screen screen;
  const auto draw = [](ui::Frame& f) {
    for (int i = 0; i < 3000; ++i) ui::link(f, "same", "/same/");
  };
  screen.frame(draw);
  std::vector<ui::NodeId> ids;
  for (const ui::Node& node : screen.kit->tree().nodes) ids.push_back(node.id);
  REQUIRE(ids.size() == 3000);
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

TEST_CASE("at rest the kit wants no frame") {
  Screen screen;
  Buttons buttons;
  CHECK(screen.settle(buttons) <= 3);
  CHECK_FALSE(screen.kit->wants_frame());
  screen.key(KeyName::tab);
  CHECK(screen.kit->wants_frame());
  CHECK(screen.settle(buttons) <= 3);
  // A mouse that moves over nothing new calls for nothing.
  screen.kit->handle(
      ui::PointerEvent{.phase = PointerPhase::move, .kind = PointerKind::mouse, .at = {5, 630}, .time_s = 1});
  screen.settle(buttons);
  CHECK_FALSE(screen.kit->handle(ui::PointerEvent{
      .phase = PointerPhase::move, .kind = PointerKind::mouse, .at = {6, 631}, .time_s = 2}));
  CHECK_FALSE(screen.kit->wants_frame());
}
