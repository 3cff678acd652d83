# The target `gettextpo`: GNU gettext's library for PO files, the system's own, with what it is made of inside the
# program. Only src/translation includes it, and with it only summit-pack is linked; it is under the GPL, version 3
# or later. There is none for Windows: src/translation/without_gettext reads such files there.
add_library(gettextpo INTERFACE)
if(NOT WIN32)
  find_path(gettextpo_include gettext-po.h REQUIRED)
  find_library(gettextpo_library NAMES libgettextpo.a REQUIRED)
  find_library(unistring_library NAMES libunistring.a REQUIRED)
  target_include_directories(gettextpo SYSTEM INTERFACE ${gettextpo_include})
  target_link_libraries(gettextpo INTERFACE ${gettextpo_library} ${unistring_library})
endif()
