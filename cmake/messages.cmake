# The message table: i18n/*.json become C++ that the target `text` contains. A key that lacks a
# language, or a message that does not fit its language, stops the build here.
set(generator ${PROJECT_SOURCE_DIR}/src/text/make_message_table.py)
set(language_files ${PROJECT_SOURCE_DIR}/src/text/language_files.py)
file(GLOB message_files CONFIGURE_DEPENDS ${summit_i18n}/*.json ${summit_i18n}/languages/*.json)
# What Unicode's data say of the languages.
summit_run(language_facts icu-data/language_facts.sh)
set(generated ${CMAKE_BINARY_DIR}/generated)

# What the browser's program never shows: the native one tells it.
set(without)
if(EMSCRIPTEN)
  set(without --without unstarted. --without update.)
endif()

# Which files there are: a file that is gone is newer than nothing, but changes this.
file(CONFIGURE OUTPUT ${generated}/message_files.txt CONTENT "${message_files}\n")

if(EXISTS ${generator} AND message_files)
  add_custom_command(
    OUTPUT ${generated}/text/message_keys.h ${generated}/message_table.cpp
    COMMAND ${CMAKE_COMMAND} -E make_directory ${generated}/text
    COMMAND ${Python3_EXECUTABLE} ${generator} --out-dir ${generated} --i18n ${summit_i18n} --facts ${language_facts} ${without}
    DEPENDS ${generator} ${language_files} ${language_facts} ${message_files} ${generated}/message_files.txt
    COMMENT "Making the message table"
    VERBATIM)
  # Whoever includes the keys has to wait for them.
  add_custom_target(message-table DEPENDS ${generated}/text/message_keys.h)
  target_sources(text PRIVATE ${generated}/message_table.cpp)
  # An object of its own in any build: tests put another table in its place when they are linked.
  set_source_files_properties(${generated}/message_table.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(text PUBLIC ${generated})
  add_dependencies(text message-table)
endif()
