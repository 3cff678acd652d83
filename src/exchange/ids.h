// Ids for things that other programmes call by other names: made of what they are called, and the same again
// at the next import.
#pragma once

#include <expected>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/folder.h"
#include "pack/import_file.h"
#include "pack/problem.h"

namespace exchange {

// "Открытие саммита" is "otkrytie-sammita": an id without its ending when it is long; empty when nothing of
// the text can be written with the letters of ids.
std::string slug(std::string_view text, std::size_t most = 48);

// Whether packs take it as an id.
bool is_id(std::string_view text);

// By what the other programme calls a thing. What is called alike is told apart by `at`, and is the same
// thing again at another `at` when nothing else of that name is: a session that moved.
struct ForeignKey {
  std::string key;
  std::string at;  // "2026-04-22T10:00+05:00 hall-1"
  bool operator==(const ForeignKey&) const = default;
};

// What one file, under the name of `source`, gave to the event so far: kept in pack::import_file.
class KnownIds {
 public:
  KnownIds() = default;
  // On failure what is wrong with the file that was kept.
  static std::expected<KnownIds, std::vector<pack::Problem>> of(const Folder& folder,
                                                                const std::string& source);

  // Whether what is called otherwise, but is where something was that is gone, is the same: renamed.
  enum class Renamed : bool { is_new, is_the_same };
  // For each of `keys` its id of before, or an empty one: it is new.
  std::vector<std::string> find(std::string_view list, const std::vector<ForeignKey>& keys,
                                Renamed renamed = Renamed::is_new) const;
  // From now on these are the things of the list. Keys and ids have the same order. Answers with the ids that
  // were known before and are not any more.
  std::vector<std::string> keep(std::string_view list, const std::vector<ForeignKey>& keys,
                                const std::vector<std::string>& ids);
  void write(Folder& folder, const std::string& source) const;

 private:
  struct Known {
    ForeignKey key;
    std::string id;
  };
  std::map<std::string, std::vector<Known>, std::less<>> lists_;
};

// Ids that are taken, of the kinds that share them.
class TakenIds {
 public:
  void add(const std::string& id) { taken_.insert(id); }
  bool has(const std::string& id) const { return taken_.contains(id); }
  // An id like `wanted` that nobody has, "wanted-2"; with `otherwise` where nothing is wanted. It is taken
  // then.
  std::string make(const std::string& wanted, std::string_view otherwise);

 private:
  std::set<std::string, std::less<>> taken_;
  std::map<std::string, std::size_t, std::less<>> next_;
};

}  // namespace exchange
