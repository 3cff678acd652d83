// Texts of a frame that are in another language than its page, found by what they say: whatever widget
// shows one of them says its language, without knowing of it. What is put together from several texts is
// none of them.
#pragma once

#include <map>
#include <string_view>

namespace ui {

class TextLanguages {
 public:
  // Both must live until the frame has been drawn.
  void note(std::string_view text, std::string_view language) {
    if (!text.empty()) languages_.emplace(text, language);
  }
  // Empty when the text is the page's own.
  std::string_view of(std::string_view text) const {
    if (languages_.empty()) return {};
    const auto found = languages_.find(text);
    return found == languages_.end() ? std::string_view{} : found->second;
  }
  void clear() { languages_.clear(); }

 private:
  std::map<std::string_view, std::string_view> languages_;
};

}  // namespace ui
