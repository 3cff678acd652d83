# The programs, each made of its own sources and the folders it needs.

# summit_program(NAME DIRECTORIES LIBRARIES...): skipped while there is nothing to compile.
function(summit_program name patterns)
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  if(sources)
    add_executable(${name} ${sources})
    target_link_libraries(${name} PRIVATE ${ARGN})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    # They start on other machines too, which have no such C++ library, or an older one.
    if(NOT EMSCRIPTEN AND NOT SUMMIT_SANITIZE)
      target_link_options(${name} PRIVATE -static-libstdc++ -static-libgcc)
    endif()
  endif()
endfunction()

if(EMSCRIPTEN)
  summit_program(summit ${PROJECT_SOURCE_DIR}/src/platform/web/main.cpp platform)
  if(TARGET summit)
    include(${PROJECT_SOURCE_DIR}/src/platform/web/link_flags.cmake)
    target_link_options(summit PRIVATE ${summit_web_link_flags})
  endif()
else()
  summit_program(summit ${PROJECT_SOURCE_DIR}/src/platform/desktop/main.cpp platform)
  if(TARGET atk)
    # Beside the program, which loads it where there is an accessibility bus and does without it where its
    # libraries are missing.
    file(GLOB atspi_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/platform/desktop/atspi/*.cpp)
    add_library(summit-atspi MODULE ${atspi_sources})
    target_link_libraries(summit-atspi PRIVATE summit-flags atk)
    set_target_properties(summit-atspi PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden
      LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    add_dependencies(summit summit-atspi)
  endif()
  summit_program(summit-pack "${PROJECT_SOURCE_DIR}/src/tools/summit_pack/*.cpp" pack imdf text content authoring lint translation trust exchange json)
  summit_program(summit-pages "${PROJECT_SOURCE_DIR}/src/tools/summit_pages/*.cpp" platform lint json)
  if(NOT WIN32)
    summit_program(bench "${PROJECT_SOURCE_DIR}/tests/bench/*.cpp" app)
  endif()
  if(TARGET bench)
    target_include_directories(bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  endif()
endif()

if(WIN32)
  include(${CMAKE_CURRENT_LIST_DIR}/windows_program.cmake)
  # Without a window for commands of its own; what it prints goes to the one that it was started from.
  set_target_properties(summit PROPERTIES WIN32_EXECUTABLE ON)
  summit_windows_program(summit "Summit companion")
  summit_windows_program(summit-pack "Makes events for the summit companion")
endif()

# Everywhere, because a browser's share of the time counts too.
summit_program(bench-search "${PROJECT_SOURCE_DIR}/tests/bench_search/*.cpp" search pack)
if(EMSCRIPTEN AND TARGET bench-search)
  target_link_options(bench-search PRIVATE -O2 -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB -sEXIT_RUNTIME=1)
endif()

# The event, as one file beside the other assets. The builds for the browser and for Windows take the native one.
set(SUMMIT_EVENT "" CACHE STRING "The folder of the event; empty: that of RES 2026")
set(event_folder ${PROJECT_SOURCE_DIR}/assets/res2026)
if(SUMMIT_EVENT)
  set(event_folder ${SUMMIT_EVENT})
endif()
file(GLOB_RECURSE event_files CONFIGURE_DEPENDS ${event_folder}/*)
set(SUMMIT_SINCE "" CACHE FILEPATH "The pack that is published now: the new one gets the next revision")
set(since)
if(SUMMIT_SINCE)
  set(since --since ${SUMMIT_SINCE} --issued now)
endif()
if(TARGET summit-pack AND event_files AND NOT CMAKE_CROSSCOMPILING)
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/assets/event.pack
    COMMAND ${CMAKE_COMMAND} -E env SUMMIT_ASSETS=${CMAKE_BINARY_DIR}/assets
      $<TARGET_FILE:summit-pack> build ${event_folder} -o ${CMAKE_BINARY_DIR}/assets/event.pack ${since}
    DEPENDS summit-pack ${event_files} ${CMAKE_BINARY_DIR}/assets/summit.icu
      ${CMAKE_BINARY_DIR}/assets/order.icu
    COMMENT "Building the event pack"
    VERBATIM)
  # A signature beside it. SUMMIT_KEY is the organisers' secret key; without it one is made for development.
  set(SUMMIT_KEY "" CACHE FILEPATH "Secret key that signs the event pack; beside it lies the public one, .pub")
  set(key ${SUMMIT_KEY})
  if(NOT key)
    set(key ${CMAKE_BINARY_DIR}/keys/development.key)
    add_custom_command(
      OUTPUT ${key} ${CMAKE_BINARY_DIR}/keys/development.pub
      COMMAND ${CMAKE_COMMAND} -E rm -f ${key} ${CMAKE_BINARY_DIR}/keys/development.pub
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/keys
      COMMAND $<TARGET_FILE:summit-pack> keys -o ${CMAKE_BINARY_DIR}/keys/development
      COMMENT "Making a key for development"
      VERBATIM)
  endif()
  # Never the secret one in place of the public one.
  if(NOT key MATCHES "\\.key$")
    message(FATAL_ERROR "SUMMIT_KEY is ${key}: the name of a secret key ends in .key, and .pub beside it is the public one")
  endif()
  string(REGEX REPLACE "\\.key$" ".pub" public_key ${key})
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/assets/event.pack.minisig ${CMAKE_BINARY_DIR}/assets/event.pub
    COMMAND ${CMAKE_COMMAND} -E env SUMMIT_ASSETS=${CMAKE_BINARY_DIR}/assets
      $<TARGET_FILE:summit-pack> sign ${CMAKE_BINARY_DIR}/assets/event.pack --key ${key}
    COMMAND ${CMAKE_COMMAND} -E copy ${public_key} ${CMAKE_BINARY_DIR}/assets/event.pub
    DEPENDS ${CMAKE_BINARY_DIR}/assets/event.pack ${key} ${public_key}
    COMMENT "Signing the event pack"
    VERBATIM)
  add_custom_target(event-pack ALL DEPENDS ${CMAKE_BINARY_DIR}/assets/event.pack
    ${CMAKE_BINARY_DIR}/assets/event.pack.minisig)
endif()
