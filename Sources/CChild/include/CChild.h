// What every child process has in common that reads a stranger's file with a library of C.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bounds the calling process: `memory` bytes of address space beyond what it has, `seconds` of a
/// processor (then SIGXCPU, a second later the end), no core. Faults end it without a report, since the
/// handlers that it took over from its parent print and pause.
void tamga_child_limit(size_t memory, int seconds);

/// Gives standard input, output and error to nobody: libraries write there what they think of a file.
void tamga_child_silence(void);

/// True for a child that sleeps and has used no processor time since `*used` was written; writes it.
///
/// A lock that another thread held at the fork is never given back in the child, which then sleeps for
/// ever; it is ended and begun anew. One that waits for a disk or a processor does not sleep. Asked after
/// each `TAMGA_CHILD_LOOK` milliseconds without an answer; `*used` is `TAMGA_CHILD_UNSEEN` before the first.
bool tamga_child_is_asleep(pid_t child, unsigned long *used);

/// Milliseconds between two looks.
#define TAMGA_CHILD_LOOK 200
#define TAMGA_CHILD_UNSEEN (~0ul)

#ifdef __cplusplus
}
#endif
