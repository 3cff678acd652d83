// How a word sounds, roughly: what a Cyrillic word and its usual Latin spellings have in common.
#pragma once

#include "search/word.h"

namespace search {

// "қазақстан", "qazaqstan" and "kazakstan" give the same; so do «экология» and "ekologiya".
// A word without letters gives itself.
Word sound_of(const Word& word);

}  // namespace search
