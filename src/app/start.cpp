#include "app/start.h"

#include <utility>

#include "app/languages.h"
#include "text/words.h"

namespace app {
namespace {

// In one language, or in every language when it is not known which.
std::string in_known_language(std::string_view language, text::Key key) {
  if (!language.empty()) return std::string(text::raw_message(language, key));
  std::string all;
  for (const std::string_view tag : text::message_languages()) {
    if (!all.empty()) all += "\n";
    all.append(text::raw_message(tag, key));
  }
  return all;
}

}  // namespace

Failure failure_of(const Start& start, text::Key title, text::Key what_next, std::string details) {
  const std::string language = failure_language(start);
  return {language, in_known_language(language, title), in_known_language(language, what_next),
          std::move(details)};
}

Failure failure_of_file(const Start& start, std::string_view file_name, std::string_view reason) {
  return failure_of(start, "failure.title", "failure.next",
                    std::string(file_name) + ": " + std::string(reason));
}

}  // namespace app
