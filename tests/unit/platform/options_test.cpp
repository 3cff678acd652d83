// The command line and the printed tree of the native program; the browser has neither.
#ifndef __EMSCRIPTEN__
#include "platform/desktop/options.h"

#include <doctest/doctest.h>

#include <vector>

#include "platform/desktop/start.h"
#include "platform/headless/headless.h"

namespace {

std::expected<platform::Options, std::string> parsed(std::vector<const char*> arguments) {
  return platform::parse_options(arguments);
}

}  // namespace

TEST_CASE("options mean what the contract says") {
  const auto options =
      parsed({"--lang",   "kk",          "--page", "/kk/map/",     "--at",  "2026-04-22T10:30+05:00",
              "--pack",   "x",           "--desk", "--screenshot", "a.png", "--size",
              "390x844",  "--scale",     "2",      "--theme",      "dark",  "--describe",
              "--report", "--text-size", "150",    "--pseudo"});
  REQUIRE(options);
  CHECK(options->language == "kk");
  CHECK(options->page == "/kk/map/");
  CHECK(options->at == "2026-04-22T10:30+05:00");
  CHECK(options->pack == "x");
  CHECK(options->desk);
  CHECK(options->screenshot == "a.png");
  CHECK(options->size == ui::Size{390, 844});
  CHECK(options->scale == 2);
  CHECK(options->theme == "dark");
  CHECK(options->describe);
  CHECK(options->report);
  CHECK(options->text_scale == 1.5F);
  CHECK(options->pseudo);
  CHECK(parsed({}));
  // What has no name before it is a file to be opened.
  CHECK(parsed({"--lang", "kk", "new.pack"})->file == "new.pack");
  CHECK(!parsed({"new.pack", "other.pack"}));
  const auto paper = parsed(
      {"--pdf", "a.pdf", "--paper", "a3", "--landscape", "--days-apart", "--site", "https://summit.example"});
  REQUIRE(paper);
  CHECK(paper->pdf == "a.pdf");
  CHECK(paper->a3);
  CHECK(paper->landscape);
  CHECK(paper->days_apart);
  CHECK(paper->site == "https://summit.example");
  CHECK_FALSE(parsed({"--paper", "a5"}));
  CHECK_FALSE(parsed({"--site", "summit.example"}));
}

TEST_CASE("what is not understood is told with its name") {
  const std::vector<std::vector<const char*>> wrong{{"--what"},
                                                    {""},
                                                    {"--lang"},
                                                    {"--lang", "de"},
                                                    {"--lang", ""},
                                                    {"--page", "map"},
                                                    {"--at", "noon"},
                                                    {"--at", "2026-13-01T10:00Z"},
                                                    {"--size", "390"},
                                                    {"--size", "0x0"},
                                                    {"--size", "390x844x1"},
                                                    {"--size", "-390x844"},
                                                    {"--size", "nanxnan"},
                                                    {"--size", "1e9x400"},
                                                    {"--scale", "0"},
                                                    {"--scale", "two"},
                                                    {"--scale", "nan"},
                                                    {"--scale", "inf"},
                                                    {"--scale", "-1"},
                                                    {"--scale", "0x2"},
                                                    {"--scale", "1e30"},
                                                    {"--text-size", "nan"},
                                                    {"--text-size", "-100"},
                                                    {"--text-size", "1e9"},
                                                    {"--size", "1e9x1"},
                                                    {"--size", "infx400"},
                                                    {"--size", "x"},
                                                    {"--size", ""},
                                                    {"--theme", "pink"}};
  for (const auto& arguments : wrong) {
    const std::string written = std::string(arguments[0]) + " " + (arguments.size() > 1 ? arguments[1] : "");
    CAPTURE(written);
    const auto options = parsed(arguments);
    REQUIRE_FALSE(options);
    CHECK(options.error().find(arguments[0]) != std::string::npos);
  }
  // One file is opened, a second one is too many.
  CHECK(parsed({"a.pack"})->file == "a.pack");
  const auto two = parsed({"a.pack", "b.pack"});
  REQUIRE_FALSE(two);
  CHECK(two.error().contains("b.pack"));
}

TEST_CASE("the clock of the command line stands before the path's own query and its anchor") {
  const auto path = [](const char* page) {
    const auto options = parsed({"--page", page, "--at", "2026-04-22T10:30+05:00", "--describe"});
    REQUIRE(options);
    return platform::start_of(*options).path;
  };
  CHECK(path("/en/agenda/") == "/en/agenda/?at=2026-04-22T10:30%2B05:00");
  CHECK(path("/en/agenda/#2026-04-23") == "/en/agenda/?at=2026-04-22T10:30%2B05:00#2026-04-23");
  CHECK(path("/en/agenda/?day=2026-04-23#now") ==
        "/en/agenda/?at=2026-04-22T10:30%2B05:00&day=2026-04-23#now");
  CHECK(path("/en/search/#a?b") == "/en/search/?at=2026-04-22T10:30%2B05:00#a?b");
}

TEST_CASE(
    "a picture larger than what is sane is refused with its size and the limits, wherever the scale stands") {
  for (const std::vector<const char*>& arguments :
       std::vector<std::vector<const char*>>{{"--size", "8000x16000", "--scale", "2"},
                                             {"--scale", "4", "--size", "4097x200"},
                                             {"--size", "8192x8192"}}) {
    const auto options = parsed(arguments);
    REQUIRE_FALSE(options);
    CAPTURE(options.error());
    CHECK(options.error().find("--size") != std::string::npos);
    CHECK(options.error().find("16384 on a side and 64 million") != std::string::npos);
  }
  CHECK(parsed({"--size", "4096x200", "--scale", "4"}));
  CHECK(parsed({"--size", "8000x8000"}));
  CHECK(parsed({"--size", "3900x16384"}));
}

TEST_CASE("every option stands in the usage") {
  const std::string usage = platform::usage();
  for (const char* name : {"--lang", "--page", "--at", "--pack", "--desk", "--screenshot", "--size",
                           "--scale", "--theme", "--describe", "--report"})
    CHECK_MESSAGE(usage.find(name) != std::string::npos, name);
}

TEST_CASE("a tree is printed as JSON with all that the contract names") {
  ui::Tree tree;
  tree.title = "A \"title\"";
  tree.language = "kk";
  ui::Node group;
  group.id = 1;
  group.role = ui::Role::group;
  ui::Node field;
  field.id = 2;
  field.depth = 1;
  field.role = ui::Role::search_field;
  field.name = "Іздеу";
  field.value = "қар \xFF";
  field.state.focused = true;
  field.bounds = {1, 2.25F, 3, 4};
  ui::Node link;
  link.id = 3;
  link.role = ui::Role::link;
  link.href = "/kk/";
  tree.nodes = {group, field, link};
  const std::string json = platform::tree_as_json(tree);
  for (const char* part :
       {R"("name": "A \"title\"")", R"("lang": "kk")", R"("role": "searchbox")", R"("name": "Іздеу")",
        R"("value": "қар )", R"("focused")", R"("href": "/kk/")", R"("children": [])", R"("bounds")"})
    CHECK_MESSAGE(json.find(part) != std::string::npos, part);
  // The field is inside the group, the link beside it.
  CHECK(json.find("searchbox") > json.find("\"group\""));
  CHECK(json.find("\n      \"role\": \"link\"") != std::string::npos);
}
#endif
