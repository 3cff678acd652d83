// Lines of real text in the real fonts.
#include "ui/paragraph.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

#include <random>

#include "screen.h"

using test::Screen;
using ui::Role;

namespace {

constexpr std::string_view kazakh =
    "Өңірлік экологиялық саммит 2026 жылғы 22–24 сәуірде Астанада өтеді: суды, мұздықтарды және "
    "ауаны қорғау, "
    "жасыл қаржыландыру, «көмірқышқылгазсыздандырылған» энергетика — бәрі бір бағдарламада. Ғылым "
    "мен "
    "мемлекеттердің бірлескен іс‑қимылы, 2030 жылға дейінгі кезең, 3-қабат, № 7 зал; "
    "қанағаттандырылмағандықтарыңыздан "
    "https://example.org/a/very/long/path/that/does/not/break?x=1\n"
    "Екінші жол. Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі.";

std::string without_spaces(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n') kept += c;
  return kept;
}

}  // namespace

TEST_CASE("every line of a long Kazakh paragraph fits, and nothing is lost") {
  Screen screen;
  for (const float scale : {1.F, 1.5F, 2.F, 4.F}) {
    screen.setup.scale = scale;
    screen.frame([&](ui::Frame& f) {
      ui::Kit::State& s = screen.kit->state();
      for (const ui::TypeStyle& style : {s.type.body, s.type.title, s.type.tag})
        for (float width = 40; width < 700; width += 37) {
          CAPTURE(scale);
          CAPTURE(width);
          const ui::Paragraph& paragraph = s.lay_out(kazakh, style, width);
          std::string joined;
          std::uint32_t last = 0;
          for (const ui::Paragraph::Line& line : paragraph.lines) {
            REQUIRE(line.end <= kazakh.size());
            REQUIRE(line.begin >= last);
            last = line.end;
            const std::string_view words = kazakh.substr(line.begin, line.end - line.begin);
            CHECK(s.painter.width_of(words, style) <= width + 0.02F);
            joined += without_spaces(words);
            // No letter is cut in two.
            CHECK((words.empty() || (static_cast<unsigned char>(words.front()) & 0xC0) != 0x80));
          }
          CHECK(joined == without_spaces(kazakh));
          CHECK(paragraph.height ==
                doctest::Approx(static_cast<float>(paragraph.lines.size()) * style.line_height_px));
          CHECK(paragraph.width <= width + 0.02F);
        }
      ui::heading(f, 1, "x");
    });
  }
}

TEST_CASE("no line ends or begins with the dot that stands between two things") {
  Screen screen;
  screen.frame([&](ui::Frame& f) {
    ui::Kit::State& s = f.kit();
    constexpr std::string_view text = "10:00–11:00 · Пленарлық зал · Шақыру бойынша";
    for (float width = 60; width < 400; width += 3) {
      CAPTURE(width);
      for (const ui::Paragraph::Line& line : s.lay_out(text, s.type.secondary, width).lines) {
        const std::string_view said = text.substr(line.begin, line.end - line.begin);
        CHECK_FALSE(said.ends_with("·"));
        CHECK_FALSE(said.starts_with("·"));
      }
    }
    // What is all of a text stays.
    CHECK(s.lay_out("а ·", s.type.secondary, 300).lines.front().end == std::string_view("а ·").size());
  });
}

TEST_CASE("a date range and a numbered floor stay on one line") {
  Screen screen;
  screen.frame([&](ui::Frame& f) {
    ui::Kit::State& s = screen.kit->state();
    for (float width = 90; width < 400; width += 11) {
      const ui::Paragraph& paragraph = s.lay_out(kazakh, s.type.body, width);
      for (const std::string_view whole : {"22–24", "3-қабат"}) {
        const auto at = static_cast<std::uint32_t>(kazakh.find(whole));
        bool together = false;
        for (const ui::Paragraph::Line& line : paragraph.lines)
          together |= line.begin <= at && line.end >= at + whole.size();
        CHECK_MESSAGE(together, std::string(whole), " at ", width);
      }
    }
    ui::heading(f, 1, "x");
  });
}

TEST_CASE("a text is measured once, not in every frame") {
  Screen screen;
  const auto draw = [](ui::Frame& f) {
    ui::heading(f, 1, "Бағдарлама");
    ui::paragraph(f, kazakh);
    ui::button(f, {.key = "a", .label = "Ашу", .href = {}, .toggled = {}});
  };
  screen.frame(draw);
  const std::uint64_t measured = screen.kit->state().paragraphs.measured();
  CHECK(measured >= 3);
  screen.frame(draw);
  CHECK(screen.kit->state().paragraphs.measured() == measured);
  // Another width is another paragraph.
  screen.setup.window.width = 500;
  screen.frame(draw);
  CHECK(screen.kit->state().paragraphs.measured() > measured);
}

