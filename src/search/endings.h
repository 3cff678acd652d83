// Takes the endings off words, so that «мұздықтарды» and "мұздықтар", «ледников» and "ледники"
// meet. Light on purpose: what remains need not be a word, it only has to be the same for all
// forms of one.
#pragma once

#include <vector>

#include "search/word.h"

namespace search {

// What is left of a folded word without its endings, by the rules of Kazakh, Russian and English:
// each that differs from the word and from the others. At least three letters are left.
std::vector<Word> stems_of(const Word& word);

}  // namespace search
