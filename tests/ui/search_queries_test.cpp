// What people type, and what they mean by it: search_queries.tsv, spread over all ways of typing.
// Each finds it as the first answer, but for those whose last column names what is known to be wrong with
// them: "behind" finds it as the second or third, "missed" not among the first three. One that has become
// right must lose its mark.
#include <array>
#include <span>
#include <sstream>

#include "pack/bundle.h"
#include "running_app.h"
#include "screens/address.h"
#include "screens/search_cache.h"
#include "text/data.h"

namespace {

using test::moment;

struct Query {
  std::string kind;
  std::string language;
  std::string typed;
  std::vector<std::string> expected;
  std::string known;  // what is wrong: "behind", "missed", or nothing
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

std::vector<Query> queries() {
  std::istringstream file(test::read_file(test::source_directory() + "/tests/ui/search_queries.tsv"));
  std::vector<Query> all;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::vector<std::string> columns = split(line, '\t');
    REQUIRE_MESSAGE((columns.size() == 4 || columns.size() == 5), line);
    all.push_back(
        {columns[0], columns[1], columns[2], split(columns[3], '|'), columns.size() == 5 ? columns[4] : ""});
    const std::string& known = all.back().known;
    REQUIRE_MESSAGE((known.empty() || known == "behind" || known == "missed"), line);
  }
  return all;
}

// The clock that the queries were written for: the first day, a Wednesday.
constexpr std::string_view now = "2026-04-22T10:30+05:00";

// The path of a hit without its language, as the links of the search page have it.
std::string path_of(const search::Hit& hit) {
  const std::string id(hit.id);
  switch (hit.group) {
    case search::Group::session: return "agenda/" + id + "/";
    case search::Group::place: return "map/" + id + "/";
    case search::Group::partner: return "partners/" + id + "/";
    case search::Group::person: return "people/" + id + "/";
    case search::Group::theme: return "themes/" + id + "/";
    case search::Group::story: return "news/" + id + "/";
    case search::Group::page: return id + "/";
    case search::Group::milestone: return "road/";
    case search::Group::article: return "info/";  // or about/: see fits()
  }
  return {};
}

class Library {
 public:
  Library()
      : edition_(*content::Edition::of(*pack::read_bundle(test::asset("pack")).event)),
        search_cache_(*edition_) {}

  const search::Answers& answers(const Query& query) { return answers(query.typed, query.language); }
  const search::Answers& answers(const std::string& typed, const std::string& language) {
    return search_cache_.answers(typed, language, moment(now));
  }

  const model::Event& event() const { return edition_->event(); }

  bool fits(const search::Hit& hit, const std::string& expected) const {
    // "info/" is any article there, "info/#weather" that one.
    const std::string anchor = "#" + std::string(hit.id);
    if (hit.group == search::Group::article) {
      const model::Article* article = edition_->article(hit.id);
      if (article == nullptr) return false;
      const std::string page = article->part == model::ArticlePart::about ? "about/" : "info/";
      return expected == page || expected == page + anchor;
    }
    if (hit.group == search::Group::milestone && expected == path_of(hit) + anchor) return true;
    if (!expected.starts_with("day:") && !expected.starts_with("at:")) return path_of(hit) == expected;
    const model::Session* session = edition_->session(hit.id);
    if (hit.group != search::Group::session || session == nullptr) return false;
    if (expected.starts_with("day:")) {
      const model::Instant midnight = moment(expected.substr(4) + "T00:00+05:00");
      return session->starts_at >= midnight && session->starts_at < midnight + std::chrono::days(1);
    }
    const model::Instant at = moment(expected.substr(3) + "+05:00");
    return session->starts_at <= at && at < session->ends_at;
  }

 private:
  std::shared_ptr<const content::Edition> edition_;
  screens::SearchCache search_cache_;
};

}  // namespace

TEST_CASE("what people type finds what they mean") {
  test::need_icu();
  Library library;
  const std::vector<Query> all = queries();
  REQUIRE(all.size() >= 200);
  for (const Query& query : all) {
    const search::Answers& answers = library.answers(query);
    const auto fits = [&](const search::Hit& hit) {
      return std::ranges::any_of(query.expected,
                                 [&](const std::string& expected) { return library.fits(hit, expected); });
    };
    const std::span first_three(answers.hits.data(), std::min<std::size_t>(3, answers.hits.size()));
    std::string wrong;
    if (query.expected.front() == "!none")
      wrong = answers.hits.empty() || answers.guessed ? "" : "missed";
    else if (std::ranges::none_of(first_three, fits))
      wrong = "missed";
    else if (!fits(first_three.front()))
      wrong = "behind";
    if (wrong == query.known) continue;
    std::string got;
    for (const search::Hit& hit : first_three) got += " " + path_of(hit);
    FAIL_CHECK(query.kind, " ", query.language, " \"", query.typed, "\" wants ", query.expected.front(),
               ", gets", got.empty() ? " nothing" : got,
               wrong.empty() ? "; it is right now: take the mark \"" + query.known + "\" off its line"
                             : " (" + wrong + ")");
  }
}

