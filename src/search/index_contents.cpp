#include "search/index_contents.h"

#include <algorithm>
#include <array>

#include "search/endings.h"
#include "search/sound.h"
#include "sorting/sort.h"

namespace search {
namespace {

class Builder {
 public:
  Builder(std::vector<Document> documents, Vocabulary vocabulary) : documents_(std::move(documents)) {
    contents_.vocabulary = std::move(vocabulary);
    contents_.documents.reserve(documents_.size());
  }

  bool done() const { return step_ == Step::done; }

  // Does one piece of the work, and answers about how many bytes of text could be read in that time.
  std::size_t advance() {
    Contents& c = contents_;
    // What one term costs in the tables and in sorting them.
    constexpr std::size_t bytes_of_term = 30;
    switch (step_) {
      case Step::documents: {
        if (next_ == documents_.size()) return go_on(0);
        const Document& document = documents_[next_++];
        add(document);
        std::size_t bytes = 0;
        for (const Text& text : document.texts) bytes += text.text.size();
        return bytes;
      }
      case Step::orders: add_orders(); return go_on(documents_.size());
      case Step::titles: c.in_titles = arranged(named_); return go_on(named_.size());
      case Step::texts: c.in_texts = arranged(told_); return go_on(told_.size());
      case Step::terms: return fill_tables() ? go_on(bytes_of_term) : bytes_of_term;
      case Step::words: c.words.finish(); return go_on(terms_.size() * bytes_of_term);
      case Step::stems: c.stems.finish(); return go_on(terms_.size() * bytes_of_term);
      case Step::sounds: c.sounds.finish(); return go_on(terms_.size() * bytes_of_term);
      case Step::sound_stems: c.sound_stems.finish(); return go_on(terms_.size() * bytes_of_term);
      case Step::synonyms:
        for (const std::vector<std::string>& group : c.vocabulary.synonyms) add_synonyms(group);
        for (WordTable* table : {&c.synonym_words, &c.synonym_phrases, &c.synonym_sounds}) table->finish();
        return go_on(c.vocabulary.synonyms.size() * bytes_of_term);
      case Step::qualifiers: find_qualifiers(); return go_on(c.titles.size() * bytes_of_term);
      case Step::done: break;
    }
    return 0;
  }

  Contents take() { return std::move(contents_); }

 private:
  struct Seen {
    Term term = 0;
    Posting posting;
  };

  Term term_of(const Word& word) {
    return terms_.try_emplace(word, static_cast<Term>(terms_.size())).first->second;
  }

  void add(const Document& document) {
    const auto number = static_cast<Number>(contents_.documents.size());
    StoredDocument kept{document.group,
                        document.id,
                        document.starts_at,
                        document.ends_at,
                        static_cast<std::uint32_t>(contents_.titles.size()),
                        0,
                        0};
    here_.clear();
    for (const Text& text : document.texts)
      if (text.part <= Part::alias)
        add_title(text, number);
      else
        add_text(text, number);
    kept.titles_end = static_cast<std::uint32_t>(contents_.titles.size());
    contents_.documents.push_back(std::move(kept));

    sorting::sort(here_, [](const Seen& a, const Seen& b) {
      return a.term != b.term ? a.term < b.term : a.posting.part < b.posting.part;
    });
    for (std::size_t i = 0; i < here_.size();) {
      const Seen best = here_[i];
      while (i < here_.size() && here_[i].term == best.term) ++i;
      (best.posting.part <= Part::alias ? named_ : told_).push_back(best);
    }
  }

  void add_title(const Text& title, Number number) {
    const std::vector<PlacedWord> words = words_of(title.text);
    contents_.titles.push_back({static_cast<std::uint32_t>(contents_.title_terms.size()),
                                static_cast<std::uint16_t>(words.size()), title.language, title.part,
                                Titled::none});
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Term term = term_of(words[i].word);
      contents_.title_terms.push_back(term);
      here_.push_back({term, {number, title.part}});
      // "Eco-startup" is also "ecostartup".
      if (i + 1 < words.size() && words[i + 1].begin == words[i].end + 1 && title.text[words[i].end] == '-')
        here_.push_back({term_of(words[i].word + words[i + 1].word), {number, title.part}});
    }
  }

