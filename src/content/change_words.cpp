#include "content/change_words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace content {
namespace {

using Kind = model::SessionChange::Kind;

class Teller {
 public:
  Teller(const Edition* before, const Edition& after, const text::Words& words)
      : before_(before == nullptr ? after : *before), after_(after), words_(words) {}

  // Empty when the change goes without saying, unless it is `only` one of its session.
  std::string sentence(const model::SessionChange& change, bool only) const {
    switch (change.kind) {
      case Kind::added: return of_whole("change.added", std::get<model::Session>(change.after), after_);
      case Kind::removed: return of_whole("change.removed", std::get<model::Session>(change.before), before_);
      case Kind::cancelled: return of_present("change.cancelled", change);
      case Kind::reinstated: return of_present("change.reinstated", change);
      case Kind::state: return of_state(change, only);
      case Kind::renamed: return of_title(change, only);
      case Kind::moved:
        return before_and_after("change.moved", change, when(std::get<model::SessionTimes>(change.before)),
                                when(std::get<model::SessionTimes>(change.after)));
      case Kind::relocated:
        return of_three({"change.relocated", "change.room_added", "change.room_removed"}, change,
                        place(std::get<std::string>(change.before), before_),
                        place(std::get<std::string>(change.after), after_), only);
      case Kind::people:
        return of_three({"change.people", "change.people_added", "change.people_removed"}, change,
                        people(std::get<std::vector<model::Participation>>(change.before), before_),
                        people(std::get<std::vector<model::Participation>>(change.after), after_), only);
      case Kind::languages: return of_languages(change, only);
      case Kind::access:
        return before_and_after("change.access", change, access(std::get<model::AccessLevel>(change.before)),
                                access(std::get<model::AccessLevel>(change.after)));
      case Kind::edited: return only ? edited(change) : std::string{};
    }
    return {};
  }

  // What was borrowed for the sentences since the last question.
  std::vector<ToldChange::Borrowed> take_borrowed() const { return std::exchange(borrowed_, {}); }

  std::string edited(const model::SessionChange& change) const {
    return words_.message("change.edited", {{"title", title(change)}});
  }

 private:
  // The keys for: there is something before and after, only after, only before.
  struct ThreeKeys {
    text::Key changed, added, removed;
  };

  const std::string& in(const model::LocalizedText& text) const {
    const std::string& said = text.in(words_.language());
    if (!said.empty() && !text.has(words_.language()))
      borrowed_.push_back({said, std::string(text.language_in(words_.language()))});
    return said;
  }

  std::string title(const model::SessionChange& change) const {
    for (const Edition* edition : {&after_, &before_})
      if (const model::Session* session = edition->session(change.session)) return in(session->title);
    return change.session;
  }

  std::string when(const model::SessionTimes& times) const {
    const std::string time = times.open_end
                                 ? words_.message("time.from", {{"time", words_.time(times.starts_at)}})
                                 : words_.time_range(times.starts_at, times.ends_at);
    const std::string day = words_.day_and_month(after_.zone().at(times.starts_at).date);
    return words_.message("agenda.day_time", {{"day", day}, {"time", time}});
  }

  std::string place(std::string_view room, const Edition& edition) const {
    const Whereabouts where = edition.whereabouts(room);
    if (where.room == nullptr) return {};
    const std::string& name = in(where.room->name);
    if (where.level == nullptr) return name;
    const std::string& level = in(where.level->name);
    if (where.site == nullptr || edition.event().sites.size() < 2)
      return words_.message("agenda.room_level", {{"room", name}, {"level", level}});
    return words_.message("agenda.room_level_site",
                          {{"room", name}, {"level", level}, {"site", in(where.site->name)}});
  }

  std::string people(std::span<const model::Participation> parts, const Edition& edition) const {
    std::vector<std::string> names;
    for (const model::Participation& part : parts)
      if (const model::Person* person = edition.person(part.person)) names.push_back(in(person->name));
    return words_.list(names);
  }

  const std::string& access(model::AccessLevel level) const {
    switch (level) {
      case model::AccessLevel::everyone: return words_.message("access.everyone");
      case model::AccessLevel::delegates: return words_.message("access.delegates");
      case model::AccessLevel::heads_of_delegation: return words_.message("access.heads_of_delegation");
      case model::AccessLevel::invitation: return words_.message("access.invitation");
      case model::AccessLevel::press: break;
    }
    return words_.message("access.press");
  }

