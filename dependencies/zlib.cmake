# The target `zlib`. Only src/imdf includes it, for maps in a zip; cairo packs PDF files with it.
summit_library(zlib)
add_library(zlib STATIC IMPORTED GLOBAL)
set_target_properties(zlib PROPERTIES
  IMPORTED_LOCATION ${zlib_directory}/lib/libz.a
  INTERFACE_INCLUDE_DIRECTORIES ${zlib_directory}/include)
