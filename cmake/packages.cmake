# What the packages for Linux hold. `./run package` makes them: packaging/linux/package.sh. Those for Windows are put
# together by packaging/windows/package.sh alone.

# "portable": a folder that is unpacked anywhere, with all it needs beside the program. "system": where a .deb puts
# the same, with what stands in build/native/package/share.
if(SUMMIT_SANITIZE OR WIN32)
  return()
endif()
foreach(place portable system)
  set(folder .)
  if(place STREQUAL "system")
    set(folder lib/summit-companion)
  endif()
  install(TARGETS summit summit-pack RUNTIME DESTINATION ${folder} COMPONENT ${place})
  # What hands the window to screen readers, loaded where there are any.
  if(TARGET summit-atspi)
    install(TARGETS summit-atspi LIBRARY DESTINATION ${folder} COMPONENT ${place})
  endif()
  install(DIRECTORY ${CMAKE_BINARY_DIR}/assets/ DESTINATION ${folder}/assets COMPONENT ${place} PATTERN "*.h" EXCLUDE)
endforeach()
install(DIRECTORY ${CMAKE_BINARY_DIR}/package/beside/ DESTINATION . COMPONENT portable OPTIONAL)
install(DIRECTORY ${CMAKE_BINARY_DIR}/package/share/ DESTINATION share COMPONENT system OPTIONAL)
# A program finds its assets beside itself, behind the link.
install(CODE [[
  file(MAKE_DIRECTORY "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin")
  foreach(pair "summit-companion=summit" "summit-pack=summit-pack")
    string(REPLACE "=" ";" pair ${pair})
    list(GET pair 0 link)
    list(GET pair 1 program)
    file(CREATE_LINK "../lib/summit-companion/${program}" "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/bin/${link}" SYMBOLIC)
  endforeach()
]] COMPONENT system)

set(CPACK_PACKAGE_NAME summit-companion)
set(CPACK_PACKAGE_VENDOR "Summit companion")
set(CPACK_PACKAGE_CONTACT "nobody")  # package.sh says whom
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL system)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_SYSTEM_PACKAGE_NAME summit-companion)
set(CPACK_DEBIAN_SYSTEM_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_COMPONENT_SYSTEM_DESCRIPTION "agenda, map and partners of a summit, without a network
Finds sessions, rooms and people, leads through the venue and keeps an agenda
of one's own, in Kazakh, Russian and English. The event comes along as a file;
summit-pack makes others.")
# What the program loads when it opens its window, of X11 or of Wayland.
set(CPACK_DEBIAN_SYSTEM_PACKAGE_RECOMMENDS
  "libx11-6, libxext6, libxcursor1, libxi6, libxrandr2, libxfixes3, libxss1, libwayland-client0, libwayland-cursor0, libwayland-egl1, libxkbcommon0, libegl1, libgl1")
include(CPack)
