// What a screen is given, and the pieces that several of them share. One file per screen beside this; the
// functions that draw them are declared by pages.def.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "carry/qr_code.h"
#include "content/edition.h"
#include "content/known_changes.h"
#include "screens/actions.h"
#include "screens/address.h"
#include "screens/brought.h"
#include "screens/drafts.h"
#include "screens/freshness.h"
#include "screens/my_agenda.h"
#include "screens/notifications.h"
#include "screens/pages.h"
#include "screens/search_cache.h"
#include "ui/frame.h"
#include "ui/marks.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/choose.h"
#include "visitor/visitor.h"

namespace ui {
struct StayingTime;
}

namespace screens {

// What has just been done, told at the lower edge for a few seconds.
struct Toast {
  enum class What : std::uint8_t {
    starred,
    unstarred,
    not_kept,
    unreadable,
    forgets_soon,
    updated,
    update_refused,
    starred_clashing,     // `text` is on at the same time
    replaced,             // one star by another
    appointment_removed,  // pressing "undo" puts it back
    reminder,             // `text` begins at `time`
    copied,               // a link is on the clipboard
    file_saved,           // as `text`
    file_missing,         // `text` is not there
    taken_over,           // all that was brought
    notice_taken,         // of a desk: its title is `text`
    notice_saved,         // of this desk: as `text`
    notice_refused        // of a desk: why is `text`, in English as all that is wrong with files
  };
  What what = What::starred;
  std::string session;      // its id where it is about a star; pressing "undo" turns that again
  std::size_t changed = 0;  // updated: of how many sessions something is other
  std::string text = {};
  std::string time = {};
  std::string replaced = {};                           // id of the session whose star went
  std::optional<model::Appointment> appointment = {};  // that was removed
  bool undoes() const { return !session.empty() || appointment.has_value(); }
};

// Everything a screen reads.
struct View {
  const content::Edition& edition;
  const model::Event& event = edition.event();
  const text::TimeZone& zone = edition.zone();  // the event's
  const text::TimeZone* own_zone;               // the visitor's; null when it is not known
  model::Instant now{};
  bool clock_set = false;         // ?at= was given: the screen says so
  bool clock_unread = false;      // ?at= was given and is no time: the screen says that
  bool static_rendering = false;  // what is drawn is kept and read later: see app::Start
  const visitor::Visitor& visitor;
  const MyAgenda& mine;              // what the visitor has planned
  const Brought* brought = nullptr;  // what a link or a file would bring in
  std::string_view site = {};        // where the app is: "https://summit.example"; empty where nobody knows
  Notifications notifications = Notifications::unavailable;
  const Address& address;
  const Toast* toast = nullptr;
  bool shared = false;                             // one visitor after another uses it: see app::Start
  bool keeps = true;                               // false where the device cannot keep what the visitor does
  Freshness freshness = {};                        // how fresh all of this is
  const content::KnownChanges* changes = nullptr;  // of the programme; null: nobody has looked for any
  std::span<const std::string> unseen_changes = {};  // ids of the sessions of which the visitor has not been
                                                     // told what changed, sorted; none in what is kept
  bool for_paper = false;                            // it is printed: see app::Environment
  bool visitor_screen = false;             // a screen faces whoever stands at the desk: see app::Environment
  bool signs_notices = false;              // this desk has a key for that: see app::Start
  bool at_desk_warned = false;             // what is typed at the desk is forgotten soon
  bool saves_paper = false;                // a page can be made a file to be printed: see app::Start
  bool shortcuts_open = false;             // the list of keyboard shortcuts lies over the page
  std::span<const std::string> languages;  // of the event that the app also speaks
  SearchCache& search;                     // answers what is typed
  Drafts& drafts;                          // what was typed before
  Drafts& computed;                        // what screens have computed of this edition; goes with it
  std::string_view dialog = {};            // which dialog of the page lies over it; empty: none
  ui::TextLanguages* borrowed = nullptr;   // texts that are there in another language alone are noted in it

