// The help desk: ten things that strangers ask, by keys alone, and what is left of them when they have gone.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "carry/code.h"
#include "icons.h"
#include "running_app.h"
#include "screens/address.h"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

// In use now; 0 where nobody knows.
std::size_t heap_bytes() {
#if defined(__GLIBC__)
  return mallinfo2().uordblks;
#else
  return 0;
#endif
}

using ui::KeyName;

constexpr const char* wednesday = "2026-04-22T10:30+05:00";

// Where the site is known, as codes for phones want it.
app::Start start_at(const std::string& path) {
  app::Start start = test::start_at(path);
  start.site = "https://summit.example";
  return start;
}

// A volunteer at the information desk whose hands are on the keyboard. Every letter and every key counts.
class Volunteer {
 public:
  explicit Volunteer(const std::string& language, std::string_view now = wednesday, bool screen = true)
      : app(start_at("/" + language + "/desk/?here=information-desk"), test::assets(), now) {
    app.around.size = {1366, 768};
    app.around.visitor_screen = screen;
    app.settle();
    app.effects.clear();
  }

  const ui::Node& field() const {
    const auto found = std::ranges::find(app.tree().nodes, ui::Role::search_field, &ui::Node::role);
    REQUIRE(found != app.tree().nodes.end());
    return *found;
  }

  // Letter by letter, as a keyboard gives them.
  void type(std::string_view text) {
    std::string value = field().value;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t next = i + 1;
      while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
      value += text.substr(i, next - i);
      i = next;
      REQUIRE(field().state.focused);
      app.app->handle(ui::SetNodeValue{field().id, value});
      ++keystrokes;
    }
    app.settle();
  }

  void press(KeyName key) {
    ++keystrokes;
    app.key(key);
  }

  // What the visitor's screen was told last; empty when nothing.
  std::string shown() const {
    const auto all = app.wished<app::ShowToVisitor>();
    return all.empty() ? std::string() : all.back().path;
  }

  // The heading of the answer.
  std::string answer() const { return app.heading(); }

  // The code for the phone holds that.
  std::string code() const {
    const auto found = std::ranges::find(app.tree().nodes, ui::Look::code, &ui::Node::look);
    return found == app.tree().nodes.end() ? std::string() : found->value;
  }

  test::RunningApp app;
  int keystrokes = 0;
};

// What stands on the screen that faces the visitor.
test::RunningApp screen_with(const std::string& path, std::string_view now = wednesday) {
  test::RunningApp screen(start_at(path), test::assets(), now);
  screen.around.size = {1366, 768};
  screen.settle();
  return screen;
}

}  // namespace

