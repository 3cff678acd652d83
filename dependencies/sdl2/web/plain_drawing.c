/* In place of SDL's files for lines, points and turned pictures, which the app has none of, and for blending
   rectangles in every format and mode: a page's software renderer blends over 32 bits alone. */
#include "SDL.h"

/* As much of `of` as `part` of 255 says. */
static Uint32 share(Uint32 of, Uint32 part) { return of * part / 255; }

int SDL_BlendFillRects(SDL_Surface *dst, const SDL_Rect *rects, int count, SDL_BlendMode mode, Uint8 r, Uint8 g,
                       Uint8 b, Uint8 a) {
  const SDL_PixelFormat *format = dst->format;
  const Uint32 through = 255 - a;
  const Uint32 red = share(r, a), green = share(g, a), blue = share(b, a);
  if (format->BytesPerPixel != 4 || mode != SDL_BLENDMODE_BLEND) return SDL_Unsupported();
  for (int i = 0; i < count; ++i) {
    SDL_Rect rect;
    if (!SDL_IntersectRect(&rects[i], &dst->clip_rect, &rect)) continue;
    for (int y = rect.y; y < rect.y + rect.h; ++y) {
      Uint32 *pixel = (Uint32 *)((Uint8 *)dst->pixels + y * dst->pitch) + rect.x;
      for (int left = rect.w; left > 0; --left, ++pixel) {
        const Uint32 was = *pixel;
        Uint32 is = (share(was >> format->Rshift & 255, through) + red) << format->Rshift |
                    (share(was >> format->Gshift & 255, through) + green) << format->Gshift |
                    (share(was >> format->Bshift & 255, through) + blue) << format->Bshift;
        if (format->Amask) is |= (share(was >> format->Ashift & 255, through) + a) << format->Ashift;
        *pixel = is;
      }
    }
  }
  return 0;
}

int SDL_BlendFillRect(SDL_Surface *dst, const SDL_Rect *rect, SDL_BlendMode mode, Uint8 r, Uint8 g, Uint8 b, Uint8 a) {
  return SDL_BlendFillRects(dst, rect ? rect : &dst->clip_rect, 1, mode, r, g, b, a);
}

int SDL_DrawPoints(SDL_Surface *dst, const SDL_Point *points, int count, Uint32 color) { return SDL_Unsupported(); }
int SDL_DrawLines(SDL_Surface *dst, const SDL_Point *points, int count, Uint32 color) { return SDL_Unsupported(); }
int SDL_BlendPoints(SDL_Surface *dst, const SDL_Point *points, int count, SDL_BlendMode mode, Uint8 r, Uint8 g, Uint8 b,
                    Uint8 a) {
  return SDL_Unsupported();
}
int SDL_BlendLines(SDL_Surface *dst, const SDL_Point *points, int count, SDL_BlendMode mode, Uint8 r, Uint8 g, Uint8 b,
                   Uint8 a) {
  return SDL_Unsupported();
}

SDL_Surface *SDLgfx_rotateSurface(SDL_Surface *src, double angle, int smooth, int flipx, int flipy,
                                  const SDL_Rect *rect, double cosine, double sine, const SDL_FPoint *center) {
  SDL_Unsupported();
  return NULL;
}
void SDLgfx_rotozoomSurfaceSizeTrig(int width, int height, double angle, const SDL_FPoint *center, SDL_Rect *rect,
                                    double *cosine, double *sine) {
  const SDL_Rect none = {0, 0, 0, 0};
  *rect = none;
  *cosine = *sine = 0;
}
