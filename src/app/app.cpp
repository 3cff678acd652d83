#include "app/app.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "pack/bundle.h"
#include "pack/time_text.h"
#include "screens/screen.h"
#include "text/data.h"
#include "text/link.h"
#include "text/time_zone.h"
#include "text/words.h"
#include "ui/frame.h"
#include "ui/hash.h"
#include "ui/kit.h"
#include "ui/widgets/bars.h"
#include "visitor/visitor.h"

namespace app {
namespace {

// In one form, whoever wrote it: zh_hant_TW is zh-hant-tw.
std::string folded(std::string_view tag) {
  std::string form(tag);
  for (char& c : form) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return form;
}

// Which of the languages serves whoever asks for `tag`: that one, else what is left of it without its
// ends (zh-Hant for zh-Hant-TW), else another one of the same name (uz-Latn for uz); empty when none
// does. web/boot.js has the same.
std::string serving(std::string_view tag, const std::vector<std::string>& offered) {
  const std::string asked = folded(tag);
  for (std::size_t end = asked.size(); end != std::string::npos && end > 0; end = asked.rfind('-', end - 1))
    for (const std::string& language : offered)
      if (folded(language) == asked.substr(0, end)) return language;
  const std::string name = asked.substr(0, asked.find('-'));
  for (const std::string& language : offered)
    if (language.substr(0, language.find('-')) == name) return language;
  return {};
}

std::vector<std::string> all_languages() {
  const auto languages = text::message_languages();
  return {languages.begin(), languages.end()};
}

// The visitor's language where the path names none: --lang, the saved choice,
// the first that the browser asks for; empty when nothing fits.
std::string wanted_language(const Start& start, const visitor::Visitor& visitor,
                            const std::vector<std::string>& offered) {
  const auto offers = [&](std::string_view tag) { return std::ranges::find(offered, tag) != offered.end(); };
  if (offers(start.language)) return start.language;
  if (std::string language = serving(visitor.language, offered); !language.empty()) return language;
  for (const std::string& tag : start.preferred_languages)
    if (std::string language = serving(tag, offered); !language.empty()) return language;
  return {};
}

// What was kept, of whatever version; what cannot be read counts as nothing.
visitor::OperationLog kept_operations(const Start& start) {
  return visitor::OperationLog::read(start.visitor).value_or(visitor::OperationLog{});
}

// The language of a failure: the path's, else the visitor's; empty when unknown.
std::string failure_language(const Start& start) {
  const std::vector<std::string> languages = all_languages();
  const std::string of_path = screens::address_of(start.path, languages).language;
  if (!of_path.empty()) return of_path;
  visitor::OperationLog kept = kept_operations(start);
  kept.import_first_version(start.first_visitor, {}, {});
  return wanted_language(start, visitor::visitor_at({}, kept), languages);
}

// In one language, or in every language when it is not known which.
std::string in_known_language(std::string_view language, text::Key key) {
  if (!language.empty()) return std::string(text::raw_message(language, key));
  std::string all;
  for (const std::string_view tag : text::message_languages()) {
    if (!all.empty()) all += "\n";
    all.append(text::raw_message(tag, key));
  }
  return all;
}

Failure failure(const Start& start, text::Key title, text::Key what_next, std::string details) {
  const std::string language = failure_language(start);
  return {language, in_known_language(language, title), in_known_language(language, what_next),
          std::move(details)};
}

// The name for a text that cannot be read: the same text has the same, and another one does not take its
// place.
std::string name_aside(std::string_view text) {
  return std::string(visitor_text_name) + "-unreadable-" + std::to_string(ui::hash_of(text));
}

// Where one visitor after another comes, whoever does nothing for so long has left, and is warned before.
constexpr double forgets_after_s = 120;
constexpr double warns_after_s = 100;

}  // namespace

Failure failure_of_file(const Start& start, std::string_view file_name, std::string_view reason) {
  return failure(start, "failure.title", "failure.next", std::string(file_name) + ": " + std::string(reason));
}

struct App::State {
  Start start;
  std::unique_ptr<ui::Kit> kit;
  std::shared_ptr<const content::Edition> edition;  // of an empty event where there is none
  std::vector<std::string> problems;                // why there is no event, one a line
  bool event_read = false;
  std::vector<std::string>
      languages;  // of the event that the app also speaks; all of the app's where there is no event
  std::optional<text::TimeZone> own_zone;
  std::optional<screens::SearchCache> search_cache;

