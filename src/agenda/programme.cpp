#include "agenda/programme.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "sorting/sort.h"

namespace agenda {
namespace {

model::Date next_day(model::Date day) { return std::chrono::sys_days(day) + std::chrono::days(1); }

}  // namespace

Days days_of(const model::Session& session, const text::TimeZone& zone) {
  // Nobody has said that it goes on after midnight.
  if (session.open_end) return {zone.at(session.starts_at).date, zone.at(session.starts_at).date};
  const model::Instant last = std::max(session.starts_at, session.ends_at - std::chrono::seconds(1));
  return {zone.at(session.starts_at).date, zone.at(last).date};
}

float share_over(const model::Session& session, model::Instant now) {
  const auto whole = session.ends_at - session.starts_at;
  if (whole.count() <= 0) return 1;
  const float share =
      static_cast<float>((now - session.starts_at).count()) / static_cast<float>(whole.count());
  return std::clamp(share, 0.F, 1.F);
}

bool is_on(const model::Session& session, model::Instant now) {
  return session.state != model::SessionState::cancelled && session.starts_at <= now && now < session.ends_at;
}

void Programme::Intervals::finish() {
  sorting::sort(sessions, {}, &model::Session::starts_at);
  const std::size_t leaves = std::bit_ceil(std::max<std::size_t>(sessions.size(), 1));
  latest_end.assign(2 * leaves, model::Instant::min());
  for (std::size_t i = 0; i < sessions.size(); ++i) latest_end[leaves + i] = sessions[i]->ends_at;
  for (std::size_t i = leaves; i-- > 1;) latest_end[i] = std::max(latest_end[2 * i], latest_end[2 * i + 1]);
}

std::size_t Programme::Intervals::begun_before(model::Instant moment) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(sessions, moment, {}, &model::Session::starts_at) -
                                  sessions.begin());
}

std::size_t Programme::Intervals::begun_by(model::Instant moment) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(sessions, moment, {}, &model::Session::starts_at) -
                                  sessions.begin());
}

Sessions Programme::Intervals::going_on(std::size_t begun, model::Instant moment) const {
  Sessions found;
  const std::size_t leaves = latest_end.size() / 2;
  // From the left to the right through the parts of the tree in which something ends later.
  const auto walk = [&](const auto& self, std::size_t node, std::size_t first, std::size_t count) -> void {
    if (first >= begun || latest_end[node] <= moment) return;
    if (node >= leaves) {
      found.push_back(sessions[first]);
      return;
    }
    self(self, 2 * node, first, count / 2);
    self(self, 2 * node + 1, first + count / 2, count / 2);
  };
  walk(walk, 1, 0, leaves);
  return found;
}

Programme::Programme(const model::Event& event, const text::TimeZone& zone) : event_(event), zone_(zone) {
  all_.sessions.reserve(event.sessions.size());
  for (const model::Session& session : event.sessions) all_.sessions.push_back(&session);
  all_.finish();

  const model::Instant midnight = zone.instant(next_day(event.last_day), 0, 0);
  end_ = midnight;
  const auto add = [](Lists& lists, std::string_view id, const model::Session* session) {
    Sessions& list = lists[id];
    // A session that names a thing twice is still one.
    if (list.empty() || list.back() != session) list.push_back(session);
  };
  std::map<std::string_view, std::vector<std::string_view>> ids_of_theme;
  for (const model::Session* session : all_.sessions) {
    if (session->state != model::SessionState::cancelled) {
      held_.sessions.push_back(session);
      if (session->starts_at < midnight) end_ = std::max(end_, session->ends_at);
    }
    if (!session->room.empty()) add(by_room_, session->room, session);
    for (const std::string& partner : session->partners) add(by_partner_, partner, session);
    for (const model::Participation& part : session->people) add(by_person_, part.person, session);
    for (const std::string& theme : session->themes) {
      add(by_theme_, theme, session);
      std::vector<std::string_view>& partners = ids_of_theme[theme];
      partners.insert(partners.end(), session->partners.begin(), session->partners.end());
    }
  }
  held_.finish();

  for (const model::Room& room : event.rooms)
    if (by_room_.contains(room.id)) rooms_.push_back(&room);
  make_slots();

  for (auto& [theme, ids] : ids_of_theme) {
    sorting::sort(ids);
    for (const model::Partner& partner : event.partners)
      if (std::ranges::binary_search(ids, std::string_view(partner.id)))
        partners_of_theme_[theme].push_back(&partner);
  }
}

