// A PDF: its pages by poppler, its objects by qpdf.
#include "Session.hpp"

#include <climits>
#include <cmath>
#include <cstring>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include "Objects.hpp"

namespace {

void silent(const std::string &, void *) {}

tamga_reader_answer text_of(const poppler::page &page, const Session &session) {
  const poppler::ustring text = page.text(poppler::rectf(), poppler::page::raw_order_layout);
  auto answer = status_answer(TAMGA_READER_OK);
  answer.count = text.size() * sizeof(uint16_t);
  if (answer.count > session.region_size()) return status_answer(TAMGA_READER_LARGE);
  std::memcpy(session.region, text.data(), answer.count);
  return answer;
}

tamga_reader_answer picture_of(const poppler::page &page, double dpi, uint64_t most, const Session &session) {
  const poppler::rectf box = page.page_rect();
  const double area = box.width() / 72 * dpi * box.height() / 72 * dpi;
  const auto pixels = static_cast<double>(most);
  if (!(area > 0) || !std::isfinite(area)) return status_answer(TAMGA_READER_NO_PAGE);
  // The sides are rounded up: a strip of one pixel must not pass the cap either.
  if (area > pixels) dpi *= std::sqrt(pixels / area) * 0.999;
  if (box.width() / 72 * dpi > SHRT_MAX || box.height() / 72 * dpi > SHRT_MAX) {
    return status_answer(TAMGA_READER_LARGE);
  }
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  const poppler::image image = renderer.render_page(&page, dpi, dpi);
  if (!image.is_valid()) return status_answer(TAMGA_READER_NO_PAGE);
  const size_t row = static_cast<size_t>(image.width()) * 3;
  const size_t rows = static_cast<size_t>(image.height());
  if (row == 0 || rows > session.region_size() / row) return status_answer(TAMGA_READER_LARGE);
  for (size_t y = 0; y < rows; y++) {
    std::memcpy(
        session.region + y * row,
        image.const_data() + y * static_cast<size_t>(image.bytes_per_row()), row);
  }
  auto answer = status_answer(TAMGA_READER_OK);
  answer.width = static_cast<uint32_t>(image.width());
  answer.height = static_cast<uint32_t>(image.height());
  answer.count = rows * row;
  return answer;
}

class Document {
public:
  Document(const Session &session, std::unique_ptr<poppler::document> document)
      : session(session), document(std::move(document)) {}

  tamga_reader_answer perform(const tamga_reader_request &request) {
    switch (request.operation) {
    case TAMGA_READER_OBJECTS: return structure().list(session);
    case TAMGA_READER_STREAM: return structure().stream(session, request.index, request.generation);
    case TAMGA_READER_TEXT:
      return open(request.index) ? text_of(*page, session) : status_answer(TAMGA_READER_NO_PAGE);
    case TAMGA_READER_RENDER:
      return open(request.index) ? picture_of(*page, request.dpi, request.pixels, session)
                                 : status_answer(TAMGA_READER_NO_PAGE);
    default: _exit(1);
    }
  }

private:
  bool open(int32_t index) {
    if (index != open_page) {
      page.reset(document->create_page(index));
      open_page = index;
    }
    return page != nullptr;
  }

  Objects &structure() {
    if (!objects) objects = std::make_unique<Objects>(session);
    return *objects;
  }

  const Session &session;
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<poppler::page> page;
  std::unique_ptr<Objects> objects;
  int32_t open_page = -1;
};

}  // namespace

void serve_document(const Session &session) {
  poppler::set_debug_error_function(silent, nullptr);
  std::unique_ptr<poppler::document> opened;
  if (session.input_size() <= INT_MAX) {
    opened.reset(poppler::document::load_from_raw_data(
        reinterpret_cast<const char *>(session.input), static_cast<int>(session.input_size())));
  }
  if (!opened || opened->is_locked()) {
    session.answer(0, status_answer(opened ? TAMGA_READER_ENCRYPTED : TAMGA_READER_DAMAGED));
    return;
  }
  auto answer = status_answer(TAMGA_READER_OK);
  const int pages = opened->pages();
  answer.count = static_cast<uint64_t>(pages > 0 ? pages : 0);
  session.answer(0, answer);
  Document document(session, std::move(opened));
  for (;;) {
    tamga_reader_request request;
    if (recv(session.socket, &request, sizeof request, 0) != sizeof request) return;
    session.answer(request.number, document.perform(request));
  }
}
