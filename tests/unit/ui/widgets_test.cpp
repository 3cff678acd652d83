// Each widget says what it draws.
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "icons.h"
#include "screen.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/between_rows.h"
#include "ui/widgets/board.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/choose.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/floor_plan.h"
#include "ui/widgets/grid.h"
#include "ui/widgets/overview.h"
#include "ui/widgets/people.h"
#include "ui/widgets/press.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/timed_rows.h"
#include "ui/widgets/words.h"
#include "ui/widgets/world_map.h"

using test::Screen;
using ui::Role;

namespace {

struct Widget {
  std::string name;
  std::function<void(ui::Frame&)> draw;
  std::vector<std::string> says;  // names that must be in the tree
};

std::vector<Widget> widgets() {
  static std::string written = "қар";
  static std::size_t chosen = 1;
  static const std::array<ui::Choice, 2> choices{{{"a", "Бір", {}, {}}, {"b", "Екі", "Екінші", "kk"}}};
  static const std::array<std::string_view, 2> points{"бірінші", "екінші"};
  static const std::array<ui::Tag, 3> tags{
      {{"тег"}, {"ҚАЗІР", ui::TagLook::live}, {"су", ui::TagLook::colored, {10, 100, 200}}}};
  static const std::array<ui::DayTab, 2> days{
      {{"/a", "Сәрсенбі 22 сәуір", "Сәрсенбі 22", "Сәрсенбі", "Ср", "22", "сәрсенбі, 22 сәуір", true},
       {"/b", "Бейсенбі 23 сәуір", "Бейсенбі 23", "Бейсенбі", "Бс", "23", "бейсенбі, 23 сәуір", false}}};
  static const std::array<ui::Tag, 2> states{{{"ҚАЗІР", ui::TagLook::live}, {"Толды", ui::TagLook::notice}}};
  static const std::array<ui::Chip, 2> chips{{{"Барлығы", "/all", true}, {"БҰҰ жүйесі", "/un", false}}};
  static const std::array<ui::PlaceLink, 2> places{
      {{"/", "Басты", ui::icon::house, true}, {"/m", "Карта", ui::icon::map_pin, false}}};
  static const std::array<ui::Point, 4> square{{{0, 0}, {40, 0}, {40, 30}, {0, 30}}};
  static const std::array<ui::WorldMapMark, 2> marks{{{76.9F, 43.2F, "1"}, {-74, 40.7F, "2", true}}};
  static const std::vector<bool> squares{true, false, true, false, true, false, true, false, true};
  static const std::array<ui::Figure, 3> figures{{{"3", "күн"}, {"68", "сессия"}, {"1 500", "қатысушы"}}};
  static const std::array<ui::DateRow, 2> dates{
      {{"сәрсенбі", "22", "сәрсенбі, 22 сәуір", "Ашылу", "21 сессия", "/22"},
       {"бейсенбі", "23", "бейсенбі, 23 сәуір", "Қорытынды", {}, "/23"}}};
  static const std::array<ui::Tile, 2> tiles{
      {{"1-тақырып", "Климат", "/1", {10, 123, 189}}, {{}, "Су", "/2", {255, 255, 0}}}};
  static const std::array<ui::Stop, 2> stops{
      {{"1", "Алматы", "13 наурыз", "/almaty"}, {{}, "Астана", "22 сәуір", {}, true}}};
  static const ui::BoardRow board_row{.room = "1-зал",
                                      .where = "2-қабат",
                                      .href = "/hall",
                                      .now = {.title = "Су",
                                              .second = "10:00",
                                              .href = "/w",
                                              .mark = "4",
                                              .mark_said = "4-тақырып",
                                              .color = {0, 90, 80},
                                              .progress = 0.5F},
                                      .next = {.title = "Ауа",
                                               .time = "11:30",
                                               .time_said = "Келесісі: 11:30",
                                               .href = "/a",
                                               .starred = true,
                                               .star_said = "Жұлдызша"}};
  static const std::array<ui::StripHour, 2> strip_hours{{{0, "9:00"}, {0.5F, "10:00"}}};
  static const std::array<ui::StripPart, 2> strip_parts{
      {{0, 0.5F, "Тіркелу", "9:00, Тіркелу", "/r", true, "Белгіленген", true},
       {0.5F, 0.51F, "Кофе", "10:00, Кофе", "/c", true}}};
  static const std::array<ui::PlaceLink, 1> told{{{"/n", "Тағы", ui::icon::menu, false, "3", "3 жаңа"}}};
  static const std::array<ui::FloorPlanShape, 1> shapes{
      {{.label = "1-зал", .href = "/hall", .corners = square, .selected = true}}};
  return {
      {"heading", [](ui::Frame& f) { ui::heading(f, 1, "Тақырып"); }, {"Тақырып"}},
      {"section", [](ui::Frame& f) { ui::section(f, 2, "Бөлім", "Барлығы", "/all"); }, {"Бөлім", "Барлығы"}},
      {"paragraph",
       [](ui::Frame& f) { ui::paragraph(f, "Мәтін", ui::TextLook::secondary, "kk"); },
       {"Мәтін"}},
      {"prose",
       [](ui::Frame& f) {
         ui::prose(f, {"Толығырақ мұнда, осында.", {{19, 29, "https://un.org/"}}}, "kk");
       },
       {"Толығырақ мұнда, осында.", "мұнда"}},
      {"points", [](ui::Frame& f) { ui::points(f, points); }, {"бірінші", "екінші"}},
      {"link", [](ui::Frame& f) { ui::link(f, "Сілтеме", "/x"); }, {"Сілтеме"}},
      {"tags", [](ui::Frame& f) { ui::tags(f, tags); }, {"тег", "ҚАЗІР", "су"}},
      {"fact",
       [](ui::Frame& f) { ui::fact(f, ui::icon::clock, "10:30", "Астана", "/t"); },
       {"10:30", "Астана"}},
      {"banner",
       [](ui::Frame& f) { ui::banner(f, ui::BannerLook::alarm, "Назар", "аударыңыз"); },
       {"Назар", "аударыңыз"}},
      {"empty", [](ui::Frame& f) { ui::empty(f, ui::icon::star, "Бос", "Таңдаңыз"); }, {"Бос", "Таңдаңыз"}},
      {"status", [](ui::Frame& f) { ui::status(f, "5 нәтиже"); }, {"5 нәтиже"}},
      {"button",
       [](ui::Frame& f) {
         ui::button(f, {.key = "k", .label = "Басу", .icon = ui::icon::star, .href = {}, .toggled = true});
       },
       {"Басу"}},
      {"icon_button", [](ui::Frame& f) { ui::icon_button(f, "k", ui::icon::search, "Іздеу"); }, {"Іздеу"}},
      {"card",
       [](ui::Frame& f) {
         ui::card(f, {.title = "Мұздықтар",
                      .href = "/g",
                      .live = "ҚАЗІР",
                      .supporting = "10:00",
                      .more = "Зал",
                      .tags = tags,
                      .stripe = ui::Color{1, 2, 3},
                      .progress = 0.5F,
                      .selected = true,
                      .star = ui::Star{true, "Жұлдыз"}});
       },
       {"Мұздықтар", "ҚАЗІР", "10:00", "Зал", "тег", "Жұлдыз"}},
      {"sign_words",
       [](ui::Frame& f) { ui::sign_words(f, {.text = "Пленарлық зал", .size_px = 40, .href = "/hall"}); },
       {"Пленарлық зал"}},
      {"sign_words of what is on",
       [](ui::Frame& f) { ui::sign_words(f, {.text = "Қазір", .bold = true, .live = true}); },
       {"Қазір"}},
      {"sign_row",
       [](ui::Frame& f) {
         ui::sign_row(f, {.time = "10:00–11:30",
                          .title = "Мұздықтар",
                          .second = "Қазақ тілі",
                          .href = "/g",
                          .current = true});
       },
       {"10:00–11:30", "Мұздықтар", "Қазақ тілі"}},
      {"timed_row",
       [](ui::Frame& f) {
         ui::timed_row(f, {.time = "10:00",
                           .title = "Мұздықтар",
                           .href = "/g",
                           .tags = states,
                           .second = "10:00–11:30 · 1-зал",
                           .former = "3-зал",
                           .bar = ui::Color{1, 2, 3},
                           .selected = true,
                           .star = ui::Star{true, "Жұлдыз"}});
       },
       {"10:00", "Мұздықтар", "ҚАЗІР", "Толды", "10:00–11:30 · 1-зал", "3-зал", "Жұлдыз"}},
      {"between_rows",
       [](ui::Frame& f) {
         ui::between_rows(f, {.icon = ui::icon::triangle_alert,
                              .text = "Екеуі бір уақытта",
                              .warns = true,
                              .action = "Таңдау",
                              .action_said = "Таңдау: бірі немесе екіншісі",
                              .href = "/c",
                              .joined = true});
       },
       {"Екеуі бір уақытта", "Таңдау: бірі немесе екіншісі"}},
      {"qr_picture",
       [](ui::Frame& f) { ui::qr_picture(f, {.name = "QR-код", .size = 3, .squares = &squares}); },
       {"QR-код"}},
      {"chip_line", [](ui::Frame& f) { ui::chip_line(f, "Түрі", chips); }, {"Түрі", "Барлығы", "БҰҰ жүйесі"}},
      {"row",
       [](ui::Frame& f) { ui::row(f, ui::icon::leaf, "Қатар", "астында", "/r"); },
       {"Қатар", "астында"}},
      {"choose",
       [](ui::Frame& f) { chosen = ui::choose(f, "Таңдау", choices, chosen); },
       {"Таңдау", "Бір", "Екінші"}},
      {"chip", [](ui::Frame& f) { ui::chip(f, "2-қабат", "/2", true); }, {"2-қабат"}},
      {"text_field",
       [](ui::Frame& f) {
         ui::text_field(f, {.key = "f", .label = "Өріс", .hint = "мысал", .search = false}, written);
       },
       {"Өріс"}},
      {"person_row",
       [](ui::Frame& f) {
         ui::person_row(f, {"Әсел Ким", "Модератор", "Елші", "/p"});
       },
       {"Әсел Ким", "Модератор", "Елші"}},
      {"board_row",
       [](ui::Frame& f) { ui::board_row(f, board_row, false); },
       {"1-зал", "Су", "10:00", "4-тақырып", "Ауа", "Жұлдызша", "Келесісі: 11:30"}},
      {"day_strip",
       [](ui::Frame& f) {
         ui::day_strip(f, "Күн",
                       {.hours = strip_hours,
                        .parts = strip_parts,
                        .now = 0.25F,
                        .now_label = "9:30",
                        .now_said = "Қазір 9:30"});
       },
       {"Күн", "9:00, Тіркелу", "Белгіленген", "10:00, Кофе", "Қазір 9:30"}},
      {"badge",
       [](ui::Frame& f) {
         ui::bottom_tabs(f, {0, 500, 360, 64}, "Негізгі", told);
       },
       {"Тағы", "3 жаңа"}},
      {"day_tabs",
       [](ui::Frame& f) { ui::day_tabs(f, "Күндер", days); },
       {"Күндер", "сәрсенбі, 22 сәуір", "бейсенбі, 23 сәуір"}},
      {"hero",
       [](ui::Frame& f) {
         ui::hero(f, {.title = "Саммит", .line1 = "22–24 сәуір", .line2 = "1-күн"}, "Тіл", choices, chosen);
       },
       {"Саммит", "22–24 сәуір", "1-күн", "Тіл", "Бір"}},
      {"app_bar",
       [](ui::Frame& f) {
         ui::app_bar(f, {0, 0, 360, 56}, "Карта", "Артқа", "/", 1);
       },
       {"Карта", "Артқа"}},
      {"bottom_tabs",
       [](ui::Frame& f) {
         ui::bottom_tabs(f, {0, 576, 360, 64}, "Бөлімдер", places);
       },
       {"Бөлімдер", "Басты", "Карта"}},
      {"rail",
       [](ui::Frame& f) {
         ui::rail(f, {0, 0, 92, 640}, "Бөлімдер", places);
       },
       {"Бөлімдер", "Басты", "Карта"}},
      {"now_line", [](ui::Frame& f) { ui::now_line(f, "10:30", "Қазір 10:30"); }, {"Қазір 10:30"}},
      {"plan",
       [](ui::Frame& f) { ui::floor_plan(f, {.name = "Жоспар", .outline = square, .shapes = shapes}); },
       {"Жоспар", "1-зал"}},
      {"plan picture",
       [](ui::Frame& f) {
         ui::floor_plan_picture(f, {.name = "Сызбада: 1-зал", .outline = square, .shapes = shapes}, "/m",
                                200);
       },
       {"Сызбада: 1-зал"}},
      {"chart",
       [](ui::Frame& f) { ui::world_map(f, {.name = "Әлем картасы", .marks = marks}); },
       {"Әлем картасы"}},
      {"titled", [](ui::Frame& f) { ui::titled(f, ui::icon::leaf, 2, "Белгілі бөлім"); }, {"Белгілі бөлім"}},
      {"step",
       [](ui::Frame& f) {
         auto list = f.list();
         auto item = f.list_item();
         auto step = f.step("1", false);
         ui::paragraph(f, "Бірінші қадам");
       },
       {"1", "Бірінші қадам"}},
      {"told step",
       [](ui::Frame& f) {
         auto list = f.list();
         ui::told_step(f, {.mark = "2", .sentence = "Солға бұрылыңыз.", .distance = "40 м", .href = "/m"});
       },
       {"2", "Солға бұрылыңыз.", "40 м"}},
      {"switch",
       [](ui::Frame& f) { ui::switch_row(f, {.key = "s", .label = "Баспалдақсыз", .on = true}); },
       {"Баспалдақсыз"}},
      {"grid",
       [](ui::Frame& f) {
         auto grid = ui::grid(f, {"Кесте", 1, 2});
         auto row = ui::grid_row(f, 1);
         ui::grid_cell(f, {.role = Role::row_header, .text = "10:00"}, {0, 0, 60, 60});
         ui::grid_cell(f, {.column = 2, .text = "Сессия", .second = "1-зал", .href = "/s"}, {60, 0, 140, 60});
       },
       {"Кесте", "10:00", "Сессия", "1-зал"}},
      {"search_link", [](ui::Frame& f) { ui::search_link(f, "Іздеу", "/s", 0); }, {"Іздеу"}},
      {"figures",
       [](ui::Frame& f) { ui::figures(f, "Цифрлар", figures); },
       {"Цифрлар", "3", "күн", "1 500", "қатысушы"}},
      {"date_rows",
       [](ui::Frame& f) { ui::date_rows(f, "Күндер", dates); },
       {"Күндер", "сәрсенбі, 22 сәуір", "Ашылу", "21 сессия", "Қорытынды"}},
      {"tiles",
       [](ui::Frame& f) { ui::tiles(f, "Тақырыптар", tiles, 2); },
       {"Тақырыптар", "1-тақырып", "Климат", "Су"}},
      {"stops", [](ui::Frame& f) { ui::stops(f, "Жол", stops); }, {"Жол", "Алматы", "13 наурыз", "Астана"}},
  };
}

bool can_be_used(const ui::Node& node) {
  return node.pressable || node.role == Role::text_field || node.role == Role::search_field;
}

}  // namespace

