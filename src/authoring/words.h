// What organisers read in their own language: the questions of `summit-pack new`, the first texts of an
// event, and the report. Stands in i18n/organisers/, apart from the texts of the app, which carries none
// of it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "authoring_texts.h"  // generated from i18n/organisers

namespace authoring {

// The name of a text; one that i18n/organisers lacks does not build.
class Word {
 public:
  consteval Word(const char* name) : index_(find(name)) {}
  constexpr std::uint16_t index() const { return index_; }

 private:
  static consteval std::uint16_t find(std::string_view name) {
    for (std::uint16_t i = 0; i < std::size(all_texts); ++i)
      if (all_texts[i].key == name) return i;
    no_such_text_in_i18n_organisers();
    return 0;
  }
  static void no_such_text_in_i18n_organisers();  // its name is the error message

  std::uint16_t index_;
};

// The languages there are: kk, ru, en.
std::span<const std::string_view> languages();

// The text with its {placeholders} filled in. For a language that is not there in English.
std::string say(std::string_view language, Word word,
                std::initializer_list<std::pair<std::string_view, std::string_view>> values = {});

}  // namespace authoring
