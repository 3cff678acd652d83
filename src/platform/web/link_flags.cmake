# How the browser program is linked. The page's own JavaScript goes into the same script, so that
# Emscripten makes it small together with its own.
set(web_folder ${PROJECT_SOURCE_DIR}/web)
set(generated ${CMAKE_BINARY_DIR}/generated)
# What stands in the C++ headers and is needed in JavaScript too.
set(table_sources ${PROJECT_SOURCE_DIR}/src/ui/semantics.h ${PROJECT_SOURCE_DIR}/src/ui/input.h
  ${PROJECT_SOURCE_DIR}/src/platform/mirror.h ${PROJECT_SOURCE_DIR}/src/app/start.h ${PROJECT_SOURCE_DIR}/src/app/session.h
  ${CMAKE_CURRENT_LIST_DIR}/browser.h ${CMAKE_CURRENT_LIST_DIR}/main.cpp)
add_custom_command(
  OUTPUT ${generated}/web_tables.js
  COMMAND ${Python3_EXECUTABLE} ${web_folder}/make_tables.py --source ${PROJECT_SOURCE_DIR} -o ${generated}/web_tables.js
  DEPENDS ${web_folder}/make_tables.py ${web_folder}/mirror.js ${web_folder}/shell.js ${table_sources}
  COMMENT "Making the tables that C++ and JavaScript share"
  VERBATIM)
add_custom_target(web-tables DEPENDS ${generated}/web_tables.js)
set(summit_web_link_flags
  -Oz
  # Nothing runs by itself: shell.js calls the exported functions.
  --no-entry
  -sENVIRONMENT=web
  -sALLOW_MEMORY_GROWTH=1
  # ICU and the font rasteriser keep tables on the stack; Emscripten's 64 KB are too few.
  -sSTACK_SIZE=512KB
  # Files arrive through fetch(); there is no file system to emulate.
  -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0
  -sSUPPORT_LONGJMP=0
  -sTEXTDECODER=2
  -sINCOMING_MODULE_JS_API=instantiateWasm,onRuntimeInitialized,canvas
  # SDL's renderer is content with WebGL 1, which more phones have.
  -sMAX_WEBGL_VERSION=1
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0
  -sGL_TRACK_ERRORS=0
  -sMIN_CHROME_VERSION=90
  -sMIN_FIREFOX_VERSION=90
  -sMIN_SAFARI_VERSION=150000
  # SHELL: keeps CMake from taking the second --pre-js for a repetition of the first.
  "SHELL:--js-library ${CMAKE_CURRENT_LIST_DIR}/library.js"
  "SHELL:--pre-js ${generated}/web_tables.js"
  "SHELL:--pre-js ${web_folder}/mirror.js"
  "SHELL:--pre-js ${web_folder}/takeover.js"
  "SHELL:--pre-js ${web_folder}/paper.js"
  "SHELL:--pre-js ${web_folder}/current.js"
  "SHELL:--pre-js ${web_folder}/shell.js")
# Changing them links again.
set(summit_web_link_depends
  ${generated}/web_tables.js
  ${CMAKE_CURRENT_LIST_DIR}/library.js ${web_folder}/mirror.js ${web_folder}/takeover.js ${web_folder}/paper.js
  ${web_folder}/current.js ${web_folder}/shell.js)
if(TARGET summit)
  add_dependencies(summit web-tables)
  set_property(TARGET summit APPEND PROPERTY LINK_DEPENDS ${summit_web_link_depends})
endif()
