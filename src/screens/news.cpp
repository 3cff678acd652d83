#include <algorithm>

#include "icons.h"
#include "screens/screen.h"

namespace screens {

void news_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.news", {{"event", view.in(view.event.name)}}));
  const bool told = std::ranges::any_of(view.event.notices, [&](const model::Notice& notice) {
    return view.static_rendering || model::is_valid(notice, view.now);
  });
  if (view.event.stories.empty() && !told) {
    f.empty(ui::icon::newspaper, f.text("news.title"), f.text("news.none"));
    return;
  }
  changes_in_short(f, view, true);
  // Whoever is there needs to know these first.
  if (told) {
    f.section(2, f.text("notices.title"));
    notices(f, view, actions);
    f.gap(22);
  }
  if (!view.event.stories.empty()) {
    auto list = f.list();
    auto columns = f.columns(1, f.style().measure.card_gap);
    for (const model::Story& story : view.event.stories) {
      auto item = f.list_item();
      const std::string href = view.link(Page::story, story.id);
      f.card({.title = view.in(story.title), .href = href, .supporting = view.in(story.summary)});
    }
  }
}

void story_screen(ui::Frame& f, const View& view, Actions&) {
  const model::Story& story = *view.edition.story(view.address.id);
  f.title(view.in(story.title));
  f.description(view.in(story.summary));
  f.heading(1, view.in(story.title));
  f.gap(12);
  f.paragraph(view.in(story.summary), ui::TextLook::lead);
  for (const model::StorySection& section : story.sections) {
    f.gap(18);
    if (!section.heading.empty()) {
      f.section(2, view.in(section.heading));
      f.gap(4);
    }
    for (const model::LocalizedText& paragraph : section.paragraphs) {
      f.gap(4);
      f.paragraph(view.in(paragraph));
    }
    points(f, view, section.points);
  }
  f.gap(18);
  if (!story.links.empty()) {
    f.section(2, f.text("news.links"));
    f.gap(8);
    links(f, view, story.links);
    f.gap(8);
  }
  source_note(f, view, story.publication);
}

}  // namespace screens
