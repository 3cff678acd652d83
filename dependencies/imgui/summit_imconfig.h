// How Dear ImGui is compiled: by itself, by its backends and by src/ui, all alike.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Characters above U+FFFF may stand in names that organisers write.
#define IMGUI_USE_WCHAR32

// Fonts, clipboard, files and links go through platform.h, not through the operating system.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// The square root that SSE estimates (rsqrtss) comes out differently on each make of processor, and the
// edges of what is drawn with it.
#define IMGUI_DISABLE_SSE
