// What changed in the programme: all of it on a page, and in short where it matters.
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "icons.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

struct ChangesDraft {
  bool past_open = false;
};

using Told = const content::ToldChange*;

char32_t icon_of_change(model::SessionChange::Kind kind) {
  using Kind = model::SessionChange::Kind;
  switch (kind) {
    case Kind::added:
    case Kind::reinstated: return ui::icon::plus;
    case Kind::removed:
    case Kind::cancelled: return ui::icon::x;
    case Kind::moved: return ui::icon::clock;
    case Kind::relocated: return ui::icon::map_pin;
    case Kind::people: return ui::icon::users;
    case Kind::languages: return ui::icon::headphones;
    case Kind::access: return ui::icon::lock;
    case Kind::state:
    case Kind::renamed:
    case Kind::edited: break;
  }
  return ui::icon::info;
}

// Says which of its texts are in another language, and with that in which the sentence is.
const std::string& sentence_of(const View& view, const content::ToldChange& change) {
  if (view.borrowed == nullptr || change.borrowed.empty()) return change.sentence;
  std::vector<std::string_view> parts;
  for (const content::ToldChange::Borrowed& one : change.borrowed) {
    view.borrowed->note(one.text, one.language);
    parts.push_back(one.text);
  }
  view.borrowed->note_sentence(change.sentence, parts, {});
  return change.sentence;
}

// Each of them a row that leads to its session; what is gone from the programme leads to the agenda.
void rows(ui::Frame& f, const View& view, const std::vector<Told>& all) {
  auto panel = f.panel();
  const auto link = [&](Told one) {
    return view.edition.session(one->session) != nullptr ? view.link(Page::session, one->session)
                                                         : view.link(Page::agenda);
  };
  const auto find = [&](std::string_view wanted) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (link(all[i]) == wanted) return i;
    return std::nullopt;
  };
  f.rows(
      {.count = all.size(), .find = find}, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const content::ToldChange& one = *all[row];
        const std::string& state = view.is_unseen_change(one.session) ? f.text("changes.new") : std::string{};
        ui::row(f, icon_of_change(one.kind), sentence_of(view, one), state, link(&one));
      });
}

void part(ui::Frame& f, const View& view, const std::string& title, const std::vector<Told>& all) {
  if (all.empty()) return;
  ui::section(f, 2, title);
  f.gap(8);
  rows(f, view, all);
  f.gap(22);
}

std::string count_of(ui::Frame& f, text::Key key, std::size_t count) {
  return f.text(key, {{"count", static_cast<std::int64_t>(count)}});
}

}  // namespace

void changes_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.changes", {{"event", view.in(view.event.name)}}));
  if (view.changes == nullptr || view.changes->empty()) {
    ui::empty(f, ui::icon::bell, f.text("changes.none"), f.text("changes.none_text"));
    return;
  }
  // Of what is gone: when it would have been over.
  std::map<std::string_view, model::Instant> gone;
  for (const model::SessionChange& change : view.changes->all())
    if (const auto* was = std::get_if<model::Session>(&change.before); was != nullptr)
      gone[change.session] = was->ends_at;
  std::vector<Told> mine, others, past;
  for (const content::ToldChange& one : view.changes->told(f.words())) {
    const model::Session* session = view.edition.session(one.session);
    // In what is kept nothing is past: it is read at any time.
    const model::Instant ends_at = session != nullptr ? session->ends_at : gone[one.session];
    const bool over = !view.static_rendering && ends_at <= view.now;
    (over ? past : view.visitor.has_starred(one.session) ? mine : others).push_back(&one);
    if (!over && ends_at - view.now < std::chrono::hours(24)) actions.wake_by(ends_at);
  }
  part(f, view, f.text("changes.mine"), mine);
  part(f, view, mine.empty() ? f.text("changes.all") : f.text("changes.others"), others);
  if (!past.empty()) {
    bool& open = view.drafts.of<ChangesDraft>().past_open;
    const std::string label = count_of(f, "changes.past", past.size());
    if (ui::button(f, {.key = "past",
                       .label = label,
                       .icon = open ? ui::icon::minus : ui::icon::plus,
                       .look = ui::ButtonLook::secondary,
                       .toggled = open}))
      open = !open;
    f.gap(12);
    if (open) rows(f, view, past);
  }
  if (!view.static_rendering) actions.ask(LookAtChanges{});
}

void changes_in_short(ui::Frame& f, const View& view, bool always) {
  if (view.changes == nullptr || view.changes->empty()) return;
  const std::size_t unseen = view.unseen_changes.size();
  if (unseen == 0 && !always) return;
  const std::string second = unseen > 0 ? count_of(f, "changes.unseen", unseen)
                                        : count_of(f, "changes.known", view.changes->sessions().size());
  {
    auto panel = f.panel();
    auto list = f.list();
    auto item = f.list_item();
    ui::row(f, ui::icon::bell, f.text("changes.title"), second, view.link(Page::changes));
  }
  f.gap(22);
}

bool changes_of_session(ui::Frame& f, const View& view, const model::Session& session) {
  if (view.changes == nullptr) return false;
  const auto told = view.changes->told_of(session.id, f.words());
  if (told.empty()) return false;
  std::string sentences;
  std::vector<std::string_view> parts;
  for (const content::ToldChange& one : told) {
    sentences += (sentences.empty() ? "" : "\n") + one.sentence;
    parts.push_back(sentence_of(view, one));
  }
  if (view.borrowed != nullptr) view.borrowed->note_sentence(sentences, parts, {});
  ui::banner(f, ui::BannerLook::notice, f.text("changes.of_session"), sentences);
  f.gap(14);
  return true;
}

void add_change_tag(std::vector<ui::Tag>& tags, ui::Frame& f, const View& view,
                    const model::Session& session) {
  if (session.state == model::SessionState::scheduled && view.is_unseen_change(session.id))
    tags.push_back({f.text("agenda.changed"), ui::TagLook::notice});
}

}  // namespace screens
