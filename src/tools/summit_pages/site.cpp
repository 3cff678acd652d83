#include "tools/summit_pages/site.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <vector>

#include "files/files.h"
#include "files/paths.h"
#include "platform/headless/headless.h"
#include "screens/calendar_files.h"
#include "screens/pages.h"
#include "screens/screen.h"
#include "text/link.h"
#include "text/words.h"
#include "tools/summit_pages/body.h"
#include "tools/summit_pages/day_table.h"
#include "tools/summit_pages/head.h"
#include "tools/summit_pages/html.h"
#include "tools/summit_pages/page_list.h"
#include "tools/summit_pages/previews.h"
#include "tools/summit_pages/site_map.h"
#include "tools/summit_pages/structured_data.h"
#include "tools/summit_pages/styles.h"
#include "tools/summit_pages/web_manifest.h"

namespace pages {
namespace {

using Failure = std::unexpected<std::string>;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What boot.js says where the app cannot say it, in the page's language.
std::string boot_texts(const std::string& language) {
  nlohmann::ordered_json texts;
  const auto add = [&](const char* name, text::Key key) { texts[name] = text::raw_message(language, key); };
  add("shell.file_failed_text", "shell.file_failed_text");
  add("shell.file_failed_title", "shell.file_failed_title");
  add("shell.loading", "shell.loading");
  add("shell.no_webassembly_text", "shell.no_webassembly_text");
  add("shell.no_webassembly_title", "shell.no_webassembly_title");
  add("shell.retry", "shell.retry");
  add("shell.stopped_text", "shell.stopped_text");
  add("shell.stopped_title", "shell.stopped_title");
  add("page.open_app", "page.open_app");
  add("page.saves_data", "page.saves_data");
  add("dialog.close", "dialog.close");
  std::string json = texts.dump();
  for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at))
    json.replace(at, 1, "\\u003c");
  return json;
}

// When boot.js starts the app without being asked: from the evening before the event to its end.
std::string boot_live(const content::Edition& edition) {
  const auto ms = [](model::Instant at) {
    return std::to_string(std::chrono::milliseconds(at.time_since_epoch()).count());
  };
  const model::Instant from =
      edition.zone().instant(edition.event().first_day, 0, 0) - std::chrono::hours(12);
  return '[' + ms(from) + ',' + ms(edition.programme().end()) + ']';
}

// `page_template` with {{name}} replaced.
std::string filled(std::string_view page_template,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  std::string page;
  for (std::size_t at = 0; at < page_template.size();) {
    const std::size_t open = page_template.find("{{", at);
    const std::size_t close = open == std::string_view::npos ? open : page_template.find("}}", open);
    if (close == std::string_view::npos) return page.append(page_template.substr(at));
    page.append(page_template.substr(at, open - at));
    const std::string_view name = page_template.substr(open + 2, close - open - 2);
    const auto value = std::ranges::find(values, name, [](const auto& pair) { return pair.first; });
    page.append(value == values.end() ? page_template.substr(open, close + 2 - open) : value->second);
    at = close + 2;
  }
  return page;
}

// The template of "/", which is left at once: nothing is fetched ahead for it.
std::string without_preloads(std::string page) {
  constexpr std::string_view mark = "<link rel=\"preload\"";
  for (std::size_t at = page.find(mark); at != std::string::npos; at = page.find(mark, at))
    page.erase(at, page.find('>', at) + 1 - at);
  return page;
}

std::set<std::string> ids_in(std::string_view markup) {
  constexpr std::string_view mark = " id=\"";
  std::set<std::string> ids;
  for (std::size_t at = markup.find(mark); at != std::string_view::npos; at = markup.find(mark, at)) {
    at += mark.size();
    ids.emplace(markup.substr(at, markup.find('"', at) - at));
  }
  return ids;
}

// What pages are filled with, put aside in a file that goes when this ends: memory holds one page at a time.
class Aside {
 public:
  Aside() : file_(std::tmpfile()) {}
  ~Aside() {
    if (file_ != nullptr) std::fclose(file_);
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  bool put(std::string_view text) {
    return file_ != nullptr && std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  }
  // From now on the texts are taken, in the order in which they were put.
  bool turn() { return file_ != nullptr && std::fflush(file_) == 0 && std::fseek(file_, 0, SEEK_SET) == 0; }
  std::optional<std::string> take(std::size_t size) {
    std::string text(size, '\0');
    if (std::fread(text.data(), 1, size, file_) != size) return std::nullopt;
    return text;
  }

 private:
  std::FILE* file_;
};

class SiteWriter {
 public:
  SiteWriter(const app::Assets& assets, const SiteOptions& options, const content::Edition& edition)
      : assets_(assets),
        options_(options),
        edition_(edition),
        event_(edition.event()),
        pages_(pages_of(event_)),
        languages_(edition.languages()) {
    default_language_ = std::ranges::find(languages_, "en") != languages_.end() || languages_.empty()
                            ? "en"
                            : languages_.front();
    reserved_ = ids_in(options.page_template);
    reserved_.insert(content_id);
    // Long before the event: nothing is on.
    around_.now =
        edition.zone().instant(std::chrono::sys_days(event_.first_day) - std::chrono::days(60), 12, 0);
    around_.reduced_motion = true;  // and nothing is on its way
  }

