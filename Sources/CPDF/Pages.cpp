// The child: the only place where poppler and qpdf run.
#include "Pages.hpp"

#include "CChild.h"
#include "Objects.hpp"

#include <climits>
#include <cmath>
#include <cstring>
#include <ctime>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

// Loaded when it is needed: see CLoader.
#pragma clang attribute push(__attribute__((weak)), apply_to = function)
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#pragma clang attribute pop

namespace {

/// What the child may use beyond its parent: a page of 16 megapixels and its scan need 150 MB.
constexpr size_t kMemory = 320u << 20;

void silent(const std::string &, void *) {}

void answer(int socket, const Answer &answer) {
  if (send(socket, &answer, sizeof answer, MSG_NOSIGNAL) != sizeof answer) _exit(1);
}

Answer failed(tamga_pdf_status status) { return Answer{status, 0, 0, 0}; }

Answer text_of(const poppler::page &page, uint8_t *region, size_t size) {
  const poppler::ustring text = page.text(poppler::rectf(), poppler::page::raw_order_layout);
  if (text.size() > size / sizeof(uint16_t)) return failed(TAMGA_PDF_TOO_LARGE);
  std::memcpy(region, text.data(), text.size() * sizeof(uint16_t));
  return Answer{TAMGA_PDF_OK, 0, 0, text.size()};
}

Answer picture_of(
    const poppler::page &page, double dpi, int pixels, uint8_t *region, size_t size) {
  const poppler::rectf box = page.page_rect();
  double area = box.width() / 72 * dpi * box.height() / 72 * dpi;
  if (!(area > 0) || !std::isfinite(area)) return failed(TAMGA_PDF_NO_PAGE);
  // The sides are rounded up: a strip of one pixel must not pass the cap either.
  if (area > pixels) dpi *= std::sqrt(pixels / area) * 0.999;
  if (box.width() / 72 * dpi > SHRT_MAX || box.height() / 72 * dpi > SHRT_MAX) {
    return failed(TAMGA_PDF_TOO_LARGE);
  }
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  const poppler::image image = renderer.render_page(&page, dpi, dpi);
  if (!image.is_valid()) return failed(TAMGA_PDF_NO_PAGE);
  const size_t row = static_cast<size_t>(image.width()) * 3;
  const size_t rows = static_cast<size_t>(image.height());
  if (row == 0 || rows > size / row) return failed(TAMGA_PDF_TOO_LARGE);
  for (size_t y = 0; y < rows; y++) {
    std::memcpy(
        region + y * row, image.const_data() + y * static_cast<size_t>(image.bytes_per_row()), row);
  }
  return Answer{TAMGA_PDF_OK, image.width(), image.height(), 0};
}

}  // namespace

void serve_pages(
    int socket, const uint8_t *bytes, size_t count, uint8_t *region, size_t size, int seconds) {
  socket = dup2(socket, 3);
  tamga_child_silence();
  close_range(4, ~0u, 0);
  tamga_child_limit(kMemory, seconds);
  try {
    poppler::set_debug_error_function(silent, nullptr);
    std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(
        reinterpret_cast<const char *>(bytes), static_cast<int>(count)));
    if (!document || document->is_locked()) {
      answer(socket, failed(document ? TAMGA_PDF_ENCRYPTED : TAMGA_PDF_DAMAGED));
      _exit(0);
    }
    const int pages = document->pages();
    answer(socket, Answer{TAMGA_PDF_OK, 0, 0, static_cast<uint64_t>(pages > 0 ? pages : 0)});
    std::unique_ptr<poppler::page> page;
    std::unique_ptr<Objects> objects;
    int32_t open_page = -1;
    for (;;) {
      Request request;
      if (recv(socket, &request, sizeof request, MSG_WAITALL) != sizeof request) _exit(0);
      if (request.operation == Request::objects || request.operation == Request::stream) {
        if (!objects) objects = std::make_unique<Objects>(bytes, count);
        answer(
            socket, request.operation == Request::objects
                        ? objects->list(region, size)
                        : objects->stream(request.page, request.pixels, region, size));
        continue;
      }
      if (request.page != open_page) {
        page.reset(document->create_page(request.page));
        open_page = request.page;
      }
      if (!page) {
        answer(socket, failed(TAMGA_PDF_NO_PAGE));
      } else if (request.operation == Request::text) {
        answer(socket, text_of(*page, region, size));
      } else {
        answer(socket, picture_of(*page, request.dpi, request.pixels, region, size));
      }
    }
  } catch (...) {
    _exit(1);
  }
}
