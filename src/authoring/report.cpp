#include "authoring/report.h"

#include <algorithm>
#include <optional>

#include "pack/time_text.h"
#include "text/words.h"

namespace authoring {
namespace {

constexpr std::string_view style = R"css(
:root{color-scheme:light dark;--ground:#f4f8f8;--card:#fff;--text:#10272b;--soft:#4a6167;--line:#d5e2e3;--accent:#007b8f;--gold:#8a5a00;--wrong:#b3261e;--good:#1c6b3a}
@media(prefers-color-scheme:dark){:root{--ground:#0c1a1d;--card:#13262a;--text:#e8f2f3;--soft:#a9bfc3;--line:#2a4248;--accent:#5fd0e0;--gold:#f0c060;--wrong:#ffb4ab;--good:#8fdcaa}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header{border-top:.4rem solid var(--accent);background:var(--card);border-bottom:1px solid var(--line)}
header>div,main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem}
h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0}
h2{font-size:1.35rem;margin:2.5rem 0 .75rem;scroll-margin-top:1rem}
h3{font-size:1.05rem;margin:0 0 .25rem}
p{margin:.25rem 0}
.soft,small{color:var(--soft);font-size:.9rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.75rem;padding:0;margin:1.25rem 0 0;list-style:none}
.tiles a{display:block;height:100%;min-height:44px;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.75rem;background:var(--ground);color:inherit;text-decoration:none}
.tiles a:hover{border-color:var(--accent)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.tiles b{display:block;font-size:1.6rem;line-height:1.2}
.list{display:grid;gap:.75rem;padding:0;margin:0;list-style:none}
.list>li{background:var(--card);border:1px solid var(--line);border-inline-start:.35rem solid var(--gold);border-radius:.75rem;padding:.9rem 1.1rem}
.list>li.error{border-inline-start-color:var(--wrong)}
.tag{display:inline-block;font-size:.8rem;font-weight:600;color:var(--gold)}
.error .tag{color:var(--wrong)}
.fine{color:var(--good);font-weight:600}
code{font:.875rem/1.4 ui-monospace,"DejaVu Sans Mono",monospace;background:var(--ground);border-radius:.3rem;padding:.1rem .3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.4rem 0 0}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:.75rem}
th,td{text-align:start;overflow-wrap:normal;padding:.6rem .9rem;border-bottom:1px solid var(--line);vertical-align:middle}
td:last-child{width:40%}
meter{width:100%;height:1rem}
details{margin:.75rem 0;background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:0 1.1rem}
summary{cursor:pointer;min-height:44px;padding:.6rem 0;font-weight:600}
details ul{padding-inline-start:1.2rem;margin:0 0 1rem}
@media(max-width:30rem){dl{grid-template-columns:1fr}dt{margin-top:.3rem}h1{font-size:1.5rem}th:nth-child(3),td:last-child{display:none}.tiles{grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr))}.tiles a{padding:.75rem .8rem;font-size:.9rem}}
@media print{body{background:#fff}details{border:0}.list>li{break-inside:avoid}}
)css";

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      default: html += c;
    }
  return html;
}

class Report {
 public:
  Report(const Findings& findings, const ReportContext& context)
      : findings_(findings), context_(context), language_(context.language) {
    if (context.event == nullptr) return;
    if (auto zone = text::TimeZone::named(context.event->time_zone))
      if (auto words = text::Words::in(language_, *zone)) {
        zone_ = std::move(*zone);
        words_.emplace(std::move(*words));
      }
  }

  std::string html() {
    const std::string title = words("report.title", {{"name", name()}});
    out_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(language_) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width,initial-scale=1\">\n<title>" +
           escaped(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
    head(title);
    out_ += "<main>\n";
    mistakes();
    if (context_.event != nullptr) {
      clashes("rooms", "report.room_clashes", "report.no_room_clashes", "advice.room_clash",
              findings_.room_clashes);
      clashes("people", "report.person_clashes", "report.no_person_clashes", "advice.person_clash",
              findings_.person_clashes);
      hours();
      map();
      translations();
    }
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string words(Word word,
                    std::initializer_list<std::pair<std::string_view, std::string_view>> values = {}) const {
    return say(language_, word, values);
  }

  std::string name() const {
    return context_.event == nullptr ? std::string(context_.folder) : context_.event->name.in(language_);
  }

  void tile(std::string_view at, const std::string& number, Word what) {
    out_ += "<li><a href=\"#" + std::string(at) + "\"><b>" + escaped(number) + "</b> " +
            escaped(words(what)) + "</a></li>\n";
  }

  std::size_t count(pack::Problem::Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        findings_.mistakes, [&](const Mistake& mistake) { return mistake.problem.severity == severity; }));
  }

