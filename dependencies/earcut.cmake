# The target `earcut`: Mapbox's earcut.hpp, which cuts polygons with holes into triangles. Headers only, out of the
# source of Debian's Python bindings for it; only src/imdf includes it.
summit_run(directory fetch.sh path python-mapbox-earcut)
add_library(earcut INTERFACE)
target_include_directories(earcut SYSTEM INTERFACE ${directory}/include)
