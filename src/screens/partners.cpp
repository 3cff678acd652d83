#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "icons.h"
#include "screens/screen.h"

namespace screens {
namespace {

struct Draft {
  std::string filter;
};

const std::string& kind_heading(ui::Frame& f, model::PartnerKind kind) {
  switch (kind) {
    case model::PartnerKind::un_family: return f.text("partner_kind.un_family");
    case model::PartnerKind::rio_convention: return f.text("partner_kind.rio_convention");
    case model::PartnerKind::development_bank: return f.text("partner_kind.development_bank");
    case model::PartnerKind::international_organisation: break;
  }
  return f.text("partner_kind.international_organisation");
}

}  // namespace

void partners_screen(ui::Frame& f, const View& view, Actions&) {
  const std::string_view selected = view.address.id;
  std::string& filter = view.drafts.of<Draft>().filter;
  f.description(f.text("describe.partners", {{"event", view.in(view.event.name)}}));
  if (view.event.partners.empty()) {
    f.empty(ui::icon::users, f.text("partners.title"), f.text("partners.none"));
    return;
  }
  if (!view.static_rendering) {
    f.text_field({.key = "partners-filter",
                  .label = f.text("partners.filter"),
                  .hint = f.text("partners.filter_hint"),
                  .search = true},
                 filter);
    f.gap(10);
  }
  std::vector<const model::Partner*> found;
  for (const model::Partner* partner : view.edition.partners_by_name(view.address.language))
    if (view.search.finds(filter, view.address.language, view.now, search::Group::partner, partner->id))
      found.push_back(partner);
  f.status(f.text("partners.count", {{"count", static_cast<int>(found.size())}}));
  f.gap(8);
  if (found.empty()) {
    f.empty(ui::icon::search, f.text("agenda.none"), f.text("partners.none_text"));
    return;
  }
  for (const model::PartnerKind kind :
       {model::PartnerKind::un_family, model::PartnerKind::rio_convention,
        model::PartnerKind::development_bank, model::PartnerKind::international_organisation}) {
    std::vector<const model::Partner*> partners;
    std::ranges::copy_if(found, std::back_inserter(partners),
                         [&](const model::Partner* one) { return one->kind == kind; });
    if (partners.empty()) continue;
    f.section(2, kind_heading(f, kind));
    f.gap(8);
    const auto place_of = [&](auto wanted) -> std::optional<std::size_t> {
      const auto one = std::ranges::find_if(partners, wanted);
      if (one == partners.end()) return std::nullopt;
      return static_cast<std::size_t>(one - partners.begin());
    };
    ui::Rows rows{
        .count = partners.size(), .columns = f.width() > 760 ? 2 : 1, .gap = f.style().measure.card_gap};
    if (!selected.empty())
      rows.selected = place_of([&](const model::Partner* one) { return one->id == selected; });
    rows.find = [&](std::string_view link) {
      return place_of([&](const model::Partner* one) { return view.link(Page::partner, one->id) == link; });
    };
    f.rows(
        rows, [&](std::size_t) { return f.expected_card_height(); },
        [&](std::size_t row) {
          const model::Partner* partner = partners[row];
          const std::string href = view.link(Page::partner, partner->id);
          const std::string& known_as = view.known_as(*partner);
          const std::string& name = view.in(partner->name);
          f.card({.title = known_as,
                  .href = href,
                  .supporting = known_as != name ? std::string_view(name) : std::string_view{},
                  .selected = partner->id == selected});
        });
    f.gap(18);
  }
}

void partner_screen(ui::Frame& f, const View& view, Actions& actions) {
  const model::Partner& partner = *view.edition.partner(view.address.id);
  f.title(view.in(partner.name));
  f.description(partner.description.empty()
                    ? f.text("describe.partners", {{"event", view.in(view.event.name)}})
                    : view.in(partner.description));
  const std::array<ui::Tag, 1> kind{{{kind_heading(f, partner.kind)}}};
  f.tags(kind);
  f.gap(12);
  f.heading(1, view.in(partner.name));
  if (!partner.abbreviation.empty() && view.in(partner.abbreviation) != view.in(partner.name)) {
    f.gap(4);
    f.paragraph(view.in(partner.abbreviation), ui::TextLook::secondary_bold);
  }
  f.gap(14);
  if (!partner.description.empty()) {
    f.paragraph(view.in(partner.description));
    f.gap(14);
  }
  if (!partner.link.empty()) {
    f.fact(ui::icon::external_link, f.text("partner.site"), partner.link, partner.link);
    f.gap(18);
  }
  if (!partner.role.empty()) {
    f.section(2, f.text("partner.role"));
    f.gap(4);
    f.paragraph(view.in(partner.role));
    f.gap(18);
  }
  if (std::ranges::any_of(view.event.milestones,
                          [&](const model::Milestone& one) { return model::took_part(one, partner.id); })) {
    f.section(2, f.text("partner.road"));
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
        f.row(ui::icon::route, view.in(milestone.title),
              f.text("agenda.when_where", {{"time", dates}, {"place", view.in(milestone.place)}}),
              view.link(Page::road) + "#" + milestone.id);
      }
    }
    f.gap(18);
  }
  people_of_partner(f, view, partner);
  source_note(f, view, partner.publication);
  const agenda::SessionSpan sessions = view.edition.programme().of_partner(partner.id);
  if (!sessions.empty()) {
    f.gap(18);
    f.section(2, f.text("partner.sessions"));
    f.gap(8);
    sessions_notice(f, view, sessions);
    session_cards(f, view, sessions, actions, {.with_day = true});
    f.gap(16);
  }
}

}  // namespace screens
