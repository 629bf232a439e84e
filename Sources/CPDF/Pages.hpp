#pragma once

#include "CPDF.h"

/// What the parent asks of the child.
struct Request {
  enum Operation : int32_t { text = 1, render = 2, objects = 3, stream = 4 };
  int32_t operation;
  /// A page from 0, or the number of a stream.
  int32_t page;
  double dpi;
  /// The cap of pixels, or the generation of a stream.
  int32_t pixels;
};

/// What the child answers; the data itself lies in the shared region.
struct Answer {
  int32_t status;
  int32_t width;
  int32_t height;
  /// Pages of the document (first answer), UTF-16 units (text), or bytes; `width` of objects: flaws.
  uint64_t count;
};

/// Opens the document and answers requests from `socket` until it is closed or `seconds` of a
/// processor are spent. Never returns.
[[noreturn]] void serve_pages(
    int socket, const uint8_t *bytes, size_t count, uint8_t *region, size_t size, int seconds);
