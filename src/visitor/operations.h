// What visitors did, as operations that merge: copies in tabs, windows and versions of the app each
// write down what they know, and whoever reads two of them knows both. Where the text is kept is
// the platform's business.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace visitor {

// What an operation is about. Of two operations with the same key the later one counts.
struct OperationKey {
  std::string event;    // id of the event; empty for what holds in all of them
  std::string kind;     // "star", "language"; kinds of later versions are carried along
  std::string subject;  // id of the session; empty where there is nothing to name

  auto operator<=>(const OperationKey&) const = default;
};

// Where an operation stands among all others: never by the clock of the wall, which lies.
struct OperationStamp {
  std::uint64_t counter = 0;  // greater than all that its copy had seen; 0: out of a text without order
  std::uint64_t copy = 0;     // id of the running copy of the app that it comes from

  auto operator<=>(const OperationStamp&) const = default;
};

class OperationLog {
 public:
  // More than a person does; what is older goes. Texts that are made to be large stay small.
  static constexpr std::size_t most_operations = 10'000;
  static constexpr std::size_t most_unknown_lines = 1'000;
  static constexpr std::size_t longest_line = 1'000;
  static constexpr std::size_t longest_text = 16 << 20;

  // Reads what to_text wrote; an empty text is an empty log. Nothing when the text is of another
  // kind or damaged. Lines that are not understood are carried along as they are.
  static std::optional<OperationLog> read(std::string_view text);
  std::string to_text() const;

  // Afterwards this holds what either held. In whatever order and however often logs are merged,
  // the outcome is the same.
  void merge(const OperationLog& other);

  // What is done now, by that copy: later than everything in the log. Of several each is later than the one
  // before it. One that would make too long a line is left out.
  void record(OperationKey key, std::string value, std::uint64_t copy);
  void record(std::vector<std::pair<OperationKey, std::string>> operations, std::uint64_t copy);

  // The greatest counter of all operations; 0 when there are none.
  std::uint64_t last_counter() const;

  // Takes over what the first version of the app kept, "name value" in each line. It knows no
  // order, so that anything that was done since goes before it. Stars of sessions that are not
  // `known` are left alone, and those of another event too: the first event that takes some keeps
  // them.
  void import_first_version(std::string_view text, std::string_view event,
                            const std::function<bool(std::string_view session)>& known);

  // Empty when nothing was recorded.
  std::string_view value(std::string_view event, std::string_view kind, std::string_view subject = {}) const;

  // Calls back with the subject and the value of each operation of that kind.
  void each(std::string_view event, std::string_view kind,
            const std::function<void(std::string_view, std::string_view)>& then) const;

  bool operator==(const OperationLog&) const = default;

 private:
  struct Last {
    OperationStamp stamp;
    std::string value;

    auto operator<=>(const Last&) const = default;
  };

  void put(OperationKey key, Last last);
  void take_line(std::string_view line);
  void keep_unknown(std::string line);
  void keep_small();

  std::uint64_t version_ = 2;  // of the newest app that wrote any of it
  std::map<OperationKey, Last> operations_;
  std::set<std::string, std::less<>> unknown_;  // whole lines
};

}  // namespace visitor
