#include "search/index.h"

#include <algorithm>

#include "search/index_contents.h"
#include "search/interpretation.h"
#include "search/keyboard.h"

namespace search {

Index::Index(IndexMaker& maker) : contents_(maker.finish()) {}

Index::Index(std::span<const Document> documents, Vocabulary vocabulary) {
  IndexMaker maker({documents.begin(), documents.end()}, std::move(vocabulary));
  contents_ = maker.finish();
}

Index::~Index() = default;

namespace {

// A reading by other keys, and whether it is one: what came out has letters enough, or every word of
// it was meant as it stands. `"` is no name that begins with «Э», and "12" is no «1ә».
struct ByKeys {
  Interpretation interpretation;
  std::string text;
  bool sure = false;
  bool is_word = false;  // every word of it is one or a form of one, not only the beginning
};

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (const PlacedWord& word : words_of(text))
    letters += static_cast<std::size_t>(
        std::ranges::count_if(word.word, [](char16_t c) { return is_latin(c) || is_cyrillic(c); }));
  return letters;
}

std::optional<ByKeys> read_by_keys(const Contents& contents, std::string_view typed, const Context& context) {
  std::optional<ByKeys> best;
  const std::size_t typed_letters = letters_in(typed);
  for (const std::string& other : other_layouts(typed)) {
    const std::size_t letters = letters_in(other);
    // `"ң:іқ` has no letters when it is read: it is 14:30.
    if (letters < 2 && !std::ranges::any_of(other, is_digit)) continue;
    Interpretation interpretation =
        interpret(contents, other, context, {.forgiving = false, .by_keys = true});
    if (!interpretation.whole || (interpretation.wanted.empty() && interpretation.moment.empty())) continue;
    if (letters < 2 && !interpretation.moment.time && !interpretation.moment.day) continue;
    const bool sure = interpretation.surest >= 0.72F;
    if (!(letters >= 3 && typed_letters >= 2) && interpretation.surest < 0.85F) continue;
    const std::vector<Scored>& found = interpretation.found;
    if (best && !best->interpretation.found.empty() &&
        (found.empty() || best->interpretation.found.front().score >= found.front().score))
      continue;
    const bool is_word = interpretation.surest >= (letters < 3 && !interpretation.moment.time ? 1.F : 0.85F);
    best = {std::move(interpretation), other, sure, is_word};
  }
  return best;
}

}  // namespace

Answers Index::find(std::string_view typed, const Context& context) const {
  Answers answers;
  answers.contents_ = contents_.get();
  Interpretation interpretation = interpret(*contents_, typed, context, {});
  const auto use = [&](ByKeys by_keys) {
    interpretation = std::move(by_keys.interpretation);
    answers.read_as = std::move(by_keys.text);
  };
  if (!interpretation.whole) {
    // Perhaps the keyboard was set to another language, or a letter is wrong.
    std::optional<ByKeys> by_keys = read_by_keys(*contents_, typed, context);
    if (!by_keys || !by_keys->sure)
      interpretation = interpret(*contents_, typed, context, {.forgiving = true});
    if (by_keys && !interpretation.whole) use(std::move(*by_keys));
  } else if (has_signs_for_letters(typed)) {
    // The signs cut words into pieces with which others begin.
    std::optional<ByKeys> by_keys = read_by_keys(*contents_, typed, context);
    if (by_keys && by_keys->is_word && !by_keys->interpretation.found.empty()) use(std::move(*by_keys));
  }
  answers.guessed = !interpretation.whole;
  answers.moment = interpretation.moment;
  answers.hits.reserve(interpretation.found.size());
  for (const Scored& found : interpretation.found) {
    const StoredDocument& document = contents_->documents[found.document];
    answers.hits.push_back({document.group, document.id, found.document, found.score});
  }
  answers.wanted_ = std::move(interpretation.wanted);
  return answers;
}

std::size_t Index::documents() const { return contents_->documents.size(); }
std::size_t Index::terms() const { return contents_->latin.size(); }
std::size_t Index::bytes() const { return contents_->bytes(); }

}  // namespace search
