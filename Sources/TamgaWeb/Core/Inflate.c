// The zlib format by libdeflate.
#include "CWeb.h"
#include "libdeflate.h"

// One for the page's life.
static struct libdeflate_decompressor *inflater;

ptrdiff_t tamga_inflate(const uint8_t *stream, size_t count, uint8_t *out, size_t room) {
  size_t taken = 0, made = 0;
  if (!inflater) inflater = libdeflate_alloc_decompressor();
  if (!inflater) return -1;
  switch (libdeflate_zlib_decompress_ex(inflater, stream, count, out, room, &taken, &made)) {
    case LIBDEFLATE_SUCCESS: return taken == count ? (ptrdiff_t)made : -1;
    case LIBDEFLATE_INSUFFICIENT_SPACE: return -2;
    default: return -1;
  }
}