  void add_text(const Text& text, Number number) {
    const auto [known, unread] = read_before_.try_emplace(text.text);
    if (unread)
      for (const PlacedWord& word : words_of(text.text)) known->second.push_back(term_of(word.word));
    for (const Term term : known->second) here_.push_back({term, {number, text.part}});
  }

  // What is equally good goes by group, in the order in which groups were first added, then by its
  // start, then by the alphabet.
  void add_orders() {
    Contents& c = contents_;
    const std::vector<Document>& documents = documents_;
    std::array<Number, group_count> first_of_group;
    first_of_group.fill(static_cast<Number>(documents.size()));
    for (Number d = 0; d < documents.size(); ++d) {
      const Document& document = documents[d];
      c.languages_with_places = std::max(c.languages_with_places, document.places.size());
      Number& first = first_of_group[static_cast<std::size_t>(document.group)];
      first = std::min(first, d);
      const auto starts =
          document.starts_at
              ? static_cast<std::uint32_t>(document.starts_at->time_since_epoch() / std::chrono::seconds(1))
              : 0U;
      c.documents[d].order = std::uint64_t{first} << 32U | starts;
    }
    c.places.reserve(documents.size() * c.languages_with_places);
    for (const Document& document : documents)
      for (std::size_t language = 0; language < c.languages_with_places; ++language)
        c.places.push_back(language < document.places.size() ? document.places[language] : 0);
  }

  Postings arranged(const std::vector<Seen>& seen) const {
    Postings postings;
    postings.at.assign(terms_.size() + 1, 0);
    for (const Seen& one : seen) ++postings.at[one.term + 1];
    for (std::size_t i = 1; i < postings.at.size(); ++i) postings.at[i] += postings.at[i - 1];
    postings.all.resize(seen.size());
    std::vector<std::uint32_t> next(postings.at.begin(), postings.at.end() - 1);
    for (const Seen& one : seen) postings.all[next[one.term]++] = one.posting;
    return postings;
  }

  // One term at each call; true after the last.
  bool fill_tables() {
    Contents& c = contents_;
    if (c.latin.empty()) {
      c.latin.resize(terms_.size());
      next_term_ = terms_.begin();
    }
    if (next_term_ == terms_.end()) return true;
    const auto& [word, term] = *next_term_++;
    c.latin[term] = all_latin(word);
    c.words.add(word, term);
    if (!has_digit(word)) c.sounds.add(sound_of(word), term);
    for (const Word& stem : stems_of(word)) {
      c.stems.add(stem, term);
      if (!c.latin[term]) c.sound_stems.add(sound_of(stem), term);
    }
    return next_term_ == terms_.end();
  }

  void add_synonyms(const std::vector<std::string>& group) {
    const auto index = static_cast<std::uint32_t>(contents_.synonyms.size());
    std::vector<Phrase>& phrases = contents_.synonyms.emplace_back();
    for (const std::string& text : group) {
      Phrase phrase;
      for (PlacedWord& word : words_of(text)) phrase.push_back(std::move(word.word));
      if (phrase.empty()) continue;
      contents_.synonym_groups[joined(phrase)].push_back(index);
      if (phrase.size() == 1) {
        for (const Word& stem : stems_of(phrase.front()))
          if (stem.size() > 3) contents_.synonym_groups[stem].push_back(index);
        contents_.synonym_words.add(phrase.front(), index);
        if (!all_latin(phrase.front())) contents_.synonym_sounds.add(sound_of(phrase.front()), index);
      } else {
        contents_.synonym_phrases.add(joined(phrase), index);
        if (const std::u16string stems = joined_stems(phrase); stems != joined(phrase))
          contents_.synonym_groups[stems].push_back(index);
      }
      phrases.push_back(std::move(phrase));
    }
  }

