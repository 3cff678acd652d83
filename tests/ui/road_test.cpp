// What the event is, how it was prepared, and who says so.
#include <nlohmann/json.hpp>

#include "pack/bundle.h"
#include "running_app.h"

using test::RunningApp;
using test::said;
using ui::Role;

namespace {

// The event with `file` changed.
std::string pack_with(const char* file, void (*change)(nlohmann::json&)) {
  nlohmann::json pack = nlohmann::json::parse(test::asset("pack"));
  change(pack["files"][file]);
  return pack.dump();
}

RunningApp app_with(const std::string& pack, const std::string& path) {
  app::Assets files = test::assets();
  files.pack = pack;
  return RunningApp(test::start_at(path), files);
}

const ui::Node& after(const RunningApp& app, std::string_view heading, std::size_t how_many = 1) {
  const auto& nodes = app.tree().nodes;
  const auto found = std::ranges::find_if(
      nodes, [&](const ui::Node& node) { return node.role == Role::heading && node.name == heading; });
  REQUIRE(static_cast<std::size_t>(nodes.end() - found) > how_many);
  return *(found + static_cast<std::ptrdiff_t>(how_many));
}

}  // namespace

TEST_CASE("the road is reached from the page of the Summit and from the info page, and leads back") {
  for (const std::string& language : test::languages)
    for (const std::string from : {"about/", "info/"}) {
      RunningApp app("/" + language + "/" + from);
      app.follow("/" + language + "/road/");
      CHECK(app.heading() == said(language, "road.title"));
      CHECK(app.leads_to("/" + language + "/about/"));
    }
}

TEST_CASE("the road tells its meetings in order of date, each with its number on the map") {
  const pack::ReadResult read = pack::read_bundle(test::asset("pack"));
  REQUIRE(read.event);
  const std::vector<model::Milestone>& milestones = read.event->milestones;
  REQUIRE(milestones.size() == 9);
  for (const std::string& language : test::languages) {
    RunningApp app("/" + language + "/road/");
    std::vector<std::string> titles;
    for (const ui::Node& node : app.tree().nodes)
      if (node.role == Role::heading && node.level == 2) titles.push_back(node.name);
    REQUIRE(titles.size() == milestones.size());
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < milestones.size(); ++i) {
      CHECK(titles[i] == milestones[i].title.in(language));
      numbers.push_back(std::to_string(i + 1));
      const ui::Node& mark = app.node(Role::text, numbers.back());
      CHECK(mark.look == ui::Look::step_mark);
    }
    const ui::Node& map = app.node(Role::image, said(language, "road.map"));
    std::vector<std::string> marks;
    int goals = 0;
    for (const ui::Piece& piece : map.pieces) {
      if (piece.kind == ui::Piece::Kind::mark) marks.push_back(piece.label);
      goals += piece.kind == ui::Piece::Kind::goal;
    }
    CHECK(marks == numbers);
    CHECK(goals == 1);
  }
}

TEST_CASE("a meeting leads to the partners that took part, and a partner to its meetings") {
  RunningApp app("/en/road/");
  app.follow("/en/partners/unfpa/");
  CHECK(app.find(Role::heading, said("en", "partner.role")) != nullptr);
  CHECK(app.find(Role::heading, said("en", "partner.road")) != nullptr);
  const auto meeting = std::ranges::find_if(
      app.tree().nodes, [](const ui::Node& node) { return node.href.starts_with("/en/road/#"); });
  REQUIRE(meeting != app.tree().nodes.end());
  app.follow(std::string(meeting->href));
  CHECK(app.heading() == said("en", "road.title"));
  // No part in the preparation of this one has been published.
  app.go_to("/en/partners/switch-asia/");
  CHECK_FALSE(app.heading().empty());
  CHECK(app.find(Role::heading, said("en", "partner.road")) == nullptr);
}

TEST_CASE("what is not published yet says so, and what is says who published it") {
  RunningApp app("/en/info/");
  int provisional = 0;
  for (const ui::Node& node : app.tree().nodes)
    provisional += node.name == said("en", "publication.provisional_tag");
  CHECK(provisional >= 1);
  const ui::Node& below_emergency = after(app, "In an emergency: 112");
  CHECK(below_emergency.look != ui::Look::tag_notice);
  for (const std::string page : {"about/", "road/", "info/", "partners/un/", "themes/adaptation/",
                                 "news/pakistan-kazakhstan-climate-cooperation/"}) {
    app.go_to("/en/" + page);
    CAPTURE(page);
    CHECK(app.says("Source: "));
    if (page != "info/") CHECK_FALSE(app.says(said("en", "publication.provisional_tag")));
  }
}

TEST_CASE("a meeting or an article that is provisional is marked wherever it stands") {
  RunningApp road = app_with(pack_with("road.json",
                                       [](nlohmann::json& file) {
                                         file["milestones"][0]["status"] = "provisional";
                                         file["milestones"][0].erase("source");
                                       }),
                             "/ru/road/");
  CHECK(road.says(said("ru", "publication.provisional_tag")));
  RunningApp about = app_with(
      pack_with("articles.json", [](nlohmann::json& file) { file["articles"][0]["status"] = "provisional"; }),
      "/ru/about/");
  CHECK(about.says(said("ru", "publication.provisional_tag")));
}

TEST_CASE("an event without articles and without a road has no empty places for them") {
  nlohmann::json pack = nlohmann::json::parse(test::asset("pack"));
  pack["files"].erase("articles.json");
  pack["files"].erase("road.json");
  RunningApp app = app_with(pack.dump(), "/kk/about/");
  CHECK_FALSE(app.leads_to("/kk/road/"));
  CHECK_FALSE(app.heading().empty());
  app.go_to("/kk/info/");
  CHECK_FALSE(app.leads_to("/kk/road/"));
  CHECK(app.find(Role::heading, said("kk", "info.questions")) == nullptr);
  app.go_to("/kk/road/");
  CHECK(app.heading() == said("kk", "road.title"));
  CHECK(app.says(said("kk", "road.none")));
}
