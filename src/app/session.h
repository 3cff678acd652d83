// Who is here and what is known: the visitor with everything they did, the event, and the clock. What of it
// is shown, on which page and in which language, is a window's; several windows may show one session.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/reminders.h"
#include "app/start.h"
#include "carry/choices.h"
#include "content/edition.h"
#include "content/known_changes.h"
#include "model/time.h"
#include "screens/freshness.h"
#include "screens/my_agenda.h"
#include "text/time_zone.h"
#include "visitor/visitor.h"

namespace pack {
struct ReadResult;
}

namespace app {

// What is to be done with the kept text of the visitor.
struct MergedVisitor {
  bool to_keep = false;  // `text` holds more than what is kept, and takes its place
  std::string text;
  std::string aside;     // what is kept cannot be read, and goes under this name first; empty when it can
  bool changed = false;  // the visitor sees something of it: draw a frame
};

// What every window tells its visitor once.
enum class News : std::uint8_t {
  not_kept,    // the device cannot keep what the visitor does
  unreadable,  // what was kept cannot be read, and was put aside
  updated,     // the event is a newer one: Session::changed_sessions
  refused,     // a newer event is not vouched for by the organisers
};

// What became of a pack that arrived.
enum class Received : std::uint8_t {
  used,     // it is shown from the next frame on
  same,     // it is the one that is shown
  refused,  // no key of the organisers vouches for these bytes, or they are of another event
  older,    // than the one that is shown
  broken,   // it cannot be read, or needs a newer app
};

class Session {
 public:
  // Fails when ICU's data cannot be used. A broken pack does not fail here: the windows then show a readable
  // screen about it.
  static std::expected<std::unique_ptr<Session>, Failure> create(const Assets&, const Start&);

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // As it was created, without the texts of the visitor.
  const Start& start() const { return start_; }
  const Assets& assets() const { return assets_; }

  // Another one whenever anything of what follows has changed: a window that has drawn an older one draws
  // a frame.
  std::uint64_t revision() const { return revision_; }

  // ---- the event

  // What the windows show from their next frame on. False, with nothing changed, when none of the event's
  // languages is one that the app speaks.
  bool use(std::shared_ptr<const content::Edition> edition);
  // A pack that arrived while the app runs, with the text of its signature. Only a newer one of the same
  // event that a key of Assets::keys vouches for is used; whatever else it is, nothing changes. `told`: the
  // organisers' server names it now, and the windows say that something changed; else it was kept from
  // before.
  Received receive(std::string_view pack, std::string_view signature, bool told);
  // What would become of a pack that somebody hands over as a file; nothing changes.
  struct Weighed {
    Received answer = Received::broken;
    bool other_event = false;  // refused, though the organisers vouch for it: it is of another one
    std::optional<model::Instant> issued;  // when it was published, as it says
    std::size_t changed_sessions = 0;
  };
  Weighed weigh(std::string_view pack, std::string_view signature) const;
  // Back to a pack that was shown before, whatever its age.
  Received go_back(std::string_view pack);
  // When the pack that is shown was published, where it says so.
  std::optional<model::Instant> pack_issued() const;
  // A notice that a desk has signed (trust/envelope.h), from a file. It is shown from the next frame on, and
  // stays when another pack comes, until it holds no longer or the pack has it. Answers its title in the
  // visitor's language, or in English why it is not taken; then nothing changes.
  std::expected<std::string, std::string> take_notice(std::string_view file);
  // What such a file would bring, or in English why it would not be taken; nothing changes.
  struct WeighedNotice {
    model::Notice notice;
    std::string desk;       // whose key signed it, in the organisers' words
    bool is_taken = false;  // just so
  };
  std::expected<WeighedNotice, std::string> weigh_notice(std::string_view file) const;
  // What was taken from desks under those ids is shown no longer; what the pack says under them is again.
  void take_back_notices(const std::vector<std::string>& ids);
  // By the last update.
  std::size_t changed_sessions() const { return changed_sessions_; }
  // What of the programme is known to have changed.
  const content::KnownChanges& changes() const { return *changes_; }
  // The sessions of these of which the visitor has not been told, by their ids, sorted: what changed since
  // they last looked, or, of those who never did, since they came.
  const std::vector<std::string>& unseen_changes() const { return unseen_changes_; }
  // Of the pack that is shown (pack::ReadResult::revision).
  std::uint64_t pack_revision() const { return pack_revision_; }
  // True when a window says something else by it.
  bool note_freshness(const screens::Freshness& freshness);
  const screens::Freshness& freshness() const { return freshness_; }
  // Of an empty event when event_is_there() is false.
  const std::shared_ptr<const content::Edition>& edition() const { return edition_; }
  // False when the pack could not be read and the windows show why instead.
  bool event_is_there() const { return event_read_; }
  // Why there is no event, one a line.
  const std::vector<std::string>& problems() const { return problems_; }
  // Of the event that the app also speaks; all of the app's where there is no event. Never empty.
  const std::vector<std::string>& languages() const { return languages_; }
  // Where the app is: as the event says, else as the platform knows it; without a slash at its end. Empty
  // when neither does.
  std::string site() const;
  // Where a path names none.
  std::string language_of_visitor() const;
  // The IANA name of the visitor's own zone, whenever they come back: they may have travelled. One that is
  // not known changes nothing. True when it is another one.
  bool note_time_zone(std::string_view name);
  // The visitor's own; null when it is not known.
  const text::TimeZone* own_zone() const { return own_zone_ ? &*own_zone_ : nullptr; }

