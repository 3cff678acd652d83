#include "pack/change_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "model/id_table.h"
#include "pack/compare.h"
#include "pack/tables.h"

namespace pack {
namespace {

using ById = std::map<std::string_view, const json::Object*, std::less<>>;

const std::string* id_of(const json::Value& session) {
  const json::Object* object = session.object();
  const json::Value* id = object ? json::find(*object, "id") : nullptr;
  return id ? id->text() : nullptr;
}

ById by_id(const json::List& sessions) {
  ById all;
  for (const json::Value& session : sessions)
    if (const std::string* id = id_of(session)) all.emplace(*id, session.object());
  return all;
}

std::optional<double> number_of(const json::Value& value) {
  if (const std::int64_t* number = value.whole_number()) return static_cast<double>(*number);
  if (const double* number = value.fraction()) return *number;
  return std::nullopt;
}

// Whether both would be written alike: 1.0 is 1.
bool same(const json::Value& a, const json::Value& b) {
  if (a.whole_number() && b.whole_number()) return *a.whole_number() == *b.whole_number();
  if (const std::optional<double> number = number_of(a)) return number == number_of(b);
  if (std::holds_alternative<json::Numbers>(a.content) || std::holds_alternative<json::Numbers>(b.content)) {
    const auto numbers = json::numbers_in(a);
    return numbers && numbers == json::numbers_in(b);
  }
  if (a.content.index() != b.content.index()) return false;
  if (a.text()) return *a.text() == *b.text();
  if (a.list()) return std::ranges::equal(*a.list(), *b.list(), same);
  if (a.object())
    return std::ranges::equal(*a.object(), *b.object(),
                              [](const json::Member& one, const json::Member& other) {
                                return one.key == other.key && same(one.value, other.value);
                              });
  const bool* yes = std::get_if<bool>(&a.content);
  return !yes || *yes == *std::get_if<bool>(&b.content);
}

// The keys of which the two differ, with what `was` has of them.
json::Object difference(const json::Object& was, const json::Object& is) {
  json::Object before;
  for (const json::Member& member : was) {
    const json::Value* now = json::find(is, member.key);
    if (member.key != revision_key && !(now && same(member.value, *now))) before.push_back(member);
  }
  for (const json::Member& member : is)
    if (member.key != revision_key && !json::find(was, member.key)) before.push_back({member.key, {}});
  return before;
}

// The session as it was, out of what it is and what was other of it.
json::Object as_before(const json::Object& is, const json::Object& before) {
  json::Object was;
  for (const json::Member& member : is)
    if (!json::find(before, member.key)) was.push_back(member);
  for (const json::Member& member : before)
    if (!std::holds_alternative<std::monostate>(member.value.content)) was.push_back(member);
  return was;
}

}  // namespace

json::Value* sessions_in(json::Value& file) {
  json::Object* object = file.object();
  return object ? json::find(*object, "sessions") : nullptr;
}

json::Value values_of(const std::vector<model::SessionChange>& changes, const json::List& before,
                      const json::List& after) {
  const ById old_sessions = by_id(before), new_sessions = by_id(after);
  json::List all;
  for (auto change = changes.begin(); change != changes.end();) {
    const std::string& id = change->session;
    json::List kinds;
    for (; change != changes.end() && change->session == id; ++change)
      kinds.push_back({std::string(name_of(change->kind))});
    json::Object one;
    one.push_back({"session", {id}});
    one.push_back({"changes", {std::move(kinds)}});
    const auto was = old_sessions.find(id), is = new_sessions.find(id);
    if (was != old_sessions.end())
      one.push_back(
          {"before", {is == new_sessions.end() ? *was->second : difference(*was->second, *is->second)}});
    all.push_back({std::move(one)});
  }
  return {std::move(all)};
}

void raise_revisions(json::List& sessions, const model::Event& before,
                     const std::vector<model::SessionChange>& changes) {
  std::set<std::string_view> changed;
  for (const model::SessionChange& change : changes) changed.insert(change.session);
  const model::IdTable ids(before.sessions);
  for (json::Value& session : sessions) {
    const std::string* id = id_of(session);
    const model::Session* was = id ? ids.find(before.sessions, *id) : nullptr;
    if (!was) continue;
    const std::int64_t least = was->revision + (changed.contains(*id) ? 1 : 0);
    json::Object& object = std::get<json::Object>(session.content);
    if (json::Value* written = json::find(object, revision_key)) {
      if (const std::int64_t* number = written->whole_number(); number && *number < least)
        written->content = least;
    } else if (least > 0) {
      object.push_back({std::string(revision_key), {least}});
    }
  }
}

std::optional<std::vector<model::SessionChange>> changes_in(const json::Value& value, json::Value& sessions,
                                                            const model::Event& event) {
  const json::List* list = value.list();
  if (!list) return std::nullopt;

  // The programme as it was; the kinds of change follow from it.
  std::map<std::string_view, std::optional<model::Session>> former;  // nothing: it was not there
  for (const json::Value& item : *list) {
    const json::Object* one = item.object();
    const json::Value* id = one ? json::find(*one, "session") : nullptr;
    if (!id || !id->text()) return std::nullopt;
    former[*id->text()];
  }
  std::map<std::string, json::Value, std::less<>> written;  // those that changed
  json::Value room;
  for (std::size_t i = 0; i < json::list_size(sessions); ++i) {
    json::Value& session = json::item(sessions, i, room);
    if (const std::string* id = id_of(session); id && former.contains(*id))
      written.emplace(*id, std::move(session));
  }
  for (const json::Value& item : *list) {
    const json::Object* one = item.object();
    const std::string& id = *json::find(*one, "session")->text();
    std::optional<model::Session>& was = former[id];
    const json::Value* before = json::find(*one, "before");
    if (!before) continue;
    if (!before->object()) return std::nullopt;
    const auto is = written.find(id);
    ProblemList problems;
    ReadContext context(problems, Origin::bundle);
    context.languages = event.languages;
    context.fallback = event.fallback;
    context.begin_file("changes");
    const ReadContext::PathScope at(context, std::size_t{0});
    json::Value session{is == written.end() ? *before->object()
                                            : as_before(*is->second.object(), *before->object())};
    read_session(context, session, was.emplace());
    if (has_errors(problems.take({}))) return std::nullopt;
  }
  model::Event before;
  for (const model::Session& session : event.sessions)
    if (!former.contains(session.id)) before.sessions.push_back(session);
  for (auto& [id, session] : former)
    if (session) before.sessions.push_back(std::move(*session));
  return model::changes(before, event);
}

}  // namespace pack
