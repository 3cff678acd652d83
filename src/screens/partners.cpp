#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <optional>

#include "icons.h"
#include "screens/asides.h"
#include "screens/rows_by_link.h"
#include "screens/screen.h"
#include "ui/marks.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/overview.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

struct PartnersDraft {
  std::string filter;
};

struct Kind {
  model::PartnerKind kind;
  std::string_view called;  // in addresses, as in the files of an event
  text::Key heading;
  text::Key short_name;
};

constexpr std::array<Kind, 4> kinds{
    {{model::PartnerKind::un_family, "un-family", "partner_kind.un_family", "partner_kind.un_family"},
     {model::PartnerKind::rio_convention, "rio-convention", "partner_kind.rio_convention",
      "partner_kind_short.rio_convention"},
     {model::PartnerKind::development_bank, "development-bank", "partner_kind.development_bank",
      "partner_kind.development_bank"},
     {model::PartnerKind::international_organisation, "international-organisation",
      "partner_kind.international_organisation", "partner_kind_short.international_organisation"}}};

const Kind& kind_of(const model::Partner& partner) {
  return *std::ranges::find(kinds, partner.kind, &Kind::kind);
}

// What the address asks for; null where it asks for none.
const Kind* chosen_kind(const View& view) {
  const auto found = std::ranges::find(kinds, view.address.parameter("kind"), &Kind::called);
  return found == kinds.end() ? nullptr : &*found;
}
const model::Theme* chosen_theme(const View& view) {
  return view.edition.theme(view.address.parameter("theme"));
}

// The list with that kind and that theme in force.
std::string filtered(const View& view, const Kind* kind, const model::Theme* theme) {
  std::string link = view.link(Page::partners);
  if (kind != nullptr) link.append("?kind=").append(kind->called);
  if (theme != nullptr) link.append(kind == nullptr ? "?theme=" : "&theme=").append(theme->id);
  return link;
}

// Its page, with what is in force kept for the list beside it. What is kept has no list beside it.
std::string link_to(const View& view, const model::Partner& partner) {
  const std::string list = filtered(view, chosen_kind(view), chosen_theme(view));
  const std::string link = view.link(Page::partner, partner.id);
  return view.static_rendering ? link : link + list.substr(view.link(Page::partners).size());
}

// Chips, with what they are made of.
struct ChipLine {
  std::vector<std::string> texts;
  std::vector<ui::Chip> chips;

  explicit ChipLine(std::size_t most) { texts.reserve(2 * most); }  // the chips point into it
  void add(std::string label, std::string href, bool current) {
    texts.push_back(std::move(label));
    texts.push_back(std::move(href));
    chips.push_back({texts[texts.size() - 2], texts.back(), current});
  }
};

std::string counted(ui::Frame& f, const std::string& name, std::ptrdiff_t count) {
  return f.text("partners.counted", {{"name", name}, {"count", static_cast<std::int64_t>(count)}});
}

void filters(ui::Frame& f, const View& view) {
  ui::text_field(f,
                 {.key = "partners-filter",
                  .label = f.text("partners.filter"),
                  .hint = f.text("partners.filter_hint"),
                  .search = true},
                 view.drafts.of<PartnersDraft>().filter);
  f.gap(4);
  const Kind* kind = chosen_kind(view);
  const model::Theme* theme = chosen_theme(view);
  const auto fits_theme = [&](const model::Partner& one) {
    return theme == nullptr || view.edition.programme().has_part_in(theme->id, one);
  };
  ChipLine by_kind(kinds.size() + 1);
  by_kind.add(
      counted(f, f.text("partners.all_kinds"), std::ranges::count_if(view.event.partners, fits_theme)),
      filtered(view, nullptr, theme), kind == nullptr);
  for (const Kind& one : kinds)
    if (const auto count = std::ranges::count_if(
            view.event.partners,
            [&](const model::Partner& partner) { return partner.kind == one.kind && fits_theme(partner); });
        count > 0 || kind == &one)
      by_kind.add(counted(f, f.text(one.short_name), count), filtered(view, &one, theme), kind == &one);
  ui::chip_line(f, f.text("partners.by_kind"), by_kind.chips);
  ChipLine by_theme(view.event.themes.size() + 1);
  by_theme.add(f.text("partners.all_themes"), filtered(view, kind, nullptr), theme == nullptr);
  for (const model::Theme& one : view.event.themes)
    if (!view.edition.programme().partners_of_theme(one.id).empty())
      by_theme.add(f.text("theme.tag", {{"number", one.number}, {"name", view.in(one.short_name)}}),
                   filtered(view, kind, &one), theme == &one);
  if (by_theme.chips.size() > 1) ui::chip_line(f, f.text("partners.by_theme"), by_theme.chips);
}