TEST_CASE("ten things that strangers ask, by keys alone") {
  test::need_icu();
  struct Task {
    const char* asked;      // what the visitor says
    const char* volunteer;  // whose language the controls are in
    const char* typed;
    std::vector<KeyName> keys;  // behind it
    const char* answer;         // the heading, in the visitor's language
    const char* said;           // what must stand there too
  };
  using enum KeyName;
  const std::vector<Task> tasks{
      {"Which hall is the water session at 3 pm? (in Russian)",
       "en",
       "вода 15:00",
       {language_2, enter},
       "Реки без границ: управлять водой вместе",
       "Зал\u00a02"},
      {"Where is the nearest prayer room? (in Kazakh)",
       "ru",
       "намаз",
       {language_1, enter},
       "Құлшылық бөлмесі",
       "Осы жерден"},
      {"I lost my badge.", "en", "badge", {enter}, "Registration", "from here"},
      {"Plan my Wednesday on glaciers and send it to my phone.",
       "en",
       "wed glaciers",
       {star, down, star, plan, code, enter},
       "Your agenda",
       ""},
      {"Where are the nearest toilets, without stairs? (in Russian)",
       "kk",
       "туалет",
       {language_2, step_free, enter},
       "Туалет с ",
       "без ступеней"},
      {"Is there coffee somewhere?", "en", "coffee", {enter}, "Coffee break", "Coffee area\u00a01"},
      {"What does UNESCO take part in? (in Kazakh)",
       "kk",
       "юнеско",
       {enter},
       "БҰҰ Білім, ғылым",
       "1\u2011зал"},
      {"How do I get to Hall 1 with a wheelchair? (in Russian)",
       "ru",
       "зал 1",
       {step_free, enter},
       "Зал",
       "без ступеней"},
      {"Somebody is hurt!", "en", "first aid", {enter}, "First aid", "from here"},
      {"When does the opening begin? (in Kazakh)",
       "kk",
       "ашылу",
       {enter},
       "Саммиттің салтанатты ашылуы",
       "10:00–11:00"},
  };
  std::vector<int> counts;
  for (const Task& task : tasks) {
    const std::string asked = task.asked, said = task.said;
    CAPTURE(asked);
    Volunteer volunteer(task.volunteer);
    volunteer.type(task.typed);
    for (const KeyName key : task.keys) volunteer.press(key);
    CHECK_MESSAGE(volunteer.answer().starts_with(task.answer), volunteer.answer());
    CHECK_MESSAGE(volunteer.app.says(said), said);
    // The visitor's screen says the same, in their language alone, and nothing on it can be pressed.
    REQUIRE(!volunteer.shown().empty());
    const auto screen = screen_with(volunteer.shown());
    // A code that fills it has words of its own.
    if (volunteer.shown().find("code=1") == std::string::npos) {
      CHECK(screen.heading() == volunteer.answer());
      CHECK_MESSAGE(screen.says(said), said);
    }
    for (const ui::Node& node : screen.tree().nodes) {
      CHECK(!node.pressable);
      CHECK(node.href.empty());
    }
    // And so does their phone.
    CHECK(volunteer.code().starts_with("https://"));
    CHECK(volunteer.keystrokes <= 25);
    counts.push_back(volunteer.keystrokes);
  }
  std::ranges::sort(counts);
  MESSAGE("keystrokes: median ", (counts[4] + counts[5]) / 2.0, ", most ", counts.back());
}

TEST_CASE("the visitor's language changes the answer, and never the controls") {
  test::need_icu();
  Volunteer volunteer("ru");
  volunteer.type("ледники");
  CHECK(volunteer.answer() == "Ледники: сохраним воду в горах");
  volunteer.press(KeyName::language_3);
  CHECK(volunteer.answer() == "Glaciers: keeping our water in the mountains");
  const auto heading = std::ranges::find(volunteer.app.tree().nodes, volunteer.answer(), &ui::Node::name);
  REQUIRE(heading != volunteer.app.tree().nodes.end());
  CHECK(heading->language == "en");
  CHECK(volunteer.app.says(test::said("ru", "desk.print")));
  CHECK(!volunteer.app.says(test::said("en", "desk.print")));
  CHECK(volunteer.app.tree().language == "ru");
  // What is shown already goes along.
  volunteer.press(KeyName::enter);
  CHECK(volunteer.shown().starts_with("/en/shown/"));
  volunteer.press(KeyName::language_1);
  CHECK(volunteer.shown().starts_with("/kk/shown/"));
}

TEST_CASE("the search has the focus, whatever was pressed, and takes letters from everywhere") {
  test::need_icu();
  Volunteer volunteer("en");
  CHECK(volunteer.field().state.focused);
  volunteer.app.press(ui::Role::button, test::said("en", "desk.step_free"));
  CHECK(volunteer.field().state.focused);
  volunteer.app.tap({700, 500});
  CHECK(volunteer.field().state.focused);
  // With the focus elsewhere for once, letters are its own all the same.
  volunteer.app.key(KeyName::tab);
  CHECK(!volunteer.field().state.focused);
  for (const char* letter : {"c", "a", "f", "é"}) volunteer.app.app->handle(ui::TypedText{letter, 0});
  volunteer.app.settle();
  CHECK(volunteer.field().value == "café");
  CHECK(volunteer.field().state.focused);
}

