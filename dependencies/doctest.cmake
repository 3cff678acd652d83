# The target `doctest`. Include as <doctest/doctest.h>; only tests do.
summit_headers(doctest doctest-dev)
if(EMSCRIPTEN)
  # Without exceptions a failed REQUIRE ends the program; it stays usable all the same.
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()
