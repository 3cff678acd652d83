# The targets `xlsxwriter`, `pugixml` and `ical`, the system's own: spreadsheets are written with the first, XML is
# read with the second and calendars with the third. Only src/exchange includes them, and with it only summit-pack
# is linked. Least versions are those of Debian 12. Windows has none, so that they are compiled for it.
if(WIN32)
  foreach(library libxlsxwriter pugixml libical)
    summit_library(${library})
    string(REGEX REPLACE "^lib" "" name ${library})
    add_library(${name} STATIC IMPORTED GLOBAL)
    set_target_properties(${name} PROPERTIES
      IMPORTED_LOCATION ${${library}_directory}/lib/lib${name}.a
      INTERFACE_INCLUDE_DIRECTORIES ${${library}_directory}/include)
  endforeach()
  set_property(TARGET xlsxwriter PROPERTY INTERFACE_LINK_LIBRARIES zlib)
  # Else its headers take it for a DLL.
  set_property(TARGET ical PROPERTY INTERFACE_COMPILE_DEFINITIONS LIBICAL_ICAL_STATIC_DEFINE)
  return()
endif()

find_path(xlsxwriter_include xlsxwriter.h REQUIRED)
find_library(xlsxwriter_library xlsxwriter REQUIRED)
add_library(xlsxwriter INTERFACE)
target_include_directories(xlsxwriter SYSTEM INTERFACE ${xlsxwriter_include})
target_link_libraries(xlsxwriter INTERFACE ${xlsxwriter_library})

find_package(pugixml 1.13 REQUIRED GLOBAL)

find_path(ical_include libical/ical.h REQUIRED)
find_library(ical_library ical REQUIRED)
add_library(ical INTERFACE)
target_include_directories(ical SYSTEM INTERFACE ${ical_include})
target_link_libraries(ical INTERFACE ${ical_library})

# summit_least(NAME HEADER PATTERN LEAST): stops where the header says a version below that.
function(summit_least name header pattern least)
  file(STRINGS ${header} line REGEX ${pattern})
  string(REGEX MATCH "[0-9]+\\.[0-9]+(\\.[0-9]+)?" version "${line}")
  if(version VERSION_LESS least)
    message(FATAL_ERROR "${name} is ${version}, and ${least} is the least")
  endif()
endfunction()
summit_least(libxlsxwriter ${xlsxwriter_include}/xlsxwriter.h "define LXW_VERSION " 1.1.4)
summit_least(libical ${ical_include}/libical/ical.h "define ICAL_VERSION " 3.0)
