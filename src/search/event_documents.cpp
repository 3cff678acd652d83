#include "search/event_documents.h"

#include <algorithm>

namespace search {
namespace {

class Maker {
 public:
  Maker(const model::Event& event, std::span<const std::string> languages) : event_(event), languages_(languages) {}

  std::vector<Document> make() {
    for (const model::Session& session : event_.sessions) {
      Document& document = begin(Group::session, session.id);
      document.starts_at = session.starts_at;
      document.ends_at = session.ends_at;
      add(Part::title, session.title);
      add(Part::body, session.summary);
      if (const model::Room* room = find_room(event_, session.room)) add(Part::detail, room->name);
      for (const std::string& id : session.themes)
        if (const model::Theme* theme = find_theme(event_, id)) add(Part::detail, theme->short_name);
      for (const std::string& id : session.partners)
        if (const model::Partner* partner = find_partner(event_, id)) {
          add(Part::detail, partner->abbreviation);
          add(Part::body, partner->name);
        }
      for (const model::Participation& part : session.people)
        if (const model::Person* person = find_person(event_, part.person)) add(Part::detail, person->name);
    }
    for (const model::Room& room : event_.rooms) {
      begin(Group::place, room.id);
      add(Part::title, room.name);
      add(Part::body, room.description);
      if (const model::Level* level = find_level(event_, room.level)) {
        add(Part::detail, level->name);
        if (const model::Site* site = find_site(event_, level->site)) add(Part::body, site->name);
      }
    }
    for (const model::Partner& partner : event_.partners) {
      begin(Group::partner, partner.id);
      add(Part::title, partner.name);
      add(Part::alias, partner.abbreviation);
      add(Part::body, partner.description);
    }
    for (const model::Theme& theme : event_.themes) {
      begin(Group::theme, theme.id);
      add(Part::title, theme.name);
      add(Part::alias, theme.short_name);
      add(Part::body, theme.focus);
      add(Part::body, theme.benefits);
    }
    for (const model::Story& story : event_.stories) {
      begin(Group::story, story.id);
      add(Part::title, story.title);
      add(Part::body, story.summary);
      for (const model::StorySection& section : story.sections) {
        add(Part::body, section.heading);
        for (const model::LocalizedText& paragraph : section.paragraphs) add(Part::body, paragraph);
        for (const model::LocalizedText& point : section.points) add(Part::body, point);
      }
    }
    for (const model::Milestone& milestone : event_.milestones) {
      begin(Group::milestone, milestone.id);
      add(Part::title, milestone.title);
      add(Part::alias, milestone.place);
      add(Part::body, milestone.text);
      for (const model::LocalizedText& point : milestone.points) add(Part::body, point);
      for (const model::MilestoneEvent& part : milestone.events) {
        add(Part::detail, part.title);
        add(Part::body, part.text);
        for (const model::LocalizedText& point : part.points) add(Part::body, point);
      }
    }
    for (const model::Article& article : event_.articles) {
      begin(Group::article, article.id);
      add(Part::title, article.title);
      for (const model::LocalizedText& paragraph : article.paragraphs) add(Part::body, paragraph);
      for (const model::LocalizedText& point : article.points) add(Part::body, point);
    }
    return std::move(documents_);
  }

 private:
  Document& begin(Group group, const std::string& id) {
    documents_.push_back({group, id, {}, {}, {}});
    return documents_.back();
  }

  void add(Part part, const model::LocalizedText& text) {
    for (const auto& [language, words] : text.all())
      if (const auto found = std::ranges::find(languages_, language); found != languages_.end() && !words.empty())
        documents_.back().texts.push_back({part, static_cast<std::uint8_t>(found - languages_.begin()), words});
  }

  const model::Event& event_;
  std::span<const std::string> languages_;
  std::vector<Document> documents_;
};

// A message that lists words or phrases, separated by commas.
std::vector<std::string_view> parts_of(std::string_view message) {
  std::vector<std::string_view> parts;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find(','), message.size());
    parts.push_back(message.substr(0, end));
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return parts;
}

// All words of it.
std::vector<Word> listed(std::string_view message) {
  std::vector<Word> words;
  for (PlacedWord& word : words_of(message)) words.push_back(std::move(word.word));
  return words;
}

}  // namespace

std::vector<Document> documents_of(const model::Event& event, std::span<const std::string> languages) { return Maker(event, languages).make(); }

Vocabulary vocabulary_of(const model::Event& event, const text::TimeZone& zone, std::span<const text::Words* const> words) {
  using std::chrono::days;
  using std::chrono::sys_days;
  Vocabulary vocabulary;
  for (const model::Synonyms& meaning : event.synonyms) vocabulary.synonyms.push_back(meaning.words);
  for (sys_days day = event.first_day; day <= sys_days(event.last_day); day += days(1)) {
    vocabulary.days.emplace_back(day);
    vocabulary.day_bounds.emplace_back(zone.instant(model::Date(day), 0, 0), zone.instant(model::Date(day + days(1)), 0, 0));
  }
  DayNames& names = vocabulary.day_names;
  for (const text::Words* language : words) {
    for (int i = 0; i < 7; ++i) {
      const sys_days day = sys_days(event.first_day) + days(i);
      for (PlacedWord& word : words_of(language->weekday(model::Date(day)))) names.weekdays.push_back({std::move(word.word), std::chrono::weekday(day)});
    }
    for (unsigned month = 1; month <= 12; ++month)
      for (PlacedWord& word : words_of(language->month(model::Date(event.first_day.year(), std::chrono::month(month), std::chrono::day(1)))))
        names.months.push_back({std::move(word.word), std::chrono::month(month)});
    for (Word& word : listed(language->message("search.words_small"))) names.small.push_back(std::move(word));
    for (Word& word : listed(language->message("search.words_question"))) vocabulary.question_words.push_back(std::move(word));
    for (Word& word : listed(language->message("search.words_day"))) names.day.push_back(std::move(word));
    int number = 0;
    for (Word& word : listed(language->message("search.words_ordinals"))) names.ordinals.push_back({std::move(word), ++number});
    const auto part = [&](const std::string& message, int from_hour, int to_hour) {
      for (Word& word : listed(message)) names.parts.push_back({std::move(word), from_hour * 60, to_hour * 60});
    };
    part(language->message("search.words_morning"), 6, 12);
    part(language->message("search.words_afternoon"), 12, 17);
    part(language->message("search.words_evening"), 17, 24);
    const auto relative = [&](std::string_view message, int days_from_today) {
      for (const std::string_view phrase : parts_of(message)) {
        DayNames::Named& name = names.relative.emplace_back();
        for (PlacedWord& word : words_of(phrase)) name.words.push_back(std::move(word.word));
        name.days_from_today = days_from_today;
      }
    };
    // The longer ones first: "day after tomorrow" holds "tomorrow".
    relative(language->message("search.words_after_tomorrow"), 2);
    relative(language->message("search.words_today"), 0);
    relative(language->message("search.words_tomorrow"), 1);
    relative(language->message("search.words_yesterday"), -1);
    for (Word& word : listed(language->message("search.words_now"))) names.now.push_back(std::move(word));
  }
  return vocabulary;
}

}  // namespace search
