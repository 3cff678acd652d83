#include "app/window.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "app/languages.h"
#include "pack/notice_text.h"
#include "screens/desk.h"
#include "screens/screen.h"
#include "sorting/sort.h"
#include "text/borrowed.h"
#include "text/link.h"
#include "text/words.h"
#include "trust/envelope.h"
#include "ui/frame.h"
#include "ui/kit.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/words.h"

namespace app {

struct Window::State {
  explicit State(Session& of) : session(of) {}

  Session& session;
  std::unique_ptr<ui::Kit> kit;
  std::string first_path;  // with which it was opened

  std::uint64_t seen_revision = 0;                  // of the session, by the last frame
  std::uint32_t visitor_number = 0;                 // of the one whom the rest of this belongs to
  std::shared_ptr<const content::Edition> edition;  // that the page, the toast and the answers are of
  std::optional<screens::SearchCache> search_cache;
  std::size_t news_shown = 0;
  // Of the page of what changed, while it is open: what was news when it was opened stays so.
  std::vector<std::string> changes_shown;

  screens::Drafts drafts;
  screens::Drafts computed;    // by screens, of `edition`
  ui::TextLanguages borrowed;  // texts of the last frame that another language stands in for
  // The app's own texts that do so in each frame, and of which language they are.
  std::string borrowed_texts_of = {};
  std::vector<std::string> borrowed_texts = {};
  ui::TextLanguages always_borrowed = {};
  screens::Address address;
  std::string path;
  std::vector<std::string> way_back;  // paths, for platforms that keep no history themselves
  bool clock_unread = false;          // ?at= of the address is no time
  std::optional<screens::Toast> toast;
  model::Instant toast_until{};                 // on the clock of the platform
  std::optional<model::Instant> next_reminder;  // by the session's clock
  std::string file;                             // that the visitor picked; empty when none
  std::optional<screens::Brought> brought;      // what it holds, or the address
  std::string brought_from;                     // that address or file,
  std::uint64_t brought_at = 0;                 // and the revision of the session then
  std::optional<screens::Toast> untold;         // what became of an effect, for the next frame
  bool shortcuts_open = false;
  std::function<bool(ui::Frame&, const screens::View&)> over;  // of the platform; empty: none
  std::string dialog;                                          // of the page; empty: none
  // At a desk: somebody has pressed something since the last frame, and when that was by the clock that never
  // jumps; nothing while nobody is waited for.
  bool desk_touched = false;
  std::optional<double> desk_touched_s;

  std::string site;  // of the frame in the making
  std::vector<Effect> effects;
  std::uint64_t frames = 0;

  const Start& start() const { return session.start(); }

  // ---- what became of the session meanwhile

  void catch_up() {
    if (edition != session.edition()) use(session.edition());
    if (visitor_number != session.visitor_number()) begin_anew();
  }

  void use(std::shared_ptr<const content::Edition> other) {
    search_cache.emplace(*other);
    computed.clear();
    edition = std::move(other);
    if (toast && !toast->session.empty() && edition->session(toast->session) == nullptr) toast.reset();
    // A page in a language that is gone goes on in one that is there.
    const std::vector<std::string>& languages = session.languages();
    if (!address.language.empty() && std::ranges::find(languages, address.language) == languages.end()) {
      address.language = session.language_of_visitor();
      show(true);
    }
  }

  // Somebody else comes, and finds the window as it was opened.
  void begin_anew() {
    visitor_number = session.visitor_number();
    drafts.clear();
    way_back.clear();
    toast.reset();
    file.clear();
    shortcuts_open = false;
    dialog.clear();
    kit->forget();
    open(screens::address_of(first_path, session.languages()));
    show(true);
  }

  // ---- navigation

  // The path as it is shown: a clock that was set stays set after a reload.
  void show(bool replace) {
    screens::Address shown = address;
    if (session.clock_is_set() && shown.parameter("at").empty())
      shown.query.emplace_back("at", session.clock_text());
    path = screens::path_of(shown);
    effects.emplace_back(ShowLocation{path, replace});
  }

