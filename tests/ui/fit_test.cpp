// Nothing is cut and nothing overlaps: every text of every kind of page, as it came to stand, in three
// languages and in a pseudo-language whose words are longer, at the usual text size and at twice that.
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "running_app.h"
#include "text/pseudo.h"
#include "ui/written_text.h"

namespace {

using test::RunningApp;
using ui::Rect;
using ui::Role;

// Every text of the event with longer words.
nlohmann::json lengthened(const nlohmann::json& value) {
  nlohmann::json result = value;
  if (value.is_array())
    for (auto& item : result) item = lengthened(item);
  if (value.is_object())
    for (auto& [key, item] : result.items())
      item = std::ranges::find(test::languages, key) != test::languages.end() && item.is_string()
                 ? nlohmann::json(text::lengthened(item.get<std::string>()))
                 : lengthened(item);
  return result;
}

const std::string& pseudo_pack() {
  static const std::string pack = lengthened(nlohmann::json::parse(test::asset("pack"))).dump();
  return pack;
}

std::string without_spaces(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest[0] == ' ' || rest[0] == '\n') continue;
    if (rest.starts_with("\xC2\xA0") || rest.starts_with("\xC2\xAD")) {
      ++at;
      continue;
    }
    if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x81\xA0") ||
        rest.starts_with("\xE2\x80\x8B")) {
      at += 2;
      continue;
    }
    result += rest[0];
  }
  return result;
}

void check_texts(const RunningApp& app, const ui::Size& window) {
  const std::vector<ui::WrittenText>& texts = app.app->written_texts();
  CHECK(texts.size() > 3);
  for (const ui::WrittenText& text : texts) {
    const bool inside = text.bounds.x >= text.clip.x - 0.5F &&
                        text.bounds.right() <= text.clip.right() + 0.5F && text.bounds.x >= -0.5F &&
                        text.bounds.right() <= window.width + 0.5F;
    CHECK_MESSAGE((inside || app.moves_sideways(text.clip)), "cut: ", text.text, " from ", text.bounds.x,
                  " to ", text.bounds.right());
  }
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = i + 1; j < texts.size(); ++j) {
      const Rect both = intersection(intersection(texts[i].bounds, texts[i].clip),
                                     intersection(texts[j].bounds, texts[j].clip));
      // A line's box is higher than its letters: a hair of overlap is none.
      if (both.width >= 1.5F && both.height >= 2.5F)
        FAIL_CHECK(texts[i].text, " and ", texts[j].text, " overlap");
    }
}

// The lines one after another, with the dots that part two things and are not drawn where a line ends, as
// `text` has them; both without spaces.
std::string with_undrawn_dots(const std::vector<std::string>& lines, std::string_view text) {
  constexpr std::string_view dot = "·";
  std::string all;
  for (const std::string& line : lines) {
    if (!all.empty() && text.substr(std::min(all.size(), text.size())).starts_with(dot) &&
        !line.starts_with(dot))
      all += dot;
    all += line;
  }
  return all;
}

// What stands where a node says that its text is, is its text, whole.
void check_nodes(const RunningApp& app) {
  for (const ui::Node& node : app.tree().nodes) {
    if (node.text.empty() || node.role == Role::search_field || node.role == Role::text_field) continue;
    // What is moved out of sight is not drawn.
    if (intersection(node.text, node.clip) != node.text && app.moves_sideways(node.clip)) continue;
    std::vector<std::string> drawn;
    const Rect around = node.text.inset(-1.5F);
    for (const ui::WrittenText& text : app.app->written_texts())
      // A hyphen that stands for itself ends a line in which a word was cut.
      if (text.text != "-" && around.contains(text.bounds.center()) &&
          text.clip.contains(text.bounds.center()) && std::abs(text.bounds.height - node.line_height_px) < 30)
        drawn.push_back(without_spaces(text.text));
    const std::string wanted = without_spaces(node.shown.empty() ? node.name : node.shown);
    CHECK(with_undrawn_dots(drawn, wanted) == wanted);
  }
}

const std::array<std::string, 26> pages{"",
                                        "agenda/",
                                        "agenda/?day=2026-04-23",
                                        "agenda/?day=2026-04-23&view=grid",
                                        "agenda/glaciers/",
                                        "agenda/official-opening/",
                                        "my/",
                                        "map/",
                                        "map/plenary-hall/",
                                        "map/?near=toilets",
                                        "map/?here=hall-3",
                                        "codes/",
                                        "partners/",
                                        "partners/unccd/",
                                        "themes/",
                                        "themes/climate-transition/",
                                        "about/",
                                        "road/",
                                        "news/",
                                        "news/pakistan-kazakhstan-climate-cooperation/",
                                        "info/",
                                        "search/",
                                        "search/?q=glacier",
                                        "search/?q=xyzxyz",
                                        "settings/",
                                        "nowhere/"};

}  // namespace

TEST_CASE("no text is cut and none overlaps another") {
  // As high as the longest page, so that all of it is drawn.
  for (const ui::Size window : {ui::Size{360, 36000}, ui::Size{768, 24000}, ui::Size{1280, 24000}})
    for (std::size_t i = 0; i <= test::languages.size(); ++i) {
      const bool pseudo = i == test::languages.size();
      const std::string tag = pseudo ? "kk" : test::languages[i];
      for (const float scale : {1.F, 2.F}) {
        app::Start start = test::start_at("/" + tag + "/");
        start.pseudo = pseudo;
        start.time_zone = "Europe/London";
        app::Assets files = test::assets();
        if (pseudo) files.pack = pseudo_pack();
        RunningApp app(start, files, "2026-04-22T10:30+05:00");
        app.app->note_texts();
        app.around.size = window;
        app.around.text_scale = scale;
        for (const std::string& page : pages) {
          app.go_to("/" + tag + "/" + page);
          CAPTURE(window.width);
          CAPTURE(tag);
          CAPTURE(pseudo);
          CAPTURE(scale);
          CAPTURE(page);
          check_texts(app, window);
          check_nodes(app);
        }
      }
    }
}
