# ICU's data, the fonts, the icons' names and the outlines of the continents: cut once, kept in the cache, copied beside the programs.
# The same files serve every target.
set(assets ${CMAKE_BINARY_DIR}/assets)
file(MAKE_DIRECTORY ${assets})

# A change of a recipe configures again, and so do the texts: the fonts have the letters they need.
function(summit_asset script)
  summit_run(files ${script})
  string(REPLACE "\n" ";" files "${files}")
  foreach(file ${files})
    get_filename_component(name ${file} NAME)
    configure_file(${file} ${assets}/${name} COPYONLY)
  endforeach()
  set(files ${files} PARENT_SCOPE)
endfunction()
file(GLOB recipes ${PROJECT_SOURCE_DIR}/dependencies/icu-data/* ${PROJECT_SOURCE_DIR}/dependencies/fonts/*
     ${PROJECT_SOURCE_DIR}/dependencies/land/* ${PROJECT_SOURCE_DIR}/i18n/*.json ${PROJECT_SOURCE_DIR}/i18n/languages/*.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${recipes} ${PROJECT_SOURCE_DIR}/assets/icons.txt)

summit_asset(icu-data/cut.sh)
summit_asset(fonts/cut.sh)

# The target `icons`: #include <icons.h> for ui::icon::house and the like.
file(REMOVE ${assets}/icons.h)
add_library(icons INTERFACE)
foreach(file ${files})
  if(file MATCHES "/icons\\.h$")
    get_filename_component(directory ${file} DIRECTORY)
    target_include_directories(icons INTERFACE ${directory})
  endif()
endforeach()

# The target `land`: #include <land_steps.h>.
summit_run(land_steps land/cut.sh)
get_filename_component(directory ${land_steps} DIRECTORY)
add_library(land INTERFACE)
target_include_directories(land INTERFACE ${directory})
