// Tesseract is a program of its own: not everyone who verifies has it, and it reads strangers' pictures.
#include "CTesseract.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr rlim_t kMemory = 700u << 20;
/// Bytes: a page of 10,000 letters has 200 KB.
constexpr size_t kText = 4u << 20;

bool write_all(int file, const void *bytes, size_t count) {
  auto from = static_cast<const uint8_t *>(bytes);
  while (count > 0) {
    ssize_t n = write(file, from, count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    from += n;
    count -= static_cast<size_t>(n);
  }
  return true;
}

/// A picture as a file that stands in memory only.
int picture_file(const uint8_t *grey, int width, int height) {
  int file = memfd_create("page", MFD_CLOEXEC);
  if (file < 0) return -1;
  std::string head = "P5 " + std::to_string(width) + " " + std::to_string(height) + " 255\n";
  size_t count = static_cast<size_t>(width) * static_cast<size_t>(height);
  if (!write_all(file, head.data(), head.size()) || !write_all(file, grey, count) ||
      lseek(file, 0, SEEK_SET) != 0) {
    close(file);
    return -1;
  }
  return file;
}

[[noreturn]] void run(const char *program, const char *languages, int picture, int output) {
  dup2(picture, 0);
  dup2(output, 1);
  int null = open("/dev/null", O_WRONLY);
  if (null >= 0) dup2(null, 2);
  close_range(3, ~0u, 0);
  rlimit memory{kMemory, kMemory}, none{0, 0}, seconds{60, 60};
  setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_CORE, &none);
  setrlimit(RLIMIT_CPU, &seconds);
  const char *const arguments[] = {program, "stdin", "stdout", "-l", languages, "--psm", "4",
                                   "tsv",   nullptr};
  const char *const environment[] = {"OMP_THREAD_LIMIT=1", "LC_ALL=C", nullptr};
  execve(program, const_cast<char *const *>(arguments), const_cast<char *const *>(environment));
  _exit(127);
}

/// What the child writes until it ends; false when it overstays.
bool read_until(int file, int milliseconds, std::string *text) {
  using clock = std::chrono::steady_clock;
  const auto stop = clock::now() + std::chrono::milliseconds(milliseconds);
  char block[16384];
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(stop - clock::now()).count();
    pollfd ready{file, POLLIN, 0};
    int n = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    ssize_t got = read(file, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) return true;
    if (text->size() + static_cast<size_t>(got) > kText) return false;
    text->append(block, static_cast<size_t>(got));
  }
}

}  // namespace

char *tamga_ocr(
    const char *program, const char *languages, const uint8_t *grey, int width, int height,
    int milliseconds, size_t *count) {
  *count = 0;
  if (!grey || width <= 0 || height <= 0 || milliseconds <= 0) return nullptr;
  int picture = picture_file(grey, width, height);
  int ends[2];
  if (picture < 0) return nullptr;
  if (pipe2(ends, O_CLOEXEC) != 0) {
    close(picture);
    return nullptr;
  }
  pid_t child = fork();
  if (child == 0) run(program, languages, picture, ends[1]);
  close(picture);
  close(ends[1]);
  std::string text;
  bool whole = child > 0 && read_until(ends[0], milliseconds, &text);
  close(ends[0]);
  if (child > 0) {
    if (!whole) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    whole = whole && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  if (!whole) return nullptr;
  auto copy = static_cast<char *>(std::malloc(text.size() + 1));
  if (!copy) return nullptr;
  text.copy(copy, text.size());
  copy[text.size()] = 0;
  *count = text.size();
  return copy;
}

void tamga_ocr_free(char *text) { std::free(text); }
