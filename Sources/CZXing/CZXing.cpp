#include "CZXing.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

namespace {

/// What the child may use beyond its parent; a picture of 16 megapixels needs about 60 MB.
constexpr rlim_t kMemory = 256u << 20;
/// An answer is at most 32 symbols of 7,089 characters with their places.
constexpr size_t kAnswer = 1u << 20;

/// One symbol of the answer, followed by `count` bytes; the last record of an answer is `kEnd`.
struct Record {
  int32_t x, y;
  uint32_t count;
};
/// A child that died has not written it.
constexpr uint32_t kEnd = UINT32_MAX;

bool write_all(int fd, const void *data, size_t count) {
  auto at = static_cast<const uint8_t *>(data);
  while (count > 0) {
    ssize_t n = write(fd, at, count);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += n;
    count -= static_cast<size_t>(n);
  }
  return true;
}

void limit_child() {
  // The parent's fault handlers print and pause; a fault of the child is an answer, not a report.
  for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP}) {
    std::signal(signal, SIG_DFL);
  }
  rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  char text[64] = {};
  int fd = open("/proc/self/statm", O_RDONLY);
  if (fd >= 0) {
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    rlim_t pages = 0;
    for (ssize_t i = 0; i < n && text[i] >= '0' && text[i] <= '9'; i++) {
      pages = pages * 10 + static_cast<rlim_t>(text[i] - '0');
    }
    if (pages > 0) {
      rlim_t bytes = pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE)) + kMemory;
      rlimit memory{bytes, bytes};
      setrlimit(RLIMIT_AS, &memory);
    }
  }
  // Ends the child even when the parent has died.
  rlimit seconds{60, 60};
  setrlimit(RLIMIT_CPU, &seconds);
}

[[noreturn]] void read_in_child(
    int fd, const uint8_t *grey, int width, int height, int stride) {
  try {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setMaxNumberOfSymbols(TAMGA_ZXING_SYMBOLS);
    ZXing::ImageView view(grey, width, height, ZXing::ImageFormat::Lum, stride);
    for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
      if (!result.isValid()) continue;
      const auto &bytes = result.bytes();
      Record record{0, 0, static_cast<uint32_t>(bytes.size())};
      for (const auto &corner : result.position()) {
        record.x += corner.x / 4;
        record.y += corner.y / 4;
      }
      if (!write_all(fd, &record, sizeof record)) _exit(1);
      if (!write_all(fd, bytes.data(), bytes.size())) _exit(1);
    }
    Record last{0, 0, kEnd};
    _exit(write_all(fd, &last, sizeof last) ? 0 : 1);
  } catch (...) {
    _exit(1);
  }
}

/// Reads until the child closes its end: 0 at the end, else one of the negative answers.
int collect(int fd, int milliseconds, std::vector<uint8_t> &answer) {
  using clock = std::chrono::steady_clock;
  const auto end = clock::now() + std::chrono::milliseconds(milliseconds);
  uint8_t block[16384];
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - clock::now()).count();
    if (left <= 0) return TAMGA_ZXING_TIMEOUT;
    pollfd ready{fd, POLLIN, 0};
    int n = poll(&ready, 1, static_cast<int>(left));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return TAMGA_ZXING_LOST;
    if (n == 0) return TAMGA_ZXING_TIMEOUT;
    ssize_t count = read(fd, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return TAMGA_ZXING_LOST;
    if (count == 0) return 0;
    answer.insert(answer.end(), block, block + count);
    if (answer.size() > kAnswer) return TAMGA_ZXING_LOST;
  }
}

}  // namespace

int tamga_zxing_read(
    const uint8_t *grey, int width, int height, int stride, int milliseconds,
    tamga_zxing_sink sink, void *context) {
  if (!grey || width <= 0 || height <= 0 || stride < width || !sink) return TAMGA_ZXING_LOST;
  if (milliseconds <= 0) return TAMGA_ZXING_TIMEOUT;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return TAMGA_ZXING_LOST;
  pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return TAMGA_ZXING_LOST;
  }
  if (child == 0) {
    // Only what this file calls runs here: no Swift, no handler of the parent, no exit hooks.
    int fd = dup2(ends[1], 3);
    close_range(4, ~0u, 0);
    limit_child();
    read_in_child(fd, grey, width, height, stride);
  }
  close(ends[1]);
  int answer = TAMGA_ZXING_LOST;
  std::vector<uint8_t> bytes;
  try {
    answer = collect(ends[0], milliseconds, bytes);
  } catch (...) {
    answer = TAMGA_ZXING_LOST;
  }
  close(ends[0]);
  kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (answer < 0) return answer;
  int symbols = 0;
  for (size_t at = 0; at + sizeof(Record) <= bytes.size();) {
    Record record;
    std::memcpy(&record, bytes.data() + at, sizeof record);
    at += sizeof record;
    if (record.count == kEnd) return symbols;
    if (record.count > bytes.size() - at) break;
    sink(context, bytes.data() + at, record.count, record.x, record.y);
    at += record.count;
    symbols++;
  }
  return TAMGA_ZXING_LOST;
}