  enum class Way : bool { forward, back };

  void open(screens::Address to, Way way = Way::forward) {
    if (to.language.empty()) to.language = session.language_of_visitor();
    clock_unread = !session.set_clock(to.parameter("at"));
    const bool event_read = session.event_is_there();
    const screens::PageEntry& entry = screens::page_entry(to.page);
    if (event_read && frames > 0 && (to.page != address.page || to.id != address.id)) {
      const screens::Address left{to.language, address.page, address.id, {}, address.anchor};
      kit->arrive(way == Way::back ? screens::path_of(left) : std::string{},
                  entry.opens_in_field && way == Way::forward);
      shortcuts_open = false;
      dialog.clear();
    }
    // Where one stood on the page before is remembered for the way back.
    if (event_read && !to.anchor.empty() && way == Way::forward) kit->arrive_at(to.anchor);
    // Who opens the agenda during the event asks what is on, not what was.
    if (event_read && !entry.opens_at.empty() && to.anchor.empty() && way == Way::forward &&
        (address.page != to.page || frames == 0))
      kit->show_anchor(entry.opens_at);
    if (to.page != screens::Page::changes) changes_shown.clear();
    address = std::move(to);
  }

  void follow(std::string_view link) {
    if (!text::stays_inside(link)) {
      if (text::may_be_opened(link)) effects.emplace_back(OpenLink{std::string(link)});
      return;
    }
    if (text::is_file(link)) {
      effects.emplace_back(OpenFile{std::string(link)});
      return;
    }
    screens::Address to = screens::address_of(link, session.languages());
    // Another day or level of the same page is no step that "back" should take.
    const bool same_page = to.page == address.page && to.id == address.id;
    if (!same_page) {
      way_back.push_back(path);
      kit->scroll_to_top(screens::scroll_key(to));
    }
    open(std::move(to));
    show(same_page);
  }

  // True when there was somewhere to go.
  bool go_back() {
    const auto page_above = [&] {
      return screens::path_of(address.language, screens::page_entry(address.page).parent);
    };
    if (start().platform_keeps_history) {
      if (address.page == screens::Page::home) return false;
      follow(page_above());
      return true;
    }
    std::string last;
    if (!way_back.empty()) {
      last = std::move(way_back.back());
      way_back.pop_back();
    } else {
      // Opened in the middle, by a link: the way out leads over the page above.
      if (address.page == screens::Page::home) return false;
      last = page_above();
    }
    open(screens::address_of(last, session.languages()), Way::back);
    show(true);
    return true;
  }

  void use_keys() {
    while (const std::optional<ui::KeyName> key = kit->take_unused_key()) {
      if (*key == ui::KeyName::slash && address.page == screens::Page::search)
        kit->arrive({}, true);  // to the field
      else if (*key == ui::KeyName::slash)
        follow(screens::path_of(address.language, screens::Page::search));
      else if (*key == ui::KeyName::question)
        shortcuts_open = !shortcuts_open;
      else if ((*key == ui::KeyName::escape || *key == ui::KeyName::back) && over)
        over = nullptr;
      else if ((*key == ui::KeyName::escape || *key == ui::KeyName::back) && shortcuts_open)
        shortcuts_open = false;
      else if ((*key == ui::KeyName::escape || *key == ui::KeyName::back) && !dialog.empty())
        dialog.clear();
      else if ((*key == ui::KeyName::escape || *key == ui::KeyName::back) && close_dialog())
        continue;
      else if (*key == ui::KeyName::back && !go_back())
        effects.emplace_back(LeaveApp{});
      else if (*key == ui::KeyName::escape)
        go_back();
    }
  }

  // The one that the address asks for. True when there was one.
  bool close_dialog() {
    if (std::erase_if(address.query,
                      [](const auto& parameter) { return screens::names_dialog(parameter.first); }) == 0)
      return false;
    show(true);
    return true;
  }

  // ---- choices that come along by the address or by a file

