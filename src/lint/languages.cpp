#include "lint/languages.h"

namespace lint {

const LanguageNotes* notes_of(std::string_view language) {
  for (const LanguageNotes& notes : all_notes())
    if (notes.tag == language) return &notes;
  return nullptr;
}

}  // namespace lint
