#include "search/index.h"

#include <algorithm>
#include <unordered_map>

#include "search/endings.h"
#include "search/keyboard.h"
#include "search/sound.h"
#include "search/word.h"
#include "search/word_table.h"

namespace search {
namespace {

using Term = std::uint32_t;
using Number = std::uint32_t;  // of a document

// How good it is for a word to be found in that way. The whole scale is one; what is said of a thing
// counts less than what it is called.
namespace quality {
constexpr float exact = 1;
constexpr float stem = 0.86F;
constexpr float sound = 0.84F;
constexpr float beginning = 0.7F;       // and up to `whole` more, the more of the word is there
constexpr float whole = 0.2F;
constexpr float synonym = 0.72F;
constexpr float abbreviated = 0.85F;
constexpr float sound_beginning = 0.6F;
constexpr float sound_stem = 0.66F;
constexpr float typing_error = 0.55F;
}  // namespace quality

constexpr float weight_of(Part part) {
  switch (part) {
    case Part::title: return 1;
    case Part::alias: return 0.98F;
    case Part::detail: return 0.5F;
    case Part::body: return 0.3F;
  }
  return 0;
}

constexpr std::size_t most_reranked = 200;

struct Posting {
  Number document = 0;
  Part part = Part::title;
};

struct Titled {
  std::uint32_t begin = 0;  // in title_terms
  std::uint16_t count = 0;
  std::uint8_t language = 0;
  Part part = Part::title;
};

struct Kept {
  Group group = Group::session;
  std::string id;
  std::optional<model::Instant> starts_at;
  std::optional<model::Instant> ends_at;
  std::uint32_t titles = 0;   // in State::titles
  std::uint32_t titles_end = 0;
};

using Phrase = std::vector<Word>;

std::u16string joined(std::span<const Word> words) {
  std::u16string all;
  for (const Word& word : words) {
    if (!all.empty()) all += u' ';
    all += word;
  }
  return all;
}

bool has_digit(const Word& word) {
  return std::ranges::any_of(word, [](char16_t c) { return c >= '0' && c <= '9'; });
}

}  // namespace

struct Index::State {
  std::vector<Kept> documents;
  std::vector<Titled> titles;
  std::vector<Term> title_terms;

  WordTable words;    // terms
  WordTable stems;    // stem -> term
  WordTable sounds;   // sound -> term, of terms with letters
  WordTable sound_stems;
  std::vector<std::uint32_t> named_at;   // for each term, where its postings in titles begin; one more at the end
  std::vector<Posting> named;
  std::vector<std::uint32_t> told_at;    // the same for details and bodies
  std::vector<Posting> told;
  std::vector<bool> latin;               // of each term: its letters are Latin

  Vocabulary vocabulary;
  std::vector<std::vector<Phrase>> synonyms;                 // by group
  std::unordered_map<std::u16string, std::vector<std::uint32_t>> synonym_groups;  // of a word or a phrase, and of its stems

  // ---- one word of a query

  using Wanted = Answers::Wanted;

  struct Gather {
    std::unordered_map<Term, float> best;
    void add(Term term, float quality) {
      float& known = best[term];
      known = std::max(known, quality);
    }
  };

  void add_all(Gather& gather, std::span<const WordTable::Entry> entries, float quality) const {
    for (const WordTable::Entry& entry : entries) gather.add(entry.number, quality);
  }

  // The word itself and its forms.
  void add_forms(Gather& gather, const Word& word, float exact, float form) const {
    add_all(gather, words.equal_to(word), exact);
    add_all(gather, stems.equal_to(word), form);
    for (const Word& stem : stems_of(word)) {
      add_all(gather, words.equal_to(stem), form);
      add_all(gather, stems.equal_to(stem), form);
    }
  }

  void add_beginnings(Gather& gather, const Word& word) const {
    for (const WordTable::Entry& entry : words.beginning_with(word)) {
      const float there = static_cast<float>(word.size()) / static_cast<float>(entry.length);
      gather.add(entry.number, quality::beginning + quality::whole * there);
    }
  }

