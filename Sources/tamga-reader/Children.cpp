#include "Children.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "Confinement.hpp"
#include "Session.hpp"

namespace {

/// Descriptors that stay open in a child; everything above is closed.
enum { kSocket = 3, kInput = 4, kRegion = 5, kFirstClosed = 6 };

/// What a task may use, in bytes.
struct Budget {
  void (*perform)(const Session &);
  /// Beyond what the reader itself and the two files in memory have.
  size_t memory;
  bool threads;
};

constexpr size_t kMegabyte = 1 << 20;
/// Address space of Tesseract, which replaces the reader's, and what it may print.
constexpr size_t kOCRMemory = 700 * kMegabyte, kOCRText = 4 * kMegabyte;

const Budget *budget(uint32_t task) {
  static const Budget budgets[] = {
      {nullptr, 0, false},
      // A page of 16 megapixels and its scan need 150 MB.
      {serve_document, 320 * kMegabyte, false},
      // 50 megapixels with transparency as decoded, and turned. Loaders of HEIC start threads.
      {decode_picture, 400 * kMegabyte, true},
      // A picture of 16 megapixels needs about 60 MB.
      {read_by_zxing, 256 * kMegabyte, false},
      {read_by_zbar, 256 * kMegabyte, false},
      {become_tesseract, 0, true},
  };
  return task >= 1 && task < sizeof budgets / sizeof *budgets ? &budgets[task] : nullptr;
}

int64_t now() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<int64_t>(time.tv_sec) * 1000 + time.tv_nsec / 1000000;
}

bool holds(int file, uint64_t size) {
  const off_t end = lseek(file, 0, SEEK_END);
  lseek(file, 0, SEEK_SET);
  return end >= 0 && static_cast<uint64_t>(end) == size;
}

/// Whether the request is one, and its files are as it says.
bool is_sound(const tamga_reader_begin &begin, const std::vector<int> &files) {
  if (files.size() != 4 || !budget(begin.task)) return false;
  const bool is_grey = begin.task == TAMGA_READER_ZXING || begin.task == TAMGA_READER_ZBAR;
  const uint64_t area = static_cast<uint64_t>(begin.width) * begin.height;
  if (is_grey && (area == 0 || area != begin.input || begin.width > INT32_MAX || begin.height > INT32_MAX)) {
    return false;
  }
  return begin.input > 0 && begin.region > 0 && holds(files[2], begin.input) && holds(files[3], begin.region);
}

void report(int life, tamga_reader_ended ended, int status, uint64_t microseconds) {
  const tamga_reader_end end{
      {sizeof end, TAMGA_READER_VERSION}, static_cast<uint32_t>(ended), status, microseconds};
  send(life, &end, sizeof end, MSG_NOSIGNAL | MSG_DONTWAIT);
  close(life);
}

void move(int from, int to) {
  dup2(from, to);
}

/// The life of a child.
[[noreturn]] void live(const tamga_reader_begin &begin, const std::vector<int> &files, size_t used, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  // By way of high numbers, since the ones that are wanted may be in use.
  const int socket = fcntl(files[0], F_DUPFD, 64);
  const int input = fcntl(files[2], F_DUPFD, 64);
  const int region = fcntl(files[3], F_DUPFD, 64);
  if (socket < 0 || input < 0 || region < 0) _exit(1);
  move(socket, kSocket);
  move(input, kInput);
  move(region, kRegion);
  close_range(kFirstClosed, ~0u, 0);
  sigset_t none;
  sigemptyset(&none);
  signal(SIGCHLD, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, nullptr);

  Session session{kSocket, kInput, kRegion, nullptr, nullptr, begin};
  const Budget &allowed = *budget(begin.task);
  const bool is_ocr = begin.task == TAMGA_READER_OCR;
  if (!is_ocr) {
    void *bytes = mmap(nullptr, session.input_size(), PROT_READ, MAP_SHARED | MAP_POPULATE, kInput, 0);
    void *answers = mmap(nullptr, session.region_size(), PROT_READ | PROT_WRITE, MAP_SHARED, kRegion, 0);
    if (bytes == MAP_FAILED || answers == MAP_FAILED) _exit(1);
    session.input = static_cast<const uint8_t *>(bytes);
    session.region = static_cast<uint8_t *>(answers);
  }
  const size_t memory = is_ocr ? kOCRMemory : used + session.input_size() + session.region_size() + allowed.memory;
  set_limits({memory, begin.processor_milliseconds, is_ocr ? kOCRText : 0, allowed.threads});
  forbid_system_calls(is_ocr);
  try {
    allowed.perform(session);
  } catch (...) {
    _exit(1);
  }
  _exit(is_ocr ? 127 : 0);
}

}  // namespace