  std::expected<SiteReport, std::string> write() {
    const Clock::time_point start = Clock::now();
    app::Start how;
    how.static_rendering = true;
    how.site = options_.origin;
    auto app = app::App::start(assets_, how);
    if (!app) return Failure(app.error().title + ": " + app.error().details);
    app_ = std::move(*app);
    for (const std::string& language : languages_) {
      for (const PageAddress& page : pages_) compose(page, language);
      compose({screens::Page::not_found, {}}, language);
      compose_shell(language);
      if (const auto kept = keep(manifest_path(language).substr(1), web_manifest(event_, language)); !kept)
        return Failure(kept.error());
    }
    compose_choice();
    compose_error("404.html", "not_found.title", "not_found.text");
    compose_error("error.html", "server_error.title", "server_error.text");
    if (!repeated_ids_.empty()) return Failure(repeated_ids_);
    if (!aside_whole_ || !aside_.turn()) return Failure("the pages could not be put aside for a while");
    const std::string used = used_styles(used_);
    const std::string live = boot_live(edition_);
    const std::string choice_template = without_preloads(options_.page_template);
    for (const Composed& page : composed_) {
      const auto head = aside_.take(page.head_size);
      const auto body = aside_.take(page.body_size);
      if (!head || !body) return Failure("the pages that were put aside cannot be read");
      const std::string html = filled(page.is_choice() ? choice_template : options_.page_template,
                                      {{"lang", page.language},
                                       {"head", *head},
                                       {"page", *body},
                                       {"used", used},
                                       {"texts", boot_texts(page.language)},
                                       {"live", live}});
      if (const auto kept = keep(page.file, html); !kept) return Failure(kept.error());
    }
    if (const auto kept =
            keep("sitemap.xml", site_map(pages_, languages_, options_.origin, default_language_));
        !kept)
      return Failure(kept.error());
    if (const auto kept = keep("robots.txt", robots(options_.origin)); !kept) return Failure(kept.error());
    if (const auto written = write_calendars(); !written) return Failure(written.error());
    report_.pages = composed_.size();
    report_.page_seconds = seconds_since(start);
    if (options_.pictures)
      if (const auto drawn = draw_pictures(); !drawn) return Failure(drawn.error());
    return report_;
  }

 private:
  struct Composed {
    std::string file;
    std::string language;
    std::size_t head_size = 0;
    std::size_t body_size = 0;

    // Whether it has nothing but links to the languages.
    bool is_choice() const { return file == "index.html" || file.starts_with("start/"); }
  };

  std::string picture_of(const PageAddress& page, const std::string& language) const {
    return page.page == screens::Page::session ? "/preview/" + language + "/" + page.id + ".png"
                                               : "/preview/" + language + ".png";
  }

  ui::Tree tree_at(float width) {
    around_.size = {width, 844};
    platform::settle(*app_, around_);
    return app_->tree();
  }

  void compose(const PageAddress& page, const std::string& language) {
    const bool missing = page.page == screens::Page::not_found;
    const std::string path = missing ? "/" + language + "/404/" : page.path(language);
    app_->go_to(path);
    const ui::Tree rail = tree_at(ui::tablet_width);
    ui::Tree tree = tree_at(390);
    keep_apart(tree);
    const PageWords words{std::string(text::raw_message(language, "skip.content")),
                          std::string(text::raw_message(language, "settings.language")), path,
                          screens::path_of(language, screens::Page::search)};
    std::vector<Translation> translations;
    for (const std::string& other : languages_)
      translations.push_back({other, std::string(text::native_language_name(other)), page.path(other)});
    const std::string file = missing ? language + "/404.html" : path.substr(1) + "index.html";
    const bool wide = screens::page_entry(page.page).width != screens::PageWidth::reading;
    const std::string body =
        body_of({tree, rail, words, translations, wide, table_of(page, language)}, used_);
    put_aside(file, language, head_of(head_parts(page, language, tree)), body);
  }

  // Of a day of the agenda: its rooms over time.
  std::string table_of(const PageAddress& page, const std::string& language) {
    if (page.page != screens::Page::agenda) return {};
    const text::Words* words = edition_.words(language);
    for (const model::Day& day : event_.days)
      if (words != nullptr && screens::iso_date(day.date) == page.id)
        return day_table(edition_, day.date, *words, used_);
    return {};
  }

