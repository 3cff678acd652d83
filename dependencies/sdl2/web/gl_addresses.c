/* SDL asks for OpenGL functions by name. Emscripten's own answer knows all 549 of WebGL and so keeps
   every one of them in the download; this one knows the 50 that SDL's renderer calls. */
#include <GLES2/gl2.h>
#include <string.h>

#include "SDL_config.h"
#include "SDL_opengles2.h"

void *eglGetProcAddress(const char *name) {
  static const struct {
    const char *name;
    void *address;
  } functions[] = {
#define SDL_PROC(type, function, parameters) {#function, (void *)function},
#include "../src/render/opengles2/SDL_gles2funcs.h"
#undef SDL_PROC
      {"glGetFramebufferAttachmentParameteriv", (void *)glGetFramebufferAttachmentParameteriv},
  };
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; ++i) {
    if (strcmp(name, functions[i].name) == 0) return functions[i].address;
  }
  return 0;
}
