// The chips over the agenda and the dialog with all of its filters.
#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

#include "icons.h"
#include "screens/agenda_choices.h"
#include "text/capital.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/over.h"
#include "ui/widgets/press.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

using agenda::Facet;
using ui::FilterChip;

struct FacetEntry {
  Facet facet;
  text::Key name;
  bool in_line;  // has a chip of its own over the agenda where there is room
};

constexpr std::array<FacetEntry, 8> facets{{{Facet::theme, "facet.theme", true},
                                            {Facet::room, "facet.room", true},
                                            {Facet::language, "facet.language", true},
                                            {Facet::access, "facet.access", true},
                                            {Facet::kind, "facet.kind", false},
                                            {Facet::site, "facet.site", false},
                                            {Facet::partner, "facet.partner", false},
                                            {Facet::person, "facet.person", false}}};

// More choices than this have a list of their own.
constexpr std::size_t most_chips = 14;
// The dialog of one facet is named so, with the facet behind it.
constexpr std::string_view all_filters = "filters";

std::string dialog_of(Facet facet) {
  return std::string(all_filters) + "-" + std::string(agenda::name_of(facet));
}

void clear_button(ui::Frame& f, const View& view) {
  const std::string without = agenda_link_without_filters(view);
  ui::button(f, {.key = "clear",
                 .label = f.text("filter.clear"),
                 .icon = ui::icon::x,
                 .look = ui::ButtonLook::secondary,
                 .href = without});
}

// What a value is called.
std::string value_name(ui::Frame& f, const View& view, Facet facet, std::string_view value) {
  const auto named = [&](const auto* thing) {
    return thing == nullptr ? std::string(value) : view.in(thing->name);
  };
  switch (facet) {
    case Facet::day: break;
    case Facet::theme:
      if (const model::Theme* theme = view.edition.theme(value)) return view.in(theme->short_name);
      break;
    case Facet::room: return named(view.edition.room(value));
    case Facet::site: return named(view.edition.site(value));
    case Facet::kind:
      for (int kind = 0; kind <= static_cast<int>(model::SessionKind::service); ++kind)
        if (agenda::name_of(static_cast<model::SessionKind>(kind)) == value)
          return kind_name(f, static_cast<model::SessionKind>(kind));
      break;
    case Facet::language: return text::with_capital(f.words().language_name(value));
    case Facet::access:
      for (int level = 0; level <= static_cast<int>(model::AccessLevel::press); ++level)
        if (const auto access = static_cast<model::AccessLevel>(level); agenda::name_of(access) == value)
          return access_name(f, access);
      break;
    case Facet::partner:
      if (const model::Partner* partner = view.edition.partner(value)) return view.known_as(*partner);
      break;
    case Facet::person: return named(view.edition.person(value));
  }
  return std::string(value);
}

// Keeps what chips point into.
class KeptTexts {
 public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

 private:
  std::deque<std::string> texts_;
};

std::string number(ui::Frame& f, std::size_t count) {
  return f.words().number(static_cast<std::int64_t>(count));
}

const agenda::FacetCount* count_of(const AgendaAnswer& answer, Facet facet, std::string_view value) {
  if (!answer.counts) return nullptr;
  const auto& all = answer.counts->of(facet);
  const auto found = std::ranges::find(all, value, &agenda::FacetCount::value);
  return found == all.end() ? nullptr : &*found;
}

bool has_choices(const View& view, Facet facet) {
  switch (facet) {
    case Facet::theme: return !view.event.themes.empty();
    case Facet::room: return view.edition.programme().rooms().size() > 1;
    case Facet::site: return view.event.sites.size() > 1;
    case Facet::partner: return !view.event.partners.empty();
    case Facet::person: return !view.event.persons.empty();
    case Facet::language:
      return std::ranges::any_of(view.event.sessions, [](const model::Session& one) {
        return !one.languages.empty() || !one.interpretation.empty();
      });
    case Facet::day:
    case Facet::kind:
    case Facet::access: break;
  }
  return true;
}

// One chip that takes it off for each value that is chosen.
void chosen_chips(ui::Frame& f, const View& view, const AgendaAnswer& answer, KeptTexts& texts,
                  std::vector<FilterChip>& chips) {
  for (const agenda::Choice& one : answer.choices.chosen) {
    const std::string name = value_name(f, view, one.facet, one.value);
    const agenda::FacetCount* count = count_of(answer, one.facet, one.value);
    chips.push_back({.key = texts.keep("chosen " + one.value),
                     .label = texts.keep(name),
                     .count = texts.keep(number(f, count == nullptr ? 0 : count->count)),
                     .spoken = texts.keep(f.text("filter.take_off", {{"name", name}})),
                     .href = texts.keep(agenda_link_turned(view, one.facet, one.value)),
                     .sign = FilterChip::Sign::takes_off,
                     .current = true});
  }
  if (!answer.choices.typed.empty()) {
    const std::string name = f.text("filter.text", {{"text", answer.choices.typed}});
    chips.push_back({.key = "chosen text",
                     .label = texts.keep(name),
                     .spoken = texts.keep(f.text("filter.take_off", {{"name", name}})),
                     .href = texts.keep(agenda_link_with(view, "q", {})),
                     .sign = FilterChip::Sign::takes_off,
                     .current = true});
  }
  if (answer.choices.unknown)
    chips.push_back({.key = "unknown",
                     .label = f.text("filter.unknown"),
                     .spoken = texts.keep(f.text("filter.take_off", {{"name", f.text("filter.unknown")}})),
                     .href = texts.keep(agenda_link_without_unknown(view)),
                     .sign = FilterChip::Sign::takes_off});
}

