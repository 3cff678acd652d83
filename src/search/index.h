// One index over everything a visitor may look for, in all languages at once. Knows no event and
// no screen: whoever fills it says what there is (see event_documents.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/time.h"
#include "search/moments.h"
#include "search/wanted.h"

namespace search {

// What kind of thing a document tells of. The order is that of nothing.
enum class Group : std::uint8_t { session, place, partner, person, theme, story, milestone, article, page };
inline constexpr std::size_t group_count = 9;

// How much a match in a text counts.
enum class Part : std::uint8_t {
  title,   // what the thing is called
  alias,   // what it is also called: an abbreviation
  detail,  // what is close to it: the room of a session, the country of a place
  body,    // what is written about it
};

struct Text {
  Part part = Part::title;
  std::uint8_t language = 0;  // the number the caller gives it, below 8
  std::string text;
};

struct Document {
  Group group = Group::session;
  std::string id;  // within its group
  std::vector<Text> texts;
  std::optional<model::Instant> starts_at;  // of a session
  std::optional<model::Instant> ends_at;
  // By the number of a language: where it stands in the alphabetical list of its kind. Things that
  // fit equally well follow it, sessions as they begin before that. Empty: as they were added.
  std::vector<std::uint32_t> places = {};
};

struct Hit {
  Group group = Group::session;
  std::string_view id;       // lives in the index
  std::uint32_t number = 0;  // of the document, as it was added
  float score = 0;           // larger is better
};

// What the index must know of the moment.
struct Context {
  std::uint8_t language =
      0;  // the one that is shown: its titles go before others as good, its alphabet orders the rest
  model::Instant now{};
  std::optional<Group> only;  // look for nothing else
};

// The bytes of a text from `begin` to `end`.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Range&) const = default;
};

struct Contents;

struct Answers {
  std::vector<Hit> hits;  // best first
  bool guessed = false;   // nothing fits all that was typed: these come near
  std::string read_as;    // what was searched for instead, when the keyboard was set to another language
  Moment moment;          // what was understood of days and times

  // Where what was looked for stands in a text.
  std::vector<Range> marks(std::string_view utf8) const;

 private:
  friend class Index;
  std::vector<Wanted> wanted_;
  const Contents* contents_ = nullptr;
};

// What the index is made from, besides documents.
struct Vocabulary {
  std::vector<std::vector<std::string>> synonyms;  // words or phrases that mean the same, in any language
  TimeWords time_words;
  std::vector<Word> question_words;  // that say nothing where others do: "can", «можно», «қай»
  std::vector<model::Date> days;     // of the event
  // The day and minute of a moment by the event's clock.
  std::vector<std::pair<model::Instant, model::Instant>> day_bounds;  // of `days`: from midnight to midnight
};

// Makes an index a piece at a time, so that nobody waits for all of it.
class IndexMaker {
 public:
  IndexMaker(std::vector<Document> documents, Vocabulary vocabulary);
  ~IndexMaker();
  IndexMaker(const IndexMaker&) = delete;
  IndexMaker& operator=(const IndexMaker&) = delete;

  // Goes on for about as long as reading so many bytes of text takes. True when all is done.
  bool advance(std::size_t bytes);
  // Done or not, goes on to the end; once, and nothing after it.
  std::unique_ptr<const Contents> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

class Index {
 public:
  explicit Index(IndexMaker& maker);
  Index(std::span<const Document> documents, Vocabulary vocabulary);
  ~Index();
  Index(const Index&) = delete;
  Index& operator=(const Index&) = delete;

  Answers find(std::string_view typed, const Context& context) const;

  std::size_t documents() const;
  std::size_t terms() const;
  // What it holds in memory, without what the allocator adds.
  std::size_t bytes() const;

 private:
  std::unique_ptr<const Contents> contents_;
};

}  // namespace search
