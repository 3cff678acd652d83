// Reads CBOR: straight from the bytes into values, for a large event is opened in the time this takes.
#include <bit>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pack/cbor.h"
#include "pack/encoding.h"
#include "pack/json_parse.h"
#include "pack/json_rules.h"
#include "pack/words.h"

namespace pack::json {
namespace {

class CborReader {
 public:
  CborReader(std::string_view file, std::string_view bytes, std::string_view unread, ProblemList& problems)
      : file_(file), bytes_(bytes), unread_(unread), problems_(problems) {}

  std::optional<Value> whole() {
    Value value;
    if (!read(value)) return std::nullopt;
    if (at_ != bytes_.size()) {
      refuse("goes on behind its end");
      return std::nullopt;
    }
    return value;
  }

  // The next item of a list that was looked through.
  static void read_item(Unread& list, Value& target) {
    ProblemList none;
    CborReader reader({}, list.bytes, {}, none);
    reader.trusts_ = true;
    reader.at_ = list.at;
    reader.read(target);
    list.at = reader.at_;
  }

 private:
  // As much as a file says of itself is believed, before it is there.
  static constexpr std::size_t most_reserved = 64;
  static constexpr std::size_t many = 1000;  // so many numbers are kept as Numbers
  static constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  static constexpr unsigned char end_of_open = 0xFF;
  static constexpr unsigned open_length = 31;  // instead of a number: until `end_of_open`

  struct Head {
    Major major = Major::other;
    unsigned low = 0;          // the lower five bits
    std::uint64_t number = 0;  // the length, or the value
    bool is_open() const { return low == open_length; }
  };

  bool refuse(std::string_view reason) {
    problems_.add({std::string{file_}, "", say("byte ", at_, ": ", reason), Problem::Severity::error});
    return false;
  }
  bool fail(std::string reason) {
    problems_.add({std::string{file_}, "", std::move(reason), Problem::Severity::error});
    return false;
  }

  bool head(Head& head) {
    const std::string_view reason = next_head(head);
    return reason.empty() || refuse(reason);
  }
  // Or why there is none; empty when there is.
  std::string_view next_head(Head& head) {
    if (at_ == bytes_.size()) return "ends too early";
    const auto first = static_cast<unsigned char>(bytes_[at_++]);
    head.major = static_cast<Major>(first >> 5);
    head.low = first & 0x1F;
    constexpr unsigned first_long = 24;
    if (head.low < first_long || head.is_open()) {
      head.number = head.low;
      return {};
    }
    if (head.low > first_long + 3) return "is no CBOR";
    const std::size_t count = std::size_t{1} << (head.low - first_long);
    if (bytes_.size() - at_ < count) return "ends too early";
    head.number = 0;
    for (std::size_t i = 0; i < count; ++i)
      head.number = head.number << 8 | static_cast<unsigned char>(bytes_[at_++]);
    return {};
  }

  // The head was read.
  bool text(const Head& head, std::string_view& target) {
    if (head.is_open()) return refuse("has a text in pieces");
    if (head.number > bytes_.size() - at_) return refuse("ends too early");
    target = bytes_.substr(at_, static_cast<std::size_t>(head.number));
    if (!trusts_ && !is_utf8(target)) return fail("has a text that is not UTF-8");
    at_ += target.size();
    return true;
  }

  // Whether another part follows of what has so many, of which `there` were read.
  bool goes_on(const Head& head, std::size_t there) {
    if (!head.is_open()) return there < head.number;
    if (at_ == bytes_.size() || static_cast<unsigned char>(bytes_[at_]) != end_of_open) return true;
    ++at_;
    return false;
  }

  // One of a list of nothing else: nobody asks where it stands. False, with nothing read, for anything else,
  // and for a number about which there is something to say.
  bool whole_number(Numbers& target) {
    const std::size_t begin = at_;
    Head next;
    if (values_ == most_values || !next_head(next).empty() || next.major > Major::negative ||
        next.is_open() || next.number > largest) {
      at_ = begin;
      return false;
    }
    ++values_;
    const auto number = static_cast<std::int64_t>(next.number);
    target.push_back(next.major == Major::negative ? -1 - number : number);
    return true;
  }

  bool list(const Head& head, Value& value) {
    const std::size_t begin = at_;
    Numbers numbers;
    if (!head.is_open() && head.number >= many)
      while (numbers.size() < head.number && whole_number(numbers)) continue;
    if (!numbers.empty() && numbers.size() == head.number) {
      value.content = std::move(numbers);
      return true;
    }
    // The lists of files: /files/sessions.json/sessions
    const bool stays = !unread_.empty() && path_.size() == 3 && path_.front().key == unread_;
    looks_ |= stays;
    List* const target = looks_ ? nullptr : &value.content.emplace<List>();
    if (target != nullptr) {
      if (!head.is_open() && head.number <= most_reserved)
        target->reserve(static_cast<std::size_t>(head.number));
      for (const std::int64_t number : numbers) target->emplace_back().content = number;
    }
    std::size_t size = numbers.size();
    for (; goes_on(head, size); ++size)
      if (!read({{}, size}, target != nullptr ? target->emplace_back() : looked_at_)) return false;
    if (stays) {
      looks_ = false;
      value.content = Unread{bytes_.substr(begin, at_ - begin), size};
    }
    return true;
  }

