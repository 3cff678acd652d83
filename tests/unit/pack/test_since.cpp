// Packs that are built with a former state of the event: what changed is in them, and revisions rise.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/changes.h"
#include "pack/bundle.h"
#include "pack/checksum.h"
#include "pack/read.h"
#include "small_pack.h"

namespace {

using Kind = model::SessionChange::Kind;
using small_pack::Json;

pack::BuildResult built(const small_pack::Files& files, const small_pack::Files& since) {
  const pack::PackFiles former = small_pack::written(since);
  return pack::build_bundle(small_pack::written(files), {.since = &former});
}

model::Event event_of(const small_pack::Files& files) {
  return pack::read_pack(small_pack::written(files)).event.value_or(model::Event{});
}

int revision(const model::Event& event, std::string_view id) {
  const auto found = std::ranges::find(event.sessions, id, &model::Session::id);
  return found == event.sessions.end() ? -1 : found->revision;
}

Json& session(small_pack::Files& files, std::size_t i) { return files["sessions.json"]["sessions"][i]; }

}  // namespace

TEST_CASE("since: nothing changed, nothing is raised, and it is said so") {
  const pack::BuildResult result = built(small_pack::good(), small_pack::good());
  REQUIRE(result.bytes.has_value());
  REQUIRE(result.since.has_value());
  CHECK(result.since->changed + result.since->added + result.since->removed == 0);
  const pack::ReadResult read = pack::read_bundle(*result.bytes);
  CHECK(read.changes.empty());
  CHECK((read.event && *read.event == event_of(small_pack::good())));
  CHECK(result.bytes->contains("\"changes\":[]"));
}

TEST_CASE("since: what changed is data, with what was") {
  const small_pack::Files before = small_pack::good();
  small_pack::Files after = before;
  session(after, 0)["state"] = "full";
  session(after, 0)["title"]["ru"] = "Открытие";
  session(after, 1)["starts_at"] = "2026-04-22T11:15+05:00";
  session(after, 1).erase("ends_at");
  session(after, 2)["id"] = "late-talk";
  const pack::BuildResult result = built(after, before);
  REQUIRE(result.bytes.has_value());
  CHECK(result.problems.empty());
  REQUIRE(result.since.has_value());
  CHECK(result.since->changed == 2);
  CHECK(result.since->added == 1);
  CHECK(result.since->removed == 1);

  const Json bundle = Json::parse(*result.bytes, nullptr, false);
  const Json& changes = bundle["changes"];
  REQUIRE(changes.size() == 4);
  CHECK(changes[0] == Json{{"session", "opening"},
                           {"changes", {"state", "renamed"}},
                           {"before", {{"title", small_pack::text("A session")}, {"state", "scheduled"}}}});
  CHECK(changes[1] ==
        Json{{"session", "water-talk"},
             {"changes", Json::array({"moved"})},
             {"before", {{"starts_at", "2026-04-22T11:00+05:00"}, {"ends_at", "2026-04-22T12:30+05:00"}}}});
  CHECK(changes[2]["session"] == "air-talk");
  CHECK(changes[2]["changes"] == Json::array({"removed"}));
  CHECK(changes[2]["before"]["room"] == "blue-room");
  CHECK(changes[3] == Json{{"session", "late-talk"}, {"changes", Json::array({"added"})}});

  const pack::ReadResult read = pack::read_bundle(*result.bytes);
  CHECK(read.problems.empty());
  REQUIRE(read.event.has_value());
  // But for the revisions, which a change does not carry.
  auto expected = model::changes(event_of(before), *read.event);
  auto known = read.changes;
  const auto without_revisions = [](std::vector<model::SessionChange>& all) {
    for (model::SessionChange& change : all)
      for (auto* value : {&change.before, &change.after})
        if (auto* whole = std::get_if<model::Session>(value)) whole->revision = 0;
  };
  without_revisions(expected);
  without_revisions(known);
  CHECK(known == expected);
}