TEST_CASE("nothing of a visitor remains for the next one") {
  test::need_icu();
  Volunteer volunteer("en");
  volunteer.type("glaciers");
  volunteer.press(KeyName::language_1);
  volunteer.press(KeyName::star);
  volunteer.press(KeyName::step_free);
  volunteer.press(KeyName::enter);
  volunteer.app.effects.clear();
  SUBCASE("by Escape, twice") {
    volunteer.press(KeyName::escape);
    CHECK(volunteer.app.says(test::said("en", "desk.escaped")));
    CHECK(volunteer.field().value == "glaciers");
    volunteer.press(KeyName::escape);
  }
  SUBCASE("by a minute without a key, after a warning") {
    // The way is read on the visitor's screen as long as that shows it.
    volunteer.app.around.steady_s += 600;
    volunteer.app.settle();
    CHECK(volunteer.field().value == "glaciers");
    volunteer.app.around.visitor_screen = false;
    volunteer.app.settle();
    volunteer.app.around.steady_s += 50;
    volunteer.app.settle();
    CHECK(volunteer.app.says(test::said("en", "desk.forgets_soon")));
    CHECK(volunteer.field().value == "glaciers");
    // A key begins it anew.
    volunteer.press(KeyName::down);
    CHECK(!volunteer.app.says(test::said("en", "desk.forgets_soon")));
    REQUIRE(volunteer.app.last.wake_at);
    volunteer.app.around.steady_s += 61;
    volunteer.app.settle();
  }
  CHECK(volunteer.field().value.empty());
  CHECK(volunteer.field().state.focused);
  CHECK(volunteer.app.heading() == test::said("en", "desk.title"));
  CHECK(!volunteer.app.says("laciers"));
  CHECK(volunteer.shown() == "/en/shown/");
  // Nothing was kept, and nothing is in the address.
  CHECK(volunteer.app.wished<app::KeepVisitor>().empty());
  CHECK(volunteer.app.app->session().visitor().starred.empty());
  CHECK(volunteer.app.app->path() == "/en/desk/?here=information-desk");
  // The next one finds the plan empty, and the language the volunteer's.
  volunteer.type("glaciers");
  CHECK(volunteer.answer() == "Glaciers: keeping our water in the mountains");
  volunteer.press(KeyName::plan);
  CHECK(!volunteer.app.says(test::said("en", "desk.your_plan")));
}

TEST_CASE("before anybody has asked the desk says what is on, what can be asked, and what its keys do") {
  test::need_icu();
  for (const std::string& language : test::languages) {
    CAPTURE(language);
    Volunteer volunteer(language);
    CHECK(volunteer.app.says(test::said(language, "shortcuts.title")));
    CHECK(volunteer.app.says("Ctrl+Q"));
    CHECK(volunteer.app.says(test::said(language, "desk.start")));
    const model::Session& opening = *volunteer.app.app->session().edition()->session("official-opening");
    CHECK(volunteer.app.says(opening.title.in(language)));
    // Nothing of it is an answer yet.
    CHECK(volunteer.shown().empty());
    // What is pressed is asked.
    volunteer.app.press(ui::Role::button, opening.title.in(language));
    CHECK(volunteer.field().value == opening.title.in(language));
    CHECK(volunteer.answer() == opening.title.in(language));
    CHECK(volunteer.field().state.focused);
  }
}

