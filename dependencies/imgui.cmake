# The targets `imgui` (the core; only src/ui includes <imgui.h>) and `imgui-backends` (what ties it to
# SDL; only src/platform includes <imgui_impl_….h>).
summit_library(imgui)
foreach(name imgui imgui-backends)
  add_library(${name} STATIC IMPORTED GLOBAL)
  set_target_properties(${name} PROPERTIES
    IMPORTED_LOCATION ${imgui_directory}/lib/lib${name}.a
    INTERFACE_INCLUDE_DIRECTORIES ${imgui_directory}/include
    INTERFACE_COMPILE_DEFINITIONS "IMGUI_USER_CONFIG=\"summit_imconfig.h\"")
endforeach()
set_property(TARGET imgui-backends PROPERTY INTERFACE_LINK_LIBRARIES imgui sdl2)
# It tells input methods where the caret is.
if(WIN32)
  set_property(TARGET imgui PROPERTY INTERFACE_LINK_LIBRARIES imm32)
endif()
