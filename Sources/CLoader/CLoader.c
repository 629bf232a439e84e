#include "CLoader.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

enum { LIBRARIES = 4, NAMES = 5 };

// The names of the packages' headers first: they are of the version that was compiled against. Machines
// that only run Tamga have the others.
static const char *const names[LIBRARIES][NAMES] = {
    [TAMGA_LIBPQ] = {"libpq.so", "libpq.so.5"},
    [TAMGA_LIBZBAR] = {"libzbar.so", "libzbar.so.0"},
    [TAMGA_LIBQPDF] = {"libqpdf.so", "libqpdf.so.30", "libqpdf.so.29", "libqpdf.so.28"},
    [TAMGA_LIBPOPPLER] = {"libpoppler-cpp.so", "libpoppler-cpp.so.2", "libpoppler-cpp.so.1",
                          "libpoppler-cpp.so.0"},
};

static atomic_bool loaded[LIBRARIES];

bool tamga_load(enum tamga_library library) {
  if (atomic_load(&loaded[library])) return true;
  for (size_t i = 0; i < NAMES && names[library][i]; i++) {
    if (!dlopen(names[library][i], RTLD_LAZY | RTLD_GLOBAL)) continue;
    atomic_store(&loaded[library], true);
    return true;
  }
  return false;
}

void tamga_bind_late(char **arguments) {
  const char *value = getenv("LD_BIND_NOW");
  if (!value || !*value) return;
  unsetenv("LD_BIND_NOW");
  execv("/proc/self/exe", arguments);
}
