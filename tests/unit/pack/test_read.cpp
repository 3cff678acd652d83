#include <doctest/doctest.h>

#include <string>

#include "pack/read.h"
#include "small_pack.h"

TEST_CASE("an event is read as it was written") {
  const pack::ReadResult result = pack::read_pack(small_pack::written(small_pack::good()));
  CHECK(result.event.has_value());
  if (!result.event) return;
  const model::Event& event = *result.event;
  CHECK(event.id == "small-summit");
  CHECK(event.languages == std::vector<std::string>{"kk", "ru", "en"});
  CHECK(event.name.in("ru") == "Small Summit");
  CHECK(event.programme == model::Publication{model::PublicationStatus::provisional, ""});
  CHECK(event.first_day == model::Date{std::chrono::year{2026} / 4 / 22});
  CHECK(event.sources.at(0).link == "https://summit.example/note.pdf");
  CHECK(event.days.at(0).title.in("en") == "Arriving");
  CHECK(event.days.at(1).title.empty());
  CHECK(event.sites.at(0).position == model::GeoPoint{51.12, 71.47});
  CHECK(event.rooms.at(0).seats == 900);
  CHECK_FALSE(event.rooms.at(1).seats.has_value());
  CHECK(event.rooms.at(1).outline.at(2) == model::PlanPoint{60, 12.5});
  CHECK(event.rooms.at(1).kind == model::RoomKind::meeting);
  CHECK(event.themes.at(1).color == "#5B6770");
  CHECK(event.partners.at(1).kind == model::PartnerKind::development_bank);
  CHECK(event.persons.at(0).position.in("en") == "Office");
  CHECK(event.persons.at(0).partners == std::vector<std::string>{"helpers"});
  CHECK(event.persons.at(0).announced_on ==
        model::Date{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(3)});

  const model::Session& session = event.sessions.at(0);
  CHECK(session.id == "opening");
  CHECK(session.ends_at - session.starts_at == std::chrono::hours{1});
  CHECK(session.room == "great-hall");
  CHECK(session.themes == std::vector<std::string>{"water", "air"});
  CHECK(session.people.at(0).role.in("kk") == "Moderator");
  CHECK(session.languages == std::vector<std::string>{"kk", "fr"});
  CHECK(session.interpretation.at(1) == model::Interpretation{"en", 2});
  CHECK(session.access == model::AccessLevel::delegates);
  CHECK(session.publication == model::Publication{model::PublicationStatus::published, "concept-note"});

  CHECK(event.notices.at(0).urgency == model::NoticeUrgency::information);
  CHECK(event.stories.at(0).sections.at(0).paragraphs.size() == 2);
  CHECK(event.stories.at(0).links.at(0).link == "mailto:press@summit.example");
  CHECK(event.partners.at(0).role.in("ru") == "Helped to prepare it.");

  const model::Article& article = event.articles.at(0);
  CHECK(article.part == model::ArticlePart::about);
  CHECK(article.icon == model::ArticleIcon::leaf);
  CHECK(article.title.in("kk") == "How it began");
  CHECK(article.paragraphs.at(0).in("ru") == "With a word.");
  CHECK(article.links.at(0).name.in("en") == "More");
  CHECK(article.publication.source == "concept-note");

  const model::Milestone& milestone = event.milestones.at(0);
  CHECK(milestone.place.in("en") == "Almaty, Kazakhstan");
  CHECK(milestone.first_day == model::Date{std::chrono::year{2025} / 11 / 14});
  CHECK(milestone.position == model::GeoPoint{43.24, 76.91});
  CHECK(milestone.events.at(0).day == model::Date{std::chrono::year{2025} / 11 / 15});
  CHECK(milestone.events.at(0).points.at(0).in("kk") == "A finding");
  CHECK(model::took_part(milestone, "helpers"));
  CHECK_FALSE(model::took_part(milestone, "bank"));
  model::Milestone only_an_event = milestone;
  only_an_event.partners.clear();
  CHECK(model::took_part(only_an_event, "helpers"));
  CHECK(result.utc_offset == std::chrono::minutes{300});
}

TEST_CASE("lists come in the order that the model promises") {
  small_pack::Files files = small_pack::good();
  auto& sessions = files["sessions.json"]["sessions"];
  std::swap(sessions[0], sessions[2]);
  sessions[1]["starts_at"] = "2026-04-22T09:30+05:00";
  sessions[1]["ends_at"] = "2026-04-22T10:00+05:00";
  std::swap(files["themes.json"]["themes"][0], files["themes.json"]["themes"][1]);
  auto& days = files["event.json"]["days"];
  std::swap(days[0], days[2]);
  auto newer = files["notices.json"]["notices"][0];
  newer["id"] = "newer";
  newer["published_at"] = "2026-04-21T09:00+05:00";
  files["notices.json"]["notices"].push_back(newer);
  auto& milestones = files["road.json"]["milestones"];
  auto earlier = milestones[0];
  earlier["id"] = "earlier";
  earlier["first_day"] = "2025-11-13";
  auto morning = earlier["events"][0];
  morning["day"] = "2025-11-14";
  earlier["events"].push_back(morning);
  milestones.push_back(earlier);

  const pack::ReadResult result = pack::read_pack(small_pack::written(files));
  CHECK(result.event.has_value());
  if (!result.event) return;
  CHECK(result.event->sessions.at(0).id == "water-talk");
  CHECK(result.event->sessions.at(2).id == "air-talk");
  CHECK(result.event->themes.at(0).number == 1);
  CHECK(result.event->days.at(0).date.day() == std::chrono::day{22});
  CHECK(result.event->notices.at(0).id == "newer");
  CHECK(result.event->milestones.at(0).id == "earlier");
  CHECK(result.event->milestones.at(0).events.at(0).day.day() == std::chrono::day{14});
}

TEST_CASE("texts come in the order of the event's languages") {
  small_pack::Files files = small_pack::good();
  files["event.json"]["name"] = {{"en", "E"}, {"kk", "K"}, {"ru", "R"}};
  const pack::ReadResult result = pack::read_pack(small_pack::written(files));
  CHECK((result.event && result.event->name.all().front().first == "kk"));
}

TEST_CASE("an event in other languages is as good") {
  small_pack::Files files = small_pack::good();
  pack::PackFiles renamed = small_pack::written(files);
  for (auto& [name, bytes] : renamed.files) {
    for (const auto& [from, to] : {std::pair{"\"kk\"", "\"fr-CA\""}, std::pair{"\"en\"", "\"uz-Latn\""}})
      for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
        bytes.replace(at, std::string_view{from}.size(), to);
  }
  renamed.files["sessions.json"].replace(0, 0, "\xEF\xBB\xBF");  // editors on Windows begin files like this
  CHECK(small_pack::problems(renamed).empty());
}

TEST_CASE("without times there is no offset") {
  CHECK(pack::read_pack({}).utc_offset == std::chrono::minutes{0});
  CHECK(pack::read_pack({}).problems.size() == 5);
}

TEST_CASE("a problem is one line") {
  CHECK(pack::to_line({"a.json", "/b/0", "is wrong", pack::Problem::Severity::error}) ==
        "a.json: /b/0: is wrong");
  CHECK(pack::to_line({"a.json", "", "is wrong", pack::Problem::Severity::warning}) ==
        "warning: a.json: is wrong");
  CHECK(pack::to_line({"a\n.json", "/\t", "x", pack::Problem::Severity::error}) == "a .json: / : x");
}
