#include "screens/agenda_choices.h"

#include <algorithm>
#include <utility>

namespace screens {
namespace {

using agenda::Facet;

constexpr std::string_view day_name_in_address = "day";

// The parameters of the agenda beside its facets.
bool is_known_flag(std::string_view name) {
  return name == "starred" || name == "now" || name == "view" || name == "q";
}

bool is_of_agenda(std::string_view name) { return is_known_flag(name) || agenda::facet_named(name); }

bool knows(const View& view, Facet facet, std::string_view value) {
  const auto among = [&](auto last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
      if (agenda::name_of(static_cast<decltype(last)>(i)) == value) return true;
    return false;
  };
  switch (facet) {
    case Facet::day: return false;
    case Facet::theme: return view.edition.theme(value) != nullptr;
    case Facet::room: return view.edition.room(value) != nullptr;
    case Facet::site: return view.edition.site(value) != nullptr;
    case Facet::kind: return among(model::SessionKind::service);
    case Facet::access: return among(model::AccessLevel::press);
    case Facet::partner: return view.edition.partner(value) != nullptr;
    case Facet::person: return view.edition.person(value) != nullptr;
    case Facet::language: break;
  }
  return std::ranges::any_of(view.event.sessions, [&](const model::Session& one) {
    return agenda::hearing_in(one, value) != agenda::Hearing::not_at_all;
  });
}

std::optional<model::Date> day_named(const View& view, std::string_view name) {
  for (const model::Day& day : view.event.days)
    if (iso_date(day.date) == name) return day.date;
  return std::nullopt;
}

// The day that ?day= or the address asks for, or the anchor, which is that of a day on the static page; else
// the one the agenda opens with.
model::Date chosen_day(const View& view, std::string_view selected) {
  const std::string_view asked = view.address.parameter(day_name_in_address);
  const auto named = day_named(view, asked.empty() ? std::string_view(view.address.anchor) : asked);
  const model::Date open = view.edition.programme().opening_day(view.now);
  const model::Session* session = selected.empty() ? nullptr : view.edition.session(selected);
  if (session == nullptr) return named.value_or(open);
  const agenda::Days days = view.edition.days_of(*session);
  if (named && days.contain(*named)) return *named;
  // What is on now stays in the list of the day that is on.
  return agenda::is_on(*session, view.now) && days.contain(open) ? open : days.first;
}

AgendaChoices choices_of(const View& view) {
  AgendaChoices choices;
  choices.day = chosen_day(view, selected_session(view));
  if (view.static_rendering) return choices;
  for (const auto& [name, value] : view.address.query) {
    const std::optional<Facet> facet = agenda::facet_named(name);
    if (facet && facet != Facet::day && !value.empty()) {
      const agenda::Choice choice{*facet, value};
      if (!knows(view, *facet, value))
        choices.unknown = true;
      else if (std::ranges::find(choices.chosen, choice) == choices.chosen.end())
        choices.chosen.push_back(choice);
    } else if (facet == Facet::day) {
      choices.unknown |= !value.empty() && !day_named(view, value);
    } else if (name == "starred") {
      choices.starred = value == "1";
    } else if (name == "now") {
      choices.on_now = value == "1";
    } else if (name == "view") {
      choices.grid = value == "grid";
    } else if (name == "q") {
      choices.typed = value.find_first_not_of(" \t") == std::string::npos ? std::string{} : value;
    }
  }
  return choices;
}

// What the answer depends on.
struct Question {
  Address address;
  std::vector<std::string> starred;
  model::Instant minute{};
  bool operator==(const Question&) const = default;
};

struct Kept {
  std::optional<Question> question;
  AgendaAnswer answer;
  bool counted = false;
};

std::vector<std::string> ids_of(const auto& things, auto fits) {
  std::vector<std::string> ids;
  for (const auto& one : things)
    if (fits(one)) ids.emplace_back(one->id);
  return ids;
}

// Those that fit all but the three at the beginning of the chips, in order.
agenda::Sessions fitting(const View& view, const AgendaChoices& choices, const agenda::Filter& filter) {
  const agenda::Programme& programme = view.edition.programme();
  if (!choices.chosen.empty() || filter.found) return view.edition.filters().ask(filter).sessions;
  agenda::Sessions all = programme.continuing_on(choices.day);
  const agenda::SessionSpan begin = programme.on_day(choices.day);
  all.insert(all.end(), begin.begin(), begin.end());
  return all;
}

void compute(const View& view, AgendaAnswer& answer, bool with_counts) {
  const AgendaChoices& choices = answer.choices;
  agenda::Filter filter;
  filter.chosen = choices.chosen;
  filter.chosen.push_back({Facet::day, iso_date(choices.day)});
  if (!choices.typed.empty()) {
    filter.found.emplace();
    for (const search::Hit& hit :
         view.search.answers(choices.typed, view.address.language, view.now, search::Group::session).hits)
      filter.found->emplace_back(hit.id);
  }
  const auto is_starred = [&](const model::Session* one) { return view.visitor.has_starred(one->id); };
  const auto is_now = [&](const model::Session* one) {
    return !view.static_rendering && agenda::is_on(*one, view.now);
  };
  agenda::Sessions all = fitting(view, choices, filter);
  answer.all = all.size();
  answer.starred = static_cast<std::size_t>(std::ranges::count_if(all, is_starred));
  answer.on_now = static_cast<std::size_t>(std::ranges::count_if(all, is_now));
  if (with_counts) {
    if (choices.starred) filter.starred = view.visitor.starred;
    if (choices.on_now) {
      const agenda::Sessions on = view.edition.programme().on_now(view.now);
      filter.found = ids_of(on, [&](const model::Session* one) {
        return !filter.found || std::ranges::find(*filter.found, one->id) != filter.found->end();
      });
    }
    answer.counts = view.edition.filters().ask(filter);
  }
  std::erase_if(all, [&](const model::Session* one) {
    return (choices.starred && !is_starred(one)) || (choices.on_now && !is_now(one));
  });
  const model::Instant midnight = view.zone.instant(choices.day, 0, 0);
  const auto begin =
      std::ranges::find_if(all, [&](const model::Session* one) { return one->starts_at >= midnight; });
  answer.earlier.assign(all.begin(), begin);
  answer.sessions.assign(begin, all.end());
}

// The address with what the agenda reads of its query, and nothing of it that is named so.
Address kept_address(const View& view, std::string_view without = {}) {
  Address to = view.address;
  to.anchor.clear();
  std::erase_if(to.query, [&](const auto& parameter) {
    return !is_of_agenda(parameter.first) || parameter.first == without;
  });
  return to;
}

Address of_agenda(Address address) {
  address.page = Page::agenda;
  address.id.clear();
  return address;
}

void erase_filters(Address& address) {
  std::erase_if(address.query, [](const auto& parameter) {
    return parameter.first != day_name_in_address && parameter.first != "view";
  });
}

}  // namespace

std::string_view selected_session(const View& view) {
  return view.address.page == Page::session ? std::string_view(view.address.id) : std::string_view{};
}

const AgendaAnswer& agenda_answer(const View& view, bool with_counts) {
  Kept& kept = view.computed.of<Kept>();
  const bool running =
      !view.static_rendering && view.edition.programme().progress(view.now).phase == agenda::Phase::running;
  const model::Instant minute =
      running ? model::Instant(std::chrono::floor<std::chrono::minutes>(view.now)) : model::Instant{};
  const bool same = kept.question && kept.question->minute == minute &&
                    kept.question->address == view.address && kept.question->starred == view.visitor.starred;
  if (same && (kept.counted || !with_counts)) return kept.answer;
  kept.question = {view.address, view.visitor.starred, minute};
  const std::uint64_t number = kept.answer.number + 1;
  kept.answer = {};
  kept.answer.number = number;
  kept.answer.choices = choices_of(view);
  kept.counted = with_counts || !kept.answer.choices.chosen.empty();
  compute(view, kept.answer, kept.counted);
  return kept.answer;
}

std::string agenda_link(const View& view) { return path_of(of_agenda(kept_address(view))); }

std::string agenda_link_with_day(const View& view, model::Date day) {
  Address to = of_agenda(kept_address(view, day_name_in_address));
  to.query.emplace(to.query.begin(), day_name_in_address, iso_date(day));
  return path_of(to);
}

std::string agenda_link_with_view(const View& view, bool grid) {
  Address to = kept_address(view, "view");
  if (grid) to.query.emplace_back("view", "grid");
  return path_of(to);
}

std::string agenda_link_with(const View& view, std::string_view parameter, std::string_view value) {
  Address to = kept_address(view, parameter);
  if (!value.empty()) to.query.emplace_back(parameter, value);
  return path_of(to);
}

std::string agenda_link_turned(const View& view, Facet facet, std::string_view value) {
  Address to = kept_address(view);
  const auto is_it = [&](const auto& parameter) {
    return parameter.first == agenda::name_of(facet) && parameter.second == value;
  };
  if (std::erase_if(to.query, is_it) == 0) to.query.emplace_back(agenda::name_of(facet), value);
  return path_of(to);
}

std::string agenda_link_without_moods(const View& view) {
  Address to = kept_address(view, "starred");
  std::erase_if(to.query, [](const auto& parameter) { return parameter.first == "now"; });
  return path_of(to);
}

std::string agenda_link_without_filters(const View& view) {
  Address to = kept_address(view);
  erase_filters(to);
  return path_of(to);
}

std::string agenda_link_without_unknown(const View& view) {
  Address to = kept_address(view);
  std::erase_if(to.query, [&](const auto& parameter) {
    const std::optional<Facet> facet = agenda::facet_named(parameter.first);
    if (!facet) return false;
    return facet == Facet::day ? !day_named(view, parameter.second) : !knows(view, *facet, parameter.second);
  });
  return path_of(to);
}

std::string session_link(const View& view, const model::Session& session) {
  std::string link = view.link(Page::session, session.id);
  const bool of_agenda = view.address.page == Page::agenda || view.address.page == Page::session;
  if (view.static_rendering || !of_agenda) return link;
  Address to = kept_address(view, day_name_in_address);  // it has one of its own
  to.page = Page::session;
  to.id = session.id;
  return path_of(to);
}

}  // namespace screens
