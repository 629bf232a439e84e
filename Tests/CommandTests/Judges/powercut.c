// A power cut for one program: what it wrote below a folder and had not flushed is lost.
//
// Preloaded. Keeps a second folder with what a disk would hold for certain: the contents of a file as
// of its last flush, the names of a folder as of the folder's last flush, everything at a flush of the
// whole file system. At the chosen call the program is killed; the test then rebuilds the folder from
// what was certain. Harsher than most file systems: a flushed file whose folder was not flushed has
// no name, a named file that was not flushed is empty.
//
//   POWERCUT_ROOT    the folder, absolute
//   POWERCUT_SHADOW  where the certain state is kept: data/INODE and names/INODE of folders
//   POWERCUT_AFTER   calls until the cut; 0 or none: never
//   POWERCUT_DEAF    1: a flush of the file system makes nothing certain, to see that the test notices
//   POWERCUT_BROKEN  a number: no power cut, but that flush and all later ones fail with EIO
//   POWERCUT_COUNT   a file that gets the number of calls at the end of the program

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root, *shadow;
static size_t root_length;
static long after, calls;
static long broken, flushes;
static int deaf;
static __thread int inside;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int below(const char *path) {
  return strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length]);
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, PATH_MAX - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return below(path);
}

static int below_named(const char *path) {
  char full[PATH_MAX], folder[PATH_MAX];
  if (path[0] == '/') return below(path);
  if (!getcwd(folder, sizeof folder)) return 0;
  snprintf(full, sizeof full, "%s/%s", folder, path);
  return below(full);
}

// One more call; the chosen one never returns.
static void count(void) {
  if (++calls == after) kill(getpid(), SIGKILL);
}

static void keep_data(const char *path, const struct stat *file) {
  char name[PATH_MAX];
  snprintf(name, sizeof name, "%s/data/%lu", shadow, (unsigned long)file->st_ino);
  struct stat kept;
  if (stat(name, &kept) == 0 && kept.st_size == file->st_size &&
      kept.st_mtim.tv_sec == file->st_mtim.tv_sec && kept.st_mtim.tv_nsec == file->st_mtim.tv_nsec)
    return;
  int from = open(path, O_RDONLY | O_CLOEXEC);
  if (from < 0) return;
  int to = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  char block[1 << 16];
  ssize_t n;
  ssize_t (*real_write)(int, const void *, size_t) = REAL(write);
  while ((n = read(from, block, sizeof block)) > 0)
    if (real_write(to, block, (size_t)n) != n) abort();
  struct timespec times[2] = {file->st_atim, file->st_mtim};
  futimens(to, times);
  close(to);
  close(from);
}

static void keep_names(const char *path, const struct stat *folder) {
  char name[PATH_MAX], entry[PATH_MAX];
  snprintf(name, sizeof name, "%s/names/%lu", shadow, (unsigned long)folder->st_ino);
  FILE *list = fopen(name, "we");
  DIR *dir = opendir(path);
  struct dirent *item;
  while (list && dir && (item = readdir(dir))) {
    struct stat s;
    if (!strcmp(item->d_name, ".") || !strcmp(item->d_name, "..")) continue;
    if (snprintf(entry, sizeof entry, "%s/%s", path, item->d_name) < 0 || lstat(entry, &s)) continue;
    fprintf(list, "%c %lu %o %s\n", S_ISDIR(s.st_mode) ? 'd' : 'f', (unsigned long)s.st_ino,
            s.st_mode & 07777, item->d_name);
  }
  if (dir) closedir(dir);
  if (list) fclose(list);
}

static void keep_all(const char *path) {
  struct stat s;
  if (lstat(path, &s)) return;
  if (S_ISREG(s.st_mode)) keep_data(path, &s);
  if (!S_ISDIR(s.st_mode)) return;
  keep_names(path, &s);
  DIR *dir = opendir(path);
  struct dirent *item;
  while (dir && (item = readdir(dir))) {
    if (!strcmp(item->d_name, ".") || !strcmp(item->d_name, "..")) continue;
    char entry[PATH_MAX];
    if (snprintf(entry, sizeof entry, "%s/%s", path, item->d_name) > 0) keep_all(entry);
  }
  if (dir) closedir(dir);
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("POWERCUT_ROOT");
  shadow = getenv("POWERCUT_SHADOW");
  if (!root || !shadow) return;
  root_length = strlen(root);
  const char *number = getenv("POWERCUT_AFTER");
  after = number ? atol(number) : 0;
  deaf = getenv("POWERCUT_DEAF") != NULL;
  const char *flush = getenv("POWERCUT_BROKEN");
  broken = flush ? atol(flush) : 0;
  inside = 1;
  keep_all(root);
  inside = 0;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("POWERCUT_COUNT");
  if (!root || !path) return;
  FILE *file = fopen(path, "we");
  if (!file) return;
  fprintf(file, "%ld\n", calls);
  fclose(file);
}

// A call that changes what the disk may hold.
#define CHANGING(condition, call)           \
  char path[PATH_MAX];                      \
  (void)path;                               \
  if (!root || inside || !(condition)) return call; \
  pthread_mutex_lock(&mutex);               \
  inside = 1;                               \
  count();                                  \
  __typeof__(call) result = call;           \
  inside = 0;                               \
  pthread_mutex_unlock(&mutex);             \
  return result;

// A call that makes something certain, once it has succeeded.
#define FLUSHING(call, keep)                                     \
  char path[PATH_MAX];                                           \
  if (!root || inside || !path_of(fd, path)) return call;        \
  pthread_mutex_lock(&mutex);                                    \
  inside = 1;                                                    \
  count();                                                       \
  int fails = broken && ++flushes >= broken;                     \
  int result = fails ? -1 : call;                                \
  if (fails) errno = EIO;                                        \
  int reason = errno;                                            \
  struct stat s;                                                 \
  if (result == 0 && fstat(fd, &s) == 0) keep;                   \
  inside = 0;                                                    \
  pthread_mutex_unlock(&mutex);                                  \
  errno = reason;                                                \
  return result;

ssize_t write(int fd, const void *bytes, size_t size) {
  CHANGING(path_of(fd, path), REAL(write)(fd, bytes, size))
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  CHANGING(path_of(fd, path), REAL(pwrite64)(fd, bytes, size, at))
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  CHANGING(path_of(fd, path), REAL(pwrite)(fd, bytes, size, at))
}
int ftruncate64(int fd, off64_t size) { CHANGING(path_of(fd, path), REAL(ftruncate64)(fd, size)) }
int rename(const char *from, const char *to) { CHANGING(below_named(to), REAL(rename)(from, to)) }
int unlink(const char *name) { CHANGING(below_named(name), REAL(unlink)(name)) }
int mkdir(const char *name, mode_t mode) { CHANGING(below_named(name), REAL(mkdir)(name, mode)) }

static void keep_one(const char *path, const struct stat *s) {
  if (S_ISDIR(s->st_mode)) keep_names(path, s);
  if (S_ISREG(s->st_mode)) keep_data(path, s);
}
int fsync(int fd) { FLUSHING(REAL(fsync)(fd), keep_one(path, &s)) }
int fdatasync(int fd) { FLUSHING(REAL(fdatasync)(fd), keep_one(path, &s)) }
int syncfs(int fd) { FLUSHING(REAL(syncfs)(fd), if (!deaf) keep_all(root)) }
