#include "screens/passage.h"

#include <algorithm>

namespace screens {
namespace {

// How much of a text is shown before the first word that was found, and altogether; in letters.
constexpr std::size_t most_before = 30;
constexpr std::size_t most_in_all = 110;

using LocalizedTexts = std::vector<const model::LocalizedText*>;

void add(LocalizedTexts& texts, const std::vector<model::LocalizedText>& more) {
  for (const model::LocalizedText& text : more) texts.push_back(&text);
}

// In the order in which they are looked through.
LocalizedTexts texts_of(const content::Edition& edition, const search::Hit& hit) {
  using search::Group;
  LocalizedTexts texts;
  switch (hit.group) {
    case Group::session:
      if (const model::Session* session = edition.session(hit.id)) {
        if (const model::Room* room = edition.room(session->room)) texts.push_back(&room->name);
        for (const std::string& id : session->partners)
          if (const model::Partner* partner = edition.partner(id))
            texts.insert(texts.end(), {&partner->abbreviation, &partner->name});
        for (const std::string& id : session->themes)
          if (const model::Theme* theme = edition.theme(id)) texts.push_back(&theme->name);
        for (const model::Participation& part : session->people)
          if (const model::Person* person = edition.person(part.person)) texts.push_back(&person->name);
        texts.push_back(&session->summary);
      }
      break;
    case Group::place:
      if (const model::Room* room = edition.room(hit.id)) texts.push_back(&room->description);
      break;
    case Group::partner:
      if (const model::Partner* partner = edition.partner(hit.id))
        texts = {&partner->description, &partner->role};
      break;
    case Group::person:
      if (const model::Person* person = edition.person(hit.id)) texts.push_back(&person->position);
      break;
    case Group::theme:
      if (const model::Theme* theme = edition.theme(hit.id)) texts = {&theme->focus, &theme->benefits};
      break;
    case Group::story:
      if (const model::Story* story = edition.story(hit.id)) {
        texts.push_back(&story->summary);
        for (const model::StorySection& section : story->sections) {
          texts.push_back(&section.heading);
          add(texts, section.paragraphs);
          add(texts, section.points);
        }
      }
      break;
    case Group::milestone: {
      const model::Milestone* milestone = edition.milestone(hit.id);
      if (milestone == nullptr) break;
      texts.push_back(&milestone->text);
      add(texts, milestone->points);
      for (const model::MilestoneEvent& part : milestone->events) {
        texts.insert(texts.end(), {&part.title, &part.text});
        add(texts, part.points);
      }
      break;
    }
    case Group::article: {
      const model::Article* article = edition.article(hit.id);
      if (article == nullptr) break;
      add(texts, article->paragraphs);
      add(texts, article->points);
      break;
    }
    case Group::page: break;
  }
  return texts;
}

// The byte that is so many letters behind `from`, or before it; no further than the text goes.
std::size_t letters_behind(std::string_view text, std::size_t from, std::size_t letters) {
  for (; from < text.size() && letters > 0; --letters) do
      ++from;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80);
  return from;
}

std::size_t letters_before(std::string_view text, std::size_t from, std::size_t letters) {
  for (; from > 0 && letters > 0; --letters) do
      --from;
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80);
  return from;
}

// A piece of the text round its first mark, cut between words.
Passage cut(std::string_view text, const std::vector<search::Range>& marks) {
  constexpr std::string_view more = "\xE2\x80\xA6";  // …
  std::size_t begin = letters_before(text, marks.front().begin, most_before);
  if (begin > 0) {
    const std::size_t space = text.find(' ', begin);
    begin = space < marks.front().begin ? space + 1 : marks.front().begin;
  }
  std::size_t end = letters_behind(text, begin, most_in_all);
  if (end < text.size()) {
    const std::size_t space = text.rfind(' ', end);
    end = space != std::string_view::npos && space >= marks.front().end ? space
                                                                        : std::max(end, marks.front().end);
  }
  Passage passage;
  if (begin > 0) passage.text += more;
  const std::size_t shift = passage.text.size();
  passage.text += text.substr(begin, end - begin);
  for (const search::Range& mark : marks)
    if (mark.begin >= begin && mark.end <= end)
      passage.marks.push_back({mark.begin - begin + shift, mark.end - begin + shift});
  if (end < text.size()) passage.text += more;
  return passage;
}

}  // namespace

Passage passage_of(const content::Edition& edition, const search::Hit& hit, std::string_view language,
                   const search::Answers& answers) {
  for (const model::LocalizedText* text : texts_of(edition, hit)) {
    if (text->empty()) continue;
    const std::string& words = text->in(language);
    if (const std::vector<search::Range> marks = answers.marks(words); !marks.empty())
      return cut(words, marks);
  }
  if (hit.group == search::Group::session)
    if (const model::Session* session = edition.session(hit.id); session && !session->description.empty())
      // Paragraph by paragraph, without the addresses of its links.
      for (const text::ProseParagraph& paragraph : edition.description(*session, language))
        if (const std::vector<search::Range> marks = answers.marks(paragraph.text); !marks.empty())
          return cut(paragraph.text, marks);
  return {};
}

}  // namespace screens
