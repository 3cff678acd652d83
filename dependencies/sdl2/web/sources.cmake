# SDL for the browser, compiled from its sources directly: its own CMake spends minutes on feature
# checks whose answers its header SDL_config_emscripten.h already holds.
set(source_folders
  . atomic cpuinfo events file filesystem/emscripten libm locale locale/emscripten misc misc/emscripten
  render render/opengles2 render/software stdlib thread thread/generic timer timer/unix
  video video/emscripten)
set(sources ${CMAKE_CURRENT_LIST_DIR}/gl_addresses.c ${CMAKE_CURRENT_LIST_DIR}/no_gamepads.c
  ${CMAKE_CURRENT_LIST_DIR}/plain_drawing.c ${CMAKE_CURRENT_LIST_DIR}/quiet_events.c
  ${SOURCE}/src/loadso/dummy/SDL_sysloadso.c)
foreach(folder ${source_folders})
  file(GLOB files ${SOURCE}/src/${folder}/*.c)
  list(APPEND sources ${files})
endforeach()
# In place of these plain_drawing.c, and of the last one quiet_events.c.
list(FILTER sources EXCLUDE REGEX "/SDL_(blendline|drawline|blendpoint|drawpoint|rotate|blendfillrect|events)\\.c$")

add_library(SDL2 STATIC ${sources})
target_include_directories(SDL2 PRIVATE ${SOURCE}/include ${SOURCE}/src)
target_compile_definitions(SDL2 PRIVATE
  SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_POWER_DISABLED=1
  # Fast paths for pictures that the app does not have: palettes, 16 bits, run lengths, video, and those
  # without a colour over them. What the software renderer needs goes through SDL's general path anyway.
  SDL_HAVE_BLIT_0=0 SDL_HAVE_BLIT_1=0 SDL_HAVE_BLIT_A=0 SDL_HAVE_BLIT_N=0 SDL_HAVE_BLIT_N_RGB565=0
  SDL_HAVE_BLIT_AUTO=0 SDL_HAVE_RLE=0 SDL_HAVE_YUV=0)
target_compile_options(SDL2 PRIVATE -w)
set_source_files_properties(${SOURCE}/src/loadso/dummy/SDL_sysloadso.c
  PROPERTIES COMPILE_DEFINITIONS SDL_LOADSO_DUMMY=1)

install(TARGETS SDL2 ARCHIVE DESTINATION lib)
install(DIRECTORY ${SOURCE}/include/ DESTINATION include/SDL2 FILES_MATCHING PATTERN "*.h")
