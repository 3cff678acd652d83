// In place of SDL's listeners for mouse, touch, keys and windows: web/shell.js
// listens, for the canvas and the mirror alike. The linker takes these functions
// instead of SDL's own file of the same names, which leaves that file, and the
// JavaScript it needs, out of the download. The same goes for what SDL's mouse
// and window could do on a page and ours never ask for.
#include <emscripten/html5.h>

extern "C" {

void Emscripten_RegisterEventHandlers(void*) {}
void Emscripten_UnregisterEventHandlers(void*) {}
EM_BOOL Emscripten_HandleCanvasResize(int, const void*, void*) { return EM_FALSE; }

EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char*, EM_BOOL,
                                                         const EmscriptenFullscreenStrategy*) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen() { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
EMSCRIPTEN_RESULT emscripten_request_pointerlock(const char*, EM_BOOL) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_pointerlock() { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
}
