#include "agenda/plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "random_programme.h"
#include "sessions.h"
#include "with_icu.h"

using namespace std::chrono_literals;
using agenda::Clash;
using agenda::Engagement;
using agenda::Gap;
using agenda::Plan;
using model::Appointment;
using test::at;
using test::session;

namespace {

// Two rooms in the center, one in the expo.
model::Event three_rooms() {
  model::Event event;
  for (const char* id : {"center", "expo"}) {
    event.sites.emplace_back().id = id;
    event.levels.emplace_back().id = std::string(id) + "-1";
    event.levels.back().site = id;
  }
  const auto room = [&](const char* id, const char* level) {
    event.rooms.emplace_back().id = id;
    event.rooms.back().level = level;
  };
  room("hall", "center-1");
  room("studio", "center-1");
  room("stand", "expo-1");
  return event;
}

agenda::Sessions pointers(const std::vector<model::Session>& sessions) {
  agenda::Sessions all;
  for (const model::Session& one : sessions) all.push_back(&one);
  return all;
}

const model::Event place_of_rooms = three_rooms();
const agenda::WalkingTimes walking(place_of_rooms);

}  // namespace

TEST_CASE("two clash when both are on at one moment") {
  const model::Session ten = session("ten", at(22, 10), at(22, 11)),
                       eleven = session("eleven", at(22, 11), at(22, 12));
  model::Session half = session("half", at(22, 10, 30), at(22, 11, 30));
  CHECK_FALSE(agenda::clash(ten, eleven));
  CHECK(agenda::clash(ten, half));
  CHECK(agenda::clash(half, eleven));
  CHECK_FALSE(agenda::clash(ten, ten));
  half.state = model::SessionState::cancelled;
  CHECK_FALSE(agenda::clash(ten, half));
  half.state = model::SessionState::scheduled;
  half.kind = model::SessionKind::exhibition;
  CHECK_FALSE(agenda::clash(half, ten));
}

TEST_CASE("own appointments clash as sessions do, and a moment clashes with what is on at it") {
  const std::vector<model::Session> sessions = {session("ten", at(22, 10), at(22, 11))};
  const std::vector<Appointment> own = {{"a", "Call", at(22, 10, 30), at(22, 10, 30), ""},
                                        {"b", "Lunch", at(22, 11), at(22, 12), ""}};
  const Plan plan(pointers(sessions), own, walking);
  CHECK(plan.clashes() == std::vector<Clash>{{0, 1}});
  const auto with = plan.clashing_with(sessions[0]);
  REQUIRE(with.size() == 1);
  CHECK(with[0]->appointment == &own[0]);
}

TEST_CASE("clashes are symmetric, and are those that one finds who compares all pairs") {
  test::RandomProgramme programme(22);
  for (int round = 0; round < 200; ++round) {
    const model::Event event = programme.event(40);
    const agenda::WalkingTimes ways(event);
    std::vector<Appointment> own;
    for (int i = programme.up_to(5); i > 0; --i) {
      const model::Instant from = at(22, 0) + 15min * programme.up_to(200);
      own.push_back({"a" + std::to_string(i), "Own", from, from + 15min * programme.up_to(8), ""});
    }
    const agenda::Sessions all = pointers(event.sessions);
    const Plan plan(all, own, ways);
    REQUIRE(plan.all().size() == all.size() + own.size());
    std::vector<Clash> pairs;
    for (std::size_t i = 0; i < plan.all().size(); ++i)
      for (std::size_t k = 0; k < plan.all().size(); ++k) {
        const Engagement &one = plan.all()[i], &other = plan.all()[k];
        CHECK(agenda::clash(one, other) == agenda::clash(other, one));
        if (i < k && agenda::clash(one, other)) pairs.push_back({i, k});
        if (i != k && one.session != nullptr && other.session != nullptr) {
          CHECK(agenda::clash(*one.session, *other.session) == agenda::clash(one, other));
          const auto with = plan.clashing_with(*one.session);
          CHECK((std::ranges::find(with, &other) != with.end()) == agenda::clash(one, other));
        }
      }
    CHECK(plan.clashes() == pairs);
  }
}

TEST_CASE("gaps are what is left of a span, before and behind too") {
  std::vector<model::Session> sessions = {
      session("ten", at(22, 10), at(22, 12)), session("beside", at(22, 11), at(22, 13)),
      session("late", at(22, 13, 10), at(22, 18)), session("stand", at(22, 8), at(22, 20))};
  sessions[3].kind = model::SessionKind::exhibition;
  const Plan plan(pointers(sessions), {}, walking);
  CHECK(plan.gaps(at(22, 9), at(22, 19), 15min) ==
        std::vector<Gap>{{at(22, 9), at(22, 10)}, {at(22, 18), at(22, 19)}});
  CHECK(plan.gaps(at(22, 9), at(22, 19), 10min).size() == 3);
  CHECK(plan.gaps(at(22, 11), at(22, 17), 1min) == std::vector<Gap>{{at(22, 13), at(22, 13, 10)}});
  CHECK(plan.gaps(at(23, 9), at(23, 10), 1min) == std::vector<Gap>{{at(23, 9), at(23, 10)}});
}

