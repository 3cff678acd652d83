#include "pack/reading.h"

#include <algorithm>

#include "pack/words.h"

namespace pack {
namespace {

// Looking for near names among all ids takes a while; whoever has more mistakes
// than this has one mistake made many times.
constexpr std::size_t most_suggestions = 100;

// Places share one page path, /map/{place}/, so their ids must differ too.
bool share_names(Named a, Named b) {
  const auto is_place = [](Named kind) {
    return kind == Named::site || kind == Named::level || kind == Named::room;
  };
  return a == b || (is_place(a) && is_place(b));
}

}  // namespace

std::string_view name_of(Named kind) {
  constexpr std::array<std::string_view, 13> names = {"",        "source", "site",    "level",
                                                      "room",    "theme",  "partner", "person",
                                                      "session", "notice", "story",   "article",
                                                      "milestone"};
  return names[static_cast<std::size_t>(kind)];
}

std::string Reading::pointer() const {
  std::string pointer;
  for (const PathStep& taken : path_)
    pointer = taken.key.empty() ? step(pointer, taken.index) : step(pointer, taken.key);
  return pointer;
}

void Reading::error(std::string reason) {
  problems_.add({std::string{file_}, pointer(), std::move(reason), Problem::Severity::error});
}

void Reading::warning(std::string reason) {
  problems_.add({std::string{file_}, pointer(), std::move(reason), Problem::Severity::warning});
}

void Reading::declare(Named kind, const std::string& id) {
  for (std::size_t i = 0; i < declared_.size(); ++i) {
    if (!share_names(kind, static_cast<Named>(i))) continue;
    if (const auto other = declared_[i].find(id); other != declared_[i].end()) {
      error(say(quoted(id), " is already the id of ", other->second));
      return;
    }
  }
  std::string owner = pointer();
  owner.resize(owner.rfind('/'));
  declared_[static_cast<std::size_t>(kind)].emplace(id, std::move(owner));
}

void Reading::refer(Named kind, const std::string& id) {
  // Most of what is referred to has been read before; only the rest must wait.
  if (declared_[static_cast<std::size_t>(kind)].contains(id)) return;
  references_.push_back({std::string{file_}, pointer(), kind, id});
}

void Reading::check_references() {
  for (Reference& reference : references_) {
    const auto kind = static_cast<std::size_t>(reference.kind);
    if (!complete_[kind] || declared_[kind].contains(reference.id)) continue;
    std::string suggestion;
    if (problems_.size() < most_suggestions) {
      std::vector<std::string_view> known;
      for (const auto& [id, owner] : declared_[kind]) known.push_back(id);
      std::ranges::sort(known);  // so that the answer does not depend on hashing
      suggestion = did_you_mean(reference.id, known);
    }
    problems_.add(
        {std::move(reference.file), std::move(reference.pointer),
         say("no ", name_of(reference.kind), " has the id ", quoted(reference.id), suggestion),
         Problem::Severity::error});
  }
  references_.clear();
}

void Reading::note_instant(const WrittenInstant& written) {
  instants_.emplace_back(last_key(), written);
  ++offsets_[written.utc_offset];
}

std::optional<WrittenInstant> Reading::take_instant(std::string_view key) {
  const auto found =
      std::ranges::find(instants_, key, [](const auto& entry) { return entry.first; });
  if (found == instants_.end()) return {};
  const WrittenInstant written = found->second;
  instants_.erase(found);
  return written;
}

std::chrono::minutes Reading::commonest_offset() const {
  const auto commonest =
      std::ranges::max_element(offsets_, {}, [](const auto& entry) { return entry.second; });
  return commonest == offsets_.end() ? std::chrono::minutes{} : commonest->first;
}

}  // namespace pack
