#include "Confinement.hpp"

#include <csignal>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  setrlimit(resource, &value);
}

}  // namespace

void set_limits(const Limits &limits) {
  // Writing beyond the limit fails; it does not kill.
  signal(SIGXFSZ, SIG_IGN);
  limit(RLIMIT_CORE, 0, 0);
  // SIGPROF at the moment; SIGXCPU at the next whole second and SIGKILL one later hold for whoever stops it.
  const itimerval timer{{0, 0}, {limits.milliseconds / 1000, limits.milliseconds % 1000 * 1000}};
  setitimer(ITIMER_PROF, &timer, nullptr);
  const rlim_t seconds = limits.milliseconds / 1000 + 1;
  limit(RLIMIT_CPU, seconds, seconds + 1);
  limit(RLIMIT_FSIZE, limits.file, limits.file);
  limit(RLIMIT_NOFILE, 64, 64);
  // Does not hold for root, whom the filter of system calls holds.
  if (!limits.threads) limit(RLIMIT_NPROC, 0, 0);
  limit(RLIMIT_AS, limits.memory, limits.memory);
}

bool forbid_files() {
#ifdef SYS_landlock_create_ruleset
  constexpr uint64_t read =
      LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  landlock_ruleset_attr handled{};
  // All rights of the first version of Landlock.
  handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  const int rules = static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (rules < 0) return false;
  static const char *const places[] = {
      "/usr",       "/bin", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
      "/dev/null",
  };
  for (const char *place : places) {
    const int file = open(place, O_PATH | O_CLOEXEC);
    if (file < 0) continue;
    landlock_path_beneath_attr rule{};
    rule.parent_fd = file;
    rule.allowed_access = read;
    if (syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
      // A file has no folder's rights.
      rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
      syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(file);
  }
  const bool done = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                    syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return done;
#else
  return false;
#endif
}
