# summit_windows_program(NAME DESCRIPTION): gives the program its icon, its version and its manifest.
set(SUMMIT_VERSION "0.0.0" CACHE STRING "The version that the programs show of themselves: YEAR.MONTH.DAY")
set(windows_folder ${PROJECT_SOURCE_DIR}/packaging/windows)
set(icon ${CMAKE_BINARY_DIR}/generated/icon.ico)
set(commands)
set(pictures)
foreach(size 16 20 24 32 48 64 256)
  set(picture ${CMAKE_BINARY_DIR}/generated/icon-${size}.png)
  list(APPEND commands COMMAND rsvg-convert -w ${size} -h ${size} ${PROJECT_SOURCE_DIR}/web/icon.svg -o ${picture})
  list(APPEND pictures ${picture})
endforeach()
add_custom_command(
  OUTPUT ${icon}
  ${commands}
  COMMAND ${Python3_EXECUTABLE} ${windows_folder}/make_icon.py ${icon} ${pictures}
  DEPENDS ${PROJECT_SOURCE_DIR}/web/icon.svg ${windows_folder}/make_icon.py
  COMMENT "Making the icon"
  VERBATIM)
add_custom_target(windows-icon DEPENDS ${icon})

enable_language(RC)
function(summit_windows_program program description)
  set(version ${SUMMIT_VERSION})
  # "2026.04.09" as numbers
  string(REGEX REPLACE "\\.0*([0-9])" ",\\1" numbers "${version},0")
  set(manifest ${windows_folder}/program.manifest)
  set(resources ${CMAKE_BINARY_DIR}/generated/${program}.rc)
  configure_file(${windows_folder}/program.rc.in ${resources} @ONLY)
  set_source_files_properties(${resources} PROPERTIES OBJECT_DEPENDS "${icon};${manifest}")
  target_sources(${program} PRIVATE ${resources})
  add_dependencies(${program} windows-icon)
endfunction()