  static std::string percent(const Coverage& coverage) {
    // Only all of it is a hundred.
    return std::to_string(coverage.all == 0 ? 100 : coverage.there * 100 / coverage.all) + " %";
  }

  void head(const std::string& title) {
    using enum pack::Problem::Severity;
    out_ += "<header><div>\n<p class=\"soft\">" + escaped(words("report.kind")) + "</p>\n<h1>" +
            escaped(title) + "</h1>\n<p class=\"soft\"><code>" + escaped(context_.folder) +
            "</code></p>\n<p>" +
            escaped(words(count(error) > 0 ? Word("report.not_ready") : Word("report.ready"))) + "</p>\n";
    out_ += "<ul class=\"tiles\">\n";
    tile("mistakes", std::to_string(count(error)), "report.errors");
    tile("mistakes", std::to_string(count(warning)), "report.warnings");
    if (context_.event != nullptr) {
      tile("rooms", std::to_string(findings_.room_clashes.size() + findings_.person_clashes.size()),
           "report.clashes");
      for (const Coverage& one : findings_.coverage)
        out_ += "<li><a href=\"#translations\"><b>" + percent(one) + "</b> " + language_name(one.language) +
                "</a></li>\n";
    }
    out_ += "</ul>\n";
    for (const std::string& what : context_.unchecked)
      out_ += "<p class=\"soft\">" + escaped(words("report.unchecked")) + " <span lang=\"en\">" +
              escaped(what) + "</span></p>\n";
    out_ += "</div></header>\n";
  }

  std::string language_name(std::string_view language) const {
    if (words_)
      if (std::string said = words_->language_name(language); said != language)
        return escaped(said) + " <small>(" + escaped(language) + ")</small>";
    return "<code>" + escaped(language) + "</code>";
  }

  void heading(std::string_view id, Word text) {
    out_ += "<h2 id=\"" + std::string(id) + "\">" + escaped(words(text)) + "</h2>\n";
  }
  void fine(Word text) { out_ += "<p class=\"fine\">✓ " + escaped(words(text)) + "</p>\n"; }
  void row(Word name, const std::string& html) {
    out_ += "<dt>" + escaped(words(name)) + "</dt><dd>" + html + "</dd>\n";
  }
  void place(const std::string& file, const std::string& pointer, const std::string& from) {
    row("report.place", "<code>" + escaped(file) + "</code>" +
                            (pointer.empty() ? "" : " <code>" + escaped(pointer) + "</code>"));
    if (!from.empty()) row("report.row", escaped(from));
  }

  void mistakes() {
    heading("mistakes", "report.mistakes");
    if (findings_.mistakes.empty()) return fine("report.no_mistakes");
    out_ += "<ul class=\"list\">\n";
    for (const Mistake& mistake : findings_.mistakes) {
      const bool is_error = mistake.problem.severity == pack::Problem::Severity::error;
      out_ += std::string("<li") + (is_error ? " class=\"error\"" : "") + "><span class=\"tag\">" +
              escaped(words(is_error ? Word("report.error") : Word("report.warning"))) + "</span>\n<h3" +
              (mistake.at.language.empty() || mistake.at.language == language_
                   ? std::string{}
                   : " lang=\"" + escaped(mistake.at.language) + "\"") +
              ">" + escaped(mistake.at.title.empty() ? mistake.problem.file : mistake.at.title) +
              "</h3>\n<p>" + escaped(words(mistake.advice)) + "</p>\n<dl>\n";
      place(mistake.problem.file, mistake.problem.pointer, mistake.at.row);
      row("report.message", "<span lang=\"en\">" + escaped(mistake.problem.reason) + "</span>");
      out_ += "</dl></li>\n";
    }
    out_ += "</ul>\n";
    if (context_.event == nullptr)
      out_ += "<p class=\"soft\">" + escaped(words("report.rest_later")) + "</p>\n";
  }

  std::string time_of(const model::Session& session) const {
    if (!words_) return {};
    const std::string day = words_->weekday_day_month(zone_->at(session.starts_at).date);
    return day + ", " +
           (session.open_end ? words_->time(session.starts_at)
                             : words_->time_range(session.starts_at, session.ends_at));
  }

