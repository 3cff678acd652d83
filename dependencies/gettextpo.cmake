# The target `gettextpo`: GNU gettext's library for PO files, the system's own. Only src/translation
# includes it, and with it only summit-pack is linked; it is under the GPL, version 3 or later.
find_path(gettextpo_include gettext-po.h REQUIRED)
find_library(gettextpo_library gettextpo REQUIRED)
add_library(gettextpo INTERFACE)
target_include_directories(gettextpo SYSTEM INTERFACE ${gettextpo_include})
target_link_libraries(gettextpo INTERFACE ${gettextpo_library})
