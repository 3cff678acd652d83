/* Dear ImGui's SDL backend can be steered with a gamepad and calls these. There are no gamepads here. */
#include "SDL_gamecontroller.h"

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { return SDL_FALSE; }
SDL_GameController *SDL_GameControllerOpen(int index) { return 0; }
void SDL_GameControllerClose(SDL_GameController *controller) {}
Uint8 SDL_GameControllerGetButton(SDL_GameController *controller, SDL_GameControllerButton button) { return 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController *controller, SDL_GameControllerAxis axis) { return 0; }
