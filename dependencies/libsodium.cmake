# The target `sodium`. Include as <sodium.h>; only src/trust does.
summit_library(libsodium)
add_library(sodium STATIC IMPORTED GLOBAL)
set_target_properties(sodium PROPERTIES
  IMPORTED_LOCATION ${libsodium_directory}/lib/libsodium.a
  INTERFACE_INCLUDE_DIRECTORIES ${libsodium_directory}/include
  INTERFACE_COMPILE_DEFINITIONS SODIUM_STATIC)