  void read_brought() {
    const std::string& from = file.empty() ? address.carry : file;
    if (from == brought_from && brought_at == session.revision()) return;
    brought_from = from;
    brought_at = session.revision();
    brought.reset();
    if (from.empty()) return;
    brought = file.empty() ? screens::brought_by_code(from, edition->event(), session.visitor())
                           : screens::brought_by_file(from, edition->event(), session.visitor());
  }

  void leave_brought() {
    file.clear();
    if (address.carry.empty()) return;
    address.carry.clear();
    show(true);
  }

  // ---- reminders

  // Tells what is due, and knows afterwards when something will be again.
  void remind(const Environment& around) {
    const model::Instant now = session.clock(around.now);
    const agenda::Reminders reminders = session.reminders(now);
    next_reminder = reminders.next;
    const text::Words* words = this->words();
    if (reminders.due.empty() || words == nullptr) return;
    std::vector<std::string> subjects, titles;
    for (const agenda::Engagement* one : reminders.due) {
      subjects.push_back(agenda::reminder_subject(*one));
      const std::string title =
          one->session != nullptr ? one->session->title.in(words->language()) : one->appointment->title;
      const std::string time = words->time(one->starts_at);
      if (around.notifications == screens::Notifications::granted) {
        effects.emplace_back(
            Notify{title, words->message("reminder.text", {{"time", time}}),
                   one->session != nullptr
                       ? screens::path_of(address.language, screens::Page::session, one->session->id)
                       : screens::path_of(address.language, screens::Page::my),
                   subjects.back()});
        continue;
      }
      titles.push_back(title);
    }
    if (!titles.empty()) {
      show_toast(screens::Toast::What::reminder, around.now, std::chrono::seconds(60));
      toast->text = words->list(titles);
      toast->time = words->time(reminders.due.front()->starts_at);
    }
    for (const std::string& subject : subjects) session.note_reminded(subject);
  }

  // ---- toasts

  void show_untold(model::Instant now) {
    if (!untold) return;
    toast = std::exchange(untold, std::nullopt);
    toast_until = now + std::chrono::seconds(15);
  }

  void show_toast(screens::Toast::What what, model::Instant now, std::chrono::seconds shown_for,
                  const std::string& about = {}) {
    toast = screens::Toast{.what = what, .session = about};
    toast_until = now + shown_for;
  }

  static screens::Toast::What told_of(News news) {
    using What = screens::Toast::What;
    switch (news) {
      case News::not_kept: return What::not_kept;
      case News::unreadable: return What::unreadable;
      case News::updated: return What::updated;
      case News::refused: break;
    }
    return What::update_refused;
  }

  void show_news(model::Instant now) {
    if (toast && now >= toast_until) toast.reset();
    const std::vector<News>& news = session.news();
    if (news_shown == news.size()) return;
    news_shown = news.size();
    show_toast(told_of(news.back()), now, std::chrono::seconds(20));
    if (news.back() == News::updated) toast->changed = session.changed_sessions();
  }

  // Warns the visitor who will be forgotten.
  void warn_of_rest(const Environment& around) {
    using What = screens::Toast::What;
    const bool warned = toast && toast->what == What::forgets_soon;
    const bool soon = session.forgets_soon(around.steady_s);
    if (warned && !soon) toast.reset();
    if (soon && !warned) show_toast(What::forgets_soon, around.now, std::chrono::seconds(60));
  }

  // ---- the desk

  // Whoever has asked something and does nothing for so long has gone, and the volunteer is warned before.
  static constexpr double desk_forgets_after_s = 60;
  static constexpr double desk_warns_after_s = 45;

  bool is_at_desk() const {
    return session.event_is_there() && !start().static_rendering && address.page == screens::Page::desk;
  }

  // Not while they read on their screen where to go.
  bool desk_is_waiting(const Environment& around) {
    if (!is_at_desk()) return false;
    const screens::Desk& desk = drafts.of<screens::Desk>();
    if (desk.is_untouched()) return false;
    const screens::View now = view(around);
    return !(around.visitor_screen && screens::shows_way(now, desk.shown));
  }

