// How long the search takes in an event of 10,000 sessions: making the index, and an answer to each
// keystroke of the queries in tests/ui/search_queries.tsv. Native, and under Node as WebAssembly.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "pack/bundle.h"
#include "pack/time_text.h"
#include "search/event_documents.h"
#include "search/event_vocabulary.h"
#include "text/data.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const char* name, double value, const char* unit) {
  std::printf("%s: %.3f %s\n", name, value, unit);
}

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "bench-search: %s cannot be read\n", path.c_str());
    std::exit(1);
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The sessions again and again, each with words of its own: made of the syllables of real ones, so
// that there are as many different words as in an event of that size.
void enlarge(model::Event& event, std::size_t count) {
  const std::vector<model::Session> real = event.sessions;
  const std::vector<std::string> syllables[] = {
      {"қа", "ла", "су", "жер", "ау", "мұз", "дық", "көл", "өзен", "тау", "шы", "ғыс", "бе", "кет"},
      {"во", "да", "ле", "ник", "при", "ро", "кли", "мат", "ре", "ка", "эко", "сис", "те", "ма"},
      {"wa", "ter", "cli", "mate", "riv", "er", "gla", "cier", "na", "ture", "eco", "lo", "gy", "land"}};
  const auto made_up = [&](std::size_t language, std::size_t seed) {
    std::string word;
    for (std::size_t i = 0; i < 3; ++i, seed = seed * 2654435761U + 12345)
      word += syllables[language][(seed >> 8) % syllables[language].size()];
    return word;
  };
  event.sessions.clear();
  for (std::size_t i = 0; i < count; ++i) {
    model::Session session = real[i % real.size()];
    session.id += "-" + std::to_string(i);
    for (std::size_t language = 0; language < event.languages.size() && language < 3; ++language) {
      const std::string& tag = event.languages[language];
      session.title.set(tag, session.title.in(tag) + " " + made_up(language, i * 7 + 1) + " " +
                                 made_up(language, i * 13 + 5));
      session.summary.set(tag, session.summary.in(tag) + " " + made_up(language, i * 17 + 3) + " " +
                                   made_up(language, i * 29 + 11));
    }
    event.sessions.push_back(std::move(session));
  }
}

// Everything that stood in the field while the queries were typed.
std::vector<std::string> keystrokes(const std::string& tsv) {
  std::vector<std::string> all;
  std::istringstream file(tsv);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::size_t begin = line.find('\t', line.find('\t') + 1) + 1;
    const std::string query = line.substr(begin, line.find('\t', begin) - begin);
    for (std::size_t length = 1; length <= query.size(); ++length)
      if (length == query.size() || (static_cast<unsigned char>(query[length]) & 0xC0) != 0x80)
        all.push_back(query.substr(0, length));
  }
  return all;
}

}  // namespace

// bench-search ASSETS QUERIES
int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "bench-search ASSETS QUERIES\n");
    return 2;
  }
  const std::string assets = argv[1];
  const std::string icu = read(assets + "/summit.icu");
  auto* aligned = static_cast<std::byte*>(std::aligned_alloc(16, (icu.size() + 16) / 16 * 16));
  std::copy_n(reinterpret_cast<const std::byte*>(icu.data()), icu.size(), aligned);
  if (!text::use_icu_data({aligned, icu.size()})) return 1;
  model::Event event = *pack::read_bundle(read(assets + "/event.pack")).event;
  enlarge(event, 10'000);
  const text::TimeZone zone = *text::TimeZone::named(event.time_zone);
  std::vector<text::Words> words;
  std::vector<const text::Words*> languages;
  for (const std::string& language : event.languages) words.push_back(*text::Words::in(language, zone));
  for (const text::Words& one : words) languages.push_back(&one);

  const Clock::time_point start = Clock::now();
  const search::Index index(search::documents_of(event, event.languages),
                            search::vocabulary_of(event, zone, languages));
  print("index of 10,000 sessions", milliseconds_since(start), "ms");
  print("its memory", static_cast<double>(index.bytes()) / 1024 / 1024, "MB");
  print("different words in it", static_cast<double>(index.terms()), "words");

  const search::Context context{
      .language = 0, .now = pack::parse_instant("2026-04-22T10:30+05:00")->instant, .only = {}};
  std::vector<std::pair<double, std::string>> times;
  for (const std::string& typed : keystrokes(read(argv[2]))) {
    const Clock::time_point pressed = Clock::now();
    const search::Answers answers = index.find(typed, context);
    times.emplace_back(milliseconds_since(pressed), typed);
  }
  std::ranges::sort(times);
  const auto share = [&](double part) {
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(static_cast<double>(times.size()) * part))]
        .first;
  };
  print("keystrokes", static_cast<double>(times.size()), "keystrokes");
  print("a keystroke, half of them", share(0.5), "ms");
  print("a keystroke, 99 in 100", share(0.99), "ms");
  std::printf("the slowest: %.3f ms, \"%s\"\n", times.back().first, times.back().second.c_str());
}
