#include "pack/read_context.h"

#include <algorithm>

#include "pack/words.h"
#include "sorting/sort.h"
#include "text/data.h"

namespace pack {
namespace {

// Places share one page path, /map/{place}/, so their ids must differ too.
bool share_names(Named a, Named b) {
  const auto is_place = [](Named kind) {
    return kind == Named::site || kind == Named::level || kind == Named::room;
  };
  return a == b || (is_place(a) && is_place(b));
}

}  // namespace

std::string_view name_of(Named kind) {
  constexpr std::array<std::string_view, 13> names = {"",      "source",  "site",     "level",   "room",
                                                      "theme", "partner", "person",   "session", "notice",
                                                      "story", "article", "milestone"};
  return names[static_cast<std::size_t>(kind)];
}

std::string ReadContext::pointer() const {
  std::string pointer;
  for (const PathStep& taken : path_)
    pointer = taken.key.empty() ? step(pointer, taken.index) : step(pointer, shortened(taken.key));
  return pointer;
}

void ReadContext::error(std::string reason) {
  problems_.add({std::string{file_}, pointer(), std::move(reason), Problem::Severity::error});
}

void ReadContext::warning(std::string reason) {
  problems_.add({std::string{file_}, pointer(), std::move(reason), Problem::Severity::warning});
}

void ReadContext::declare(Named kind, const std::string& id) {
  for (std::size_t i = 0; i < declared_.size(); ++i) {
    if (!share_names(kind, static_cast<Named>(i))) continue;
    if (const auto other = declared_[i].find(id); other != declared_[i].end()) {
      const auto& [list, index] = other->second;
      error(say(quoted(id), " is already the id of ", step(step({}, list), index)));
      return;
    }
  }
  // The way to an id leads through a list and the thing in it.
  const bool is_in_list = path_.size() >= 3;
  declared_[static_cast<std::size_t>(kind)].emplace(
      id, is_in_list ? Place{path_[path_.size() - 3].key, path_[path_.size() - 2].index} : Place{});
}

void ReadContext::refer(Named kind, const std::string& id) {
  // Most of what is referred to has been read before; only the rest must wait.
  if (declared_[static_cast<std::size_t>(kind)].contains(id)) return;
  // Of what is known to be wrong no more is kept than can be told.
  if (complete_[static_cast<std::size_t>(kind)] && ++known_wrong_ > most_kept)
    no_such(std::string{file_}, pointer(), kind, id);
  else
    references_.push_back({std::string{file_}, pointer(), kind, id});
}

void ReadContext::check_references() {
  for (const Reference& reference : references_) {
    const auto kind = static_cast<std::size_t>(reference.kind);
    if (complete_[kind] && !declared_[kind].contains(reference.id))
      no_such(reference.file, reference.pointer, reference.kind, reference.id);
  }
  references_.clear();
}

void ReadContext::no_such(const std::string& file, const std::string& at, Named kind, const std::string& id) {
  std::string suggestion;
  if (suggests()) {
    std::vector<std::string_view> known;
    for (const auto& [other, place] : declared_[static_cast<std::size_t>(kind)]) known.push_back(other);
    sorting::sort(known);  // so that the answer does not depend on hashing
    suggestion = did_you_mean(id, known);
  }
  problems_.add({file, at, say("no ", name_of(kind), " has the id ", quoted(id), suggestion),
                 Problem::Severity::error});
}

void ReadContext::note_instant(const WrittenInstant& written) {
  instants_.emplace_back(last_key(), written);
  ++offsets_[written.utc_offset];
  if (!zone_ || written.in_utc) return;
  const std::chrono::minutes offset{zone_->offset_minutes(written.instant)};
  if (offset == written.utc_offset) return;
  std::string reason = say("is not written by the clock of ", zone_->name(), ": ",
                           format_instant(written.instant, written.utc_offset), " is ",
                           format_instant(written.instant, offset), " there");
  // A state may change its clocks after a pack was built; that is no reason to close the app.
  if (origin_ == Origin::folder)
    error(std::move(reason));
  else
    warning(std::move(reason));
}

void ReadContext::use_zone(const std::string& name) {
  if (!text::has_icu_data()) return;
  // ICU makes zones of "GMT+5" and the like, which no list has.
  const bool is_offset = (name.starts_with("GMT+") || name.starts_with("GMT-")) && name.substr(4) != "0";
  auto zone = text::TimeZone::named(name);
  if (is_offset || !zone)
    error(say(quoted(name), " is a time zone that nobody knows; one reads like \"Asia/Almaty\""));
  else
    zone_ = std::move(*zone);
}

model::Date ReadContext::day_of(const WrittenInstant& written) const {
  return zone_ ? zone_->at(written.instant).date : written.date();
}

std::optional<WrittenInstant> ReadContext::take_instant(std::string_view key) {
  // The last one: parts of an object are read, and checked, before the object itself is.
  const auto found = std::find_if(instants_.rbegin(), instants_.rend(),
                                  [&](const auto& entry) { return entry.first == key; });
  if (found == instants_.rend()) return {};
  const WrittenInstant written = found->second;
  instants_.erase(std::next(found).base());
  return written;
}

std::chrono::minutes ReadContext::commonest_offset() const {
  const auto commonest =
      std::ranges::max_element(offsets_, {}, [](const auto& entry) { return entry.second; });
  return commonest == offsets_.end() ? std::chrono::minutes{} : commonest->first;
}

std::chrono::minutes ReadContext::offset_on(model::Date day) const {
  if (!zone_ || !day.ok()) return commonest_offset();
  constexpr int noon = 12;
  return std::chrono::minutes{zone_->offset_minutes(zone_->instant(day, noon, 0))};
}

}  // namespace pack