  void watch_desk(const Environment& around) {
    if (!is_at_desk()) return desk_touched_s.reset();
    if (!desk_is_waiting(around)) {
      desk_touched_s.reset();
      desk_touched = false;
      return;
    }
    if (std::exchange(desk_touched, false) || !desk_touched_s) desk_touched_s = around.steady_s;
    if (around.steady_s - *desk_touched_s < desk_forgets_after_s) return;
    effects.emplace_back(ShowToVisitor{screens::path_of(address.language, screens::Page::shown), false});
    next_visitor();
  }

  bool desk_forgets_soon(const Environment& around) const {
    return desk_touched_s && around.steady_s - *desk_touched_s >= desk_warns_after_s;
  }

  // Nothing is left of what was asked, found, planned or shown.
  void next_visitor() {
    screens::Desk fresh;
    fresh.begun = true;
    drafts.of<screens::Desk>() = std::move(fresh);
    desk_touched_s.reset();
    search_cache.emplace(*edition);
    computed.clear();
    kit->forget();
  }

  // ---- what the screens ask for; each answers true when the frame just drawn does not show it

  bool carry_out(const screens::Actions& actions, model::Instant now) {
    bool changed = false;
    for (const screens::Action& action : actions.list())
      changed |= std::visit([&](const auto& one) { return carry_out(one, now); }, action);
    return changed;
  }

  // Taken where an action has none of its own.
  template <class Action>
  bool carry_out(const Action&, model::Instant) {
    static_assert(sizeof(Action) == 0,
                  "no carry_out for this Action: write one among those below; it answers true when the frame "
                  "just drawn does not show what was done");
    return false;
  }

  bool carry_out(const screens::TurnStar& star, model::Instant now) {
    using What = screens::Toast::What;
    session.turn_star(star.session);
    const bool starred = session.visitor().has_starred(star.session);
    show_toast(starred ? What::starred : What::unstarred, now, std::chrono::seconds(8), star.session);
    const model::Session* one = edition->session(star.session);
    if (!starred || one == nullptr) return true;
    const std::vector<const agenda::Engagement*> clashing = session.mine().plan().clashing_with(*one);
    if (clashing.empty()) return true;
    const agenda::Engagement& other = *clashing.front();
    toast->what = What::starred_clashing;
    toast->text =
        other.session != nullptr ? other.session->title.in(address.language) : other.appointment->title;
    toast_until = now + std::chrono::seconds(12);
    return true;
  }

  bool carry_out(const screens::ReplaceStar& stars, model::Instant now) {
    session.replace_star(stars.from, stars.to);
    show_toast(screens::Toast::What::replaced, now, std::chrono::seconds(8), stars.to);
    toast->replaced = stars.from;
    return true;
  }

  bool carry_out(const screens::PutAppointment& put, model::Instant) {
    session.put_appointment(put.appointment);
    return true;
  }

  bool carry_out(const screens::RemoveAppointment& removed, model::Instant now) {
    const auto& all = session.visitor().appointments;
    const auto found = std::ranges::find(all, removed.id, &model::Appointment::id);
    if (found == all.end()) return false;
    model::Appointment appointment = *found;
    session.remove_appointment(removed.id);
    show_toast(screens::Toast::What::appointment_removed, now, std::chrono::seconds(8));
    toast->appointment = std::move(appointment);
    return true;
  }

  bool carry_out(const screens::ChooseReminder& choice, model::Instant) {
    session.choose_reminder(choice.minutes);
    return true;
  }

  bool carry_out(const screens::ChooseWalking& choice, model::Instant) {
    session.choose_walking(choice.walking);
    return true;
  }

  bool carry_out(const screens::AskToNotify&, model::Instant) {
    effects.emplace_back(AskToNotify{});
    return false;
  }

  bool carry_out(const screens::TakeOver&, model::Instant now) {
    if (!brought || brought->refusal) return false;
    session.merge_choices(brought->choices);
    leave_brought();
    show_toast(screens::Toast::What::taken_over, now, std::chrono::seconds(8));
    return true;
  }

  bool carry_out(const screens::LeaveBrought&, model::Instant) {
    leave_brought();
    return true;
  }

