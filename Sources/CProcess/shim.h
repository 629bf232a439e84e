#pragma once
#include <sys/prctl.h>
#include <sys/resource.h>
// Swift cannot call functions with a variable number of arguments.
static inline int process_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
static inline int process_limit_core(void) {
  struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none);
}