void Programme::make_slots() {
  for (const model::Session* session : held_.sessions) {
    if (session->kind == model::SessionKind::exhibition) continue;
    std::vector<Slot>& day = slots_[zone_.at(session->starts_at).date];
    if (day.empty() || day.back().starts_at != session->starts_at) {
      if (!day.empty()) day.back().ends_at = std::min(day.back().ends_at, session->starts_at);
      day.push_back({session->starts_at, session->ends_at, {}});
    }
    day.back().ends_at = std::max(day.back().ends_at, session->ends_at);
    day.back().sessions.push_back(session);
  }
}

std::span<const Slot> Programme::slots_on(model::Date day) const {
  const auto found = slots_.find(day);
  if (found == slots_.end()) return {};
  return found->second;
}

model::Instant Programme::midnight_of(model::Date day) const {
  const auto [known, is_new] = midnights_.try_emplace(day);
  if (is_new) known->second = zone_.instant(day, 0, 0);
  return known->second;
}

const model::Session* Programme::next_in(std::string_view room, model::Date day, model::Instant now) const {
  const SessionSpan all = in_room(room);
  const model::Instant midnight = midnight_of(next_day(day));
  for (auto next = std::ranges::upper_bound(all, now, {}, &model::Session::starts_at); next != all.end();
       ++next) {
    if ((*next)->starts_at >= midnight) return nullptr;
    if ((*next)->state != model::SessionState::cancelled) return *next;
  }
  return nullptr;
}

SessionSpan Programme::list_of(const Lists& lists, std::string_view id) {
  const auto found = lists.find(id);
  return found == lists.end() ? SessionSpan{} : SessionSpan(found->second);
}

SessionSpan Programme::on_day(model::Date day) const {
  const std::size_t first = all_.begun_before(midnight_of(day));
  const std::size_t last = all_.begun_before(midnight_of(next_day(day)));
  return all().subspan(first, last - first);
}

Sessions Programme::continuing_on(model::Date day) const {
  const model::Instant midnight = midnight_of(day);
  Sessions found = all_.going_on(all_.begun_before(midnight), midnight);
  std::erase_if(found, [](const model::Session* session) { return session->open_end; });
  return found;
}

Sessions Programme::on_now(model::Instant now) const { return held_.going_on(held_.begun_by(now), now); }

SessionSpan Programme::up_next(model::Instant now, std::size_t most) const {
  const SessionSpan later = SessionSpan(held_.sessions).subspan(held_.begun_by(now));
  return later.first(std::min(most, later.size()));
}

Sessions Programme::titled(const model::LocalizedText& title) const {
  const auto key = [](const model::LocalizedText& text) {
    return text.empty() ? std::string_view{} : std::string_view(text.all().front().second);
  };
  if (by_title_.empty())
    for (const model::Session* session : all()) by_title_[key(session->title)].push_back(session);
  Sessions found;
  for (const model::Session* session : list_of(by_title_, key(title)))
    if (session->title == title) found.push_back(session);
  return found;
}

std::span<const model::Partner* const> Programme::partners_of_theme(std::string_view theme) const {
  const auto found = partners_of_theme_.find(theme);
  if (found == partners_of_theme_.end()) return {};
  return found->second;
}

bool Programme::has_part_in(std::string_view theme, const model::Partner& partner) const {
  // In the organisers' order they lie in memory too.
  return std::ranges::binary_search(partners_of_theme(theme), &partner, std::less{});
}

Progress Programme::progress(model::Instant now) const {
  const std::chrono::sys_days today{zone_.at(now).date};
  const std::chrono::sys_days first{event_.first_day};
  const std::chrono::sys_days last{event_.last_day};
  if (today < first)
    return {.phase = Phase::before, .day = 0, .days_left = static_cast<int>((first - today).count())};
  if (today > last && now >= end_) return {.phase = Phase::over, .day = 0, .days_left = 0};
  return {.phase = Phase::running,
          .day = static_cast<int>((std::min(today, last) - first).count()) + 1,
          .days_left = 0};
}

model::Date Programme::opening_day(model::Instant now) const {
  if (progress(now).phase != Phase::running) return event_.first_day;
  return std::min(zone_.at(now).date, event_.last_day);
}

}  // namespace agenda
