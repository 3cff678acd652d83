# A browser downloads this code: leave out what the app never calls there. The order of names is
# decided where a pack is built, so the web build needs no collation.
list(APPEND icu_definitions
  UCONFIG_NO_COLLATION=1
  UCONFIG_NO_REGULAR_EXPRESSIONS=1
  UCONFIG_NO_TRANSLITERATION=1
  UCONFIG_NO_LEGACY_CONVERSION=1
  UCONFIG_NO_IDNA=1
  UCONFIG_NO_SERVICE=1
  UCONFIG_NO_FILTERED_BREAK_ITERATION=1
  UCONFIG_NO_FILE_IO=1)

# Of its sources only what the app comes to, and no dictionaries nor what would read them: see
# no_dictionaries.cpp and simple_zone.cpp. What a new version of ICU or of ours needs besides is an undefined symbol when the
# program is linked.
if(PROJECT_NAME STREQUAL icu)
  file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/sources.txt sources)
  list(TRANSFORM sources PREPEND ${SOURCE}/source/)
  list(APPEND sources ${CMAKE_CURRENT_LIST_DIR}/no_dictionaries.cpp ${CMAKE_CURRENT_LIST_DIR}/simple_zone.cpp)
  set_target_properties(icu PROPERTIES SOURCES "${sources}")
endif()