// In the order of the alphabet.
std::vector<const model::Partner*> found_partners(const View& view) {
  const Kind* kind = chosen_kind(view);
  const model::Theme* theme = chosen_theme(view);
  const std::string& filter = view.drafts.of<PartnersDraft>().filter;
  std::vector<const model::Partner*> found;
  for (const model::Partner* partner : view.edition.partners_by_name(view.address.language))
    if ((kind == nullptr || partner->kind == kind->kind) &&
        (theme == nullptr || view.edition.programme().has_part_in(theme->id, *partner)) &&
        view.search.finds(filter, view.address.language, view.now, search::Group::partner, partner->id))
      found.push_back(partner);
  return found;
}

// `draw` for the partners of each kind that has some, under a heading that counts them.
void kind_by_kind(ui::Frame& f, std::span<const model::Partner* const> all,
                  const std::function<void(std::span<const model::Partner* const>)>& draw) {
  for (const Kind& kind : kinds) {
    std::vector<const model::Partner*> partners;
    std::ranges::copy_if(all, std::back_inserter(partners),
                         [&](const model::Partner* one) { return one->kind == kind.kind; });
    if (partners.empty()) continue;
    f.anchor(kind.called);
    ui::section(f, 2, counted(f, f.text(kind.heading), static_cast<std::ptrdiff_t>(partners.size())));
    f.gap(8);
    draw(partners);
    f.gap(18);
  }
}

// What it is called in full, where it is known by less.
std::string_view full_name(const View& view, const model::Partner& partner) {
  const std::string& name = view.in(partner.name);
  return view.known_as(partner) != name ? std::string_view(name) : std::string_view{};
}

}  // namespace

void partners_screen(ui::Frame& f, const View& view, Actions&) {
  const std::string_view selected =
      view.address.page == Page::partner ? std::string_view(view.address.id) : std::string_view{};
  f.description(f.text("describe.partners", {{"event", view.in(view.event.name)}}));
  if (view.event.partners.empty()) {
    ui::empty(f, ui::icon::users, f.text("partners.title"), f.text("partners.none"));
    return;
  }
  if (f.breadth() == ui::Breadth::phone && !view.static_rendering) {
    filters(f, view);
    f.gap(6);
  }
  const std::vector<const model::Partner*> found = found_partners(view);
  ui::status(f, f.text("partners.count", {{"count", static_cast<int>(found.size())}}));
  f.gap(8);
  if (found.empty()) {
    ui::empty(f, ui::icon::search, f.text("agenda.none"), f.text("partners.none_text"));
    return;
  }
  // Where there is room, what each of them does stands there too.
  const bool roomy = f.width() > 600 || view.static_rendering;
  kind_by_kind(f, found, [&](std::span<const model::Partner* const> partners) {
    ui::Rows rows{
        .count = partners.size(), .columns = f.width() > 600 ? 2 : 1, .gap = f.style().measure.card_gap};
    if (!selected.empty())
      rows.selected = row_where(partners, [&](const model::Partner* one) { return one->id == selected; });
    rows.find = [&](std::string_view link) {
      return row_where(partners, [&](const model::Partner* one) { return link_to(view, *one) == link; });
    };
    f.rows(
        rows, [&](std::size_t) { return ui::expected_card_height(f); },
        [&](std::size_t row) {
          const model::Partner* partner = partners[row];
          const std::string href = link_to(view, *partner);
          ui::card(f, {.title = view.known_as(*partner),
                       .href = href,
                       .supporting = full_name(view, *partner),
                       .more = roomy && !partner->description.empty()
                                   ? std::string_view(view.in(partner->description))
                                   : std::string_view{},
                       .selected = partner->id == selected});
        });
  });
}

void partners_head(ui::Frame& f, const View& view, Actions&) {
  if (f.breadth() != ui::Breadth::phone && !view.event.partners.empty()) filters(f, view);
}

// How many there are of each kind, and what each of them does.
void partners_overview(ui::Frame& f, const View& view, Actions&) {
  std::vector<std::string> counts;
  counts.reserve(kinds.size());  // the figures point into it
  std::vector<ui::Figure> figures;
  for (const Kind& kind : kinds)
    if (const auto count = std::ranges::count(view.event.partners, kind.kind, &model::Partner::kind);
        count > 0)
      figures.push_back(
          {counts.emplace_back(f.words().number(static_cast<std::int64_t>(count))), f.text(kind.short_name)});
  ui::figures(f, f.text("partners.by_kind"), figures);
  f.gap(24);
  kind_by_kind(f, found_partners(view), [&](std::span<const model::Partner* const> partners) {
    auto panel = f.panel();
    auto list = f.list();
    for (const model::Partner* partner : partners) {
      auto item = f.list_item();
      ui::row(f, 0, view.known_as(*partner),
              partner->description.empty() ? full_name(view, *partner)
                                           : std::string_view(view.in(partner->description)),
              link_to(view, *partner));
    }
  });
}