  void put_aside(const std::string& file, const std::string& language, const std::string& head,
                 const std::string& body) {
    note_repeated_ids(file, body);
    aside_whole_ = aside_whole_ && aside_.put(head) && aside_.put(body);
    composed_.push_back({file, language, head.size(), body.size()});
  }

  HeadParts head_parts(const PageAddress& page, const std::string& language, const ui::Tree& tree) const {
    HeadParts parts{.title = tree.title,
                    .description = tree.description,
                    .event_name = event_.name.in(language),
                    .language = language,
                    .origin = options_.origin,
                    .path = page.page == screens::Page::not_found ? std::string{} : page.path(language),
                    .alternates = {},
                    .default_path = page.path(default_language_),
                    .picture = options_.pictures ? picture_of(page, language) : std::string{},
                    .picture_text = event_.name.in(language),
                    .picture_width = Previews::width,
                    .picture_height = Previews::height,
                    .is_event = page.page == screens::Page::session || page.page == screens::Page::story,
                    .data = {}};
    for (const std::string& other : languages_) parts.alternates.emplace_back(other, page.path(other));
    const DataContext context{edition_, language, options_.origin,
                              parts.picture.empty() ? "" : options_.origin + parts.picture,
                              std::string(text::raw_message(language, "provisional.session"))};
    if (page.page == screens::Page::home) parts.data = event_data(context);
    if (page.page == screens::Page::session) {
      parts.picture_text = tree.title + ". " + tree.description;
      if (const model::Session* session = edition_.session(page.id))
        parts.data = session_data(context, *session);
    }
    return parts;
  }

  // "/": for whoever comes without JavaScript, which goes on to the visitor's language at once.
  void compose_choice() {
    Html html;
    html.open("main", {{"id", content_id}, {"class", "choice"}})
        .element("h1", {}, event_.short_name.in(default_language_))
        .open("ul")
        .line();
    for (const std::string& language : languages_) {
      html.open("li").open("a", {{"href", screens::path_of(language, screens::Page::home)},
                                 {"hreflang", language},
                                 {"lang", language}});
      html.element("b", {}, std::string(text::native_language_name(language)))
          .raw(" ")
          .element("span", {}, event_.name.in(language))
          .close("a")
          .close("li")
          .line();
    }
    html.close("ul").close("main").line();
    HeadParts parts{.title = event_.short_name.in(default_language_),
                    .description = event_.summary.in(default_language_),
                    .event_name = event_.short_name.in(default_language_),
                    .language = default_language_,
                    .origin = options_.origin,
                    .path = "/",
                    .alternates = {},
                    .default_path = "/",
                    .picture = options_.pictures ? "/preview/" + default_language_ + ".png" : std::string{},
                    .picture_text = event_.name.in(default_language_),
                    .picture_width = Previews::width,
                    .picture_height = Previews::height,
                    .data = {}};
    for (const std::string& language : languages_)
      parts.alternates.emplace_back(language, screens::path_of(language, screens::Page::home));
    put_aside("index.html", default_language_, head_of(parts), html.string());
    // The same for each language that a browser may ask for: a server that reads the wish sends that one.
    for (const std::string& language : languages_) {
      parts.leads_to = screens::path_of(language, screens::Page::home);
      put_aside("start/" + language + ".html", default_language_, head_of(parts), html.string());
    }
  }

  HeadParts nameless_head(const std::string& title, const std::string& language) const {
    HeadParts parts;
    parts.title = title;
    parts.event_name = event_.name.in(language);
    parts.language = language;
    return parts;
  }

  // What stands behind every address where there is no network: the app starts in it at once (boot.js).
  void compose_shell(const std::string& language) {
    Html html;
    html.open("main", {{"id", content_id}, {"class", "choice"}}, "data-shell")
        .element("h1", {}, event_.name.in(language))
        .element("p", {}, text::raw_message(language, "shell.loading"))
        .close("main")
        .line();
    put_aside(language + "/shell.html", language, head_of(nameless_head(event_.name.in(language), language)),
              html.string());
  }

  // What the web server says at addresses that name no language, in all of them.
  void compose_error(const std::string& file, text::Key title, text::Key words) {
    Html html;
    html.open("main", {{"id", content_id}, {"class", "choice"}}).line();
    for (const std::string& language : languages_)
      html.open("section", {{"lang", language}})
          .element(language == languages_.front() ? "h1" : "h2", {}, text::raw_message(language, title))
          .element("p", {}, text::raw_message(language, words))
          .open("p")
          .element("a", {{"href", screens::path_of(language, screens::Page::home)}, {"hreflang", language}},
                   event_.name.in(language))
          .close("p")
          .close("section")
          .line();
    html.close("main").line();
    const std::string& first = languages_.front();
    put_aside(file, first, head_of(nameless_head(std::string(text::raw_message(first, title)), first)),
              html.string());
  }

