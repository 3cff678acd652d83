# What the rules for texts know of the languages: i18n/languages/ becomes C++ that the target `lint`
# contains.
set(notes_generator ${PROJECT_SOURCE_DIR}/src/lint/make_language_notes.py)
add_custom_command(
  OUTPUT ${generated}/language_notes.cpp
  COMMAND ${Python3_EXECUTABLE} ${notes_generator} --i18n ${summit_i18n} --facts ${language_facts} --out ${generated}/language_notes.cpp
  DEPENDS ${notes_generator} ${language_files} ${language_facts} ${message_files} ${generated}/message_files.txt
  COMMENT "Making the notes on languages"
  VERBATIM)
target_sources(lint PRIVATE ${generated}/language_notes.cpp)
# An object of its own in any build: tests put other notes in its place when they are linked.
set_source_files_properties(${generated}/language_notes.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
