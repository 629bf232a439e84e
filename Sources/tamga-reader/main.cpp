// tamga-reader: opens the files of strangers for `tamga`. It has one thread and holds no key; each file is read
// in a child, which is forked with the libraries in place, confined, and ended when its time is over.
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <vector>

#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "CReader.h"
#include "Children.hpp"
#include "Confinement.hpp"

namespace {

constexpr int kUsage = 64;

/// Wakes ppoll.
void child_ended(int) {}

/// The signal is let in by ppoll alone, so that none is missed.
sigset_t block_child_signal() {
  struct sigaction action {};
  action.sa_handler = child_ended;
  sigaction(SIGCHLD, &action, nullptr);
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  return before;
}

void say_hello() {
  uint32_t guards = has_seccomp() ? TAMGA_READER_SECCOMP : 0;
  if (forbid_files()) guards |= TAMGA_READER_LANDLOCK;
  const tamga_reader_hello hello{{sizeof hello, TAMGA_READER_VERSION}, guards, 0};
  send(TAMGA_READER_CONTROL, &hello, sizeof hello, MSG_NOSIGNAL);
}

/// Takes one request off the control socket; false when the client has gone.
bool take_request(Children &children) {
  tamga_reader_begin begin{};
  enum { kMost = 4 };
  union {
    cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int) * kMost)];
  } space;
  iovec part{&begin, sizeof begin};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  message.msg_control = space.bytes;
  message.msg_controllen = sizeof space.bytes;
  const ssize_t got = recvmsg(TAMGA_READER_CONTROL, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  std::vector<int> files;
  for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    files.resize((part->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    std::memcpy(files.data(), CMSG_DATA(part), files.size() * sizeof(int));
  }
  const bool is_whole = got == sizeof begin && begin.head.length == sizeof begin &&
                        begin.head.version == TAMGA_READER_VERSION && !(message.msg_flags & MSG_CTRUNC);
  if (!is_whole) begin.task = 0;
  children.start(begin, files);
  return true;
}

void serve() {
  Children children;
  const sigset_t open_mask = block_child_signal();
  say_hello();
  for (bool is_wanted = true; is_wanted;) {
    std::vector<pollfd> sockets{pollfd{TAMGA_READER_CONTROL, POLLIN, 0}};
    children.add_sockets(sockets);
    const int left = children.milliseconds_left();
    const timespec time{left / 1000, static_cast<long>(left % 1000) * 1000000};
    ppoll(sockets.data(), sockets.size(), left < 0 ? nullptr : &time, &open_mask);
    children.reap();
    children.kill_overdue();
    if (sockets[0].revents != 0) is_wanted = take_request(children);
  }
  children.kill_all();
}

}  // namespace

int main() {
  int kind = 0;
  socklen_t size = sizeof kind;
  if (getsockopt(TAMGA_READER_CONTROL, SOL_SOCKET, SO_TYPE, &kind, &size) != 0 || kind != SOCK_SEQPACKET) {
    std::fprintf(stderr, "tamga-reader is started by tamga; it takes no commands\n");
    return kUsage;
  }
  // No image of a stranger's file is left behind.
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  serve();
  // No exit hooks: there is nothing to be written.
  _exit(0);
}