  void add_sounds(Gather& gather, const Word& word) const {
    if (word.size() < 3) return;
    const bool is_latin_word = all_latin(word);
    const Word sound = sound_of(word);
    if (sound.size() < 2) return;
    const auto other_script = [&](const WordTable::Entry& entry) { return latin[entry.number] != is_latin_word; };
    if (sound.size() == 2) {
      for (const WordTable::Entry& entry : sounds.equal_to(sound))
        if (other_script(entry)) gather.add(entry.number, quality::sound);
      return;
    }
    for (const WordTable::Entry& entry : sounds.beginning_with(sound)) {
      if (!other_script(entry)) continue;
      const float there = static_cast<float>(sound.size()) / static_cast<float>(entry.length);
      gather.add(entry.number, entry.length == sound.size() ? quality::sound : quality::sound_beginning + quality::whole * there);
    }
    if (sound.size() < 5) return;
    // The endings of a Latin spelling are not known: up to three letters may be one.
    for (std::size_t length = sound.size() - std::min<std::size_t>(3, sound.size() - 4); length <= sound.size(); ++length)
      for (const WordTable::Entry& entry : sound_stems.equal_to(sound.substr(0, length)))
        if (other_script(entry)) gather.add(entry.number, quality::sound_stem);
  }

  void add_typing_errors(Gather& gather, const Word& word) const {
    if (word.size() < 5 || has_digit(word)) return;
    words.near(word, [&](const WordTable::Entry& entry) {
      if (entry.length >= 4) gather.add(entry.number, quality::typing_error);
    });
    // The beginning of a word with an error in it, or a form that is not in the texts.
    std::vector<Word> stems_typed = stems_of(word);
    stems_typed.push_back(word);
    for (const Word& stem : stems_typed) {
      if (stem.size() < 4) continue;
      stems.near(stem, [&](const WordTable::Entry& entry) {
        if (entry.length >= 4) gather.add(entry.number, quality::typing_error - 0.05F);
      });
    }
    const Word sound = sound_of(word);
    if (sound.size() >= 5 && all_latin(word))
      sounds.near(sound, [&](const WordTable::Entry& entry) {
        if (entry.length >= 4 && !latin[entry.number]) gather.add(entry.number, quality::typing_error - 0.1F);
      });
  }

  void add_synonyms(Gather& gather, std::vector<std::vector<Wanted>>& phrases, const std::u16string& phrase) const {
    // An abbreviation begins many words, and means none of them.
    const float better = phrase.size() <= 3 ? quality::abbreviated : quality::synonym;
    std::vector<std::uint32_t> groups;
    const auto collect = [&](const std::u16string& key) {
      if (const auto found = synonym_groups.find(key); found != synonym_groups.end()) groups.insert(groups.end(), found->second.begin(), found->second.end());
    };
    collect(phrase);
    if (phrase.find(u' ') == std::u16string::npos)
      for (const Word& stem : stems_of(phrase)) collect(stem);
    for (const std::uint32_t group : groups)
      for (const Phrase& synonym : synonyms[group]) {
        if (joined(synonym) == phrase) continue;
        if (synonym.size() == 1) {
          add_forms(gather, synonym.front(), better, better - 0.04F);
          continue;
        }
        std::vector<Wanted>& all = phrases.emplace_back();
        for (const Word& word : synonym) {
          Gather one;
          add_forms(one, word, better, better - 0.04F);
          all.push_back(settled(std::move(one), word));
        }
      }
  }

