#include <algorithm>

#include "icons.h"
#include "screens/screen.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/words.h"

namespace screens {

void news_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.news", {{"event", view.in(view.event.name)}}));
  const bool told = std::ranges::any_of(view.event.notices, [&](const model::Notice& notice) {
    return view.static_rendering || is_in_force(view, notice);
  });
  changes_in_short(f, view, true);
  if (view.event.stories.empty() && !told) {
    ui::empty(f, ui::icon::newspaper, f.text("news.title"), f.text("news.none"));
    return;
  }
  // Whoever is there needs to know these first.
  if (told) {
    ui::section(f, 2, f.text("notices.title"));
    notices(f, view, actions);
    f.gap(22);
  }
  if (!view.event.stories.empty()) {
    auto list = f.list();
    auto columns = f.columns(1, f.style().measure.card_gap);
    for (const model::Story& story : view.event.stories) {
      auto item = f.list_item();
      const std::string href = view.link(Page::story, story.id);
      ui::card(f, {.title = view.in(story.title), .href = href, .supporting = view.in(story.summary)});
    }
  }
}

void story_screen(ui::Frame& f, const View& view, Actions&) {
  const model::Story& story = *view.edition.story(view.address.id);
  f.title(view.in(story.title));
  f.description(view.in(story.summary));
  ui::heading(f, 1, view.in(story.title));
  f.gap(12);
  ui::paragraph(f, view.in(story.summary), ui::TextLook::lead);
  for (const model::StorySection& section : story.sections) {
    f.gap(18);
    if (!section.heading.empty()) {
      ui::section(f, 2, view.in(section.heading));
      f.gap(4);
    }
    for (const model::LocalizedText& paragraph : section.paragraphs) {
      f.gap(4);
      ui::paragraph(f, view.in(paragraph));
    }
    points(f, view, section.points);
  }
  f.gap(18);
  if (!story.links.empty()) {
    ui::section(f, 2, f.text("news.links"));
    f.gap(8);
    links(f, view, story.links);
    f.gap(8);
  }
  source_note(f, view, story.publication);
}

}  // namespace screens