TEST_CASE("every widget says what it draws") {
  for (const Widget& widget : widgets()) {
    Screen screen;
    screen.frame(widget.draw);
    CAPTURE(widget.name);
    const ui::Tree& tree = screen.kit->tree();
    CHECK_FALSE(tree.nodes.empty());
    for (const std::string& name : widget.says)
      CHECK_MESSAGE(std::ranges::find(tree.nodes, name, &ui::Node::name) != tree.nodes.end(), "says ", name);
  }
}

TEST_CASE("what a widget says is drawn where it says, with a type size for its text") {
  for (const Widget& widget : widgets()) {
    Screen screen;
    screen.frame(widget.draw);
    CAPTURE(widget.name);
    for (const ui::Node& node : screen.kit->tree().nodes) {
      CAPTURE(node.name);
      CHECK(node.bounds.x >= 0);
      CHECK(node.bounds.right() <= 360.5F);
      CHECK(node.bounds.width > 0);
      CHECK(node.bounds.height > 0);
      CHECK(node.drawn);
      if (node.role == Role::text || node.role == Role::heading) CHECK(node.size_px >= 12);
    }
  }
}

TEST_CASE("what can be touched has a name and is large enough for a finger") {
  for (const Widget& widget : widgets()) {
    Screen screen;
    screen.frame(widget.draw);
    CAPTURE(widget.name);
    for (const ui::Node& node : screen.kit->tree().nodes) {
      if (!can_be_used(node)) continue;
      CAPTURE(node.name);
      CHECK_FALSE(node.name.empty());
      // Among words lines are closer together: paragraph_test.cpp.
      if (node.look == ui::Look::in_text) continue;
      CHECK(node.bounds.width >= 44);
      CHECK(node.bounds.height >= 44);
    }
  }
}