  bool carry_out(const screens::ChooseFile&, model::Instant) {
    effects.emplace_back(ChooseFile{});
    return false;
  }

  bool carry_out(const screens::SharePage& page, model::Instant) {
    effects.emplace_back(ShareLink{page.title, session.site() + page.path});
    return false;
  }

  bool carry_out(const screens::CloseDialog&, model::Instant) { return close_dialog(); }

  bool carry_out(const screens::DismissNotice& notice, model::Instant) {
    session.dismiss_notice(notice.subject);
    return true;
  }

  bool carry_out(const screens::ReadNotices& notices, model::Instant) {
    session.read_notices(notices.subjects);
    return true;
  }

  bool carry_out(const screens::LookAtChanges&, model::Instant) {
    const std::vector<std::string>& unseen = session.unseen_changes();
    changes_shown.insert(changes_shown.end(), unseen.begin(), unseen.end());
    sorting::sort(changes_shown);
    return session.look_at_changes();
  }

  bool carry_out(const screens::SavePaper&, model::Instant) {
    effects.emplace_back(SavePaper{path});
    return false;
  }

  bool carry_out(const screens::ShowToVisitor& shown, model::Instant) {
    effects.emplace_back(ShowToVisitor{shown.path, shown.open});
    return false;
  }

  bool carry_out(const screens::PrintPage& page, model::Instant) {
    effects.emplace_back(SavePaper{page.path});
    return false;
  }

  bool carry_out(const screens::NextVisitor&, model::Instant) {
    next_visitor();
    return true;
  }

  bool carry_out(const screens::HandOutNotice& asked, model::Instant) {
    const std::chrono::minutes offset(edition->zone().offset_minutes(asked.notice.published_at));
    effects.emplace_back(
        HandOutNotice{asked.notice.id, pack::notice_text(asked.notice, edition->event().id, offset)});
    return false;
  }

  bool carry_out(const screens::Undo&, model::Instant) {
    if (!toast) return false;
    if (!toast->replaced.empty())
      session.replace_star(toast->session, toast->replaced);
    else if (!toast->session.empty())
      session.turn_star(toast->session);
    if (toast->appointment) {
      // Later than what other devices know of it.
      ++toast->appointment->revision;
      session.put_appointment(*toast->appointment);
    }
    toast.reset();
    return true;
  }

  bool carry_out(const screens::ShowShortcuts& shortcuts, model::Instant) {
    shortcuts_open = shortcuts.shown;
    return true;
  }

  bool carry_out(const screens::ShowDialog& shown, model::Instant) {
    dialog = shown.name;
    kit->scroll_to_top("dialog");
    return true;
  }

  bool carry_out(const screens::Follow& to, model::Instant) {
    follow(to.link);
    return true;
  }

  bool carry_out(const screens::ChooseTextSize& size, model::Instant) {
    session.choose_text_size(size.percent);
    return true;
  }

  bool carry_out(const screens::ChooseAppearance& choice, model::Instant) {
    session.choose_appearance(choice.appearance);
    return true;
  }

  // In this window. Where a path names no language, the visitor's is the last that was chosen anywhere.
  bool carry_out(const screens::ChooseLanguage& choice, model::Instant) {
    if (choice.language == address.language) return false;
    session.choose_language(choice.language);
    address.language = choice.language;
    // The way back is gone in the language that was chosen.
    for (std::string& before : way_back) {
      screens::Address place = screens::address_of(before, session.languages());
      place.language = choice.language;
      before = screens::path_of(place);
    }
    show(true);
    return true;
  }

  bool carry_out(const screens::ReplaceQuery& query, model::Instant) {
    std::erase_if(address.query, [](const auto& parameter) { return parameter.first == "q"; });
    if (!query.query.empty()) address.query.emplace_back("q", query.query);
    show(true);
    return !query.shown;
  }

  bool carry_out(const screens::NewVisitor&, model::Instant) {
    session.forget_visitor();
    catch_up();
    return true;
  }

  // ---- the frame

