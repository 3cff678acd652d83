// The state of one reading of a pack: where it is, what it found wrong, which
// names it met. Inside pack/ only.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/language.h"
#include "pack/format.h"
#include "pack/json_value.h"
#include "pack/problem_list.h"
#include "pack/read_values.h"
#include "pack/time_text.h"
#include "text/time_zone.h"

namespace pack {

// When a session is, as it was written.
struct WrittenSession {
  std::size_t index = 0;  // in sessions.json
  WrittenInstant starts;
  std::optional<WrittenInstant> ends;  // absent when it has an open end
};

class ReadContext {
 public:
  ReadContext(ProblemList& problems, Origin origin) : problems_(problems), origin_(origin) {}

  // One step deeper into the file while it lives.
  class PathScope {
   public:
    PathScope(ReadContext& context, std::string_view key) : context_(context) {
      context.path_.push_back({key, 0});
    }
    PathScope(ReadContext& context, std::size_t index) : context_(context) {
      context.path_.push_back({{}, index});
    }
    ~PathScope() { context_.path_.pop_back(); }
    PathScope(const PathScope&) = delete;
    PathScope& operator=(const PathScope&) = delete;

   private:
    ReadContext& context_;
  };

  void begin_file(std::string_view file) { file_ = file; }

  // A problem at the present place.
  void error(std::string reason);
  void warning(std::string reason);
  std::size_t problem_count() const { return problems_.size(); }

  // Whether what was probably meant is still looked for, which takes a while; whoever has made more
  // mistakes has made one of them many times.
  bool suggests() const { return problem_count() < most_suggestions; }

  // The last key or index on the way here.
  std::string_view last_key() const { return path_.back().key; }
  std::size_t last_index() const { return path_.back().index; }

  // Declares the id at the present place. An id that is taken is a problem.
  void declare(Named kind, const std::string& id);
  // Notes that the thing at the present place needs the thing `id`.
  void refer(Named kind, const std::string& id);
  // Says that all things of a kind have been declared. References to a kind that
  // could not be read are not held against those who make them.
  void all_declared(Named kind) { complete_[static_cast<std::size_t>(kind)] = true; }
  // Reports references to what nobody declared; call once, at the end.
  void check_references();

  // A time was read at the present place; take_instant gives it to the check of
  // the object that it belongs to.
  void note_instant(const WrittenInstant& written);
  std::optional<WrittenInstant> take_instant(std::string_view key);

  // The event's zone, of that name; a name that nobody knows is a problem at the present place.
  void use_zone(const std::string& name);
  // Nothing when it is not known.
  const text::TimeZone* zone() const { return zone_ ? &*zone_ : nullptr; }
  // The day in the event's zone.
  model::Date day_of(const WrittenInstant& written) const;

  // The offset that most times were written with.
  std::chrono::minutes commonest_offset() const;
  // The offset of the event's zone at noon of that day; without a zone the commonest.
  std::chrono::minutes offset_on(model::Date day) const;

  // The languages of the event; empty until they are known, and when they could not be read.
  std::vector<model::LanguageTag> languages;
  // Those that stand in where a text lacks one; empty when no text may.
  std::vector<model::LanguageTag> fallback;
  // The version that event.json says; the newest when it says none.
  int format_version = 0;
  // Nobody needs the values behind the texts of the event, which need not be copied then.
  bool takes_texts = false;
  json::Value item;  // of the unread list that is being read
  std::vector<WrittenSession> sessions;

 private:
  struct PathStep {
    std::string_view key;  // empty for a step into a list
    std::size_t index = 0;
  };
  struct Reference {
    std::string file;
    std::string pointer;
    Named kind;
    std::string id;
  };

  static constexpr std::size_t most_suggestions = 100;
  static constexpr std::size_t most_kept = 10'000;

  std::string pointer() const;
  void no_such(const std::string& file, const std::string& at, Named kind, const std::string& id);

  ProblemList& problems_;
  Origin origin_;
  std::optional<text::TimeZone> zone_;
  std::string_view file_;
  std::vector<PathStep> path_;
  static constexpr std::size_t kinds = static_cast<std::size_t>(Named::milestone) + 1;
  // Where a thing stands: in a list of its file.
  struct Place {
    std::string_view list;
    std::size_t index = 0;
  };
  std::array<std::unordered_map<std::string, Place>, kinds> declared_;  // by Named, by id
  std::array<bool, kinds> complete_{};
  std::vector<Reference> references_;
  std::size_t known_wrong_ = 0;  // references to a kind of which all are known
  std::vector<std::pair<std::string_view, WrittenInstant>> instants_;
  std::map<std::chrono::minutes, std::size_t> offsets_;
};

// "session", "room", ...
std::string_view name_of(Named kind);

}  // namespace pack
