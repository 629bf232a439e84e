#include "CZXing.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <new>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include "CChild.h"

using Clock = std::chrono::steady_clock;

struct tamga_zxing {
  /// Nobody where the time was over before the beginning.
  pid_t child = -1;
  int file = -1;
  Clock::time_point end;
};

namespace {

/// What the child may use beyond its parent; a picture of 16 megapixels needs about 60 MB.
constexpr size_t kMemory = 256u << 20;
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

[[noreturn]] void read_in_child(int fd, const tamga_zxing_picture &picture) {
  try {
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setMaxNumberOfSymbols(TAMGA_ZXING_SYMBOLS);
    ZXing::ImageView view(picture.grey, picture.width, picture.height, ZXing::ImageFormat::Lum,
                          picture.stride);
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

/// The child sleeps on a lock that another thread held at the fork.
constexpr int kAsleep = -100;

/// Reads until the child closes its end: 0 at the end, else one of the negative answers.
int collect(int fd, pid_t child, Clock::time_point end, std::vector<uint8_t> &answer) {
  unsigned long used = TAMGA_CHILD_UNSEEN;
  uint8_t block[16384];
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return TAMGA_ZXING_TIMEOUT;
    pollfd ready{fd, POLLIN, 0};
    int n = poll(&ready, 1, static_cast<int>(left < TAMGA_CHILD_LOOK ? left : TAMGA_CHILD_LOOK));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return TAMGA_ZXING_LOST;
    if (n == 0) {
      if (tamga_child_is_asleep(child, &used)) return kAsleep;
      continue;
    }
    ssize_t count = read(fd, block, sizeof block);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return TAMGA_ZXING_LOST;
    if (count == 0) return 0;
    answer.insert(answer.end(), block, block + count);
    if (answer.size() > kAnswer) return TAMGA_ZXING_LOST;
  }
}

/// Begins a child; false where none could be started.
bool begin(tamga_zxing &reading, const tamga_zxing_picture &picture) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  reading.child = fork();
  if (reading.child == 0) {
    // Only what this file calls runs here: no Swift, no handler of the parent, no exit hooks.
    int fd = dup2(ends[1], 3);
    close_range(4, ~0u, 0);
    tamga_child_limit(kMemory, 60);
    read_in_child(fd, picture);
  }
  close(ends[1]);
  reading.file = ends[0];
  return reading.child > 0;
}

void end(tamga_zxing &reading) {
  if (reading.file >= 0) close(reading.file);
  reading.file = -1;
  if (reading.child > 0) {
    kill(reading.child, SIGKILL);
    int status = 0;
    while (waitpid(reading.child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  reading.child = -1;
}

/// What the child writes, or one of the negative answers.
int answer_of(tamga_zxing &reading, const tamga_zxing_picture &picture, std::vector<uint8_t> &bytes) {
  for (;;) {
    int answer = collect(reading.file, reading.child, reading.end, bytes);
    end(reading);
    if (answer != kAsleep) return answer;
    bytes.clear();
    if (!begin(reading, picture)) return TAMGA_ZXING_LOST;
  }
}

}  // namespace

tamga_zxing *tamga_zxing_begin(const tamga_zxing_picture *picture, int milliseconds) {
  if (!picture->grey || picture->width <= 0 || picture->height <= 0 ||
      picture->stride < picture->width) {
    return nullptr;
  }
  auto reading = new (std::nothrow) tamga_zxing;
  if (!reading) return nullptr;
  reading->end = Clock::now() + std::chrono::milliseconds(milliseconds);
  if (milliseconds > 0 && !begin(*reading, *picture)) {
    tamga_zxing_end(reading);
    return nullptr;
  }
  return reading;
}

void tamga_zxing_end(tamga_zxing *reading) {
  end(*reading);
  delete reading;
}

int tamga_zxing_finish(
    tamga_zxing *reading, const tamga_zxing_picture *picture, tamga_zxing_sink sink, void *context) {
  std::vector<uint8_t> bytes;
  int answer = TAMGA_ZXING_LOST;
  try {
    answer = reading->child > 0 ? answer_of(*reading, *picture, bytes) : TAMGA_ZXING_TIMEOUT;
  } catch (...) {
    // No memory for the answer.
  }
  tamga_zxing_end(reading);
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
