# What ICU's headers must be told in the same words by the library and by everyone who uses it.
set(icu_definitions U_STATIC_IMPLEMENTATION=1 U_CHARSET_IS_UTF8=1 U_USING_ICU_NAMESPACE=0)
if(EMSCRIPTEN)
  include(${CMAKE_CURRENT_LIST_DIR}/web/definitions.cmake)
endif()