  visitor::OperationLog log;
  std::map<visitor::OperationKey, std::string> unkept;  // what was done here and is not known to be kept
  visitor::Visitor visitor;                             // what the log says
  bool look_given = false;                              // by Start::appearance, and no other chosen since
  bool keeps = true;                                    // false once keeping has failed
  std::optional<screens::Toast::What> to_tell;          // in the next frame
  bool told_unkept = false;
  bool told_unreadable = false;
  std::optional<double> last_input_s;  // by the steady clock; nothing when nobody came since it forgot
  bool somebody_came = false;          // since the last frame
  screens::Drafts drafts;
  screens::Address address;
  std::string path;
  std::vector<std::string> way_back;  // paths, for platforms that keep no history themselves

  std::string clock_text;                           // of ?at=, as it was written
  bool clock_unread = false;                        // ?at= of the address is no time
  std::optional<model::Instant> clock_start;        // what the clock was set to
  std::optional<std::chrono::seconds> clock_ahead;  // by how much it differs, known from the first frame on

  std::optional<screens::Toast> toast;
  model::Instant toast_until{};  // on the clock of the platform
  bool shortcuts_open = false;

  std::vector<Effect> effects;
  std::uint64_t frames = 0;

  void use(std::shared_ptr<const content::Edition> other) {
    event_read = !other->languages().empty();
    languages = event_read ? other->languages() : all_languages();
    search_cache.emplace(*other);
    edition = std::move(other);
    if (toast && !toast->session.empty() && edition->session(toast->session) == nullptr) toast.reset();
    read_log();
    // A page in a language that is gone goes on in one that is there.
    if (!address.language.empty() && std::ranges::find(languages, address.language) == languages.end()) {
      address.language = language_of_visitor();
      show(true);
    }
  }

  // Where the path names none.
  std::string language_of_visitor() const {
    std::string language = wanted_language(start, visitor, languages);
    if (language.empty())
      language = std::ranges::find(languages, "en") != languages.end() ? "en" : languages.front();
    return language;
  }

  void set_clock(const screens::Address& to) {
    const std::string_view at = to.parameter("at");
    clock_unread = false;
    if (at.empty() || at == clock_text) return;
    const auto moment = pack::parse_instant(at);
    clock_unread = !moment;
    if (clock_unread) return;
    clock_text = at;
    clock_start = moment->instant;
    clock_ahead.reset();
  }

  model::Instant clock(model::Instant now) {
    if (!clock_start) return now;
    if (!clock_ahead) clock_ahead = *clock_start - now;
    return now + *clock_ahead;
  }

  // The path as it is shown: a clock that was set stays set after a reload.
  void show(bool replace) {
    screens::Address shown = address;
    if (clock_start && shown.parameter("at").empty()) shown.query.emplace_back("at", clock_text);
    path = screens::path_of(shown);
    effects.push_back(ShowLocation{path, replace});
  }

  enum class Way : bool { forward, back };

  void open(screens::Address to, Way way = Way::forward) {
    if (to.language.empty()) to.language = language_of_visitor();
    set_clock(to);
    const screens::PageEntry& entry = screens::page_entry(to.page);
    if (event_read && frames > 0 && (to.page != address.page || to.id != address.id)) {
      const screens::Address left{to.language, address.page, address.id, {}, address.anchor};
      kit->arrive(way == Way::back ? screens::path_of(left) : std::string{},
                  entry.opens_in_field && way == Way::forward);
      shortcuts_open = false;
    }
    // Where one stood on the page before is remembered for the way back.
    if (event_read && !to.anchor.empty() && way == Way::forward) kit->arrive_at(to.anchor);
    // Who opens the agenda during the event asks what is on, not what was.
    if (event_read && !entry.opens_at.empty() && to.anchor.empty() && way == Way::forward &&
        (address.page != to.page || frames == 0))
      kit->show_anchor(entry.opens_at);
    address = std::move(to);
  }

  void follow(std::string_view link) {
    if (!text::stays_inside(link)) {
      if (text::may_be_opened(link)) effects.push_back(OpenLink{std::string(link)});
      return;
    }
    screens::Address to = screens::address_of(link, languages);
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
    if (start.platform_keeps_history) {
      if (address.page == screens::Page::home) return false;
      follow(screens::path_of(address.language, screens::page_entry(address.page).parent));
      return true;
    }
    if (way_back.empty()) {
      // Opened in the middle, by a link: the way out leads over the page above.
      if (address.page == screens::Page::home) return false;
      open(screens::address_of(screens::path_of(address.language, screens::page_entry(address.page).parent),
                               languages),
           Way::back);
      show(true);
      return true;
    }
    const std::string last = std::move(way_back.back());
    way_back.pop_back();
    open(screens::address_of(last, languages), Way::back);
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
      else if ((*key == ui::KeyName::escape || *key == ui::KeyName::back) && shortcuts_open)
        shortcuts_open = false;
      else if (*key == ui::KeyName::back && !go_back())
        effects.push_back(LeaveApp{});
      else if (*key == ui::KeyName::escape)
        go_back();
    }
  }

