// A signal for one program while it works: it comes from itself, at a paper, however busy the machine.
//
// Preloaded. Each paper that gets its name counts; from the chosen one on the program sends the signal to
// itself and gives its other threads time to take it.
//
//   ASKED_SIGNAL  the signal's number
//   ASKED_AT      the paper, from 1
//   ASKED_TIMES   how many papers in a row send it

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static atomic_long papers;

static long number(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static void named(int result, const char *name) {
  size_t length = strlen(name);
  if (result != 0 || length < 4 || strcmp(name + length - 4, ".pdf") != 0) return;
  long paper = atomic_fetch_add(&papers, 1) + 1, at = number("ASKED_AT");
  if (paper < at || paper >= at + number("ASKED_TIMES")) return;
  kill(getpid(), (int)number("ASKED_SIGNAL"));
  usleep(300000);
}

int rename(const char *from, const char *to) {
  int result = REAL(rename)(from, to);
  named(result, to);
  return result;
}

int link(const char *from, const char *to) {
  int result = REAL(link)(from, to);
  named(result, to);
  return result;
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  int result = REAL(linkat)(from_folder, from, to_folder, to, flags);
  named(result, to);
  return result;
}