// A visitor types the letters that stand on the badge, whatever language the app is in.
TEST_CASE("every abbreviation of a partner in every language finds it, first of all answers") {
  test::need_icu();
  Library library;
  int asked = 0;
  for (const model::Partner& partner : library.event().partners)
    for (const auto& [written_in, abbreviation] : partner.abbreviation.all())
      for (const std::string& language : test::languages) {
        const search::Answers& answers = library.answers(abbreviation, language);
        const bool first = !answers.hits.empty() && answers.hits.front().group == search::Group::partner &&
                           answers.hits.front().id == partner.id;
        CHECK_MESSAGE(first, abbreviation, " (", written_in, ") asked in ", language, " wants ", partner.id,
                      ", gets ", answers.hits.empty() ? "nothing" : path_of(answers.hits.front()));
        CHECK_MESSAGE(!answers.guessed, abbreviation);
        ++asked;
      }
  CHECK(asked >= 150);
}

// Whatever is typed, and whenever: every answer, row and list of the page has something in it.
TEST_CASE("no search draws a row, a card or a list with nothing in it") {
  const std::vector<Query> all = queries();
  const std::array<std::string_view, 6> clocks{"2026-04-01T12:00+05:00", "2026-04-21T23:30+05:00",
                                               "2026-04-22T10:30+05:00", "2026-04-24T12:00+05:00",
                                               "2026-04-25T00:10+05:00", "2026-06-01T12:00+05:00"};
  std::vector<Query> asked = all;
  for (const std::string_view language : test::languages)
    for (const std::string_view what :
         {"туалет завтра", "toilet tomorrow", "дәретхана ертең", "туалет вчера", "кофе 25 апреля", "1 мая",
          "prayer room 2 may", "завтра", "yesterday 14:00", "зал 2 послезавтра", "зал 99 завтра",
          "zzz tomorrow", ",", "\"", "...", "- -"})
      asked.push_back({"any", std::string(language), std::string(what), {}, {}});
  // Each clock gets its share of the queries, and those that are about a time get them all.
  for (std::size_t c = 0; c < clocks.size(); ++c) {
    test::RunningApp app("/en/search/", clocks[c]);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      const Query& query = asked[i];
      const bool timed = query.kind.starts_with("time") || query.kind == "any";
      if (!timed && i % clocks.size() != c) continue;
      app.go_to("/" + (query.language.empty() ? std::string("en") : query.language) +
                "/search/?q=" + screens::query_encoded(query.typed));
      const std::vector<ui::Node>& nodes = app.tree().nodes;
      for (std::size_t n = 0; n < nodes.size(); ++n) {
        const bool is_list = nodes[n].role == ui::Role::list || nodes[n].role == ui::Role::list_item;
        const bool is_empty = is_list
                                  ? n + 1 >= nodes.size() || nodes[n + 1].depth <= nodes[n].depth
                                  : (nodes[n].role == ui::Role::link || nodes[n].role == ui::Role::heading ||
                                     nodes[n].role == ui::Role::text) &&
                                        nodes[n].name.empty();
        if (is_empty) FAIL_CHECK(clocks[c], " \"", query.typed, "\": something is empty");
      }
    }
  }
}

TEST_CASE(
    "a place at a time when nothing of the event is on is still found, and the day is told to be none of "
    "it") {
  for (const auto& [language, typed, day] :
       {std::array<std::string_view, 3>{"ru", "туалет завтра", "Суббота, 25 апреля"},
        std::array<std::string_view, 3>{"kk", "дәретхана ертең", "Сенбі, 25 сәуір"},
        std::array<std::string_view, 3>{"en", "toilet tomorrow", "Saturday 25 April"}}) {
    const std::string path = "/" + std::string(language) + "/search/?q=" + screens::query_encoded(typed);
    const test::RunningApp after(path, "2026-04-24T12:00+05:00");
    CHECK_MESSAGE(after.says(day), typed);
    CHECK(std::ranges::any_of(after.tree().nodes, [](const ui::Node& node) {
      return node.href.find("/map/") != std::string::npos && node.href.find("toilets") != std::string::npos;
    }));
    const test::RunningApp during(path, "2026-04-22T12:00+05:00");
    CHECK_FALSE(during.says(day));
    CHECK(during.leads_to("/" + std::string(language) + "/agenda/?day=2026-04-23"));
  }
}

// Titles have words for times in them: «вечер открытия», «голос завтрашнего дня», «доступная среда».
TEST_CASE("a title typed in full is answered with what is called so") {
  test::need_icu();
  Library library;
  const model::Event& event = library.event();
  struct Titled {
    std::string id;
    const model::LocalizedText* title;
  };
  std::vector<Titled> all;
  const auto add = [&](const auto& things, auto title) {
    for (const auto& thing : things) all.push_back({thing.id, &(thing.*title)});
  };
  add(event.sessions, &model::Session::title);
  add(event.rooms, &model::Room::name);
  add(event.partners, &model::Partner::name);
  add(event.persons, &model::Person::name);
  add(event.themes, &model::Theme::name);
  add(event.stories, &model::Story::title);
  add(event.milestones, &model::Milestone::title);
  add(event.articles, &model::Article::title);
  for (const Titled& thing : all)
    for (const auto& [language, title] : thing.title->all()) {
      const search::Answers& answers = library.answers(title, language);
      CHECK_MESSAGE(!answers.guessed, title);
      CHECK_MESSAGE(
          std::ranges::any_of(answers.hits, [&](const search::Hit& hit) { return hit.id == thing.id; }),
          title);
    }
}