// All, mine, and what is on now: one of them is in force. Behind the first stands what is chosen besides,
// which has to be seen.
void mood_chips(ui::Frame& f, const View& view, const AgendaAnswer& answer, KeptTexts& texts,
                std::vector<FilterChip>& chips) {
  const AgendaChoices& choices = answer.choices;
  const bool all = !choices.starred && !choices.on_now;
  const std::string without = agenda_link_without_moods(view);
  chips.push_back({.key = "all",
                   .label = f.text("filter.all"),
                   .count = texts.keep(number(f, answer.all)),
                   .href = texts.keep(without),
                   .current = all});
  chosen_chips(f, view, answer, texts, chips);
  const auto link = [&](std::string_view parameter, bool on) {
    std::string to = without;
    if (!on) to.append(to.find('?') == std::string::npos ? "?" : "&").append(parameter).append("=1");
    return texts.keep(std::move(to));
  };
  chips.push_back({.key = "starred",
                   .label = f.text("filter.mine"),
                   .count = texts.keep(number(f, answer.starred)),
                   .href = link("starred", choices.starred),
                   .sign = FilterChip::Sign::star,
                   .current = choices.starred});
  const bool running = view.edition.programme().progress(view.now).phase == agenda::Phase::running;
  if (choices.on_now || (running && choices.day == view.edition.programme().opening_day(view.now)))
    chips.push_back({.key = "now",
                     .label = f.text("filter.now"),
                     .count = texts.keep(number(f, answer.on_now)),
                     .href = link("now", choices.on_now),
                     .current = choices.on_now});
}

// ---- the dialog

// What a choice is called with what it leaves; of a language also how many are interpreted into it.
std::string counted(ui::Frame& f, const agenda::FacetCount& count) {
  if (count.interpreted == 0) return number(f, count.count);
  return f.text("filter.interpreted", {{"count", number(f, count.count)},
                                       {"interpreted", static_cast<std::int64_t>(count.interpreted)}});
}

std::vector<const agenda::FacetCount*> open_choices(const AgendaAnswer& answer, Facet facet) {
  std::vector<const agenda::FacetCount*> open;
  for (const agenda::FacetCount& one : answer.counts->of(facet))
    if (one.count > 0 || one.chosen) open.push_back(&one);
  return open;
}

FilterChip chip_of(ui::Frame& f, const View& view, Facet facet, const agenda::FacetCount& one,
                   KeptTexts& texts) {
  const std::string name = value_name(f, view, facet, one.value);
  return {.key = texts.keep(std::string(agenda::name_of(facet)) + " " + std::string(one.value)),
          .label = texts.keep(name),
          .count = texts.keep(counted(f, one)),
          .href = texts.keep(agenda_link_turned(view, facet, one.value)),
          .sign = one.chosen ? FilterChip::Sign::takes_off : FilterChip::Sign::none,
          .current = one.chosen};
}

// All values of a facet, one below the other, however many there are.
void facet_list(ui::Frame& f, const View& view, const AgendaAnswer& answer, const FacetEntry& entry) {
  const std::vector<const agenda::FacetCount*> open = open_choices(answer, entry.facet);
  const auto link = [&](const agenda::FacetCount& one) {
    return agenda_link_turned(view, entry.facet, one.value);
  };
  const ui::Rows rows{.name = f.text(entry.name),
                      .key = agenda::name_of(entry.facet),
                      .count = open.size(),
                      .find = [&](std::string_view href) -> std::optional<std::size_t> {
                        const auto one = std::ranges::find_if(
                            open, [&](const agenda::FacetCount* count) { return link(*count) == href; });
                        if (one == open.end()) return std::nullopt;
                        return static_cast<std::size_t>(one - open.begin());
                      }};
  f.rows(
      rows, [&](std::size_t) { return ui::expected_row_height(f); },
      [&](std::size_t row) {
        const agenda::FacetCount& one = *open[row];
        ui::row(f, one.chosen ? ui::icon::check : ui::icon::plus, value_name(f, view, entry.facet, one.value),
                counted(f, one), link(one), {}, {}, one.chosen);
      });
}

