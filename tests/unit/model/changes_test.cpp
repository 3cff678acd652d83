#include "model/changes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using Kind = model::SessionChange::Kind;

namespace {

model::LocalizedText text(std::string_view words) {
  model::LocalizedText made;
  for (const char* language : {"kk", "ru", "en"}) made.set(language, std::string(words));
  return made;
}

model::Session session(std::string id) {
  model::Session made;
  made.id = std::move(id);
  made.title = text("Water");
  made.starts_at = model::Instant(1000h);
  made.ends_at = made.starts_at + 1h;
  made.room = "hall";
  return made;
}

// The one change after `edit` was done to a session.
template <class Edit>
model::SessionChange only_change(Edit edit) {
  model::Event before;
  before.sessions = {session("water")};
  model::Event after = before;
  edit(after.sessions[0]);
  const auto changes = model::changes(before, after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].session == "water");
  return changes[0];
}

// Something about a session becomes other.
void edit(model::Session& one, std::mt19937& chance) {
  const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
  const std::string any = std::to_string(up_to(3));
  switch (up_to(13)) {
    case 0: one.title.set("ru", "title " + any); break;
    case 1: one.starts_at += 15min * up_to(3); break;
    case 2: one.ends_at += 15min * up_to(3); break;
    case 3: one.room = "room " + any; break;
    case 4: one.state = static_cast<model::SessionState>(up_to(4)); break;
    case 5: one.people = {{.person = any, .role = text("Moderator")}}; break;
    case 6: one.languages.push_back(any); break;
    case 7: one.interpretation = {{.language = any, .channel = up_to(3)}}; break;
    case 8: one.access = static_cast<model::AccessLevel>(up_to(4)); break;
    case 9: one.summary = text("summary " + any); break;
    case 10: one.themes.push_back(any); break;
    case 11: one.publication.source = any; break;
    case 12: one.open_end = !one.open_end; break;
    case 13: one.description = text("description " + any); break;
  }
}

void put_in_order(model::Event& event) {
  std::ranges::sort(event.sessions, {},
                    [](const model::Session& one) { return std::tie(one.starts_at, one.id); });
}

}  // namespace

TEST_CASE("each change has its kind, what was and what is") {
  auto change = only_change([](auto& one) { one.ends_at += 30min; });
  CHECK(change.kind == Kind::moved);
  const auto was = std::get<model::SessionTimes>(change.before);
  const auto is = std::get<model::SessionTimes>(change.after);
  CHECK(was.ends_at - was.starts_at == 1h);
  CHECK(is.ends_at - is.starts_at == 90min);

  change = only_change([](auto& one) { one.room = "garden"; });
  CHECK(change.kind == Kind::relocated);
  CHECK(std::get<std::string>(change.before) == "hall");
  CHECK(std::get<std::string>(change.after) == "garden");

  change = only_change([](auto& one) { one.title.set("ru", "Вода"); });
  CHECK(change.kind == Kind::renamed);
  CHECK(std::get<model::LocalizedText>(change.before).in("ru") == "Water");
  CHECK(std::get<model::LocalizedText>(change.after).in("ru") == "Вода");

  using enum model::SessionState;
  change = only_change([](auto& one) { one.state = cancelled; });
  CHECK(change.kind == Kind::cancelled);
  CHECK(std::get<model::SessionState>(change.before) == scheduled);
  CHECK(only_change([](auto& one) { one.state = changed; }).kind == Kind::state);

  CHECK(only_change([](auto& one) { one.people.emplace_back().person = "guide"; }).kind == Kind::people);
  CHECK(only_change([](auto& one) { one.languages = {"kk"}; }).kind == Kind::languages);
  CHECK(only_change([](auto& one) { one.interpretation = {{"fr", 4}}; }).kind == Kind::languages);
  CHECK(only_change([](auto& one) { one.access = model::AccessLevel::press; }).kind == Kind::access);
  CHECK(only_change([](auto& one) { one.summary = text("More"); }).kind == Kind::edited);
}

TEST_CASE("an end that nobody has published is no statement, and a revision is no change") {
  auto change = only_change([](auto& one) { one.open_end = true; });
  CHECK(change.kind == Kind::moved);
  CHECK(std::get<model::SessionTimes>(change.after).open_end);
  change = only_change([](auto& one) { one.state = model::SessionState::full; });
  CHECK(change.kind == Kind::state);
  CHECK(only_change([](auto& one) { one.description = text("More"); }).kind == Kind::edited);
  CHECK(only_change([](auto& one) { one.moved_from = {.starts_at = {}, .room = "garden"}; }).kind ==
        Kind::edited);
  CHECK(only_change([](auto& one) { one.room.clear(); }).kind == Kind::relocated);

  model::Event before;
  before.sessions = {session("water")};
  before.sessions[0].open_end = true;
  model::Event after = before;
  after.sessions[0].ends_at += 30min;
  after.sessions[0].revision = 5;
  CHECK(model::changes(before, after).empty());
}

TEST_CASE("a session comes back when it was cancelled and no longer is") {
  model::Event before;
  before.sessions = {session("water")};
  before.sessions[0].state = model::SessionState::cancelled;
  model::Event after = before;
  after.sessions[0].state = model::SessionState::scheduled;
  const auto changes = model::changes(before, after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].kind == Kind::reinstated);
}

TEST_CASE("what changed, done to the old programme, gives the new one") {
  std::mt19937 chance(20260422);
  const auto up_to = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
  for (int round = 0; round < 300; ++round) {
    CAPTURE(round);
    model::Event before;
    for (int i = up_to(12); i > 0; --i) {
      before.sessions.push_back(session("s" + std::to_string(i)));
      before.sessions.back().starts_at += 15min * up_to(8);
      before.sessions.back().ends_at += 4h;
    }
    put_in_order(before);
    model::Event after = before;
    std::erase_if(after.sessions, [&](const model::Session&) { return up_to(5) == 0; });
    for (model::Session& one : after.sessions)
      for (int edits = up_to(3); edits > 0; --edits) edit(one, chance);
    for (int i = up_to(2); i > 0; --i) after.sessions.push_back(session("new" + std::to_string(i)));
    put_in_order(after);

    model::Event made = before;
    const auto changes = model::changes(before, after);
    for (const model::SessionChange& change : changes) {
      const auto found = std::ranges::find(made.sessions, change.session, &model::Session::id);
      if (change.kind == Kind::added) {
        REQUIRE(found == made.sessions.end());
        made.sessions.push_back(std::get<model::Session>(change.after));
      } else if (change.kind == Kind::removed) {
        REQUIRE(found != made.sessions.end());
        CHECK(*found == std::get<model::Session>(change.before));
        made.sessions.erase(found);
      } else {
        REQUIRE(found != made.sessions.end());
        CHECK(change.before != change.after);
        model::apply(change, *found);
      }
    }
    put_in_order(made);
    CHECK(made.sessions == after.sessions);
    CHECK(changes.empty() == (before.sessions == after.sessions));
    CHECK(model::before(changes, after.sessions) == before.sessions);
  }
}