  Wanted wanted(const Word& word, bool forgiving) const {
    Gather gather;
    // «СО2» typed in Cyrillic.
    if (has_digit(word))
      if (const Word latin_twin = latin_look_alike(word); !latin_twin.empty()) add_forms(gather, latin_twin, quality::exact, quality::stem);
    add_forms(gather, word, quality::exact, quality::stem);
    add_beginnings(gather, word);
    add_sounds(gather, word);
    const bool found = !gather.best.empty();
    std::vector<std::vector<Wanted>> phrases;
    add_synonyms(gather, phrases, word);
    if (!found && forgiving) add_typing_errors(gather, word);
    Wanted result = settled(std::move(gather), word);
    result.phrases = std::move(phrases);
    return result;
  }

  static Wanted settled(Gather gather, const Word& word) {
    Wanted result;
    result.terms.assign(gather.best.begin(), gather.best.end());
    std::ranges::sort(result.terms);
    result.typed = word;
    return result;
  }

  // ---- documents

  struct Scored {
    Number document = 0;
    float score = 0;
  };

  // Each document's best match of one word, 0 when it has none.
  void score_word(const Wanted& word, bool titles_only, std::vector<float>& best) const {
    const auto run = [&](const std::vector<std::uint32_t>& at, const std::vector<Posting>& postings, Term term, float quality) {
      for (std::uint32_t i = at[term]; i < at[term + 1]; ++i) {
        const Posting& posting = postings[i];
        float& known = best[posting.document];
        known = std::max(known, quality * weight_of(posting.part));
      }
    };
    for (const auto& [term, quality] : word.terms) {
      run(named_at, named, term, quality);
      if (!titles_only) run(told_at, told, term, quality);
    }
    // A phrase counts where all its words are.
    for (const std::vector<Wanted>& phrase : word.phrases) {
      std::vector<float> least(best.size(), 1);
      std::vector<float> one(best.size());
      for (const Wanted& part : phrase) {
        std::ranges::fill(one, 0.F);
        score_word(part, titles_only, one);
        for (std::size_t d = 0; d < one.size(); ++d) least[d] = std::min(least[d], one[d]);
      }
      for (std::size_t d = 0; d < one.size(); ++d) best[d] = std::max(best[d], least[d]);
    }
  }

  static float quality_in(const Wanted& word, Term term) {
    const auto found = std::ranges::lower_bound(word.terms, term, {}, [](const auto& pair) { return pair.first; });
    float quality = found != word.terms.end() && found->first == term ? found->second : 0;
    for (const std::vector<Wanted>& phrase : word.phrases)
      for (const Wanted& part : phrase) quality = std::max(quality, quality_in(part, term));
    return quality;
  }

  // What the wording of the title adds: how much of it was typed, in which order, and whether it is
  // the language that is shown.
  float title_bonus(const Kept& document, std::span<const Wanted> wanted, std::uint8_t shown) const {
    float best = 0;
    for (std::uint32_t t = document.titles; t < document.titles_end; ++t) {
      const Titled& title = titles[t];
      float covered = 0;
      std::size_t matched = 0;
      std::size_t in_order = 0;
      bool begins = false;
      std::size_t last = wanted.size();
      for (std::uint16_t i = 0; i < title.count; ++i) {
        float quality = 0;
        std::size_t which = wanted.size();
        for (std::size_t w = 0; w < wanted.size(); ++w) {
          const float here = quality_in(wanted[w], title_terms[title.begin + i]);
          if (here > quality) {
            quality = here;
            which = w;
          }
        }
        if (quality > 0) {
          covered += quality;
          ++matched;
          if (i == 0) begins = true;
          if (last < wanted.size() && which == last + 1) ++in_order;
        }
        last = which;
      }
      if (matched == 0) continue;
      const float title_words = static_cast<float>(title.count);
      float bonus = 22 * covered / title_words;
      if (matched == title.count && wanted.size() >= title.count) bonus += 10 * covered / title_words;
      if (begins) bonus += 6 * covered / static_cast<float>(matched);
      bonus += 5 * static_cast<float>(in_order) / static_cast<float>(wanted.size());
      if (title.language == shown) bonus += 4;
      if (title.part == Part::alias) bonus -= 3;
      best = std::max(best, bonus);
    }
    return best;
  }

