#include "search/event_documents.h"

#include <algorithm>

#include "model/id_table.h"
#include "text/prose.h"

namespace search {
namespace {

class DocumentBuilder {
 public:
  DocumentBuilder(const model::Event& event, std::span<const std::string> languages)
      : event_(event), languages_(languages) {}

  std::vector<Document> make() {
    for (const model::Session& session : event_.sessions) {
      Document& document = begin(Group::session, session.id);
      document.starts_at = session.starts_at;
      document.ends_at = session.ends_at;
      add(Part::title, session.title);
      add(Part::body, session.summary);
      add_prose(session.description);
      if (const model::Room* room = rooms_.find(event_.rooms, session.room)) add(Part::detail, room->name);
      if (const model::Room* room = rooms_.find(event_.rooms, session.overflow_room))
        add(Part::body, room->name);
      for (const std::string& id : session.themes)
        if (const model::Theme* theme = themes_.find(event_.themes, id)) add(Part::detail, theme->short_name);
      for (const std::string& id : session.partners)
        if (const model::Partner* partner = partners_.find(event_.partners, id)) {
          add(Part::detail, partner->abbreviation);
          add(Part::body, partner->name);
        }
      for (const model::Participation& part : session.people)
        if (const model::Person* person = persons_.find(event_.persons, part.person))
          add(Part::detail, person->name);
    }
    const std::vector<std::vector<std::uint32_t>> room_places =
        places_in(&model::Alphabet::rooms, event_.rooms.size());
    for (const model::Room& room : event_.rooms) {
      begin(Group::place, room.id).places =
          room_places[static_cast<std::size_t>(&room - event_.rooms.data())];
      add(Part::title, room.name);
      add(Part::body, room.description);
      if (const model::Level* level = levels_.find(event_.levels, room.level)) {
        add(Part::detail, level->name);
        if (const model::Site* site = sites_.find(event_.sites, level->site)) add(Part::body, site->name);
      }
    }
    const std::vector<std::vector<std::uint32_t>> partner_places =
        places_in(&model::Alphabet::partners, event_.partners.size());
    for (const model::Partner& partner : event_.partners) {
      begin(Group::partner, partner.id).places =
          partner_places[static_cast<std::size_t>(&partner - event_.partners.data())];
      add(Part::title, partner.name);
      add(Part::alias, partner.abbreviation);
      add(Part::body, partner.description);
    }
    for (const model::Person& person : event_.persons) {
      begin(Group::person, person.id);
      add(Part::title, person.name);
      add(Part::body, person.position);
      for (const std::string& id : person.partners)
        if (const model::Partner* partner = partners_.find(event_.partners, id)) {
          add(Part::detail, partner->abbreviation);
          add(Part::body, partner->name);
        }
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

  // Of each thing, where it stands in the alphabet of each language; empty lists when the event has none.
  std::vector<std::vector<std::uint32_t>> places_in(std::vector<std::uint32_t> model::Alphabet::*order,
                                                    std::size_t count) const {
    std::vector<std::vector<std::uint32_t>> places(count);
    for (const std::string& language : languages_) {
      const auto alphabet = std::ranges::find(event_.alphabets, language, &model::Alphabet::language);
      if (alphabet == event_.alphabets.end()) return std::vector<std::vector<std::uint32_t>>(count);
      const std::vector<std::uint32_t>& things = (*alphabet).*order;
      for (std::uint32_t place = 0; place < things.size(); ++place) places[things[place]].push_back(place);
    }
    return places;
  }

  // Texts in a language that is none of these are shown where nothing else is there, and found then. They all
  // have one number: that behind the last.
  void add(Part part, const model::LocalizedText& text) {
    for (const auto& [language, words] : text.all())
      if (!words.empty())
        documents_.back().texts.push_back(
            {part, static_cast<std::uint8_t>(std::ranges::find(languages_, language) - languages_.begin()),
             words});
  }

  // Without the addresses of its links.
  void add_prose(const model::LocalizedText& text) {
    model::LocalizedText plain;
    for (const auto& [language, words] : text.all()) plain.set(language, text::plain_prose(words));
    add(Part::body, plain);
  }

  const model::Event& event_;
  const model::IdTable rooms_{event_.rooms}, themes_{event_.themes}, partners_{event_.partners},
      persons_{event_.persons};
  const model::IdTable levels_{event_.levels}, sites_{event_.sites};
  std::span<const std::string> languages_;
  std::vector<Document> documents_;
};

}  // namespace

std::vector<Document> documents_of(const model::Event& event, std::span<const std::string> languages) {
  return DocumentBuilder(event, languages).make();
}

}  // namespace search