TEST_CASE("empty, blank and ill-formed texts are drawn without harm") {
  Screen screen;
  for (const std::string_view text : {"", " ", "\n\n", "\xFF\xFE", "\xD2",
                                      "a\xC0\x80"
                                      "b",
                                      "\xE2\x81\xA0", "\xF0\x9F\x98\x80", "\t"})
    screen.frame([&](ui::Frame& f) {
      ui::paragraph(f, text);
      ui::button(f, {.key = "k", .label = text, .href = {}, .toggled = {}});
      ui::link(f, text, "/");
    });
  CHECK(screen.kit->tree().nodes.size() == 3);
}

TEST_CASE("a window of no size is drawn without harm") {
  for (const ui::Size size : {ui::Size{0, 0}, ui::Size{1, 1}, ui::Size{30, 2000}}) {
    Screen screen(size);
    screen.settle([](ui::Frame& f) {
      auto margins = f.margins(16);
      ui::heading(f, 1, kazakh);
      ui::paragraph(f, kazakh);
      ui::link(f, kazakh, "/");
    });
    CHECK(screen.kit->tree().nodes.size() == 3);
  }
}

namespace {

bool makes_a_kit(std::string_view regular) {
  return ui::Kit::create({test::bytes(regular), test::bytes(test::font_file("bold")),
                          test::bytes(test::font_file("icons"))})
      .has_value();
}

}  // namespace

TEST_CASE("a font that was cut is refused in words") {
  for (const char* which : {"regular", "bold", "icons"}) {
    const std::string& whole = test::font_file(which);
    for (const double share : {0.0, 0.00001, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999}) {
      const std::string cut =
          whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share));
      CAPTURE(which);
      CAPTURE(cut.size());
      const auto made = ui::Kit::create({test::bytes(which[0] == 'r' ? cut : test::font_file("regular")),
                                         test::bytes(which[0] == 'b' ? cut : test::font_file("bold")),
                                         test::bytes(which[0] == 'i' ? cut : test::font_file("icons"))});
      REQUIRE_FALSE(made);
      CHECK_FALSE(made.error().empty());
    }
  }
}

TEST_CASE("what is no font is refused in words") {
  std::mt19937 random(7);
  std::string noise(50000, '\0');
  for (char& c : noise) c = static_cast<char>(random() & 0xFF);
  CHECK_FALSE(makes_a_kit(noise));
  CHECK_FALSE(makes_a_kit("OTTO" + noise));
  CHECK_FALSE(makes_a_kit(std::string("\0\1\0\0", 4) + noise));
  CHECK_FALSE(makes_a_kit(std::string(50000, '\0')));
  CHECK_FALSE(makes_a_kit("<!doctype html><title>404</title>" + std::string(5000, ' ')));
  CHECK_FALSE(makes_a_kit({}));
  CHECK(makes_a_kit(test::font_file("regular")));
}

TEST_CASE("a font whose table of contents was damaged is refused or used, and never harms") {
  const std::string& whole = test::font_file("regular");
  std::mt19937 random(11);
  for (int i = 0; i < 200; ++i) {
    std::string damaged = whole;
    const std::size_t places = 1 + random() % 4;
    for (std::size_t k = 0; k < places; ++k) damaged[4 + random() % 200] = static_cast<char>(random() & 0xFF);
    makes_a_kit(damaged);
  }
  CHECK(makes_a_kit(whole));
}

