# The target `cairo`: PDF files. It takes the fonts as they are, with outlines of PostScript, and writes no more of
# them than what is used. The native program alone has it, from the system's own packages libcairo2-dev and
# libfreetype-dev. Include as <cairo-pdf.h> and <cairo-ft.h>; only src/paper does.
find_library(cairo_library cairo REQUIRED)
find_path(cairo_headers cairo-pdf.h PATH_SUFFIXES cairo REQUIRED)
find_library(freetype_library freetype REQUIRED)
find_path(freetype_headers ft2build.h PATH_SUFFIXES freetype2 REQUIRED)
add_library(cairo INTERFACE)
target_include_directories(cairo SYSTEM INTERFACE ${cairo_headers} ${freetype_headers})
target_link_libraries(cairo INTERFACE ${cairo_library} ${freetype_library})