  static float group_bonus(Group group) {
    switch (group) {
      case Group::session: return 3;
      case Group::place: return 4;
      case Group::partner: return 5;
      case Group::theme: return 5;
      case Group::page: return 6;
      case Group::story:
      case Group::milestone:
      case Group::article: break;
    }
    return 0;
  }

  static float time_bonus(const Kept& document, model::Instant now) {
    if (!document.ends_at) return 0;
    if (*document.ends_at <= now) return -4;
    return *document.starts_at <= now ? 3 : 1;
  }

  // ---- days and times

  std::size_t day_of(model::Instant moment) const {
    const auto found = std::ranges::find_if(vocabulary.day_bounds, [&](const auto& bounds) { return moment >= bounds.first && moment < bounds.second; });
    return static_cast<std::size_t>(found - vocabulary.day_bounds.begin());
  }

  model::Date today(model::Instant now) const {
    const std::size_t index = day_of(now);
    if (index < vocabulary.days.size()) return vocabulary.days[index];
    if (vocabulary.days.empty()) return model::Date(std::chrono::floor<std::chrono::days>(now));
    // As far from the first day as the clock is.
    const auto away = std::chrono::floor<std::chrono::days>(now - vocabulary.day_bounds.front().first);
    return model::Date(std::chrono::sys_days(vocabulary.days.front()) + away);
  }

  // How well a session fits, 0 when it does not.
  float fits(const Kept& document, const Moment& moment, model::Instant now) const {
    if (!document.starts_at) return 0;
    if (moment.now && !(*document.starts_at <= now && now < *document.ends_at)) return 0;
    const std::size_t day = day_of(*document.starts_at);
    if (moment.day && (day >= vocabulary.days.size() || vocabulary.days[day] != *moment.day)) return 0;
    if (!moment.time && !moment.part) return 1;
    if (day >= vocabulary.days.size()) return 0;
    const model::Instant midnight = vocabulary.day_bounds[day].first;
    if (moment.part && !moment.time) {
      const auto minute = [&](TimeOfDay time) { return midnight + std::chrono::minutes(time); };
      return *document.starts_at >= minute(moment.part->first) && *document.starts_at < minute(moment.part->second) ? 1 : 0;
    }
    const model::Instant wanted = midnight + std::chrono::minutes(*moment.time);
    if (*document.starts_at == wanted) return 1;
    if (*document.starts_at < wanted && wanted < *document.ends_at) return 0.8F;
    const auto later = *document.starts_at - wanted;
    return later > std::chrono::seconds(0) && later <= std::chrono::minutes(30) ? 0.5F : 0;
  }

  // ---- one reading of what was typed

  struct Reading {
    std::vector<Scored> found;
    std::vector<Wanted> wanted;
    Moment moment;
    bool whole = false;   // every word was found, as a word, in one document
  };

