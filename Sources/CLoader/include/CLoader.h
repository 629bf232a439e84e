// Libraries that few commands need, loaded when the first of these commands asks for them.
//
// Half of the time of a short command was spent on linking some 60 libraries below these four. Their
// functions are declared weak by whoever includes their headers: such a function has its address at its
// first call, and none before its library is loaded.
#pragma once

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum tamga_library {
  TAMGA_LIBPQ,
  TAMGA_LIBZBAR,
  TAMGA_LIBQPDF,
  TAMGA_LIBPOPPLER,
};

/// Loads a library, once. May be called by several threads.
///
/// \returns False where the library is not installed; none of its functions may be called then.
bool tamga_load(enum tamga_library library);

/// Begins the program anew where its environment (`LD_BIND_NOW`) has had every address looked up at the
/// start: those of libraries that come later would stay unknown. For the first line of a program.
void tamga_bind_late(char **arguments);

#ifdef __cplusplus
}
#endif