  static std::string small(const std::string& text) {
    return text.empty() ? text : " <small>" + escaped(text) + "</small>";
  }
  std::string origin_of(std::string_view list, std::string_view id) const {
    return small(context_.origin ? context_.origin(list, id) : std::string());
  }

  void session(std::size_t index) {
    const model::Session& session = context_.event->sessions[index];
    out_ += "<dt>" + escaped(time_of(session)) + "</dt><dd>" + escaped(session.title.in(language_)) +
            " <code>" + escaped(session.id) + "</code>" + origin_of("sessions", session.id) + "</dd>\n";
  }

  void clashes(std::string_view id, Word title, Word none, Word advice, const std::vector<Clash>& all) {
    heading(id, title);
    if (all.empty()) return fine(none);
    out_ += "<p>" + escaped(words(advice)) + "</p>\n<ul class=\"list\">\n";
    for (const Clash& clash : all) {
      out_ += "<li><h3>" + escaped(clash.wanted) + "</h3>\n<dl>\n";
      session(clash.one);
      session(clash.other);
      out_ += "</dl></li>\n";
    }
    out_ += "</ul>\n";
  }

  void hours() {
    heading("hours", "report.hours");
    if (!findings_.has_opening_hours) {
      out_ += "<p class=\"soft\">" + escaped(words("report.hours_unknown")) + "</p>\n";
      return;
    }
    if (findings_.outside_hours.empty()) return fine("report.hours_kept");
    out_ += "<p>" + escaped(words("advice.hours")) + "</p>\n<ul class=\"list\">\n<li><dl>\n";
    for (const std::size_t index : findings_.outside_hours) session(index);
    out_ += "</dl></li>\n</ul>\n";
  }

  void map() {
    heading("map", "report.map");
    if (!findings_.has_map) {
      out_ += "<p class=\"soft\">" + escaped(words("report.no_map")) + "</p>\n";
      return;
    }
    if (findings_.not_on_map.empty()) return fine("report.map_whole");
    out_ += "<p>" + escaped(words("advice.room_not_on_map")) + "</p>\n<ul class=\"list\">\n";
    for (const std::size_t index : findings_.not_on_map) {
      const model::Room& room = context_.event->rooms[index];
      out_ += "<li><h3>" + escaped(room.name.in(language_)) + "</h3><code>places.json</code> <code>" +
              escaped(room.id) + "</code>" + origin_of("rooms", room.id) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void translations() {
    heading("translations", "report.translations");
    out_ += "<p>" + escaped(words("advice.translate")) + "</p>\n<table>\n<thead><tr><th scope=\"col\">" +
            escaped(words("report.language")) + "</th><th scope=\"col\">" +
            escaped(words("report.translated")) + "</th><th scope=\"col\"></th></tr></thead>\n<tbody>\n";
    for (const Coverage& one : findings_.coverage) {
      const std::string there = std::to_string(one.there), all = std::to_string(one.all);
      out_ += "<tr><th scope=\"row\">" + language_name(one.language) + "</th><td>" +
              escaped(words("report.of", {{"there", there}, {"all", all}})) + " · " + percent(one) +
              "</td><td><meter aria-label=\"" + escaped(one.language) + "\" min=\"0\" max=\"" + all +
              "\" value=\"" + there + "\">" + percent(one) + "</meter></td></tr>\n";
    }
    out_ += "</tbody></table>\n";
    for (const Coverage& one : findings_.coverage) {
      if (one.lacking.empty()) continue;
      out_ += "<details><summary>" +
              escaped(words("report.lacking",
                            {{"language", one.language}, {"count", std::to_string(one.lacking.size())}})) +
              "</summary>\n<ul>\n";
      for (const Lacking& lacking : one.lacking)
        out_ += "<li>" + escaped(lacking.of.title) + " <code>" + escaped(lacking.place) + "</code>" +
                small(lacking.of.row) + "</li>\n";
      out_ += "</ul></details>\n";
    }
  }

  const Findings& findings_;
  const ReportContext& context_;
  std::string language_;
  std::optional<text::TimeZone> zone_;
  std::optional<text::Words> words_;
  std::string out_;
};

}  // namespace

std::string html_report(const Findings& findings, const ReportContext& context) {
  return Report(findings, context).html();
}

}  // namespace authoring
