// Libraries that few commands need, opened when the first of these commands asks: linked with them, every start of
// every command would take half as long again. Their functions are defined under their own names and look up those
// of the library at the first call; the compiler compares them with the declarations in the library's header.
#pragma once

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The first of the named libraries that is installed, opened; NULL where none is. The list ends with NULL.
void *tamga_late_open(const char *const names[]);

/// A function of an opened library. Ends the process where it has none of this name: the library is older than
/// the header that was compiled against.
void *tamga_late_find(void *library, const char *name);

/// Defines `name` as the function of this name in `library`, an `_Atomic(void *)` of the same file.
#define TAMGA_LATE(library, result, name, parameters, arguments)                                 \
  result name parameters {                                                                       \
    static _Atomic(void *) known;                                                                \
    void *function = atomic_load(&known);                                                        \
    if (!function) atomic_store(&known, function = tamga_late_find(atomic_load(&library), #name)); \
    return ((result(*) parameters)function)arguments;                                            \
  }

#ifdef __cplusplus
}
#endif
