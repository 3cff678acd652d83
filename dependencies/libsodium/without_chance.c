/* The parts of libsodium that are left out here, as far as the others name them. Nothing of what is used
   throws dice: keys are made of a seed that the caller brings. */
#include <stddef.h>
#include <stdlib.h>

void sodium_misuse(void) { abort(); }

void randombytes_buf(void *const buffer, const size_t size) {
  (void)buffer;
  (void)size;
  abort();
}
