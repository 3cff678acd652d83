// The persons of an event: their list, their pages, and where they are named besides.
#include "small_event.h"

using test::RunningApp;
using test::said;
using ui::Role;
using Json = nlohmann::ordered_json;

namespace {

Json person(std::string_view id, std::string_view name) {
  return {{"id", id},
          {"name", test::in_all_languages(name)},
          {"position", test::in_all_languages("Head of something")},
          {"status", "published"},
          {"source", "note"}};
}

// One speaks, one is expected and speaks for a partner, one is named and no more.
const std::string& three_persons() {
  static const std::string bytes = test::small_event(
      {{"talk", "Talk", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}}, [](test::EventFiles& files) {
        Json expected = person("ayan", "Ayan Expected");
        expected["announced_on"] = "2026-03-03";
        expected["partners"] = Json::array({"helpers"});
        files["persons.json"]["persons"] =
            Json::array({person("saule", "Saule de Speaker"), expected, person("named", "Nina Named")});
        files["partners.json"]["partners"] =
            Json::array({{{"id", "helpers"},
                          {"kind", "un-family"},
                          {"name", test::in_all_languages("The Helpers")},
                          {"description", test::in_all_languages("They help.")},
                          {"status", "published"}}});
        Json& talk = files["sessions.json"]["sessions"][0];
        talk["people"] = Json::array({{{"person", "saule"}, {"role", test::in_all_languages("Moderator")}}});
        files["places.json"]["rooms"][0]["seats"] = 900;
      });
  return bytes;
}

RunningApp three_persons_at(const std::string& path, std::string_view now = "2026-04-01T10:00+05:00") {
  return test::running_with(three_persons(), path, now);
}

}  // namespace

TEST_CASE("persons stand by what is known of their part, and each leads to a page of their own") {
  for (const std::string& language : test::languages) {
    const RunningApp app = three_persons_at("/" + language + "/people/");
    const float speakers = app.node(Role::heading, said(language, "people.speakers")).bounds.y;
    const float announced = app.node(Role::heading, said(language, "people.announced")).bounds.y;
    const float named = app.node(Role::heading, said(language, "people.named")).bounds.y;
    const auto top = [&](std::string_view name) { return app.node(Role::link, name).bounds.y; };
    CHECK(speakers < top("Saule de Speaker"));
    CHECK(top("Saule de Speaker") < announced);
    CHECK(announced < top("Ayan Expected"));
    CHECK(top("Ayan Expected") < named);
    CHECK(named < top("Nina Named"));
    CHECK(app.leads_to("/" + language + "/people/ayan/"));
  }
}

TEST_CASE("what is typed narrows the list of persons, and whoever finds nobody is told") {
  RunningApp app = three_persons_at("/en/people/");
  app.write(said("en", "people.filter"), "nina");
  CHECK(app.find(Role::link, "Nina Named") != nullptr);
  CHECK(app.find(Role::link, "Ayan Expected") == nullptr);
  CHECK(app.find(Role::heading, said("en", "people.announced")) == nullptr);
  app.write(said("en", "people.filter"), "xqzw");
  CHECK(app.says(said("en", "people.none_text")));
}

TEST_CASE("the page of a person says who they are, when they were announced, and what they take part in") {
  RunningApp app = three_persons_at("/en/people/ayan/");
  CHECK(app.heading() == "Ayan Expected");
  CHECK(app.says("Head of something"));
  CHECK(app.says("Announced on 3\u00a0March 2026"));
  CHECK(app.says(said("en", "person.no_session")));
  CHECK(app.leads_to("/en/partners/helpers/"));
  CHECK(app.says("Source: Note"));
  app.go_to("/en/people/saule/");
  CHECK_FALSE(app.says(said("en", "person.no_session")));
  CHECK(app.leads_to("/en/agenda/talk/"));
  CHECK(app.says("Moderator"));
  app.go_to("/en/people/nobody/");
  CHECK(app.heading() == said("en", "not_found.title"));
}

TEST_CASE("the pages of sessions and partners name their people, the search finds them") {
  RunningApp app = three_persons_at("/en/agenda/talk/");
  CHECK(app.leads_to("/en/people/saule/"));
  CHECK(app.says("Moderator"));
  app.go_to("/en/partners/helpers/");
  CHECK(app.leads_to("/en/people/ayan/"));
  CHECK_FALSE(app.leads_to("/en/people/saule/"));
  app.go_to("/en/search/?q=ayan");
  CHECK(app.leads_to("/en/people/ayan/"));
}

TEST_CASE("the page of a place says how many seats it has") {
  CHECK(three_persons_at("/en/map/hall/").says("900 seats"));
  CHECK(three_persons_at("/ru/map/hall/").says("900 мест"));
}

TEST_CASE("an event without persons has no list of them") {
  const std::string bytes =
      test::small_event({{"talk", "Talk", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}});
  RunningApp app = test::running_with(bytes, "/en/people/", "2026-04-01T10:00+05:00");
  CHECK(app.says(said("en", "people.none")));
  app.go_to("/en/info/");
  CHECK_FALSE(app.leads_to("/en/people/"));
}

TEST_CASE("every person of the event is reached from the list, in every language") {
  for (const std::string& language : test::languages) {
    RunningApp app("/" + language + "/people/");
    const model::Event& event = app.app->edition()->event();
    REQUIRE(event.persons.size() > 10);
    for (const model::Person& one : event.persons) {
      CHECK(app.leads_to("/" + language + "/people/" + one.id + "/"));
      RunningApp page("/" + language + "/people/" + one.id + "/");
      CHECK(page.heading() == one.name.in(language));
    }
    app.go_to("/" + language + "/info/");
    CHECK(app.leads_to("/" + language + "/people/"));
    app.go_to("/" + language + "/");
    CHECK(app.leads_to("/" + language + "/people/"));
  }
}

TEST_CASE("a partner's stand is named on its page and on that of the room") {
  const std::string bytes = test::small_event(
      {{"talk", "Talk", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"}}, [](test::EventFiles& files) {
        files["partners.json"]["partners"] =
            Json::array({{{"id", "helpers"},
                          {"kind", "un-family"},
                          {"name", test::in_all_languages("The Helpers")},
                          {"description", test::in_all_languages("They help.")},
                          {"rooms", Json::array({"hall"})},
                          {"status", "published"}}});
      });
  for (const std::string& language : test::languages) {
    const RunningApp partner =
        test::running_with(bytes, "/" + language + "/partners/helpers/", "2026-04-01T10:00+05:00");
    CHECK(partner.leads_to("/" + language + "/map/hall/"));
    const RunningApp room =
        test::running_with(bytes, "/" + language + "/map/hall/", "2026-04-01T10:00+05:00");
    CHECK(room.find(Role::heading, said(language, "place.partners")) != nullptr);
    CHECK(room.leads_to("/" + language + "/partners/helpers/"));
  }
}
