#include "tools/summit_pack/diff.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "agenda/filter.h"
#include "content/change_words.h"
#include "content/changes.h"
#include "content/edition.h"
#include "files/paths.h"
#include "pack/compare.h"
#include "pack/folder.h"
#include "pack/read.h"
#include "pack/time_text.h"
#include "text/words.h"
#include "tools/summit_pack/icu.h"

namespace summit_pack {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(model::SessionState state) {
  switch (state) {
    case model::SessionState::scheduled: return "scheduled";
    case model::SessionState::changed: return "changed";
    case model::SessionState::cancelled: return "cancelled";
    case model::SessionState::moved: return "moved";
    case model::SessionState::full: break;
  }
  return "full";
}

// What was or is, in the words of sessions.json; null where there is nothing, and where it would be all of
// the session.
class Values {
 public:
  explicit Values(const text::TimeZone& zone) : zone_(zone) {}

  Json operator()(const std::monostate&) const { return nullptr; }
  Json operator()(const model::Session& session) const {
    Json json = (*this)(model::SessionTimes{session.starts_at, session.ends_at, session.open_end});
    json["title"] = (*this)(session.title);
    if (!session.room.empty()) json["room"] = session.room;
    return json;
  }
  Json operator()(model::SessionState state) const { return name_of(state); }
  Json operator()(const model::LocalizedText& text) const {
    Json json = Json::object();
    for (const auto& [language, words] : text.all()) json[language] = words;
    return json;
  }
  Json operator()(const model::SessionTimes& times) const {
    Json json{{"starts_at", moment(times.starts_at)}};
    if (!times.open_end) json["ends_at"] = moment(times.ends_at);
    return json;
  }
  Json operator()(const std::string& room) const { return room.empty() ? Json(nullptr) : Json(room); }
  Json operator()(const std::vector<model::Participation>& people) const {
    Json json = Json::array();
    for (const model::Participation& one : people) {
      Json part{{"person", one.person}};
      if (!one.role.empty()) part["role"] = (*this)(one.role);
      json.push_back(std::move(part));
    }
    return json;
  }
  Json operator()(const model::SessionLanguages& languages) const {
    Json interpretation = Json::array();
    for (const model::Interpretation& one : languages.interpretation) {
      Json json{{"language", one.language}};
      if (one.channel) json["channel"] = *one.channel;
      interpretation.push_back(std::move(json));
    }
    return {{"languages", languages.spoken}, {"interpretation", std::move(interpretation)}};
  }
  Json operator()(model::AccessLevel access) const { return agenda::name_of(access); }

 private:
  std::string moment(model::Instant instant) const {
    return pack::format_instant(instant, std::chrono::minutes(zone_.offset_minutes(instant)));
  }

  const text::TimeZone& zone_;
};

std::string as_json(const content::Changes& changes, const std::vector<content::ToldChange>& told,
                    const content::Edition& after) {
  const Values values(after.zone());
  Json all = Json::array();
  for (const model::SessionChange& change : changes) {
    Json json{{"kind", pack::name_of(change.kind)}, {"session", change.session}};
    const bool whole = change.kind == model::SessionChange::Kind::edited;
    json["before"] = whole ? Json(nullptr) : std::visit(values, change.before);
    json["after"] = whole ? Json(nullptr) : std::visit(values, change.after);
    // Null where another change of the session tells it all.
    const auto sentence = std::ranges::find_if(told, [&](const content::ToldChange& one) {
      return one.session == change.session && one.kind == change.kind;
    });
    json["sentence"] = sentence == told.end() ? Json(nullptr) : Json(sentence->sentence);
    all.push_back(std::move(json));
  }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int diff_verb(Arguments arguments) {
  std::vector<std::string_view> words_given(arguments.begin(), arguments.end());
  const bool json = std::erase(words_given, "--json") > 0;
  const auto given = read_arguments(words_given, {"--lang"});
  if (!given) return misunderstood(given.error());
  if (given->words.size() != 2) return misunderstood("diff takes two packs, the old and the new");
  const auto used = use_icu();  // without it the times are those that are written
  pack::ReadResult before = pack::read_path(files::path_of(given->words[0]));
  pack::ReadResult after = pack::read_path(files::path_of(given->words[1]));
  print(before.problems, given->words[0]);
  print(after.problems, given->words[1]);
  if (!before.event || !after.event) return mistakes_found;
  const std::string language = given->option("--lang");
  if (language.empty() && !json) {
    for (const pack::Change& change : pack::compare(*before.event, *after.event, after.utc_offset))
      say(std::string{pack::name_of(change.kind)} + ": " + change.id + ": " + change.line + "\n");
    return done;
  }
  if (!used) return failed(used.error());
  const auto old_edition = content::Edition::of(std::move(*before.event));
  const auto new_edition = content::Edition::of(std::move(*after.event));
  if (!old_edition) return failed(given->words[0] + ": " + old_edition.error());
  if (!new_edition) return failed(given->words[1] + ": " + new_edition.error());
  const text::Words* words = (*new_edition)->words(language.empty() ? "en" : language);
  if (words == nullptr) return misunderstood("there are no messages in the language " + language);
  const content::Changes changes = content::changes(**old_edition, **new_edition);
  const auto told = content::told(changes, old_edition->get(), **new_edition, *words);
  if (json) {
    say(as_json(changes, told, **new_edition));
    return done;
  }
  for (const content::ToldChange& one : told) say(one.sentence + "\n");
  return done;
}

}  // namespace summit_pack
