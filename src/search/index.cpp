#include "search/index.h"

#include "search/index_contents.h"
#include "search/keyboard.h"
#include "search/reading.h"

namespace search {

Index::Index(std::span<const Document> documents, Vocabulary vocabulary) : contents_(std::make_unique<Contents>(contents_of(documents, std::move(vocabulary)))) {}

Index::~Index() = default;

Answers Index::find(std::string_view typed, const Context& context) const {
  Answers answers;
  answers.contents_ = contents_.get();
  Reading reading = read(*contents_, typed, context, false);
  if (!reading.whole) {
    // Perhaps the keyboard was set to another language, or a letter is wrong.
    for (const std::string& other : other_layouts(typed)) {
      Reading second = read(*contents_, other, context, false);
      if (!second.whole || (second.wanted.empty() && second.moment.empty())) continue;
      if (reading.whole && reading.found.front().score >= second.found.front().score) continue;
      reading = std::move(second);
      answers.read_as = other;
    }
    if (!reading.whole) reading = read(*contents_, typed, context, true);
  }
  answers.guessed = !reading.whole;
  answers.moment = reading.moment;
  answers.hits.reserve(reading.found.size());
  for (const Scored& found : reading.found) {
    const Kept& document = contents_->documents[found.document];
    answers.hits.push_back({document.group, document.id, found.document, found.score});
  }
  answers.wanted_ = std::move(reading.wanted);
  return answers;
}

std::size_t Index::documents() const { return contents_->documents.size(); }
std::size_t Index::terms() const { return contents_->latin.size(); }
std::size_t Index::bytes() const { return contents_->bytes(); }

}  // namespace search
