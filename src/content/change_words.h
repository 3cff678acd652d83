// What changed in the programme, in whole sentences: for screens, notices and summit-pack diff. The changes
// as data are in changes.h.
#pragma once

#include <string>
#include <vector>

#include "content/changes.h"
#include "content/edition.h"
#include "text/words.h"

namespace content {

// One change of a session as visitors are told of it.
struct ToldChange {
  model::SessionChange::Kind kind = model::SessionChange::Kind::edited;
  std::string session;   // its id
  std::string sentence;  // with what was and what is
  // Texts of the event in it that another language than that of the sentence stands in for.
  struct Borrowed {
    std::string text, language;
    bool operator==(const Borrowed&) const = default;
  };
  std::vector<Borrowed> borrowed = {};
  bool operator==(const ToldChange&) const = default;
};

// In the order of `changes`, and each session at least once. What goes without saying is left out: that a
// session counts as moved when its new time is told, that details changed beside something larger, that its
// title was changed in another language. `before` has the names of rooms and people that are gone; null: they
// are looked up in `after`. `words` are those of an edition of the event, so that times are by its clock.
std::vector<ToldChange> told(const Changes& changes, const Edition* before, const Edition& after,
                             const text::Words& words);

}  // namespace content