  void read_log() {
    visitor = visitor::visitor_at(edition->event().id, log);
    if (look_given) visitor.appearance = visitor::appearance_named(start.appearance);
  }

  void keep_visitor() {
    if (!start.shared) effects.push_back(KeepVisitor{});
  }

  void record(visitor::OperationKey key, std::string_view value) {
    log.record(key, std::string(value), start.copy);
    unkept.insert_or_assign(std::move(key), value);
    read_log();
    keep_visitor();
  }

  void turn_star(const std::string& session) {
    record(visitor::star_key(edition->event().id, session),
           visitor.has_starred(session) ? visitor::off : visitor::on);
  }

  void show_toast(screens::Toast::What what, model::Instant now, std::chrono::seconds shown_for,
                  const std::string& session = {}) {
    toast = screens::Toast{what, session};
    toast_until = now + shown_for;
  }

  void tell_unreadable() {
    if (!std::exchange(told_unreadable, true)) to_tell = screens::Toast::What::unreadable;
  }

  // Whoever comes next finds the app as it was at its start.
  void forget_visitor() {
    log = {};
    unkept.clear();
    look_given = !start.appearance.empty();
    read_log();
    drafts.clear();
    way_back.clear();
    toast.reset();
    shortcuts_open = false;
    last_input_s.reset();
    kit->forget();
    open(screens::address_of(start.path, languages));
    show(true);
  }

  // Forgets the visitor who has left, and warns the one who may be there.
  void note_rest(const Environment& around) {
    using What = screens::Toast::What;
    if (!start.shared) return;
    if (std::exchange(somebody_came, false)) {
      last_input_s = around.steady_s;
      if (toast && toast->what == What::forgets_soon) toast.reset();
    }
    if (!last_input_s) return;
    const double rest_s = around.steady_s - *last_input_s;
    if (rest_s >= forgets_after_s)
      forget_visitor();
    else if (rest_s >= warns_after_s && (!toast || toast->what != What::forgets_soon))
      show_toast(What::forgets_soon, around.now, std::chrono::seconds(60));
  }

  // When the rest is long enough for something to be done.
  std::optional<model::Instant> end_of_rest(const Environment& around) const {
    if (!last_input_s) return std::nullopt;
    const double rest_s = around.steady_s - *last_input_s;
    const double left_s = (rest_s < warns_after_s ? warns_after_s : forgets_after_s) - rest_s;
    return around.now + std::chrono::seconds(static_cast<int>(std::ceil(left_s)));
  }

  // ---- what the screens ask for; each answers true when the frame just drawn does not show it

  bool carry_out(const screens::Actions& actions, model::Instant now) {
    bool changed = false;
    for (const screens::Action& action : actions.list())
      changed |= std::visit([&](const auto& one) { return carry_out(one, now); }, action);
    return changed;
  }

  bool carry_out(const screens::TurnStar& star, model::Instant now) {
    turn_star(star.session);
    const bool starred = visitor.has_starred(star.session);
    show_toast(starred ? screens::Toast::What::starred : screens::Toast::What::unstarred, now,
               std::chrono::seconds(8), star.session);
    return true;
  }

  bool carry_out(const screens::Undo&, model::Instant) {
    if (!toast) return false;
    turn_star(toast->session);
    toast.reset();
    return true;
  }

  bool carry_out(const screens::ShowShortcuts& shortcuts, model::Instant) {
    shortcuts_open = shortcuts.shown;
    return true;
  }

  bool carry_out(const screens::ChooseTextSize& size, model::Instant) {
    record(visitor::text_size_key(), std::to_string(size.percent));
    return true;
  }

  bool carry_out(const screens::ChooseAppearance& choice, model::Instant) {
    look_given = false;
    record(visitor::appearance_key(), visitor::name_of(choice.appearance));
    return true;
  }

