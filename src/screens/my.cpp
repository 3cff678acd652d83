// The visitor's own agenda: what is planned on each day, and how it is carried along.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "icons.h"
#include "screens/my_rows.h"
#include "screens/own_files.h"
#include "screens/screen.h"
#include "text/capital.h"
#include "ui/widgets/cards.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/press.h"
#include "ui/widgets/qr.h"
#include "ui/widgets/words.h"

namespace screens {
namespace {

// ---- what a link or a file has brought

text::Key reason(carry::Refusal refusal) {
  switch (refusal) {
    case carry::Refusal::not_ours: return "brought.not_ours";
    case carry::Refusal::damaged: return "brought.damaged";
    case carry::Refusal::newer_version: return "brought.newer_version";
    case carry::Refusal::other_event: break;
  }
  return "brought.other_event";
}

std::int64_t count_of(std::size_t count) { return static_cast<std::int64_t>(count); }

// The first of what would come in, by name.
void new_titles(ui::Frame& f, const View& view, const carry::Incoming& incoming) {
  constexpr std::size_t most = 6;
  std::vector<std::string> titles;
  for (const std::string& id : incoming.added.starred)
    if (const model::Session* session = view.edition.session(id)) titles.push_back(view.in(session->title));
  for (const auto* list : {&incoming.added.appointments, &incoming.changed})
    for (const model::Appointment& one : *list) titles.push_back(one.title);
  if (titles.empty()) return;
  if (titles.size() > most) {
    const std::size_t others = titles.size() - most;
    titles.resize(most);
    titles.push_back(f.text("brought.others", {{"count", count_of(others)}}));
  }
  f.gap(6);
  const std::vector<std::string_view> shown(titles.begin(), titles.end());
  ui::points(f, shown);
}

void what_comes_in(ui::Frame& f, const View& view, const Brought& brought) {
  const carry::Incoming& incoming = brought.incoming;
  const auto line = [&](text::Key key, std::size_t count) {
    if (count > 0) ui::paragraph(f, f.text(key, {{"count", count_of(count)}}));
  };
  if (brought.count > 1)
    ui::paragraph(f, f.text("brought.part", {{"number", brought.number}, {"count", brought.count}}),
                  ui::TextLook::secondary_bold);
  line("brought.sessions", incoming.added.starred.size());
  line("brought.appointments", incoming.added.appointments.size());
  line("brought.changed", incoming.changed.size());
  if (incoming.empty()) ui::paragraph(f, f.text("brought.nothing_new"));
  new_titles(f, view, incoming);
  f.gap(6);
  if (incoming.already_here > 0)
    ui::paragraph(f, f.text("brought.already_here", {{"count", count_of(incoming.already_here)}}),
                  ui::TextLook::secondary);
  if (brought.unknown > 0)
    ui::paragraph(f, f.text("brought.unknown", {{"count", count_of(brought.unknown)}}),
                  ui::TextLook::secondary);
}

void brought_part(ui::Frame& f, const View& view, Actions& actions) {
  if (view.brought == nullptr) return;
  const Brought& brought = *view.brought;
  {
    auto region = f.node(ui::Role::region, f.text("brought.title"), "brought");
    auto panel = f.panel();
    ui::titled(f, ui::icon::download, 2, f.text("brought.title"));
    f.gap(8);
    if (brought.refusal)
      ui::banner(f, ui::BannerLook::alarm, {}, f.text(reason(*brought.refusal)));
    else
      what_comes_in(f, view, brought);
    f.gap(12);
    const bool offers = !brought.refusal && !brought.incoming.empty();
    auto buttons = f.columns(offers && f.width() > 420 ? 2 : 1, 10);
    if (offers &&
        ui::button(f, {.key = "take-over", .label = f.text("brought.take_over"), .icon = ui::icon::check}))
      actions.ask(TakeOver{});
    if (ui::button(f, {.key = "leave-brought",
                       .label = offers ? f.text("brought.leave") : f.text("dialog.close"),
                       .icon = ui::icon::x,
                       .look = ui::ButtonLook::secondary}))
      actions.ask(LeaveBrought{});
  }
  f.gap(20);
}

// ---- the days

std::string load_of(ui::Frame& f, const agenda::Load& load) {
  if (load.engagements == 0) return {};
  const std::string busy = f.words().duration(load.busy);
  if (load.walking == model::Minutes(0))
    return f.text("my.load", {{"count", count_of(load.engagements)}, {"busy", busy}});
  return f.text(
      "my.load_and_walk",
      {{"count", count_of(load.engagements)}, {"busy", busy}, {"walking", f.words().duration(load.walking)}});
}

void days_of_mine(ui::Frame& f, const View& view, Actions& actions) {
  for (const MyAgenda::Day& day : view.mine.days()) {
    ui::section(f, 2, text::with_capital(view.edition.day_name(day.date, f.words())));
    if (const std::string load = load_of(f, day.load); !load.empty())
      ui::paragraph(f, load, ui::TextLook::secondary);
    f.gap(8);
    my_rows(f, view, day, actions);
    f.gap(16);
  }
}

void vanished(ui::Frame& f, const View& view, Actions& actions) {
  if (view.mine.vanished().empty()) return;
  ui::section(f, 2, f.text("my.vanished"));
  f.gap(4);
  ui::paragraph(f, f.text("my.vanished_text"), ui::TextLook::secondary);
  f.gap(8);
  {
    auto panel = f.panel();
    auto list = f.list();
    for (const std::string& id : view.mine.vanished()) {
      auto item = f.list_item();
      const std::string label = f.text("my.take_off", {{"title", id}});
      if (ui::button(f, {.key = id, .label = label, .icon = ui::icon::x, .look = ui::ButtonLook::secondary}))
        actions.ask(TurnStar{id});
      f.gap(8);
    }
  }
  f.gap(16);
}

// ---- what can be done with it

void things_to_do(ui::Frame& f, const View& view) {
  const std::string appointment = link_to_appointment(view);
  const std::string calendar = own_calendar_path(view.address.language);
  {
    auto line = f.flow(8, 0);
    ui::chip(f, f.text("my.own_add"), appointment, false);
    if (!view.mine.plan().all().empty()) ui::chip(f, f.text("my.calendar"), calendar, false);
  }
  f.gap(14);
}

void carry_links(ui::Frame& f, const View& view, Actions& actions) {
  constexpr float code_width = 360;
  const std::span<const CarryLink> links = view.mine.links(view.address.language, view.site);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const CarryLink& link = links[i];
    const bool one_of_several = links.size() > 1;
    const std::string which =
        one_of_several
            ? f.text("carry.part", {{"number", count_of(i + 1)}, {"count", count_of(links.size())}})
            : f.text("carry.link");
    auto group = f.node(ui::Role::group, which, link.path);
    const auto picture = [&] {
      const std::string name =
          one_of_several
              ? f.text("carry.code_part", {{"number", count_of(i + 1)}, {"count", count_of(links.size())}})
              : f.text("carry.code");
      ui::qr_picture(f, {.name = name, .size = link.code->size, .squares = &link.code->squares}, code_width);
    };
    const auto ways = [&] {
      ui::link(f, which, link.path);
      f.gap(6);
      const std::string label =
          one_of_several ? f.text("carry.share_part", {{"number", count_of(i + 1)}}) : f.text("carry.share");
      if (!view.site.empty() && ui::button(f, {.key = "share-" + link.path,
                                               .label = label,
                                               .icon = ui::icon::share_2,
                                               .look = ui::ButtonLook::secondary}))
        actions.ask(SharePage{f.text("my.title"), link.path});
    };
    if (link.code && f.width() > 560) {
      f.beside(code_width, 20, picture, ways);
    } else {
      if (link.code) picture();
      f.gap(6);
      ways();
    }
    f.gap(14);
  }
}

void carry_part(ui::Frame& f, const View& view, Actions& actions) {
  ui::section(f, 2, f.text("carry.title"));
  f.gap(4);
  const bool has_something = !view.mine.empty();
  if (has_something) {
    // Where it may be lost, this is how to keep it.
    if (view.freshness.erased) {
      ui::paragraph(f, f.text("fresh.erased"), ui::TextLook::secondary_bold);
      f.gap(6);
    }
    ui::paragraph(f, f.text("carry.text"), ui::TextLook::secondary);
    f.gap(10);
    carry_links(f, view, actions);
    if (view.site.empty()) {
      ui::paragraph(f, f.text("carry.no_address"), ui::TextLook::secondary);
      f.gap(10);
    }
  } else {
    ui::paragraph(f, f.text("carry.nothing"), ui::TextLook::secondary);
    f.gap(10);
  }
  const std::string file = own_choices_path(view.address.language);
  auto buttons = f.columns(has_something && f.width() > 420 ? 2 : 1, 10);
  if (has_something)
    ui::button(f, {.key = "file-out",
                   .label = f.text("carry.save_file"),
                   .icon = ui::icon::download,
                   .look = ui::ButtonLook::secondary,
                   .href = file});
  if (ui::button(f, {.key = "file-in",
                     .label = f.text("carry.open_file"),
                     .icon = ui::icon::list,
                     .look = ui::ButtonLook::secondary}))
    actions.ask(ChooseFile{});
}

void nothing_chosen(ui::Frame& f, const View& view) {
  ui::empty(f, ui::icon::star, view.static_rendering ? f.text("my.title") : f.text("my.none"),
            view.static_rendering ? f.text("page.my_without") : f.text("my.none_text"));
  f.gap(16);
  const std::string agenda = view.link(Page::agenda);
  ui::button(f, {.key = "agenda",
                 .label = f.text("my.open_agenda"),
                 .icon = ui::icon::calendar,
                 .look = ui::ButtonLook::primary,
                 .href = agenda});
}

}  // namespace

void my_screen(ui::Frame& f, const View& view, Actions& actions) {
  f.description(f.text("describe.my", {{"event", view.in(view.event.name)}}));
  if (view.static_rendering) return nothing_chosen(f, view);
  brought_part(f, view, actions);
  if (view.mine.empty()) {
    nothing_chosen(f, view);
    f.gap(10);
    things_to_do(f, view);
  } else {
    const std::span<const agenda::Engagement> all = view.mine.plan().all();
    zone_note(f, view, all.empty() ? view.now : all.front().starts_at);
    f.gap(6);
    programme_notice(f, view);
    things_to_do(f, view);
    days_of_mine(f, view, actions);
    vanished(f, view, actions);
  }
  if (!view.for_paper) carry_part(f, view, actions);
}

}  // namespace screens
