// Stands in for ICU's brkeng.cpp, dictbe.cpp and lstmbe.cpp in the web build. Those find words in
// Thai, Khmer, Burmese, Lao, Chinese and Japanese, and bring UnicodeSet, all character properties
// and the normalisers along: a fifth of the program, for data that summit.icu does not hold.
// Text of these scripts is broken by the rules alone, as it is with the whole ICU without its
// dictionaries.
#include "brkeng.h"

#include "unicode/brkiter.h"
#include "unicode/utext.h"

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() {}
LanguageBreakEngine::~LanguageBreakEngine() {}

LanguageBreakFactory::LanguageBreakFactory() {}
LanguageBreakFactory::~LanguageBreakFactory() {}

// The engine for what no other engine takes: skips it, finding nothing.
UnhandledEngine::UnhandledEngine(UErrorCode&) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() {}
UBool UnhandledEngine::handles(UChar32, const char*) const { return true; }
void UnhandledEngine::handleCharacter(UChar32) {}
int32_t UnhandledEngine::findBreaks(UText* text, int32_t, int32_t endPos, UVector32&, UBool,
                                    UErrorCode&) const {
  utext_setNativeIndex(text, endPos);
  return 0;
}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode&) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() {}
const LanguageBreakEngine* ICULanguageBreakFactory::getEngineFor(UChar32, const char*) { return nullptr; }
const LanguageBreakEngine* ICULanguageBreakFactory::loadEngineFor(UChar32, const char*) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode) { return nullptr; }
void ICULanguageBreakFactory::addExternalEngine(ExternalBreakEngine* engine, UErrorCode&) { delete engine; }
void ICULanguageBreakFactory::ensureEngines(UErrorCode&) {}

U_NAMESPACE_END