  bool carry_out(const screens::ChooseLanguage& choice, model::Instant) {
    if (choice.language == address.language) return false;
    record(visitor::language_key(), choice.language);
    address.language = choice.language;
    // The way back is gone in the language that was chosen.
    for (std::string& before : way_back) {
      screens::Address place = screens::address_of(before, languages);
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
    return false;  // the field shows it already
  }

  bool carry_out(const screens::NewVisitor&, model::Instant) {
    forget_visitor();
    return true;
  }

  ui::StyleName style(const Environment& around) const {
    switch (visitor.appearance) {
      case visitor::Appearance::light: return ui::StyleName::light;
      case visitor::Appearance::dark: return ui::StyleName::dark;
      case visitor::Appearance::high_contrast: return ui::StyleName::high_contrast;
      case visitor::Appearance::as_device: break;
    }
    if (around.more_contrast) return ui::StyleName::high_contrast;
    return around.system_scheme == ColorScheme::dark ? ui::StyleName::dark : ui::StyleName::light;
  }

  screens::View view(const Environment& around) {
    return {.edition = *edition,
            .own_zone = own_zone ? &*own_zone : nullptr,
            .now = clock(around.now),
            .clock_set = clock_start.has_value(),
            .clock_unread = clock_unread,
            .static_rendering = start.static_rendering,
            .visitor = visitor,
            .address = address,
            .toast = toast ? &*toast : nullptr,
            .shared = start.shared,
            .keeps = keeps,
            .shortcuts_open = shortcuts_open,
            .languages = languages,
            .search = *search_cache,
            .drafts = drafts};
  }

  // The event could not be read: says so, in every language when it is not
  // known which, and shows what an organiser needs to mend it.
  void draw_problems(ui::Frame& f) {
    const std::string known = failure_language(start);
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
      f.heading(language == tellers.front() ? 1 : 2, text::raw_message(language, "failure.pack_title"),
                marked);
      f.gap(10);
      f.paragraph(text::raw_message(language, "failure.pack_text"), ui::TextLook::body, marked);
      f.gap(20);
    }
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < problems.size() && i < most; ++i) {
      f.paragraph(problems[i], ui::TextLook::secondary, "en");
      f.gap(4);
    }
  }
};

App::App(std::unique_ptr<State> state) : state_(std::move(state)) {}
App::~App() = default;

std::expected<std::unique_ptr<App>, Failure> App::start(const Assets& assets, const Start& start) {
  if (const auto data = text::use_icu_data(assets.icu_data); !data)
    return std::unexpected(failure_of_file(start, "summit.icu", data.error()));
  auto kit = ui::Kit::create({assets.font_regular, assets.font_bold, assets.font_icons});
  if (!kit) return std::unexpected(failure_of_file(start, "fonts", kit.error()));

  pack::ReadResult read = pack::read_bundle(assets.pack);
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
  auto state = std::make_unique<State>();
  state->start = start;
  state->kit = std::move(*kit);
  state->use(std::move(edition));
  constexpr std::size_t longest_problem = 2'000;  // bytes
  for (const std::string& problem : assets.pack_problems)
    state->problems.push_back(pack::shortened(problem, longest_problem));
  if (assets.pack_problems.empty())
    for (const pack::Problem& problem : read.problems)
      if (problem.severity == pack::Problem::Severity::error)
        state->problems.push_back(pack::shortened(pack::to_line(problem), longest_problem));
  if (!start.time_zone.empty())
    if (auto own = text::TimeZone::named(start.time_zone)) state->own_zone = std::move(*own);
  const std::optional<visitor::OperationLog> kept = visitor::OperationLog::read(start.visitor);
  if (!kept) state->tell_unreadable();
  state->log = kept.value_or(visitor::OperationLog{});
  const content::Edition& of = *state->edition;
  state->log.import_first_version(start.first_visitor, of.event().id,
                                  [&](std::string_view id) { return of.session(id) != nullptr; });
  state->look_given = !start.appearance.empty();
  state->read_log();
  if (!kept || *kept != state->log) state->keep_visitor();
  state->open(screens::address_of(start.path, state->languages));
  state->path = start.path;
  // "/" leads to a language; everything else stays as it was typed.
  if (screens::address_of(start.path, state->languages).language.empty() &&
      state->address.page == screens::Page::home)
    state->show(true);
  return std::unique_ptr<App>(new App(std::move(state)));
}

bool App::handle(const ui::Input& input) {
  note_presence();
  // Where a rest is waited for, each input begins it anew.
  return state_->kit->handle(input) || state_->start.shared;
}

void App::note_presence() { state_->somebody_came = true; }

