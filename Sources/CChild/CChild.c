#define _GNU_SOURCE
#include "CChild.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/// Reads a small file of /proc without anything that a fork forbids; the text ends with 0.
static bool read_small(const char *path, char *text, size_t size) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t count = read(file, text, size - 1);
  close(file);
  if (count <= 0) return false;
  text[count] = 0;
  return true;
}

void tamga_child_limit(size_t memory, int seconds) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGXCPU};
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) signal(faults[i], SIG_DFL);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // Ends the child even when its parent has died.
  struct rlimit time = {(rlim_t)seconds, (rlim_t)seconds + 1};
  setrlimit(RLIMIT_CPU, &time);
  char text[64];
  if (!read_small("/proc/self/statm", text, sizeof text)) return;
  rlim_t pages = 0;
  for (const char *digit = text; *digit >= '0' && *digit <= '9'; digit++) {
    pages = pages * 10 + (rlim_t)(*digit - '0');
  }
  if (pages == 0) return;
  rlim_t bytes = pages * (rlim_t)sysconf(_SC_PAGESIZE) + memory;
  struct rlimit space = {bytes, bytes};
  setrlimit(RLIMIT_AS, &space);
}

void tamga_child_silence(void) {
  int null = open("/dev/null", O_RDWR);
  if (null < 0) return;
  for (int stream = 0; stream < 3; stream++) dup2(null, stream);
}

bool tamga_child_is_asleep(pid_t child, unsigned long *used) {
  char path[48], text[512];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)child);
  if (!read_small(path, text, sizeof text)) return false;
  // The name of a program may hold anything.
  const char *rest = strrchr(text, ')');
  char state = 0;
  unsigned long user = 0, system = 0;
  if (!rest || sscanf(rest + 1, " %c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &state, &user,
                      &system) != 3) {
    return false;
  }
  const bool is_same = state == 'S' && user + system == *used;
  *used = user + system;
  return is_same;
}
