// Texts of a frame that are in another language than its page, found by what they say: whatever widget
// shows one of them says its language, without knowing of it.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace ui {

class TextLanguages {
 public:
  // Both must live until the frame has been drawn.
  void note(std::string_view text, std::string_view language) {
    if (!text.empty()) languages_.emplace(text, language);
  }
  // A sentence that was put together of `parts` and of words in the language `around`, which is empty when
  // that is the page's: it is in the language of most of its letters. The language must live as long as with
  // note.
  void note_sentence(std::string_view sentence, std::span<const std::string_view> parts,
                     std::string_view around);
  // Empty when the text is the page's own.
  std::string_view of(std::string_view text) const;
  bool empty() const { return languages_.empty(); }
  void clear() {
    languages_.clear();
    sentences_.clear();
  }

 private:
  std::map<std::string_view, std::string_view> languages_;
  std::map<std::string, std::string_view, std::less<>> sentences_;
};

}  // namespace ui