TEST_CASE("gaps and what is planned share a span between them") {
  test::RandomProgramme programme(31);
  for (int round = 0; round < 200; ++round) {
    const model::Event event = programme.event(20);
    const agenda::Sessions all = pointers(event.sessions);
    const agenda::WalkingTimes ways(event);
    const Plan plan(all, {}, ways);
    const model::Instant from = at(22, 0), to = at(23, 0);
    model::Minutes free{};
    for (const Gap& gap : plan.gaps(from, to, 1min))
      free += std::chrono::floor<model::Minutes>(gap.to - gap.from);
    CHECK(free + plan.load(from, to).busy == 24h);
    for (model::Instant moment = from; moment < to; moment += 7min) {
      const bool busy = std::ranges::any_of(plan.all(), [&](const Engagement& one) {
        return one.takes_time && one.starts_at <= moment && moment < one.ends_at;
      });
      const auto gaps = plan.gaps(from, to, 1min);
      CHECK(busy !=
            std::ranges::any_of(gaps, [&](const Gap& gap) { return gap.from <= moment && moment < gap.to; }));
    }
  }
}

TEST_CASE("ways take time within a site, more between sites, and none where nothing is known") {
  CHECK(walking.between("hall", "hall") == 0min);
  CHECK(walking.between("hall", "studio") == agenda::walk_within_a_site);
  CHECK(walking.between("stand", "studio") == agenda::way_between_sites);
  CHECK(walking.between("", "hall") == 0min);
  CHECK(walking.between("hall", "gone") == 0min);
}

TEST_CASE("ways that somebody has measured go before the rules of thumb, and are asked once") {
  int asked = 0;
  const agenda::WalkingTimes measured(
      place_of_rooms, [&](const model::Room& from, const model::Room& to) -> std::optional<model::Minutes> {
        ++asked;
        if (from.id == "hall" && to.id == "studio") return 2min;
        return std::nullopt;
      });
  for (int i = 0; i < 3; ++i) {
    CHECK(measured.between("hall", "studio") == 2min);
    CHECK(measured.between("studio", "hall") == agenda::walk_within_a_site);
    CHECK(measured.between("hall", "hall") == 0min);
    CHECK(measured.between("hall", "gone") == 0min);
  }
  CHECK(asked == 2);
}

TEST_CASE("who has less time than the way takes is told, and when to leave") {
  const std::vector<model::Session> sessions = {session("ten", at(22, 10), at(22, 11), "hall"),
                                                session("eleven", at(22, 11), at(22, 12), "studio"),
                                                session("twelve", at(22, 12, 10), at(22, 13), "hall"),
                                                session("far", at(22, 13, 20), at(22, 14), "stand")};
  const Plan plan(pointers(sessions), {}, walking);
  const auto hurries = plan.hurries(at(22, 0), at(23, 0));
  CHECK(hurries == std::vector<agenda::Hurry>{{0, 1, 0min, agenda::walk_within_a_site},
                                              {2, 3, 20min, agenda::way_between_sites}});
  CHECK(plan.load(at(22, 0), at(23, 0)) ==
        agenda::Load{4, 210min, 2 * agenda::walk_within_a_site + agenda::way_between_sites});
  const Engagement* next = plan.next(at(22, 13));
  REQUIRE(next);
  CHECK(next->session == &sessions[3]);
  CHECK(plan.leave_at(*next) == at(22, 13, 20) - agenda::way_between_sites);
  CHECK(plan.leave_at(plan.all()[0]) == at(22, 10));
  CHECK(plan.next(at(22, 13, 20)) == nullptr);
}

TEST_CASE("in place of a session its repeats are offered first, then others about its themes") {
  model::Event event = three_rooms();
  event.first_day = event.last_day = std::chrono::year{2026} / 4 / 22;
  const auto add = [&](const char* id, int hour, const char* title, std::vector<std::string> themes) {
    event.sessions.push_back(session(id, at(22, hour), at(22, hour + 1)));
    event.sessions.back().title.set("en", title);
    event.sessions.back().themes = std::move(themes);
  };
  add("water", 10, "Water", {"water"});
  add("clash", 10, "Other", {"air"});
  add("rivers", 11, "Rivers", {"ice", "water"});
  add("planned", 12, "Planned", {"water"});
  add("busy", 12, "Lakes", {"water"});
  add("full", 13, "Seas", {"water"});
  add("again", 15, "Water", {});
  event.sessions[5].state = model::SessionState::full;
  const agenda::Programme programme(event, test::astana());
  const Plan plan(agenda::Sessions{&event.sessions[0], &event.sessions[1], &event.sessions[3]}, {}, walking);
  const auto offered = [&](model::Instant now, std::size_t most) {
    std::vector<std::string> ids;
    for (const agenda::Alternative& one : agenda::alternatives(programme, event.sessions[0], plan, now, most))
      ids.push_back((one.kind == agenda::Alternative::Kind::repeat ? "repeat " : "theme ") + one.session->id);
    return ids;
  };
  CHECK(offered(at(22, 9), 10) == std::vector<std::string>{"repeat again", "theme rivers"});
  CHECK(offered(at(22, 9), 1) == std::vector<std::string>{"repeat again"});
  CHECK(offered(at(22, 11), 10) == std::vector<std::string>{"repeat again"});
  CHECK(offered(at(22, 15), 10).empty());
}