// The themes of its sessions; of a partner without sessions all of them.
void themes_of_partner(ui::Frame& f, const View& view, Actions& actions) {
  const model::Partner& partner = *view.edition.partner(view.address.id);
  std::vector<const model::Theme*> themes;
  for (const model::Theme& theme : view.event.themes)
    if (view.edition.programme().has_part_in(theme.id, partner)) themes.push_back(&theme);
  if (themes.empty()) return themes_aside(f, view, actions);
  auto panel = f.panel();
  auto list = f.list();
  for (const model::Theme* theme : themes) {
    auto item = f.list_item();
    theme_row(f, view, *theme);
  }
}

namespace {

// Its stands, and then the rooms of its sessions in the order in which one comes to need them; each once.
void places(ui::Frame& f, const View& view, const model::Partner& partner, agenda::SessionSpan sessions) {
  std::vector<std::string_view> rooms;
  for (const std::string& id : partner.rooms)
    if (view.edition.room(id) != nullptr) rooms.push_back(id);
  for (const model::Session* session : sessions)
    if (view.edition.room(session->room) != nullptr && std::ranges::find(rooms, session->room) == rooms.end())
      rooms.push_back(session->room);
  if (rooms.empty()) return;
  ui::section(f, 2, f.text("partner.places"));
  f.gap(8);
  for (const std::string_view room : rooms) {
    ui::fact(f, ui::icon::map_pin, room_and_level(f, view, room, true), {}, view.link(Page::place, room));
    f.gap(10);
  }
  f.gap(8);
}

}  // namespace

void partner_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Partner& partner = *view.edition.partner(view.address.id);
  f.title(view.in(partner.name));
  f.description(partner.description.empty()
                    ? f.text("describe.partners", {{"event", view.in(view.event.name)}})
                    : view.in(partner.description));
  const std::array<ui::Tag, 1> kind{{{f.text(kind_of(partner).heading)}}};
  ui::tags(f, kind);
  f.gap(12);
  ui::heading(f, 1, view.in(partner.name));
  if (!partner.abbreviation.empty() && view.in(partner.abbreviation) != view.in(partner.name)) {
    f.gap(4);
    ui::paragraph(f, view.in(partner.abbreviation), ui::TextLook::secondary_bold);
  }
  f.gap(14);
  if (!partner.description.empty()) {
    ui::paragraph(f, view.in(partner.description));
    f.gap(14);
  }
  if (!partner.link.empty()) {
    ui::fact(f, ui::icon::external_link, f.text("partner.site"), partner.link, partner.link);
    f.gap(18);
  }
  if (!partner.role.empty()) {
    ui::section(f, 2, f.text("partner.role"));
    f.gap(4);
    ui::paragraph(f, view.in(partner.role));
    f.gap(18);
  }
  if (std::ranges::any_of(view.event.milestones,
                          [&](const model::Milestone& one) { return model::took_part(one, partner.id); })) {
    ui::section(f, 2, f.text("partner.road"));
    f.gap(8);
    {
      auto panel = f.panel();
      auto list = f.list();
      for (const model::Milestone& milestone : view.event.milestones) {
        if (!model::took_part(milestone, partner.id)) continue;
        auto item = f.list_item();
        const std::string dates = milestone.first_day == milestone.last_day
                                      ? f.words().full_date(milestone.first_day)
                                      : f.words().date_range(milestone.first_day, milestone.last_day);
        ui::row(f, ui::icon::route, view.in(milestone.title),
                f.text("agenda.when_where", {{"time", dates}, {"place", view.in(milestone.place)}}),
                view.link(Page::road) + "#" + milestone.id);
      }
    }
    f.gap(18);
  }
  people_of_partner(f, view, partner);
  const agenda::SessionSpan sessions = view.edition.programme().of_partner(partner.id);
  if (!sessions.empty()) {
    ui::section(f, 2, f.text("partner.sessions"));
    f.gap(8);
    sessions_notice(f, view, sessions);
    session_rows_by_day(f, view, sessions, actions, 3);
    f.gap(4);
  }
  places(f, view, partner, sessions);
  source_note(f, view, partner.publication);
}

}  // namespace screens
