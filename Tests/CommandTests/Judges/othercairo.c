// Another version of cairo, for one program: it calls itself so, and draws rectangles somewhat wider, or higher
// up, where OTHER_CAIRO_WIDER and OTHER_CAIRO_UP say by how many points.
//
// Preloaded.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

const char *cairo_version_string(void) { return "1.99.0"; }

void cairo_rectangle(void *cr, double x, double y, double width, double height) {
  static void (*real)(void *, double, double, double, double);
  if (!real) real = (void (*)(void *, double, double, double, double))dlsym(RTLD_NEXT, "cairo_rectangle");
  const char *wider = getenv("OTHER_CAIRO_WIDER"), *up = getenv("OTHER_CAIRO_UP");
  real(cr, x, y - (up ? atof(up) : 0), width + (wider ? atof(wider) : 0), height);
}