TEST_CASE("a word as long as a file is broken letter by letter, in no more than one pass") {
  Screen screen;
  screen.frame([&](ui::Frame& f) {
    ui::Kit::State& s = screen.kit->state();
    for (const std::string& text :
         {std::string(500'000, 'x'), std::string(300'000, 'x') + std::string(300'000, ' ') + "x"}) {
      const ui::Paragraph& paragraph = s.lay_out(text, s.type.body, 300);
      std::size_t letters = 0;
      for (const ui::Paragraph::Line& line : paragraph.lines) {
        letters += without_spaces(std::string_view(text).substr(line.begin, line.end - line.begin)).size();
        REQUIRE(s.painter.width_of(std::string_view(text).substr(line.begin, line.end - line.begin),
                                   s.type.body) <= 300.02F);
      }
      CHECK(letters == without_spaces(text).size());
      CHECK(paragraph.word_cut);
    }
    ui::heading(f, 1, "x");
  });
}

namespace {

// The text with the links that stand in it as [words](address).
text::ProseParagraph written(std::string_view prose) { return text::paragraphs_of(prose).at(0); }

// Where the words of that link stand in the only paragraph of the frame, line by line.
std::vector<ui::TextPart> parts_of(Screen& screen, const ui::Node& paragraph, const text::ProseLink& link) {
  ui::Kit::State& s = screen.kit->state();
  const ui::Paragraph& lines = s.lay_out(paragraph.name, s.type.body, paragraph.bounds.width);
  return s.parts_of(paragraph.name, lines, {paragraph.bounds.x, paragraph.bounds.y}, s.type.body, link.begin,
                    link.end);
}

}  // namespace

TEST_CASE("a link stands among the words of its paragraph and can be pressed over the end of a line") {
  const text::ProseParagraph prose = written(
      "Мұздықтар мен су туралы [Орталық Азия елдерінің бірлескен мәлімдемесі мен жол "
      "картасы](https://un.org/a) "
      "және [хат](mailto:a@un.org).");
  REQUIRE(prose.links.size() == 2);
  Screen screen({360, 640});
  std::string followed;
  const auto draw = [&](ui::Frame& f) {
    ui::prose(f, prose, "kk");
    if (!f.followed().empty()) followed = f.followed();
  };
  screen.settle(draw);
  const ui::Node whole = screen.node(Role::text, prose.text);
  const ui::Node link =
      screen.node(Role::link, "Орталық Азия елдерінің бірлескен мәлімдемесі мен жол картасы");
  CHECK(link.depth == whole.depth + 1);
  CHECK(link.look == ui::Look::in_text);
  CHECK(link.begins_at == prose.links[0].begin);
  CHECK(link.href == "https://un.org/a");
  CHECK(link.language == "kk");
  CHECK(intersection(link.bounds, whole.bounds) == link.bounds);
  CHECK(link.bounds.height >= 2 * whole.line_height_px);  // over the end of a line
  // In both lines, and not before its first word or behind its last one, though that is inside its rectangle.
  const ui::Point before{whole.bounds.x + 4, link.bounds.y + 4};
  const auto parts = parts_of(screen, whole, prose.links[0]);
  const ui::Point end{parts.back().rect.right() - 4, parts.back().rect.center().y};
  const ui::Point behind{end.x + 24, end.y};
  for (const auto& [at, href] : {std::pair{parts.front().rect.center(), "https://un.org/a"},
                                 {end, "https://un.org/a"},
                                 {before, ""},
                                 {behind, ""}}) {
    followed.clear();
    CHECK(link.bounds.contains(at));
    screen.tap(at, ui::PointerKind::mouse);
    screen.settle(draw);
    CHECK(followed == href);
  }
  // A finger is wider than a line is high.
  for (const auto& [kind, href] :
       {std::pair{ui::PointerKind::touch, "mailto:a@un.org"}, {ui::PointerKind::mouse, ""}}) {
    followed.clear();
    screen.tap({screen.node(Role::link, "хат").bounds.center().x, whole.bounds.bottom() + 6}, kind);
    screen.settle(draw);
    CHECK(followed == href);
  }
}

TEST_CASE("links among words are reached by the keyboard, in their order") {
  const text::ProseParagraph prose = written("[Бір](https://un.org/1), екі, [үш](https://un.org/3).");
  Screen screen;
  std::string followed;
  const auto draw = [&](ui::Frame& f) {
    ui::prose(f, prose);
    if (!f.followed().empty()) followed = f.followed();
  };
  screen.settle(draw);
  for (const std::string_view name : {"Бір", "үш"}) {
    screen.key(ui::KeyName::tab);
    screen.settle(draw);
    CHECK(screen.node(Role::link, name).state.focused);
    screen.key(ui::KeyName::enter);
    screen.settle(draw);
    CHECK(followed == screen.node(Role::link, name).href);
  }
}

TEST_CASE("a paragraph that is a link is a link, of the size of a finger") {
  Screen screen;
  screen.frame([&](ui::Frame& f) { ui::prose(f, written("[Бізге жазыңыз](mailto:a@un.org)")); });
  CHECK(screen.kit->tree().nodes.size() == 1);
  CHECK(screen.node(Role::link, "Бізге жазыңыз").bounds.height >= 44);
}