  ui::StyleName style(const Environment& around) const {
    switch (session.visitor().appearance) {
      case visitor::Appearance::light: return ui::StyleName::light;
      case visitor::Appearance::dark: return ui::StyleName::dark;
      case visitor::Appearance::high_contrast: return ui::StyleName::high_contrast;
      case visitor::Appearance::as_device: break;
    }
    if (around.more_contrast) return ui::StyleName::high_contrast;
    return around.system_scheme == ColorScheme::dark ? ui::StyleName::dark : ui::StyleName::light;
  }

  ui::FrameSetup setup(const Environment& around) {
    return {.window = around.size,
            .scale = around.scale,
            .safe_area = around.safe_area,
            .steady_s = around.steady_s,
            .style = style(around),
            .reduced_motion = around.reduced_motion,
            .text_scale = around.text_scale * static_cast<float>(session.visitor().text_size) / 100,
            .fields_drawn_by_platform = start().fields_drawn_by_platform,
            .platform_scrolls = start().platform_scrolls,
            .whole_lists = start().static_rendering,
            .text_languages = &borrowed};
  }

  screens::Freshness freshness() const {
    screens::Freshness shown = session.freshness();
    if (shown.checked) shown.checked = session.clock(*shown.checked);
    return shown;
  }

  screens::View view(const Environment& around) {
    if (borrowed_texts_of != address.language) {
      borrowed_texts_of = address.language;
      always_borrowed.clear();
      borrowed_texts = text::borrowed_texts(address.language);
      for (const std::string& text : borrowed_texts) always_borrowed.note(text, "en");
    }
    borrowed = always_borrowed;
    site = session.site();
    return {.edition = *edition,
            .own_zone = session.own_zone(),
            .now = session.clock(around.now),
            .clock_set = session.clock_is_set(),
            .clock_unread = clock_unread,
            .static_rendering = start().static_rendering,
            .visitor = session.visitor(),
            .mine = session.mine(),
            .brought = brought ? &*brought : nullptr,
            .site = site,
            .notifications = around.notifications,
            .address = address,
            .toast = toast ? &*toast : nullptr,
            .shared = start().shared,
            .keeps = session.keeps(),
            .freshness = freshness(),
            .changes = &session.changes(),
            .unseen_changes = start().static_rendering ? std::span<const std::string>{}
                              : !changes_shown.empty()
                                  ? std::span<const std::string>(changes_shown)
                                  : std::span<const std::string>(session.unseen_changes()),
            .for_paper = around.for_paper,
            .visitor_screen = around.visitor_screen,
            .signs_notices = start().signs_notices,
            .at_desk_warned = desk_forgets_soon(around),
            .saves_paper = start().saves_paper && !around.for_paper,
            .shortcuts_open = shortcuts_open,
            .languages = session.languages(),
            .search = *search_cache,
            .drafts = drafts,
            .computed = computed,
            .dialog = dialog,
            .borrowed = &borrowed};
  }

  // In the language of the page, or in the first that can be shown at all; null when none can.
  const text::Words* words() const {
    if (const text::Words* words = edition->words(address.language)) return words;
    for (const std::string& language : session.languages())
      if (const text::Words* words = edition->words(language)) return words;
    return nullptr;
  }

  // The earliest moment at which the window shows something else by itself.
  std::optional<model::Instant> next_change(const screens::Actions& actions,
                                            const Environment& around) const {
    std::optional<model::Instant> next;
    const auto by = [&](model::Instant moment) {
      if (!next || moment < *next) next = moment;
    };
    if (actions.wake_at()) by(session.for_platform(*actions.wake_at()));
    if (next_reminder) by(session.for_platform(*next_reminder));
    if (toast) by(toast_until);
    const auto in = [&](double left_s) {
      by(around.now + std::chrono::seconds(static_cast<int>(std::ceil(left_s))));
    };
    if (const auto left_s = session.rest_left_s(around.steady_s)) in(*left_s);
    if (desk_touched_s)
      in((desk_forgets_soon(around) ? desk_forgets_after_s : desk_warns_after_s) -
         (around.steady_s - *desk_touched_s));
    return next;
  }

