#include "CLate.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

void *tamga_late_open(const char *const names[]) {
  for (int i = 0; names[i]; i++) {
    // Opened twice it is the same one.
    void *library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

void *tamga_late_find(void *library, const char *name) {
  void *function = dlsym(library, name);
  if (!function) {
    fprintf(stderr, "tamga: error: an installed library is too old: it has no %s\n", name);
    exit(EXIT_FAILURE);
  }
  return function;
}