// Some chips, or where there are too many of them what is chosen and the way to the list of all.
void facet_part(ui::Frame& f, const View& view, const AgendaAnswer& answer, const FacetEntry& entry,
                Actions& actions) {
  const std::vector<const agenda::FacetCount*> open = open_choices(answer, entry.facet);
  if (open.empty()) return;
  ui::section(f, 3, f.text(entry.name));
  KeptTexts texts;
  auto line = f.flow(8, 0);
  const bool all = open.size() <= most_chips;
  for (const agenda::FacetCount* one : open)
    if (all || one->chosen) ui::filter_chip(f, chip_of(f, view, entry.facet, *one, texts));
  if (!all &&
      ui::filter_chip(f, {.key = texts.keep(dialog_of(entry.facet)),
                          .label = f.text("filter.choose"),
                          .count = texts.keep(number(f, open.size())),
                          .spoken = texts.keep(f.text("filter.choose_of", {{"facet", f.text(entry.name)}})),
                          .sign = FilterChip::Sign::opens}))
    actions.ask(ShowDialog{dialog_of(entry.facet)});
}

}  // namespace

bool agenda_field(ui::Frame& f, const View& view, Actions& actions, std::string_view key) {
  std::string typed(view.address.parameter("q"));
  const bool changed = ui::text_field(
      f, {.key = key, .label = f.text("agenda.filter"), .hint = f.text("agenda.filter_hint"), .search = true},
      typed);
  if (changed) actions.ask(ReplaceQuery{typed, false});
  return changed;
}

void agenda_chips(ui::Frame& f, const View& view, Actions& actions) {
  const AgendaAnswer& answer = agenda_answer(view);
  const bool phone = f.breadth() == ui::Breadth::phone;
  KeptTexts texts;
  std::vector<FilterChip> chips;
  mood_chips(f, view, answer, texts, chips);
  std::vector<std::pair<std::size_t, Facet>> opening;
  if (!phone)
    for (const FacetEntry& entry : facets) {
      if (!entry.in_line || !has_choices(view, entry.facet)) continue;
      opening.emplace_back(chips.size(), entry.facet);
      chips.push_back({.key = agenda::name_of(entry.facet),
                       .label = f.text(entry.name),
                       .spoken = texts.keep(f.text("filter.choose_of", {{"facet", f.text(entry.name)}})),
                       .sign = FilterChip::Sign::opens});
    }
  const float target = f.style().measure.target;
  f.beside(
      f.width() - target, 0,
      [&] {
        const auto pressed = ui::filter_chip_line(f, f.text("filter.chips"), chips);
        if (!pressed) return;
        for (const auto& [place, facet] : opening)
          if (place == *pressed) actions.ask(ShowDialog{dialog_of(facet)});
      },
      [&] {
        if (ui::icon_button(f, "filters", ui::icon::sliders_horizontal, f.text("filter.all_filters")))
          actions.ask(ShowDialog{std::string(all_filters)});
      });
}

void agenda_dialog(ui::Frame& f, const View& view, Actions& actions) {
  if (!view.dialog.starts_with(all_filters)) return;
  const AgendaAnswer& answer = agenda_answer(view, true);
  const auto one = std::ranges::find_if(
      facets, [&](const FacetEntry& entry) { return view.dialog == dialog_of(entry.facet); });
  bool closed = false;
  const std::string& title = one == facets.end() ? f.text("filter.all_filters") : f.text(one->name);
  {
    auto dialog = ui::dialog(f, title, f.text("dialog.close"), closed);
    auto margins = f.margins(20);
    f.gap(4);
    ui::status(
        f, f.text("agenda.count",
                  {{"count", static_cast<std::int64_t>(answer.sessions.size() + answer.earlier.size())}}));
    f.gap(8);
    if (one != facets.end()) {
      facet_list(f, view, answer, *one);
    } else {
      agenda_field(f, view, actions, "agenda-filter-dialog");
      f.gap(12);
      for (const FacetEntry& entry : facets) {
        facet_part(f, view, answer, entry, actions);
        f.gap(10);
      }
    }
    if (answer.choices.filters()) {
      f.gap(8);
      clear_button(f, view);
    }
    f.gap(20);
  }
  if (closed) actions.ask(ShowDialog{});
}

void agenda_nothing(ui::Frame& f, const View& view) {
  const AgendaAnswer& answer = agenda_answer(view, true);
  if (!answer.choices.filters())
    return ui::empty(f, ui::icon::calendar, f.text("agenda.none"), f.text("agenda.none_on_day"));
  ui::empty(f, ui::icon::search, f.text("agenda.none"), f.text("agenda.none_text"));
  f.gap(14);
  KeptTexts texts;
  std::vector<FilterChip> days;
  for (const agenda::FacetCount& one : answer.counts->of(Facet::day))
    for (const model::Day& day : view.event.days)
      if (one.count > 0 && iso_date(day.date) == one.value)
        days.push_back({.key = texts.keep(std::string(one.value)),
                        .label = texts.keep(text::with_capital(view.edition.day_name(day.date, f.words()))),
                        .count = texts.keep(number(f, one.count)),
                        .href = texts.keep(agenda_link_with_day(view, day.date))});
  if (!days.empty()) {
    auto line = f.flow(8, 0);
    for (const FilterChip& one : days) ui::filter_chip(f, one);
  }
  f.gap(14);
  clear_button(f, view);
}

}  // namespace screens
