#include "lint/languages.h"

namespace lint {

const std::vector<LanguageNotes>& all_notes() {
  // Without «не», which is “not” in Russian and “what” or “or” in Kazakh, and their like.
  static const std::vector<LanguageNotes> notes{
      {.tag = "kk",
       .cyrillic = true,
       .own_letters = U"әғқңөұүһі",
       .common_words = {U"және",    U"үшін",   U"мен",    U"бен",   U"пен",   U"бойынша",
                        U"туралы",  U"немесе", U"арқылы", U"болып", U"бұл",   U"осы",
                        U"барлық",  U"емес",   U"бар",    U"жоқ",   U"кейін", U"дейін",
                        U"қарсы",   U"сондай", U"жылғы",  U"басқа", U"сайын", U"ретінде",
                        U"туындап", U"керек"},
       .angle_quotes = true},
      {.tag = "ru",
       .cyrillic = true,
       .own_letters = {},
       .common_words = {U"и",     U"для", U"на",   U"что",   U"или",   U"при",   U"также",
                        U"с",     U"по",  U"от",   U"из",    U"как",   U"это",   U"его",
                        U"их",    U"к",   U"о",    U"об",    U"в",     U"во",    U"со",
                        U"под",   U"над", U"без",  U"через", U"между", U"после", U"который",
                        U"будет", U"нет", U"есть", U"более", U"года",  U"всех",  U"если"},
       .angle_quotes = true},
      {.tag = "en",
       .cyrillic = false,
       .own_letters = {},
       .common_words = {U"the", U"and", U"of", U"for", U"with", U"from", U"are", U"is", U"that",
                        U"this", U"will", U"your", U"not", U"have"},
       .angle_quotes = false},
  };
  return notes;
}

const LanguageNotes* notes_of(std::string_view language) {
  for (const LanguageNotes& notes : all_notes())
    if (notes.tag == language) return &notes;
  return nullptr;
}

}  // namespace lint
