// What of the programme is known to have changed, over all editions that were seen one after the other: the
// one with which the app came, what its pack says of a former one, and those that arrived since. A session
// that has changed several times is told of once, from what it was at first to what it is now.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/change_words.h"
#include "content/changes.h"
#include "content/edition.h"
#include "text/words.h"

namespace content {

class KnownChanges {
 public:
  // `of_pack`: what the pack of the edition says has changed since a former one; may be empty.
  KnownChanges(std::shared_ptr<const Edition> first, const Changes& of_pack);

  // Another edition is the one that is shown.
  void go_on(std::shared_ptr<const Edition> next, const Changes& of_pack);

  // In the order of the programme, those of a session together. Of what the programme itself says of a
  // session, that it is cancelled, full, or was to be elsewhere, no more is known than that.
  const Changes& all() const { return all_; }
  bool empty() const { return all_.empty(); }
  // The sessions that they are of, each once, in the same order.
  std::span<const std::string> sessions() const { return sessions_; }

  // The revision of a session that whoever is told of its changes knows; 0 for one without changes.
  int revision_of(std::string_view session) const;

  // In words, in the order of all(); made at the first question and kept. `words` are those of an edition of
  // the event.
  const std::vector<ToldChange>& told(const text::Words& words) const;
  // Those of one session.
  std::span<const ToldChange> told_of(std::string_view session, const text::Words& words) const;

 private:
  void collect(const Changes& of_pack);

  std::shared_ptr<const Edition> first_, now_;
  // Its sessions are those before all changes, and nothing else is in it; without it they are those of
  // first_.
  std::optional<model::Event> base_;
  Changes all_;
  std::vector<std::string> sessions_;
  std::map<std::string, int, std::less<>> revisions_;
  mutable std::map<std::string, std::vector<ToldChange>, std::less<>> told_;  // by language
};

}  // namespace content
