#include "content/known_changes.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "sorting/sort.h"

namespace content {
namespace {

using Kind = model::SessionChange::Kind;

// What a session says of itself, for where no other edition is there to compare it with.
Changes stated_by(const model::Session& session) {
  Changes all;
  const auto add = [&](Kind kind, model::ChangedValue was, model::ChangedValue is) {
    all.push_back({kind, session.id, std::move(was), std::move(is)});
  };
  using enum model::SessionState;
  if (session.state == cancelled || session.state == full)
    add(session.state == cancelled ? Kind::cancelled : Kind::state, scheduled, session.state);
  if (session.state == moved && session.moved_from) {
    const model::FormerPlace& former = *session.moved_from;
    // Until when it was to be nobody says.
    if (former.starts_at && *former.starts_at != session.starts_at)
      add(Kind::moved, model::SessionTimes{*former.starts_at, {}, true},
          model::SessionTimes{session.starts_at, session.ends_at, session.open_end});
    if (!former.room.empty() && former.room != session.room) add(Kind::relocated, former.room, session.room);
  }
  return all;
}

}  // namespace

KnownChanges::KnownChanges(std::shared_ptr<const Edition> first, const Changes& of_pack)
    : first_(std::move(first)), now_(first_) {
  // A programme can have megabytes: it is copied only when it was another.
  if (!of_pack.empty()) base_.emplace().sessions = model::before(of_pack, first_->event().sessions);
  collect(of_pack);
}

void KnownChanges::go_on(std::shared_ptr<const Edition> next, const Changes& of_pack) {
  now_ = std::move(next);
  collect(of_pack);
}

void KnownChanges::collect(const Changes& of_pack) {
  const model::Event& base = base_ ? *base_ : first_->event();
  all_ = &base == &now_->event() ? Changes{} : model::changes(base, now_->event());
  std::set<std::string, std::less<>> known;
  for (const model::SessionChange& change : all_) known.insert(change.session);
  const auto add = [&](const Changes& more) {
    for (const model::SessionChange& change : more)
      if (!known.contains(change.session)) all_.push_back(change);
    for (const model::SessionChange& change : more) known.insert(change.session);
  };
  // Of a pack that skipped what this app has seen, what nobody has told.
  add(of_pack);
  for (const model::Session& session : now_->event().sessions)
    if (session.state != model::SessionState::scheduled && !known.contains(session.id))
      add(stated_by(session));

  revisions_.clear();
  std::map<std::string, model::Instant> begins;  // names of its own: what is sorted moves
  for (const model::SessionChange& change : all_) {
    const auto* was = std::get_if<model::Session>(&change.before);
    if (const model::Session* session = now_->session(change.session)) {
      revisions_[change.session] = session->revision;
      begins[change.session] = session->starts_at;
    } else if (was != nullptr) {
      // That it is gone is one change more.
      revisions_[change.session] = was->revision + 1;
      begins[change.session] = was->starts_at;
    }
  }
  sorting::sort(all_, {}, [&](const model::SessionChange& change) {
    return std::tuple(begins[change.session], std::string_view(change.session));
  });
  sessions_.clear();
  for (const model::SessionChange& change : all_)
    if (sessions_.empty() || sessions_.back() != change.session) sessions_.push_back(change.session);
  told_.clear();
}

int KnownChanges::revision_of(std::string_view session) const {
  const auto found = revisions_.find(session);
  return found == revisions_.end() ? 0 : found->second;
}

const std::vector<ToldChange>& KnownChanges::told(const text::Words& words) const {
  const auto found = told_.find(words.language());
  if (found != told_.end()) return found->second;
  return told_[words.language()] = content::told(all_, first_.get(), *now_, words);
}

std::span<const ToldChange> KnownChanges::told_of(std::string_view session, const text::Words& words) const {
  if (!revisions_.contains(session)) return {};
  const std::vector<ToldChange>& all = told(words);
  const auto first = std::ranges::find(all, session, &ToldChange::session);
  const auto last =
      std::find_if(first, all.end(), [&](const ToldChange& one) { return one.session != session; });
  return {first, last};
}

}  // namespace content
