# summit_folder(NAME [PUBLIC TARGETS...] [PRIVATE TARGETS...] [SUBFOLDERS FOLDERS...])
#
# Makes the target NAME of the folder src/NAME: a static library of all .cpp files in it, or headers
# only while it has none. A folder links what it names here and nothing else, so that an include that
# the architecture forbids does not link. What stands under PRIVATE is seen by its own .cpp files
# alone.

# Flags for our own code; the libraries are included as system headers and stay out of it.
add_library(summit-flags INTERFACE)
target_compile_options(summit-flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Werror -ffunction-sections -fdata-sections)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in `"text" + std::string` where there are none.
  target_compile_options(summit-flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  # Clang warns of what libstdc++ 12 itself uses in std::stable_sort.
  target_compile_options(summit-flags INTERFACE -Wno-deprecated-declarations)
endif()
if(NOT CMAKE_UNITY_BUILD)
  # Where files are compiled together, a parameter in one may hide a name in another's anonymous namespace.
  target_compile_options(summit-flags INTERFACE -Wshadow)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC takes the files that it is given together for headers.
  target_compile_options(summit-flags INTERFACE -Wno-subobject-linkage)
endif()
target_include_directories(summit-flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(WIN32)
  target_compile_definitions(summit-flags INTERFACE
    UNICODE _UNICODE _WIN32_WINNT=0x0A00 WINVER=0x0A00 WIN32_LEAN_AND_MEAN NOMINMAX)
endif()
if(EMSCRIPTEN)
  target_compile_options(summit-flags INTERFACE -fno-exceptions -fno-rtti)
elseif(SUMMIT_SANITIZE)
  target_compile_options(summit-flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(summit-flags INTERFACE -fsanitize=address,undefined)
  # The standard library's own checks: an index beyond the end, an empty optional, bounds the wrong way round.
  target_compile_definitions(summit-flags INTERFACE _GLIBCXX_ASSERTIONS)
  # What libraries have in their headers is compiled into nearly every file of ours: watched over as well, all
  # takes twice as long to compile and to run.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT SUMMIT_SANITIZE_LIBRARIES)
    target_compile_options(summit-flags INTERFACE -fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/libraries.ignore)
  endif()
  # It links these large programs in a sixth of the time that GNU's linker takes.
  find_program(SUMMIT_LLD ld.lld-19)
  if(SUMMIT_LLD AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_link_options(summit-flags INTERFACE -fuse-ld=lld)
  endif()
else()
  target_link_options(summit-flags INTERFACE -Wl,--gc-sections)
endif()

function(summit_folder name)
  cmake_parse_arguments(folder "" "" "PUBLIC;PRIVATE;SUBFOLDERS" ${ARGN})
  set(directory ${PROJECT_SOURCE_DIR}/src/${name})
  set(patterns ${directory}/*.cpp)
  foreach(subfolder ${folder_SUBFOLDERS})
    list(APPEND patterns ${directory}/${subfolder}/*.cpp)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  # A program's main.cpp belongs to the program: see programs.cmake.
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC summit-flags ${folder_PUBLIC} PRIVATE ${folder_PRIVATE})
    # What tests ask millions of times: under the sanitizers it takes minutes where nothing is optimised.
    if(SUMMIT_SANITIZE AND name MATCHES "^(text|pack|search|ui)$")
      target_compile_options(${name} PRIVATE -O1)
    endif()
  else()
    # Nothing to compile: private dependencies still have to reach the final link, not the includes.
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE summit-flags ${folder_PUBLIC})
  endif()
endfunction()