  // The event could not be read: says so, in every language when it is not
  // known which, and shows what an organiser needs to mend it.
  void draw_problems(ui::Frame& f) {
    const std::string known = failure_language(session.start());
    const std::vector<std::string> tellers = known.empty() ? all_languages() : std::vector{known};
    ui::ground(f);
    const ui::Rect window{0, 0, f.setup().window.width, f.setup().window.height};
    auto main = f.node_at(ui::Role::main, window, 0);
    auto scroll = f.scrolling("problems", window);
    auto margins = f.margins(20, f.style().measure.reading_width);
    f.gap(24 + f.setup().safe_area.top);
    f.title(text::raw_message(f.words().language(), "failure.pack_title"));
    for (const std::string& language : tellers) {
      const std::string_view marked = language == f.words().language() ? std::string_view{} : language;
      ui::heading(f, language == tellers.front() ? 1 : 2, text::raw_message(language, "failure.pack_title"),
                  marked);
      f.gap(10);
      ui::paragraph(f, text::raw_message(language, "failure.pack_text"), ui::TextLook::body, marked);
      f.gap(20);
    }
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < session.problems().size() && i < most; ++i) {
      ui::paragraph(f, session.problems()[i], ui::TextLook::secondary, "en");
      f.gap(4);
    }
  }
};

Window::Window(std::unique_ptr<State> state) : state_(std::move(state)) {}
Window::~Window() = default;

std::expected<std::unique_ptr<Window>, Failure> Window::open(Session& session, std::string_view path) {
  const Assets& files = session.assets();
  auto kit = ui::Kit::create({files.font_regular, files.font_bold, files.font_icons});
  if (!kit) {
    Start start = session.start();
    start.path = path;
    if (start.language.empty()) start.language = session.visitor().language;
    return std::unexpected(failure_of_file(start, "fonts", kit.error()));
  }
  std::unique_ptr<State> state(new State(session));
  State& s = *state;
  s.kit = std::move(*kit);
  s.visitor_number = session.visitor_number();
  s.use(session.edition());
  screens::Address address = screens::address_of(path, session.languages());
  const bool nowhere = address.language.empty() && address.page == screens::Page::home;
  if (nowhere && session.start().desk && session.event_is_there()) {
    address.language = session.language_of_visitor();
    address.page = screens::Page::desk;
    if (!session.start().desk_place.empty()) address.query.emplace_back("here", session.start().desk_place);
  }
  s.first_path = address.language.empty() ? std::string(path) : screens::path_of(address);
  s.open(address);
  s.path = s.first_path;
  // "/" leads to a language; everything else stays as it was typed.
  if (address.language.empty() && address.page == screens::Page::home) s.show(true);
  return std::unique_ptr<Window>(new Window(std::move(state)));
}

bool Window::handle(const ui::Input& input) {
  state_->session.note_presence();
  state_->desk_touched = true;
  // Where a rest is waited for, each input begins it anew.
  return state_->kit->handle(input) || state_->start().shared || state_->desk_touched_s.has_value();
}

void Window::go_to(std::string_view path) {
  State& s = *state_;
  s.catch_up();
  s.open(screens::address_of(path, s.session.languages()), State::Way::back);
  s.path = path;
}

FrameResult Window::frame(const Environment& around) {
  State& s = *state_;
  s.catch_up();
  s.use_keys();
  s.show_news(around.now);
  // A desk has a rest of its own.
  if (s.is_at_desk()) s.session.note_presence();
  s.session.note_time(around.steady_s);
  s.catch_up();
  s.watch_desk(around);
  s.warn_of_rest(around);
  s.show_untold(around.now);
  s.remind(around);
  s.read_brought();
  s.seen_revision = s.session.revision();
  FrameResult result;
  const text::Words* words = s.words();
  if (words == nullptr) return result;
  screens::Actions actions;
  std::string followed;
  bool over_closed = false;
  {
    ui::Frame f(*s.kit, s.setup(around), *words);
    if (s.session.event_is_there())
      screens::draw(f, s.view(around), actions);
    else
      s.draw_problems(f);
    over_closed = s.over && !s.over(f, s.view(around));
    followed = f.followed();
  }
  if (over_closed) s.over = nullptr;
  ++s.frames;
  bool changed = s.carry_out(actions, around.now) || over_closed;
  if (!followed.empty()) {
    s.follow(followed);
    changed = true;
  }
  if (s.session.take_keep_request()) s.effects.emplace_back(KeepVisitor{});
  result.effects = std::exchange(s.effects, {});
  result.draw_again = changed || s.kit->wants_frame();
  result.wake_at = s.next_change(actions, around);
  return result;
}