TEST_CASE("since: a session without a key that it has now is known as it was") {
  small_pack::Files before = small_pack::good();
  session(before, 0).erase("ends_at");
  session(before, 0).erase("summary");
  const pack::BuildResult result = built(small_pack::good(), before);
  REQUIRE(result.bytes.has_value());
  CHECK(Json::parse(*result.bytes)["changes"][0]["before"] ==
        Json{{"summary", nullptr}, {"ends_at", nullptr}});
  const pack::ReadResult read = pack::read_bundle(*result.bytes);
  REQUIRE(read.changes.size() == 2);
  CHECK(read.changes[0].kind == Kind::moved);
  CHECK(std::get<model::SessionTimes>(read.changes[0].before).open_end);
  CHECK(read.changes[1].kind == Kind::edited);
  CHECK(std::get<model::Session>(read.changes[1].before).summary.empty());
}

TEST_CASE("since: the revision of what changed rises, and none falls") {
  const small_pack::Files first = small_pack::good();  // air-talk has revision 3
  small_pack::Files second = first;
  session(second, 0)["room"] = "blue-room";
  session(second, 2)["access"] = "press";
  session(second, 2).erase("revision");
  const pack::BuildResult once = built(second, first);
  const model::Event published = pack::read_bundle(once.bytes.value_or("")).event.value_or(model::Event{});
  CHECK(revision(published, "opening") == 1);
  CHECK(revision(published, "water-talk") == 0);
  CHECK(revision(published, "air-talk") == 4);

  // The next time it is the built pack that was published; the folder knows nothing of it.
  const auto former = pack::unpack_bundle(once.bytes.value_or(""));
  REQUIRE(former.has_value());
  small_pack::Files third = second;
  session(third, 0)["room"] = "great-hall";
  session(third, 1)["revision"] = 7;
  const auto twice = pack::build_bundle(small_pack::written(third), {.since = &*former});
  REQUIRE(twice.bytes.has_value());
  const pack::ReadResult read = pack::read_bundle(*twice.bytes);
  REQUIRE(read.event.has_value());
  CHECK(revision(*read.event, "opening") == 2);
  CHECK(revision(*read.event, "water-talk") == 7);
  CHECK(revision(*read.event, "air-talk") == 4);
  REQUIRE(read.changes.size() == 1);
  CHECK(read.changes[0].kind == Kind::relocated);
}

TEST_CASE("since: another event, and one that cannot be read, are refused") {
  const auto lines = [](const pack::BuildResult& result) {
    std::vector<std::string> all;
    for (const pack::Problem& problem : result.problems) all.push_back(to_line(problem));
    return all;
  };
  small_pack::Files other = small_pack::good();
  other["event.json"]["id"] = "other-summit";
  pack::BuildResult result = built(small_pack::good(), other);
  CHECK_FALSE(result.bytes.has_value());
  CHECK(lines(result) ==
        std::vector<std::string>{"since: is of another event: \"other-summit\", not \"small-summit\""});
  small_pack::Files broken = small_pack::good();
  broken["sessions.json"]["sessions"][0].erase("kind");
  result = built(small_pack::good(), broken);
  CHECK_FALSE(result.bytes.has_value());
  CHECK(lines(result) ==
        std::vector<std::string>{"since: cannot be read: sessions.json: /sessions/0: lacks \"kind\""});
}

TEST_CASE("changes that do not fit the programme are worth no summit") {
  std::string bundle = built(small_pack::good(), small_pack::good()).bytes.value_or("");
  const auto with = [&](std::string_view changes) {
    std::string other = small_pack::without_checksum(bundle);
    other.replace(other.find("\"changes\":[]"), 12, "\"changes\":" + std::string(changes));
    return pack::read_bundle(pack::sealed(other));
  };
  for (const char* wrong :
       {"7", "{}", "[7]", "[{}]", "[{\"session\":7}]", "[{\"session\":\"a\",\"before\":7}]",
        "[{\"session\":\"gone\",\"before\":{\"id\":\"gone\"}}]"}) {
    CAPTURE(std::string(wrong));
    const pack::ReadResult result = with(wrong);
    CHECK(result.event.has_value());
    CHECK(result.changes.empty());
    REQUIRE(result.problems.size() == 1);
    CHECK(to_line(result.problems[0]) ==
          "warning: bundle: /changes: does not say what changed in this programme");
  }
}
