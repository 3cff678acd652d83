#include "screens/my_agenda.h"

#include <algorithm>
#include <utility>

#include "carry/code.h"
#include "screens/address.h"
#include "sorting/sort.h"

namespace screens {
namespace {

agenda::Sessions starred_in(const content::Edition& edition, const visitor::Visitor& visitor) {
  agenda::Sessions sessions;
  for (const std::string& id : visitor.starred)
    if (const model::Session* session = edition.session(id)) sessions.push_back(session);
  // They stand in one list of the event, in the organisers' order.
  sorting::sort(sessions);
  return sessions;
}

}  // namespace

MyAgenda::MyAgenda(const content::Edition& edition, const visitor::Visitor& visitor)
    : edition_(edition),
      visitor_(visitor),
      plan_(starred_in(edition, visitor), visitor.appointments,
            edition.walking_times(visitor.walking.step_free)),
      clashes_(plan_.clashes()) {
  sorting::sort(clashes_, {}, [](const agenda::Clash& one) { return std::pair(one.second, one.first); });
  for (const std::string& id : visitor.starred)
    if (edition.session(id) == nullptr) vanished_.push_back(id);
  std::map<model::Date, Day> days;
  const std::span<const agenda::Engagement> all = plan_.all();
  for (std::size_t i = 0; i < all.size(); ++i) days[days_of(all[i]).first].date = days_of(all[i]).first;
  for (const model::Day& day : edition.event().days) days[day.date].date = day.date;
  for (const bool goes_on : {true, false})
    for (std::size_t i = 0; i < all.size(); ++i) {
      const agenda::Days its = days_of(all[i]);
      if (!goes_on) {
        days[its.first].entries.push_back({.place = i});
        continue;
      }
      for (auto day = days.upper_bound(its.first); day != days.end() && its.contain(day->first); ++day)
        day->second.entries.push_back({.place = i, .goes_on = true});
    }
  for (auto& [date, day] : days) {
    if (day.entries.empty()) continue;
    lay_out(day);
    days_.push_back(std::move(day));
  }
}

agenda::Days MyAgenda::days_of(const agenda::Engagement& engagement) const {
  if (engagement.session != nullptr) return edition_.days_of(*engagement.session);
  const model::Instant last = std::max(engagement.starts_at, engagement.ends_at - std::chrono::seconds(1));
  return {edition_.zone().at(engagement.starts_at).date, edition_.zone().at(last).date};
}

void MyAgenda::lay_out(Day& day) const {
  const std::span<const agenda::Engagement> all = plan_.all();
  const model::Date next_day = std::chrono::sys_days(day.date) + std::chrono::days(1);
  day.load = plan_.load(edition_.zone().instant(day.date, 0, 0), edition_.zone().instant(next_day, 0, 0));
  // Of those that clash with it the last to begin before it.
  const auto clashing = [&](std::size_t place) -> std::optional<std::size_t> {
    const auto behind = std::ranges::upper_bound(clashes_, place, {}, &agenda::Clash::second);
    if (behind == clashes_.begin() || (behind - 1)->second != place) return std::nullopt;
    return (behind - 1)->first;
  };
  const agenda::Engagement* last = nullptr;  // that takes time
  // An open end may reach into a day on which it is not listed.
  model::Instant busy_until{};
  const auto begins = std::ranges::find(day.entries, false, &Entry::goes_on);
  for (std::size_t i = 0; begins != day.entries.end() && i < begins->place; ++i)
    if (all[i].takes_time) busy_until = std::max(busy_until, all[i].ends_at);
  bool after_night = false;  // that began on a day before
  for (std::size_t i = 0; i < day.entries.size(); ++i) {
    Entry& entry = day.entries[i];
    const agenda::Engagement& one = all[entry.place];
    if (!one.takes_time) continue;
    if (!entry.goes_on) {
      entry.clash = clashing(entry.place);
      if (i > 0 && agenda::clash(all[day.entries[i - 1].place], one)) {
        entry.clash = day.entries[i - 1].place;
        entry.clash_above = true;
      }
      if (last != nullptr && !entry.clash) {
        // The rest of a night is no free time.
        if (!after_night && one.starts_at - busy_until >= least_gap)
          entry.gap = agenda::Gap{busy_until, one.starts_at};
        const model::Minutes walking =
            edition_.walking_times(visitor_.walking.step_free).between(last->room(), one.room());
        if (walking > model::Minutes(0)) entry.walking = walking;
        const auto time = std::chrono::floor<model::Minutes>(one.starts_at - last->ends_at);
        if (time < walking) entry.hurry = time;
      }
    }
    last = &one;
    after_night = entry.goes_on;
    busy_until = std::max(busy_until, one.ends_at);
  }
}

const MyAgenda::Day* MyAgenda::day(model::Date date) const {
  const auto found = std::ranges::find(days_, date, &Day::date);
  return found == days_.end() ? nullptr : &*found;
}

namespace {

bool takes_place(const agenda::Engagement& one) {
  return one.session == nullptr || one.session->state != model::SessionState::cancelled;
}

}  // namespace

const agenda::Engagement* MyAgenda::next(model::Instant now) const {
  for (const agenda::Engagement& one : plan_.all())
    if (one.starts_at > now && takes_place(one)) return &one;
  return nullptr;
}

const agenda::Engagement* MyAgenda::before(const agenda::Engagement& next) const {
  const model::Date day = days_of(next).first;
  const agenda::Engagement* last = nullptr;
  for (const agenda::Engagement& one : plan_.all()) {
    if (one.starts_at >= next.starts_at) break;
    if (takes_place(one) && days_of(one).contain(day)) last = &one;
  }
  return last;
}

std::string MyAgenda::name_of(const agenda::Engagement& engagement) {
  return engagement.session != nullptr ? engagement.session->id : "own." + engagement.appointment->id;
}

const agenda::Engagement* MyAgenda::named(std::string_view name) const {
  for (const agenda::Engagement& one : plan_.all())
    if (name_of(one) == name) return &one;
  return nullptr;
}

std::span<const agenda::Alternative> MyAgenda::alternatives(const model::Session& session,
                                                            model::Instant now) const {
  constexpr std::size_t most = 4;
  constexpr std::size_t most_kept = 64;
  const std::int64_t minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
  const auto known = alternatives_.find(session.id);
  if (known != alternatives_.end() && known->second.minute == minute) return known->second.all;
  if (alternatives_.size() > most_kept) alternatives_.clear();
  Alternatives& kept = alternatives_[session.id];
  kept = {minute, agenda::alternatives(edition_.programme(), session, plan_, now, most)};
  return kept.all;
}

std::span<const CarryLink> MyAgenda::links(std::string_view language, std::string_view site) const {
  const std::string wanted = std::string(language) + " " + std::string(site);
  if (wanted == links_of_) return links_;
  links_of_ = wanted;
  links_.clear();
  const carry::SessionNumbers numbers(edition_.event());
  for (const std::string& code : carry::codes_of(carry::choices_of(visitor_), numbers)) {
    CarryLink& link = links_.emplace_back();
    link.path = path_of(language, Page::my) + "#carry=" + code;
    if (site.empty()) continue;
    link.address = std::string(site) + link.path;
    link.code = carry::qr_code_of(link.address);
  }
  return links_;
}

}  // namespace screens
