// Answers what people type, on the search page and in the filters of lists. Holds the index over
// the event, made when it is asked for the first time, and the last answers of each place that asks.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/event.h"
#include "screens/address.h"
#include "screens/passage.h"
#include "search/index.h"
#include "text/time_zone.h"
#include "text/words.h"

namespace screens {

class Finder {
 public:
  using WordsIn = std::function<const text::Words*(std::string_view language)>;

  // All of it must live as long as the finder. `languages` are those of the event that the app speaks.
  Finder(const model::Event& event, const text::TimeZone& zone, const std::vector<std::string>& languages, WordsIn words_in);
  ~Finder();

  // Everything that fits, or only what is of one kind. Valid until the next call with the same `only`.
  const search::Answers& answers(std::string_view typed, std::string_view language, model::Instant now, std::optional<search::Group> only = {});

  // Why the hit, one of the last answers() of all kinds, was found; empty when its title says it, or
  // when that many before it have been looked through already.
  const Passage& passage(const search::Hit& hit, std::string_view title);

  // Whether a thing of the kind is among what fits; everything is when nothing was typed.
  bool finds(std::string_view typed, std::string_view language, model::Instant now, search::Group kind, std::string_view id);

  // Null until something was looked for.
  const search::Index* index() const { return index_.get(); }

 private:
  struct Asked {
    std::string typed;
    std::string language;
    model::Instant minute{};
    search::Answers answers;
    std::vector<std::string_view> ids;  // sorted; of the hits
    std::map<std::uint32_t, Passage> passages;  // by the number of the hit
  };

  Asked& ask(std::string_view typed, std::string_view language, model::Instant now, std::optional<search::Group> only);
  void make_index();
  void add_shown(search::Document& document) const;

  const model::Event& event_;
  const text::TimeZone& zone_;
  const std::vector<std::string>& languages_;
  WordsIn words_in_;
  std::unique_ptr<search::Index> index_;
  std::map<int, Asked> asked_;  // by kind, -1 for all
};

// The page that a document of Group::page stands for.
std::optional<Page> page_named(std::string_view id);

}  // namespace screens
