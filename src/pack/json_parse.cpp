#include "pack/json_parse.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "pack/encoding.h"
#include "pack/json_rules.h"
#include "pack/words.h"

namespace pack::json {
namespace {

// The library writes "[…] parse error at line 1, column 2: syntax error while
// parsing value - unexpected '}'; expected …"; the part after the place is for us.
std::string reason_of(std::string_view message) {
  if (const auto end_of_tag = message.find("] "); end_of_tag != message.npos)
    message.remove_prefix(end_of_tag + 2);
  if (const auto dash = message.find(" - "); dash != message.npos) message.remove_prefix(dash + 3);
  std::string reason{message};
  // What it read last can be megabytes.
  constexpr std::string_view introduction = "; last read: '";
  if (const auto begin = reason.find(introduction); begin != reason.npos) {
    const auto start = begin + introduction.size();
    const auto end = std::min(reason.rfind("'; expected"), reason.rfind('\''));
    if (end != reason.npos && end >= start) {
      const std::string shortened = quoted(std::string_view{reason}.substr(start, end - start));
      reason.replace(start, end - start, shortened, 1, shortened.size() - 2);
    }
  }
  return reason;
}

// Builds the value as the library reads along. Answering false stops it.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view file, std::string_view bytes, ProblemList& problems)
      : file_(file), bytes_(bytes), problems_(problems) {}

  Value take() { return std::move(root_); }

  bool null() override { return put({}); }
  bool boolean(bool yes) override { return put({yes}); }
  bool number_integer(number_integer_t number) override { return put({std::int64_t{number}}); }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
      return put({static_cast<double>(number)});
    return put({static_cast<std::int64_t>(number)});
  }
  bool number_float(number_float_t number, const string_t&) override { return put({number}); }
  bool string(string_t& text) override { return put({std::move(text)}); }
  bool binary(binary_t&) override { return fail("has bytes where a value belongs"); }

  bool start_object(std::size_t count) override {
    Object object;
    if (count <= most_reserved) object.reserve(count);
    return open({std::move(object)});
  }
  bool key(string_t& key) override {
    std::get<Object>(open_.back()->content).push_back({std::move(key), {}});
    return true;
  }
  bool end_object() override {
    std::vector<std::string_view> keys;
    for (const Member& member : *open_.back()->object()) keys.push_back(member.key);
    if (const auto twice = repeated(keys); !twice.empty())
      report_repeated_keys(twice, file_, pointer(), problems_);
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t count) override {
    List list;
    if (count <= most_reserved) list.reserve(count);
    return open({std::move(list)});
  }
  bool end_array() override {
    open_.pop_back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    return fail(say(place_of(bytes_, position), ": ", hint(position), reason_of(error.what())));
  }

 private:
  // As much as a file says of itself is believed, before it is there.
  static constexpr std::size_t most_reserved = 64;

  bool fail(std::string reason) {
    problems_.add({std::string{file_}, "", std::move(reason), Problem::Severity::error});
    return false;
  }

  // Where the next value goes. Pointers into open_ stay good: only the innermost
  // container grows, and none that is open lies inside of it.
  Value* place(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* list = std::get_if<List>(&open_.back()->content)) return &list->emplace_back(std::move(value));
    Value& target = std::get<Object>(open_.back()->content).back().value;
    target = std::move(value);
    return &target;
  }

  bool put(Value value) {
    if (++values_ > most_values) return fail(say("holds more than ", most_values, " values"));
    place(std::move(value));
    return true;
  }

  bool open(Value value) {
    if (open_.size() == most_depth) return fail(say("is nested deeper than ", most_depth, " levels"));
    if (++values_ > most_values) return fail(say("holds more than ", most_values, " values"));
    open_.push_back(place(std::move(value)));
    return true;
  }

  std::string pointer() const {
    std::string pointer;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      if (const List* list = open_[i]->list())
        pointer = step(pointer, list->size() - 1);
      else
        pointer = step(pointer, shortened(open_[i]->object()->back().key));
    }
    return pointer;
  }

  // The slips people make most when they edit JSON by hand, in plainer words.
  std::string hint(std::size_t position) const {
    std::string_view before = bytes_.substr(0, std::min(position, bytes_.size()));
    if (before.size() == bytes_.size() && position > bytes_.size()) return "the file ends too early; ";
    const char last = before.empty() ? '\0' : before.back();
    if (last == ']' || last == '}') {
      before.remove_suffix(1);
      const auto previous = before.find_last_not_of(" \t\r\n");
      if (previous != before.npos && before[previous] == ',') return "a comma with nothing after it; ";
    }
    if (last == '/') return "JSON has no comments; ";
    return {};
  }

  std::string_view file_;
  std::string_view bytes_;
  ProblemList& problems_;
  Value root_;
  std::vector<Value*> open_;  // from the root to the innermost container that is not closed yet
  std::size_t values_ = 0;
};

}  // namespace

std::optional<Value> parse(std::string_view file, std::string_view bytes, ProblemList& problems) {
  if (!has_a_fair_size(file, bytes, problems)) return {};
  if (std::string what = not_a_text(bytes); !what.empty()) {
    problems.add({std::string{file}, "", std::move(what), Problem::Severity::error});
    return {};
  }
  Builder builder(file, bytes, problems);
  if (!nlohmann::json::sax_parse(bytes, &builder)) return {};
  return builder.take();
}

}  // namespace pack::json
