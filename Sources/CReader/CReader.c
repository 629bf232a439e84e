#define _GNU_SOURCE
#include "CReader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

bool tamga_reader_pair(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0;
}

static int spawn(pid_t *pid, const char *path, int end) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  // In this order: the socket may have one of the low numbers.
  posix_spawn_file_actions_adddup2(&files, end, TAMGA_READER_CONTROL);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&files, 0, 1);
  posix_spawn_file_actions_adddup2(&files, 0, 2);
  posix_spawn_file_actions_addclosefrom_np(&files, TAMGA_READER_CONTROL + 1);
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  char *const arguments[] = {(char *)"tamga-reader", NULL};
  char *const environment[] = {(char *)"LC_ALL=C", NULL};
  const int error = posix_spawn(pid, path, &files, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return error;
}

pid_t tamga_reader_spawn(const char *path, int *control) {
  int ends[2];
  if (!tamga_reader_pair(ends)) return -1;
  int end = ends[1];
  // A dup2 onto itself would keep the flag that closes it.
  if (end == TAMGA_READER_CONTROL) {
    end = fcntl(ends[1], F_DUPFD_CLOEXEC, TAMGA_READER_CONTROL + 1);
    close(ends[1]);
  }
  pid_t pid = -1;
  const int error = end < 0 ? errno : spawn(&pid, path, end);
  if (end >= 0) close(end);
  if (error) {
    close(ends[0]);
    errno = error;
    return -1;
  }
  *control = ends[0];
  return pid;
}

static atomic_int last_pid, last_control;

/// Milliseconds in which a reader that is asked to end has ended.
enum { kFarewell = 500 };

static void shut_down(void) {
  const pid_t pid = atomic_exchange(&last_pid, 0);
  if (pid <= 0) return;
  shutdown(atomic_load(&last_control), SHUT_RDWR);
  for (int waited = 0; waited < kFarewell; waited++) {
    if (waitpid(pid, NULL, WNOHANG) != 0) return;
    const struct timespec pause = {0, 1000000};
    nanosleep(&pause, NULL);
  }
  kill(pid, SIGKILL);
  waitpid(pid, NULL, 0);
}

void tamga_reader_at_exit(pid_t pid, int control) {
  static atomic_flag registered = ATOMIC_FLAG_INIT;
  atomic_store(&last_control, control);
  atomic_store(&last_pid, pid);
  if (!atomic_flag_test_and_set(&registered)) atexit(shut_down);
}

void tamga_reader_at_exit_except(pid_t pid) {
  int known = pid;
  atomic_compare_exchange_strong(&last_pid, &known, 0);
}

int tamga_reader_input(void) { return memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING); }

bool tamga_reader_input_add(int file, const void *bytes, size_t count) {
  const uint8_t *at = bytes;
  while (count > 0) {
    const ssize_t n = write(file, at, count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += n;
    count -= (size_t)n;
  }
  return true;
}

bool tamga_reader_input_seal(int file) {
  return lseek(file, 0, SEEK_SET) == 0 &&
         fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
}

int tamga_reader_region(size_t size, void **bytes) {
  const int file = memfd_create("region", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (file < 0) return -1;
  if (ftruncate(file, (off_t)size) == 0 &&
      fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0) {
    *bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, file, 0);
    if (*bytes != MAP_FAILED) return file;
  }
  close(file);
  return -1;
}

bool tamga_reader_send(
    int socket, const void *bytes, size_t size, const int files[], size_t count) {
  enum { kMost = 4 };
  if (count > kMost) return false;
  struct iovec part = {(void *)bytes, size};
  union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int) * kMost)];
  } space;
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (count > 0) {
    memset(&space, 0, sizeof space);
    message.msg_control = space.bytes;
    message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
    struct cmsghdr *rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int) * count);
    memcpy(CMSG_DATA(rights), files, sizeof(int) * count);
  }
  ssize_t sent;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  } while (sent < 0 && errno == EINTR);
  return sent == (ssize_t)size;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

int tamga_reader_receive(int socket, void *bytes, size_t size, int milliseconds) {
  const int64_t end = now() + milliseconds;
  for (;;) {
    const int64_t left = end - now();
    struct pollfd ready = {socket, POLLIN, 0};
    const int n = poll(&ready, 1, left > 0 ? (int)left : 0);
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) return 0;
    // With MSG_TRUNC the length is that of the packet, also where it did not fit.
    const ssize_t got = n < 0 ? -1 : recv(socket, bytes, size, MSG_DONTWAIT | MSG_TRUNC);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got != (ssize_t)size) return -1;
    tamga_reader_head head;
    memcpy(&head, bytes, sizeof head);
    return head.length == size && head.version == TAMGA_READER_VERSION ? 1 : -1;
  }
}
