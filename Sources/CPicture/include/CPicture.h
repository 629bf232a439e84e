#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum tamga_picture_status {
  TAMGA_PICTURE_OK = 0,
  TAMGA_PICTURE_DAMAGED = 1,
  /// No loader for the format is installed.
  TAMGA_PICTURE_FORMAT = 2,
  /// More pixels than the cap; `width` and `height` say how many.
  TAMGA_PICTURE_PIXELS = 3,
  /// Not decoded in the time given.
  TAMGA_PICTURE_TIMEOUT = 4,
  /// The child died (memory limit, fault) or could not be started.
  TAMGA_PICTURE_LOST = 5,
};

typedef struct {
  int width, height;
  /// 3, or 4 with alpha; rows have no padding.
  int channels;
  const uint8_t *pixels;
  /// What `pixels` lie in.
  void *region;
  size_t region_size;
} tamga_picture;

/// Decodes the first picture of a file by gdk-pixbuf's loader `format`, turned as EXIF says.
///
/// Loaders of other formats than PNG and JPEG do all their work in one call, some before they tell the
/// size: they can be neither interrupted nor refused. So they run in a child process that is
/// ended after `milliseconds`, may use 400 MB more than its parent, and whose fault is not ours.
/// `picture` must be released by `tamga_picture_free` when the answer is `TAMGA_PICTURE_OK`.
enum tamga_picture_status tamga_picture_decode(
    const char *format, const uint8_t *bytes, size_t count, int most_pixels, int milliseconds,
    tamga_picture *picture);

void tamga_picture_free(tamga_picture *picture);

#ifdef __cplusplus
}
#endif