TEST_CASE("the head of the desk ends at one line, and lines of examples are as far apart as the examples") {
  for (const char* language : {"kk", "ru", "en"}) {
    CAPTURE(language);
    const Volunteer at(language);
    float end = 0;  // of the languages
    for (const ui::Node& node : at.app.tree().nodes)
      if (node.role == ui::Role::radio && node.name == "English") end = node.bounds.bottom();
    // The field is where one writes: its edge lies around it.
    CHECK(end == doctest::Approx(at.field().bounds.bottom() + 2));
    std::set<float> lines;
    for (const ui::Node& node : at.app.tree().nodes)
      if (node.look == ui::Look::chip && node.bounds.x > 480) lines.insert(node.bounds.y);
    for (auto line = lines.begin(); line != lines.end() && std::next(line) != lines.end(); ++line)
      CHECK(*std::next(line) - *line <= 44);
  }
}

TEST_CASE("answers have the icon of what they are") {
  test::need_icu();
  Volunteer volunteer("en");
  const auto icons = [&](const char* typed) {
    volunteer.press(KeyName::escape);
    volunteer.press(KeyName::escape);
    volunteer.type(typed);
    std::set<char32_t> all;
    for (const ui::Node& node : volunteer.app.tree().nodes)
      if (node.role == ui::Role::radio && node.look == ui::Look::row) all.insert(node.icon);
    return all;
  };
  CHECK(icons("toilet").contains(ui::icon::toilet));
  CHECK(icons("glaciers").contains(ui::icon::calendar));
  CHECK(icons("UNESCO").contains(ui::icon::building_2));
}

TEST_CASE("a plan for a visitor goes to their phone as it was made") {
  test::need_icu();
  Volunteer volunteer("en");
  volunteer.type("glaciers");
  volunteer.press(KeyName::star);
  volunteer.press(KeyName::plan);
  CHECK(volunteer.answer() == test::said("en", "desk.your_plan"));
  const std::string code = volunteer.code();
  const auto at = code.find("/en/my/#carry=");
  REQUIRE(at != std::string::npos);
  const auto read = carry::read_code(code.substr(at + 14),
                                     carry::SessionNumbers(volunteer.app.app->session().edition()->event()));
  REQUIRE(read);
  CHECK(read->choices.starred == std::vector<std::string>{"glaciers"});
}

TEST_CASE("the desk's program opens on its search, at its place") {
  test::need_icu();
  app::Start start = test::start_at("/");
  start.desk = start.shared = true;
  start.desk_place = "information-desk";
  start.language = "kk";
  test::RunningApp app(start, test::assets(), wednesday);
  CHECK(app.app->path() == "/kk/desk/?here=information-desk");
  CHECK(app.heading() == test::said("kk", "desk.title"));
}

TEST_CASE("eight hours at a desk leave it as it was") {
  test::need_icu();
  Volunteer volunteer("ru");
  const auto served = [&](int visitors) {
    static constexpr const char* questions[] = {"ледники", "туалет", "зал 3", "badge", "су"};
    for (int i = 0; i < visitors; ++i) {
      volunteer.type(questions[i % 5]);
      volunteer.press(i % 2 == 0 ? KeyName::language_1 : KeyName::language_3);
      volunteer.press(KeyName::star);
      volunteer.press(KeyName::enter);
      volunteer.press(KeyName::escape);
      volunteer.press(KeyName::escape);
      volunteer.app.around.now += std::chrono::seconds(60);
      volunteer.app.around.steady_s += 60;
      volunteer.app.effects.clear();
    }
  };
  // One visitor a minute.
  const bool all = std::getenv("SUMMIT_TEST_ALL") != nullptr;
  served(10);
  const std::size_t before = heap_bytes();
  served(all ? 480 : 10);
  const std::size_t after = heap_bytes();
  // As one that has just been started at that time.
  Volunteer fresh("ru");
  fresh.app.around.now = volunteer.app.around.now;
  fresh.app.settle();
  CHECK(volunteer.app.tree().nodes.size() == fresh.app.tree().nodes.size());
  if (before == 0) return;  // nobody counts here
  const std::size_t grown = after > before ? after - before : 0;
  MESSAGE("heap after ", all ? 480 : 10, " more visitors: ", grown / 1024, " kB more than after 10");
  CHECK(grown < 256 * 1024);
}
