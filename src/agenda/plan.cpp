#include "agenda/plan.h"

#include <algorithm>
#include <tuple>

#include "sorting/sort.h"

namespace agenda {
namespace {

Engagement engagement(const model::Session& session) {
  return {&session, nullptr, session.starts_at, session.ends_at, model::takes_time(session)};
}

// Those of the plan that are one moment long are on at it.
bool overlap(const Engagement& one, const Engagement& other) {
  const auto end = [](const Engagement& of) {
    return std::max(of.ends_at, of.starts_at + std::chrono::seconds(1));
  };
  return one.starts_at < end(other) && other.starts_at < end(one);
}

bool is_same(const Engagement& one, const Engagement& other) {
  return one.session == other.session && one.appointment == other.appointment;
}

}  // namespace

bool clash(const Engagement& one, const Engagement& other) {
  return one.takes_time && other.takes_time && !is_same(one, other) && overlap(one, other);
}

bool clash(const model::Session& one, const model::Session& other) {
  return clash(engagement(one), engagement(other));
}

Plan::Plan(SessionSpan sessions, std::span<const model::Appointment> appointments,
           const WalkingTimes& walking)
    : walking_(walking) {
  for (const model::Session* session : sessions) all_.push_back(engagement(*session));
  for (const model::Appointment& one : appointments)
    all_.push_back({nullptr, &one, one.starts_at, one.ends_at, true});
  sorting::sort(all_, {}, [](const Engagement& one) { return std::tie(one.starts_at, one.ends_at); });
}

std::vector<Clash> Plan::clashes() const {
  std::vector<Clash> found;
  for (std::size_t i = 0; i < all_.size(); ++i)
    for (std::size_t k = i + 1;
         k < all_.size() && (all_[k].starts_at == all_[i].starts_at || all_[k].starts_at < all_[i].ends_at);
         ++k)
      if (clash(all_[i], all_[k])) found.push_back({i, k});
  return found;
}

std::vector<const Engagement*> Plan::clashing_with(const model::Session& session) const {
  const Engagement it = engagement(session);
  std::vector<const Engagement*> found;
  for (const Engagement& one : all_)
    if (clash(one, it)) found.push_back(&one);
  return found;
}

std::vector<Gap> Plan::gaps(model::Instant from, model::Instant to, model::Minutes least) const {
  std::vector<Gap> found;
  model::Instant free_since = from;
  const auto add = [&](model::Instant until) {
    if (until > free_since && until - free_since >= least) found.push_back({free_since, until});
  };
  for (const Engagement& one : all_) {
    if (!one.takes_time || one.ends_at <= from) continue;
    if (one.starts_at >= to) break;
    add(std::min(one.starts_at, to));
    free_since = std::max(free_since, one.ends_at);
  }
  add(to);
  return found;
}

const Engagement* Plan::before(const Engagement& one) const {
  const Engagement* last = nullptr;
  for (const Engagement& other : all_) {
    if (&other == &one || other.starts_at > one.starts_at) break;
    if (other.takes_time) last = &other;
  }
  return last;
}

std::vector<Hurry> Plan::hurries(model::Instant from, model::Instant to) const {
  std::vector<Hurry> found;
  const Engagement* last = nullptr;
  for (const Engagement& one : all_) {
    if (!one.takes_time) continue;
    if (one.starts_at >= to) break;
    if (last != nullptr && one.starts_at >= from && !clash(*last, one)) {
      const auto time = std::chrono::floor<model::Minutes>(one.starts_at - last->ends_at);
      const model::Minutes walking = walking_.between(last->room(), one.room());
      if (time < walking)
        found.push_back({static_cast<std::size_t>(last - all_.data()),
                         static_cast<std::size_t>(&one - all_.data()), time, walking});
    }
    last = &one;
  }
  return found;
}

Load Plan::load(model::Instant from, model::Instant to) const {
  Load load;
  std::chrono::seconds busy{};
  model::Instant counted = from;
  const Engagement* last = nullptr;
  for (const Engagement& one : all_) {
    if (one.starts_at >= to) break;
    if (!one.takes_time || (one.ends_at <= from && one.starts_at < from)) continue;
    ++load.engagements;
    const model::Instant begin = std::max(one.starts_at, counted), end = std::min(one.ends_at, to);
    if (end > begin) busy += end - begin;
    counted = std::max(counted, end);
    if (last != nullptr) load.walking += walking_.between(last->room(), one.room());
    last = &one;
  }
  load.busy = std::chrono::floor<model::Minutes>(busy);
  return load;
}

const Engagement* Plan::next(model::Instant now) const {
  const auto found = std::ranges::find_if(
      all_, [&](const Engagement& one) { return one.takes_time && one.starts_at > now; });
  return found == all_.end() ? nullptr : &*found;
}

model::Instant Plan::leave_at(const Engagement& next) const {
  const Engagement* last = before(next);
  return last == nullptr ? next.starts_at : next.starts_at - walking_.between(last->room(), next.room());
}

std::vector<Alternative> alternatives(const Programme& programme, const model::Session& session,
                                      const Plan& plan, model::Instant now, std::size_t most) {
  std::vector<Alternative> found;
  const auto add = [&](const model::Session* other, Alternative::Kind kind) {
    if (found.size() == most || other == &session || other->starts_at <= now || !model::takes_time(*other) ||
        other->state == model::SessionState::full)
      return;
    if (std::ranges::any_of(found, [&](const Alternative& one) { return one.session == other; })) return;
    if (std::ranges::any_of(plan.all(), [&](const Engagement& one) { return one.session == other; })) return;
    const auto clashing = plan.clashing_with(*other);
    if (std::ranges::all_of(clashing, [&](const Engagement* one) { return one->session == &session; }))
      found.push_back({other, kind});
  };
  for (const model::Session* other : programme.titled(session.title)) add(other, Alternative::Kind::repeat);
  Sessions same_theme;
  for (const std::string& theme : session.themes)
    for (const model::Session* other : programme.of_theme(theme)) same_theme.push_back(other);
  sorting::sort(same_theme, {}, &model::Session::starts_at);
  for (const model::Session* other : same_theme) add(other, Alternative::Kind::same_theme);
  return found;
}

}  // namespace agenda
