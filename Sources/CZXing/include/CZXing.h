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

/// A picture with one byte a pixel (0 is black), `stride` bytes a row.
typedef struct {
  const uint8_t *grey;
  int width, height, stride;
} tamga_zxing_picture;

/// A reading that was begun. Released by `tamga_zxing_finish` or `tamga_zxing_end`.
typedef struct tamga_zxing tamga_zxing;

/// Begins to read every QR code of a picture; gives nothing where no reading could be started.
///
/// zxing-cpp 1.4 tries all triples of finder patterns and has no time limit: a picture of one
/// megapixel can hold it for minutes. It therefore runs in a child process that is ended after
/// `milliseconds`, may use 256 MB more than its parent, and whose fault is not ours. The caller may begin
/// another meanwhile.
tamga_zxing *tamga_zxing_begin(const tamga_zxing_picture *picture, int milliseconds);

/// Waits for the answer. The picture is the one that was begun with: a child that hangs is begun anew.
///
/// Gives the number of symbols handed to `sink`, or one of the negative values above.
int tamga_zxing_finish(
    tamga_zxing *reading, const tamga_zxing_picture *picture, tamga_zxing_sink sink, void *context);

/// Ends a reading whose answer nobody wants.
void tamga_zxing_end(tamga_zxing *reading);

#ifdef __cplusplus
}
#endif