  bool object(const Head& head, Value& value) {
    // The room of the one before serves again.
    Object* target = looks_ ? nullptr : value.object();
    if (target != nullptr)
      target->clear();
    else if (!looks_)
      target = &value.content.emplace<Object>();
    if (target != nullptr && !head.is_open() && head.number <= most_reserved)
      target->reserve(static_cast<std::size_t>(head.number));
    const std::size_t outer = keys_.size();
    for (std::size_t size = 0; goes_on(head, size); ++size) {
      Head of_key;
      if (!this->head(of_key)) return false;
      if (of_key.major != Major::text) return refuse("has a key that is no text");
      std::string_view key;
      if (!text(of_key, key)) return false;
      if (!trusts_) keys_.push_back(key);
      if (!read({key, 0}, target != nullptr ? target->emplace_back(std::string(key)).value : looked_at_))
        return false;
    }
    const Keys keys = Keys(keys_).subspan(outer);
    if (const auto twice = repeated(keys); !twice.empty())
      report_repeated_keys(twice, file_, pointer(), problems_);
    keys_.resize(outer);
    return true;
  }

  bool other(const Head& head, Value& target) {
    constexpr unsigned no = 20, yes = 21, null = 22, single = 26, twice = 27;
    switch (head.low) {
      case no: target.content = false; return true;
      case yes: target.content = true; return true;
      case null: target.content = {}; return true;
      case single:
        target.content = static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(head.number)));
        return true;
      case twice: target.content = std::bit_cast<double>(head.number); return true;
      default: return refuse("has a value of a kind that no event has");
    }
  }

  bool read(Value& target) {
    Head next;
    if (!head(next)) return false;
    if (++values_ > most_values) return fail(say("holds more than ", most_values, " values"));
    const bool is_container = next.major == Major::list || next.major == Major::object;
    if (is_container && path_.size() >= most_depth)
      return fail(say("is nested deeper than ", most_depth, " levels"));
    switch (next.major) {
      case Major::positive:
        if (next.is_open()) return refuse("is no CBOR");
        if (next.number > largest)
          target.content = static_cast<double>(next.number);
        else
          target.content = static_cast<std::int64_t>(next.number);
        return true;
      case Major::negative:
        if (next.is_open() || next.number > largest) return refuse("has a number that no event has");
        target.content = -1 - static_cast<std::int64_t>(next.number);
        return true;
      case Major::text: {
        std::string_view written;
        if (!text(next, written)) return false;
        if (!looks_) target.content.emplace<std::string>(written);
        return true;
      }
      case Major::list: return list(next, target);
      case Major::object: return object(next, target);
      case Major::other: return other(next, target);
      case Major::bytes: return fail("has bytes where a value belongs");
      case Major::tag: break;
    }
    return refuse("has a value of a kind that no event has");
  }

  struct Step {
    std::string_view key;  // empty: into a list
    std::size_t index = 0;
  };
  // What is inside of something.
  bool read(const Step& step, Value& target) {
    if (!trusts_) path_.push_back(step);
    const bool good = read(target);
    if (!trusts_) path_.pop_back();
    return good;
  }

  std::string pointer() const {
    std::string pointer;
    for (const auto& [key, index] : path_)
      pointer = key.empty() ? step(pointer, index) : step(pointer, shortened(key));
    return pointer;
  }

  std::string_view file_;
  std::string_view bytes_;
  std::string_view unread_;  // below this key the lists of files stay Unread
  ProblemList& problems_;
  bool looks_ = false;   // in a list that stays: what is read is in `looked_at_`, and nobody asks for it
  bool trusts_ = false;  // it was looked through before
  Value looked_at_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  // To the value that is being read, and the keys of all objects that are open; not of what was looked
  // through.
  std::vector<Step> path_;
  std::vector<std::string_view> keys_;
};

}  // namespace

std::optional<Value> parse_cbor(std::string_view file, std::string_view bytes, ProblemList& problems,
                                std::string_view unread) {
  if (!has_a_fair_size(file, bytes, problems)) return std::nullopt;
  return CborReader(file, bytes, unread, problems).whole();
}

Value& item(Value& list, std::size_t index, Value& room) {
  if (List* items = list.list()) return (*items)[index];
  Unread& unread = std::get<Unread>(list.content);
  if (index == 0) unread.at = 0;
  CborReader::read_item(unread, room);
  return room;
}

}  // namespace pack::json
