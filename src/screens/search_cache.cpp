#include "screens/search_cache.h"

#include <algorithm>
#include <utility>

#include "screens/screen.h"
#include "sorting/sort.h"
#include "text/words.h"

namespace screens {
namespace {

void add_listed(search::Document& document, std::uint8_t language, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view one = list.substr(0, end);
    while (one.starts_with(' ')) one.remove_prefix(1);
    if (!one.empty()) document.texts.push_back({search::Part::alias, language, std::string(one)});
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

// "Theme 3", as the screens say it.
std::string numbered(std::string_view message, int number) {
  std::string text(message);
  constexpr std::string_view place = "{number}";
  if (const std::size_t at = text.find(place); at != std::string::npos)
    text.replace(at, place.size(), std::to_string(number));
  return text;
}

// What the screens say of a thing, beside what the event does.
void add_shown_of(const content::Edition& edition, search::Document& document) {
  const model::Theme* theme = document.group == search::Group::theme ? edition.theme(document.id) : nullptr;
  const model::Session* session =
      document.group == search::Group::session ? edition.session(document.id) : nullptr;
  const std::vector<std::string>& languages = edition.languages();
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const auto language = static_cast<std::uint8_t>(i);
    if (theme != nullptr)
      document.texts.push_back({search::Part::alias, language,
                                numbered(text::raw_message(languages[i], "theme.number"), theme->number)});
    if (session != nullptr)
      document.texts.push_back({search::Part::detail, language,
                                std::string(text::raw_message(languages[i], kind_key(session->kind)))});
  }
}

void add_shown(const content::Edition& edition, std::vector<search::Document>& documents) {
  const model::Event& event = edition.event();
  const std::vector<std::string>& languages = edition.languages();
  for (search::Document& document : documents) add_shown_of(edition, document);
  for (const PageEntry& entry : all_pages()) {
    if (!entry.search_words || !has_content(event, entry.page)) continue;
    search::Document document{search::Group::page, std::string(entry.segment), {}, {}, {}};
    for (std::size_t i = 0; i < languages.size(); ++i) {
      const auto language = static_cast<std::uint8_t>(i);
      document.texts.push_back(
          {search::Part::title, language, std::string(text::raw_message(languages[i], *entry.title))});
      add_listed(document, language, text::raw_message(languages[i], *entry.search_words));
      if (entry.names_in_event != nullptr)
        entry.names_in_event(event, [&](const model::LocalizedText& name) {
          document.texts.push_back({search::Part::alias, language, name.in(languages[i])});
        });
    }
    documents.push_back(std::move(document));
  }
}

}  // namespace

SearchCache::Asked& SearchCache::ask(std::string_view typed, std::string_view language, model::Instant now,
                                     std::optional<search::Group> only) {
  const search::Index& index = edition_.search_index(add_shown);
  Asked& asked = asked_[only ? static_cast<int>(*only) : -1];
  const model::Instant minute = std::chrono::floor<std::chrono::minutes>(now);
  if (asked.typed == typed && asked.language == language && asked.minute == minute) return asked;
  const auto number = static_cast<std::uint8_t>(std::ranges::find(edition_.languages(), language) -
                                                edition_.languages().begin());
  asked = {std::string(typed),
           std::string(language),
           minute,
           index.find(typed, {.language = number, .now = now, .only = only}),
           {},
           {}};
  if (!asked.answers.guessed)
    for (const search::Hit& hit : asked.answers.hits) asked.ids.push_back(hit.id);
  sorting::sort(asked.ids);
  return asked;
}

bool SearchCache::prepare() {
  // Of so few the index is made in no time when somebody asks.
  constexpr std::size_t few_sessions = 300;
  if (edition_.event().sessions.size() <= few_sessions) return true;
  constexpr std::size_t bytes_in_a_frame = 80'000;
  return edition_.prepare_search(add_shown, bytes_in_a_frame);
}

const search::Answers& SearchCache::answers(std::string_view typed, std::string_view language,
                                            model::Instant now, std::optional<search::Group> only) {
  return ask(typed, language, now, only).answers;
}

const Passage& SearchCache::passage(const search::Hit& hit, std::string_view title) {
  // Reading texts takes its time, and nobody reads further before typing on.
  constexpr std::size_t most = 24;
  static const Passage none;
  Asked& asked = asked_[-1];
  if (const auto known = asked.passages.find(hit.number); known != asked.passages.end()) return known->second;
  if (asked.passages.size() >= most) return none;
  Passage passage = asked.answers.marks(title).empty()
                        ? passage_of(edition_, hit, asked.language, asked.answers)
                        : Passage{};
  return asked.passages.emplace(hit.number, std::move(passage)).first->second;
}

bool SearchCache::finds(std::string_view typed, std::string_view language, model::Instant now,
                        search::Group kind, std::string_view id) {
  if (typed.find_first_not_of(" \t") == std::string_view::npos) return true;
  return std::ranges::binary_search(ask(typed, language, now, kind).ids, id);
}

}  // namespace screens