  Reading read(std::string_view typed, const Context& context, bool forgiving) const {
    Reading reading;
    std::vector<PlacedWord> words_typed = words_of(typed);
    reading.moment = take_moment(typed, words_typed, vocabulary.day_names, today(context.now), vocabulary.days);
    take_phrases(words_typed, reading.wanted);
    const auto small = [&](const PlacedWord& word) { return std::ranges::find(vocabulary.day_names.small, word.word) != vocabulary.day_names.small.end(); };
    if (!reading.moment.empty() || !reading.wanted.empty() || !std::ranges::all_of(words_typed, small)) std::erase_if(words_typed, small);
    split_and_join(words_typed);
    for (const PlacedWord& word : words_typed) reading.wanted.push_back(wanted(word.word, forgiving));

    const std::size_t count = reading.wanted.size();
    std::vector<float> sum(documents.size(), 0);
    std::vector<std::uint8_t> matched(documents.size(), 0);
    std::vector<float> best(documents.size(), 0);
    for (const Wanted& word : reading.wanted) {
      std::ranges::fill(best, 0.F);
      score_word(word, word.typed.size() < 3 && count == 1, best);
      for (Number d = 0; d < documents.size(); ++d) {
        if (best[d] == 0) continue;
        sum[d] += best[d];
        matched[d] = static_cast<std::uint8_t>(matched[d] + 1);
      }
    }
    const std::size_t all = std::min<std::size_t>(count, 255);
    const auto collect = [&](std::size_t least) {
      for (Number d = 0; d < documents.size(); ++d) {
        if (context.only && documents[d].group != *context.only) continue;
        if (matched[d] < least) continue;
        float score = count > 0 ? 100 * sum[d] / static_cast<float>(count) : 0;
        if (!reading.moment.empty()) {
          const float time = fits(documents[d], reading.moment, context.now);
          if (time == 0) continue;
          score += 40 * time;
        } else if (count == 0) {
          continue;
        }
        reading.found.push_back({d, score});
      }
    };
    collect(all);
    reading.whole = !reading.found.empty();
    if (reading.found.empty() && forgiving && count > 1)
      for (std::size_t least = all - 1; least > 0 && reading.found.empty(); --least) collect(least);
    rank(reading, context);
    return reading;
  }

  // "hall1" is "hall 1" where nothing is called so, and "COP 30" is "COP30".
  void split_and_join(std::vector<PlacedWord>& typed) const {
    const auto digit = [](char16_t c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i < typed.size(); ++i) {
      const Word word = typed[i].word;
      if (i + 1 < typed.size() && !words.equal_to(word + typed[i + 1].word).empty() && has_digit(typed[i + 1].word) != has_digit(word)) {
        typed[i].word = word + typed[i + 1].word;
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        continue;
      }
      const auto border = std::ranges::adjacent_find(word, [&](char16_t a, char16_t b) { return digit(a) != digit(b); });
      if (border == word.end() || !words.beginning_with(word).empty() || synonym_groups.contains(word)) continue;
      const Word first(word.begin(), border + 1);
      const Word second(border + 1, word.end());
      if (words.beginning_with(first).empty() || words.beginning_with(second).empty()) continue;
      typed[i].word = first;
      typed.insert(typed.begin() + static_cast<std::ptrdiff_t>(i) + 1, {second, typed[i].begin, typed[i].end});
      ++i;
    }
  }

  // "dust storm" may be a synonym as a whole.
  void take_phrases(std::vector<PlacedWord>& typed, std::vector<Wanted>& wanted) const {
    for (std::size_t length = std::min<std::size_t>(3, typed.size()); length >= 2; --length)
      for (std::size_t i = 0; i + length <= typed.size(); ++i) {
        std::vector<Word> phrase;
        for (std::size_t k = 0; k < length; ++k) phrase.push_back(typed[i + k].word);
        const std::u16string key = joined(phrase);
        if (!synonym_groups.contains(key)) continue;
        Gather gather;
        std::vector<std::vector<Wanted>> phrases(1);
        for (const Word& word : phrase) {
          Gather one;
          add_forms(one, word, quality::exact, quality::stem);
          phrases.front().push_back(settled(std::move(one), word));
        }
        add_synonyms(gather, phrases, key);
        wanted.push_back(settled(std::move(gather), key));
        wanted.back().phrases = std::move(phrases);
        typed.erase(typed.begin() + static_cast<std::ptrdiff_t>(i), typed.begin() + static_cast<std::ptrdiff_t>(i + length));
        return;
      }
  }

  void rank(Reading& reading, const Context& context) const {
    const auto better = [&](const Scored& a, const Scored& b) {
      if (a.score != b.score) return a.score > b.score;
      const Kept& one = documents[a.document];
      const Kept& other = documents[b.document];
      if (one.starts_at && other.starts_at && *one.starts_at != *other.starts_at) return *one.starts_at < *other.starts_at;
      return a.document < b.document;
    };
    std::vector<Scored>& found = reading.found;
    const std::size_t top = std::min(found.size(), most_reranked);
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(top), better);
    for (std::size_t i = 0; i < top; ++i) {
      const Kept& document = documents[found[i].document];
      found[i].score += title_bonus(document, reading.wanted, context.language);
      if (reading.moment.empty()) found[i].score += group_bonus(document.group) + time_bonus(document, context.now);
    }
    std::ranges::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(top), better);
    // Behind the best two hundred nobody looks for an order.
  }
};