TEST_CASE("every widget shows that it has the keyboard focus") {
  for (const Widget& widget : widgets()) {
    if (widget.name == "grid") continue;  // Tab stops once in it: grid_test.cpp
    Screen screen;
    screen.settle(widget.draw);
    CAPTURE(widget.name);
    std::vector<ui::NodeId> stops;
    for (const ui::Node& node : screen.kit->tree().nodes)
      if (can_be_used(node)) stops.push_back(node.id);
    for (const ui::NodeId id : stops) {
      screen.key(ui::KeyName::tab);
      screen.settle(widget.draw);
      const ui::Node* node = screen.kit->tree().find(id);
      REQUIRE(node != nullptr);
      CHECK(node->state.focused);
    }
  }
}

TEST_CASE("states are said") {
  Screen screen;
  for (const Widget& widget : widgets()) {
    if (widget.name != "card" && widget.name != "button" && widget.name != "day_tabs") continue;
    screen.frame(widget.draw);
    if (widget.name == "card") {
      CHECK(screen.node(Role::link, "Мұздықтар").state.current);
      CHECK(screen.node(Role::button, "Жұлдыз").state.pressed);
      CHECK(screen.node(Role::button, "Жұлдыз").state.toggles);
    }
    if (widget.name == "button") CHECK(screen.node(Role::button, "Басу").state.pressed);
    if (widget.name == "day_tabs") {
      CHECK(screen.node(Role::tab, "сәрсенбі, 22 сәуір").state.selected);
      CHECK_FALSE(screen.node(Role::tab, "бейсенбі, 23 сәуір").state.selected);
    }
  }
}