  // ---- the visitor

  const visitor::Visitor& visitor() const { return visitor_; }
  // Counts those who came one after the other: what a window remembers of the one before is nobody's.
  std::uint32_t visitor_number() const { return visitor_number_; }
  // False where the device cannot keep what the visitor does.
  bool keeps() const { return keeps_; }
  // What they have planned at this edition.
  const screens::MyAgenda& mine() const;
  // What they are to be told of now, by that clock, and when the next time will be. Nobody is reminded where
  // one visitor after another comes.
  agenda::Reminders reminders(model::Instant now) const;
  // What happened since the start, for each window to tell.
  const std::vector<News>& news() const { return news_; }

  // What the visitor does, in whichever window.
  void turn_star(const std::string& session);
  // Of notices, as visitor::notice_subject names them.
  void dismiss_notice(const std::string& subject);
  void read_notices(const std::vector<std::string>& subjects);
  // They are told of all that changed. False when they knew it.
  bool look_at_changes();
  void choose_language(const std::string& language);
  void choose_appearance(visitor::Appearance appearance);
  void choose_text_size(int percent);
  void choose_reminder(int minutes);
  void choose_walking(const visitor::Walking& walking);
  // The one goes, the other comes.
  void replace_star(const std::string& from, const std::string& to);
  // An appointment without an id is a new one. False when there is nothing to keep (visitor/appointments.h).
  bool put_appointment(model::Appointment appointment);
  void remove_appointment(const std::string& id);
  // What was carried here comes in as well.
  void merge_choices(const carry::Choices& choices);
  // As agenda::reminder_subject names it: it is not told again.
  void note_reminded(const std::string& subject);
  // Whoever comes next finds the app as it was at its start.
  void forget_visitor();

  // Once after each time that something is to be kept: the window whose frame it is asks the platform for it.
  bool take_keep_request() { return std::exchange(keep_requested_, false); }
  // What is kept of the visitor by now, be it by this copy of the app or another: it comes in, and out comes
  // what to keep. Whoever calls it is the only writer until that is kept, and then says with visitor_kept
  // whether it is.
  MergedVisitor merge_visitor(std::string_view kept);
  // True when the visitor must be told: draw a frame.
  bool visitor_kept(bool kept);

  // ---- the rest after which a shared device forgets its visitor

  // Somebody is there.
  void note_presence() { somebody_came_ = true; }
  // With each frame. `steady_s`: a clock that never jumps.
  void note_time(double steady_s);
  bool forgets_soon(double steady_s) const;
  // How long until one of these changes, if nobody comes; nothing when nobody is waited for.
  std::optional<double> rest_left_s(double steady_s) const;

