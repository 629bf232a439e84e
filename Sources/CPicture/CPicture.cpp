#include "CPicture.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "CChild.h"

namespace {

/// What the child may use beyond its parent: 50 megapixels as decoded and as handed over.
constexpr size_t kMemory = 400u << 20;

/// What the child says when it is done.
struct Answer {
  int32_t status, width, height, channels;
};

struct Gate {
  int64_t most;
  Answer *answer;
};

/// The size, before there are pixels in most loaders.
void size_prepared(GdkPixbufLoader *loader, int width, int height, gpointer context) {
  auto gate = static_cast<Gate *>(context);
  gate->answer->width = width;
  gate->answer->height = height;
  if (static_cast<int64_t>(width) * height <= gate->most) return;
  gate->answer->status = TAMGA_PICTURE_PIXELS;
  // A picture of no size is an error to every loader.
  gdk_pixbuf_loader_set_size(loader, 0, 0);
}

Answer decode(const char *format, const uint8_t *bytes, size_t count, int most, uint8_t *target) {
  Answer answer{TAMGA_PICTURE_DAMAGED, 0, 0, 0};
  GdkPixbufLoader *loader = gdk_pixbuf_loader_new_with_type(format, nullptr);
  if (!loader) {
    answer.status = TAMGA_PICTURE_FORMAT;
    return answer;
  }
  Gate gate{most, &answer};
  g_signal_connect(loader, "size-prepared", G_CALLBACK(size_prepared), &gate);
  bool sound = gdk_pixbuf_loader_write(loader, bytes, count, nullptr);
  sound = gdk_pixbuf_loader_close(loader, nullptr) && sound;
  if (answer.status == TAMGA_PICTURE_PIXELS) return answer;
  GdkPixbuf *picture = sound ? gdk_pixbuf_loader_get_pixbuf(loader) : nullptr;
  if (picture) picture = gdk_pixbuf_apply_embedded_orientation(picture);
  if (!picture) return answer;
  answer.width = gdk_pixbuf_get_width(picture);
  answer.height = gdk_pixbuf_get_height(picture);
  answer.channels = gdk_pixbuf_get_n_channels(picture);
  if (static_cast<int64_t>(answer.width) * answer.height > most) {
    answer.status = TAMGA_PICTURE_PIXELS;
    return answer;
  }
  if (answer.width <= 0 || answer.height <= 0 ||
      (answer.channels != 3 && answer.channels != 4)) {
    return answer;
  }
  const uint8_t *rows = gdk_pixbuf_read_pixels(picture);
  const size_t stride = static_cast<size_t>(gdk_pixbuf_get_rowstride(picture));
  const size_t row = static_cast<size_t>(answer.width) * static_cast<size_t>(answer.channels);
  for (int y = 0; y < answer.height; y++) {
    std::memcpy(target + static_cast<size_t>(y) * row, rows + static_cast<size_t>(y) * stride, row);
  }
  answer.status = TAMGA_PICTURE_OK;
  return answer;
}

using Clock = std::chrono::steady_clock;

/// The child sleeps on a lock that another thread held at the fork.
constexpr int32_t kAsleep = -1;

/// The child's answer, or what became of it.
Answer await(int file, pid_t child, Clock::time_point end) {
  unsigned long used = TAMGA_CHILD_UNSEEN;
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) return Answer{TAMGA_PICTURE_TIMEOUT, 0, 0, 0};
    pollfd ready{file, POLLIN, 0};
    int n = poll(&ready, 1, static_cast<int>(left < TAMGA_CHILD_LOOK ? left : TAMGA_CHILD_LOOK));
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) {
      if (tamga_child_is_asleep(child, &used)) return Answer{kAsleep, 0, 0, 0};
      continue;
    }
    Answer answer{};
    // Less than a pipe takes at once.
    ssize_t count = n < 0 ? -1 : read(file, &answer, sizeof answer);
    if (count < 0 && errno == EINTR) continue;
    return count == sizeof answer ? answer : Answer{TAMGA_PICTURE_LOST, 0, 0, 0};
  }
}

/// One child's work.
Answer decode_apart(const char *format, const uint8_t *bytes, size_t count, int most,
                    uint8_t *target, Clock::time_point end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return Answer{TAMGA_PICTURE_LOST, 0, 0, 0};
  pid_t child = fork();
  if (child == 0) {
    int file = dup2(ends[1], 3);
    tamga_child_silence();
    close_range(4, ~0u, 0);
    tamga_child_limit(kMemory, 60);
    Answer answer = decode(format, bytes, count, most, target);
    // No exit hooks: they are the parent's.
    _exit(write(file, &answer, sizeof answer) == sizeof answer ? 0 : 1);
  }
  close(ends[1]);
  Answer answer{TAMGA_PICTURE_LOST, 0, 0, 0};
  if (child > 0) {
    answer = await(ends[0], child, end);
    kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  close(ends[0]);
  return answer;
}

}  // namespace

enum tamga_picture_status tamga_picture_decode(
    const char *format, const uint8_t *bytes, size_t count, int most_pixels, int milliseconds,
    tamga_picture *picture) {
  *picture = tamga_picture{};
  if (!bytes || most_pixels <= 0) return TAMGA_PICTURE_LOST;
  if (milliseconds <= 0) return TAMGA_PICTURE_TIMEOUT;
  // The list of loaders is read here, where other threads take no part in it.
  g_slist_free(gdk_pixbuf_get_formats());
  const size_t size = static_cast<size_t>(most_pixels) * 4;
  void *region = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (region == MAP_FAILED) return TAMGA_PICTURE_LOST;
  const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
  Answer answer{kAsleep, 0, 0, 0};
  while (answer.status == kAsleep) {
    answer = decode_apart(format, bytes, count, most_pixels, static_cast<uint8_t *>(region), end);
  }
  picture->width = answer.width;
  picture->height = answer.height;
  if (answer.status != TAMGA_PICTURE_OK) {
    munmap(region, size);
    return static_cast<tamga_picture_status>(answer.status);
  }
  picture->channels = answer.channels;
  picture->pixels = static_cast<const uint8_t *>(region);
  picture->region = region;
  picture->region_size = size;
  return TAMGA_PICTURE_OK;
}

void tamga_picture_free(tamga_picture *picture) {
  if (picture->region) munmap(picture->region, picture->region_size);
  *picture = tamga_picture{};
}
