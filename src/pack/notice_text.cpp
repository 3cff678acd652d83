#include "pack/notice_text.h"

#include <algorithm>
#include <utility>

#include "pack/json_parse.h"
#include "pack/json_value.h"
#include "pack/problem_list.h"
#include "pack/read_context.h"
#include "pack/tables.h"
#include "pack/time_text.h"

namespace pack {
namespace {

constexpr std::string_view file_name = "notice";

std::vector<Problem> only(std::string pointer, std::string reason) {
  return {{std::string(file_name), std::move(pointer), std::move(reason), Problem::Severity::error}};
}

json::Value value_of(const model::LocalizedText& text) {
  json::Object object;
  for (const auto& [language, words] : text.all()) object.push_back({language, {words}});
  return {std::move(object)};
}

json::Value value_of(const std::vector<std::string>& ids) {
  json::List list;
  for (const std::string& id : ids) list.push_back({id});
  return {std::move(list)};
}

// As organisers read and edit it: each value on a line of its own.
std::string indented(std::string_view json) {
  std::string out;
  std::size_t depth = 0;
  bool in_text = false;
  const auto line = [&] { out.append("\n").append(2 * depth, ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      out += c;
      if (c == '\\' && i + 1 < json.size())
        out += json[++i];
      else if (c == '"')
        in_text = false;
      continue;
    }
    const bool closes_empty =
        (c == '{' || c == '[') && i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
    if (closes_empty) {
      out.append(json.substr(i++, 2));
    } else if (c == '{' || c == '[') {
      out += c;
      ++depth;
      line();
    } else if (c == '}' || c == ']') {
      --depth;
      line();
      out += c;
    } else {
      out += c;
      if (c == ',') line();
      if (c == ':') out += ' ';
      in_text = c == '"';
    }
  }
  return out + "\n";
}

}  // namespace

std::string notice_text(const model::Notice& notice, std::string_view event,
                        std::chrono::minutes utc_offset) {
  json::Object one;
  one.push_back({"id", {notice.id}});
  one.push_back({"title", value_of(notice.title)});
  one.push_back({"text", value_of(notice.text)});
  one.push_back({"urgency", {std::string(word_of(notice.urgency))}});
  one.push_back({"published_at", {format_instant(notice.published_at, utc_offset)}});
  if (notice.until) one.push_back({"until", {format_instant(*notice.until, utc_offset)}});
  if (notice.state) one.push_back({"state", {std::string(word_of(*notice.state))}});
  json::Object about;
  if (!notice.applies_to.rooms.empty()) about.push_back({"rooms", value_of(notice.applies_to.rooms)});
  if (!notice.applies_to.sessions.empty())
    about.push_back({"sessions", value_of(notice.applies_to.sessions)});
  if (!about.empty()) one.push_back({"applies_to", {std::move(about)}});
  one.push_back({"status", {std::string("provisional")}});
  json::Object whole;
  whole.push_back({"event", {std::string(event)}});
  whole.push_back({"notice", {std::move(one)}});
  return json::write({std::move(whole)}) + "\n";
}

std::expected<model::Notice, std::vector<Problem>> read_notice_text(std::string_view text,
                                                                    const model::Event& event) {
  ProblemList problems;
  std::optional<json::Value> whole = json::parse(file_name, text, problems);
  if (!whole) return std::unexpected(problems.take({}));
  json::Object* object = whole->object();
  const json::Value* of = object != nullptr ? json::find(*object, "event") : nullptr;
  json::Value* value = object != nullptr ? json::find(*object, "notice") : nullptr;
  if (of == nullptr || of->text() == nullptr || value == nullptr)
    return std::unexpected(only("", "must be an object with an event and a notice"));
  if (*of->text() != event.id)
    return std::unexpected(only("/event", "is of another event, " + shortened(*of->text())));
  ReadContext context(problems, Origin::folder);
  context.languages = event.languages;
  context.fallback = event.fallback;
  context.format_version = format_version;
  context.begin_file(file_name);
  model::Notice notice;
  {
    const ReadContext::PathScope at(context, std::string_view("notice"));
    read_notice(context, *value, notice);
  }
  std::vector<Problem> found = problems.take({});
  if (has_errors(found)) return std::unexpected(std::move(found));
  const auto miss = [&](std::string_view list, const std::vector<std::string>& ids, const auto& things) {
    for (const std::string& id : ids)
      if (std::ranges::find(things, id, [](const auto& thing) -> const std::string& { return thing.id; }) ==
          things.end())
        found.push_back(
            only("/notice/applies_to/" + std::string(list), "the event has no " + shortened(id)).front());
  };
  miss("rooms", notice.applies_to.rooms, event.rooms);
  miss("sessions", notice.applies_to.sessions, event.sessions);
  if (has_errors(found)) return std::unexpected(std::move(found));
  return notice;
}

std::expected<std::string, std::vector<Problem>> with_notice(std::string_view notices_json,
                                                             std::string_view text) {
  ProblemList problems;
  std::optional<json::Value> whole = json::parse(file_name, text, problems);
  std::optional<json::Value> notices = notices_json.empty()
                                           ? json::Value{json::Object{{"notices", {json::List{}}}}}
                                           : json::parse("notices.json", notices_json, problems);
  if (!whole || !notices) return std::unexpected(problems.take({}));
  json::Value* value = whole->object() != nullptr ? json::find(*whole->object(), "notice") : nullptr;
  if (value == nullptr || value->object() == nullptr)
    return std::unexpected(only("", "must be an object with an event and a notice"));
  json::Value* all = notices->object() != nullptr ? json::find(*notices->object(), "notices") : nullptr;
  if (all == nullptr || all->list() == nullptr)
    return std::unexpected(
        std::vector{Problem{"notices.json", "/notices", "must be a list", Problem::Severity::error}});
  const auto id_of = [](const json::Value& one) -> std::string {
    const json::Value* id = one.object() != nullptr ? json::find(*one.object(), "id") : nullptr;
    return id != nullptr && id->text() != nullptr ? *id->text() : std::string{};
  };
  const std::string id = id_of(*value);
  std::erase_if(*all->list(), [&](const json::Value& one) { return id_of(one) == id; });
  all->list()->insert(all->list()->begin(), *value);
  return indented(json::write(*notices));
}

}  // namespace pack