FrameResult Window::remind(const Environment& around) {
  State& s = *state_;
  s.catch_up();
  s.remind(around);
  FrameResult result;
  if (s.session.take_keep_request()) s.effects.emplace_back(KeepVisitor{});
  result.effects = std::exchange(s.effects, {});
  if (s.next_reminder) result.wake_at = s.session.for_platform(*s.next_reminder);
  return result;
}

void Window::take_file(std::string text) {
  State& s = *state_;
  if (trust::read_envelope(text)) {
    const auto taken = s.session.take_notice(text);
    using What = screens::Toast::What;
    s.untold = screens::Toast{.what = taken ? What::notice_taken : What::notice_refused,
                              .session = {},
                              .text = taken ? *taken : taken.error()};
    return;
  }
  // An empty one is none of ours either.
  s.file = text.empty() ? " " : std::move(text);
  if (s.address.page == screens::Page::my) return;
  s.follow(screens::path_of(s.address.language, screens::Page::my));
}

void Window::put_over(std::function<bool(ui::Frame&, const screens::View&)> over) {
  state_->over = std::move(over);
}

bool Window::has_over() const { return state_->over != nullptr; }

void Window::tell_copied() {
  state_->untold = screens::Toast{.what = screens::Toast::What::copied, .session = {}};
}

void Window::tell_saved(const std::string& path) {
  state_->untold = screens::Toast{.what = screens::Toast::What::file_saved, .session = {}, .text = path};
}

void Window::tell_missing(const std::string& path) {
  state_->untold = screens::Toast{.what = screens::Toast::What::file_missing, .session = {}, .text = path};
}

void Window::tell_notice(const std::expected<std::string, std::string>& saved) {
  using What = screens::Toast::What;
  state_->untold = screens::Toast{.what = saved ? What::notice_saved : What::notice_refused,
                                  .session = {},
                                  .text = saved ? *saved : saved.error()};
}

void Window::poster_frame(const Environment& around) {
  State& s = *state_;
  s.catch_up();
  const text::Words* words = s.edition->words(s.address.language);
  if (words == nullptr || !s.session.event_is_there()) return;
  ui::FrameSetup setup;
  setup.window = around.size;
  setup.scale = around.scale;
  setup.steady_s = around.steady_s;
  ui::Frame f(*s.kit, setup, *words);
  screens::draw_poster(f, s.view(around));
}

bool Window::shows_freshness() const {
  return state_->address.page == screens::Page::settings || state_->address.page == screens::Page::my;
}

bool Window::is_outdated() const { return state_->seen_revision != state_->session.revision(); }

const Session& Window::session() const { return state_->session; }

Session& Window::session() { return state_->session; }

const ui::Tree& Window::tree() const { return state_->kit->tree(); }

const std::string& Window::path() const { return state_->path; }

std::uint64_t Window::frames_drawn() const { return state_->frames; }

bool Window::takes_command(ui::KeyName key) const { return state_->kit->takes_command(key); }

bool Window::writing() const { return state_->kit->writing(); }

bool Window::keyboard_moves() const { return state_->kit->keyboard_moves(); }

void Window::note_texts() { state_->kit->note_texts(); }

const std::vector<ui::WrittenText>& Window::written_texts() const { return state_->kit->written_texts(); }

void Window::discard_drawing() { state_->kit->discard_drawing(); }

}  // namespace app
