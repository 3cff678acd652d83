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

# No dictionaries either, nor what would read them: see no_dictionaries.cpp.
if(PROJECT_NAME STREQUAL icu)
  foreach(file brkeng dictbe lstmbe)
    set_source_files_properties(${SOURCE}/source/common/${file}.cpp PROPERTIES HEADER_FILE_ONLY ON)
  endforeach()
  target_sources(icu PRIVATE ${CMAKE_CURRENT_LIST_DIR}/no_dictionaries.cpp)
endif()