  std::string of_whole(text::Key key, const model::Session& session, const Edition& edition) const {
    const std::string time = when({session.starts_at, session.ends_at, session.open_end});
    const std::string where = place(session.room, edition);
    return words_.message(
        key,
        {{"title", in(session.title)},
         {"when",
          where.empty() ? time : words_.message("agenda.when_where", {{"time", time}, {"place", where}})}});
  }

  std::string of_present(text::Key key, const model::SessionChange& change) const {
    const model::Session* session = after_.session(change.session);
    return session == nullptr ? std::string{} : of_whole(key, *session, after_);
  }

  std::string of_state(const model::SessionChange& change, bool only) const {
    if (std::get<model::SessionState>(change.after) == model::SessionState::full)
      return words_.message("change.full", {{"title", title(change)}});
    if (std::get<model::SessionState>(change.before) == model::SessionState::full)
      return words_.message("change.not_full", {{"title", title(change)}});
    return only ? edited(change) : std::string{};
  }

  std::string of_title(const model::SessionChange& change, bool only) const {
    const std::string& was = in(std::get<model::LocalizedText>(change.before));
    const std::string& is = in(std::get<model::LocalizedText>(change.after));
    if (was != is) return words_.message("change.renamed", {{"before", was}, {"after", is}});
    return only ? edited(change) : std::string{};
  }

  std::string before_and_after(text::Key key, const model::SessionChange& change, const std::string& was,
                               const std::string& is) const {
    return words_.message(key, {{"title", title(change)}, {"before", was}, {"after", is}});
  }

  std::string of_three(const ThreeKeys& keys, const model::SessionChange& change, const std::string& was,
                       const std::string& is, bool only) const {
    // It may be another in name only, such as a role beside a name.
    if (was == is) return only ? edited(change) : std::string{};
    if (was.empty()) return words_.message(keys.added, {{"title", title(change)}, {"after", is}});
    if (is.empty()) return words_.message(keys.removed, {{"title", title(change)}, {"before", was}});
    return before_and_after(keys.changed, change, was, is);
  }

  std::string of_languages(const model::SessionChange& change, bool only) const {
    const auto& was = std::get<model::SessionLanguages>(change.before);
    const auto& is = std::get<model::SessionLanguages>(change.after);
    const std::string spoken =
        of_three({"change.languages", "change.languages_added", "change.languages_removed"}, change,
                 languages(was.spoken), languages(is.spoken), false);
    const std::string interpreted =
        of_three({"change.interpretation", "change.interpretation_added", "change.interpretation_removed"},
                 change, interpretation(was.interpretation), interpretation(is.interpretation), false);
    if (spoken.empty() && interpreted.empty()) return only ? edited(change) : std::string{};
    // Two sentences.
    return spoken.empty() || interpreted.empty() ? spoken + interpreted : spoken + " " + interpreted;
  }

  std::string languages(std::span<const model::LanguageTag> tags) const {
    std::vector<std::string> names;
    for (const model::LanguageTag& tag : tags) names.push_back(words_.language_name(tag));
    return words_.list(names);
  }

  std::string interpretation(std::span<const model::Interpretation> all) const {
    std::vector<std::string> names;
    for (const model::Interpretation& one : all) {
      const std::string name = words_.language_name(one.language);
      names.push_back(one.channel
                          ? words_.message("session.channel", {{"language", name}, {"channel", *one.channel}})
                          : name);
    }
    return words_.list(names);
  }

  const Edition& before_;
  const Edition& after_;
  const text::Words& words_;
  mutable std::vector<ToldChange::Borrowed> borrowed_;
};

}  // namespace

std::vector<ToldChange> told(const Changes& changes, const Edition* before, const Edition& after,
                             const text::Words& words) {
  const Teller teller(before, after, words);
  std::vector<ToldChange> all;
  for (std::size_t first = 0; first < changes.size();) {
    // Those of one session stand together.
    std::size_t last = first;
    while (last < changes.size() && changes[last].session == changes[first].session) ++last;
    const std::size_t told_before = all.size();
    const auto add = [&](const model::SessionChange& change, std::string sentence) {
      std::vector<ToldChange::Borrowed> borrowed = teller.take_borrowed();
      if (!sentence.empty())
        all.push_back({change.kind, change.session, std::move(sentence), std::move(borrowed)});
    };
    for (std::size_t i = first; i < last; ++i)
      add(changes[i], teller.sentence(changes[i], last - first == 1));
    if (all.size() == told_before) add(changes[first], teller.edited(changes[first]));
    first = last;
  }
  return all;
}

}  // namespace content
