# The target `zlib`, the system's own. Only src/imdf includes it, and with it only summit-pack is linked.
find_path(zlib_include zlib.h REQUIRED)
find_library(zlib_library z REQUIRED)
add_library(zlib INTERFACE)
target_include_directories(zlib SYSTEM INTERFACE ${zlib_include})
target_link_libraries(zlib INTERFACE ${zlib_library})
