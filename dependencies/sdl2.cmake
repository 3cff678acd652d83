# The target `sdl2`. Include as <SDL.h>; only src/platform does.
summit_library(sdl2)
add_library(sdl2 STATIC IMPORTED GLOBAL)
set_target_properties(sdl2 PROPERTIES
  IMPORTED_LOCATION ${sdl2_directory}/lib/libSDL2.a
  INTERFACE_INCLUDE_DIRECTORIES ${sdl2_directory}/include/SDL2
  INTERFACE_COMPILE_DEFINITIONS SDL_MAIN_HANDLED)
if(WIN32)
  set_property(TARGET sdl2 PROPERTY INTERFACE_LINK_LIBRARIES
    user32 gdi32 winmm imm32 ole32 oleaut32 version uuid advapi32 setupapi shell32)
elseif(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  set_property(TARGET sdl2 PROPERTY INTERFACE_LINK_LIBRARIES Threads::Threads m ${CMAKE_DL_LIBS})
endif()
