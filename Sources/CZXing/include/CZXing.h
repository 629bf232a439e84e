#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The reader did not finish in the time it was given and was ended.
#define TAMGA_ZXING_TIMEOUT (-1)
/// The reader died (memory limit, fault) or could not be started.
#define TAMGA_ZXING_LOST (-2)

/// At most so many symbols are read from one picture: a page of a paper has one.
#define TAMGA_ZXING_SYMBOLS 32

/// Takes the raw bytes of one symbol and the pixel in its middle.
typedef void (*tamga_zxing_sink)(
    void *context, const uint8_t *bytes, size_t count, int x, int y);

/// Reads every QR code of a picture with one byte a pixel (0 is black), `stride` bytes a row.
///
/// zxing-cpp 1.4 tries all triples of finder patterns and has no time limit: a picture of one
/// megapixel can hold it for minutes. It therefore runs in a child process that is ended after
/// `milliseconds`, may use 256 MB more than its parent, and whose fault is not ours.
///
/// Gives the number of symbols handed to `sink`, or one of the negative values above.
int tamga_zxing_read(
    const uint8_t *grey, int width, int height, int stride, int milliseconds,
    tamga_zxing_sink sink, void *context);

#ifdef __cplusplus
}
#endif
