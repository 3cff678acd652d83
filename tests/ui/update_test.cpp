// A newer event arrives while the app is open: only what the organisers have signed takes its place, and
// nothing is lost by what arrives broken.
#include <doctest/doctest.h>

#include "published_pack.h"
#include "running_app.h"
#include "small_event.h"
#include "trust/signature.h"

using test::organisers;
using test::published;
using test::somebody;

namespace {

std::string event_at(std::string_view time, std::string_view end) {
  return test::small_event({{"opening", "Opening", "2026-04-22T10:00+05:00", "2026-04-22T11:00+05:00"},
                            {"water", "Water", time, end}});
}

std::string signed_by(const std::string& bytes, const trust::SecretKey& key) {
  return trust::sign(bytes, key, "an event");
}

// With the pack of revision 2 and the organisers' key.
struct UpdateVisit {
  std::string pack = published(event_at("2026-04-22T12:00+05:00", "2026-04-22T13:00+05:00"), 2);
  std::string keys = trust::to_text(organisers.public_key());
  test::RunningApp app{test::start_at("/en/agenda/water/"), files(), "2026-04-22T09:30+05:00"};

  app::Assets files() {
    app::Assets files = test::assets();
    files.pack = pack;
    files.keys = keys;
    return files;
  }
  app::Received receive(const std::string& bytes, const trust::SecretKey& key = organisers) {
    const app::Received answer = app.app->session().receive(bytes, signed_by(bytes, key), true);
    app.settle();
    return answer;
  }
  bool shows_old() const { return app.says("12:00–13:00"); }
};

std::string later() { return event_at("2026-04-22T14:00+05:00", "2026-04-22T15:00+05:00"); }

}  // namespace

TEST_CASE("a newer event that is signed is shown where the visitor is, and said to be new") {
  UpdateVisit visit;
  visit.app.press(ui::Role::button, test::said("en", "session.star"));
  CHECK(visit.shows_old());
  CHECK(visit.receive(published(later(), 3)) == app::Received::used);
  CHECK(visit.app.says("14:00–15:00"));
  CHECK(visit.app.app->path() == "/en/agenda/water/");
  CHECK(visit.app.find(ui::Role::button, test::said("en", "session.starred")) != nullptr);
  CHECK(visit.app.says("The agenda has been updated: 1 session has changed"));
  CHECK(visit.receive(published(later(), 3)) == app::Received::same);
}

TEST_CASE("what is not signed by the organisers is refused, and said so once") {
  UpdateVisit visit;
  const std::string forged = published(later(), 3);
  CHECK(visit.receive(forged, somebody) == app::Received::refused);
  CHECK(visit.shows_old());
  CHECK(visit.app.says(test::said("en", "fresh.refused")));
  CHECK(visit.app.app->session().receive(forged, "", true) == app::Received::refused);
  CHECK(visit.app.app->session().news().size() == 1);
}

TEST_CASE("an older event and another summit's take nothing's place") {
  UpdateVisit visit;
  CHECK(visit.receive(published(later(), 1)) == app::Received::older);
  CHECK(visit.receive(published(later(), 2, {.issued = "2026-04-22T08:59+05:00"})) == app::Received::older);
  CHECK(visit.shows_old());
  // One that was kept from an earlier visit and says nothing of being newer than what came with the app.
  const std::string kept = published(later(), 2);
  CHECK(visit.app.app->session().receive(kept, signed_by(kept, organisers), false) == app::Received::older);
  CHECK(visit.shows_old());
  const std::string other =
      test::small_event({{"water", "Water", "2026-04-22T16:00+05:00", "2026-04-22T17:00+05:00"}},
                        [](test::EventFiles& files) { files["event.json"]["id"] = "other-summit"; });
  CHECK(visit.receive(published(other, 9)) == app::Received::refused);
  CHECK(visit.shows_old());
}

TEST_CASE("signed nonsense, and a pack for a newer app, are not shown") {
  UpdateVisit visit;
  CHECK(visit.receive("<!doctype html><h1>Welcome to the free network</h1>") == app::Received::broken);
  CHECK(visit.receive("") == app::Received::broken);
  CHECK(visit.shows_old());
}

TEST_CASE("each byte of a pack that is changed or missing is noticed") {
  UpdateVisit visit;
  const std::string good = published(later(), 3), signature = signed_by(good, organisers);
  app::Session& session = visit.app.app->session();
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    if (session.receive(bad, signature, true) != app::Received::refused) FAIL("byte " << i);
    if (i % 50 == 0 && session.receive(good.substr(0, i), signature, true) != app::Received::refused)
      FAIL("cut at " << i);
  }
  visit.app.settle();
  CHECK(visit.shows_old());
  CHECK(session.receive(good, signature, true) == app::Received::used);
}

TEST_CASE("settings say how fresh the event is") {
  UpdateVisit visit;
  visit.app.go_to("/en/settings/");
  CHECK(!visit.app.says(test::said("en", "fresh.title")));
  screens::Freshness fresh{.asked = true};
  const auto note = [&] {
    CHECK(visit.app.app->session().note_freshness(fresh));
    CHECK(!visit.app.app->session().note_freshness(fresh));
    visit.app.settle();
  };
  note();
  CHECK(visit.app.says(test::said("en", "fresh.unchecked")));
  fresh.checked = test::moment("2026-04-22T09:25+05:00");
  note();
  CHECK(visit.app.says("As of 09:25"));
  fresh.offline = true;
  note();
  CHECK(visit.app.says("You are offline. As of 09:25"));
  fresh.checked = test::moment("2026-04-21T22:10+05:00");
  note();
  CHECK(visit.app.says("You are offline. As of Tuesday 21 April, 22:10"));
  fresh.offline = false;
  fresh.newer = fresh.erased = true;
  note();
  CHECK(visit.app.says(test::said("en", "fresh.newer")));
  CHECK(visit.app.says(test::said("en", "fresh.erased")));
}

TEST_CASE("who chose something in a browser that may erase it is told so where it stands") {
  UpdateVisit visit;
  visit.app.go_to("/en/my/");
  CHECK(visit.app.app->session().note_freshness({.asked = true, .erased = true}));
  visit.app.settle();
  CHECK(!visit.app.says(test::said("en", "fresh.erased")));  // nothing could be lost
  visit.app.app->session().turn_star("water");
  visit.app.settle();
  CHECK(visit.app.says(test::said("en", "fresh.erased")));
  CHECK(visit.app.app->session().note_freshness({.asked = true}));
  visit.app.settle();
  CHECK(!visit.app.says(test::said("en", "fresh.erased")));
}
