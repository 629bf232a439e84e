// The filter of system calls (seccomp, a program of classic BPF).
#include "Confinement.hpp"

#include <cerrno>
#include <cstddef>
#include <vector>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

#if defined(__x86_64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr uint32_t kArchitecture = 0;
#endif

/// What a reader of files in memory needs, its libraries' loading of modules and fonts included.
constexpr int kAllowed[] = {
    // Open files and the sockets that are there.
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_lseek, SYS_close, SYS_fstat,
    SYS_fcntl, SYS_dup, SYS_fadvise64, SYS_fstatfs, SYS_getdents64, SYS_recvfrom, SYS_sendto,
    SYS_ppoll,
    // Names of files.
    SYS_newfstatat, SYS_statx, SYS_statfs, SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_getcwd,
    // Memory.
    SYS_mmap, SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise, SYS_brk,
    // Threads and time.
    SYS_futex, SYS_set_robust_list, SYS_set_tid_address, SYS_rseq, SYS_sched_yield,
    SYS_sched_getaffinity, SYS_sched_getparam, SYS_sched_getscheduler, SYS_nanosleep,
    SYS_clock_nanosleep, SYS_clock_gettime, SYS_clock_getres, SYS_gettimeofday, SYS_membarrier,
    // Itself.
    SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid,
    SYS_getrusage, SYS_getrandom, SYS_uname, SYS_sysinfo, SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall, SYS_exit, SYS_exit_group,
#ifdef __x86_64__
    SYS_dup2, SYS_poll, SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_arch_prctl, SYS_time,
    SYS_getrlimit,
#endif
};

using Program = std::vector<sock_filter>;

void add(Program &program, uint16_t code, uint32_t value, uint8_t yes = 0, uint8_t no = 0) {
  program.push_back(sock_filter{code, yes, no, value});
}

void load(Program &program, size_t offset) {
  add(program, BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(offset));
}

void give(Program &program, uint32_t action) { add(program, BPF_RET | BPF_K, action); }

/// The lower half of an argument, on machines of either byte order that have a filter here.
constexpr size_t argument(size_t index) { return offsetof(seccomp_data, args) + 8 * index; }

/// Ends with `action` where the call is `number`.
void on(Program &program, int number, uint32_t action) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(number), 0, 1);
  give(program, action);
}

/// Allows `number` where the bits `mask` of its argument are `wanted`; refuses it elsewhere.
void on_bits(Program &program, int number, size_t index, uint32_t mask, uint32_t wanted) {
  add(program, BPF_JMP | BPF_JEQ | BPF_K, static_cast<uint32_t>(number), 0, 5);
  load(program, argument(index));
  add(program, BPF_ALU | BPF_AND | BPF_K, mask);
  add(program, BPF_JMP | BPF_JEQ | BPF_K, wanted, 0, 1);
  give(program, SECCOMP_RET_ALLOW);
  give(program, SECCOMP_RET_ERRNO | EPERM);
}

Program filter(bool programs) {
  Program program;
  load(program, offsetof(seccomp_data, arch));
  add(program, BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0);
  give(program, SECCOMP_RET_KILL_PROCESS);
  load(program, offsetof(seccomp_data, nr));
  for (int number : kAllowed) on(program, number, SECCOMP_RET_ALLOW);
  // Each of these leaves the number where it was or answers.
  constexpr uint32_t writing = 3 /* O_ACCMODE */ | 0100 /* O_CREAT */ | 01000 /* O_TRUNC */;
  on_bits(program, SYS_openat, 2, writing, 0);
#ifdef __x86_64__
  on_bits(program, SYS_open, 1, writing, 0);
#endif
  // Threads, no processes. The newer call cannot be looked into: libraries then take the older.
  on_bits(program, SYS_clone, 0, CLONE_THREAD, CLONE_THREAD);
  on(program, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS);
  // Limits may be asked for, not set.
  on_bits(program, SYS_prlimit64, 2, ~0u, 0);
  on_bits(program, SYS_ioctl, 1, ~0u, 0x5401 /* TCGETS */);
  if (programs) on(program, SYS_execve, SECCOMP_RET_ALLOW);
  give(program, SECCOMP_RET_ERRNO | EPERM);
  return program;
}

}  // namespace

bool has_seccomp() {
  const uint32_t action = SECCOMP_RET_KILL_PROCESS;
  return kArchitecture != 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

bool forbid_system_calls(bool programs) {
  if (!has_seccomp() || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  Program program = filter(programs);
  const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}