TEST_CASE("an enlarged plan ends in the round corners of its card, whatever lies around it") {
  constexpr std::array<ui::Point, 4> square{{{0, 0}, {40, 0}, {40, 30}, {0, 30}}};
  const std::array<ui::FloorPlanShape, 1> rooms{{{.label = "1-зал", .href = "/h", .corners = square}}};
  const ui::FloorPlan plan{.name = "Карта", .outline = square, .shapes = rooms, .leads = true};
  for (const bool in_panel : {false, true}) {
    CAPTURE(in_panel);
    Screen screen({390, 800});
    std::array<int, 4> covered{};
    const auto draw = [&](ui::Frame& f) {
      std::optional<ui::Frame::Scope> panel;
      if (in_panel) panel.emplace(f.panel());
      const ImDrawList& list = *f.kit().painter.list();
      const int before = list.VtxBuffer.Size;
      ui::floor_plan(f, plan);
      const ui::Rect& card = screen.node(Role::group, "Карта").bounds;
      const ui::Palette& palette = f.style().palette;
      const ui::Color around = in_panel ? palette.surface : palette.background;
      covered = {};
      for (int i = before; i < list.VtxBuffer.Size; ++i) {
        const ImDrawVert& vertex = list.VtxBuffer[i];
        if (vertex.col != IM_COL32(around.red, around.green, around.blue, 255)) continue;
        constexpr float near = 20;
        const bool left = vertex.pos.x<card.x + near, right = vertex.pos.x> card.right() - near;
        const bool above = vertex.pos.y<card.y + near, below = vertex.pos.y> card.bottom() - near;
        if ((left || right) && (above || below)) ++covered[(right ? 1U : 0U) + (below ? 2U : 0U)];
      }
    };
    screen.settle(draw);
    screen.kit->handle(ui::ZoomEvent{.at = {195, 150}, .factor = 3});
    screen.settle(draw);
    CHECK(screen.node(Role::group, "Карта").state.zoomed);
    for (const int one : covered) CHECK(one >= 4);
  }
}