// ---- building

Index::Index(std::span<const Document> documents, Vocabulary vocabulary) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.vocabulary = std::move(vocabulary);

  struct Seen {
    Term term = 0;
    Posting posting;
  };
  std::unordered_map<std::u16string, Term> numbers;
  std::vector<Seen> named;
  std::vector<Seen> told;
  const auto number_of = [&](const Word& word) { return numbers.try_emplace(word, static_cast<Term>(numbers.size())).first->second; };

  s.documents.reserve(documents.size());
  // Rooms, themes and partners are named again in every session of theirs.
  std::unordered_map<std::string_view, std::vector<Term>> read_before;
  std::vector<Seen> here;
  for (const Document& document : documents) {
    const auto number = static_cast<Number>(s.documents.size());
    Kept kept{document.group, document.id, document.starts_at, document.ends_at, static_cast<std::uint32_t>(s.titles.size()), 0};
    here.clear();
    for (const Text& text : document.texts) {
      const bool title = text.part == Part::title || text.part == Part::alias;
      if (!title) {
        const auto [known, unread] = read_before.try_emplace(text.text);
        if (unread)
          for (const PlacedWord& word : words_of(text.text)) known->second.push_back(number_of(word.word));
        for (const Term term : known->second) here.push_back({term, {number, text.part}});
        continue;
      }
      const std::vector<PlacedWord> words = words_of(text.text);
      s.titles.push_back({static_cast<std::uint32_t>(s.title_terms.size()), static_cast<std::uint16_t>(words.size()), text.language, text.part});
      for (std::size_t i = 0; i < words.size(); ++i) {
        const Term term = number_of(words[i].word);
        s.title_terms.push_back(term);
        here.push_back({term, {number, text.part}});
        // "Eco-startup" is also "ecostartup".
        if (i + 1 < words.size() && words[i + 1].begin == words[i].end + 1 && text.text[words[i].end] == '-')
          here.push_back({number_of(words[i].word + words[i + 1].word), {number, text.part}});
      }
    }
    kept.titles_end = static_cast<std::uint32_t>(s.titles.size());
    s.documents.push_back(std::move(kept));
    // A word counts once for a document, where it counts most.
    std::ranges::sort(here, [](const Seen& a, const Seen& b) { return a.term != b.term ? a.term < b.term : a.posting.part < b.posting.part; });
    for (std::size_t i = 0; i < here.size();) {
      const Seen best = here[i];
      while (i < here.size() && here[i].term == best.term) ++i;
      (best.posting.part <= Part::alias ? named : told).push_back(best);
    }
  }

  const auto count = numbers.size();
  const auto arrange = [count](const std::vector<Seen>& seen, std::vector<std::uint32_t>& at, std::vector<Posting>& postings) {
    at.assign(count + 1, 0);
    for (const Seen& one : seen) ++at[one.term + 1];
    for (std::size_t i = 1; i < at.size(); ++i) at[i] += at[i - 1];
    postings.resize(seen.size());
    std::vector<std::uint32_t> next(at.begin(), at.end() - 1);
    for (const Seen& one : seen) postings[next[one.term]++] = one.posting;
  };
  arrange(named, s.named_at, s.named);
  arrange(told, s.told_at, s.told);

  s.latin.resize(count);
  for (const auto& [word, term] : numbers) {
    s.latin[term] = all_latin(word);
    s.words.add(word, term);
    if (!has_digit(word)) s.sounds.add(sound_of(word), term);
    for (const Word& stem : stems_of(word)) {
      s.stems.add(stem, term);
      if (!s.latin[term]) s.sound_stems.add(sound_of(stem), term);
    }
  }
  for (WordTable* table : {&s.words, &s.stems, &s.sounds, &s.sound_stems}) table->finish();

  for (const std::vector<std::string>& group : s.vocabulary.synonyms) {
    const auto index = static_cast<std::uint32_t>(s.synonyms.size());
    std::vector<Phrase>& words = s.synonyms.emplace_back();
    for (const std::string& phrase : group) {
      Phrase synonym;
      for (PlacedWord& word : words_of(phrase)) synonym.push_back(std::move(word.word));
      if (synonym.empty()) continue;
      s.synonym_groups[joined(synonym)].push_back(index);
      if (synonym.size() == 1)
        for (const Word& stem : stems_of(synonym.front()))
          if (stem.size() > 3) s.synonym_groups[stem].push_back(index);
      words.push_back(std::move(synonym));
    }
  }
}

