#include "app/session.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/languages.h"
#include "pack/bundle.h"
#include "pack/checksum.h"
#include "pack/notice_text.h"
#include "pack/time_text.h"
#include "sorting/sort.h"
#include "text/data.h"
#include "text/words.h"
#include "trust/envelope.h"
#include "trust/signature.h"
#include "ui/hash.h"
#include "visitor/appointments.h"

namespace app {
namespace {

// The name for a text that cannot be read: the same text has the same, and another one does not take its
// place.
std::string name_aside(std::string_view text) {
  return std::string(visitor_text_name) + "-unreadable-" + std::to_string(ui::hash_of(text));
}

// Where one visitor after another comes, whoever does nothing for so long has left, and is warned before.
constexpr double forgets_after_s = 120;
constexpr double warns_after_s = 100;

}  // namespace

std::expected<std::unique_ptr<Session>, Failure> Session::create(const Assets& assets, const Start& start) {
  if (const auto data = text::use_icu_data(assets.icu_data); !data)
    return std::unexpected(failure_of_file(start, "summit.icu", data.error()));
  pack::ReadResult read = pack::read_bundle(assets.pack, assets.pack_name);
  const auto kind = start.pseudo ? text::Words::Kind::pseudo : text::Words::Kind::real;
  std::shared_ptr<const content::Edition> edition;
  if (read.event) {
    if (auto made = content::Edition::of(std::move(*read.event), kind); !made)
      read.problems.push_back({.file = "event.json", .pointer = "/time_zone", .reason = made.error()});
    else if ((*made)->languages().empty())
      read.problems.push_back({.file = "event.json",
                               .pointer = "/languages",
                               .reason = "none of the languages is one that the app speaks"});
    else
      edition = std::move(*made);
  }
  if (!edition) {
    model::Event none;
    none.time_zone = "UTC";
    auto made = content::Edition::of(std::move(none), kind);
    if (!made) return std::unexpected(failure_of_file(start, "summit.icu", made.error()));
    edition = std::move(*made);
  }
  std::unique_ptr<Session> session(new Session(assets, start));
  session->pack_sum_ = read.sum;
  session->pack_notices_ = edition->event().notices;
  session->put(std::move(edition), read.changes);
  session->pack_revision_ = read.revision;
  session->pack_issued_ = read.issued.value_or(model::Instant{});
  constexpr std::size_t longest_problem = 2'000;  // bytes
  for (const std::string& problem : assets.pack_problems)
    session->problems_.push_back(pack::shortened(problem, longest_problem));
  if (assets.pack_problems.empty())
    for (const pack::Problem& problem : read.problems)
      if (problem.severity == pack::Problem::Severity::error)
        session->problems_.push_back(pack::shortened(pack::to_line(problem), longest_problem));
  session->note_time_zone(start.time_zone);

  const std::optional<visitor::OperationLog> kept = visitor::OperationLog::read(start.visitor);
  if (!kept) session->announce(News::unreadable, session->unreadable_announced_);
  session->log_ = kept.value_or(visitor::OperationLog{});
  const content::Edition& of = *session->edition_;
  session->log_.import_first_version(start.first_visitor, of.event().id,
                                     [&](std::string_view id) { return of.session(id) != nullptr; });
  session->appearance_given_ = !start.appearance.empty();
  session->read_log();
  if (!kept || *kept != session->log_) session->request_keep();
  session->start_.visitor.clear();
  session->start_.first_visitor.clear();
  return session;
}

// ---- the event

bool Session::use(std::shared_ptr<const content::Edition> edition) {
  if (edition->languages().empty()) return false;
  problems_.clear();
  pack_notices_ = edition->event().notices;
  put(std::move(edition));
  return true;
}

Received Session::receive(std::string_view pack, std::string_view signature, bool told) {
  const std::uint64_t sum = pack::seal_and_sum_of(pack).sum;
  if (sum == pack_sum_) return Received::same;
  const auto refuse = [&] {
    if (told && std::exchange(refused_sum_, sum) != sum) {
      news_.push_back(News::refused);
      changed();
    }
    return Received::refused;
  };
  // Nothing of it is read before somebody vouches for it.
  if (!trust::verify(pack, signature, trust::read_public_keys(assets_.keys))) return refuse();
  pack::ReadResult read = pack::read_bundle(pack);
  if (!read.event) return Received::broken;
  if (event_read_ && read.event->id != edition_->event().id) return refuse();
  if (is_older(read, told)) return Received::older;
  return show(std::move(read), sum, told);
}

// Of two that say the same of their age, the one that the organisers' server names now is newer, and one that
// was kept from before is not newer than what came with the app.
bool Session::is_older(const pack::ReadResult& read, bool told) const {
  if (!event_read_) return false;
  const auto order = std::pair{read.revision, read.issued.value_or(model::Instant{})} <=>
                     std::pair{pack_revision_, pack_issued_};
  return order < 0 || (order == 0 && !told);
}

std::set<std::string> Session::sessions_changed_by(const model::Event& event) const {
  std::set<std::string> sessions;
  for (const model::SessionChange& change : model::changes(edition_->event(), event))
    sessions.insert(change.session);
  return sessions;
}

Received Session::show(pack::ReadResult read, std::uint64_t sum, bool told) {
  const std::set<std::string> sessions = sessions_changed_by(*read.event);
  // Also where whoever built the pack has not counted: calendars and visitors go by it.
  for (model::Session& session : read.event->sessions)
    if (const model::Session* was = edition_->session(session.id))
      session.revision = std::max(session.revision, was->revision + (sessions.contains(session.id) ? 1 : 0));
  std::vector<model::Notice> notices = read.event->notices;
  add_desk_notices(*read.event);
  auto made = content::Edition::of(std::move(*read.event),
                                   start_.pseudo ? text::Words::Kind::pseudo : text::Words::Kind::real);
  if (!made || (*made)->languages().empty()) return Received::broken;
  problems_.clear();
  pack_notices_ = std::move(notices);
  pack_sum_ = sum;
  put(std::move(*made), read.changes);
  // What was kept from before is what the visitor came with, as far as anybody knows.
  if (!told) {
    come_to_edition();
    read_log();
  }
  changed_sessions_ = sessions.size();
  pack_revision_ = read.revision;
  pack_issued_ = read.issued.value_or(model::Instant{});
  if (told) news_.push_back(News::updated);
  return Received::used;
}

Session::Weighed Session::weigh(std::string_view pack, std::string_view signature) const {
  Weighed weighed;
  if (pack::seal_and_sum_of(pack).sum == pack_sum_) {
    weighed.answer = Received::same;
    return weighed;
  }
  weighed.answer = Received::refused;
  if (!trust::verify(pack, signature, trust::read_public_keys(assets_.keys))) return weighed;
  const pack::ReadResult read = pack::read_bundle(pack);
  weighed.other_event = event_read_ && read.event && read.event->id != edition_->event().id;
  if (weighed.other_event) return weighed;
  weighed.answer = !read.event ? Received::broken : is_older(read, true) ? Received::older : Received::used;
  if (!read.event) return weighed;
  weighed.issued = read.issued;
  weighed.changed_sessions = sessions_changed_by(*read.event).size();
  return weighed;
}

Received Session::go_back(std::string_view pack) {
  pack::ReadResult read = pack::read_bundle(pack);
  return read.event ? show(std::move(read), pack::seal_and_sum_of(pack).sum, true) : Received::broken;
}

std::optional<model::Instant> Session::pack_issued() const {
  return pack_issued_ == model::Instant{} ? std::nullopt : std::optional(pack_issued_);
}

std::expected<Session::WeighedNotice, std::string> Session::weigh_notice(std::string_view file) const {
  if (!event_read_) return std::unexpected("there is no event");
  const auto envelope = trust::read_envelope(file);
  if (!envelope) return std::unexpected("is no notice of a desk");
  // Nothing of it is read before somebody vouches for it.
  auto signer = trust::check(*envelope, trust::read_public_keys(assets_.keys));
  if (!signer) return std::unexpected(signer.error());
  auto notice = pack::read_notice_text(envelope->text, edition_->event());
  if (!notice) return std::unexpected(pack::to_line(notice.error().front()));
  const bool is_taken = std::ranges::find(desk_notices_, *notice) != desk_notices_.end();
  return WeighedNotice{std::move(*notice), std::move(*signer), is_taken};
}

std::expected<std::string, std::string> Session::take_notice(std::string_view file) {
  auto weighed = weigh_notice(file);
  if (!weighed) return std::unexpected(std::move(weighed.error()));
  std::string title = weighed->notice.title.in(language_of_visitor());
  std::vector<model::Notice> notices = desk_notices_;
  std::erase_if(notices, [&](const model::Notice& one) { return one.id == weighed->notice.id; });
  notices.push_back(std::move(weighed->notice));
  if (auto shown = show_desk_notices(std::move(notices)); !shown)
    return std::unexpected(std::move(shown.error()));
  return title;
}

void Session::take_back_notices(const std::vector<std::string>& ids) {
  std::vector<model::Notice> notices = desk_notices_;
  std::erase_if(notices,
                [&](const model::Notice& one) { return std::ranges::find(ids, one.id) != ids.end(); });
  // The edition without them could be made before they came.
  if (notices.size() != desk_notices_.size()) (void)show_desk_notices(std::move(notices));
}

std::expected<void, std::string> Session::show_desk_notices(std::vector<model::Notice> notices) {
  std::swap(desk_notices_, notices);
  model::Event event = edition_->event();
  event.notices = pack_notices_;
  add_desk_notices(event);
  auto made = content::Edition::of(std::move(event),
                                   start_.pseudo ? text::Words::Kind::pseudo : text::Words::Kind::real);
  if (!made) {
    std::swap(desk_notices_, notices);
    return std::unexpected(std::move(made.error()));
  }
  put(std::move(*made));
  return {};
}

// The newest first, as in packs.
void Session::add_desk_notices(model::Event& event) const {
  for (const model::Notice& notice : desk_notices_) {
    std::erase_if(event.notices, [&](const model::Notice& one) {
      return one.id == notice.id && one.published_at <= notice.published_at;
    });
    if (std::ranges::find(event.notices, notice.id, &model::Notice::id) == event.notices.end())
      event.notices.push_back(notice);
  }
  sorting::sort(event.notices, std::ranges::greater{}, &model::Notice::published_at);
}

bool Session::note_freshness(const screens::Freshness& freshness) {
  if (freshness == freshness_) return false;
  freshness_ = freshness;
  changed();
  return true;
}

bool Session::note_time_zone(std::string_view name) {
  if (name.empty() || name == own_zone_name_) return false;
  auto own = text::TimeZone::named(name);
  if (!own) return false;
  own_zone_ = std::move(*own);
  own_zone_name_ = name;
  changed();
  return true;
}

void Session::put(std::shared_ptr<const content::Edition> edition, const content::Changes& of_pack) {
  const bool other_event = !edition_ || edition_->event().id != edition->event().id;
  event_read_ = !edition->languages().empty();
  languages_ = event_read_ ? edition->languages() : all_languages();
  mine_.reset();
  edition_ = std::move(edition);
  if (other_event) {
    changes_.emplace(edition_, of_pack);
    come_to_edition();
  } else {
    changes_->go_on(edition_, of_pack);
  }
  read_log();
  changed();
}

std::string Session::site() const {
  const std::string& address = edition_->event().address.empty() ? start_.site : edition_->event().address;
  return address.substr(0, address.find_last_not_of('/') + 1);
}

std::string Session::language_of_visitor() const {
  std::string language = wanted_language(start_, visitor_, languages_);
  if (language.empty())
    language = std::ranges::find(languages_, "en") != languages_.end() ? "en" : languages_.front();
  return language;
}

// ---- the visitor

void Session::read_log() {
  mine_.reset();
  visitor_ = visitor::visitor_at(edition_->event().id, log_);
  if (appearance_given_) visitor_.appearance = visitor::appearance_named(start_.appearance);
  unseen_changes_.clear();
  for (const std::string& session : changes_->sessions())
    if (is_unseen(session)) unseen_changes_.push_back(session);
  sorting::sort(unseen_changes_);
}

void Session::request_keep() {
  if (!start_.shared) keep_requested_ = true;
}

void Session::record(visitor::OperationKey key, std::string_view value) {
  // With the first thing that they do they know the programme as they came to it: what changes later is news
  // to them, also when they come back.
  if (!key.event.empty() && visitor_.looked_at.empty()) {
    std::vector<std::string> known;
    for (const std::string& session : changes_->sessions())
      if (!is_unseen(session)) known.push_back(session);
    note_as_seen(known, first_seen_name_);
  }
  log_.record(key, std::string(value), start_.copy);
  unkept_.insert_or_assign(std::move(key), value);
  recorded();
}

void Session::note_recorded(visitor::OperationKey key) {
  std::string value(log_.value(key.event, key.kind, key.subject));
  unkept_.insert_or_assign(std::move(key), std::move(value));
}

void Session::recorded() {
  read_log();
  request_keep();
  changed();
}

void Session::turn_star(const std::string& session) {
  record(visitor::star_key(edition_->event().id, session),
         visitor_.has_starred(session) ? visitor::off : visitor::on);
}

void Session::dismiss_notice(const std::string& subject) {
  record(visitor::dismissed_notice_key(edition_->event().id, subject), visitor::on);
}

void Session::read_notices(const std::vector<std::string>& subjects) {
  for (const std::string& subject : subjects)
    if (!visitor_.has_read(subject))
      record(visitor::read_notice_key(edition_->event().id, subject), visitor::on);
}

std::string Session::edition_name() const { return std::to_string(pack_sum_); }

bool Session::is_unseen(const std::string& session) const {
  const int revision = changes_->revision_of(session);
  const auto seen = std::ranges::lower_bound(visitor_.seen, session, {}, &visitor::SeenSession::session);
  if (seen != visitor_.seen.end() && seen->session == session) return revision > seen->revision;
  if (!visitor_.looked_at.empty()) return visitor_.looked_at != edition_name();
  const auto known = first_known_.find(session);
  if (known != first_known_.end()) return revision > known->second;
  const model::Session* first = first_seen_->session(session);
  return first == nullptr || revision > first->revision;
}

// Whoever has not looked at any changes yet knows this one.
void Session::come_to_edition() {
  first_seen_ = edition_;
  first_seen_name_ = edition_name();
  first_known_.clear();
  for (const std::string& session : changes_->sessions())
    first_known_[session] = changes_->revision_of(session);
}

void Session::note_as_seen(const std::vector<std::string>& sessions, const std::string& edition) {
  // Of more than that the edition alone is noted: the log has room for what a visitor does.
  constexpr std::size_t most = 500;
  std::vector<std::pair<visitor::OperationKey, std::string>> operations;
  const std::string& event = edition_->event().id;
  for (const std::string& session : sessions)
    if (operations.size() < most)
      operations.emplace_back(visitor::seen_key(event, session, changes_->revision_of(session)), visitor::on);
  operations.emplace_back(visitor::looked_at_key(event), edition);
  for (const auto& [key, value] : operations) unkept_.insert_or_assign(key, value);
  log_.record(std::move(operations), start_.copy);
}

bool Session::look_at_changes() {
  if (unseen_changes_.empty()) return false;
  note_as_seen(unseen_changes_, edition_name());
  read_log();
  request_keep();
  changed();
  return true;
}

void Session::choose_language(const std::string& language) { record(visitor::language_key(), language); }

void Session::choose_appearance(visitor::Appearance appearance) {
  appearance_given_ = false;
  record(visitor::appearance_key(), visitor::name_of(appearance));
}

void Session::choose_text_size(int percent) { record(visitor::text_size_key(), std::to_string(percent)); }

void Session::choose_reminder(int minutes) { record(visitor::reminder_key(), std::to_string(minutes)); }

void Session::choose_walking(const visitor::Walking& walking) {
  const visitor::Walking& before = visitor().walking;
  const bool step_free = walking.step_free != before.step_free;
  const bool escalators = walking.avoid_escalators != before.avoid_escalators;
  const bool badge = walking.badge != before.badge;
  const auto turned = [](bool is_on) { return is_on ? visitor::on : visitor::off; };
  if (step_free) record(visitor::step_free_key(), std::string(turned(walking.step_free)));
  if (escalators) record(visitor::avoid_escalators_key(), std::string(turned(walking.avoid_escalators)));
  if (badge) record(visitor::badge_key(edition_->event().id), std::string(visitor::name_of(walking.badge)));
}

void Session::replace_star(const std::string& from, const std::string& to) {
  const std::string& event = edition_->event().id;
  record(visitor::star_key(event, to), visitor::on);
  record(visitor::star_key(event, from), visitor::off);
}

bool Session::put_appointment(model::Appointment appointment) {
  if (appointment.id.empty()) appointment.id = visitor::new_appointment_id(log_, start_.copy);
  const std::string& event = edition_->event().id;
  if (!visitor::put_appointment(log_, event, appointment, start_.copy)) return false;
  note_recorded(visitor::appointment_key(event, appointment.id));
  recorded();
  return true;
}

void Session::remove_appointment(const std::string& id) {
  const std::string& event = edition_->event().id;
  visitor::remove_appointment(log_, event, id, start_.copy);
  note_recorded(visitor::appointment_key(event, id));
  recorded();
}

void Session::merge_choices(const carry::Choices& choices) {
  const std::string& event = edition_->event().id;
  const carry::Incoming incoming = carry::incoming(choices, visitor_);
  carry::merge(log_, event, choices, start_.copy);
  for (const std::string& star : incoming.added.starred) note_recorded(visitor::star_key(event, star));
  for (const auto* list : {&incoming.added.appointments, &incoming.changed})
    for (const model::Appointment& one : *list) note_recorded(visitor::appointment_key(event, one.id));
  recorded();
}

void Session::note_reminded(const std::string& subject) {
  record(visitor::reminded_key(edition_->event().id, subject), visitor::on);
}

const screens::MyAgenda& Session::mine() const {
  if (!mine_) mine_.emplace(*edition_, visitor_);
  return *mine_;
}

agenda::Reminders Session::reminders(model::Instant now) const {
  if (start_.shared || start_.static_rendering) return {};
  return agenda::reminders(mine().plan(), model::Minutes(visitor_.reminder), now,
                           [&](std::string_view subject) { return visitor_.was_reminded(subject); });
}

void Session::forget_visitor() {
  log_ = {};
  unkept_.clear();
  appearance_given_ = !start_.appearance.empty();
  come_to_edition();
  read_log();
  last_input_s_.reset();
  ++visitor_number_;
  changed();
}

void Session::announce(News news, bool& announced) {
  if (std::exchange(announced, true)) return;
  news_.push_back(news);
  changed();
}

MergedVisitor Session::merge_visitor(std::string_view kept) {
  MergedVisitor merged;
  const std::size_t news = news_.size();
  const std::optional<visitor::OperationLog> theirs = visitor::OperationLog::read(kept);
  if (theirs) {
    log_.merge(*theirs);
  } else {
    merged.aside = name_aside(kept);
    announce(News::unreadable, unreadable_announced_);
  }
  // Nobody knows of these yet: they come after all that is kept.
  for (const auto& [key, value] : unkept_)
    if (log_.value(key.event, key.kind, key.subject) != value) log_.record(key, value, start_.copy);
  const visitor::Visitor before = visitor_;
  read_log();
  merged.changed = visitor_ != before || news_.size() != news;
  if (visitor_ != before) changed();
  merged.to_keep = !theirs || *theirs != log_;
  if (merged.to_keep) merged.text = log_.to_text();
  return merged;
}

bool Session::visitor_kept(bool kept) {
  const std::size_t news = news_.size();
  if (keeps_ != kept) changed();
  keeps_ = kept;
  if (kept)
    unkept_.clear();
  else
    announce(News::not_kept, unkept_announced_);
  return news_.size() != news;
}

// ---- the rest

void Session::note_time(double steady_s) {
  if (!start_.shared) return;
  if (std::exchange(somebody_came_, false)) last_input_s_ = steady_s;
  if (last_input_s_ && steady_s - *last_input_s_ >= forgets_after_s) forget_visitor();
}

bool Session::forgets_soon(double steady_s) const {
  return last_input_s_ && steady_s - *last_input_s_ >= warns_after_s;
}

std::optional<double> Session::rest_left_s(double steady_s) const {
  if (!last_input_s_) return std::nullopt;
  const double rest_s = steady_s - *last_input_s_;
  return (rest_s < warns_after_s ? warns_after_s : forgets_after_s) - rest_s;
}

// ---- the clock

bool Session::set_clock(std::string_view at) {
  if (at.empty() || at == clock_text_) return true;
  const auto moment = pack::parse_instant(at);
  if (!moment) return false;
  clock_text_ = at;
  clock_start_ = moment->instant;
  clock_ahead_.reset();
  changed();
  return true;
}

model::Instant Session::clock(model::Instant now) {
  if (!clock_start_) return now;
  if (!clock_ahead_) clock_ahead_ = *clock_start_ - now;
  return now + *clock_ahead_;
}

model::Instant Session::for_platform(model::Instant shown) const {
  return shown - clock_ahead_.value_or(std::chrono::seconds(0));
}

}  // namespace app