TEST_CASE("five days are named each, in letters that grow, and nothing of them is cut") {
  struct Named {
    std::string_view whole, brief, day;
  };
  constexpr std::array<Named, 5> russian{{{"Понедельник", "Пн", "20"},
                                          {"Вторник", "Вт", "21"},
                                          {"Среда", "Ср", "22"},
                                          {"Четверг", "Чт", "23"},
                                          {"Пятница", "Пт", "24"}}};
  for (const float width : {320.F, 358.F, 700.F})
    for (const float scale : {1.F, 1.5F, 2.F}) {
      CAPTURE(width);
      CAPTURE(scale);
      Screen screen({width, 640}, "ru");
      screen.setup.text_scale = scale;
      screen.kit->note_texts();
      std::vector<ui::DayTab> days;
      std::vector<std::string> labels;
      labels.reserve(russian.size());
      for (const Named& one : russian) {
        labels.push_back(std::string(one.whole) + " " + std::string(one.day));
        days.push_back({.href = "/",
                        .label = labels.back(),
                        .short_label = labels.back(),
                        .weekday = one.whole,
                        .short_weekday = one.brief,
                        .day = one.day,
                        .spoken = labels.back(),
                        .selected = one.day == "22"});
      }
      screen.frame([&](ui::Frame& f) { ui::day_tabs(f, "Дни", days); });
      const auto& written = screen.kit->written_texts();
      for (std::size_t i = 0; i < days.size(); ++i) {
        const ui::Rect tab = screen.node(Role::tab, labels[i]).bounds;
        bool named = false;
        for (const ui::WrittenText& one : written) {
          if (!tab.contains(one.bounds.center())) continue;
          CHECK(one.bounds.x >= tab.x);
          CHECK(one.bounds.right() <= tab.right());
          if (!one.text.starts_with(russian[i].brief) && !one.text.starts_with(russian[i].whole)) continue;
          named = true;
          // Of the size of texts: a line of 12 points is 16 high, and letters grow with all others.
          CHECK(one.bounds.height >= std::round(12 * 0.8F * scale) * 16 / 12);
          CHECK(one.bounds.height >= 16);
        }
        CHECK(named);
      }
    }
}