Index::~Index() = default;

Answers Index::find(std::string_view typed, const Context& context) const {
  Answers answers;
  answers.index_ = this;
  const State& s = *state_;
  State::Reading reading = s.read(typed, context, false);
  if (!reading.whole) {
    // Perhaps the keyboard was set to another language, or a letter is wrong.
    for (const std::string& other : other_layouts(typed)) {
      State::Reading second = s.read(other, context, false);
      if (!second.whole || (second.wanted.empty() && second.moment.empty())) continue;
      if (reading.whole && reading.found.front().score >= second.found.front().score) continue;
      reading = std::move(second);
      answers.read_as = other;
    }
    if (!reading.whole) reading = s.read(typed, context, true);
  }
  answers.guessed = !reading.whole;
  answers.moment = reading.moment;
  answers.hits.reserve(reading.found.size());
  for (const State::Scored& found : reading.found) {
    const Kept& document = s.documents[found.document];
    answers.hits.push_back({document.group, document.id, found.document, found.score});
  }
  answers.wanted_ = std::move(reading.wanted);
  return answers;
}

std::vector<Range> Answers::marks(std::string_view utf8) const {
  std::vector<Range> marks;
  if (index_ == nullptr) return marks;
  for (const PlacedWord& placed : words_of(utf8)) {
    const auto entries = index_->state_->words.equal_to(placed.word);
    if (entries.empty()) continue;
    for (const Wanted& wanted : wanted_) {
      if (Index::State::quality_in(wanted, entries.front().number) == 0) continue;
      std::size_t end = placed.end;
      // Only what was typed of it, where letters and typed letters go together.
      const std::string_view shown = utf8.substr(placed.begin, placed.end - placed.begin);
      const auto letters = static_cast<std::size_t>(std::ranges::count_if(shown, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
      if (letters == placed.word.size() && wanted.typed.size() < letters && std::u16string_view(placed.word).starts_with(wanted.typed)) {
        end = placed.begin;
        for (std::size_t i = 0; i < wanted.typed.size(); ++i)
          do ++end;
          while (end < placed.end && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80);
      }
      marks.push_back({placed.begin, end});
      break;
    }
  }
  return marks;
}

std::size_t Index::documents() const { return state_->documents.size(); }
std::size_t Index::terms() const { return state_->latin.size(); }

std::size_t Index::bytes() const {
  const State& s = *state_;
  std::size_t all = s.documents.capacity() * sizeof(Kept) + s.titles.capacity() * sizeof(Titled) + s.title_terms.capacity() * sizeof(Term) +
                    (s.named.capacity() + s.told.capacity()) * sizeof(Posting) + (s.named_at.capacity() + s.told_at.capacity()) * sizeof(std::uint32_t) + s.latin.capacity() / 8;
  for (const WordTable* table : {&s.words, &s.stems, &s.sounds, &s.sound_stems}) all += table->bytes();
  return all;
}

}  // namespace search