  // A day or a level may be called as something of the template is: as an anchor it then ends in "_", which
  // no id of an event has. takeover.js knows.
  void keep_apart(ui::Tree& tree) const {
    for (ui::Node& node : tree.nodes) {
      if (reserved_.contains(node.anchor)) node.anchor += '_';
      const std::size_t hash = node.href.find('#');
      if (text::stays_inside(node.href) && hash != std::string::npos &&
          reserved_.contains(node.href.substr(hash + 1)))
        node.href += '_';
    }
  }

  // Each id once.
  void note_repeated_ids(const std::string& file, const std::string& body) {
    std::set<std::string> seen = ids_in(options_.page_template);
    constexpr std::string_view mark = " id=\"";
    for (std::size_t at = body.find(mark); at != std::string::npos; at = body.find(mark, at)) {
      at += mark.size();
      const std::string id = body.substr(at, body.find('"', at) - at);
      if (!seen.insert(id).second) repeated_ids_ += file + ": id \"" + id + "\": stands there twice\n";
    }
  }

  std::expected<void, std::string> keep(const std::string& name, const std::string& bytes) {
    const std::filesystem::path file = options_.directory / files::path_of(name);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) return Failure(files::text_of(file.parent_path()) + ": " + files::words_of(error));
    if (files::is_same_file(file, options_.template_file))
      return Failure(files::text_of(file) + ": is the template, which would be lost");
    if (auto written = files::write_file(file, bytes); !written)
      return Failure(files::text_of(file) + ": " + written.error());
    return {};
  }

  std::expected<void, std::string> write_calendars() {
    std::expected<void, std::string> kept;
    for (const std::string& language : languages_) {
      screens::each_calendar_file(edition_, language,
                                  {.origin = options_.origin, .made_at = options_.made_at},
                                  [&](const screens::WrittenFile& file) {
                                    kept = keep(file.path.substr(1), file.bytes);
                                    report_.calendars += kept.has_value();
                                    return kept.has_value();
                                  });
      if (!kept) return kept;
    }
    return {};
  }

  std::expected<void, std::string> draw_pictures() {
    const Clock::time_point start = Clock::now();
    const auto previews = Previews::create(assets_, around_);
    if (!previews) return Failure("pictures: " + previews.error());
    const auto draw = [&](const PageAddress& page,
                          const std::string& language) -> std::expected<void, std::string> {
      const std::string png = (*previews)->png(page.path(language));
      if (png.empty()) return Failure(page.path(language) + ": the picture could not be made");
      report_.largest_picture = std::max(report_.largest_picture, png.size());
      ++report_.pictures;
      return keep(picture_of(page, language).substr(1), png);
    };
    for (const std::string& language : languages_)
      for (const PageAddress& page : pages_)
        if (page.page == screens::Page::home || page.page == screens::Page::session)
          if (const auto drawn = draw(page, language); !drawn) return drawn;
    report_.picture_seconds = seconds_since(start);
    return {};
  }

  const app::Assets& assets_;
  const SiteOptions& options_;
  const content::Edition& edition_;
  const model::Event& event_;
  std::vector<PageAddress> pages_;
  std::vector<std::string> languages_;
  std::string default_language_;
  std::set<std::string> reserved_;  // ids of what is around the screens
  app::Environment around_;
  std::unique_ptr<app::App> app_;
  Used used_;
  std::vector<Composed> composed_;
  Aside aside_;
  bool aside_whole_ = true;
  std::string repeated_ids_;  // one a line
  SiteReport report_;
};

}  // namespace

std::expected<std::shared_ptr<const content::Edition>, std::string> edition_of(const app::Assets& assets) {
  // The app would show its mistakes on a screen; here they end the work.
  std::string problems;
  for (const std::string& line : assets.pack_problems) problems += line + "\n";
  if (!problems.empty()) return Failure(problems);
  auto app = app::App::start(assets, {});
  if (!app) return Failure(app.error().title + ": " + app.error().details);
  if ((*app)->event_is_there()) return (*app)->edition();
  for (const std::string& line : (*app)->problems()) problems += line + "\n";
  return Failure(problems);
}

std::expected<SiteReport, std::string> write_site(const app::Assets& assets, const SiteOptions& options) {
  const auto edition = edition_of(assets);
  if (!edition) return Failure(edition.error());
  return SiteWriter(assets, options, **edition).write();
}

}  // namespace pages