  // The text in the language of the page, or the best there is.
  const std::string& in(const model::LocalizedText& text) const {
    const std::string& said = text.in(address.language);
    if (borrowed != nullptr && !said.empty() && !text.has(address.language))
      borrowed->note(said, text.language_in(address.language));
    return said;
  }
  // The abbreviation by which the partner is known, where there is one; else its name.
  const std::string& known_as(const model::Partner& partner) const {
    return in(partner.abbreviation.empty() ? partner.name : partner.abbreviation);
  }
  bool is_unseen_change(std::string_view session) const {
    return std::ranges::binary_search(unseen_changes, session);
  }
  bool tells_clock() const { return clock_set || clock_unread; }
  std::string link(Page page, std::string_view id = {}) const { return path_of(address.language, page, id); }
};

// The whole window: navigation, bars, and the page that the address names.
void draw(ui::Frame& f, const View& view, Actions& actions);

// Instead of the window: a picture of the page that the address names, for previews of links.
void draw_poster(ui::Frame& f, const View& view);

// The area that scrolls on that page, for Kit::scroll_to_top.
std::string scroll_key(const Address& address);

// Whether the navigation of this window has an entry for that page.
bool is_in_navigation(const ui::Frame& f, const View& view, Page page);

// The windows in which a page that has a third area shows it (see pages.h).
inline bool has_third_area(const ui::Frame& f, const View& view) {
  return !view.static_rendering && f.setup().window.width >= ui::third_area_width;
}

// The windows in which what helps with a page that stands beside a list (see Beside in pages.h) has a place
// of its own: in the third area, or at the end of the page. In the others the page says it itself.
inline bool has_place_beside(const ui::Frame& f, const View& view) {
  return has_third_area(f, view) || (!view.static_rendering && f.breadth() == ui::Breadth::tablet);
}

// Dialogs, drawn over the page.
void shortcuts_dialog(ui::Frame& f, const View& view, Actions& actions);
// The one that the query of the address of "my agenda" asks for, if it does.
void my_dialog(ui::Frame& f, const View& view, Actions& actions);

// ---- pieces that several screens share (pieces.cpp)

// A row that leads to that page, in a list; nothing when the event has nothing for it. `second`: the quieter
// line below its name.
void page_row(ui::Frame& f, const View& view, Page page, std::string_view second = {});

struct SessionCards {
  bool with_day = false;           // the day stands before the time
  bool with_wait = false;          // a tag says how long it is until the session begins
  std::string_view selected = {};  // id of the session that the detail shows
  int columns = 1;
};

// The sessions as a list of cards.
void session_cards(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                   const SessionCards& look = {});

struct SessionRows {
  std::string_view selected = {};  // id of the session that the detail shows
  int time_level = 3;              // of the headings that say when sessions begin
  bool with_times = true;          // false where they have begun before
  bool across = false;             // across the whole of where they stand, also where there is much room
  // Where a session leads; absent: to its page.
  std::function<std::string(const model::Session&)> link = {};
};

// The sessions close together, with the times at the left: across a phone, on a card of their own elsewhere.
void session_rows(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                  const SessionRows& look = {});
// Rows that reach to the edges of what they stand on: across a phone, or where `across` asks for it; else a
// card of their own.
void rows_from_edge_to_edge(ui::Frame& f, bool across, const std::function<void(bool on_panel)>& draw);
// One of them. `joined_above`, `joined_below`: a line leads from its star to that of the row before or after.
struct SessionRowPlace {
  bool with_time = true;
  // The rows beside it begin at the same time, of which the first one says it.
  bool same_time_above = false, same_time_below = false;
  bool past_time = false;              // all that begins then is past
  ui::StayingTime* staying = nullptr;  // of its list; null: the time goes away with its row
  int time_level = 3;
  bool selected = false;
  bool on_panel = false;
  bool line_above = true;
  bool joined_above = false, joined_below = false;
  // Where the session leads; absent: to its page.
  std::function<std::string(const model::Session&)> link = {};
};
void session_row(ui::Frame& f, const View& view, const model::Session& session, Actions& actions,
                 const SessionRowPlace& place);
// The same, those of each day under a heading of that level.
void session_rows_by_day(ui::Frame& f, const View& view, agenda::SessionSpan sessions, Actions& actions,
                         int level);
// The themes as tiles, each with what `over` says of it above its name; that may be empty.
void theme_tiles(ui::Frame& f, const View& view, int columns,
                 const std::function<std::string(const model::Theme&)>& over);
// The colour of a theme's bars.
ui::Color theme_color(ui::Frame& f, const model::Theme& theme);
// The coloured tags of a session's themes.
std::vector<ui::Tag> theme_tags(const View& view, const model::Session& session,
                                std::vector<std::string>& texts, ui::Frame& f);
// The switch between the languages; answers the tag chosen by a press, else nothing.
std::string language_choices(ui::Frame& f, const View& view, ui::ChoiceLook look, bool short_names);
// How wide that switch is with short names.
float language_choices_width(ui::Frame& f, const View& view);
// The header of the home page with that switch in it; answers as language_choices does.
std::string hero_with_languages(ui::Frame& f, const View& view, const ui::HeroContent& content);
void programme_notice(ui::Frame& f, const View& view);
// The same in one line.
void programme_notice_in_brief(ui::Frame& f, const View& view);
// The same in one line, over a list with sessions that nobody has published.
void sessions_notice(ui::Frame& f, const View& view, agenda::SessionSpan sessions);
// The QR code of an address of the app, and that address.
struct AddressCode : carry::QrCode {
  std::string address;
};
// That of the path, made once and kept until another one is asked for. Null where nobody knows the site, or
// no code is so large.
const AddressCode* code_of_address(const View& view, std::string_view path);
// The address of the page for others: to be pointed a camera at, or sent. Nothing where nobody knows it.
void hand_on(ui::Frame& f, const View& view, std::string_view title, const std::string& path,
             Actions& actions);
// Whether the event lies behind whoever reads: then nothing of it is still to be published. Never in what is
// kept, which is read at any time.
bool is_over(const View& view);
// Who speaks for the partner, and who has a part in the session; nothing where nobody is known.
void people_of_partner(ui::Frame& f, const View& view, const model::Partner& partner);
void people_of_session(ui::Frame& f, const View& view, const model::Session& session);
// Whether it holds. Where somebody has set the clock, nothing does that was not published by then; else it is
// published, whatever the clock of this device says.
bool is_in_force(const View& view, const model::Notice& notice);
// What a notice says begins or ends by itself: then another frame is due.
void wake_for_notices(const View& view, Actions& actions);
// What visitors are told while it holds: all of it, or what is about that room or that session. Who is shown
// all has read it.
void notices(ui::Frame& f, const View& view, Actions& actions);
// How many the visitor has not read; none in what is kept.
std::size_t unread_notices(const View& view);
// The latest of them in short, with links to the news; nothing where there are none.
void notices_in_short(ui::Frame& f, const View& view, Actions& actions);
// A part with a link to what changed in the programme, and of how many sessions the visitor has not been
// told; with `always` also where they have been told of all. Nothing where nothing changed.
void changes_in_short(ui::Frame& f, const View& view, bool always);
// What changed about that session, with what was before. False where nothing is known of it.
bool changes_of_session(ui::Frame& f, const View& view, const model::Session& session);
// Over every page the alarms that hold and were not dismissed. Answers what is left of the window.
ui::Rect below_alarms(ui::Frame& f, const View& view, Actions& actions, const ui::Rect& content);
// The same among the words of a page, for where nobody can dismiss them.
void kept_alarms(ui::Frame& f, const View& view, Actions& actions);
void notices_of_room(ui::Frame& f, const View& view, std::string_view room, Actions& actions);
void notices_of_session(ui::Frame& f, const View& view, std::string_view session, Actions& actions);
// Who says so, with links; nothing where nobody does.
void source_links(ui::Frame& f, const View& view, std::span<const model::Publication* const> publications);
// Who says what stands above, once for each source, with the links to them; and that it is provisional
// where nobody has published it.
void source_note(ui::Frame& f, const View& view, const model::Publication& publication);
void source_note(ui::Frame& f, const View& view, std::span<const model::Publication* const> publications);
bool has_articles(const View& view, model::ArticlePart part);
// What an article says below its title.
void article_body(ui::Frame& f, const View& view, const model::Article& article);
char32_t icon_of(model::ArticleIcon icon);
void points(ui::Frame& f, const View& view, const std::vector<model::LocalizedText>& points);
// Links that lead out of the app, one below the other.
void links(ui::Frame& f, const View& view, const std::vector<model::StoryLink>& all);
// A row that leads to the partner, or to the theme, in a list.
void partner_row(ui::Frame& f, const View& view, const model::Partner& partner);
void theme_row(ui::Frame& f, const View& view, const model::Theme& theme);
// A part of the page with such rows to those of them that the event knows; nothing where there are no ids.
void partners_part(ui::Frame& f, const View& view, const std::string& title,
                   const std::vector<std::string>& partners);
// Small links to those of them that the event knows.
void partner_chips(ui::Frame& f, const View& view, const std::vector<std::string>& partners);
// "10:00–11:00 · Hall 1, Level 2"; the time alone where there is no place.
std::string when_and_where(ui::Frame& f, const std::string& time, const std::string& place);
// What a session's state says, as a tag; nothing where it takes place as planned.
void add_state_tag(std::vector<ui::Tag>& tags, ui::Frame& f, model::SessionState state);
// That something about it has changed since the visitor last looked; nothing where its state says so.
void add_change_tag(std::vector<ui::Tag>& tags, ui::Frame& f, const View& view,
                    const model::Session& session);
// "Kazakh, Russian": what is spoken there; empty where nobody says so.
std::string spoken_languages(ui::Frame& f, const model::Session& session);
const std::string& access_name(ui::Frame& f, model::AccessLevel access);
// The same as a tag, where that is not everybody who is at the event.
void add_access_tag(std::vector<ui::Tag>& tags, ui::Frame& f, model::AccessLevel access);
// "Hall 1, Level 2" or with the site behind it; empty when the room is unknown.
std::string room_and_level(ui::Frame& f, const View& view, std::string_view room, bool with_site);
// Where the room is, without its name: "Level 2, Congress Center"; of a site with one level the site alone.
std::string level_and_site(ui::Frame& f, const View& view, std::string_view room);
// By whose clock the times of the page are, and how far the visitor's own is where it differs at that moment.
std::string zone_text(ui::Frame& f, const View& view, model::Instant moment);
// The same as a line of its own.
void zone_note(ui::Frame& f, const View& view, model::Instant moment);
// "today", "tomorrow", else "22 April"; in what is kept always the date.
std::string day_name(ui::Frame& f, const View& view, model::Date day);
// When a session is: the time, with the day before it if asked for. Of one that lasts past midnight
// always the day of its beginning and that of its end: "22 April, 10:00 – 24 April, 18:00".
enum class WithDay : std::uint8_t {
  no,
  near,
  in_full
};  // near: as day_name() says it; in_full: with the weekday
std::string session_time(ui::Frame& f, const View& view, const model::Session& session, WithDay with_day);
// "in 25 minutes", "in 2 h 10 min", "10 minutes left"; empty when it is over or too far away, or in what is
// kept.
std::string time_until(ui::Frame& f, const View& view, const model::Session& session);
// When the clock shows another minute.
inline model::Instant next_minute(model::Instant now) {
  return std::chrono::ceil<std::chrono::minutes>(now + std::chrono::seconds(1));
}
// "2026-04-22", for queries.
std::string iso_date(model::Date date);
text::Key kind_key(model::SessionKind kind);
const std::string& kind_name(ui::Frame& f, model::SessionKind kind);

}  // namespace screens
