#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Runs the program `tesseract` on a grey picture of one byte a pixel and gives what it prints as
/// tab-separated values, `*count` bytes to be freed by `tamga_ocr_free`; NULL when it is not there,
/// needs a language that is not installed, more than `milliseconds`, or more than 700 MB.
///
/// The picture goes through memory, never through a file; the program sees no environment but one
/// thread, opens no network, and is ended when the time is over.
char *tamga_ocr(
    const char *program, const char *languages, const uint8_t *grey, int width, int height,
    int milliseconds, size_t *count);

void tamga_ocr_free(char *text);

#ifdef __cplusplus
}
#endif