  // ---- the clock

  // What ?at= of an address says; false when it is no time. Nothing is changed by an empty one.
  bool set_clock(std::string_view at);
  // As it was written; empty while the clock goes as that of the platform.
  const std::string& clock_text() const { return clock_text_; }
  bool clock_is_set() const { return clock_start_.has_value(); }
  // The time by that clock, when it is `now` for the platform, and the other way round.
  model::Instant clock(model::Instant now);
  model::Instant for_platform(model::Instant shown) const;

 private:
  Session(const Assets& assets, const Start& start) : assets_(assets), start_(start) {}

  // With the desks' notices that the event does not have itself.
  void add_desk_notices(model::Event& event) const;
  // The pack's notices and, from now on, those of desks; or in words why not.
  std::expected<void, std::string> show_desk_notices(std::vector<model::Notice> notices);
  // Whether a pack of that age, of the event that is shown, takes its place.
  bool is_older(const pack::ReadResult& read, bool told) const;
  std::set<std::string> sessions_changed_by(const model::Event& event) const;
  Received show(pack::ReadResult read, std::uint64_t sum, bool told);
  void put(std::shared_ptr<const content::Edition> edition, const content::Changes& of_pack = {});
  void come_to_edition();
  void read_log();
  // Changes: which of them the visitor knows, and that they know those.
  bool is_unseen(const std::string& session) const;
  std::string edition_name() const;
  void note_as_seen(const std::vector<std::string>& sessions, const std::string& edition);
  void request_keep();
  void record(visitor::OperationKey key, std::string_view value);
  // Of an operation that stands in the log already.
  void note_recorded(visitor::OperationKey key);
  void recorded();
  void announce(News news, bool& announced);
  void changed() { ++revision_; }

  Assets assets_;
  Start start_;
  std::uint64_t revision_ = 1;

  std::shared_ptr<const content::Edition> edition_;
  std::vector<model::Notice> pack_notices_;  // of the event as it came
  std::vector<model::Notice> desk_notices_;  // that were taken from desks
  std::uint64_t pack_revision_ = 0;
  model::Instant pack_issued_{};
  std::uint64_t pack_sum_ = 0;  // tells two packs of one revision from each other
  std::size_t changed_sessions_ = 0;
  std::optional<content::KnownChanges> changes_;
  // What a visitor who has not looked at any changes yet came to.
  std::shared_ptr<const content::Edition> first_seen_;
  std::string first_seen_name_;
  std::map<std::string, int, std::less<>> first_known_;  // what had changed by then, with the revisions
  std::vector<std::string> unseen_changes_;
  screens::Freshness freshness_;
  std::vector<std::string> problems_;
  bool event_read_ = false;
  std::vector<std::string> languages_;
  std::optional<text::TimeZone> own_zone_;
  std::string own_zone_name_;

  visitor::OperationLog log_;
  std::map<visitor::OperationKey, std::string> unkept_;  // what was done here and is not known to be kept
  visitor::Visitor visitor_;                             // what the log says
  mutable std::optional<screens::MyAgenda> mine_;        // of that, made at the first question
  std::uint32_t visitor_number_ = 0;
  bool appearance_given_ = false;  // by Start::appearance, and no other chosen since
  bool keeps_ = true;
  bool keep_requested_ = false;
  std::vector<News> news_;
  bool unkept_announced_ = false;
  bool unreadable_announced_ = false;
  std::uint64_t refused_sum_ = 0;  // of the pack whose refusal was told

  std::optional<double> last_input_s_;  // by the steady clock; nothing when nobody came since it forgot
  bool somebody_came_ = false;          // since the last frame

  std::string clock_text_;
  std::optional<model::Instant> clock_start_;        // what the clock was set to
  std::optional<std::chrono::seconds> clock_ahead_;  // by how much it differs, known from the first frame on
};

}  // namespace app
