#include "search/ranking.h"

#include <algorithm>

namespace search {
namespace {

// Behind these nobody looks for an order.
constexpr std::size_t most_reranked = 200;

// What is said of a thing counts less than what it is called.
constexpr float weight_of(Part part) {
  switch (part) {
    case Part::title: return 1;
    case Part::alias: return 0.98F;
    case Part::detail: return 0.5F;
    case Part::body: return 0.3F;
  }
  return 0;
}

// Instead of a bonus, where only the qualifier of a title was typed.
constexpr float for_qualifier = -16;

// A small word that so few titles hold says something beside others: "when is the summit".
constexpr std::size_t most_with_small_word = 12;

// How much of a title was typed, in which order, and whether it is in the language that is shown.
float title_bonus(const Contents& contents, const Titled& title, std::span<const Wanted> wanted,
                  std::span<const Wanted> small, bool of_page, std::uint8_t shown) {
  const std::span<const Term> terms = std::span(contents.title_terms).subspan(title.begin, title.count);
  float covered = 0;
  std::size_t matched = 0;
  std::size_t in_order = 0;
  bool begins = false;
  bool only_qualified = false;
  std::size_t last = wanted.size();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    float quality = 0;
    std::size_t which = wanted.size();
    for (std::size_t w = 0; w < wanted.size(); ++w) {
      const float here = quality_in(wanted[w], terms[i]);
      if (here > quality) {
        quality = here;
        which = w;
      }
    }
    if (quality > 0) {
      covered += quality;
      ++matched;
      only_qualified = matched == 1 && i == title.qualifier;
      if (i == 0) begins = true;
      if (last < wanted.size() && which == last + 1) ++in_order;
    }
    last = which;
  }
  if (matched == 0) return 0;
  if (only_qualified) return for_qualifier;
  const auto title_words = static_cast<float>(terms.size());
  float bonus = 22 * covered / title_words;
  if (matched == terms.size() && wanted.size() >= terms.size()) bonus += 10 * covered / title_words;
  if (begins) bonus += 6 * covered / static_cast<float>(matched);
  bonus += 5 * static_cast<float>(in_order) / static_cast<float>(wanted.size());
  for (const Wanted& word : small)
    if (std::ranges::any_of(terms, [&](Term term) {
          return quality_in(word, term) == 1 && contents.in_titles.of(term).size() <= most_with_small_word;
        }))
      bonus += 13;
  if (title.language == shown) bonus += 4;
  if (title.part == Part::alias) bonus -= 3;
  // Pages are also called many things: half of one may as well be the name of another thing.
  if (title.part == Part::alias && of_page && matched < terms.size()) bonus -= 12;
  return bonus;
}

float best_title_bonus(const Contents& contents, const StoredDocument& document,
                       std::span<const Wanted> wanted, std::span<const Wanted> small, std::uint8_t shown) {
  float best = 0;
  for (std::uint32_t t = document.titles; t < document.titles_end; ++t) {
    const float bonus =
        title_bonus(contents, contents.titles[t], wanted, small, document.group == Group::page, shown);
    if (bonus == for_qualifier) return bonus;
    best = std::max(best, bonus);
  }
  return best;
}

float group_bonus(Group group) {
  switch (group) {
    case Group::session: return 3;
    case Group::place: return 4;
    case Group::partner: return 5;
    case Group::theme: return 5;
    case Group::page: return 6;
    case Group::person:
    case Group::article: return 2;
    case Group::milestone: return 1;
    case Group::story: break;
  }
  return 0;
}

float time_bonus(const StoredDocument& document, model::Instant now) {
  if (!document.ends_at) return 0;
  if (*document.ends_at <= now) return -4;
  return *document.starts_at <= now ? 3 : 1;
}

void score_term(const Postings& postings, Term term, float quality, Part least, std::vector<float>& best) {
  for (const Posting& posting : postings.of(term)) {
    if (posting.part > least) continue;
    float& known = best[posting.document];
    known = std::max(known, quality * weight_of(posting.part));
  }
}

// Whether one goes before the other where both fit equally well.
bool is_before(const Contents& contents, Number one, Number other, std::uint8_t language) {
  const std::uint64_t order = contents.documents[one].order;
  const std::uint64_t other_order = contents.documents[other].order;
  if (order != other_order) return order < other_order;
  if (const std::size_t languages = contents.languages_with_places; language < languages) {
    const std::uint32_t place = contents.places[one * languages + language];
    const std::uint32_t other_place = contents.places[other * languages + language];
    if (place != other_place) return place < other_place;
  }
  return one < other;
}

}  // namespace

void score_word(const Contents& contents, const Wanted& word, Part least, std::vector<float>& best) {
  for (const auto& [term, quality] : word.terms) {
    score_term(contents.in_titles, term, quality, least, best);
    if (least > Part::alias) score_term(contents.in_texts, term, quality, least, best);
  }
  // A phrase counts where all its words are.
  for (const std::vector<Wanted>& phrase : word.phrases) {
    std::vector<float> worst(best.size(), 1);
    std::vector<float> one(best.size());
    for (const Wanted& part : phrase) {
      std::ranges::fill(one, 0.F);
      score_word(contents, part, least, one);
      for (std::size_t d = 0; d < one.size(); ++d) worst[d] = std::min(worst[d], one[d]);
    }
    for (std::size_t d = 0; d < one.size(); ++d) best[d] = std::max(best[d], worst[d]);
  }
}

void rank(const Contents& contents, std::vector<Scored>& found, std::span<const Wanted> wanted,
          std::span<const Wanted> small, bool day_is_said, const Context& context) {
  const auto better = [&](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score
                              : is_before(contents, a.document, b.document, context.language);
  };
  const auto top = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), most_reranked));
  std::ranges::partial_sort(found, top, better);
  for (auto scored = found.begin(); scored != top; ++scored) {
    const StoredDocument& document = contents.documents[scored->document];
    scored->score += best_title_bonus(contents, document, wanted, small, context.language);
    scored->score += group_bonus(document.group);
    if (!day_is_said) scored->score += time_bonus(document, context.now);
  }
  std::ranges::sort(found.begin(), top, better);
}

}  // namespace search
