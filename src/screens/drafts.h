// What was typed into the fields of the screens, kept while their window is open. Each screen has a type of
// its own for it, which nobody else knows.
#pragma once

#include <any>
#include <map>

namespace screens {

class Drafts {
 public:
  // As it was left, or as a new one is made.
  template <class Draft>
  Draft& of() {
    std::any& draft = drafts_[&kind<Draft>];
    if (!draft.has_value()) draft.emplace<Draft>();
    return *std::any_cast<Draft>(&draft);
  }

  void clear() { drafts_.clear(); }

 private:
  // Stands for a type by its address: the browser's program knows no type_info.
  template <class Draft>
  static inline char kind = 0;

  std::map<const void*, std::any> drafts_;
};

}  // namespace screens