TEST_CASE("the labels of the navigation have room beside each other, on the narrowest phone") {
  for (const std::string_view language : text::message_languages()) {
    Screen screen({320, 640}, language);
    std::vector<std::string> labels;
    for (const text::Key key : {text::Key("nav.home"), text::Key("nav.agenda"), text::Key("nav.map"),
                                text::Key("nav.partners"), text::Key("nav.more")})
      labels.emplace_back(text::raw_message(language, key));
    std::vector<ui::PlaceLink> places;
    for (const std::string& label : labels) places.push_back({"/", label, ui::icon::house, false});
    screen.frame([&](ui::Frame& f) {
      ui::bottom_tabs(f, {0, 576, 320, 64}, "x", places);
      float x = 0;
      for (const std::string& label : labels) {
        const ui::Node& node = screen.node(Role::link, label);
        CHECK(node.bounds.x == doctest::Approx(x));
        CHECK(node.bounds.width >= 44);
        // Its word has room, or is not there.
        if (!node.text.empty()) CHECK(node.bounds.width >= node.text.width);
        x = node.bounds.right();
      }
      CHECK(x == doctest::Approx(320));
    });
  }
}

TEST_CASE("no title of a bar is cut, on the narrowest phone") {
  for (const std::string_view language : text::message_languages())
    for (const text::Key key : {text::Key("agenda.title"), text::Key("themes.title"), text::Key("my.title"),
                                text::Key("partners.title"), text::Key("settings.title")}) {
      Screen screen({320, 640}, language);
      const std::string title(text::raw_message(language, key));
      CAPTURE(title);
      screen.frame([&](ui::Frame& f) {
        ui::app_bar(f, {0, 0, 320, 56}, title, "x", "/", 1);
        const ui::Node& node = screen.node(Role::heading, title);
        const float lines = node.bounds.height / node.line_height_px;
        const ui::TypeStyle style{
            .size_px = node.size_px, .line_height_px = node.line_height_px, .bold = true};
        CHECK(screen.kit->state().painter.width_of(title, style) <= node.bounds.width * lines);
        CHECK(node.bounds.height <= 56);
      });
    }
}

TEST_CASE("a link that may not be opened is text") {
  for (const std::string_view href : {"javascript:alert(1)", "file:///etc/passwd", "//un.org"}) {
    Screen screen;
    const auto draw = [&](ui::Frame& f) {
      ui::link(f, "Сілтеме", href);
      ui::fact(f, ui::icon::external_link, "Дерек", "мекенжай", href);
      ui::chip(f, "Белгі", href, false);
    };
    screen.settle(draw);
    for (const std::string_view name : {"Сілтеме", "Дерек", "Белгі"}) {
      const ui::Node& node = screen.node(Role::text, name);
      CHECK(node.href.empty());
      CHECK_FALSE(node.pressable);
    }
  }
  Screen screen;
  for (const std::string_view href :
       {"https://un.org/", "mailto:a@un.org", "tel:+77172", "/kk/map/", "#day"}) {
    screen.settle([&](ui::Frame& f) { ui::link(f, "Сілтеме", href); });
    CHECK(std::string_view(screen.node(Role::link, "Сілтеме").href) == href);
  }
}

TEST_CASE("figures stand in rows as long as each other where they do not fit in one") {
  const std::array<ui::Figure, 4> figures{
      {{"1", "бірінші"}, {"2", "екінші"}, {"3", "халықаралықтандыру"}, {"4", "төртінші"}}};
  Screen screen;
  screen.frame([&](ui::Frame& f) { ui::figures(f, "Цифрлар", figures); });
  std::map<float, int> rows;
  for (const ui::Node& node : screen.kit->tree().nodes)
    if (node.look == ui::Look::figure) ++rows[node.bounds.y];
  REQUIRE(rows.size() == 2);
  for (const auto& [top, count] : rows) CHECK(count == 2);
}

