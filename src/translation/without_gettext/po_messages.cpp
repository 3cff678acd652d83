#include "translation/po_messages.h"

#include <algorithm>
#include <set>
#include <utility>

#include "files/paths.h"
#include "pack/encoding.h"

namespace translation {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

int digit_of(char c, int base) {
  const int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : base;
  return digit < base ? digit : -1;
}

class Parser {
 public:
  Parser(std::string name, std::string_view bytes) : name_(std::move(name)), rest_(bytes) {}

  std::expected<PoMessages, std::string> parse() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '\n') ++line_;
      if (c == '#')
        take_comment();
      else if (c == '"')
        take_text();
      else if (is_word(c))
        take_keyword();
      else if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v')
        return mistake_and_stop("has something here that is neither a keyword nor a text");
      else
        rest_.remove_prefix(1);
    }
    finish();
    if (!mistakes_.empty()) return std::unexpected(std::move(mistakes_));
    return std::move(read_);
  }

 private:
  enum class Field { none, domain, place, source, plural, translation, other_translation };

  std::unexpected<std::string> mistake_and_stop(std::string_view what) {
    mistake(line_, what);
    return std::unexpected(std::move(mistakes_));
  }

  void mistake(std::size_t line, std::string_view what) {
    mistakes_ += name_ + ": line " + std::to_string(line) + ": ";
    mistakes_.append(what).append("\n");
  }

  // What stands above a message. One that is marked as obsolete is a comment as a whole.
  void take_comment() {
    if (field_ >= Field::translation) finish();
    const std::string_view line = rest_.substr(0, std::min(rest_.find('\n'), rest_.size()));
    if (line.starts_with("#,") && line.contains("fuzzy")) message_.uncertain = true;
    if (line.starts_with("#~")) message_.uncertain = false;
    rest_.remove_prefix(line.size());
  }

  void take_keyword() {
    const auto end = std::ranges::find_if_not(rest_, is_word);
    const std::string_view word = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(word.size());
    const std::size_t closed = rest_.starts_with('[') ? rest_.find(']') : rest_.npos;
    const std::string_view number = closed == rest_.npos ? std::string_view{} : rest_.substr(0, closed + 1);
    rest_.remove_prefix(number.size());
    if ((word == "domain" || word == "msgctxt" || word == "msgid") && field_ >= Field::translation) finish();
    need_text();
    const Field before = field_;
    lacks_text_ = true;
    if (before == Field::none || before == Field::domain) began_ = line_;
    if (word == "domain" && before <= Field::domain) {
      field_ = Field::domain;
    } else if (word == "msgctxt" && before <= Field::domain) {
      field_ = Field::place;
    } else if (word == "msgid" && before <= Field::place) {
      field_ = Field::source;
    } else if (word == "msgid_plural" && before == Field::source) {
      field_ = Field::plural;
      message_.has_plural = true;
    } else if (word == "msgstr" && before >= Field::source) {
      field_ = before < Field::translation ? Field::translation : Field::other_translation;
      if (field_ == Field::other_translation && number.empty())
        mistake(line_, "has msgstr for a second time");
    } else {
      mistake(line_, "has " + std::string(word) + " where it cannot stand");
    }
  }

  void need_text() {
    if (std::exchange(lacks_text_, false)) mistake(line_, "has a keyword before this without a text");
  }

  void take_text() {
    std::string text;
    lacks_text_ = false;
    rest_.remove_prefix(1);
    for (; !rest_.empty() && rest_.front() != '"'; rest_.remove_prefix(1)) {
      if (rest_.front() == '\n') break;
      if (rest_.front() != '\\') {
        text += rest_.front();
        continue;
      }
      rest_.remove_prefix(1);
      take_escape(text);
      if (rest_.empty()) break;
    }
    if (!rest_.starts_with('"')) return mistake(line_, "has a text that does not end on its line");
    rest_.remove_prefix(1);
    switch (field_) {
      case Field::none: return mistake(line_, "has a text without a keyword");
      case Field::domain:
        domain_ = std::move(text);
        field_ = Field::none;
        return;
      case Field::place: message_.place += text; return;
      case Field::source: message_.source += text; return;
      case Field::translation: message_.translation += text; return;
      case Field::plural:
      case Field::other_translation: return;
    }
  }

  // What stands behind a backslash; its last letter is left.
  void take_escape(std::string& text) {
    if (rest_.empty()) return;
    constexpr std::string_view names = "abfnrtv\\\"", letters = "\a\b\f\n\r\t\v\\\"";
    const char c = rest_.front();
    if (const std::size_t known = names.find(c); known != names.npos) {
      text += letters[known];
      return;
    }
    const int base = c == 'x' ? 16 : 8;
    std::string_view digits = rest_.substr(c == 'x' ? 1 : 0, c == 'x' ? rest_.npos : 3);
    const auto end = std::ranges::find_if(digits, [&](char one) { return digit_of(one, base) < 0; });
    digits = digits.substr(0, static_cast<std::size_t>(end - digits.begin()));
    if (digits.empty()) return mistake(line_, std::string("has \\") + c + ", which means nothing");
    unsigned value = 0;
    for (const char one : digits)
      value = (value * static_cast<unsigned>(base) + static_cast<unsigned>(digit_of(one, base))) & 0xFF;
    text += static_cast<char>(value);
    rest_.remove_prefix(static_cast<std::size_t>(digits.data() - rest_.data()) + digits.size() - 1);
  }

  // The message at hand is complete.
  void finish() {
    need_text();
    const Field last = std::exchange(field_, Field::none);
    PoMessage message = std::exchange(message_, {});
    if (last <= Field::domain) {
      message_.uncertain = message.uncertain;  // of the message that follows
      return;
    }
    if (last < Field::translation) return mistake(began_, "has a message without msgstr");
    if (!domain_.empty() && domain_ != "messages") {
      read_.has_domains = true;
    } else if (message.place.empty() && message.source.empty()) {
      read_.header = std::move(message.translation);
    } else if (!known_.emplace(message.place, message.source).second) {
      mistake(began_, "has a message that was there before");
    } else {
      read_.messages.push_back(std::move(message));
    }
  }

  std::string name_;
  std::string_view rest_;
  std::size_t line_ = 1;
  std::string mistakes_;
  PoMessages read_;
  std::set<std::pair<std::string, std::string>> known_;  // their places and sources

  std::string domain_;
  PoMessage message_;  // the one at hand, of which this was the last:
  Field field_ = Field::none;
  bool lacks_text_ = false;  // which has to follow the keyword
  std::size_t began_ = 1;
};

}  // namespace

std::expected<PoMessages, std::string> po_messages(const std::filesystem::path& path,
                                                   std::string_view bytes) {
  std::string name = files::text_of(path.filename());
  if (!pack::is_utf8(bytes)) return std::unexpected(name + ": is not in UTF-8\n");
  return Parser(std::move(name), bytes).parse();
}

}  // namespace translation