Children::Children() : memory_file(open("/proc/self/statm", O_RDONLY | O_CLOEXEC)) {}

/// Bytes in use; where that is not known, more than the reader has ever had.
size_t Children::address_space() const {
  char text[64] = {};
  unsigned long pages = 0;
  if (memory_file < 0 || pread(memory_file, text, sizeof text - 1, 0) <= 0 ||
      std::sscanf(text, "%lu", &pages) != 1) {
    return 512 * kMegabyte;
  }
  return static_cast<size_t>(pages) * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

void Children::start(const tamga_reader_begin &begin, const std::vector<int> &files) {
  const size_t used = address_space();
  const pid_t parent = getpid();
  const pid_t pid = is_sound(begin, files) ? fork() : -1;
  if (pid == 0) live(begin, files, used, parent);
  for (size_t i = 0; i < files.size(); i++) {
    if (i != 1) close(files[i]);
  }
  if (files.size() < 2) return;
  if (pid < 0) {
    report(files[1], TAMGA_READER_REFUSED, errno, 0);
  } else {
    children.push_back(Child{pid, files[1], now() + begin.milliseconds, false, false});
  }
}

void Children::add_sockets(std::vector<pollfd> &sockets) const {
  for (const Child &child : children) {
    if (!child.is_killed()) sockets.push_back(pollfd{child.life, POLLIN, 0});
  }
}

int Children::milliseconds_left() const {
  int64_t least = -1;
  for (const Child &child : children) {
    if (child.is_killed()) continue;
    const int64_t left = child.deadline > now() ? child.deadline - now() : 0;
    if (least < 0 || left < least) least = left;
  }
  return static_cast<int>(least < INT32_MAX ? least : INT32_MAX);
}

void Children::kill_overdue() {
  for (Child &child : children) {
    if (child.is_killed()) continue;
    pollfd life{child.life, POLLIN, 0};
    // Nothing is ever sent there: what can be read is the end.
    child.is_left = poll(&life, 1, 0) > 0;
    child.is_overdue = !child.is_left && now() >= child.deadline;
    if (child.is_killed()) kill(child.pid, SIGKILL);
  }
}

void Children::reap() {
  for (auto child = children.begin(); child != children.end();) {
    int status = 0;
    rusage used{};
    const pid_t pid = wait4(child->pid, &status, WNOHANG, &used);
    if (pid == 0 || (pid < 0 && errno == EINTR)) {
      child++;
      continue;
    }
    const auto microseconds = [](const timeval &time) {
      return static_cast<uint64_t>(time.tv_sec) * 1000000 + static_cast<uint64_t>(time.tv_usec);
    };
    const bool was_killed = WIFSIGNALED(status);
    const int signal = was_killed ? WTERMSIG(status) : 0;
    const bool is_overdue = child->is_overdue || signal == SIGPROF || signal == SIGXCPU;
    report(
        child->life,
        is_overdue ? TAMGA_READER_OVERDUE : was_killed ? TAMGA_READER_KILLED : TAMGA_READER_EXITED,
        was_killed ? signal : WEXITSTATUS(status),
        microseconds(used.ru_utime) + microseconds(used.ru_stime));
    child = children.erase(child);
  }
}

void Children::kill_all() {
  for (const Child &child : children) {
    kill(child.pid, SIGKILL);
    waitpid(child.pid, nullptr, 0);
  }
  children.clear();
}
