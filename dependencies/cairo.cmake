# The target `cairo`: PDF files. It takes the fonts as they are, with outlines of PostScript, and writes no more of
# them than what is used. The native program alone has it. Include as <cairo-pdf.h> and <cairo-ft.h>; only src/paper
# does.
foreach(library pixman freetype cairo)
  summit_library(${library})
endforeach()
add_library(cairo STATIC IMPORTED GLOBAL)
set_target_properties(cairo PROPERTIES
  IMPORTED_LOCATION ${cairo_directory}/lib/libcairo.a
  INTERFACE_INCLUDE_DIRECTORIES "${cairo_directory}/include;${freetype_directory}/include/freetype2"
  INTERFACE_LINK_LIBRARIES "${freetype_directory}/lib/libfreetype.a;${pixman_directory}/lib/libpixman-1.a;zlib")
if(WIN32)
  set_property(TARGET cairo PROPERTY INTERFACE_COMPILE_DEFINITIONS CAIRO_WIN32_STATIC_BUILD)
else()
  set_property(TARGET cairo APPEND PROPERTY INTERFACE_LINK_LIBRARIES m Threads::Threads)
endif()
