// The texts of i18n/ as the program carries them; message_table.cpp is made by
// make_message_table.py. For words.cpp only: everybody else asks text/words.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace text {

// In the order that i18n/languages/ gives them: kk, ru, en.
std::span<const std::string_view> message_table_languages();

// All messages of one language in the order of message_key_names, each ended by a NUL.
const char* message_table_texts(std::size_t language_index);

// The keys, in rising order, of messages that the language lacks: English stands there for the time being.
std::span<const std::uint16_t> message_table_borrowed(std::size_t language_index);

// How a language calls itself, in full and in short, and how it calls another one.
std::string_view message_table_native_name(std::size_t language_index);
std::string_view message_table_short_name(std::size_t language_index);
std::string_view message_table_name(std::size_t language_index, std::size_t named_index);

}  // namespace text