TEST_CASE("things stand side by side, and what follows stands below the higher one") {
  Screen screen;
  screen.frame([](ui::Frame& f) {
    f.beside(
        100, 20, [&] { ui::paragraph(f, "сол"); },
        [&] {
          ui::paragraph(f, "оң");
          f.gap(50);
          ui::paragraph(f, "төмен");
        });
    ui::paragraph(f, "кейін");
  });
  const auto at = [&](std::string_view name) { return screen.kit->tree().find(Role::text, name)->bounds; };
  CHECK(at("сол").width == 100);
  CHECK(at("оң").x == at("сол").x + 120);
  CHECK(at("оң").y == at("сол").y);
  CHECK(at("кейін").y == at("төмен").bottom());
  CHECK(at("кейін").x == at("сол").x);
}

TEST_CASE("no word on a tile is cut: it is set smaller, and then in fewer columns") {
  const auto set_in = [](float window, std::string_view title) {
    const std::array<ui::Tile, 4> tiles{{{"1-тақырып", "Су", "/1", {0, 90, 90}},
                                         {"2-тақырып", title, "/2", {0, 90, 90}},
                                         {"3-тақырып", "Ауа", "/3", {0, 90, 90}},
                                         {"4-тақырып", "Жер", "/4", {0, 90, 90}}}};
    Screen screen({window, 640});
    screen.frame([&](ui::Frame& f) { ui::tiles(f, "Тақырыптар", tiles, 4); });
    struct Set {
      std::set<float> columns, sizes;
      bool cut = false;
    } set;
    ui::Kit::State& s = screen.kit->state();
    for (const ui::Node& node : screen.kit->tree().nodes) {
      if (node.size_px == 0) continue;
      const ui::TypeStyle style{node.size_px, node.line_height_px, node.bold};
      set.cut = set.cut || s.lay_out(node.name, style, node.text.width).word_cut;
      if (node.look != ui::Look::tile) continue;
      set.columns.insert(node.bounds.x);
      set.sizes.insert(node.size_px);
    }
    return set;
  };
  const auto large = set_in(900, "Продовольствие");
  CHECK_FALSE(large.cut);
  CHECK(large.columns.size() == 4);
  CHECK(large.sizes == std::set<float>{16});
  const auto smaller = set_in(660, "Продовольствие");
  CHECK_FALSE(smaller.cut);
  CHECK(smaller.columns.size() == 4);
  CHECK(smaller.sizes.size() == 1);
  CHECK(*smaller.sizes.begin() < 16);
  CHECK(*smaller.sizes.begin() >= 14);
  const auto fewer = set_in(480, "Продовольствие");
  CHECK_FALSE(fewer.cut);
  CHECK(fewer.columns.size() == 2);
  const auto one = set_in(240, "Продовольствие");
  CHECK_FALSE(one.cut);
  CHECK(one.columns.size() == 1);
}

TEST_CASE("white can be read on every tile") {
  const std::array<ui::Tile, 3> tiles{
      {{{}, "сары", "/1", {255, 255, 0}}, {{}, "ақ", "/2", {255, 255, 255}}, {{}, "көк", "/3", {0, 0, 80}}}};
  Screen screen;
  screen.frame([&](ui::Frame& f) { ui::tiles(f, "Түстер", tiles, 3); });
  int seen = 0;
  for (const ui::Node& node : screen.kit->tree().nodes) {
    if (node.look != ui::Look::tile) continue;
    ++seen;
    CHECK(ui::contrast(node.color, {255, 255, 255, 255}) >= 5.7);
  }
  CHECK(seen == 3);
}

TEST_CASE("no word of the navigation is set smaller than it can be read, and none lies over another") {
  for (const std::string_view language : text::message_languages())
    for (float width = 195; width < 600; width += 15)
      for (const float scale : {1.F, 2.F}) {
        Screen screen({width, 640}, language);
        screen.setup.text_scale = scale;
        CAPTURE(language);
        CAPTURE(width);
        CAPTURE(scale);
        std::vector<std::string> labels;
        for (const text::Key key :
             {text::Key("nav.home"), text::Key("nav.agenda"), text::Key("nav.map"), text::Key("nav.more")})
          labels.emplace_back(text::raw_message(language, key));
        std::vector<ui::PlaceLink> places;
        for (const std::string& label : labels)
          places.push_back({"/", label, ui::icon::house, places.size() == 1});
        screen.frame([&](ui::Frame& f) {
          const float high = ui::tab_bar_height(f, places);
          ui::bottom_tabs(f, {0, 640 - high, width, high}, "Бөлімдер", places);
        });
        float right = 0;
        for (const ui::Node& node : screen.kit->tree().nodes) {
          if (node.role != Role::link) continue;
          CHECK(node.bounds.width >= 44);
          if (node.text.empty()) continue;
          CHECK(node.size_px >= 12);
          CHECK(node.text.x >= right);
          right = node.text.right();
          CHECK(right <= width);
        }
      }
}