MergedVisitor App::merge_visitor(std::string_view kept) {
  State& s = *state_;
  MergedVisitor merged;
  const std::optional<visitor::OperationLog> theirs = visitor::OperationLog::read(kept);
  if (theirs) {
    s.log.merge(*theirs);
  } else {
    merged.aside = name_aside(kept);
    s.tell_unreadable();
  }
  // Nobody knows of these yet: they come after all that is kept.
  for (const auto& [key, value] : s.unkept)
    if (s.log.value(key.event, key.kind, key.subject) != value) s.log.record(key, value, s.start.copy);
  const visitor::Visitor before = s.visitor;
  s.read_log();
  merged.changed = s.visitor != before || s.to_tell;
  merged.to_keep = !theirs || *theirs != s.log;
  if (merged.to_keep) merged.text = s.log.to_text();
  return merged;
}

bool App::visitor_kept(bool kept) {
  State& s = *state_;
  s.keeps = kept;
  if (kept)
    s.unkept.clear();
  else if (!std::exchange(s.told_unkept, true))
    s.to_tell = screens::Toast::What::not_kept;
  return s.to_tell.has_value();
}

void App::go_to(std::string_view path) {
  State& s = *state_;
  s.open(screens::address_of(path, s.languages), State::Way::back);
  s.path = path;
}

bool App::use(std::shared_ptr<const content::Edition> edition) {
  if (edition->languages().empty()) return false;
  state_->problems.clear();
  state_->use(std::move(edition));
  return true;
}

const std::shared_ptr<const content::Edition>& App::edition() const { return state_->edition; }

FrameResult App::frame(const Environment& around) {
  State& s = *state_;
  s.use_keys();
  if (s.toast && around.now >= s.toast_until) s.toast.reset();
  if (s.to_tell) s.show_toast(*std::exchange(s.to_tell, std::nullopt), around.now, std::chrono::seconds(20));
  s.note_rest(around);
  const ui::FrameSetup setup{.window = around.size,
                             .scale = around.scale,
                             .safe_area = around.safe_area,
                             .steady_s = around.steady_s,
                             .style = s.style(around),
                             .reduced_motion = around.reduced_motion,
                             .text_scale = around.text_scale * static_cast<float>(s.visitor.text_size) / 100,
                             .fields_drawn_by_platform = s.start.fields_drawn_by_platform,
                             .platform_scrolls = s.start.platform_scrolls,
                             .whole_lists = s.start.static_rendering};
  screens::Actions actions;
  std::string followed;
  // A language that cannot be shown at all leaves the first one that can.
  const text::Words* words = s.edition->words(s.address.language);
  for (std::size_t i = 0; words == nullptr && i < s.languages.size(); ++i)
    words = s.edition->words(s.languages[i]);
  FrameResult result;
  if (words == nullptr) return result;
  {
    ui::Frame f(*s.kit, setup, *words);
    if (s.event_read) {
      screens::draw(f, s.view(around), actions);
    } else {
      s.draw_problems(f);
    }
    followed = f.followed();
  }
  ++s.frames;
  bool changed = s.carry_out(actions, around.now);
  if (!followed.empty()) {
    s.follow(followed);
    changed = true;
  }
  result.effects = std::exchange(s.effects, {});
  result.draw_again = changed || s.kit->wants_frame();
  if (actions.wake_at())
    result.wake_at = *actions.wake_at() - s.clock_ahead.value_or(std::chrono::seconds(0));
  if (s.toast && (!result.wake_at || s.toast_until < *result.wake_at)) result.wake_at = s.toast_until;
  if (const auto rest = s.end_of_rest(around); rest && (!result.wake_at || *rest < *result.wake_at))
    result.wake_at = rest;
  return result;
}

void App::poster_frame(const Environment& around) {
  State& s = *state_;
  const text::Words* words = s.edition->words(s.address.language);
  if (words == nullptr || !s.event_read) return;
  ui::FrameSetup setup;
  setup.window = around.size;
  setup.scale = around.scale;
  setup.steady_s = around.steady_s;
  ui::Frame f(*s.kit, setup, *words);
  screens::draw_poster(f, s.view(around));
}

const ui::Tree& App::tree() const { return state_->kit->tree(); }

const std::string& App::path() const { return state_->path; }

std::uint64_t App::frames_drawn() const { return state_->frames; }

bool App::event_is_there() const { return state_->event_read; }

const std::vector<std::string>& App::problems() const { return state_->problems; }

bool App::writing() const { return state_->kit->writing(); }

bool App::keyboard_moves() const { return state_->kit->keyboard_moves(); }

void App::note_texts() { state_->kit->note_texts(); }

const std::vector<ui::WrittenText>& App::written_texts() const { return state_->kit->written_texts(); }

void App::discard_drawing() { state_->kit->discard_drawing(); }

}  // namespace app
