# The target `icu`. Include as <unicode/….h>; only src/text does.
summit_library(icu)
include(${CMAKE_CURRENT_LIST_DIR}/icu/definitions.cmake)
add_library(icu STATIC IMPORTED GLOBAL)
set_target_properties(icu PROPERTIES
  IMPORTED_LOCATION ${icu_directory}/lib/libicu.a
  INTERFACE_INCLUDE_DIRECTORIES ${icu_directory}/include
  INTERFACE_COMPILE_DEFINITIONS "${icu_definitions}")