  void find_qualifiers() {
    std::vector<const Word*> words(terms_.size());
    for (const auto& [word, term] : terms_) words[term] = &word;
    const auto key = [&](std::uint32_t begin, std::size_t count) {
      std::vector<Word> part;
      for (std::size_t i = begin; i < begin + count; ++i) part.push_back(*words[contents_.title_terms[i]]);
      return joined_stems(part);
    };
    std::unordered_map<std::u16string, Term> names;
    for (const Titled& title : contents_.titles)
      if (title.part == Part::title && title.count < longest_qualified)
        names.try_emplace(key(title.begin, title.count));
    for (Titled& title : contents_.titles) {
      if (title.part != Part::title || title.count < 2 || title.count > longest_qualified) continue;
      if (names.contains(key(title.begin + 1, title.count - 1U)))
        title.qualifier = 0;
      else if (names.contains(key(title.begin, title.count - 1U)))
        title.qualifier = static_cast<std::uint16_t>(title.count - 1U);
    }
  }

  // The words of the longest title in which a qualifier is looked for.
  static constexpr std::uint16_t longest_qualified = 5;

  enum class Step {
    documents,
    orders,
    titles,
    texts,
    terms,
    words,
    stems,
    sounds,
    sound_stems,
    synonyms,
    qualifiers,
    done
  };

  std::size_t go_on(std::size_t bytes) {
    step_ = static_cast<Step>(static_cast<int>(step_) + 1);
    return bytes;
  }

  const std::vector<Document> documents_;
  Step step_ = Step::documents;
  std::size_t next_ = 0;  // of documents_
  Contents contents_;
  std::unordered_map<std::u16string, Term> terms_;
  std::unordered_map<std::u16string, Term>::const_iterator next_term_;
  std::vector<Seen> named_;
  std::vector<Seen> told_;
  std::vector<Seen> here_;  // in the document that is being added
  // Rooms, themes and partners are named again in every session of theirs.
  std::unordered_map<std::string_view, std::vector<Term>> read_before_;
};

}  // namespace

std::u16string joined(std::span<const Word> words) {
  std::u16string all;
  for (const Word& word : words) {
    if (!all.empty()) all += u' ';
    all += word;
  }
  return all;
}

std::u16string joined_stems(std::span<const Word> words) {
  std::vector<Word> stems;
  for (const Word& word : words) {
    const std::vector<Word> all = stems_of(word);
    stems.push_back(all.empty() ? word : all.front());
  }
  return joined(stems);
}

std::size_t Contents::bytes() const {
  std::size_t all = documents.capacity() * sizeof(StoredDocument) + titles.capacity() * sizeof(Titled) +
                    title_terms.capacity() * sizeof(Term) + latin.capacity() / 8 +
                    places.capacity() * sizeof(std::uint32_t);
  for (const Postings* postings : {&in_titles, &in_texts})
    all += postings->all.capacity() * sizeof(Posting) + postings->at.capacity() * sizeof(std::uint32_t);
  for (const WordTable* table :
       {&words, &stems, &sounds, &sound_stems, &synonym_words, &synonym_phrases, &synonym_sounds})
    all += table->bytes();
  return all;
}

struct IndexMaker::State {
  State(std::vector<Document> documents, Vocabulary vocabulary)
      : builder(std::move(documents), std::move(vocabulary)) {}
  Builder builder;
};

IndexMaker::IndexMaker(std::vector<Document> documents, Vocabulary vocabulary)
    : state_(std::make_unique<State>(std::move(documents), std::move(vocabulary))) {}
IndexMaker::~IndexMaker() = default;

bool IndexMaker::advance(std::size_t bytes) {
  for (std::size_t done = 0; done < bytes && !state_->builder.done();)
    done += std::max<std::size_t>(1, state_->builder.advance());
  return state_->builder.done();
}

std::unique_ptr<const Contents> IndexMaker::finish() {
  while (!state_->builder.done()) state_->builder.advance();
  return std::make_unique<Contents>(state_->builder.take());
}

}  // namespace search