TEST_CASE("a line of chips fades into its ground at the ends behind which it goes on") {
  Screen screen({360, 640});
  struct Ends {
    bool left = false, right = false;
  };
  const auto faded = [&](std::size_t count) {
    Ends ends;
    screen.settle([&](ui::Frame& f) {
      const std::vector<ui::Chip> chips(count, ui::Chip{.label = "Барлық тақырыптар", .href = "/t"});
      const ImDrawList& list = *f.kit().painter.list();
      const int before = list.VtxBuffer.Size;
      ui::chip_line(f, "Сүзгі", chips);
      const ui::Color ground = f.style().palette.background;
      ends = {};
      for (int i = before; i < list.VtxBuffer.Size; ++i) {
        const ImDrawVert& vertex = list.VtxBuffer[i];
        if (vertex.col != IM_COL32(ground.red, ground.green, ground.blue, 255)) continue;
        ends.left |= vertex.pos.x <= 1;
        ends.right |= vertex.pos.x >= 359;
      }
    });
    return ends;
  };
  const Ends few = faded(1);
  CHECK_FALSE(few.left);
  CHECK_FALSE(few.right);
  const Ends at_start = faded(8);
  CHECK_FALSE(at_start.left);
  CHECK(at_start.right);
  screen.kit->handle(ui::WheelEvent{.at = {180, 20}, .dx = 200, .dy = 0});
  const Ends between = faded(8);
  CHECK(between.left);
  CHECK(between.right);
  screen.kit->handle(ui::WheelEvent{.at = {180, 20}, .dx = 9000, .dy = 0});
  const Ends at_end = faded(8);
  CHECK(at_end.left);
  CHECK_FALSE(at_end.right);
}

TEST_CASE("times stand beside the titles while these have room, else above them") {
  for (const auto& [width, scale, beside] :
       {std::tuple(390.F, 1.F, true), {390.F, 2.F, false}, {195.F, 1.F, false}}) {
    Screen screen({width, 640});
    screen.setup.text_scale = scale;
    CAPTURE(width);
    CAPTURE(scale);
    screen.frame([](ui::Frame& f) {
      ui::timed_row(f, {.time = "10:00",
                        .title = "Кофе",
                        .href = "/c",
                        .second = "10:00–11:30",
                        .star = ui::Star{false, "Жұлдыз"}});
    });
    const ui::Node& time = screen.node(Role::heading, "10:00");
    const ui::Node& title = screen.node(Role::link, "Кофе");
    CHECK((time.text.bottom() > title.text.y) == beside);
    CHECK((time.text.right() < title.text.x) == beside);
    CHECK(screen.node(Role::button, "Жұлдыз").bounds.height >= 44);
    if (scale == 1 && beside) CHECK(title.bounds.height == 53);
  }
}

TEST_CASE("the stops of a way stand in one row, in two where that is too short, else below each other") {
  std::array<ui::Stop, 9> stops;
  stops.fill({.mark = "1", .title = "Самарқанд", .second = "5 сәуір", .href = "/s"});
  for (const auto& [width, columns, rows] : {std::tuple(1200.F, 9, 1), {600.F, 5, 2}, {320.F, 1, 9}}) {
    CAPTURE(width);
    Screen screen({width, 900});
    screen.frame([&](ui::Frame& f) { ui::stops(f, "Жол", stops); });
    std::set<float> x, y;
    for (const ui::Node& node : screen.kit->tree().nodes) {
      if (node.look != ui::Look::stop) continue;
      x.insert(node.bounds.x);
      y.insert(node.bounds.y);
      CHECK(node.bounds.right() <= width);
      CHECK(node.text.bottom() <= node.bounds.bottom());
    }
    CHECK(x.size() == static_cast<std::size_t>(columns));
    CHECK(y.size() == static_cast<std::size_t>(rows));
  }
}
